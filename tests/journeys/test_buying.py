"""The demo shop in a real browser: buying, consenting, booking, and the strip, with Tarry not answering at all."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.storefront import WalkThrough, calls, events


@pytest.fixture
def walk_through(browser: Browser) -> WalkThrough:
    """Open the shop and a browser for it."""
    return WalkThrough(browser)


def put_into_basket(page: Page, slug: str, size: str = "") -> None:
    """Put one piece of a product into the basket."""
    page.goto(f"/shop/p/{slug}")
    if size:
        page.get_by_text(size).click()
    page.get_by_role("button", name="Add to basket").click()
    expect(page.locator("#added")).to_contain_text("in your basket")


def fill_address(page: Page, country: str) -> None:
    """Fill in the checkout's first step and go on."""
    for name, value in {"name": "A", "email": "a@b.example", "street": "Way 1", "zip": "1", "city": "C"}.items():
        page.fill(f"[name={name}]", value)
    page.select_option("[name=country]", country)
    page.get_by_role("button", name="On to payment").click()
    page.wait_for_url("**/checkout/payment")


def named(told: list[dict[str, object]]) -> list[object]:
    """Give the names of the events among what was told."""
    return [one["event"] for one in told if "event" in one]


class TestBuying:
    def test_an_order_runs_through_and_is_told_once(self, walk_through: WalkThrough) -> None:
        """From the shelf to the thanks page: the ordinary events in order, each after a reset, purchase once."""

        def story(page: Page, _days: list[int]) -> list[dict[str, object]]:
            page.goto("/shop/")
            put_into_basket(page, "day-pack", size="Short back")
            put_into_basket(page, "trail-mug")
            page.goto("/shop/cart")
            expect(page.locator("#sum-total")).to_have_text("€143.00")
            page.get_by_role("button", name="One more").nth(1).click()
            page.get_by_role("button", name="Remove").first.click()
            expect(page.locator("#sum-goods")).to_have_text("€48.00")
            expect(page.locator("#sum-shipping")).to_have_text("€4.90")
            page.get_by_role("link", name="To checkout").click()
            fill_address(page, "FR")
            expect(page.locator("#sum-total")).to_have_text("€57.90")
            page.get_by_text("On invoice").click()
            page.get_by_role("button", name="Place the order").click()
            page.wait_for_url("**/thanks")
            expect(page.locator("#order-number")).to_contain_text("SR-")
            expect(page.locator("#basket-count")).to_be_hidden()
            page.reload()
            expect(page.locator("#order-number")).to_contain_text("SR-")
            return events(page)

        told = walk_through(story)

        assert named(told) == [
            "view_item_list",
            "view_item",
            "add_to_cart",
            "view_item",
            "add_to_cart",
            "view_cart",
            "add_to_cart",
            "remove_from_cart",
            "begin_checkout",
            "add_shipping_info",
            "add_payment_info",
            "purchase",
        ]
        assert told[0::2] == [{"ecommerce": None}] * 12
        bought = told[-1]["ecommerce"]
        assert isinstance(bought, dict)
        assert (bought["currency"], bought["value"], bought["shipping"]) == ("EUR", 57.9, 9.9)
        assert bought["items"] == [
            {"item_id": "MUG-1", "item_name": "Trail mug", "price": 24, "quantity": 2, "item_category": "drink"}
        ]

    def test_a_size_must_be_chosen_first(self, walk_through: WalkThrough) -> None:
        """A pack without a back length does not go into the basket."""

        def story(page: Page, _days: list[int]) -> list[dict[str, object]]:
            page.goto("/shop/p/day-pack")
            page.get_by_role("button", name="Add to basket").click()
            expect(page.locator("#basket-count")).to_be_hidden()
            return events(page)

        assert named(walk_through(story)) == ["view_item"]

    def test_a_spoiled_basket_is_an_empty_one(self, walk_through: WalkThrough) -> None:
        """Whatever stands in storage, the shop opens; unknown lines are left out."""

        def story(page: Page, _days: list[int]) -> None:
            page.goto("/shop/")
            page.evaluate("""localStorage.setItem("steinrast.cart",
                '[{"sku":"constructor","size":"","quantity":1},{"sku":"MUG-1","size":"","quantity":-4},7,null]')""")
            page.goto("/shop/cart")
            expect(page.locator("#empty")).to_be_visible()
            page.evaluate("localStorage.setItem('steinrast.cart', '{oops')")
            page.goto("/shop/cart")
            expect(page.locator("#empty")).to_be_visible()

        walk_through(story)


class TestConsent:
    def test_nothing_is_said_until_it_is_answered(self, walk_through: WalkThrough) -> None:
        """No answer, no call; one click, one call; and on the next page the same again by itself."""

        def story(page: Page, _days: list[int]) -> list[list[object]]:
            def said() -> list[object]:
                return [one[1] for one in calls(page) if one[0] == "consent"]

            page.goto("/shop/")
            heard = [said()]
            page.get_by_role("button", name="Accept").click()
            expect(page.locator("#consent")).to_be_hidden()
            heard.append(said())
            page.goto("/shop/shipping")
            expect(page.locator("#consent")).to_be_hidden()
            heard.append(said())
            page.get_by_role("button", name="My visit").click()
            page.get_by_role("button", name="Only what is needed").click()
            heard.append(said())
            return heard

        assert walk_through(story) == [[], ["full"], ["full"], ["full", "anonymous"]]


class TestBooking:
    def test_each_step_is_told_and_the_end(self, walk_through: WalkThrough) -> None:
        """Begin, date, people, contact; what was chosen is there on return; done at the end."""

        def story(page: Page, _days: list[int]) -> list[list[object]]:
            told = []
            page.goto("/shop/walk")
            page.locator("#dates label").nth(1).click()
            chosen = page.locator("#dates :checked").get_attribute("value")
            told.append([one[2] for one in calls(page) if one[0] == "goal"])
            page.get_by_role("button", name="Next").click()
            page.wait_for_url("**?step=people")
            page.fill("[name=adults]", "3")
            told.append([one[2] for one in calls(page) if one[0] == "goal"])
            page.goto("/shop/walk?step=people")
            expect(page.locator("[name=adults]")).to_have_value("3")
            expect(page.locator("#chosen")).to_contain_text("€105.00")
            page.get_by_role("button", name="Next").click()
            page.wait_for_url("**?step=contact")
            page.fill("[name=name]", "A")
            page.fill("[name=email]", "a@b.example")
            assert chosen is not None
            assert chosen in page.evaluate("localStorage.getItem('steinrast.walk')")
            page.get_by_role("button", name="Book the walk").click()
            page.wait_for_url("**/walk/thanks")
            expect(page.locator("#chosen")).to_contain_text("€105.00")
            assert page.evaluate("localStorage.getItem('steinrast.walk')") is None
            return told

        date, people = walk_through(story)

        assert date == [
            {"title": "Guided walk", "url": "/shop/walk?step=date"},
            {"step": "date", "title": "Guided walk", "url": "/shop/walk?step=date", "detail": "Step 1 of 3"},
        ]
        assert people == [
            {"step": "people", "title": "Guided walk", "url": "/shop/walk?step=people", "detail": "Step 2 of 3"}
        ]


class TestStrip:
    def test_tomorrow_and_a_new_visitor(self, walk_through: WalkThrough) -> None:
        """A day passes on request; a new visitor has no basket, no answer, and is told so."""

        def story(page: Page, days: list[int]) -> tuple[int, object]:
            page.goto("/shop/")
            page.get_by_role("button", name="Accept").click()
            put_into_basket(page, "trail-mug")
            page.get_by_role("button", name="Come back tomorrow").click()
            expect(page.locator("#demo-note")).to_have_text("It is tomorrow now.")
            expect(page.locator("#basket-count")).to_have_text("1")
            page.get_by_role("button", name="Be a new visitor").click()
            expect(page.locator("#demo-note")).to_have_text("You are a new visitor now.")
            expect(page.locator("#consent")).to_be_visible()
            return len(days), page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('steinrast.'))")

        assert walk_through(story) == (1, [])

    def test_the_log_opens_once_the_visitor_is_known(self, walk_through: WalkThrough) -> None:
        """Greyed without an address until Tarry gives the reference, then a link to that visitor's page."""

        def story(page: Page, _days: list[int]) -> tuple[object, object]:
            page.goto("/shop/")
            link = page.locator("#demo-log")
            before = link.get_attribute("href")
            page.evaluate("tarry.q.map((one) => [...one]).find((one) => one[0] === 'ref')[1]('r_1 2')")
            return before, link.get_attribute("href")

        assert walk_through(story) == (None, "/console/visitors/r_1%202")

    def test_it_stays_folded(self, walk_through: WalkThrough) -> None:
        """Who folds it away finds it folded on the next page."""

        def story(page: Page, _days: list[int]) -> None:
            page.goto("/shop/")
            page.locator("#demo-strip summary").click()
            page.goto("/shop/returns")
            expect(page.get_by_role("button", name="Come back tomorrow")).to_be_hidden()

        walk_through(story)


class TestNarrow:
    def test_nothing_sticks_out_at_320_pixels(self, walk_through: WalkThrough) -> None:
        """No page scrolls sideways on the narrowest phone, in any language."""

        def story(page: Page, _days: list[int]) -> list[str]:
            page.set_viewport_size({"width": 320, "height": 640})
            put_into_basket(page, "walking-socks", size="36–38")
            wide = []
            for prefix in ("", "/de", "/ar"):
                for path in ("/", "/p/day-pack", "/cart", "/checkout/details", "/shipping", "/returns", "/walk"):
                    page.goto(f"/shop{prefix}{path}")
                    if page.evaluate("document.documentElement.scrollWidth") > 320:
                        wide.append(prefix + path)
            return wide

        assert walk_through(story) == []
