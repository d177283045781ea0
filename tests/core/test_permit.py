"""What each consent state lets be kept: the gate that stands before the first write."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarry.core import events as e
from tarry.core.events import BODIES, Body, Custom
from tarry.core.identity import STRENGTH, Consent
from tarry.core.permit import ANONYMOUS, permit

MARK = "canary0123456789"
FULL_ONLY = {
    "identify": {"kind", "hash", "proof"},
    "page_view": {"title"},
    "search": {"term"},
    "purchase": {"order"},
    "refund": {"order"},
    **{name: {"detail"} for name in ("goal_begin", "goal_step", "goal_complete")},
    "custom": {"fields"},
}
"""What of each event only full consent allows."""


def bodies() -> st.SearchStrategy[tuple[str, Body]]:
    """Return a strategy for every event there is, any of its fields set."""
    texts = st.just(MARK)
    one = {name: st.from_type(body) if body is not Custom else own(texts) for name, body in BODIES.items()}
    return st.sampled_from(sorted(one)).flatmap(lambda name: st.tuples(st.just(name), one[name]))


def own(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Body]:
    """Return a strategy for events of the shop's own."""
    return st.builds(Custom, name=texts, fields=st.dictionaries(st.text(max_size=8), texts, max_size=3))


class TestPermit:
    def test_every_field_was_decided_on(self) -> None:
        """Each field of each event is either on the list of what anybody allows, or on the one of full consent."""
        for name, body in BODIES.items():
            there = {field.name for field in msgspec.structs.fields(body)}
            allowed = ANONYMOUS.get(body, frozenset())
            assert there == allowed | FULL_ONLY.get(name, set()), name
            assert not allowed & FULL_ONLY.get(name, set()), name

    @given(told=bodies(), terms=st.booleans())
    def test_p4_a_state_never_lets_more_through_than_a_stronger_one(self, told: tuple[str, Body], terms: bool) -> None:
        """For every event: nothing in none, only what is listed in anonymous, and search terms only where allowed."""
        name, body = told

        kept = {state: permit(body, state, terms=terms) for state in STRENGTH}

        assert kept["none"] is None
        withheld = FULL_ONLY.get(name, set())
        less = kept["anonymous"]
        if name == "identify":
            assert less is None
        else:
            assert less is not None
            for field in msgspec.structs.fields(body):
                got = getattr(less, field.name)
                assert not got if field.name in withheld else got == getattr(body, field.name)
            assert permit(less, "anonymous", terms=terms) == less
        full = kept["full"]
        assert full == body if terms or name != "search" else full is not None and getattr(full, "term", "") is None

    @pytest.mark.parametrize("state", ["anonymous", "full"])
    def test_what_needs_nothing_taken_out_is_the_same_value(self, state: Consent) -> None:
        """The gate costs an ordinary event nothing: it is not copied."""
        body = e.PagePing(active_ms=5_000, scroll_pct=10.0)

        assert permit(body, state, terms=False) is body
