"""Random visitors: stories in which anything may follow anything, with pauses from none to a month."""

from hypothesis import strategies as st
from tests.core.stories import Story

SKUS = ("A", "B", "C")
_PAUSES_MS = (0, 1, 900, 5_000, 19_999, 30_000, 60_000, 1_800_001, 86_400_000, 15 * 86_400_000)
_DEEDS = (
    *("product", "product", "list", "checkout", "look", "look", "look", "price", "leave", "exit", "hide", "show"),
    *("add", "take", "cart", "order", "begin", "step", "complete", "document", "late"),
)


@st.composite
def wanderings(draw: st.DrawFn, *, most: int = 25) -> Story:
    """Return a story of up to ``most`` deeds."""
    story = Story()
    for _ in range(draw(st.integers(1, most))):
        story.wait(draw(st.sampled_from(_PAUSES_MS)))
        _do(story, draw(st.sampled_from(_DEEDS)), draw(st.sampled_from(SKUS)), draw(st.integers(0, 40_000)))
    return story


def _do(story: Story, deed: str, sku: str, ms: int) -> None:
    match deed:
        case "product":
            story.product(sku)
        case "list" | "checkout":
            story.page(deed)
        case "look":
            story.look(ms)
        case "late":
            story.look(ms, late_ms=ms)
        case "price":
            story.price(sku)
        case "leave":
            story.leave()
        case "exit":
            story.exit()
        case "hide":
            story.say("page_hide", how="hidden", active_ms=story.active_ms)
        case "show":
            story.say("page_show", how="visible", active_ms=story.active_ms)
        case "add":
            story.add(sku)
        case "take":
            story.say("remove_from_cart", sku=sku, qty=ms % 3)
        case "cart":
            story.cart()
        case "order":
            story.say("purchase", order="A-1")
        case "begin" | "step" | "complete":
            story.say(f"goal_{deed}", goal=sku, url="/walk")
        case "document":
            story.document(f"doc{len(story.events) + 2}")
