"""What outlives a sitting: the visitor's cart, goals, products seen, and what was said to them."""

import hashlib
from base64 import urlsafe_b64encode
from typing import Literal

from msgspec import Struct

from tarry.core.brief import Format, Play
from tarry.core.cart import Cart
from tarry.core.events import ViewItem
from tarry.core.incentives.habits import Habits
from tarry.core.met import Met
from tarry.core.session import Session

SEEN_KEPT = 30
"""Products remembered per visitor. Our own choice."""
SAID_KEPT = 100
"""Prompts remembered per visitor: as many as the largest cap an owner may set."""


class Seen(Struct, frozen=True, omit_defaults=True):
    """A product the visitor looked at, when last, and in which sitting."""

    item: ViewItem
    at: int
    sitting: int


class GoalState(Struct, frozen=True, omit_defaults=True):
    """A booking, sign-up or application on its way.

    ``left_at`` is when its page was hidden or closed, 0 while it is in sight; ``reminded`` the version it was
    offered for; ``version`` rises with every step.
    """

    goal: str
    begun_at: int
    last_at: int
    stream: str
    view: int
    step: str = ""
    title: str = ""
    url: str = ""
    image: str = ""
    left_at: int = 0
    version: int = 1
    reminded: int = 0


class Said(Struct, frozen=True, omit_defaults=True):
    """One prompt: reserved when decided, an impression once granted.

    ``state``: ``reserved`` until ``expires_at``, then ``shown`` for good, or ``dismissed``, ``clicked``.
    """

    decision: str
    at: int
    play: Play
    reason: str
    format: Format
    session: str
    state: Literal["reserved", "shown", "dismissed", "clicked"] = "reserved"
    expires_at: int = 0
    dismissed_at: int = 0

    def counts(self, now_ms: int) -> bool:
        """Tell whether it counts towards the caps: shown, or reserved and not yet expired."""
        return self.state != "reserved" or self.expires_at > now_ms


class Claim(Struct, frozen=True):
    """Who the shop proved a visitor to be, and when first (ms): ``hash`` is this server's own name for it."""

    kind: Literal["customer", "email"]
    hash: str
    at: int


class Kin(Struct, frozen=True, omit_defaults=True):
    """What counts of another browser of the same person, and which one it is of; never what it looked at.

    Kept beside a visitor's own facts and never among them, so that taking the two apart leaves nothing behind.
    """

    visitor: str
    first_at: int
    said: tuple[Said, ...] = ()
    quiet_until: int = 0
    ordered_at: int = 0
    met: tuple[Met, ...] = ()
    offered: tuple[int, ...] = ()
    paid_full_at: int = 0


class Visitor(Struct, frozen=True, omit_defaults=True):
    """One browser remembered across sittings; in ``anonymous``, one document.

    ``left`` is the cart of the last sitting that ended with one, as it was then; what is ordered or taken out since
    leaves it. ``agreed`` is the consent last heard and who said so; ``bot`` tells that it goes by the name of a
    program, ``bot_rule`` by which version of the rule that was decided. ``claims`` are whom the shop proved it to be,
    ``kin`` what counts of other browsers of the same person, ``eldest`` the one met first, by whose name its group is
    told; ``apart``: the owner took it out of that for good.
    """

    id: str
    first_at: int
    consent: Literal["anonymous", "full"] = "anonymous"
    session: Session | None = None
    sittings: int = 0
    cart: Cart = Cart()
    left: Cart = Cart()
    offered_cart: int = 0
    goals: tuple[GoalState, ...] = ()
    seen: tuple[Seen, ...] = ()
    said: tuple[Said, ...] = ()
    quiet_until: int = 0
    ordered_at: int = 0
    decisions: int = 0
    last_ps: int = 0
    agreed: str = ""
    bot: bool = False
    bot_rule: str = ""
    met: tuple[Met, ...] = ()
    habits: Habits = Habits()
    claims: tuple[Claim, ...] = ()
    kin: tuple[Kin, ...] = ()
    eldest: str = ""
    apart: bool = False

    def known(self, sku: str) -> ViewItem | None:
        """Return what is known of a product the visitor has seen."""
        return next((seen.item for seen in self.seen if seen.item.sku == sku), None)


def public_ref(visitor: str) -> str:
    """Return the opaque reference of a visitor that a shop may put on an order; it opens nothing."""
    digest = hashlib.blake2b(b"ref\x00" + visitor.encode(), digest_size=16).digest()
    return "r_" + urlsafe_b64encode(digest).rstrip(b"=").decode()
