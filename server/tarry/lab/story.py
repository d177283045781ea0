"""What a scripted visitor does, as an owner or a test writes it down in TOML: a shop, its pages, and steps in order."""

import re
import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from tarry.core.events import PageKind, Topic
from tarry.core.identity import Consent
from tarry.errors import SettingsError

UNITS_MS = {"ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000}
Duration = Annotated[str, Meta(pattern=r"^[0-9]+(\.[0-9]+)?(ms|s|min|h)$")]
"""A length of time with its unit, such as ``500ms``, ``30s``, ``2.5min``, ``3h``."""
_LOOK_MS = 5_000


class _Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do"):
    """One step; ``after`` is how long the visitor waits before it."""

    after: Duration = "0s"

    def lasts_ms(self) -> float:
        """Return how long the step takes by itself, in milliseconds."""
        return 0


class Open(_Step, frozen=True, tag="open"):
    """Go to a page. Unless ``same_document``, the page before is left, as a click on a link does."""

    page: str
    same_document: bool = False


class Look(_Step, frozen=True, kw_only=True, tag="look"):
    """Look at the page for a while, moving enough to count as active."""

    time: Duration
    scroll_pct: Annotated[float, Meta(ge=0, le=100)] = 30

    def lasts_ms(self) -> float:
        """Return the whole time."""
        return milliseconds(self.time)


class Tell(_Step, frozen=True, kw_only=True, tag="event"):
    """Tell any event by its name on the wire, with whatever body: a bad one too, if that is to be seen."""

    n: str
    d: dict[str, object] = {}


class Wait(_Step, frozen=True, kw_only=True, tag="wait"):
    """Do nothing."""

    time: Duration

    def lasts_ms(self) -> float:
        """Return the whole time."""
        return milliseconds(self.time)


class Leave(_Step, frozen=True, tag="leave"):
    """Close the page."""


class Return(_Step, frozen=True, kw_only=True, tag="return"):
    """Come back to a page, in another document, as the same visitor where consent allows it."""

    page: str


class Cut(_Step, frozen=True, tag="cut"):
    """Lose the connection without a word; the page comes back by itself."""


class Beacon(_Step, frozen=True, tag="beacon"):
    """Post what is unacknowledged, as a page does that cannot get a socket."""


class Prompt(_Step, frozen=True, kw_only=True, tag="prompt"):
    """Wait for a prompt, and do something with it; ``action`` is the id of what is clicked, else the first there is.

    ``required``: a prompt that does not come makes the story fail. Until ``within`` is over, nothing else is done.
    """

    then: str = "show"
    within: Duration = "10s"
    action: str = ""
    required: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be done with a prompt."""
        if self.then not in ("show", "dismiss", "click", "ignore"):
            raise ValueError("then: expected show, dismiss, click or ignore")


class Agree(_Step, frozen=True, kw_only=True, tag="consent"):
    """Change what is allowed; with ``erase`` the visitor is forgotten."""

    state: Consent
    erase: bool = False


Step = Open | Look | Tell | Wait | Leave | Return | Cut | Beacon | Prompt | Agree


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """``[page.NAME]``: a page of the shop; ``item`` is the product on it, as in the event ``view_item``."""

    path: str
    kind: PageKind = "other"
    title: str = ""
    topic: Topic | None = None
    item: dict[str, object] = {}

    def view(self) -> dict[str, object]:
        """Return the body of its ``page_view``."""
        told = {"path": self.path, "kind": self.kind, "title": self.title, "topic": self.topic}
        return {key: value for key, value in told.items() if value}


class Story(Struct, frozen=True, forbid_unknown_fields=True):
    """One visitor's story."""

    page: dict[str, Page]
    step: Annotated[tuple[Step, ...], Meta(min_length=1)]
    about: str = ""
    url: str = "http://127.0.0.1:8000"
    key: str = "pk_demo"
    origin: str = ""
    consent: Consent = "full"
    locale: str = "en"

    def head_ms(self) -> float:
        """Return how long the story lasts up to its first prompt, or to its end, in milliseconds.

        So much of it can be told faster than it happened: each event says how long ago it was.
        """
        head = 0.0
        for step in self.step:
            head += milliseconds(step.after)
            if isinstance(step, Prompt):
                break
            head += step.lasts_ms()
        return head


def milliseconds(duration: str) -> float:
    """Return a duration in milliseconds."""
    unit = duration.lstrip("0123456789.")
    return float(duration.removesuffix(unit)) * UNITS_MS[unit]


def load_story(path: Path) -> Story:
    """Read a story.

    Raises:
        SettingsError: it cannot be played; the message names file, place and cure.

    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        story = msgspec.convert(data, Story)
    except OSError as exc:
        raise SettingsError(f"{path}: cannot be read: {exc.strerror}") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise SettingsError(f"{path}: is not TOML: {exc}") from exc
    except msgspec.ValidationError as exc:
        raise SettingsError(f"{path}: {_cure(str(exc))}") from exc
    missing = [
        f"{path}: step {number}: page: there is no [page.{step.page}]; known: {', '.join(story.page) or 'none'}"
        for number, step in enumerate(story.step, 1)
        if isinstance(step, Open | Return) and step.page not in story.page
    ]
    if missing:
        raise SettingsError(*missing)
    if not isinstance(story.step[0], Open):
        raise SettingsError(f'{path}: step 1: a story begins with do = "open": somebody comes to a page')
    return story


def _cure(complaint: str) -> str:
    """Return a decoder's complaint with the place first, steps counted from one, and a cure where one is known."""
    text, _, place = complaint.partition(" - at `$")
    place = place.rstrip("`").lstrip(".")
    step = re.match(r"step\[(\d+)\]\.?", place)
    if step is not None:
        place = f"step {int(step[1]) + 1}: {place[step.end() :]}".rstrip(": ")
    cures = {
        "matching regex": "a duration is a number and its unit: 500ms, 30s, 2.5min, 3h",
        "Invalid value": "a step does one of: open, look, event, wait, leave, return, cut, beacon, prompt, consent",
        "missing required field `do`": 'every step says what it does: do = "open", "look", "event", "prompt" …',
        "unknown field": "see `tarry send --help` for the keys there are",
    }
    cure = next((cure for sign, cure in cures.items() if sign in text), "")
    return ": ".join(part for part in (place, text) if part) + (f" ({cure})" if cure else "")
