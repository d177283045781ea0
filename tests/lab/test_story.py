"""Stories as they are written: durations, what can be told early, and what is wrong with one that cannot be played."""

from pathlib import Path

import pytest

from tarry.errors import SettingsError
from tarry.lab.story import load_story, milliseconds

PAGE = '[page.mug]\npath = "/mug"\n'
COME = '[[step]]\ndo = "open"\npage = "mug"\n'


def written(folder: Path, text: str) -> Path:
    """Return a file with a story in it."""
    path = folder / "story.toml"
    path.write_text(text)
    return path


class TestTimes:
    @pytest.mark.parametrize(("told", "ms"), [("500ms", 500), ("30s", 30_000), ("2.5min", 150_000), ("3h", 10_800_000)])
    def test_a_duration_bears_its_unit(self, told: str, ms: float) -> None:
        """Milliseconds, seconds, minutes and hours are told apart."""
        assert milliseconds(told) == ms

    def test_what_can_be_told_early_ends_with_the_first_prompt(self, tmp_path: Path) -> None:
        """Waits and looks count up to the prompt; what follows it does not."""
        look = '[[step]]\ndo = "look"\nafter = "2s"\ntime = "10s"\n'
        prompt = '[[step]]\ndo = "prompt"\nafter = "1s"\nwithin = "5s"\n'

        assert load_story(written(tmp_path, PAGE + COME + look + prompt + look)).head_ms() == 13_000
        assert load_story(written(tmp_path, PAGE + COME + look + look)).head_ms() == 24_000


class TestRefusing:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (PAGE + COME + '[[step]]\ndo = "look"\ntime = "ten"\n', "step 2: time"),
            (PAGE + COME + '[[step]]\ndo = "look"\ntime = "10"\n', "500ms, 30s"),
            (PAGE + COME + '[[step]]\ndo = "jump"\n', "open, look, event"),
            (PAGE + COME + '[[step]]\npage = "mug"\n', "every step says what it does"),
            (PAGE + COME + '[[step]]\ndo = "cut"\nhard = true\n', "unknown field `hard`"),
            (PAGE + COME + '[[step]]\ndo = "prompt"\nthen = "kiss"\n', "show, dismiss, click or ignore"),
            (PAGE + COME.replace("mug", "cup"), "there is no [page.cup]; known: mug"),
            (PAGE + '[[step]]\ndo = "leave"\n', "a story begins with"),
            (PAGE + "step = []\n", "step"),
            ("= 3", "is not TOML"),
        ],
    )
    def test_what_is_wrong_is_named_with_its_place(self, tmp_path: Path, text: str, said: str) -> None:
        """The message names the file, the step counted from one, the key, and a cure."""
        with pytest.raises(SettingsError) as caught:
            load_story(written(tmp_path, text))

        assert said in str(caught.value)
        assert "story.toml" in str(caught.value)

    def test_a_file_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        """A wrong path is no traceback."""
        with pytest.raises(SettingsError, match="cannot be read"):
            load_story(tmp_path / "none.toml")
