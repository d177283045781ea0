"""Letting a page in: its site, its origin, its consent, and whose page it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from tarry.core.bots import Bot, silenced
from tarry.core.identity import Consent, Keys, strictest
from tarry.core.vouching import Voucher
from tarry.core.wire import Close, Greeting
from tarry.errors import TarryError, TokenError
from tarry.live.site import Site
from tarry.stores.base import Key


class RefusedError(TarryError):
    """A page may not come in; ``code`` is the close code it is told."""

    def __init__(self, code: Close, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Caller:
    """What a browser's request says beside the page: Global Privacy Control, and what it is by its name.

    The name itself goes no further than this; ``house``, the address it came from, is only counted by, in memory.
    """

    gpc: bool = False
    bot: Bot = ""
    bot_rule: str = ""
    house: str = ""


NOBODY = Caller()


@dataclass(frozen=True, slots=True)
class Guest:
    """A page let in: whose, under which consent and who said so, the secret id inside its token, its document's
    pseudonym, and whether it is a program's by which version of the rule. ``voucher`` judges whom the page says it
    is.
    """

    site: Site
    key: Key
    vid: str
    stream: str
    consent: Consent
    src: str = ""
    bot: bool = False
    bot_rule: str = ""
    voucher: Voucher | None = None


def admit(
    greeting: Greeting, *, origin: str, sites: Mapping[str, Site], keys: Keys, at_ms: int, caller: Caller = NOBODY
) -> Guest:
    """Return who a greeting comes from; ``caller`` is what the browser's own request said.

    Raises:
        RefusedError: unknown site (4002), an origin not of this site (4003), a token not ours (4004), or a consent
            state that allows nothing (4010).

    """
    site = sites.get(greeting.key)
    if site is None:
        raise RefusedError(Close.SITE, "no site of this key")
    if origin not in site.shop.origins:
        raise RefusedError(Close.ORIGIN, "this origin is not on the site's list")
    claimed = greeting.consent
    # A page that has not been told anything may not be freer than the owner's own default.
    default = site.consent_default if claimed.src == "default" else "full"
    consent = strictest(
        claimed.state, default, "anonymous" if greeting.gpc or caller.gpc else "full", site.consent_ceiling
    )
    if consent == "none":
        raise RefusedError(Close.CONSENT, "nothing may be sent without consent")
    vid: str | None = None
    if greeting.tok is not None:
        try:
            vid = keys.verify(site.key, greeting.tok, consent, at_ms=at_ms)
        except TokenError as exc:
            raise RefusedError(Close.TOKEN, str(exc)) from exc
    if consent != "full" or vid is None:
        # Without full consent a document is only ever itself, whatever token or other document it knows.
        vid = keys.derived_vid(site.key, greeting.sid if consent == "full" else f"{consent} {greeting.sid}")
    key = Key(site.key, keys.pseudonym("vid", site.key, vid))
    stream = keys.pseudonym("sid", site.key, greeting.sid)
    src = "gpc" if consent != claimed.state and (greeting.gpc or caller.gpc) else claimed.src
    bot = silenced(caller.bot, site.silent_to)
    return Guest(site, key, vid, stream, consent, src, bot, caller.bot_rule, Voucher(site.key, site.identify, keys))
