"""What an origin is: one scheme, host and port, as browsers write it."""

import re

_ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?")


def is_origin(text: str) -> bool:
    """Tell whether a text names one scheme, host and port; ``null`` and an address with a path do not."""
    return _ORIGIN.fullmatch(text) is not None
