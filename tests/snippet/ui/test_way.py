"""What a prompt never covers, wherever the shop keeps it and whenever it comes."""

import pytest
from tests.snippet.ui.pages import prompt
from tests.snippet.ui.pages import shop as page_of
from tests.snippet.ui.shop import Shop

BUBBLE = "position:fixed;right:16px;bottom:16px;width:60px;height:60px;border-radius:50%;background:#06c;border:0"
HANG = """([kind, css]) => {
  const host = document.createElement(kind === "iframe" ? "iframe" : "x-chat");
  if (kind === "iframe") host.style = css;
  else {
    const bubble = document.createElement("button");
    bubble.style = css;
    host.attachShadow({ mode: kind }).append(bubble);
  }
  document.body.append(host);
}"""
CORNER = {"left": 924, "right": 984, "top": 624, "bottom": 684}
APART = """([box]) => {
  const one = document.querySelector("tarry-prompt").getBoundingClientRect();
  return one.right <= box.left || one.left >= box.right || one.bottom <= box.top || one.top >= box.bottom;
}"""
ON = "document.querySelector('tarry-prompt').hasAttribute('on')"


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("kind", ["open", "closed", "iframe"])
def test_a_chat_bubble_is_left_free_wherever_it_lives(shop: Shop, kind: str, late: bool) -> None:
    """In a frame, or in a shadow root one can or cannot look into, there before the prompt or coming after it."""
    shop.open()
    if not late:
        shop.page.evaluate(HANG, [kind, BUBBLE])

    shop.draw_and_see()
    if late:
        shop.page.evaluate(HANG, [kind, BUBBLE])
        shop.page.wait_for_function(APART, arg=[CORNER], timeout=4_000)

    assert shop.page.evaluate(APART, [CORNER])


def test_a_banner_that_leaves_no_room_is_given_way_without_a_click(shop: Shop) -> None:
    """A banner that slides in by a style of its own hides the prompt, and gives the place back when it goes."""
    shop.open('<div id="ask" style="position:fixed;inset:200px 0 0;background:#eee;display:none">Cookies?</div>')
    shop.draw_and_see()

    shop.page.evaluate("document.querySelector('#ask').style.display = 'block'")
    shop.page.wait_for_function(f"!{ON}", timeout=4_000)
    shop.page.evaluate("document.querySelector('#ask').style.display = 'none'")
    shop.page.wait_for_function(ON, timeout=4_000)

    assert shop.reports() == [["shown"]]


def test_a_prompt_somebody_is_in_is_not_taken_away(shop: Shop) -> None:
    """Whoever has the focus in a prompt keeps it, even where a banner leaves no room."""
    shop.open('<div id="ask" style="position:fixed;inset:200px 0 0;background:#eee;display:none">Cookies?</div>')
    shop.draw_and_see()
    shop.page.locator("tarry-prompt").get_by_role("link", name="Back to my cart").focus()

    shop.page.evaluate("document.querySelector('#ask').style.display = 'block'")
    shop.page.evaluate("new Promise((done) => setTimeout(done, 1_800))")

    assert shop.page.evaluate(ON)


def test_in_forced_colours_the_buy_button_is_still_known(shop: Shop) -> None:
    """Where every button is painted alike, the one to buy with is left free by the other corner."""
    shop.page.emulate_media(forced_colors="active")
    shop.open(html=page_of("warm").replace("#buy{", "#buy{position:absolute;right:40px;top:600px;"))

    shop.draw_and_rise(**prompt("toast"))

    buy = shop.page.evaluate("document.querySelector('#buy').getBoundingClientRect().toJSON()")
    assert shop.page.evaluate(APART, [buy])
    assert shop.box()["left"] == 24
