"""What all fault tests share: the assertions of their own modules tell what they found."""

import pytest

pytest.register_assert_rewrite("tests.faults.kept", "tests.faults.refold", "tests.faults.counts", "tests.faults.tab")
