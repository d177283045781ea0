"""What of a field stands on facts: quantities equal to one, names as they are, and sentences the owner vouches for."""

import re
from collections.abc import Callable, Mapping, Sequence

from tarry.core.brief import About, Fact
from tarry.core.copyrules import CopyRules
from tarry.guardrails.fold import visible
from tarry.guardrails.quantities import Quantity, decimal_text, quantities

FREED: Mapping[About, tuple[str, ...]] = {
    "stock": ("scarcity",), "deadline": ("urgency",), "offer": ("discount", "offer"),
    "delivery": ("delivery", "urgency"), "returns": ("guarantee", "urgency"), "reviews": ("praise", "social"),
}  # fmt: skip
"""Which claims a fact allows in the clause that states it and speaks of the first of them; any limit sounds urgent."""
Speaks = Callable[[str, str], bool]
"""Tells whether words of a family stand in a clause: family, clause."""
PRESSING: tuple[About, ...] = ("stock", "deadline")
NAME = "thing"
_ENDS = re.compile(r"(?<=[.!?。！？؟…;:])\s*|(?<=[,،、])\s*|\s+[-–—]\s+|(?<=[。、])")
_GROUND = re.compile(r"\ue000(\d+)\ue001")


def language_of(locale: str) -> str:
    """Return the language of a locale: ``de`` of ``de-AT``."""
    return locale.replace("_", "-").split("-")[0].lower()


class Grounds:
    """A text with what stands on facts told apart from what does not.

    Args:
        text: as the writer wrote it, slots already replaced.
        facts: of the brief; those without a value ground nothing.
        locale: by whose rules numbers are read.
        rules: the owner's.

    """

    def __init__(self, text: str, facts: Sequence[Fact], locale: str, rules: CopyRules) -> None:
        seen = _without_claims(visible(text), rules.claims)
        text = _without_names(seen, facts)
        self._named = text != seen
        self._abouts: list[About] = []
        self._said: list[str] = []
        self._marked = self._mark(text, [fact for fact in facts if fact.value], language_of(locale))
        self._rules = rules

    @property
    def any(self) -> bool:
        """Whether a fact stands in the text."""
        return self._named or bool(self._said)

    def bare(self) -> str:
        """Return the text with a bullet for all that is grounded."""
        return _GROUND.sub("•", self._marked)

    def told(self, family: str, speaks: Speaks) -> str:
        """Return the text as the words of a family are looked for in it: without the clauses facts allow it in."""
        clauses = [clause for clause in _ENDS.split(self._marked) if clause]
        return " ".join(self._spelt(clause) for clause in clauses if not self._frees(clause, family, speaks))

    def _spelt(self, clause: str) -> str:
        return _GROUND.sub(lambda ground: self._said[int(ground[1])], clause)

    def _frees(self, clause: str, family: str, speaks: Speaks) -> bool:
        abouts = {self._abouts[int(ground[1])] for ground in _GROUND.finditer(clause)}
        freeing = [FREED[about] for about in abouts if about in FREED and self._may(about)]
        return any(family in families and speaks(families[0], self._spelt(clause)) for families in freeing)

    def _may(self, about: About) -> bool:
        if about in PRESSING:
            return self._rules.urgency == "facts"
        return about != "offer" or self._rules.discounts == "offers"

    def _mark(self, text: str, facts: Sequence[Fact], language: str) -> str:
        parts, at = [], 0
        for found in quantities(text, language):
            fact = next((fact for fact in facts if _same(fact, found)), None)
            if fact is None:
                continue
            parts += [text[at : found.start], f"\ue000{len(self._said)}\ue001"]
            self._abouts.append(fact.about)
            self._said.append(text[found.start : found.end])
            at = found.end
        return "".join([*parts, text[at:]])


def _same(fact: Fact, found: Quantity) -> bool:
    """Tell whether a quantity is a fact: of one kind, one value, one unit."""
    if fact.kind != found.kind:
        return False
    if found.kind in {"date", "time"}:
        return fact.value == found.value or (found.value.startswith("--") and fact.value[5:] == found.value[2:])
    return decimal_text(fact.value) == found.value and (not found.units or fact.unit in found.units)


def _without_claims(text: str, claims: Sequence[str]) -> str:
    """Take out the sentences the owner vouches for, where they are said as whole sentences."""
    for claim in sorted(claims, key=len, reverse=True):
        words = re.escape(visible(claim).rstrip(".!。"))
        text = re.sub(rf"(?:^|(?<=[.!?。！？؟…:]))\s*{words}(?:[.!。]|$)", " • ", text, flags=re.IGNORECASE)
    return text.strip()


def _without_names(text: str, facts: Sequence[Fact]) -> str:
    for fact in facts:
        if fact.kind in {"name", "step"} and fact.value:
            text = text.replace(visible(fact.value), NAME)
    return text
