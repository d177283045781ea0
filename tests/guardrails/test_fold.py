"""Folding: one reading for every way of writing a word."""

import pytest

from tarry.guardrails.fold import folded, readings, visible


class TestFold:
    @pytest.mark.parametrize(
        "text",
        [
            "discount", "DISCOUNT", "ｄｉｓｃｏｕｎｔ", "dis\u00adcount", "d\u200bis\u200dcount", "díscöunt",
            "𝐝𝐢𝐬𝐜𝐨𝐮𝐧𝐭", "ⓓⓘⓢⓒⓞⓤⓝⓣ",
            "dіѕсоunt", "d\u202eiscount", "d i s c o u n t", "d.i.s.c.o.u.n.t", "dis-count", "d1sc0unt",
            "di$count", "ᴅɪꜱᴄᴏᴜɴᴛ",
            "d-i-s-c-o-u-n-t", "d\u0336i\u0336s\u0336c\u0336o\u0336u\u0336n\u0336t",
        ],
    )  # fmt: skip
    def test_a_disguised_word_is_read(self, text: str) -> None:
        """Every disguise of one word comes off in one of its readings."""
        assert "discount" in readings(text)

    def test_ordinary_text_has_one_reading(self) -> None:
        """Text without disguise is read once."""
        assert readings("A walnut table, well made.") == ("a walnut table, well made.",)

    def test_visible_text_keeps_case_and_accents(self) -> None:
        """What a reader sees stays: only ink-less characters go and blanks fold."""
        assert visible(" Café\u200b\n Größe\t M ") == "Café Größe M"

    def test_german_letters_lose_their_dots(self) -> None:
        """Lexicons are written without umlauts; sharp s is double s."""
        assert folded("Größe – übrig") == "grosse - ubrig"
