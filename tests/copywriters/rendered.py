"""Every brief the house writer can be asked, with every combination of facts."""

from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from tarry.core.brief import Brief, Fact, Play, Tone

NAME = "Walnut side table"
LONG_NAME = "Hand-thrown stoneware mug with a wide handle, glazed in forest green, 0.4 l"


class Case(NamedTuple):
    """A play after a signal for a reason, on a subject, in the tones it has words in, with the facts there can be."""

    play: Play
    signal: str
    reason: str
    subject: Literal["product", "cart", "goal", "shop"]
    tones: tuple[Tone, ...]
    slots: tuple[str, ...]
    always: tuple[str, ...] = ()


CASES = (
    Case("reassure", "dwell", "doubt", "product", ("direct", "soft"), ("product", "price")),
    Case("reassure", "price_bounce", "price", "product", ("soft",), ("product", "price")),
    Case("reassure", "comparison", "comparing", "product", ("direct", "soft"), ("product", "price")),
    *(
        Case("reassure", "doubt_reading", reason, "shop", ("plain", "soft"), ())
        for reason in ("delivery", "trust", "payment", "account", "checkout", "coupon", "doubt")
    ),
    Case("remind", "return_visit", "interrupted", "product", ("plain", "soft"), ("product", "price")),
    Case("remind", "goal_left", "interrupted", "goal", ("plain", "soft"), ("goal", "step")),
    Case("remind", "idle_cart", "interrupted", "cart", ("plain", "soft"), ("product", "total"), ("count",)),
    Case("resurface_cart", "return_visit", "interrupted", "cart", ("plain", "soft"), ("product", "total"), ("count",)),
    Case("convenience", "frustration", "trouble", "shop", ("soft",), ()),
)
TEXTS = {"product": NAME, "price": "€129.00", "total": "€1,148.00", "goal": "A guided walk", "step": "Your details"}
KINDS: dict[str, Literal["name", "money", "count", "step"]] = {
    "product": "name",
    "price": "money",
    "total": "money",
    "goal": "name",
    "step": "step",
    "count": "count",
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
) -> Brief:
    given = {"product": NAME} if facts is None else facts
    numbered = tuple(Fact(f"F{n}", slot, KINDS[slot], text) for n, (slot, text) in enumerate(given.items(), 1))
    return Brief("d1", play, signal, reason, tone, "toast", locale, key, subject, numbered)


def all_briefs(locale: str) -> Iterator[Brief]:
    """Yield a brief for each play, signal, tone, set of facts, short and long name, and one or many items."""
    for case in CASES:
        for size in range(len(case.slots) + 1):
            for slots in combinations(case.slots, size):
                for count in ("1", "2", "12") if "count" in case.always else ("",):
                    for name in (NAME, LONG_NAME):
                        facts = {slot: name if slot in {"product", "goal"} else TEXTS[slot] for slot in slots}
                        facts |= {"count": count} if count else {}
                        for tone in case.tones:
                            yield brief(
                                case.play,
                                case.signal,
                                case.reason,
                                subject=case.subject,
                                tone=tone,
                                locale=locale,
                                facts=facts,
                            )
