"""The ways of asking a server for JSON: each knows another part of the same wire."""

import re
from collections.abc import Mapping
from typing import Literal

Dialect = Literal["auto", "json_schema", "json_object", "text"]
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "body": {"type": "string"}},
    "required": ["headline", "body"],
    "additionalProperties": False,
}
"""Flat and without lengths: grammars that know lengths cut words in half, and subsets of JSON Schema differ."""
STRICT: Mapping[str, object] = {
    "type": "json_schema",
    "json_schema": {"name": "draft", "strict": True, "schema": SCHEMA},
}
LOOSE: Mapping[str, object] = {"type": "json_object", "schema": SCHEMA}
"""How llama.cpp's Python server wants its schema."""
OBJECT: Mapping[str, object] = {"type": "json_object"}
FORMATS: Mapping[Dialect, tuple[Mapping[str, object] | None, ...]] = {
    "auto": (STRICT, LOOSE, OBJECT, None),
    "json_schema": (STRICT,),
    "json_object": (OBJECT,),
    "text": (None,),
}
"""The values of ``response_format`` to try in turn; ``None`` leaves it out."""
_COMPLAINT = re.compile(r"response.?format|json.?schema|json.?object|schema|grammar|structured", re.IGNORECASE)

_FIELD = re.compile(r"response_format")


class FormatLadder:
    """Remembers, for as long as the process lives, the best form of request a server has understood.

    Args:
        dialect: ``auto`` to begin at the strictest and step down, else the only one to use.

    """

    def __init__(self, dialect: Dialect) -> None:
        self._formats = FORMATS[dialect]
        self._rung = 0

    @property
    def current(self) -> Mapping[str, object] | None:
        """The ``response_format`` to send now, or ``None`` for none."""
        return self._formats[self._rung]

    def step_down(self, refused: Mapping[str, object] | None) -> bool:
        """Go one rung below a refused form; tell whether there is another to try.

        Several calls may be refused at once: only the first of them moves the ladder.
        """
        if self.current is not refused:
            return True
        if self._rung + 1 == len(self._formats):
            return False
        self._rung += 1
        return True


def is_about_format(status: int, complaint: str) -> bool:
    """Tell whether a refusal is one of the form of the request, not of its content.

    llama.cpp's Python server tells of a form it does not know as of a fault of its own, naming the field.
    """
    if status in {400, 422}:
        return _COMPLAINT.search(complaint) is not None
    return status in {500, 501} and _FIELD.search(complaint) is not None
