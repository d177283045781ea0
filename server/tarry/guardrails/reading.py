"""Reading one finished text: the same rules as for a draft, with facts that are written out instead of slots."""

from collections.abc import Iterable, Sequence

from tarry.core.brief import Brief, Draft, Fact, Tone, Violation
from tarry.core.copyrules import CopyRules
from tarry.guardrails.field import NO_RULES
from tarry.guardrails.inspect import inspect


def read(
    text: str,
    *,
    locale: str = "en",
    tone: Tone = "plain",
    facts: Iterable[Fact] = (),
    forbidden: Sequence[str] = (),
    rules: CopyRules = NO_RULES,
) -> tuple[Violation, ...]:
    """Return what a text breaches as the body of a prompt somebody else than the house wrote.

    Args:
        text: the text, facts written out or as slots.
        locale: its language, by whose rules numbers are read.
        tone: how it may sound.
        facts: what is true and may be said.
        forbidden: words and phrases the owner never wants to read.
        rules: what else the owner says about words.

    """
    about = Brief("", "reassure", "", "doubt", tone, "card", locale, "", "shop", tuple(facts))
    found = inspect(Draft("•", text, "model"), about, forbidden=forbidden, rules=rules)
    return tuple(violation for violation in found if violation.where == "body")
