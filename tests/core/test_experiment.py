"""Groups by hash: the same as everybody else's implementation, even, and independent of one another."""

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.core.experiment import bucket, bucket_ranges, choose_variation, fnv1a32, holdout_arm
from tarry.core.identity import Keys

CASES: dict[str, Any] = orjson.loads((Path(__file__).parents[1] / "corpus" / "growthbook.json").read_bytes())
"""GrowthBook's published vectors, with their source and licence."""
IDS = [f"v{n:021d}" for n in range(20_000)]
CHI2_1_PERMILLE = {3: 16.27, 9: 27.88, 81: 126.08}
"""What chi-square exceeds once in a thousand times, by degrees of freedom (tables of the distribution)."""


@cache
def buckets(seed: str) -> list[float]:
    """Return the bucket of every visitor under a seed."""
    return [bucket(seed, vid) for vid in IDS]


def chi2(counts: list[int], expected: float) -> float:
    """Return how far counts are from being alike."""
    return sum((count - expected) ** 2 / expected for count in counts)


class TestBucket:
    @pytest.mark.parametrize(("value", "expected", "_version", "seed"), CASES["hash"])
    def test_the_published_vectors(self, value: str, expected: float, _version: int, seed: str) -> None:
        """GrowthBook's test vectors for version 2 of the hash come out the same."""
        assert bucket(seed, value) == expected

    @pytest.mark.parametrize(("text", "expected"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)])
    def test_the_hash_underneath_is_fnv1a(self, text: str, expected: int) -> None:
        """The reference values of the hash's authors come out the same."""
        assert fnv1a32(text) == expected

    @pytest.mark.parametrize("seed", ["holdout", "layer:rules", "layer:variants", "direct_words:1", "direct_words:2"])
    def test_it_is_even(self, seed: str) -> None:
        """Twenty thousand visitors fill ten tenths alike, in the holdout, in every layer, in any phase (p > 0.001)."""
        tenths = [0] * 10
        for found in buckets(seed):
            tenths[int(found * 10)] += 1

        assert chi2(tenths, 2_000) < CHI2_1_PERMILLE[9]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("holdout", "holdout-2"),
            ("holdout", "layer:rules"),
            ("holdout", "layer:variants"),
            ("layer:rules", "layer:variants"),
            ("layer:variants", "direct_words:1"),
            ("direct_words:1", "direct_words:2"),
            ("holdout", "direct_words:1"),
        ],
    )
    def test_two_seeds_know_nothing_of_each_other(self, one: str, other: str) -> None:
        """Where a visitor is under one seed says nothing of where under another: all hundred pairs of tenths alike."""
        pairs = [0] * 100
        for first, second in zip(buckets(one), buckets(other), strict=True):
            pairs[int(first * 10) * 10 + int(second * 10)] += 1

        assert _independence(pairs) < CHI2_1_PERMILLE[81]

    @given(st.text(max_size=12).filter(lambda text: not text.isascii()))
    def test_what_is_not_ascii_is_refused(self, text: str) -> None:
        """Languages would hash it differently; nothing of ours can be such an id, and a mistake is not hidden."""
        with pytest.raises(UnicodeEncodeError):
            bucket("seed", text)

    @given(st.text(max_size=40), st.text(max_size=20))
    def test_every_id_of_a_visitor_is_ascii(self, sid: str, site: str) -> None:
        """Whatever a page calls itself, the id made of it is 22 letters, digits, - and _."""
        keys = Keys({"k1": bytes(32)}, "k1")
        for vid in (keys.derived_vid(site, sid), keys.pseudonym("visitor", site, sid)):
            assert vid.isascii()
            assert len(vid) == 22
            assert set(vid) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def _independence(pairs: list[int]) -> float:
    """Return chi-square of a ten by ten table against what its margins let expect."""
    rows = [sum(pairs[10 * row : 10 * row + 10]) for row in range(10)]
    columns = [sum(pairs[column::10]) for column in range(10)]
    total = sum(rows)
    found = 0.0
    for place, count in enumerate(pairs):
        expected = rows[place // 10] * columns[place % 10] / total
        found += (count - expected) ** 2 / expected
    return found


class TestRanges:
    @pytest.mark.parametrize(("_name", "given", "expected"), CASES["getBucketRange"])
    def test_the_published_vectors(self, _name: str, given: list[Any], expected: list[list[float]]) -> None:
        """GrowthBook's ranges come out the same, to a millionth."""
        count, coverage, weights = given

        found = bucket_ranges(count, coverage=coverage, weights=weights or ())

        assert [list(one) for one in found] == [pytest.approx(one, abs=1e-6) for one in expected]

    @given(st.lists(st.floats(0.01, 10), min_size=1, max_size=8))
    def test_they_follow_one_another_and_fill_it_all(self, weights: list[float]) -> None:
        """No bucket is in two ranges, and full coverage leaves none out but for rounding."""
        found = bucket_ranges(len(weights), weights=[weight / sum(weights) for weight in weights])

        assert found[0][0] == 0
        assert all(before[1] == after[0] for before, after in pairwise(found))
        assert found[-1][1] == pytest.approx(1)


class TestChoice:
    @pytest.mark.parametrize(("_name", "number", "ranges", "expected"), CASES["chooseVariation"])
    def test_the_published_vectors(
        self, _name: str, number: float, ranges: list[tuple[float, float]], expected: int
    ) -> None:
        """GrowthBook's choices come out the same."""
        assert choose_variation(number, ranges) == expected

    def test_an_empty_range_holds_nobody(self) -> None:
        """Its beginning belongs to the range after it."""
        assert choose_variation(0.5, [(0, 0.5), (0.5, 0.5), (0.5, 1)]) == 2


class TestHoldoutArm:
    @pytest.mark.parametrize(("percent", "arm"), [(0, "treated"), (100, "holdout")])
    def test_nobody_and_everybody(self, percent: float, arm: str) -> None:
        """Zero holds nobody out and a hundred everybody."""
        assert {holdout_arm(vid, percent=percent, seed="holdout") for vid in IDS[:500]} == {arm}

    def test_the_share_itself_is_treated(self) -> None:
        """A visitor whose bucket is exactly the share is not held out; one step below it is."""
        at, below = (next(vid for vid in IDS if bucket("holdout", vid) == edge) for edge in (0.5, 0.4999))

        assert holdout_arm(at, percent=50, seed="holdout") == "treated"
        assert holdout_arm(below, percent=50, seed="holdout") == "holdout"

    def test_a_larger_holdout_keeps_everybody_already_in_it(self) -> None:
        """Raising the share moves visitors one way only."""
        small = {vid for vid in IDS[:3_000] if holdout_arm(vid, percent=10, seed="holdout") == "holdout"}
        large = {vid for vid in IDS[:3_000] if holdout_arm(vid, percent=20, seed="holdout") == "holdout"}

        assert small < large
