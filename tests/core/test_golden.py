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
    (0, "default"): "5d6cea76fd748bbdeef8abf3",
    (0, "busy"): "28e2d4ea508d8b39ec5af1fc",
    (1, "default"): "974719f17d04374c6a5225f8",
    (1, "busy"): "723f94113fa9ea192b2e8824",
    (2, "default"): "ab3457a5a6e8d99a29b40286",
    (2, "busy"): "5e881df5d3491562cd606cec",
    (3, "default"): "e7d93ab45b6ae08399904704",
    (3, "busy"): "0eeefb7f765a8db53463c89a",
    (4, "default"): "d1a2f2f9731c81bd61e6d203",
    (4, "busy"): "a864f2ca726fbbebc946d102",
    (5, "default"): "594afb0697a291c519096a87",
    (5, "busy"): "540c560dab90c0b9b5bdd078",
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
