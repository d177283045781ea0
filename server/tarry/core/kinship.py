"""Which visitors are one person, and what that changes: Tarry speaks less, and counts better.

Only what holds Tarry back is joined: prompts shown, quiet asked for, orders, money offered, arms met. No cart, product
or page of one browser ever comes to another, so that a wrong join, or a proof that got out, shows nobody anything.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tarry.core.incentives.habits import OFFERS_KEPT
from tarry.core.met import together
from tarry.core.visitor import Claim, Kin, Said, Visitor

DAY_MS = 86_400_000
CLAIMS_KEPT = 8
"""Most names of a kind a visitor is known by; two customers already make it nobody's. Our own choice."""
KIN_KEPT = 16
"""Most other browsers of one person that count, those last heard. Our own choice."""
SAID_MS = 90 * DAY_MS
"""The longest cap an owner sets looks back so far; what was said before counts no more."""

Person = tuple[str, str]
"""A person as the shop names one: kind and hash."""


class Link(Struct, frozen=True, order=True):
    """One visitor's claim, as the store lists it."""

    visitor: str
    kind: Literal["customer", "email"]
    hash: str
    at: int


def with_claim(claims: tuple[Claim, ...], claim: Claim) -> tuple[Claim, ...]:
    """Return claims with one more; the first time of each stays."""
    alike = [one for one in claims if one.kind == claim.kind]
    if len(alike) >= CLAIMS_KEPT or claim.hash in [one.hash for one in alike]:
        return claims
    return (*claims, claim)


def persons(links: Iterable[Link]) -> dict[str, Person | None]:
    """Return whose each visitor is; ``None`` where that cannot be told. The order of links does not matter.

    A browser on which two customers signed in is nobody's: what happened on it cannot be told apart. An address of mail
    says who somebody is as long as it does not stand for two customers.
    """
    customers, mails = _by_visitor(links, "customer"), _by_visitor(links, "email")
    of_mail: dict[str, set[str]] = {}
    for visitor, found in customers.items():
        if len(found) == 1:
            for mail in mails.get(visitor, ()):
                of_mail.setdefault(mail, set()).update(found)
    return {
        visitor: _person(customers.get(visitor, set()), mails.get(visitor, set()), of_mail)
        for visitor in sorted({*customers, *mails})
    }


def _by_visitor(links: Iterable[Link], kind: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for link in links:
        if link.kind == kind:
            found.setdefault(link.visitor, set()).add(link.hash)
    return found


def _person(customers: set[str], mails: set[str], of_mail: Mapping[str, set[str]]) -> Person | None:
    if len(customers) > 1 or (not customers and len(mails) != 1):
        return None
    if customers:
        return "customer", min(customers)
    (mail,) = mails
    known = of_mail.get(mail, set())
    if len(known) > 1:
        return None
    return ("customer", min(known)) if known else ("email", mail)


def relatives(links: Iterable[Link], visitor: str) -> list[str]:
    """Return the other visitors of a visitor's person, those proved last first."""
    links = list(links)
    whose = persons(links)
    person = whose.get(visitor)
    last: dict[str, int] = {}
    for link in links:
        if person is not None and link.visitor != visitor and whose[link.visitor] == person:
            last[link.visitor] = max(last.get(link.visitor, 0), link.at)
    return sorted(last, key=lambda name: (-last[name], name))


def kin_of(visitor: Visitor, at: int) -> Kin:
    """Return what counts of a visitor where another one of the same person is spoken to."""
    said = tuple(one for one in visitor.said if one.state != "reserved" and at - one.at < SAID_MS)
    return Kin(
        visitor.id,
        visitor.first_at,
        said,
        visitor.quiet_until,
        visitor.ordered_at,
        visitor.met,
        visitor.habits.offered,
        visitor.habits.paid_full_at,
    )


def eldest_of(visitor: Visitor, kin: Iterable[Kin]) -> str:
    """Return who of a person was met first."""
    return min([(visitor.first_at, visitor.id), *[(one.first_at, one.visitor) for one in kin]])[1]


def as_one(visitor: Visitor) -> Visitor:
    """Return a visitor as decisions see it: with what counts of its kin, in the groups of whom was met first.

    The same one where there is no kin. Only to look at: what is decided is kept in the visitor's own record.
    """
    kin = visitor.kin
    if not kin:
        return visitor
    met = visitor.met
    for one in kin:
        met = together(met, one.met)
    offered = sorted([*visitor.habits.offered, *[at for one in kin for at in one.offered]])
    paid_full_at = max(visitor.habits.paid_full_at, *[one.paid_full_at for one in kin])
    return replace(
        visitor,
        id=visitor.eldest or visitor.id,
        said=tuple(sorted([*visitor.said, *[said for one in kin for said in one.said]], key=_when)),
        quiet_until=max(visitor.quiet_until, *[one.quiet_until for one in kin]),
        ordered_at=max(visitor.ordered_at, *[one.ordered_at for one in kin]),
        met=met,
        habits=replace(visitor.habits, offered=tuple(offered[-OFFERS_KEPT:]), paid_full_at=paid_full_at),
    )


def _when(said: Said) -> tuple[int, str]:
    return said.at, said.decision
