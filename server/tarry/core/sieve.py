"""What a page told of one event, without what could name a person: every text of every kind of event."""

import re
from collections.abc import Callable
from typing import Any, cast

import msgspec
from msgspec.structs import replace

from tarry.core import events
from tarry.core.addresses import host, link, of_people, page_path, picture
from tarry.core.events import Body, Custom, PageView
from tarry.core.scrub import PRIVATE, is_personal, scrub, scrub_key

Clean = Callable[[str], str | None]
KNOWN_MOST = 4_096
"""Most texts of one kind that are remembered as naming nobody; a shop's goods and pages come again and again."""


class _Remembering:
    """Cleans a text, and remembers which had nothing to take out: only those, so that nobody's name is ever kept."""

    def __init__(self, clean: Clean) -> None:
        self._clean = clean
        self._known: dict[str, None] = {}

    def __call__(self, text: str) -> str | None:
        if text in self._known:
            return text
        after = self._clean(text)
        if after != text:
            return after
        if len(self._known) >= KNOWN_MOST:
            del self._known[next(iter(self._known))]
        self._known[text] = None
        return text


ADDRESSES: dict[str, Clean] = {
    name: _Remembering(clean)
    for name, clean in (("path", page_path), ("url", link), ("image", picture), ("ref_host", host))
}
KEYS = frozenset({"sku", "order"})
"""Numbers of goods and of orders, which may look like a telephone's."""
PLAIN = frozenset({"price", "currency", "total", "value", "cost", "old", "new", "hash"})
"""Texts whose shape leaves no room for anything else."""
SMALL = 10_000_000
"""Numbers up to here are too short to be anybody's."""
_text = _Remembering(scrub)
_key = _Remembering(scrub_key)
_name = _Remembering(lambda name: None if is_personal(name) else scrub(name))
_PROOF = re.compile(r"[0-9A-Za-z+/=_-]{16,128}")


def sift(body: Body) -> Body:
    """Return a body whose texts name nobody; the same one where there was nothing to take out."""
    if isinstance(body, Custom):
        return _own(body)
    changed: dict[str, object] = {}
    for name, clean in _TEXTS[type(body)]:
        before = getattr(body, name)
        if before:
            after = clean(before)
            if after is not before and after != before:
                changed[name] = after
    if isinstance(body, PageView) and body.title and (of_people(body.path) or body.kind in ("checkout", "thanks")):
        changed["title"] = None
    return replace(body, **changed) if changed else body


def _own(body: Custom) -> Custom:
    fields: dict[str, Any] = {}
    for key, value in body.fields.items():
        name = _name(key)
        if name is None:
            fields[scrub(key)] = PRIVATE
        else:
            fields[name] = _text(value) if isinstance(value, str) else _number(value)
    label = scrub(body.name)
    return body if label == body.name and fields == body.fields else Custom(name=label, fields=fields)


def _number(value: Any) -> Any:
    """Return a number of the shop's own, unless it is a card's or a telephone's."""
    if value is None or isinstance(value, bool) or -SMALL < value < SMALL:
        return value
    return value if scrub(repr(value)) == repr(value) else PRIVATE


def _detail(value: Any) -> Any:
    if isinstance(value, str):
        return scrub(value)
    return {scrub(key): PRIVATE if is_personal(key) else scrub(text) for key, text in value.items()}


def _proof(text: str) -> str | None:
    """Return a shop's proof as it is: its bytes are random, and say who somebody is to the shop alone."""
    return text if _PROOF.fullmatch(text) is not None else None


def _lines(lines: Any) -> Any:
    after = tuple(cast("events.Line", sift(line)) for line in lines)
    return lines if all(a is b for a, b in zip(after, lines, strict=True)) else after


def _texts(body: type[Body]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Return the fields of a kind of event that may hold a text of the page's, and what cleans each."""
    found: list[tuple[str, Callable[[Any], Any]]] = []
    for field in msgspec.inspect.type_info(body).fields:  # type: ignore[attr-defined]
        if field.name in PLAIN or not _is_text(field.type):
            continue
        special: dict[str, Callable[[Any], Any]] = {"lines": _lines, "detail": _detail, "proof": _proof, **ADDRESSES}
        found.append((field.name, special.get(field.name, _key if field.name in KEYS else _text)))
    return tuple(found)


def _is_text(kind: Any) -> bool:
    """Tell whether a field may hold a text, or things with texts in them."""
    if isinstance(kind, msgspec.inspect.UnionType):
        return any(_is_text(one) for one in kind.types)
    return isinstance(kind, msgspec.inspect.StrType | msgspec.inspect.VarTupleType | msgspec.inspect.DictType)


_KINDS: set[type[Body]] = {*events.BODIES.values(), events.Line}
_TEXTS = {body: _texts(body) for body in _KINDS if body is not Custom}
