"""A shopper of the town in a true browser: the demo shop's pages, a pointer or a finger, and time as it passes."""

import random
from collections.abc import Awaitable, Callable

from playwright.async_api import Browser, BrowserContext, Page

from tarry.core.reasons import Reason
from tarry.lab.townsfolk import Shopper

DRINK = ("trail-mug", "hut-kettle", "ridge-flask", "birch-cup")
PLAIN = (*DRINK, "soup-bowl", "long-spoon", "larch-board", "bread-bag", "felt-seat", "hut-blanket")
"""What can be put into the basket without choosing a size."""
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}


class Browsing:
    """One shopper's way through the shop."""

    def __init__(self, who: Shopper, seed: int, url: str) -> None:
        self.who, self.url = who, url
        self.chance = random.Random(f"{seed}:{who.id}:browsing")
        self.page: Page

    async def run(self, browser: Browser) -> None:
        """Come in a fresh profile, look around, show the signs of the reason and one that misleads, and go."""
        context = await browser.new_context(**(PHONE if self.who.device == "phone" else DESKTOP))
        try:
            await self._visit(context)
        finally:
            await context.close()

    async def _visit(self, context: BrowserContext) -> None:
        self.page = await context.new_page()
        self.page.set_default_timeout(60_000)
        await self.open("/shop/")
        await self.page.get_by_role("button", name="Accept").click()
        await self.page.evaluate("who => tarry('event', 'town', {who})", self.who.id)
        await self.linger(4, 9)
        await self.product(self.chance.choice(PLAIN))
        # Long enough not to look like turning away from the price, short enough not to look like study.
        await self.look(self.chance.uniform(21.5, 24))
        early = self.chance.random() < 0.5
        if self.who.noise in SIGNS and early:
            await SIGNS[self.who.noise](self)
        if self.who.reason in SIGNS:
            await SIGNS[self.who.reason](self)
        if self.who.noise in SIGNS and not early:
            await SIGNS[self.who.noise](self)
        await self.open("/shop/")
        await self.linger(6, 14)
        await self.open("/demo/gone")

    async def open(self, path: str) -> None:
        """Go to a page."""
        await self.page.goto(self.url + path, wait_until="load")

    async def look(self, seconds: float) -> None:
        """Look at the page, moving a little now and then."""
        beat = 0
        while seconds > 0:
            beat += 1
            if self.who.device == "phone":
                await self.page.evaluate("y => scrollTo(0, y)", 40 + 30 * (beat % 3))
            else:
                await self.page.mouse.move(300 + beat % 7, 320 + beat % 5)
            await self.page.wait_for_timeout(min(1.0, seconds) * 1_000)
            seconds -= 1

    async def linger(self, low: float, high: float) -> None:
        """Stay for as long as this shopper would, in seconds."""
        await self.look(self.chance.uniform(low, high) * self.who.haste)

    async def product(self, slug: str) -> None:
        """Open a product's page and look at its price."""
        await self.open(f"/shop/p/{slug}")
        await self.page.locator(".buy .price").scroll_into_view_if_needed()

    async def add(self) -> None:
        """Put something into the basket."""
        await self.product(self.chance.choice(PLAIN))
        await self.look(3)
        await self.page.get_by_role("button", name="Add to basket").click()
        await self.linger(4, 6)


async def _bounces(shopper: Browsing) -> None:
    for slug in shopper.chance.sample(PLAIN, 2):
        await shopper.product(slug)
        await shopper.look(1.5)
        await shopper.linger(2, 5)
    await shopper.open("/shop/")
    await shopper.linger(3, 6)


def _reads(path: str) -> Callable[[Browsing], Awaitable[None]]:
    async def reads(shopper: Browsing) -> None:
        await shopper.add()
        await shopper.open(path)
        await shopper.look(6 + shopper.chance.uniform(0, 10))

    return reads


async def _studies(shopper: Browsing) -> None:
    await shopper.product(shopper.chance.choice(PLAIN))
    await shopper.look(32 + shopper.chance.uniform(0, 8))


async def _goes_back_and_forth(shopper: Browsing) -> None:
    first, second = shopper.chance.sample(DRINK, 2)
    for slug in (first, second, first):
        await shopper.product(slug)
        await shopper.look(21.5 if slug == second else 11.5)


async def _looks_for_a_code(shopper: Browsing) -> None:
    await shopper.add()
    await shopper.open("/shop/cart")
    await shopper.look(3)
    await shopper.page.get_by_text("I have a code").click()
    await shopper.page.get_by_label("Voucher code").press_sequentially("WELCOME", delay=80)
    await shopper.page.get_by_role("button", name="Apply").click()
    await shopper.linger(3, 6)


async def _stalls(shopper: Browsing) -> None:
    await shopper.add()
    await shopper.open("/shop/checkout/details")
    await shopper.look(2)
    await shopper.page.get_by_label("Street").click()
    await shopper.look(17)


async def _clicks_in_anger(shopper: Browsing) -> None:
    await shopper.product(shopper.chance.choice(PLAIN))
    await shopper.look(21.5)
    await shopper.page.locator("img.picture").click(click_count=4, delay=40)
    await shopper.linger(3, 5)


async def _leaves_a_booking(shopper: Browsing) -> None:
    await shopper.open("/shop/walk?step=people")
    await shopper.linger(4, 8)
    await shopper.open("/shop/")
    await shopper.look(34)


SIGNS: dict[Reason | None, Callable[[Browsing], Awaitable[None]]] = {
    "price": _bounces,
    "delivery": _reads("/shop/shipping"),
    "doubt": _studies,
    "comparing": _goes_back_and_forth,
    "coupon": _looks_for_a_code,
    "trust": _reads("/shop/returns"),
    "checkout": _stalls,
    "trouble": _clicks_in_anger,
    "interrupted": _leaves_a_booking,
}
"""How each reason shows in this shop. There is no account in it and one way to pay is as good as another, so that two
reasons of the town have no place here."""
HERE: tuple[Reason, ...] = ("looking", *(reason for reason in SIGNS if reason is not None))
