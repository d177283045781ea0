"""The crowd speaks WebSocket by itself: its frames are right, and wrong answers do not pass for acknowledgements."""

import socket
from collections import deque
from collections.abc import Iterator

import orjson
import pytest
from websockets.frames import Frame
from websockets.streams import StreamReader

from tarry.lab.flood import IN_FLIGHT, FloodError, Page, frames_of, masked


def unmasked(data: bytes) -> bytes:
    """Return what another implementation of RFC 6455 reads in a client's frame."""
    reader = StreamReader()
    reader.feed_data(data)
    parser = Frame.parse(reader.read_exact, mask=True)
    try:
        next(parser)
    except StopIteration as done:
        frame: Frame = done.value
        return bytes(frame.data)
    raise AssertionError("the frame is not whole")


def told(text: bytes) -> bytes:
    """Return a server's text frame."""
    size = len(text)
    return bytes([0x81, size]) + text if size < 126 else bytes([0x81, 126]) + size.to_bytes(2, "big") + text


@pytest.fixture
def page() -> Iterator[tuple[Page, socket.socket]]:
    """Return a page with eight frames to tell, and the server's end of its socket."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    with ours, theirs:
        yield Page(ours, deque([b"x"] * 8), batches=8, batch_events=10), theirs


class TestMasked:
    @pytest.mark.parametrize("size", [1, 4, 125, 126, 3_000, 65_535])
    def test_another_implementation_reads_it(self, size: int) -> None:
        """A masked frame holds its payload, at every size of its length field."""
        payload = bytes(n % 251 for n in range(size))

        assert unmasked(masked(payload)) == payload


class TestFramesOf:
    def test_frames_come_out_whole_however_they_are_cut(self) -> None:
        """Byte by byte or all at once, the same frames come out and nothing is left."""
        texts = [b'{"t":"ack","hi":10}', b"y" * 200]
        buffer, found = bytearray(), []
        for byte in b"".join(map(told, texts)):
            buffer.append(byte)
            found += frames_of(buffer)

        assert found == [(1, text) for text in texts]
        assert not buffer


class TestPage:
    def test_no_more_is_in_flight_than_the_window_holds(self, page: tuple[Page, socket.socket]) -> None:
        """Six frames go out; each acknowledged lets another follow, until all were."""
        us, server = page

        us.pump()
        assert server.recv(100) == b"x" * IN_FLIGHT
        server.sendall(told(orjson.dumps({"t": "ack", "hi": 10})))
        us.hear()
        us.pump()
        assert server.recv(100) == b"x"
        server.sendall(told(orjson.dumps({"t": "ack", "hi": 80})))
        us.hear()

        assert us.done

    @pytest.mark.parametrize(
        "frame", [{"t": "nack", "need": 1}, {"t": "err", "code": 4009}, {"t": "ack", "hi": 10, "bad": [{"s": 3}]}]
    )
    def test_what_is_no_acknowledgement_ends_the_run(
        self, page: tuple[Page, socket.socket], frame: dict[str, object]
    ) -> None:
        """A refusal, a gap or a bad event is never counted as work done."""
        us, server = page
        server.sendall(told(orjson.dumps(frame)))

        with pytest.raises(FloodError, match="expected acknowledgements"):
            us.hear()

    def test_a_closed_server_ends_the_run(self, page: tuple[Page, socket.socket]) -> None:
        """Silence for good is told at once."""
        us, server = page
        server.close()

        with pytest.raises(FloodError, match="without a word"):
            us.hear()
