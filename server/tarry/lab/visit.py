"""Playing a story: one visitor walks through it step by step, against any server."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tarry.core.identity import Consent
from tarry.lab.deeds import Facts
from tarry.lab.document import Document, Report, Server
from tarry.lab.outbox import Frame, Tally
from tarry.lab.pace import Pace
from tarry.lab.story import (
    Agree,
    Beacon,
    Cut,
    Leave,
    Look,
    Open,
    Page,
    Prompt,
    Return,
    Step,
    Story,
    Tell,
    Wait,
    milliseconds,
)

PING_MS = 5_000
"""How often somebody who looks at a page says so."""
PATIENCE_S = 10.0
"""Longest wait for the last acknowledgements, in seconds."""
GRANT_S = 2.0
"""Longest wait for the answer to a claim, in seconds."""


@dataclass(slots=True)
class Outcome:
    """What came of one visitor's story: events by what became of them, prompts shown, and what went wrong."""

    tally: Tally = field(default_factory=Tally)
    shown: int = 0
    wrong: list[str] = field(default_factory=list)
    unreachable: str | None = None

    @property
    def well(self) -> bool:
        """Tell whether everything was acknowledged and nothing refused."""
        return not (self.wrong or self.tally.unacknowledged or self.tally.skipped or self.unreachable)


class Visit:
    """One visitor in one story. ``clock`` gives milliseconds that only rise, ``wall_ms`` the time of day."""

    def __init__(
        self,
        story: Story,
        server: Server,
        *,
        speed: float,
        clock: Callable[[], float],
        wall_ms: Callable[[], int],
        report: Report,
    ) -> None:
        self.outcome = Outcome()
        self._story = story
        self._server = server
        self._pace = Pace(story.head_ms(), speed, clock)
        self._wall_ms = wall_ms
        self._report = report
        self._consent: Consent = story.consent
        self._document: Document | None = None
        self._born = 0.0
        self._view = 0
        self._active_ms = 0.0
        self._tok: str | None = None

    async def play(self) -> Outcome:
        """Walk through the story to its end, and leave the last page; ends early where nobody can be reached."""
        try:
            for step in self._story.step:
                await self._pace.advance(milliseconds(step.after))
                await self._take(step)
                if self._document is not None and self._document.unreachable is not None:
                    self.outcome.unreachable = self._document.unreachable
                    return self.outcome
            await self._go()
        finally:
            await self._leave(patience_s=0 if self.outcome.unreachable else PATIENCE_S)
        return self.outcome

    async def _take(self, step: Step) -> None:
        match step:
            case Open():
                await self._open(step.page, same=step.same_document)
            case Return():
                await self._open(step.page, same=False)
            case Look():
                await self._look(step)
            case Tell():
                self._say(step.n, step.d)
            case Wait():
                await self._pace.advance(step.lasts_ms())
            case Leave():
                await self._go()
            case Prompt():
                await self._prompt(step)
            case Cut() | Beacon() | Agree():
                self._disturb(step)

    def _disturb(self, step: Cut | Beacon | Agree) -> None:
        document = self._document
        if document is None:
            self.outcome.wrong.append("a step needs an open page, and there is none")
            return
        match step:
            case Cut():
                document.cut()
            case Beacon():
                document.client.beacon(self._now(), reply=True)
            case Agree():
                self._consent = step.state
                document.forgotten = step.erase or step.state == "none"
                document.client.agree(step.state, "erase" if step.erase else "call", self._now(), erase=step.erase)
        document.work()

    # -- pages --------------------------------------------------------------------------------------------------

    async def _open(self, name: str, *, same: bool) -> None:
        page = self._story.page[name]
        if self._document is None or not same:
            await self._go()
            self._load(page)
        self._view += 1
        self._active_ms = 0
        self._say("page_view", page.view())
        if page.item:
            self._say("view_item", page.item)

    def _load(self, page: Page) -> None:
        """Begin a new document."""
        self._born, self._view = self._pace.at, 0
        born_ms = self._wall_ms() - self._now()
        facts = Facts(self._server.key, born_ms, self._consent, "call", {"path": page.path}, self._story.locale)
        tok = self._tok if self._consent == "full" else None
        self._document = Document(self._server, facts, self._now, self._report, tok)
        self._document.start()

    async def _go(self) -> None:
        """Leave the page in view, if there is one."""
        if self._document is not None:
            self._say("page_hide", {"how": "pagehide", "active_ms": round(self._active_ms)})
            await self._leave(patience_s=PATIENCE_S)

    async def _leave(self, *, patience_s: float) -> None:
        document, self._document = self._document, None
        if document is None:
            return
        client = document.client
        await document.until(lambda: client.settled or client.off or document.unreachable is not None, patience_s)
        self._tok = client.tok
        await document.leave()
        self.outcome.tally += client.tally()
        self.outcome.wrong += document.refused
        self.outcome.wrong += [f"event {seq} was kept as bad: {code}" for (_, seq), code in client.bad.items()]

    # -- deeds --------------------------------------------------------------------------------------------------

    def _now(self) -> float:
        """Return the time on the document's own clock."""
        return max(self._pace.now() - self._born, 0)

    def _say(self, n: str, d: Frame) -> None:
        if self._document is None:
            self.outcome.wrong.append(f"{n}: there is no open page to tell it")
        else:
            self._document.keep(n, d, view=self._view, at=self._pace.at - self._born)

    async def _look(self, step: Look) -> None:
        left_ms = step.lasts_ms()
        while left_ms > 0:
            part_ms = min(left_ms, PING_MS)
            await self._pace.advance(part_ms)
            left_ms -= part_ms
            self._active_ms += part_ms
            self._say("page_ping", {"active_ms": round(self._active_ms), "scroll_pct": step.scroll_pct})

    async def _prompt(self, step: Prompt) -> None:
        document = self._document
        within_s = milliseconds(step.within) / 1000
        if document is None:
            self.outcome.wrong.append("a prompt: there is no open page to show it")
            return
        prompts = document.client.prompts
        came = await document.until(lambda: prompts.claimable(self._now()) is not None, within_s)
        prompt = prompts.claimable(self._now())
        if prompt is not None and step.then != "ignore":
            await self._show(document, prompt.id, step)
        elif step.required and not came:
            self.outcome.wrong.append(f"no prompt came within {step.within}")
        self._pace.catch_up()

    async def _show(self, document: Document, push_id: str, step: Prompt) -> None:
        """Claim a prompt and, when it may be shown, do with it what the story says."""
        client = document.client
        client.claim(push_id, self._now())
        document.work()
        await document.until(lambda: _state(document, push_id) != "asked", GRANT_S)
        shown = client.prompts.get(push_id)
        if shown is None or shown.state != "shown":
            why = shown.why if shown is not None else "forgotten"
            if step.required:
                self.outcome.wrong.append(f"the prompt was not granted: {why}")
            return
        self.outcome.shown += 1
        if step.then == "click":
            action = step.action or _first_action(shown.d)
            client.tell(push_id, "clicked", self._now(), action)
        elif step.then == "dismiss":
            client.tell(push_id, "dismissed", self._now())
        document.work()


def _state(document: Document, push_id: str) -> str:
    prompt = document.client.prompts.get(push_id)
    return prompt.state if prompt is not None else "over"


def _first_action(d: Frame) -> str:
    """Return the id of a prompt's first action that does more than close it."""
    actions = d.get("actions")
    known = [a for a in actions if isinstance(a, dict)] if isinstance(actions, list) else []
    useful = next((a for a in known if a.get("do") != "dismiss"), known[0] if known else {})
    return str(useful.get("id", "more"))
