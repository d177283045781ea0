"""The beacon: events of a page that is leaving or has no socket, under the same numbers as on the socket."""

import asyncio

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from tarry.core.acts import Act, Answer, Applied, Attach, Attached, Batch
from tarry.core.origin import is_origin
from tarry.core.wire import BEACON_MAX_BYTES, Beacon, decode_beacon
from tarry.errors import FrameError, StoreError, TarryError
from tarry.http.crawlers import caller_of, neighbour_of
from tarry.live.admission import Guest, RefusedError, admit
from tarry.live.commits import ErasedError, OverloadedError
from tarry.live.desk import Desk
from tarry.live.intake import acts_of
from tarry.live.limits import SHEDDING

BODY_S = 10.0
"""How long a beacon's body may take to come, in seconds."""


async def beacon_endpoint(request: Request, desk: Desk) -> Response:
    """Take one beacon: 204, or 200 with the acknowledgement when the page asked for it."""
    origin = request.headers.get("origin")
    if origin is None or len(request.headers.getlist("origin")) != 1 or not is_origin(origin):
        return _refused(desk, "origin", 403)
    response = await _answer(request, desk, origin)
    # A page of another origin may read what became of its events, refusals too; there is nothing else to read.
    response.headers["Access-Control-Allow-Origin"] = origin
    response.headers["Access-Control-Expose-Headers"] = "Retry-After"
    response.headers["Vary"] = "Origin"
    response.headers["Cache-Control"] = "no-store"
    return response


async def _answer(request: Request, desk: Desk, origin: str) -> Response:
    if desk.door.closing or desk.door.level >= SHEDDING:
        return _later(desk)
    if not desk.crowd.in_time(neighbour_of(request, desk.proxies), desk.mono_ms()):
        return _refused(desk, "address_pace", 429, {"Retry-After": str(desk.retry_s())})
    try:
        async with asyncio.timeout(BODY_S):
            body = await _body(request)
    except TimeoutError:
        # The rest of the body would be read as the next request.
        return _refused(desk, "slow", 408, {"Connection": "close"})
    if body is None:
        return _refused(desk, "too_big", 413)
    now = desk.clock.now_ms()
    try:
        beacon = decode_beacon(body)
    except FrameError:
        return _refused(desk, "bad", 400)
    try:
        caller = caller_of(request.headers)
        guest = admit(beacon, origin=origin, sites=desk.sites, keys=desk.keys, at_ms=now, caller=caller)
    except RefusedError as exc:
        desk.arrivals.refuse(beacon.key, origin, exc, now)
        return _refused(desk, exc.code.name.lower(), 403)
    desk.arrivals.beacon(guest.site.key, now)
    try:
        return await _take(desk, guest, beacon, len(body))
    except ErasedError:
        return _refused(desk, "erased", 410)
    except (OverloadedError, StoreError):
        return _later(desk)


def _refused(desk: Desk, why: str, status: int, headers: dict[str, str] | None = None) -> Response:
    """Turn a beacon away and count why."""
    desk.counters.beacons_refused[why] += 1
    return Response(status_code=status, headers=headers)


def _later(desk: Desk) -> Response:
    return _refused(desk, "load", 503, {"Retry-After": str(desk.retry_s())})


async def _take(desk: Desk, guest: Guest, beacon: Beacon, size: int) -> Response:
    now = desk.clock.now_ms()
    wait_s = desk.paces.wait_s(guest.site.key, guest.stream, len(beacon.e), desk.mono_ms())
    if wait_s > 0:
        return _refused(desk, "rate", 429, {"Retry-After": str(wait_s)})
    desk.counters.beacons += 1
    hi = await _keep(desk, guest, beacon, now, size)
    if not beacon.r:
        return Response(status_code=204)
    token = desk.keys.sign(guest.site.key, guest.vid, guest.consent, at_ms=now)
    answer = orjson.dumps({"ack": hi, "ep": desk.epoch, "tok": token})
    return Response(answer, media_type="application/json")


async def _keep(desk: Desk, guest: Guest, beacon: Beacon, now: int, size: int) -> int:
    """Commit a beacon's events and return ``hi`` of its stream."""
    acts = [*acts_of(guest, beacon, at_ms=now, size=size), Attach(guest.stream, 0, 0, now)]
    desk.counters.received += len(beacon.e)
    answers = await asyncio.gather(*[_ask(desk, guest, act) for act in acts], return_exceptions=True)
    last: Answer | None = None
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
        last = answer
    return last.hi if isinstance(last, Attached) else 0


async def _ask(desk: Desk, guest: Guest, act: Act) -> Answer | None:
    """Hand in one act and wait; its events are counted, whatever becomes of them."""
    count = len(act.items) if isinstance(act, Batch) else 0
    try:
        answer = await desk.commits.submit(guest.key, act)
    except TarryError:
        desk.counters.refused += count
        raise
    if isinstance(answer, Applied):
        desk.heed(guest.key, answer, count)
    return answer


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
