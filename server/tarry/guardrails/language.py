"""Language: a draft is in the brief's language, as far as its letters and little words tell."""

import re
import unicodedata
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field

SCRIPTS = {
    "ar": ("ARABIC",), "fa": ("ARABIC",), "ur": ("ARABIC",), "he": ("HEBREW",), "el": ("GREEK",),
    "ru": ("CYRILLIC",), "uk": ("CYRILLIC",), "bg": ("CYRILLIC",), "sr": ("CYRILLIC", "LATIN"), "mk": ("CYRILLIC",),
    "ja": ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "FULLWIDTH", "HALFWIDTH"), "zh": ("CJK",),
    "ko": ("HANGUL", "CJK"), "th": ("THAI",), "hi": ("DEVANAGARI",), "hy": ("ARMENIAN",), "ka": ("GEORGIAN",),
}  # fmt: skip
"""The scripts a language is written in, as the first word of its letters' names; every other language is Latin."""
LITTLE_WORDS = {
    "en": "the and you your is are it this that with for of to in on we our have has here what if can be there",
    "de": "der die das und sie ihr ihre ihnen ist sind es mit zu zum zur im auf wir uns haben hat hier was wenn "
    "nicht ein eine einen noch auch wie sich bei du dich dir dein deine",
    "fr": "le la les et vous votre vos tu te toi ton ta tes est sont ce cette avec pour de du des dans sur nous notre "
    "avez ici que qui si pas un une en au",
    "es": "el la los las y usted su sus tu tus te es son este esta está con para de del en nosotros tiene aquí que "
    "qué si no por un una se lo cuando",
    "it": "il lo la gli e lei suo sua sono questo questa con per di del della nel su noi ha qui che se non una",
    "nl": "de het een en u uw is zijn dit dat met voor van naar in op wij we ons heeft hier wat als niet ook nog bij",
}
"""Frequent short words of six languages: enough to notice that a whole sentence is in another one."""
SIMPLIFIED = frozenset(
    "质买现这们说请时发对开关门间问见长东车马鸟鱼龙书乐习让过还进远务产业单贵钱购优货选么吗吧您她它给为"
)
"""Frequent letters of simplified Chinese that Japanese does not write."""
HAN_MAX = 6
"""So many Chinese letters without kana may be a Japanese heading."""
_KANA = re.compile("[\u3040-\u30ff]")
_SETS = {language: frozenset(words.split()) for language, words in LITTLE_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def check(field: Field) -> Iterator[Violation]:
    """Yield ``language.script`` for letters of a foreign script, ``language.other`` for another tongue."""
    language = field.brief.locale.replace("_", "-").split("-")[0].lower()
    text = field.seen
    foreign = _foreign_letters(text, SCRIPTS.get(language, ("LATIN",)))
    if foreign:
        yield field.breach("language.script", foreign)
        return
    if language == "ja" and (chinese := _chinese(text)):
        yield field.breach("language.other", chinese)
        return
    latin = "LATIN" in SCRIPTS.get(language, ("LATIN",))
    words = _WORD.findall(text.casefold())
    counts = {tag: sum(word in known for word in words) for tag, known in _SETS.items()}
    likeliest = max(counts, key=lambda tag: (counts[tag], tag == language))
    if counts[likeliest] >= 2 and counts[likeliest] > 2 * counts.get(language, 0) and (language in counts or not latin):
        yield field.breach("language.other", likeliest)


def _foreign_letters(text: str, scripts: tuple[str, ...]) -> str:
    """Return the letters of scripts a language is not written in; Latin ones only when none of its own are there."""
    letters = [char for char in text if char.isalpha()]
    own = [char for char in letters if _script(char) in scripts]
    strange = [
        char for char in letters if _script(char) not in (*scripts, "LATIN", "MODIFIER", "MASCULINE", "FEMININE")
    ]
    return "".join(strange) or ("" if own or not letters else "".join(letters[:20]))


def _chinese(text: str) -> str:
    """Return what gives a text away as Chinese: letters only it has, or a whole sentence without one kana."""
    simplified = "".join(char for char in text if char in SIMPLIFIED)
    han = [char for char in text if _script(char) == "CJK"]
    return simplified or ("" if len(han) <= HAN_MAX or _KANA.search(text) else "".join(han))


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]
