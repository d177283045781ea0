"""Choosing at one moment: which candidate speaks, or which gate holds."""

from msgspec.structs import replace

from tarry.core.decision import Decision, Weighed
from tarry.core.events import Event, ExitIntent, PagePing, PageShow, PageView
from tarry.core.experiment import Arm, holdout_arm
from tarry.core.fold import short_id
from tarry.core.gates import Moment, first_closed
from tarry.core.plays import Candidate, candidates
from tarry.core.policy import Policy
from tarry.core.visitor import Visitor

MOMENTS = (PagePing, ExitIntent, PageShow, PageView)
"""The events after which speaking is possible: a page is there and somebody looks at it."""


def choose(visitor: Visitor, event: Event, policy: Policy) -> Decision | None:
    """Return the decision of this moment; ``None`` when the event is no moment to decide anything.

    A page that just came up, with nothing to say about it, is no moment either.

    The same arguments give the same decision, to the byte.
    """
    session = visitor.session
    view = session.view(event.stream, event.view) if session is not None else None
    if session is None or view is None or not isinstance(event.body, MOMENTS):
        return None
    arm = _arm(visitor, policy)
    moment = Moment(visitor, session, view, event, policy, arm)
    found = candidates(visitor, view, event.at, policy)
    if not found and isinstance(event.body, PageView):
        return None
    weighed = tuple((candidate, first_closed(moment, candidate)) for candidate in found)
    chosen = next((candidate for candidate, gate in weighed if gate is None), None)
    rows = tuple(Weighed(c.play, c.opening.signal, c.opening.reason, c.opening.subject, gate) for c, gate in weighed)
    base = Decision(
        id=short_id("d", visitor.id, visitor.decisions + 1),
        at=event.at,
        decision="hold",
        arm=arm,
        rules=policy.version(),
        stream=event.stream,
        view=event.view,
        candidates=rows,
    )
    return _speak(base, chosen) if chosen is not None else _hold(base, weighed)


def _arm(visitor: Visitor, policy: Policy) -> Arm:
    if visitor.consent != "full":
        return "none"
    return holdout_arm(visitor.id, percent=policy.rules.holdout_percent, seed=policy.rules.holdout_seed)


def _speak(base: Decision, chosen: Candidate) -> Decision:
    return replace(_about(base, chosen), decision="speak", p={chosen.play: 1.0, "hold": 0.0})


def _hold(base: Decision, weighed: tuple[tuple[Candidate, str | None], ...]) -> Decision:
    if not weighed:
        return replace(base, gate="no_reason", p={"hold": 1.0})
    # A candidate stopped by the holdout alone would have spoken; in the other group it did, so it is the one to log.
    first, gate = next((row for row in weighed if row[1] == "holdout"), weighed[0])
    return replace(_about(base, first), gate=gate, p={"hold": 1.0})


def _about(base: Decision, candidate: Candidate) -> Decision:
    opening, manner = candidate.opening, candidate.manner
    return replace(
        base,
        play=candidate.play,
        tone=manner.tone,
        format=manner.format,
        signal=opening.signal,
        reason=opening.reason,
        subject=opening.subject,
    )
