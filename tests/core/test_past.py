"""Which rules held when, and that a log is told again under the rules of then."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.core.stories import EVERYBODY, T0
from tests.core.test_replay import again, entries, logged
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.conditions import Condition
from tarry.core.past import Past, Ruling, kept_of, past_of
from tarry.core.playbooks import Change
from tarry.core.policy import Policy, Rules
from tarry.core.replay import replay
from tarry.core.segments import Segment

FIRST, SECOND = Policy(Rules(gap_s=1)), Policy(Rules(gap_s=2))
TODAY = Policy(Rules(gap_s=3), slots=False)


def ruling(at: int, policy: Policy) -> Ruling:
    """Return rules as a store keeps them."""
    return Ruling(at, policy.version(), kept_of(policy))


class TestPast:
    def test_from_the_very_moment_on(self) -> None:
        """Rules hold from their time on; before the first that are known, today's stand in."""
        past = past_of([ruling(10, FIRST), ruling(20, SECOND)], TODAY)

        assert [past.at(at) for at in (9, 10, 19, 20, 99)] == [TODAY, FIRST, FIRST, SECOND, SECOND]

    def test_a_decisions_own_version_goes_first(self) -> None:
        """When the server's clock was set back, what the decision says of itself is believed."""
        past = past_of([ruling(10, FIRST), ruling(20, SECOND)], TODAY)

        assert past.at(25, FIRST.version()) == FIRST
        assert past.at(12, SECOND.version()) == SECOND
        assert past.at(12, TODAY.version()) == TODAY
        assert past.at(12, "nobody kept it") == FIRST

    def test_what_cannot_be_read_any_more_is_left_out(self) -> None:
        """Rules with a key that Tarry no longer has are as if they had not been kept; no rule is guessed."""
        odd = Ruling(15, "odd", b'{"rules": {"no_such_rule": 1}}')

        assert past_of([ruling(10, FIRST), odd, Ruling(16, "cut", b"{")], TODAY) == past_of([ruling(10, FIRST)], TODAY)

    def test_all_of_a_policy_comes_back(self) -> None:
        """Segments, playbooks, unreadable rules and missing places, each in the version it had."""
        rules = Rules(
            segment=(Segment(name="far", negated=Condition(field="visits", op="==", value=1)),),
            playbook=(Change("trust", segment="far", tone="direct"),),
        )
        for policy in (Policy(rules, slots=False), Policy(rules, readable=False)):
            past = past_of([ruling(1, policy)], Policy())

            assert past.at(2) == policy
            assert past.at(2).version() == policy.version()


class TestReplay:
    @searched(60)
    @given(wanderings(), st.data())
    def test_every_moment_is_decided_under_the_rules_of_then(self, story: object, data: st.DataObject) -> None:
        """Rules edited in mid-story, at any time: told again, every decision is the same to the byte."""
        other = Policy(replace(EVERYBODY.rules, first_active_s=2, per_session=4, per_day=4, session_idle_s=60))
        lines = logged(story, EVERYBODY)  # type: ignore[arg-type]
        cut = data.draw(st.integers(0, len(lines)))
        changed_at = lines[cut].at if cut < len(lines) else lines[-1].at + 1
        past = Past(other, (T0 - 1, changed_at), (EVERYBODY, other))
        switched = logged(story, past)  # type: ignore[arg-type]

        assert all(one.same for one in again(switched, past))

    def test_a_log_of_before_they_were_kept_is_told_under_todays(self) -> None:
        """As it always was: a store of an earlier version knows no rules but today's."""
        assert msgspec.json.encode(list(replay("v", entries([]), Past(EVERYBODY)))) == b"[]"
