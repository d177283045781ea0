"""Passages: the owner's own words, about this product first, in this language only."""

from tarry.core.brief import BlockKind, Passage
from tarry.core.passages import BLOCKS, pick_passages


def _passage(kind: BlockKind = "faq", text: str = "Text.", **change: object) -> Passage:
    fields: dict[str, object] = {"kind": kind, "title": "", "text": text, "source": "FAQ", "locale": "en", **change}
    return Passage(**fields)  # type: ignore[arg-type]


def _picked(*passages: Passage, **change: object) -> list[str]:
    asked: dict[str, object] = {"sku": "MUG-1", "locale": "en-IE", "tone": "direct", **change}
    return [p.text for p in pick_passages(passages, **asked)]  # type: ignore[arg-type]


class TestPickPassages:
    def test_only_in_the_readers_language(self) -> None:
        """A German passage is not shown to an English reader, whatever the regions."""
        assert _picked(_passage(text="de", locale="de"), _passage(text="gb", locale="en-GB")) == ["gb"]

    def test_a_passage_on_another_product_never_fits(self) -> None:
        """What is true of the cup is not said of the mug."""
        assert _picked(_passage(text="cup", skus=("CUP-2",))) == []

    def test_this_product_goes_before_the_shop_in_general(self) -> None:
        """The passage that names the product is the better one, whatever its kind."""
        general, own = _passage("faq", "general"), _passage("benefit", "own", skus=("MUG-1", "CUP-2"))

        assert _picked(general, own) == ["own", "general"]

    def test_a_wanted_topic_goes_before_others(self) -> None:
        """Among equals, the one that answers the doubt comes first."""
        plain, wanted = _passage("faq", "plain"), _passage("benefit", "wanted", topics=("returns", "care"))

        assert _picked(plain, wanted, topics=("care",)) == ["wanted", "plain"]

    def test_what_is_compared_goes_before_all_else(self) -> None:
        """Mug and flask were looked at: what sets these two apart, not the mug from the kettle."""
        answer, kettle = (
            _passage("faq", "answer", skus=("MUG-1",)),
            _passage("compare", "kettle", skus=("MUG-1", "KET")),
        )
        flask = _passage("compare", "flask", skus=("FLK-1", "MUG-1"))

        assert _picked(answer, kettle, flask, compared=("FLK-1", "MUG-1")) == ["flask", "answer"]
        assert _picked(answer, kettle, flask) == ["answer", "kettle"]

    def test_the_tone_orders_the_kinds(self) -> None:
        """The direct word begins with answers, the soft one with what is good about it."""
        passages = (_passage("quote", "quote"), _passage("faq", "faq"), _passage("benefit", "benefit"))

        assert _picked(*passages, tone="direct") == ["faq", "quote"]
        assert _picked(*passages, tone="soft") == ["benefit"]

    def test_one_of_a_kind_and_no_more_than_fit(self) -> None:
        """Never two questions, and never more blocks than are read."""
        passages = [_passage(kind, kind + n) for kind in ("faq", "quote", "benefit", "compare") for n in "12"]

        picked = _picked(*passages)

        assert picked == ["faq1", "compare1"]
        assert len(picked) == BLOCKS["direct"]

    def test_none_is_an_answer(self) -> None:
        """Where the owner wrote nothing there is nothing."""
        assert _picked() == []
