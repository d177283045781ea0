"""The manner map: how somebody is spoken to, by how they behave."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from tarry.core.brief import Format, Length, Tone

Behaviour = Literal["frustrated", "leaving_early", "studying", "bouncing", "returning", "stuck", "looking"]


class Manner(Struct, frozen=True):
    """Tone, format and length of a word, and in whose voice. The tone is also how direct it is: soft invites, direct
    comes to the point.
    """

    tone: Tone
    format: Format
    length: Length = "usual"
    voice: str = ""


class MannerChange(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One row of the manner map as the owner wants it: how to speak to somebody who behaves so."""

    when: Behaviour
    tone: Tone | None = None
    format: Format | None = None
    length: Length | None = None


MANNERS: Mapping[Behaviour, Manner] = {
    "frustrated": Manner("soft", "toast", "short"),
    "leaving_early": Manner("soft", "tab", "short"),
    "studying": Manner("direct", "toast"),
    "bouncing": Manner("soft", "toast"),
    "returning": Manner("plain", "toast"),
    "stuck": Manner("plain", "toast"),
    "looking": Manner("soft", "toast"),
}
"""Tarry's own map, which an owner may change row by row. Long study gets a direct word, a bounce a soft one; who is
angry hears a short word of help; who leaves at once sees a small tab, or nothing."""

EARLY_MS = 30_000
"""Who makes to leave with less active time in the sitting than this leaves early, in milliseconds. Our own choice."""

AFTER: Mapping[str, Behaviour] = {
    "dwell": "studying",
    "comparison": "studying",
    "price_bounce": "bouncing",
    "price_check": "bouncing",
    "return_visit": "returning",
    "goal_left": "returning",
    "idle_cart": "returning",
    "checkout_hesitation": "stuck",
    "form_hesitation": "stuck",
    "cost_shock": "stuck",
    "coupon_seeking": "stuck",
    "doubt_reading": "stuck",
    "frustration": "frustrated",
}
"""What a signal says of how somebody behaves."""


def behaviour(signal: str, *, angry: bool, leaving: bool, active_ms: int) -> Behaviour:
    """Return how somebody behaves.

    Args:
        signal: what was noticed that is now to be answered.
        angry: whether clicks in anger were noticed of late, whatever is answered.
        leaving: whether this is a moment of leaving.
        active_ms: active time of the sitting, in milliseconds.

    """
    if angry:
        return "frustrated"
    if leaving and active_ms < EARLY_MS:
        return "leaving_early"
    return AFTER.get(signal, "looking")
