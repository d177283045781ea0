"""A page that still runs an earlier snippet, in a real browser against today's server."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route
from tests.fakes.running import Running
from tests.journeys.test_kill import Overheard
from tests.journeys.visit import Visit

CORPUS = Path(__file__).parents[1] / "corpus"
VERSIONS = sorted(path.name for path in CORPUS.glob("snippet-*"))


@pytest.mark.parametrize("kept", VERSIONS)
def test_it_is_acknowledged_and_shows_what_it_is_told(
    context: BrowserContext, start: Callable[..., Running], kept: str
) -> None:
    """Events of the old snippet are acknowledged and logged, and a prompt comes up, is claimed and told of."""
    asked: list[str] = []

    def old(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        asked.append(name)
        route.fulfill(path=CORPUS / kept / name, content_type="text/javascript")

    context.route(re.compile(r"/t/[\w.-]+\.js$"), old)
    visit, overheard = Visit(context, start()), Overheard()
    visit.page.on("websocket", overheard.listen)
    visit.go("/shop/shipping")
    visit.answer_consent(accept=True)
    visit.go("/shop/p/trail-mug")
    visit.page.evaluate("() => { for (let n = 1; n <= 5; n++) tarry('event', 'tick', {n}); }")
    visit.read(4)
    visit.go("/shop/")

    visit.await_prompt(25)

    visit.await_line(lambda row: row["kind"] == "delivery" and row["st"] == "shown")
    ticks = [row["d"]["n"] for row in visit.lines("event") if row["n"] == "custom"]
    assert ticks == [1, 2, 3, 4, 5]
    assert overheard.acknowledged == {1, 2, 3, 4, 5}
    assert not visit.lines("bad")
    assert {re.sub(r"-\w+", "", name) for name in asked} == {"tarry.js", "show.js", "prompt.js"}
