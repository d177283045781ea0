"""The owner's rules on words: what may be claimed, how it is said, and what is never said."""

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct

from tarry.core.brief import Tone

_Words = Annotated[str, Meta(min_length=1, max_length=80)]
_Claim = Annotated[str, Meta(min_length=3, max_length=140)]
_Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")]
LOUDNESS: dict[Tone, int] = {"soft": 0, "plain": 1, "direct": 2}
"""How much a tone may press, from none."""


class CopyRules(Struct, frozen=True, forbid_unknown_fields=True):
    """``[site.rules.copy]``: each is asked of the writer and held at output.

    ``claims`` are whole sentences the owner vouches for: said word for word they may hold what no draft may claim.
    ``discounts`` is ``never`` where no words of a discount may stand, not even round an offer. ``urgency`` is ``never``
    where not even a true deadline or stock may be told, ``facts`` where the number itself may. ``loudest`` is the
    loudest tone of any draft. ``competitors`` are never named. ``glossary`` says what to write instead of a word,
    ``never_translate`` what is written in exactly one way. ``languages_off`` are languages nothing is said in.
    """

    claims: tuple[_Claim, ...] = ()
    discounts: Literal["never", "offers"] = "offers"
    urgency: Literal["never", "facts"] = "facts"
    loudest: Tone = "direct"
    competitors: tuple[_Words, ...] = ()
    glossary: dict[_Words, _Words] = {}
    never_translate: tuple[_Words, ...] = ()
    languages_off: tuple[_Language, ...] = ()

    def wishes(self, forbidden: Sequence[str] = ()) -> tuple[str, ...]:
        """Return what a model is asked, a sentence a rule; what it writes is held to the rules all the same."""
        never = (*forbidden, *self.competitors)
        found = [f"Never write: {', '.join(never)}."] if never else []
        found += [f"Write {right}, not {wrong}." for wrong, right in self.glossary.items()]
        found += [f"Write exactly so, untranslated: {', '.join(self.never_translate)}."] if self.never_translate else []
        found += ["Use no exclamation mark."] if self.loudest != "direct" else []
        found += ["Give no command."] if self.loudest == "soft" else []
        found += [f"You may say, word for word: {claim}" for claim in self.claims]
        return tuple(found)
