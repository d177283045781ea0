"""The smaller families: personal data, repetition, generic words, manner."""

import pytest
from tests.copywriters.rendered import brief
from tests.guardrails.drafts import breaches, field, rules

from tarry.guardrails import manner, personal
from tarry.guardrails.personal import luhn, mod_97
from tarry.guardrails.version import version


class TestPersonal:
    @pytest.mark.parametrize(
        ("text", "rule"),
        [
            ("Call +49 170 1234567", "personal.phone"), ("Card 4111 1111 1111 1111", "personal.card"),
            ("DE89 3704 0044 0532 0130 00", "personal.account"), ("Dear Anna, look", "personal.name"),
            ("Guten Tag, Frau Schmidt", "personal.name"), ("Cher Paul, voici", "personal.name"),
        ],
    )  # fmt: skip
    def test_what_identifies_somebody_is_named(self, text: str, rule: str) -> None:
        """Numbers with the right check digits, telephone numbers, names in an address."""
        assert rule in {found.rule for found in personal.check(field(text))}

    def test_check_digits_decide(self) -> None:
        """Sixteen digits are no card, and twenty-two signs no account, unless their checks agree."""
        assert (luhn("4111111111111111"), luhn("4111111111111112")) == (True, False)
        assert (mod_97("DE89370400440532013000"), mod_97("DE89370400440532013001")) == (True, False)

    @pytest.mark.parametrize("text", ["About {product}, at {price}.", "Size 38 to 42", "Dear to many hearts"])
    def test_ordinary_text_is_nobodys(self, text: str) -> None:
        """Slots, sizes and ordinary words identify nobody."""
        assert not list(personal.check(field(text)))


class TestRepeat:
    def test_a_model_that_stutters_is_refused(self) -> None:
        """A sentence said twice, a word three times, the headline again as the body."""
        assert "repeat.words" in rules("{product} is well made. {product} is well made.")
        assert "repeat.words" in rules("{product} is good, good, good.")
        assert "repeat.words" in rules("About {product}", headline="About {product}")

    def test_saying_two_things_is_no_repetition(self) -> None:
        """The same little words in two sentences are ordinary."""
        assert "repeat.words" not in rules("What it is made of, and what it is for, {product} tells itself.")


class TestGeneric:
    def test_words_for_any_cart_are_refused(self) -> None:
        """A model that was given facts uses one."""
        assert "generic.swap" in rules("Something nice is here. Have a look whenever it suits you.")
        assert "generic.swap" not in rules("Have a look at {product} whenever it suits you.")

    def test_without_facts_there_is_nothing_to_use(self) -> None:
        """A brief that knows nothing of the shopper asks for nothing."""
        assert "generic.swap" not in {found.rule for found in breaches("Here is help.", about=brief(facts={}))}


class TestManner:
    @pytest.mark.parametrize(
        ("locale", "text"),
        [("en", "Finish your order."), ("de", "Kaufen Sie das."), ("fr", "Achetez-le."), ("es", "Compre ya.")],
    )
    def test_soft_words_give_no_orders(self, locale: str, text: str) -> None:
        """An order is for other tones than the soft one."""
        soft, plain = (field(text, about=brief(tone=tone, locale=locale)) for tone in ("soft", "plain"))

        assert [found.rule for found in manner.check(soft)] == ["manner.command"]
        assert not list(manner.check(plain))

    @pytest.mark.parametrize(
        ("locale", "formal", "familiar"),
        [("de", "Hier ist Ihr Tisch", "Hier ist dein Tisch"), ("fr", "Voici votre table", "Voici ta table"),
         ("es", "Lo que usted eligió", "Lo que tú elegiste")],
    )  # fmt: skip
    def test_a_model_addresses_people_as_the_site_does(self, locale: str, formal: str, familiar: str) -> None:
        """Sie is not du, vous not tu, usted not tú, whichever the site has."""
        polite, close = brief(locale=locale), brief(locale=locale, formality="familiar")

        assert not list(manner.check_address(field(formal, about=polite)))
        assert list(manner.check_address(field(familiar, about=polite)))
        assert list(manner.check_address(field(formal, about=close)))
        assert not list(manner.check_address(field(familiar, about=close)))


class TestVersion:
    def test_it_names_edition_and_words(self) -> None:
        """Short enough for every line of the log, and the same each time."""
        assert version() == version()
        assert version().split("-")[0].isdigit()
        assert len(version()) < 12
