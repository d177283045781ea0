"""Every text of every event goes through the sieve."""

import msgspec
import pytest

from tarry.core import events as e
from tarry.core import sieve
from tarry.core.events import BODIES, Body, Custom
from tarry.core.sieve import ADDRESSES, sift

MAIL = "anna.schmidt@example.org"


def spoilt(body: type[Body]) -> Body:
    """Return an event in which every text that may be anything is a mail address."""
    told: dict[str, object] = {}
    for field in msgspec.structs.fields(body):
        if field.name in ("price", "value", "total", "cost", "old", "new"):
            told[field.name] = "1.00"
        elif field.name == "currency":
            told[field.name] = "EUR"
        elif field.name == "lines":
            told[field.name] = [msgspec.to_builtins(spoilt(e.Line))]
        elif field.name == "detail":
            told[field.name] = {MAIL: MAIL}
        else:
            told[field.name] = next((v for v in (MAIL, 1, 1.0, True) if _takes(field.type, v)), None)
            if told[field.name] is None:
                told[field.name] = _first_word(field.type)
    return msgspec.convert(told, body)


def _takes(kind: object, value: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _first_word(kind: object) -> object:
    shape = msgspec.inspect.type_info(kind)
    one = (
        next((t for t in shape.types if isinstance(t, msgspec.inspect.LiteralType)), shape)
        if isinstance(shape, msgspec.inspect.UnionType)
        else shape
    )
    return one.values[0] if isinstance(one, msgspec.inspect.LiteralType) else "0" * 64


class TestSift:
    @pytest.mark.parametrize("name", [name for name in BODIES if name != "custom"])
    def test_p6_no_field_of_any_event_lets_a_mail_address_by(self, name: str) -> None:
        """Whatever field of whatever event somebody's address is put into, it is not kept."""
        body = spoilt(BODIES[name])

        assert MAIL not in str(sift(body))
        assert sift(sift(body)) == sift(body)

    def test_events_of_the_shops_own_are_looked_through_by_key_and_value(self) -> None:
        """Names, texts and long numbers are cleaned, and what a personal key holds goes whatever it is."""
        told = {"colour": "red", "note": f"for {MAIL}", "user_id": 77, "phone": "1", "card": 4111111111111111, "n": 3}

        kept = sift(Custom(name=f"asked by {MAIL}", fields={**told, "tel": 491711234567, "paid": True, "x": None}))

        assert isinstance(kept, Custom)
        assert kept.name == "asked by [mail]"
        assert kept.fields == {
            **{"colour": "red", "note": "for [mail]", "user_id": "[private]", "phone": "[private]"},
            **{"card": "[private]", "n": 3, "tel": "[private]", "paid": True, "x": None},
        }

    def test_a_page_of_ones_own_has_no_title(self) -> None:
        """Accounts, orders and checkouts greet people by name: only where somebody is is kept, not the title."""
        assert sift(e.PageView("/account/orders", "other", title="Anna's orders")).title is None  # type: ignore[attr-defined]
        assert sift(e.PageView("/p/mug", "product", title="Trail mug")).title == "Trail mug"  # type: ignore[attr-defined]

    def test_what_names_nobody_is_the_same_value(self) -> None:
        """The sieve costs an ordinary event nothing but looking."""
        line = e.Line("MUG-4006381333931", "Trail mug", 1, "24.00", "/img/mug.jpg?v=12", "/p/mug?variant=7")
        for body in (e.CartSeen("EUR", (line,), "24.00"), e.ViewItem("4006381333931", "Trail mug", url="/p/mug")):
            assert sift(body) is body


class TestMemory:
    def test_only_what_names_nobody_is_remembered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Texts without anybody are known again, a bounded number of them; one with somebody never is."""
        monkeypatch.setattr(sieve, "KNOWN_MOST", 3)
        clean = sieve._Remembering(lambda text: text.replace(MAIL, "[mail]"))

        told = [clean(text) for text in ("a", MAIL, "b", f"for {MAIL}", "c", "d", "d")]

        assert told == ["a", "[mail]", "b", "for [mail]", "c", "d", "d"]
        assert list(clean._known) == ["b", "c", "d"]


def test_what_is_known_to_be_clean_stays_so_and_what_is_not_is_looked_at_each_time() -> None:
    """However often an address comes, it is told in the same words; one that held something is never remembered."""
    clean, told = ADDRESSES["url"], "https://shop.example/p?email=ann@mail.example"

    once = clean(told)

    assert [clean(told) for _ in range(3)] == [once] * 3
    assert once is not None
    assert "ann@" not in once
    assert "ann@" not in repr(vars(clean))
    assert [clean("/p/mug") for _ in range(3)] == ["/p/mug"] * 3
