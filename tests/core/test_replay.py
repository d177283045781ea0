"""Time travel: the same rules give the same decisions to the byte, other rules what would have been."""

from collections.abc import Sequence

import msgspec
from hypothesis import given
from msgspec.structs import replace
from tests.core.stories import EVERYBODY, VID, Story, newcomer
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.acts import Applied, Ask, Batch, Offer, Tell, Withhold
from tarry.core.entry import Entry
from tarry.core.past import Past
from tarry.core.policy import DAY_MS, Policy, Rules
from tarry.core.record import Line, Record
from tarry.core.replay import Outcome, replay
from tarry.core.turn import take_turn
from tarry.core.visitor import Visitor

CHATTY = Policy(Rules(holdout_percent=0, per_session=5, per_day=5, gap_s=5, first_active_s=2))
PATIENT = Policy(Rules(holdout_percent=0, first_active_s=600))


def logged(
    story: Story, policy: Policy | Past, *, consent: str = "full", reactions: Sequence[str] = ("shown",)
) -> list[Line]:
    """Return the log of a story as the server writes it, every word found, offered and answered in turn.

    A past lets the rules change in mid-story: every event is taken in under those of its time.
    """
    past = policy if isinstance(policy, Past) else Past(policy)
    record = Record(Visitor(id=VID, first_at=0))
    kept: list[Line] = []
    turns = 0
    for number, event in enumerate(story.events):
        policy = past.at(event.rx)
        batch = Batch(event.stream, event.seq, (event,), event.rx, consent=consent, conn=number)  # type: ignore[arg-type]
        turn = take_turn(record, [batch], policy)
        record, kept = turn.record, [*kept, *turn.kept.lines]
        (answer,) = turn.answers
        assert isinstance(answer, Applied)
        for decision, _ in answer.speak:
            turns += 1
            at, reaction = event.rx + 40, reactions[turns % len(reactions)]
            word = (
                Withhold(decision, "nothing_to_say", at)
                if reaction == "nothing"
                else Offer(decision, {}, int(policy.rules.prompt_lasts_s * 1000), at)
            )
            turn = take_turn(record, [word], policy)
            record, kept = turn.record, [*kept, *turn.kept.lines]
            if reaction not in ("nothing", "unclaimed"):
                push = record.pushes[-1].id
                st, action = ("dismissed", "quiet") if reaction == "quiet" else (reaction, None)
                told = Tell(push, st, at + 900, int(policy.rules.quiet_days * DAY_MS), action)  # type: ignore[arg-type]
                turn = take_turn(record, [Ask(push, at + 30), told], policy)
                record, kept = turn.record, [*kept, *turn.kept.lines]
    return kept


def entries(lines: Sequence[Line], consent: str = "full") -> list[Entry]:
    """Return lines as a store gives them back: through JSON."""
    return [
        Entry(line.at, line.kind, line.session, msgspec.json.decode(msgspec.json.encode(line.fields)), consent)
        for line in lines
    ]


def again(lines: Sequence[Line], policy: Policy | Past, consent: str = "full") -> list[Outcome]:
    """Replay a log."""
    return list(replay(VID, entries(lines, consent), policy))


class TestSame:
    @searched(150)
    @given(wanderings())
    def test_under_the_same_rules_every_decision_is_the_same_to_the_byte(self, story: Story) -> None:
        """Whatever was said, found missing, shown, waved away or never claimed in between."""
        for policy in (EVERYBODY, CHATTY, Policy()):
            for reactions in (("shown",), ("dismissed", "nothing", "unclaimed", "clicked", "quiet")):
                lines = logged(story, policy, reactions=reactions)
                outcomes = again(lines, policy)

                assert [one for one in outcomes if not one.same] == []
                assert len(outcomes) == len({str(line.fields["id"]) for line in lines if line.kind == "decision"})

    @searched(50)
    @given(wanderings())
    def test_without_consent_too(self, story: Story) -> None:
        """An unknown document's decisions are the same again."""
        lines = logged(story, EVERYBODY, consent="anonymous")

        assert all(one.same for one in again(lines, EVERYBODY, "anonymous"))


class TestOther:
    def test_what_would_not_have_been_said(self) -> None:
        """Rules that wait ten minutes would have been silent after half a minute."""
        lines = logged(Story().product().look(30_000), EVERYBODY)

        (change,) = [one for one in again(lines, PATIENT) if not one.same]

        assert change.then is not None
        assert change.now is not None
        assert (change.then["decision"], change.now["decision"], change.now["gate"]) == (
            "speak",
            "hold",
            "first_seconds",
        )

    def test_what_would_have_been_said(self) -> None:
        """And the other way round: shown at once, it fills the cap for what comes after."""
        story = Story().product().look(30_000).look(5_000).look(5_000)
        lines = logged(story, PATIENT)

        spoken = [one for one in again(lines, EVERYBODY) if one.now is not None and one.now["decision"] == "speak"]

        assert len(spoken) == 1
        assert not spoken[0].same

    def test_what_happened_to_a_prompt_counts_only_if_it_is_still_sent(self) -> None:
        """Who asked for quiet at a prompt that the new rules never sent has not asked for it."""
        lines = logged(Story().product().look(30_000), EVERYBODY, reactions=("quiet",))
        later = Story(at=lines[-1].at + 2 * DAY_MS, stream="doc2").product("CUP-2").look(31_000)
        record = Record(newcomer())
        both = [*lines, *_after(record, later)]
        strict = Policy(replace(EVERYBODY.rules, dwell_s=31))

        last = [again(both, policy)[-1].now for policy in (EVERYBODY, strict)]
        assert [one and one.get("gate", one["decision"]) for one in last] == ["quiet", "speak"]


def _after(record: Record, story: Story) -> list[Line]:
    kept: list[Line] = []
    for event in story.events:
        turn = take_turn(
            record, [Batch(event.stream, event.seq, (event,), event.rx, consent="full", conn=1)], EVERYBODY
        )
        record, kept = turn.record, [*kept, *[line for line in turn.kept.lines if line.kind == "event"]]
    return kept
