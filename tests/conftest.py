"""What all tests share: laws are searched the same way each time, unless the long forms are asked for."""

import os

from hypothesis import settings

# A change is judged on the same examples as the one before it; `make test-all` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("long", max_examples=1_000, deadline=None)
settings.load_profile("long" if os.environ.get("TARRY_LONG") else "steady")
