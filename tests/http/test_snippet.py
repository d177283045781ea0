"""The snippet's files: every version that was ever served still is."""

import json
from pathlib import Path

import pytest
from starlette.requests import Request

from tarry.http.snippet import CURRENT, FOR_EVER, SnippetFiles


@pytest.fixture
def files(tmp_path: Path) -> SnippetFiles:
    """Return what a server of the third version has to serve, two earlier ones beside it."""
    now = {"tarry.js": "three", "show-c3.js": "part of three", "prompt-ab.js": "part of two and three"}
    (tmp_path / "manifest.json").write_text(
        json.dumps({"version": "0.3.0", "outputs": {name: {"sha256": "", "bytes": 1} for name in now}})
    )
    kept = {
        "0.1.0": {"tarry.js": "one", "show-a1.js": "part of one"},
        "0.2.0": {"tarry.js": "two", "prompt-ab.js": "part of two and three", "notes.txt": "not served"},
    }
    for folder, told in ((tmp_path, now), *((tmp_path / version, told) for version, told in kept.items())):
        folder.mkdir(exist_ok=True)
        for name, text in told.items():
            (folder / name).write_text(text)
    return SnippetFiles.load(tmp_path)


def served(files: SnippetFiles, name: str, version: str | None = None) -> tuple[int, bytes, str]:
    """Return status, body and caching of one answer."""
    params = {"name": name} | ({"version": version} if version else {})
    answer = files.serve(Request({"type": "http", "path_params": params, "headers": []}))
    return answer.status_code, bytes(answer.body), answer.headers.get("cache-control", "")


@pytest.mark.parametrize(("version", "text"), [("0.1.0", b"one"), ("0.2.0", b"two"), ("0.3.0", b"three")])
def test_a_pinned_version_stays(files: SnippetFiles, version: str, text: bytes) -> None:
    """A shop that named a version in its tag gets that version, for ever."""
    assert served(files, "tarry.js", version) == (200, text, FOR_EVER)


def test_the_current_one_is_the_newest(files: SnippetFiles) -> None:
    """Without a version it is today's, for five minutes."""
    assert served(files, "tarry.js") == (200, b"three", CURRENT)


@pytest.mark.parametrize(
    ("name", "text"),
    [("show-a1.js", b"part of one"), ("show-c3.js", b"part of three"), ("prompt-ab.js", b"part of two and three")],
)
def test_a_page_that_is_still_open_finds_its_parts(files: SnippetFiles, name: str, text: bytes) -> None:
    """The server may have been updated since the page loaded; the part it asks for late is there."""
    assert served(files, name) == (200, text, FOR_EVER)


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("tarry.js", "0.4.0"),
        ("show-a1.js", "0.2.0"),
        ("notes.txt", "0.2.0"),
        ("notes.txt", None),
        ("manifest.json", None),
    ],
)
def test_nothing_else_is_there(files: SnippetFiles, name: str, version: str | None) -> None:
    """Versions that never were, another version's parts, and files that are no scripts are not found."""
    assert served(files, name, version)[0] == 404
