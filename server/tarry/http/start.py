"""The start of an app: one refused on purpose is kept for whoever started it, instead of a traceback in the log."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tarry.errors import TarryError


class Start:
    """An app, and what it said when it refused to start: ``refusal``, or ``None``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.refusal: TarryError | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or the app's whole life."""
        if scope["type"] == "lifespan":
            await self._live(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        failed: list[Message] = []

        async def told(message: Message) -> None:
            # The failure is told before its exception comes out, so it waits until we know which one it is.
            if message["type"] == "lifespan.startup.failed":
                failed.append(message)
            else:
                await send(message)

        try:
            await self._app(scope, receive, told)
        except TarryError as exc:
            self.refusal = exc
            await send({"type": "lifespan.startup.failed", "message": ""})
        except Exception:
            for message in failed:
                await send(message)
            raise
