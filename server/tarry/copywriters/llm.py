"""The model writer: asks any server that speaks OpenAI's Chat Completions, and waits no longer than it may."""

import asyncio
import hashlib
import time
from collections.abc import Mapping
from typing import Annotated, Any, cast

import msgspec
from httpx2 import HTTPError, Timeout
from msgspec import Meta, Struct
from openai import APIConnectionError, APIStatusError, AsyncOpenAI, DefaultAsyncHttpx2Client, OpenAIError, omit

from tarry.copywriters.dialects import Dialect, FormatLadder, is_about_format
from tarry.copywriters.instructions import PURPOSES, messages_for
from tarry.copywriters.race import Pace, TransientError, race
from tarry.core.brief import Brief, Draft
from tarry.core.spending import Usage
from tarry.errors import CopywriterError, NothingToSay

CONNECT_S = 2.0
"""Longest wait for a connection; a server that far away cannot answer in time."""
ANSWER_MAX_BYTES = 65_536
"""A longer answer is none: two sentences and their envelope need a hundredth of it."""
ANSWER_TOKENS = 200
"""Two sentences in JSON take about 60 tokens, twice that in some scripts."""
SERVER_FAULT = 500
"""From this status on the fault is the server's own, and may pass."""
WARM_UP_S = 10.0
"""Longest wait for a first answer; a model may have to be loaded."""
_SAMPLE = Brief("warm-up", "reassure", "dwell", "doubt", "plain", "toast", "en", "warm-up", "product", ())
"""A brief of nobody, to try a server with."""


class _Text(Struct, frozen=True, forbid_unknown_fields=True):
    headline: Annotated[str, Meta(max_length=500)]
    body: Annotated[str, Meta(max_length=2000)]


class _Message(Struct, frozen=True):
    content: str | None = None


class _Choice(Struct, frozen=True):
    message: _Message


class _Tokens(Struct, frozen=True):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: dict[str, Any] | None = None


class _Answer(Struct, frozen=True):
    choices: list[_Choice]
    usage: _Tokens | None = None


class ModelWriter:
    """Writes drafts with a language model.

    Args:
        base_url: where the server's API begins (``http://localhost:8080/v1``), or ``None`` for OpenAI's own.
        model: the model's name there.
        api_key: the key; any text for servers that want none.
        dialect: how to ask for JSON; ``auto`` finds out at the first call and remembers.
        hedge: whether a second try is begun when the first fails in passing or is slower than nine in ten.
        extra: what else the server wants in every request, such as ``{"service_tier": "default"}``.

    """

    def __init__(
        self,
        *,
        base_url: str | None,
        model: str,
        api_key: str,
        dialect: Dialect = "auto",
        hedge: bool = True,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._model = model
        self._ladder = FormatLadder(dialect)
        self._pace = Pace()
        self._hedge = hedge
        # What visitors do is not to be kept by others; only OpenAI's own server knows the word for it.
        self._extra = {**({"store": False} if base_url is None else {}), **(extra or {})}
        self._client = AsyncOpenAI(
            base_url=base_url, api_key=api_key, max_retries=0, http_client=DefaultAsyncHttpx2Client()
        )

    @property
    def name(self) -> str:
        """Return the model's name."""
        return self._model

    def situation(self, brief: Brief) -> str | None:
        """Return what the model would be told: no fact is in it, so any brief of the same text may share the words."""
        if brief.play not in PURPOSES:
            return None
        told = msgspec.json.encode([self._model, messages_for(brief)])
        return hashlib.blake2b(told, digest_size=16).hexdigest()

    def estimate(self, brief: Brief) -> Usage:
        """Return the most that writing may take: two tries, a token for every two characters told, a long answer."""
        if brief.play not in PURPOSES:
            return Usage(calls=0)
        told = sum(len(message["content"]) for message in messages_for(brief))
        tries = 2 if self._hedge else 1
        return Usage(tries, tries * (told // 2 + 1), tries * ANSWER_TOKENS)

    async def warm_up(self) -> str:
        """Open a connection and find out how the server wants to be asked.

        Raises:
            CopywriterError: it does not answer, or not usably.

        """
        began = time.monotonic()
        await self.write(_SAMPLE, deadline_s=WARM_UP_S)
        form = self._ladder.current
        kind = str(form["type"]) if form is not None else "text"
        return f"the model {self._model} answers in {kind} after {round((time.monotonic() - began) * 1000)} ms"

    async def write(self, brief: Brief, *, deadline_s: float) -> Draft:
        """Write a draft; a model that is late, away or babbling raises and is left alone.

        When the time is up, or the caller cancels, the connection is closed, so that the server can stop writing.

        Raises:
            NothingToSay: it is an offer: that is a promise, and only words that people wrote make one.
            CopywriterError: no usable draft in time; the message says why in few words.

        """
        if brief.play not in PURPOSES:
            raise NothingToSay(f"{brief.play} is in people's words alone")
        tries: list[float] = []

        async def ask() -> _Said:
            tries.append(time.monotonic())
            return await self._ask(brief, deadline_s)

        try:
            async with asyncio.timeout(deadline_s):
                said = await race(ask, self._pace, second=self._hedge)
        except TimeoutError as exc:
            raise CopywriterError("too late") from exc
        self._pace.add(time.monotonic() - tries[0])
        text = _decode(said.text)
        # Of a try that was cut short nobody tells what it took: it is counted like the one that came through.
        took = Usage(len(tries), said.tokens_in * len(tries), said.tokens_out * len(tries), said.cached)
        return Draft(headline=text.headline, body=text.body, writer="model", model=self._model, usage=took)

    async def aclose(self) -> None:
        """Close the connections; to be called once, at the end."""
        await self._client.close()

    async def _ask(self, brief: Brief, deadline_s: float) -> "_Said":
        """Return what the model wrote, in the strictest form the server understands."""
        while True:
            form = self._ladder.current
            try:
                return _read(await self._call(brief, form, deadline_s))
            except APIStatusError as exc:
                if is_about_format(exc.status_code, exc.response.text) and self._ladder.step_down(form):
                    continue
                kind = TransientError if exc.status_code >= SERVER_FAULT else CopywriterError
                raise kind(f"model server answered {exc.status_code}") from exc
            except APIConnectionError as exc:
                raise TransientError("model server cannot be reached") from exc
            except (OpenAIError, HTTPError) as exc:
                raise CopywriterError(f"model call failed: {type(exc).__name__}") from exc

    async def _call(self, brief: Brief, form: Mapping[str, object] | None, deadline_s: float) -> bytes:
        raw = await self._client.chat.completions.with_raw_response.create(
            model=self._model,
            messages=cast("Any", messages_for(brief)),
            response_format=cast("Any", form) if form is not None else omit,
            timeout=Timeout(deadline_s, connect=min(CONNECT_S, deadline_s)),
            extra_body=self._extra or None,
        )
        return raw.http_response.content


class _Said(Struct, frozen=True):
    text: str
    tokens_in: int
    tokens_out: int
    cached: int


def _read(answer: bytes) -> _Said:
    """Return the text in a server's answer and what it took; the client's own parsing trusts the server more."""
    if len(answer) > ANSWER_MAX_BYTES:
        raise CopywriterError("model server's answer is too long")
    try:
        read = msgspec.json.decode(answer, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError) as exc:
        raise CopywriterError("model server's answer is no chat completion") from exc
    content = read.choices[0].message.content if read.choices else None
    if not content:
        raise CopywriterError("model wrote nothing")
    # A server that does not count is counted for: about four characters a token.
    told = read.usage or _Tokens(completion_tokens=len(content) // 4 + 1)
    cached = (told.prompt_tokens_details or {}).get("cached_tokens")
    return _Said(
        content,
        max(told.prompt_tokens, 0),
        max(told.completion_tokens, 0),
        cached if isinstance(cached, int) and cached > 0 else 0,
    )


def _decode(content: str) -> _Text:
    """Return headline and body; a fence or a word around the one JSON object is passed over."""
    start, end = content.find("{"), content.rfind("}")
    try:
        return msgspec.json.decode(content[start : end + 1], type=_Text)
    except (msgspec.DecodeError, UnicodeError) as exc:
        raise CopywriterError("model wrote no headline and body") from exc
