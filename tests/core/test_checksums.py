"""Numbers that check themselves."""

import pytest

from tarry.core.checksums import is_card, is_iban


class TestCard:
    @pytest.mark.parametrize("text", ["4111111111111111", "4111 1111 1111 1111", "3782-822463-10005"])
    def test_a_card(self, text: str) -> None:
        """The numbers that issuers publish for trying out are cards, however they are grouped."""
        assert is_card(text)

    @pytest.mark.parametrize("text", ["4111111111111112", "4006381333931", "1234567812345670", "", "41111111111111x1"])
    def test_no_card(self, text: str) -> None:
        """A wrong check digit, an article number, no issuer's beginning, and what is not all digits, are none."""
        assert not is_card(text)


class TestIban:
    @pytest.mark.parametrize("text", ["DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "nl91abna0417164300"])
    def test_an_account(self, text: str) -> None:
        """The examples of the standard's registry are accounts, in capitals or not."""
        assert is_iban(text)

    @pytest.mark.parametrize("text", ["DE88370400440532013000", "DE89", "AB12 3456 7890 1234", "ÄÖ89370400440532013"])
    def test_no_account(self, text: str) -> None:
        """A wrong check, too short a text, an article number and foreign letters are none."""
        assert not is_iban(text)
