"""Which rules held when: those of today, and those that every earlier decision was taken under."""

from bisect import bisect_right
from collections.abc import Iterable

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tarry.core.policy import Policy, Rules


class Kept(Struct, frozen=True):
    """What a store keeps of one policy: the rules, whether they could be read, whether inline prompts had a place."""

    rules: Rules
    readable: bool = True
    slots: bool = True


class Ruling(Struct, frozen=True):
    """One policy of a site: from when it held (ms since the epoch), its version, and the policy as kept."""

    at: int
    version: str
    body: bytes


class Past(Struct, frozen=True):
    """The policies of a site: ``today``'s, and those that held from a time on, oldest first."""

    today: Policy
    times: tuple[int, ...] = ()
    policies: tuple[Policy, ...] = ()

    def at(self, at: int, version: str | None = None) -> Policy:
        """Return what held at a time (ms); a decision's own ``version`` goes before what its time says.

        Before the first that is kept, and for a version nobody kept, it is today's.
        """
        place = bisect_right(self.times, at) - 1
        held = self.policies[place] if place >= 0 else self.today
        if version is None or held.version() == version:
            return held
        # A clock that was set back, or an event on its way while the server was started anew.
        others = (*reversed(self.policies[: place + 1]), *self.policies[place + 1 :], self.today)
        return next((one for one in others if one.version() == version), held)


def kept_of(policy: Policy) -> bytes:
    """Return a policy as a store keeps it; the same policy is always the same bytes."""
    return msgspec.json.encode(Kept(policy.rules, policy.readable, policy.slots), order="sorted")


def past_of(rulings: Iterable[Ruling], today: Policy) -> Past:
    """Return the past of a site; a policy that this version of Tarry cannot read any more is left out."""
    read = sorted(((one.at, policy) for one in rulings if (policy := _read(one, today))), key=lambda row: row[0])
    return Past(today, tuple(at for at, _ in read), tuple(policy for _, policy in read))


def _read(ruling: Ruling, today: Policy) -> Policy | None:
    try:
        kept = msgspec.json.decode(ruling.body, type=Kept)
    except msgspec.DecodeError:
        return None
    policy = replace(today, rules=kept.rules, readable=kept.readable, slots=kept.slots, known_as="")
    # Rules of which there are more by now have another version today; decisions bear the one of then.
    return policy if policy.version() == ruling.version else replace(policy, known_as=ruling.version)
