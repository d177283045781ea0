"""Links: drafts carry none; names carry none that is plainly one."""

import pytest
from tests.guardrails.drafts import CALM, field

from tarry.guardrails.links import check, leads_somewhere


class TestLinks:
    @pytest.mark.parametrize(
        "text",
        [
            "https://example.com", "see www.example.com", "javascript:alert(x)", "example.com/deal",
            "example . com www. x",
            "mail me at a@example.org", "ＷＷＷ．example．ｃｏｍ", "example dot com", "example[.]com",
            "me (at) example",
            "exam\u200bple.com", "hxxp://x", "münchen.de", "example。com", "example。ｃｏｍ",
        ],
    )  # fmt: skip
    def test_addresses_are_refused(self, text: str) -> None:
        """Whatever a reader could type into a browser or a mail program is a breach, disguised or not."""
        assert any(found.rule.startswith("links.") for found in check(field(text)))

    @pytest.mark.parametrize(
        "text",
        [
            CALM,
            "So z. B. hier, d. h. dort.",
            "カートに入っています。こちらです。",
            "Well… e.g. this one.",
            "Step by step: calmly.",
        ],
    )
    def test_sentences_pass(self, text: str) -> None:
        """Full stops, abbreviations and colons are no addresses."""
        assert not list(check(field(text)))

    @pytest.mark.parametrize("name", ["Dr.Martens", "Trail mug 0.4 l", "St.Moritz scarf", "No.5", "A.P.C. tote"])
    def test_a_dot_in_a_name_is_no_address(self, name: str) -> None:
        """Brands write dots."""
        assert not leads_somewhere(name)
