"""Making sure that erased bytes are gone: SQLite overwrites rows it deletes, but not old copies of rows it has moved.

When a page of a table overflows, rows move to another one, and what they leave behind in the unused middle of the page
stays until the page is filled again. Deleting the row later overwrites it where it is, not where it was. Only writing
the whole file anew leaves nothing (measured: of 40 erased among 120 visitors up to 4 had left such pieces).
"""

import os
from pathlib import Path

import apsw

from tarry.stores.folder import FILE, empty_journal

SOON_BYTES = 64 * 1024 * 1024
"""A store up to this size is written anew at the next look; that takes about a second."""
MOST_BYTES = 2 * 1024 * 1024 * 1024
"""A larger store is not written anew by itself: nothing could be kept for half a minute."""
DAY_MS = 86_400_000
_NAME = "unclean_since"


def mark(db: apsw.Connection, at: int) -> None:
    """Remember, with the erasure's own transaction, that pieces of somebody may be left."""
    db.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (_NAME, str(at)))


def unclean_since(db: apsw.Connection) -> int | None:
    """Return since when pieces of somebody erased may be left (ms), or ``None``."""
    row = next(db.execute("SELECT value FROM meta WHERE name = ?", (_NAME,)), None)
    return int(row[0]) if row is not None else None


def is_due(db: apsw.Connection, folder: Path, at: int) -> bool:
    """Tell whether the file is to be written anew now: a small one at once, a larger one after a day."""
    since = unclean_since(db)
    size = (folder / FILE).stat().st_size
    return since is not None and (size <= SOON_BYTES or (size <= MOST_BYTES and at - since >= DAY_MS))


def scour(db: apsw.Connection, folder: Path) -> bool:
    """Write the whole file anew, without what was erased; ``False`` where the disk has no room for it now.

    Raises:
        apsw.Error: somebody reads the old pages, or the disk is full after all; it can be tried again.

    """
    size = (folder / FILE).stat().st_size
    disk = os.statvfs(folder)
    if disk.f_bavail * disk.f_frsize < 3 * size:
        return False
    db.execute("VACUUM")
    empty_journal(db)
    db.execute("DELETE FROM meta WHERE name = ?", (_NAME,))
    return True
