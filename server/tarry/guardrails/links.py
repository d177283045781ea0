"""Links: a draft leads nowhere by itself; where a prompt leads is decided elsewhere."""

import re
from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field
from tarry.guardrails.fold import folded

SCHEME = re.compile(r": ?/ ?/ ?\S*|\b(?:javascript|data|mailto|tel|vbscript|file|blob) ?:\S*|\bwww\d?\. ?\w+")
MAIL = re.compile(r"\w ?@ ?\w\S*|\w ?[(\[] ?at ?[)\]] ?\w|(?:^|\s)@\w+")
SPELLED = re.compile(r"\w ?[(\[]? ?\bdot\b ?[)\]]? ?(?:com|net|org|de|shop|io|co)\b|\w[(\[]\.[)\]]\w")
DOMAIN = re.compile(
    r"\b[\w-]+(?<=[\w-]{2})(?:\.[\w-]+)*(?<![\u3040-\u30ff\u4e00-\u9fff])\.[a-z\u0400-\u04ff]{2,24}(?![\w-])"
)
"""A Japanese full stop counts as a dot in addresses too, yet behind Japanese letters it ends a sentence."""
KNOWN_DOMAIN = re.compile(
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|biz|io|co|app|dev|shop|store|online|site|xyz|top|link|click|gg|ly|tk|"
    r"de|at|ch|eu|uk|fr|es|it|nl|be|pl|ru|cn|jp|us|ca|au|br|in)\b(?:/\S*)?"
)
"""Endings that are hardly ever anything but an address; for names, where a dot may just be a dot (Dr.Martens)."""
ADDRESS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")

_STOP = re.compile(r"[。｡](?!\w*[A-Za-zＡ-Ｚａ-ｚ])")
"""The full stop of Japanese and Chinese, after which no blank stands: part of an address only before Latin letters."""


def check(field: Field) -> Iterator[Violation]:
    """Yield ``links.scheme``, ``links.mail`` or ``links.domain`` for whatever a reader could take for an address."""
    text = folded(_STOP.sub("。 ", field.bare))
    for rule, patterns in (
        ("links.scheme", (SCHEME,)),
        ("links.mail", (MAIL,)),
        ("links.domain", (DOMAIN, KNOWN_DOMAIN, SPELLED, ADDRESS)),
    ):
        found = next((found for pattern in patterns if (found := pattern.search(text))), None)
        if found is not None:
            yield field.breach(rule, found[0])


def leads_somewhere(name: str) -> bool:
    """Tell whether a name carries an address; a mere dot inside it is none."""
    text = folded(name)
    return any(pattern.search(text) for pattern in (SCHEME, MAIL, SPELLED, KNOWN_DOMAIN, ADDRESS))
