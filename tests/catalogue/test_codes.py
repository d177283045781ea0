"""The owner's list of codes: read as it is meant, every bad row named with its cure."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalogue.test_feed import wrote

from tarry.catalogue.codes import read_codes
from tarry.core.incentives.grant import Code
from tarry.errors import SettingsError

HEAD = "code,worth,from,ends\n"
ENDS = "2027-01-31T23:59+01:00"
ENDS_MS = round(datetime(2027, 1, 31, 22, 59, tzinfo=UTC).timestamp() * 1000)


class TestReadCodes:
    def test_a_row_is_a_code(self, tmp_path: Path) -> None:
        """Amounts in minor units, its end in milliseconds; other columns and their order do not matter."""
        path = wrote(tmp_path / "codes.csv", f"note,ends,code,from,worth\nhi,{ENDS}, TEA-AB12 ,50,5.5\n")

        assert read_codes(path, "EUR").codes == {"TEA-AB12": Code("TEA-AB12", 550, 5_000, ENDS_MS)}

    @pytest.mark.parametrize(
        ("row", "told"),
        [
            (f"AB,5,50,{ENDS}", "code = 'AB': write 6 to 40 letters"),
            (f"<b>CODE</b>,5,50,{ENDS}", "code = '<b>CODE</b>'"),
            (f"SAVE-50%,5,50,{ENDS}", "code = 'SAVE-50%'"),
            (f"TEA-AB12,0,50,{ENDS}", "worth = '0': write an amount above 0"),
            (f"TEA-AB12,-5,50,{ENDS}", "worth = '-5'"),
            (f"TEA-AB12,5.001,50,{ENDS}", "worth = '5.001': EUR has 2 digits"),
            (f"TEA-AB12,5,,{ENDS}", "from = ''"),
            ("TEA-AB12,5,50,2027-01-31", "ends = '2027-01-31': write a moment with its zone"),
            ("TEA-AB12,5,50,soon", "ends = 'soon'"),
            ("TEA-AB12,5,50", "ends = ''"),
        ],
    )
    def test_a_bad_row_is_named_and_the_others_stay(self, tmp_path: Path, row: str, told: str) -> None:
        """With file, line, column, value and cure."""
        path = wrote(tmp_path / "codes.csv", f"{HEAD}{row}\nTEA-GOOD,5,50,{ENDS}\n")

        found = read_codes(path, "EUR")

        assert list(found.codes) == ["TEA-GOOD"]
        assert found.problems[0].startswith(f"{path}: line 2: ")
        assert told in found.problems[0]

    def test_twice_the_same_code_is_one(self, tmp_path: Path) -> None:
        """The first row holds, so that nobody is told two things of one code."""
        path = wrote(tmp_path / "codes.csv", f"{HEAD}TEA-AB12,5,50,{ENDS}\nTEA-AB12,9,90,{ENDS}\n")

        found = read_codes(path, "EUR")

        assert found.codes["TEA-AB12"].worth == 500
        assert "is there already" in found.problems[0]

    @pytest.mark.parametrize("text", ["", "code;worth;from;ends\n", "sku,price\n"])
    def test_a_file_without_its_columns_is_refused(self, tmp_path: Path, text: str) -> None:
        """And told what its first line has to be."""
        path = wrote(tmp_path / "codes.csv", text)

        with pytest.raises(SettingsError, match="code,worth,from,ends"):
            read_codes(path, "EUR")

    def test_a_file_that_is_not_there_names_the_command(self, tmp_path: Path) -> None:
        """Whoever has none is told how to make one."""
        with pytest.raises(SettingsError, match="tarry codes"):
            read_codes(tmp_path / "codes.csv", "EUR")

    @given(data=st.binary(max_size=200))
    def test_no_bytes_are_too_odd(self, tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
        """Any bytes behind a good head give codes and reasons, or one clear refusal."""
        path = tmp_path_factory.getbasetemp() / "odd.csv"
        path.write_bytes(HEAD.encode() + data)
        try:
            assert all(code.worth > 0 for code in read_codes(path, "EUR").codes.values())
        except SettingsError as exc:
            told = str(exc)
            assert str(path) in told
