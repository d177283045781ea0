"""What a shopper may be shown, said a second time and in another way: whoever breaks the house rules is found here."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from tarry.core.events import Event, ExitIntent, Order, PageView
from tarry.core.policy import DAY_MS, Rules

_APART = ("inline", "tab")


class Spoken(Struct, frozen=True):
    """One word that was shown: when (ms), the moment it answers, its play, format and reason, and the answer.

    ``likeliest`` is the reason that was believed most at that moment, of all there are.
    """

    at: int
    moment_at: int
    play: str
    format: str
    reason: str
    st: str
    quiet: bool = False
    likeliest: str = ""


def violations(spoken: Sequence[Spoken], events: Sequence[Event], rules: Rules) -> tuple[str, ...]:
    """Return the name of every rule that what was shown breaks, once for each word that breaks it.

    It knows nothing of gates or of records: it looks at times alone.
    """
    found: list[str] = []
    loud = [one.at for one in spoken if one.format not in _APART]
    for number, one in enumerate(spoken):
        before = spoken[:number]
        sitting = _sitting(events, one.moment_at, rules)
        here = [other for other in before if other.at >= sitting]
        if before and one.at - before[-1].at < rules.gap_s * 1_000:
            found.append("gap")
        if here and here[-1].reason == one.reason:
            found.append("reason")
        if one.format in _APART:
            most = rules.inline_per_session if one.format == "inline" else rules.tab_per_session
            found += ["session"] * (sum(other.format == one.format for other in here) >= most)
        else:
            found += ["session"] * (sum(other.format not in _APART for other in here) >= rules.per_session)
            for days, most in ((1, rules.per_day), (7, rules.per_7_days), (90, rules.per_90_days)):
                found += [f"{days} days"] * (sum(0 < one.at - at < days * DAY_MS for at in loud) >= most)
        if any(other.quiet and one.at - other.at < rules.quiet_days * DAY_MS for other in before):
            found.append("quiet")
        if any(
            other.st == "dismissed"
            and other.play == one.play
            and one.moment_at - other.at < rules.dismissed_days * DAY_MS
            for other in before
        ):
            found.append("dismissed")
        found += _of_page(one, events, rules)
        if one.play == "incentive":
            found += _of_offer(one, before, events, rules)
    return tuple(found)


def _of_offer(one: Spoken, before: Sequence[Spoken], events: Sequence[Event], rules: Rules) -> list[str]:
    """Return what is wrong with money off: for another reason, before words, as an answer to leaving, too often."""
    found, bounds = [], rules.incentives
    earlier = [other.at for other in before if other.play == "incentive"]
    if one.reason != "price":
        found.append("offer without the price")
    if not any(other.play == "reassure" and other.reason == "price" for other in before):
        found.append("offer before words")
    if any(type(event.body) is ExitIntent for event in events if event.at == one.moment_at):
        found.append("offer at the exit")
    if any(one.at - at < bounds.rest_days * DAY_MS for at in earlier):
        found.append("offer too soon")
    if sum(one.at - at < 365 * DAY_MS for at in earlier) >= bounds.per_year:
        found.append("offer too often")
    return found


def _of_page(one: Spoken, events: Sequence[Event], rules: Rules) -> list[str]:
    """Return what is wrong with the place and the minute: in a checkout, after an order, just after a page came up."""
    found = []
    until = [event for event in events if event.at <= one.moment_at]
    views = [event for event in until if type(event.body) is PageView]
    page = views[-1].body if views else None
    if isinstance(page, PageView) and page.kind in ("checkout", "thanks"):
        found.append("paying")
    if views and one.moment_at - views[-1].at < rules.after_navigation_s * 1_000:
        found.append("arrived")
    ordered = [event.at for event in until if type(event.body) is Order and event.name == "purchase"]
    if ordered and one.moment_at - ordered[-1] < rules.after_order_h * 3_600_000:
        found.append("order")
    added = [event.at for event in until if event.name == "add_to_cart"]
    if added and one.moment_at - added[-1] < rules.just_added_s * 1_000:
        found.append("just added")
    return found


def _sitting(events: Sequence[Event], at: int, rules: Rules) -> int:
    """Return when the sitting began in which a time lies."""
    times = [event.at for event in events if event.at <= at]
    began = times[0] if times else at
    for earlier, later in pairwise(times):
        if later - earlier > rules.session_idle_s * 1_000:
            began = later
    return began
