"""One tab of the model: the product's own client, its sockets as queues, and what was kept and shown in it."""

from dataclasses import dataclass, field

import orjson
from tests.core.stories import T0
from tests.model.server import Peer
from tests.model.store import Violation

from tarry.lab.client import Client
from tarry.lab.deeds import Close, Deed, Facts, Open, Over, Post, Send, Show
from tarry.lab.outbox import RING_EVENTS, Frame, Outbox


@dataclass(eq=False)
class Socket:
    """A connection between a tab and the server: frames on their way up; those on their way down lie at the peer.

    ``deaf`` and ``dumb``: what comes down, or goes up, is lost without a word.
    """

    peer: Peer = field(default_factory=Peer)
    up: list[bytes] = field(default_factory=list)
    past: list[bytes] = field(default_factory=list)
    closed: bool = False
    deaf: bool = False
    dumb: bool = False


class Tab:
    """One document and its wires. ``ids`` says by number what each event was kept as."""

    def __init__(self, name: str, outbox: type[Outbox]) -> None:
        self.sid = f"{name:_<22}"
        self.client = Client(Facts("pk", T0), names=lambda: self.sid, chance=lambda: 0.3, tok="tok")
        self.client.outbox = outbox()
        self.name = name
        self.sockets: dict[int, Socket] = {}
        self.opening: int | None = None
        self.posts: list[Post] = []
        self.ids: dict[int, str] = {}
        self.cancelled: set[str] = set()

    @property
    def flooded(self) -> bool:
        """Tell whether more was kept than a page has to hold, so that it may have had to give something up."""
        return self.client.outbox.last > RING_EVENTS

    @property
    def socket(self) -> Socket | None:
        """Return the newest socket, open or not."""
        return self.sockets.get(self.client.link.generation)

    def keep(self, n: str, now: float) -> None:
        """Keep one event that bears a name of its own."""
        name = f"{self.name}-{self.client.outbox.last + 1}"
        bodies: dict[str, Frame] = {
            "page_view": {"path": name, "kind": "product"},
            "custom": {"name": name},
            "add_to_cart": {"sku": "MUG", "qty": 1, "name": name},
            "purchase": {"order": name},
        }
        seq = self.client.keep(n, bodies.get(n, {"name": name}), now)
        if seq:
            self.ids[seq] = name

    def work(self) -> list[Show]:
        """Do what the client wants done, as far as the wire goes; returns what it wants to show."""
        shown: list[Show] = []
        for deed in self.client.deeds():
            self._do(deed, shown)
        return shown

    def _do(self, deed: Deed, shown: list[Show]) -> None:
        match deed:
            case Open():
                self.opening = deed.generation
            case Send():
                socket = self.sockets[deed.generation]
                socket.up.append(orjson.dumps(deed.frame))
            case Close():
                if deed.generation in self.sockets:
                    self.sockets[deed.generation].closed = True
            case Post():
                self.posts.append(deed)
            case Show():
                shown.append(deed)
            case Over():
                raise Violation(f"I10: {self.name} gave up for good with {deed.code}")
