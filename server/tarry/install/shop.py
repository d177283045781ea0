"""One site as its owner has written it down: what an installation is held against."""

from dataclasses import dataclass

from tarry.core.identity import Consent


@dataclass(frozen=True, slots=True)
class Shop:
    """A site's key, the folder its script comes from (ending in ``/``), its pages' origins, and its consent states.

    ``others`` are the keys of the sites beside it in the file.
    """

    key: str
    base: str
    origins: tuple[str, ...]
    consent: Consent = "anonymous"
    ceiling: Consent = "full"
    others: frozenset[str] = frozenset()
