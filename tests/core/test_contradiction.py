"""Conditions that nobody can meet."""

import msgspec
import pytest
from hypothesis import assume, given
from tests.core.stories import Story, folded
from tests.core.test_conditions import known, trees
from tests.core.wanderings import wanderings
from tests.searched import searched

from tarry.core.conditions import Condition, judge
from tarry.core.contradiction import contradiction
from tarry.core.fields import Known
from tarry.core.segments import KINDS


def leaf(field: str, op: str, value: object) -> Condition:
    """Return a leaf as the house rules bring it."""
    return msgspec.convert({"field": field, "op": op, "value": value}, Condition)


FIRST, AGAIN = leaf("visits", "==", 1), leaf("visits", ">=", 2)


class TestContradiction:
    @pytest.mark.parametrize(
        ("condition", "words"),
        [
            (Condition(all=(FIRST, AGAIN)), "visits == 1 and visits >= 2"),
            (Condition(all=(FIRST, Condition(all=(AGAIN,)))), "visits == 1 and visits >= 2"),
            (Condition(any=(Condition(all=(FIRST, AGAIN)), leaf("visits", "<", 1))), "visits == 1 and visits >= 2"),
            (leaf("visits", "<", 1), "visits < 1"),
            (Condition(all=(leaf("intent", ">", 0.5), leaf("intent", "<", 0.5))), "intent > 0.5 and intent < 0.5"),
            (
                Condition(all=(leaf("page", "==", "cart"), leaf("page", "in", ("list", "info")))),
                "page == cart and page in list, info",
            ),
            (
                Condition(all=(leaf("left_cart", "==", True), leaf("left_cart", "!=", True))),
                "left_cart == true and left_cart != true",
            ),
            (Condition(all=(Condition(any=(leaf("visits", "<", 1),)), FIRST)), "visits < 1"),
        ],
    )
    def test_it_is_named(self, condition: Condition, words: str) -> None:
        """In the owner's own words."""
        assert contradiction(condition) == words

    @pytest.mark.parametrize(
        "condition",
        [
            *KINDS.values(),
            Condition(any=(FIRST, AGAIN)),
            Condition(all=(leaf("intent", ">", 0.5), leaf("intent", "<", 0.6))),
            Condition(all=(leaf("visits", ">=", 2), leaf("visits", "<=", 2), leaf("visits", "!=", 3))),
            Condition(all=(leaf("language", "!=", "en"), leaf("language", "!=", "de"))),
            Condition(all=(leaf("signals", "has", "dwell"), leaf("signals", "has", "exit_intent"))),
            Condition(negated=Condition(all=(FIRST, AGAIN))),
        ],
    )
    def test_what_somebody_can_meet_is_left_alone(self, condition: Condition) -> None:
        """However narrow."""
        assert contradiction(condition) is None

    @searched(100)
    @given(trees, wanderings())
    def test_who_passes_is_no_contradiction(self, tree: Condition, story: Story) -> None:
        """A condition that somebody meets is never called one that nobody can."""
        visitor = folded(story)
        assert visitor.session is not None
        passes = [judge(tree, Known(visitor, visitor.session, story.at)).passes, judge(tree, known()).passes]
        assume(True in passes)

        assert contradiction(tree) is None
