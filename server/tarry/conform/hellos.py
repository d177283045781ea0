"""Cases of the beginning: who is let in, who is not and with which code, and whose page it is."""

import secrets

import orjson

from tarry.conform.case import FailedError, cases_of, holds, must
from tarry.conform.reach import Frame, Target, dial
from tarry.conform.tab import Tab, tabs


async def welcome_comes_first(target: Target) -> None:
    """The first word of a server is welcome, with everything it has to say, of the right types."""
    async with tabs(target) as [tab]:
        # The tab itself reads every frame by its type and fails where a key is missing or wrong.
        must("the first frame", "welcome", tab.frames[0]["t"])
        must("hi of an unknown stream", 0, tab.welcome["hi"])
        must("its resume", "new", tab.welcome["resume"])
        holds("cfg of at most 4 KiB", len(orjson.dumps(tab.welcome["cfg"])) <= 4096)


async def subprotocol_is_agreed(target: Target) -> None:
    """tarry.1 is agreed to when offered."""
    socket = await dial(target, origin=target.origin)
    must("the subprotocol", "tarry.1", socket.subprotocol)
    await socket.close()


async def no_cookies(target: Target) -> None:
    """The upgrade sets no cookie."""
    socket = await dial(target, origin=target.origin)
    holds("no Set-Cookie", socket.response is not None and "Set-Cookie" not in socket.response.headers)
    await socket.close()


async def no_origin_no_upgrade(target: Target) -> None:
    """An Origin that is missing, null or malformed is answered 403 before the upgrade."""
    for origin in (None, "null", "nonsense", "http://"):
        try:
            socket = await dial(target, origin=origin)
        except FailedError as exc:
            must(f"the answer to Origin {origin!r}", "the upgrade was answered 403", str(exc))
            continue
        await socket.close()
        raise FailedError(f"Origin {origin!r} was let in")


async def foreign_origin_is_4003(target: Target) -> None:
    """A page of another origin is let up, and closed 4003 after its hello."""
    tab = Tab(target)
    await tab.dial(origin="https://elsewhere.invalid")
    await tab.say("hello", **tab.greeting())
    must("the close code", 4003, await tab.closed())


async def unknown_site_is_4002(target: Target) -> None:
    """A key of no site is closed 4002."""
    must("the close code", 4002, await _refused(target, key=f"pk_{secrets.token_hex(8)}"))


async def forged_token_is_4004(target: Target) -> None:
    """A token the server did not sign is closed 4004."""
    for token in ("", "v1.k1.forged", "x" * 64):
        must(f"the close code for {token!r}", 4004, await _refused(target, tok=token))


async def changed_token_is_4004(target: Target) -> None:
    """A token with one letter changed is closed 4004."""
    async with tabs(target) as [tab]:
        token = tab.tok or ""
        place = len(token) // 2
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        must("the close code", 4004, await _refused(target, tok=changed))


async def bad_hello_is_4001(target: Target) -> None:
    """A hello of another version, or with a listed key missing or of the wrong type, is closed 4001."""
    changes: tuple[Frame, ...] = (
        *({"v": 2}, {"v": None}, {"key": None}, {"sid": None}, {"sid": "short"}, {"sid": 7}, {"mono": None}),
        *({"mono": "1"}, {"consent": None}, {"consent": {"state": "maybe", "src": "call", "at": 0}}, {"acked": -1}),
    )
    for changed in changes:
        must(f"the close code for {changed}", 4001, await _refused(target, **changed))


async def first_frame_must_be_hello(target: Target) -> None:
    """Anything else that is said first is closed 4001."""
    for text in (b'{"t":"hb","n":1}', b'{"t":"bye"}', b"{", b'{"t":"ev","s":1,"mono":1,"e":[]}'):
        tab = Tab(target)
        await tab.dial()
        await tab.text(text)
        must(f"the close code for {text!r}", 4001, await tab.closed())


async def hello_is_said_once(target: Target) -> None:
    """A second hello is closed 4001."""
    async with tabs(target) as [tab]:
        await tab.say("hello", **tab.greeting())
        must("the close code", 4001, await tab.closed())


async def binary_is_1003(target: Target) -> None:
    """A binary frame is closed 1003, before hello and after it."""
    tab = Tab(target)
    await tab.dial()
    await tab.text(b"\x00\x01", binary=True)
    must("the close code before hello", 1003, await tab.closed())
    async with tabs(target) as [later]:
        await later.text(b'{"t":"hb","n":1}', binary=True)
        must("the close code after hello", 1003, await later.closed())


async def no_consent_is_4010(target: Target) -> None:
    """A page whose state is none is closed 4010."""
    consent = {"state": "none", "src": "call", "at": 0}
    must("the close code", 4010, await _refused(target, consent=consent))


async def unknown_keys_are_passed_over(target: Target) -> None:
    """Keys of a later version change nothing: in hello, in a frame, in an event, in a body."""
    tab = Tab(target)
    await tab.open(brand_new={"a": [1, 2]}, page={"path": "/", "later": 1})
    event = {"n": "page_view", "dt": 0, "v": 1, "d": {"path": "/", "kind": "other", "later": "x"}, "later": 1}
    await tab.say("ev", s=1, mono=tab.mono(), e=[event], later=True)
    must("bad events", [], (await tab.acked(1))["bad"])
    await tab.leave()


async def a_token_names_a_visitor(target: Target) -> None:
    """In full, a second document with the first one's token is the same visitor's; one without is not."""
    async with tabs(target, 2) as [one, stranger]:
        two = Tab(target, tok=one.tok)
        await two.open()
        must("the ref of the second document", one.ref, two.ref)
        holds("another ref for another visitor", stranger.ref != one.ref, stranger.ref)
        await two.leave()


async def a_lost_welcome_loses_no_visitor(target: Target) -> None:
    """Without a token, the same sid is the same visitor every time."""
    async with tabs(target) as [one]:
        again = Tab(target, sid=one.sid)
        await again.open()
        must("the ref of the same document", one.ref, again.ref)
        await again.leave()


async def anonymous_documents_are_not_linked(target: Target) -> None:
    """In anonymous a token links no two documents; it is refused, or the visitor is another."""
    async with tabs(target, consent="anonymous") as [one]:
        two = Tab(target, tok=one.tok, consent="anonymous")
        try:
            await two.open()
        except FailedError as exc:
            must("the refusal", "closed with 4004 instead of welcome", str(exc))
            return
        holds("another ref for another document", two.ref != one.ref, two.ref)
        await two.leave()


async def silence_is_4001(target: Target) -> None:
    """Whoever says nothing for five seconds is closed 4001."""
    tab = Tab(target)
    await tab.dial()
    must("the close code", 4001, await tab.closed(within_s=target.wait_s + 6))


async def _refused(target: Target, **changed: object) -> int:
    """Say a changed hello and return the close code."""
    tab = Tab(target)
    await tab.dial()
    await tab.text(orjson.dumps({"t": "hello", **tab.greeting(**changed)}))
    return await tab.closed()


CASES = cases_of(
    "hello",
    (
        welcome_comes_first,
        subprotocol_is_agreed,
        no_cookies,
        no_origin_no_upgrade,
        foreign_origin_is_4003,
        unknown_site_is_4002,
        forged_token_is_4004,
        changed_token_is_4004,
        bad_hello_is_4001,
        first_frame_must_be_hello,
        hello_is_said_once,
        binary_is_1003,
        no_consent_is_4010,
        unknown_keys_are_passed_over,
        a_token_names_a_visitor,
        a_lost_welcome_loses_no_visitor,
        anonymous_documents_are_not_linked,
        silence_is_4001,
    ),
)
