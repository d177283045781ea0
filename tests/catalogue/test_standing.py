"""Passages as they stand: the site's own, then its files', which are followed while the server runs."""

import os
from pathlib import Path

import pytest

from tarry.catalogue.standing import Standing
from tarry.core.brief import Passage
from tarry.errors import SettingsError

OWN = Passage("quote", "", "Mine is on the stove every morning.", "Ida, Kiel", (), (), "en", "own", "")


def write(path: Path, text: str, *, at_s: int) -> None:
    """Write a file as it was at a time: clocks of file systems are coarse."""
    path.write_text(text)
    os.utime(path, (at_s, at_s))


def texts(standing: Standing) -> list[str]:
    """Return what the passages say, in their order."""
    return [one.text for one in standing]


class TestStanding:
    def test_a_file_is_followed(self, tmp_path: Path) -> None:
        """What is written into it is there after the next look, after the site's own."""
        file = tmp_path / "faq.md"
        write(file, "# Wool?\n\nIt is washed by hand.\n", at_s=1_000)
        standing = Standing((OWN,), (file,), "en")
        assert texts(standing) == [OWN.text, "It is washed by hand."]

        write(file, "# Wool?\n\nIt may be washed at 30 °C.\n", at_s=2_000)
        standing.refresh()

        assert texts(standing) == [OWN.text, "It may be washed at 30 °C."]

    def test_a_folder_is_followed(self, tmp_path: Path) -> None:
        """A change inside one of its files, a new file, one that is gone: each is seen."""
        (tmp_path / "deep").mkdir()
        first, second = tmp_path / "a.md", tmp_path / "deep" / "b.md"
        write(first, "# One\n\nFirst.\n", at_s=1_000)
        standing = Standing((), (tmp_path,), "en")

        write(second, "# Two\n\nSecond.\n", at_s=1_000)
        standing.refresh()
        assert texts(standing) == ["First.", "Second."]

        write(second, "# Two\n\nChanged.\n", at_s=1_001)
        standing.refresh()
        assert texts(standing) == ["First.", "Changed."]

        first.unlink()
        standing.refresh()
        assert texts(standing) == ["Changed."]

    def test_what_cannot_be_read_any_more_stays_as_it_was(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        """A slip of the pen takes no words from visitors; the log says what is wrong with which file."""
        file = tmp_path / "faq.csv"
        write(file, "kind,text\nfaq,It is washed by hand.\n", at_s=1_000)
        standing = Standing((), (file,), "en")

        write(file, "kind,text\nrumour,It shrinks.\n", at_s=2_000)
        standing.refresh()

        assert texts(standing) == ["It is washed by hand."]
        assert "faq.csv" in caplog.text
        assert "the 1 passages read before stay" in caplog.text

    def test_what_cannot_be_read_at_first_is_refused(self, tmp_path: Path) -> None:
        """At the start the owner is there to mend it."""
        with pytest.raises(SettingsError, match="no such file"):
            Standing((), (tmp_path / "gone.md",), "en")
