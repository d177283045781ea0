"""Secrets: named by where they are, read when they are needed, and never let out by accident."""

import os
import re
from pathlib import Path

from tarry.errors import SettingsError

TOKEN_LEAST = 16
"""Shortest console token or identify secret, in characters."""
DEFAULTS = re.compile(r"change.?me|password|secret|example|default|admin|12345|token|qwerty")
"""What tokens from documents and habits hold."""


class Secret:
    """A secret that no message, traceback or careless print lets out; only ``reveal`` does."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the secret itself, for whoever has to use it."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __repr__(self) -> str:
        return "Secret([hidden])" if self._value else "Secret()"


def secret(env: str, file: str, *, base: Path) -> Secret:
    """Return a secret named by an environment variable or a file; an empty one when neither holds one.

    Raises:
        SettingsError: the file is named and cannot be read.

    """
    if file:
        try:
            return Secret((base / file).read_text().strip())
        except OSError as exc:
            raise SettingsError(f"{base / file}: the secret cannot be read ({exc.strerror})") from exc
    return Secret(os.environ.get(env, "").strip() if env else "")


def check_token(token: Secret, name: str = "the console token") -> None:
    """Refuse a secret, by its ``name`` the console token, that could be guessed.

    Raises:
        SettingsError: it is short, or one that many have.

    """
    text = token.reveal()
    if text and (len(text) < TOKEN_LEAST or len(set(text)) < 8 or DEFAULTS.search(text.lower()) is not None):
        raise SettingsError(
            f"{name} is short or easy to guess; give one of at least {TOKEN_LEAST} random characters, such"
            ' as `python3 -c "import secrets; print(secrets.token_urlsafe(32))"` prints'
        )
