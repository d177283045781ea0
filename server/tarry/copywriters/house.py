"""The house writer: needs no model and no key; picks among messages people wrote."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from fluent.runtime.types import FluentType

from tarry.copywriters.messages import Form, Messages
from tarry.copywriters.words import Words
from tarry.core.brief import ROOM, TONES, Brief, Draft, Play
from tarry.core.money import to_count
from tarry.core.prompt import fill
from tarry.core.spending import Usage
from tarry.errors import NothingToSay

FEWEST = 3
"""So many ways to say a thing are left where only the shortest are wanted."""
ELSE: Mapping[Play, str] = {
    "remind": "any",
    "convenience": "any",
    "resurface_cart": "return_visit",
    "incentive": "price",
}
"""The cause whose words a play has for every other: an owner's playbook may answer anything. Reassurance has none, for
it answers the doubt itself."""
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

    def situation(self, brief: Brief) -> str | None:  # noqa: ARG002 - the contract's
        """Return nothing: its words need no time."""
        return None

    def estimate(self, brief: Brief) -> Usage:  # noqa: ARG002 - the contract's
        """Return nothing at all."""
        return Usage(calls=0)

    async def warm_up(self) -> str:
        """Need nothing."""
        return ""

    async def aclose(self) -> None:
        """Let go of nothing: the house writer holds only words."""

    async def write(self, brief: Brief, *, deadline_s: float) -> Draft:  # noqa: ARG002 - it never waits
        """Write a draft; the same brief key always gets the same words.

        Raises:
            NothingToSay: no words for this play, language or set of facts.
            CopywriterError: a message cannot be rendered; ours to mend.

        """
        messages = self._words.speaking(brief.locale, brief.formality)
        fitting = alternatives(messages, brief)
        if not fitting:
            raise NothingToSay(f"no words for {brief.play}, {brief.cause}, in {brief.locale}")
        return rendered(messages, fitting[_pick(brief.key, len(fitting))], brief)


class Wording(NamedTuple):
    """One way to say it: the forms of messages that make headline and body."""

    headline: Form
    body: Form


def alternatives(messages: Messages, brief: Brief) -> Sequence[Wording]:
    """Return the ways to say a brief, in file order: of its tone, needing no fact it lacks, on its subject.

    A message with a headline of its own stands alone; any other goes with every headline of its play and cause. What
    names the subject goes first, once rather than twice. A play that has no words for the cause says what it says
    for any.
    """
    own = _ways(messages, brief, brief.cause)
    return own or _ways(messages, brief, ELSE.get(brief.play, ""))


def _ways(messages: Messages, brief: Brief, cause: str) -> Sequence[Wording]:
    known = frozenset(fact.slot for fact in brief.facts)
    stem = f"{brief.play}-{cause}-"
    heads = [form for form in messages.under(f"{stem}head-") if messages.placed(form) <= known]
    for tone in (brief.tone, *TONES):  # The quietest first, where there are none in the tone that is wanted.
        forms = [form for form in messages.under(f"{stem}{tone}-") if messages.placed(form) <= known]
        alone = {form.key: form for form in forms if form.name == "headline"}
        usable = [Wording(alone[form.key], form) for form in forms if form.name == "body" and form.key in alone]
        usable += [Wording(head, form) for form, head in product(forms, heads) if form.name == ""]
        if usable:
            fitting = _on_subject(messages, usable, SUBJECT_SLOT[brief.subject])
            fitting = _roomy(messages, fitting, brief)
            return _shorter(messages, fitting) if brief.length == "short" else fitting
    return ()


def rendered(messages: Messages, wording: Wording, brief: Brief) -> Draft:
    """Return a wording as a draft: its slots open, its plural forms those of the brief's facts.

    Raises:
        CopywriterError: a message cannot be rendered; ours to mend.

    """
    slots = {fact.slot: _open(fact.slot, fact.text, messages, brief.locale) for fact in brief.facts}
    headline, body = (messages.render(form.key, form.name, slots) for form in wording)
    return Draft(headline=headline, body=body, writer="house")


def _on_subject(messages: Messages, usable: Sequence[Wording], subject: str) -> Sequence[Wording]:
    """Return the wordings that name the subject, the fewest times that any of them does; all where none names it."""
    times = [sum(subject in messages.placed(form) for form in wording) for wording in usable]
    best = min((number for number in times if number), default=0)
    return [wording for wording, number in zip(usable, times, strict=True) if number == best]


def _roomy(messages: Messages, wordings: Sequence[Wording], brief: Brief) -> Sequence[Wording]:
    """Return the wordings the format has room for, in file order; of too few, those that lack the least."""
    if brief.format not in ROOM:
        return wordings
    lacking = {wording: _lacking(rendered(messages, wording, brief), brief) for wording in wordings}
    least = sorted(lacking.values())[:FEWEST][-1]
    return [wording for wording in wordings if lacking[wording] <= least]


def _lacking(draft: Draft, brief: Brief) -> int:
    """Return by how many characters a draft with its slots filled is too long for its format."""
    sizes = (len(fill(text, brief.slots())) for text in (draft.headline, draft.body))
    return sum(max(0, size - room) for size, room in zip(sizes, ROOM[brief.format], strict=True))


def _shorter(messages: Messages, wordings: Sequence[Wording]) -> Sequence[Wording]:
    """Return the shortest few, in file order: as many as leave a choice."""
    few = sorted(wordings, key=lambda wording: (sum(map(messages.letters, wording)), wording))[:FEWEST]
    return [wording for wording in wordings if wording in few]


def _open(slot: str, text: str, messages: Messages, locale: str) -> str | FluentType:
    if slot == "count" and (count := to_count(text, locale)) is not None:
        return messages.counted(count, "{count}")
    return "{" + slot + "}"


def _pick(key: str, count: int) -> int:
    """Return a number below ``count``, the same for the same key on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) % count
