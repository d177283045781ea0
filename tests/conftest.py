"""What all tests share: laws are searched the same way each time, unless the long forms are asked for."""

import pytest
from hypothesis import settings
from tests.fakes.needs import FORBIDDEN
from tests.searched import EXAMPLES, LONG

# A change is judged on the same examples as the one before it; `make test-all` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("long", max_examples=EXAMPLES, deadline=None)
settings.load_profile("long" if LONG else "steady")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly, quiet run or not, what could not be tried on this machine."""
    skipped = terminalreporter.stats.get("skipped", [])
    told = [f"{report.nodeid}: {report.longrepr[2]}" for report in skipped if FORBIDDEN in str(report.longrepr)]
    if told:
        terminalreporter.section("NOT TRIED ON THIS MACHINE", sep="!", red=True, bold=True)
        for line in told:
            terminalreporter.line(line, red=True)
