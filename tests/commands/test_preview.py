"""``tarry preview``: the words of a reason, printed, as JSON and as a page."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tarry.cli import cli

CONFIG = """
[[site]]
key = "pk_test"
origins = ["https://shop.test"]
locale = "de"
currency = "CHF"
[[site.passage]]
kind = "faq"
title = "Wie lange?"
text = "Meist zwei Tage."
topics = ["delivery"]
[site.rules]
forbidden_words = ["geradeheraus"]
"""


def preview(*args: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, ["preview", *args])


class TestPreview:
    def test_it_prints_the_ways_cell_by_cell(self) -> None:
        """German for a German page, with the amounts as Germans write them."""
        told = preview("--reason", "interrupted", "--locale", "de", "--play", "resurface_cart", "--tone", "plain")

        assert told.output.startswith("resurface_cart, return_visit\n  plain · usual · formal\n")
        assert "3 Artikel, derzeit 2.469,12\u00a0€. Sie können" in told.output
        assert "3 Artikel, derzeit 2.469,12\u00a0€. Du kannst" in told.output

    def test_programs_read_it_as_json(self) -> None:
        """A line a variant, with where it belongs."""
        told = preview("--reason", "price", "--locale", "fr", "--tone", "soft", "--length", "short", "--json")
        lines = [json.loads(line) for line in told.output.splitlines()]

        assert {(one["tone"], one["length"], one["locale"]) for one in lines} == {("soft", "short", "fr")}
        assert {one["formality"] for one in lines} == {"formal", "familiar"}
        assert not [one for one in lines if one["violations"]]

    def test_a_shop_s_own_settings_hold(self, tmp_path: Path) -> None:
        """Its language, currency, forbidden words, and the passages that would stand under it."""
        (tmp_path / "tarry.toml").write_text(CONFIG, "utf-8")
        config = ("--config", str(tmp_path / "tarry.toml"))

        assert "under it: Wie lange?: Meist zwei Tage." in preview("--reason", "delivery", *config).output
        assert "[forbidden." in preview("--reason", "doubt", *config).output
        assert "CHF" in preview("--reason", "interrupted", *config).output
        assert "there is no site 'other'" in preview("--reason", "price", "--site", "other", *config).output

    def test_a_page_to_look_at_runs_as_its_language_does(self, tmp_path: Path) -> None:
        """Arabic from right to left, names and amounts kept in their own direction; whatever is a name is no markup."""
        page = tmp_path / "page.html"
        done = preview("--reason", "interrupted", "--locale", "ar", "--product", "<b>Mug", "--html", str(page))
        html = page.read_text("utf-8")

        assert done.exit_code == 0
        assert '<html lang="ar" dir="rtl">' in html
        assert "\u2068&lt;b&gt;Mug\u2069" in html

    def test_what_cannot_be_shown_is_told_with_what_can(self) -> None:
        """A language nobody wrote, and a play that does not answer the reason."""
        assert "the house writer speaks ar, de, en" in preview("--reason", "price", "--locale", "pt-BR").output
        assert "take --play out" in preview("--reason", "price", "--play", "convenience").output
