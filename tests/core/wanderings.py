"""Random visitors: stories in which anything may follow anything, with pauses from none to a month."""

from hypothesis import strategies as st
from tests.core.stories import Story

SKUS = ("A", "B", "C")
_PAUSES_MS = (0, 1, 900, 5_000, 19_999, 30_000, 60_000, 1_800_001, 86_400_000, 15 * 86_400_000)
_DEEDS = (
    *("product", "product", "list", "checkout", "look", "look", "look", "price", "leave", "exit", "hide", "show"),
    *("add", "take", "cart", "order", "begin", "step", "complete", "document", "late"),
    *("read", "coupon", "refused", "rage", "dead", "copy", "focus", "error", "idle", "dearer", "pay"),
    *("study", "bounce", "doubt", "compare", "stay", "lie", "stall", "shock"),
)
_TOPICS = ("shipping", "returns", "size", "payment", "other")
_FIELDS = ("email", "address", "card")


@st.composite
def wanderings(draw: st.DrawFn, *, most: int = 25) -> Story:
    """Return a story of up to ``most`` deeds."""
    story = Story()
    for _ in range(draw(st.integers(1, most))):
        story.wait(draw(st.sampled_from(_PAUSES_MS)))
        _act(story, draw(st.sampled_from(_DEEDS)), draw(st.sampled_from(SKUS)), draw(st.integers(0, 40_000)))
    # Opening a document tells nothing by itself, and every story has something to tell.
    return story if story.events else story.page()


def _act(story: Story, deed: str, sku: str, ms: int) -> None:
    """Do something that takes several events, so that every signal comes up often; else a single one."""
    match deed:
        case "study":
            story.product(sku).look(30_000 + ms % 2_000)
        case "bounce":
            story.product(sku).price(sku).look(ms % 25_000).leave()
        case "doubt":
            story.add(sku).page("info", topic=_TOPICS[ms % len(_TOPICS)]).look(5_000 + ms % 3_000)
        case "compare":
            for other in SKUS:
                story.product(other, category="mugs").look(1_000)
        case "stay":
            story.say("form_focus", field=_FIELDS[ms % len(_FIELDS)], ms=15_000)
        case "lie":
            story.add(sku).wait(600_000).look(1_000)
        case "stall":
            story.page("checkout", step="payment").say("idle", after_ms=15_000 + ms)
        case "shock":
            story.page("checkout").say("price_changed", old="20.00", new="24.00", currency="EUR", why="shipping")
            story.wait(ms).exit()
        case _:
            _do(story, deed, sku, ms)


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
        case "read":
            story.page("info", topic=_TOPICS[ms % len(_TOPICS)])
        case "coupon":
            story.say("coupon_focus")
        case "refused":
            story.say("coupon_refused")
        case "rage" | "dead":
            story.say(f"{deed}_click", on="button")
        case "copy":
            story.say("copy_text", what="price")
        case "focus" | "error":
            story.say(f"form_{deed}", field=_FIELDS[ms % len(_FIELDS)])
        case "idle":
            story.say("idle", after_ms=ms)
        case "dearer":
            story.say("price_changed", old="20.00", new=f"{20 + ms % 4}.00", currency="EUR", why="shipping")
        case "pay":
            story.say("begin_checkout", value=f"{20 + ms % 9}.00", currency="EUR")
        case "document":
            story.document(f"doc{len(story.events) + 2}")
