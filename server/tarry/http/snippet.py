"""The snippet's files: the current one for five minutes, numbered ones and parts for ever.

A shop may have pinned any version, and a cached page may ask late for a part of one. So every release leaves its built
files in a folder of its version beside the current ones, and all of them go on being served.
"""

import gzip
import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import msgspec
from starlette.requests import Request
from starlette.responses import Response

FOLDER = Path(__file__).parent.parent / "snippet"
ENTRY = "tarry.js"
"""What pages name in their script tag; it loads the parts."""
CURRENT = "public, max-age=300"
FOR_EVER = "public, max-age=31536000, immutable"


class Built(msgspec.Struct, frozen=True):
    """One built file as the manifest tells of it."""

    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What the build wrote down: its version and its files."""

    version: str
    outputs: dict[str, Built]


@dataclass(frozen=True, slots=True)
class SnippetFiles:
    """The built files in memory, by name; ``kept`` holds those of earlier versions, by version.

    ``brotli`` holds what the build packed, by the bytes that were packed.
    """

    version: str
    files: dict[str, bytes]
    kept: dict[str, dict[str, bytes]]
    brotli: dict[bytes, bytes] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path = FOLDER) -> "SnippetFiles":
        """Read the files that came with this package."""
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
        files = {name: (folder / name).read_bytes() for name in manifest.outputs}
        kept = {
            old.name: {path.name: path.read_bytes() for path in sorted(old.glob("*.js"))}
            for old in sorted(folder.iterdir())
            if old.is_dir() and old.name != manifest.version
        }
        packed = {path.with_suffix("").read_bytes(): path.read_bytes() for path in folder.rglob("*.js.br")}
        return cls(manifest.version, files, kept, packed)

    def find(self, name: str, version: str | None = None) -> bytes | None:
        """Return a file of a version, or of the current one; a part is found by its name alone, which is unique."""
        if version is not None:
            return (self.files if version == self.version else self.kept.get(version, {})).get(name)
        if name in self.files or name == ENTRY:
            return self.files.get(name)
        return next((files[name] for files in self.kept.values() if name in files), None)

    def serve(self, request: Request) -> Response:
        """Answer for one file: the current snippet, a numbered one, or a part."""
        name = request.path_params["name"]
        version = request.path_params.get("version")
        data = self.find(name, version)
        if data is None:
            return Response("no such file\n", 404)
        mutable = name == ENTRY and version is None
        coding, body = self._coded(data, request.headers.get("accept-encoding", ""))
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {
            "Cache-Control": CURRENT if mutable else FOR_EVER,
            "ETag": tag,
            "Vary": "Accept-Encoding",
            **({"Content-Encoding": coding} if coding else {}),
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "X-Content-Type-Options": "nosniff",
        }
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="text/javascript", headers=headers)

    def _coded(self, data: bytes, accepted: str) -> tuple[str, bytes]:
        """Return the smallest form of a file that the browser takes, and the name of its coding, empty for none."""
        takes = {
            name.strip().lower()
            for name, _, quality in (one.partition(";") for one in accepted.split(","))
            if quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
        }
        if "br" in takes and data in self.brotli:
            return "br", self.brotli[data]
        return ("gzip", _gzipped(data)) if "gzip" in takes else ("", data)


@lru_cache(maxsize=512)
def _gzipped(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)
