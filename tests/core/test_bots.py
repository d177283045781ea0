"""Programs: known by name or by pace, never spoken to, never counted."""

import re

import pytest
from msgspec.structs import replace

from tarry.core.acts import Batch, Kept
from tarry.core.bots import HASTE_MS, BotRule, is_bot, silenced
from tarry.core.events import Event, Idle
from tarry.core.ingest import ingest
from tarry.core.policy import Policy
from tarry.core.record import Record
from tarry.core.replay import Entry, replay
from tarry.core.session import VIEWS_KEPT, Session, View
from tarry.core.visitor import Visitor

AT = 1_795_363_200_000
RULE = BotRule(re.compile("Googlebot|HeadlessChrome"), "1.2.3")
CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"


def hasty(apart_ms: int) -> Session:
    """Return a sitting with as many page views as one remembers, so far apart."""
    views = tuple(View("doc", n, AT + n * apart_ms) for n in range(VIEWS_KEPT))
    return Session(id="s", number=1, started_at=AT, last_at=views[-1].at, views=views)


class TestName:
    @pytest.mark.parametrize(
        ("name", "bot"),
        [
            (CHROME, ""),
            ("", ""),
            ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "crawler"),
            (CHROME.replace("Chrome/", "HeadlessChrome/"), "driven"),
            (CHROME + " " * 300 + "Googlebot", ""),
        ],
    )
    def test_a_name_has_a_class(self, name: str, bot: str) -> None:
        """Crawlers, browsers that a program drives, and everybody else; what comes after the limit is not looked at."""
        assert RULE.class_of(name) == bot

    def test_the_version_names_rule_and_list(self) -> None:
        """Whoever reads a decision can tell by what it was decided."""
        assert RULE.version == "1/1.2.3"

    def test_an_owner_says_who_is_left_out(self) -> None:
        """Crawlers always unless nobody is; browsers that are driven only where the owner wants it."""
        left_out = {
            to: [bot for bot in ("", "crawler", "driven") if silenced(bot, to)]  # type: ignore[arg-type]
            for to in ("crawlers", "automated", "none")
        }

        assert left_out == {"crawlers": ["crawler"], "automated": ["crawler", "driven"], "none": []}


class TestPace:
    def test_nobody_opens_pages_so_fast(self) -> None:
        """Forty pages within twenty seconds are a program's; one moment slower is somebody in a hurry."""
        visitor = Visitor(id="v", first_at=AT, session=hasty(1))
        fewer = replace(visitor, session=replace(hasty(1), views=hasty(1).views[1:]))

        assert is_bot(visitor, AT + HASTE_MS - 1)
        assert not is_bot(visitor, AT + HASTE_MS)
        assert not is_bot(fewer, AT)


class TestDecided:
    def test_p16_it_is_logged_before_anything_is_decided(self) -> None:
        """A visitor's first line says what was agreed and seen; it comes again only when that changes."""
        idle = Event("idle", AT, AT, "doc", 1, 1, Idle(after_ms=1))
        first = Batch("doc", 1, (idle,), AT, "full", src="call", bot=True, bot_rule="1/1.2.3")
        then = replace(first, start=2, items=(replace(idle, seq=2),))
        kept, record = Kept(), Record(Visitor(id="v", first_at=AT))

        record, _ = ingest(record, first, Policy(), kept)
        record, _ = ingest(record, then, Policy(), kept)
        record, _ = ingest(record, replace(then, start=3, bot=False, bot_rule="1/1.2.4"), Policy(), kept)

        told = [line.fields for line in kept.lines if line.kind == "consent"]
        assert kept.lines[0].kind == "consent"
        assert [(one["state"], one["src"], one["bot"], one["bots"]) for one in told] == [
            ("full", "call", True, "1/1.2.3"),
            ("full", "call", True, "1/1.2.4"),
        ]
        assert told[0]["rules"] == Policy().version()
        assert record.visitor.bot

    def test_a_replay_knows_it_too(self) -> None:
        """Decided again from the log, a program's silence is the same to the byte."""
        seen = {"state": "full", "src": "call", "sid_h": "doc", "rules": "r", "bot": True, "bots": "1/1.2.3"}
        view = {"n": "page_view", "d": {"path": "/p", "kind": "product"}, "sid_h": "doc", "seq": 1, "v": 1}
        ping = {"n": "page_ping", "d": {"active_ms": 5_000, "scroll_pct": 1.0}, "sid_h": "doc", "seq": 2, "v": 1}
        entries = [Entry(AT, "consent", "", seen), Entry(AT, "event", "s", view), Entry(AT + 5_000, "event", "s", ping)]

        (decided,) = [one.now for one in replay("v", entries, Policy()) if one.now is not None]

        assert (decided["arm"], decided["bots"]) == ("none", "1/1.2.3")
