"""What the copywriters' tests share."""

import pytest

from tarry.copywriters.words import Words


@pytest.fixture(scope="session")
def words() -> Words:
    """Return all languages that come with Tarry."""
    return Words.load()
