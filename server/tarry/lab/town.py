"""A town of shoppers in the box: what Tarry believes of them, whom it speaks to, and whether it keeps its own rules."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from tarry.core.acts import Applied, Ask, Batch, Offer, Tell
from tarry.core.decision import Decision
from tarry.core.policy import DAY_MS, Policy
from tarry.core.reasons import CUES, Reason, belief, likeliest
from tarry.core.record import Line, Record
from tarry.core.turn import take_turn
from tarry.core.visitor import Visitor
from tarry.lab.oracle import Spoken, violations
from tarry.lab.townsfolk import Shopper, shopper
from tarry.lab.walks import walk

BINS = 10
"""Bins of the reliability table."""


class Lived(Struct, frozen=True):
    """What became of one shopper: what was believed at the end, of which cues, and what was said on the way."""

    who: Shopper
    top: Reason
    share: float
    cues: tuple[str, ...]
    spoken: tuple[Spoken, ...]
    decisions: int
    gates: Counter[str]
    broken: tuple[str, ...]
    events: int
    lines: tuple[Line, ...] = ()


def live(seed: int, number: int, policy: Policy, visits: int = 1) -> Lived:
    """Let one shopper live for so many visits: every event through the same turn that the server takes."""
    who = shopper(seed, number)
    way = walk(who, seed, visits)
    chance = random.Random(f"{seed}:{who.id}:answers")  # noqa: S311 - a town, not a secret
    record = Record(Visitor(id=who.id, first_at=0))
    spoken: list[Spoken] = []
    gates: Counter[str] = Counter()
    lines: list[Line] = []
    for event in way.events:
        batch = Batch(event.stream, event.seq, (event,), event.rx, consent="full", conn=1)
        turn = take_turn(record, [batch], policy)
        record = turn.record
        lines += turn.kept.lines
        for line in turn.kept.lines:
            if line.kind == "decision":
                gates[str(line.fields.get("gate") or "spoke")] += 1
        (answer,) = turn.answers
        for decision, _ in answer.speak if isinstance(answer, Applied) else ():
            record, said = _say(record, decision, who, policy, chance, lines)
            spoken += said
    session = record.visitor.session
    believed = belief(session.evidence, way.at) if session is not None else belief((), way.at)
    top = likeliest(believed)
    cues = tuple(dict.fromkeys(e.cue for e in session.evidence)) if session is not None else ()
    broken = violations(spoken, way.events, policy.rules)
    return Lived(
        who,
        top,
        believed[top],
        cues,
        tuple(spoken),
        gates.total(),
        gates,
        broken,
        len(way.events),
        tuple(lines),
    )


def _say(
    record: Record, decision: Decision, who: Shopper, policy: Policy, chance: random.Random, lines: list[Line]
) -> tuple[Record, list[Spoken]]:
    """Offer a word, have it shown if it still may be, and answer it as this shopper would."""
    rules, at = policy.rules, decision.at + 60
    turn = take_turn(record, [Offer(decision, {}, int(rules.prompt_lasts_s * 1000), at)], policy)
    lines += turn.kept.lines
    push = turn.record.pushes[-1].id
    turn = take_turn(turn.record, [Ask(push, at + 20, decision.stream)], policy)
    lines += turn.kept.lines
    if not getattr(turn.answers[0], "ok", False):
        return turn.record, []
    waves_away = chance.random() < (0.25 if decision.reason == who.reason else 0.6)
    quiet = waves_away and chance.random() < 0.05
    st: Literal["dismissed", "shown"] = "dismissed" if waves_away else "shown"
    told = Tell(push, st, at + 3_000, int(rules.quiet_days * DAY_MS), "quiet" if quiet else None)
    turn = take_turn(turn.record, [told], policy)
    lines += turn.kept.lines
    shown = Spoken(at + 20, decision.at, decision.play or "", decision.format or "", decision.reason or "", st, quiet)
    return turn.record, [shown]


def populate(seed: int, shoppers: int, policy: Policy, tick: Callable[[], object] = lambda: None) -> Iterator[Lived]:
    """Yield what became of every shopper, one after another."""
    for number in range(shoppers):
        yield live(seed, number, policy)
        tick()


def report(lived: Sequence[Lived], seed: int) -> dict[str, object]:
    """Return the figures of a town.

    ``top_reason_accuracy``: of those with a planted reason other than just looking, the share whose likeliest reason
    is it. ``evidence_has_cue``: the share of them whose evidence holds a sign of it. ``ece``: expected calibration
    error of the likeliest reason over all shoppers, in ten bins. ``shuffled_accuracy``: the accuracy when the planted
    reasons are dealt out anew, beside ``chance``, what that comes to if belief and plan know nothing of each other.
    ``incentive_without_price_reason`` is 0 by itself as long as no play gives money away.
    """
    planted = [one for one in lived if one.who.reason != "looking"]
    spoken = [(one, said) for one in lived for said in one.spoken]
    reasons = [one.who.reason for one in planted]
    random.Random(seed).shuffle(reasons)  # noqa: S311 - a town, not a secret
    tops, plans = Counter(one.top for one in planted), Counter(reasons)
    return {
        "seed": seed,
        "shoppers": len(lived),
        "events": sum(one.events for one in lived),
        "decisions": sum(one.decisions for one in lived),
        "top_reason_accuracy": _share([one.top == one.who.reason for one in planted]),
        "evidence_has_cue": _share([_has_cue(one) for one in planted]),
        "ece": round(_ece(lived), 4),
        "shuffled_accuracy": _share([one.top == dealt for one, dealt in zip(planted, reasons, strict=True)]),
        "chance": round(sum(tops[r] * plans[r] for r in plans) / max(len(planted) ** 2, 1), 4),
        "looking_left_alone": _share([not one.spoken for one in lived if one.who.reason == "looking"]),
        "spoken_to": _share([bool(one.spoken) for one in lived]),
        "spoken_for_planted": _share([said.reason == one.who.reason for one, said in spoken]),
        "waved_away": _share([said.st == "dismissed" for _, said in spoken]),
        "incentive_without_price_reason": sum(said.play == "incentive" and one.top != "price" for one, said in spoken),
        "gate_violations": sum(len(one.broken) for one in lived),
        "broken": sorted({rule for one in lived for rule in one.broken}),
        "gates": dict(sorted(sum((one.gates for one in lived), Counter()).items())),
        "by_reason": {reason: _share([o.top == reason for o in planted if o.who.reason == reason]) for reason in plans},
        "reliability": _reliability(lived),
    }


def _has_cue(one: Lived) -> bool:
    """Tell whether the evidence holds a cue that speaks for the planted reason."""
    return any(one.who.reason in CUES[cue].weights for cue in one.cues)


def _share(found: Sequence[bool]) -> float:
    return round(sum(found) / len(found), 4) if found else 0.0


def _bin(share: float) -> int:
    return min(int(share * BINS), BINS - 1)


def _ece(lived: Sequence[Lived]) -> float:
    return sum(row["n"] * abs(row["believed"] - row["right"]) for row in _reliability(lived)) / max(len(lived), 1)


def _reliability(lived: Sequence[Lived]) -> list[dict[str, float]]:
    """Return for each bin that has any: how many, how sure on average, and how many of them were right."""
    rows = []
    for number in range(BINS):
        there = [one for one in lived if _bin(one.share) == number]
        if there:
            sure = sum(one.share for one in there) / len(there)
            right = sum(one.top == one.who.reason for one in there) / len(there)
            rows.append({"n": len(there), "believed": round(sure, 3), "right": round(right, 3)})
    return rows
