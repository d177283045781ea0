"""The page as its server sends it: is the tag there, is it right, may it run, may it speak."""

from tarry.install.csp import Policy, allows, allows_script, policies_of
from tarry.install.fetch import LOOPBACK, Fetched
from tarry.install.finding import Finding, cause, note, unknown, well
from tarry.install.page import PageSource, Script, read_page, source_of
from tarry.install.shop import Shop
from tarry.install.tag import ENTRY, Tag, origin_of, parts_of

CODES = {401: "asks for a password", 403: "may not be looked at", 404: "is not there"}


def look_at_answer(found: Fetched) -> list[Finding]:
    """Say whether what came is a page at all."""
    kind = found.headers.get_content_type()
    if found.status != 200:
        said = CODES.get(found.status, "does not come")
        cure = "name a page that anybody can open; a page behind a password can only be looked at with the overlay"
        return [cause("page.status", f"{found.url} {said} (it answers {found.status})", cure)]
    if kind not in ("text/html", "application/xhtml+xml"):
        return [cause("page.kind", f"{found.url} is no page but {kind}", "name one of your shop's pages")]
    told = well("page.fetched", f"{found.url} was read as its server sends it")
    if not found.cut:
        return [told]
    return [told, unknown("page.long", "it is longer than two mebibytes, and only its beginning was read")]


def look_at_page(found: Fetched, shop: Shop) -> list[Finding]:
    """Look for the tag, and for everything that could keep it from running or speaking."""
    page = read_page(found.text())
    tags = page.tags()
    if not tags:
        return [_no_tag(page, shop)]
    # The one that runs is the one that counts, whatever else is there.
    tag = next((tag for tag in tags if tag.runs), tags[0])
    url = source_of(tag, found.url, page.base)
    steps = (
        _key(tag, shop),
        _address(url, shop),
        _origin(found.url, shop),
        *_policy(found, page, tag, url, shop),
        _held_back(tag),
        _mixed(found.url, url),
        _hash(tag, url, found.url),
        *_manners(tag, tags, found.url),
        _consent(tag, shop),
    )
    findings = [step for step in steps if step is not None]
    causes = [finding for finding in findings if finding.level == "cause"]
    return findings if causes else [well("tag.there", f"the tag is there, with key {shop.key}"), *findings]


def _no_tag(page: PageSource, shop: Shop) -> Finding:
    tag = Tag(shop.base, shop.key, shop.consent).html()
    if page.comments:
        return cause("tag.comment", "the tag stands in a comment", "take the comment marks <!-- and --> away")
    if page.manager:
        words = "the tag is not in the page as its server sends it; a tag manager or framework may put it there later"
        return unknown("tag.manager", words, "see examples/gtm, and look with `tarry tag --debug` in a browser")
    return cause("tag.missing", "the tag is not in the page", f"paste it into every page: {tag}")


def _key(tag: Script, shop: Shop) -> Finding | None:
    key = tag.get("data-site")
    if key == shop.key:
        return None
    cure = f'write data-site="{shop.key}" into the tag'
    if not key:
        return cause("tag.no_key", "the tag has no data-site, or something has taken it away", cure)
    if key in shop.others:
        return cause("tag.other_site", f"the tag's key {key} is that of another site in tarry.toml", cure)
    return cause("tag.key", f"the tag's key {key} is in no site of tarry.toml", cure)


def _address(url: str, shop: Shop) -> Finding | None:
    folder, _, name = parts_of(url).path.rpartition("/")
    base = parts_of(shop.base)
    right = origin_of(url) == origin_of(shop.base) if url else False
    inside = f"{folder}/".startswith(base.path)
    if right and inside and name == ENTRY:
        return None
    cure = f'write src="{shop.base}{ENTRY}", or mend address in tarry.toml'
    return cause("tag.address", f"the tag loads {url or 'nothing'}, and the server is at {shop.base}", cure)


def _origin(page: str, shop: Shop) -> Finding | None:
    origin = origin_of(page)
    if origin in shop.origins:
        return None
    cure = f'add "{origin}" to origins of site {shop.key} in tarry.toml, and restart the server'
    return cause("page.origin", f"the page's origin {origin} is not among the site's", cure)


def _policy(found: Fetched, page: PageSource, tag: Script, url: str, shop: Shop) -> list[Finding]:
    headers = [str(value) for value in found.headers.get_all("content-security-policy", [])]
    socket = f"{shop.base.replace('http', 'ws', 1)}ws"
    findings: list[Finding] = []
    for policy in policies_of([*headers, *page.policies]):
        findings += _script_allowed(policy, tag, url, found.url, shop)
        governing = policy.governing("connect")
        for address in (socket, f"{shop.base}b"):
            if governing is not None and not allows(governing[1], address, found.url):
                name, _ = governing
                cure = f"add {origin_of(address)} to {'connect-src' if name == 'default-src' else name}"
                words = f"the page's Content-Security-Policy ({name}) does not let the script connect to {address}"
                findings.append(cause("csp.connect", words, cure))
    return findings[:3]


def _script_allowed(policy: Policy, tag: Script, url: str, page: str, shop: Shop) -> list[Finding]:
    governing = policy.governing("script")
    if governing is None or not url:
        return []
    name, sources = governing
    nonce, integrity = tag.get("nonce"), tag.get("integrity")
    if not allows_script(sources, url, page, nonce=nonce, integrity=integrity):
        nonced = any(source.startswith("'nonce-") for source in sources)
        own = origin_of(shop.base)
        cure = "give the tag the page's nonce" if nonced else f"add {own} to script-src"
        words = f"the page's Content-Security-Policy ({name}) does not let the script be loaded"
        return [cause("csp.script", words, cure)]
    # A nonce or strict trust goes over to what the script itself loads; a list of paths does not.
    part = f"{shop.base}prompt.js"
    trusted = (nonce and f"'nonce-{nonce}'" in sources) or "'strict-dynamic'" in sources
    if not trusted and not allows(sources, part, page):
        cure = f"allow the folder: add {shop.base} to script-src"
        words = f"the page's Content-Security-Policy ({name}) allows the script and not its parts beside it"
        return [cause("csp.parts", words, cure)]
    return []


def _held_back(tag: Script) -> Finding | None:
    if tag.inside:
        return cause("tag.inside", f"the tag stands inside <{tag.inside}>, where no script runs", "move it out")
    if "nomodule" in tag.attributes:
        return cause("tag.nomodule", "the tag says nomodule, and no browser of today runs it", "take nomodule away")
    if not tag.runs:
        kind = tag.get("type")
        words = f'the tag says type="{kind}", so that no browser runs it until something else changes that'
        cure = 'take type away; if a consent tool put it there, list Tarry as necessary and call tarry("consent", ...)'
        return cause("tag.type", words, cure)
    if not tag.get("src"):
        return cause("tag.src", "the tag has no src; some optimiser loads it later, or never", "exempt Tarry from it")
    return None


def _mixed(page: str, url: str) -> Finding | None:
    there = parts_of(url)
    if parts_of(page).scheme != "https" or there.scheme != "http" or there.hostname in LOOPBACK:
        return None
    cure = "serve Tarry over https, and write https:// into address in tarry.toml and into the tag"
    return cause("tag.mixed", "the page is https and the script http, which browsers block", cure)


def _hash(tag: Script, url: str, page: str) -> Finding | None:
    if not tag.get("integrity") or "crossorigin" in tag.attributes or origin_of(url) == origin_of(page):
        return None
    words = "the tag has an integrity hash and no crossorigin, so that browsers block it"
    return cause("tag.crossorigin", words, 'add crossorigin="anonymous", as `tarry tag --pin` prints it')


def _manners(tag: Script, tags: list[Script], page: str) -> list[Finding]:
    notes: list[Finding] = []
    if not {"async", "defer"} & set(tag.attributes) and tag.get("type").lower() != "module":
        notes.append(
            note("tag.async", "the tag has no async, so that the page waits for it", "write <script async ...")
        )
    if sum(one.runs for one in tags) > 1:
        notes.append(note("tag.twice", f"the tag is in {page} more than once", "one is enough: the first one counts"))
    return notes


def _consent(tag: Script, shop: Shop) -> Finding | None:
    if (tag.get("data-consent") or "anonymous") != "none" and shop.consent != "none":
        return None
    words = "nothing is sent before a visitor has agreed (consent_default or data-consent is none)"
    return note("consent.none", words, 'call tarry("consent", "anonymous") or "full" when they have')
