"""``tarry privacy``: what Tarry keeps under an owner's settings, and for how long, as a text for their visitors."""

from pathlib import Path
from urllib.parse import urlsplit

import click

from tarry.secret import secret
from tarry.settings import RetentionTable, Settings, SiteTable, load_settings

WITHOUT = {
    "none": "Unless you agree, nothing is collected and nothing is sent, and this function does nothing.",
    "anonymous": (
        "Unless you agree to more, only what happens on the page you are on is looked at: which kind of page it "
        "is, which product it shows, what goes into the cart, for how long the page is read. Nothing is stored on"
        " your device, two page views are never linked to each other, and no title, search term or order number "
        "is kept. All of it is deleted after {anonymous}."
    ),
    "full": (
        "Unless you object, you are recognised on this device by a random number, so that a cart you left can be "
        "offered again. Which pages, products and carts you saw{terms} is kept for {log}, and what is known about"
        " the number at the latest {visitor} after your last visit."
    ),
}
"""What holds before a visitor has chosen."""
AGREED = (
    "If you agree, a random number is kept in your browser for 30 days after your last visit, so that a product "
    "or cart you left can be offered again. We then also keep which pages, products and carts you saw{terms}. "
    "This record is deleted after {log}, and what is known about the number at the latest {visitor} after your "
    "last visit."
)
ALWAYS = (
    "In no case do we keep your network address, your browser's name, what you type into forms, or cookies. Mail "
    "addresses, telephone, card and account numbers that happen to stand in a page's address or title are removed"
    " before anything is stored. Messages that could not be read are deleted after {bad}."
)
RIGHTS = (
    "If your browser sends the Global Privacy Control signal, you are never recognised again, whatever else was "
    "chosen. You may withdraw your consent at any time, have a copy of everything that is kept about your number,"
    " and have it erased; erased data does not return when we restore a backup."
)
NO_MODEL = "Everything happens on our own server; nothing is passed on to anybody."
MODEL = (
    "Everything happens on our own server. The wording of a hint may be asked of a language model at {host}; it "
    "is told which kind of hint is wanted and which product facts it may mention, never who you are, what you "
    "searched for or wrote, or any address."
)


@click.command()
@click.option(
    "--config", type=click.Path(path_type=Path, dir_okay=False), default=Path("tarry.toml"), show_default=True
)
@click.option("--site", help="The site's key, if there are several.")
def privacy(*, config: Path, site: str | None) -> None:
    """Print a text for your privacy notice: what is kept under your settings, and for how long. Not legal advice."""
    settings = load_settings(config)
    found = [one for one in settings.site if site in (None, one.key)]
    if not found:
        raise click.ClickException(f"{config}: no site has the key {site!r}")
    for one in found:
        click.echo(notice(one, settings, has_key=bool(secret(settings.model.key_env, "", base=config.parent))))


def notice(site: SiteTable, settings: Settings, *, has_key: bool = False) -> str:
    """Return the text for one site; ``has_key`` says that a model's key is there, though none is named."""
    keep, model = settings.retention, settings.model
    named = bool(model.name or model.base_url or model.key_file) or has_key
    host = urlsplit(model.base_url).hostname or "api.openai.com"
    parts = [
        "When you hesitate over a product or a cart, a hint may appear on the page. This is done by Tarry, a program "
        "that we run ourselves.",
        WITHOUT[site.consent_default],
        *([AGREED] if site.consent_ceiling == "full" and site.consent_default != "full" else []),
        ALWAYS,
        RIGHTS,
        MODEL if named else NO_MODEL,
    ]
    spans = _spans(keep)
    terms = f" and, for {spans['term']}, what you searched for" if site.search_terms else ""
    text = "\n\n".join(part.format(**spans, terms=terms, host=host) for part in parts)
    return f"Help while you shop{f' at {site.name}' if site.name else ''}\n\n{text}\n"


def _spans(keep: RetentionTable) -> dict[str, str]:
    """Return each time as people say it."""
    times = {
        "log": keep.log_days,
        "anonymous": keep.anonymous_days,
        "bad": keep.bad_days,
        "visitor": keep.visitor_days,
        "term": keep.term_days,
    }
    return {name: f"{days:g} day{'' if days == 1 else 's'}" for name, days in times.items()}
