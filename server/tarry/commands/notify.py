"""Telling the service manager how it stands with us: systemd's notification socket, one datagram a message."""

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
