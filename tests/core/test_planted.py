"""P6: what is planted in two thousand addresses and terms, and what becomes of five thousand addresses of goods."""

import os
import random
import re
from collections import Counter

import pytest
from tests.core.planted import FIRST, LAST, goods_address, planted_address, planted_term

from tarry.core.addresses import link, page_path
from tarry.core.scrub import scrub

MANY = 100 if os.environ.get("TARRY_LONG") else 1
NEVER = {"mail", "card", "account"}
"""Classes of which not one may pass."""
SAYING = (
    "my name is |{}", "My name's |{}!", "ich heiße |{}", "Mein Name ist |{}", "je m’appelle |{}", "me llamo |{}",
    "mi chiamo |{}", "ik heet |{}", "First name: |{}", "Nachname:|{}", "recipient=|{}", "Empfänger: |{}",
)  # fmt: skip
"""How people say their names, and forms label them; what is behind the bar must go."""
TOKENS = 0.001
"""Of tokens so many may: now and then chance makes one whose letters change as seldom as those of a name."""


def shown(plant: str, told: str) -> bool:
    """Tell whether a plant, or of a long number the most of it, is still to be read."""
    bare = re.sub(r"[^\w@]", "", plant)
    return plant in told or (len(bare) > 6 and bare in re.sub(r"[^\w@]", "", told))


class TestPlanted:
    @pytest.mark.parametrize("where", ["addresses", "terms"])
    def test_p6_ninety_nine_of_a_hundred_are_caught(self, where: str) -> None:
        """Of what is planted 99 % is taken out, of tokens 99.9 %, of mail addresses, cards and accounts all of it."""
        plants = Counter[str]()
        missed: list[tuple[str, str, str]] = []
        for seed in range(1_000 * MANY):
            chance = random.Random(seed)
            kind, plant, text = planted_address(chance) if where == "addresses" else planted_term(chance)
            told = page_path(text) if where == "addresses" else scrub(text)
            plants[kind] += 1
            if shown(plant, told):
                missed.append((kind, text, told))

        assert len(plants) >= 6
        assert [miss for miss in missed if miss[0] in NEVER] == []
        assert [miss[0] for miss in missed].count("token") <= TOKENS * plants["token"], missed[:10]
        assert len(missed) <= 0.01 * plants.total(), missed[:10]

    def test_p6_ninety_nine_of_a_hundred_addresses_of_goods_are_left_alone(self) -> None:
        """Of 5,000 ordinary addresses of goods at most 1 % lose anything by which the goods are found."""
        damaged: list[tuple[str, str]] = []
        for seed in range(5_000 * MANY):
            address, wanted = goods_address(random.Random(seed))
            if (
                page_path(address) != wanted
                or link(f"https://shop.example{address}") != f"https://shop.example{wanted}"
            ):
                damaged.append((wanted, page_path(address)))

        assert len(damaged) <= 50 * MANY, damaged[:10]

    def test_p6_a_name_that_is_said_to_be_one_is_caught(self) -> None:
        """In seven languages, after words that say so: of two thousand and more not one is left."""
        people = [f"{first} {last}" for first in FIRST for last in LAST]
        said = [way.format(who) for way in SAYING for who in people]

        left = [text for text in said if text.partition("|")[2].rstrip("!") in scrub(text.replace("|", ""))]

        assert len(said) > 2_000
        assert left == []

    @pytest.mark.parametrize(
        "text", ["Dr. Martens 1460", "Anna kettle", "name tag", "recipient bowl", "Hello Kitty mug"]
    )
    def test_goods_named_like_people_stay(self, text: str) -> None:
        """What cannot be told from goods is left: a bare name in free text is not caught, and no one says it is."""
        assert scrub(text) == text
