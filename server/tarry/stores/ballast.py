"""Room kept free for the day the disk is full: a file that is given up so that erasing still works."""

import contextlib
import os
from pathlib import Path

FILE = "ballast"
BALLAST_BYTES = 8 * 1024 * 1024
"""Size of the file where the disk is large; erasing a visitor needs a small part of it."""
LEAST_BYTES = 256 * 1024


class Ballast:
    """A file of a folder that only holds its place.

    On a small disk it is smaller: an eighth of what was free when it was first laid, at least 256 KiB. Given up, it
    is laid again in the same size once there is room: a smaller one would let commits eat what erasing needs.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FILE
        self.size = 0
        self._given_up = False

    def lay(self) -> None:
        """Take the room, if the disk has four times as much; else go without, and try again before each commit."""
        self._given_up = True
        free = self.free()
        size = self.size or min(BALLAST_BYTES, max(LEAST_BYTES, free // 8))
        with contextlib.suppress(OSError):
            if self._path.exists() and self._path.stat().st_size >= LEAST_BYTES:
                self.size = self._path.stat().st_size
                self._given_up = False
            elif free >= 4 * size:
                handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
                try:
                    os.posix_fallocate(handle, 0, size)
                finally:
                    os.close(handle)
                self.size = size
                self._given_up = False

    def drop(self) -> None:
        """Give the room up."""
        with contextlib.suppress(OSError):
            self._path.unlink()
        self._given_up = True

    def free(self) -> int:
        """Return how many bytes this user may still write to the disk."""
        found = os.statvfs(self._folder)
        return found.f_bavail * found.f_frsize

    def scarce(self) -> bool:
        """Tell whether so little is left that only erasing may go on: less than twice the ballast.

        Where there is room again, what was given up is taken again first.
        """
        if self._given_up:
            self.lay()
        return self.size > 0 and self.free() < 2 * self.size
