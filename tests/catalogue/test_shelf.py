"""The shelf: passages from files of four kinds, and from folders."""

import json
from pathlib import Path

import pytest

from tarry.catalogue.passage import TEXT_MAX, PassageTable
from tarry.catalogue.shelf import read_shelf
from tarry.errors import SettingsError

MARKDOWN = """---
source: Our returns page
date: 2026-05-03
skus: MUG-1, CUP-2
---
Before any heading.

## May I send it back? {#back topics=returns,trust}

Yes, **within** a [month](/returns).
It costs nothing but the postage.

And you need not say why.

> It came back, and so did my money.

## Side by side {locale=de kind=compare}

|Mug|Cup|
|---|---|
|Holds|0.35 l|

## What you get
- a mug
- a *second* one

Ask us.
"""


def shelf(folder: Path, name: str, text: str) -> tuple[PassageTable, ...]:
    """Read one file."""
    (folder / name).write_text(text, "utf-8")
    return read_shelf(folder / name)


class TestMarkdown:
    def test_every_heading_begins_a_passage_and_its_form_says_the_kind(self, tmp_path: Path) -> None:
        """Paragraphs answer, quotations quote, tables compare, lists tell benefits; markup reads as plain words."""
        told = shelf(tmp_path, "care.md", MARKDOWN)

        assert [(one.kind, one.title, one.text) for one in told] == [
            ("faq", "", "Before any heading."),
            (
                "faq",
                "May I send it back?",
                "Yes, within a month. It costs nothing but the postage.\n\nAnd you need not say why.",
            ),
            ("quote", "May I send it back?", "It came back, and so did my money."),
            ("compare", "Side by side", "|Mug|Cup|\n|Holds|0.35 l|"),
            ("benefit", "What you get", "a mug\na second one"),
            ("faq", "What you get", "Ask us."),
        ]

    def test_what_stands_under_one_heading_is_named_after_it(self, tmp_path: Path) -> None:
        """The first passage bears the name, the next ones a number behind it."""
        assert [one.id for one in shelf(tmp_path, "a.md", MARKDOWN)] == ["", "back", "back.2", "", "", ""]

    def test_what_is_said_of_the_file_holds_for_its_passages(self, tmp_path: Path) -> None:
        """The top and the name of the file hold for all, the braces after a heading for its own."""
        told = shelf(tmp_path, "care.fr.md", MARKDOWN.replace("#back ", ""))

        assert {(one.source, one.date, one.skus) for one in told} == {
            ("Our returns page", "2026-05-03", ("MUG-1", "CUP-2"))
        }
        assert {one.id for one in told} == {""}
        assert [one.locale for one in told] == ["fr", "fr", "fr", "de", "fr", "fr"]
        assert [one.topics for one in told][:4] == [("care",), ("returns", "trust"), ("returns", "trust"), ("care",)]


class TestOtherFiles:
    def test_tables_of_many_countries(self, tmp_path: Path) -> None:
        """Semicolons part the columns, bars the values in a cell."""
        text = 'kind;title;text;skus;topics\nquote;Anna;"Ja; gut.";A|B;returns\n;;;;\n'

        (told,) = shelf(tmp_path, "a.csv", text)

        assert told == PassageTable("quote", "Ja; gut.", "Anna", skus=("A", "B"), topics=("returns",))

    @pytest.mark.parametrize("wrapped", [False, True])
    def test_json_lists_them(self, tmp_path: Path, wrapped: bool) -> None:
        """A list, or an object that holds one."""
        rows = [{"kind": "faq", "text": "No.", "topics": ["care"]}]

        told = shelf(tmp_path, "a.json", json.dumps({"passage": rows} if wrapped else rows))

        assert told == (PassageTable("faq", "No.", topics=("care",)),)

    def test_a_folder_is_read_by_name(self, tmp_path: Path) -> None:
        """Every file in it and below, but nothing hidden, and nothing that is no passage file."""
        (tmp_path / "b").mkdir()
        (tmp_path / ".git").mkdir()
        for name in ("b/one.md", "a.md", ".git/no.md", "picture.png"):
            (tmp_path / name).write_text(name, "utf-8")

        assert [one.text for one in read_shelf(tmp_path)] == ["a.md", "b/one.md"]

    def test_a_long_answer_is_read_in_parts_and_a_quotation_never_is(self, tmp_path: Path) -> None:
        """Each part is named after the first; somebody's words stay whole or are refused."""
        long = "A sentence of some length. " * 20

        told = shelf(tmp_path, "a.json", json.dumps([{"kind": "faq", "text": long, "id": "x"}]))

        assert [one.id for one in told] == ["x", "x-2"]
        assert all(len(one.text) <= TEXT_MAX for one in told)
        with pytest.raises(SettingsError, match=r"passage 1: .*length <= 400"):
            shelf(tmp_path, "b.json", json.dumps([{"kind": "quote", "text": long}]))


class TestProblems:
    @pytest.mark.parametrize(
        ("name", "text", "problem"),
        [
            ("a.csv", "kind,text\nrumour,x\n", r"a\.csv: line 2: .*'rumour'.*a passage has a kind \(faq,"),
            ("a.csv", "kind,text\nfaq,x,y\n", r"line 2: more cells than columns"),
            ("a.csv", "kind,colour\nfaq,x\n", r"line 2: .*colour"),
            ("a.json", "{", r"is no JSON"),
            ("a.json", '{"a": 1}', r"write a list of passages, called `passage`"),
            ("a.json", "[1]", r"passage 1: .*Expected `str`"),
            ("a.toml", "passage = 1", r"write a list of passages"),
            ("a.toml", "=", r"not TOML"),
            ("a.md", "## A {date=yesterday}\nB", r"line 1: .*date"),
            ("a.docx", "x", r"no such file of passages; write \.csv, \.json,"),
        ],
    )
    def test_what_cannot_be_read_is_named_with_its_place(
        self, tmp_path: Path, name: str, text: str, problem: str
    ) -> None:
        """File, place, what is wrong and what to write instead."""
        with pytest.raises(SettingsError, match=problem):
            shelf(tmp_path, name, text)

    def test_all_problems_of_a_folder_are_told_at_once(self, tmp_path: Path) -> None:
        """One line each, over all files; two of one name are a problem too."""
        (tmp_path / "a.json").write_text('[{"kind": "faq"}, {"text": "x"}]', "utf-8")
        (tmp_path / "b.md").write_text("## A {#x}\nB\n## C {#x}\nD", "utf-8")

        with pytest.raises(SettingsError) as told:
            read_shelf(tmp_path)

        assert len(told.value.problems) == 3
        assert "two passages are called 'x'" in told.value.problems[2]

    def test_what_is_not_there_is_told(self, tmp_path: Path) -> None:
        """A missing file, an empty folder, a file that is not UTF-8."""
        (tmp_path / "bad.md").write_bytes(b"\xff\xfe")
        for path in (tmp_path / "none.md", tmp_path / "bad.md"):
            with pytest.raises(SettingsError):
                read_shelf(path)
