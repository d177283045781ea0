"""What the server counts: every event is in exactly one of five places, and nobody is told apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tarry.core.record import Line

STEPS_MS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0, 10_000.0)
"""Upper bounds of the classes in which durations are counted, in milliseconds."""


class Durations:
    """Durations counted by class: ``counts[i]`` of them took at most ``STEPS_MS[i]``, the last one longer."""

    def __init__(self) -> None:
        self.counts = [0] * (len(STEPS_MS) + 1)
        self.sum_ms = 0.0

    def add(self, ms: float) -> None:
        """Count one duration in milliseconds."""
        place = next((i for i, step in enumerate(STEPS_MS) if ms <= step), len(STEPS_MS))
        self.counts[place] += 1
        self.sum_ms += ms


@dataclass(slots=True)
class Counters:
    """Counts since the process began.

    Of events: ``received`` = ``applied`` + ``duplicate`` + ``dead`` + ``shed`` + ``refused`` + those still waiting to
    be committed. *Dead* ones are kept as bad events; *shed* ones were given up under load and are named in the log;
    *refused* ones were neither kept nor acknowledged, so that their page brings them again.
    """

    received: int = 0
    applied: int = 0
    duplicate: int = 0
    dead: int = 0
    shed: int = 0
    refused: int = 0
    frames: int = 0
    bad_frames: int = 0
    beacons: int = 0
    hellos: int = 0
    commits: int = 0
    commit_failures: int = 0
    bads: "Counter[str]" = field(default_factory=Counter)
    """Bad events and frames by code."""
    closes: "Counter[int]" = field(default_factory=Counter)
    """Connections ended by us, by close code."""
    upgrades_refused: "Counter[str]" = field(default_factory=Counter)
    """Upgrades turned away, by reason."""
    beacons_refused: "Counter[str]" = field(default_factory=Counter)
    """Beacons of which nothing was taken, by reason."""
    resumes: "Counter[str]" = field(default_factory=Counter)
    """Welcomes by how the stream resumed: ``new``, ``full`` or ``replay``."""
    decisions: "Counter[str]" = field(default_factory=Counter)
    """Decisions: ``speak``, or the gate that held."""
    deliveries: "Counter[str]" = field(default_factory=Counter)
    """What became of prompts: ``offered``, then each state as the session log tells it."""
    drafts: "Counter[str]" = field(default_factory=Counter)
    """Drafts there were words of, by writer."""
    refusals: "Counter[str]" = field(default_factory=Counter)
    """Drafts that broke a rule, by the rule; one that broke two counts for both."""
    copy: "Counter[str]" = field(default_factory=Counter)
    """Of model copy: moments that were a ``hit`` or a ``miss`` of the bank, drafts begun ``ahead``; ``calls`` and
    ``tokens_…`` of those that came; ``failed`` and ``refused`` ones; those that were not begun (``capped_…``,
    ``rested``)."""
    commit_ms: Durations = field(default_factory=Durations)
    """How long commits took, sync included."""
    ack_ms: Durations = field(default_factory=Durations)
    """From a frame's arrival to its acknowledgement."""

    @property
    def waiting(self) -> int:
        """Return how many received events are not yet decided on; zero when nothing is under way."""
        return self.received - self.applied - self.duplicate - self.dead - self.shed - self.refused

    def tell(self, lines: Iterable[Line]) -> None:
        """Count what committed log lines say was decided and delivered."""
        broken: set[tuple[object, object, str]] = set()
        for line in lines:
            if line.kind == "draft" and line.fields.get("text") is not None:
                self.drafts[str(line.fields["writer"])] += 1
            elif line.kind == "violation":
                broken.add((line.fields.get("decision"), line.fields.get("writer"), str(line.fields["rule"])))
            elif line.kind == "decision":
                self.decisions[str(line.fields.get("gate") or line.fields["decision"])] += 1
            elif line.kind == "push":
                self.deliveries["offered"] += 1
            elif line.kind == "delivery":
                self.deliveries[str(line.fields["st"])] += 1
        self.refusals.update(rule for _, _, rule in broken)
