"""A local server that speaks OpenAI's Chat Completions, and misbehaves in every way we have met.

Run it with ``python tests/fakes/model_server.py --port 8105 --mode good``, or in a test as a context manager.
"""

import argparse
import asyncio
import json
import re
import socket
import threading
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, Self, get_args

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

Mode = Literal[
    "good", "slow", "drip", "hang", "error500", "rate_limited", "garbage", "html", "no_choices", "no_schema",
    "text_only", "bad_request", "markup", "discount", "wrong_price", "unknown_slot", "url", "obey", "long", "empty",
    "urgency",
]  # fmt: skip
SLOW_S = 5.0
DRIP_S = 0.1
POLL_S = 0.01

GOOD = {
    ("en", "reassure"): ("A calm second look", "Here is what may help you decide{about}, in plain words."),
    ("en", "remind"): ("Where you were", "You can go back{about} whenever it suits you."),
    ("en", "resurface_cart"): ("Your cart is still here", "What you chose is still in it{about}. One tap leads back."),
    ("de", "reassure"): ("In Ruhe noch einmal ansehen", "Hier steht, was Ihnen beim Entscheiden helfen kann{about}."),
    ("de", "remind"): ("Wo Sie waren", "Sie können dort weitermachen, wann immer es Ihnen passt{about}."),
    ("de", "resurface_cart"): ("Ihr Warenkorb ist noch da", "Was Sie gewählt haben, liegt noch darin{about}."),
}
ABOUT = {"reassure": " about {slot}", "remind": " to {slot}", "resurface_cart": ", {slot} too"}
HOSTILE = {
    "markup": ("<b>Look</b>", "<img src=x onerror=alert(1)> **Really** worth [it](javascript:alert(1))."),
    "discount": ("A treat for you", "Take 20% off with code SAVE20 at checkout."),
    "wrong_price": ("A better price", "Now only €9.99 instead of €24.00."),
    "unknown_slot": ("About {product}", "Use {coupon_code} and see {rating} stars."),
    "url": ("Read more", "Everything about it is on www.example.com/deal or https://example.com."),
    "long": ("A headline that goes on and on and on without ever coming to a point", "Still more of it. " * 30),
    "empty": ("", " "),
    "urgency": ("Hurry, almost gone", "Only a few left, and many people are looking at it right now."),
}
_ORDER = re.compile(
    r"(?:ignore|disregard|forget|override|system\s*:|important\s*:|new rules?)[^\"]{0,120}?"
    r"\b(?:say|write|tell (?:them|everyone|the shopper|shoppers)|announce|reply with)\b[:\s]*([^\"\\]{3,200})",
    re.IGNORECASE,
)


@dataclass
class ModelServer:
    """The server, in a thread of its own on a loopback port; set ``mode`` at any time; what hangs goes on then.

    ``says`` is what it writes whatever it is asked, headline and body, in place of the mode's words.
    ``requests`` holds every body received, ``disconnected_at`` the times (``time.monotonic``) callers hung up.
    """

    mode: Mode = "good"
    says: tuple[str, str] | None = None
    port: int = 0
    requests: list[dict[str, object]] = field(default_factory=list)
    disconnected_at: list[float] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)
    received: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._closing = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", self.port))
        self.port = self._socket.getsockname()[1]
        config = uvicorn.Config(self.app(), log_level="error", lifespan="off", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._run, name="model-server", daemon=True)

    @property
    def base_url(self) -> str:
        """Where the API begins."""
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.set()
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._socket.close()

    def _run(self) -> None:
        asyncio.run(self._server.serve(sockets=[self._socket]))

    def serve_here(self) -> None:
        """Serve in this thread until interrupted."""
        with suppress(KeyboardInterrupt):
            self._run()
        self._socket.close()

    def app(self) -> Starlette:
        """Return the app: the one call of the API, what was asked, and a switch for the mode."""
        return Starlette(
            routes=[
                Route("/v1/chat/completions", self._complete, methods=["POST"]),
                Route("/v1/models", self._models),
                Route("/requests", self._requests),
                Route("/mode", self._set_mode, methods=["POST"]),
            ]
        )

    async def _models(self, _request: Request) -> Response:
        return JSONResponse({"object": "list", "data": [{"id": "fake", "object": "model"}]})

    async def _requests(self, _request: Request) -> Response:
        return JSONResponse({"requests": self.requests, "disconnects": len(self.disconnected_at)})

    async def _set_mode(self, request: Request) -> Response:
        wanted = (await request.body()).decode().strip()
        if wanted not in get_args(Mode):
            return Response(status_code=400)
        self.mode = wanted  # type: ignore[assignment]
        return Response(status_code=204)

    async def _complete(self, request: Request) -> Response:
        asked: dict[str, object] = await request.json()
        self.requests.append(asked)
        self.received.set()
        mode = self.mode
        refusal = _refusal(mode, asked)
        if refusal is not None:
            return refusal
        if mode in {"slow", "hang"}:
            await self._wait(request, SLOW_S if mode == "slow" else float("inf"))
            mode = self.mode
        if mode == "html":
            return HTMLResponse("<html><body>Welcome to the proxy</body></html>")
        if mode == "no_choices":
            return JSONResponse({"object": "chat.completion", "choices": []})
        answer = _completion(asked, _draft(*self.says) if self.says else _content(mode, asked))
        if mode == "drip":
            return StreamingResponse(self._drip(json.dumps(answer)), media_type="application/json")
        return JSONResponse(answer)

    async def _wait(self, request: Request, seconds: float) -> None:
        """Wait, but no longer than the mode lasts, watching whether the caller is still there."""
        ends, mode = time.monotonic() + seconds, self.mode
        while time.monotonic() < ends and self.mode == mode and not self._closing.is_set():
            if await request.is_disconnected():
                self._note_hang_up()
                return
            await asyncio.sleep(POLL_S)

    async def _drip(self, text: str) -> AsyncIterator[bytes]:
        """Send one byte at a time, slower than anyone can wait for, yet never silent."""
        finished = False
        try:
            for byte in text.encode():
                if self._closing.is_set():
                    break
                yield bytes([byte])
                await asyncio.sleep(DRIP_S)
            finished = True
        finally:
            if not finished:
                self._note_hang_up()

    def _note_hang_up(self) -> None:
        self.disconnected_at.append(time.monotonic())
        self.hung_up.set()


def _refusal(mode: Mode, asked: dict[str, object]) -> Response | None:
    form = asked.get("response_format")
    kind = form.get("type") if isinstance(form, dict) else None
    if mode == "error500":
        return _error(500, "internal error", "server_error")
    if mode == "rate_limited":
        return _error(429, "slow down", "rate_limit_exceeded", {"retry-after": "3"})
    if mode == "bad_request":
        return _error(400, "the model does not exist", "model_not_found")
    if (mode == "no_schema" and kind == "json_schema") or (mode == "text_only" and kind):
        return _error(400, f"response_format type {kind} is not supported", "invalid_request_error")
    return None


def _content(mode: Mode, asked: dict[str, object]) -> str:
    if mode == "garbage":
        return "Sure! Here are some thoughts on headlines, but no object at all."
    if mode in HOSTILE:
        return _draft(*HOSTILE[mode])
    if mode == "obey":
        return _draft("Good news", _ordered(asked) or "Everything is 90% off today with code OBEY90.")
    text = _draft(*_good(asked))
    return f"Here it is:\n```json\n{text}\n```" if mode == "text_only" else text


def _completion(asked: dict[str, object], content: str) -> dict[str, object]:
    return {
        "id": "chatcmpl-fake",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": asked.get("model", "fake"),
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": 400, "completion_tokens": 40, "total_tokens": 440},
    }


def _error(status: int, message: str, code: str, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"error": {"message": message, "type": code, "code": code}}, status, headers)


def _draft(headline: str, body: str) -> str:
    return json.dumps({"headline": headline, "body": body}, ensure_ascii=False)


def _prompt(asked: dict[str, object]) -> list[str]:
    messages = asked.get("messages")
    return [str(m.get("content", "")) for m in messages if isinstance(m, dict)] if isinstance(messages, list) else []


def _good(asked: dict[str, object]) -> tuple[str, str]:
    """Return fitting copy: by play and language, naming the subject when its slot is offered."""
    last = (_prompt(asked) or [""])[-1]
    play = next((play for _, play in GOOD if f'"play":"{play}"' in last), "reassure")
    language = "de" if '"language":"de' in last else "en"
    slot = next((slot for slot in ("{product}", "{goal}", "{count}", "{price}") if f'"{slot}"' in last), "")
    headline, body = GOOD[language, play]
    about = (ABOUT.get(play, "") if language == "en" else ": {slot}").replace("{slot}", slot) if slot else ""
    return headline, body.replace("{about}", about)


def _ordered(asked: dict[str, object]) -> str:
    """Return what an order hidden anywhere in the prompt wants said, or nothing."""
    found = next((hit for text in reversed(_prompt(asked)) if (hit := _ORDER.search(text))), None)
    return found[1].strip() if found is not None else ""


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8105)
    parser.add_argument("--mode", choices=get_args(Mode), default="good")
    chosen = parser.parse_args()
    server = ModelServer(mode=chosen.mode, port=chosen.port)
    print(f"serving {server.mode} at {server.base_url}", flush=True)
    server.serve_here()


if __name__ == "__main__":
    main()
