"""Whom a shop says somebody is: believed with its own proof for its own site, and with nothing else."""

import pytest

from tarry.core.events import Identify
from tarry.core.identity import Keys
from tarry.core.vouching import BAD, GOOD, Voucher, doubt, id_hash, proof_of

SECRET = "f0c1a8f3be22d75b9e04"
HASH = id_hash("4711")
KEYS = Keys({"k1": b"k" * 32}, "k1")
SITE_A = Voucher("pk_a", SECRET, KEYS)


class TestJudge:
    def test_the_shops_own_proof_is_good(self) -> None:
        """What the shop signed for this site, kind and hash is believed."""
        said = Identify("customer", HASH, proof_of(SECRET, "pk_a", "customer", HASH))

        assert SITE_A.judge(said).proof == GOOD

    @pytest.mark.parametrize(
        "proof",
        [
            proof_of(SECRET, "pk_b", "customer", HASH),
            proof_of(SECRET, "pk_a", "email", HASH),
            proof_of(SECRET, "pk_a", "customer", id_hash("4712")),
            proof_of("another-secret-of-some-length", "pk_a", "customer", HASH),
            proof_of(SECRET, "pk_a", "customer", HASH).upper(),
            proof_of(SECRET, "pk_a", "customer", HASH)[:-1],
            HASH,
            GOOD,
            "ü" * 64,
        ],
    )
    def test_any_other_is_bad(self, proof: str) -> None:
        """Of another site, kind, customer or secret, cut, in capitals, or no proof at all: bad, and never an error."""
        assert SITE_A.judge(Identify("customer", HASH, proof)).proof == BAD

    @pytest.mark.parametrize("proof", [None, ""])
    def test_without_a_proof_nothing_is_claimed(self, proof: str | None) -> None:
        """A page that only says who somebody is is not believed."""
        assert SITE_A.judge(Identify("customer", HASH, proof)).proof is None

    def test_without_a_secret_no_proof_is_good(self) -> None:
        """A proof under the empty secret opens nothing where the owner set none."""
        said = Identify("customer", HASH, proof_of("", "pk_a", "customer", HASH))

        assert Voucher("pk_a", "", KEYS).judge(said).proof == BAD

    def test_what_is_kept_names_nobody_and_opens_nothing(self) -> None:
        """Neither hash nor proof is kept; the name in their place differs by site, kind and customer."""
        said = Identify("customer", HASH, proof_of(SECRET, "pk_a", "customer", HASH))
        kept = SITE_A.judge(said)
        others = [
            Voucher("pk_b", SECRET, KEYS).judge(said),
            SITE_A.judge(Identify("email", HASH)),
            SITE_A.judge(Identify("customer", id_hash("4712"))),
        ]

        assert HASH not in str(kept)
        assert said.proof not in str(kept)
        assert len({kept.hash, *[one.hash for one in others]}) == 4
        assert SITE_A.judge(said) == kept

    def test_no_print_shows_the_secrets(self) -> None:
        """A careless print tells neither what the shop signs with nor the server's keys."""
        assert SECRET not in repr(SITE_A)
        assert "kkkk" not in repr(SITE_A) + repr(KEYS)


class TestDoubt:
    def test_what_was_written_is_no_proof(self) -> None:
        """An event read again from a stored text proves nothing, whatever stands in the proof's place."""
        assert doubt(Identify("customer", HASH, GOOD)).proof is None


class TestIdHash:
    def test_as_the_snippet_makes_it(self) -> None:
        """Trimmed and in small letters, as in the snippet's own test."""
        assert id_hash(" Ann@Example.org ") == id_hash("ann@example.org")
