"""Length: by what a reader sees once the slots are filled."""

import pytest
from tests.copywriters.rendered import LONG_NAME, brief
from tests.guardrails.drafts import field

from tarry.core.brief import BODY_MAX, HEADLINE_MAX
from tarry.guardrails.length import NAME_MAX, check, graphemes


class TestGraphemes:
    @pytest.mark.parametrize(
        ("text", "count"), [("abc", 3), ("e\u0301", 1), ("👩\u200d🔬", 1), ("👍🏽", 1), ("", 0), ("字", 1)]
    )
    def test_what_a_reader_sees_is_counted(self, text: str, count: int) -> None:
        """Marks, joiners and skin tones add nothing."""
        assert graphemes(text) == count


class TestLength:
    @pytest.mark.parametrize(("where", "limit"), [("headline", HEADLINE_MAX), ("body", BODY_MAX)])
    def test_the_limit_itself_fits(self, where: str, limit: int) -> None:
        """A field may be exactly as long as its limit and no longer."""
        fits = field("x" * limit, where="headline" if where == "headline" else "body")
        over = field("x" * (limit + 1), where="headline" if where == "headline" else "body")

        assert not list(check(fits))
        assert [found.rule for found in check(over)] == ["length.long"]

    def test_a_long_name_counts_as_a_short_one(self) -> None:
        """A shop's long titles are not the writer's fault."""
        about = brief(facts={"product": LONG_NAME})
        fits = "x" * (HEADLINE_MAX - NAME_MAX)

        assert not list(check(field(fits + "{product}", where="headline", about=about)))
        assert list(check(field(fits + "y{product}", where="headline", about=about)))

    @pytest.mark.parametrize("text", ["", "   ", "…", "{price}!", "•"])
    def test_nothing_said_is_refused(self, text: str) -> None:
        """A field without a word of its own says nothing, unless a slot's name stands there."""
        expected = [] if "price" in text else ["length.empty"]

        assert [found.rule for found in check(field(text))] == expected
