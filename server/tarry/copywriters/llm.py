"""The model writer: asks any server that speaks OpenAI's Chat Completions, and waits no longer than it may."""

import asyncio
from collections.abc import Mapping
from typing import Annotated, Any, cast

import msgspec
from httpx2 import HTTPError, Timeout
from msgspec import Meta, Struct
from openai import APIConnectionError, APIStatusError, AsyncOpenAI, DefaultAsyncHttpx2Client, OpenAIError, omit

from tarry.copywriters.dialects import Dialect, FormatLadder, is_about_format
from tarry.copywriters.instructions import messages_for
from tarry.core.brief import Brief, Draft
from tarry.errors import CopywriterError

CONNECT_S = 2.0
"""Longest wait for a connection; a server that far away cannot answer in time."""
ANSWER_MAX_BYTES = 65_536
"""A longer answer is none: two sentences and their envelope need a hundredth of it."""


class _Text(Struct, frozen=True, forbid_unknown_fields=True):
    headline: Annotated[str, Meta(max_length=500)]
    body: Annotated[str, Meta(max_length=2000)]


class _Message(Struct, frozen=True):
    content: str | None = None


class _Choice(Struct, frozen=True):
    message: _Message


class _Answer(Struct, frozen=True):
    choices: list[_Choice]


class ModelWriter:
    """Writes drafts with a language model.

    Args:
        base_url: where the server's API begins (``http://localhost:8080/v1``), or ``None`` for OpenAI's own.
        model: the model's name there.
        api_key: the key; any text for servers that want none.
        dialect: how to ask for JSON; ``auto`` finds out at the first call and remembers.

    """

    def __init__(self, *, base_url: str | None, model: str, api_key: str, dialect: Dialect = "auto") -> None:
        self._model = model
        self._ladder = FormatLadder(dialect)
        self._client = AsyncOpenAI(
            base_url=base_url, api_key=api_key, max_retries=0, http_client=DefaultAsyncHttpx2Client()
        )

    @property
    def name(self) -> str:
        """Return the model's name."""
        return self._model

    async def write(self, brief: Brief, *, deadline_s: float) -> Draft:
        """Write a draft; a model that is late, away or babbling raises and is left alone.

        When the time is up, or the caller cancels, the connection is closed, so that the server can stop writing.

        Raises:
            CopywriterError: no usable draft in time; the message says why in few words.

        """
        try:
            async with asyncio.timeout(deadline_s):
                content = await self._ask(brief, deadline_s)
        except TimeoutError as exc:
            raise CopywriterError("too late") from exc
        text = _decode(content)
        return Draft(headline=text.headline, body=text.body, writer="model", model=self._model)

    async def aclose(self) -> None:
        """Close the connections; to be called once, at the end."""
        await self._client.close()

    async def _ask(self, brief: Brief, deadline_s: float) -> str:
        """Return what the model wrote, in the strictest form the server understands."""
        while True:
            form = self._ladder.current
            try:
                return _content(await self._call(brief, form, deadline_s))
            except APIStatusError as exc:
                if is_about_format(exc.status_code, exc.response.text) and self._ladder.step_down(form):
                    continue
                raise CopywriterError(f"model server answered {exc.status_code}") from exc
            except APIConnectionError as exc:
                raise CopywriterError("model server cannot be reached") from exc
            except (OpenAIError, HTTPError) as exc:
                raise CopywriterError(f"model call failed: {type(exc).__name__}") from exc

    async def _call(self, brief: Brief, form: Mapping[str, object] | None, deadline_s: float) -> bytes:
        raw = await self._client.chat.completions.with_raw_response.create(
            model=self._model,
            messages=cast("Any", messages_for(brief)),
            response_format=cast("Any", form) if form is not None else omit,
            timeout=Timeout(deadline_s, connect=min(CONNECT_S, deadline_s)),
        )
        return raw.http_response.content


def _content(answer: bytes) -> str:
    """Return the text in a server's answer; the client's own parsing trusts the server more than we do."""
    if len(answer) > ANSWER_MAX_BYTES:
        raise CopywriterError("model server's answer is too long")
    try:
        choices = msgspec.json.decode(answer, type=_Answer).choices
    except (msgspec.DecodeError, UnicodeDecodeError) as exc:
        raise CopywriterError("model server's answer is no chat completion") from exc
    content = choices[0].message.content if choices else None
    if not content:
        raise CopywriterError("model wrote nothing")
    return content


def _decode(content: str) -> _Text:
    """Return headline and body; a fence or a word around the one JSON object is passed over."""
    start, end = content.find("{"), content.rfind("}")
    try:
        return msgspec.json.decode(content[start : end + 1], type=_Text)
    except (msgspec.DecodeError, UnicodeError) as exc:
        raise CopywriterError("model wrote no headline and body") from exc
