"""One real server for all tests of this folder; every test brings visitors of its own."""

from collections.abc import Iterator

import pytest
from tests.fakes.running import Running, serving

OTHER = '[[site]]\nkey = "pk_other"\norigins = ["https://other.test", "http://[::1]:8080"]\n'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run a server with two sites; nothing a browser did may have made it write a line."""
    with serving(tmp_path_factory.mktemp("server"), more=OTHER) as running:
        yield running
        told = [line for line in running.output().splitlines() if "refused_page" not in line]
        assert not [line for line in told if "ERROR" in line or "WARNING" in line or "Traceback" in line]
