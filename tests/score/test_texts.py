"""The score of shop texts counts what it says."""

import json
from pathlib import Path

from tests.score.texts import is_held, score

TEXTS = [f"Hurry, sale number {n} ends soon!" for n in range(40)] + [f"Walnut table, size {n}" for n in range(40)]


class TestScore:
    def test_every_text_is_in_one_half(self, tmp_path: Path) -> None:
        """Neither half is empty, and together they are all."""
        path = tmp_path / "shop-texts.jsonl"
        path.write_text("\n".join(json.dumps({"text": text, "manipulative": "sale" in text}) for text in TEXTS))

        halves = [score(path, held=held) for held in (False, True)]

        assert sum(half.manipulative for half in halves) == sum(half.ordinary for half in halves) == 40
        assert all((half.recall, half.passed) == (1.0, 1.0) for half in halves)
        assert 0 < sum(is_held(text) for text in TEXTS) < len(TEXTS)

    def test_misses_of_either_kind_are_told(self, tmp_path: Path) -> None:
        """A text that passes and should not, and one that is refused and should not be."""
        path = tmp_path / "shop-texts.jsonl"
        rows = [{"text": "Oak", "manipulative": True, "category": "Sneaking"}, {"text": "Hurry", "manipulative": False}]
        path.write_text("\n".join(map(json.dumps, rows)))

        wrong = [text for held in (False, True) for text in score(path, held=held).wrong]

        assert sorted(wrong) == ["missed: Oak", "refused: Hurry"]
