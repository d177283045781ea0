"""What a shop says of who somebody is: believed with its proof alone, and kept by a name of our own."""

import hashlib
import hmac
from dataclasses import dataclass, field

from msgspec.structs import replace

from tarry.core.events import Identify
from tarry.core.identity import Keys

GOOD, BAD = "good", "bad"
"""What is kept in the place of a proof: a proof itself would open the same door to whoever reads the log."""


def id_hash(name: str) -> str:
    """Return the hash of a customer's id or mail address as the snippet makes it: trimmed, small, SHA-256 in hex."""
    return hashlib.sha256(name.strip().lower().encode()).hexdigest()


def proof_of(secret: str, site: str, kind: str, hash_: str) -> str:
    """Return a shop's proof: HMAC-SHA256 of ``site:kind:hash`` under the site's secret, 64 hex digits."""
    return hmac.new(secret.encode(), f"{site}:{kind}:{hash_}".encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Voucher:
    """What judges the proofs of one site: ``secret`` is what the shop signs with; without one no proof is good."""

    site: str
    secret: str = field(repr=False)
    keys: Keys = field(repr=False)

    def judge(self, said: Identify) -> Identify:
        """Return what is kept of an ``identify``: its hash under our own key, and whether its proof is the shop's.

        A ``proof`` that reads "good" on its way in is a text like any other, and bad.
        """
        proof: str | None = None
        if said.proof:
            right = proof_of(self.secret, self.site, said.kind, said.hash)
            proof = GOOD if self.secret and hmac.compare_digest(said.proof.encode(), right.encode()) else BAD
        return replace(said, hash=self.keys.claim(self.site, said.kind, said.hash), proof=proof)


def doubt(said: Identify) -> Identify:
    """Return an ``identify`` as one without proof: whoever wrote it may have written the proof's place too."""
    return replace(said, proof=None)
