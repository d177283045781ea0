"""Choosing at one moment: which candidate speaks, or which gate holds."""

from collections.abc import Sequence

from tarry.core.decision import Decision, Weighed
from tarry.core.events import Event, ExitIntent, PagePing, PageShow, PageView
from tarry.core.experiment import Arm, holdout_arm
from tarry.core.fold import short_id
from tarry.core.gates import Moment, first_closed
from tarry.core.plays import Candidate, Fitting, fitting
from tarry.core.policy import Policy
from tarry.core.visitor import Visitor

MOMENTS = frozenset({PagePing, ExitIntent, PageShow, PageView})
"""The events after which speaking is possible: a page is there and somebody looks at it."""

_Weighed = tuple[tuple[Candidate, str | None], ...]
"""The candidates of a moment, best first, each with the gate that stops it."""


def choose(visitor: Visitor, event: Event, policy: Policy) -> Decision | None:
    """Return the decision of this moment; ``None`` when the event is no moment to decide anything.

    A page that just came up, with nothing to say about it, is no moment either; nor is one whose silence says the
    same as an earlier one on its page.

    The same arguments give the same decision, to the byte.
    """
    session = visitor.session
    if session is None or type(event.body) not in MOMENTS:
        return None
    view = session.view(event.stream, event.view)
    if view is None:
        return None
    fits = fitting(visitor, view, event.at, policy, leaving=type(event.body) is ExitIntent)
    found = fits.candidates
    if not found and type(event.body) is PageView:
        return None
    arm = _arm(visitor, policy) if found else None
    weighed = _weigh(Moment(visitor, session, view, event, policy, arm), found) if arm is not None else ()
    silence = _silence(weighed)
    if (
        silence is not None
        and note(silence, [(c.playbook.name, c.opening.subject) for c in found], event) in view.noted
    ):
        return None
    return _decide(visitor, event, policy, arm or _arm(visitor, policy), weighed, fits)


def note(gate: str | None, about: Sequence[tuple[str, str]], event: Event) -> str:
    """Return what makes two silences on one page the same; an exit is always a moment of its own.

    Args:
        gate: what stopped it.
        about: playbook and subject of every candidate.
        event: the moment.

    """
    subjects = ",".join([f"{playbook}:{subject}" for playbook, subject in about])
    return f"{gate}|{subjects}|exit" if type(event.body) is ExitIntent else f"{gate}|{subjects}"


def _arm(visitor: Visitor, policy: Policy) -> Arm:
    if visitor.consent != "full":
        return "none"
    return holdout_arm(visitor.id, percent=policy.rules.holdout_percent, seed=policy.rules.holdout_seed)


def _weigh(moment: Moment, found: tuple[Candidate, ...]) -> _Weighed:
    """Ask the gates about every candidate, once for those that are alike in all that gates look at."""
    if len(found) == 1:
        return ((found[0], first_closed(moment, found[0])),)
    asked: dict[tuple[str, str, str], str | None] = {}
    weighed = []
    for candidate in found:
        kind = (candidate.playbook.name, candidate.manner.format, candidate.reason)
        if kind not in asked:
            asked[kind] = first_closed(moment, candidate)
        weighed.append((candidate, asked[kind]))
    return tuple(weighed)


def _silence(weighed: _Weighed) -> str | None:
    """Return the gate that makes this moment a silence; ``None`` when somebody may speak."""
    if not weighed:
        return "no_reason"
    return None if None in [gate for _, gate in weighed] else _first(weighed)[1]


def _first(weighed: _Weighed) -> tuple[Candidate, str | None]:
    """Return the candidate a silence is about.

    One stopped by the holdout alone would have spoken; in the other group it did, so it is the one to log.
    """
    for row in weighed:
        if row[1] == "holdout":
            return row
    return weighed[0]


def _decide(visitor: Visitor, event: Event, policy: Policy, arm: Arm, weighed: _Weighed, fits: Fitting) -> Decision:
    """Build the decision: about the first candidate with every gate open, else about the silence."""
    speaks = next((candidate for candidate, gate in weighed if gate is None), None)
    about = speaks or (_first(weighed)[0] if weighed else None)
    return Decision(
        id=short_id("d", visitor.id, visitor.decisions + 1),
        at=event.at,
        decision="speak" if speaks is not None else "hold",
        arm=arm,
        rules=policy.version(),
        stream=event.stream,
        view=event.view,
        gate=_silence(weighed),
        playbook=about.playbook.name if about is not None else None,
        play=about.play if about is not None else None,
        tone=about.manner.tone if about is not None else None,
        format=about.manner.format if about is not None else None,
        length=about.manner.length if about is not None else None,
        signal=about.opening.signal if about is not None else None,
        reason=about.reason if about is not None else None,
        subject=about.opening.subject if about is not None else None,
        bound=about is not None and about.opening.bound,
        measure=about.playbook.measure if about is not None else None,
        candidates=tuple([_row(candidate, gate) for candidate, gate in weighed]),
        scores=_scores(fits),
        unknown=fits.unknown,
        p={speaks.play: 1.0, "hold": 0.0} if speaks is not None else {"hold": 1.0},
    )


def _row(c: Candidate, gate: str | None) -> Weighed:
    o = c.opening
    return Weighed(c.playbook.name, c.play, o.signal, c.reason, o.subject, gate, round(c.score, 3))


def _scores(fits: Fitting) -> dict[str, float]:
    """Return what speaks for each playbook and for silence, to a thousandth; nothing where nothing fits."""
    if not fits.candidates:
        return {}
    best: dict[str, float] = {"hold": fits.hold}
    for candidate in fits.candidates:
        best.setdefault(candidate.playbook.name, candidate.score)
    return {name: round(score, 3) for name, score in best.items()}
