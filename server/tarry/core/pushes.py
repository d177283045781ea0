"""The life of a push: offered, claimed, granted once, and what the page tells of it."""

from typing import Literal

from msgspec.structs import replace

from tarry.core.acts import Ask, Granted, Kept, Offer, Offered, Tell, Withhold
from tarry.core.fold import short_id
from tarry.core.kinship import as_one
from tarry.core.money import to_decimal
from tarry.core.policy import Rules
from tarry.core.record import Line, Push, PushState, Record
from tarry.core.step import close, spend, version_of
from tarry.core.visitor import Said, Visitor

RISES: dict[PushState, tuple[PushState, ...]] = {
    "queued": ("granted", "expired", "cancelled"),
    "granted": ("unknown", "shown", "dismissed", "clicked"),
    "unknown": ("shown", "dismissed", "clicked"),
    "shown": ("dismissed", "clicked"),
    "dismissed": ("clicked",),
    "clicked": (),
    "expired": (),
    "cancelled": (),
}
"""From which state a push may pass to which. A grant is final: nothing leads back to ``queued``."""
CLAIM_LATE_MS = 1_000
"""A claim that waited longer is refused: its page has given up by then (it waits 800 ms)."""
TOLD_MAX = 16
"""Most different words that are kept of one push and change nothing."""


def offer(record: Record, act: Offer, kept: Kept) -> tuple[Record, Offered]:
    """Put checked words into the outbox, unless their moment has gone meanwhile."""
    decision, visitor = act.decision, record.visitor
    kept.lines.extend(act.lines)
    session = visitor.session
    gone = visitor.ordered_at > decision.at or act.at - decision.at > act.lasts_ms or session is None
    if gone or session is None:
        record, _ = withhold(record, Withhold(decision, "expired", act.at), kept)
        return record, Offered(None)
    push = Push(
        id=short_id("p", visitor.id, decision.id),
        ps=visitor.last_ps + 1,
        decision=decision.id,
        play=decision.play or "reassure",
        signal=decision.signal or "",
        subject=decision.subject or "",
        session=session.id,
        at=act.at,
        moment_at=decision.at,
        exp_at=act.at + act.lasts_ms,
        body=act.body,
        version=act.version,
        bound=decision.bound,
        on_cart=decision.on_cart,
    )
    visitor = _given(replace(visitor, last_ps=push.ps), act, kept)
    said = tuple(replace(s, expires_at=push.exp_at) if s.decision == decision.id else s for s in visitor.said)
    told: dict[str, object] = {"id": push.id, "play": push.play, "decision": decision.id}
    kept.lines.append(Line(act.at, "push", session.id, {**told, **_offer_told(act)}))
    record = replace(record, visitor=replace(visitor, said=said), pushes=(*record.pushes, push))
    return record, Offered(push)


def _given(visitor: Visitor, act: Offer, kept: Kept) -> Visitor:
    """Keep the code that goes with the words: once sent it is out, whether or not a page ever shows it."""
    grant = act.grant
    if grant is None:
        return visitor
    kept.granted.append(grant)
    return replace(visitor, habits=visitor.habits.offer(grant.at, grant.code, grant.ends_at))


def _offer_told(act: Offer) -> dict[str, object]:
    """Return what the log says of a code: what it is worth and until when it holds, and only its end."""
    grant = act.grant
    if grant is None:
        return {}
    amount = to_decimal(grant.amount, grant.currency)
    return {"amount": amount, "currency": grant.currency, "ends_at": grant.ends_at, "code": f"…{grant.code[-4:]}"}


def withhold(record: Record, act: Withhold, kept: Kept) -> tuple[Record, Offered]:
    """Free the place of a decision for which there were no words; the log names the gate."""
    kept.lines.extend(act.lines)
    decision = replace(act.decision, decision="hold", gate=act.gate, why=act.why, p={"hold": 1.0})
    visitor = record.visitor
    session = visitor.session
    visitor = replace(visitor, said=tuple(s for s in visitor.said if s.decision != decision.id))
    if session is not None:
        gates = tuple(dict.fromkeys((*session.gates, act.gate)))
        wordless = session.wordless
        if act.gate == "nothing_to_say" and decision.play == "reassure":
            wordless = tuple(dict.fromkeys((*wordless, decision.reason or "")))
        visitor = replace(visitor, session=replace(session, gates=gates, wordless=wordless))
        kept.lines.append(Line(act.at, "decision", session.id, decision.fields()))
    # What could not be said now cannot be said at the next event either: the opening closes.
    visitor = close(visitor, decision.signal or "", decision.subject or "")
    return replace(record, visitor=visitor), Offered(None)


def claim(record: Record, act: Ask, rules: Rules, kept: Kept) -> tuple[Record, Granted]:
    """Grant a push to the first page that asks while it is still worth showing."""
    push = _find(record, act.push)
    if push is None:
        return record, Granted(ok=False, why="unknown")
    if push.state != "queued":
        return record, Granted(ok=False, why=push.state if push.state in ("cancelled", "expired") else "taken")
    if act.at >= push.exp_at:
        _deliver(push, "expired", act.at, None, kept)
        return _moved(record, push, "expired"), Granted(ok=False, why="expired")
    person = as_one(record.visitor)
    if rules.paused or _outdated(person, push):
        _deliver(push, "cancelled", act.at, None, kept)
        return _moved(record, push, "cancelled"), Granted(ok=False, why="cancelled")
    why = "late" if act.waited_ms > CLAIM_LATE_MS else _unwelcome(person, push, act, rules)
    if why is not None:
        _deliver(push, "blocked", act.at, why, kept)
        return record, Granted(ok=False, why=why)
    _deliver(push, "granted", act.at, None, kept)
    record = _moved(record, replace(push, granted_at=act.at), "granted")
    visitor = _said(record.visitor, push.decision, "shown", act.at)
    # The gap to the next prompt counts from when this one came up, not from when it was thought of.
    visitor = replace(
        visitor, said=tuple(replace(s, at=act.at) if s.decision == push.decision else s for s in visitor.said)
    )
    if visitor.session is not None:
        # What counts as having spoken is what a page may show, in the sitting that sees it.
        visitor = replace(visitor, session=replace(visitor.session, spoke=visitor.session.spoke + 1))
    return replace(record, visitor=spend(visitor, push.play, push.signal, push.subject)), Granted(ok=True)


def settle(record: Record, at: int, kept: Kept) -> Record:
    """Close the pushes whose time has run out: unclaimed ones expire, of granted ones nobody will know more."""
    for push in record.pushes:
        due_at = push.due_at()
        if due_at is not None and due_at <= at:
            state: PushState = "expired" if push.state == "queued" else "unknown"
            _deliver(push, state, at, None, kept)
            record = _moved(record, push, state)
    return record


def _outdated(visitor: Visitor, push: Push) -> bool:
    """Tell whether what a push speaks of is no more: bought meanwhile, another cart, another step of the goal."""
    bought = visitor.ordered_at > push.moment_at
    return bought or push.version != version_of(visitor, push.play, push.subject)


def _unwelcome(visitor: Visitor, push: Push, act: Ask, rules: Rules) -> str | None:
    """Return why the page that asks, or this minute, is not the one for a push; another page may still have it."""
    if visitor.quiet_until > act.at:
        return "quiet"
    shown = (s.at for s in visitor.said if s.state != "reserved" and s.decision != push.decision)
    if any(act.at - at < rules.gap_s * 1000 for at in shown):
        return "gap"
    session = visitor.session
    if session is None:
        return None
    if 0 <= act.at - session.added_at < rules.just_added_s * 1000:
        return "just_added"
    views = session.views
    view = next((v for v in reversed(views) if v.stream == act.stream), None)
    if view is None:
        return None
    if view.kind == "checkout":
        return "paying"
    astray = push.bound and (view.item is None or view.item.sku != push.subject)
    elsewhere = astray or view.kind == "thanks" or (view.kind == "cart" and not push.on_cart)
    return "elsewhere" if elsewhere else None


def withdraw(record: Record, at: int, kept: Kept) -> tuple[Record, tuple[str, ...]]:
    """Withdraw every push that an order has overtaken; returns their ids."""
    gone = [p for p in record.pushes if "cancelled" in RISES[p.state] and record.visitor.ordered_at > p.moment_at]
    for push in gone:
        _deliver(push, "cancelled", at, None, kept)
        record = _moved(record, push, "cancelled")
    return record, tuple(push.id for push in gone)


def tell(record: Record, act: Tell, kept: Kept) -> Record:
    """Keep what a page tells of a push; the highest state wins, earlier words change nothing."""
    push = _find(record, act.push)
    if push is None:
        return record
    if act.st == "got" or act.st == "blocked" or act.st == "expired":  # noqa: PLR1714 - so that the types narrow
        return _note(record, push, act, kept)
    quiet = act.action == "quiet"
    if act.st not in RISES[push.state] and not quiet:
        return record
    _deliver(push, act.st, act.at, act.action, kept)
    visitor = record.visitor
    if act.st in RISES[push.state]:
        record = _moved(record, push, act.st)
        visitor = _said(visitor, push.decision, act.st, act.at)
    if quiet:
        # Asking for quiet counts whatever was told before: somebody may click first and then have had enough.
        visitor = replace(visitor, quiet_until=max(visitor.quiet_until, act.at + act.quiet_ms))
    return replace(record, visitor=visitor)


def _note(record: Record, push: Push, act: Tell, kept: Kept) -> Record:
    """Log what changes nothing about a push, each such word once, however many pages or repeats there are."""
    word = f"{act.st} {act.action}" if act.action is not None else act.st
    if word in push.told or len(push.told) >= TOLD_MAX:
        return record
    _deliver(push, act.st, act.at, act.action, kept)
    return _changed(record, replace(push, told=(*push.told, word)))


def _find(record: Record, push_id: str) -> Push | None:
    return next((push for push in record.pushes if push.id == push_id), None)


def _moved(record: Record, push: Push, state: PushState) -> Record:
    return _changed(record, replace(push, state=state))


def _changed(record: Record, push: Push) -> Record:
    return replace(record, pushes=tuple(push if p.id == push.id else p for p in record.pushes))


def _deliver(push: Push, st: str, at: int, action: str | None, kept: Kept) -> None:
    fields: dict[str, object] = {"id": push.id, "st": st, "ms": at - push.moment_at}
    if action is not None:
        fields["a"] = action
    kept.lines.append(Line(at, "delivery", push.session, fields))


def _said(visitor: Visitor, decision: str, state: Literal["shown", "dismissed", "clicked"], at: int) -> Visitor:
    def risen(said: Said) -> Said:
        if said.decision != decision:
            return said
        return replace(said, state=state, at=said.at, dismissed_at=at if state == "dismissed" else said.dismissed_at)

    return replace(visitor, said=tuple(risen(said) for said in visitor.said))
