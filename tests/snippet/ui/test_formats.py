"""Every format a prompt can have, on shops that look nothing like each other, in a real browser."""

import os
from typing import Any

import pytest
from tests.snippet.ui.pages import FORMATS, SHOPS, prompt
from tests.snippet.ui.pages import shop as page_of
from tests.snippet.ui.shop import ELSEWHERE, ORIGIN, Shop

LONG = bool(os.environ.get("TARRY_LONG"))
"""Every format on every shop, as in `make test-all`; else each on one of them, all of them in turn."""
HOST: dict[str, Any] = {"slots": ["#here"], "branding": "Tarry", "mark": True}
STRICT = (
    "default-src 'none'; script-src 'nonce-n'{more}; connect-src 'self'; img-src 'self'; style-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
NONCED = """<script nonce="n">
window.broken = [];
addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective + " " + event.blockedURI));
window.bring = (file) => import(file);
document.querySelector("#here").style.minHeight = "400px";
</script>"""
# One of the shops has a button of its own that is hard to read: ours beside it must not be.
AXE = """async () => (await axe.run({ exclude: ["#buy"] }, { resultTypes: ["violations"] })).violations
  .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(" ")}`))"""
OPEN_ALL = """() => {
  const root = document.querySelector("tarry-prompt").shadowRoot;
  for (const one of root.querySelectorAll("button[aria-expanded=false]")) one.click();
  for (const one of root.querySelectorAll("summary")) one.click();
}"""
SHIFTS = """() => {
  window.shift = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
}"""
OUT_OF_VIEW = """() => {
  const root = document.querySelector("tarry-prompt").shadowRoot;
  const all = [...root.querySelectorAll("*")].map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()]);
  return all.filter(([, { left, right }]) => left < -1 || right > innerWidth + 1).map(([html]) => html);
}"""


def stand(shop: Shop, name: str, format_: str, *, rtl: bool = False) -> None:
    """Draw the example of a format on one of the shops and wait until it stands there."""
    shop.open(html=page_of(name, rtl=rtl, slot=format_ == "inline"))
    shop.draw_and_rise(HOST, **prompt(format_, rtl=rtl))


class TestAccess:
    @pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
    @pytest.mark.parametrize("format_", FORMATS)
    def test_axe_finds_nothing(self, shop: Shop, axe: str, format_: str, rtl: bool) -> None:
        """No rule of axe is broken, best practices included, with everything that opens open; each format on a shop."""
        shops, nth = list(SHOPS), 2 * list(FORMATS).index(format_) + rtl
        for name in shops if LONG else [shops[nth % len(shops)]]:
            stand(shop, name, format_, rtl=rtl)
            shop.page.evaluate(axe)
            closed = shop.page.evaluate(AXE)
            shop.page.evaluate(OPEN_ALL)

            assert (closed, shop.page.evaluate(AXE)) == ([], [])

    @pytest.mark.parametrize("format_", FORMATS)
    def test_on_the_narrowest_phone_with_letters_twice_as_large_nothing_is_out_of_reach(
        self, shop: Shop, format_: str
    ) -> None:
        """At 320 px and 32 px of text nothing runs out at a side, and all that can be pressed can be reached."""
        shop.page.set_viewport_size({"width": 320, "height": 640})
        shop.open(html=page_of("night", slot=format_ == "inline").replace("340px", "900px"))
        shop.draw_and_rise({**HOST, "theme": {"size": "32px"}}, **prompt(format_))

        assert shop.page.evaluate(OUT_OF_VIEW) == []
        for control in shop.page.locator("tarry-prompt").locator("button, a, summary").all():
            if control.is_visible():
                control.click(trial=True, timeout=2_000)

    @pytest.mark.parametrize("format_", FORMATS)
    def test_everything_to_press_is_large_enough(self, shop: Shop, format_: str) -> None:
        """Every target is at least 44 px in both directions."""
        stand(shop, "loud", format_)

        boxes = [one.bounding_box() for one in shop.page.locator("tarry-prompt").locator("button, a, summary").all()]

        assert [box for box in boxes if box and min(box["width"], box["height"]) < 44] == []

    @pytest.mark.parametrize("format_", FORMATS)
    def test_without_motion_nothing_moves(self, shop: Shop, format_: str) -> None:
        """With reduced motion there is no animation at all."""
        shop.page.emulate_media(reduced_motion="reduce")
        stand(shop, "warm", format_)

        assert shop.page.evaluate("document.getAnimations().length") == 0

    @pytest.mark.parametrize("format_", [name for name in FORMATS if name != "modal"])
    def test_what_is_not_modal_takes_no_focus_and_is_announced_politely(self, shop: Shop, format_: str) -> None:
        """The focus stays where it was, and a polite region says the headline."""
        shop.open(html=page_of("warm", slot=format_ == "inline"))
        shop.page.focus("#buy")

        shop.draw_and_rise(HOST, **prompt(format_))

        said = shop.page.locator("tarry-prompt [aria-live=polite]").filter(has_text=prompt(format_)["headline"])
        said.first.wait_for()
        assert shop.page.evaluate("document.activeElement.id") == "buy"


class TestPolicies:
    @pytest.mark.parametrize(
        ("more", "base"), [("", ELSEWHERE), (" 'strict-dynamic'", ORIGIN)], ids=["nonce", "strict-dynamic"]
    )
    @pytest.mark.parametrize("format_", FORMATS)
    def test_it_is_drawn_whole_from_one_nonce(self, shop: Shop, format_: str, more: str, base: str) -> None:
        """One nonce and no trusted type: parts are fetched, no policy is violated, and all of it is styled."""
        shop.open('<section id="here"></section>' + NONCED, csp=STRICT.replace("{more}", more), base=base)

        shop.draw_and_rise(HOST, **prompt(format_))

        assert [word for word in shop.page.evaluate("broken") if "inline" not in word] == []
        assert (shop.errors, shop.style(".first", "minHeight")) == ([], "44px")


class TestStill:
    @pytest.mark.parametrize("format_", [name for name in FORMATS if name != "modal"])
    def test_nothing_in_the_page_moves(self, shop: Shop, format_: str) -> None:
        """It shifts nothing when it comes, and nothing when it goes."""
        shop.open(html=page_of("warm", slot=format_ == "inline"))
        shop.page.evaluate(SHIFTS)

        shop.draw_and_rise(HOST, **prompt(format_))
        shop.page.evaluate("new Promise((done) => setTimeout(done, 300))")
        shop.page.evaluate("shown.close()")
        shop.page.evaluate("new Promise((done) => setTimeout(done, 100))")

        assert shop.page.evaluate("window.shift") == 0


class TestModal:
    def test_the_focus_goes_in_stays_in_and_comes_back(self, shop: Shop) -> None:
        """It starts at the headline, leaves the page alone while it is open, and returns to where it was."""
        shop.open(html=page_of("warm"))
        shop.page.focus("#buy")
        shop.draw_and_rise(HOST, **prompt("modal"))
        inside = "document.activeElement.shadowRoot?.activeElement?.textContent"
        start = shop.page.evaluate(inside)
        for _ in range(12):
            shop.page.keyboard.press("Tab")
            assert shop.page.evaluate("['TARRY-PROMPT', 'BODY'].includes(document.activeElement.tagName)")

        shop.page.keyboard.press("Escape")
        shop.page.wait_for_function("!document.querySelector('tarry-prompt')")

        assert start == "Trail mug or birch cup?"
        assert shop.page.evaluate("document.activeElement.id") == "buy"
        assert shop.reports() == [["shown"], ["dismissed"]]

    def test_pressing_beside_it_closes_it(self, shop: Shop) -> None:
        """The page behind it is a way out; what is inside is not."""
        stand(shop, "warm", "modal")
        shop.page.locator("tarry-prompt h2").click()
        before = shop.reports()

        shop.page.mouse.click(10, 300)
        shop.page.wait_for_function("!document.querySelector('tarry-prompt')")

        assert ([word for word in before if word != ["shown"]], shop.reports()[-1]) == ([], ["dismissed"])

    def test_it_waits_for_a_question_of_consent(self, shop: Shop) -> None:
        """Wherever on the page a cookie banner stands, it comes first."""
        banner = (
            '<div id="bar" style="position:fixed;inset:auto 0 0;background:#ccc">We use cookies.'
            '<button onclick="this.parentNode.remove()">Accept</button></div>'
        )
        shop.open(banner)
        shop.draw(HOST, **prompt("modal"))
        shop.page.wait_for_timeout(1_200)
        early = shop.page.evaluate("document.querySelector('tarry-prompt').hasAttribute('on')")

        shop.page.get_by_role("button", name="Accept").click()
        shop.page.wait_for_function("document.querySelector('tarry-prompt').hasAttribute('on')", timeout=3_000)

        assert early is False


class TestTab:
    def test_a_card_shrinks_to_a_tab_and_comes_back(self, shop: Shop) -> None:
        """By keyboard: smaller, then larger again, the focus following, and nothing told but that it was seen."""
        stand(shop, "warm", "card")
        full = shop.box()["height"]
        shop.page.get_by_role("button", name="Make smaller").press("Enter")
        shop.page.wait_for_function("document.activeElement.shadowRoot.activeElement.className === 'larger'")
        small = shop.box()
        focused = shop.page.evaluate("document.activeElement.shadowRoot.activeElement.textContent")

        shop.page.keyboard.press("Enter")
        shop.page.wait_for_function("!document.querySelector('tarry-prompt').hasAttribute('tab')")

        assert small["height"] < 60 < full == shop.box()["height"]
        assert (focused, small["right"]) == ("Your cart is still here", 1000)
        assert shop.reports() == [["shown"]]

    def test_one_that_comes_as_a_tab_opens_where_there_is_room(self, shop: Shop) -> None:
        """Pressed, it shows everything, and its way out works."""
        stand(shop, "night", "tab")

        shop.page.get_by_role("button", name="Your Trail mug").click()
        shop.page.get_by_role("button", name="No thanks").click()
        shop.page.wait_for_function("!document.querySelector('tarry-prompt')")

        assert shop.reports() == [["shown"], ["dismissed"]]


class TestBar:
    @pytest.mark.parametrize(
        ("scrolled", "head", "edge"),
        [(0, "", "bottom"), (600, "", "top"), (600, "position:sticky", "bottom")],
        ids=["over-the-head", "past-the-head", "under-a-sticky-head"],
    )
    def test_it_stands_at_the_top_only_where_it_hides_no_head(
        self, shop: Shop, scrolled: int, head: str, edge: str
    ) -> None:
        """A shop's head, there or sticking, is left free: then the bar goes to the lower edge."""
        tall = page_of("warm").replace("header{", f"header{{{head};top:0;")
        shop.open('<p style="height:2000px">Words</p>', html=tall)
        shop.page.evaluate("(y) => scrollTo(0, y)", scrolled)

        shop.draw_and_rise(HOST, **prompt("bar"))

        box = shop.box()
        assert (box["left"], box["width"]) == (0, 1000)
        assert (box["top"] == 0, box["bottom"] == 700) == (edge == "top", edge == "bottom")


class TestContents:
    def test_a_code_is_copied(self, shop: Shop) -> None:
        """One press puts the code on the clipboard and says so."""
        shop.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=ORIGIN)
        stand(shop, "warm", "bar")

        shop.page.get_by_role("button", name="Copy").click()
        shop.page.get_by_role("button", name="Copied").wait_for(timeout=2_000)

        assert shop.page.evaluate("navigator.clipboard.readText()") == "WELCOME-10"

    @pytest.mark.parametrize("format_", FORMATS)
    def test_only_what_it_takes_is_fetched(self, shop: Shop, format_: str) -> None:
        """The parts asked for are the drawer, the format and the contents of this one prompt."""
        stand(shop, "warm", format_)

        d = prompt(format_)
        parts = {name.split("-")[1] for name in shop.asked if name.count("-") == 2}
        formats = {"bar": {"bar"}, "modal": {"modal"}, "inline": {"slot"}, "card": {"tab"}, "tab": {"tab"}}
        kinds = {block["kind"] for block in d.get("blocks", ())}
        contents = {
            "lines": bool(d["lines"]),
            "goal": "goal" in d,
            "code": "code" in d,
            "passages": bool(kinds),
            "table": "compare" in kinds,
        }
        parts.discard("stay")  # It comes once the prompt stands.
        assert parts == formats.get(format_, set()) | {name for name, there in contents.items() if there}


class TestMoment:
    def test_a_moment_that_turned_bad_is_waited_out(self, shop: Shop) -> None:
        """Granted and drawn, it still does not rise while somebody types; then it does."""
        shop.open()
        shop.page.evaluate("window.never = setInterval(() => { window.objected = 'typing'; }, 1)")
        shop.draw()
        shop.page.wait_for_timeout(700)
        early = (shop.reports(), shop.page.evaluate("shown.risen()"))

        shop.page.evaluate("clearInterval(window.never); window.objected = ''")
        shop.page.wait_for_function("reports.length > 0", timeout=3_000)

        assert (early, shop.page.evaluate("shown.risen()")) == (([], False), True)

    @pytest.mark.parametrize("format_", [name for name in FORMATS if name not in ("modal", "inline")])
    @pytest.mark.parametrize("shadow", [False, True], ids=["plain", "shadow-root"])
    def test_what_comes_late_is_given_way(self, shop: Shop, format_: str, shadow: bool) -> None:
        """A chat bubble that loads after the prompt, in a shadow root or not, is not covered for long."""
        stand(shop, "warm", format_)

        shop.page.evaluate(
            """(shadow) => {
              const host = document.createElement("x-chat");
              const bubble = document.createElement("button");
              bubble.id = "bubble";
              bubble.style = "position:fixed;right:16px;bottom:16px;width:60px;height:60px;border-radius:50%";
              (shadow ? host.attachShadow({ mode: "open" }) : host).append(bubble);
              document.body.append(host);
              window.bubble = bubble;
            }""",
            shadow,
        )

        shop.page.wait_for_function(
            """() => {
              const a = document.querySelector("tarry-prompt").getBoundingClientRect();
              const b = window.bubble.getBoundingClientRect();
              return a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom;
            }""",
            timeout=3_000,
        )
