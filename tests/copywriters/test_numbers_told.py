"""Every number a prompt tells, read back by the rules of its language, is the number it was told of."""

import os
import random
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import pytest
from babel import Locale
from babel.numbers import parse_decimal
from msgspec.structs import replace
from tests.core.stories import DAY_MS, Story, Told, tell

from tarry.copywriters.house import alternatives, rendered
from tarry.copywriters.words import Words
from tarry.core.brief import TONES, Brief, Formality
from tarry.core.briefing import Shop, make_brief
from tarry.core.cart import Cart, CartLine
from tarry.core.events import Line
from tarry.core.incentives.grant import Code
from tarry.core.money import minor_digits
from tarry.core.policy import Policy, Rules
from tarry.core.prompt import compose

PROMPTS = 10_000 if os.environ.get("TARRY_LONG") else 1_500
LOCALES = (
    *("en", "en-US", "en-GB", "en-IN", "de", "de-AT", "de-CH", "fr", "fr-CA", "fr-CH", "es", "es-MX", "es-AR"),
    *("ja", "ja-JP", "ar", "ar-EG", "ar-AE", "ar-MA"),
)
CURRENCIES = ("EUR", "USD", "GBP", "CHF", "JPY", "KWD", "INR", "SEK", "MXN", "AED", "RSD")
NUMBER = re.compile(r"\d[\d.,'’\u00a0\u202f\u066b\u066c]*")
SLOT = re.compile(r"\{(count|total|amount|least|price)\}")
FORMALITIES: tuple[Formality, ...] = ("formal", "familiar")
SHOP = Shop("en", ("https://shop.example",), cart_url="/cart")


class Prompt(NamedTuple):
    """A prompt's brief and body, and the numbers it is made of, by slot."""

    brief: Brief
    draft: tuple[str, str]
    body: dict[str, object]
    numbers: dict[str, Decimal]


@pytest.fixture(scope="module")
def moment() -> Told:
    """Return a visitor who is back, with a cart left behind, and the decision to offer it."""
    left = Story().page().cart(Line("A", "Mug", 2, "9.00")).leave().wait(DAY_MS)
    return tell(
        left.document("doc2").page("list").look(6_000), policy=Policy(Rules(holdout_percent=0, first_active_s=5))
    )


PLAYS = (("resurface_cart", "return_visit"), ("remind", "idle_cart"), ("incentive", "price_bounce"))


def prompts(moment: Told, words: Words, many: int) -> Iterator[Prompt]:
    """Yield prompts on carts of all sizes and worths, in every locale, tone and address, each way of saying it."""
    chance, made = random.Random(1), 0
    while made < many:
        cart, code = _cart(chance), Code("CODE", _amount(chance), _amount(chance), 0)
        left = replace(moment.visitor.left, lines=cart.lines, currency=cart.currency)
        visitor = replace(moment.visitor, cart=cart, left=left)
        play, signal = chance.choice(PLAYS)
        tone, formality = chance.choice(TONES), chance.choice(FORMALITIES)
        decision = replace(moment.spoken[-1], play=play, signal=signal, reason="price", tone=tone)
        shop = Shop(chance.choice(LOCALES), SHOP.origins, SHOP.cart_url, formality=formality)
        offer = code if play == "incentive" else None
        given = make_brief(visitor, decision, shop, str, offer)
        assert not isinstance(given, str), given
        brief, subject = given
        messages = words.speaking(brief.locale, brief.formality)
        for wording in alternatives(messages, brief):
            draft = rendered(messages, wording, brief)
            body = compose(brief, draft, subject, visitor=visitor, shop=shop, say=words.say, safe_name=str, offer=offer)
            yield Prompt(brief, (draft.headline, draft.body), body, _numbers(cart, code))
            made += 1


def _cart(chance: random.Random) -> Cart:
    counts = [chance.choice((1, 1, 2, 3, 11, 100, 1_234)) for _ in range(chance.choice((1, 1, 2, 5)))]
    lines = tuple(CartLine(f"S{n}", "Mug", count, _amount(chance)) for n, count in enumerate(counts))
    return Cart(chance.choice(CURRENCIES), lines)


def _numbers(cart: Cart, code: Code) -> dict[str, Decimal]:
    """Return what there is to be told, by slot, counted here anew from whole minor units."""
    total = sum(line.qty * (line.price_minor or 0) for line in cart.lines)
    minors = {"total": total, "amount": code.worth, "least": code.least}
    money = {slot: Decimal(minor).scaleb(-minor_digits(cart.currency)) for slot, minor in minors.items()}
    return {**money, "count": Decimal(sum(line.qty for line in cart.lines))}


def _amount(chance: random.Random) -> int:
    return chance.choice((chance.randint(0, 999), chance.randint(1_000, 99_999), chance.randint(100_000, 10**9)))


def read(text: str, locale: str) -> list[Decimal]:
    """Return the numbers in a text as somebody of that country reads them."""
    known = Locale.parse(locale, sep="-")
    return [parse_decimal(found.rstrip(".,'’\u00a0\u202f"), locale=known) for found in NUMBER.findall(text)]


class TestNumbers:
    def test_each_equals_its_fact_after_reading_it_back(self, moment: Told, words: Words) -> None:
        """In headline, body and the sentence on why, in their order, and there is no other number anywhere."""
        told = 0
        for prompt in prompts(moment, words, PROMPTS):
            for draft, filled in zip(prompt.draft, ("headline", "body"), strict=True):
                wanted = [prompt.numbers[slot] for slot in SLOT.findall(draft)]
                text = str(prompt.body[filled])
                assert read(text, prompt.brief.locale) == wanted, (text, prompt.brief.locale)
                told += len(wanted)
            why = read(str(prompt.body["why"]), prompt.brief.locale)
            assert why in ([], [prompt.numbers["count"]]), prompt.body["why"]

        assert told > PROMPTS
