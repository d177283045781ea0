"""``tarry init`` and ``tarry check``: a file that works at once, and every problem named."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tarry.cli import cli
from tarry.errors import SettingsError
from tarry.settings import load_settings, rule_problems

GIVEN = ("--origin", "https://shop.test/", "--server", "https://tarry.test/", "--consent", "anonymous")


def run(folder: Path, *args: str, typed: str | None = None) -> Result:
    """Run a command in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(cli, args, input=typed)
    finally:
        os.chdir(before)


class TestTongues:
    @pytest.mark.parametrize(
        ("locale", "stand_in", "told"),
        [
            ("pt-BR", "", "nobody here writes pt-BR, so nothing is said on such pages; there are ar, de, en"),
            ("pt-BR", "en", ""),
            ("de-AT", "", ""),
            ("de", "pt", "stand_in = 'pt' is a language nobody here writes"),
        ],
    )
    def test_a_language_nobody_writes_is_told(self, tmp_path: Path, locale: str, stand_in: str, told: str) -> None:
        """The owner learns of a silence before the first visitor meets it."""
        text = f'[[site]]\nkey = "pk_test"\norigins = ["https://shop.test"]\nlocale = "{locale}"\n'
        (tmp_path / "tarry.toml").write_text(f'{text}[site.rules]\nstand_in = "{stand_in}"\n')

        done = run(tmp_path, "check")

        assert done.exit_code == 0
        assert told in done.output if told else "nobody here writes" not in done.output


class TestInit:
    def test_what_it_writes_is_good(self, tmp_path: Path) -> None:
        """The file loads, its rules can be read, and it says what it was told."""
        done = run(tmp_path, "init", *GIVEN)

        settings = load_settings(tmp_path / "tarry.toml")
        assert done.exit_code == 0
        assert (settings.site[0].origins, settings.site[0].consent_default) == (("https://shop.test",), "anonymous")
        assert rule_problems(settings, tmp_path / "tarry.toml") == []

    def test_it_prints_the_tag_to_paste(self, tmp_path: Path) -> None:
        """One line with the server's address and the key that stands in the file."""
        done = run(tmp_path, "init", *GIVEN)

        key = load_settings(tmp_path / "tarry.toml").site[0].key
        assert f'<script async src="https://tarry.test/t/tarry.js" data-site="{key}"></script>' in done.output

    def test_every_comment_it_writes_can_be_switched_on(self, tmp_path: Path) -> None:
        """Taking the comment signs off the examples gives a file that still loads."""
        run(tmp_path, "init", *GIVEN)
        path = tmp_path / "tarry.toml"
        lines = path.read_text().splitlines()
        examples = [line.removeprefix("# ") if _is_example(line) else line for line in lines]

        path.write_text("\n".join(examples))

        settings = load_settings(path)
        assert rule_problems(settings, path) == []
        assert settings.site[0].passage
        assert settings.model.name

    def test_it_asks_for_what_was_not_said(self, tmp_path: Path) -> None:
        """Without options it asks three questions; Enter takes what stands there."""
        done = run(tmp_path, "init", typed="https://asked.test\n\nnone\n")

        settings = load_settings(tmp_path / "tarry.toml")
        assert done.exit_code == 0
        assert (settings.site[0].origins, settings.site[0].consent_default) == (("https://asked.test",), "none")
        assert "http://localhost:8000/t/tarry.js" in done.output

    def test_it_overwrites_nothing_unasked(self, tmp_path: Path) -> None:
        """A file that is there stays, and the cure is named; with --force it is written anew."""
        (tmp_path / "tarry.toml").write_text("mine")

        refused = run(tmp_path, "init", *GIVEN)
        kept = (tmp_path / "tarry.toml").read_text()
        forced = run(tmp_path, "init", *GIVEN, "--force")

        assert (refused.exit_code, kept, forced.exit_code) == (1, "mine", 0)
        assert "--force" in refused.output

    def test_an_origin_that_is_none_leaves_no_file(self, tmp_path: Path) -> None:
        """A wrong answer is refused by name and nothing half-made stays behind."""
        done = run(tmp_path, "init", "--origin", "shop", "--server", "http://t.test", "--consent", "none")

        assert isinstance(done.exception, SettingsError)
        assert "'shop' is no origin" in str(done.exception)
        assert not (tmp_path / "tarry.toml").exists()

    def test_two_shops_get_two_keys(self, tmp_path: Path) -> None:
        """Keys are random."""
        run(tmp_path, "init", *GIVEN, "--file", "one.toml")
        run(tmp_path, "init", *GIVEN, "--file", "two.toml")

        keys = {load_settings(tmp_path / name).site[0].key for name in ("one.toml", "two.toml")}
        assert len(keys) == 2


class TestCheck:
    def test_a_missing_address_is_told(self, tmp_path: Path) -> None:
        """Only the commands that help with installing need it, so it is advice and no problem."""
        (tmp_path / "tarry.toml").write_text('[[site]]\nkey = "pk_a"\norigins = ["https://a.test"]\n')

        done = run(tmp_path, "check")

        assert done.exit_code == 0
        assert "address is missing" in done.output

    def test_a_good_file_is_said_to_be_fine(self, tmp_path: Path) -> None:
        """It names what an owner should know: plays that need consent, missing passages, the holdout."""
        run(tmp_path, "init", *GIVEN)

        done = run(tmp_path, "check")

        assert done.exit_code == 0
        assert "tarry.toml is fine: 1 site" in done.output
        assert "need full consent" in done.output
        assert "no passages of yours yet" in done.output
        assert "holdout: 10 %" in done.output

    @pytest.mark.parametrize(
        ("old", "new", "problem"),
        [
            ('consent_default = "anonymous"', 'consent_default = "yes"', "consent_default = 'yes'"),
            ("per_day = 1\n", "per_day = -1\n", "per_day = -1"),
            ("per_day = 1\n", "per_dya = 1\n", "per_dya: unknown key"),
            ("[[site]]", "[[site]", "not TOML"),
        ],
    )
    def test_a_problem_is_told_and_the_exit_code_says_so(
        self, tmp_path: Path, old: str, new: str, problem: str
    ) -> None:
        """Any problem, of the house rules too, ends with an error that names it."""
        run(tmp_path, "init", *GIVEN)
        path = tmp_path / "tarry.toml"
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

        done = run(tmp_path, "check")

        assert done.exit_code != 0
        assert problem in str(done.exception)


def _is_example(line: str) -> bool:
    """Tell a commented example from a remark: it is TOML once the sign is gone."""
    bare = line.removeprefix("# ")
    return line.startswith("# ") and (bare.startswith("[") or " = " in bare)


class TestOffers:
    def test_what_stands_in_the_way_of_money_off_is_told(self, tmp_path: Path) -> None:
        """No bounds, no codes, no prices; and codes that take more than the owner allowed."""
        run(tmp_path, "init", *GIVEN)
        path = tmp_path / "tarry.toml"
        path.write_text(path.read_text().replace('incentive = "observe"', 'incentive = "full"'))

        told = run(tmp_path, "check").output

        assert "incentive has no bounds" in told
        assert "make some with `tarry codes`" in told
        assert "name a catalogue_file" in told

        ends = "2099-01-31T23:59+01:00"
        (tmp_path / "codes.csv").write_text(
            f"code,worth,from,ends\nTEA-GOOD,5,50,{ends}\nTEA-DEAR,6,50,{ends}\nX,1,2,3\n"
        )
        bounds = '[site.rules.incentives]\npercent = 10\nmost = "5"\nper_day = "9"\nper_month = "9"\n'
        text = path.read_text().replace("# [site.rules.incentives] ", f"{bounds}# ")
        path.write_text(text.replace('cart_url = "/cart"', 'cart_url = "/cart"\ncodes_file = "codes.csv"'))

        told = run(tmp_path, "check").output

        assert "codes: 2, 1 rows left out" in told
        assert "code = 'X': write 6 to 40" in told
        assert "1 codes take more than incentives.percent = 10" in told
        assert "has no bounds" not in told
