"""Products and goals are called by the name they were last given."""

from tarry.console.fields import Fields
from tarry.console.names import Names, money


def _event(**d: object) -> dict[str, object]:
    return {"kind": "event", "d": d}


class TestNames:
    def test_a_later_name_wins(self) -> None:
        """A renamed product is called by its new name throughout."""
        names = Names([_event(sku="A", name="Old"), _event(sku="A", name="New")])

        assert names.of("A") == "New"

    def test_cart_lines_and_goals_teach_names_too(self) -> None:
        """A product known from the cart alone has a name, and so has a booking."""
        names = Names([_event(lines=[{"sku": "B", "name": "Sock"}]), _event(goal="walk", title="A guided walk")])

        assert (names.of("B"), names.of("walk")) == ("Sock", "A guided walk")

    def test_the_unknown_is_called_by_its_key(self) -> None:
        """A product never named is shown by its sku."""
        names = Names([{"kind": "signal", "d": {"sku": "C", "name": "Not from an event"}}])

        assert names.of("C") == "C"
        assert names.item(Fields({"sku": "C"})) == "C"
        assert names.item(Fields({})) == "a product"


class TestMoney:
    def test_an_amount_has_its_currency(self) -> None:
        """Amounts are shown as logged; without an amount there is nothing."""
        assert money(Fields({"price": "24.00", "currency": "EUR"})) == "24.00 EUR"
        assert money(Fields({"price": "24.00"})) == "24.00"
        assert money(Fields({"currency": "EUR"})) == ""
