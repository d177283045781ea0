"""The house writer: needs no model and no key; picks among messages people wrote."""

import hashlib
from collections.abc import Sequence

from babel import Locale
from fluent.runtime.types import FluentType

from tarry.copywriters.messages import Messages
from tarry.copywriters.words import Words
from tarry.core.brief import Brief, Draft, Tone
from tarry.errors import NothingToSay

TONES: tuple[Tone, ...] = ("soft", "plain", "direct")
"""Where to look when a play has no words in the wanted tone: the quietest first."""
FEWEST = 3
"""So many ways to say a thing are left where only the shortest are wanted."""
SUBJECT_SLOT = {"product": "product", "cart": "product", "goal": "goal", "shop": ""}
"""The slot that names what a prompt is about; messages that place it are preferred."""


class HouseWriter:
    """Writes drafts from the messages in ``locales/``.

    Args:
        words: the languages to write in.

    """

    def __init__(self, words: Words) -> None:
        self._words = words

    @property
    def name(self) -> str:
        """Return ``house``."""
        return "house"

    async def aclose(self) -> None:
        """Let go of nothing: the house writer holds only words."""

    async def write(self, brief: Brief, *, deadline_s: float) -> Draft:  # noqa: ARG002 - it never waits
        """Write a draft; the same brief key always gets the same words.

        Raises:
            NothingToSay: no words for this play, language or set of facts.
            CopywriterError: a message cannot be rendered; ours to mend.

        """
        messages = self._words.speaking(brief.locale)
        fitting = alternatives(messages, brief)
        if not fitting:
            raise NothingToSay(f"no words for {brief.play}, {brief.cause}, in {brief.locale}")
        key = fitting[_pick(brief.key, len(fitting))]
        slots = {fact.slot: _open(fact.slot, fact.text, messages) for fact in brief.facts}
        return Draft(
            headline=messages.render(key, "headline", slots), body=messages.render(key, "body", slots), writer="house"
        )


def alternatives(messages: Messages, brief: Brief) -> Sequence[str]:
    """Return the messages that fit a brief, in file order: of its tone, needing no fact it lacks, on its subject."""
    known = {fact.slot for fact in brief.facts}
    for tone in (brief.tone, *TONES):
        stem = f"{brief.play}-{brief.cause}-{tone}-"
        usable = {
            key: needs
            for key in messages.keys()  # noqa: SIM118 - not a mapping
            if key.startswith(stem) and (needs := frozenset().union(*messages.needs(key).values())) <= known
        }
        if usable:
            subject = SUBJECT_SLOT[brief.subject]
            fitting = [key for key, needs in usable.items() if subject in needs] or list(usable)
            return _shorter(messages, fitting) if brief.length == "short" else fitting
    return ()


def _shorter(messages: Messages, keys: Sequence[str]) -> Sequence[str]:
    """Return the shortest few, in file order: as many as leave a choice."""
    few = sorted(keys, key=lambda key: (messages.letters(key), key))[:FEWEST]
    return [key for key in keys if key in few]


class _OpenCount(FluentType):
    """A count that picks its plural form and then stays an open slot.

    The library turns every real number into one of its own that prints digits, so this one only compares equal to
    the name of its plural form. Variants keyed by a number are therefore not to be used; a test looks for them.
    """

    def __init__(self, form: str) -> None:
        self._form = form

    def __eq__(self, other: object) -> bool:
        return other == self._form

    def __hash__(self) -> int:
        return hash(self._form)

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - the slot is the same in every language
        """Return the open slot."""
        return "{count}"


def _open(slot: str, text: str, messages: Messages) -> str | FluentType:
    if slot == "count" and text.isdecimal():
        return _OpenCount(messages.plural_form(int(text)))
    return "{" + slot + "}"


def _pick(key: str, count: int) -> int:
    """Return a number below ``count``, the same for the same key on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) % count
