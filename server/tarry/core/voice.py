"""Voices: how the words sound to a segment's visitors, or where a playbook speaks."""

from typing import Annotated

from msgspec import Meta, Struct

from tarry.core.brief import Formality, Length, Tone


class Voice(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """``[voice.NAME]`` of the house rules: what is not given stays as it is everywhere else.

    ``text`` tells a model writer how the brand speaks, in a sentence or two.
    """

    tone: Tone | None = None
    formality: Formality | None = None
    length: Length | None = None
    text: Annotated[str, Meta(max_length=1000)] = ""
