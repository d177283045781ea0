"""Every brief the house writer can be asked, with every combination of facts."""

from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from tarry.core.brief import Brief, Fact, Play, Tone

NAME = "Walnut side table"
LONG_NAME = "Hand-thrown stoneware mug with a wide handle, glazed in forest green, 0.4 l"


class Case(NamedTuple):
    """A play after a signal, on a subject, in the tones it may be asked in, with the facts there can be."""

    play: Play
    signal: str
    subject: Literal["product", "cart", "goal"]
    tones: tuple[Tone, ...]
    slots: tuple[str, ...]
    always: tuple[str, ...] = ()


CASES = (
    Case("reassure", "dwell", "product", ("direct", "soft"), ("product", "price")),
    Case("reassure", "price_bounce", "product", ("soft",), ("product", "price")),
    Case("remind", "return_visit", "product", ("plain", "soft"), ("product", "price")),
    Case("remind", "goal_left", "goal", ("plain", "soft"), ("goal", "step")),
    Case("resurface_cart", "return_visit", "cart", ("plain", "soft"), ("product", "total"), ("count",)),
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
    *,
    subject: Literal["product", "cart", "goal"] = "product",
    tone: Tone = "direct",
    locale: str = "en",
    key: str = "k",
    facts: dict[str, str] | None = None,
) -> Brief:
    given = {"product": NAME} if facts is None else facts
    numbered = tuple(Fact(f"F{n}", slot, KINDS[slot], text) for n, (slot, text) in enumerate(given.items(), 1))
    return Brief("d1", play, signal, "", tone, "toast", locale, key, subject, numbered)


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
                                case.play, case.signal, subject=case.subject, tone=tone, locale=locale, facts=facts
                            )
