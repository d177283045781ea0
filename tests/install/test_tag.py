"""The tag: one line that works as it stands, and a policy that names no more than it needs."""

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest

from tarry.install.page import read_page
from tarry.install.tag import Pin, Tag, base_of, debug_link, integrity_of, origin_of

TAG = Tag("https://tarry.shop.example/t/", "pk_shop")


class TestAddress:
    @pytest.mark.parametrize(
        ("address", "base"),
        [
            ("https://tarry.shop.example", "https://tarry.shop.example/t/"),
            ("https://tarry.shop.example/", "https://tarry.shop.example/t/"),
            ("https://shop.example/w", "https://shop.example/w/"),
            ("https://shop.example/a/b/", "https://shop.example/a/b/"),
            ("http://localhost:8000", "http://localhost:8000/t/"),
            ("http://[::1]:8000", "http://[::1]:8000/t/"),
        ],
    )
    def test_an_address_means_its_folder(self, address: str, base: str) -> None:
        """The server's own folder, or the one a proxy gives it."""
        assert base_of(address) == base

    @pytest.mark.parametrize(
        ("url", "origin"),
        [
            ("https://Shop.Example:443/a?b", "https://shop.example"),
            ("http://shop.example:80", "http://shop.example"),
            ("http://shop.example:8080/x", "http://shop.example:8080"),
            ("http://[::1]:8080/x", "http://[::1]:8080"),
            ("wss://shop.example/t/ws", "wss://shop.example"),
        ],
    )
    def test_an_origin_is_written_as_browsers_do(self, url: str, origin: str) -> None:
        """In small letters, and without the port that goes without saying."""
        assert origin_of(url) == origin


class TestHtml:
    def test_it_is_one_script_and_nothing_else(self) -> None:
        """A reader of HTML finds the address and the key in it, and that nobody waits for it."""
        (script,) = read_page(TAG.html()).scripts

        assert script.attributes == {
            "async": "",
            "src": "https://tarry.shop.example/t/tarry.js",
            "data-site": "pk_shop",
        }

    def test_another_default_is_told(self) -> None:
        """What holds before consent stands in the tag when it is not the usual."""
        (script,) = read_page(Tag(TAG.base, TAG.key, "none").html()).scripts

        assert script.get("data-consent") == "none"

    def test_a_pinned_one_names_its_version_and_its_hash(self) -> None:
        """And crossorigin, without which browsers refuse a hashed script from elsewhere."""
        (script,) = read_page(TAG.html(Pin("1.2.3", "sha384-abc"))).scripts

        assert script.get("src") == "https://tarry.shop.example/t/1.2.3/tarry.js"
        assert (script.get("integrity"), script.get("crossorigin")) == ("sha384-abc", "anonymous")

    def test_the_hash_is_that_of_the_bytes(self) -> None:
        """SHA-384, in the base64 browsers compare."""
        kind, _, digest = integrity_of(b"x").partition("-")

        assert (kind, base64.b64decode(digest)) == ("sha384", hashlib.sha384(b"x").digest())


class TestPolicy:
    def test_it_names_script_and_socket(self) -> None:
        """Both schemes, because older browsers take neither for the other."""
        assert TAG.policy(("https://shop.example",)) == (
            "script-src https://tarry.shop.example; connect-src https://tarry.shop.example wss://tarry.shop.example"
        )

    def test_on_the_shops_own_origin_it_names_only_the_socket(self) -> None:
        """The rest is the page itself."""
        own = Tag("https://shop.example/w/", "pk_shop")

        assert own.policy(("https://shop.example",)) == "script-src 'self'; connect-src 'self' wss://shop.example"


class TestDebugLink:
    def test_the_page_keeps_its_query_and_gets_the_token(self) -> None:
        """Written as the snippet looks for it."""
        link = debug_link("https://shop.example/p?size=2#top", "d1.k1.12.ab-_")

        assert link == "https://shop.example/p?size=2&tarry=debug=d1.k1.12.ab-_#top"
        assert parse_qs(urlsplit(link).query)["tarry"] == ["debug=d1.k1.12.ab-_"]
