"""All watched things, in the order in which they are asked."""

from collections.abc import Mapping

from msgspec import Struct

from tarry.core.events import (
    BODIES,
    Body,
    CartChange,
    CartSeen,
    Click,
    CopyText,
    Event,
    ExitIntent,
    FormEvent,
    Goal,
    Idle,
    Nothing,
    PageHide,
    PagePing,
    PageShow,
    PageView,
    ViewItem,
)
from tarry.core.policy import Rules
from tarry.core.signals.checkout_hesitation import checkout_hesitation
from tarry.core.signals.comparison import comparison
from tarry.core.signals.cost_shock import cost_shock
from tarry.core.signals.coupon_seeking import coupon_seeking
from tarry.core.signals.doubt_reading import doubt_reading
from tarry.core.signals.dwell import dwell
from tarry.core.signals.exit_intent import exit_intent
from tarry.core.signals.form_hesitation import form_hesitation
from tarry.core.signals.frustration import frustration
from tarry.core.signals.goal_left import goal_left
from tarry.core.signals.idle_cart import idle_cart
from tarry.core.signals.notice import Notice, Watch
from tarry.core.signals.price_bounce import price_bounce
from tarry.core.signals.price_check import price_check
from tarry.core.signals.return_visit import return_visit
from tarry.core.visitor import Visitor

_Kinds = frozenset[type[Body]]
_EVERY: _Kinds = frozenset(BODIES.values())
_LOOKS: _Kinds = frozenset({PagePing, PageHide, PageShow, ExitIntent})
_READS: _Kinds = _LOOKS | {CartChange}
_ENDS: _Kinds = frozenset({PageView, PageHide, ExitIntent})
_STOPS: _Kinds = _ENDS | {Idle}
_STALLS: _Kinds = frozenset({PageView, Idle, FormEvent})
_COPIES: _Kinds = frozenset({CopyText, PageShow})
_ARRIVALS: _Kinds = frozenset({PageView, PageShow})


class Row(Struct, frozen=True):
    """One signal: its watch, and the kinds of event after which it may show."""

    watch: Watch
    after: _Kinds


ROWS: tuple[Row, ...] = (
    Row(exit_intent, frozenset({ExitIntent})),
    Row(return_visit, _ARRIVALS),
    # Time passes with each event.
    Row(goal_left, _EVERY - {Goal}),
    Row(idle_cart, _EVERY - {CartChange, CartSeen}),
    Row(price_bounce, _ENDS),
    Row(price_check, _COPIES),
    Row(dwell, _LOOKS),
    Row(comparison, frozenset({ViewItem})),
    Row(doubt_reading, _READS),
    Row(coupon_seeking, frozenset({Nothing})),
    Row(cost_shock, _STOPS),
    Row(checkout_hesitation, _STALLS),
    Row(form_hesitation, frozenset({FormEvent})),
    Row(frustration, frozenset({Click})),
)
"""Every signal, in the order in which they are asked about one event; a new one is one file and one row."""


def by_kind(rows: tuple[Row, ...]) -> dict[type[Body], tuple[Watch, ...]]:
    """Return whom to ask after each kind of event."""
    return {kind: tuple(row.watch for row in rows if kind in row.after) for kind in _EVERY}


WATCHES = by_kind(ROWS)
"""Who is asked about which kind of event, in this order."""


def notice_all(
    visitor: Visitor, event: Event, rules: Rules, watches: Mapping[type[Body], tuple[Watch, ...]] = WATCHES
) -> tuple[Notice, ...]:
    """Ask the watches about one event; what already fired in this sitting is left out."""
    session = visitor.session
    if session is None:
        return ()
    found: list[Notice] = []
    for watch in watches[type(event.body)]:
        noticed = watch(visitor, event, rules)
        if noticed:
            found += [notice for notice in noticed if notice.key not in session.fired]
    return tuple(found)
