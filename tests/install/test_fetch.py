"""One look at an address: bounded in time, length and direction, whatever answers there."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from tests.install.origin import HTML, Origin, Reply, origin

from tarry.install import fetch as room
from tarry.install.fetch import BODY_MAX_BYTES, FetchError, fetch

NOWHERE: frozenset[str] = frozenset()


@pytest.fixture
def shop() -> Iterator[Origin]:
    """Serve a page on loopback."""
    with origin() as made:
        made.page("<p>here</p>", path="/p")
        yield made


class TestAnswers:
    def test_a_page_comes_with_its_headers(self, shop: Origin) -> None:
        """Status, headers and text as they were sent."""
        shop.page("<p>Grüße</p>", ("X-One", "1"), path="/q")

        found = fetch(f"{shop.url}/q?x=1", NOWHERE)

        assert (found.status, found.headers["x-one"], found.text()) == (200, "1", "<p>Grüße</p>")
        assert shop.asked == ["/q?x=1"]

    def test_an_address_with_letters_of_any_kind_is_asked_for(self, shop: Origin) -> None:
        """Spelled out as browsers do it; what is spelled out already stays so."""
        fetch(f"{shop.url}/für sie/%C3%A4?größe=5", NOWHERE)

        assert shop.asked == ["/f%C3%BCr%20sie/%C3%A4?gr%C3%B6%C3%9Fe=5"]

    def test_one_compressed_unasked_is_opened(self, shop: Origin) -> None:
        """Some servers always compress."""
        shop.replies["/z"] = Reply(gzip.compress(b"<p>small</p>"), headers=(*HTML, ("Content-Encoding", "gzip")))

        assert fetch(f"{shop.url}/z", NOWHERE).text() == "<p>small</p>"

    def test_a_bomb_is_not_opened_to_its_full_size(self, shop: Origin) -> None:
        """No more is unpacked than an open page may weigh."""
        bomb = gzip.compress(b" " * 20 * BODY_MAX_BYTES)
        shop.replies["/z"] = Reply(bomb, headers=(*HTML, ("Content-Encoding", "gzip")))

        assert len(fetch(f"{shop.url}/z", NOWHERE).body) == BODY_MAX_BYTES

    def test_of_a_long_page_the_beginning_is_read(self, shop: Origin) -> None:
        """And it is said that there was more."""
        shop.replies["/long"] = Reply(b"x" * (BODY_MAX_BYTES + 10))

        found = fetch(f"{shop.url}/long", NOWHERE)

        assert (len(found.body), found.cut) == (BODY_MAX_BYTES, True)


class TestDirections:
    def test_it_follows_to_the_shops_own_addresses(self, shop: Origin) -> None:
        """The address in the end is the one that counts."""
        shop.replies["/"] = Reply(status=302, headers=(("Location", "/p"),))

        assert fetch(f"{shop.url}/", NOWHERE).url == f"{shop.url}/p"

    def test_it_does_not_follow_to_strangers(self, shop: Origin) -> None:
        """A page that leads elsewhere is told, and nobody else is asked anything."""
        shop.replies["/"] = Reply(status=302, headers=(("Location", "http://other.invalid/"),))

        with pytest.raises(FetchError, match=r"leads on to http://other\.invalid, which nobody named") as told:
            fetch(f"{shop.url}/", NOWHERE)
        assert told.value.code == "redirect"

    def test_it_does_not_go_round_in_circles(self, shop: Origin) -> None:
        """A handful of times is enough."""
        shop.replies["/"] = Reply(status=301, headers=(("Location", "/"),))

        with pytest.raises(FetchError, match="more than 5 times"):
            fetch(f"{shop.url}/", NOWHERE)
        assert len(shop.asked) == 6

    def test_it_reads_no_files(self, shop: Origin) -> None:
        """Only web addresses are looked at."""
        shop.replies["/"] = Reply(status=302, headers=(("Location", "file:///etc/passwd"),))

        with pytest.raises(FetchError, match="no web address"):
            fetch(f"{shop.url}/", NOWHERE)


class TestTroubles:
    def test_nobody_there(self) -> None:
        """A closed port is unreachable."""
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            port = taken.getsockname()[1]

            with pytest.raises(FetchError, match="connection refused") as told:
                fetch(f"http://127.0.0.1:{port}/", NOWHERE)

        assert told.value.code == "unreachable"

    def test_a_name_nobody_has(self) -> None:
        """Says so, in words an owner knows."""
        with pytest.raises(FetchError, match="no such name"):
            fetch("http://shop.invalid/", NOWHERE)

    def test_somebody_who_speaks_something_else(self) -> None:
        """What answers is no web server."""
        with _saying(b"SSH-2.0-hello\r\n") as port, pytest.raises(FetchError) as told:
            fetch(f"http://127.0.0.1:{port}/", NOWHERE)

        assert told.value.code == "nonsense"

    def test_plain_speech_where_tls_is_expected(self, shop: Origin) -> None:
        """A certificate that is none."""
        with pytest.raises(FetchError, match="no certificate") as told:
            fetch(f"{shop.url.replace('http:', 'https:')}/p", NOWHERE)

        assert told.value.code == "tls"

    def test_a_dripping_server_is_left_in_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A byte now and then passes every time-out of a single read; the whole has its own."""
        monkeypatch.setattr(room, "PATIENCE_S", 0.4)

        with _dripping() as port:
            began = time.monotonic()
            with pytest.raises(FetchError, match="did not answer within") as told:
                fetch(f"http://127.0.0.1:{port}/", NOWHERE)

        assert told.value.code == "slow"
        assert time.monotonic() - began < 3


class _Listening:
    """Takes one connection and deals with it in a thread."""

    def __init__(self, *, said: bytes = b"", drip: bool = False) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._said, self._drip = said, drip
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._deal)

    def _deal(self) -> None:
        line, _ = self._socket.accept()
        with line:
            line.sendall(self._said)
            while self._drip and not self._over.wait(0.05):
                try:
                    line.sendall(b"H")
                except OSError:
                    return

    def __enter__(self) -> int:
        self._thread.start()
        port: int = self._socket.getsockname()[1]
        return port

    def __exit__(self, *_args: object) -> None:
        self._over.set()
        self._thread.join()
        self._socket.close()


def _saying(words: bytes) -> _Listening:
    return _Listening(said=words)


def _dripping() -> _Listening:
    return _Listening(drip=True)
