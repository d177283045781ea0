"""What is wrong with a file of the owner's, in words that name key, bad value and cure."""

import re
from typing import Any

from msgspec import inspect

VALUE_MAX = 120
"""Longest bad value or key that is told whole, in characters."""
CURES = {
    "currency": "write an ISO 4217 code in capitals, such as EUR",
    "locale": "write a language tag, such as en or de-AT",
    "stand_in": "write a language tag, such as en or de-AT",
    "key": "write 3 to 64 letters, digits, - or _",
    "origins": 'write a list with at least one origin, such as ["https://shop.example"]',
}
"""What to write instead, by key; for other keys the expected type tells."""
SHAPES = {
    "name": "write small letters, digits and _, a letter first, 40 at most",
    "segment": "write small letters, digits and _, a letter first, 40 at most",
    "holdout_seed": "write letters, digits, - or _, 64 at most",
}
"""What a text has to look like, by key, where a pattern would tell an owner little."""
TYPES = {
    "bool": "write true or false",
    "int": "write a whole number",
    "float": "write a number",
    "str": 'write a text in "quotes"',
    "array": "write a list in [brackets]",
    "object": "write a table",
}


def explain(message: str, data: Any, to: type) -> str:
    """Turn a decoder's complaint into key, bad value and cure.

    Args:
        message: what msgspec says.
        data: what was to be read.
        to: the type it was to be read as.

    """
    text, _, place = message.partition(" - at `")
    place = place.rstrip("`")
    if place.startswith(_OF_A_NAME):
        return _misnamed(place.removeprefix(_OF_A_NAME), text, data)
    place = _entered(place, text, data)
    key = _short(place.removeprefix("$."))
    unknown = re.search(r"unknown field `([^`]+)`", text)
    if unknown is not None:
        return f"{unknown.group(1)}: unknown key{_inside(key)}; check its spelling, or take it out"
    missing = re.search(r"missing required field `([^`]+)`", text)
    if missing is not None:
        return f"{missing.group(1)}: missing{_inside(key)}; add it"
    if key in ("", "$"):
        # What contradicts itself is told by itself; the whole file is no value to repeat.
        return text
    return f"{key} = {_short(repr(_at(data, place)))}: {_cure(key, text, _words(to, place))}"


_OF_A_NAME = "key` in `"
"""How a complaint begins its place where it is about the name of an entry, not what stands under it."""


def _misnamed(place: str, text: str, data: Any) -> str:
    """Say which entry of a table has a name that cannot be."""
    shape = re.search(r"matching regex '(.+)'", text)
    pattern = shape[1].replace("\\\\", "\\") if shape is not None else "$^"
    names = [name for name in _at(data, place) or {} if re.search(pattern, name) is None]
    return f"{place.removeprefix('$.')}: {_short(repr(names[0] if names else ''))} is no name; {SHAPES['name']}"


def _entered(place: str, text: str, data: Any) -> str:
    """Return a place with the names of entries, which the decoder leaves out: those of the value that is wrong."""
    while "[...]" in place:
        before, _, after = place.partition("[...]")
        table = _at(data, before)
        names = list(table) if isinstance(table, dict) else []
        told = [name for name in names if repr(_at(table[name], after)) in text]
        place = f"{before}.{next(iter(told or names), '')}{after}"
    return place


def _inside(key: str) -> str:
    return "" if key in ("", "$") else f" in {key}"


def _short(text: str) -> str:
    return text if len(text) <= VALUE_MAX else f"{text[:VALUE_MAX]} …"


def _cure(key: str, text: str, words: tuple[str, ...]) -> str:
    name = re.sub(r"\[[^\]]*\]", "", key).rpartition(".")[2]
    if name in CURES:
        return CURES[name]
    if "enum" in text and words:
        return f"write {', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else f"write {words[0]}"
    shape = re.search(r"matching regex '(.+)'", text)
    if shape is not None:
        return SHAPES.get(name, f'write a text in "quotes" that matches {shape[1]}')
    expected = re.search(r"Expected `(\w+)", text)
    wanted = TYPES.get(expected[1] if expected is not None else "", f"{text[0].lower()}{text[1:]}")
    bound = re.search(r"(<=|>=) ([\d.e+]+)", text)
    if bound is None:
        return wanted
    limit = f"{float(bound[2]):g}"
    return f"{wanted}, {'at most' if bound[1] == '<=' else 'at least'} {limit}"


def _at(data: Any, place: str) -> Any:
    for name, index in _steps(place):
        try:
            data = data[name] if name else data[int(index)]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _words(to: type, place: str) -> tuple[str, ...]:
    """Return the words that may stand at a place, none where other things than words may."""
    found = [inspect.type_info(to)]
    for name, index in _steps(place):
        found = [inner for one in found for inner in _within(one, name, index)]
    return tuple(str(word) for one in found if isinstance(one, inspect.LiteralType) for word in one.values)


def _within(one: inspect.Type, name: str, index: str) -> list[inspect.Type]:
    """Return the types of what lies a step inside a type: a field by its name, or an item."""
    match one:
        case inspect.Metadata():
            inner = [one.type]
        case inspect.StructType() if name:
            inner = [field.type for field in one.fields if field.encode_name == name]
        case inspect.DictType() if name:
            inner = [one.value_type]
        case inspect.VarTupleType() | inspect.ListType() if index:
            inner = [one.item_type]
        case _:
            inner = []
    return [part for found in inner for part in (found.types if isinstance(found, inspect.UnionType) else (found,))]


def _steps(place: str) -> list[tuple[str, str]]:
    return re.findall(r"\.(\w+)|\[(\d+)\]", place)
