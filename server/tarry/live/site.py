"""One site as the running server knows it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tarry.core.bots import SilentTo
from tarry.core.briefing import Shop
from tarry.core.identity import Consent
from tarry.core.policy import Policy
from tarry.live.till import Till


@dataclass(frozen=True, slots=True)
class Site:
    """A tenant: its public key, its rules, its words, and the state every page of it is sent (``cfg``).

    ``refresh`` reads each of the owner's files again if it has changed; ``till`` is what money off is taken from, where
    there is any; ``identify`` is what the shop signs with whom it says a visitor is.
    """

    key: str
    policy: Policy
    shop: Shop
    consent_ceiling: Consent = "full"
    cfg: dict[str, object] = field(default_factory=dict)
    consent_default: Consent = "anonymous"
    search_terms: bool = False
    silent_to: SilentTo = "crawlers"
    refresh: tuple[Callable[[], None], ...] = ()
    till: Till | None = None
    identify: str = field(default="", repr=False)
