"""Every reason to stay silent that the server can know, in the order in which they are asked."""

from collections.abc import Callable

from msgspec import Struct

from tarry.core.bots import is_bot
from tarry.core.brief import Format
from tarry.core.events import Event, ExitIntent
from tarry.core.experiment import Arm, bucket
from tarry.core.playbooks import Playbook
from tarry.core.plays import Candidate
from tarry.core.policy import DAY_MS, Policy, Rules
from tarry.core.session import Session, View
from tarry.core.visitor import Said, Visitor

REST_MOST_DAYS = 365
"""A play that was waved away again and again rests a year at most, unless the owner says longer. Our own choice."""
STALE_MS = 5_000
"""An event that reaches us later than this after it happened is no moment to speak. Our own choice."""
_ANONYMOUS_PLAYS = frozenset({"remind", "reassure", "convenience"})
_APART: frozenset[Format] = frozenset({"inline", "tab"})
"""Formats that interrupt nobody: each is counted by itself."""


class Moment(Struct, frozen=True):
    """All that a gate may look at: the visitor as folded, the page in view, the event, the rules, the arm."""

    visitor: Visitor
    session: Session
    view: View
    event: Event
    policy: Policy
    arm: Arm

    def counted(self) -> tuple[Said, ...]:
        """Return what was said to the visitor and counts, newest last."""
        said = self.visitor.said
        return tuple(s for s in said if s.counts(self.event.at)) if said else ()


def consent(m: Moment, c: Candidate) -> bool:
    """Without full consent only reminders and reassurance are allowed."""
    return m.visitor.consent != "full" and c.play not in _ANONYMOUS_PLAYS


def bot(m: Moment, _c: Candidate) -> bool:
    """Programs are never spoken to."""
    return is_bot(m.visitor, m.event.at)


def paused(m: Moment, c: Candidate) -> bool:
    """The owner paused everything, or lets this play or playbook only observe, for this visitor or for all."""
    return m.policy.rules.paused or getattr(m.policy.rules.plays, c.play) != "full" or not _speaks(m, c.playbook)


def _speaks(m: Moment, playbook: Playbook) -> bool:
    """Tell whether a playbook speaks to this visitor; who belongs to a share is the same at every moment."""
    if playbook.mode != "share":
        return playbook.mode == "full"
    return bucket(f"share:{playbook.name}", m.visitor.id) < playbook.share / 100


def rules_unreadable(m: Moment, _c: Candidate) -> bool:
    """The house rules could not be read; no rule is ever guessed."""
    return not m.policy.readable


def first_seconds(m: Moment, _c: Candidate) -> bool:
    """Nothing in the first seconds of a sitting or of a page; an exit needs some time on its own page instead."""
    rules = m.policy.rules
    if type(m.event.body) is ExitIntent:
        return m.view.active_ms < rules.exit_active_s * 1000
    arrived = m.event.at - m.view.at < rules.after_navigation_s * 1000
    wanted_ms = rules.first_active_s * 1000
    return arrived or m.session.active_ms(wanted_ms) < wanted_ms


def paying(m: Moment, _c: Candidate) -> bool:
    """Nobody is spoken to while checking out."""
    return m.view.kind == "checkout"


def just_added(m: Moment, _c: Candidate) -> bool:
    """Somebody who just put something into the cart needs no help with it."""
    added = m.session.added_at
    return bool(added) and 0 <= m.event.at - added < m.policy.rules.just_added_s * 1000


def cap_session(m: Moment, c: Candidate) -> bool:
    """Enough was said in this sitting; without consent, one word a document."""
    said = m.counted()
    if m.visitor.consent != "full":
        return bool(said)
    rules, form = m.policy.rules, c.manner.format
    here = [s.format for s in said if s.session == m.session.id]
    if form in _APART:
        return here.count(form) >= (rules.inline_per_session if form == "inline" else rules.tab_per_session)
    if form == "modal" and here.count("modal") >= rules.modal_per_session:
        return True
    return len([one for one in here if one not in _APART]) >= rules.per_session


def cap_day(m: Moment, c: Candidate) -> bool:
    """Enough interruptions in the last 24 hours, sliding."""
    return c.manner.format not in _APART and _interruptions(m, days=1) >= m.policy.rules.per_day


def cap_period(m: Moment, c: Candidate) -> bool:
    """Enough interruptions in the last 7 or 90 days, sliding."""
    if c.manner.format in _APART:
        return False
    rules = m.policy.rules
    return _interruptions(m, days=7) >= rules.per_7_days or _interruptions(m, days=90) >= rules.per_90_days


def _interruptions(m: Moment, *, days: int) -> int:
    if not m.visitor.said:
        return 0
    since = m.event.at - days * DAY_MS
    return len([s for s in m.counted() if s.format not in _APART and s.at > since])


def gap(m: Moment, _c: Candidate) -> bool:
    """Some time has to pass between any two prompts."""
    said = m.counted()
    return bool(said) and m.event.at - said[-1].at < m.policy.rules.gap_s * 1000


def cooldown(m: Moment, c: Candidate) -> bool:
    """Dismissed kinds rest, nothing is said for a while after an order, nor two of one reason in a row."""
    rules, at = m.policy.rules, m.event.at
    if m.visitor.ordered_at and at - m.visitor.ordered_at < rules.after_order_h * 3_600_000:
        return True
    if not m.visitor.said:
        return False
    here = [s for s in m.counted() if s.session == m.session.id]
    shown = [s for s in here if s.state != "reserved"]
    # What is only on its way may never be shown: the last that was seen is as near as the last that was meant.
    if c.reason in [last.reason for last in (*here[-1:], *shown[-1:])]:
        return True
    dismissed = [s.dismissed_at for s in m.visitor.said if s.play == c.play and s.dismissed_at]
    if not dismissed:
        return False
    return at - max(dismissed) < _rest_days(len(dismissed), rules) * DAY_MS


def _rest_days(times: int, rules: Rules) -> float:
    """Return how long a play rests after it was waved away so often: from the third time on twice as long each time."""
    if times == 1:
        return rules.dismissed_days
    return min(rules.dismissed_again_days * (1 << min(times - 2, 10)), max(REST_MOST_DAYS, rules.dismissed_again_days))


def quiet(m: Moment, _c: Candidate) -> bool:
    """The visitor asked for quiet."""
    return m.event.at < m.visitor.quiet_until


def budget(_m: Moment, c: Candidate) -> bool:
    """No money off for this visitor now: too soon, too often, or not drawn; the candidate says which."""
    return c.barred is not None


def holdout(m: Moment, _c: Candidate) -> bool:
    """The visitor belongs to the group that is shown nothing, so that the difference can be known."""
    return m.arm == "holdout"


def expired(m: Moment, _c: Candidate) -> bool:
    """The moment was over before its event reached us."""
    return m.event.rx - m.event.at > STALE_MS


Gate = Callable[[Moment, Candidate], bool]

GATES: tuple[Gate, ...] = (
    consent,
    bot,
    paused,
    rules_unreadable,
    first_seconds,
    paying,
    just_added,
    cap_session,
    cap_day,
    cap_period,
    gap,
    cooldown,
    quiet,
    budget,
    expired,
    holdout,
)
"""The gates asked before anything is written, in their fixed order. The holdout comes last: it stops only what would
have been said, so that both groups are counted at the same moments. ``no_reason`` stands for an empty list of
candidates; ``nothing_to_say`` and ``guardrail`` come when words are sought; ``typing`` and ``dialog`` are kept by
the page itself, which reports them as blocked. Of a candidate they look at playbook, format and reason alone: those
that are alike in these meet the same gates, and are asked about once a moment."""


def first_closed(moment: Moment, candidate: Candidate) -> str | None:
    """Return the name of the first gate that is closed for a candidate; ``None`` when all are open."""
    for gate in GATES:
        if gate(moment, candidate):
            return gate.__name__
    return None
