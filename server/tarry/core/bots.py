"""Who is no shopper but a program: by the name it goes by, and by a pace that no person has; one rule, versioned."""

import re
from typing import Literal

from msgspec import Struct

from tarry.core.session import VIEWS_KEPT
from tarry.core.visitor import Visitor

Bot = Literal["", "crawler", "driven"]
"""Nobody that is known for a program, one that reads pages for a machine, or a browser that a program drives."""
SilentTo = Literal["crawlers", "automated", "none"]
"""Whom an owner wants left out: crawlers, driven browsers as well, or nobody."""
VERSION = 1
"""Of this file's rule; a decision names it with the version of the list of names."""
HASTE_MS = 20_000
"""So many page views as a sitting remembers in this time, in milliseconds, are no person's. Our own choice."""
NAME_MOST = 300
"""Longest name that is looked at, in characters; browsers' own have about half of that."""
_DRIVEN = re.compile(r"HeadlessChrome|PhantomJS|Playwright|Puppeteer|Selenium|Cypress|jsdom", re.IGNORECASE)
"""Names of browsers that somebody's own tests drive as well."""


class BotRule(Struct, frozen=True):
    """Names of crawlers as one pattern, and where the list came from."""

    crawlers: re.Pattern[str]
    data: str

    @property
    def version(self) -> str:
        """Return what a decision is logged with: this rule's version and the list's."""
        return f"{VERSION}/{self.data}"

    def class_of(self, name: str) -> Bot:
        """Return what a browser's name (its User-Agent) says it is; one without a name is nobody known."""
        name = name[:NAME_MOST]
        if _DRIVEN.search(name) is not None:
            return "driven"
        return "crawler" if self.crawlers.search(name) is not None else ""


def silenced(bot: Bot, silent_to: SilentTo) -> bool:
    """Tell whether an owner wants a program of this class left out."""
    return bot != "" and silent_to != "none" and (bot == "crawler" or silent_to == "automated")


def is_bot(visitor: Visitor, at: int) -> bool:
    """Tell whether a visitor is left out: silenced by name, or hastier than any person at this time (ms)."""
    if visitor.bot:
        return True
    views = visitor.session.views if visitor.session is not None else ()
    return len(views) >= VIEWS_KEPT and at - views[-VIEWS_KEPT].at < HASTE_MS
