"""Web addresses without people in them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.core.addresses import host, link, page_path, picture


class TestPagePath:
    @pytest.mark.parametrize(
        ("address", "kept"),
        [
            ("https://anna:pw@shop.test/p/mug?size=42#you", "/p/mug?size=42"),
            ("/p/mug?variant=40123456789012&gclid=x&email=a%40b.de", "/p/mug?variant=40123456789012"),
            ("/account/john-smith/orders/123", "/account/:id/orders/:id"),
            ("/checkouts/cn/Z2NwLXVzLWVhc3QxOjAx/information", "/checkouts/cn/:id/information"),
            ("/x/anna%40example.org/y", "/x/:id/y"),
            ("/x/anna%2540example.org", "/x/:id"),
            ("/x/01711234567", "/x/:id"),
            ("/p/4006381333931", "/p/4006381333931"),
            ("/s/550e8400-e29b-41d4-a716-446655440000", "/s/:id"),
            ("/p/550e8400-e29b-41d4-a716-446655440000", "/p/550e8400-e29b-41d4-a716-446655440000"),
            ("/p/4111111111111111", "/p/:id"),
            ("/p/mug?utm_source=mail&utm_id=77", "/p/mug?utm_source=mail"),
            ("/blog/2024-11-22/", "/blog/2024-11-22/"),
            ("/books/the-lost-garden/9788831003926", "/books/the-lost-garden/9788831003926"),
            ("/p/mug;jsessionid=AB12CD34/x;v=1", "/p/mug/x"),
            ("/search/anna+schmidt", "/search/:id"),
            ("/my-account/view-order/8123", "/my-account/view-order/:id"),
            ("/help/account/close-mine.html", "/help/account/close-mine.html"),
            ("", ""),
        ],
    )
    def test_what_matters_stays(self, address: str, kept: str) -> None:
        """The way to the goods stays; people, their tokens and where they came from do not."""
        assert page_path(address) == kept

    @given(st.text(max_size=512))
    def test_once_is_enough(self, address: str) -> None:
        """Any text can be cleaned, and a cleaned one has nothing left to clean."""
        once = page_path(address)

        assert page_path(once) == once

    @pytest.mark.parametrize(
        "address", ["/" + "a" * 64 + "@" + "b" * 400, "/a-b" * 128, "//" + "%40" * 170, "/?" + "id=a&" * 100]
    )
    def test_no_address_takes_long(self, address: str) -> None:
        """What is made to be slow is looked through about as fast as anything else of its length."""
        began = time.process_time()

        page_path(address), link(address), picture(address), host(address)

        assert time.process_time() - began < 0.05


class TestLink:
    @pytest.mark.parametrize(
        "address",
        [
            "/account/john-smith",
            "/x?sku=anna%40example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "mailto:a@b.de",
        ],
    )
    def test_a_link_with_a_hole_is_none(self, address: str) -> None:
        """What would lead elsewhere without somebody's part in it, or leads nowhere, is not kept at all."""
        assert link(address) is None

    def test_it_leads_where_it_led(self) -> None:
        """Origin, path and what chooses the goods stay; who is logged in at the address does not."""
        assert link("https://anna:pw@shop.test:81/p/mug?id=7&from=anna#top") == "https://shop.test:81/p/mug?id=7"

    @pytest.mark.parametrize(
        "server", ["127.0.0.1:8000", "[::1]:8000", "192.168.1.7", "localhost:3000", "kiel.example"]
    )
    def test_a_shop_may_have_any_address(self, server: str) -> None:
        """Also a shop on a machine without a name has links that lead somewhere."""
        address = f"http://{server}/shop/p/trail-mug?variant=7"

        assert link(address) == picture(address) == address

    def test_a_pictures_codes_are_its_own(self) -> None:
        """Pictures lie under long codes, which are nobody's."""
        address = "https://cdn.test/files/8f3a9c1b2d4e5f60718293a4b5c6d7e8.jpg?v=1699999999&width=500"

        assert picture(address) == address
        assert picture("/files/anna@example.org.jpg") is None


class TestHost:
    @pytest.mark.parametrize(
        ("text", "name"),
        [("news.test", "news.test"), ("https://anna@news.test/who?q=anna", "news.test"), ("203.0.113.77", "[address]")],
    )
    def test_only_the_host_stays(self, text: str, name: str) -> None:
        """Whatever more was told of where somebody came from is not kept."""
        assert host(text) == name
