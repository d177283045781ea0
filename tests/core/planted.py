"""Addresses and search terms as shops see them: with a person's data planted in them, and ordinary ones of goods."""

import random
from urllib.parse import quote, quote_plus


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


FIRST = words("Anna Ben Chloé David Emre Fatima Grzegorz Hanna Ivan José Kofi Lars Mei Noor Ólafur Priya")
LAST = words("Schmidt O'Neill García Kowalska Nguyen Öztürk Rossi van-Dijk Müller Smith Dupont Johansson Iyer Silva")
DOMAINS = words(
    "example.com mail.example.co.uk web.example.de example.org sub.example.museum xn--mller-kva.example.net"
)
PHONES = (
    "+49 171 ### ## ##", "0171-#######", "0049 30 ########", "+44 7911 ######", "07911 ######", "(020) #### ####",
    "+33 6 ## ## ## ##", "06 ## ## ## ##", "06.##.##.##.##", "+1 (555) ###-####", "555-###-####", "(415) ###-####",
    "+39 333 ### ####", "333 ### ####", "+34 612 ### ###", "612 ### ###", "+31 6 ########", "06-########",
    "+48 512 ### ###", "512 ### ###", "+43 664 #######", "0664 #######", "+41 79 ### ## ##", "079 ### ## ##",
    "+46 70 ### ## ##", "070-### ## ##", "+45 ## ## ## ##", "20 ## ## ##", "+91 98### #####", "98### #####",
)  # fmt: skip
"""Of thirteen countries, as people write them; every ``#`` is a digit."""
CARDS = (("4", 16), ("51", 16), ("2221", 16), ("34", 15), ("36", 14), ("6011", 16))
ACCOUNTS = (("DE", "#" * 18), ("FR", "#" * 23), ("NL", "ABNA" + "#" * 10), ("GB", "WEST" + "#" * 14), ("ES", "#" * 20))
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
GOODS = words(
    "mug kettle lamp sofa shirt jacket bike helmet drill tent board blanket phone camera serum vase clock rug"
)
KINDS = words("walnut stoneware wool linen black navy xl trail classic 350ml 2er-set usb-c oled 4k mens kids no-5 v2")


def digits(chance: random.Random, shape: str) -> str:
    """Return a shape with a digit for every ``#``."""
    return "".join(str(chance.randrange(10)) if c == "#" else c for c in shape)


def card(chance: random.Random) -> str:
    """Return a payment card's number with its check digit, grouped or not."""
    prefix, length = chance.choice(CARDS)
    body = digits(chance, prefix + "#" * (length - 1 - len(prefix)))
    double = [int(d) * (2 if place % 2 == 0 else 1) for place, d in enumerate(reversed(body))]
    number = body + str(-sum(d - 9 if d > 9 else d for d in double) % 10)
    between = chance.choice(("", " ", "-"))
    return between.join(number[at : at + 4] for at in range(0, length, 4))


def account(chance: random.Random) -> str:
    """Return an IBAN with its check digits, in groups of four or in one piece."""
    country, shape = chance.choice(ACCOUNTS)
    body = digits(chance, shape)
    check = 98 - int("".join(str(int(c, 36)) for c in f"{body}{country}00")) % 97
    whole = f"{country}{check:02d}{body}"
    return whole if chance.random() < 0.5 else " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def token(chance: random.Random) -> str:
    """Return a JSON web token, a session's id in hexadecimal, or 128 and more random bits in base64url."""
    kind = chance.randrange(3)
    if kind == 0:
        return "eyJ" + ".".join("".join(chance.choices(BASE64, k=k)) for k in (33, 60, 43))
    if kind == 1:
        return f"{chance.getrandbits(128):032x}"
    return "".join(chance.choices(BASE64[:-2], k=chance.choice((22, 32, 43))))


def mail(chance: random.Random) -> str:
    """Return a mail address."""
    first, last = chance.choice(FIRST).lower(), chance.choice(LAST).lower().replace("'", "")
    return f"{first}{chance.choice(('.', '_', '', '+shop.'))}{last}{chance.choice(('', '7'))}@{chance.choice(DOMAINS)}"


def phone(chance: random.Random) -> str:
    """Return a telephone number of some country."""
    return digits(chance, chance.choice(PHONES))


def network(chance: random.Random) -> str:
    """Return an address of the internet, of either version."""
    if chance.random() < 0.5:
        return ".".join(str(chance.randrange(1, 255)) for _ in range(4))
    return "2001:db8:" + chance.choice((":{:x}", "{:x}:{:x}:{:x}:{:x}:{:x}:{:x}")).format(
        *(chance.randrange(1, 65536) for _ in range(6))
    )


CLASSES = {"mail": mail, "phone": phone, "card": card, "account": account, "token": token}
"""What is planted in addresses and in terms alike; those that may never pass are all but the telephone."""


def planted_address(chance: random.Random) -> tuple[str, str, str]:
    """Return a class, what was planted, and the address it was planted in."""
    kind = chance.choice([*CLASSES, "name", "named"])
    if kind == "name":
        who = f"{chance.choice(FIRST)}-{chance.choice(LAST)}".lower()
        way = chance.choice(("/account/{}/orders", "/users/{}", "/u/{}/wishlist", "/kunde/{}", "/checkout/{}/payment"))
        return kind, quote(who), way.format(quote(who))
    if kind == "named":
        who = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        name = chance.choice(("name", "first_name", "lastName", "customer", "recipient", "email", "user", "q"))
        return kind, quote_plus(who), f"/{chance.choice(GOODS)}?{name}={quote_plus(who)}&page=2"
    plant = CLASSES[kind](chance)
    if kind in ("phone", "card", "account"):
        plant = plant if chance.random() < 0.5 else plant.replace(" ", "").replace("-", "")
    how = chance.choice((quote, quote_plus, lambda text: quote(text, safe="@+")))
    way = chance.choice(
        words(
            "/contact/{} /thanks/{}?page=1 /{}/ /a?email={} /a?page=2&phone={} /a?q={} /a?color={} /de/{}/x.html"
            " /a?utm_content={} /a#{} https://{}:pw@shop.example/a /a?sku={} /p/x?to={}"
        )
    )
    told = how(plant)
    return kind, told, way.format(told)


def planted_term(chance: random.Random) -> tuple[str, str, str]:
    """Return a class, what was planted, and the search term it was planted in."""
    kinds = {**CLASSES, "network": network}
    kind = chance.choice(list(kinds))
    plant = kinds[kind](chance)
    before = chance.choice(("", "order ", f"{chance.choice(GOODS)} ", "wo ist ", "tel ", "an: "))
    return kind, plant, f"{before}{plant}{chance.choice(('', ' ?', ' please', ', danke'))}"


def goods_address(chance: random.Random) -> tuple[str, str]:
    """Return an ordinary address of goods as shops write them, and what of it must stay."""
    slug = "-".join([*chance.choices(KINDS, k=chance.randrange(1, 4)), chance.choice(GOODS)])
    title = "-".join(word.capitalize() for word in slug.split("-"))
    number = digits(chance, "#" * chance.choice((4, 5, 6, 7, 8, 9, 10, 12, 13)))
    code = "".join(chance.choices("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", k=chance.choice((6, 8, 10))))
    path = chance.choice((
        f"/products/{slug}", f"/product/{slug}/", f"/p/{slug}", f"/{slug}.html", f"/{slug}-{number}.html",
        f"/{title}/dp/B0{code[:8]}", f"/itm/{number}", f"/item/{number}.html", f"/p/{number}", f"/{slug}/p/{number}",
        f"/collections/{chance.choice(GOODS)}/products/{slug}", f"/de/{chance.choice(GOODS)}/{slug}-p{number}/",
        f"/shop/{chance.choice(GOODS)}s/{title}_{code}", f"/listing/{number}/{slug}", f"/artikel/{code}",
        f"/c/{chance.choice(GOODS)}?page={chance.randrange(2, 30)}", f"/{slug}/{code}.html", f"/gp/product/{code}",
        f"/{quote('größe-' + slug)}", f"/site/{slug}/{number}.p", f"/ip/{title}/{number}", f"/{chance.choice(GOODS)}/",
    ))  # fmt: skip
    wanted = chance.choice((
        "", "", "", f"variant={digits(chance, '4' + '#' * 13)}", "color=navy", "size=XL", f"sku={code}",
        "sort=price_asc", "page=3", "attribute_pa_size=m", f"id={number}", "color=Off%20White&size=42",
    ))  # fmt: skip
    kept = path if not wanted else f"{path}{'&' if '?' in path else '?'}{wanted}"
    noise = chance.choice(("", "", "", "gclid=Cj0KCQiA", "fbclid=IwAR2x", "ref=nav_3", "_pos=1&_sid=ab12"))
    return (f"{kept}{'&' if '?' in kept else '?'}{noise}" if noise else kept), kept
