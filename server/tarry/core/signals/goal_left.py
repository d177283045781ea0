"""Goal left: a booking, sign-up or application that was begun and has been out of sight, or still, for a while."""

from tarry.core.events import Event, Goal
from tarry.core.policy import DAY_MS, Rules
from tarry.core.session import Opening
from tarry.core.signals.notice import Notice
from tarry.core.visitor import GoalState, Visitor

LASTS_MS = 1_800_000
"""How long into the sitting the goal may be spoken of, in milliseconds. Our own choice."""


def goal_left(visitor: Visitor, event: Event, rules: Rules) -> tuple[Notice, ...]:
    """Notice goals hidden for ``rules.goal_hidden_s`` seconds or without a step for ``rules.goal_idle_s``."""
    if not visitor.goals or type(event.body) is Goal:
        return ()
    return tuple(_notice(goal, event.at) for goal in visitor.goals if is_left(goal, event.at, rules))


def is_left(goal: GoalState, at: int, rules: Rules) -> bool:
    """Tell whether a goal lies there unfinished at a time (ms), and was not spoken of since its last step.

    After ``rules.return_days`` it is let go, as a cart is.
    """
    if goal.reminded == goal.version or at - goal.last_at > rules.return_days * DAY_MS:
        return False
    hidden = bool(goal.left_at) and at - goal.left_at >= rules.goal_hidden_s * 1000
    return hidden or at - goal.last_at >= rules.goal_idle_s * 1000


def _notice(goal: GoalState, at: int) -> Notice:
    values: dict[str, object] = {"goal": goal.goal, "step": goal.step}
    opening = Opening("goal_left", goal.goal, at, at + LASTS_MS)
    return Notice("goal_left", f"goal_left:{goal.goal}:{goal.version}", values, opening)
