"""What must hold in the model after every step, by the numbers the protocol gives its invariants."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from tests.core.stories import T0, VID
from tests.model.server import POLICY, ModelServer
from tests.model.store import ModelStore, Violation
from tests.model.tab import Tab

from tarry.core.events import BODIES, Body, Custom, Event
from tarry.core.fold import fold
from tarry.core.record import Line
from tarry.core.visitor import Visitor
from tarry.lab.outbox import RING_EVENTS

IDLE_MS = POLICY.rules.session_idle_s * 1000


class Invariants:
    """Looks at a store, a server and the tabs, and raises ``Violation`` for what does not hold."""

    def __init__(self, store: ModelStore, server: ModelServer, tabs: Sequence[Tab]) -> None:
        self._store = store
        self._server = server
        self._tabs = tabs
        self._rev = -1
        self._epoch = ""
        self._lines = 0
        self._folded = _blank()
        self.logged: dict[str, list[int]] = {}
        """Numbers in the log by stream, in its order, skips included."""
        self.names: list[str] = []

    def check(self) -> None:
        """Check I1 to I6 and I8; the log is read again only when it grew or went back."""
        for stream, hi in self._server.promised.items():
            _hold(hi <= self._store.hi(stream), f"I1: {hi} of {stream} acknowledged, {self._store.hi(stream)} durable")
        record = self._store.record
        if (record.rev, self._store.epoch) != (self._rev, self._epoch):
            _hold(self._store.epoch != self._epoch or record.rev > self._rev, f"I4: rev fell to {record.rev}")
            self._read_log()
            self._check_log()
            self._rev, self._epoch = record.rev, self._store.epoch
        self._check_tabs()
        counts = self._server.counts
        places = sum(counts[name] for name in ("applied", "duplicate", "dead", "shed", "refused"))
        _hold(counts["received"] == places + self._server.waiting, f"I8: the server's account is {dict(counts)}")

    def check_arrived(self) -> None:
        """Check I10: every event that was kept is in the log, but for what a flooded page had to give up."""
        for tab in self._tabs:
            _hold(tab.client.settled, f"I10: {tab.name} waits for ever; its link is {tab.client.link.phase}")
            outbox = tab.client.outbox
            lost = [seq for seq in tab.ids if outbox.lost(seq)]
            _hold(tab.flooded or not lost, f"I10: {tab.name} gave up {lost} without need")
            there = set(self.logged.get(tab.sid, ()))
            _hold(set(tab.ids) <= there, f"I10: {set(tab.ids) - there} of {tab.name} never arrived")

    def _read_log(self) -> None:
        if self._store.epoch != self._epoch:
            self._lines, self._folded, self.logged, self.names = 0, _blank(), {}, []
        for line in self._store.lines[self._lines :]:
            stream = str(line.fields.get("sid_h", ""))
            if line.kind in ("event", "bad"):
                self.logged.setdefault(stream, []).append(_int(line.fields["seq"]))
            elif line.kind == "skip":
                self.logged.setdefault(stream, []).extend(range(_int(line.fields["from"]), _int(line.fields["to"]) + 1))
            if line.kind == "event":
                event = _event(line)
                self.names.append(_name(event.body))
                self._folded = fold(self._folded, event, session_idle_ms=IDLE_MS)
        self._lines = len(self._store.lines)

    def _check_log(self) -> None:
        for stream, numbers in self.logged.items():
            hi = self._store.hi(stream)
            _hold(numbers == list(range(1, hi + 1)), f"I2: the log of {stream} up to {hi} is {numbers}")
        doubled = [name for name, count in Counter(self.names).items() if count > 1]
        _hold(not doubled, f"I2: in the log more than once: {doubled}")
        record, folded = _shape(self._store.record.visitor), _shape(self._folded)
        _hold(record == folded, f"I3: the record is {record}, its log folds to {folded}")
        deliveries: dict[str, list[str]] = {}
        for line in self._store.lines:
            if line.kind == "delivery":
                deliveries.setdefault(str(line.fields["id"]), []).append(str(line.fields["st"]))
        ends = {push.id: push.exp_at for push in self._store.record.pushes}
        for push, states in deliveries.items():
            _hold(states.count("granted") <= 1, f"I6: {push} was granted twice: {states}")
            before = states[: states.index("granted")] if "granted" in states else []
            _hold(not {"cancelled", "expired"} & set(before), f"I6: {push} was granted when over: {states}")
        for line in self._store.lines:
            if line.kind == "delivery" and line.fields["st"] == "granted":
                end = ends.get(str(line.fields["id"]), line.at + 1)
                _hold(line.at < end, f"I6: {line.fields['id']} was granted after its moment")

    def _check_tabs(self) -> None:
        for tab in self._tabs:
            outbox = tab.client.outbox
            _hold(outbox.tally().balanced(), f"I8: the account of {tab.name} is {outbox.tally()}")
            at_hand = {*self.logged.get(tab.sid, ()), *outbox.open(), *outbox.ring()}
            missing = [seq for seq in tab.ids if seq not in at_hand and not outbox.lost(seq)]
            # What a full ring let go may be gone from a store that went back, until the next resume names it.
            nowhere = [seq for seq in missing if seq > outbox.acked - RING_EVENTS]
            _hold(not nowhere, f"I5: {nowhere} of {tab.name} are nowhere")


def _hold(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Violation(otherwise)


def _blank() -> Visitor:
    return Visitor(id=VID, first_at=T0)


def _int(value: object) -> int:
    return msgspec.convert(value, int)


def _event(line: Line) -> Event:
    """Return the event a log line tells of."""
    f = line.fields
    name, d = str(f["n"]), msgspec.convert(f["d"], dict[str, object])
    body: Body = Custom(name=str(d["name"]), fields={}) if name == "custom" else msgspec.convert(d, BODIES[name])
    rx = line.at + _int(f["late_ms"])
    return Event(name, line.at, rx, str(f["sid_h"]), _int(f["seq"]), _int(f["v"]), body)


def _name(body: Body) -> str:
    return str(getattr(body, "name", None) or getattr(body, "path", None) or getattr(body, "order", None))


def _shape(visitor: Visitor) -> tuple[object, ...]:
    """Return that part of a visitor that events alone make."""
    session = visitor.session
    views = [(v.stream, v.number) for v in session.views] if session is not None else []
    return visitor.sittings, visitor.cart, visitor.seen, visitor.goals, visitor.ordered_at, views
