"""Word to the service manager: over a real datagram socket, never waited for."""

import secrets
import socket
import time
from pathlib import Path

import pytest

from tarry.commands.notify import notify


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
