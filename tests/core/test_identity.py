"""S2: Identity: only this server's own tokens open anything, and pseudonyms stay the same."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.stories import T0, VID
from tests.searched import searched

from tarry.core.identity import DEBUG_LIFE_MS, TOKEN_LIFE_MS, Keys, strictest
from tarry.errors import TokenError

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
KEYS = Keys({"k1": OLD}, "k1")
TOKEN = KEYS.sign("shop", VID, "full", at_ms=T0)


def _accepted(token: str, *, keys: Keys = KEYS, site: str = "shop", at_ms: int = T0) -> bool:
    """Tell whether a token opens a visitor; any error but TokenError fails the test."""
    try:
        return keys.verify(site, token, "full", at_ms=at_ms) is not None
    except TokenError:
        return False


def _mutated(chance: random.Random) -> str:
    text = list(TOKEN)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text))
        match chance.randrange(4):
            case 0:
                text[at] = chance.choice(string.ascii_letters + string.digits + "-_.")
            case 1:
                text.insert(at, chance.choice("A1._-é٣\n\x00"))
            case 2:
                del text[at]
            case _:
                other = chance.randrange(len(text))
                text[at], text[other] = text[other], text[at]
    return "".join(text)


class TestToken:
    def test_its_own_token_opens_its_visitor(self) -> None:
        """What was signed here for this site comes back as the visitor it was signed for."""
        assert KEYS.verify("shop", TOKEN, "full", at_ms=T0) == VID

    def test_ten_thousand_mutations_open_nothing(self) -> None:
        """No token with a character changed, added, lost or swapped is accepted, and none raises anything else."""
        chance = random.Random(20_26)
        forged = {_mutated(chance) for _ in range(13_000)} - {TOKEN}

        assert len(forged) >= 10_000
        assert [token for token in forged if _accepted(token)] == []

    @searched(150)
    @given(st.text(max_size=600) | st.from_regex(r"v1\.k1\.[af]\.[A-Za-z0-9_-]{22}\.\d{13}\.\d{13}\.[A-Za-z0-9_-]{43}"))
    def test_any_text_is_refused_in_the_same_way(self, token: str) -> None:
        """Whatever arrives in the token's place raises TokenError and nothing else."""
        assert not _accepted(token)

    @pytest.mark.parametrize("token", ["", TOKEN + "\n", TOKEN.replace("1", "١"), TOKEN + "=", "v2" + TOKEN[2:]])
    def test_lookalikes_are_refused(self, token: str) -> None:
        """A newline, other digits, padding or another version do not pass for the real thing."""
        assert not _accepted(token)

    def test_another_sites_token_is_refused(self) -> None:
        """A token of one shop opens nothing at another on the same server."""
        assert not _accepted(TOKEN, site="other-shop")

    def test_another_servers_token_is_refused(self) -> None:
        """The same key name with another key is another server."""
        assert not _accepted(TOKEN, keys=Keys({"k1": NEW}, "k1"))

    def test_an_unknown_key_is_refused(self) -> None:
        """A key that was dropped from the ring opens nothing any more."""
        assert not _accepted(TOKEN, keys=Keys({"k2": OLD}, "k2"))

    def test_an_older_key_still_opens_after_rotation(self) -> None:
        """Rotating the signing key forgets nobody."""
        assert _accepted(TOKEN, keys=Keys({"k1": OLD, "k2": NEW}, "k2"))

    @pytest.mark.parametrize("consent", ["anonymous", "full"])
    def test_it_is_good_for_its_time_to_the_millisecond(self, consent: str) -> None:
        """Half an hour without consent, thirty days with it; at the end itself it is too old."""
        token = KEYS.sign("shop", VID, consent, at_ms=T0)  # type: ignore[arg-type]
        life = TOKEN_LIFE_MS[consent]  # type: ignore[index]

        assert KEYS.verify("shop", token, consent, at_ms=T0 + life - 1) == VID  # type: ignore[arg-type]
        with pytest.raises(TokenError, match="too old"):
            KEYS.verify("shop", token, consent, at_ms=T0 + life)  # type: ignore[arg-type]

    @pytest.mark.parametrize("early_ms", [1, 60_001, 86_400_000])
    def test_a_clock_set_back_makes_nobody_a_stranger(self, early_ms: int) -> None:
        """What this server signed stays good, even if its clock now says that is still to come."""
        assert _accepted(TOKEN, at_ms=T0 - early_ms)

    def test_a_token_of_another_consent_names_nobody(self) -> None:
        """A signed token carries nobody from one consent state into another, and is no fault either."""
        token = KEYS.sign("shop", VID, "anonymous", at_ms=T0)

        assert KEYS.verify("shop", token, "full", at_ms=T0) is None

    def test_no_token_is_good_for_no_consent(self) -> None:
        """Who agreed to nothing is not recognised, even by a token that says so."""
        with pytest.raises(TokenError):
            KEYS.verify("shop", KEYS.sign("shop", VID, "none", at_ms=T0), "none", at_ms=T0)


class TestPseudonyms:
    def test_a_document_without_a_token_is_one_visitor(self) -> None:
        """Every contact of one document leads to the same visitor; another document or shop to another."""
        vid = KEYS.derived_vid("shop", "sid-a")

        assert vid == KEYS.derived_vid("shop", "sid-a")
        assert len({vid, KEYS.derived_vid("shop", "sid-b"), KEYS.derived_vid("other", "sid-a")}) == 3

    def test_they_survive_a_new_signing_key(self) -> None:
        """Streams and visitors keep their names when the key rotates."""
        rotated = Keys({"k1": OLD, "k2": NEW}, "k2")

        assert rotated.derived_vid("shop", "sid") == KEYS.derived_vid("shop", "sid")
        assert rotated.pseudonym("sid", "shop", "sid") == KEYS.pseudonym("sid", "shop", "sid")

    def test_one_purpose_tells_nothing_of_another(self) -> None:
        """The stored name of a stream is not the visitor's id made from the same secret."""
        assert KEYS.pseudonym("sid", "shop", "secret") != KEYS.derived_vid("shop", "secret")

    def test_they_have_the_shape_of_ids(self) -> None:
        """Twenty-two characters of base64url, in which the secret does not appear."""
        name = KEYS.pseudonym("sid", "shop", "q3cR0mWw1m0d5o3bKXb3Rw")

        assert len(name) == 22
        assert name != "q3cR0mWw1m0d5o3bKXb3Rw"
        assert set(name) <= set(string.ascii_letters + string.digits + "-_")


class TestStrictest:
    def test_the_weakest_state_wins(self) -> None:
        """Of several words on consent the strictest counts, in any order."""
        assert strictest("full", "anonymous") == "anonymous"
        assert strictest("none", "full", "anonymous") == "none"
        assert strictest("full") == "full"


class TestDebugToken:
    def test_it_opens_its_site_for_an_hour(self) -> None:
        """From the moment it is signed until an hour later, and not a millisecond more."""
        token = KEYS.sign_debug("shop", at_ms=T0)

        assert KEYS.allows_debug("shop", token, at_ms=T0)
        assert KEYS.allows_debug("shop", token, at_ms=T0 + DEBUG_LIFE_MS - 1)
        assert not KEYS.allows_debug("shop", token, at_ms=T0 + DEBUG_LIFE_MS)

    def test_it_opens_nothing_else(self) -> None:
        """Not another site, not under another key, and it is no visitor's token."""
        token = KEYS.sign_debug("shop", at_ms=T0)

        assert not KEYS.allows_debug("other", token, at_ms=T0)
        assert not Keys({"k1": NEW}, "k1").allows_debug("shop", token, at_ms=T0)
        assert not _accepted(token)
        assert not KEYS.allows_debug("shop", TOKEN, at_ms=T0)

    def test_a_longer_life_cannot_be_written_in(self) -> None:
        """The time it ends is part of what is signed."""
        head, expires, mac = KEYS.sign_debug("shop", at_ms=T0).rsplit(".", 2)

        assert not KEYS.allows_debug("shop", f"{head}.{int(expires) + 1}.{mac}", at_ms=T0)

    @searched(150)
    @given(st.text(max_size=600) | st.from_regex(r"d1\.k1\.\d{13}\.[A-Za-z0-9_-]{43}"))
    def test_any_text_is_no_and_never_an_error(self, token: str) -> None:
        """Whatever stands in the address."""
        assert not KEYS.allows_debug("shop", token, at_ms=T0)

    def test_an_older_key_still_opens(self) -> None:
        """A rotation does not close what the owner has just been looking at."""
        token = KEYS.sign_debug("shop", at_ms=T0)

        assert Keys({"k1": OLD, "k2": NEW}, "k2").allows_debug("shop", token, at_ms=T0)
