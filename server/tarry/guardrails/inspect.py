"""The one gate every draft passes: all families of rules, on both fields."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tarry.core.brief import Brief, Draft, Violation
from tarry.guardrails import claims, language, length, links, markup, meta, numbers, shape, slots
from tarry.guardrails.field import Field
from tarry.guardrails.forbidden import check as check_forbidden

FAMILIES: tuple[Callable[[Field], Iterable[Violation]], ...] = (
    slots.check,
    numbers.check,
    markup.check,
    links.check,
    length.check,
    shape.check,
    claims.check,
    meta.check,
    language.check,
)
"""Every family that needs nothing but the field and its brief."""

READ_MAX = 600
"""A field longer than this many characters is refused unread, so that no draft can keep the rules busy."""


def inspect(draft: Draft, brief: Brief, *, forbidden: Sequence[str] = ()) -> tuple[Violation, ...]:
    """Return every breach a draft commits; only a draft without any may be shown.

    Args:
        draft: what a copywriter wrote, slots still open.
        brief: what it was told.
        forbidden: words and phrases the owner never wants to read.

    """
    return tuple(_breaches(draft, brief, forbidden))


def _breaches(draft: Draft, brief: Brief, words: Sequence[str]) -> Iterator[Violation]:
    if draft.writer != "house" and not claims.has_lexicon(brief.locale):
        yield Violation("claims.no_lexicon", "body", brief.locale)
    for field in (Field("headline", draft.headline, brief), Field("body", draft.body, brief)):
        if len(field.text) > READ_MAX:
            yield field.breach("length.long", f"{len(field.text)} characters, unread")
            continue
        for family in FAMILIES:
            yield from family(field)
        yield from check_forbidden(field, words)
