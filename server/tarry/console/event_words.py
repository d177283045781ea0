"""One plain sentence for everything a shopper can do."""

from collections.abc import Callable, Mapping

from tarry.console.fields import Fields, shown
from tarry.console.names import Names, after, in_brackets, money
from tarry.console.spans import span

_PAGES = {
    "list": "a list of products",
    "product": "a product page",
    "cart": "the cart",
    "checkout": "the checkout",
    "thanks": "the thank-you page",
    "search": "the search results",
    "info": "an information page",
    "other": "a page",
}
_AWAY = {"hidden": "turned to another tab or window", "pagehide": "left the page", "freeze": "the tab was put to sleep"}
_BACK = {"visible": "came back to the page", "bfcache": "went back to this page", "resume": "the tab woke up"}


def event_sentence(name: str, d: Fields, names: Names) -> str:
    """Say what the shopper did; an event this version does not know is shown raw."""
    say = _EVENTS.get(name)
    if say:
        return say(d, names)
    return after(shown(name) or "something", ", ".join(f"{key} {value}" for key, value in d.rest()), ": ")


def _page_view(d: Fields, _: Names) -> str:
    topic = d.text("topic") if d.text("topic") != "other" else ""
    what = f"the {topic} page" if topic else _PAGES.get(d.text("kind"), "a page")
    if d.text("step"):
        what = f"{what}, step {d.text('step')}"
    return in_brackets(after(f"opened {what}", d.text("path"), ", "), after("", d.text("ref_host"), "from ").strip())


def _view_list(d: Fields, _: Names) -> str:
    count = d.number("count")
    what = d.text("list") or d.text("category")
    return in_brackets(after("saw a list of products", what, ": "), f"{count} of them" if count else "")


def _added(d: Fields, names: Names) -> str:
    return in_brackets(f"put {_qty(d)}{names.item(d)} into the cart", money(d))


def _cart(d: Fields, names: Names) -> str:
    lines = d.items("lines")
    if not lines:
        return "the cart is empty"
    said = ", ".join(_qty(line) + names.item(line) for line in lines[:4])
    said = said if len(lines) <= 4 else f"{said} and {len(lines) - 4} more"
    return in_brackets(f"the cart holds {said}", money(d, "total"))


def _search(d: Fields, _: Names) -> str:
    count = d.number("results")
    said = after("searched", d.text("term") and f"“{d.text('term')}”", " for ")
    return said if count is None else f"{said}: {count} found"


def _changed(d: Fields, names: Names) -> str:
    what = names.of(d.text("sku")) or f"the {d.text('why') or 'price'}"
    if not d.text("old") or not d.text("new"):
        return f"{what} changed"
    return in_brackets(f"{what} went from {d.text('old')} to {money(d, 'new')}", d.text("why"))


def _exit(d: Fields, _: Names) -> str:
    how = "the pointer left through the top" if d.text("how") == "pointer" else "about to leave"
    active = d.number("active_ms")
    return how if active is None else f"{how} after {span(active)} active on the page"


def _form(verb: str) -> Callable[[Fields, Names], str]:
    def say(d: Fields, _: Names) -> str:
        ms = d.number("ms")
        said = f"{verb} the {d.text('field') or 'form'} field"
        return said if ms is None else f"{said} after {span(ms)}"

    return say


def _goal(verb: str) -> Callable[[Fields, Names], str]:
    def say(d: Fields, names: Names) -> str:
        said = f"{verb} {d.text('title') or names.of(d.text('goal')) or 'a goal'}"
        return in_brackets(after(said, d.text("step"), ", step "), money(d, "value"))

    return say


def _value(words: str) -> Callable[[Fields, Names], str]:
    def say(d: Fields, _: Names) -> str:
        return in_brackets(
            words, ", ".join(part for part in (d.text("tier"), d.text("type"), money(d, "value")) if part)
        )

    return say


def _order(words: str) -> Callable[[Fields, Names], str]:
    def say(d: Fields, _: Names) -> str:
        return in_brackets(after(words, d.text("order")), money(d, "value"))

    return say


def _plain(words: str) -> Callable[[Fields, Names], str]:
    return lambda _d, _names: words


def _clicked(words: str) -> Callable[[Fields, Names], str]:
    return lambda d, _: after(words, d.text("on") and f"a {d.text('on')}", " on ")


def _custom(d: Fields, _: Names) -> str:
    more = ", ".join(f"{key} {value}" for key, value in d.rest("name"))
    return after(f"the shop told “{d.text('name')}”", more, ": ")


def _health(d: Fields, _: Names) -> str:
    said = f"the {d.text('reader') or 'page'} reader heard {d.text('count') or '0'} × {d.text('kind') or 'something'}"
    return in_brackets(said, after("", d.text("missing"), "missing: ").strip())


def _vitals(d: Fields, _: Names) -> str:
    lcp, inp = d.number("lcp_ms"), d.number("inp_ms")
    parts = [f"largest paint {span(lcp)}" if lcp is not None else "", f"slowest input {span(inp)}" if inp else ""]
    return after("page speed", ", ".join(part for part in parts if part), ": ")


def _qty(d: Fields) -> str:
    qty = d.number("qty")
    return f"{qty} × " if qty is not None and qty != 1 else ""


_EVENTS: Mapping[str, Callable[[Fields, Names], str]] = {
    "page_view": _page_view,
    "view_item": lambda d, names: in_brackets(f"looked at {names.item(d)}", money(d)),
    "view_item_list": _view_list,
    "select_item": lambda d, names: f"chose {names.item(d)}",
    "add_to_cart": _added,
    "remove_from_cart": lambda d, names: f"took {_qty(d)}{names.item(d)} out of the cart",
    "cart": _cart,
    "view_cart": _value("looked at the cart"),
    "begin_checkout": _value("began the checkout"),
    "add_shipping_info": _value("chose the shipping"),
    "add_payment_info": _value("chose how to pay"),
    "purchase": _order("ordered"),
    "refund": _order("was refunded"),
    "search": _search,
    "login": _plain("logged in"),
    "sign_up": _plain("signed up"),
    "generate_lead": _plain("left contact details"),
    "price_seen": lambda d, names: after(f"price in view: {names.item(d)}", money(d), ", "),
    "price_changed": _changed,
    "page_ping": _plain("still reading"),
    "page_hide": lambda d, _: _AWAY.get(d.text("how"), "went away"),
    "page_show": lambda d, _: _BACK.get(d.text("how"), "came back"),
    "exit_intent": _exit,
    "idle": lambda d, _: after("no input", span(d.number("after_ms") or 0), " for "),
    "rage_click": _clicked("clicked again and again"),
    "dead_click": _clicked("clicked without effect"),
    "copy_text": lambda d, _: f"copied the {d.text('what')}" if d.text("what") not in ("", "other") else "copied text",
    "coupon_focus": _plain("went to the coupon field"),
    "coupon_refused": _plain("a coupon was refused"),
    "form_focus": _form("went into"),
    "form_error": _form("an error in"),
    "form_leave": _form("left"),
    "goal_begin": _goal("began"),
    "goal_step": _goal("went on with"),
    "goal_complete": _goal("completed"),
    "identify": lambda d, _: (
        after("the shop said who this is", d.text("kind"), ", by ")
        + {"good": "", "": ", without proof"}.get(d.text("proof"), ", with a wrong proof")
    ),
    "health": _health,
    "vitals": _vitals,
    "custom": _custom,
}
