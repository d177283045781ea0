"""The server's table of states: walked with the real peer, every state by every input, and drawn as it is."""

import re
from pathlib import Path
from typing import get_args

import pytest
from tests.fakes.memory import MemoryStore
from tests.live.test_peer import Line, Visit, settled, visit

from tarry.live.peer import Peer
from tarry.live.states import TABLE, Input, State, after

PAGE = Path(__file__).parents[2] / "docs" / "states.md"
NEVER: set[tuple[State, Input]] = {("WAIT_HELLO", "welcome"), ("LIVE", "welcome")}
"""Nobody is welcomed who has not just said hello."""
PAIRS = [(state, what) for state in get_args(State) for what in get_args(Input)]
HELLO = {"v": 1, "key": "pk_test", "sid": "z" * 22, "mono": 1, "consent": {"state": "full", "src": "call"}}


async def brought(page: Visit, state: State) -> None:
    """Bring a fresh peer into a state, in the way it comes there."""
    if state == "WAIT_HELLO":
        return
    if state == "CLOSED":
        page.peer.close(1000)
        return
    page.tell("hello", **HELLO)
    if state == "LIVE":
        await settled(page)
    elif state == "DRAINING":
        page.peer.drain()
    assert page.peer.state == state


async def given(page: Visit, what: Input) -> None:
    """Give a peer one input, by its own doors."""
    match what:
        case "hello":
            page.tell("hello", **HELLO)
        case "frame":
            page.tell("hb", n=1)
        case "welcome":
            await settled(page)
        case "drain":
            page.peer.drain()
        case "close":
            page.peer.close(1000)


def fresh(page: Visit) -> Visit:
    """Return a new connection at the same desk that has said nothing yet."""
    line = Line()
    return Visit(Peer(page.peer._desk, line, "http://shop.test"), line, page.loop, page.mono)


class TestWalk:
    @pytest.mark.parametrize(("state", "what"), [pair for pair in PAIRS if pair not in NEVER])
    async def test_the_peer_goes_where_the_table_says(self, state: State, what: Input) -> None:
        """From every state, every input leads where the table says; a page at fault is told 4001."""
        async with visit(MemoryStore()) as host:
            page = fresh(host)
            await brought(page, state)
            already = len(page.line.codes)

            await given(page, what)

            assert page.peer.state == after(state, what)
            fault = what in ("hello", "frame") and after(state, what) == "CLOSED" and state != "CLOSED"
            assert ([*page.line.codes[already:]] == [4001]) == fault
            await settled(page)

    def test_the_rest_does_not_happen(self) -> None:
        """What the table does not name is what nobody can do, and whatever comes to a closed connection."""
        missing = {pair for pair in PAIRS if pair not in TABLE}

        assert missing == NEVER | {pair for pair in PAIRS if pair[0] == "CLOSED"}

    async def test_one_who_drains_is_still_answered(self) -> None:
        """A page that is sent away between hello and welcome hears its welcome, and nothing it says then is taken."""
        async with visit(MemoryStore()) as host:
            page = fresh(host)
            await brought(page, "DRAINING")

            page.events(1)
            await settled(page)

        assert [frame["t"] for frame in page.line.sent] == ["welcome"]


class TestDrawing:
    def test_the_page_shows_the_table(self) -> None:
        """Every cell of the table in the docs is where the code goes, and the picture has exactly its arrows."""
        server = PAGE.read_text("utf-8").split("## The server")[1].split("\n## ")[0]
        rows = [[cell.strip(" `") for cell in row.split("|")[1:-1]] for row in server.splitlines() if row[:1] == "|"]
        head, told = rows[0], rows[2:]

        shown = {(row[0], what): cell for row in told for what, cell in zip(head[1:], row[1:], strict=True)}
        arrows = set(re.findall(r"^\s+(\w+) --> (\w+): (\w+)", server, re.MULTILINE))

        assert shown == {pair: TABLE.get(pair, "·") for pair in PAIRS}
        assert {(state, what): to for state, to, what in arrows} == {
            pair: to for pair, to in TABLE.items() if to != pair[0]
        }
