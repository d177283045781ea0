"""Time travel: a visitor's log told again, under the rules of then or under others, decision by decision.

Events are folded and decided anew. What came from outside, such as words that were found or not and what pages did
with a prompt, is taken from the log where today's decision is the one of then; a prompt that only the new rules would
have sent is taken to be shown at once and left alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tarry.core.acts import Ask, Join, Kept, Offer, Part, Tell, Withhold
from tarry.core.decision import Decision
from tarry.core.entry import Entry, event_of
from tarry.core.fold import fold
from tarry.core.past import Past
from tarry.core.policy import DAY_MS, Policy
from tarry.core.pushes import claim, offer, settle, tell, withdraw, withhold
from tarry.core.record import Record
from tarry.core.step import step, version_of
from tarry.core.turn import take_turn
from tarry.core.visitor import Kin, Visitor

_OF_A_STEP = frozenset({"signal", "reason", "decision"})
_TOLD = frozenset({"shown", "dismissed", "clicked"})


class Outcome(Struct, frozen=True):
    """One moment: what the log says was decided, and what is decided now; ``None`` where nothing was.

    ``then`` and ``now`` are the fields of a decision line.
    """

    at: int
    session: str
    then: Mapping[str, Any] | None
    now: Mapping[str, Any] | None

    @property
    def same(self) -> bool:
        """Tell whether both are the same to the byte."""
        return _bytes(self.then) == _bytes(self.now)


def replay(visitor: str, entries: Iterable[Entry], policy: Policy | Past) -> Iterator[Outcome]:
    """Yield every moment of a visitor's log, oldest first.

    Args:
        visitor: the visitor's id, from which ids and groups follow.
        entries: all lines of the visitor, in the order in which they were written.
        policy: the rules to decide under; a past decides every moment under the rules of then.

    """
    teller = _Teller(visitor, policy if isinstance(policy, Past) else Past(policy))
    then: list[Entry] = []
    event: Entry | None = None
    for entry in entries:
        if event is not None and entry.kind in _OF_A_STEP and not teller.knows(entry, then):
            then.append(entry)
            continue
        if event is not None:
            yield from teller.decide(event, then)
            event, then = None, []
        if entry.kind == "event":
            event = entry
        else:
            teller.hear(entry)
    if event is not None:
        yield from teller.decide(event, then)


class _Teller:
    """Where a replay stands."""

    def __init__(self, visitor: str, past: Past) -> None:
        self._past = past
        self._policy = past.today
        self._record = Record(Visitor(id=visitor, first_at=0))
        self._decided: dict[str, Decision | None] = {}
        self._pushed: dict[str, str] = {}

    def knows(self, entry: Entry, then: list[Entry]) -> bool:
        """Tell whether a decision line speaks of a decision told before: then no words were found for it."""
        told = [one.fields.get("id") for one in then]
        return entry.kind == "decision" and (entry.fields.get("id") in self._decided or entry.fields.get("id") in told)

    def decide(self, entry: Entry, then: list[Entry]) -> Iterator[Outcome]:
        """Fold one event and decide; what the log has of the same moment stands beside it."""
        event = event_of(entry)
        was = next((one.fields for one in then if one.kind == "decision"), None)
        self._policy = self._past.at(event.rx, str(was["rules"]) if was is not None else None)
        self._record = settle(self._record, event.rx, Kept())
        visitor = replace(self._record.visitor, consent=entry.consent)
        if entry.fields.get("replayed"):
            idle_ms = self._policy.rules.session_idle_s * 1000
            self._record = replace(self._record, visitor=fold(visitor, event, session_idle_ms=idle_ms))
            return
        taken = step(visitor, event, self._policy)
        self._record = replace(self._record, visitor=taken.visitor)
        self._record, _ = withdraw(self._record, event.rx, Kept())
        now = taken.decision
        if was is not None:
            self._decided[str(was["id"])] = now if now is not None and _alike(was, now) else None
        if now is not None and now.decision == "speak" and (was is None or not _alike(was, now)):
            self._show(now)
        if was is not None or now is not None:
            yield Outcome(event.at, entry.session, was, now.fields() if now is not None else None)

    def hear(self, entry: Entry) -> None:
        """Take from the log what came from outside, where it is about a decision that was taken now too."""
        self._policy = self._past.at(entry.at)
        self._record = settle(self._record, entry.at, Kept())
        fields = entry.fields
        if entry.kind == "decision":
            decision, gate = self._decided.get(str(fields["id"])), fields.get("gate")
            if decision is not None and decision.decision == "speak" and gate is not None:
                act = Withhold(decision, gate, entry.at)
                self._record, _ = withhold(self._record, act, Kept())
        elif entry.kind == "push":
            decision = self._decided.get(str(fields.get("decision")))
            if decision is not None and decision.decision == "speak":
                self._pushed[str(fields["id"])] = self._offer(decision, entry.at, int(fields.get("ends_at", 0))) or ""
        elif entry.kind == "consent" and "bots" in fields:
            visitor = replace(self._record.visitor, bot=fields.get("bot", False), bot_rule=fields["bots"])
            self._record = replace(self._record, visitor=visitor)
        elif entry.kind == "join":
            kin = msgspec.convert(fields.get("kin", ()), tuple[Kin, ...])
            told = Part(entry.at) if fields.get("apart") else Join(kin, entry.at, str(fields.get("eldest", "")))
            self._record = take_turn(self._record, (told,), self._policy).record
        elif entry.kind == "delivery":
            self._deliver(self._pushed.get(str(fields["id"]), ""), entry)

    def _deliver(self, push: str, entry: Entry) -> None:
        rules, st = self._policy.rules, entry.fields["st"]
        if not push:
            return
        if st == "granted":
            self._record, _ = claim(self._record, Ask(push, entry.at), rules, Kept())
        elif st in _TOLD:
            act = Tell(push, st, entry.at, int(rules.quiet_days * DAY_MS), entry.fields.get("a"))
            self._record = tell(self._record, act, Kept())

    def _offer(self, decision: Decision, at: int, held_until: int = 0) -> str | None:
        """Offer words again; money off counts as it did then, though of its code the log has only the end."""
        version = version_of(self._record.visitor, decision.play or "", decision.subject or "")
        lasts_ms = int(self._policy.rules.prompt_lasts_s * 1000)
        self._record, offered = offer(self._record, Offer(decision, {}, lasts_ms, at, version), Kept())
        visitor = self._record.visitor
        if offered.push is not None and decision.play == "incentive":
            habits = visitor.habits.offer(at, held_until=held_until)
            self._record = replace(self._record, visitor=replace(visitor, habits=habits))
        return offered.push.id if offered.push is not None else None

    def _show(self, decision: Decision) -> None:
        push = self._offer(decision, decision.at)
        if push is not None:
            self._record, _ = claim(self._record, Ask(push, decision.at), self._policy.rules, Kept())


def _alike(then: Mapping[str, Any], now: Decision) -> bool:
    """Tell whether what came of a decision then may be taken as what would come of it now."""
    return all(then.get(key) == getattr(now, key) for key in ("decision", "play", "subject"))


def _bytes(fields: Mapping[str, Any] | None) -> bytes:
    return msgspec.json.encode(dict(fields) if fields is not None else None, order="sorted")
