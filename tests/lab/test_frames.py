"""Frames of a server as a page reads them."""

import pytest

from tarry.lab.frames import Ack, BadSeq, Flow, PushFrame, read_frame


class TestReading:
    def test_a_frame_is_a_typed_value(self) -> None:
        """What is listed is read, and keys that are not are passed over."""
        assert read_frame(b'{"t":"ack","hi":3,"bad":[{"s":2,"code":"type"}],"new":1}') == Ack(3, (BadSeq(2, "type"),))
        assert read_frame('{"t":"flow","gap_ms":250}') == Flow(gap_ms=250)

    def test_a_withdrawal_needs_no_number(self) -> None:
        """A ``cancel`` names its push in ``d``."""
        frame = read_frame(b'{"t":"push","id":"p1","ps":0,"kind":"cancel","exp":0,"d":{"id":"p1"}}')

        assert isinstance(frame, PushFrame)
        assert frame.d == {"id": "p1"}

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"null",
            b"{}",
            b'{"t":"later"}',
            b'{"t":"ack"}',
            b'{"t":"ack","hi":"3"}',
            b'{"t":"ack","hi":-1}',
            b"\xff",
        ],
    )
    def test_anything_else_is_passed_over(self, data: bytes) -> None:
        """A frame of a later server, or a broken one, does not break a page."""
        assert read_frame(data) is None
