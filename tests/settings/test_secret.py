"""S18: secrets come from where they are named, stay inside, and are refused when they could be guessed."""

import secrets
from pathlib import Path

import pytest
from tests.fakes.running import shop_toml, tarry

from tarry.errors import SettingsError
from tarry.secret import Secret, check_token, secret
from tarry.settings import check_secrets, load_settings


class TestSecret:
    def test_a_file_beside_the_configuration(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A named file wins over the environment, and loses the white space around it."""
        (tmp_path / "key").write_text(" s3cret\n")
        monkeypatch.setenv("TARRY_TEST_KEY", "from the environment")

        assert secret("TARRY_TEST_KEY", "key", base=tmp_path).reveal() == "s3cret"
        assert secret("TARRY_TEST_KEY", "", base=tmp_path).reveal() == "from the environment"

    def test_none_is_empty(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where neither is set there is no secret."""
        monkeypatch.delenv("TARRY_TEST_KEY", raising=False)

        assert not secret("TARRY_TEST_KEY", "", base=tmp_path)
        assert not secret("", "", base=tmp_path)

    def test_a_named_file_must_be_there(self, tmp_path: Path) -> None:
        """A secret that was promised and cannot be read is told by path."""
        with pytest.raises(SettingsError, match=r"gone: the secret cannot be read"):
            secret("", "gone", base=tmp_path)

    def test_s18_no_way_of_writing_it_shows_it(self) -> None:
        """Printed, formatted, put into a list or an error, it is hidden; only asking for it tells."""
        told = Secret("canary-5f2b9e77")

        assert told.reveal() == "canary-5f2b9e77"
        assert "canary" not in f"{told} {told!r} {[told]} {ValueError(told)}"


class TestToken:
    @pytest.mark.parametrize("text", ["changeme", "0123456789abcde", "a" * 40, "my-secret-for-the-console", "x"])
    def test_s18_one_that_could_be_guessed_is_refused(self, text: str) -> None:
        """Short ones, those with hardly a letter, and those that many have are told with the cure."""
        with pytest.raises(SettingsError, match="at least 16 random characters"):
            check_token(Secret(text))

    def test_a_random_one_will_do(self) -> None:
        """What the cure prints is taken; so is having none, where only this machine may look."""
        for _ in range(200):
            check_token(Secret(secrets.token_urlsafe(32)))
        check_token(Secret(secrets.token_hex(16)))
        check_token(Secret(""))

    def test_the_server_does_not_start_with_it(self, tmp_path: Path) -> None:
        """`tarry serve` ends with the cure, and without the token."""
        (tmp_path / "token").write_text("canary1")
        config = tmp_path / "tarry.toml"
        config.write_text('console_token_file = "token"\n' + shop_toml())

        answer = tarry("serve", "--config", str(config), "--data", str(tmp_path / "data"), "--port", "0")

        assert answer.returncode == 1
        assert "token_urlsafe" in answer.stderr
        assert "canary1" not in answer.stdout + answer.stderr


class TestSigning:
    @pytest.mark.parametrize(
        ("text", "why"), [("", "is empty"), ("changeme", "short or easy"), ("shared-secret-of-ours", "short or easy")]
    )
    def test_s18_what_a_shop_signs_with_must_be_hard_to_guess(self, tmp_path: Path, text: str, why: str) -> None:
        """An empty, short or usual one is refused, by site and key and without a word of it."""
        (tmp_path / "signing").write_text(text)
        config = tmp_path / "tarry.toml"
        config.write_text(shop_toml(site='identify_file = "signing"'))

        with pytest.raises(SettingsError, match=rf"site pk_test: identify_file.*{why}") as refused:
            check_secrets(load_settings(config), config)

        assert not text or text not in str(refused.value)
