"""What the core makes of whole sittings, to the byte: made faster, it must still say and decide the same."""

import hashlib

import msgspec
import pytest

from tarry.core.events import Event
from tarry.core.policy import Policy, Rules
from tarry.core.step import step
from tarry.core.visitor import Visitor
from tarry.core.wire import Ev, decode_event, decode_frame, event_time
from tarry.lab.shopper import frames

NOW = 1_795_363_200_000
BUSY = Rules(holdout_percent=50, per_session=3, per_day=20, per_7_days=50, gap_s=20, dwell_s=10)
TOLD = {
    (0, "default"): "ef81e5130c574936b3372e0a",
    (0, "busy"): "9b41e5281e2f01f1d6284436",
    (1, "default"): "ce71f820f306cc23e5b43558",
    (1, "busy"): "b2cf5d5024493b7ccefa481f",
    (2, "default"): "1590a235132b75f64000073d",
    (2, "busy"): "5dcf19ff6d16b33dccbbe2bf",
    (3, "default"): "d7f23c3c064250c9c567790c",
    (3, "busy"): "6c884abf9c6c3f3ebcc506fd",
    (4, "default"): "9425a1926563241a93068b8d",
    (4, "busy"): "e8dab8d60e71c03a86fe51e6",
    (5, "default"): "0b2909511e3bf24e8498c29e",
    (5, "busy"): "ac96c279f85974db8523b849",
}
"""By sitting and rules: the digest of all records, signals and decisions on the way.

Renewed only with a change that is meant to change what is noticed or decided, never with one that is to change nothing.
"""


def digest(seed: int, rules: Rules) -> str:
    """Return what one sitting comes to: every record, signal, decision and log field, in order, as one digest."""
    visitor, told = Visitor(id=f"visitor-{seed}", first_at=NOW, consent="full"), hashlib.blake2b(digest_size=12)
    for data in frames(seed, hesitant=seed % 2 == 0):
        frame = decode_frame(data)
        assert isinstance(frame, Ev)
        for seq, raw in enumerate(frame.e, frame.s):
            envelope, body = decode_event(raw)
            event = Event(envelope.n, event_time(NOW, envelope.dt), NOW, "document", seq, envelope.v, body)
            done = step(visitor, event, Policy(rules))
            visitor = done.visitor
            notices = [(n.signal, n.key, n.values, n.opening) for n in done.notices]
            decided = done.decision.fields() if done.decision is not None else None
            told.update(msgspec.json.encode([visitor, event.fields(), notices, decided], order="deterministic"))
    return told.hexdigest()


@pytest.mark.parametrize(("seed", "rules"), TOLD)
def test_a_sitting_comes_to_the_same(seed: int, rules: str) -> None:
    """Every record, signal and decision of a sitting is what it was when this was written down."""
    assert digest(seed, BUSY if rules == "busy" else Rules()) == TOLD[seed, rules]
