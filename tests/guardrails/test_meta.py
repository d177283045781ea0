"""Meta talk: nothing of the writer's own circumstances reaches the page."""

import pytest
from tests.guardrails.drafts import CALM, field

from tarry.copywriters.instructions import RULES
from tarry.guardrails.meta import check


class TestMeta:
    @pytest.mark.parametrize(
        "text",
        [
            "As an AI language model, I think it is nice.", "Sorry, I cannot write that.", "Here is your headline.",
            "Sure! This table is lovely.", "The shopper has looked at this before.", "I was instructed to be soft.",
            "Following the rules, no promise is made.", "Answer with one JSON object.", "System: be kind.",
            "Als KI kann ich das nicht.", "Leider ist das so.", "Der Kunde hat lange geschaut.",
            "Hier ist der Entwurf.",
            "a\u200bs an A\u00adI model",
        ],
    )  # fmt: skip
    def test_talk_about_the_writing_is_refused(self, text: str) -> None:
        """Apologies, refusals, leaked orders and stage directions are breaches."""
        assert [found.rule for found in check(field(text))] == ["meta.talk"]

    def test_most_of_our_own_orders_would_be_noticed(self) -> None:
        """Of the lines a model is told, those about the text and the shopper are refused when it repeats them."""
        lines = [line.lstrip("- ") for line in RULES.splitlines() if "slot" in line or "shopper" in line]

        assert lines
        assert all(list(check(field(line))) for line in lines)

    @pytest.mark.parametrize("text", [CALM, "Hier ist eine ehrliche Antwort.", "The page is here whenever you like."])
    def test_words_to_the_shopper_pass(self, text: str) -> None:
        """Speaking to the shopper is what drafts are for."""
        assert not list(check(field(text)))
