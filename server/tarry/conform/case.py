"""Cases: what is promised, how it is tried, and what came of it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from tarry.errors import TarryError

Verdict = Literal["pass", "fail", "unsure"]
AT_ONCE = 8
"""Cases tried at the same time; each brings visitors of its own."""
CASE_S = 90.0
"""Longest a case may take, in seconds: the server's own longest patience is 45."""


class FailedError(TarryError):
    """The other side broke a promise; the message says what was expected and what came."""


class UnsureError(TarryError):
    """The other side could not be brought into the situation, so nothing was found out."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Case(Generic[T]):
    """One promise and the way to try it on a ``T``; ``name`` is its area and its function."""

    name: str
    promise: str
    run: Callable[[T], Awaitable[None]]


class Outcome(Struct, frozen=True):
    """What came of a case; ``detail`` is empty when it passed."""

    name: str
    promise: str
    verdict: Verdict
    detail: str = ""


def cases_of(area: str, functions: Sequence[Callable[[T], Awaitable[None]]]) -> tuple[Case[T], ...]:
    """Return the cases some functions stand for; the first line of each docstring is its promise."""
    return tuple(
        Case(f"{area}.{function.__name__}", (function.__doc__ or "").strip().splitlines()[0], function)
        for function in functions
    )


def must(what: str, wanted: object, got: object) -> None:
    """Hold what came against what was promised.

    Raises:
        FailedError: they differ.

    """
    if wanted != got:
        raise FailedError(f"{what}: expected {wanted!r}, got {got!r}")


def holds(what: str, truth: bool, got: object = None) -> None:
    """Hold a statement against what came.

    Raises:
        FailedError: it is not so.

    """
    if not truth:
        raise FailedError(f"{what}, got {got!r}")


async def try_all(cases: Sequence[Case[T]], target: T, *, at_once: int = AT_ONCE) -> list[Outcome]:
    """Try cases on a target; returns what came of them in the order given. Nothing is raised for a failure."""
    room = asyncio.Semaphore(at_once)

    async def tried(case: Case[T]) -> Outcome:
        async with room:
            return await try_one(case, target)

    return list(await asyncio.gather(*[tried(case) for case in cases]))


async def try_one(case: Case[T], target: T) -> Outcome:
    """Try one case on a target."""
    try:
        async with asyncio.timeout(CASE_S):
            await case.run(target)
    except FailedError as exc:
        return Outcome(case.name, case.promise, "fail", str(exc))
    except UnsureError as exc:
        return Outcome(case.name, case.promise, "unsure", str(exc))
    except TimeoutError:
        return Outcome(case.name, case.promise, "fail", f"not done within {CASE_S:g} s")
    except OSError as exc:
        return Outcome(case.name, case.promise, "fail", f"the connection failed: {exc}")
    return Outcome(case.name, case.promise, "pass")
