"""The house writer: every message it can utter, checked."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fluent.syntax import ast, parse
from tests.copywriters.rendered import CASES, all_briefs, brief
from tests.copywriters.test_words import LOCALES

from tarry.copywriters.house import HouseWriter, alternatives
from tarry.copywriters.words import Words
from tarry.core.brief import Brief, Draft
from tarry.core.playbooks import STARTERS
from tarry.core.plays import QUIET_MANNER
from tarry.errors import NothingToSay
from tarry.guardrails.inspect import inspect

LANGUAGES = ("de", "en")


def drafts(words: Words, about: Brief) -> Iterator[Draft]:
    """Yield every draft the house writer may choose for a brief, each once."""
    writer, wanted, seen = HouseWriter(words), len(alternatives(words.speaking(about.locale), about)), set[Draft]()
    for number in range(1000):
        draft = asyncio.run(writer.write(replace(about, key=f"key {number}"), deadline_s=1))
        if draft not in seen:
            seen.add(draft)
            yield draft
        if len(seen) == wanted:
            return
    raise AssertionError(f"of {wanted} alternatives only {len(seen)} were ever chosen")


class TestEveryMessage:
    @pytest.mark.parametrize("locale", LANGUAGES)
    def test_every_message_passes_every_guardrail(self, words: Words, locale: str) -> None:
        """Whatever the play, the facts and the alternative: nothing the house writer says breaks a rule."""
        breaches = [
            (draft.headline, draft.body, violation)
            for about in all_briefs(locale)
            for draft in drafts(words, about)
            for violation in inspect(draft, about)
        ]

        assert breaches == []

    @pytest.mark.parametrize("locale", LANGUAGES)
    def test_there_are_always_three_ways_to_say_it(self, words: Words, locale: str) -> None:
        """With any set of facts at least three alternatives fit."""
        assert min(len(alternatives(words.speaking(locale), about)) for about in all_briefs(locale)) >= 3

    @pytest.mark.parametrize("locale", LANGUAGES)
    def test_no_message_is_dead(self, words: Words, locale: str) -> None:
        """Every message can be chosen for some brief."""
        messages = words.speaking(locale)
        reached = {key for about in all_briefs(locale) for key in alternatives(messages, about)}

        assert reached == {key for key in messages.keys() if "headline" in messages.needs(key)}  # noqa: SIM118

    def test_every_playbook_has_words(self) -> None:
        """What any playbook may have to answer is among the briefs tested here."""
        tested = {(case.play, case.reason) for case in CASES} | {(case.play, case.signal) for case in CASES}
        needed = {(p.play, r) for p in STARTERS for r in p.reasons} | {
            (p.play, s.split(".")[0]) for p in STARTERS if p.play in ("remind", "resurface_cart") for s in p.signals
        }

        assert needed - tested == set()
        assert all(QUIET_MANNER.tone in case.tones for case in CASES)

    @pytest.mark.parametrize("locale", LANGUAGES)
    def test_plurals_are_named_never_numbered(self, locale: str) -> None:
        """A variant keyed by a digit would never match an open count."""
        keys = [
            variant.key
            for path in (LOCALES / locale).glob("*.ftl")
            for entry in parse(path.read_text("utf-8")).body
            if isinstance(entry, ast.Message)
            for pattern in [entry.value, *(attribute.value for attribute in entry.attributes)]
            if pattern is not None
            for element in pattern.elements
            if isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression)
            for variant in element.expression.variants
        ]

        assert keys
        assert all(isinstance(key, ast.Identifier) for key in keys)


class TestHouseWriter:
    async def test_the_same_key_gets_the_same_words(self, words: Words) -> None:
        """A text does not flicker: the key alone chooses."""
        writer = HouseWriter(words)

        assert await writer.write(brief(key="a"), deadline_s=1) == await writer.write(brief(key="a"), deadline_s=1)

    async def test_a_known_subject_is_named(self, words: Words) -> None:
        """When the product has a name, every alternative uses it."""
        assert all("{product}" in d.headline + d.body for d in await asyncio.to_thread(list, drafts(words, brief())))

    @pytest.mark.parametrize(("count", "opens"), [("1", False), ("7", True)])
    async def test_the_count_stays_an_open_slot(self, words: Words, count: str, opens: bool) -> None:
        """Many items are counted by the slot, one is spoken of without it."""
        about = brief("resurface_cart", "return_visit", subject="cart", tone="plain", facts={"count": count})
        texts = [d.headline + d.body for d in await asyncio.to_thread(list, drafts(words, about))]

        assert all(("{count}" in text) is opens for text in texts)
        assert not any(count in text for text in texts)

    async def test_a_region_speaks_its_language(self, words: Words) -> None:
        """Austria and Switzerland get the German words."""
        drafted = [await HouseWriter(words).write(brief(locale=tag), deadline_s=1) for tag in ("de", "de-AT", "de-CH")]

        assert len(set(drafted)) == 1
        assert drafted[0] != await HouseWriter(words).write(brief(locale="en"), deadline_s=1)

    async def test_a_tone_without_words_falls_back_to_a_quiet_one(self, words: Words) -> None:
        """Nobody is answered louder than asked for want of words."""
        soft = await HouseWriter(words).write(brief("reassure", "price_bounce", "price", tone="direct"), deadline_s=1)

        assert soft == await HouseWriter(words).write(
            brief("reassure", "price_bounce", "price", tone="soft"), deadline_s=1
        )

    @pytest.mark.parametrize(
        "about",
        [brief(locale="fr"), brief(locale=""), brief("reassure", "dwell", "unheard_of"), brief("remind", "dwell")],
    )
    async def test_what_nobody_wrote_is_not_said(self, words: Words, about: Brief) -> None:
        """A language, signal or play without messages is nothing to say."""
        with pytest.raises(NothingToSay):
            await HouseWriter(words).write(about, deadline_s=1)

    async def test_a_cart_without_a_count_is_not_spoken_of(self, words: Words) -> None:
        """Where no message does without a missing fact, nothing is said."""
        about = brief("resurface_cart", "return_visit", subject="cart", tone="plain", facts={"product": "Mug"})

        with pytest.raises(NothingToSay):
            await HouseWriter(words).write(about, deadline_s=1)

    def test_who_wants_it_short_hears_the_shortest(self, words: Words) -> None:
        """Three ways are left, and none of the others is shorter."""
        messages, about = words.speaking("en"), brief()
        usual = alternatives(messages, about)
        short = alternatives(messages, replace(about, length="short"))

        assert (len(short), set(short) < set(usual)) == (3, True)
        assert max(map(messages.letters, short)) <= min(messages.letters(key) for key in usual if key not in short)

    def test_it_is_called_house(self, words: Words) -> None:
        """People see who wrote a prompt."""
        assert HouseWriter(words).name == "house"
