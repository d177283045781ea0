"""The server's secret keys in a file of their own: made once, readable by their owner alone."""

import os
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

from tarry.core.identity import Keys
from tarry.errors import StoreError

FILE = "keys"


def load_keys(folder: Path) -> Keys:
    """Return the keys of a data folder, making the first one if there is none.

    The file holds one ``name secret`` a line, the oldest first; the last one signs.

    Raises:
        StoreError: the file cannot be read, or others than its owner may read it.

    """
    path = folder / FILE
    try:
        return _read(path)
    except FileNotFoundError:
        pass
    except ValueError as exc:
        raise StoreError(f"{path}: expected names and keys in base64url, one pair a line ({exc})") from exc
    except OSError as exc:
        raise StoreError(f"{path}: cannot be read ({exc.strerror})") from exc
    line = f"k1 {urlsafe_b64encode(secrets.token_bytes(32)).decode()}\n"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        # Another server started at the same moment and made them.
        return _read(path)
    except OSError as exc:
        raise StoreError(f"{path}: cannot be written ({exc.strerror}); give this user the folder") from exc
    return _read(path)


def _read(path: Path) -> Keys:
    text = path.read_text(encoding="ascii")
    if path.stat().st_mode & 0o077:
        raise StoreError(f"{path}: others may read this file; run: chmod 600 {path}")
    ring: dict[str, bytes] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name, _, secret = line.partition(" ")
        key = urlsafe_b64decode(secret)
        if len(key) != 32 or not re.fullmatch("[a-z0-9]{1,8}", name):
            raise StoreError(f"{path}, line {number}: expected a short small name and 32 bytes in base64url")
        ring[name] = key
    if not ring:
        raise StoreError(f"{path}: no key in it; remove the file to have one made (visitors will be strangers then)")
    return Keys(ring, list(ring)[-1])
