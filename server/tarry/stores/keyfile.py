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


def add_key(folder: Path) -> str:
    """Append a new key, which signs from the next start on; returns its name.

    Raises:
        StoreError: the file cannot be read or written.

    """
    ring = load_keys(folder).ring
    name = next(f"k{number}" for number in range(len(ring) + 1, 10_000) if f"k{number}" not in ring)
    _write(folder / FILE, {**ring, name: secrets.token_bytes(32)})
    return name


def drop_key(folder: Path, name: str) -> None:
    """Take a key away; what it signed is no longer read.

    Raises:
        StoreError: there is no such key, or it is the one that makes pseudonyms or the one that signs.

    """
    keys = load_keys(folder)
    if name not in keys.ring:
        raise StoreError(f"{folder / FILE}: there is no key {name!r}; there are {', '.join(keys.ring)}")
    if name == next(iter(keys.ring)):
        raise StoreError(f"{folder / FILE}: {name} makes the pseudonyms in the store; without it nobody is known again")
    if name == keys.current:
        raise StoreError(f"{folder / FILE}: {name} signs; make another one first with `tarry keys rotate`")
    _write(folder / FILE, {other: key for other, key in keys.ring.items() if other != name})


def _write(path: Path, ring: dict[str, bytes]) -> None:
    """Put a ring in the place of the file's, whole or not at all."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.writelines(f"{name} {urlsafe_b64encode(key).decode()}\n" for name, key in ring.items())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as exc:
        raise StoreError(f"{path}: cannot be written ({exc.strerror})") from exc


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
