"""Random walks through the model: the same seed takes the same steps."""

import random
from collections.abc import Callable

from tests.model.world import KINDS, World

Step = Callable[[World, random.Random], None]
STEPS: tuple[Step, ...] = (
    lambda world, chance: world.track(_tab(chance), chance.randrange(len(KINDS)), chance.randint(1, 4)),
    lambda world, chance: world.track(_tab(chance), 0, 1),
    lambda world, chance: world.order(_tab(chance)),
    lambda world, chance: world.connect(_tab(chance), well=chance.random() < 0.8),
    lambda world, chance: world.connect(_tab(chance), well=True),
    lambda world, chance: world.up(_tab(chance), chance.randint(1, 5)),
    lambda world, chance: world.up(_tab(chance), 100),
    lambda world, chance: world.down(_tab(chance), chance.randint(1, 5)),
    lambda world, chance: world.down(_tab(chance), 100),
    lambda world, chance: world.commit(raced=chance.random() < 0.3),
    lambda world, _chance: world.commit(raced=False),
    *[lambda world, chance: world.exchange(_tab(chance))] * 8,
    *[lambda world, chance: world.offer(chance.choice((2_000, 30_000)))] * 2,
    *[lambda world, _chance: world.race()] * 3,
    lambda world, chance: world.track(_tab(chance), chance.randrange(len(KINDS)), chance.randint(1, 30)),
    *[lambda world, chance: _lose_one(world, _tab(chance))] * 3,
    lambda world, chance: world.duplicate(_tab(chance)),
    lambda world, chance: world.cut(_tab(chance)),
    lambda world, chance: world.half_open(_tab(chance), deaf=chance.random() < 0.6, dumb=chance.random() < 0.6),
    lambda world, chance: world.beacon(_tab(chance), reply=chance.random() < 0.5),
    lambda world, chance: world.post(_tab(chance), arrives=chance.random() < 0.7, answered=chance.random() < 0.7),
    lambda world, chance: world.offer(chance.choice((2_000, 30_000))),
    lambda world, chance: world.claim(_tab(chance)),
    lambda world, chance: world.speak(chance.choice((2_000, 30_000))),
    lambda world, chance: world.tell(_tab(chance), chance.choice(("dismissed", "clicked"))),
    lambda world, chance: world.kill() if chance.random() < 0.5 else world.drain(),
    lambda world, _chance: world.replicate(),
    lambda world, _chance: world.fail_over(),
    lambda world, chance: world.wait(chance.choice((1, 100, 700, 3_000, 36_000))),
    lambda world, chance: world.wait(chance.choice((100, 700))),
)


def walk(world: World, chance: random.Random, steps: int) -> None:
    """Take so many random steps, check after each, then end all faults; raises ``Violation``."""
    for _ in range(steps):
        chance.choice(STEPS)(world, chance)
        world.check()
    world.heal()


def _tab(chance: random.Random) -> int:
    return chance.randrange(2)


def _lose_one(world: World, tab: int) -> None:
    """Lose the first of two batches on their way: a gap."""
    world.track(tab, 0, 1)
    world.track(tab, 0, 1)
    world.lose_frame(tab)
