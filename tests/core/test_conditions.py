"""Conditions on a visitor: typed, closed, and never passing on what is not known."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.stories import DAY_MS, Story, folded
from tests.searched import searched

from tarry.core.conditions import DEEPEST, Condition, judge
from tarry.core.events import Line
from tarry.core.fields import FIELDS, Field, Known
from tarry.core.segments import KINDS

leaves = st.sampled_from(
    [
        Condition(field="visits", op=">=", value=1),
        Condition(field="visits", op=">=", value=5),
        Condition(field="days_away", op="<", value=3),
        Condition(field="days_since_order", op=">", value=1),
        Condition(field="consent", op="==", value="full"),
    ]
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Condition(all=tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Condition(any=tuple(parts))),
        inner.map(lambda part: Condition(negated=part)),
    ).filter(lambda node: node.depth() < DEEPEST),
    max_leaves=6,
)


def known(story: Story | None = None) -> Known:
    """Return what is known of a visitor after a story."""
    visitor = folded(story or Story().product("A").look(12_000))
    assert visitor.session is not None
    return Known(visitor, visitor.session, visitor.session.last_at)


def read(text: str) -> Condition:
    """Read a condition as an owner writes it."""
    return msgspec.toml.decode(text, type=Condition)


class TestJudge:
    def test_a_tree_as_an_owner_writes_it(self) -> None:
        """All, any and not, with fields of every kind."""
        text = """
        all = [
          { field = "visits", op = "==", value = 1 },
          { any = [{ field = "page", op = "in", value = ["list"] }, { field = "left_cart", op = "==", value = false }]},
          { not = { field = "signals", op = "has", value = "dwell" } },
        ]
        """

        assert judge(read(text), known()).passes is True
        assert judge(read(text), known(Story().product("A").look(30_000))).passes is True

    @pytest.mark.parametrize(
        ("name", "op", "value", "passes"),
        [
            ("visits", "==", 1, True),
            ("visits", "!=", 1, False),
            ("active_s", ">", 12, False),
            ("active_s", ">=", 12, True),
            ("cart_value", "==", 0, True),
            ("cart_lines", "<", 1, True),
            ("left_cart", "==", False, True),
            ("page", "==", "product", True),
            ("consent", "in", ("anonymous",), False),
            ("same_product", "<=", 1, True),
            ("goal_open", "!=", True, True),
        ],
    )
    def test_every_operator(self, name: str, op: str, value: object, passes: bool) -> None:
        """On each side of its limit."""
        assert judge(Condition(field=name, op=op, value=value), known()).passes is passes  # type: ignore[arg-type]

    def test_what_is_not_known_never_passes(self) -> None:
        """Nor does its opposite, and the answer names what was missing."""
        away = Condition(field="days_away", op=">=", value=0)

        for node in (away, Condition(negated=away), Condition(all=(away,)), Condition(any=(away,))):
            verdict = judge(node, known())
            assert (verdict.passes, verdict.unknown) == (None, ("days_away",))

    def test_what_is_not_known_may_not_matter(self) -> None:
        """One true part settles any, one false part settles all."""
        away, first = Condition(field="days_away", op=">=", value=0), Condition(field="visits", op="==", value=1)

        assert judge(Condition(any=(away, first)), known()).passes is True
        assert judge(Condition(all=(away, Condition(negated=first))), known()).passes is False

    @searched(100)
    @given(trees)
    def test_not_turns_every_answer_round(self, tree: Condition) -> None:
        """Known answers change sides, unknown ones stay unknown."""
        straight, turned = judge(tree, known()).passes, judge(Condition(negated=tree), known()).passes

        assert turned is (None if straight is None else not straight)

    @searched(100)
    @given(trees)
    def test_what_is_written_is_read_back(self, tree: Condition) -> None:
        """A tree survives being kept and loaded."""
        assert msgspec.convert(msgspec.to_builtins(tree), Condition) == tree


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ('field = "visit"\nop = "=="\nvalue = 1', "there is no field 'visit'; there are active_s"),
            ('field = "visits"\nop = "has"\nvalue = 1', "visits takes == != > >= < <=, not 'has'"),
            ('field = "visits"\nop = ">="\nvalue = "two"', "visits is compared with a number from 1 to 10000"),
            ('field = "visits"\nop = ">="\nvalue = true', "not True"),
            ('field = "visits"\nop = ">="\nvalue = 0', "a number from 1 to 10000 (sittings), not 0"),
            ('field = "page"\nop = "=="\nvalue = "shop"', "page is compared with one of list, product"),
            ('field = "page"\nop = "in"\nvalue = []', "page is compared with"),
            ('field = "visits"', "visits takes"),
            (
                'field = "signals"\nop = "has"\nvalue = "telepathy"',
                "signals is compared with one of checkout_hesitation",
            ),
            ("all = []", "need at least one"),
            ("", "a condition is one of all, any, not"),
            (
                'op = "=="\nvalue = 1\nall = [{field = "visits", op = "==", value = 1}]',
                "op and value belong to a field",
            ),
            ('field = "visits"\nop = "=="\nvalue = 1\nsurprise = 1', "surprise"),
        ],
    )
    def test_what_cannot_be_asked_is_refused_with_a_cure(self, text: str, words: str) -> None:
        """When the rules are read, not when a shopper is there."""
        with pytest.raises(msgspec.ValidationError) as refused:
            read(text)

        assert words in str(refused.value)

    def test_it_may_not_be_nested_without_end(self) -> None:
        """Eight levels are more than anybody reads."""
        node = Condition(field="visits", op="==", value=1)
        for _ in range(DEEPEST - 1):
            node = Condition(negated=node)

        with pytest.raises(ValueError, match="nested 8 deep"):
            Condition(negated=node)


class TestFields:
    @pytest.mark.parametrize(("name", "field"), FIELDS.items())
    def test_every_field_says_what_it_is(self, name: str, field: Field) -> None:
        """And reads a visitor without an error, as its kind or as not known."""
        value = field.read(known())
        kinds: dict[str, type | tuple[type, ...]] = {
            "number": (int, float), "truth": bool, "word": str, "words": frozenset,
        }  # fmt: skip

        assert field.what
        assert value is None or isinstance(value, kinds[field.kind]), name

    def test_the_carts_value_is_in_its_own_money(self) -> None:
        """Twice 24 euros are 48."""
        assert FIELDS["cart_value"].read(known(Story().page().cart(Line("A", "A", 2, price="24.00")))) == 48.0


class TestKinds:
    def test_who_came_for_the_first_time_is_not_returning(self) -> None:
        """And the other way round, a day later."""
        first = known(Story().page("list"))
        again = known(Story().page("list").wait(DAY_MS).document("doc2").page("list"))

        for who, names in ((first, {"first_time"}), (again, {"returning"})):
            assert {name for name, kind in KINDS.items() if judge(kind, who).passes} == names

    def test_who_opens_one_product_three_times_is_a_repeat_viewer(self) -> None:
        """Two times are not enough."""
        story = Story().product("A").product("A")
        assert judge(KINDS["repeat_viewer"], known(story)).passes is False
        assert judge(KINDS["repeat_viewer"], known(story.product("A"))).passes is True
