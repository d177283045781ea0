"""Passages in a Markdown file: every heading begins one, and what stands under it says which kind it is."""

import re
from collections.abc import Iterator
from itertools import groupby

from tarry.core.briefing import TOPICS

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_ATTRIBUTES = re.compile(r"\s*\{([^{}]*)\}\s*\Z")
_ATTRIBUTE = re.compile(r'#(?P<id>[\w.-]+)|(?P<name>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))')
_RULE = re.compile(r"\|?[\s:|-]+\|?")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.*)")
_LOCALE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_KNOWN_TOPICS = frozenset(topic for topics in TOPICS.values() for topic in topics)
_MARKUP = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__|`)(.+?)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])"), r"\1"),
)
"""What is marked up reads as plain words; pictures go. A prompt draws text, never HTML."""

Section = tuple[int, str, list[str]]
"""The line a heading stands on, the heading, and the lines under it."""


def read_markdown(text: str, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the passages of a file, each with its place, by the names of ``PassageTable``.

    A block of ``key: value`` lines between ``---`` at the top holds for the whole file, ``{#id key=value}`` after a
    heading for its passage. A quotation is a ``quote``, a table a ``compare``, a list a ``benefit``, all else a
    ``faq``, unless ``kind`` says otherwise. A file called ``returns.de.md`` is on returns, in German.

    Args:
        text: the file.
        name: its name, for what it says of topic and language.

    """
    lines = text.splitlines()
    shared, first = _front(lines)
    shared = {**_of_name(name), **shared}
    for number, heading, under in _sections(lines, first):
        title, own = _attributes(heading)
        for nth, (kind, block) in enumerate(_blocks(under), 1):
            told = {**shared, **own, "title": _plain(title), "text": block}
            told.setdefault("kind", kind)
            if "id" in told and nth > 1:
                told["id"] += f".{nth}"
            yield f"line {number}", {key: value for key, value in told.items() if value}


def _front(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return what the top of a file says of all its passages, and the number of the first line after it."""
    if not lines or lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:]]:
        return {}, 0
    end = [line.strip() for line in lines[1:]].index("---") + 1
    pairs = [line.partition(":") for line in lines[1:end] if line.strip()]
    return {key.strip().lower(): value.strip().strip("[]\"'") for key, _, value in pairs}, end + 1


def _of_name(name: str) -> dict[str, str]:
    """Return topic and language, where the parts of a file's name are such."""
    parts = name.split(".")[:-1]
    topics = [part for part in parts if part in _KNOWN_TOPICS]
    locales = [part for part in parts[1:] if _LOCALE.fullmatch(part)]
    return {**({"topics": topics[0]} if topics else {}), **({"locale": locales[-1]} if locales else {})}


def _sections(lines: list[str], first: int) -> Iterator[Section]:
    heading, at, under = "", first + 1, list[str]()
    for number, line in enumerate(lines[first:], first + 1):
        found = _HEADING.fullmatch(line)
        if found is None:
            under.append(line)
            continue
        yield at, heading, under
        heading, at, under = found[1], number, []
    yield at, heading, under


def _attributes(heading: str) -> tuple[str, dict[str, str]]:
    found = _ATTRIBUTES.search(heading)
    if found is None:
        return heading, {}
    own: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(found[1]):
        if one["id"]:
            own["id"] = one["id"]
        else:
            own[one["name"]] = one["quoted"] if one["quoted"] is not None else one["bare"]
    return heading[: found.start()], own


def _blocks(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what stands under a heading in passages: a kind and a text for every run of lines of one kind."""
    for kind, run in groupby(_told(lines), key=lambda line: line[0]):
        told = [text for _, text in run]
        paragraphs = "\n".join(told).strip() if kind in ("compare", "benefit") else _paragraphs(told)
        if paragraphs:
            yield kind, paragraphs


def _told(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield every line with the kind of passage it belongs to; a blank one belongs to what came before it."""
    kind = "faq"
    for line in lines:
        bare = line.strip()
        item = _ITEM.fullmatch(line)
        if bare.startswith(">"):
            kind, bare = "quote", bare.lstrip("> ")
        elif bare.startswith("|"):
            kind = "compare"
            if _RULE.fullmatch(bare):
                continue
        elif item is not None:
            kind, bare = "benefit", item[1]
        elif bare and (kind != "benefit" or not line.startswith((" ", "\t"))):
            kind = "faq"
        if bare or kind in ("faq", "quote"):
            yield kind, _plain(bare)


def _paragraphs(lines: list[str]) -> str:
    """Return lines as paragraphs: those of one are joined, blank lines part them."""
    runs = [" ".join(run) for full, run in groupby(lines, key=bool) if full]
    return "\n\n".join(runs)


def _plain(text: str) -> str:
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    return text.strip()
