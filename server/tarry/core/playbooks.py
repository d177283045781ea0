"""Playbooks: which kind of help answers which way of leaving, for whom, how, and by what it is measured."""

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import asdict, replace

from tarry.core.brief import Format, Play, Tone
from tarry.core.reasons import NARROWER, Reason

Way = Literal["product", "cart", "checkout", "goal"]
"""What is left: a product looked at, a cart, a checkout on its way, or a goal begun."""
Measure = Literal["order", "add_to_cart", "goal"]
Mode = Literal["observe", "share", "full"]
_Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,39}\Z")]
_Share = Annotated[float, Meta(ge=0, le=100)]


class Playbook(Struct, frozen=True):
    """One playbook.

    ``signals`` open it, each a signal's name or, narrower, ``signal.cue``. It answers its ``reasons``: the likeliest of
    them is why it speaks, and it speaks only when that is likelier than somebody just looking. ``segment`` names whom
    it is for, everybody when empty. ``tone`` and ``format`` are the manner map's unless given. ``delay_s`` lets so
    much time pass after the signal. ``observe`` only logs what it would have done, ``share`` speaks to ``share``
    percent of visitors, always the same ones, ``full`` to all. ``voice`` names one of the house rules' voices.
    """

    name: str
    way: Way
    signals: tuple[str, ...]
    reasons: tuple[Reason, ...]
    play: Play
    segment: str = ""
    tone: Tone | None = None
    format: Format | None = None
    delay_s: float = 0
    measure: Measure = "order"
    mode: Mode = "full"
    share: float = 100
    voice: str = ""

    def opened_by(self, signal: str, cue: str) -> bool:
        """Tell whether a signal opens it."""
        return signal in self.signals or f"{signal}.{cue}" in self.signals

    def on_cart(self) -> bool:
        """Tell whether it has anything to say to somebody who has the cart before them: no reminder of it has."""
        return self.way in ("cart", "checkout") and self.play not in ("resurface_cart", "remind")


STARTERS: tuple[Playbook, ...] = (
    Playbook("left_cart", "cart", ("return_visit.cart",), ("interrupted",), "resurface_cart"),
    Playbook("seen_before", "product", ("return_visit.product",), ("interrupted",), "remind", format="inline"),
    Playbook("goal_left", "goal", ("goal_left",), ("interrupted",), "remind", measure="goal"),
    Playbook("cart_lies", "cart", ("idle_cart",), ("interrupted",), "remind"),
    Playbook("product_doubt", "product", ("dwell",), ("doubt",), "reassure"),
    Playbook("price_doubt", "product", ("price_bounce", "price_check"), ("price",), "reassure"),
    Playbook("comparing", "product", ("comparison",), ("comparing",), "reassure"),
    Playbook("delivery_doubt", "cart", ("doubt_reading.shipping", "cost_shock"), ("delivery",), "reassure"),
    Playbook("fit_doubt", "cart", ("doubt_reading.size",), ("doubt",), "reassure"),
    Playbook("trust", "cart", ("doubt_reading.returns", "form_hesitation"), ("trust",), "reassure"),
    Playbook(
        "payment_doubt",
        "checkout",
        ("doubt_reading.payment", "checkout_hesitation.payment", "form_hesitation.card"),
        ("payment",),
        "reassure",
    ),
    Playbook(
        "account", "checkout", ("form_hesitation.password", "checkout_hesitation.account"), ("account",), "reassure"
    ),
    Playbook("checkout_stall", "checkout", ("checkout_hesitation", "form_hesitation"), ("checkout",), "reassure"),
    Playbook("coupon_hunt", "cart", ("coupon_seeking",), ("coupon",), "reassure"),
    Playbook("trouble", "checkout", ("frustration",), ("trouble",), "convenience"),
    Playbook("price_offer", "cart", ("price_bounce", "price_check", "return_visit.cart"), ("price",), "incentive"),
)  # fmt: skip
"""Tarry's own, one at least for every reason but just looking, which is answered by silence. What may speak at all is
the plays' to say: reminders and reassurance speak by default, everything later only observes at first."""

_LEAVING = frozenset({"exit_intent", "goal_left"})
"""Signals of somebody about to leave, or who left something half-way: whoever is paid for them learns to send them."""


class Change(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an owner says of a playbook: changes one of Tarry's by its name, or makes another, which needs them all."""

    name: _Name
    way: Way | None = None
    signals: Annotated[tuple[str, ...], Meta(min_length=1)] | None = None
    reasons: Annotated[tuple[Reason, ...], Meta(min_length=1)] | None = None
    play: Play | None = None
    segment: str | None = None
    tone: Tone | None = None
    format: Format | None = None
    delay_s: Annotated[float, Meta(ge=0, le=600)] | None = None
    measure: Measure | None = None
    mode: Mode | None = None
    share: _Share | None = None
    voice: str | None = None


def merged(changes: Sequence[Change], known: frozenset[str]) -> tuple[Playbook, ...]:
    """Return the playbooks that hold: Tarry's own with an owner's changes, then the owner's own.

    Args:
        changes: the owner's, each name once.
        known: every signal there is.

    Raises:
        ValueError: a new playbook lacks something, or one could never speak; the owner's to mend.

    """
    own = {playbook.name: playbook for playbook in STARTERS}
    for change in changes:
        given = {key: value for key, value in asdict(change).items() if value is not None}
        before = own.get(change.name)
        lacking = [key for key in ("way", "signals", "reasons", "play") if not given.get(key)]
        if before is None and lacking:
            raise ValueError(
                f"playbook {change.name!r} is not one of Tarry's, so it needs {', '.join(lacking)} as well"
            )
        own[change.name] = replace(before, **given) if before is not None else Playbook(**given)
        try:
            _check(own[change.name], known)
        except ValueError as exc:
            raise ValueError(f"playbook {change.name!r}: {exc}") from exc
    return tuple(own.values())


def _check(playbook: Playbook, known: frozenset[str]) -> None:
    """Refuse what could never speak, and money for anything but the price or for leaving."""
    for opener in playbook.signals:
        signal, _, cue = opener.partition(".")
        if signal not in known:
            raise ValueError(f"there is no signal {signal!r}; there are {', '.join(sorted(known))}")
        if cue not in NARROWER.get(signal, ()) and opener != signal:
            cues = ", ".join(sorted(NARROWER.get(signal, ()))) or "none"
            raise ValueError(f"there is no signal {opener!r}; the cues of {signal} are: {cues}")
    if "looking" in playbook.reasons:
        raise ValueError("just looking is answered by silence; take looking out of its reasons")
    if playbook.play != "incentive":
        return
    if playbook.reasons != ("price",):
        raise ValueError("money off answers the price and no other reason; its reasons are price alone")
    leaving = [opener for opener in playbook.signals if opener.partition(".")[0] in _LEAVING]
    if leaving:
        raise ValueError(f"an exit is never answered by money off; take {leaving[0]} out of its signals")
