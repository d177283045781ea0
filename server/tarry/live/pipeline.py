"""The way from a decision to speak to words on the page: brief, copywriter, guardrails, prompt, outbox."""

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tarry.copywriters.base import Copywriter
from tarry.core.acts import Offer, Offered, Withhold
from tarry.core.brief import Brief, Draft, Violation
from tarry.core.briefing import Shop, Subject, make_brief
from tarry.core.decision import Decision
from tarry.core.prompt import Say, compose
from tarry.core.record import Line
from tarry.core.step import version_of
from tarry.core.visitor import Visitor
from tarry.errors import CopywriterError, NothingToSay, TarryError
from tarry.guardrails.inspect import inspect
from tarry.guardrails.names import safe_name
from tarry.live.background import Background
from tarry.live.clock import Clock
from tarry.live.commits import Commits
from tarry.live.hub import Hub
from tarry.live.site import Site
from tarry.stores.base import Key

log = logging.getLogger("tarry")
HOUSE_DEADLINE_S = 0.25
"""The house writer needs about a millisecond; this only bounds a stall."""


@dataclass(frozen=True, slots=True)
class Words:
    """What came of asking the copywriters: a checked draft or none, and the log lines of all that was tried."""

    draft: Draft | None
    lines: tuple[Line, ...]
    gate: Literal["nothing_to_say", "guardrail"] = "nothing_to_say"


class Pipeline:
    """Finds words for decisions; ``speak`` is its one door."""

    def __init__(
        self,
        *,
        sites: Mapping[str, Site],
        writers: Sequence[Copywriter],
        deadline_s: float,
        say: Say,
        commits: Commits,
        hub: Hub,
        background: Background,
        clock: Clock,
    ) -> None:
        self._sites = sites
        self._writers = tuple(writers)
        self._deadline_s = deadline_s
        self._say = say
        self._commits = commits
        self._hub = hub
        self._background = background
        self._clock = clock

    def speak(self, key: Key, decision: Decision, visitor: Visitor) -> None:
        """Begin to find words for a decision; they reach whatever page the visitor has open by then."""
        self._background.start(self._speak(key, decision, visitor), f"speak {decision.id}")

    async def _speak(self, key: Key, decision: Decision, visitor: Visitor) -> None:
        site = self._sites[key.site]
        session = visitor.session.id if visitor.session is not None else ""
        made = make_brief(visitor, decision, site.shop, safe_name)
        if made is None:
            await self._withhold(key, decision, Words(None, ()))
            return
        brief, subject = made
        words = await self._find_words(brief, site, session)
        if words.draft is None:
            await self._withhold(key, decision, words)
            return
        body = self._compose(brief, words.draft, subject, visitor, site.shop)
        lasts_ms = round(site.policy.rules.prompt_lasts_s * 1000)
        version = version_of(visitor, brief.play, decision.subject or "")
        offer = Offer(decision, body, lasts_ms, self._clock.now_ms(), version, words.lines)
        try:
            answer = await self._commits.submit(key, offer)
        except TarryError:
            # Erased meanwhile, or more is waiting than may: the decision's place is freed when its time runs out.
            return
        if isinstance(answer, Offered) and answer.push is not None:
            self._hub.push(key, answer.push, at=self._clock.now_ms())

    def _compose(self, brief: Brief, draft: Draft, subject: Subject, visitor: Visitor, shop: Shop) -> dict[str, object]:
        return compose(brief, draft, subject, visitor=visitor, shop=shop, say=self._say, safe_name=safe_name)

    async def _withhold(self, key: Key, decision: Decision, words: Words) -> None:
        try:
            await self._commits.submit(key, Withhold(decision, words.gate, self._clock.now_ms(), words.lines))
        except TarryError:
            return

    async def _find_words(self, brief: Brief, site: Site, session: str) -> Words:
        """Ask the writers in turn until a draft passes every guardrail.

        All but the last share one deadline; the last is the house writer, which needs no time to speak of.
        """
        lines: list[Line] = []
        gate: Literal["nothing_to_say", "guardrail"] = "nothing_to_say"
        ends = time.monotonic() + self._deadline_s
        for number, writer in enumerate(self._writers, 1):
            last = number == len(self._writers)
            left_s = HOUSE_DEADLINE_S if last else max(ends - time.monotonic(), 0.001)
            began = time.monotonic()
            try:
                draft = await writer.write(brief, deadline_s=left_s)
            except NothingToSay:
                continue
            except CopywriterError as exc:
                lines.append(self._failed(brief, writer, exc, began, session))
                continue
            except Exception as exc:
                log.exception("the copywriter %s failed", writer.name)
                lines.append(self._failed(brief, writer, exc, began, session))
                continue
            violations = inspect(draft, brief, forbidden=site.policy.rules.forbidden_words)
            lines.append(self._drafted(brief, draft, began, session))
            lines.extend(self._violated(brief, draft, violation, session) for violation in violations)
            if not violations:
                return Words(draft, tuple(lines))
            gate = "guardrail"
        return Words(None, tuple(lines), gate)

    def _drafted(self, brief: Brief, draft: Draft, began: float, session: str) -> Line:
        text = draft.headline + draft.body
        fields: dict[str, object] = {
            "decision": brief.decision,
            "writer": draft.writer,
            "ms": _ms_since(began),
            "text": {"headline": draft.headline, "body": draft.body},
            "facts": [
                {"id": f.id, "slot": f.slot, "kind": f.kind, "text": f.text, "used": "{" + f.slot + "}" in text}
                for f in brief.facts
            ],
        }
        if draft.model is not None:
            fields["model"] = draft.model
        return Line(self._clock.now_ms(), "draft", session, fields)

    def _failed(self, brief: Brief, writer: Copywriter, exc: Exception, began: float, session: str) -> Line:
        fields: dict[str, object] = {
            "decision": brief.decision,
            "writer": "model",
            "model": writer.name,
            "ms": _ms_since(began),
            "text": None,
            "failed": str(exc) if isinstance(exc, CopywriterError) else type(exc).__name__,
        }
        return Line(self._clock.now_ms(), "draft", session, fields)

    def _violated(self, brief: Brief, draft: Draft, violation: Violation, session: str) -> Line:
        fields: dict[str, object] = {
            "decision": brief.decision,
            "writer": draft.writer,
            "rule": violation.rule,
            "where": violation.where,
            "words": violation.words,
        }
        return Line(self._clock.now_ms(), "violation", session, fields)


def _ms_since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
