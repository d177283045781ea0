"""Choosing among the owner's own passages: about this product first, in this language only, verbatim."""

from collections.abc import Iterable, Sequence

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
    passages: Iterable[Passage],
    *,
    sku: str,
    locale: str,
    tone: Tone,
    topics: Sequence[str] = (),
    compared: Sequence[str] = (),
) -> tuple[Passage, ...]:
    """Return the best passages for a product, of different kinds, as many as the tone bears; none when none fits.

    A passage fits when it is in the prompt's language and names the product, or names none. A passage about the
    product comes before a general one, one on a wanted topic before others, then the tone's order of kinds decides.
    Before them all comes a comparison of this product with another of those that are being ``compared``.
    """
    language = locale.split("-", maxsplit=1)[0].lower()
    fitting = [p for p in passages if p.locale.split("-")[0].lower() == language and (sku in p.skus or not p.skus)]
    order = KINDS[tone]
    others = set(compared) - {sku}

    def rank(passage: Passage) -> tuple[bool, bool, bool, int]:
        sets_apart = passage.kind == "compare" and sku in passage.skus and not others.isdisjoint(passage.skus)
        off_topic = set(topics).isdisjoint(passage.topics)
        return not sets_apart, sku not in passage.skus, off_topic, order.index(passage.kind)

    ranked = sorted(fitting, key=rank)
    chosen: dict[BlockKind, Passage] = {}
    for passage in ranked:
        chosen.setdefault(passage.kind, passage)
    return tuple(list(chosen.values())[: BLOCKS[tone]])
