"""The life of a connection on the server, as a table: what comes in which state, and what state follows."""

from typing import Literal

State = Literal["WAIT_HELLO", "BOUND", "LIVE", "DRAINING", "CLOSED"]
"""Before the first of them lies the upgrade: until it is done there is no connection."""
Input = Literal["hello", "welcome", "frame", "drain", "close"]
"""``hello``: a hello came · ``welcome``: its stream was found · ``frame``: any other frame came · ``drain``: this side
takes no more, but still answers · ``close``: either side ends it, with or without a reason said before.
"""

TABLE: dict[tuple[State, Input], State] = {
    ("WAIT_HELLO", "hello"): "BOUND",
    ("WAIT_HELLO", "frame"): "CLOSED",
    ("WAIT_HELLO", "drain"): "DRAINING",
    ("WAIT_HELLO", "close"): "CLOSED",
    ("BOUND", "hello"): "CLOSED",
    ("BOUND", "welcome"): "LIVE",
    ("BOUND", "frame"): "CLOSED",
    ("BOUND", "drain"): "DRAINING",
    ("BOUND", "close"): "CLOSED",
    ("LIVE", "hello"): "CLOSED",
    ("LIVE", "frame"): "LIVE",
    ("LIVE", "drain"): "DRAINING",
    ("LIVE", "close"): "CLOSED",
    ("DRAINING", "hello"): "DRAINING",
    ("DRAINING", "welcome"): "DRAINING",
    ("DRAINING", "frame"): "DRAINING",
    ("DRAINING", "drain"): "DRAINING",
    ("DRAINING", "close"): "CLOSED",
}
"""What is not listed does not happen; in ``CLOSED`` nothing does. A frame that ends in ``CLOSED`` is answered 4001."""


def after(state: State, what: Input) -> State:
    """Return the state that follows; whatever comes to a closed connection changes nothing."""
    return TABLE.get((state, what), state)
