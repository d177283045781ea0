"""Arms by hash: the same as everybody else's implementation, even, and independent of one another."""

import pytest

from tarry.core.experiment import bucket, fnv1a32, holdout_arm

IDS = [f"v{n:021d}" for n in range(20_000)]


class TestBucket:
    @pytest.mark.parametrize(
        ("seed", "value", "expected"),
        [
            ("seed", "a", 0.0505),
            ("seed", "b", 0.2696),
            ("foo", "ab", 0.2575),
            ("foo", "def", 0.2019),
            ("89123klj", "8952klfjas09ujkasdf", 0.124),
            ("90850943850283058242805", "123", 0.7516),
            ("()**(%$##$%#$#", '___)((*":&', 0.0128),
        ],
    )
    def test_the_published_vectors(self, seed: str, value: str, expected: float) -> None:
        """GrowthBook's test vectors for version 2 of the hash (cases.json, spec 0.7.1) come out the same."""
        assert bucket(seed, value) == expected

    @pytest.mark.parametrize(("text", "expected"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)])
    def test_the_hash_underneath_is_fnv1a(self, text: str, expected: int) -> None:
        """The reference values of the hash's authors come out the same."""
        assert fnv1a32(text) == expected

    def test_it_is_even(self) -> None:
        """Twenty thousand visitors fill ten tenths alike: chi-square with nine degrees below its 0.1 % limit."""
        tenths = [0] * 10
        for vid in IDS:
            tenths[int(bucket("holdout", vid) * 10)] += 1

        assert sum((count - 2_000) ** 2 / 2_000 for count in tenths) < 27.88

    def test_two_seeds_know_nothing_of_each_other(self) -> None:
        """Who is held out under one seed is held out under another by chance only: correlation within four sigma."""
        a, b = ([bucket(seed, vid) - 0.5 for vid in IDS] for seed in ("holdout", "holdout-2"))
        correlation = sum(x * y for x, y in zip(a, b, strict=True)) / (len(IDS) / 12)

        assert abs(correlation) < 4 / len(IDS) ** 0.5


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
