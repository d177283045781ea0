"""A prompt is shown at most once: claims, grants, withdrawals, and what a page that comes later is told."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.page import Frame, Page
from tests.fakes.running import Running, serving
from tests.live.hesitation import decisions, opened, pushes, settled, study


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run a server under the default rules, the holdout off."""
    with serving(tmp_path_factory.mktemp("claims")) as running:
        yield running


async def two_tabs(server: Running) -> tuple[Page, Page, Frame]:
    """Return two open pages of one visitor and the push that both were sent."""
    one = await opened(server)
    two = await opened(server, tok=one.tok or "")
    await study(one)
    push = await one.take("push")
    assert (await two.take("push"))["id"] == push["id"]
    return one, two, push


async def left(*pages: Page) -> None:
    """Close all pages."""
    await asyncio.gather(*[page.leave() for page in pages])


class TestGrant:
    async def test_two_pages_claim_and_one_may_show(self, server: Running) -> None:
        """Whoever asks first; the other is refused and told to withdraw it."""
        one, two, push = await two_tabs(server)

        grants = await asyncio.gather(one.claim(push), two.claim(push))

        winner, loser = (one, two) if grants[0]["ok"] else (two, one)
        assert sorted(grant["ok"] for grant in grants) == [False, True]
        await loser.until(lambda: any(f.get("kind") == "cancel" for f in loser.frames), "cancel")
        assert not [f for f in winner.frames if f.get("kind") == "cancel"]
        await left(one, two)

    async def test_a_grant_is_never_given_twice(self, server: Running) -> None:
        """Asking again is refused, for the page that was granted as well."""
        page = await opened(server)
        await study(page)
        push = await page.take("push")

        first, again = await page.claim(push), await page.claim(push)

        assert (first["ok"], again) == (True, {"t": "grant", "id": push["id"], "ok": False, "why": "taken"})
        await left(page)

    async def test_a_push_that_never_was(self, server: Running) -> None:
        """A made-up id is refused, and leaves no trace in the log."""
        page = await opened(server)
        await page.tell("custom", {"name": "here"})

        grant = await page.claim({"id": "p_made_up"})
        await page.send("pa", id="p_made_up", st="clicked", ms=1)
        await settled(page)

        assert (grant["ok"], grant["why"]) == (False, "unknown")
        assert [line["kind"] for line in server.story(page.ref)] == ["consent", "event"]
        await left(page)

    async def test_another_visitors_push_is_not_ones_own(self, server: Running) -> None:
        """Knowing an id is not enough: a push is granted to its own visitor alone."""
        owner, thief = await opened(server), await opened(server)
        await study(owner)
        push = await owner.take("push")

        stolen = await thief.claim(push)
        await thief.send("pa", id=push["id"], st="dismissed", ms=1, a="quiet")
        await settled(thief)

        assert (stolen["ok"], stolen["why"]) == (False, "unknown")
        assert (await owner.claim(push))["ok"] is True
        await left(owner, thief)

    async def test_its_moment_passes(self, tmp_path: Path) -> None:
        """After its time a push is no longer granted, and the log says it expired."""
        with serving(tmp_path, rules="prompt_lasts_s = 2") as server:
            page = await opened(server)
            await study(page)
            push = await page.take("push")

            await asyncio.sleep(push["exp"] / 1000)
            grant = await page.claim(push)

            assert (grant["ok"], grant["why"]) == (False, "expired")
            assert [line["st"] for line in server.story(page.ref) if line["kind"] == "delivery"] == ["expired"]
            await left(page)

    async def test_bought_meanwhile(self, server: Running) -> None:
        """An order between push and claim withdraws the prompt."""
        page = await opened(server)
        await study(page)
        push = await page.take("push")

        await page.tell("purchase", {"order": "A-1", "value": "24.00", "currency": "EUR"})
        grant = await page.claim(push)

        assert (grant["ok"], grant["why"]) == (False, "cancelled")
        await left(page)


class TestOwed:
    async def test_a_later_page_is_told(self, server: Running) -> None:
        """What was never granted is sent to the visitor's next page right after its welcome, and granted there."""
        page = await opened(server)
        await study(page)
        push = await page.take("push")
        await page.leave()

        later = await opened(server, tok=page.tok or "")
        owed = await later.take("push")

        assert (owed["id"], owed["ps"], owed["d"]) == (push["id"], push["ps"], push["d"])
        assert 0 < owed["exp"] <= push["exp"]
        assert [frame["t"] for frame in later.frames[:2]] == ["welcome", "push"]
        assert (await later.claim(owed))["ok"] is True
        await left(later)

    async def test_what_a_page_has_seen_is_not_repeated(self, server: Running) -> None:
        """A reconnect that names the last push it saw is sent only newer ones."""
        page = await opened(server)
        await study(page)
        await page.take("push")
        await page.cut()

        await page.open()
        await settled(page)

        assert len(pushes(page)) == 1
        await left(page)

    async def test_what_was_granted_is_owed_no_more(self, server: Running) -> None:
        """A page that was granted a prompt and vanished leaves nothing for the next."""
        page = await opened(server)
        await study(page)
        assert (await page.claim(await page.take("push")))["ok"]
        await page.cut()

        later = await opened(server, tok=page.tok or "")
        await settled(later)

        assert pushes(later) == []
        await left(later)

    async def test_words_found_after_the_page_left_reach_the_next(self, server: Running) -> None:
        """Told by beacon while leaving: the prompt waits for the visitor's next page."""
        page = await opened(server)
        await page.tell("page_view", {"path": "/p/mug", "kind": "product"}, ago_ms=33_000)
        await page.tell("view_item", {"sku": "MUG", "name": "Trail mug", "price": "24.00"}, ago_ms=33_000)
        page.keep("page_ping", {"active_ms": 31_000, "scroll_pct": 10})
        await page.leave()
        assert (await page.beacon(r=1))[0] == 200

        later = await opened(server, tok=page.tok or "")

        assert (await later.take("push"))["d"]["play"] == "reassure"
        await left(later)


class TestTold:
    async def test_only_what_is_higher_is_kept(self, server: Running) -> None:
        """States rise: after a click, a late shown changes nothing."""
        page = await opened(server)
        await study(page)
        push = await page.take("push")
        await page.claim(push)

        for st in ("shown", "clicked", "shown", "dismissed"):
            await page.send("pa", id=push["id"], st=st, ms=5)
        await settled(page)

        told = [line["st"] for line in server.story(page.ref) if line["kind"] == "delivery"]
        assert told == ["granted", "shown", "clicked"]
        await left(page)

    async def test_quiet_is_kept(self, tmp_path: Path) -> None:
        """Whoever asks for quiet is met with silence, and the log names it."""
        with serving(tmp_path, rules="per_session = 9\nper_day = 9\ngap_s = 0\ndismissed_days = 0") as server:
            page = await opened(server)
            await study(page)
            push = await page.take("push")
            await page.claim(push)
            await page.send("pa", id=push["id"], st="dismissed", ms=5, a="quiet")
            await settled(page)

            later = await opened(server, tok=page.tok or "")
            later.view = 2
            await later.tell("page_view", {"path": "/p/pot", "kind": "product"}, ago_ms=33_000)
            await later.tell("view_item", {"sku": "POT", "name": "Pot", "price": "30.00"}, ago_ms=33_000)
            await later.tell("price_seen", {"sku": "POT", "price": "30.00", "currency": "EUR"}, ago_ms=32_000)
            await later.tell("exit_intent", {"how": "pointer", "active_ms": 12_000})

            assert decisions(server, later)[-1]["gate"] == "quiet"
            assert pushes(later) == []
            await left(page, later)
