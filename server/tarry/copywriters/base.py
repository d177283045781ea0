"""The contract every copywriter keeps."""

from typing import Protocol

from tarry.core.brief import Brief, Draft
from tarry.core.spending import Usage


class Copywriter(Protocol):
    """Writes one draft for one brief."""

    @property
    def name(self) -> str:
        """Return what to show people: ``house``, or the model's name."""
        ...

    def situation(self, brief: Brief) -> str | None:
        """Return all that the words depend on, so that briefs of one situation may share them; their facts do not.

        ``None`` for a writer that needs no time, whose words need not be kept.
        """
        ...

    def estimate(self, brief: Brief) -> Usage:
        """Return the most that writing for a brief may take."""
        ...

    async def warm_up(self) -> str:
        """Get ready before the first brief; returns what to tell the owner of it, empty where there is nothing.

        Raises:
            CopywriterError: it is not ready; it may be later.

        """
        ...

    async def write(self, brief: Brief, *, deadline_s: float) -> Draft:
        """Write a draft that uses only the slots of the brief.

        Args:
            brief: what may be said.
            deadline_s: seconds from now after which the draft is worthless; the writer stops by itself then.

        Returns:
            A draft with its slots still open. It is checked by the guardrails, not trusted.

        Raises:
            NothingToSay: no words for this play, language or set of facts.
            CopywriterError: the writer failed, refused or was too late.

        """
        ...

    async def aclose(self) -> None:
        """Let go of connections; nothing is written afterwards."""
        ...
