"""``tarry tag``: what to paste, and what has to be allowed for it."""

from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.console.escape import json_line
from tarry.errors import SettingsError
from tarry.http.snippet import ENTRY, SnippetFiles
from tarry.install.shop import Shop
from tarry.install.tag import QUEUE, Pin, Tag, base_of, debug_link, integrity_of
from tarry.live.clock import SystemClock
from tarry.settings import Settings, SiteTable, load_settings
from tarry.stores.keyfile import FILE, load_keys

config_option = click.option(
    "--config", type=click.Path(path_type=Path, dir_okay=False), default=Path("tarry.toml"), show_default=True
)
site_option = click.option("--site", help="Only this site, by its key.")


@click.command()
@config_option
@site_option
@click.option("--pin", is_flag=True, help="The tag of this very version, with the hash its file must have.")
@click.option("--debug", is_flag=True, help="A link, good for an hour, that shows on the page what Tarry makes of it.")
@data_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a site and line.")
def tag(*, config: Path, site: str | None, pin: bool, debug: bool, data: Path, as_json: bool) -> None:
    """Print the tag to paste into every page, and what a Content-Security-Policy must allow for it.

    The address comes from `address` in tarry.toml: where pages reach this server.
    """
    settings = load_settings(config)
    pinned = _pin() if pin else None
    for table in chosen(settings, site, config):
        shop = shop_of(table, settings, config)
        link = _debug_link(table, data) if debug else ""
        told = _told(shop, pinned, link)
        click.echo(json_line(told) if as_json else _text(table, told))


def chosen(settings: Settings, key: str | None, config: Path) -> tuple[SiteTable, ...]:
    """Return the sites meant by a key, or all.

    Raises:
        SettingsError: no site has it.

    """
    if key is None:
        return settings.site
    found = tuple(table for table in settings.site if table.key == key)
    if not found:
        known = ", ".join(table.key for table in settings.site)
        raise SettingsError(f"{config}: no site has the key {key!r}; there is {known}")
    return found


def shop_of(table: SiteTable, settings: Settings, config: Path) -> Shop:
    """Return what an installation of a site is held against.

    Raises:
        SettingsError: the file does not say where pages reach the server.

    """
    if not table.address:
        raise SettingsError(
            f"{config}: site {table.key}: address is missing; add where pages reach this server,"
            ' such as address = "https://tarry.shop.example"'
        )
    others = frozenset(site.key for site in settings.site) - {table.key}
    base = base_of(table.address)
    return Shop(table.key, base, table.origins, table.consent_default, table.consent_ceiling, others)


def _pin() -> Pin:
    files = SnippetFiles.load()
    return Pin(files.version, integrity_of(files.files[ENTRY]))


def _debug_link(table: SiteTable, data: Path) -> str:
    if not (data / FILE).exists():
        raise SettingsError(f"{data}: no keys here to sign a link with; name the server's folder with --data DIR")
    token = load_keys(data).sign_debug(table.key, at_ms=SystemClock().now_ms())
    return debug_link(f"{table.origins[0]}/", token)


def _told(shop: Shop, pin: Pin | None, link: str) -> dict[str, object]:
    made = Tag(shop.base, shop.key, shop.consent)
    told: dict[str, object] = {
        "site": shop.key,
        "tag": made.html(pin),
        "src": made.src(pin),
        "queue": QUEUE,
        "csp": made.policy(shop.origins),
    }
    if pin is not None:
        told |= {"version": pin.version, "integrity": pin.integrity}
    return told | {"debug": link} if link else told


def _text(table: SiteTable, told: dict[str, object]) -> str:
    name = f"{table.name} ({table.key})" if table.name else table.key
    if "debug" in told:
        return (
            f"Open this within an hour, to see on the page what Tarry makes of it ({name}):\n\n  {told['debug']}\n\n"
            "It works on any page of the shop: copy what begins with ?tarry= there."
        )
    lines = [
        f"Paste this into every page of {name}:\n\n  {told['tag']}\n",
        f"To call it before it is there, put this line before it:\n\n  {told['queue']}\n",
        f"Should your pages send a Content-Security-Policy, it must allow:\n\n  {told['csp']}\n",
        'With nonces, give the tag the page\'s nonce="..." instead of naming script-src.',
    ]
    if "integrity" in told:
        lines.append(
            f"This is version {told['version']} and will stay so: after an upgrade, `tarry tag --pin` prints the next."
        )
    return "\n".join(lines)
