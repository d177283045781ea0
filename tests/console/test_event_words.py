"""Everything a shopper can do has a plain sentence."""

import pytest

from tarry.console.event_words import event_sentence
from tarry.console.fields import Fields
from tarry.console.names import Names

NAMES = Names([{"kind": "event", "d": {"sku": "M", "name": "Trail mug"}}])
ALL = (
    "page_view view_item view_item_list select_item add_to_cart remove_from_cart cart view_cart begin_checkout "
    "add_shipping_info add_payment_info purchase refund search login sign_up generate_lead price_seen price_changed "
    "page_ping page_hide page_show exit_intent idle rage_click dead_click copy_text coupon_focus coupon_refused "
    "form_focus form_error form_leave goal_begin goal_step goal_complete identify health vitals custom"
)
"""Every event name of the wire."""


class TestEventSentence:
    @pytest.mark.parametrize(
        ("name", "d", "said"),
        [
            ("page_view", {"kind": "product", "path": "/p/mug"}, "opened a product page, /p/mug"),
            ("page_view", {"kind": "info", "topic": "returns", "path": "/r"}, "opened the returns page, /r"),
            ("page_view", {"kind": "checkout", "step": "2", "path": "/c"}, "opened the checkout, step 2, /c"),
            ("page_view", {"kind": "list", "path": "/", "ref_host": "a.example"},
             "opened a list of products, / (from a.example)"),
            ("view_item", {"sku": "M", "price": "24.00", "currency": "EUR"}, "looked at Trail mug (24.00 EUR)"),
            ("add_to_cart", {"sku": "M", "qty": 2}, "put 2 × Trail mug into the cart"),
            ("remove_from_cart", {"sku": "M", "qty": 1}, "took Trail mug out of the cart"),
            ("cart", {"lines": []}, "the cart is empty"),
            ("cart", {"lines": [{"sku": "M", "qty": 1}] * 6},
             "the cart holds " + "Trail mug, " * 3 + "Trail mug and 2 more"),
            ("purchase", {"order": "7", "value": "9.00", "currency": "EUR"}, "ordered 7 (9.00 EUR)"),
            ("search", {"results": 0}, "searched: 0 found"),
            ("price_changed", {"old": "9", "new": "12", "currency": "EUR", "why": "shipping"},
             "the shipping went from 9 to 12 EUR (shipping)"),
            ("exit_intent", {"how": "pointer", "active_ms": 4000},
             "the pointer left through the top after 4 s active on the page"),
            ("idle", {"after_ms": 30_000}, "no input for 30 s"),
            ("rage_click", {"on": "button"}, "clicked again and again on a button"),
            ("form_leave", {"field": "email", "ms": 15_000}, "left the email field after 15 s"),
            ("goal_step", {"goal": "walk", "title": "A guided walk", "step": "2"},
             "went on with A guided walk, step 2"),
            ("identify", {"kind": "email"}, "the shop said who this is, by email, without proof"),
            ("identify", {"kind": "customer", "proof": "good"}, "the shop said who this is, by customer"),
            ("identify", {"kind": "customer", "proof": "bad"},
             "the shop said who this is, by customer, with a wrong proof"),
            ("custom", {"name": "quiz", "score": 3}, "the shop told “quiz”: score 3"),
            ("wobble", {"by": 3}, "wobble: by 3"),
        ],
    )  # fmt: skip
    def test_it_says_what_happened(self, name: str, d: dict[str, object], said: str) -> None:
        """Each event is said in the shopper's terms, an unknown one as it came."""
        assert event_sentence(name, Fields(d), NAMES) == said

    @pytest.mark.parametrize("name", ALL.split())
    def test_an_event_without_its_fields_is_said_too(self, name: str) -> None:
        """No event needs its fields, and none is left to be shown raw."""
        said = event_sentence(name, Fields({}), NAMES)

        assert said
        assert "_" not in said
        assert said == said.strip()
        assert not said.endswith((":", ",", "("))
