"""Choosing among the owner's own passages: about this product first, in this language only, verbatim."""

from collections.abc import Sequence

from tarry.core.brief import BlockKind, Passage, Tone

BLOCKS: dict[Tone, int] = {"direct": 2, "plain": 1, "soft": 1}
"""Passages under one prompt, by tone: a soft word holds one thought; somebody who studies a product reads two."""
KINDS: dict[Tone, tuple[BlockKind, ...]] = {
    "direct": ("faq", "compare", "quote", "benefit"),
    "plain": ("faq", "benefit", "quote", "compare"),
    "soft": ("benefit", "quote", "faq", "compare"),
}
"""Which kind of passage goes first in which tone: answers for the direct word, worth and voices for the soft one."""


def pick_passages(
    passages: Sequence[Passage], *, sku: str, locale: str, tone: Tone, topics: Sequence[str] = ()
) -> tuple[Passage, ...]:
    """Return the best passages for a product, of different kinds, as many as the tone bears; none when none fits.

    A passage fits when it is in the prompt's language and names the product, or names none. A passage about the
    product comes before a general one, one on a wanted topic before others, then the tone's order of kinds decides.
    """
    language = locale.split("-", maxsplit=1)[0].lower()
    fitting = [p for p in passages if p.locale.split("-")[0].lower() == language and (sku in p.skus or not p.skus)]
    order = KINDS[tone]
    ranked = sorted(fitting, key=lambda p: (sku not in p.skus, not set(topics) & set(p.topics), order.index(p.kind)))
    chosen: dict[BlockKind, Passage] = {}
    for passage in ranked:
        chosen.setdefault(passage.kind, passage)
    return tuple(list(chosen.values())[: BLOCKS[tone]])
