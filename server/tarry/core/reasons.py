"""The running belief over why somebody hesitates, with the evidence that moved it.

A sum of readable weights: every reason starts at its prior, every cue adds to the reasons it speaks for, never takes
from one, and what comes out is shared among all reasons (softmax). Take a cue away and the belief is what it was
without it. Nothing here tells whether somebody will leave: a reason is not a risk.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp
from types import MappingProxyType
from typing import Literal, get_args

from msgspec import Struct

from tarry.core.events import FieldKind

Reason = Literal[
    "price",
    "delivery",
    "doubt",
    "comparing",
    "coupon",
    "trust",
    "trouble",
    "account",
    "payment",
    "checkout",
    "interrupted",
    "looking",
]
"""Price · delivery cost · fit or quality doubt · comparing · coupon hunt · trust · technical trouble · forced account ·
payment options · slow or complicated checkout · bad moment or interrupted · just looking."""
REASONS: tuple[Reason, ...] = get_args(Reason)

PRIOR: Mapping[Reason, float] = {
    "price": 0.4,
    "delivery": 0.4,
    "doubt": 0.3,
    "comparing": 0.4,
    "coupon": 0.0,
    "trust": -0.2,
    "trouble": -0.4,
    "account": -0.2,
    "payment": -0.4,
    "checkout": 0.0,
    "interrupted": 0.3,
    "looking": 4.5,
}
"""Log weights before anything was noticed: without any sign about nine visitors in ten are just looking. The order of
the rest follows what surveys of why carts are left have told for years (extra costs first, then a forced account and a
long checkout); how far apart they are is our own choice."""


class Cue(Struct, frozen=True):
    """What a signal speaks for: log weight by reason, all of them 0 or more, and how long it counts."""

    weights: Mapping[Reason, float]
    lasts_ms: int = 1_800_000


_MINUTES = 60_000

CUES: Mapping[str, Cue] = {
    "dwell": Cue({"doubt": 4.8}, 10 * _MINUTES),
    "price_bounce": Cue({"price": 4.6}, 10 * _MINUTES),
    "price_check": Cue({"price": 5.1, "comparing": 0.9}, 20 * _MINUTES),
    "comparison": Cue({"comparing": 6.0}, 15 * _MINUTES),
    "return_visit": Cue({"interrupted": 5.0}),
    "idle_cart": Cue({"interrupted": 5.4}),
    "goal_left": Cue({"interrupted": 5.0}),
    "coupon_seeking": Cue({"coupon": 5.6}),
    "coupon_seeking.coupon_refused": Cue({"coupon": 6.4, "price": 0.4}),
    "cost_shock": Cue({"delivery": 6.4, "price": 0.8}),
    "doubt_reading.shipping": Cue({"delivery": 6.0}),
    "doubt_reading.returns": Cue({"doubt": 5.0, "trust": 4.8}),
    "doubt_reading.size": Cue({"doubt": 6.2}),
    "doubt_reading.payment": Cue({"payment": 6.6}),
    "checkout_hesitation": Cue({"checkout": 5.8}),
    "checkout_hesitation.account": Cue({"account": 6.6}),
    "checkout_hesitation.payment": Cue({"payment": 5.8, "trust": 0.8}),
    "checkout_hesitation.shipping": Cue({"delivery": 5.2, "checkout": 4.4}),
    "form_hesitation": Cue({"checkout": 4.8}),
    "form_hesitation.password": Cue({"account": 6.2}),
    "form_hesitation.card": Cue({"payment": 5.2, "trust": 5.0}),
    "form_hesitation.email": Cue({"trust": 5.4, "account": 0.8}),
    "form_hesitation.phone": Cue({"trust": 5.8}),
    "form_hesitation.coupon": Cue({"coupon": 5.2}),
    "frustration": Cue({"trouble": 6.8}),
    "exit_intent": Cue({}),
}
"""By signal, or by signal and cue: what it speaks for. Leaving speaks for no reason. The weights are our own choice, of
the sizes that make a lone plain cue a little likelier than not, and that are about right as often as they say in a town
of simulated shoppers; a shop's own figures may one day replace them."""


NARROWER: Mapping[str, frozenset[str]] = {
    "return_visit": frozenset({"cart", "product"}),
    "coupon_seeking": frozenset({"coupon_focus", "coupon_refused"}),
    "doubt_reading": frozenset({"shipping", "returns", "size", "payment"}),
    "checkout_hesitation": frozenset({"account", "payment", "shipping"}),
    "form_hesitation": frozenset(get_args(FieldKind)),
}
"""The cues by which signals are told apart; a playbook may be opened by ``signal.cue`` alone."""


class Evidence(Struct, frozen=True, omit_defaults=True):
    """One cue that counts from ``at`` until ``until`` (ms): its name in ``CUES`` and what it was about."""

    cue: str
    at: int
    until: int
    about: str = ""


def evidence_of(signal: str, cue: str, about: str, at: int) -> Evidence | None:
    """Return what a signal adds to the belief; ``None`` when it speaks for no reason."""
    name = _name(signal, cue)
    return Evidence(name, at, at + CUES[name].lasts_ms, about) if speaks_for_reasons(signal, cue) else None


def speaks_for_reasons(signal: str, cue: str) -> bool:
    """Tell whether a signal moves the belief at all."""
    found = CUES.get(_name(signal, cue))
    return found is not None and bool(found.weights)


def _name(signal: str, cue: str) -> str:
    return f"{signal}.{cue}" if f"{signal}.{cue}" in CUES else signal


def told(evidence: Sequence[Evidence], at: int) -> dict[str, object]:
    """Return what the session log shows of the belief at a time (ms): shares to a thousandth, and what moved them."""
    believed = {reason: round(share, 3) for reason, share in belief(evidence, at).items()}
    counting = [one for one in evidence if one.at <= at < one.until]
    seen = dict.fromkeys(f"{one.cue} {one.about}".rstrip() for one in counting)
    return {"belief": believed, "evidence": list(seen)}


def belief(evidence: Sequence[Evidence], at: int) -> Mapping[Reason, float]:
    """Return how likely each reason is at a time (ms), from 0 to 1, together 1.

    The same cue counts once however often it was noticed: three looks at the returns page are one doubt.
    """
    return _shared(tuple(dict.fromkeys([one.cue for one in evidence if one.at <= at < one.until])))


@lru_cache(maxsize=1024)
def _shared(cues: tuple[str, ...]) -> Mapping[Reason, float]:
    """Share belief out among the reasons; few sets of cues are met, and each of them again and again."""
    sums = dict(PRIOR)
    for name in cues:
        for reason, weight in CUES[name].weights.items():
            sums[reason] += weight
    shares = {reason: exp(value) for reason, value in sums.items()}
    whole = sum(shares.values())
    return MappingProxyType({reason: share / whole for reason, share in shares.items()})


def likeliest(believed: Mapping[Reason, float]) -> Reason:
    """Return the reason most believed in; of equals, the first in the order of ``REASONS``."""
    return max(REASONS, key=lambda reason: (believed[reason], -REASONS.index(reason)))
