"""What the server's answer at the door means for an owner."""

import pytest

from tarry.core.wire import Close
from tarry.install.knock import Answer
from tarry.install.server_side import judge_answer
from tarry.install.shop import Shop

SHOP = Shop("pk_shop", "https://tarry.example/t/", ("https://shop.example",))


@pytest.mark.parametrize(
    ("answer", "code", "level"),
    [
        (Answer(welcomed=True), "socket.open", "well"),
        (Answer(failed="connection refused"), "socket.failed", "cause"),
        (Answer(status=404), "socket.upgrade", "cause"),
        (Answer(status=426), "socket.upgrade", "cause"),
        (Answer(status=503), "server.busy", "cause"),
        (Answer(code=Close.SITE), "server.key", "cause"),
        (Answer(code=Close.ORIGIN), "server.origin", "cause"),
        (Answer(code=Close.CONSENT), "consent.ceiling", "cause"),
        (Answer(code=Close.LATER), "server.busy", "cause"),
        (Answer(code=Close.HELLO), "socket.closed", "cause"),
        (Answer(code=1006), "socket.closed", "cause"),
    ],
)
def test_every_answer_has_its_meaning_and_its_cure(answer: Answer, code: str, level: str) -> None:
    """Nothing an owner could meet is left without a word, and no cause without a cure."""
    (finding,) = judge_answer(answer, SHOP, "https://shop.example")

    assert (finding.code, finding.level) == (code, level)
    assert bool(finding.cure) == (level == "cause")
