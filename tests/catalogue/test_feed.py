"""The owner's catalogue: what is read of it, what is refused with a cure, and that it follows its file."""

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.catalogue.feed import read_feed
from tarry.catalogue.row import RowError, read_row
from tarry.catalogue.watched import watched_catalogue
from tarry.core.article import Article
from tarry.core.money import to_decimal
from tarry.errors import SettingsError


def wrote(path: Path, text: str) -> Path:
    """Write a feed."""
    path.write_text(text, encoding="utf-8")
    return path


class TestReading:
    def test_a_spreadsheet_is_read_as_it_is(self, tmp_path: Path) -> None:
        """Semicolons, decimal commas, a byte order mark and columns in any order."""
        text = "\ufeffName;SKU;Price;Cost;Stock;Discount\nBecher;MUG-1;1.079,50;12,5;3;\nDecke;BLK;98;;0;no\n"

        feed = read_feed(wrote(tmp_path / "goods.csv", text), "EUR")

        mug = Article("MUG-1", "Becher", "EUR", 107_950, 3, 1_250)
        assert feed.articles == {"MUG-1": mug, "BLK": Article("BLK", "Decke", "EUR", 9_800, 0, discount=False)}
        assert feed.problems == ()

    def test_a_product_feed_of_the_shop_is_read_too(self, tmp_path: Path) -> None:
        """The names such feeds have, tabs between columns, and currencies behind the amounts."""
        text = "id\ttitle\tprice\tavailability\timage_link\nA1\tMug\t24.00 EUR\tout of stock\t/mug.png\n"

        feed = read_feed(wrote(tmp_path / "feed.tsv", text), "USD")

        assert feed.articles["A1"] == Article("A1", "Mug", "EUR", 2_400, 0, picture="/mug.png")
        assert feed.articles["A1"].sold_out()

    def test_json_is_read_as_a_list_or_in_products(self, tmp_path: Path) -> None:
        """Numbers may be numbers."""
        rows = (
            '[{"sku": "A", "price": 19.99, "stock": 4, "discount": false}, {"sku": 7, "currency": "JPY", "price": 900}]'
        )

        for text in (rows, f'{{"products": {rows}}}'):
            articles = read_feed(wrote(tmp_path / "goods.json", text), "EUR").articles
            assert (articles["A"].price_minor, articles["A"].discount) == (1_999, False)
            assert (articles["7"].price_minor, articles["7"].stock) == (900, None)

    @pytest.mark.parametrize(
        ("text", "minor"),
        [
            *[("24", 2400), ("24.5", 2450), ("€", None), ("1.079", None), ("1,079", None), ("1.079.000", 107_900_000)],
            *[("1,079.50", 107_950), ("1'079.50 CHF", 107_950), ("-1", None), ("1e9", None), ("NaN", None), ("0", 0)],
        ],
    )
    def test_an_amount_is_never_guessed(self, text: str, minor: int | None) -> None:
        """What could be a thousand or a fraction is refused, and so is what is no amount."""
        if minor is None:
            with pytest.raises(RowError, match=r"price = .*: write an amount such as 24\.00"):
                read_row({"sku": "A", "price": text}, "EUR")
        else:
            assert read_row({"sku": "A", "price": text}, "EUR").price_minor == minor

    @given(st.integers(0, 10**9), st.sampled_from(["EUR", "JPY", "KWD"]))
    def test_what_we_write_we_read(self, minor: int, currency: str) -> None:
        """Every amount in the wire's own form is read as what it is."""
        assert read_row({"sku": "A", "price": to_decimal(minor, currency)}, currency).price_minor == minor


class TestRefusing:
    @pytest.mark.parametrize(
        ("row", "told"),
        [
            (";Mug;24", "line 3: sku = '': write the article's number"),
            ("B;Mug;cheap", "line 3: price = 'cheap': write an amount such as 24.00, or 24.00 EUR"),
            ("A;Mug;24", "line 3: sku = 'A': is there already"),
        ],
    )
    def test_a_row_that_cannot_be_read_is_named_and_the_others_are_kept(
        self, tmp_path: Path, row: str, told: str
    ) -> None:
        """File, line, column, value and cure."""
        feed = read_feed(wrote(tmp_path / "goods.csv", f"sku;name;price\nA;Mug;1\n{row}\nZ;Cup;2\n"), "EUR")

        assert set(feed.articles) == {"A", "Z"}
        assert len(feed.problems) == 1
        assert told in feed.problems[0]

    @pytest.mark.parametrize(
        ("name", "data", "told"),
        [
            ("a.csv", b"name;price\nMug;1\n", "must name the columns, sku among them"),
            ("a.csv", b"", "must name the columns"),
            ("a.csv", b"sku\n\xff\n", "is not UTF-8"),
            ("a.json", b"{", "is no JSON"),
            ("a.json", b'{"goods": 1}', "write a list of objects"),
        ],
    )
    def test_a_file_that_is_none_is_refused(self, tmp_path: Path, name: str, data: bytes, told: str) -> None:
        """It says what is wrong and what to do."""
        (tmp_path / name).write_bytes(data)

        with pytest.raises(SettingsError, match=told):
            read_feed(tmp_path / name, "EUR")

    def test_a_file_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        """With the path."""
        with pytest.raises(SettingsError, match=r"none\.csv: cannot be read"):
            read_feed(tmp_path / "none.csv", "EUR")

    @given(data=st.binary(max_size=300))
    def test_rubbish_is_refused_or_read_but_never_breaks(
        self, tmp_path_factory: pytest.TempPathFactory, data: bytes
    ) -> None:
        """Any bytes behind a good head give articles and reasons, or one clear refusal."""
        for name, head in (("x.csv", b"sku,price,stock\n"), ("x.json", b"[")):
            path = tmp_path_factory.getbasetemp() / name
            path.write_bytes(head + data)
            try:
                assert all(article.sku for article in read_feed(path, "EUR").articles.values())
            except SettingsError as exc:
                told = str(exc)
                assert str(path) in told


class TestFollowing:
    def test_a_changed_file_is_read_again(self, tmp_path: Path) -> None:
        """A price of today is there without a restart."""
        path = wrote(tmp_path / "goods.csv", "sku,price\nA,1\n")
        articles = watched_catalogue(path, "EUR")
        wrote(path, "sku,price\nA,2.50\nB,3\n")

        articles.refresh()

        assert (articles["A"].price_minor, len(articles)) == (250, 2)

    def test_a_spoilt_file_leaves_what_was_there(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """It is told once, and mended it is read."""
        path = wrote(tmp_path / "goods.csv", "sku,price\nA,1\n")
        articles = watched_catalogue(path, "EUR")
        wrote(path, "no such column\n")

        with caplog.at_level(logging.WARNING):
            articles.refresh()
            articles.refresh()

        assert articles["A"].price_minor == 100
        assert len(caplog.records) == 1
        wrote(path, "sku,price\nA,7.00\n")
        articles.refresh()
        assert articles["A"].price_minor == 700
