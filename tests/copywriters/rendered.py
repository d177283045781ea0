"""Every brief the house writer can be asked, with every combination of facts."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from fluent.runtime import FluentResource

from tarry.copywriters.messages import Messages
from tarry.core.brief import TONES, Brief, Fact, Formality, Play, Tone

NAME = "Walnut side table"
LONG_NAME = "Hand-thrown stoneware mug with a wide handle, glazed in forest green, 0.4 l"


class Case(NamedTuple):
    """A play after a signal for a reason, on a subject, with the facts there can be."""

    play: Play
    signal: str
    reason: str
    subject: Literal["product", "cart", "goal", "shop"]
    slots: tuple[str, ...]
    always: tuple[str, ...] = ()


COUNTS = ("1", "2", "5", "12", "100")
"""One of each plural form that any of the languages has."""
CASES = (
    Case("reassure", "dwell", "doubt", "product", ("product", "price")),
    Case("reassure", "price_bounce", "price", "product", ("product", "price")),
    Case("reassure", "comparison", "comparing", "product", ("product", "price")),
    *(
        Case("reassure", "doubt_reading", reason, "shop", ())
        for reason in ("delivery", "trust", "payment", "account", "checkout", "coupon", "doubt")
    ),
    Case("remind", "return_visit", "interrupted", "product", ("product", "price")),
    Case("remind", "goal_left", "interrupted", "goal", ("goal", "step")),
    Case("remind", "idle_cart", "interrupted", "cart", ("product", "total"), ("count",)),
    Case("resurface_cart", "return_visit", "interrupted", "cart", ("product", "total"), ("count",)),
    Case("convenience", "frustration", "trouble", "shop", ()),
    Case("convenience", "checkout_hesitation", "checkout", "shop", ()),
    Case("remind", "dwell", "doubt", "product", ("product", "price")),
    Case("remind", "cost_shock", "delivery", "cart", ("product", "total"), ("count",)),
    Case("resurface_cart", "price_bounce", "price", "cart", ("product", "total"), ("count",)),
    Case("incentive", "dwell", "doubt", "cart", (), ("amount", "least")),
    Case("incentive", "price_bounce", "price", "cart", (), ("amount", "least")),
)
TEXTS = {"product": NAME, "price": "€129.00", "total": "€1,148.00", "goal": "A guided walk", "step": "Your details"}
TEXTS |= {"amount": "€5.00", "least": "€50.00"}
KINDS: dict[str, Literal["name", "money", "count", "step"]] = {
    "product": "name",
    "price": "money",
    "total": "money",
    "goal": "name",
    "step": "step",
    "count": "count",
    "amount": "money",
    "least": "money",
}


def brief(  # noqa: D103 - what it makes is in its name
    play: Play = "reassure",
    signal: str = "dwell",
    reason: str = "doubt",
    *,
    subject: Literal["product", "cart", "goal", "shop"] = "product",
    tone: Tone = "direct",
    locale: str = "en",
    key: str = "k",
    facts: dict[str, str] | None = None,
    formality: Formality = "formal",
) -> Brief:
    given = {"product": NAME} if facts is None else facts
    numbered = tuple(Fact(f"F{n}", slot, KINDS[slot], text) for n, (slot, text) in enumerate(given.items(), 1))
    return Brief("d1", play, signal, reason, tone, "toast", locale, key, subject, numbered, formality=formality)


def messages_of(language: str, *texts: str, instead: Sequence[str] = ()) -> Messages:
    """Return the messages of a language that has these files, and these others in their place."""
    return Messages(language, [FluentResource(text) for text in texts], [FluentResource(text) for text in instead])


def all_briefs(
    locale: str, formality: Formality = "formal", names: Sequence[str] = (NAME, LONG_NAME)
) -> Iterator[Brief]:
    """Yield a brief for each play, signal, tone, set of facts, short and long name, and one or many items."""
    for case in CASES:
        for size in range(len(case.slots) + 1):
            for slots in combinations(case.slots, size):
                for count in COUNTS if "count" in case.always else ("",):
                    for name in names:
                        facts = {slot: name if slot in {"product", "goal"} else TEXTS[slot] for slot in slots}
                        facts |= {"count": count} if count else {}
                        facts |= {slot: TEXTS[slot] for slot in case.always if slot in TEXTS}
                        for tone in TONES:
                            yield brief(
                                case.play,
                                case.signal,
                                case.reason,
                                subject=case.subject,
                                tone=tone,
                                locale=locale,
                                facts=facts,
                                formality=formality,
                            )
