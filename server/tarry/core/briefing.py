"""Making the brief: which facts about this decision are known, safe to say, and how they read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from urllib.parse import urlsplit

from msgspec import structs

from tarry.core.article import Article, Articles
from tarry.core.brief import Brief, Fact, Formality, Passage
from tarry.core.cart import Cart, replace_qty
from tarry.core.decision import Decision
from tarry.core.events import ViewItem
from tarry.core.incentives.grant import Code
from tarry.core.left import left_lines
from tarry.core.money import format_count, format_money, to_decimal, to_minor
from tarry.core.passages import pick_passages
from tarry.core.refill import way_back
from tarry.core.tongue import is_spoken
from tarry.core.visitor import GoalState, Visitor
from tarry.core.voice import Voice

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

    ``refill`` is the owner's way to put a left cart back, as ``is_way`` takes it; ``help_url`` where help is found;
    ``articles`` the owner's catalogue, by SKU; ``notice`` their sentence under "why this?" of an offer. ``formality``
    is how people are addressed, ``voices`` the house rules' voices. ``languages`` are those that words are there for
    (lower-case tags; any, when empty), and ``stand_in`` the one to speak where a page's own is not among them.
    ``wishes`` is what the owner asks of words, a sentence each.
    """

    locale: str
    origins: tuple[str, ...]
    cart_url: str = ""
    voice: str = ""
    passages: Iterable[Passage] = ()
    refill: str = ""
    help_url: str = ""
    articles: Articles = field(default_factory=dict)
    notice: str = ""
    formality: Formality = "formal"
    voices: Mapping[str, Voice] = field(default_factory=dict)
    languages: frozenset[str] = frozenset()
    stand_in: str = ""
    wishes: tuple[str, ...] = ()


Lack = Literal["no_language", "no_passage", "no_subject", "no_way"]
"""What there is none of where nothing is said: words in the page's language, a passage of the owner's on this doubt,
what it was to be about, or a link of the shop's that leads there."""


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


def make_brief(
    visitor: Visitor, decision: Decision, shop: Shop, safe_name: SafeName, offer: Code | None = None
) -> tuple[Brief, Subject] | Lack:
    """Return what the copywriter may know, or what is lacking when there is nothing true and safe to say.

    A name that carries orders, markup or claims is not a fact: it is left out. Reassurance without a passage of the
    owner's has nothing to reassure with, and an incentive without a code nothing to give.

    Args:
        visitor: as they were at the decision.
        decision: what is to be said.
        shop: where.
        safe_name: turns a name a page claims into one that may be said.
        offer: the code that goes with it, where the play is an incentive.

    """
    if (decision.play == "incentive") != (offer is not None):
        return "no_subject"
    if decision.play is None or decision.tone is None or decision.format is None:
        return "no_subject"
    locale = _locale(visitor, decision, shop)
    if not locale:
        return "no_language"
    subject = _subject(visitor, decision, shop, locale, safe_name)
    if subject is not None and offer is not None:
        subject = _offered(subject, visitor, decision, offer, locale)
    passages: tuple[Passage, ...] = ()
    if decision.play == "reassure":
        passages = _passages(visitor, decision, subject, shop, locale)
    if subject is None:
        return "no_subject"
    if decision.play == "reassure" and not passages:
        return "no_passage"
    if decision.play not in ("reassure", "incentive") and not subject.href:
        return "no_way"
    voice = shop.voices.get(decision.voice, Voice())
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
        voice=voice.text or shop.voice,
        wishes=shop.wishes,
        length=decision.length or "usual",
        formality=voice.formality or shop.formality,
    )
    return brief, subject


def _passages(
    visitor: Visitor, decision: Decision, subject: Subject | None, shop: Shop, locale: str
) -> tuple[Passage, ...]:
    """Return the owner's passages that answer the reason; for a doubt about the shop only those on its topic."""
    reason = decision.reason or ""
    topics = TOPICS.get(reason, ())
    about = reason in _OF_PRODUCTS and subject is not None and subject.kind == "product"
    fitting = shop.passages if about else [p for p in shop.passages if set(topics) & set(p.topics)]
    views = visitor.session.views if visitor.session is not None else ()
    compared = [view.item.sku for view in views if view.item is not None] if reason == "comparing" else []
    return pick_passages(
        fitting,
        sku=decision.subject or "",
        locale=locale,
        tone=decision.tone or "plain",
        topics=topics,
        compared=compared,
    )


def _locale(visitor: Visitor, decision: Decision, shop: Shop) -> str:
    """Return the page's own language, or the shop's where it tells none; what stands in for it, or nothing."""
    session = visitor.session
    view = session.view(decision.stream, decision.view) if session is not None else None
    locale = (view.locale if view is not None else "") or shop.locale
    known = (tag for tag in (locale, shop.stand_in) if not shop.languages or is_spoken(tag, shop.languages))
    return next(known, "")


def _subject(visitor: Visitor, decision: Decision, shop: Shop, locale: str, safe_name: SafeName) -> Subject | None:
    if decision.play == "resurface_cart":
        return _cart(visitor, shop, locale, safe_name)
    if decision.play == "convenience":
        return Subject("shop", (), own_path(shop.help_url, shop.origins))
    if decision.signal == "idle_cart" or decision.play == "incentive":
        return _standing_cart(visitor, shop, locale, safe_name)
    if not decision.subject:
        return Subject("shop", ())
    if decision.signal == "goal_left":
        goal = next((g for g in visitor.goals if g.goal == decision.subject), None)
        return _goal(goal, shop, safe_name) if goal is not None else None
    item = visitor.known(decision.subject or "")
    if item is None:
        return None
    article = shop.articles.get(item.sku)
    if article is not None:
        if article.sold_out():
            return None
        item = completed(item, article)
    product = _product(item, shop, locale, safe_name)
    # A link to the page one is on leads nowhere.
    return replace(product, href="") if _in_sight(visitor, decision) == item.sku else product


def completed(item: ViewItem, article: Article) -> ViewItem:
    """Return a product as a page told it, with what the page left out taken from the owner's catalogue.

    What the shopper saw goes first: a price that differs from the one on the page would help nobody.
    """
    price = item.price
    currency = item.currency
    if price is None and article.price_minor is not None:
        price, currency = to_decimal(article.price_minor, article.currency), article.currency
    return structs.replace(
        item,
        name=item.name or article.name,
        price=price,
        currency=currency,
        image=item.image or article.picture or None,
        url=item.url or article.link or None,
        category=item.category or article.category or None,
    )


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
    left = left_lines(visitor, shop.articles)
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
    facts.add("count", "count", format_count(sum(one.line.qty for one in there), locale))
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
    facts.add("count", "count", format_count(sum(line.qty for line in cart.lines), locale))
    worth = cart.worth_minor()
    if worth is not None and cart.currency:
        facts.money("total", format_money(worth, cart.currency, locale))
    return Subject("cart", facts.done(), own_path(shop.cart_url, shop.origins))


def _offered(cart: Subject, visitor: Visitor, decision: Decision, offer: Code, locale: str) -> Subject:
    """Return the cart with what the code takes off and from what worth of an order on; no link to the page in view."""
    currency = visitor.cart.currency
    facts = _Facts(cart.facts)
    facts.money("amount", format_money(offer.worth, currency, locale))
    facts.money("least", format_money(offer.least, currency, locale))
    view = visitor.session.view(decision.stream, decision.view) if visitor.session is not None else None
    there = view is not None and view.kind == "cart"
    return replace(cart, facts=facts.done(), href="" if there else cart.href)


def _goal(goal: GoalState, shop: Shop, safe_name: SafeName) -> Subject:
    facts = _Facts()
    facts.name("goal", safe_name(goal.title) if goal.title else None)
    facts.name("step", safe_name(goal.step) if goal.step else None, kind="step")
    return Subject("goal", facts.done(), own_path(goal.url, shop.origins))


class _Facts:
    """Numbers facts as they are found."""

    def __init__(self, found: tuple[Fact, ...] = ()) -> None:
        self._found = list(found)

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
