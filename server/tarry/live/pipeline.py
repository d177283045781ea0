"""The way from a decision to speak to words on the page: brief, copywriter, guardrails, prompt, outbox."""

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import asdict

from tarry.copywriters.base import Copywriter
from tarry.core.acts import Offer, Offered, Withhold
from tarry.core.brief import Brief, Draft, Violation
from tarry.core.briefing import make_brief
from tarry.core.decision import Decision
from tarry.core.incentives.grant import Code
from tarry.core.prompt import Say, compose
from tarry.core.record import Line
from tarry.core.step import version_of
from tarry.core.visitor import Visitor
from tarry.errors import CopywriterError, NothingToSay, TarryError
from tarry.guardrails.inspect import inspect
from tarry.guardrails.names import safe_name
from tarry.guardrails.version import version as guard_version
from tarry.live.background import Background
from tarry.live.clock import Clock
from tarry.live.commits import Commits
from tarry.live.counters import Counters
from tarry.live.hub import Hub
from tarry.live.site import Site
from tarry.live.studio import Found, Passes, Studio, Terms
from tarry.stores.base import Key

log = logging.getLogger("tarry")
HOUSE_DEADLINE_S = 0.25
"""The house writer needs about a millisecond; this only bounds a stall."""


@dataclass(frozen=True, slots=True)
class Words:
    """What came of asking the copywriters: a checked draft or none, and the log lines of all that was tried."""

    draft: Draft | None
    lines: tuple[Line, ...]
    gate: Literal["nothing_to_say", "guardrail", "budget"] = "nothing_to_say"


class Pipeline:
    """Finds words for decisions: ``speak`` when they are wanted, ``prepare`` when they soon may be."""

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
        studio: Studio | None = None,
    ) -> None:
        self._sites = sites
        self._writers = tuple(writers)
        self._deadline_s = deadline_s
        self._say = say
        self._commits = commits
        self._hub = hub
        self._background = background
        self._clock = clock
        self._studio = studio or Studio(Terms(), clock, Counters())

    def prepare(self, key: Key, decision: Decision, visitor: Visitor) -> None:
        """Have words written for a moment that may come, where a model writes them."""
        site = self._sites.get(key.site)
        if site is None or len(self._writers) < 2 or not site.policy.readable or site.policy.rules.paused:
            return
        made = make_brief(visitor, decision, site.shop, safe_name)
        if isinstance(made, str):
            return
        for writer in self._writers[:-1]:
            self._studio.prepare(writer, made[0], key, self._passing(site))

    def speak(self, key: Key, decision: Decision, visitor: Visitor) -> None:
        """Begin to find words for a decision; they reach whatever page the visitor has open by then."""
        self._background.start(self._speak(key, decision, visitor), f"speak {decision.id}")

    async def _speak(self, key: Key, decision: Decision, visitor: Visitor) -> None:
        site = self._sites[key.site]
        if decision.play != "incentive":
            await self._say_to(key, decision, visitor, site)
            return
        till = site.till
        code = till.take(visitor.cart, site.shop.articles, self._clock.now_ms()) if till is not None else "no_codes"
        if till is None or isinstance(code, str):
            await self._withhold(key, decision, Words(None, (), "budget"), why=str(code))
            return
        sent = False
        try:
            sent = await self._say_to(key, decision, visitor, site, code)
        finally:
            if not sent:
                till.give_back(code)

    async def _say_to(
        self, key: Key, decision: Decision, visitor: Visitor, site: Site, code: Code | None = None
    ) -> bool:
        """Find words for a decision and send them, with a code if it is an offer; tells whether they went out."""
        session = visitor.session.id if visitor.session is not None else ""
        made = make_brief(visitor, decision, site.shop, safe_name, code)
        if isinstance(made, str):
            await self._withhold(key, decision, Words(None, ()), made)
            return False
        brief, subject = made
        words = await self._find_words(key, brief, site, session)
        if words.draft is None:
            await self._withhold(key, decision, words, "no_words" if words.gate == "nothing_to_say" else "")
            return False
        body = compose(
            brief,
            words.draft,
            subject,
            visitor=visitor,
            shop=site.shop,
            say=self._say,
            safe_name=safe_name,
            offer=code,
        )
        lasts_ms = round(site.policy.rules.prompt_lasts_s * 1000)
        version = version_of(visitor, brief.play, decision.subject or "")
        now = self._clock.now_ms()
        grant = site.till.grant(code, now) if site.till is not None and code is not None else None
        offer = Offer(decision, body, lasts_ms, now, version, words.lines, grant)
        try:
            answer = await self._commits.submit(key, offer)
        except TarryError:
            # Erased meanwhile, or more is waiting than may: the decision's place is freed when its time runs out.
            return False
        if not isinstance(answer, Offered) or answer.push is None:
            return False
        self._hub.push(key, answer.push, at=self._clock.now_ms())
        return True

    async def _withhold(self, key: Key, decision: Decision, words: Words, why: str = "") -> None:
        try:
            await self._commits.submit(key, Withhold(decision, words.gate, self._clock.now_ms(), words.lines, why))
        except TarryError:
            return

    def _passing(self, site: Site) -> Passes:
        return lambda draft, brief: not _verdict(draft, brief, site)

    async def _find_words(self, key: Key, brief: Brief, site: Site, session: str) -> Words:
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
                found = await self._studio.draft(writer, brief, key, self._passing(site), deadline_s=left_s)
            except NothingToSay:
                continue
            except CopywriterError as exc:
                lines.append(self._failed(brief, writer, exc, began, session))
                continue
            except Exception as exc:
                log.exception("the copywriter %s failed", writer.name)
                lines.append(self._failed(brief, writer, exc, began, session))
                continue
            draft = found.draft
            violations = _verdict(draft, brief, site)
            lines.append(self._drafted(brief, found, began, session))
            lines.extend(self._violated(brief, draft, violation, session) for violation in violations)
            if not violations:
                return Words(draft, tuple(lines))
            self._studio.drop(writer, brief, key, draft)
            gate = "guardrail"
        return Words(None, tuple(lines), gate)

    def _drafted(self, brief: Brief, found: Found, began: float, session: str) -> Line:
        draft = found.draft
        text = draft.headline + draft.body
        fields: dict[str, object] = {
            "decision": brief.decision,
            "writer": draft.writer,
            "ms": _ms_since(began),
            "rules": guard_version(),
            "text": {"headline": draft.headline, "body": draft.body},
            "facts": [
                {"id": f.id, "slot": f.slot, "kind": f.kind, "text": f.text, "used": "{" + f.slot + "}" in text}
                for f in brief.facts
            ],
        }
        if brief.passages:
            fields["passages"] = [passage.id for passage in brief.passages]
        if draft.model is not None:
            fields["model"], fields["path"] = draft.model, found.path
        if draft.usage is not None and found.path == "live":
            fields["usage"] = asdict(draft.usage)
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
            "span": list(violation.span),
        }
        return Line(self._clock.now_ms(), "violation", session, fields)


def _verdict(draft: Draft, brief: Brief, site: Site) -> tuple[Violation, ...]:
    """Return what a draft breaches of Tarry's rules and of the site's own."""
    rules = site.policy.rules
    return inspect(draft, brief, forbidden=rules.forbidden_words, rules=rules.copy)


def _ms_since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
