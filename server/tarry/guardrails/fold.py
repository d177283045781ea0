"""Taking the disguise off a text, so that one pattern meets every way of writing a word."""

import re
import unicodedata
from functools import lru_cache

_LOOKALIKES = str.maketrans(
    {
        **dict(zip("авгеіїјкмнорстухѕԁԛԝһӏ", "abreiijkmhopctyxsdqwhl", strict=True)),
        **dict(zip("αβεικνορτυχω", "abeikvoptuxw", strict=True)),
        **dict(zip("ıøłđħŧ", "ioldht", strict=True)),
        **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
        **dict.fromkeys("’‘‛´`ʼ", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("。․‧∙·", "."),
        **dict(zip("ىیةکٱ", "ييهكا", strict=True)),
        **dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True)),
        "ـ": "",
    }
)
"""Letters of other alphabets and styles that pass for Latin ones, and the many shapes of dash, dot and apostrophe.

A short list of our own; Unicode's confusables file holds thousands, most of which no reader would take for a word.
"""
_SPACED = re.compile(r"(?<!\w)(?:\w[\s.*_\-+|/\\,]{1,2}){2,}\w(?!\w)")
_UNSPACED = re.compile(r"(?<=[\u3040-\u30ff\u4e00-\u9fff])[\s.*_\-+|/・]+(?=[\u3040-\u30ff\u4e00-\u9fff])")
"""Blanks and marks between letters of Japanese, which needs none."""
_APART = re.compile(r"(?<!\w)(?:[^\W\d_] ){5,}[^\W\d_](?!\w)")
_INNER = re.compile(r"(?<=[^\W\d_])[.*_\-+|]+(?=[^\W\d_])")
_MIXED = re.compile(r"\b(?=\w*[^\W\d_])(?=\w*[\d$@!|])[\w$@!|]+")
LEET = str.maketrans("013457$@!|", "oieastsail")


def is_spaced_out(text: str) -> bool:
    """Tell whether six or more single letters stand apart, which no word needs to and no lexicon can read safely."""
    return _APART.search(visible(text)) is not None


@lru_cache(maxsize=4096)
def is_invisible(char: str) -> bool:
    """Tell whether a character takes no ink: control, bidi, zero-width, soft hyphen, variation selector, filler."""
    return (
        unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs"}
        or char in "\u115f\u1160\u3164\uffa0\u034f\u2800\u2028\u2029"
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0000" <= char <= "\U000e0fff"
    )


def visible(text: str) -> str:
    """Return a text in compatibility form (NFKC), without invisible characters, its whitespace folded to blanks."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    spaced = re.sub(r"[\t\n\v\f\r\x85\u2028\u2029]", " ", text)
    seen = "".join(char for char in spaced if not is_invisible(char))
    return " ".join(unicodedata.normalize("NFKC", seen).split())


def folded(text: str) -> str:
    """Return a text for matching: visible, caseless, without accents, lookalikes turned plain; ``ß`` is ``ss``."""
    return unmarked(visible(text).casefold())


def unmarked(text: str) -> str:
    """Return a text decomposed (NFKD), without marks on its letters, lookalikes turned into the plain letter."""
    if text.isascii():
        return text.replace("`", "'")
    bare = unicodedata.normalize("NFKD", text)
    return "".join(char for char in bare if unicodedata.category(char) not in {"Mn", "Me"}).translate(_LOOKALIKES)


@lru_cache(maxsize=512)
def readings(text: str) -> tuple[str, ...]:
    """Return the ways a disguised text may be read: as it stands, and with split or digit-dotted words joined.

    ``"d.i.s.c.o.u.n.t"``, ``"dis-count"`` and ``"d1scount"`` are all read as ``"discount"`` in the second reading.
    """
    plain = folded(text)
    joined = _SPACED.sub(lambda found: re.sub(r"\W|_", "", found[0]), plain)
    joined = _UNSPACED.sub("", _INNER.sub("", joined))
    joined = _MIXED.sub(lambda found: found[0].translate(LEET), joined)
    return (plain,) if joined == plain else (plain, joined)
