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
    (0, "default"): "8c35e6665a9bacdaa7377346",
    (0, "busy"): "6ca8386a9059ec1c716a2cf9",
    (1, "default"): "b8291d17fce291578d068093",
    (1, "busy"): "1f730a33c27a6def1b115aa0",
    (2, "default"): "69e5d6a3b9859fd1dddf3090",
    (2, "busy"): "8ac294e5e4013a4a81d83482",
    (3, "default"): "d1cf0e56dc44adceff0913c1",
    (3, "busy"): "77cb577be45785576ab9c510",
    (4, "default"): "980d8fa894555e8286471e99",
    (4, "busy"): "759fd94373b766a05d2d0155",
    (5, "default"): "d117e0c9fa270dd742129a1a",
    (5, "busy"): "3a4f59f9c54767f940610b04",
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
