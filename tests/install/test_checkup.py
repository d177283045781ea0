"""The checkup on a real server and pages of every kind: the first thing wrong is named, with its cure."""

import time
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

import pytest
from tests.fakes.running import KEY, Running, shop_toml
from tests.install.origin import Origin, Reply, origin

from tarry.http.asking import ask
from tarry.http.snippet import SnippetFiles
from tarry.install.checkup import Diagnosis, Ears, examine
from tarry.install.fetch import Fetched
from tarry.install.finding import Finding
from tarry.install.page_side import look_at_page
from tarry.install.shop import Shop
from tarry.install.tag import Pin, Tag, base_of, integrity_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Origin, Shop]]:
    """Run a shop's page and a server that lets it in."""
    folder = tmp_path_factory.mktemp("checkup")
    with origin() as page:
        config = folder / "tarry.toml"
        config.write_text(shop_toml().replace("http://shop.test", page.url))
        server = Running("serve", "--config", str(config), data=folder / "data")
        server.start()
        try:
            yield server, page, Shop(KEY, base_of(server.url), (page.url,), others=frozenset({"pk_other"}))
        finally:
            server.kill()


def look(shop: Shop, page: str, ears: Ears | None = None) -> Diagnosis:
    """Examine an installation now."""
    return examine(shop, page, ears or Ears(), round(time.time() * 1000), lambda _finding: None)


def levels(found: Diagnosis) -> dict[str, str]:
    """Return the level of every finding by its code."""
    return {finding.code: finding.level for finding in found.findings}


def right(shop: Shop) -> str:
    """Return the tag as it should be."""
    return Tag(shop.base, shop.key).html()


class TestAllWell:
    def test_everything_is_looked_at_and_found_right(self, site: tuple[Running, Origin, Shop]) -> None:
        """Server, health, page, tag and door; what came so far cannot be told from elsewhere, and that is said."""
        _, page, shop = site

        found = look(shop, page.page(right(shop)))

        assert found.because is None
        assert levels(found) == {
            "server.reached": "well", "server.ready": "well", "page.fetched": "well", "tag.there": "well",
            "socket.open": "well", "heard.unknown": "unknown",
        }  # fmt: skip

    def test_findings_are_told_as_they_come(self, site: tuple[Running, Origin, Shop]) -> None:
        """Nobody waits in silence."""
        _, page, shop = site
        told: list[Finding] = []

        found = examine(shop, page.page(right(shop)), Ears(), 0, told.append)

        assert tuple(told) == found.findings

    def test_a_pinned_tag_is_right_too(self, site: tuple[Running, Origin, Shop]) -> None:
        """As `tarry tag --pin` prints it: the version is there, and its hash is the tag's."""
        _, page, shop = site
        files = SnippetFiles.load()
        pin = Pin(files.version, integrity_of(files.files["tarry.js"]))

        found = look(shop, page.page(Tag(shop.base, KEY).html(pin)))

        assert found.because is None
        assert levels(found)["tag.pinned"] == "well"

    @pytest.mark.parametrize(
        ("pin", "code"),
        [
            (Pin("0.0.1", "sha384-x"), "tag.version"),
            (Pin("0.1.0", "sha384-x"), "tag.integrity"),
            (Pin("0.1.0", "sha256-x sha384-y"), "tag.integrity"),
        ],
    )
    def test_a_pin_that_does_not_hold_is_named(self, site: tuple[Running, Origin, Shop], pin: Pin, code: str) -> None:
        """A version the server never had, or bytes that are not those of the hash."""
        _, page, shop = site

        found = look(shop, page.page(Tag(shop.base, KEY).html(pin)))

        assert getattr(found.because, "code", "") == code

    def test_a_hash_on_the_current_script_is_a_note(self, site: tuple[Running, Origin, Shop]) -> None:
        """It fits today, and not after the next upgrade."""
        _, page, shop = site
        held = f'integrity="{integrity_of(SnippetFiles.load().files["tarry.js"])}" crossorigin'

        found = look(shop, page.page(right(shop).replace("async", f"async {held}")))

        assert found.because is None
        assert levels(found)["tag.unpinned"] == "note"


class TestThePage:
    @pytest.mark.parametrize(
        ("change", "code"),
        [
            (("tarry.js", "other.js"), "tag.address"),
            (("http://", "http://cdn."), "tag.address"),
            ((KEY, "pk_other"), "tag.other_site"),
            ((KEY, "pk_wrong"), "tag.key"),
            ((f' data-site="{KEY}"', ""), "tag.no_key"),
            (("async", 'type="text/plain"'), "tag.type"),
            (("async", "nomodule"), "tag.nomodule"),
            (("<script", "<noscript><script"), "tag.inside"),
            (("async", 'async integrity="sha384-x"'), "tag.crossorigin"),
            (("async src", "async data-src"), "tag.src"),
        ],
    )
    def test_a_spoilt_tag_is_named(
        self, site: tuple[Running, Origin, Shop], change: tuple[str, str], code: str
    ) -> None:
        """Each with a cure."""
        _, page, shop = site

        found = look(shop, page.page(right(shop).replace(*change)))

        assert found.because is not None
        assert (found.because.code, bool(found.because.cure)) == (code, True)

    def test_a_tag_in_a_comment(self, site: tuple[Running, Origin, Shop]) -> None:
        """Somebody switched it off, or a template did."""
        _, page, shop = site

        found = look(shop, page.page(f"<!-- {right(shop)} -->"))

        assert getattr(found.because, "code", "") == "tag.comment"

    def test_no_tag_at_all(self, site: tuple[Running, Origin, Shop]) -> None:
        """The cure holds the tag to paste."""
        _, page, shop = site

        found = look(shop, page.page("<h1>Shop</h1>"))

        assert found.because is not None
        assert found.because.code == "tag.missing"
        assert right(shop) in found.because.cure

    def test_a_tag_manager_may_put_it_there(self, site: tuple[Running, Origin, Shop]) -> None:
        """Then its absence proves nothing."""
        _, page, shop = site

        found = look(shop, page.page('<script src="https://www.googletagmanager.com/gtm.js?id=GTM-1"></script>'))

        assert found.because is None
        assert levels(found)["tag.manager"] == "unknown"

    @pytest.mark.parametrize(
        ("policy", "code"),
        [
            ("default-src 'self'", "csp.script"),
            ("script-src 'nonce-r4nd0m'", "csp.script"),
            ("script-src http://127.0.0.1:*; connect-src 'self'", "csp.connect"),
            ("connect-src http://127.0.0.1:*", "csp.connect"),
            ("script-src BASEtarry.js", "csp.parts"),
        ],
    )
    def test_a_policy_that_forbids_is_named(self, site: tuple[Running, Origin, Shop], policy: str, code: str) -> None:
        """Script, socket or the script's parts, from the header or from the page itself."""
        _, page, shop = site
        policy = policy.replace("BASE", shop.base)

        by_header = look(shop, page.page(right(shop), ("Content-Security-Policy", policy)))
        meta = f'<meta http-equiv="content-security-policy" content="{policy}">'
        by_page = look(shop, page.page(meta + right(shop)))

        assert by_header.because is not None
        assert by_page.because is not None
        assert (by_header.because.code, by_page.because.code) == (code, code)

    def test_the_policy_tarry_tag_prints_is_enough(self, site: tuple[Running, Origin, Shop]) -> None:
        """And one that only reports forbids nothing."""
        _, page, shop = site
        policy = Tag(shop.base, KEY).policy(shop.origins)
        headers = (
            ("Content-Security-Policy", f"default-src 'none'; {policy}"),
            ("Content-Security-Policy-Report-Only", "script-src 'none'"),
        )

        assert look(shop, page.page(right(shop), *headers)).because is None

    def test_what_only_could_be_better_is_a_note(self, site: tuple[Running, Origin, Shop]) -> None:
        """A tag without async, and twice."""
        _, page, shop = site

        found = look(shop, page.page(2 * right(shop).replace(" async", "")))

        assert found.because is None
        assert {code for code, level in levels(found).items() if level == "note"} == {"tag.async", "tag.twice"}

    def test_a_page_that_is_none(self, site: tuple[Running, Origin, Shop]) -> None:
        """Missing, locked, or a picture."""
        _, page, shop = site
        page.replies["/locked"] = Reply(b"no", 401)
        page.replies["/p.png"] = Reply(b"PNG", headers=(("Content-Type", "image/png"),))

        codes = [
            getattr(look(shop, f"{page.url}{path}").because, "code", "") for path in ("/gone", "/locked", "/p.png")
        ]

        assert codes == ["page.status", "page.status", "page.kind"]

    def test_a_shop_that_is_not_there(self, site: tuple[Running, Origin, Shop]) -> None:
        """Neither its name nor what it leads on to."""
        _, page, shop = site
        page.replies["/away"] = Reply(status=302, headers=(("Location", "https://www.shop.invalid/"),))

        gone, away = look(shop, "http://shop.invalid/"), look(shop, f"{page.url}/away")

        assert getattr(gone.because, "code", "") == "page.unreachable"
        assert getattr(away.because, "code", "") == "page.redirect"

    def test_an_origin_the_site_does_not_list(self, site: tuple[Running, Origin, Shop]) -> None:
        """The cure is the line to add."""
        _, page, shop = site
        other = replace(shop, origins=("https://www.shop.example",))

        found = look(other, page.page(right(shop)))

        assert found.because is not None
        assert (found.because.code, f'add "{page.url}" to origins' in found.because.cure) == ("page.origin", True)

    def test_an_https_page_and_an_http_script(self) -> None:
        """Nothing else may hide it; browsers make an exception for this machine alone."""
        page = Fetched(
            "https://shop.example/", 200, Message(), right(away := Shop("k", "http://t.example/t/", ())).encode()
        )
        here = Shop("k", "http://localhost:8000/t/", ())

        codes = {finding.code for finding in look_at_page(page, away)}
        kept = {finding.code for finding in look_at_page(replace(page, body=right(here).encode()), here)}

        assert "tag.mixed" in codes
        assert "tag.mixed" not in kept


class TestTheServer:
    def test_nobody_there(self, site: tuple[Running, Origin, Shop]) -> None:
        """Named first, though the page is looked at all the same."""
        _, page, shop = site

        found = look(replace(shop, base="http://127.0.0.1:9/t/"), page.page(right(shop)))

        assert found.because is not None
        assert found.because.code == "server.unreachable"
        assert "page.fetched" in levels(found)

    def test_somebody_else_there(self, site: tuple[Running, Origin, Shop]) -> None:
        """A shop that answers every address with its own page, or with nothing."""
        _, page, shop = site
        page.page("<h1>Oops</h1>", path="/shop/tarry.js")

        for folder in ("/shop/", "/none/"):
            found = look(replace(shop, base=f"{page.url}{folder}"), page.page(right(shop)))
            assert found.because is not None
            assert found.because.code == "server.other"

    def test_another_version(self, site: tuple[Running, Origin, Shop]) -> None:
        """A note: it still works, but an upgrade was not finished."""
        _, page, shop = site
        page.replies["/v/tarry.js"] = Reply(b"/* tarry 0.0.9 \xe2\x80\x94 generated, do not edit */\n")

        found = look(replace(shop, base=f"{page.url}/v/"), page.page("nothing"))

        assert levels(found)["server.version"] == "note"

    def test_a_proxy_that_passes_no_upgrades(self, site: tuple[Running, Origin, Shop]) -> None:
        """The script comes, the socket does not."""
        _, page, shop = site
        page.replies["/w/tarry.js"] = Reply(b"/* tarry 0.1.0 \xe2\x80\x94 generated, do not edit */\n")
        behind = replace(shop, base=f"{page.url}/w/")

        found = look(behind, page.page(right(behind)))

        assert found.because is not None
        assert (found.because.code, "examples/proxy" in found.because.cure) == ("socket.upgrade", True)

    def test_a_server_that_read_the_file_before_it_was_changed(self, site: tuple[Running, Origin, Shop]) -> None:
        """A site or an origin added since is not known to it: restart."""
        server, page, shop = site
        with origin("localhost") as other:
            added = replace(shop, origins=(other.url,))
            unlet = look(added, other.page(right(shop)))
        renamed = replace(shop, key="pk_new")
        unknown = look(renamed, page.page(right(renamed)))

        assert unlet.because is not None
        assert unknown.because is not None
        assert (unlet.because.code, unknown.because.code) == ("server.origin", "server.key")
        assert "restart" in unlet.because.cure
        assert server.pid

    def test_looking_leaves_no_trace(self, site: tuple[Running, Origin, Shop]) -> None:
        """Knocking is no visit: nothing is in the log, and no page is counted."""
        server, page, shop = site
        look(shop, page.page(right(shop)))

        answer = ask(server.data, "arrivals")

        assert answer is not None
        assert answer["sites"] == {}
        assert server.log("--json").stdout == ""
