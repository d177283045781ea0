"""Genericness, the swap test: words that would fit any other product or cart as well say nothing to this shopper."""

from collections.abc import Iterator

from tarry.core.brief import Violation
from tarry.guardrails.field import Field

OWN = ("name", "step", "count", "money", "percent", "duration", "date", "time")
"""Kinds of facts that tell one shopper's moment from another's."""


def check(headline: Field, body: Field) -> Iterator[Violation]:
    """Yield ``generic.swap`` where a brief has facts of its own and neither field uses any of them."""
    own = [fact for fact in body.brief.facts if fact.kind in OWN]
    if own and not (headline.states_facts or body.states_facts):
        yield body.breach("generic.swap", ", ".join("{" + fact.slot + "}" for fact in own))
