"""The town of shoppers: what is believed, how sure, and that the house rules are kept whatever happens."""

from collections import Counter

import msgspec
import orjson
import pytest
from click.testing import CliRunner
from tests.faults.size import size
from tests.searched import LONG

from tarry.cli import cli
from tarry.core.entry import Entry
from tarry.core.events import Event
from tarry.core.policy import DAY_MS, Policy, Rules
from tarry.core.reasons import REASONS
from tarry.core.replay import replay
from tarry.lab.oracle import Spoken, violations
from tarry.lab.town import live, populate, report
from tarry.lab.townsfolk import shopper
from tarry.lab.walks import SIGNS, T0, walk

SHOPPERS = 5_000 if LONG else 800
SEEDS = (101, 202, 303) if LONG else (101,)
EVERYBODY = Policy(Rules(holdout_percent=0))
CHATTY = Policy(
    Rules(holdout_percent=0, per_session=6, per_day=8, per_7_days=20, per_90_days=40, gap_s=20, first_active_s=2)
)
VISITS = 10
"""So often a regular comes, some weeks long."""
DECISIONS = size(100_000 if LONG else 30_000, 1_000_000)
REPLAYED = size(1_000, 10_000)
"""Sittings that are decided again: ten thousand in a soak."""


class TestFigures:
    @pytest.mark.parametrize("seed", SEEDS)
    def test_reasons_are_found_and_sureness_is_honest(self, seed: int) -> None:
        """On a town nobody looked at before: accuracy, evidence, calibration, and chance where labels are shuffled."""
        found = report(list(populate(seed, SHOPPERS, EVERYBODY)), seed)
        print({key: found[key] for key in ("top_reason_accuracy", "evidence_has_cue", "ece", "shuffled_accuracy")})

        assert float(str(found["top_reason_accuracy"])) >= 0.75
        assert float(str(found["evidence_has_cue"])) >= 0.95
        assert float(str(found["ece"])) <= 0.08
        assert abs(float(str(found["shuffled_accuracy"])) - float(str(found["chance"]))) <= 0.04
        assert found["gate_violations"] == 0

    def test_the_command_tells_them(self) -> None:
        """As one object of JSON, or as a table; twice the same for the same seed."""
        runs = [CliRunner().invoke(cli, ["lab", "town", "--seed", "7", "--shoppers", "40", "--json"]) for _ in range(2)]
        keys = {"top_reason_accuracy", "evidence_has_cue", "ece", "shuffled_accuracy"}
        keys |= {"incentive_without_price_reason", "gate_violations"}

        assert runs[0].stdout == runs[1].stdout
        assert keys <= set(orjson.loads(runs[0].stdout))
        assert "house rules broken" in CliRunner().invoke(cli, ["lab", "town", "--shoppers", "20"]).output

    def test_what_it_is_asked_about_is_what_there_is(self) -> None:
        """Every reason but just looking has signs, and every reason lives in the town."""
        assert set(SIGNS) == set(REASONS) - {"looking"}
        assert {shopper(1, number).reason for number in range(400)} == set(REASONS)


class TestHouseRules:
    def test_thousands_of_decisions_break_none_of_them(self) -> None:
        """Regulars, under Tarry's own rules and under chatty ones, seen by somebody who only looks at times."""
        decisions, answers = 0, Counter[str]()
        for seed, policy in ((404, EVERYBODY), (505, CHATTY)):
            for number in range(100_000):
                one = live(seed, number, policy, VISITS)
                decisions += one.decisions
                answers.update(one.gates)
                assert one.broken == (), (seed, one.who)
                if decisions >= DECISIONS * (1 if policy is EVERYBODY else 2) // 2:
                    break
        print(f"{decisions:,} decisions, {dict(answers)}")
        assert decisions >= DECISIONS
        # Each of these was really put to the test.
        assert min(answers[gate] for gate in ("cap_session", "cap_day", "cap_period", "gap", "cooldown", "quiet")) > 0

    @pytest.mark.parametrize(
        ("later", "change", "rule"),
        [
            (30_000, {}, "gap"),
            (90_000, {}, "session"),
            (90_000, {"reason": "price"}, "session"),
            (5 * 3_600_000, {"reason": "price"}, "1 days"),
            (2 * DAY_MS, {"st": "dismissed"}, "dismissed"),
            (20 * DAY_MS, {"quiet": True, "st": "dismissed"}, "quiet"),
        ],
    )
    def test_who_looks_finds_what_is_broken(self, later: int, change: dict[str, object], rule: str) -> None:
        """Each rule has a pair of words that breaks it."""
        events = _sittings(0, later)
        first = Spoken(T0 + 20_020, T0 + 20_000, "reassure", "toast", "doubt", "shown")
        second = Spoken(first.at + later, first.moment_at + later, "reassure", "toast", "doubt", "shown")
        if "reason" in change:
            second = msgspec.structs.replace(second, reason="price")
        else:
            first = msgspec.structs.replace(first, **change)

        assert rule in violations([first, second], events, Rules())
        assert violations([first], events, Rules()) == ()


def _sittings(*starts: int) -> list[Event]:
    """Return page views at some times, each half a minute long."""
    way = walk(shopper(1, 1), 1).events
    view = next(event for event in way if event.name == "page_view")
    return [msgspec.structs.replace(view, at=T0 + start, rx=T0 + start) for start in starts]


class TestReplay:
    def test_a_thousand_sittings_are_decided_again_to_the_byte(self) -> None:
        """What the town's log says was decided is what is decided from the log."""
        for number in range(REPLAYED):
            one = live(606, number, CHATTY)
            entries = [
                Entry(line.at, line.kind, line.session, msgspec.json.decode(msgspec.json.encode(line.fields)))
                for line in one.lines
            ]
            again = list(replay(one.who.id, entries, CHATTY))

            assert [outcome for outcome in again if not outcome.same] == []
            assert len(again) >= 1
