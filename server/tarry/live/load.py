"""Load control: pages are asked to send less before anything has to be turned away."""

import logging

from tarry.core.wire import encode
from tarry.live.door import Door
from tarry.live.hub import Hub
from tarry.live.limits import FLOWS, Flow, level_of

log = logging.getLogger("tarry")


class Load:
    """Watches how full the commit queue is, and tells every page when that means something else for it."""

    def __init__(self, hub: Hub, door: Door) -> None:
        self._hub = hub
        self._door = door

    def look(self, fill: float) -> None:
        """Take in how full the queue is, from 0 to 1."""
        level = level_of(fill, self._door.level)
        if level == self._door.level:
            return
        if level > self._door.level:
            log.warning("load level %d: the commit queue is %d %% full", level, round(fill * 100))
        self._door.level = level
        frame = flow_frame(FLOWS[level])
        for page in self._hub:
            page.send(frame)


def flow_frame(flow: Flow) -> bytes:
    """Return the frame that asks a page for a level's flow."""
    return encode("flow", win=flow.win, gap_ms=flow.gap_ms, drop=list(flow.drop))
