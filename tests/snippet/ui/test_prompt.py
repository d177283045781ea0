"""Prompts drawn on a shop's page in a real browser: how they behave, and that the page does not notice."""

import pytest
from tests.snippet.ui.shop import ORIGIN, PROMPT, Shop

STRICTEST = (
    "default-src 'none'; script-src 'self'; style-src 'none'; img-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
WATCH_SHIFTS = """() => {
  window.shift = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
}"""

INSIDE = "document.activeElement.shadowRoot?.activeElement?.tagName"
COUNT_LOOKS = """() => {
  window.looks = 0;
  Object.defineProperty(window, "objected", { get: () => { window.looks++; return ""; }, set: () => {} });
}"""
ANSWER = "() => { document.querySelector('#bar button').onclick = () => document.querySelector('#bar').remove(); }"


class TestTelling:
    def test_it_is_seen_once_and_stays(self, shop: Shop) -> None:
        """A prompt in view tells so once, however often the window changes."""
        shop.open()
        shop.draw_and_see()

        shop.page.set_viewport_size({"width": 900, "height": 640})
        shop.page.wait_for_function("document.querySelector('tarry-prompt').getBoundingClientRect().bottom === 616")

        assert shop.reports() == [["shown"]]

    @pytest.mark.parametrize(
        ("name", "told"),
        [("No thanks", ["dismissed"]), ("Quiet for a month", ["dismissed", "quiet"])],
    )
    def test_a_way_out_takes_it_away_and_tells(self, shop: Shop, name: str, told: list[str]) -> None:
        """Pressing a way out is told once and leaves nothing behind."""
        shop.open()
        shop.draw_and_see()

        shop.page.get_by_role("button", name=name).click()
        shop.page.wait_for_function("!document.querySelector('tarry-prompt')")

        assert shop.reports() == [["shown"], told]

    def test_the_browser_follows_the_link_by_itself(self, shop: Shop) -> None:
        """The primary action is told and then leads where it says."""
        shop.open()
        shop.draw_and_see()
        shop.page.evaluate("addEventListener('pagehide', () => { sessionStorage.told = JSON.stringify(reports) })")

        shop.page.get_by_role("link", name="Back to my cart").click()
        shop.page.wait_for_url(f"{ORIGIN}/cart")

        assert shop.page.evaluate("sessionStorage.told") == '[["shown"],["clicked","go"]]'

    def test_withdrawn_it_tells_nothing(self, shop: Shop) -> None:
        """A prompt taken back before it rose is never drawn and never told."""
        shop.open()

        shop.draw_and_withdraw()
        shop.page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 200))")

        assert (shop.reports(), shop.page.locator("tarry-prompt").count()) == ([], 0)


class TestKeyboard:
    def test_it_takes_no_focus_and_is_the_last_stop(self, shop: Shop) -> None:
        """Somebody at the keyboard stays where they were and meets the prompt after the page."""
        shop.open()
        shop.page.focus("#buy")

        shop.draw_and_see()
        before = shop.page.evaluate("document.activeElement.id")
        shop.page.keyboard.press("Tab")

        assert before == "buy"
        assert shop.page.evaluate("document.activeElement.shadowRoot.activeElement.textContent") == "Back to my cart"

    def test_escape_closes_it_only_from_inside_and_gives_the_focus_back(self, shop: Shop) -> None:
        """Escape pressed in the page belongs to the page."""
        shop.open()
        shop.draw_and_see()
        shop.page.focus("#buy")

        shop.page.keyboard.press("Escape")
        outside = shop.reports()
        # A busy browser may swallow a key.
        while shop.page.evaluate("document.activeElement.localName") != "tarry-prompt":
            shop.page.keyboard.press("Tab")
        shop.page.keyboard.press("Escape")
        shop.page.wait_for_function("!document.querySelector('tarry-prompt')")

        assert (outside, shop.reports()) == ([["shown"]], [["shown"], ["dismissed"]])
        assert shop.page.evaluate("document.activeElement.id") == "buy"

    def test_one_key_leads_into_it_and_back(self, shop: Shop) -> None:
        """F8 goes to the prompt from anywhere and back to where one was; those who hear the prompt are told so."""
        shop.open()
        shop.draw_and_see()
        shop.page.get_by_role("region", name="Your cart is still here Press F8 to come here.").wait_for()
        shop.page.focus("#buy")

        shop.page.keyboard.press("F8")
        shop.page.wait_for_function(INSIDE + " === 'SECTION'")
        shop.page.keyboard.press("Tab")
        first = shop.page.evaluate("document.activeElement.shadowRoot.activeElement.textContent")
        shop.page.keyboard.press("F8")
        shop.page.wait_for_function("document.activeElement.id === 'buy'")

        assert (first, shop.reports()) == ("Back to my cart", [["shown"]])

    def test_the_key_can_be_another_or_none_and_the_shop_comes_first(self, shop: Shop) -> None:
        """The owner names the key; a shop that uses it for itself keeps it; `off` says nothing of a key."""
        shop.open()
        shop.draw_and_see({"theme": {"key": "F9"}})
        shop.page.get_by_role("region", name="Press F9").wait_for()
        shop.page.evaluate("addEventListener('keydown', (event) => event.preventDefault(), true)")
        shop.page.keyboard.press("F9")
        shop.page.evaluate("new Promise((done) => setTimeout(done, 50))")
        kept = shop.page.evaluate(INSIDE)
        shop.page.evaluate("shown.close()")

        shop.open()
        shop.draw_and_see({"theme": {"key": "off"}})
        shop.page.keyboard.press("Tab")
        shop.page.wait_for_function("document.activeElement.localName !== 'body'")

        assert kept is None
        assert shop.page.get_by_role("region", name="Your cart is still here", exact=True).count() == 1

    def test_everything_to_press_is_large_enough(self, shop: Shop) -> None:
        """Every target is at least 44 px in both directions, on the narrowest phone too."""
        shop.page.set_viewport_size({"width": 320, "height": 640})
        shop.open()
        shop.draw_and_see(blocks=[{"kind": "faq", "title": "How long?", "text": "Two days.", "source": "Shipping"}])

        sizes = (
            shop.page.locator("tarry-prompt")
            .locator("button, a, summary")
            .evaluate_all(
                "(all) => all.map((one) => one.getBoundingClientRect()).map((box) => Math.min(box.width, box.height))"
            )
        )

        assert len(sizes) == 5
        assert min(sizes) >= 44


class TestPage:
    def test_it_is_drawn_whole_under_the_strictest_policy(self, shop: Shop) -> None:
        """No style element, no inline style, no HTML: nothing a policy or trusted types could forbid."""
        shop.open(csp=STRICTEST)
        shop.page.evaluate(
            "addEventListener('securitypolicyviolation', (e) => (window.broken ??= []).push(e.blockedURI))"
        )

        shop.draw_and_see()

        assert shop.page.evaluate("window.broken ?? []") == []
        assert (shop.errors, shop.style(".first", "minHeight")) == ([], "44px")

    def test_what_the_shop_says_about_every_element_does_not_reach_it(self, shop: Shop) -> None:
        """Rules that hide empty or unknown tags, or colour backdrops, leave the prompt as it is."""
        shop.open()
        shop.draw_and_see()

        host = shop.page.evaluate(
            "(({ display, opacity }) => [display, opacity])(getComputedStyle(document.querySelector('tarry-prompt')))"
        )

        assert (host, shop.style("p", "fontSize")) == (["block", "1"], "16px")

    @pytest.mark.parametrize("inline", [False, True])
    def test_nothing_in_the_page_moves(self, shop: Shop, inline: bool) -> None:
        """Neither a floating prompt nor one in a place kept free shifts anything."""
        shop.open('<section id="here" style="min-height:400px"></section><p>After</p>')
        shop.page.evaluate(WATCH_SHIFTS)

        shop.draw_and_see({"slots": ["#here"]}, format="inline" if inline else "toast")
        shop.page.evaluate("new Promise((done) => setTimeout(done, 300))")

        inside = shop.page.evaluate("document.querySelector('tarry-prompt').parentElement.id")
        assert (shop.page.evaluate("window.shift"), inside) == (0, "here" if inline else "")

    @pytest.mark.parametrize("place", ["min-height:60px", "display:none", "min-height:400px;padding:1px"])
    def test_an_inline_prompt_stands_in_its_place_or_nowhere(self, shop: Shop, place: str) -> None:
        """Where no marked place takes it without a jolt it waits unseen; it is never drawn as something else."""
        full = "<i>Taken</i>" if "padding" in place else ""
        shop.open(f'<section id="here" style="{place}">{full}</section>')
        shop.page.evaluate(COUNT_LOOKS)
        shop.page.evaluate(WATCH_SHIFTS)

        shop.draw({"slots": ["#here"]}, format="inline")
        shop.page.wait_for_function("window.looks > 2")
        waiting = (shop.reports(), shop.page.evaluate("shown.risen()"), shop.page.evaluate("window.shift"))
        shop.page.evaluate("document.querySelector('#here').outerHTML = '<p id=here style=min-height:400px></p>'")
        shop.page.wait_for_function("reports.length > 0", timeout=3_000)

        assert waiting == ([], False, 0)
        assert shop.page.evaluate("document.querySelector('tarry-prompt').parentElement.id") == "here"

    def test_below_the_fold_a_place_may_grow_and_is_seen_when_reached(self, shop: Shop) -> None:
        """A prompt further down is told as shown only once half of it is in view."""
        shop.open('<p style="height:900px">Words</p><section id="here"></section><p style="height:900px">End</p>')

        shop.draw({"slots": ["#here"]}, format="inline")
        shop.page.wait_for_function("document.querySelector('#here tarry-prompt[on]')")
        early = shop.reports()
        shop.page.evaluate("document.querySelector('tarry-prompt').scrollIntoView()")
        shop.page.wait_for_function("reports.length > 0")

        assert (early, shop.reports()) == ([], [["shown"]])


class TestPlace:
    BAR = (
        '<div id="bar" style="position:fixed;inset:auto 0 0;height:{}px;background:#ccc"><button>Accept</button></div>'
    )

    def test_it_stands_above_a_bar_and_sinks_when_the_bar_goes(self, shop: Shop) -> None:
        """A cookie bar is never covered; answered, it makes room."""
        shop.open(self.BAR.format(80))
        shop.draw_and_see()
        above = shop.box()["bottom"]
        shop.page.evaluate(ANSWER)

        shop.page.get_by_role("button", name="Accept").click()
        shop.page.wait_for_function("document.querySelector('tarry-prompt').getBoundingClientRect().bottom === 676")

        assert above == 700 - 80 - 12

    def test_without_room_it_waits_unseen_and_in_nobodys_way(self, shop: Shop) -> None:
        """Under a banner that leaves no room the prompt is neither shown nor told nor clickable, until it is gone."""
        shop.open(self.BAR.format(500))
        shop.page.evaluate(ANSWER)
        shop.page.evaluate(COUNT_LOOKS)
        shop.draw()
        shop.page.wait_for_function("window.looks > 2")
        waiting = (shop.reports(), shop.page.evaluate("document.elementFromPoint(900, 600).id"))

        shop.page.get_by_role("button", name="Accept").click()
        shop.page.wait_for_function("reports.length > 0")

        assert waiting == ([], "bar")
        assert shop.box()["bottom"] == 676

    def test_a_bar_that_comes_with_scrolling_is_given_way(self, shop: Shop) -> None:
        """A buy bar that appears later is not covered either."""
        shop.open('<p style="height:2000px">Words</p>' + self.BAR.format(80).replace("fixed", "fixed;display:none"))
        shop.draw_and_see()

        shop.page.evaluate("document.querySelector('#bar').style.display = 'block'; scrollTo(0, 300)")

        shop.page.wait_for_function("document.querySelector('tarry-prompt').getBoundingClientRect().bottom === 608")

    def test_a_phone_gets_a_sheet_at_the_lower_edge(self, shop: Shop) -> None:
        """On a narrow window the prompt is as wide as the window and nothing runs out at the side."""
        shop.page.set_viewport_size({"width": 320, "height": 640})
        shop.open()

        shop.draw_and_see()

        box = shop.box()
        assert (box["left"], box["width"], box["bottom"]) == (0, 320, 640)
        assert shop.page.evaluate("document.documentElement.scrollWidth") == 320

    def test_read_from_the_right_it_stands_at_the_left(self, shop: Shop) -> None:
        """The corner is the one where reading ends."""
        shop.open()

        shop.draw_and_see(dir="rtl", locale="ar")

        assert (shop.box()["left"], shop.style(".card", "direction")) == (24, "rtl")


class TestLooks:
    def test_it_takes_after_the_page(self, shop: Shop) -> None:
        """Letters, ground, and the shop's own primary button."""
        shop.open()
        shop.draw_and_see()

        first = [shop.style(".first", name) for name in ("backgroundColor", "color", "borderTopLeftRadius")]
        assert first == ["rgb(47, 93, 80)", "rgb(255, 255, 255)", "4px"]
        assert shop.style(".card", "backgroundColor") == "rgb(251, 248, 243)"
        assert shop.style("h2", "fontFamily") == "Georgia, serif"

    def test_the_ground_is_the_one_the_shopper_sees(self, shop: Shop) -> None:
        """A dark wrapper over a white body counts, in any way of writing colours."""
        shop.open('<div style="position:absolute;inset:0;background:oklch(0.2 0.02 260);color:#ddd">Dark</div>')
        shop.draw_and_see()

        assert shop.style(".card", "colorScheme") == "dark"
        assert shop.style(".card", "color") == "rgb(221, 221, 221)"

    def test_the_owner_has_the_last_word_but_not_against_readability(self, shop: Shop) -> None:
        """Set colours are used; words that could not be read on them are changed."""
        shop.open()
        shop.draw_and_see({"theme": {"accent": "gold", "on_accent": "white", "surface": "#000", "radius": "12px"}})

        assert shop.style(".first", "backgroundColor") == "rgb(255, 215, 0)"
        assert shop.style(".first", "color") != "rgb(255, 255, 255)"
        assert (shop.style(".card", "backgroundColor"), shop.style(".card", "borderTopLeftRadius")) == (
            "rgb(0, 0, 0)",
            "12px",
        )

    @pytest.mark.parametrize(("motion", "name"), [("no-preference", "rise"), ("reduce", "none")])
    def test_it_moves_only_for_those_who_like_it(self, shop: Shop, motion: str, name: str) -> None:
        """With reduced motion there is no animation at all."""
        shop.page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
        shop.open()
        shop.draw_and_see()

        assert shop.page.evaluate("getComputedStyle(document.querySelector('tarry-prompt')).animationName") == name

    def test_words_are_announced_into_a_region_that_was_there_before(self, shop: Shop) -> None:
        """The live region stands empty in the page first, and only then gets its words, which stood beside it."""
        shop.open()
        shop.page.evaluate(
            """() => new MutationObserver((all) => {
              const tag = all.flatMap((one) => [...one.addedNodes]).find((one) => one.localName === "tarry-prompt");
              if (!tag) return;
              new MutationObserver(() => {
                window.first ??= tag.shadowRoot.querySelector("[aria-live=polite]")?.textContent;
              }).observe(tag.shadowRoot, { childList: true });
            }).observe(document.documentElement, { childList: true })"""
        )

        shop.draw_and_see()

        region = shop.page.locator("tarry-prompt [aria-live=polite]")
        region.get_by_text(PROMPT["body"]).wait_for()
        assert shop.page.evaluate("window.first") == ""
        assert (region.text_content() or "").startswith(PROMPT["headline"] + PROMPT["body"])
        assert shop.page.locator("tarry-prompt h2").count() == 1
