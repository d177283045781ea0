"""Letting a page in: site, origin, consent, token, and the pseudonyms under which it is known."""

import dataclasses

import pytest
from msgspec.structs import replace
from tests.live.visits import AT, SITE

from tarry.core.identity import Keys
from tarry.core.wire import Close, ConsentClaim, Hello
from tarry.live.admission import Guest, RefusedError, admit

KEYS = Keys({"k1": b"k" * 32}, "k1")
SID = "s" * 22
HELLO = Hello(v=1, key="pk_test", sid=SID, mono=1.0, consent=ConsentClaim("full", "call"))


def let_in(hello: Hello = HELLO, *, origin: str = "http://shop.test", site: object = SITE, at_ms: int = AT) -> Guest:
    """Admit a page to one site."""
    return admit(hello, origin=origin, sites={"pk_test": site}, keys=KEYS, at_ms=at_ms)  # type: ignore[dict-item]


def refusal(hello: Hello = HELLO, **given: object) -> int:
    """Return the close code a page is refused with."""
    with pytest.raises(RefusedError) as refused:
        let_in(hello, **given)  # type: ignore[arg-type]
    return int(refused.value.code)


class TestRefusals:
    def test_each_has_its_code(self) -> None:
        """Site before origin before consent before token."""
        assert refusal(replace(HELLO, key="pk_nobody"), origin="http://evil.test") == 4002
        assert refusal(replace(HELLO, tok="forged"), origin="http://evil.test") == 4003
        assert refusal(replace(HELLO, tok="forged", consent=ConsentClaim("none", "call"))) == 4010
        assert refusal(replace(HELLO, tok="forged")) == 4004

    def test_a_token_grows_too_old(self) -> None:
        """A full token is good for thirty days to the millisecond."""
        token = KEYS.sign("pk_test", "v" * 22, "full", at_ms=AT)
        month_ms = 30 * 86_400_000

        assert let_in(replace(HELLO, tok=token), at_ms=AT + month_ms - 1).vid == "v" * 22
        assert refusal(replace(HELLO, tok=token), at_ms=AT + month_ms) == 4004


class TestWho:
    def test_without_a_token_a_document_is_always_the_same_visitor(self) -> None:
        """A beacon, a lost welcome and a retry of one document are one visitor; another document is another."""
        one, again, other = let_in(), let_in(), let_in(replace(HELLO, sid="t" * 22))

        assert one == again
        assert one.key != other.key

    def test_a_token_says_who_across_documents(self) -> None:
        """Two documents with one token are one visitor in two streams."""
        token = KEYS.sign("pk_test", "v" * 22, "full", at_ms=AT)

        one, two = let_in(replace(HELLO, tok=token)), let_in(replace(HELLO, tok=token, sid="t" * 22))

        assert one.key == two.key
        assert one.stream != two.stream

    def test_nothing_secret_is_in_the_pseudonyms(self) -> None:
        """Neither the document's secret nor the visitor's id is what the store is given."""
        guest = let_in()

        assert SID not in (guest.stream, guest.key.visitor)
        assert guest.vid != guest.key.visitor
        assert (len(guest.stream), len(guest.key.visitor)) == (22, 22)


class TestConsent:
    @pytest.mark.parametrize(
        ("claimed", "gpc", "ceiling", "held"),
        [
            ("full", False, "full", "full"),
            ("full", True, "full", "anonymous"),
            ("full", False, "anonymous", "anonymous"),
            ("anonymous", False, "full", "anonymous"),
            ("anonymous", True, "anonymous", "anonymous"),
        ],
    )
    def test_the_strictest_holds(self, claimed: str, gpc: bool, ceiling: str, held: str) -> None:
        """Of what the page claims, what the browser asks and what the owner allows, the least."""
        site = SITE.__class__(SITE.key, SITE.policy, SITE.shop, ceiling)  # type: ignore[arg-type]
        hello = replace(HELLO, consent=ConsentClaim(claimed, "call"), gpc=gpc)  # type: ignore[arg-type]

        assert let_in(hello, site=site).consent == held

    def test_a_full_token_is_not_honoured_for_less(self) -> None:
        """In anonymous a token made under full consent names nobody: the page is a stranger."""
        token = KEYS.sign("pk_test", "v" * 22, "full", at_ms=AT)

        guest = let_in(replace(HELLO, tok=token, gpc=True))

        assert guest.vid == KEYS.derived_vid("pk_test", f"anonymous {SID}")

    def test_nothing_links_two_documents_without_consent(self) -> None:
        """Not a token of another document, and not the same document in another consent state."""
        token = KEYS.sign("pk_test", "v" * 22, "anonymous", at_ms=AT)

        quiet = let_in(replace(HELLO, tok=token, gpc=True))

        assert quiet.vid != "v" * 22
        assert quiet.vid != let_in(HELLO).vid

    def test_a_page_told_nothing_is_no_freer_than_the_owner(self) -> None:
        """Where the owner's default is nothing, a page that was not asked is not let in."""
        untold = replace(HELLO, consent=ConsentClaim("anonymous", "default"))

        with pytest.raises(RefusedError) as refused:
            let_in(untold, site=dataclasses.replace(SITE, consent_default="none"))

        assert refused.value.code is Close.CONSENT
