"""The model's world: two tabs of one visitor, a network that fails, a server that dies; invariants after each step."""

from collections import Counter

import orjson
from tests.core.stories import T0
from tests.model.invariants import Invariants
from tests.model.server import ModelServer
from tests.model.store import ModelStore, Violation
from tests.model.tab import Socket, Tab

from tarry.lab.outbox import Outbox
from tarry.lab.prompts import GRANT_MS, Told

KINDS = ("page_view", "custom", "add_to_cart", "mystery")
"""Names of events that are told; nobody knows a ``mystery``, so it is a bad event."""
TICK_MS = 500
HEAL_ROUNDS = 80


class World:
    """Everything a rule can do; each method is one rule and may be called at any time with any numbers."""

    def __init__(self, *, server: type[ModelServer] = ModelServer, outbox: type[Outbox] = Outbox) -> None:
        self.now = 0
        self.store = ModelStore(T0)
        self.server = server(self.store)
        self.tabs = [Tab(name, outbox) for name in ("a", "b")]
        self.shows: Counter[tuple[str, str]] = Counter()
        self.invariants = Invariants(self.store, self.server, self.tabs)
        for tab in self.tabs:
            tab.client.start(0)
            tab.work()

    # -- the shopper --------------------------------------------------------------------------------------------

    def track(self, tab: int, kind: int, count: int) -> None:
        """Keep a few events."""
        for _ in range(count):
            self.tabs[tab].keep(KINDS[kind], self.now)
        self._work(self.tabs[tab])

    def flood(self, tab: int) -> None:
        """Keep more than a page can hold."""
        for _ in range(300):
            self.tabs[tab].keep("custom", self.now)
        self._work(self.tabs[tab])

    def order(self, tab: int) -> None:
        """Buy: what was to be said is out of date."""
        self.tabs[tab].keep("purchase", self.now)
        self._work(self.tabs[tab])

    def claim(self, tab: int) -> None:
        """Ask to show the newest prompt there is."""
        client = self.tabs[tab].client
        prompt = client.prompts.claimable(self.now)
        if prompt is not None:
            client.claim(prompt.id, self.now)
        self._work(self.tabs[tab])

    def race(self) -> None:
        """Let all tabs ask for what there is at once, and hear the answers."""
        for tab in range(len(self.tabs)):
            self.exchange(tab)
            self.claim(tab)
        self.meet()

    def tell(self, tab: int, st: Told) -> None:
        """Say what became of a prompt on the page."""
        for push_id in self.tabs[tab].client.prompts.on_screen():
            self.tabs[tab].client.tell(push_id, st, self.now)
        self._work(self.tabs[tab])

    # -- the network --------------------------------------------------------------------------------------------

    def connect(self, tab: int, *, well: bool) -> None:
        """Let an upgrade succeed or fail."""
        page = self.tabs[tab]
        generation, page.opening = page.opening, None
        if generation is None:
            return
        if well:
            page.sockets[generation] = socket = Socket()
            self.server.peers.append(socket.peer)
            page.client.opened(generation, self.now)
        else:
            page.client.closed(generation, 1006, self.now)
        self._work(page)

    def up(self, tab: int, count: int) -> None:
        """Let the server read some frames, of old sockets too."""
        for socket in self.tabs[tab].sockets.values():
            for _ in range(min(count, len(socket.up))):
                data = socket.up.pop(0)
                if not socket.dumb:
                    socket.past.append(data)
                    self.server.hear(socket.peer, data, self.now)
            if socket.closed and not socket.up and not socket.dumb:
                socket.peer.closed = True

    def down(self, tab: int, count: int) -> None:
        """Let the page read some frames."""
        page = self.tabs[tab]
        for generation, socket in list(page.sockets.items()):
            for _ in range(min(count, len(socket.peer.down))):
                data = socket.peer.down.pop(0)
                if not socket.deaf:
                    self._read(page, generation, socket, data)
        self._work(page)

    def exchange(self, tab: int) -> None:
        """Let one tab and the server hear one another out, for once."""
        self.connect(tab, well=True)
        self.up(tab, 1000)
        self.commit(raced=False)
        self.down(tab, 1000)

    def meet(self) -> None:
        """Let all tabs and the server hear one another out."""
        for tab in range(len(self.tabs)):
            self.exchange(tab)

    def lose_frame(self, tab: int) -> None:
        """Lose one batch on its way, as no honest network does; the protocol gets over it."""
        socket = self.tabs[tab].socket
        if socket is not None:
            batches = [place for place, data in enumerate(socket.up) if b'"t":"ev"' in data]
            if batches:
                del socket.up[batches[0]]

    def duplicate(self, tab: int) -> None:
        """Let the server read the last batches of every socket once more."""
        for socket in self.tabs[tab].sockets.values():
            for data in [data for data in socket.past if b'"t":"ev"' in data][-2:]:
                self.server.hear(socket.peer, data, self.now)

    def cut(self, tab: int) -> None:
        """Lose the connection: both sides know, and what was on its way is gone."""
        socket = self.tabs[tab].socket
        if socket is not None:
            socket.peer.closed = True
            socket.up.clear()
            socket.peer.down[:] = [1006]
            socket.deaf = socket.dumb = False
            self.down(tab, 1)

    def half_open(self, tab: int, *, deaf: bool, dumb: bool) -> None:
        """Lose what goes one way, or both, while nobody is told."""
        socket = self.tabs[tab].socket
        if socket is not None:
            socket.deaf, socket.dumb = socket.deaf or deaf, socket.dumb or dumb

    def beacon(self, tab: int, *, reply: bool) -> None:
        """Post what is unacknowledged."""
        self.tabs[tab].client.beacon(self.now, reply=reply)
        self._work(self.tabs[tab])

    def post(self, tab: int, *, arrives: bool, answered: bool) -> None:
        """Let the oldest beacon arrive or be lost; its answer too."""
        page = self.tabs[tab]
        if not page.posts:
            return
        post = page.posts.pop(0)
        answers: list[dict[str, object]] = []
        if arrives:
            self.server.beacon(orjson.dumps(post.body), self.now, answers.append)
            self.server.commit(self.now)
        answer = answers[0] if answers and answered else None
        page.client.posted(post.number, 200 if answer else 0, self.now, answer)
        self._work(page)

    # -- the server ---------------------------------------------------------------------------------------------

    def commit(self, *, raced: bool) -> None:
        """Make durable what waits, and answer."""
        self.server.commit(self.now, raced=raced)

    def offer(self, lasts_ms: int) -> None:
        """Have something to say."""
        self.server.offer(lasts_ms, self.now)

    def speak(self, lasts_ms: int) -> None:
        """Say something while both tabs listen."""
        self.meet()
        self.offer(lasts_ms)
        self.meet()

    def kill(self) -> None:
        """Kill the server: what is not durable is gone, and so are the connections."""
        self.server.kill()

    def drain(self) -> None:
        """Restart the server in good order."""
        self.server.drain(self.now)

    def replicate(self) -> None:
        """Let the replica catch up."""
        self.store.replicate()

    def fail_over(self) -> None:
        """Lose the machine and go on with the replica, which may lag."""
        self.server.fail_over()

    def wait(self, ms: int) -> None:
        """Let time pass."""
        ends = self.now + ms
        while self.now < ends:
            self.now = min(self.now + TICK_MS, ends)
            for tab in self.tabs:
                tab.client.tick(self.now)
                self._work(tab)
        self.server.settle(self.now)

    # -- what must hold -----------------------------------------------------------------------------------------

    def check(self) -> None:
        """Check every invariant; raises ``Violation``."""
        self.invariants.check()

    def heal(self) -> None:
        """End all faults and let everything arrive (I10)."""
        for tab in range(len(self.tabs)):
            self.cut(tab)
        for turn in range(HEAL_ROUNDS):
            for tab in range(len(self.tabs)):
                self.exchange(tab)
                self.post(tab, arrives=True, answered=True)
                self.check()
            if all(self._arrived(tab) for tab in self.tabs) and not self.server.waiting:
                break
            self.wait(500 if turn < HEAL_ROUNDS // 2 else 20_000)
        self.invariants.check_arrived()

    def _arrived(self, tab: Tab) -> bool:
        """Tell whether a page has nothing left to send, and has met the store as it is now."""
        return tab.client.settled and tab.client.link.up and tab.client.ep == self.store.epoch

    def _work(self, tab: Tab) -> None:
        for show in tab.work():
            self._shown(tab, show.prompt.id, show.prompt.asked_at)

    def _shown(self, tab: Tab, push_id: str, asked_at: float) -> None:
        place = (push_id, self.store.epoch)
        self.shows[place] += 1
        if self.shows[place] > 1:
            raise Violation(f"I6: {push_id} is shown {self.shows[place]} times")
        if push_id in tab.cancelled:
            raise Violation(f"I6: {push_id} is shown after it was withdrawn")
        if self.now - asked_at > GRANT_MS:
            raise Violation(f"I6: {push_id} is shown {self.now - asked_at} ms after it was claimed")
        tab.client.tell(push_id, "shown", self.now)
        tab.work()

    def _read(self, tab: Tab, generation: int, socket: Socket, data: bytes | int) -> None:
        if isinstance(data, int):
            tab.client.closed(generation, data, self.now)
            return
        frame = orjson.loads(data)
        heard = generation == tab.client.link.generation and not socket.closed
        tab.client.received(generation, data, self.now)
        if heard and frame["t"] == "push" and frame["kind"] == "cancel":
            tab.cancelled.add(frame["d"]["id"])
        self._work(tab)
