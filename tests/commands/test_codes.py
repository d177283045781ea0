"""``tarry codes`` and ``tarry budget``: lists nobody can guess, and what they come to."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tarry.catalogue.codes import read_codes
from tarry.cli import cli
from tarry.commands.codes import code


def run(*args: str) -> tuple[int, str]:
    """Run a command; returns its exit code and everything it said."""
    answer = CliRunner().invoke(cli, list(args))
    return answer.exit_code, answer.output


class TestCodes:
    def test_a_list_is_what_the_server_reads(self, tmp_path: Path) -> None:
        """So many codes, all different, each worth what was asked."""
        exit_code, text = run("codes", "300", "--worth", "5", "--from", "50.00", "--prefix", "TEA")
        path = tmp_path / "codes.csv"
        path.write_text(text)

        found = read_codes(path, "EUR")

        assert (exit_code, found.problems, len(found.codes)) == (0, (), 300)
        assert {(one.worth, one.least) for one in found.codes.values()} == {(500, 5_000)}
        assert all(re.fullmatch(r"TEA(-[A-Z2-7]{4}){4}", name) for name in found.codes)

    def test_eighty_bits_are_in_each(self) -> None:
        """Sixteen signs of thirty-two, every place of which takes any of them."""
        seen = [set(signs) for signs in zip(*[code().replace("-", "") for _ in range(600)], strict=True)]

        assert len(seen) == 16
        assert all(len(signs) == 32 for signs in seen)

    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (("3", "--worth", "50", "--from", "50"), "not below --from 50"),
            (("3", "--worth", "-5", "--from", "50"), "no amount above 0"),
            (("3", "--worth", "five", "--from", "50"), "'five' is no amount"),
            (("3", "--worth", "5", "--from", "50", "--prefix", "A B"), "1 to 12 letters or digits"),
            (("0", "--worth", "5", "--from", "50"), "0 is not in the range"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, args: tuple[str, ...], told: str) -> None:
        """With the bad value and what to write."""
        exit_code, text = run("codes", *args)

        assert exit_code != 0
        assert told in text
