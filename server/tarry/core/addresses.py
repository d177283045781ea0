"""Taking out of web addresses what could name a person, so that what is left still leads to the goods."""

import re
from collections.abc import Callable
from urllib.parse import unquote, unquote_plus

from tarry.core.checksums import is_card, is_iban
from tarry.core.scrub import is_token, scrub


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INSTEAD = ":id"
"""What stands in a path where somebody's segment was."""
GOODS = _words(
    "p pd dp gp ip itm item items product products prod produkt produkte produit produits producto productos prodotto "
    "prodotti artikel article articles sku ean gtin isbn shop buy detail details catalog c cat category categories "
    "collection collections kategorie kategorien listing oferta offer offers brand brands marke"
)
"""Segments behind which numbers and codes are those of goods."""
PEOPLE = _words(
    "account accounts konto mein-konto my-account myaccount compte cuenta user users u profile profiles profil member "
    "members customer customers kunde kunden client clients me order orders bestellung bestellungen commande commandes "
    "invoice invoices rechnung checkout checkouts kasse login signin sign-in register signup reset verify unsubscribe "
    "newsletter invite wishlist wishlists view-order order-received order-pay "
    "search suche recherche buscar cerca zoeken"
)
"""Segments behind which everything but the names of steps is somebody's: their name, their order, their words."""
PUBLIC = _words("help faq faqs hilfe aide ayuda support blog news info pages policies guide guides")
"""Segments behind which it is not: what is written there about accounts and orders is for everybody."""
STEPS = _words(
    "login signin sign-in register signup logout orders order addresses address payment payments shipping delivery "
    "billing review confirm confirmation thank-you thankyou thanks success complete information contact cart edit new "
    "view list password reset forgot settings returns c cn step one-page onepage onestep summary index overview "
    "edit-account edit-address view-order order-received order-pay lost-password downloads payment-methods"
)
"""Names of steps, which tell how far somebody is and not who."""
KEYS = _words(
    "id sku variant variation variation_id product product_id productid pid item item_id itemid skuid ean gtin isbn "
    "p add-to-cart post_type offer option"
)
"""Parameters whose value is the number of goods, however long."""
WORDS = _words(
    "color colour farbe size groesse grosse taille talla style model material brand marke category cat categories "
    "collection kategorie department type page sort sort_by order_by orderby view lang locale language currency "
    "country region pack width length height volume weight flavor flavour scent gender fit qty quantity tab step"
)
"""Other parameters that matter to a shop."""
SHOP = KEYS | WORDS
PICTURE = _words("v w h width height wid hei format fmt auto q quality crop dpr bg trim op_sharpen version")
"""Parameters of pictures."""
_SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]*:)?//([^/?#]*)")
_CODE = re.compile(r"(?i)[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}|(?=.*\d)(?=.*[a-f])[0-9a-f]{16,}")
_CALLED = re.compile(r"[\d ()+./-]*")
_NUMBER = re.compile(r"(?!0\d{9,10}\Z)[\w.:,/-]{1,64}")
"""The number of goods; ten or eleven digits after a nought are somebody's telephone."""
_MEASURE = re.compile(r"[\w.,:-]{1,24}", re.ASCII)
_SERVER = re.compile(r"[\w.-]{1,253}(?::\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](?::\d{1,5})?")
"""A shop on a machine without a name is reached by its number; that is nobody's who visits it."""
_BEHIND = re.compile(r";[^/]*")
_PLAIN = re.compile(r"(?:/[a-z]{1,24}(?:-[a-z]{1,16}|-\d{1,4}){0,12}){0,6}/?")


def page_path(address: str) -> str:
    """Return a page's path: no origin, no fragment, of its query what matters to a shop, ``:id`` for somebody."""
    rest = address[found.end() :] if (found := _SCHEME.match(address)) is not None else address
    path, query = _parts(rest)
    return _path(path) + _query(query, SHOP)


def link(address: str) -> str | None:
    """Return where a link leads, without what names a person; ``None`` where nothing would be left of its way."""
    return _link(address, SHOP, _path)


def picture(address: str) -> str | None:
    """Return a picture's address; its long codes are those of the picture."""
    return _link(address, SHOP | PICTURE, _picture_path)


def host(text: str) -> str:
    """Return the host of where somebody came from, should more have been told: no path, no user, no address."""
    name = re.sub(r"(?i)^[a-z][a-z0-9+.-]*:", "", text).lstrip("/")
    return scrub(re.split(r"[/?#\\\s]", name, maxsplit=1)[0].rpartition("@")[2])


def of_people(path: str) -> bool:
    """Tell whether a page is somebody's own: an account, an order, a checkout."""
    return not PEOPLE.isdisjoint(path.lower().split("/"))


def _link(address: str, names: frozenset[str], clean: Callable[[str], str]) -> str | None:
    found = _SCHEME.match(address)
    if found is None:
        before, rest = "", address
        if re.match(r"(?i)[a-z][a-z0-9+.-]*:", address) is not None:
            return None
    else:
        scheme, server = (found[1] or "").lower(), found[2].rpartition("@")[2]
        if scheme not in ("", "http:", "https:") or _SERVER.fullmatch(server) is None:
            return None
        before, rest = f"{scheme}//{server}", address[found.end() :]
    path, query = _parts(rest)
    lost = any(pair.partition("=")[0].lower() in KEYS and not _matters(pair, names) for pair in re.split("[&;]", query))
    # Without its goods' number, or with a hole in its path, it would lead somewhere else.
    return None if lost or clean(path) != path else before + path + _query(query, names)


def _parts(rest: str) -> tuple[str, str]:
    path, _, query = rest.partition("#")[0].partition("?")
    # What stands behind a semicolon in a path is a parameter too, and mostly a session's.
    return (_BEHIND.sub("", path) if ";" in path else path), query


def _path(path: str) -> str:
    if _PLAIN.fullmatch(path) is not None and not of_people(path):
        return path
    goods = people = public = False
    kept: list[str] = []
    for part in path.split("/"):
        plain = unquote(unquote(part)).strip() if "%" in part else part
        word = plain.lower()
        somebodys = people and word not in STEPS and bool(word)
        kept.append(INSTEAD if somebodys or _is_somebody(plain, goods=goods) else part)
        # Many shops put the number behind the goods' whole name.
        goods = goods or word in GOODS or word.count("-") >= 2
        public = public or word in PUBLIC
        people = not public and (people or word in PEOPLE)
    return "/".join(kept)


def _picture_path(path: str) -> str:
    parts = path.split("/")
    return "/".join([INSTEAD if _is_somebody(unquote(unquote(part)), goods=True) else part for part in parts])


def _is_somebody(part: str, *, goods: bool, digits: bool = True) -> bool:
    """Tell whether a segment of a path is a person's: a mail address, a number to call, a token, an account.

    ``goods`` says that it stands where goods have their codes; ``digits`` whether many digits are somebody's.
    """
    if len(part) < 7:
        return False
    spaced = part.replace("+", " ").strip()
    if "@" in part or part.startswith("eyJ") or is_iban(spaced) or is_card(spaced.partition(".")[0]):
        return True
    if part.startswith("+") and _CALLED.fullmatch(part) is not None:
        return True
    if goods:
        return False
    if digits and _CALLED.fullmatch(part) is not None:
        return sum(c.isdigit() for c in part) > 6 and re.fullmatch(r"\d{4}-\d{2}-\d{2}", part) is None
    return _CODE.fullmatch(part) is not None or is_token(part)


def _query(query: str, names: frozenset[str]) -> str:
    if not query:
        return ""
    kept = [pair for pair in re.split("[&;]", query) if _matters(pair, names)]
    return f"?{'&'.join(kept)}" if kept else ""


def _matters(pair: str, names: frozenset[str]) -> bool:
    name, _, value = pair.partition("=")
    name, value = unquote_plus(name).lower().removesuffix("[]"), unquote(unquote_plus(value))
    if name not in names and (name == "utm_id" or not name.startswith(("attribute_", "filter.", "filter_", "utm_"))):
        return False
    if name in PICTURE:
        return _MEASURE.fullmatch(value) is not None
    if name in KEYS:
        return _NUMBER.fullmatch(value) is not None and not _is_somebody(value, goods=False, digits=False)
    return len(value) <= 100 and scrub(value) == value
