"""Word to the service manager: over a real datagram socket, never waited for."""

import asyncio
import contextlib
import os
import secrets
import socket
import time
from pathlib import Path

import pytest

from tarry.commands.notify import beat, notify


@pytest.fixture
def manager(tmp_path: Path) -> socket.socket:
    """Listen as a service manager does."""
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    sock.bind(str(tmp_path / "notify"))
    sock.settimeout(5)
    return sock


class TestNotify:
    def test_a_state_is_one_datagram(self, manager: socket.socket) -> None:
        """The manager hears exactly what was said."""
        with manager:
            assert notify("READY=1", {"NOTIFY_SOCKET": manager.getsockname()})
            assert manager.recv(100) == b"READY=1"

    def test_an_abstract_name_is_understood(self) -> None:
        """``@`` stands for the byte that begins such names."""
        name = f"tarry-{secrets.token_hex(8)}"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
            sock.bind(f"\0{name}")
            sock.settimeout(5)

            assert notify("STOPPING=1", {"NOTIFY_SOCKET": f"@{name}"})
            assert sock.recv(100) == b"STOPPING=1"

    @pytest.mark.parametrize("address", ["", "/gone/away", "vsock:2:3", "@"])
    def test_without_a_manager_nothing_happens(self, address: str) -> None:
        """No socket, one that is gone, one of another kind: nobody is told, nothing is raised."""
        assert not notify("READY=1", {"NOTIFY_SOCKET": address})
        assert not notify("READY=1", {})

    def test_a_busy_manager_is_not_waited_for(self, manager: socket.socket) -> None:
        """When its queue is full the word is lost, not the time."""
        env = {"NOTIFY_SOCKET": manager.getsockname()}
        with manager:
            began = time.monotonic()
            taken = [notify("READY=1", env) for _ in range(1_000)]

            assert taken[0]
            assert not taken[-1]
            assert time.monotonic() - began < 5


class TestBeat:
    async def test_the_loop_is_heard_twice_in_each_interval(self, manager: socket.socket) -> None:
        """Six beats come in about half the time that six intervals take; a loop that is stuck falls silent."""
        env = {"NOTIFY_SOCKET": manager.getsockname(), "WATCHDOG_USEC": "200000", "WATCHDOG_PID": str(os.getpid())}
        with manager:
            began = time.monotonic()
            beat(env)
            heard = [await asyncio.to_thread(manager.recv, 100) for _ in range(6)]
            took_s = time.monotonic() - began
            manager.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                # What the loop said while we heard the last one; from here on it is stuck, with no await between.
                while manager.recv(100):
                    pass
            time.sleep(0.3)  # noqa: ASYNC251 - a stuck loop is the point
            with pytest.raises(BlockingIOError):
                manager.recv(100)

        assert set(heard) == {b"WATCHDOG=1"}
        assert 0.4 <= took_s < 3

    @pytest.mark.parametrize(
        "env", [{}, {"WATCHDOG_USEC": "0"}, {"WATCHDOG_USEC": "soon"}, {"WATCHDOG_USEC": "2000", "WATCHDOG_PID": "1"}]
    )
    async def test_nobody_who_did_not_ask_is_told(self, manager: socket.socket, env: dict[str, str]) -> None:
        """No interval, an unreadable one, or one meant for another process."""
        with manager:
            beat({"NOTIFY_SOCKET": manager.getsockname(), **env})
            await asyncio.sleep(0.05)

            manager.setblocking(False)
            with pytest.raises(BlockingIOError):
                manager.recv(100)
