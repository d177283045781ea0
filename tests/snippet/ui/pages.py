"""Three shops of our own that look nothing like each other, and one prompt of every format to draw on them."""

from typing import Any

_HEAD = (
    '<!doctype html><html lang="LANG" dir="DIR"><head><meta charset="utf-8"><title>Shop</title>'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><style>'
)
_BODY = """</style></head><body><header><b>NAME</b><nav aria-label="Shop"><a href="/new">New</a>
<a href="/all">All</a><a href="/cart">Cart</a></nav></header>
<main><h1>Trail mug</h1><p>Two coats of enamel over steel, a rim of bare metal where others chip first, and a handle
for two fingers in gloves.</p><p><strong>€24.00</strong></p><button class="btn-primary" id="buy">Add to cart</button>
<section id="here" class="slot"></section><p>It goes over a fire, into the dishwasher, and into the rucksack.
Made in a village of four hundred people, by eleven of them.</p></main>BODY</body></html>"""


def _page(name: str, css: str) -> str:
    return (
        _HEAD
        + css
        + ".slot{min-height:var(--slot,0)}nav a{margin-inline-start:20px;color:inherit}"
        + _BODY.replace("NAME", name)
    )


WARM = _page(
    "Rast & Weg",
    """html{font-size:62.5%}body{margin:0;font:1.7rem/1.55 Georgia,serif;color:#3a2f28;background:#fbf6ee}
header{display:flex;justify-content:space-between;padding:24px 40px;border-bottom:1px solid #e4d9c8}
main{max-width:680px;margin:40px auto;padding:0 24px}
#buy{background:#2f5d50;color:#fff;border:0;border-radius:4px;padding:14px 28px;font:inherit}""",
)
NIGHT = _page(
    "volt/age",
    """:root{color-scheme:dark}body{margin:0;font:15px/1.5 "DejaVu Sans",sans-serif;color:#c9d1d9;background:#0b0e14}
header{position:sticky;top:0;display:flex;justify-content:space-between;padding:16px 24px;background:#11151f}
main{max-width:900px;margin:32px auto;padding:0 24px}
#buy{background:#a6ff4d;color:#10210a;border:0;border-radius:999px;padding:12px 30px;font:700 15px "DejaVu Sans"}""",
)
LOUD = _page(
    "BÄM!",
    """*{letter-spacing:-.01em}body{margin:0;font:18px/1.35 Arial,sans-serif;color:#111;background:#fff}
header{display:flex;justify-content:space-between;padding:12px 16px;background:#ffd400;font-weight:700}
main{max-width:1000px;margin:16px auto;padding:0 16px}h1{font-size:64px;line-height:1;margin:16px 0}
#buy{background:#ff2e88;color:#fff;border:3px solid #111;border-radius:18px;padding:16px 32px;font:700 18px Arial}""",
)
SHOPS = {"warm": WARM, "night": NIGHT, "loud": LOUD}

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><rect width="56" height="56" fill="#dfe7e2"/>'
    '<path d="M16 18h22v20a5 5 0 0 1-5 5H21a5 5 0 0 1-5-5z" fill="#2f5d50"/>'
    '<path d="M38 23h4a4 4 0 0 1 0 12h-4" fill="none" stroke="#2f5d50" stroke-width="3"/></svg>'
)
_MUG = {"sku": "1", "name": "Trail mug", "image": "/a.svg"}
_GO = {"id": "go", "label": "Back to my cart", "do": "link", "href": "/cart"}
_NO = {"id": "no", "label": "No thanks", "do": "dismiss"}
_SIDES: dict[str, Any] = {"locale": "en-GB", "dir": "ltr", "writer": "model", "why": "You left a cart here on Friday."}
FORMATS: dict[str, dict[str, Any]] = {
    "toast": {
        "play": "reassure",
        "headline": "Free returns on the Trail mug",
        "body": "Send it back within 30 days, even after the first tea.",
        "actions": [{"id": "more", "label": "Show me", "do": "more"}, _NO],
        "blocks": [
            {"kind": "faq", "title": "How long does it take?", "text": "Two days, by parcel.", "source": "Shipping"},
            {"kind": "faq", "title": "Who pays the way back?", "text": "We do.", "source": "Returns"},
            {"kind": "quote", "title": "Mara, 3 May", "text": "Warm for an hour.", "source": "Verified review"},
        ],
    },
    "card": {
        "play": "resurface_cart",
        "headline": "Your cart is still here",
        "body": "Two things changed while you were away.",
        "actions": [_GO, _NO],
        "currency": "EUR",
        "lines": [
            _MUG | {"qty": 2, "price": "22.00", "was": "24.00", "url": "/p"},
            {"sku": "2", "name": "Birch cup", "qty": 1, "price": "31.00", "gone": True, "image": "/b.svg"},
            {"sku": "3", "name": "Walking socks, long, grey", "qty": 1, "price": "18.50", "image": "/c.svg"},
            {"sku": "4", "name": "Map case", "qty": 1, "price": "12.00"},
        ],
    },
    "bar": {
        "play": "incentive",
        "headline": "Ten per cent on your first order",
        "body": "With this code, in the cart.",
        "actions": [{**_GO, "label": "Go to cart"}, _NO],
        "code": "WELCOME-10",
        "ends_at": 4_102_444_800_000,
    },
    "inline": {
        "play": "remind",
        "headline": "Still thinking of the walk?",
        "body": "Your place is held in the form as you left it.",
        "actions": [{"id": "go", "label": "Go on booking", "do": "link", "href": "/walk"}, _NO],
        "goal": {"name": "Guided walk", "step": "2 of 3", "href": "/walk"},
    },
    "modal": {
        "play": "convenience",
        "headline": "Trail mug or birch cup?",
        "body": "Both hold tea. The rest differs.",
        "actions": [{**_GO, "label": "See the mug"}, _NO],
        "blocks": [
            {
                "kind": "compare",
                "title": "What differs",
                "text": "|Trail mug|Birch cup\nDishwasher|yes|no\nHolds|0.35 l|0.18 l\nTwo-year promise|yes|yes",
                "source": "Measured by us",
            },
            {"kind": "benefit", "title": "The mug", "text": "Warm for an hour\nWeighs 148 g\nNo plastic", "source": ""},
        ],
    },
    "tab": {
        "play": "remind",
        "headline": "Your Trail mug",
        "body": "You looked at it twice this week.",
        "actions": [{**_GO, "label": "See it again"}, _NO],
        "currency": "EUR",
        "lines": [_MUG | {"qty": 1, "price": "24.00"}],
    },
}
_ARABIC: dict[str, Any] = {
    "locale": "ar",
    "dir": "rtl",
    "headline": "سلتك ما زالت هنا",
    "body": "تغيّر شيئان أثناء غيابك.",
    "actions": [{**_GO, "label": "العودة إلى السلة"}, {**_NO, "label": "لا شكرًا"}],
    "why": "تركت سلة هنا يوم الجمعة.",
}


def prompt(name: str, *, rtl: bool = False) -> dict[str, Any]:
    """Return the example of a format, in English or in Arabic."""
    return {"format": name, "tone": "plain", "lines": []} | _SIDES | FORMATS[name] | (_ARABIC if rtl else {})


def shop(name: str, *, rtl: bool = False, slot: bool = False) -> str:
    """Return a shop's page; ``slot`` keeps its marked place free for an inline prompt."""
    page = SHOPS[name].replace("LANG", "ar" if rtl else "en").replace("DIR", "rtl" if rtl else "ltr")
    return page.replace("var(--slot,0)", "340px" if slot else "0")
