"""Words: the languages, and the fixed texts around a prompt."""

import re
from pathlib import Path
from typing import get_args

import pytest

from tarry.copywriters.messages import Messages
from tarry.copywriters.words import Words
from tarry.core.brief import Play
from tarry.core.playbooks import STARTERS
from tarry.errors import CopywriterError, NothingToSay

LABELS = ("action-back-to-cart", "action-resume", "action-see-product", "action-close", "action-dismiss")
LOCALES = Path(__file__).parents[2] / "server" / "tarry" / "locales"
LANGUAGES = Words.load().languages()
PLAYS = tuple(f"{play}-" for play in get_args(Play))
STOPS = (".", "。")
FORMAL_WORDS = {
    "de": "Sie|Ihnen|Ihr(?:e|em|en|er|es)?",
    "fr": "[Vv]ous|[Vv]otre|[Vv]os|(?!chez)[A-Za-zéè]{3,}ez",
    "es": "[Uu]sted|[Ss]us?|le|[Ss]iga|[Vv]aya|[Pp]uede seguir|iba|eligió|dejó",
}
"""Words of the formal address, by language: none of them stands in what is said to a friend."""
FIRST_LINES = {"# drafted", "# reviewed by a native speaker"}


def texts(messages: Messages) -> list[str]:
    """Return every form of every message, for one item and for many, its slots filled with plain words."""
    return [
        messages.render(key, form, dict.fromkeys(slots, "X") | ({"count": number} if "count" in slots else {}))
        for key in messages.keys()  # noqa: SIM118 - not a mapping
        for form, slots in messages.needs(key).items()
        for number in (1, 2, 5, 12, 100)
    ]


class TestWords:
    def test_the_languages_are_the_folders(self, words: Words) -> None:
        """Every folder is a language, and English and German are among them."""
        assert words.languages() == tuple(sorted(path.name for path in LOCALES.iterdir() if path.is_dir()))
        assert {"de", "en"} < set(words.languages())

    def test_every_file_says_who_has_read_it(self) -> None:
        """The first line of each file tells drafted words from reviewed ones."""
        files = list(LOCALES.glob("*/*.ftl"))

        assert files
        assert {path.read_text("utf-8").splitlines()[0] for path in files} <= FIRST_LINES

    @pytest.mark.parametrize("locale", LANGUAGES)
    def test_all_languages_say_the_same_things(self, words: Words, locale: str) -> None:
        """No fixed text of one language is missing in another, and each form of it needs the same facts."""
        said = [
            {key: messages.needs(key) for key in messages.keys() if not key.startswith(PLAYS)}  # noqa: SIM118
            for messages in (words.speaking("en"), words.speaking(locale), words.speaking(locale, "familiar"))
        ]

        assert said[0]
        assert said[0] == said[1] == said[2]

    @pytest.mark.parametrize("locale", FORMAL_WORDS)
    def test_nobody_is_addressed_in_two_ways(self, words: Words, locale: str) -> None:
        """Where a language has two ways of address, what is said to a friend holds no word of the other."""
        formal, familiar = words.speaking(locale), words.speaking(locale, "familiar")
        mixed = re.compile(rf"\b(?:{FORMAL_WORDS[locale]})\b")

        assert formal is not familiar
        assert any(mixed.search(text) for text in texts(formal))
        assert [text for text in texts(familiar) if mixed.search(text)] == []

    @pytest.mark.parametrize("locale", [*LANGUAGES, "en-GB", "de_AT", "DE-ch"])
    def test_labels_are_short(self, words: Words, locale: str) -> None:
        """Every label fits a button, in every region of its language."""
        assert all(0 < len(words.say(locale, key)) <= 24 for key in LABELS)

    @pytest.mark.parametrize("locale", LANGUAGES)
    @pytest.mark.parametrize(
        "signal", sorted({signal.split(".")[0] for playbook in STARTERS for signal in playbook.signals})
    )
    def test_every_signal_can_be_explained(self, words: Words, locale: str, signal: str) -> None:
        """The sentence under "why this?" exists for each signal, with facts and without."""
        bare = words.say(locale, f"why-{signal}")
        full = words.say(
            locale, f"why-{signal}", {"product": "Mug", "price": "€5", "goal": "Walk", "step": "Day", "count": "2"}
        )

        assert bare.endswith(STOPS)
        assert full.endswith(STOPS)

    @pytest.mark.parametrize("locale", LANGUAGES)
    @pytest.mark.parametrize("signal", ["dwell", "price_bounce", "price_check", "return_visit", "goal_left"])
    def test_what_is_known_is_named(self, words: Words, locale: str, signal: str) -> None:
        """Where the explanation can name a thing, it does."""
        facts = {"product": "Mug", "price": "€5", "goal": "Walk", "step": "Day", "count": "2"}

        assert words.say(locale, f"why-{signal}", facts) != words.say(locale, f"why-{signal}")

    @pytest.mark.parametrize(("count", "text"), [("1", "something"), ("2", "2 items"), ("1,200", "1,200 items")])
    def test_a_count_picks_its_plural(self, words: Words, count: str, text: str) -> None:
        """One item is spoken of otherwise than many."""
        assert text in words.say("en", "why-return_visit", {"product": "Mug", "count": count})

    def test_a_step_names_where_a_goal_stands(self, words: Words) -> None:
        """The phrase for a step quotes the shop's own word for it."""
        assert words.say("en", "step", {"step": "Your details"}) == "Stopped at “Your details”"

    def test_an_unwritten_language_is_nothing_to_say(self, words: Words) -> None:
        """No other language stands in for one that is not there."""
        with pytest.raises(NothingToSay):
            words.say("pt-BR", "action-close")

    @pytest.mark.parametrize("key", ["action-nothing", "step"])
    def test_an_unknown_text_is_a_failure(self, words: Words, key: str) -> None:
        """A text that is missing, or lacks its fact, is never shown as its name."""
        with pytest.raises(CopywriterError):
            words.say("en", key)
