"""One field of a draft, prepared once for every family of rules."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tarry.core.brief import Brief, Violation
from tarry.guardrails.fold import folded, readings, visible

SLOT = re.compile(r"\{([^{}]*)\}")
_SPOKEN = {"count": "7", "money": "7 eur", "name": "thing", "step": "thing"}
"""How an open slot reads to the rules, by kind: what surrounds a number may still lie about it."""


@dataclass(frozen=True)
class Field:
    """The headline or the body of a draft, with the brief it was written for."""

    where: Literal["headline", "body"]
    text: str
    brief: Brief

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of every slot of the brief, by name."""
        return {fact.slot: fact.kind for fact in self.brief.facts}

    @cached_property
    def bare(self) -> str:
        """The text with a bullet in place of every known slot: what the writer itself has written."""
        return SLOT.sub(lambda slot: "•" if slot[1] in self.kinds else slot[0], self.text)

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
        return readings(SLOT.sub(lambda slot: _SPOKEN.get(self.kinds.get(slot[1], ""), slot[0]), self.text))

    def breach(self, rule: str, words: str) -> Violation:
        """Return a violation in this field; long quotations are cut."""
        return Violation(rule, self.where, words.strip()[:80])
