"""Shape: no shouting, no pictures."""

import pytest
from tests.copywriters.rendered import brief
from tests.guardrails.drafts import CALM, field

from tarry.guardrails.shape import check


class TestShape:
    @pytest.mark.parametrize(
        ("text", "rule"),
        [
            ("Look!!", "shape.marks"), ("Really?!", "shape.marks"), ("REALLY good", "shape.shouted"),
            ("IT IS here", "shape.shouted"), ("Nice 🎉", "shape.picture"), ("⭐ see", "shape.picture"),
            ("M u g d i s c o u n t", "shape.spaced"),
        ],
    )  # fmt: skip
    def test_loud_text_is_refused(self, text: str, rule: str) -> None:
        """Doubled marks, capitals and pictures shout."""
        assert rule in {found.rule for found in check(field(text))}

    def test_soft_words_have_no_exclamation(self) -> None:
        """One exclamation mark is too much in a soft tone and bearable in a direct one."""
        soft = field("Good to see you!", about=brief(tone="soft"))
        direct = field("Good to see you!", about=brief(tone="direct"))

        assert [found.rule for found in check(soft)] == ["shape.soft"]
        assert not list(check(direct))

    @pytest.mark.parametrize("text", [CALM, "A PDF is there.", "Größe M oder XL", "I see, it is a USB plug."])
    def test_short_capitals_pass(self, text: str) -> None:
        """Abbreviations are not shouted."""
        assert not list(check(field(text)))
