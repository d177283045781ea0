"""Sample briefs: what a copywriter is told where a reason is answered, with facts that are made up."""

from collections.abc import Iterator
from typing import Literal

from tarry.core.brief import Brief, Fact, Format, Play
from tarry.core.money import format_count, format_money
from tarry.core.playbooks import STARTERS

MINOR = {"price": 123_456, "total": 246_912, "amount": 500, "least": 5_000}
"""Sample amounts in minor units; the first two large enough to show how a language groups its digits."""
COUNT = 3
OF_PRODUCTS = frozenset({"doubt", "price", "comparing"})

Subject = Literal["product", "cart", "goal", "shop"]


def sample_briefs(reason: str, *, locale: str, currency: str, product: str, form: Format = "toast") -> Iterator[Brief]:
    """Yield a brief for every play and cause by which Tarry's own playbooks answer a reason, each once.

    Args:
        reason: one of ``tarry.core.reasons.REASONS``; just looking is answered by silence.
        locale: of the page (BCP-47).
        currency: of the sample amounts (ISO 4217).
        product: a name to put into the words.
        form: how the prompt stands on the page.

    """
    seen: set[tuple[Play, str]] = set()
    for playbook in STARTERS:
        for signal in (opener.split(".")[0] for opener in playbook.signals):
            subject = _subject(playbook.play, signal, reason)
            facts = tuple(_facts(playbook.play, subject, locale, currency, product))
            brief = Brief("sample", playbook.play, signal, reason, "plain", form, locale, "sample", subject, facts)
            if reason in playbook.reasons and (brief.play, brief.cause) not in seen:
                seen.add((brief.play, brief.cause))
                yield brief


def _subject(play: Play, signal: str, reason: str) -> Subject:
    if play in ("resurface_cart", "incentive") or signal == "idle_cart":
        return "cart"
    if signal == "goal_left":
        return "goal"
    return "product" if play == "remind" or (play == "reassure" and reason in OF_PRODUCTS) else "shop"


def _facts(play: Play, subject: Subject, locale: str, currency: str, product: str) -> Iterator[Fact]:
    def money(slot: str) -> Fact:
        return Fact(f"F-{slot}", slot, "money", format_money(MINOR[slot], currency, locale))

    if subject == "goal":
        yield Fact("F-goal", "goal", "name", product)
        return
    if subject in ("product", "cart"):
        yield Fact("F-product", "product", "name", product)
    if subject == "product":
        yield money("price")
    if subject == "cart":
        yield Fact("F-count", "count", "count", format_count(COUNT, locale))
        yield money("total")
    if play == "incentive":
        yield money("amount")
        yield money("least")
