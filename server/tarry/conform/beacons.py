"""Cases of the beacon: each status, and that it counts together with the socket."""

import msgspec
import orjson

from tarry.conform.case import FailedError, cases_of, holds, must
from tarry.conform.reach import Frame, Reply, Target, post
from tarry.conform.spoken import Taken
from tarry.conform.streams import note
from tarry.conform.tab import Tab, tabs

BEACON_MAX_BYTES = 48 * 1024
"""As the wire has it; not taken from the server's code, which is what is tried here."""


async def without_a_question_204(target: Target) -> None:
    """A beacon is answered 204 with no body and no cookie."""
    reply = await _sent(Tab(target), note("one"))
    must("the status", 204, reply.status)
    must("the body", b"", reply.body)
    holds("no Set-Cookie", "set-cookie" not in reply.headers)


async def with_a_question_200(target: Target) -> None:
    """With r the answer is 200: the highest number kept, the epoch and a token, for this origin alone."""
    reply = await _sent(Tab(target), note("one"), note("two"), r=1)
    must("the status", 200, reply.status)
    must("ack", 2, _taken(reply).ack)
    must("who may read it", target.origin, reply.headers.get("access-control-allow-origin"))
    holds("no credentials", "access-control-allow-credentials" not in reply.headers)


def _taken(reply: Reply) -> Taken:
    """Read the body of an answer that was asked for.

    Raises:
        FailedError: it is not what the wire says.

    """
    try:
        return msgspec.json.decode(reply.body, type=Taken)
    except msgspec.DecodeError as exc:
        raise FailedError(f"the answer to a beacon: {exc}") from exc


async def it_shares_numbers_with_the_socket(target: Target) -> None:
    """What a beacon brought is known to the socket of the same document, and the other way round."""
    tab = Tab(target)
    await _sent(tab, note("one"), r=1)
    must("hi on the socket", 1, (await tab.open(acked=1))["hi"])
    tab.last = 1
    await tab.tell(note("two"))
    reply = await _sent(tab, note("one"), note("two"), note("three"), r=1)
    must("ack after the socket", 3, _taken(reply).ack)
    await tab.events(note("four"), s=4)
    must("hi on the socket after the beacon", 4, (await tab.acked(4))["hi"])
    await tab.leave()


async def it_is_the_same_visitor(target: Target) -> None:
    """A beacon before any welcome, and the token of its answer, are the visitor's own."""
    tab = Tab(target)
    token = _taken(await _sent(tab, note("one"), r=1)).tok
    await tab.open(acked=1)
    other = Tab(target, tok=token)
    await other.open()
    must("the ref of a document with the beacon's token", tab.ref, other.ref)
    await tab.leave()
    await other.leave()


async def it_supersedes_nobody(target: Target) -> None:
    """The socket of its document stays open."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        await _sent(tab, note("two"), s=2, r=1)
        await tab.sound()


async def told_twice_is_kept_once(target: Target) -> None:
    """The same beacon again is acknowledged again, and moves nothing."""
    tab = Tab(target)
    for _ in range(2):
        must("ack", 2, orjson.loads((await _sent(tab, note("one"), note("two"), r=1)).body)["ack"])


async def a_gap_is_not_jumped(target: Target) -> None:
    """Events beyond the next number are not taken, unless the loss between is stated with them."""
    tab = Tab(target)
    must("ack over a gap", 0, orjson.loads((await _sent(tab, note("three"), s=3, r=1)).body)["ack"])
    lost = [{"from": 1, "to": 2, "why": "overflow"}]
    must("ack with the loss", 3, orjson.loads((await _sent(tab, note("three"), s=3, r=1, skip=lost)).body)["ack"])


async def a_bad_event_is_set_aside_alone(target: Target) -> None:
    """A bad event among good ones does not stop the others."""
    bad = {"n": "no_such_event", "dt": 0, "v": 1, "d": {}}
    reply = await _sent(Tab(target), note("one"), bad, note("three"), r=1)
    must("ack", 3, _taken(reply).ack)


async def no_shape_is_400(target: Target) -> None:
    """What is no beacon is answered 400."""
    for body in (b"", b"{", b"null", b"[]", b"\xff", b"{}"):
        must(f"the status for {body!r}", 400, (await post(target, body)).status)
    changes: tuple[Frame, ...] = ({"v": 2}, {"s": -1}, {"e": {}}, {"e": [0] * 257}, {"sid": "short"}, {"skip": 1})
    for changed in changes:
        reply = await post(target, orjson.dumps(Tab(target).greeting(**changed)))
        must(f"the status for {str(changed)[:40]}", 400, reply.status)


async def strangers_are_403(target: Target) -> None:
    """Without Origin or with another's, for no site, with a forged token, without consent: 403."""
    tab = Tab(target)
    body = orjson.dumps(tab.greeting())
    must("the status without Origin", 403, (await post(target, body, bare=True)).status)
    for origin in ("null", "https://elsewhere.invalid"):
        must(f"the status for Origin {origin}", 403, (await post(target, body, origin=origin)).status)
    consent = {"state": "none", "src": "call", "at": 0}
    for changed in ({"key": "pk_of_nobody_at_all"}, {"tok": "v1.k1.forged"}, {"consent": consent}):
        reply = await post(target, orjson.dumps(tab.greeting(**changed)))
        must(f"the status for {changed}", 403, reply.status)


async def too_large_is_413(target: Target) -> None:
    """Exactly 48 KiB are read, one byte more is 413."""
    body = orjson.dumps(Tab(target).greeting())
    fits = body[:-1] + b" " * (BEACON_MAX_BYTES - len(body)) + b"}"
    must("the status of 48 KiB", 204, (await post(target, fits)).status)
    must("the status of one more", 413, (await post(target, fits + b" ")).status)


async def the_erased_are_410(target: Target) -> None:
    """A visitor who was erased is answered 410."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        await tab.say("consent", state="none", src="erase", at=0, erase=True)
        must("the close code", 4010, await tab.closed())
        must("the status", 410, (await _sent(tab, note("two"), s=2, r=1)).status)


async def _sent(tab: Tab, *events: Frame, **changed: object) -> Reply:
    body = {**tab.greeting(), "s": 1, "e": list(events), **changed}
    tab.target.witness("beacon", body)
    return await post(tab.target, orjson.dumps(body))


CASES = cases_of(
    "beacon",
    (
        without_a_question_204,
        with_a_question_200,
        it_shares_numbers_with_the_socket,
        it_is_the_same_visitor,
        it_supersedes_nobody,
        told_twice_is_kept_once,
        a_gap_is_not_jumped,
        a_bad_event_is_set_aside_alone,
        no_shape_is_400,
        strangers_are_403,
        too_large_is_413,
        the_erased_are_410,
    ),
)
