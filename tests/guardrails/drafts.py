"""Drafts to put before the guardrails."""

from typing import Literal

from tests.copywriters.rendered import brief

from tarry.core.brief import Brief, Draft, Violation
from tarry.guardrails.field import Field
from tarry.guardrails.inspect import inspect

FACTS = {"product": "Walnut side table", "price": "€129.00"}
CART = {"product": "Walnut side table", "count": "3", "total": "€387.00"}
CALM = "Here is what may help you decide, in plain words."


def field(text: str, *, where: Literal["headline", "body"] = "body", about: Brief | None = None) -> Field:
    """Return one field of a draft about a product with a price."""
    return Field(where, text, about or brief(facts=FACTS))


def breaches(body: str, *, headline: str = "A closer look", about: Brief | None = None) -> tuple[Violation, ...]:
    """Return what a model's draft with this body breaches."""
    return inspect(Draft(headline, body, "model", "fake"), about or brief(facts=FACTS))


def rules(body: str, *, headline: str = "A closer look", about: Brief | None = None) -> set[str]:
    """Return the names of the rules a model's draft with this body breaches."""
    return {violation.rule for violation in breaches(body, headline=headline, about=about)}


def cart(locale: str = "en") -> Brief:
    """Return a brief about a left cart, with a count and a total."""
    return brief("resurface_cart", "return_visit", subject="cart", tone="plain", locale=locale, facts=CART)
