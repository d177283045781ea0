"""Words: the languages, and the fixed texts around a prompt."""

from pathlib import Path

import pytest

from tarry.copywriters.words import Words
from tarry.core.playbooks import STARTERS
from tarry.errors import CopywriterError, NothingToSay

LABELS = ("action-back-to-cart", "action-resume", "action-see-product", "action-close", "action-dismiss")
LOCALES = Path(__file__).parents[2] / "server" / "tarry" / "locales"
FIRST_LINES = {"# drafted", "# reviewed by a native speaker"}


class TestWords:
    def test_the_languages_are_the_folders(self, words: Words) -> None:
        """English and German are there, and every folder is a language."""
        assert words.languages() == ("de", "en")
        assert {path.name for path in LOCALES.iterdir() if path.is_dir()} == {"de", "en"}

    def test_every_file_says_who_has_read_it(self) -> None:
        """The first line of each file tells drafted words from reviewed ones."""
        files = list(LOCALES.glob("*/*.ftl"))

        assert files
        assert {path.read_text("utf-8").splitlines()[0] for path in files} <= FIRST_LINES

    def test_all_languages_say_the_same_things(self, words: Words) -> None:
        """No message of one language is missing in another, and each needs the same facts."""
        english, german = words.speaking("en"), words.speaking("de")

        assert set(english.keys()) == set(german.keys())
        assert {key: frozenset().union(*english.needs(key).values()) for key in english.keys()} == {  # noqa: SIM118
            key: frozenset().union(*german.needs(key).values())
            for key in german.keys()  # noqa: SIM118
        }

    @pytest.mark.parametrize("locale", ["en", "de", "en-GB", "de_AT", "DE-ch"])
    def test_labels_are_short(self, words: Words, locale: str) -> None:
        """Every label fits a button, in every region of its language."""
        assert all(0 < len(words.say(locale, key)) <= 24 for key in LABELS)

    @pytest.mark.parametrize("locale", ["en", "de"])
    @pytest.mark.parametrize(
        "signal", sorted({signal.split(".")[0] for playbook in STARTERS for signal in playbook.signals})
    )
    def test_every_signal_can_be_explained(self, words: Words, locale: str, signal: str) -> None:
        """The sentence under "why this?" exists for each signal, with facts and without."""
        bare = words.say(locale, f"why-{signal}")
        full = words.say(
            locale, f"why-{signal}", {"product": "Mug", "price": "€5", "goal": "Walk", "step": "Day", "count": "2"}
        )

        assert bare.endswith(".")
        assert full.endswith(".")

    @pytest.mark.parametrize("locale", ["en", "de"])
    @pytest.mark.parametrize("signal", ["dwell", "price_bounce", "price_check", "return_visit", "goal_left"])
    def test_what_is_known_is_named(self, words: Words, locale: str, signal: str) -> None:
        """Where the explanation can name a thing, it does."""
        facts = {"product": "Mug", "price": "€5", "goal": "Walk", "step": "Day", "count": "2"}

        assert words.say(locale, f"why-{signal}", facts) != words.say(locale, f"why-{signal}")

    @pytest.mark.parametrize(("count", "text"), [("1", "something"), ("2", "2 items"), ("1200", "1,200 items")])
    def test_a_count_picks_its_plural(self, words: Words, count: str, text: str) -> None:
        """One item is spoken of otherwise than many."""
        assert text in words.say("en", "why-return_visit", {"product": "Mug", "count": count})

    def test_a_step_names_where_a_goal_stands(self, words: Words) -> None:
        """The phrase for a step quotes the shop's own word for it."""
        assert words.say("en", "step", {"step": "Your details"}) == "Stopped at “Your details”"

    def test_an_unwritten_language_is_nothing_to_say(self, words: Words) -> None:
        """No other language stands in for one that is not there."""
        with pytest.raises(NothingToSay):
            words.say("fr-CA", "action-close")

    @pytest.mark.parametrize("key", ["action-nothing", "step"])
    def test_an_unknown_text_is_a_failure(self, words: Words, key: str) -> None:
        """A text that is missing, or lacks its fact, is never shown as its name."""
        with pytest.raises(CopywriterError):
            words.say("en", key)
