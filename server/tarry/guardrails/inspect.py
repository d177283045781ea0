"""The one gate every draft passes: all families of rules, on both fields."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tarry.core.brief import Brief, Draft, Violation
from tarry.core.copyrules import CopyRules
from tarry.guardrails import (
    claims,
    generic,
    house,
    language,
    length,
    links,
    manner,
    markup,
    meta,
    numbers,
    personal,
    repeat,
    shape,
    slots,
)
from tarry.guardrails.field import NO_RULES, Field
from tarry.guardrails.forbidden import check as check_forbidden
from tarry.guardrails.grounds import language_of

FAMILIES: tuple[Callable[[Field], Iterable[Violation]], ...] = (
    slots.check,
    numbers.check,
    markup.check,
    links.check,
    personal.check,
    length.check,
    shape.check,
    claims.check,
    meta.check,
    language.check,
    manner.check,
    house.check,
)
"""Every family that needs nothing but the field and its brief."""

READ_MAX = 600
"""A field longer than this many characters is refused unread, so that no draft can keep the rules busy."""


def inspect(
    draft: Draft, brief: Brief, *, forbidden: Sequence[str] = (), rules: CopyRules = NO_RULES
) -> tuple[Violation, ...]:
    """Return every breach a draft commits; only a draft without any may be shown.

    Args:
        draft: what a copywriter wrote, slots still open.
        brief: what it was told.
        forbidden: words and phrases the owner never wants to read.
        rules: what else the owner says about words.

    """
    return tuple(_breaches(draft, brief, forbidden, rules))


def _breaches(draft: Draft, brief: Brief, words: Sequence[str], rules: CopyRules) -> Iterator[Violation]:
    if language_of(brief.locale) in rules.languages_off:
        yield Violation("house.language_off", "body", brief.locale)
    if draft.writer != "house" and not claims.has_lexicon(brief.locale):
        yield Violation("claims.no_lexicon", "body", brief.locale)
    fields = (Field("headline", draft.headline, brief, rules), Field("body", draft.body, brief, rules))
    for field in fields:
        if len(field.text) > READ_MAX:
            yield field.breach("length.long", f"{len(field.text)} characters, unread")
            continue
        for family in FAMILIES:
            yield from family(field)
        yield from check_forbidden(field, words)
        if draft.writer != "house":
            yield from manner.check_address(field)
    if max(len(field.text) for field in fields) <= READ_MAX:
        yield from repeat.check(*fields)
        if draft.writer != "house":
            yield from generic.check(*fields)
