"""The beacon: events of a page that is leaving or has no socket, under the same numbers as on the socket."""

import asyncio

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from tarry.core.acts import Answer, Applied, Attach, Attached
from tarry.core.wire import BEACON_MAX_BYTES, Beacon, decode_beacon
from tarry.errors import FrameError, StoreError
from tarry.live.admission import Guest, RefusedError, admit, well_formed
from tarry.live.commits import ErasedError, OverloadedError
from tarry.live.intake import acts_of
from tarry.live.peer import Desk


async def beacon_endpoint(request: Request, desk: Desk) -> Response:
    """Take one beacon: 204, or 200 with the acknowledgement when the page asked for it."""
    origin = request.headers.get("origin")
    if origin is None or not well_formed(origin):
        return Response(status_code=403)
    body = await _body(request)
    if body is None:
        return Response(status_code=413)
    try:
        return await _take(desk, body, origin)
    except FrameError:
        return Response(status_code=400)
    except RefusedError:
        return Response(status_code=403)
    except ErasedError:
        return Response(status_code=410)
    except (OverloadedError, StoreError):
        return Response(status_code=503, headers={"Retry-After": "5"})


async def _take(desk: Desk, body: bytes, origin: str) -> Response:
    now = desk.clock.now_ms()
    beacon = decode_beacon(body)
    guest = admit(beacon, origin=origin, sites=desk.sites, keys=desk.keys, at_ms=now)
    hi = await _keep(desk, guest, beacon, now)
    if not beacon.r:
        return Response(status_code=204)
    token = desk.keys.sign(guest.site.key, guest.vid, guest.consent, at_ms=now)
    answer = orjson.dumps({"ack": hi, "ep": desk.epoch, "tok": token})
    headers = {"Access-Control-Allow-Origin": origin, "Vary": "Origin", "Cache-Control": "no-store"}
    return Response(answer, media_type="application/json", headers=headers)


async def _keep(desk: Desk, guest: Guest, beacon: Beacon, now: int) -> int:
    """Commit a beacon's events and return ``hi`` of its stream."""
    acts = [*acts_of(guest, beacon, at_ms=now), Attach(guest.stream, 0, 0, now)]
    answers: list[Answer | None] = await asyncio.gather(*[desk.commits.submit(guest.key, act) for act in acts])
    for answer in answers:
        if isinstance(answer, Applied):
            for push_id in answer.withdrawn:
                desk.hub.cancel(guest.key, push_id)
            for decision, visitor in answer.speak:
                desk.pipeline.speak(guest.key, decision, visitor)
    last = answers[-1]
    return last.hi if isinstance(last, Attached) else 0


async def _body(request: Request) -> bytes | None:
    """Read a body up to its limit; ``None`` when there is more."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > BEACON_MAX_BYTES:
                return None
    except ClientDisconnect:
        return b""
    return bytes(body)
