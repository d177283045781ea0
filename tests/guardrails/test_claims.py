"""Claims: what would have to be true to be said."""

import pytest
from tests.guardrails.corpus import LANGUAGES, cases
from tests.guardrails.drafts import cart, rules

from tarry.guardrails.claims import ANY, WORDS, claims_in, has_lexicon, words_of
from tarry.guardrails.fold import folded

CLAIMS = {
    "discount": ("A discount awaits.", "Take something off.", "Half the price now", "Mit Rabatt",
        "Sie sparen dabei", "Gutschein"),
    "offer": ("A special offer for you", "It is free", "Our best price", "A gift for you", "Im Angebot",
        "Ein Geschenk für Sie"),
    "urgency": ("Hurry", "Order today", "Only this week", "Don't miss it", "Ends soon", "Nur heute",
        "Jetzt bestellen", "Bald vorbei"),
    "scarcity": ("Only a few left", "Back in stock", "Almost gone", "In high demand", "Nur noch wenige",
        "Ausverkauft", "Auf Lager"),
    "social": ("Many people are looking at this", "Others bought it", "Someone in Graz just ordered one",
        "Viele Kunden kauften es"),
    "praise": ("Our bestseller", "A popular choice", "Top rated", "Sehr beliebt", "Mit besten Bewertungen"),
    "delivery": ("Free delivery", "With you tomorrow", "Ships within days", "Versandkostenfrei", "Morgen bei Ihnen"),
    "guarantee": ("Guaranteed", "Money back", "Easy returns", "You can no longer return it", "Mit Garantie",
        "Rückgabe möglich"),
    "prize": ("You have won", "Congratulations", "Herzlichen Glückwunsch", "Ein Gewinnspiel"),
    "shaming": ("No thanks, I'd rather pay more", "You will regret it", "Your loss",
        "Nein danke, ich zahle lieber mehr"),
    "pressure": ("A must-have", "You should take it", "Treat yourself", "Gönnen Sie sich das", "Holen Sie sich das"),
    "health": ("It relieves back pain", "Clinically tested", "Lose weight with it", "Stärkt das Immunsystem"),
    "finance": ("A safe investment", "Pay later", "Zero interest", "Eine Geldanlage", "Auf Raten"),
    "people": ("Your neighbours have it", "Nobody skips this", "Jeder hat es"),
    "self": ("I would rather pay more.", "Ich finde es gut."),
    "rivals": ("Our competitors are worse", "Other shops sell junk", "Die Konkurrenz schläft", "Kein Schrott"),
}  # fmt: skip
HARMLESS = (
    "What do I need to know?", "People often ask how it is cared for.", "No need to decide today.",
    "A price says little by itself.",
    "Here is what may help you decide, in plain words.", "You looked at it on an earlier visit.",
    "It is one tap away.",
    "Feel free to look around.", "What you left is still in your cart.", "Sugar-free and made by hand.",
    "There is no rush at all.",
    "The wood is oiled, so it ages well.", "You bought none of this yet, and that is fine.",
    "Made in a small workshop.",
    "Es hat noch Zeit.", "Sie können jederzeit dorthin zurück.", "Der Griff ist breit genug für kalte Hände.",
    "Ganz in Ruhe.",
    "Die Seite ist da, wann immer es Ihnen passt.", "Aus Steinzeug, von Hand gedreht.",
    "Was Sie gewählt haben, liegt noch darin.", "Wie die Rückgabe geht, steht hier.",
    "Das Geschäft liegt nah am Bahnhof.", "最後の手順は住所です。", "It comes in other colours.",
)  # fmt: skip


class TestClaims:
    @pytest.mark.parametrize(("family", "text"), [(family, text) for family, texts in CLAIMS.items() for text in texts])
    def test_a_claim_is_found_in_its_family(self, family: str, text: str) -> None:
        """Each kind of claim is recognised in English and in German."""
        assert family in claims_in(text)

    @pytest.mark.parametrize("text", HARMLESS)
    def test_calm_sentences_claim_nothing(self, text: str) -> None:
        """Honest, ordinary sentences pass."""
        assert claims_in(text) == ()

    @pytest.mark.parametrize(
        "text",
        ["Dıs-count", "d i s c o u n t", "ＨＵＲＲＹ", "Hur\u00adry", "Ｒａｂａｔｔ", "R a b a t t", "fгее оf charge"],
    )
    def test_disguise_does_not_help(self, text: str) -> None:
        """Width, splitting, hidden and lookalike characters are seen through."""
        assert claims_in(text)

    def test_a_draft_cannot_escape_into_another_language(self) -> None:
        """An English claim in a German draft is a claim."""
        assert "claims.discount" in rules("Der discount ist da.", about=cart("de"))

    def test_a_slot_does_not_make_a_claim_true(self) -> None:
        """A cart's count is no stock, its total no reduced price."""
        assert "claims.scarcity" in rules("Only {count} left in stock.", about=cart())
        assert "claims.offer" in rules("Now just {total}.", about=cart())

    def test_all_lexicons_have_the_same_families(self) -> None:
        """What is refused in one language is refused in every other, kind by kind."""
        assert set(WORDS) == {"en", "de", "fr", "es", "ja", "ar"}
        assert all(list(lexicon) == list(CLAIMS) for lexicon in WORDS.values())

    @pytest.mark.parametrize("language", list(WORDS))
    def test_reading_all_families_at_once_misses_none(self, language: str) -> None:
        """A text in which any family finds words is never taken for one that claims nothing, nor the reverse."""
        texts = {folded(case.text) for name in (*LANGUAGES, "held") for case in cases(name)}

        for text in texts:
            assert (ANY[language].search(text) is not None) is any(
                words_of(language, one).search(text) for one in CLAIMS
            )

    @pytest.mark.parametrize(
        ("locale", "known"),
        [("en", True), ("de-AT", True), ("de_CH", True), ("fr-CA", True), ("it", False), ("", False)],
    )
    def test_a_region_has_its_languages_lexicon(self, locale: str, known: bool) -> None:
        """Claims are recognised by language, not by country."""
        assert has_lexicon(locale) is known
