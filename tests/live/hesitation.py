"""What shoppers do before a prompt, and how to look at what came of it."""

from tests.fakes.page import Frame, Page
from tests.fakes.running import Running


async def study(page: Page, *, active_ms: int = 31_000, sku: str = "MUG") -> None:
    """Look at a product for some active time, all of it just before now."""
    await page.tell("page_view", {"path": f"/p/{sku.lower()}", "kind": "product"}, ago_ms=active_ms + 2_000)
    item = {"sku": sku, "name": "Trail mug", "price": "24.00", "currency": "EUR"}
    await page.tell("view_item", item, ago_ms=active_ms + 2_000)
    await page.tell("page_ping", {"active_ms": active_ms, "scroll_pct": 10})


async def opened(server: Running, **keys: str) -> Page:
    """Return a page that was welcomed."""
    page = Page(server.url, **keys)
    await page.open()
    return page


async def settled(page: Page) -> None:
    """Wait until everything the page told so far is committed: a claim is answered in its turn."""
    await page.claim({"id": "p_none"})


def pushes(page: Page) -> list[Frame]:
    """Return the prompts a page was sent."""
    return [frame for frame in page.frames if frame["t"] == "push" and frame["kind"] != "cancel"]


def decisions(server: Running, page: Page) -> list[Frame]:
    """Return the decision lines of a page's session."""
    return [line for line in server.story(page.ref) if line["kind"] == "decision"]
