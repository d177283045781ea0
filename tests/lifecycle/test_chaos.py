"""Three hundred events of one visit through everything that goes wrong: each of them in the log, once."""

from collections.abc import Callable

from tests.lifecycle.conftest import Shop, arrived
from tests.lifecycle.window import Window, wait

EVENTS = 300
KILLS = 5
ROUND = EVENTS // KILLS
STORED_MOST = 32 * 1024
"""Most that a visit may keep in the browser's storage, in bytes of two a character."""
BACK_S = 30.0
"""Longest wait for a page to be connected again after a kill, in seconds."""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
STORED = """return [localStorage, sessionStorage].flatMap((kept) => Object.entries(kept))
  .reduce((sum, [name, text]) => sum + 2 * (name.length + text.length), 0)"""


def cut_off(window: Window, *, offline: bool) -> None:
    """Take the network away from the page, or give it back."""
    window.told("Network.enable")
    rate = 0 if offline else -1
    window.told(
        "Network.emulateNetworkConditions", offline=offline, latency=0, downloadThroughput=rate, uploadThroughput=rate
    )


def nothing(_window: Window) -> None:
    """Leave it at the kill."""


def offline(window: Window) -> None:
    """Without a network."""
    cut_off(window, offline=True)


def reload(window: Window) -> None:
    """The visitor loads the page again, while nobody answers."""
    window.driver.refresh()
    wait(lambda: window.run("return !!window.tarry"), "the page never came")


def full(window: Window) -> None:
    """From now on the browser keeps nothing more."""
    window.run(FULL)


TROUBLES: tuple[Callable[[Window], None], ...] = (nothing, reload, offline, reload, full)
"""What else goes wrong at each kill."""


def tell(window: Window, first: int, count: int) -> None:
    """Have the page tell of so many events, as the shop would."""
    window.run(f"for (let n = {first}; n < {first + count}; n++) tarry('event', 'tick', {{n}})")


def test_every_event_is_in_the_log_once_whatever_happens(shop: Shop, opened: Window) -> None:
    """Killed five times, offline, loaded again, with full storage: 300 events told, 300 logged, none twice."""
    arrived(shop, opened)
    for number, trouble in enumerate(TROUBLES):
        first = number * ROUND
        tell(opened, first, ROUND // 2)
        if number % 2 == 0:
            wait(lambda n=first: any(row["n"] >= n for row in shop.events("custom")), "not one came")  # type: ignore[misc]
        shop.made.server.kill()
        trouble(opened)
        tell(opened, first + ROUND // 2, ROUND // 2)
        assert opened.run(STORED) <= STORED_MOST
        shop.made.server.start()
        cut_off(opened, offline=False)
        wait(lambda: shop.connections() == 1, f"not back after kill {number + 1}", BACK_S)
    # What a page left while nobody answered goes with the next one that finds somebody.
    arrived(shop, opened)
    wait(lambda: len(shop.events("custom")) >= EVENTS, "some are missing", BACK_S)

    assert sorted(row["n"] for row in shop.events("custom")) == list(range(EVENTS))
    for stream, numbers in shop.streams().items():
        assert numbers == list(range(1, len(numbers) + 1)), stream
