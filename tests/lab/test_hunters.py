"""Bargain hunters: whoever leaves carts to be offered money is offered little, and the purse is never overdrawn."""

import random
from collections.abc import Sequence

import msgspec
import pytest
from msgspec.structs import replace
from tests.faults.size import size

from tarry.core.entry import Entry
from tarry.core.incentives.bounds import Bounds
from tarry.core.incentives.grant import Code
from tarry.core.incentives.purse import DAY_MS
from tarry.core.policy import Plays, Policy, Rules
from tarry.core.replay import replay
from tarry.lab.oracle import Spoken
from tarry.lab.town import Lived, follow
from tarry.lab.townsfolk import Shopper, shopper
from tarry.lab.walks import T0, Walk, walk
from tarry.live.till import Till

BOUNDS = Bounds(percent=10, most="10", per_day="5", per_month="20", lift_percent=50)
RULES = Rules(
    holdout_percent=0,
    per_session=3,
    gap_s=20,
    per_day=5,
    per_7_days=50,
    per_90_days=100,
    dismissed_days=0,
    dismissed_again_days=0,
    plays=Plays(incentive="full"),
    incentives=BOUNDS,
)
HUNTERS = size(8, 400)
TOWN = (0, 120)
"""Shoppers of a town; some of them waver about paying first and about the price second."""
VISITS, EVERY_MS = 45, 190 * 3_600_000
CODES = {f"CODE-{n}": Code(f"CODE-{n}", 500, 5_000, T0 + 800 * DAY_MS) for n in range(40)}


def hunter(number: int, till: Till | None, *, rules: Rules = RULES, leaving: bool = False) -> Lived:
    """Let somebody come every eighth day for a year, fill a cart, study prices, turn away from them, and leave."""
    who = Shopper(f"hunter-{number:04}", "price", None, "desktop", 1.0, 2)
    way = Walk(who, random.Random(number))
    for _ in range(VISITS):
        way.view = 0
        way.add()
        way.open("list")
        way.look(60)
        for _ in range(2):
            way.product()
            way.look(6)
        way.open("list")
        way.look(40)
        if leaving:
            way.say("exit_intent", how="pointer", active_ms=way.active_ms)
        way.say("page_hide", how="pagehide", active_ms=way.active_ms)
        way.at += EVERY_MS
        del way.cart[2:]
    return follow(who, way, 1, Policy(rules), till)


def offers(found: Sequence[Lived]) -> list[Spoken]:
    """Return every offer that was shown."""
    return [said for one in found for said in one.spoken if said.play == "incentive"]


@pytest.fixture(scope="module")
def hunted() -> list[Lived]:
    """Return a year of some hunters, all paid out of one purse."""
    till = Till(BOUNDS, "EUR", CODES)
    return [hunter(number, till) for number in range(HUNTERS)]


class TestHunters:
    def test_no_bound_is_broken(self, hunted: list[Lived]) -> None:
        """Seen by somebody who only looks at times: thirty days, three a year, words first, never at the exit."""
        assert [one.broken for one in hunted] == [()] * len(hunted)
        assert offers(hunted) != []
        assert max(len(offers([one])) for one in hunted) <= 3

    def test_every_silence_about_money_says_which_bound_held(self, hunted: list[Lived]) -> None:
        """In a year of trying all of them are met."""
        lines = [line.fields for one in hunted for line in one.lines if line.kind == "decision"]
        asked = [row for fields in lines for row in list(fields["candidates"]) if row["play"] == "incentive"]  # type: ignore[call-overload]

        assert {row.get("why") for row in asked if row["gate"] == "budget"} >= {"ladder", "rest", "share"}
        assert all(row.get("why") for row in asked if row["gate"] == "budget")

    def test_the_purse_is_never_overdrawn(self, hunted: list[Lived]) -> None:
        """Of a code of 5 a day one, and in thirty days four: whoever asks."""
        times = sorted(said.at for said in offers(hunted))

        for at in times:
            assert sum(at - DAY_MS < other <= at for other in times) <= 1
            assert sum(at - 30 * DAY_MS < other <= at for other in times) <= 4

    def test_no_code_is_given_twice(self, hunted: list[Lived]) -> None:
        """Every offer has its own, and the log tells its worth and its end."""
        told = [line.fields for one in hunted for line in one.lines if line.kind == "push" and "ends_at" in line.fields]

        assert len(told) >= len(offers(hunted))
        assert len({fields["code"] for fields in told}) == len(told)
        assert {fields["amount"] for fields in told} == {"5.00"}

    def test_a_year_of_offers_replays_to_the_byte(self, hunted: list[Lived]) -> None:
        """What was given then bars again what it barred then: every decision of everybody is the same."""
        for one in hunted:
            entries = [Entry(line.at, line.kind, line.session, line.fields, "full") for line in one.lines]
            outcomes = list(replay(one.who.id, entries, Policy(RULES)))

            assert len(outcomes) > VISITS
            assert [outcome for outcome in outcomes if not outcome.same] == []

    def test_what_was_decided_of_money_is_decided_again_to_the_byte(self, hunted: list[Lived]) -> None:
        """From the log alone: habits, ladder, draws, codes given and withheld."""
        for one in [one for one in hunted if offers([one])][:3]:
            entries = [
                Entry(line.at, line.kind, line.session, msgspec.json.decode(msgspec.json.encode(line.fields)))
                for line in one.lines
            ]
            again = list(replay(one.who.id, entries, Policy(RULES)))

            assert [outcome for outcome in again if not outcome.same] == []
            assert len(again) >= VISITS

    def test_who_thinks_of_paying_is_not_offered_money_for_the_price(self) -> None:
        """Words on a likelier reason rest once they were said; an offer on the next best never takes their place."""
        till = Till(replace(BOUNDS, per_day="5000", per_month="5000"), "EUR", CODES)
        policy = Policy(replace(RULES, urgent_percent=100))
        whos = [shopper(5, number) for number in range(*TOWN)]

        lines = [line.fields for who in whos for line in follow(who, walk(who, 5, 3), 5, policy, till).lines]
        rows = [row for told in lines for row in list(told.get("candidates", ()))]  # type: ignore[call-overload]

        assert any(row.get("why") == "reason" for row in rows)
        for told in lines:
            if told.get("play") == "incentive" and told.get("decision") == "speak":
                assert told["scores"]["price_offer"] == max(told["scores"].values())  # type: ignore[index]

    def test_making_to_leave_is_not_answered(self) -> None:
        """The same year, but every offer would be an answer to an exit: the moments are, the offers are not."""
        found = [hunter(number, Till(BOUNDS, "EUR", CODES), leaving=True) for number in range(2)]

        assert [one.broken for one in found] == [()] * 2

    def test_where_nothing_may_be_given_nobody_even_thinks_of_it(self) -> None:
        """Off by default: not a candidate, not a line."""
        lines = hunter(0, None, rules=Rules(holdout_percent=0)).lines

        assert "incentive" not in str(lines)
