"""The stories the README tells, in a real browser against the real server, each beside its silent twin."""

import tomllib
from collections.abc import Callable

from playwright.sync_api import BrowserContext
from tests.fakes.running import Running
from tests.journeys.visit import Visit

from tarry.demo.shop import storefront_dir

MUG = "/shop/p/trail-mug"
MONEY_OFF = ("discount", "% off", "voucher", "coupon", "cheaper", "reduced", "sale")


def passages(sku: str) -> list[str]:
    """Return the owner's own passages about one product."""
    tables = tomllib.loads((storefront_dir() / "passages.toml").read_text())["passage"]
    return [table["text"] for table in tables if sku in table["skus"]]


class TestStudyingAProduct:
    def test_half_a_minute_brings_the_owners_answers_about_it(self, visit: Visit) -> None:
        """Thirty active seconds on a product bring a reassurance about that product, in the owner's own words."""
        visit.go(MUG)

        prompt = visit.await_prompt(40)

        assert any(text in prompt["text"] for text in passages("MUG-1"))
        assert "Trail mug" in prompt["text"] or "trail mug" in prompt["text"].lower()
        spoke = visit.await_line(lambda row: row["kind"] == "decision" and row["decision"] == "speak")
        assert (spoke["play"], spoke["signal"], spoke["tone"]) == ("reassure", "dwell", "direct")
        visit.await_line(lambda row: row["kind"] == "delivery" and row["st"] == "shown")

    def test_going_on_a_little_earlier_stays_silent(self, visit: Visit) -> None:
        """Twenty-six seconds are not enough, and too late to be a price bounce."""
        visit.go(MUG)
        visit.read(26)
        visit.go("/shop/")
        visit.read(7)

        assert visit.prompt() is None
        assert not visit.lines("push")
        assert visit.gates()[-1] == "no_reason"


class TestPriceBounce:
    def test_leaving_soon_after_the_price_brings_a_soft_word_on_the_next_page(self, visit: Visit) -> None:
        """Price seen for a second, off to another page: a soft word on value there, never money off."""
        visit.go(MUG)
        visit.read(4)
        visit.go("/shop/")

        prompt = visit.await_prompt(20)

        assert not any(word in prompt["text"].lower() for word in MONEY_OFF)
        spoke = visit.await_line(lambda row: row["kind"] == "decision" and row["decision"] == "speak")
        assert (spoke["play"], spoke["signal"], spoke["tone"]) == ("reassure", "price_bounce", "soft")

    def test_leaving_before_the_price_was_seen_stays_silent(self, visit: Visit) -> None:
        """Who is gone before a second has passed has not looked at a price."""
        visit.go(MUG)
        visit.go("/shop/")
        visit.read(17)

        assert visit.prompt() is None
        assert "price_bounce" not in [row["signal"] for row in visit.lines("signal")]
        assert visit.gates()[-1] == "no_reason"

    def test_making_to_leave_brings_it_right_there(self, visit: Visit) -> None:
        """Four active seconds, then out of the top within twenty of the price: the word comes on this page."""
        visit.go(MUG)
        visit.read(6)
        visit.leave_by_the_top()

        prompt = visit.await_prompt(5)

        assert not any(word in prompt["text"].lower() for word in MONEY_OFF)
        assert visit.page.url.endswith(MUG)

    def test_making_to_leave_at_once_stays_silent(self, visit: Visit) -> None:
        """Two seconds on a page are too few to speak of leaving it."""
        visit.go(MUG)
        visit.read(2)
        visit.leave_by_the_top()
        visit.read(4)

        assert visit.prompt() is None
        assert not visit.lines("push")


class TestTheLeftCart:
    def test_it_is_offered_once_and_one_tap_leads_back(self, visit: Visit) -> None:
        """Add to cart, leave, come back tomorrow: the cart is offered once, one tap away."""
        visit.go(MUG)
        visit.page.get_by_role("button", name="Add to basket").click()
        visit.read(2)
        visit.tomorrow()
        visit.go("/shop/")

        prompt = visit.await_prompt(20)

        assert "Trail mug" in prompt["text"]
        visit.page.locator("tarry-prompt a[href$='/shop/cart']").click()
        visit.page.wait_for_url("**/shop/cart")
        visit.await_line(lambda row: row["kind"] == "delivery" and row["st"] == "clicked")
        visit.tomorrow()
        visit.go("/shop/")
        visit.read(17)
        assert visit.prompt() is None
        assert "resurface_cart" not in [row.get("play") for row in visit.lines("push")]

    def test_going_on_in_the_same_session_stays_silent(self, visit: Visit) -> None:
        """Who has not left needs no cart brought back."""
        visit.go(MUG)
        visit.page.get_by_role("button", name="Add to basket").click()
        visit.read(2)
        visit.go("/shop/")
        visit.read(13)

        assert visit.prompt() is None
        assert visit.gates()[-1] == "no_reason"


class TestTheBookingLeftHalfWay:
    def test_it_is_remembered_and_one_tap_leads_back_to_the_step(self, visit: Visit) -> None:
        """A guided walk left at its second step is spoken of on return, and resumed where it was."""
        visit.go("/shop/walk?step=people")
        visit.read(2)
        visit.tomorrow()
        visit.go("/shop/")

        prompt = visit.await_prompt(20)

        assert any("/shop/walk" in link for link in prompt["links"])
        spoke = visit.await_line(lambda row: row["kind"] == "decision" and row["decision"] == "speak")
        assert (spoke["play"], spoke["signal"]) == ("remind", "goal_left")

    def test_a_finished_booking_is_not_spoken_of(self, visit: Visit) -> None:
        """Who has booked is done."""
        visit.go("/shop/walk?step=people")
        visit.read(1)
        visit.page.evaluate("tarry('goal','booking',{done:true})")
        visit.read(1)
        visit.tomorrow()
        visit.go("/shop/")
        visit.read(14)

        assert visit.prompt() is None
        assert "goal_left" not in [row["signal"] for row in visit.lines("signal")]


class TestWithoutConsent:
    def test_one_quiet_word_a_page_and_nothing_kept_on_the_device(
        self, context: BrowserContext, start: Callable[..., Running]
    ) -> None:
        """Refused consent: one soft word on this page, no cookie and no key of ours in the browser."""
        visit = Visit(context, start())
        visit.go(MUG)
        visit.answer_consent(accept=False)

        prompt = visit.await_prompt(40)

        assert "Quiet on this page" in prompt["text"]
        spoke = visit.await_line(lambda row: row["kind"] == "decision" and row["decision"] == "speak")
        assert (spoke["play"], spoke["tone"], spoke["arm"]) == ("reassure", "soft", "none")
        assert visit.context.cookies() == []
        keys = visit.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        assert not [key for key in keys if "tarry" in key.lower()]
        visit.page.locator("tarry-prompt").get_by_role("button", name="Close").click()
        visit.leave_by_the_top()
        visit.read(3)
        assert visit.prompt() is None
        assert len(visit.lines("push")) == 1
