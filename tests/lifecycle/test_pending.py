"""A prompt that is ready while nobody looks: it waits, and comes up once when somebody does."""

from collections.abc import Callable, Iterator

import pytest
from tests.fakes.model_server import ModelServer
from tests.lifecycle.conftest import Shop, arrived
from tests.lifecycle.window import Window, wait

Away = Callable[[Window], object]


def behind(window: Window) -> None:
    """Put another tab in front."""
    window.front(window.tab())


def before(window: Window) -> None:
    """Bring the first tab back to the front."""
    window.front(window.driver.window_handles[0])


def freeze(window: Window) -> None:
    """Have the page hidden and frozen, as a phone does with what is not looked at."""
    window.told("Page.setWebLifecycleState", state="frozen")


def thaw(window: Window) -> None:
    """Have the page go on, still hidden, and bring it to the front."""
    window.told("Page.setWebLifecycleState", state="active")
    behind(window)
    before(window)


def leave(window: Window) -> None:
    """Go to another page; this one is kept whole."""
    window.run("window.kept = 'whole'; document.querySelector('#away').click()")
    wait(lambda: window.driver.title == "Away", "never left")


def back(window: Window) -> None:
    """Go back to the page that was kept."""
    window.run("history.back()")
    wait(lambda: window.run("return window.kept") == "whole", "the page was not kept")


def spoke(shop: Shop) -> bool:
    """Tell whether it was decided to speak."""
    return any(row["decision"] == "speak" for row in shop.events("decision"))


@pytest.fixture
def slow(writer: ModelServer) -> Iterator[ModelServer]:
    """Have the writer think until it is told to go on."""
    writer.received.clear()
    writer.mode = "hang"
    yield writer
    writer.mode = "good"


@pytest.mark.parametrize(
    ("away", "again", "path"),
    [(behind, before, "/mug-GB"), (freeze, thaw, "/mug-US"), (leave, back, "/mug-AU")],
    ids=["hidden", "frozen", "cached"],
)
def test_what_is_ready_while_nobody_looks_waits(
    shop: Shop, opened: Window, slow: ModelServer, away: Away, again: Away, path: str
) -> None:
    """Its words come while the page is out of sight: it stays pending until the page is back, and is shown once."""
    arrived(shop, opened, path)
    # Words are sought ahead of their moment: it is the moment that is waited for.
    wait(lambda: (opened.read(0.5), spoke(shop))[1], "nothing to say")
    away(opened)
    wait(lambda: shop.events("page_hide"), "the server does not know that nobody looks")
    slow.mode = "good"
    wait(shop.pending, "no prompt is ready")
    assert not [row for row in shop.events("delivery") if row["st"] == "shown"]
    (ready,) = shop.pending()

    again(opened)
    wait(lambda: (opened.read(0.3), opened.prompt())[1], "back, and no prompt")
    wait(lambda: not shop.pending(), "seen, and not told")
    assert [row["id"] for row in shop.events("delivery") if row["st"] == "shown"] == [ready]
    assert opened.run("return document.querySelectorAll('tarry-prompt').length") == 1
