"""Refusals: which rules kept how many drafts from shoppers."""

from tests.console.fixture import NOW, FixtureReader, client

from tarry.console.reader import Line
from tarry.console.refusals import Refusal, find_refusals


def session(name: str) -> Line:
    """Return a row of the list of sessions."""
    return {"session": name, "visitor": name, "site": "pk_test", "last": NOW, "visitor_ref": ""}


def draft(name: str, decision: str, writer: str, text: object = "words") -> Line:
    """Return a draft."""
    return {"session": name, "kind": "draft", "decision": decision, "writer": writer, "text": text}


def broke(name: str, decision: str, rule: str, words: str) -> Line:
    """Return a breach of the model's draft."""
    found = {"session": name, "kind": "violation", "decision": decision, "writer": "model"}
    return {**found, "rule": rule, "words": words, "where": "body"}


READER = FixtureReader(
    [session("s1"), session("s2")],
    [
        draft("s1", "d1", "model"),
        broke("s1", "d1", "claims.urgency", "hurry"),
        broke("s1", "d1", "claims.urgency", "today only"),
        broke("s1", "d1", "numbers.digit", "3"),
        draft("s1", "d1", "house"),
        draft("s2", "d2", "model"),
        broke("s2", "d2", "claims.urgency", "hurry"),
        draft("s2", "d3", "model"),
        draft("s2", "d4", "model", None),
    ],
)


class TestFindRefusals:
    def test_drafts_are_counted_once_a_rule(self) -> None:
        """Out of those the writer gave words for; the rule most of them broke goes first, with its commonest words."""
        assert find_refusals(READER, NOW - 1_000) == [
            Refusal("pk_test", "model", "claims.urgency", 2, 3, ("hurry", "today only")),
            Refusal("pk_test", "model", "numbers.digit", 1, 3, ("3",)),
        ]

    def test_a_refusal_reads_as_a_sentence(self) -> None:
        """How many of how many, by whom, which rule, which words."""
        assert find_refusals(READER, None)[1].told() == "1 of 3 drafts by model (33.3%) numbers.digit: “3”"

    def test_the_page_tells_them_in_an_owners_words(self) -> None:
        """What the rule means beside its name."""
        page = client(READER).get("/console/refusals").text

        assert "hurries the shopper" in page
        assert "66.7 %" in page

    def test_nothing_refused_is_said(self) -> None:
        """An empty page explains what would be on it."""
        assert "No draft was refused" in client(FixtureReader([], [])).get("/console/refusals").text
