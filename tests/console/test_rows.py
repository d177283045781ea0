"""Lines that stand for themselves are told in one sentence."""

import pytest

from tarry.console.names import Names
from tarry.console.reader import Line
from tarry.console.rows import plain_row


class TestPlainRow:
    @pytest.mark.parametrize(
        ("line", "kind", "said"),
        [
            ({"kind": "signal", "signal": "dwell", "sku": "M", "active_ms": 30_000}, "signal", "30 s active on M"),
            ({"kind": "consent", "state": "full", "src": "gpc"}, "consent",
             "consent is now full, asked for by the browser (GPC)"),
            ({"kind": "consent", "state": "none", "src": "new"}, "consent", "consent is now none, new"),
            ({"kind": "skip", "from": 3, "to": 7, "why": "overflow"}, "skip", "events 3 to 7 never arrived (overflow)"),
            ({"kind": "bad", "code": "type", "n": "cart", "detail": "qty"}, "bad",
             "an event was set aside: type, in cart (qty)"),
            (
                {"kind": "reason", "belief": {"price": 0.3, "fit": 0.7}, "evidence": ["read the sizes"]},
                "reason",
                "why they hesitate: fit 70 %, price 30 %; seen: read the sizes",
            ),
            ({"kind": "join", "kin": [{"visitor": "ben"}]}, "join", "the shop proved that this is also: ben"),
            ({"kind": "join", "kin": []}, "join", "counts by itself again"),
            ({"kind": "join", "kin": [], "apart": True}, "join", "you took this browser out of its person, for good"),
            ({"kind": "weather", "rain": 3}, "raw", "weather: rain 3"),
            ({"rain": 3}, "raw", "a line without a kind: rain 3"),
        ],
    )  # fmt: skip
    def test_it_says_what_the_line_says(self, line: Line, kind: str, said: str) -> None:
        """Each kind in its words, an unknown one with everything it carries."""
        row = plain_row(line, 5, Names([]))

        assert (row.kind, row.sentence, row.lines) == (kind, said, (line,))
