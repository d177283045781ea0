"""What has come so far: told in words, and a refusal counts only while nothing newer got in."""

import pytest

from tarry.install.finding import Finding, note
from tarry.install.heard import (
    Arrivals,
    Coming,
    Refusal,
    ago,
    arrivals_of,
    look_at_arrivals,
    look_at_log,
    nothing_heard,
)
from tarry.install.shop import Shop

NOW = 1_795_363_200_000
SHOP = Shop("pk_shop", "https://tarry.example/t/", ("https://shop.example",))


def came(*refusals: Refusal, last_at: int = 0, stalled: str | None = None) -> Arrivals:
    """Return what a running server answers."""
    coming = {"pk_shop": Coming(3, 1, last_at)} if last_at else {}
    return Arrivals(NOW - 1_000, coming, list(refusals), stalled)


def refused(*, key: str = "pk_shop", origin: str = "https://www.shop.example", at: int = NOW - 60_000) -> Refusal:
    """Return a refusal of a page."""
    return Refusal(key, origin, 4003, "this origin is not on the site's list", 2, at)


class TestArrivals:
    def test_what_came_is_counted_in_words(self) -> None:
        """Sockets and beacons, and when the last one was."""
        (finding,) = look_at_arrivals(came(last_at=NOW - 180_000), SHOP, NOW)

        assert finding.words == "3 hellos and 1 beacon since the server started, the last one 3 minutes ago"

    def test_a_refusal_explains_silence(self) -> None:
        """Whose, under which key, why and how often."""
        (finding,) = look_at_arrivals(came(refused()), SHOP, NOW)

        assert (finding.code, finding.level) == ("heard.refused", "cause")
        assert "refused 2 pages of https://www.shop.example with key pk_shop" in finding.words

    def test_one_that_is_over_is_only_a_note(self) -> None:
        """Pages got in since."""
        findings = look_at_arrivals(came(refused(), last_at=NOW - 1_000), SHOP, NOW)

        assert [finding.level for finding in findings] == ["well", "note"]

    def test_strangers_are_not_the_shops_concern(self) -> None:
        """Another site's page under another key; the shop's own page under a wrong key is."""
        stranger = refused(key="pk_x", origin="https://elsewhere.example")
        own = refused(key="pk_x", origin="https://shop.example")

        assert look_at_arrivals(came(stranger), SHOP, NOW) == []
        assert [finding.code for finding in look_at_arrivals(came(own), SHOP, NOW)] == ["heard.refused"]

    def test_a_full_disk_is_told(self) -> None:
        """Nothing arrives while nothing can be kept."""
        (finding,) = look_at_arrivals(came(stalled="disk full"), SHOP, NOW)

        assert (finding.code, finding.level) == ("server.not_ready", "cause")

    def test_a_server_of_another_version_is_not_understood(self) -> None:
        """Then nothing is said, rather than something wrong."""
        assert arrivals_of({"ok": True, "version": "9"}) is None


class Log:
    """A log with one session of a shop."""

    def __init__(self, *lines: dict[str, object], site: str = "pk_shop") -> None:
        self._lines = list(lines)
        self._site = site

    def sessions(self, query: object) -> list[dict[str, object]]:
        """Return the one session."""
        assert query is not None
        return [{"session": "s1", "site": self._site, "last": NOW - 5_000}] if self._lines else []

    def lines(self, session: str) -> list[dict[str, object]]:
        """Return its lines."""
        assert session == "s1"
        return [{"kind": "event", "at": NOW, **line} for line in self._lines]

    def bad_counts(self) -> list[dict[str, object]]:
        """Return one kind of bad event, of another site."""
        return [{"site": "pk_shop", "code": "range", "kept": 4}, {"site": "other", "code": "json", "kept": 9}]


class TestLog:
    def test_readers_are_named_with_how_often(self) -> None:
        """Those that say so in an event of theirs, and those that report their health."""
        log = Log(
            {"n": "view_item", "d": {"src": "jsonld"}},
            {"n": "view_item", "d": {"src": "jsonld"}},
            {"n": "health", "d": {"reader": "plain"}},
        )

        told = {finding.code: finding.words for finding in look_at_log(log, SHOP, NOW)}

        assert told["heard.events"] == "1 session in the last day, the last event 5 seconds ago"
        assert told["heard.readers"] == "products and carts were read by: jsonld (2), plain (1)"
        assert told["heard.bad"] == "some events could not be taken: 4 range"

    def test_what_a_page_lacks_is_noted(self) -> None:
        """A product told without a price says nothing of what can be sold: the owner hears how to mend it."""
        lacking = {"n": "health", "d": {"reader": "markup", "kind": "product", "count": 0, "missing": "price"}}
        log = Log({"n": "page_view", "d": {}}, lacking, lacking)

        told = {finding.code: finding for finding in look_at_log(log, SHOP, NOW)}

        assert told["heard.no_price"].words == "on 2 pages that looked like a product no price could be read"
        assert "JSON-LD with the price" in told["heard.no_price"].cure

    def test_pages_without_products_are_noted(self) -> None:
        """They come, and nothing on them is understood."""
        codes = [finding.code for finding in look_at_log(Log({"n": "page_view", "d": {}}), SHOP, NOW)]

        assert codes == ["heard.events", "heard.bad", "heard.no_products"]

    def test_another_sites_sessions_are_not_counted(self) -> None:
        """Each site is looked at alone."""
        log = Log({"n": "page_view", "d": {}}, site="pk_other")

        assert [finding.code for finding in look_at_log(log, SHOP, NOW)] == ["heard.bad"]


class TestSilence:
    @pytest.mark.parametrize(
        ("findings", "asked", "code", "level"),
        [
            ([], False, "heard.unknown", "unknown"),
            ([], True, "heard.nothing", "cause"),
            ([note("consent.none", "nothing before consent", "ask")], True, "consent.none", "cause"),
        ],
    )
    def test_the_likeliest_reason_is_told(self, findings: list[Finding], asked: bool, code: str, level: str) -> None:
        """Nobody to ask, consent that is waited for, or simply nobody there."""
        found = nothing_heard(findings, asked=asked)

        assert (found.code, found.level, bool(found.cure)) == (code, level, True)


@pytest.mark.parametrize(
    ("ms", "words"),
    [(0, "0 seconds"), (1_999, "1 second"), (60_000, "1 minute"), (7_200_000, "2 hours"), (-5, "0 seconds")],
)
def test_times_are_told_as_passers_by_do(ms: int, words: str) -> None:
    """In the largest unit that fits."""
    assert ago(ms) == words
