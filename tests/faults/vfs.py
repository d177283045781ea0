"""A layer between SQLite and the disk that remembers what was synced, and can cut the power."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import apsw

SURVIVES = 0.5
"""How likely a write that was never synced is on the disk all the same."""


@dataclass(frozen=True, slots=True)
class _Write:
    """Bytes at a place; ``None`` cuts the file off there."""

    at: int
    data: bytes | None

    def torn(self, length: int) -> "_Write":
        """Return the first bytes of it; a file is cut off wholly or not at all."""
        return self if self.data is None else _Write(self.at, self.data[:length])

    def apply(self, image: bytearray) -> None:
        """Do to an image what was done to the file."""
        if self.data is None:
            del image[self.at :]
            return
        image.extend(bytes(max(self.at - len(image), 0)))
        image[self.at : self.at + len(self.data)] = self.data


@dataclass
class Disk:
    """What a disk holds for sure, what it may hold, and when it stops.

    ``cut_at``: at this operation the power goes, and nothing works from then on.
    """

    cut_at: int | None = None
    operations: int = 0
    dead: bool = False
    told: Callable[[str, str], None] = lambda _what, _file: None
    """Told of every ``write``, ``truncate`` and ``sync`` done, with the file's name."""
    _synced: dict[str, bytearray] = field(default_factory=dict)
    _unsynced: dict[str, list[_Write]] = field(default_factory=lambda: defaultdict(list))

    def opened(self, path: Path) -> None:
        """Take in a file as it was found: all of that is on the disk."""
        if path.name not in self._synced:
            self._synced[path.name] = bytearray(path.read_bytes() if path.exists() else b"")

    def operate(self) -> None:
        """Count one operation; raises once the power is gone."""
        self.operations += 1
        if self.dead or self.operations == self.cut_at:
            self.dead = True
            raise apsw.IOError("the power was cut")

    def written(self, name: str, at: int, data: bytes | None) -> None:
        """Take in a write nobody has synced yet; ``None`` when the file was cut off at ``at``."""
        self._unsynced[name].append(_Write(at, data))
        self.told("write" if data is not None else "truncate", name)

    def synced(self, name: str) -> None:
        """Take in that everything written to a file is on the disk."""
        for write in self._unsynced.pop(name, ()):
            write.apply(self._synced[name])
        self.told("sync", name)

    def removed(self, name: str) -> None:
        """Take in that a file is gone."""
        self._synced.pop(name, None)
        self._unsynced.pop(name, None)

    def after_the_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return what the files hold when power is back.

        All that was synced, and of the rest any part, in any order; each of those may be torn.
        """
        found: dict[str, bytes] = {}
        for name in sorted(self._synced):
            image = bytearray(self._synced[name])
            kept = [write for write in self._unsynced[name] if chance.random() < SURVIVES]
            chance.shuffle(kept)
            for write in kept:
                whole = len(write.data or b"")
                write.torn(whole if chance.random() < 0.5 else chance.randint(0, whole)).apply(image)
            found[name] = bytes(image)
        return found


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        path = Path(name.filename() if isinstance(name, apsw.URIFilename) else name or "")
        self._disk, self._name = disk, path.name
        disk.opened(path)
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's names
        self._disk.operate()
        super().xWrite(data, offset)
        self._disk.written(self._name, offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.operate()
        super().xTruncate(newsize)
        self._disk.written(self._name, newsize, None)

    def xSync(self, _flags: int) -> None:  # noqa: N802
        # The real disk is not asked: whether it has the bytes is what this layer decides.
        self._disk.operate()
        self._disk.synced(self._name)


class _Layer(apsw.VFS):
    def __init__(self, name: str, disk: Disk) -> None:
        self._disk = disk
        super().__init__(name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return _File(self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self._disk.operate()
        super().xDelete(filename, syncdir)
        self._disk.removed(Path(filename).name)


@contextmanager
def layer(disk: Disk) -> Iterator[str]:
    """Put a disk under SQLite for a while; yields the name to open stores by."""
    name = f"disk-{id(disk)}"
    over = _Layer(name, disk)
    try:
        yield name
    finally:
        over.unregister()
