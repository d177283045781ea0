"""How large a fault test is: small enough for every change, or long for a soak."""

import os

SOAK = os.environ.get("TARRY_SOAK", "")
"""Empty for the small size; ``full`` for the long one, or a part of it such as ``0.05``."""


def size(ci: int, soak: int) -> int:
    """Return how often, or how long, to do something: ``ci`` for every change, up to ``soak`` when asked for."""
    if not SOAK:
        return ci
    return soak if SOAK == "full" else max(ci, round(soak * float(SOAK)))
