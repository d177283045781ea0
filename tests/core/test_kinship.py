"""Joins: whose browsers are one person's is a matter of the proofs, not of their order; undone, nothing is left."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.searched import searched

from tarry.core.acts import Join, Kept, Part
from tarry.core.incentives.habits import Habits
from tarry.core.joining import join, part
from tarry.core.kinship import CLAIMS_KEPT, Link, as_one, kin_of, persons, relatives, with_claim
from tarry.core.met import Met
from tarry.core.record import Record
from tarry.core.visitor import Claim, Said, Visitor

NOW = 1_795_363_200_000
HOUR = 3_600_000
VISITORS = ("ann", "ben", "cid", "dee", "eve")

links = st.lists(
    st.builds(
        Link,
        st.sampled_from(VISITORS),
        st.sampled_from(("customer", "email")),
        st.sampled_from("xyz"),
        st.integers(1, 9),
    ),
    max_size=14,
)


def said(decision: str, at: int, **more: str) -> Said:
    """Return a prompt that was shown."""
    return Said(decision, at, "remind", "price", "toast", f"s_{decision}", state="shown", **more)  # type: ignore[arg-type]


def link(visitor: str, kind: str, hash_: str) -> Link:
    """Return a proof."""
    return Link(visitor, kind, hash_, 1)  # type: ignore[arg-type]


def groups(found: Sequence[Link]) -> set[frozenset[str]]:
    """Return who is together."""
    return {frozenset({name, *relatives(found, name)}) for name in {one.visitor for one in found}}


class TestPersons:
    @given(links, st.randoms(use_true_random=False))
    @searched(100)
    def test_the_order_of_proofs_makes_no_difference(self, found: list[Link], chance: object) -> None:
        """However proofs come, and however often, everybody's person is the same, and kinship goes both ways."""
        mixed = found + found[: len(found) // 2]
        chance.shuffle(mixed)  # type: ignore[attr-defined]

        assert persons(mixed) == persons(found)
        assert {name: set(relatives(mixed, name)) for name in VISITORS} == {
            name: set(relatives(found, name)) for name in VISITORS
        }
        assert all(name in relatives(found, other) for name in VISITORS for other in relatives(found, name))

    @given(links)
    @searched(100)
    def test_no_person_has_two_customers(self, found: list[Link]) -> None:
        """Whoever is together was never proved to be two customers; who was, is with nobody."""
        for group in groups(found):
            customers = {one.hash for one in found if one.visitor in group and one.kind == "customer"}
            assert len(customers) <= 1 or len(group) == 1

    def test_one_customer_on_two_browsers(self) -> None:
        """The same customer, and the address proved on one of them, make three browsers one person's."""
        found = [link("ann", "customer", "x"), link("ben", "customer", "x"), link("ben", "email", "m")]

        assert groups([*found, link("cid", "email", "m")]) == {frozenset({"ann", "ben", "cid"})}

    def test_a_shared_computer_joins_nobody(self) -> None:
        """On which two customers signed in is neither's; their own browsers stay their own."""
        found = [link("ann", "customer", "x"), link("ben", "customer", "y")]
        shared = [link("cid", "customer", "x"), link("cid", "customer", "y")]

        assert groups([*found, *shared]) == {frozenset({"ann"}), frozenset({"ben"}), frozenset({"cid"})}

    def test_an_address_of_two_customers_says_nothing(self) -> None:
        """A family's mail address joins neither its two customers nor whoever has only it."""
        found = [link("ann", "customer", "x"), link("ann", "email", "m"), link("ben", "customer", "y")]
        found += [link("ben", "email", "m"), link("cid", "email", "m")]

        assert groups(found) == {frozenset({"ann"}), frozenset({"ben"}), frozenset({"cid"})}

    def test_a_customer_may_change_their_address(self) -> None:
        """Two addresses of one customer make no stranger of them."""
        found = [link("ann", "customer", "x"), link("ann", "email", "m"), link("ann", "email", "n")]

        assert relatives([*found, link("ben", "email", "n")], "ann") == ["ben"]


class TestWithClaim:
    def test_each_once_and_not_without_end(self) -> None:
        """The first time of a claim stays, and there are at most so many of a kind."""
        claims: tuple[Claim, ...] = ()
        for number in (0, 0, *range(CLAIMS_KEPT + 5)):
            claims = with_claim(claims, Claim("email", f"h{number}", number))

        assert [claim.hash for claim in claims] == [f"h{number}" for number in range(CLAIMS_KEPT)]


class TestAsOne:
    def test_nobody_elses_counts_where_there_is_nobody(self) -> None:
        """A visitor without kin is seen as it is, the very same value."""
        alone = Visitor("ann", NOW)

        assert as_one(alone) is alone

    def test_what_holds_back_counts_and_nothing_else_comes(self) -> None:
        """Prompts, quiet, orders, offers and arms of the other count; its cart, products and sittings stay its own."""
        other = Visitor(
            "ben", NOW - HOUR, said=(said("d1", NOW - 60),), quiet_until=NOW + 9, ordered_at=NOW - 5,
            met=(Met("tone", 1, "soft", NOW - 50),), habits=Habits((NOW - 70,), paid_full_at=NOW - 5), sittings=4,
        )  # fmt: skip
        mine = Visitor("ann", NOW, said=(said("d2", NOW - 30),), met=(Met("tone", 1, "plain", NOW - 20),))

        joined = join(Record(mine), Join((kin_of(other, NOW),), NOW), Kept())
        seen = as_one(joined.visitor)

        assert [one.decision for one in seen.said] == ["d1", "d2"]
        assert (seen.quiet_until, seen.ordered_at) == (NOW + 9, NOW - 5)
        assert (seen.habits.offered, seen.habits.paid_full_at) == ((NOW - 70,), NOW - 5)
        assert [(met.arm, met.others) for met in seen.met] == [("soft", ("plain",))]
        assert seen.id == "ben"
        assert (seen.sittings, seen.cart, seen.seen, seen.goals) == (0, mine.cart, (), ())

    def test_what_was_only_reserved_or_is_long_ago_stays_at_home(self) -> None:
        """A prompt on its way may never be shown; one beyond the longest cap counts no more."""
        ben = Visitor("ben", 1, said=(said("old", NOW - 91 * 24 * HOUR), said("d1", NOW - 1)))
        ben = replace(ben, said=(*ben.said, replace(said("d3", NOW), state="reserved", expires_at=NOW + 9)))

        assert [one.decision for one in kin_of(ben, NOW).said] == ["d1"]


class TestPart:
    @given(st.lists(st.sampled_from(VISITORS[1:]), max_size=6))
    @searched(100)
    def test_taken_apart_nothing_is_left(self, joins: list[str]) -> None:
        """However often it was joined, apart from everybody a record is what it would have been without any of it."""
        before = Record(Visitor("ann", NOW, said=(said("d1", NOW),)))
        after, kept = before, Kept()
        for turn, name in enumerate(joins):
            other = Visitor(name, NOW + turn, said=(said(f"d{turn}", NOW + turn),), ordered_at=NOW + turn)
            after = join(after, Join((kin_of(other, NOW),), NOW + turn), kept)

        after = part(after, Part(NOW + 9), kept)

        assert after.visitor == replace(before.visitor, apart=True)
        assert join(after, Join((kin_of(Visitor("eve", 1), NOW),), NOW + 10), kept) is after
        assert [line.kind for line in kept.lines] == ["join"] * len(kept.lines)

    def test_the_same_again_is_no_news(self) -> None:
        """A join that changes nothing writes nothing."""
        kept, act = Kept(), Join((kin_of(Visitor("ben", 1), NOW),), NOW)
        once = join(Record(Visitor("ann", NOW)), act, kept)

        assert join(once, act, kept) is once
        assert len(kept.lines) == 1
