"""One page without a socket: greeting, resuming, changes of consent, close codes, beacons."""

import ast
import itertools
from pathlib import Path

import orjson
import pytest
from tests.house.test_floors import IMPURE, imports_of

from tarry.core.identity import Consent
from tarry.lab import client as module
from tarry.lab.client import CONSENT_WAIT_MS, ERASE_WAIT_MS, HIDDEN_MS, NO_SOCKET_MS, Client
from tarry.lab.deeds import Close, Deed, Facts, Open, Over, Post, Send, Show
from tarry.lab.flow import ECHO_MS
from tarry.lab.outbox import Frame

ITEM: Frame = {"sku": "MUG-1", "qty": 1}


def page(*, consent: Consent = "full", tok: str | None = None) -> Client:
    """Return a page that has not connected yet; its streams are called s1, s2 …"""
    names = (f"s{n}" for n in itertools.count(1))
    facts = Facts("pk_test", born_ms=1_000_000, consent=consent)
    return Client(facts, names=lambda: next(names), chance=lambda: 0.0, tok=tok)


def tell(client: Client, now: float, t: str, **keys: object) -> None:
    """Let the server say something on the page's newest socket."""
    client.received(client.link.generation, orjson.dumps({"t": t, **keys}), now)


def welcome(client: Client, now: float, hi: int = 0, **keys: object) -> None:
    """Connect a page and welcome it."""
    client.start(now)
    client.opened(client.link.generation, now)
    tell(client, now, "welcome", **({"ep": "e1", "hi": hi, "resume": "full", "tok": "tok", "ref": "r_1"} | keys))


def live(**keys: object) -> Client:
    """Return a welcomed page with nothing left to do."""
    client = page(**keys)  # type: ignore[arg-type]
    welcome(client, 0)
    client.deeds()
    return client


def frames(deeds: list[Deed], t: str) -> list[Frame]:
    """Return the frames of a type among what is to be done."""
    return [deed.frame for deed in deeds if isinstance(deed, Send) and deed.frame["t"] == t]


class TestGreeting:
    def test_hello_says_what_is_held(self) -> None:
        """What was kept before the socket came up is in the hello, and sent after the welcome."""
        client = page(tok="old")
        client.keep("add_to_cart", ITEM, 10)
        client.start(20)
        assert client.deeds() == [Open(1)]

        client.opened(1, 30)

        (hello,) = frames(client.deeds(), "hello")
        told = ("sid", "first", "last", "acked", "tok", "now", "mono")
        assert [hello[key] for key in told] == ["s1", 1, 1, 0, "old", 1_000_030, 30]
        tell(client, 40, "welcome", ep="e1", hi=0, resume="new", tok="t2", ref="r")
        assert [(f["s"], f["mono"]) for f in frames(client.deeds(), "ev")] == [(1, 40)]
        assert client.tok == "t2"

    def test_nothing_but_hello_is_said_before_the_welcome(self) -> None:
        """A page that has connected waits to be let in."""
        client = page()
        client.start(0)
        client.opened(1, 0)
        client.deeds()

        client.keep("add_to_cart", ITEM, 1)
        client.tick(2)

        assert client.deeds() == []

    def test_without_consent_there_is_nothing_at_all(self) -> None:
        """In ``none`` a page makes no connection and no request."""
        client = page(consent="none")

        client.start(0)
        client.keep("add_to_cart", ITEM, 1)
        client.tick(60_000)

        assert client.deeds() == [Over(1000)]


class TestResuming:
    def test_an_acknowledged_event_is_not_sent_again(self) -> None:
        """After a cut only what the server does not have goes out."""
        client = live()
        for now in (1, 2, 3):
            client.keep("add_to_cart", ITEM, now)
        client.closed(1, 1006, 10)
        client.tick(600)
        client.deeds()

        welcome(client, 601, hi=2)

        assert [(f["s"], len(f["e"])) for f in frames(client.deeds(), "ev")] == [(3, 1)]  # type: ignore[arg-type]
        assert client.tally().acknowledged == 2

    def test_a_store_that_went_back_gets_the_ring(self) -> None:
        """``replay``: what had been acknowledged goes out again."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)
        client.keep("add_to_cart", ITEM, 1)
        tell(client, 2, "ack", hi=2)
        client.closed(1, 1006, 10)
        client.tick(600)
        client.deeds()

        welcome(client, 601, hi=0, ep="e2", resume="replay")

        assert [f["s"] for f in frames(client.deeds(), "ev")] == [1]
        assert client.greeting(602)["ep"] == "e2"

    def test_a_stream_the_server_knows_better_is_left(self) -> None:
        """``hi`` above ``last``: the page goes on under a new name."""
        client = page()

        welcome(client, 0, hi=7)

        assert client.sid == "s2"
        assert client.deeds()[-1] == Open(2)

    def test_a_socket_that_was_given_up_is_not_heard(self) -> None:
        """What an older socket still says changes nothing."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)
        client.closed(1, 1006, 2)
        client.tick(600)

        client.received(1, b'{"t":"ack","hi":1}', 700)

        assert not client.settled


class TestFlow:
    def test_classes_that_are_not_wanted_take_no_number(self) -> None:
        """Told to drop pings, a page does not even count them; an order it always tells."""
        client = live()
        tell(client, 1, "flow", drop=["low"], win=16)

        assert client.keep("page_ping", {"active_ms": 1, "scroll_pct": 0}, 2) == 0
        assert client.keep("add_to_cart", ITEM, 3) == 1
        assert client.outbox.win == 16

    def test_batches_keep_their_distance(self) -> None:
        """``gap_ms`` lies between any two batches."""
        client = live()
        tell(client, 1, "flow", gap_ms=500)
        client.keep("add_to_cart", ITEM, 10)
        client.keep("add_to_cart", ITEM, 20)
        client.tick(509)
        assert len(frames(client.deeds(), "ev")) == 1

        client.tick(510)

        assert len(frames(client.deeds(), "ev")) == 1


class TestGaps:
    def test_the_same_request_is_answered_once(self) -> None:
        """Several batches after a gap ask for the same thing; one answer is enough, unless it is still missing."""
        client = live()
        for now in (1, 2, 3):
            client.keep("add_to_cart", ITEM, now)
        client.deeds()
        for now in (4, 5):
            tell(client, now, "nack", need=1)
        assert [f["s"] for f in frames(client.deeds(), "ev")] == [1]

        client.tick(4 + ECHO_MS)

        assert [f["s"] for f in frames(client.deeds(), "ev")] == [1]
        client.tick(4 + 2 * ECHO_MS)
        assert frames(client.deeds(), "ev") == []


class TestDraining:
    def test_a_server_that_goes_is_listened_to_and_obeyed(self) -> None:
        """After ``bye`` nothing new is sent, acknowledgements still count, and the page is back when it was told."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)
        tell(client, 2, "bye", why="restart", retry_ms=3_000)
        client.deeds()
        client.keep("add_to_cart", ITEM, 3)
        tell(client, 4, "ack", hi=1)
        assert client.deeds() == []
        assert client.outbox.open() == (2,)

        client.closed(1, 1012, 10)
        client.tick(3_009)
        assert client.deeds() == []
        client.tick(3_010)

        assert client.deeds() == [Open(2)]


class TestClosing:
    @pytest.mark.parametrize("code", [1003, 4001, 4002, 4003])
    def test_a_final_refusal_ends_the_page(self, code: int) -> None:
        """After a refusal that will not change, nothing more is tried."""
        client = live()

        client.closed(1, code, 5)
        client.tick(1_000_000)

        assert client.deeds() == [Over(code)]

    def test_a_refused_token_is_left_out(self) -> None:
        """4004: the next hello brings no token."""
        client = live(tok="old")
        client.closed(1, 4004, 5)

        client.tick(10)
        client.opened(2, 11)

        assert "tok" not in frames(client.deeds(), "hello")[0]

    def test_superseded_goes_on_as_another_stream(self) -> None:
        """4011: a new name for new events, and nothing is sent twice."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)
        client.closed(1, 4011, 5)
        client.keep("add_to_cart", ITEM, 6)

        welcome(client, 10, hi=0)

        sent = frames(client.deeds(), "ev")
        assert client.sid == "s2"
        assert [(f["s"], f["mono"]) for f in sent] == [(1, 1), (1, 10)]
        assert client.tally().kept == 2
        assert client.tally().balanced()

    def test_erased_keeps_nothing(self) -> None:
        """4010: events and token are gone, and no more is told."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)

        client.closed(1, 4010, 5)

        assert client.off
        assert client.tok is None
        assert client.tally().skipped == 1

    def test_an_unreadable_batch_is_given_up_by_name(self) -> None:
        """1008: after coming back the page skips what could not be read."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)
        client.closed(1, 1008, 5)
        client.tick(5_005)
        client.deeds()

        welcome(client, 5_006, hi=0)

        assert frames(client.deeds(), "skip") == [{"t": "skip", "from": 1, "to": 1, "why": "corrupt"}]

    def test_leaving_says_so_twice(self) -> None:
        """A page that goes posts what is unacknowledged, says goodbye and closes."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)
        client.deeds()

        client.leave(2)

        kinds = [type(deed) for deed in client.deeds()]
        assert kinds == [Post, Send, Close, Over]

    def test_hidden_for_long_closes_and_seen_again_connects(self) -> None:
        """Half a minute in the background ends the connection; coming back opens it at once."""
        client = live()
        client.hide(0)
        client.tick(HIDDEN_MS)
        assert client.deeds() == [Send(1, {"t": "hb", "n": 1}), Close(1)]

        client.show(40_000)

        assert client.deeds() == [Open(2)]


class TestConsent:
    def test_it_waits_for_what_is_outstanding(self) -> None:
        """The stream ends when everything is acknowledged, and another begins under the new state."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)
        client.agree("anonymous", "call", 2)
        assert client.sid == "s1"

        tell(client, 3, "ack", hi=1)

        deeds = client.deeds()
        assert frames(deeds, "consent")[0]["state"] == "anonymous"
        assert deeds[-2:] == [Close(1), Open(2)]
        assert (client.sid, client.consent, client.tok) == ("s2", "anonymous", None)

    def test_it_does_not_wait_for_ever(self) -> None:
        """A second later it goes on; what was not acknowledged is given up by name."""
        client = live()
        client.keep("add_to_cart", ITEM, 1)
        client.agree("anonymous", "call", 2)

        client.tick(2 + CONSENT_WAIT_MS)

        assert client.sid == "s2"
        assert client.tally().skipped == 1

    def test_to_none_ends_everything(self) -> None:
        """Without consent there is no connection and no token."""
        client = live()

        client.agree("none", "call", 2)

        assert client.off
        assert client.tok is None

    def test_erasing_waits_for_a_socket_to_say_it_on(self) -> None:
        """A page without a socket opens one to be forgotten, and is silent once the server has done it."""
        client = page()
        client.agree("none", "erase", 0, erase=True)
        assert client.deeds() == [Open(1)]

        client.opened(1, 10)
        tell(client, 20, "welcome", ep="e1", hi=0, resume="new", tok="t", ref="r")
        client.closed(1, 4010, 30)

        deeds = client.deeds()
        assert frames(deeds, "consent")[0]["erase"] is True
        assert deeds[-1] == Over(4010)
        assert client.tok is None

    def test_an_erasure_nobody_answers_ends_the_page_all_the_same(self) -> None:
        """Whoever asked to be forgotten is not remembered by the page, server or not."""
        client = live(tok="old")
        client.agree("none", "erase", 0, erase=True)
        client.tick(ERASE_WAIT_MS - 1)
        assert not client.off

        client.tick(ERASE_WAIT_MS)

        assert client.off
        assert client.tok is None


class TestBeacon:
    def test_without_a_socket_one_is_sent_and_its_answer_counts(self) -> None:
        """Five seconds without a socket: a beacon that asks, and acknowledges."""
        client = page()
        client.start(0)
        client.keep("add_to_cart", ITEM, 1)
        client.deeds()

        client.tick(NO_SOCKET_MS)

        (post,) = client.deeds()
        assert isinstance(post, Post)
        assert post.body["r"] == 1
        client.posted(post.number, 200, NO_SOCKET_MS + 1, {"ack": 1, "ep": "e1", "tok": "t"})
        assert client.settled
        assert client.tok == "t"

    def test_without_an_answer_the_next_waits_longer(self) -> None:
        """A server that does not answer is asked less often, and nothing is forgotten."""
        client = page()
        client.start(0)
        client.keep("add_to_cart", ITEM, 1)
        client.tick(NO_SOCKET_MS)
        client.posted(1, 0, NO_SOCKET_MS)
        client.deeds()

        client.tick(2 * NO_SOCKET_MS)

        assert not any(isinstance(deed, Post) for deed in client.deeds())
        assert not client.settled


class TestPrompts:
    def test_a_prompt_is_claimed_shown_and_told(self) -> None:
        """From push to clicked, every word goes over the wire."""
        client = live()
        tell(client, 1, "push", id="p1", ps=1, kind="reassure", exp=30_000, d={})
        assert client.claim("p1", 2)
        tell(client, 3, "grant", id="p1", ok=True)
        client.tell("p1", "shown", 4)
        client.tell("p1", "clicked", 5, "more")

        deeds = client.deeds()

        assert [f["st"] for f in frames(deeds, "pa")] == ["got", "shown", "clicked"]
        assert sum(isinstance(deed, Show) for deed in deeds) == 1

    def test_a_page_nobody_sees_claims_nothing(self) -> None:
        """A hidden page does not ask."""
        client = live()
        tell(client, 1, "push", id="p1", ps=1, kind="reassure", exp=30_000, d={})
        client.hide(2)

        assert not client.claim("p1", 3)


class TestPurity:
    @pytest.mark.parametrize("name", ["client", "deeds", "flow", "frames", "link", "outbox", "phases", "prompts"])
    def test_the_client_reads_no_clock_and_rolls_no_dice(self, name: str) -> None:
        """Time and chance are passed in, and nothing waits."""
        source = Path(module.__file__).with_name(f"{name}.py").read_text("utf-8")

        assert {imported.split(".")[0] for imported in imports_of(source)} & IMPURE == set()
        assert not any(isinstance(node, ast.Await) for node in ast.walk(ast.parse(source)))
