"""Reads decision, draft, violation and delivery lines into what the story shows of them."""

import re
from dataclasses import replace

from tarry.console.entries import Candidate, Decision, Draft, Fact, Piece, Step, Violation
from tarry.console.escape import escape
from tarry.console.fields import Fields
from tarry.console.gates import cure, why
from tarry.console.names import Names, after, in_brackets
from tarry.console.reader import Line
from tarry.console.spans import span
from tarry.guardrails.meanings import meaning

_SLOT = re.compile(r"\{\s*\$?([A-Za-z_]\w*)\s*\}")

_STATES = {
    "sent": "sent",
    "got": "reached the page",
    "granted": "allowed to show",
    "expired": "came too late, its moment had passed",
    "blocked": "not drawn: the page was busy",
    "cancelled": "called off",
    "unknown": "probably shown, the page never said",
    "shown": "shown",
    "dismissed": "dismissed",
    "clicked": "clicked",
}
"""What became of a prompt, in the order in which one state outranks another."""

_SUBJECTS = {"cart": "the cart", "product": "the product", "goal": "the goal"}
_SILENCE = {"hold": "say nothing", "silence": "say nothing"}
_ASKED = {"quiet": "asked for quiet", "why": "asked why"}


def read_decision(line: Line, at: int, names: Names) -> Decision:
    """Read a decision line; one that neither speaks nor holds is told as a hold."""
    d = Fields.of(line)
    spoke = d.text("decision") == "speak"
    gate = "" if spoke else d.text("gate") or "no_reason"
    return Decision(
        kind="spoke" if spoke else "held",
        at=at,
        until=at,
        sentence=_spoke(d, names)
        if spoke
        else in_brackets(f"held: {gate} — {why(gate, d.text('why'))}", _tried(d, names)),
        id=d.text("id"),
        play=d.text("play"),
        gate=gate,
        why=why(gate, d.text("why")) if gate else "",
        cure=cure(gate) if gate else "",
        tried="" if spoke else _tried(d, names),
        reason=d.text("reason"),
        arm=d.text("arm"),
        rules=d.text("rules"),
        candidates=_candidates(d, names, spoke=spoke),
        lines=(line,),
    )


def read_draft(line: Line) -> Draft:
    """Read a draft line; its slots are filled with the facts it had."""
    d = Fields.of(line)
    text = d.below("text")
    headline, body = _raw(text, "headline"), _raw(text, "body")
    named = set(_SLOT.findall(f"{headline} {body}"))
    facts = tuple(_fact(fact, named) for fact in d.items("facts"))
    writer = after(d.text("writer") or "an unknown writer", d.text("model"))
    ms = d.number("ms")
    took = span(ms) if ms is not None else ""
    failed = d.text("failed")
    said = (
        after(f"no draft by {writer}: {failed}", took, ", after ")
        if failed
        else after(f"draft by {writer}", took, " in ")
    )
    return Draft(
        sentence=said,
        writer=writer,
        headline=_pieces(headline, facts),
        body=_pieces(body, facts),
        facts=facts,
        failed=bool(failed),
        passages=tuple(d.texts("passages")),
    )


def read_violation(line: Line) -> Violation:
    """Read a violation line."""
    d = Fields.of(line)
    rule, where, words = d.text("rule") or "a rule", d.text("where"), d.text("words")
    sentence = after(f"refused, for it {meaning(rule)} ({rule})", words and f"“{words}”", ": ")
    return Violation(rule, where, words, after(sentence, where, " in the "), meaning(rule))


def read_step(line: Line, moment: int | None) -> Step:
    """Read a push or delivery line; ``moment`` is the time of its decision, where known.

    The stated ``ms`` wins; else the time since the moment, if there is one.
    """
    d = Fields.of(line)
    state = "sent" if line.get("kind") == "push" else d.text("st")
    words = _STATES.get(state, state or "something became of it")
    action = d.text("a")
    if state == "clicked" and action:
        words = f"clicked “{action}”"
    elif action:
        words = f"{words}, {_ASKED.get(action, action)}"
    ms, at = d.number("ms"), d.number("at")
    if ms is None and moment is not None and at is not None:
        ms = max(0, at - moment)
    return Step(state, words, ms)


def step_sentence(step: Step) -> str:
    """Say what became of a prompt and how long after its moment."""
    return after(step.words, f"{span(step.ms)} after its moment") if step.ms is not None else step.words


def chain(decision: Decision) -> str:
    """Say all that became of a prompt in one line, with the times after its moment."""
    stages = " → ".join(
        after(step.words, span(step.ms)) if step.ms is not None else step.words for step in decision.steps
    )
    timed = any(step.ms is not None for step in decision.steps)
    return f"{stages} (after its moment)" if timed else stages


def outcome(decision: Decision) -> Step | None:
    """Return the furthest a prompt came, or ``None`` when nothing is known yet."""
    ranks = list(_STATES)
    known = [step for step in decision.steps if step.state in ranks]
    return max(known, key=lambda step: ranks.index(step.state), default=None)


def withheld(meant: Decision, hold: Decision) -> Decision:
    """Turn a decision to speak that came to nothing into the hold it became; what was written stays with it."""
    return replace(
        hold,
        at=meant.at,
        tried=hold.tried or meant.sentence.removeprefix("spoke: "),
        candidates=meant.candidates,
        drafts=(*meant.drafts, *hold.drafts),
        steps=meant.steps,
        lines=(*meant.lines, *hold.lines),
    )


def repeated(earlier: Decision, later: Decision) -> Decision | None:
    """Fold two holds alike into one; ``None`` when they differ or either has something of its own to show."""
    alike = (earlier.kind, later.kind) == ("held", "held") and earlier.sentence == later.sentence
    if not alike or earlier.drafts or later.drafts or earlier.candidates != later.candidates:
        return None
    return replace(
        earlier, until=later.until, id=later.id, count=earlier.count + 1, lines=(*earlier.lines, *later.lines)
    )


def _spoke(d: Fields, names: Names) -> str:
    voice = f"voice {d.text('voice')}" if d.text("voice") else ""
    manner = ", ".join(part for part in (d.text("tone"), d.text("format"), voice) if part)
    said = in_brackets(f"spoke: {d.text('play') or 'a prompt'}", manner)
    return after(after(said, d.text("signal"), " because "), _subject(d, names), " on ")


def _tried(d: Fields, names: Names) -> str:
    tried = " for ".join(part for part in (d.text("play"), d.text("signal")) if part)
    return after(tried, _subject(d, names), " on ") if tried else ""


def _subject(d: Fields, names: Names) -> str:
    return _SUBJECTS.get(d.text("subject"), names.of(d.text("subject")))


def _candidates(d: Fields, names: Names, *, spoke: bool) -> tuple[Candidate, ...]:
    shares = d.below("p")
    items = d.items("candidates")
    chosen = next((item for item in items if spoke and _is_about(item, d)), None)
    found = [_candidate(item, names, shares, chosen=item is chosen) for item in items]
    named = {candidate.play for candidate in found}
    rest = [key for key in shares.values if escape(str(key)) not in named] if len(shares.values) > 1 else []
    return (*found, *(Candidate(play=_SILENCE.get(key, escape(str(key))), p=shares.share(key)) for key in rest))


def _candidate(item: Fields, names: Names, shares: Fields, *, chosen: bool) -> Candidate:
    gate, play = item.text("gate"), item.text("play")
    return Candidate(
        play=play,
        signal=item.text("signal"),
        subject=_subject(item, names),
        reason=item.text("reason"),
        gate=gate,
        why=why(gate, item.text("why")) if gate else "",
        p=shares.share(play) if chosen else None,
        chosen=chosen,
    )


def _is_about(item: Fields, d: Fields) -> bool:
    """Whether a candidate is the one the decision names, as far as it says."""
    if item.text("gate") or item.text("play") != d.text("play"):
        return False
    return all(item.text(key) in ("", d.text(key)) for key in ("signal", "subject"))


def _fact(d: Fields, named: set[str]) -> Fact:
    used = d.flag("used")
    return Fact(d.text("id"), d.text("slot"), d.text("text"), d.text("slot") in named if used is None else used)


def _raw(text: Fields, key: str) -> str:
    value = text.values.get(key)
    return escape(value[:2_000]) if isinstance(value, str) else ""


def _pieces(text: str, facts: tuple[Fact, ...]) -> tuple[Piece, ...]:
    by_slot = {fact.slot: fact for fact in facts}
    pieces: list[Piece] = []
    end = 0
    for found in _SLOT.finditer(text):
        if found.start() > end:
            pieces.append(Piece(text[end : found.start()]))
        fact = by_slot.get(found[1])
        pieces.append(Piece(fact.text, fact=fact.id) if fact else Piece(found[0], open=True))
        end = found.end()
    if end < len(text):
        pieces.append(Piece(text[end:]))
    return tuple(pieces)
