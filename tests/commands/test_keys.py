"""``tarry keys``: a new key signs, old tokens are still read, a retired key's are not."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tarry.cli import cli
from tarry.core.identity import Keys
from tarry.errors import StoreError, TokenError
from tarry.stores.keyfile import load_keys

T0 = 1_800_000_000_000
VID = "vQ8xkZt0aWm2LpVq3cR0mW"


def run(folder: Path, *args: str) -> str:
    """Run the command on a data folder; what it refuses is raised."""
    return CliRunner().invoke(cli, ["keys", "--data", str(folder), *args], catch_exceptions=False).output


def token(keys: Keys) -> str:
    """Return a visitor's token signed today."""
    return keys.sign("pk_a", VID, "full", at_ms=T0)


class TestKeys:
    def test_after_a_rotation_old_tokens_are_read_and_pseudonyms_stay(self, tmp_path: Path) -> None:
        """Nobody becomes a stranger, and new tokens bear the new key's name."""
        before = load_keys(tmp_path)
        old = token(before)

        told = run(tmp_path, "rotate")
        after = load_keys(tmp_path)

        assert "k2 signs" in told
        assert after.verify("pk_a", old, "full", at_ms=T0) == VID
        assert after.pseudonym("vid", "pk_a", VID) == before.pseudonym("vid", "pk_a", VID)
        assert token(after).split(".")[1] == "k2"
        assert run(tmp_path) == "k1  makes pseudonyms\nk2  signs tokens\n"

    def test_a_retired_key_opens_nothing(self, tmp_path: Path) -> None:
        """What it signed is somebody else's; the others' tokens are not touched."""
        run(tmp_path, "rotate")
        middle = token(load_keys(tmp_path))
        run(tmp_path, "rotate")
        newest = token(load_keys(tmp_path))

        run(tmp_path, "retire", "k2")
        after = load_keys(tmp_path)

        with pytest.raises(TokenError):
            after.verify("pk_a", middle, "full", at_ms=T0)
        assert after.verify("pk_a", newest, "full", at_ms=T0) == VID
        assert "k4 signs" in run(tmp_path, "rotate")

    @pytest.mark.parametrize(
        ("name", "why"), [("k1", "makes the pseudonyms"), ("k2", "rotate"), ("k9", "there are k1, k2")]
    )
    def test_what_may_not_go_stays(self, tmp_path: Path, name: str, why: str) -> None:
        """The key of the pseudonyms, the one that signs, and one that is not there."""
        run(tmp_path, "rotate")
        before = (tmp_path / "keys").read_bytes()

        with pytest.raises(StoreError, match=why):
            run(tmp_path, "retire", name)

        assert (tmp_path / "keys").read_bytes() == before

    def test_the_file_is_its_owner_s_alone(self, tmp_path: Path) -> None:
        """Also after it was written anew."""
        run(tmp_path, "rotate")

        assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o600
        assert [path.name for path in tmp_path.iterdir()] == ["keys"]
