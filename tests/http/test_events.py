"""Events on the socket: mixed batches, gaps, losses; what is acknowledged and what stands in the log."""

import pytest
from tests.fakes.page import Frame, Page
from tests.fakes.running import Running


async def opened(server: Running, **keys: str) -> Page:
    """Return a page that was welcomed."""
    page = Page(server.url, **keys)
    await page.open()
    return page


def story(server: Running, page: Page) -> list[Frame]:
    """Return the log lines of a page's newest session."""
    return server.story(page.ref)


class TestBadEvents:
    @pytest.mark.parametrize(
        ("n", "d", "code"),
        [
            ("no_such_event", {}, "unknown_event"),
            ("view_item", {"name": "Mug"}, "shape"),
            ("view_item", {"sku": 7, "name": "Mug"}, "type"),
            ("view_item", {"sku": "M", "name": "Mug", "price": "24,00"}, "range"),
            ("view_item", {"sku": "M", "name": "x" * 513}, "too_big"),
            ("custom", {"name": "n", **{f"k{i}": i for i in range(24)}}, "too_big"),
            ("page_ping", {"active_ms": -1, "scroll_pct": 0}, "range"),
        ],
    )
    async def test_it_is_acknowledged_with_its_code_and_logged(
        self, server: Running, n: str, d: dict[str, object], code: str
    ) -> None:
        """A rejected event is kept as a bad event, named in the acknowledgement, and its stream goes on."""
        page = await opened(server)
        await page.tell("custom", {"name": "before"})

        seq = await page.tell(n, d)
        await page.tell("custom", {"name": "after"})
        await page.leave()

        assert page.bad == {seq: code}
        bad = [line for line in story(server, page) if line["kind"] == "bad"]
        assert [(line["code"], line["seq"]) for line in bad] == [(code, seq)]

    async def test_a_mixed_batch_keeps_its_good_ones(self, server: Running) -> None:
        """Good and bad events of one frame: each gets its number, only the bad are set aside."""
        page = await opened(server)
        for n, d in (("custom", {"name": "a"}), ("nope", {}), ("custom", {"name": "b"}), ("custom", {}), ("idle", {})):
            page.keep(n, d)

        await page.flush()
        await page.leave()

        lines = story(server, page)
        assert page.acked == 5
        assert page.bad == {2: "unknown_event", 4: "shape", 5: "shape"}
        assert [line["seq"] for line in lines if line["kind"] == "event"] == [1, 3]
        assert [line["seq"] for line in lines if line["kind"] == "bad"] == [2, 4, 5]

    async def test_what_was_bad_is_not_quoted(self, server: Running) -> None:
        """The log says what was expected, never what a browser sent instead."""
        page = await opened(server)
        await page.tell("custom", {"name": "first"})

        await page.tell("view_item", {"sku": "M", "name": "Mug", "price": "canary@shop.test"})
        await page.tell("page_view", {"path": "/", "kind": "canary-kind"})
        await page.leave()

        assert "canary" not in str(story(server, page))


class TestGaps:
    async def test_a_gap_is_asked_for(self, server: Running) -> None:
        """Events beyond the next number are answered nack with the number that is needed, and nothing is kept."""
        page = await opened(server)
        one, two, three = (page.keep("custom", {"name": f"{n}"}) for n in (1, 2, 3))
        held = dict(page.held)
        del page.held[one]

        await page.send_kept(two, three)
        nack = await page.take("nack")
        page.held = held
        await page.flush()
        await page.leave()

        assert nack["need"] == 1
        assert [line["d"]["name"] for line in story(server, page) if line["kind"] == "event"] == ["1", "2", "3"]

    async def test_overlaps_are_kept_once(self, server: Running) -> None:
        """Runs that overlap what is kept add only what is new."""
        page = await opened(server)
        for n in range(1, 5):
            page.keep("custom", {"name": f"{n}"})
        await page.send_kept(1, 2, 3)
        await page.send_kept(2, 3)
        await page.send_kept(3, 4)

        await page.until(lambda: page.acked == 4, "all four")
        await page.leave()

        assert [line["seq"] for line in story(server, page) if line["kind"] == "event"] == [1, 2, 3, 4]


class TestSkip:
    async def test_a_stated_loss_is_logged_and_passed(self, server: Running) -> None:
        """The stream goes on behind the loss; the log names its numbers and why."""
        page = await opened(server)
        await page.tell("custom", {"name": "one"})

        await page.send("skip", **{"from": 2, "to": 9, "why": "overflow"})
        await page.until(lambda: page.acked == 9, "the loss acknowledged")
        page.last = 9
        await page.tell("custom", {"name": "ten"})
        await page.leave()

        lines = story(server, page)
        lost = [(line["from"], line["to"], line["why"]) for line in lines if line["kind"] == "skip"]
        assert lost == [(2, 9, "overflow")]
        assert [line["seq"] for line in lines if line["kind"] == "event"] == [1, 10]

    @pytest.mark.parametrize(("first", "last"), [(3, 5), (2, 10_003)])
    async def test_a_loss_out_of_place_is_refused(self, server: Running, first: int, last: int) -> None:
        """It must begin at the next number and span at most ten thousand; else the number needed is told."""
        page = await opened(server)
        await page.tell("custom", {"name": "one"})

        await page.send("skip", **{"from": first, "to": last, "why": "overflow"})

        assert (await page.take("nack"))["need"] == 2
        assert page.acked == 1
        await page.leave()


class TestResume:
    async def test_a_cut_page_goes_on_where_it_was(self, server: Running) -> None:
        """After a cut the welcome says how far the server came; the rest is sent again and kept once."""
        page = await opened(server)
        await page.tell("custom", {"name": "1"})
        await page.cut()
        page.keep("custom", {"name": "2"})

        welcome = await page.open()
        await page.flush()
        await page.leave()

        assert (welcome["resume"], welcome["hi"]) == ("full", 1)
        assert [line["seq"] for line in story(server, page) if line["kind"] == "event"] == [1, 2]

    async def test_an_unsent_ack_costs_nothing(self, server: Running) -> None:
        """A page cut before its acknowledgement arrived sends again; the log has each event once."""
        page = await opened(server)
        for n in range(1, 41):
            page.keep("custom", {"name": f"{n}"})
            await page.send_kept(n)
            if n % 10 == 0:
                await page.cut()
                await page.open()

        await page.flush()
        await page.leave()

        assert [line["seq"] for line in story(server, page) if line["kind"] == "event"] == list(range(1, 41))

    async def test_more_than_was_kept_is_replayed(self, server: Running) -> None:
        """A page that was acknowledged further than the store knows is asked to replay what it still has."""
        page = await opened(server)
        await page.leave()
        for n in range(1, 4):
            page.keep("custom", {"name": f"{n}"})
        page.acknowledged, page.held, page.acked = page.held, {}, 3

        welcome = await page.open()
        await page.flush()
        await page.leave()

        assert (welcome["resume"], welcome["hi"]) == ("replay", 0)
        assert [line["seq"] for line in story(server, page) if line["kind"] == "event"] == [1, 2, 3]

    async def test_two_hundred_and_fifty_events_may_come_at_once(self, server: Running) -> None:
        """A resume may carry far more than the window; nothing is closed, everything is kept."""
        page = Page(server.url)
        for n in range(1, 257):
            page.keep("custom", {"name": f"{n}"})

        await page.open()
        await page.until(lambda: not page.held, "all of them acknowledged")
        await page.leave()

        assert page.acked == 256


class TestConsent:
    async def test_withdrawn_is_closed(self, server: Running) -> None:
        """Consent to none is answered 4010."""
        page = await opened(server)

        await page.send("consent", state="none", src="call", at=0)

        assert await page.closed() == 4010

    async def test_p13_nothing_after_it_is_kept(self, server: Running) -> None:
        """Events sent in the same breath behind a withdrawal are not stored."""
        page = await opened(server)
        await page.tell("custom", {"name": "before"})

        page.keep("custom", {"name": "behind"})
        await page.send("consent", state="none", src="call", at=0)
        await page.send_kept(2)

        assert await page.closed() == 4010
        lines = story(server, page)
        assert [line["d"]["name"] for line in lines if line["kind"] == "event"] == ["before"]
        assert [line["state"] for line in lines if line["kind"] == "consent"] == ["full", "none"]

    async def test_nothing_is_kept_as_more_than_was_allowed(self, server: Running) -> None:
        """After a step down to anonymous the old connection takes no more events."""
        page = await opened(server)
        await page.tell("custom", {"name": "before"})

        page.keep("custom", {"name": "behind"})
        await page.send("consent", state="anonymous", src="call", at=0)
        await page.send_kept(2)
        await page.leave()

        assert [line["d"]["name"] for line in story(server, page) if line["kind"] == "event"] == ["before"]

    async def test_gpc_caps_at_anonymous(self, server: Running) -> None:
        """A full token is not honoured for a page that asks for privacy: it is another visitor."""
        page = await opened(server)
        await page.leave()
        private = Page(server.url, tok=page.tok)
        private.greeting = lambda: {**Page.greeting(private), "gpc": True}  # type: ignore[method-assign]

        await private.open()
        await private.leave()

        assert private.ref != page.ref

    async def test_two_anonymous_documents_share_nothing(self, server: Running) -> None:
        """Without consent a second document is a stranger, even with the first one's token kept by a patched page."""
        one = await opened(server, consent="anonymous")
        await one.leave()
        two = await opened(server, consent="anonymous")
        await two.leave()

        assert one.ref != two.ref

    async def test_erasing_leaves_no_session(self, server: Running) -> None:
        """After an erasure the log does not know the visitor, and the page is told 4010 ever after."""
        page = await opened(server)
        await page.tell("custom", {"name": "soon gone"})

        await page.send("consent", state="none", src="erase", at=0, erase=True)

        assert await page.closed() == 4010
        assert story(server, page) == []
        again = Page(server.url, tok=page.tok)
        with pytest.raises(EOFError, match="4010"):
            await again.open()
