"""One passage of the owner's own words, as a file tells it."""

import hashlib
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct

from tarry.core.brief import BlockKind, Passage

TEXT_MAX = 400
"""Longest text of a passage, in characters: what is longer is not read under a prompt."""


class PassageTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[site.passage]]``: one passage of the owner's own words.

    ``id`` is the owner's name for it, or is made of its words; ``date`` (year, month, day) when it was true.
    """

    kind: BlockKind
    text: Annotated[str, Meta(min_length=1, max_length=TEXT_MAX)]
    title: Annotated[str, Meta(max_length=120)] = ""
    source: Annotated[str, Meta(max_length=200)] = ""
    skus: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    locale: str = ""
    id: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_.-]{0,64}\Z")] = ""
    date: Annotated[str, Meta(pattern=r"^(\d{4}-\d\d-\d\d)?\Z")] = ""

    def made(self, locale: str) -> Passage:
        """Return the passage, in the shop's own language where it names none."""
        language = self.locale or locale
        name = self.id or _named(self.kind, self.title, self.text, language)
        return Passage(self.kind, self.title, self.text, self.source, self.skus, self.topics, language, name, self.date)


def _named(*words: str) -> str:
    """Return a name made of a passage's words: the same words have the same name on every machine."""
    return "p_" + hashlib.blake2b("\x1f".join(words).encode(), digest_size=6).hexdigest()


def parts(text: str, most: int = TEXT_MAX) -> Iterator[str]:
    """Yield a text in parts of at most ``most`` characters, cut where it hurts least: see ``_ENDS``.

    Nothing is left out but the blanks at the cuts.
    """
    rest = text.strip()
    while len(rest) > most:
        window = rest[:most]
        found = ([at + len(end) for end in ends if (at := window.rfind(end)) > 0] for ends in _ENDS)
        cut = next((max(places) for places in found if places), most)
        yield rest[:cut].strip()
        rest = rest[cut:].strip()
    if rest:
        yield rest


_ENDS = (("\n\n",), ("\n",), (". ", "! ", "? ", "。", "！", "？", "؟ "), (" ",))
"""Where a text may be cut, the best places first: between paragraphs, lines, sentences, words."""
