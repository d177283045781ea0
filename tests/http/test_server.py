"""Under the app: binding an address, and what is not worth a line in the log."""

import logging
import socket

import pytest

from tarry.http.server import NOISE, PortTakenError, _worth_a_line, bind


class TestBind:
    def test_port_nought_takes_any(self) -> None:
        """Two servers asked for any port get two."""
        with bind("127.0.0.1", 0) as one, bind("127.0.0.1", 0) as two:
            assert one.getsockname()[1] != two.getsockname()[1]

    def test_a_taken_port_names_the_cure(self) -> None:
        """The message says which address, why, and what to do."""
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]

            with pytest.raises(PortTakenError, match=rf"127\.0\.0\.1:{port} cannot be used .* --port {port + 1}"):
                bind("127.0.0.1", port)

    def test_an_address_that_is_not_ours(self) -> None:
        """Somebody else's address is refused in the same words."""
        with pytest.raises(PortTakenError, match=r"203\.0\.113\.7:8000 cannot be used"):
            bind("203.0.113.7", 8000)


class TestLog:
    @pytest.mark.parametrize("text", NOISE)
    def test_strangers_write_nothing(self, text: str) -> None:
        """What any bad byte could cause is left out."""
        assert not _worth_a_line(_record(text))

    def test_faults_of_ours_are_kept(self) -> None:
        """An exception in the app is told."""
        assert _worth_a_line(_record("Exception in ASGI application\n"))


def _record(text: str) -> logging.LogRecord:
    return logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, text, None, None)
