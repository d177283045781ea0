"""The demo's clock: the machine's, moved forward a day whenever somebody asks to come back tomorrow."""

from pathlib import Path

from tarry.live.clock import SystemClock

DAY_MS = 86_400_000
FILE = "demo-clock"


class DemoClock:
    """Tells a time some days ahead; remembers how many across restarts."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._clock = SystemClock()
        try:
            self._days = int(self._path.read_text())
        except (FileNotFoundError, ValueError):
            self._days = 0

    def now_ms(self) -> int:
        """Return milliseconds since the epoch, as the demo counts them."""
        return self._clock.now_ms() + self._days * DAY_MS

    def tomorrow(self) -> int:
        """Move a day ahead; returns how many days ahead it now is."""
        self._days += 1
        self._path.write_text(str(self._days))
        return self._days
