"""One field of a draft, prepared once for every family of rules."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tarry.core.brief import Brief, Violation
from tarry.core.copyrules import CopyRules
from tarry.guardrails.fold import folded, readings, visible
from tarry.guardrails.grounds import Grounds, Speaks, language_of
from tarry.guardrails.spans import pieces, span_of

SLOT = re.compile(r"\{([^{}]*)\}")
_SPOKEN = {
    "count": "7", "money": "7 eur", "name": "thing", "step": "thing", "percent": "7 %", "duration": "7", "date": "7",
    "time": "7",
}  # fmt: skip
"""How an open slot reads to the rules, by kind: what surrounds a number may still lie about it."""
NO_RULES = CopyRules()


@dataclass(frozen=True)
class Field:
    """The headline or the body of a draft, with the brief it was written for and the owner's rules on words."""

    where: Literal["headline", "body"]
    text: str
    brief: Brief
    rules: CopyRules = NO_RULES

    @property
    def language(self) -> str:
        """The language of the brief: ``de`` of ``de-AT``."""
        return language_of(self.brief.locale)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of every slot of the brief, by name."""
        return {fact.slot: fact.kind for fact in self.brief.facts}

    @cached_property
    def bare(self) -> str:
        """The text with a bullet in place of every known slot and fact: what the writer itself has made up."""
        text = SLOT.sub(lambda slot: "•" if slot[1] in self.kinds else slot[0], self.text)
        return self._grounds(text).bare() if self._grounded else text

    @cached_property
    def seen(self) -> str:
        """The bare text as a reader sees it; see ``fold.visible``."""
        return visible(self.bare)

    @cached_property
    def folded(self) -> str:
        """The bare text for matching; see ``fold.folded``."""
        return folded(self.bare)

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The readings of the text with a sample value in every known slot; see ``fold.readings``."""
        return readings(self._sampled)

    def told(self, family: str, speaks: Speaks) -> tuple[str, ...]:
        """Return the readings to look for a family's words in: all that is spoken, but for what facts allow."""
        return readings(self._told.told(family, speaks)) if self._grounded else self.spoken

    @cached_property
    def states_facts(self) -> bool:
        """Whether a fact stands in the field, in its slot or written out."""
        slots = {slot[1] for slot in SLOT.finditer(self.text)}
        return bool(slots & self.kinds.keys()) or (self._grounded and self._told.any)

    def breach(self, rule: str, words: str) -> Violation:
        """Return a violation in this field; long quotations are cut."""
        words = words.strip()[:80]
        slots = [(slot.start(), slot.end(), self._sample(slot)) for slot in SLOT.finditer(self.text)]
        found = span_of(words, pieces(self.text, slots)) or span_of(words, pieces(self.text, ()))
        return Violation(rule, self.where, words, found or (0, len(self.text)))

    @cached_property
    def _grounded(self) -> bool:
        return bool(self.rules.claims) or any(fact.value for fact in self.brief.facts)

    @cached_property
    def _sampled(self) -> str:
        return SLOT.sub(self._sample, self.text)

    def _sample(self, slot: re.Match[str]) -> str:
        return _SPOKEN.get(self.kinds.get(slot[1], ""), slot[0])

    @cached_property
    def _told(self) -> Grounds:
        return self._grounds(self._sampled)

    def _grounds(self, text: str) -> Grounds:
        return Grounds(text, self.brief.facts, self.brief.locale, self.rules)
