"""Knocking: whatever opens, or does not, is told apart."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from tests.install.origin import origin
from websockets.sync.server import ServerConnection, serve

from tarry.install import knock as room
from tarry.install.knock import Answer, knock

HERE = "https://shop.example"


@contextmanager
def answering(deal: Callable[[ServerConnection], None]) -> Iterator[str]:
    """Run a WebSocket server that deals with each connection in a way; gives its folder's address."""
    with serve(deal, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.socket.getsockname()[1]}/t/"
        finally:
            server.shutdown()
            thread.join()


class TestKnock:
    def test_it_says_hello_as_a_page_of_that_origin(self) -> None:
        """Under the key, with the origin a browser would send, and as nobody's page."""
        heard: list[str] = []

        def deal(line: ServerConnection) -> None:
            assert line.request is not None
            heard.extend([line.request.headers["origin"], line.request.path, str(line.recv())])
            line.send('{"t":"welcome"}')

        with answering(deal) as base:
            answer = knock(base, HERE, "pk_shop")

        assert answer == Answer(welcomed=True)
        assert heard[:2] == [HERE, "/t/ws"]
        assert '"key":"pk_shop"' in heard[2]
        assert '"caps":["doctor"]' in heard[2]

    @pytest.mark.parametrize("code", [4002, 4003, 4010, 1013])
    def test_a_refusal_is_known_by_its_code(self, code: int) -> None:
        """With or without a word before it."""
        with answering(lambda line: line.close(code)) as base:
            bare = knock(base, HERE, "pk_shop")

        def deal(line: ServerConnection) -> None:
            line.send(f'{{"t":"err","code":{code}}}')
            line.close(code)

        with answering(deal) as base:
            told = knock(base, HERE, "pk_shop")

        assert (bare, told) == (Answer(code=code), Answer(code=code))

    @pytest.mark.parametrize("words", ["hello yourself", "[]", '"welcome"', "\x00"])
    def test_other_words_are_no_welcome(self, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Something that speaks WebSocket and is not Tarry."""
        monkeypatch.setattr(room, "PATIENCE_S", 0.2)

        def deal(line: ServerConnection) -> None:
            line.send(words)
            line.recv()
            line.recv()

        with answering(deal) as base:
            answer = knock(base, HERE, "pk_shop")

        assert answer.failed

    def test_silence_is_not_waited_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A few seconds, then it is told."""
        monkeypatch.setattr(room, "PATIENCE_S", 0.2)

        def deal(line: ServerConnection) -> None:
            line.recv()
            line.recv()

        with answering(deal) as base:
            answer = knock(base, HERE, "pk_shop")

        assert "no answer came" in answer.failed

    def test_a_web_page_is_no_socket(self) -> None:
        """The status says what it was."""
        with origin() as shop:
            shop.page("<h1>Shop</h1>", path="/t/ws")

            assert knock(f"{shop.url}/t/", HERE, "pk_shop") == Answer(status=200)

    def test_nobody_there(self) -> None:
        """In the system's own words."""
        assert "refused" in knock("http://127.0.0.1:9/t/", HERE, "pk_shop").failed
