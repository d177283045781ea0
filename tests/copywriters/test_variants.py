"""Variants and samples: what an owner is shown is what a shopper may read."""

from dataclasses import replace

import pytest

from tarry.copywriters.house import alternatives
from tarry.copywriters.samples import sample_briefs
from tarry.copywriters.variants import Cells, variants
from tarry.copywriters.words import Words
from tarry.core.brief import TONES, Brief
from tarry.core.playbooks import STARTERS
from tarry.errors import NothingToSay

DELIVERY = next(sample_briefs("delivery", locale="de", currency="EUR", product="Becher"))


def samples(reason: str, locale: str = "de") -> list[Brief]:
    """Return the sample briefs of a reason."""
    return list(sample_briefs(reason, locale=locale, currency="EUR", product="Becher"))


class TestSamples:
    def test_every_playbook_has_a_sample(self) -> None:
        """Each play and cause by which a reason is answered is there, once."""
        for playbook in STARTERS:
            for reason in playbook.reasons:
                found = [(brief.play, brief.cause) for brief in samples(reason)]
                assert playbook.play in {play for play, _ in found}
                assert len(set(found)) == len(found)

    def test_amounts_are_written_as_the_language_writes_them(self) -> None:
        """A German sample shows where the points and commas go."""
        (brief, *_) = samples("price")

        assert brief.slots() == {"product": "Becher", "price": "1.234,56\u00a0€"}


class TestVariants:
    def test_each_cell_has_all_that_the_house_writer_may_say(self, words: Words) -> None:
        """Tone by tone, length by length, address by address; nothing is left out and nothing is left open."""
        for brief in samples("interrupted"):
            found = list(variants(words, brief))
            for tone in TONES:
                there = [one for one in found if (one.tone, one.length, one.formality) == (tone, "usual", "familiar")]
                messages = words.speaking("de", "familiar")
                assert len(there) == len(alternatives(messages, replace(brief, tone=tone, formality="familiar")))
            assert not [one for one in found if set("{}") & set(one.headline + one.body) or one.violations]

    def test_an_address_the_language_does_not_tell_apart_is_not_shown_twice(self, words: Words) -> None:
        """Japanese has one cell where German has two."""
        assert {one.formality for one in variants(words, replace(DELIVERY, locale="ja"))} == {"formal"}
        assert {one.formality for one in variants(words, DELIVERY)} == {"formal", "familiar"}

    def test_an_owner_s_own_words_are_held_against_it(self, words: Words) -> None:
        """What the house rules forbid is shown with the rule it breaks."""
        found = list(variants(words, DELIVERY, Cells(tones=("soft",)), forbidden=("vielleicht",)))

        assert {bool(one.violations) for one in found} == {True, False}

    def test_a_language_nobody_wrote_is_nothing_to_say(self, words: Words) -> None:
        """No other language is shown in its place."""
        with pytest.raises(NothingToSay):
            list(variants(words, replace(DELIVERY, locale="pt")))
