"""A visitor without a socket: tells through the commit loop, remembers what was acknowledged, holds the store to it."""

import asyncio
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import apsw
import orjson
from msgspec import Raw
from tests.faults.refold import assert_folds
from tests.faults.story import Story
from tests.live.visits import SITE

from tarry.core.acts import Answer, Applied, Attach, Lose
from tarry.core.visitor import public_ref
from tarry.live.admission import Guest
from tarry.live.commits import Commits, Erase
from tarry.live.intake import batch_of
from tarry.stores.base import Key

Future = asyncio.Future[Answer | None]
NONSENSE = b'{"n":"no_such_thing","dt":0,"v":1,"d":{}}'
"""An event nobody knows: kept as a bad one, and acknowledged."""


class Shopper:
    """One visitor with one document; the same chance does the same things.

    ``acked`` is the highest number acknowledged, ``resumed_at`` what it was after the last restart; ``erased``: an
    erasure was answered.
    """

    def __init__(self, name: str, chance: random.Random) -> None:
        self.key = Key(SITE.key, name)
        self.ref = public_ref(name)
        self.acked = self.resumed_at = 0
        self.erased = False
        self._guest = Guest(SITE, self.key, "", f"{name}-document", "full")
        self._chance = chance
        self._story = Story(chance, name)
        self._told: dict[int, bytes | None] = {}
        self._sent = 0

    def act(self, commits: Commits, at_ms: int) -> list[Future]:
        """Hand one to three things to the commit loop, as a page's frames come; returns what will be answered."""
        return [self._one(commits, at_ms) for _ in range(self._chance.randint(1, 3))]

    def leave(self, commits: Commits) -> Future:
        """Ask to be erased."""
        future = commits.submit(self.key, Erase())
        future.add_done_callback(self._gone)
        return future

    def resume(self, hi: int) -> int:
        """Go on from where the store stands after a restart; returns how many acknowledged events it has lost."""
        lost = max(self.acked - hi, 0)
        self.acked = self.resumed_at = self._sent = hi
        return lost

    def assert_told(self, lines: list[dict[str, Any]]) -> None:
        """Assert that the log has exactly what this visitor told, in order and once each."""
        events = [(line["seq"], line["n"], _canonical(line["d"])) for line in lines if line["kind"] == "event"]
        told = [(seq, orjson.loads(text)) for seq, text in self._told.items() if text is not None and text != NONSENSE]
        hi = max(
            (line.get("seq") or line["to"] for line in lines if line["kind"] in ("event", "bad", "skip")), default=0
        )
        assert events == [(seq, event["n"], _canonical(event["d"])) for seq, event in sorted(told) if seq <= hi]

    def _one(self, commits: Commits, at_ms: int) -> Future:
        stream, pick = self._guest.stream, self._chance.random()
        if pick < 0.08:
            return commits.submit(self.key, Attach(stream, self.acked, 0, at_ms))
        # Some of what was sent is sent again, as after a reconnect.
        start = self._sent + 1 if pick < 0.8 else self._chance.randint(self.acked + 1, self._sent + 1)
        if self._text(start) is None:
            future = commits.submit(self.key, Lose(stream, start, start, "overflow", at_ms))
            self._sent = max(self._sent, start)
        else:
            future = self._batch(commits, start, at_ms)
        future.add_done_callback(self._heard)
        return future

    def _batch(self, commits: Commits, start: int, at_ms: int) -> Future:
        texts: list[bytes] = []
        for seq in range(start, start + self._chance.randint(1, 6)):
            text = self._text(seq)
            if text is None:
                break
            texts.append(text)
        self._sent = max(self._sent, start + len(texts) - 1)
        raws = [Raw(text) for text in texts]
        return commits.submit(self.key, batch_of(self._guest, start, raws, at_ms=at_ms, size=sum(map(len, texts))))

    def _text(self, seq: int) -> bytes | None:
        """Return what has this number, made up when first asked for; ``None`` when it is lost on the way for good."""
        if seq not in self._told:
            pick = self._chance.random()
            name, d = self._story.next(seq)
            told = orjson.dumps({"n": name, "dt": 0, "v": self._story.view, "d": d})
            self._told[seq] = None if pick < 0.05 else NONSENSE if pick < 0.1 else told
        return self._told[seq]

    def _heard(self, future: Future) -> None:
        if future.cancelled() or future.exception() is not None:
            return
        answer = future.result()
        if isinstance(answer, Applied):
            self.acked = max(self.acked, answer.hi)

    def _gone(self, future: Future) -> None:
        self.erased = not future.cancelled() and future.exception() is None


def check(folder: Path, db: apsw.Connection, shopper: Shopper) -> int:
    """Hold what a store has of a visitor against their own memory; returns how high their stream is, 0 when unknown.

    Args:
        folder: where the store is.
        db: an open connection to it.
        shopper: whose memory; what was acknowledged and is missing is for the caller to judge.

    """
    row = next(db.execute("SELECT no FROM visitor WHERE visitor = ?", (shopper.key.visitor,)), None)
    if row is None:
        return 0
    assert_folds(folder, shopper.ref)
    bodies = db.execute("SELECT body FROM log WHERE no = ? ORDER BY id", row)
    shopper.assert_told([{"kind": kind, **fields} for (body,) in bodies for _, kind, fields in orjson.loads(body)])
    (hi,) = next(db.execute("SELECT coalesce(max(hi), 0) FROM stream WHERE no = ?", row))
    return int(hi)


def traces(db: apsw.Connection, shopper: Shopper) -> tuple[bool, bool]:
    """Return whether a visitor is there, and whether they are buried."""
    name = (shopper.key.visitor,)
    there = next(db.execute("SELECT 1 FROM visitor WHERE visitor = ?", name), None)
    buried = next(db.execute("SELECT 1 FROM tombstone WHERE visitor = ?", name), None)
    return there is not None, buried is not None


def _canonical(d: Mapping[str, Any]) -> bytes:
    return orjson.dumps(d, option=orjson.OPT_SORT_KEYS)
