"""One plain sentence for every signal."""

from collections.abc import Callable, Mapping

from tarry.console.fields import Fields
from tarry.console.names import Names, after
from tarry.console.spans import span

_ENVELOPE = ("schema", "at", "kind", "session", "id", "row", "signal", "site", "visitor", "sid_h", "seq", "v")


def signal_sentence(name: str, line: Fields, names: Names) -> str:
    """Say what a signal measured; one this version does not know is shown with its values as they are."""
    nested = line.below("values").values or line.below("d").values
    d = Fields({**line.values, **nested})
    say = SIGNALS.get(name)
    if say:
        return say(d, names)
    return ", ".join(f"{key} {value}" for key, value in d.rest(*_ENVELOPE, "values", "d"))


def _ms(d: Fields, key: str = "active_ms") -> str:
    value = d.number(key)
    return "a while" if value is None else span(value)


def _about(d: Fields, names: Names) -> str:
    return names.of(d.text("sku")) or "a product"


def _bounce(d: Fields, names: Names) -> str:
    count = d.number("count") or 1
    times = f", for the {count}. time" if count > 1 else ""
    return f"turned away from {_about(d, names)} {_ms(d, 'after_ms')} after its price came into view{times}"


def _return(d: Fields, _: Names) -> str:
    days, visits = d.number("days"), d.number("visits")
    said = "came back"
    if days is not None:
        said = "came back within a day" if days < 1 else f"came back after {days} day{'s' if days > 1 else ''}"
    said = after(said, f"visit {visits}" if visits else "", ", ")
    return f"{said}, a cart was left" if d.values.get("cart") else said


def _comparison(d: Fields, names: Names) -> str:
    skus = [names.of(sku) for sku in d.texts("skus")]
    return after("compares", " and ".join(filter(None, (", ".join(skus[:-1]), skus[-1]))) if skus else "products")


def _goal_left(d: Fields, names: Names) -> str:
    return after(f"left {names.of(d.text('goal')) or 'a goal'} half-way", d.text("step"), " at step ")


SIGNALS: Mapping[str, Callable[[Fields, Names], str]] = {
    "dwell": lambda d, names: f"{_ms(d)} active on {_about(d, names)}",
    "price_bounce": _bounce,
    "price_check": lambda d, names: f"checked the price of {_about(d, names)} elsewhere",
    "return_visit": _return,
    "exit_intent": lambda d, _: f"about to leave after {_ms(d)} active",
    "comparison": _comparison,
    "doubt_reading": lambda d, _: f"read about {d.text('topic') or 'terms'} for {_ms(d)} after adding to the cart",
    "coupon_seeking": lambda _d, _names: "looking for a coupon",
    "cost_shock": lambda d, _: f"the total rose from {d.text('old')} to {d.text('new')}",
    "checkout_hesitation": lambda d, _: (
        after("stuck in the checkout", d.text("step"), " at step ") + f" for {_ms(d, 'ms')}"
    ),
    "idle_cart": lambda d, _: f"the cart has waited for {_ms(d, 'ms')}",
    "form_hesitation": lambda d, _: f"{_ms(d, 'ms')} in the {d.text('field') or 'form'} field without typing",
    "frustration": lambda d, _: after("clicking in vain", d.text("clicks") and f"{d.text('clicks')} times"),
    "goal_left": _goal_left,
}
"""By name; ``cart_left`` and other signals not listed are shown with their values."""
