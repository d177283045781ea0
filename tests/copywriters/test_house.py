"""The house writer: every message it can utter, checked."""

import asyncio
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
from fluent.syntax import ast, parse
from tests.copywriters.rendered import CASES, LONG_NAME, NAME, TEXTS, all_briefs, brief, messages_of
from tests.copywriters.test_words import LOCALES

from tarry.copywriters.house import HouseWriter, alternatives, rendered
from tarry.copywriters.words import Words
from tarry.core.brief import ROOM, TONES, Brief, Draft, Fact, Formality, Format, Length, Play
from tarry.core.playbooks import STARTERS
from tarry.core.prompt import fill
from tarry.errors import NothingToSay
from tarry.guardrails.inspect import inspect

FORMALITIES: tuple[Formality, ...] = ("formal", "familiar")
PLAYS = tuple(f"{play}-" for play in get_args(Play))
LONG = bool(os.environ.get("TARRY_LONG"))


def addresses() -> list[tuple[str, Formality]]:
    """Return every language with its forms of address; the long form asks those that have but one for the other too."""
    words = Words.load()
    every = [(tag, form) for tag in words.languages() for form in FORMALITIES]
    return [one for one in every if LONG or one[1] == "formal" or words.speaking(*one) is not words.speaking(one[0])]


@pytest.fixture(scope="session", params=addresses())
def address(request: pytest.FixtureRequest) -> tuple[str, Formality]:
    """Return a language and a form of address in it."""
    tag, formality = request.param
    return tag, formality


class TestEveryMessage:
    def test_every_message_passes_every_guardrail(self, words: Words, address: tuple[str, Formality]) -> None:
        """Whatever the play, the facts, the tone, the address and the alternative: no word of the house breaks a rule.

        Rules read field by field, so a headline or body that was read with the facts it places is not read again, and
        with a long name only; the long form reads every pair with all facts.
        """
        messages, read, breaches = words.speaking(*address), set[object](), []
        for about in all_briefs(*address, (NAME, LONG_NAME) if LONG else (LONG_NAME,)):
            for draft in {rendered(messages, wording, about) for wording in alternatives(messages, about)}:
                fields = {(text, about.tone, placed(text, about)) for text in (draft.headline, draft.body)}
                if LONG or not fields <= read:
                    read |= fields
                    breaches += [(draft.headline, draft.body, violation) for violation in inspect(draft, about)]

        assert len(read) > 100
        assert breaches == []

    def test_there_are_always_three_ways_to_say_it(self, words: Words, address: tuple[str, Formality]) -> None:
        """With any set of facts, in any tone and length, at least three alternatives fit."""
        messages = words.speaking(*address)
        lengths: tuple[Length, ...] = ("usual", "short")

        for about in all_briefs(*address):
            for length in lengths:
                assert len(alternatives(messages, replace(about, length=length))) >= 3, (about, length)

    def test_no_message_is_dead(self, words: Words, address: tuple[str, Formality]) -> None:
        """Every message can be chosen for some brief."""
        messages = words.speaking(*address)
        reached = {
            form.key for about in all_briefs(*address) for pair in alternatives(messages, about) for form in pair
        }

        assert reached == {key for key in messages.keys() if key.startswith(PLAYS)}  # noqa: SIM118

    def test_every_playbook_has_words(self) -> None:
        """What any playbook may have to answer is among the briefs tested here."""
        tested = {(case.play, case.reason) for case in CASES} | {(case.play, case.signal) for case in CASES}
        needed = {(p.play, r) for p in STARTERS for r in p.reasons} | {
            (p.play, s.split(".")[0]) for p in STARTERS if p.play in ("remind", "resurface_cart") for s in p.signals
        }

        assert needed - tested == set()

    def test_each_tone_has_words_of_its_own(self, words: Words, address: tuple[str, Formality]) -> None:
        """No tone borrows from another: what is soft, plain and direct differs for every play and cause."""
        messages = words.speaking(*address)

        for case in CASES:
            about = brief(
                case.play, case.signal, case.reason, subject=case.subject, facts=dict.fromkeys(case.always, "2")
            )
            said = [{pair.body for pair in alternatives(messages, replace(about, tone=tone))} for tone in TONES]
            assert all(said), case
            assert not set.intersection(*said), case

    def test_plurals_are_named_never_numbered(self) -> None:
        """A variant keyed by a digit would never match an open count."""
        keys = [
            variant.key
            for path in LOCALES.glob("*/*.ftl")
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


def placed(text: str, about: Brief) -> tuple[Fact, ...]:
    """Return the facts that a text places."""
    return tuple(replace(fact, id="") for fact in about.facts if "{" + fact.slot + "}" in text)


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


class TestRoom:
    @pytest.mark.parametrize("form", ["tab", "bar"])
    def test_a_format_with_little_room_gets_words_that_fit(
        self, words: Words, address: tuple[str, Formality], form: Format
    ) -> None:
        """With a short name, three ways at least, none of them too long for it."""
        messages, read = words.speaking(*address), set[object]()
        for case in CASES:
            facts = {slot: TEXTS.get(slot, "7") for slot in (*case.slots, *case.always)} | {"product": "Mug"}
            for tone in TONES:
                about = brief(case.play, case.signal, case.reason, subject=case.subject, tone=tone, facts=facts)
                about = replace(about, format=form, locale=address[0], formality=address[1])
                pairs = alternatives(messages, about)
                sizes = [
                    tuple(len(fill(text, about.slots())) for text in (draft.headline, draft.body))
                    for draft in (rendered(messages, pair, about) for pair in pairs)
                ]
                read |= set(sizes)
                assert len(pairs) >= 3
                assert all(size <= room for one in sizes for size, room in zip(one, ROOM[form], strict=True)), about

        assert len(read) > 10


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

    def test_a_tone_without_words_falls_back_to_a_quiet_one(self) -> None:
        """Nobody is answered louder than asked for want of words."""
        stem = "reassure-price"
        messages = messages_of("en", f"{stem}-head-1 = A\n{stem}-direct-1 = B\n{stem}-soft-1 = C\n")
        about = brief("reassure", "price_bounce", "price", tone="plain")

        assert [rendered(messages, pair, about).body for pair in alternatives(messages, about)] == ["C"]

    def test_a_headline_of_its_own_stays_with_its_body(self) -> None:
        """What stands alone is not mixed with the headlines that go with anything."""
        stem = "reassure-price"
        text = f"{stem}-head-1 = A\n{stem}-soft-1 = B\n{stem}-soft-2 =\n    .headline = C\n    .body = D\n"
        messages, about = messages_of("en", text), brief("reassure", "price_bounce", "price", tone="soft")
        said = [rendered(messages, pair, about) for pair in alternatives(messages, about)]

        assert {(draft.headline, draft.body) for draft in said} == {("A", "B"), ("C", "D")}

    @pytest.mark.parametrize(
        "about",
        [brief(locale="pt"), brief(locale=""), brief("reassure", "dwell", "unheard_of")],
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
        sizes = {pair: sum(map(messages.letters, pair)) for pair in usual}
        assert max(sizes[pair] for pair in short) <= min(sizes[pair] for pair in usual if pair not in short)

    def test_it_is_called_house(self, words: Words) -> None:
        """People see who wrote a prompt."""
        assert HouseWriter(words).name == "house"
