"""Making the brief: which facts about this decision are known, safe to say, and how they read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from tarry.core.brief import Brief, Fact, Passage, Tone
from tarry.core.cart import Cart, replace_qty
from tarry.core.decision import Decision
from tarry.core.events import ViewItem
from tarry.core.left import left_lines
from tarry.core.money import format_money, to_minor
from tarry.core.passages import pick_passages
from tarry.core.refill import way_back
from tarry.core.visitor import GoalState, Visitor

SafeName = Callable[[str], str | None]
"""Turns a name a page claims into one that may be said, or ``None``."""
TOPICS: dict[str, tuple[str, ...]] = {
    "doubt": ("quality", "fit", "care", "returns"),
    "price": ("value", "quality"),
    "comparing": ("compare", "quality", "value"),
    "delivery": ("delivery",),
    "trust": ("returns", "trust"),
    "payment": ("payment",),
    "account": ("account",),
    "checkout": ("checkout", "payment"),
    "coupon": ("value",),
}
"""What a passage should speak about, by the reason it answers."""
_OF_PRODUCTS = frozenset({"doubt", "price", "comparing"})
"""Reasons that any passage about the product answers a little; the others only one on their own topic."""


@dataclass(frozen=True, slots=True)
class Shop:
    """What briefs and prompts need to know of a site: language, cart, origins, and the owner's own words.

    ``refill`` is the owner's way to put a left cart back, as ``is_way`` takes it; ``help_url`` where help is found.
    """

    locale: str
    origins: tuple[str, ...]
    cart_url: str = ""
    voice: str = ""
    passages: tuple[Passage, ...] = ()
    refill: str = ""
    help_url: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a prompt is about: its kind, its facts, where one tap leads (a path of the shop, or empty), the product.

    ``refill`` is where one tap puts the left cart back: a path of the shop, empty when the page does it, ``None`` when
    there is nothing to put back.
    """

    kind: Literal["product", "cart", "goal", "shop"]
    facts: tuple[Fact, ...]
    href: str = ""
    item: ViewItem | None = None
    refill: str | None = None


def make_brief(visitor: Visitor, decision: Decision, shop: Shop, safe_name: SafeName) -> tuple[Brief, Subject] | None:
    """Return what the copywriter may know, or ``None`` when there is nothing true and safe to say.

    A name that carries orders, markup or claims is not a fact: it is left out. Reassurance without a passage of the
    owner's has nothing to reassure with.
    """
    if decision.play is None or decision.tone is None or decision.format is None:
        return None
    locale = _locale(visitor, decision, shop)
    subject = _subject(visitor, decision, shop, locale, safe_name)
    passages: tuple[Passage, ...] = ()
    if decision.play == "reassure":
        passages = _passages(decision, subject, shop, locale, decision.tone)
    if subject is None or (decision.play == "reassure" and not passages):
        return None
    if decision.play != "reassure" and not subject.href:
        return None
    brief = Brief(
        decision=decision.id,
        play=decision.play,
        signal=decision.signal or "",
        reason=decision.reason or "",
        tone=decision.tone,
        format=decision.format,
        locale=locale,
        key=decision.id,
        subject=subject.kind,
        facts=subject.facts,
        passages=passages,
        voice=shop.voice,
        length=decision.length or "usual",
    )
    return brief, subject


def _passages(decision: Decision, subject: Subject | None, shop: Shop, locale: str, tone: Tone) -> tuple[Passage, ...]:
    """Return the owner's passages that answer the reason; for a doubt about the shop only those on its topic."""
    reason = decision.reason or ""
    topics = TOPICS.get(reason, ())
    about = reason in _OF_PRODUCTS and subject is not None and subject.kind == "product"
    fitting = shop.passages if about else [p for p in shop.passages if set(topics) & set(p.topics)]
    return pick_passages(fitting, sku=decision.subject or "", locale=locale, tone=tone, topics=topics)


def _locale(visitor: Visitor, decision: Decision, shop: Shop) -> str:
    session = visitor.session
    view = session.view(decision.stream, decision.view) if session is not None else None
    return (view.locale if view is not None else "") or shop.locale


def _subject(visitor: Visitor, decision: Decision, shop: Shop, locale: str, safe_name: SafeName) -> Subject | None:
    if decision.play == "resurface_cart":
        return _cart(visitor, shop, locale, safe_name)
    if decision.play == "convenience":
        return Subject("shop", (), own_path(shop.help_url, shop.origins))
    if decision.signal == "idle_cart":
        return _standing_cart(visitor, shop, locale, safe_name)
    if not decision.subject:
        return Subject("shop", ())
    if decision.signal == "goal_left":
        goal = next((g for g in visitor.goals if g.goal == decision.subject), None)
        return _goal(goal, shop, safe_name) if goal is not None else None
    item = visitor.known(decision.subject or "")
    if item is None:
        return None
    product = _product(item, shop, locale, safe_name)
    # A link to the page one is on leads nowhere.
    return replace(product, href="") if _in_sight(visitor, decision) == item.sku else product


def _in_sight(visitor: Visitor, decision: Decision) -> str | None:
    """Return the SKU of the product on the page the decision was taken on."""
    view = visitor.session.view(decision.stream, decision.view) if visitor.session is not None else None
    return view.item.sku if view is not None and view.item is not None else None


def _product(item: ViewItem, shop: Shop, locale: str, safe_name: SafeName) -> Subject:
    facts = _Facts()
    facts.name("product", safe_name(item.name))
    if item.price is not None and item.currency is not None:
        facts.money("price", format_money(to_minor(item.price, item.currency), item.currency, locale))
    return Subject("product", facts.done(), own_path(item.url or "", shop.origins), item)


def _cart(visitor: Visitor, shop: Shop, locale: str, safe_name: SafeName) -> Subject | None:
    """Return the left cart as a subject; ``None`` when it is gone, or lost to the shop with no way to put it back."""
    left = left_lines(visitor)
    there = [line for line in left if not line.gone]
    if not there:
        return None
    missing = [replace_qty(one.line, one.missing) for one in there if one.missing]
    way = way_back(shop.refill, visitor.left.src, missing)
    if way:
        way = own_path(way, shop.origins) or None
    if way is None and len(missing) == len(there):
        return None
    facts = _Facts()
    facts.name("product", safe_name(there[0].line.name))
    facts.add("count", "count", str(sum(one.line.qty for one in there)))
    currency = visitor.left.currency
    worth = Cart(currency, tuple(one.line for one in there)).worth_minor()
    if worth is not None and currency:
        facts.money("total", format_money(worth, currency, locale))
    return Subject("cart", facts.done(), own_path(shop.cart_url, shop.origins), refill=way)


def _standing_cart(visitor: Visitor, shop: Shop, locale: str, safe_name: SafeName) -> Subject | None:
    """Return the cart as it stands as a subject; ``None`` when it is empty."""
    cart = visitor.cart
    if not cart.lines:
        return None
    facts = _Facts()
    facts.name("product", safe_name(cart.lines[0].name))
    facts.add("count", "count", str(sum(line.qty for line in cart.lines)))
    worth = cart.worth_minor()
    if worth is not None and cart.currency:
        facts.money("total", format_money(worth, cart.currency, locale))
    return Subject("cart", facts.done(), own_path(shop.cart_url, shop.origins))


def _goal(goal: GoalState, shop: Shop, safe_name: SafeName) -> Subject:
    facts = _Facts()
    facts.name("goal", safe_name(goal.title) if goal.title else None)
    facts.name("step", safe_name(goal.step) if goal.step else None, kind="step")
    return Subject("goal", facts.done(), own_path(goal.url, shop.origins))


class _Facts:
    """Numbers facts as they are found."""

    def __init__(self) -> None:
        self._found: list[Fact] = []

    def add(self, slot: str, kind: Literal["name", "money", "count", "step"], text: str) -> None:
        self._found.append(Fact(f"F{len(self._found) + 1}", slot, kind, text))

    def name(self, slot: str, text: str | None, kind: Literal["name", "step"] = "name") -> None:
        if text:
            self.add(slot, kind, text)

    def money(self, slot: str, text: str) -> None:
        self.add(slot, "money", text)

    def done(self) -> tuple[Fact, ...]:
        return tuple(self._found)


def own_path(url: str, origins: tuple[str, ...]) -> str:
    """Return a link as a path of the shop's own, or an empty text when it leads elsewhere or nowhere."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if any(ord(c) < 0x21 for c in url) or "\\" in url:
        return ""
    if parts.scheme or parts.netloc:
        if f"{parts.scheme}://{parts.netloc}" not in origins:
            return ""
    elif not url.startswith("/"):
        return ""
    path = parts.path or "/"
    if path.startswith("//"):
        return ""
    return path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
