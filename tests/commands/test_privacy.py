"""``tarry privacy``: the text says what the settings do."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fakes.running import shop_toml

from tarry.commands.privacy import WITHOUT, privacy


class TestPrivacy:
    @pytest.mark.parametrize("state", sorted(WITHOUT))
    def test_it_says_what_the_settings_do(self, tmp_path: Path, state: str) -> None:
        """Default, times, search terms and the model's host are those of the file; nothing is left to fill in."""
        config = tmp_path / "tarry.toml"
        more = (
            '[retention]\nlog_days = 12\nanonymous_days = 1\n[model]\nname = "m"\nbase_url = "https://words.test/v1"\n'
        )
        config.write_text(shop_toml(site=f'consent_default = "{state}"\nsearch_terms = true', more=more))

        told = CliRunner().invoke(privacy, ["--config", str(config)]).stdout

        assert told.startswith("Help while you shop at Test shop\n")
        assert WITHOUT[state].partition("{")[0] in told
        assert ("after 1 day." in told) == (state == "anonymous")
        for part in ("12 days", "180 days", "7 days", "what you searched for", "words.test", "Global Privacy Control"):
            assert part in told
        assert "{" not in told

    def test_no_model_and_no_memory(self, tmp_path: Path) -> None:
        """Where nothing is passed on and nobody is recognised the text says so, and promises nothing it need not."""
        config = tmp_path / "tarry.toml"
        config.write_text(shop_toml(site='consent_ceiling = "anonymous"'))

        told = CliRunner().invoke(privacy, ["--config", str(config)]).stdout

        assert "nothing is passed on" in told
        assert "random number" not in told

    def test_an_unknown_site(self, tmp_path: Path) -> None:
        """A key that is not there is told, with the file."""
        config = tmp_path / "tarry.toml"
        config.write_text(shop_toml())

        answer = CliRunner().invoke(privacy, ["--config", str(config), "--site", "pk_nope"])

        assert answer.exit_code == 1
        assert "pk_nope" in answer.stderr
