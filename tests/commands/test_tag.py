"""``tarry tag``: what it prints can be pasted as it stands, and comes from the file alone."""

import hashlib
import json
from base64 import b64encode
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from tarry.cli import cli
from tarry.core.identity import DEBUG_LIFE_MS
from tarry.errors import SettingsError
from tarry.http.snippet import SnippetFiles
from tarry.live.clock import SystemClock
from tarry.stores.keyfile import load_keys

FILE = """
[[site]]
key = "pk_one"
name = "One"
origins = ["https://one.example"]
address = "https://tarry.example"

[[site]]
key = "pk_two"
origins = ["https://two.example"]
address = "https://two.example/w"
consent_default = "none"
"""


def tag(folder: Path, *args: str, text: str = FILE) -> Result:
    """Run `tarry tag` over a file."""
    (folder / "tarry.toml").write_text(text)
    return CliRunner().invoke(cli, ("tag", "--config", str(folder / "tarry.toml"), *args))


def told(done: Result) -> list[dict[str, str]]:
    """Return what it printed as JSON."""
    return [json.loads(line) for line in done.output.splitlines()]


class TestTag:
    def test_every_site_has_its_own(self, tmp_path: Path) -> None:
        """Key, address, folder and what holds before consent are the site's."""
        tags = [line["tag"] for line in told(tag(tmp_path, "--json"))]

        assert tags == [
            '<script async src="https://tarry.example/t/tarry.js" data-site="pk_one"></script>',
            '<script async src="https://two.example/w/tarry.js" data-site="pk_two" data-consent="none"></script>',
        ]

    def test_people_get_tag_queue_line_and_policy(self, tmp_path: Path) -> None:
        """Each on a line of its own, to be copied."""
        done = tag(tmp_path, "--site", "pk_one")

        (line,) = told(tag(tmp_path, "--site", "pk_one", "--json"))
        printed = [text.strip() for text in done.output.splitlines()]
        assert done.exit_code == 0
        assert {line["tag"], line["queue"], line["csp"]} <= set(printed)
        assert "pk_two" not in done.output

    def test_without_an_address_the_cure_is_named(self, tmp_path: Path) -> None:
        """The line to add."""
        done = tag(tmp_path, text='[[site]]\nkey = "pk_a"\norigins = ["https://a.example"]\n')

        assert isinstance(done.exception, SettingsError)
        assert 'add where pages reach this server, such as address = "https://' in str(done.exception)

    @pytest.mark.parametrize(
        "address", ["tarry.example", "ftp://tarry.example", "https://tarry.example/?a", "https://a b"]
    )
    def test_an_address_that_is_none_is_refused(self, tmp_path: Path, address: str) -> None:
        """By name, with what came."""
        done = tag(tmp_path, text=f'[[site]]\nkey = "pk_a"\norigins = ["https://a.example"]\naddress = "{address}"\n')

        assert isinstance(done.exception, SettingsError)
        assert repr(address) in str(done.exception)

    def test_a_key_nobody_has(self, tmp_path: Path) -> None:
        """Those there are, are named."""
        done = tag(tmp_path, "--site", "pk_none")

        assert isinstance(done.exception, SettingsError)
        assert "pk_one, pk_two" in str(done.exception)


class TestPin:
    def test_the_hash_is_that_of_the_served_file(self, tmp_path: Path) -> None:
        """Of this version's own file, under its versioned address."""
        files = SnippetFiles.load()
        served = files.find("tarry.js", files.version)
        assert served is not None

        (line,) = told(tag(tmp_path, "--site", "pk_one", "--pin", "--json"))

        assert line["src"] == f"https://tarry.example/t/{files.version}/tarry.js"
        assert line["integrity"] == f"sha384-{b64encode(hashlib.sha384(served).digest()).decode()}"
        assert f'integrity="{line["integrity"]}" crossorigin="anonymous"' in line["tag"]


class TestDebug:
    def test_the_link_is_signed_by_the_servers_key_for_an_hour(self, tmp_path: Path) -> None:
        """It opens this site and no other."""
        keys = load_keys(tmp_path / "data")

        (line,) = told(tag(tmp_path, "--site", "pk_one", "--debug", "--data", str(tmp_path / "data"), "--json"))

        token = parse_qs(urlsplit(line["debug"]).query)["tarry"][0].removeprefix("debug=")
        now = SystemClock().now_ms()
        assert line["debug"].startswith("https://one.example/?tarry=debug=")
        assert keys.allows_debug("pk_one", token, at_ms=now)
        assert not keys.allows_debug("pk_one", token, at_ms=now + DEBUG_LIFE_MS)
        assert not keys.allows_debug("pk_two", token, at_ms=now)

    def test_without_the_servers_keys_nothing_is_signed(self, tmp_path: Path) -> None:
        """And none are made: a link signed by another key would open nothing."""
        done = tag(tmp_path, "--debug", "--data", str(tmp_path / "data"))

        assert isinstance(done.exception, SettingsError)
        assert "--data DIR" in str(done.exception)
        assert not (tmp_path / "data").exists()
