"""The errors that more than one room knows, as one tree; a room's own stand beside what raises them.

TarryError
├── SettingsError       the owner's configuration cannot be used (names key, value and cure)
├── FrameError          bytes from a browser that are no frame of tarry/1 (theirs, not ours)
├── TokenError          a visitor token that this server did not sign, or signed too long ago
├── StoreError          the store cannot be opened or written
│   ├── StoreBusyError  another server holds the store
│   └── StoreStalledError  the store cannot be written now, and may be later (full, locked)
└── CopywriterError     a copywriter gave nothing usable in time
    └── NothingToSay    there are no words or facts for this brief; not a fault
"""


class TarryError(Exception):
    """Base of all errors raised on purpose."""


class SettingsError(TarryError):
    """The owner's configuration cannot be used.

    Args:
        problems: one line each: key, what came, what is wanted.

    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class FrameError(TarryError):
    """Bytes from a browser that are no frame of tarry/1.

    Args:
        code: the bad-event code: ``json``, ``shape``, ``type``, ``range``, ``utf8``, ``too_big`` or
            ``unknown_event``.
        detail: what was expected; never the bytes themselves.

    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


class TokenError(TarryError):
    """A visitor token this server did not sign, or signed too long ago."""


class StoreError(TarryError):
    """The store cannot be opened or written."""


class StoreBusyError(StoreError):
    """Another server holds the store."""


class StoreStalledError(StoreError):
    """The store cannot be written now: its disk is full or another program locks it. The same write may work later."""


class CopywriterError(TarryError):
    """A copywriter gave nothing usable in time; the message says why, in few words."""


class NothingToSay(CopywriterError):  # noqa: N818 - a finding, not a fault
    """There are no words or facts for this brief."""
