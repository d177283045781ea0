"""Cases of prompts: offered to every page, granted to one, withdrawn when overtaken.

A server decides for itself when to speak. These cases tell of somebody who has looked at one product for half a
minute; a server whose rules keep it silent then is left undecided, not failed.
"""

import asyncio

from tarry.conform.case import FailedError, UnsureError, cases_of, holds, must
from tarry.conform.reach import Frame, Target
from tarry.conform.streams import note
from tarry.conform.tab import Tab, tabs

KINDS = frozenset({"prompt", "cart", "reassure"})
LOOKED_MS = 31_000


async def a_push_says_what_it_must(target: Target) -> None:
    """A push has a number, a time it holds, and what a page draws, each of its type."""
    async with tabs(target) as [tab]:
        # The tab itself reads every frame by its type and fails where a key is missing or wrong.
        push = await _coaxed(tab)
        holds("ps above 0", push["ps"] > 0, push["ps"])
        holds("exp above 0", push["exp"] > 0, push["exp"])


async def granted_once(target: Target) -> None:
    """The first claim is granted; the next one is not, from the same page either."""
    async with tabs(target) as [tab]:
        push = await _coaxed(tab)
        must("the first answer", True, (await _claimed(tab, push))["ok"])
        must("the second answer", False, (await _claimed(tab, push))["ok"])


async def of_two_tabs_one_may_show(target: Target) -> None:
    """Every page of the visitor is offered the push; one is granted it, the other told to withdraw it."""
    async with tabs(target) as [one]:
        two = Tab(target, tok=one.tok)
        await two.open()
        push = await _coaxed(one)
        must("the push on the other page", push["id"], (await two.hear("push"))["id"])
        grants = await asyncio.gather(_claimed(one, push), _claimed(two, push))
        must("the answers", [False, True], sorted(grant["ok"] for grant in grants))
        loser = two if grants[0]["ok"] else one
        # The word may have come before the answer did.
        if not any(_cancels(frame, push) for frame in loser.frames):
            must("the withdrawal", True, _cancels(await loser.hear("push"), push))
        await two.leave()


async def an_unknown_push_is_refused(target: Target) -> None:
    """A claim for what was never offered is answered no."""
    async with tabs(target) as [tab]:
        must("the answer", False, (await _claimed(tab, {"id": "p_made_up"}))["ok"])


async def a_push_is_its_visitors_own(target: Target) -> None:
    """Another visitor who knows the id is refused, and changes nothing for the owner."""
    async with tabs(target, 2) as [owner, thief]:
        push = await _coaxed(owner)
        must("the answer to the thief", False, (await _claimed(thief, push))["ok"])
        await thief.say("pa", id=push["id"], st="dismissed", ms=1)
        await thief.sound()
        must("the answer to the owner", True, (await _claimed(owner, push))["ok"])


async def what_is_owed_is_told_to_the_next_page(target: Target) -> None:
    """A push nobody claimed is sent to the visitor's next page after its welcome, and can be granted there."""
    async with tabs(target) as [tab]:
        push = await _coaxed(tab)
    later = Tab(target, tok=tab.tok)
    await later.open()
    owed = await later.hear("push")
    must("the push", (push["id"], push["ps"]), (owed["id"], owed["ps"]))
    holds("less time left", owed["exp"] <= push["exp"], owed["exp"])
    must("the answer", True, (await _claimed(later, owed))["ok"])
    await later.leave()


async def what_was_seen_is_not_sent_again(target: Target) -> None:
    """A page that names the number of the last push it saw is sent only newer ones."""
    async with tabs(target) as [tab]:
        push = await _coaxed(tab)
    later = Tab(target, sid=tab.sid, tok=tab.tok)
    await later.open(acked=tab.last, ps=push["ps"])
    await later.sound()
    must("pushes", [], [frame["id"] for frame in later.frames if frame["t"] == "push"])
    await later.leave()


async def bought_meanwhile_is_withdrawn(target: Target) -> None:
    """An order withdraws what was offered, and a late claim is refused."""
    async with tabs(target) as [tab]:
        push = await _coaxed(tab)
        await tab.tell({"n": "purchase", "dt": 0, "v": 1, "d": {"order": "A-1", "value": "24.00", "currency": "EUR"}})
        must("the answer", False, (await _claimed(tab, push))["ok"])
        if not any(_cancels(frame, push) for frame in tab.frames):
            must("the withdrawal", True, _cancels(await tab.hear("push"), push))


async def _coaxed(tab: Tab) -> Frame:
    """Tell of somebody who hesitates and return the prompt that comes of it.

    Raises:
        UnsureError: none came.

    """
    item = {"sku": "TARRY-CONFORM", "name": "Trail mug", "price": "24.00", "currency": "EUR"}
    await tab.tell(
        {"n": "page_view", "dt": LOOKED_MS + 2_000, "v": 1, "d": {"path": "/p/mug", "kind": "product"}},
        {"n": "view_item", "dt": LOOKED_MS + 2_000, "v": 1, "d": item},
        {"n": "page_ping", "dt": 0, "v": 1, "d": {"active_ms": LOOKED_MS, "scroll_pct": 10}},
        note("still here"),
    )
    try:
        push = await tab.hear("push")
    except FailedError as exc:
        raise UnsureError(f"the server had nothing to say to somebody who hesitates ({exc})") from None
    holds("a kind that is claimed", push["kind"] in KINDS, push["kind"])
    return push


async def _claimed(tab: Tab, push: Frame) -> Frame:
    await tab.say("claim", id=push["id"])
    while (grant := await tab.hear("grant"))["id"] != push["id"]:
        pass
    return grant


def _cancels(frame: Frame, push: Frame) -> bool:
    return (frame["t"], frame.get("kind")) == ("push", "cancel") and bool(frame["d"].get("id") == push["id"])


CASES = cases_of(
    "push",
    (
        a_push_says_what_it_must,
        granted_once,
        of_two_tabs_one_may_show,
        an_unknown_push_is_refused,
        a_push_is_its_visitors_own,
        what_is_owed_is_told_to_the_next_page,
        what_was_seen_is_not_sent_again,
        bought_meanwhile_is_withdrawn,
    ),
)
