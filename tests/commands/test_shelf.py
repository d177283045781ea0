"""``tarry shelf``: the owner's passages, by topic and language."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tarry.cli import cli

CONFIG = """
[[site]]
key = "pk_test"
origins = ["https://shop.test"]
locale = "de-AT"
passages_file = ["words", "more.csv"]
[[site.passage]]
kind = "faq"
text = "Nein."
topics = ["returns", "smell"]
"""
TOPICS = ("topic", "returns", "delivery", "smell", "(no")


def shelf(folder: Path, *args: str) -> Result:
    """Run the command on a shop with a folder and a table of passages, and no log yet."""
    (folder / "words").mkdir()
    (folder / "words" / "returns.en.md").write_text("# Back {#back}\nYes.\n", "utf-8")
    (folder / "more.csv").write_text("kind,text,source,date\nquote,Good.,Anna,2026-05-03\n", "utf-8")
    (folder / "tarry.toml").write_text(CONFIG, "utf-8")
    paths = ["--config", str(folder / "tarry.toml"), "--data", str(folder / "data")]
    return CliRunner().invoke(cli, ["shelf", *paths, *args])


class TestShelf:
    def test_it_counts_by_topic_and_language(self, tmp_path: Path) -> None:
        """A line for every topic a doubt may ask for, even where nothing is there, and for the owner's own."""
        told = shelf(tmp_path).output.splitlines()

        assert told[0] == "pk_test: 3 passages"
        assert [line.split() for line in told if line.split()[0] in TOPICS] == [
            ["topic", "de", "en"],
            ["returns", "1", "1"],
            ["delivery", "0", "0"],
            ["(no", "topic)", "1", "0"],
            ["smell", "1", "0"],
        ]
        assert "no log yet" in told[-1]

    def test_it_lists_each_with_its_id_source_and_date(self, tmp_path: Path) -> None:
        """What the session log calls a passage leads back to the words."""
        told = shelf(tmp_path, "--list").output

        assert "  back · faq · Back\n" in told
        assert " · quote · Good. · Anna · 2026-05-03\n" in told

    def test_programs_read_it_as_json(self, tmp_path: Path) -> None:
        """A line a passage, with everything it says."""
        told = [json.loads(line) for line in shelf(tmp_path, "--json").output.splitlines()]

        assert [(one["kind"], one["form"], one["locale"], one["text"]) for one in told] == [
            ("passage", "faq", "de", "Nein."),
            ("passage", "faq", "en", "Yes."),
            ("passage", "quote", "de", "Good."),
        ]
        assert all(one["id"] for one in told)
