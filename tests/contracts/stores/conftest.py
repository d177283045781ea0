"""Every store there is, opened on a folder; another store joins by one more entry."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from tests.fakes.memory import MemoryStore

from tarry.stores.base import Store
from tarry.stores.sqlite import SqliteStore


async def _memory(_folder: Path) -> Store:
    return MemoryStore()


OPENERS: dict[str, Callable[[Path], Awaitable[Store]]] = {"sqlite": SqliteStore.open, "memory": _memory}


@pytest.fixture(params=list(OPENERS))
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Open an empty store, and close it afterwards."""
    async with AsyncExitStack() as stack:
        opened = await OPENERS[request.param](tmp_path)
        stack.push_async_callback(opened.close)
        yield opened
