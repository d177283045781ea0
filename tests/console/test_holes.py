"""Holes in the shelf: what visitors wondered about and no passage answered."""

from tests.console.fixture import NOW, FixtureReader, client

from tarry.console.holes import Hole, find_holes
from tarry.console.reader import Line


def session(name: str, visitor: str, last: int = NOW) -> Line:
    """Return a row of the list of sessions."""
    return {"session": name, "visitor": visitor, "site": "pk_test", "last": last, "visitor_ref": ""}


def view(name: str, locale: str) -> Line:
    """Return a page view in a language."""
    return {"session": name, "kind": "event", "n": "page_view", "d": {"locale": locale}}


def wondered(name: str, reason: str, subject: str | None = None, why: str = "no_passage") -> Line:
    """Return a decision that found nothing to say."""
    return {"session": name, "kind": "decision", "why": why, "reason": reason, "subject": subject}


READER = FixtureReader(
    [session("s1", "anna"), session("s2", "anna"), session("s3", "ben"), session("s4", "cleo", NOW - 10**9)],
    [
        view("s1", "de-AT"),
        wondered("s1", "trust", "MUG"),
        wondered("s1", "trust", "MUG"),
        view("s2", "de"),
        wondered("s2", "trust", "CUP"),
        view("s3", "de-DE"),
        wondered("s3", "trust", "MUG"),
        wondered("s3", "price", why="no_words"),
        view("s3", "fr"),
        wondered("s3", "delivery"),
        wondered("s4", "delivery"),
    ],
)


class TestFindHoles:
    def test_visitors_are_counted_once_a_doubt_and_language(self) -> None:
        """However often they came back to it; the products most of them had in view go first."""
        assert find_holes(READER, NOW - 1_000) == [
            Hole("pk_test", "trust", "de", 2, ("returns", "trust"), ("MUG", "CUP")),
            Hole("pk_test", "delivery", "fr", 1, ("delivery",)),
        ]

    def test_without_a_time_all_that_is_kept_counts(self) -> None:
        """An older session, whose page told no language, is there too."""
        assert Hole("pk_test", "delivery", "", 1, ("delivery",)) in find_holes(READER, None)

    def test_a_hole_reads_as_a_sentence(self) -> None:
        """How many, about what, over which products, in which language."""
        assert [hole.told() for hole in find_holes(READER, NOW - 1_000)] == [
            "2 visitors wondered about returns, or whom they deal with for MUG, CUP; no passage in de answers that",
            "1 visitor wondered about delivery; no passage in fr answers that",
        ]


class TestPage:
    def test_it_shows_them_and_what_would_help(self) -> None:
        """Visitors, doubt, language, products, and the topics a passage should name."""
        page = client(READER).get("/console/shelf").text

        for words in ("4 times a visitor wondered", "returns, or whom they deal with", "MUG", "returns or trust"):
            assert words in page

    def test_without_holes_it_says_so(self) -> None:
        """An empty page tells what would appear."""
        page = client(FixtureReader([], [])).get("/console/shelf").text

        assert "Nobody looked for a passage in vain" in page
