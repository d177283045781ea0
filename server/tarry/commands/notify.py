"""Telling the service manager how it stands with us: systemd's notification socket, one datagram a message."""

import asyncio
import contextlib
import os
import socket
from collections.abc import Mapping


def notify(state: str, env: Mapping[str, str] = os.environ) -> bool:
    """Send a state such as ``READY=1`` to the socket named by ``NOTIFY_SOCKET``; returns whether it was taken.

    Without one, under no manager, nothing happens. A name that begins with ``@`` is one of the abstract namespace.
    See sd_notify(3).
    """
    address = env.get("NOTIFY_SOCKET", "")
    if address[:1] not in ("/", "@"):
        return False
    if address[0] == "@":
        address = f"\0{address[1:]}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sock, contextlib.suppress(OSError):
        # A manager whose queue is full is not waited for: serving comes first.
        sock.setblocking(False)
        sock.sendto(state.encode(), address)
        return True
    return False


def beat(env: Mapping[str, str] = os.environ) -> None:
    """Tell the manager from the running loop, twice in each ``WATCHDOG_USEC`` microseconds, that it still turns.

    A loop that is stuck falls silent, and the manager starts another server. Without a watchdog nothing happens.
    """
    every_s = _number(env, "WATCHDOG_USEC") / 2_000_000
    if every_s <= 0 or _number(env, "WATCHDOG_PID") not in (0, os.getpid()):
        return
    loop = asyncio.get_running_loop()

    def again() -> None:
        notify("WATCHDOG=1", env)
        loop.call_later(every_s, again)

    again()


def _number(env: Mapping[str, str], name: str) -> int:
    value = env.get(name, "")
    return int(value) if value.isascii() and value.isdigit() else 0
