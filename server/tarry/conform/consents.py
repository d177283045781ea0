"""Cases of consent: what ends a connection, and that who was erased stays so."""

import asyncio

from tarry.conform.case import cases_of, must
from tarry.conform.reach import Target
from tarry.conform.streams import note
from tarry.conform.tab import Tab, tabs


async def withdrawn_is_4010(target: Target) -> None:
    """A change to none is closed 4010; what was told before is still acknowledged."""
    async with tabs(target) as [tab]:
        await tab.events(note("one"))
        await tab.say("consent", state="none", src="call", at=0)
        must("hi", 1, (await tab.acked(1))["hi"])
        must("the close code", 4010, await tab.closed())


async def a_change_is_taken(target: Target) -> None:
    """A change to another state than none leaves what was told acknowledged; the page closes by itself."""
    async with tabs(target, consent="anonymous") as [tab]:
        await tab.events(note("one"))
        await tab.say("consent", state="full", src="call", at=0)
        must("hi", 1, (await tab.acked(1))["hi"])


async def erased_is_4010_everywhere(target: Target) -> None:
    """Who asks to be erased is closed 4010 on every open page."""
    async with tabs(target) as [one]:
        two = Tab(target, tok=one.tok)
        await two.open()
        await one.tell(note("one"))
        await one.say("consent", state="none", src="erase", at=0, erase=True)
        codes = await asyncio.gather(one.closed(), two.closed())
        must("the close codes", [4010, 4010], codes)


async def the_erased_stay_out(target: Target) -> None:
    """The token of somebody erased opens nothing any more: 4010."""
    async with tabs(target) as [tab]:
        await tab.tell(note("one"))
        await tab.say("consent", state="none", src="erase", at=0, erase=True)
        await tab.closed()
        later = Tab(target, tok=tab.tok)
        await later.dial()
        await later.say("hello", **later.greeting())
        must("the close code", 4010, await later.closed())


CASES = cases_of("consent", (withdrawn_is_4010, a_change_is_taken, erased_is_4010_everywhere, the_erased_stay_out))
