"""The very file a tag names: is that version there, and does it have the hash the tag holds it to."""

from tarry.install.fetch import Fetched, FetchError, fetch
from tarry.install.finding import Finding, cause, note, well
from tarry.install.page import read_page, source_of
from tarry.install.shop import Shop
from tarry.install.tag import ENTRY, hashed

KINDS = ("sha256", "sha384", "sha512")
"""What browsers know, the weakest first: of several kinds only the strongest counts."""
CURE = "`tarry tag --pin` prints the tag of the version that is installed; paste it again"


def look_at_pin(found: Fetched, shop: Shop) -> list[Finding]:
    """Get the file that a pinned or hashed tag names; nothing is said of an ordinary tag."""
    page = read_page(found.text())
    tag = next((tag for tag in page.tags() if tag.runs), None)
    if tag is None:
        return []
    url, integrity = source_of(tag, found.url, page.base), tag.get("integrity")
    if not integrity and url == f"{shop.base}{ENTRY}":
        return []
    try:
        file = fetch(url, frozenset())
    except FetchError as exc:
        return [cause("tag.version", f"the file the tag names cannot be had: {exc}", CURE)]
    if file.status != 200:
        return [cause("tag.version", f"the server has no {url} (it answers {file.status})", CURE)]
    if integrity and not fits(integrity, file.body):
        words = f"the hash in the tag is not that of {url}, so that browsers refuse it"
        return [cause("tag.integrity", words, f"{CURE}; and have no proxy change the file")]
    if integrity and url == f"{shop.base}{ENTRY}":
        words = "the tag holds the current script to a hash, and the next upgrade will change it"
        return [note("tag.unpinned", words, "use the versioned address of `tarry tag --pin` with a hash")]
    return [well("tag.pinned", f"{url} is there as the tag wants it")]


def fits(integrity: str, data: bytes) -> bool:
    """Tell whether a browser would take a file under an ``integrity`` attribute; one it cannot read holds nothing."""
    told = [word.partition("?")[0] for word in integrity.split()]
    kinds = [kind for kind in KINDS if any(word.startswith(f"{kind}-") for word in told)]
    return not kinds or hashed(kinds[-1], data) in told
