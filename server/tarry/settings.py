"""The owner's configuration: one TOML file, typed, with every problem named."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from tarry.catalogue.passage import PassageTable
from tarry.catalogue.shelf import read_shelf
from tarry.complaint import explain
from tarry.copywriters.dialects import Dialect
from tarry.core.bots import SilentTo
from tarry.core.identity import Consent
from tarry.core.neighbours import networks
from tarry.core.origin import is_origin
from tarry.core.policy import Policy, Rules
from tarry.core.refill import is_way
from tarry.errors import SettingsError
from tarry.secret import check_token, secret

_Key = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{3,64}\Z")]
_Address = re.compile(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d+)?(?:/[A-Za-z0-9._~/-]*)?")

T = TypeVar("T")


class SiteTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[site]]``: one shop."""

    key: _Key
    origins: Annotated[tuple[str, ...], Meta(min_length=1)]
    address: str = ""
    name: str = ""
    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3}\Z")] = "EUR"
    locale: Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")] = "en"
    cart_url: str = "/cart"
    refill: str = ""
    help_url: str = ""
    consent_default: Consent = "anonymous"
    consent_ceiling: Consent = "full"
    search_terms: bool = False
    silent_to: SilentTo = "crawlers"
    voice: Annotated[str, Meta(max_length=1000)] = ""
    slots: tuple[str, ...] = ()
    theme: dict[str, str] = {}
    passage: tuple[PassageTable, ...] = ()
    passages_file: str | tuple[str, ...] = ()
    catalogue_file: str = ""
    codes_file: str = ""
    identify_env: str = ""
    identify_file: str = ""
    rules: dict[str, Any] = {}
    rules_file: str = ""


class ModelTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[model]``: an OpenAI-compatible endpoint, and what it may cost.

    ``deadline_ms`` is how long a moment waits, ``patience_ms`` how long an answer is worth having for the next who
    needs it. The caps hold for each site and any 24 hours, 0 standing for none; prices are per million tokens, in
    whatever currency ``money_per_day`` is. ``extra`` goes into every request as it is.
    """

    name: str = ""
    base_url: str = ""
    key_env: str = "OPENAI_API_KEY"
    key_file: str = ""
    deadline_ms: Annotated[int, Meta(ge=50, le=10_000)] = 800
    dialect: Dialect = "auto"
    patience_ms: Annotated[int, Meta(ge=50, le=120_000)] = 10_000
    hedge: bool = True
    at_once: Annotated[int, Meta(ge=1, le=64)] = 4
    calls_per_visitor: Annotated[int, Meta(ge=0)] = 20
    calls_per_day: Annotated[int, Meta(ge=0)] = 5_000
    tokens_per_day: Annotated[int, Meta(ge=0)] = 0
    money_per_day: Annotated[float, Meta(ge=0)] = 0
    price_in: Annotated[float, Meta(ge=0)] = 0
    price_out: Annotated[float, Meta(ge=0)] = 0
    extra: dict[str, Any] = {}


class LimitsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[limits]``: how much one server takes on.

    ``connections`` open pages at most; ``accept_per_s`` new ones a second, ``accept_burst`` at once; ``events_per_s``
    events of one page a second, ``events_burst`` at once, four times that of all pages of one visitor;
    ``address_events_per_s`` and ``site_events_per_s`` those of all pages of an address and of a site, four times that
    at once; ``per_address`` and ``per_prefix`` open pages of one address
    (of IPv6 a /64) and of its neighbourhood (/24, /48), ``hello_per_min`` new ones and beacons of one address a minute;
    ``drain_s`` seconds over which pages are sent away at the end; ``hb_ms`` how often, in milliseconds, a page that
    has nothing to say says so.
    """

    connections: Annotated[int, Meta(ge=1, le=1_000_000)] = 10_000
    accept_per_s: Annotated[float, Meta(ge=1, le=100_000)] = 300
    accept_burst: Annotated[float, Meta(ge=1, le=1_000_000)] = 600
    events_per_s: Annotated[float, Meta(ge=1, le=1_000_000)] = 30
    events_burst: Annotated[float, Meta(ge=1, le=1_000_000)] = 120
    address_events_per_s: Annotated[float, Meta(ge=1, le=10_000_000)] = 1_000
    site_events_per_s: Annotated[float, Meta(ge=1, le=10_000_000)] = 10_000
    per_address: Annotated[int, Meta(ge=1, le=1_000_000)] = 100
    per_prefix: Annotated[int, Meta(ge=1, le=1_000_000)] = 2_000
    hello_per_min: Annotated[float, Meta(ge=1, le=1_000_000)] = 600
    drain_s: Annotated[float, Meta(ge=0, le=60)] = 10
    hb_ms: Annotated[int, Meta(ge=1_000, le=60_000)] = 20_000


class RetentionTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[retention]``: for how many days things are kept, see ``tarry privacy``."""

    log_days: Annotated[float, Meta(gt=0, le=3_650)] = 30
    anonymous_days: Annotated[float, Meta(gt=0, le=31)] = 7
    bad_days: Annotated[float, Meta(gt=0, le=31)] = 7
    visitor_days: Annotated[float, Meta(gt=0, le=3_650)] = 180
    term_days: Annotated[float, Meta(gt=0, le=31)] = 7


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    site: Annotated[tuple[SiteTable, ...], Meta(min_length=1)]
    model: ModelTable = ModelTable()
    limits: LimitsTable = LimitsTable()
    retention: RetentionTable = RetentionTable()
    proxies: tuple[str, ...] = ()
    console_token_env: str = ""
    console_token_file: str = ""


def load_settings(path: Path) -> Settings:
    """Read and check a configuration file.

    Raises:
        SettingsError: with one problem a line, each naming key, bad value and cure. A problem inside the house rules
            is not raised here: they stop prompts, not the server (see ``policy_of``).

    """
    settings = _convert(_parse(path), Settings, path)
    problems = [problem for site in settings.site for problem in _site_problems(site, path)]
    keys = [site.key for site in settings.site]
    problems += [f"{path}: site key {key!r} is used twice; every site needs its own" for key in _doubles(keys)]
    problems += [
        f"{path}: proxies: {text!r} is no network; write an address or a range, such as 10.0.0.0/8"
        for text in settings.proxies
        if not _is_network(text)
    ]
    if problems:
        raise SettingsError(*problems)
    return settings


def check_secrets(settings: Settings, path: Path) -> None:
    """Refuse secrets that could be guessed, and names of secrets that are not there.

    Raises:
        SettingsError: for the owner to mend; it never holds the secret.

    """
    base = path.parent
    check_token(secret(settings.console_token_env, settings.console_token_file, base=base))
    for site in settings.site:
        if site.identify_env or site.identify_file:
            found = secret(site.identify_env, site.identify_file, base=base)
            named = f"site {site.key}: identify_file" if site.identify_file else f"site {site.key}: identify_env"
            if not found:
                raise SettingsError(f"{path}: {named} names a secret that is empty; give it one, or leave it out")
            check_token(found, f"{path}: {named}: the secret")


def rule_problems(settings: Settings, path: Path) -> list[str]:
    """Return what is wrong with the house rules of every site; none when they can all be read."""
    found: list[str] = []
    for site in settings.site:
        try:
            _rules(site, path)
        except SettingsError as exc:
            found.extend(exc.problems)
    return found


def policy_of(site: SiteTable, path: Path) -> Policy:
    """Return a site's policy; rules that cannot be read make one under which nothing is ever said."""
    try:
        return Policy(_rules(site, path), slots=bool(site.slots))
    except SettingsError:
        return Policy(Rules(), readable=False)


def passages_of(site: SiteTable, path: Path) -> tuple[PassageTable, ...]:
    """Return a site's passages, those of its own table first.

    Raises:
        SettingsError: a file of them cannot be read; the owner's to mend.

    """
    found, problems = list(site.passage), list[str]()
    for file in shelves_of(site, path):
        try:
            found += read_shelf(file)
        except SettingsError as exc:
            problems += exc.problems
    if problems:
        raise SettingsError(*problems)
    return tuple(found)


def shelves_of(site: SiteTable, path: Path) -> tuple[Path, ...]:
    """Return the files and folders that hold more of a site's passages; ``path`` is the file that names them."""
    named = (site.passages_file,) if isinstance(site.passages_file, str) else site.passages_file
    return tuple(path.parent / name for name in named if name)


def read_rules(path: Path) -> Rules:
    """Return the house rules in a file.

    Raises:
        SettingsError: they cannot be read; the owner's to mend.

    """
    return _convert(_parse(path), Rules, path)


def _rules(site: SiteTable, path: Path) -> Rules:
    if not site.rules_file:
        return _convert(site.rules, Rules, path, f"house rules of {site.key}: ")
    file = path.parent / site.rules_file
    if site.rules:
        raise SettingsError(f"{path}: site {site.key}: give rules or rules_file, not both")
    return read_rules(file)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as exc:
        raise SettingsError(f"{path}: no such file; `tarry init` writes one") from exc
    except OSError as exc:
        raise SettingsError(f"{path}: cannot be read ({exc.strerror})") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise SettingsError(f"{path}: not TOML: {exc}") from exc
    except RecursionError as exc:
        raise SettingsError(f"{path}: nested too deep to be read; take some levels out") from exc


def _convert(data: Any, to: type[T], path: Path, where: str = "") -> T:
    try:
        return msgspec.convert(data, to)
    except msgspec.ValidationError as exc:
        raise SettingsError(f"{path}: {where}{explain(str(exc), data, to)}") from exc


def _site_problems(site: SiteTable, path: Path) -> list[str]:
    found = [
        f"{path}: site {site.key}: origins: {origin!r} is no origin; write scheme, host and port only,"
        " such as https://shop.example"
        for origin in site.origins
        if not is_origin(origin)
    ]
    if site.address and _Address.fullmatch(site.address) is None:
        cure = "write where pages reach this server, such as https://tarry.shop.example"
        found.append(f"{path}: site {site.key}: address = {site.address!r}: {cure}")
    if not is_way(site.refill):
        cure = 'write "callback", "off", or an address such as /cart/{lines} or /add?id={sku}&qty={qty}'
        found.append(f"{path}: site {site.key}: refill = {site.refill!r}: {cure}")
    try:
        passages_of(site, path)
    except SettingsError as exc:
        found.extend(exc.problems)
    return found


def _is_network(text: str) -> bool:
    try:
        networks((text,))
    except ValueError:
        return False
    return True


def _doubles(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
