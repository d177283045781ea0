"""Reading a page without running it: what a browser would run is told from what it would not."""

import pytest

from tarry.install.page import read_page, source_of

URL = "https://shop.example/p/mug"
TAG = '<script async src="https://tarry.example/t/tarry.js" data-site="pk_a"></script>'


class TestTags:
    def test_the_tag_is_found_among_other_scripts(self) -> None:
        """By its file's name, wherever it stands."""
        page = read_page(f"<!doctype html><script src=/app.js></script><body><p>{TAG}<script>var a</script>")

        assert [tag.get("data-site") for tag in page.tags()] == ["pk_a"]
        assert page.tags()[0].runs

    @pytest.mark.parametrize(
        "html",
        [
            f"<noscript>{TAG}</noscript>",
            f"<template><div>{TAG}</div></template>",
            TAG.replace("async", 'type="text/plain"'),
            TAG.replace("async", 'type="text/partytown"'),
            TAG.replace("async", "nomodule"),
        ],
    )
    def test_what_no_browser_runs_is_found_and_known_as_such(self, html: str) -> None:
        """Held back by where it stands or by what it says it is."""
        (tag,) = read_page(html).tags()

        assert not tag.runs

    @pytest.mark.parametrize("kind", ["module", "text/javascript", "TEXT/JavaScript ", "application/javascript"])
    def test_what_runs_runs(self, kind: str) -> None:
        """Types browsers know."""
        (tag,) = read_page(TAG.replace("async", f'type="{kind}"')).tags()

        assert tag.runs

    def test_a_tag_in_a_comment_is_no_tag(self) -> None:
        """It is remembered as what it is."""
        page = read_page(f"<!-- {TAG} -->")

        assert page.tags() == []
        assert "tarry.js" in page.comments

    def test_a_tag_in_a_text_is_no_tag(self) -> None:
        """Somebody's script that writes one, or an example on a help page."""
        assert (
            read_page(
                f"<script>const t = '{TAG.replace('</script>', '')}'</script><pre>&lt;script src=tarry.js</pre>"
            ).tags()
            == []
        )

    def test_an_optimisers_tag_is_found_by_what_it_hides(self) -> None:
        """A lazy loader moves the address elsewhere."""
        html = '<script type="lazy" data-lazy-src="/t/tarry.js" data-site="pk_a"></script>'
        (tag,) = read_page(html).tags()

        assert not tag.runs
        assert source_of(tag, URL, "") == "https://shop.example/t/tarry.js"

    @pytest.mark.parametrize(
        "html", ["<", "<script", "<!--", "<script src=tarry.js", "</template>", "\x00<a b=c d", ""]
    )
    def test_a_broken_page_is_no_error(self, html: str) -> None:
        """Whatever a shop sends."""
        read_page(html)


class TestSurroundings:
    def test_a_base_address_moves_the_script(self) -> None:
        """The first one counts."""
        page = read_page('<base href="/de/"><base href="/fr/"><script src="t/tarry.js" data-site=x></script>')

        assert source_of(page.tags()[0], URL, page.base) == "https://shop.example/de/t/tarry.js"

    def test_policies_in_the_page_are_found(self) -> None:
        """They count like those in the header."""
        page = read_page("""<meta http-equiv="Content-Security-Policy" content="script-src 'self'">""")

        assert page.policies == ["script-src 'self'"]

    @pytest.mark.parametrize(
        "html",
        [
            "<script>(function(w){w.src='https://www.googletagmanager.com/gtm.js?id='})(window)</script>",
            '<script src="/_next/static/chunks/main.js"></script>',
        ],
    )
    def test_a_manager_of_scripts_is_noticed(self, html: str) -> None:
        """Then a tag that is not in the source may still be on the page."""
        assert read_page(html).manager
