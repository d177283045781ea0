"""Cases of single frames: what cannot be read, what is too large, heartbeats, farewells, and bad events."""

from tarry.conform.case import cases_of, holds, must
from tarry.conform.reach import Frame, Target
from tarry.conform.streams import note
from tarry.conform.tab import Tab, tabs

FRAME_MAX_BYTES = 32 * 1024


async def unreadable_is_1008(target: Target) -> None:
    """What is no frame of the protocol is closed 1008: broken JSON, an unknown type, a listed key out of shape."""
    for text in (
        *(b"{", b"", b"null", b"[1]", b'{"t":"nope"}', b'{"n":1}', b'{"t":"ev","s":1}', b'{"t":"claim","id":7}'),
        *(b'{"t":"ev","s":"1","mono":1,"e":[]}', b'{"t":"ev","s":0,"mono":1,"e":[]}', b'{"t":"hb"}'),
        *(b'{"t":"skip","from":1,"to":2,"why":"mood"}', b'{"t":"pa","id":"x","st":"eaten","ms":1}', b"[" * 20_000),
    ):
        async with tabs(target) as [tab]:
            await tab.text(text)
            must(f"the close code for {text[:40]!r}", 1008, await tab.closed())


async def no_utf8_is_1008(target: Target) -> None:
    """A text frame whose bytes are no UTF-8 is closed 1008."""
    async with tabs(target) as [tab]:
        await tab.text(b'{"t":"hb","n":\xff}')
        must("the close code", 1008, await tab.closed())


async def too_many_events_are_1008(target: Target) -> None:
    """A frame of more than 64 events is closed 1008."""
    async with tabs(target) as [tab]:
        await tab.events(*[{"n": "login", "dt": 0, "v": 1, "d": {}}] * 65)
        must("the close code", 1008, await tab.closed())


async def too_large_is_1009(target: Target) -> None:
    """A frame of exactly 32 KiB is read, one byte more is closed 1009."""
    async with tabs(target) as [tab]:
        text = b'{"t":"hb","n":7,"pad":"' + b"x" * (FRAME_MAX_BYTES - 25) + b'"}'
        await tab.text(text)
        must("the heartbeat inside", 7, (await tab.hear("hb"))["n"])
        await tab.text(text + b" ")
        must("the close code", 1009, await tab.closed())


async def after_an_unreadable_frame_the_page_goes_on(target: Target) -> None:
    """The page comes back, states what the frame held as skipped for corrupt, and is acknowledged again."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        await tab.text(b'{"t":"ev","s":2,"mono":1,"e":[{]}')
        must("the close code", 1008, await tab.closed())
        later = Tab(target, sid=tab.sid, tok=tab.tok)
        must("hi", 1, (await later.open(acked=1, first=2, last=2))["hi"])
        await later.say("skip", **{"from": 2, "to": 2, "why": "corrupt"})
        await later.events(note("three"), s=3)
        must("hi after what follows", 3, (await later.acked(3))["hi"])
        await later.leave()


async def a_heartbeat_comes_back(target: Target) -> None:
    """The number of a heartbeat is echoed as it was."""
    async with tabs(target) as [tab]:
        for number in (0, 41, 2**53):
            await tab.say("hb", n=number)
            must("the echo", {"t": "hb", "n": number}, await tab.hear("hb"))


async def bye_leaves_nothing_behind(target: Target) -> None:
    """What was told right before and after bye is still acknowledged."""
    async with tabs(target) as [tab]:
        await tab.events(note("one"))
        await tab.say("bye")
        await tab.events(note("two"))
        must("hi", 2, (await tab.acked(2))["hi"])


async def talk_of_no_push_is_harmless(target: Target) -> None:
    """A page may tell of a push that nobody knows; nothing comes of it."""
    async with tabs(target) as [tab]:
        for state in ("got", "shown", "clicked", "dismissed", "blocked", "expired"):
            await tab.say("pa", id="p_nobody_knows", st=state, ms=1)
        await tab.sound()


async def a_bad_event_is_acknowledged_alone(target: Target) -> None:
    """A bad event among good ones is acknowledged with its number and a code, and the numbers go on."""
    for what, event, codes in _BAD:
        async with tabs(target) as [tab]:
            ack = await tab.tell(note("before"), event, note("after"))
            must(f"hi with {what}", 3, ack["hi"])
            must(f"the bad number with {what}", [2], [bad["s"] for bad in ack["bad"]])
            code = ack["bad"][0]["code"]
            holds(f"a code of {sorted(codes)} for {what}", code in codes, code)


async def a_lone_surrogate_spoils_one_event(target: Target) -> None:
    """Half a surrogate pair makes a bad event (utf8), not a bad frame."""
    async with tabs(target) as [tab]:
        spoilt = rb'{"n":"custom","dt":0,"v":1,"d":{"name":"\ud800"}}'
        good = rb'{"n":"login","dt":0,"v":1,"d":{}}'
        await tab.text(b'{"t":"ev","s":1,"mono":1,"e":[' + good + b"," + spoilt + b"," + good + b"]}")
        must("the acknowledgement", [{"s": 2, "code": "utf8"}], (await tab.acked(3))["bad"])


async def an_old_event_is_taken(target: Target) -> None:
    """An event that is said to be older than a day is taken like any other, not refused."""
    async with tabs(target) as [tab]:
        ack = await tab.tell({**note("old"), "dt": 3 * 24 * 3600 * 1000})
        must("bad events", [], ack["bad"])


async def silence_is_1001(target: Target) -> None:
    """A page silent for twice a heartbeat's distance and five seconds is closed 1001."""
    async with tabs(target) as [tab]:
        must("the close code", 1001, await tab.closed(within_s=float(tab.welcome["hb_ms"]) / 500 + 5 + target.wait_s))


def _event(n: object = "custom", d: object = None, **changed: object) -> Frame:
    told = {"n": n, "dt": 0, "v": 1, "d": {"name": "x"} if d is None else d, **changed}
    return {key: value for key, value in told.items() if value != "missing"}


_BAD: tuple[tuple[str, Frame, frozenset[str]], ...] = (
    ("an unknown name", _event("no_such_event"), frozenset({"unknown_event"})),
    ("a missing key", _event("page_view", {"path": "/"}), frozenset({"shape"})),
    ("a missing envelope key", _event(dt="missing"), frozenset({"shape"})),
    ("a wrong type", _event("idle", {"after_ms": "long"}), frozenset({"type"})),
    ("a negative quantity", _event("add_to_cart", {"sku": "A", "qty": -1}), frozenset({"range"})),
    ("an unlisted choice", _event("page_view", {"path": "/", "kind": "moon"}), frozenset({"range", "type"})),
    ("money as a number", _event("view_item", {"sku": "A", "name": "A", "price": 1.5}), frozenset({"type"})),
    ("a negative age", _event(dt=-1), frozenset({"range"})),
    ("a page view of 0", _event(v=0), frozenset({"range"})),
    ("a string of 513", _event(d={"name": "x" * 513}), frozenset({"too_big", "range"})),
    ("25 keys", _event("login", {f"k{n}": 1 for n in range(25)}), frozenset({"too_big"})),
    ("51 lines", _event("cart", {"currency": "EUR", "lines": [{"sku": "A", "name": "A", "qty": 1}] * 51}),
     frozenset({"too_big", "range"})),
    ("a nested value", _event(d={"name": "x", "deep": {"a": 1}}), frozenset({"type", "shape"})),
)  # fmt: skip


CASES = cases_of(
    "frame",
    (
        unreadable_is_1008,
        no_utf8_is_1008,
        too_many_events_are_1008,
        too_large_is_1009,
        after_an_unreadable_frame_the_page_goes_on,
        a_heartbeat_comes_back,
        bye_leaves_nothing_behind,
        talk_of_no_push_is_harmless,
        a_bad_event_is_acknowledged_alone,
        a_lone_surrogate_spoils_one_event,
        an_old_event_is_taken,
    ),
)
SLOW = cases_of("frame", (silence_is_1001,))
