"""The snippet's files: the current one for five minutes, numbered ones and parts for ever."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec
from starlette.requests import Request
from starlette.responses import Response

FOLDER = Path(__file__).parent.parent / "snippet"
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
    """The built files in memory, by name."""

    version: str
    files: dict[str, bytes]

    @classmethod
    def load(cls) -> "SnippetFiles":
        """Read the files that came with this package."""
        manifest = msgspec.json.decode((FOLDER / "manifest.json").read_bytes(), type=Manifest)
        return cls(manifest.version, {name: (FOLDER / name).read_bytes() for name in manifest.outputs})

    def serve(self, request: Request) -> Response:
        """Answer for one file: the current snippet, a numbered one, or a part."""
        name = request.path_params["name"]
        version = request.path_params.get("version")
        data = self.files.get(name)
        if data is None or (version is not None and version != self.version):
            return Response("no such file\n", 404)
        mutable = name == "tarry.js" and version is None
        tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
        headers = {
            "Cache-Control": CURRENT if mutable else FOR_EVER,
            "ETag": tag,
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "X-Content-Type-Options": "nosniff",
        }
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(data, media_type="text/javascript", headers=headers)
