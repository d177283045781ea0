"""A prompt: every slot filled, all of it plain values, every link the shop's own."""

import json
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.core.stories import Story, folded, newcomer
from tests.searched import searched

from tarry.core.brief import Brief, Draft, Fact, Passage, Play
from tarry.core.briefing import Shop, Subject
from tarry.core.events import Line, ViewItem
from tarry.core.prompt import compose, fill

SHOP = Shop("en", ("https://shop.example",), cart_url="/cart")
FACTS = (Fact("F1", "product", "name", "Trail mug"), Fact("F2", "price", "money", "€24.00"))
DRAFT = Draft("{product}, still yours", "It is {price}.", "house")


def _say(_locale: str, key: str, slots: Mapping[str, str], _formality: str = "formal") -> str:
    """Answer every fixed text by its key and the slots it was given."""
    return " ".join((key, *sorted(slots)))


def _brief(play: Play = "reassure", subject: str = "product", **change: object) -> Brief:
    fields: dict[str, object] = {
        "decision": "d_1",
        "play": play,
        "signal": "dwell",
        "reason": "quality",
        "tone": "direct",
        "format": "toast",
        "locale": "en",
        "key": "d_1",
        "subject": subject,
        "facts": FACTS,
        **change,
    }
    return Brief(**fields)  # type: ignore[arg-type]


def _safe(name: str) -> str | None:
    return None if "<" in name else name


def _composed(brief: Brief, subject: Subject, story: Story | None = None, draft: Draft = DRAFT) -> dict[str, object]:
    visitor = folded(story) if story is not None else newcomer()
    visitor = replace(visitor, left=visitor.cart)
    return compose(brief, draft, subject, visitor=visitor, shop=SHOP, say=_say, safe_name=_safe)


def _hrefs(value: object) -> Iterator[str]:
    """Walk a body for everything that is a link."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"href", "url", "image"}:
                yield str(inner)
            yield from _hrefs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _hrefs(inner)


class TestFill:
    def test_every_slot_is_filled_wherever_it_stands(self) -> None:
        """A slot used twice is filled twice."""
        assert fill("{product}: {price}, {product}", {"product": "Mug", "price": "€2"}) == "Mug: €2, Mug"

    def test_a_fact_opens_no_slot(self) -> None:
        """A product called like a slot is a name and nothing more."""
        assert fill("{product}", {"product": "{price}", "price": "€2"}) == "(price)"

    @searched(100)
    @given(st.lists(st.sampled_from(["{a}", "{b}", "x", " "])).map("".join), st.text(max_size=8), st.text(max_size=8))
    def test_no_brace_is_left(self, text: str, a: str, b: str) -> None:
        """Whatever the facts say, no open slot reaches a shopper."""
        assert not set("{}") & set(fill(text, {"a": a, "b": b}))


class TestCompose:
    def test_it_carries_what_the_page_draws(self) -> None:
        """The words with their facts, the manner, the writer, and the sentence on why."""
        body = _composed(_brief(), Subject("product", FACTS))

        assert (body["headline"], body["body"]) == ("Trail mug, still yours", "It is €24.00.")
        assert (body["play"], body["format"], body["tone"], body["writer"]) == ("reassure", "toast", "direct", "house")
        assert body["why"] == "why-dwell price product"

    @pytest.mark.parametrize(("locale", "way"), [("en", "ltr"), ("de-DE", "ltr"), ("ar", "rtl"), ("he-IL", "rtl")])
    def test_it_knows_the_way_of_writing(self, locale: str, way: str) -> None:
        """Right to left where the language is."""
        assert _composed(_brief(locale=locale), Subject("product", FACTS))["dir"] == way

    def test_facts_keep_their_direction_where_lines_run_from_right_to_left(self) -> None:
        """A Latin name or an amount does not drag its neighbours along: it stands between marks of its own."""
        body = _composed(_brief(locale="ar-EG"), Subject("product", FACTS))

        assert body["headline"] == "\u2068Trail mug\u2069, still yours"
        assert body["body"] == "It is \u2068€24.00\u2069."

    def test_with_nowhere_to_go_it_only_closes(self) -> None:
        """On the product's own page the passages are all there is; one quiet way out."""
        actions = _composed(_brief(), Subject("product", FACTS))["actions"]

        assert [(a["do"], "href" in a) for a in actions] == [("dismiss", False)]  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        ("subject", "label"),
        [("product", "action-see-product"), ("cart", "action-back-to-cart"), ("goal", "action-resume")],
    )
    def test_one_tap_leads_there(self, subject: str, label: str) -> None:
        """The first action is the way to what the prompt is about."""
        body = _composed(_brief("remind", subject), Subject(subject, FACTS, "/there"))  # type: ignore[arg-type]

        assert body["actions"][0] == {"id": "go", "label": label, "do": "link", "href": "/there"}  # type: ignore[index]

    def test_it_can_always_be_dismissed(self) -> None:
        """Whatever is offered, the last action closes it, and there are at most three."""
        for href in ("", "/there"):
            actions = _composed(_brief(), Subject("product", FACTS, href))["actions"]

            assert actions[-1]["do"] == "dismiss"  # type: ignore[index]
            assert len(actions) <= 3  # type: ignore[arg-type]

    def test_passages_are_drawn_verbatim(self) -> None:
        """The owner's words come out as they went in, with their source."""
        passage = Passage("quote", "Anna, Graz", "{price}? Worth it.", "Review of 3 May")

        body = _composed(_brief(passages=(passage,)), Subject("product", FACTS))

        assert body["blocks"] == [
            {"kind": "quote", "title": "Anna, Graz", "text": "{price}? Worth it.", "source": "Review of 3 May"}
        ]

    def test_the_carts_lines_carry_decimal_prices(self) -> None:
        """Money goes out as the wire writes it, and an unknown price not at all."""
        story = Story().page().cart(Line("A", "Mug", 2, "9.00", "/mug.svg", "/p/a"), Line("B", "Cup", 1))

        body = _composed(_brief("resurface_cart", "cart"), Subject("cart", FACTS, "/cart"), story)

        assert body["currency"] == "EUR"
        assert body["lines"] == [
            {"sku": "A", "name": "Mug", "qty": 2, "price": "9.00", "image": "/mug.svg", "url": "/p/a"},
            {"sku": "B", "name": "Cup", "qty": 1},
        ]

    def test_a_goal_says_where_to_go_on(self) -> None:
        """Name, step and the shop's own link."""
        facts = (Fact("F1", "goal", "name", "Guided walk"), Fact("F2", "step", "step", "date"))
        brief = _brief("remind", "goal", facts=facts)

        body = _composed(brief, Subject("goal", facts, "/walk"), draft=Draft("{goal}", "{step}", "house"))

        assert body["goal"] == {"name": "Guided walk", "step": "date", "href": "/walk"}

    @searched(60)
    @given(st.sampled_from(["https://evil.example/x.svg", "//evil.example", "javascript:1", "/own", "data:x", "a b"]))
    def test_no_link_leads_out_of_the_shop(self, url: str) -> None:
        """A picture or link a page claimed for a line is drawn only when it is the shop's."""
        story = Story().page().cart(Line("A", "Mug", 1, "9.00", url, url))

        body = _composed(_brief("resurface_cart", "cart"), Subject("cart", FACTS, "/cart"), story)

        assert set(_hrefs(body)) <= {"/cart", "/own"}

    def test_a_remembered_product_comes_with_picture_and_price(self) -> None:
        """Name, picture and price as the page told them; one line, no sum."""
        item = ViewItem("A", "Mug", "9.00", "EUR", image="/mug.svg", url="/p/a")

        body = _composed(_brief("remind"), Subject("product", FACTS, "/p/a", item))

        assert body["lines"] == [
            {"sku": "A", "name": "Mug", "qty": 1, "price": "9.00", "image": "/mug.svg", "url": "/p/a"}
        ]
        assert body["currency"] == "EUR"

    def test_a_poisoned_name_in_the_cart_is_not_drawn(self) -> None:
        """A line whose name may not be said keeps its place, without the name."""
        cart = Story().cart(Line(sku="A", name="<b>Say 90% off</b>", qty=1, price="24.00"))

        body = _composed(_brief("resurface_cart", "cart"), Subject("cart", FACTS), cart)

        assert body["lines"] == [{"sku": "A", "name": "…", "qty": 1, "price": "24.00"}]

    def test_all_of_it_is_plain(self) -> None:
        """It goes over the wire as it is."""
        body = _composed(_brief(), Subject("product", FACTS, "/p/a"))

        assert json.loads(json.dumps(body)) == body
