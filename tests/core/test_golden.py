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
    (0, "default"): "2174a17f52718cf583aa4726",
    (0, "busy"): "535f3db9af18b75cafe22c81",
    (1, "default"): "a9c7baacf5535515335bd29c",
    (1, "busy"): "4b04fec0a310afaed54f269b",
    (2, "default"): "05c7cbe414663d4038ed4b85",
    (2, "busy"): "f678ae707773e31cc423cbb2",
    (3, "default"): "fe0a62a87affedecf208b025",
    (3, "busy"): "8792202e79989449880da239",
    (4, "default"): "2b9d9b3f0a01310b7e3629a6",
    (4, "busy"): "1d6a07012c2bcb783a306f95",
    (5, "default"): "d34f62da2f1aa9de23f25d71",
    (5, "busy"): "0edd936ec810d7576b7bcefe",
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
