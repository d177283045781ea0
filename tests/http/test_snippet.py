"""The snippet's files: every version that was ever served still is."""

import gzip
import json
from pathlib import Path

import brotli
import pytest
from starlette.requests import Request
from starlette.responses import Response

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


def answered(files: SnippetFiles, name: str, *headers: tuple[str, str]) -> Response:
    """Return a whole answer."""
    raw = [(key.encode(), value.encode()) for key, value in headers]
    return files.serve(Request({"type": "http", "path_params": {"name": name}, "headers": raw}))


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


class TestPacked:
    @pytest.mark.parametrize(
        ("accepted", "coding"),
        [
            ("gzip, deflate, br, zstd", "br"),
            ("br;q=0.9, gzip", "br"),
            ("gzip, deflate", "gzip"),
            ("GZIP ; q=1", "gzip"),
            ("br;q=0, gzip", "gzip"),
            ("br; q=0.0, gzip;q=0", ""),
            ("identity", ""),
            ("", ""),
        ],
    )
    def test_it_comes_in_the_smallest_form_the_browser_takes(self, accepted: str, coding: str) -> None:
        """Brotli as the build packed it, gzip where that is all, and as it is where neither may be."""
        files = SnippetFiles.load()
        answer = answered(files, "tarry.js", ("accept-encoding", accepted))
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding]

        assert answer.headers.get("content-encoding", "") == coding
        assert answer.headers["vary"] == "Accept-Encoding"
        assert unpack(bytes(answer.body)) == files.files["tarry.js"]

    def test_the_core_comes_in_seven_thousand_bytes(self) -> None:
        """What the build weighed is what goes over the wire."""
        answer = answered(SnippetFiles.load(), "tarry.js", ("accept-encoding", "br"))

        assert int(answer.headers["content-length"]) == len(answer.body) <= 7_000

    def test_each_form_has_a_tag_of_its_own(self) -> None:
        """A browser that has one form is not told that another one has not changed."""
        files = SnippetFiles.load()
        tags = {
            coding: answered(files, "tarry.js", ("accept-encoding", coding)).headers["etag"]
            for coding in ("br", "gzip", "identity")
        }
        again = answered(files, "tarry.js", ("accept-encoding", "br"), ("if-none-match", tags["br"]))
        other = answered(files, "tarry.js", ("accept-encoding", "br"), ("if-none-match", tags["gzip"]))

        assert len(set(tags.values())) == 3
        assert (again.status_code, other.status_code) == (304, 200)

    def test_what_an_earlier_build_did_not_pack_comes_as_gzip(self, files: SnippetFiles) -> None:
        """Old files are packed when they are first asked for."""
        answer = answered(files, "show-a1.js", ("accept-encoding", "br, gzip"))

        assert (answer.headers["content-encoding"], gzip.decompress(bytes(answer.body))) == ("gzip", b"part of one")
