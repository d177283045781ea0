"""One site as the running server knows it."""

from dataclasses import dataclass, field

from tarry.core.briefing import Shop
from tarry.core.identity import Consent
from tarry.core.policy import Policy


@dataclass(frozen=True, slots=True)
class Site:
    """A tenant: its public key, its rules, its words, and the state every page of it is sent (``cfg``)."""

    key: str
    policy: Policy
    shop: Shop
    consent_ceiling: Consent = "full"
    cfg: dict[str, object] = field(default_factory=dict)
    consent_default: Consent = "anonymous"
