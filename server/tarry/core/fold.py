"""Folding: what the record of a visitor becomes after one event. Nothing is noticed or decided here."""

import hashlib
from base64 import urlsafe_b64encode
from bisect import insort

from msgspec.structs import replace

from tarry.core.cart import fold_cart
from tarry.core.events import (
    BODIES,
    CartChange,
    CartSeen,
    Event,
    ExitIntent,
    Goal,
    Identify,
    Order,
    PageHide,
    PagePing,
    PageShow,
    PageView,
    PriceSeen,
    ViewItem,
)
from tarry.core.kinship import with_claim
from tarry.core.left import still_left
from tarry.core.marks import mark_of, with_mark
from tarry.core.session import VIEWS_KEPT, Session, View
from tarry.core.visitor import SEEN_KEPT, Claim, GoalState, Seen, Visitor
from tarry.core.vouching import GOOD

SLACK_MS = 1_000
"""Active time a view may have before its first event, while the page loaded, in milliseconds. Our own choice."""
PRICE_LEFT_MS = 5_000
"""Hidden so soon after its price came into view, a product may have been looked up elsewhere. Our own choice."""
PING_MAX_MS = 15_000
"""Longest time between two words on active time while somebody is there, in milliseconds (the event table)."""

# Bodies are asked for their exact type: `isinstance` and `match` take three times as long to say no to these classes.
_CHANGES_VIEW = frozenset({PagePing, ExitIntent, PageHide, PageShow, ViewItem, PriceSeen, CartChange})
"""What changes the view it happens on; everything else leaves it as it is."""
_ON_CARTS = frozenset({CartSeen, CartChange, Order})
"""What touches the cart."""
_ON_GOALS = frozenset({Goal, PageHide, PageShow, PageView})
"""What touches a goal on its way."""
_ON_VIEWS_ALONE = frozenset(BODIES.values()) - _ON_CARTS - {ViewItem, Goal, Identify}
"""What changes nothing beyond the sitting's pages, unless there is a goal on its way."""


def short_id(prefix: str, *parts: object) -> str:
    """Return a stable id made of its parts: prefix, underscore, 22 characters of base64url."""
    digest = hashlib.blake2b("\x00".join(map(str, parts)).encode(), digest_size=16).digest()
    return f"{prefix}_{urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def fold(visitor: Visitor, event: Event, *, session_idle_ms: float) -> Visitor:
    """Return the record after one event; a new sitting begins when the last one has been idle too long."""
    session, at, body = visitor.session, event.at, event.body
    if session is None or at - session.last_at > session_idle_ms:
        visitor, session = _sit_down(visitor, event)
    last_at = at if at > session.last_at else session.last_at
    mark = mark_of(event)
    if mark is not None:
        session = replace(session, marks=with_mark(session.marks, mark))
    if type(body) is PageView:
        session = replace(_open_view(session, event, body), last_at=last_at, events=session.events + 1)
    else:
        session = replace(session, views=_fold_view(session, event), last_at=last_at, events=session.events + 1)
    if type(body) in _ON_VIEWS_ALONE and not visitor.goals:
        return replace(visitor, session=session)
    return _fold_rest(visitor, session, event)


def _fold_rest(visitor: Visitor, session: Session, event: Event) -> Visitor:
    """Take in what touches more than the sitting's pages."""
    body = event.body
    if type(body) in _ON_CARTS:
        return _fold_cart(visitor, session, event)
    if type(body) is ViewItem:
        return replace(visitor, session=session, seen=_remember(visitor, body, event.at))
    if type(body) is Identify:
        return _claim(replace(visitor, session=session), body, event.at)
    if type(body) in _ON_GOALS:
        return replace(visitor, session=session, goals=_fold_goals(visitor.goals, event))
    return replace(visitor, session=session)


def _claim(visitor: Visitor, said: Identify, at: int) -> Visitor:
    """Take in whom the shop proved a visitor to be; not what the page alone says, nor once the owner took it apart."""
    if said.proof != GOOD or visitor.apart or visitor.consent != "full":
        return visitor
    return replace(visitor, claims=with_claim(visitor.claims, Claim(said.kind, said.hash, at)))


def _fold_cart(visitor: Visitor, session: Session, event: Event) -> Visitor:
    """Take in what touches the cart: the cart seen, a change to it, an order or its refund."""
    body = event.body
    known = visitor.known(body.sku) if type(body) is CartChange else None
    cart = fold_cart(visitor.cart, event, known)
    left = still_left(visitor.left, visitor.cart, event, session.started_at)
    if event.name == "add_to_cart":
        session = replace(session, added_at=max(session.added_at, event.at))
    if event.name != "purchase":
        return replace(visitor, session=session, cart=cart, left=left)
    # What was just bought is not a product to be reminded of.
    bought = {line.sku for line in visitor.cart.lines}
    rest = tuple(seen for seen in visitor.seen if seen.item.sku not in bought)
    session = replace(session, ordered=True, openings=())
    ordered_at = max(visitor.ordered_at, event.at)
    habits = visitor.habits.order(event.at)
    return replace(visitor, session=session, cart=cart, left=left, ordered_at=ordered_at, seen=rest, habits=habits)


def _sit_down(visitor: Visitor, event: Event) -> tuple[Visitor, Session]:
    session = visitor.session
    number = visitor.sittings + 1
    fresh = Session(
        id=short_id("s", visitor.id, number),
        number=number,
        started_at=event.at,
        last_at=event.at,
        consent=visitor.consent,
        locale=session.locale if session is not None else "",
        views=_still_open(session, event) if session is not None else (),
    )
    visitor = replace(visitor, session=fresh, sittings=number)
    if session is None or not visitor.cart.lines:
        return visitor, fresh
    habits = visitor.habits.leave(session.last_at, [line.sku for line in visitor.cart.lines])
    return replace(visitor, left=visitor.cart, habits=habits), fresh


def _still_open(session: Session, event: Event) -> tuple[View, ...]:
    """Return the views a new sitting goes on with: pages of other tabs, and the one come back to after a long pause."""
    fresh = (event.stream, event.view) if isinstance(event.body, PageView) else None
    return tuple(
        View(
            stream=view.stream,
            number=view.number,
            at=event.at,
            kind=view.kind,
            path=view.path,
            topic=view.topic,
            locale=view.locale,
            step=view.step,
            item=view.item,
            before_ms=view.before_ms + view.active_ms,
        )
        for view in session.views
        if not view.ended_at and (view.stream, view.number) != fresh
    )


def _fold_view(session: Session, event: Event) -> tuple[View, ...]:
    """Return the views after an event that opens none."""
    view = session.view(event.stream, event.view) if type(event.body) in _CHANGES_VIEW else None
    if view is None:
        return session.views
    after = _changed(view, event)
    return session.views if after is view else session.with_view(view, after)


def _changed(view: View, event: Event) -> View:
    """Return a view after something happened on it; the same one when that does not touch it."""
    body, at = event.body, event.at
    if type(body) is PagePing or type(body) is ExitIntent:
        return _active(view, body.active_ms, at)
    if type(body) is PageHide:
        view = _active(view, body.active_ms or 0, at)
        ended_at = at if body.how == "pagehide" else view.ended_at
        soon = body.how == "hidden" and bool(view.price_at) and at - view.price_at <= PRICE_LEFT_MS
        return replace(view, hidden_at=at, ended_at=ended_at, price_left_at=at if soon else view.price_left_at)
    if type(body) is PageShow:
        # Nobody looked while it was hidden: what is added up since the last word starts again here.
        return replace(_active(view, body.active_ms or 0, at), hidden_at=0, ended_at=0, active_at=at)
    if type(body) is ViewItem:
        return replace(view, item=body)
    if type(body) is PriceSeen and not view.price_at:
        since = min(max(at - (view.active_at or view.at), 0), PING_MAX_MS)
        return replace(view, price_at=at, price_active_ms=view.active_ms + since)
    return replace(view, added=True) if event.name == "add_to_cart" else view


def _open_view(session: Session, event: Event, page: PageView) -> Session:
    old = session.view(event.stream, event.view)
    if old is not None:
        return session
    fresh = View(
        stream=event.stream,
        number=event.view,
        at=event.at,
        kind=page.kind,
        path=page.path,
        topic=page.topic,
        locale=(page.locale or "").replace("_", "-"),
        step=page.step or "",
    )
    # A new view of the same document is a route change: the view before it has ended.
    views = [v if v.ended_at or v.stream != event.stream else replace(v, ended_at=event.at) for v in session.views]
    # In the order in which they came up, whichever tab was heard first.
    insort(views, fresh, key=_came_up)
    dropped = views[: max(len(views) - VIEWS_KEPT, 0)]
    return replace(
        session,
        views=tuple(views[len(dropped) :]),
        active_before_ms=session.active_before_ms + sum([v.active_ms for v in dropped]),
        locale=(fresh.locale if views[-1] is fresh else "") or session.locale,
    )


def _came_up(view: View) -> tuple[int, str, int]:
    return view.at, view.stream, view.number


def _active(view: View, active_ms: int, at: int) -> View:
    """Raise a view's active time; a browser may never claim more than the time the view has existed."""
    claimed = active_ms - view.before_ms
    if claimed <= view.active_ms:
        return view
    allowed = min(claimed, max(at - view.at, 0) + SLACK_MS)
    if allowed <= view.active_ms:
        return view
    return replace(view, active_ms=allowed, active_at=max(at, view.active_at))


def _remember(visitor: Visitor, item: ViewItem, at: int) -> tuple[Seen, ...]:
    rest = [seen for seen in visitor.seen if seen.item.sku != item.sku]
    return (*rest, Seen(item, at, visitor.sittings))[-SEEN_KEPT:]


def _fold_goals(goals: tuple[GoalState, ...], event: Event) -> tuple[GoalState, ...]:
    match event.body:
        case Goal() as goal if event.name == "goal_complete":
            return tuple(g for g in goals if g.goal != goal.goal)
        case Goal() as goal:
            return _step_goal(goals, goal, event)
        case PageHide():
            return _mark_goals(goals, event, left_at=event.at)
        case PageShow():
            return _mark_goals(goals, event, left_at=0)
    # Another page of the same document came up.
    return tuple(
        replace(g, left_at=event.at) if g.stream == event.stream and g.view != event.view and not g.left_at else g
        for g in goals
    )


def _step_goal(goals: tuple[GoalState, ...], goal: Goal, event: Event) -> tuple[GoalState, ...]:
    old = next((g for g in goals if g.goal == goal.goal), None)
    fresh = GoalState(
        goal=goal.goal,
        begun_at=old.begun_at if old else event.at,
        last_at=event.at,
        stream=event.stream,
        view=event.view,
        step=goal.step or (old.step if old else ""),
        title=goal.title or (old.title if old else ""),
        url=goal.url or (old.url if old else ""),
        image=goal.image or (old.image if old else ""),
        # Looking at the same step again is no step.
        version=old.version + (goal.step not in (None, old.step)) if old else 1,
        reminded=old.reminded if old else 0,
    )
    return (*(g for g in goals if g.goal != goal.goal), fresh)[-8:]


def _mark_goals(goals: tuple[GoalState, ...], event: Event, *, left_at: int) -> tuple[GoalState, ...]:
    return tuple(replace(g, left_at=left_at) if g.stream == event.stream and g.view == event.view else g for g in goals)
