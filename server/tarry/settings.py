"""The owner's configuration: one TOML file, typed, with every problem named."""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from tarry.copywriters.dialects import Dialect
from tarry.core.brief import BlockKind
from tarry.core.identity import Consent
from tarry.core.origin import is_origin
from tarry.core.policy import Policy, Rules
from tarry.core.refill import is_way
from tarry.errors import SettingsError

_Key = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{3,64}\Z")]
_Address = re.compile(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d+)?(?:/[A-Za-z0-9._~/-]*)?")

T = TypeVar("T")


class PassageTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[[site.passage]]``: one passage of the owner's own words."""

    kind: BlockKind
    text: Annotated[str, Meta(min_length=1, max_length=400)]
    title: Annotated[str, Meta(max_length=120)] = ""
    source: Annotated[str, Meta(max_length=200)] = ""
    skus: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    locale: str = ""


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
    voice: Annotated[str, Meta(max_length=1000)] = ""
    slots: tuple[str, ...] = ()
    theme: dict[str, str] = {}
    passage: tuple[PassageTable, ...] = ()
    passages_file: str = ""
    rules: dict[str, Any] = {}
    rules_file: str = ""


class ModelTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[model]``: an OpenAI-compatible endpoint."""

    name: str = ""
    base_url: str = ""
    key_env: str = "OPENAI_API_KEY"
    key_file: str = ""
    deadline_ms: Annotated[int, Meta(ge=50, le=10_000)] = 800
    dialect: Dialect = "auto"


class LimitsTable(Struct, frozen=True, forbid_unknown_fields=True):
    """``[limits]``: how much one server takes on.

    ``connections`` open pages at most; ``accept_per_s`` new ones a second, ``accept_burst`` at once; ``events_per_s``
    events of one page a second, ``events_burst`` at once; ``drain_s`` seconds over which pages are sent away at the
    end; ``hb_ms`` how often, in milliseconds, a page that has nothing to say says so.
    """

    connections: Annotated[int, Meta(ge=1, le=1_000_000)] = 10_000
    accept_per_s: Annotated[float, Meta(ge=1, le=100_000)] = 300
    accept_burst: Annotated[float, Meta(ge=1, le=1_000_000)] = 600
    events_per_s: Annotated[float, Meta(ge=1, le=1_000_000)] = 30
    events_burst: Annotated[float, Meta(ge=1, le=1_000_000)] = 120
    drain_s: Annotated[float, Meta(ge=0, le=60)] = 10
    hb_ms: Annotated[int, Meta(ge=1_000, le=60_000)] = 20_000


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    site: Annotated[tuple[SiteTable, ...], Meta(min_length=1)]
    model: ModelTable = ModelTable()
    limits: LimitsTable = LimitsTable()
    console_token_env: str = ""
    console_token_file: str = ""


class _PassageFile(Struct, frozen=True, forbid_unknown_fields=True):
    passage: tuple[PassageTable, ...] = ()


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
    if problems:
        raise SettingsError(*problems)
    return settings


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
    """Return a site's passages, those of its own table first."""
    if not site.passages_file:
        return site.passage
    file = path.parent / site.passages_file
    return (*site.passage, *_convert(_parse(file), _PassageFile, file).passage)


def secret(env: str, file: str, *, base: Path) -> str:
    """Return a secret named by an environment variable or a file; empty when neither holds one.

    Raises:
        SettingsError: the file is named and cannot be read.

    """
    if file:
        try:
            return (base / file).read_text().strip()
        except OSError as exc:
            raise SettingsError(f"{base / file}: the secret cannot be read ({exc.strerror})") from exc
    return os.environ.get(env, "").strip() if env else ""


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


def _convert(data: Any, to: type[T], path: Path, where: str = "") -> T:
    try:
        return msgspec.convert(data, to)
    except msgspec.ValidationError as exc:
        raise SettingsError(f"{path}: {where}{_explain(str(exc), data)}") from exc


CURES = {
    "currency": "write an ISO 4217 code in capitals, such as EUR",
    "locale": "write a language tag, such as en or de-AT",
    "key": "write 3 to 64 letters, digits, - or _",
    "origins": 'write a list with at least one origin, such as ["https://shop.example"]',
    "kind": "write faq, quote, compare or benefit",
    "consent_default": "write none, anonymous or full",
    "consent_ceiling": "write none, anonymous or full",
    "dialect": "write auto, json_schema, json_object or text",
}
"""What to write instead, by key; for other keys the expected type tells."""
TYPES = {
    "bool": "write true or false",
    "int": "write a whole number",
    "float": "write a number",
    "str": 'write a text in "quotes"',
    "array": "write a list in [brackets]",
    "object": "write a table",
    "enum": "write full or observe",
}


def _explain(message: str, data: Any) -> str:
    """Turn a decoder's complaint into key, bad value and cure."""
    text, _, place = message.partition(" - at `")
    key = place.rstrip("`").removeprefix("$.") or "the file"
    unknown = re.search(r"unknown field `([^`]+)`", text)
    if unknown is not None:
        inside = "" if key in ("the file", "$") else f" in {key}"
        return f"{unknown.group(1)}: unknown key{inside}; check its spelling, or take it out"
    missing = re.search(r"missing required field `([^`]+)`", text)
    if missing is not None:
        return f"{missing.group(1)}: missing{'' if key == 'the file' else f' in {key}'}; add it"
    value = _at(data, place.rstrip("`"))
    return f"{key} = {value!r}: {_cure(key, text)}"


def _cure(key: str, text: str) -> str:
    name = re.sub(r"\[[^\]]*\]", "", key).rpartition(".")[2]
    bound = re.search(r"(<=|>=) ([\d.e+]+)", text)
    if name in CURES:
        return CURES[name]
    expected = re.search(r"Expected `(\w+)", text)
    kind = "enum" if "enum" in text else expected[1] if expected is not None else ""
    wanted = TYPES.get(kind, f"{text[0].lower()}{text[1:]}")
    if bound is None:
        return wanted
    limit = f"{float(bound[2]):g}"
    return f"{wanted}, {'at most' if bound[1] == '<=' else 'at least'} {limit}"


def _at(data: Any, place: str) -> Any:
    for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", place):
        try:
            data = data[name] if name else data[int(index)]
        except (KeyError, IndexError, TypeError):
            return None
    return data


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


def _doubles(names: list[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
