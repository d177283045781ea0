"""A town of shoppers in the box: what Tarry believes of them, whom it speaks to, and whether it keeps its own rules."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from tarry.core.acts import Applied, Ask, Batch, Offer, Tell, Withhold
from tarry.core.decision import Decision
from tarry.core.incentives.grant import Code
from tarry.core.policy import DAY_MS, Policy
from tarry.core.reasons import CUES, Reason, belief, likeliest
from tarry.core.record import Line, Record
from tarry.core.step import version_of
from tarry.core.turn import take_turn
from tarry.core.visitor import Visitor
from tarry.lab.oracle import Spoken, violations
from tarry.lab.townsfolk import Shopper, shopper
from tarry.lab.walks import ARTICLES, T0, Walk, walk
from tarry.live.till import Till

CODES = 200
"""Codes of each worth that a town's shop has."""
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


def live(seed: int, number: int, policy: Policy, visits: int = 1, till: Till | None = None) -> Lived:
    """Let one shopper live for so many visits: every event through the same turn that the server takes."""
    who = shopper(seed, number)
    return follow(who, walk(who, seed, visits), seed, policy, till)


def follow(who: Shopper, way: Walk, seed: int, policy: Policy, till: Till | None = None) -> Lived:
    """Let a shopper go a way of theirs; offers are paid out of a till, and there are none without one."""
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
            record, said = _say(record, _words(record, decision, policy, till), who, policy, chance, lines)
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


def _words(record: Record, decision: Decision, policy: Policy, till: Till | None) -> Offer | Withhold:
    """Return words for a decision a moment later, with a code where it is an offer and there is one to give."""
    at, visitor = decision.at + 60, record.visitor
    lasts_ms = int(policy.rules.prompt_lasts_s * 1000)
    version = version_of(visitor, decision.play or "", decision.subject or "")
    if decision.play != "incentive":
        return Offer(decision, {}, lasts_ms, at, version)
    code = till.take(visitor.cart, ARTICLES, at) if till is not None else "no_codes"
    if till is None or isinstance(code, str):
        return Withhold(decision, "budget", at, why=str(code))
    return Offer(decision, {}, lasts_ms, at, version, grant=till.grant(code, at))


def _say(
    record: Record, words: Offer | Withhold, who: Shopper, policy: Policy, chance: random.Random, lines: list[Line]
) -> tuple[Record, list[Spoken]]:
    """Offer words, have them shown if they still may be, and answer as this shopper would."""
    rules, at, decision = policy.rules, words.at, words.decision
    turn = take_turn(record, [words], policy)
    lines += turn.kept.lines
    if isinstance(words, Withhold):
        return turn.record, []
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
    session = record.visitor.session
    shown = Spoken(
        at + 20,
        decision.at,
        decision.play or "",
        decision.format or "",
        decision.reason or "",
        st,
        quiet,
        likeliest(belief(session.evidence if session is not None else (), decision.at)),
    )
    return turn.record, [shown]


def populate(seed: int, shoppers: int, policy: Policy, tick: Callable[[], object] = lambda: None) -> Iterator[Lived]:
    """Yield what became of every shopper, one after another."""
    till = till_of(policy)
    for number in range(shoppers):
        yield live(seed, number, policy, till=till)
        tick()


def till_of(policy: Policy) -> Till | None:
    """Return a till for a town's rules, if they offer anything: as many codes as are wanted, each as dear as may be."""
    bounds = policy.rules.incentives
    if not bounds.offers():
        return None
    most, _, _ = bounds.minor("EUR")
    worths = [most * step // 10 for step in range(1, 11) if most * step // 10]
    codes = [
        Code(f"TOWN-{worth}-{n}", worth, -(-100 * worth // bounds.percent), T0 + 10 * 365 * DAY_MS)
        for worth in worths
        for n in range(CODES)
    ]
    return Till(bounds, "EUR", {code.text: code for code in codes})


def report(lived: Sequence[Lived], seed: int) -> dict[str, object]:
    """Return the figures of a town.

    ``top_reason_accuracy``: of those with a planted reason other than just looking, the share whose likeliest reason
    is it. ``evidence_has_cue``: the share of them whose evidence holds a sign of it. ``ece``: expected calibration
    error of the likeliest reason over all shoppers, in ten bins. ``shuffled_accuracy``: the accuracy when the planted
    reasons are dealt out anew, beside ``chance``, what that comes to if belief and plan know nothing of each other.
    ``incentives`` counts offers of money off, ``incentive_without_price_reason`` those at a moment when another reason
    than the price was believed most; both are 0 by themselves where the rules offer nothing.
    """
    planted = [one for one in lived if one.who.reason != "looking"]
    spoken = [(one, said) for one in lived for said in one.spoken]
    offers = [said for _, said in spoken if said.play == "incentive"]
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
        "incentives": len(offers),
        "incentive_without_price_reason": sum(said.likeliest != "price" for said in offers),
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
