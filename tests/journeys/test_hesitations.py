"""Further ways to hesitate, in a real browser at the demo shop: each is understood, and answered in its own way."""

from collections.abc import Callable

from playwright.sync_api import Browser
from tests.fakes.running import Running
from tests.journeys.visit import Line, Visit

PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}
SIGHT = """value => {
  Object.defineProperty(document, 'visibilityState', {value, configurable: true});
  document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
}"""
"""Says to the page that it is or is not in sight: a browser under test never hides one by itself."""

TOUCHES = "performance.getEntriesByType('resource').some((it) => it.name.includes('/touches-') && it.responseEnd)"
"""What looks after fingers is fetched with the first touch."""
FLING = """async () => {
  const soon = () => new Promise((done) => setTimeout(done, 100));
  await soon();
  scrollTo(0, document.documentElement.scrollHeight);
  await soon();
  scrollTo(0, 80);
  await soon();
}"""


def spoke(visit: Visit) -> Line:
    """Return the decision to speak."""
    return visit.await_line(lambda row: row["kind"] == "decision" and row["decision"] == "speak")


def put_into_basket(visit: Visit, slug: str = "trail-mug") -> None:
    """Put a product into the basket from its page."""
    visit.go(f"/shop/p/{slug}")
    visit.page.get_by_role("button", name="Add to basket").click()


class TestComparing:
    def test_three_of_a_kind_bring_a_comparison(self, visit: Visit) -> None:
        """Mug, cup and flask one after the other: the owner's own comparison, soon, and not a word of money off."""
        for slug in ("trail-mug", "birch-cup", "ridge-flask"):
            visit.go(f"/shop/p/{slug}")
            visit.read(0.7)

        prompt = visit.await_prompt(20)

        assert (spoke(visit)["signal"], spoke(visit)["reason"]) == ("comparison", "comparing")
        assert "Trail mug or ridge flask?" in prompt["text"]


class TestReadingUp:
    def test_reading_about_shipping_brings_the_answer_on_the_way_back(self, visit: Visit) -> None:
        """Something in the basket, then shipping read with care: the owner's word on delivery."""
        put_into_basket(visit)
        visit.read(6)
        visit.go("/shop/shipping")

        prompt = visit.await_prompt(30)

        assert (spoke(visit)["signal"], spoke(visit)["reason"]) == ("doubt_reading", "delivery")
        assert "days" in prompt["text"]


class TestTheRefusedCode:
    def test_a_code_that_does_not_hold_is_answered_by_what_the_thing_is_worth(self, visit: Visit) -> None:
        """A code is looked for and refused: a word on value, and no code of ours."""
        put_into_basket(visit)
        visit.read(6)
        visit.go("/shop/cart")
        visit.page.get_by_text("I have a code").click()
        visit.page.get_by_label("Voucher code").fill("SAVE10")
        visit.page.get_by_role("button", name="Apply").click()

        prompt = visit.await_prompt(30)

        assert (spoke(visit)["signal"], spoke(visit)["reason"]) == ("coupon_seeking", "coupon")
        visit.await_line(lambda row: row.get("n") == "coupon_refused")
        assert "%" not in prompt["text"]
        assert not [row for row in visit.lines() if "SAVE10" in str(row)]


class TestTheStalledCheckout:
    def test_it_is_answered_on_the_page_turned_to_and_never_in_the_checkout(self, visit: Visit) -> None:
        """Long before an empty field of the checkout, then back: silence there, an answer here."""
        put_into_basket(visit)
        visit.read(6)
        visit.go("/shop/checkout/details")
        visit.page.get_by_label("Full name").click()
        visit.read(17)
        assert visit.prompt() is None
        visit.page.get_by_label("Street").click()
        visit.read(1)
        visit.go("/shop/")

        prompt = visit.await_prompt(20)

        assert (spoke(visit)["reason"], spoke(visit)["measure"]) == ("checkout", "order")
        assert prompt["text"].endswith("You stopped on the way to an order.")


class TestAnger:
    def test_it_is_answered_by_help_alone(self, visit: Visit) -> None:
        """Four quick clicks on what does nothing: the way to help, and nothing to buy."""
        visit.go("/shop/p/day-pack")
        visit.page.locator("img.picture").first.click()
        visit.read(11)
        visit.page.locator("img.picture").first.click(click_count=4, delay=30)

        prompt = visit.await_prompt(20)

        assert (spoke(visit)["play"], spoke(visit)["reason"]) == ("convenience", "trouble")
        assert any(link.endswith("/shop/help") for link in prompt["links"])


class TestTheSubscription:
    def test_left_at_its_second_step_it_is_resumed_there(self, visit: Visit) -> None:
        """The tea box, chosen and not ordered: spoken of on return, one tap from where it was."""
        visit.go("/shop/box")
        visit.page.get_by_label("With every season").check()
        visit.page.get_by_role("button", name="Next").click()
        visit.page.wait_for_url("**step=address")
        visit.read(2)
        visit.tomorrow()
        visit.go("/shop/")

        prompt = visit.await_prompt(20)

        assert (spoke(visit)["signal"], spoke(visit)["measure"]) == ("goal_left", "goal")
        assert any("/shop/box?step=address" in link for link in prompt["links"])
        visit.page.locator("tarry-prompt a[href*='/shop/box']").click()
        visit.page.wait_for_url("**/shop/box?step=address")
        assert "every season" in visit.page.locator("#chosen").inner_text()


class TestLeavingByTouch:
    def test_a_fling_and_a_look_elsewhere_are_answered_on_return(
        self, browser: Browser, start: Callable[..., Running]
    ) -> None:
        """On a phone, the price seen: flung to the top, away for some seconds, back, and only then a soft word."""
        context = browser.new_context(**PHONE)
        visit = Visit(context, start())
        visit.go("/shop/shipping")
        visit.answer_consent(accept=True)
        visit.go("/shop/p/trail-mug")
        page = visit.page
        page.touchscreen.tap(20, 300)
        page.locator(".buy .price").scroll_into_view_if_needed()
        visit.read(5)
        page.touchscreen.tap(20, 300)
        visit.read(10, until=lambda: bool(page.evaluate(TOUCHES)))
        page.evaluate(FLING)
        page.evaluate(SIGHT, "hidden")
        page.wait_for_timeout(5_300)
        assert visit.prompt() is None
        page.evaluate(SIGHT, "visible")

        prompt = visit.await_prompt(10)

        visit.await_line(lambda row: row.get("n") == "exit_intent" and row["d"]["how"] == "touch")
        assert (spoke(visit)["reason"], spoke(visit)["tone"]) == ("price", "soft")
        assert "%" not in prompt["text"]
        context.close()
