"""Health: alive, and ready to keep what it is given."""

import orjson
from starlette.responses import Response

from tarry.errors import StoreError
from tarry.stores.base import Store


async def healthz() -> Response:
    """Answer that the process is alive."""
    return Response(b'{"status":"ok"}', media_type="application/json")


async def readyz(store: Store, pages: int) -> Response:
    """Answer whether the store takes writes, what it is, and how many pages are connected."""
    try:
        found = await store.check()
    except StoreError as exc:
        return Response(orjson.dumps({"status": "not ready", "why": str(exc)}), 503, media_type="application/json")
    return Response(orjson.dumps({"status": "ready", "pages": pages, **found}), media_type="application/json")
