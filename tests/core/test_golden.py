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
    (0, "default"): "893b65da80287f3a14e05086",
    (0, "busy"): "8e39877c8142fb82a3c9d082",
    (1, "default"): "1841111aeec188d659956dc3",
    (1, "busy"): "525b42d91aad41bca9c956ee",
    (2, "default"): "72396431693948ee25662857",
    (2, "busy"): "6d401154b3ea4907935da756",
    (3, "default"): "a05694301a9a96773d0516df",
    (3, "busy"): "3a2d40b0a815272b2aec1ef4",
    (4, "default"): "949b30ebbf196b133c81a270",
    (4, "busy"): "2d7e87c70722bfaa1292a32f",
    (5, "default"): "7f4c3c64fe401a5012a21559",
    (5, "busy"): "0dd882a7044874ab1c0c2e09",
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
