"""A prompt: checked words with every slot filled, as the page will draw it."""

from collections.abc import Callable, Mapping

from tarry.core.brief import Brief, Draft, Formality
from tarry.core.briefing import SafeName, Shop, Subject, own_path
from tarry.core.cart import Cart, as_line
from tarry.core.incentives.grant import Code
from tarry.core.left import left_lines
from tarry.core.money import to_decimal
from tarry.core.tongue import is_right_to_left
from tarry.core.visitor import Visitor

Say = Callable[[str, str, Mapping[str, str], Formality], str]
"""Looks up one of the fixed texts: locale, key, slots, address."""
ACTIONS = {
    "cart": "action-back-to-cart",
    "goal": "action-resume",
    "product": "action-see-product",
    "shop": "action-see-help",
}
"""What leads to what a prompt is about, by the key of its words."""


def fill(text: str, slots: Mapping[str, str], *, isolate: bool = False) -> str:
    """Put the facts into a draft's slots, each once and as plain text; the guardrails know all slots exist.

    ``isolate`` keeps each of them in its own direction: a Latin name or an amount in a line that runs from right to
    left would otherwise drag its neighbours along.
    """
    for name, value in slots.items():
        plain = value.replace("{", "(").replace("}", ")")
        text = text.replace("{" + name + "}", isolated(plain) if isolate else plain)
    return text


def isolated(text: str) -> str:
    """Return a text between the marks that keep its direction to itself (FSI and PDI, Unicode UAX #9)."""
    return f"\u2068{text}\u2069"


def compose(
    brief: Brief,
    draft: Draft,
    subject: Subject,
    *,
    visitor: Visitor,
    shop: Shop,
    say: Say,
    safe_name: SafeName,
    offer: Code | None = None,
) -> dict[str, object]:
    """Return the body of the push: what the page draws, all plain text.

    The labels, the sentence under "why this?" and every link are ours or the owner's, never the copywriter's.
    """
    slots = brief.slots()
    mirrored = is_right_to_left(brief.locale)
    body: dict[str, object] = {
        "play": brief.play,
        "format": brief.format,
        "tone": brief.tone,
        "locale": brief.locale,
        "dir": "rtl" if mirrored else "ltr",
        "headline": fill(draft.headline, slots, isolate=mirrored),
        "body": fill(draft.body, slots, isolate=mirrored),
        "actions": _actions(brief, subject, say),
        "writer": draft.writer,
        "why": _why(brief, slots, shop, say),
    }
    if offer is not None:
        body["code"], body["ends_at"] = offer.text, offer.ends_at
    if visitor.consent != "full":
        # Nothing outlives the page without consent, so neither does quiet: say so.
        body["quiet"] = say(brief.locale, "quiet-page", {}, brief.formality)
    if brief.passages:
        body["blocks"] = [
            {"kind": p.kind, "title": p.title, "text": p.text, "source": _source(p.source)} for p in brief.passages
        ]
    if brief.subject == "cart" and brief.play == "remind":
        body["currency"] = visitor.cart.currency
        body["lines"] = _lines(visitor.cart, shop, safe_name)
    elif brief.play == "resurface_cart":
        body["currency"] = visitor.left.currency
        body["lines"] = _left(visitor, shop, safe_name)
    if brief.play == "remind" and subject.item is not None:
        # Picture, name and price, as the page that showed it told them.
        item = subject.item
        body["currency"] = item.currency or ""
        body["lines"] = _lines(Cart(item.currency or "", (as_line(item),)), shop, safe_name)
    if brief.subject == "goal":
        body["goal"] = _goal(brief, subject)
    return body


def _why(brief: Brief, slots: Mapping[str, str], shop: Shop, say: Say) -> str:
    """Return the sentence under "why this?"; of an offer, that nobody but a program decided it, and what law wants."""
    if brief.play != "incentive":
        return say(brief.locale, f"why-{brief.signal}", slots, brief.formality)
    return f"{say(brief.locale, 'why-incentive', {}, brief.formality)} {shop.notice}".strip()


def _source(source: str) -> str:
    """Return where a passage is from as people say it; an address is for the log, not for reading."""
    return "" if source.startswith(("/", "http://", "https://")) else source


def _actions(brief: Brief, subject: Subject, say: Say) -> list[dict[str, str]]:
    way_out = "action-dismiss" if subject.href else "action-close"
    dismiss = {"id": "dismiss", "label": say(brief.locale, way_out, {}, brief.formality), "do": "dismiss"}
    if not subject.href:
        return [dismiss]
    key = ACTIONS[brief.subject]
    go = {"id": "go", "label": say(brief.locale, key, {}, brief.formality), "do": "link", "href": subject.href}
    if subject.refill is None:
        return [go, dismiss]
    refill = {"id": "refill", "label": say(brief.locale, "action-refill", {}, brief.formality), "do": "refill"}
    return [{**refill, "href": subject.refill} if subject.refill else refill, go, dismiss]


def _lines(cart: Cart, shop: Shop, safe_name: SafeName) -> list[dict[str, object]]:
    lines: list[dict[str, object]] = []
    for line in cart.lines:
        drawn: dict[str, object] = {"sku": line.sku, "name": safe_name(line.name) or "…", "qty": line.qty}
        if line.price_minor is not None and cart.currency:
            drawn["price"] = to_decimal(line.price_minor, cart.currency)
        for key, url in (("image", line.image), ("url", line.url)):
            path = own_path(url or "", shop.origins)
            if path:
                drawn[key] = path
        lines.append(drawn)
    return lines


def _left(visitor: Visitor, shop: Shop, safe_name: SafeName) -> list[dict[str, object]]:
    """Return the left cart's lines at their prices of today, with what they were, and what is gone."""
    currency = visitor.left.currency
    left = left_lines(visitor, shop.articles)
    drawn = _lines(Cart(currency, tuple(one.line for one in left)), shop, safe_name)
    for one, row in zip(left, drawn, strict=True):
        if one.was_minor is not None and currency:
            row["was"] = to_decimal(one.was_minor, currency)
        if one.gone:
            row["gone"] = True
    return drawn


def _goal(brief: Brief, subject: Subject) -> dict[str, object]:
    slots = brief.slots()
    return {"name": slots.get("goal", ""), "step": slots.get("step", ""), "href": subject.href}
