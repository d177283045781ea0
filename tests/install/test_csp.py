"""What a policy allows: judged as browsers judge it (a browser itself is asked in test_csp_browser)."""

import pytest

from tarry.install.csp import allows, allows_script, policies_of

PAGE = "https://shop.example/p/mug"
SRC = "https://tarry.example/t/tarry.js"


def script(policy: str, *, url: str = SRC, nonce: str = "", integrity: str = "") -> bool:
    """Tell whether all policies of one header let a script be loaded."""
    found = [policy.governing("script") for policy in policies_of([policy])]
    return all(g is None or allows_script(g[1], url, PAGE, nonce=nonce, integrity=integrity) for g in found)


class TestScript:
    @pytest.mark.parametrize(
        "policy",
        [
            "",
            "img-src 'none'",
            "script-src *",
            "script-src https:",
            "script-src https://tarry.example",
            "script-src tarry.example",
            "script-src TARRY.example:443",
            "script-src http://tarry.example",
            "script-src *.example",
            "script-src https://tarry.example/t/",
            "script-src https://tarry.example/t/tarry.js",
            "default-src 'none'; script-src https://tarry.example",
            "script-src 'none'; script-src-elem https://tarry.example",
            "default-src https://tarry.example",
        ],
    )
    def test_it_is_let_in(self, policy: str) -> None:
        """By name, by scheme, by folder, or because nothing governs scripts."""
        assert script(policy)

    @pytest.mark.parametrize(
        "policy",
        [
            "script-src 'none'",
            "script-src",
            "script-src 'self'",
            "default-src 'self'",
            "script-src https://tarry.example:8443",
            "script-src *.tarry.example",
            "script-src https://tarry.example/x/",
            "script-src https://tarry.example/t",
            "script-src https://tarry.example; script-src-elem 'self'",
            "script-src https://tarry.example 'strict-dynamic'",
            "script-src *, script-src 'self'",
            "script-src 'nonce-abc'",
        ],
    )
    def test_it_is_kept_out(self, policy: str) -> None:
        """Every policy has to allow it, and strict trust takes no list of hosts."""
        assert not script(policy)

    def test_a_nonce_or_a_hash_opens_what_no_host_does(self) -> None:
        """The one on the tag has to be the one in the policy, and every hash of the tag has to be there."""
        assert script("script-src 'nonce-abc' 'strict-dynamic'", nonce="abc")
        assert not script("script-src 'nonce-abc'", nonce="other")
        assert script("script-src 'sha384-x'", integrity="sha384-x")
        assert not script("script-src 'sha384-x'", integrity="sha384-x sha384-y")

    def test_the_first_of_two_equal_directives_counts(self) -> None:
        """As browsers read it."""
        assert script("script-src *; script-src 'none'")


class TestConnect:
    @pytest.mark.parametrize(
        ("sources", "page", "url", "allowed"),
        [
            (("'self'",), "https://shop.example/", "wss://shop.example/w/ws", True),
            (("'self'",), "http://127.0.0.1:8000/", "ws://127.0.0.1:8000/t/ws", True),
            (("'self'",), "https://shop.example/", "wss://tarry.example/t/ws", False),
            (("https://tarry.example",), "https://shop.example/", "https://tarry.example/t/b", True),
            (("https://tarry.example",), "https://shop.example/", "wss://tarry.example/t/ws", False),
            (("wss://tarry.example",), "https://shop.example/", "wss://tarry.example/t/ws", True),
            (("wss:",), "https://shop.example/", "wss://tarry.example/t/ws", True),
            (("ws:",), "https://shop.example/", "wss://tarry.example/t/ws", True),
            (("*",), "https://shop.example/", "wss://tarry.example/t/ws", True),
            (("http://127.0.0.1:*",), "http://shop.test/", "http://127.0.0.1:9/t/b", True),
        ],
    )
    def test_sockets_need_their_own_scheme(self, sources: tuple[str, ...], page: str, url: str, allowed: bool) -> None:
        """A host named with https is not allowed for wss; the page's own origin is."""
        assert allows(sources, url, page) is allowed
