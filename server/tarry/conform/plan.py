"""Every case a server is held against, in the order in which they are told."""

from tarry.conform import beacons, consents, frames, hellos, pushes, streams
from tarry.conform.case import Case
from tarry.conform.reach import Target

QUICK: tuple[Case[Target], ...] = (
    *hellos.CASES,
    *streams.CASES,
    *frames.CASES,
    *beacons.CASES,
    *consents.CASES,
    *pushes.CASES,
)
SLOW: tuple[Case[Target], ...] = frames.SLOW
"""Cases of most of a minute each."""
