"""The published schema: JSON Schema made from the types the code itself decodes by; run it to write it anew."""

import json
from pathlib import Path
from typing import Any, get_args

import msgspec
from tests.wire.told import LogLine, SessionRow

from tarry.conform.spoken import CARRIED, Push, Taken, Word
from tarry.core.events import BODIES, Custom, Plain
from tarry.core.wire import KEYS_MAX, Beacon, Frame, RawEvent

Schema = dict[str, Any]
FOLDER = Path(__file__).parents[2] / "docs" / "schema"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
REF = "#/$defs/{name}"
EVENT = {"$ref": "#/$defs/Event"}


def documents() -> dict[str, Schema]:
    """Return every schema by the name of its file."""
    return {
        "client.json": _document("Frames a page sends", _carrying(*get_args(Frame))),
        "beacon.json": _document("The body of a beacon", _carrying(Beacon)),
        "event.json": _document("One event of a frame or beacon", _events()),
        "server.json": _document("Frames a server sends", _words()),
        "beacon_answer.json": _document("The answer to a beacon that asks for one", _plain(Taken)),
        "log_line.json": _document("One line of tarry log SESSION --json", _plain(*get_args(LogLine))),
        "session.json": _document("One line of tarry log --json", _plain(SessionRow)),
    }


def write() -> None:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    for name, schema in documents().items():
        (FOLDER / name).write_text(text(schema), encoding="utf-8")


def text(schema: Schema) -> str:
    """Return a schema as its file holds it."""
    return json.dumps(schema, indent=1, sort_keys=True) + "\n"


def _document(title: str, schema: Schema) -> Schema:
    told: Schema = _everywhere({"$schema": DRAFT, "title": f"{title} (tarry/1)", **schema})
    return told


def _plain(*types: type) -> Schema:
    """Return the schema of one of some types."""
    schemas, defs = msgspec.json.schema_components(types, ref_template=REF, schema_hook=_anything)
    one = schemas[0] if len(types) == 1 else {"oneOf": list(schemas)}
    return {**one, "$defs": defs}


def _carrying(*types: type) -> Schema:
    """Return the schema of types of which some carry events."""
    schema, events = _plain(*types), _events()
    defs = schema["$defs"]
    for carrier in ("Ev", "Beacon"):
        if carrier in defs:
            defs[carrier]["properties"]["e"]["items"] = EVENT
    inner = {"oneOf": events["oneOf"]}
    return {**schema, "$defs": {**events["$defs"], **defs, "Event": inner}}


def _events() -> Schema:
    """Return the schema of one event: for every name its own body."""
    types = tuple(dict.fromkeys(body for body in BODIES.values() if body is not Custom))
    fields = [(f.name, f.type) for f in msgspec.structs.fields(RawEvent) if f.name != "d"]
    outer = msgspec.defstruct("Envelope", fields)
    schemas, defs = msgspec.json.schema_components((*types, outer, Plain), ref_template=REF, schema_hook=_anything)
    refs = dict(zip(types, schemas, strict=False))
    envelope = defs.pop("Envelope")
    custom: Schema = {
        "type": "object",
        "description": (Custom.__doc__ or "").strip(),
        "properties": {"name": {"type": "string", "maxLength": 512}},
        "required": ["name"],
        "additionalProperties": schemas[-1],
        "maxProperties": 21,
    }
    defs["Custom"] = custom
    refs[Custom] = {"$ref": "#/$defs/Custom"}
    for schema in defs.values():
        if schema.get("type") == "object" and schema is not custom:
            schema["maxProperties"] = KEYS_MAX
    return {"oneOf": [_event(name, envelope, refs[body]) for name, body in BODIES.items()], "$defs": defs}


def _event(name: str, envelope: Schema, body: Schema) -> Schema:
    properties = {**envelope["properties"], "n": {"const": name}, "d": body}
    required = ["n", "dt", "v", *(() if name in _BARE else ("d",))]
    return {"type": "object", "title": name, "properties": properties, "required": required}


_BARE = frozenset(name for name, body in BODIES.items() if not any(f.required for f in msgspec.structs.fields(body)))
"""Events whose ``d`` may be left out: nothing in it is asked for."""


def _words() -> Schema:
    """Return the schema of a server's frames: a push is told apart by its kind as well."""
    carried = tuple(dict.fromkeys(CARRIED.values()))
    schemas, defs = msgspec.json.schema_components((*get_args(Word), *carried), ref_template=REF, schema_hook=_anything)
    refs = dict(zip((*get_args(Word), *carried), schemas, strict=True))
    push = defs.pop(Push.__name__)
    pushes = []
    for body in carried:
        kinds = [kind for kind, carries in CARRIED.items() if carries is body]
        properties = {**push["properties"], "kind": {"enum": kinds}, "d": refs[body]}
        pushes.append({**push, "title": f"Push of {body.__name__}", "properties": properties})
    frames = [refs[word] for word in get_args(Word) if word is not Push]
    return {"oneOf": [*frames, *pushes], "$defs": defs}


def _anything(_kind: type) -> Schema:
    """Return the schema of what may be anything."""
    return {"description": "anything"}


def _everywhere(node: Any) -> Any:
    """Return a schema in the words of the standard: its patterns end in ``$``, and it has no discriminators."""
    if isinstance(node, list):
        return [_everywhere(item) for item in node]
    if not isinstance(node, dict):
        return node
    told = {key: _everywhere(value) for key, value in node.items() if key != "discriminator"}
    if isinstance(told.get("pattern"), str):
        told["pattern"] = told["pattern"].replace(r"\Z", "$")
    return told


if __name__ == "__main__":
    write()
