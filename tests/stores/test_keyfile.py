"""The server's keys: made once, nobody else's to read."""

from pathlib import Path

import pytest

from tarry.errors import StoreError
from tarry.stores.keyfile import FILE, load_keys


class TestLoadKeys:
    def test_made_once_and_kept(self, tmp_path: Path) -> None:
        """The second start finds the keys of the first: visitors stay who they are."""
        first = load_keys(tmp_path / "data")

        assert load_keys(tmp_path / "data") == first
        assert len(first.ring[first.current]) == 32

    def test_only_the_owner_may_read_them(self, tmp_path: Path) -> None:
        """The file is made with mode 0600."""
        load_keys(tmp_path)

        assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
    def test_a_file_others_may_read_is_refused(self, tmp_path: Path, mode: int) -> None:
        """The refusal names the command that mends it."""
        load_keys(tmp_path)
        (tmp_path / FILE).chmod(mode)

        with pytest.raises(StoreError, match=r"others may read this file; run: chmod 600"):
            load_keys(tmp_path)

    @pytest.mark.parametrize("text", ["k1 c2hvcnQ=\n", "k1\n", "", "k-1 " + "A" * 43 + "=\n", "k1 ä\n", "k1 =====\n"])
    def test_a_spoilt_file_is_refused(self, tmp_path: Path, text: str) -> None:
        """Short, empty or misspelt keys are never used, and never replaced in silence."""
        load_keys(tmp_path)
        (tmp_path / FILE).write_text(text)

        with pytest.raises(StoreError, match="keys"):
            load_keys(tmp_path)

        assert (tmp_path / FILE).read_text() == text

    def test_the_last_key_signs_and_older_ones_still_open(self, tmp_path: Path) -> None:
        """After a rotation old tokens are good and new ones bear the new name."""
        old = load_keys(tmp_path)
        token = old.sign("pk", old.derived_vid("pk", "s" * 22), "full", at_ms=1_000)
        with (tmp_path / FILE).open("a") as file:
            file.write("k2 " + "B" * 43 + "=\n")

        new = load_keys(tmp_path)

        assert new.current == "k2"
        assert new.verify("pk", token, "full", at_ms=2_000) == old.derived_vid("pk", "s" * 22)
        assert new.pseudonym("vid", "pk", "x") == old.pseudonym("vid", "pk", "x")
