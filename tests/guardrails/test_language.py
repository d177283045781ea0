"""Language: the brief's, as far as letters and little words tell."""

import pytest
from tests.copywriters.rendered import brief
from tests.guardrails.drafts import field

from tarry.guardrails.language import check


def rules(text: str, locale: str) -> list[str]:
    """Return the rules a body in this locale breaches."""
    return [found.rule for found in check(field(text, about=brief(locale=locale)))]


class TestLanguage:
    @pytest.mark.parametrize(
        ("text", "locale"),
        [
            ("Hier ist 质量, die bleibt", "de"), ("Ηere is the table", "en"), ("Качество", "en"), ("Quality", "ja"),
            ("品质很好です Привет", "ja"), ("Hello there", "ru"),
        ],
    )  # fmt: skip
    def test_letters_of_another_script_are_refused(self, text: str, locale: str) -> None:
        """A language is written in its own letters, lookalikes included."""
        assert rules(text, locale) == ["language.script"]

    @pytest.mark.parametrize(
        ("text", "locale"),
        [
            ("Here is what you can do with it.", "de"), ("Hier ist, was Sie wissen sollten, wenn Sie möchten.",
            "en-GB"),
            ("Voici ce que vous avez dans votre panier.", "de-AT"), ("Aqui esta lo que usted tiene.", "en"),
        ],
    )  # fmt: skip
    def test_a_sentence_in_another_language_is_refused(self, text: str, locale: str) -> None:
        """Two or more little words of another tongue and hardly one of its own give it away."""
        assert rules(text, locale) == ["language.other"]

    @pytest.mark.parametrize(
        ("text", "locale"),
        [
            ("Here is what may help you.", "en"), ("Café crème, naïve and all", "en"), ("Das ist für Sie da.",
            "de-CH"),
            ("カートに商品が残っています", "ja"), ("iPhone のケース", "ja"), ("Qualité", "fr"), ("Straße", "de"),
        ],
    )  # fmt: skip
    def test_its_own_language_passes(self, text: str, locale: str) -> None:
        """Accents and Latin brand names belong to every language."""
        assert rules(text, locale) == []
