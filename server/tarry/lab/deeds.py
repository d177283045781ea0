"""What a page says of itself, and what it wants done: open, send, close, post, show."""

from dataclasses import dataclass, field
from typing import Literal

from tarry.core.identity import Consent
from tarry.lab.outbox import Frame
from tarry.lab.prompts import Prompt

Source = Literal["call", "tcf", "gcm", "shopify", "gpc", "default", "erase"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself in every greeting.

    ``born_ms`` is the time of day when its clock began, in milliseconds since the epoch.
    """

    key: str
    born_ms: float
    consent: Consent = "full"
    src: Source = "call"
    page: Frame = field(default_factory=lambda: {"path": "/"})
    locale: str = "en"


@dataclass(frozen=True, slots=True)
class Open:
    """Open a socket; what comes of it is told under ``generation``."""

    generation: int


@dataclass(frozen=True, slots=True)
class Send:
    """Write a frame to the socket of a generation."""

    generation: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class Close:
    """Close the socket of a generation; nothing need be told of it any more."""

    generation: int


@dataclass(frozen=True, slots=True)
class Post:
    """Post a beacon; its answer is told under ``number``, unless that is 0."""

    number: int
    body: Frame


@dataclass(frozen=True, slots=True)
class Show:
    """Draw a prompt now."""

    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Over:
    """The document speaks no more; ``code`` is the close code that said so, 1000 for its own will."""

    code: int


Deed = Open | Send | Close | Post | Show | Over
