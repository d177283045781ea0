"""How long a law is searched for a case that breaks it: briefly for every change, a thousand examples when asked."""

import os

from hypothesis import settings

LONG = bool(os.environ.get("TARRY_LONG") or os.environ.get("TARRY_SOAK"))
"""Whether the long forms were asked for: ``make test-all`` and ``make soak``."""
EXAMPLES = 1_000
"""Examples of a law in the long form."""


def searched(examples: int) -> settings:
    """Return how a law is searched: so many examples for every change, a thousand in the long form."""
    return settings(max_examples=EXAMPLES if LONG else examples, deadline=None)
