"""The owner's rules on words: each has a case that breaks it and is refused, whoever wrote it."""

import pytest
from tests.copywriters.rendered import brief
from tests.guardrails.drafts import CALM, FACTS

from tarry.core.brief import Brief, Draft, Fact
from tarry.core.copyrules import CopyRules
from tarry.guardrails.inspect import inspect

STOCK = (Fact("F1", "stock", "count", "3", "3", "", "stock"),)


def rules(body: str, held: CopyRules, about: Brief | None = None, *, writer: str = "model") -> set[str]:
    """Return the rules a draft breaks under an owner's own."""
    draft = Draft("A closer look", body, "house" if writer == "house" else "model")
    return {found.rule for found in inspect(draft, about or brief(facts=FACTS), rules=held)}


class TestOwnersRules:
    @pytest.mark.parametrize("writer", ["model", "house"])
    @pytest.mark.parametrize(
        ("held", "text", "rule"),
        [
            (CopyRules(competitors=("Nordhaus",)), "{product} or one from N-o-r-d-h-a-u-s", "house.competitor"),
            (CopyRules(glossary={"webshop": "shop"}), "{product} in our Webshop", "house.glossary"),
            (CopyRules(glossary={"E-mail": "e-mail"}), "{product}, told by E-Mail", "house.glossary"),
            (CopyRules(never_translate=("SlowCup",)), "{product}, a slowcup", "house.spelling"),
            (CopyRules(languages_off=("en",)), "About {product}.", "house.language_off"),
            (CopyRules(loudest="plain"), "Here is {product}!", "manner.loud"),
            (CopyRules(loudest="soft"), "Finish your order of {product}.", "manner.command"),
        ],
    )
    def test_each_is_held_at_output(self, held: CopyRules, text: str, rule: str, writer: str) -> None:
        """Without the rule the words pass it; with it they are refused by name."""
        assert rule not in rules(text, CopyRules(), writer=writer)
        assert rule in rules(text, held, writer=writer)

    def test_the_owners_spelling_passes(self) -> None:
        """A name written as the owner writes it, and a word the glossary asks for, break nothing."""
        held = CopyRules(never_translate=("SlowCup",), glossary={"webshop": "shop"}, competitors=("Nord",))

        assert rules("About {product}, a SlowCup from our shop in Norden.", held) == set()

    def test_a_vouched_sentence_may_promise_and_no_other(self) -> None:
        """Word for word and as a sentence of its own; one word more is the writer's own claim."""
        held = CopyRules(claims=("You can send it back within 30 days.",))

        assert rules("About {product}. You can send it back within 30 days.", held) == set()
        assert "numbers.digit" in rules("About {product}. You can send it back within 60 days.", held)
        assert "claims.guarantee" in rules("About {product}: sure, you can send it back within 30 days or never.", held)
        assert "claims.urgency" in rules("You can send it back within 30 days. Hurry, {product}!", held)

    def test_a_true_stock_is_told_only_where_the_owner_lets_it(self) -> None:
        """The number itself where facts may press, nothing at all where nothing may."""
        about = Brief("d", "reassure", "dwell", "doubt", "plain", "toast", "en", "k", "product", STOCK)

        assert rules("Only 3 left.", CopyRules(), about) == set()
        assert rules("Only 2 left.", CopyRules(), about) >= {"claims.scarcity", "numbers.digit"}
        assert "claims.urgency" in rules("Only 3 left, so hurry.", CopyRules(), about)
        assert "claims.scarcity" in rules("Only 3 left.", CopyRules(urgency="never"), about)

    def test_discounts_are_spoken_of_round_an_offer_only(self) -> None:
        """And not even there where the owner wants no such words."""
        offer = brief("incentive", "price_bounce", "price", subject="cart", facts={"amount": "€5.00"})

        assert rules("A discount of {amount} for you.", CopyRules(), offer) == set()
        assert "claims.discount" in rules("A discount of {amount} for you.", CopyRules(discounts="never"), offer)
        assert "claims.discount" in rules("A discount on {product}.", CopyRules())

    def test_no_rule_of_the_owner_loosens_tarrys(self) -> None:
        """Every other word stays refused beside a vouched sentence."""
        assert rules(CALM + " Hurry.", CopyRules(claims=("There is more.",), urgency="facts")) >= {"claims.urgency"}
