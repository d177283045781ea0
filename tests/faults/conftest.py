"""What all fault tests share: the assertions of their own modules tell what they found."""

import logging

import pytest

pytest.register_assert_rewrite(
    "tests.faults.kept",
    "tests.faults.refold",
    "tests.faults.counts",
    "tests.faults.tab",
    "tests.faults.stall",
    "tests.faults.shopper",
)


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Keep what a commit loop says of a store that is made to fail out of the way."""
    caplog.set_level(logging.CRITICAL, logger="tarry")
