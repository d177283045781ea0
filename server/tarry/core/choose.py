"""Choosing at one moment: which candidate speaks, or which gate holds."""

from collections.abc import Sequence

from tarry.core.bots import is_bot
from tarry.core.decision import Decision, Exposure, Weighed
from tarry.core.events import Event, ExitIntent, PagePing, PageShow, PageView
from tarry.core.experiment import Arm, holdout_arm
from tarry.core.fold import short_id
from tarry.core.gates import Moment
from tarry.core.kinship import as_one
from tarry.core.look import Look, exposures, weigh
from tarry.core.plays import Candidate, Fitting, fitting
from tarry.core.policy import Policy
from tarry.core.session import Session, View
from tarry.core.trials import Taking, takings_of
from tarry.core.visitor import Visitor

MOMENTS = frozenset({PagePing, ExitIntent, PageShow, PageView})
"""The events after which speaking is possible: a page is there and somebody looks at it."""


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
    person = as_one(visitor)
    takings = _takings(person, event.at, policy)
    look = _look(person, session, view, event, policy.under(takings) if takings else policy)
    exposed: tuple[Exposure, ...] = ()
    if takings:
        # Which moments count is told before the arm is looked at: by what every arm would say.
        exposed = exposures(takings, look, lambda arms: _look(person, session, view, event, policy.under(arms)))
    if not look.fits.candidates and not exposed and type(event.body) is PageView:
        return None
    silence = look.silence
    if silence is not None:
        about = [(c.playbook.name, c.opening.subject) for c in look.fits.candidates]
        if note(silence, about, event, [one.experiment for one in exposed]) in view.noted:
            return None
    return _decide(visitor, event, policy, look, exposed, _arm(person, event.at, policy))


def _counts(visitor: Visitor, at: int) -> bool:
    """Tell whether a visitor belongs to any group: who is known from visit to visit, and is a person."""
    return visitor.consent == "full" and not is_bot(visitor, at)


def _takings(visitor: Visitor, at: int, policy: Policy) -> tuple[Taking, ...]:
    """Return the experiments a visitor takes part in."""
    if not policy.rules.experiment or not _counts(visitor, at):
        return ()
    return takings_of(visitor.id, visitor.met, policy.rules.experiment)


def note(gate: str | None, about: Sequence[tuple[str, str]], event: Event, exposed: Sequence[str] = ()) -> str:
    """Return what makes two silences on one page the same; an exit is always a moment of its own.

    Args:
        gate: what stopped it.
        about: playbook and subject of every candidate.
        event: the moment.
        exposed: the experiments it counts in.

    """
    subjects = ",".join([f"{playbook}:{subject}" for playbook, subject in about])
    if exposed:
        subjects = f"{subjects}|counts:{','.join(exposed)}"
    return f"{gate}|{subjects}|exit" if type(event.body) is ExitIntent else f"{gate}|{subjects}"


def _arm(visitor: Visitor, at: int, policy: Policy) -> Arm:
    if not _counts(visitor, at):
        return "none"
    return holdout_arm(visitor.id, percent=policy.rules.holdout_percent, seed=policy.rules.holdout_seed)


def _look(visitor: Visitor, session: Session, view: View, event: Event, policy: Policy) -> Look:
    """Return what could be said at a moment under a policy, each candidate asked at the gates."""
    fits = fitting(visitor, view, event.at, policy, leaving=type(event.body) is ExitIntent)
    if not fits.candidates:
        return Look(fits)
    moment = Moment(visitor, session, view, event, policy, _arm(visitor, event.at, policy))
    return Look(fits, weigh(moment, fits.candidates))


def _decide(
    visitor: Visitor, event: Event, policy: Policy, look: Look, exposed: tuple[Exposure, ...], arm: Arm
) -> Decision:
    """Build the decision: about the first candidate with every gate open, else about the silence."""
    speaks, about = look.speaks, look.about
    return Decision(
        id=short_id("d", visitor.id, visitor.decisions + 1),
        at=event.at,
        decision="speak" if speaks is not None else "hold",
        arm=arm,
        rules=policy.version(),
        stream=event.stream,
        view=event.view,
        gate=look.silence,
        playbook=about.playbook.name if about is not None else None,
        play=about.play if about is not None else None,
        tone=about.manner.tone if about is not None else None,
        format=about.manner.format if about is not None else None,
        length=about.manner.length if about is not None else None,
        voice=about.manner.voice if about is not None else "",
        signal=about.opening.signal if about is not None else None,
        reason=about.reason if about is not None else None,
        subject=about.opening.subject if about is not None else None,
        bound=about is not None and about.opening.bound,
        on_cart=about is not None and about.playbook.on_cart(),
        measure=about.playbook.measure if about is not None else None,
        candidates=tuple([_row(candidate, gate) for candidate, gate in look.weighed]),
        scores=_scores(look.fits),
        unknown=look.fits.unknown,
        p={speaks.play: 1.0, "hold": 0.0} if speaks is not None else {"hold": 1.0},
        experiments=exposed,
        first=look.fits.first,
        bots=visitor.bot_rule,
        why=(about.barred or "") if about is not None and look.silence == "budget" else "",
    )


def _row(c: Candidate, gate: str | None) -> Weighed:
    o = c.opening
    why = (c.barred or "") if gate == "budget" else ""
    return Weighed(c.playbook.name, c.play, o.signal, c.reason, o.subject, gate, round(c.score, 3), why)


def _scores(fits: Fitting) -> dict[str, float]:
    """Return what speaks for each playbook and for silence, to a thousandth; nothing where nothing fits."""
    if not fits.candidates:
        return {}
    best: dict[str, float] = {"hold": fits.hold}
    for candidate in fits.candidates:
        best.setdefault(candidate.playbook.name, candidate.score)
    return {name: round(score, 3) for name, score in best.items()}
