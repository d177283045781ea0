"""Playbooks: a starter for every reason, an owner's changes on top, and every mistake named."""

import msgspec
import pytest

from tarry.core.playbooks import STARTERS, Change
from tarry.core.policy import SIGNALS, Rules
from tarry.core.reasons import REASONS
from tarry.core.signals.watches import ROWS


def read(text: str) -> Rules:
    """Read house rules as an owner writes them."""
    return msgspec.toml.decode(text, type=Rules)


class TestStarters:
    def test_every_reason_has_one_but_just_looking(self) -> None:
        """Who just looks is answered by silence."""
        assert {reason for one in STARTERS for reason in one.reasons} == set(REASONS) - {"looking"}

    def test_every_name_is_its_own(self) -> None:
        """And each is opened by signals there are."""
        names = [one.name for one in STARTERS]

        assert len(set(names)) == len(names)
        assert {signal.split(".")[0] for one in STARTERS for signal in one.signals} <= SIGNALS

    def test_the_rules_know_the_signals_there_are(self) -> None:
        """Those an owner may name are those that are watched."""
        assert {row.watch.__name__ for row in ROWS} == SIGNALS


class TestOwner:
    def test_one_of_tarrys_is_changed_by_its_name(self) -> None:
        """What is not said stays."""
        rules = read('[[playbook]]\nname = "coupon_hunt"\nmode = "share"\nshare = 20\n')
        before = next(one for one in STARTERS if one.name == "coupon_hunt")
        after = next(one for one in rules.playbooks() if one.name == "coupon_hunt")

        assert (after.mode, after.share, after.signals) == ("share", 20, before.signals)
        assert len(rules.playbooks()) == len(STARTERS)

    def test_another_stands_beside_them(self) -> None:
        """With a segment of the owner's own."""
        rules = read(
            '[[segment]]\nname = "big"\nfield = "cart_value"\nop = ">="\nvalue = 200\n'
            '[[playbook]]\nname = "big_cart"\nway = "cart"\nsignals = ["idle_cart"]\nreasons = ["interrupted"]\n'
            'play = "remind"\nsegment = "big"\nformat = "card"\n'
        )

        assert [one.name for one in rules.playbooks()][-1] == "big_cart"
        assert "big" in rules.segments()

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ('[[playbook]]\nname = "new"\nplay = "remind"', "it needs way, signals, reasons as well"),
            ('[[playbook]]\nname = "trust"\nplay = "incentive"', "money off answers the price and no other reason"),
            ('[[playbook]]\nname = "price_offer"\nreasons = ["price", "coupon"]', "its reasons are price alone"),
            ('[[playbook]]\nname = "price_offer"\nsignals = ["exit_intent"]', "take exit_intent out of its signals"),
            ('[[playbook]]\nname = "trust"\nsignals = ["telepathy"]', "there is no signal 'telepathy'"),
            ('[[playbook]]\nname = "trust"\nsegment = "nobody"', "there is no segment 'nobody'; there are first_time"),
            ('[[playbook]]\nname = "trust"\n[[playbook]]\nname = "trust"', "playbook 'trust' is there twice"),
            ('[[manner]]\nwhen = "looking"\n[[manner]]\nwhen = "looking"', "manner 'looking' is there twice"),
            ('[[manner]]\nwhen = "sleepy"', "sleepy"),
            ('[[playbook]]\nname = "trust"\nreasons = ["greed"]', "greed"),
            ('[[playbook]]\nname = "Trust Me"', "regex"),
            ('[[playbook]]\nname = "trust"\nshare = 101', "<= 100"),
            ('[[playbook]]\nname = "trust"\nsignals = ["dwell.long"]', "'dwell.long'; the cues of dwell are: none"),
            ('[[playbook]]\nname = "trust"\nsignals = ["return_visit.shop"]', "return_visit are: cart, product"),
            ('[[playbook]]\nname = "trust"\nsignals = ["dwell."]', "there is no signal 'dwell.'"),
            ('[[playbook]]\nname = "trust"\nsignals = []', ">= 1"),
            ('[[playbook]]\nname = "trust"\nreasons = []', ">= 1"),
            ('[[playbook]]\nname = "trust"\nreasons = ["trust", "looking"]', "just looking is answered by silence"),
            ('[[playbook]]\nname = "new\\n"', "regex"),
        ],
    )
    def test_a_mistake_is_named(self, text: str, words: str) -> None:
        """When the rules are read; and then nothing is said until it is mended."""
        with pytest.raises(msgspec.ValidationError) as refused:
            read(text)

        assert words in str(refused.value)

    def test_rules_that_differ_in_a_playbook_have_another_version(self) -> None:
        """Every decision bears exactly the rules it was taken under."""
        assert Rules(playbook=(Change("trust", mode="observe"),)).version() != Rules().version()
