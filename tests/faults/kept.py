"""Holding the store against pages: everything acknowledged is in the log, once, in order, and makes the record."""

from collections import defaultdict
from typing import Any

import orjson
from tests.fakes.page import Page
from tests.fakes.running import Running
from tests.faults.refold import assert_folds

Line = dict[str, Any]


def assert_kept(server: Running, *pages: Page) -> int:
    """Hold the newest session of one visitor against all their pages; returns how many events it has.

    Every page must have had everything acknowledged, none of it bad.
    """
    # A page whose every connection failed had it all acknowledged by beacons, and never learnt its visitor's name.
    (ref,) = {page.ref for page in pages if page.ref}
    lines = server.story(ref)
    assert not [line for line in lines if line["kind"] in ("bad", "skip")]
    streams: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line["kind"] == "event":
            streams[line["sid_h"]].append(line)
    promised = sorted(_promised(page) for page in pages if page.last)
    assert sorted([(e["seq"], e["n"], _told(e["d"])) for e in stream] for stream in streams.values()) == promised
    for page in pages:
        assert not page.held
        assert sorted(page.acknowledged) == list(range(1, page.last + 1))
    assert assert_folds(server.data, ref) == sum(page.last for page in pages)
    return sum(page.last for page in pages)


def assert_shown_once(lines: list[Line]) -> None:
    """Assert that of no push the log tells more than one beginning and one end."""
    offered = [line["id"] for line in lines if line["kind"] == "push"]
    shown = [line["id"] for line in lines if line["kind"] == "delivery" and line["st"] == "shown"]
    assert len(set(offered)) == len(offered)
    assert len(set(shown)) == len(shown)
    assert set(shown) <= set(offered)


def _promised(page: Page) -> list[tuple[int, str, bytes]]:
    return [(seq, event["n"], _told(event["d"])) for seq, event in sorted(page.acknowledged.items())]


def _told(d: Line) -> bytes:
    """Return a body in the one form it can be compared in."""
    return orjson.dumps(d, option=orjson.OPT_SORT_KEYS)
