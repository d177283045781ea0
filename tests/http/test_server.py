"""Under the app: binding an address, and what is not worth a line in the log."""

import inspect
import logging
import socket
from collections.abc import Callable

import pytest
from starlette.applications import Starlette

from tarry.http.beacon import BODY_S
from tarry.http.heads import HEAD_S, HeadProtocol
from tarry.http.protocol import SocketProtocol
from tarry.http.server import NOISE, PortTakenError, Server, _worth_a_line, bind
from tarry.http.websocket import HELLO_S, STUCK_S


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


class TestPinned:
    def test_every_limit_is_set_and_not_left_to_a_default(self) -> None:
        """What the library is told: sizes, no compression, no pings, no access log, nobody's word for an address."""
        told = Server(Starlette(), lambda: None, _no_drain).config

        assert (told.ws_max_size, told.ws_per_message_deflate) == (32 * 1024, False)
        assert (told.ws_ping_interval, told.ws_ping_timeout) == (None, None)
        assert (told.access_log, told.log_config, told.proxy_headers, told.server_header) == (False, None, False, False)
        assert (told.timeout_keep_alive, told.timeout_graceful_shutdown, told.backlog) == (10, 2, 2048)
        assert (told.http, told.ws) == (HeadProtocol, SocketProtocol)

    def test_deadlines_are_those_of_the_promise(self) -> None:
        """Five seconds for a head, ten for a body, five for hello, ten for taking nothing."""
        assert (HEAD_S, BODY_S, HELLO_S, STUCK_S) == (5, 10, 5, 10)

    @pytest.mark.parametrize("ours", [HeadProtocol, SocketProtocol, Server])
    def test_what_we_stand_in_for_is_still_there(self, ours: type) -> None:
        """Each method of the library that we replace is still one of its own; else ours would never be called."""
        theirs, own = ours.__mro__[1], {"put", "end", "cut"}
        names = {name for name, value in vars(ours).items() if callable(value) and not name.startswith("_")}

        assert [name for name in names - own if not callable(getattr(theirs, name, None))] == []
        assert len(names - own) >= 3

    @pytest.mark.parametrize(
        "name",
        ["frames", "curr_msg_data_type", "close_sent", "writable", "disconnected", "close_timer", "queue", "conn"],
    )
    def test_what_we_lean_on_is_still_kept(self, name: str) -> None:
        """The library's WebSocket protocol still keeps what ours reads and sets."""
        source = inspect.getsource(SocketProtocol.__mro__[1])

        assert f"self.{name}" in source


async def _no_drain(_forced: Callable[[], bool]) -> None:
    """Have nobody to send away."""
