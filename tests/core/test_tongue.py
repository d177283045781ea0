"""Languages by their tags."""

import pytest

from tarry.core.tongue import family, is_right_to_left, is_spoken


class TestFamily:
    def test_a_region_is_of_its_language(self) -> None:
        """From the narrowest to the widest, whatever the case and the dash."""
        assert list(family("zh-Hant_TW")) == ["zh-hant-tw", "zh-hant", "zh"]

    @pytest.mark.parametrize(
        ("tag", "spoken"), [("fr-CA", True), ("FR", True), ("frr", False), ("pt", False), ("", False)]
    )
    def test_no_language_speaks_for_another(self, tag: str, spoken: bool) -> None:
        """French is spoken in Canada; North Frisian only begins like it."""
        assert is_spoken(tag, {"fr", "en"}) is spoken

    @pytest.mark.parametrize(
        ("tag", "mirrored"), [("ar", True), ("ar-EG", True), ("he", True), ("arn", False), ("en", False)]
    )
    def test_some_are_written_from_right_to_left(self, tag: str, mirrored: bool) -> None:
        """Arabic is, Mapudungun is not."""
        assert is_right_to_left(tag) is mirrored
