"""R3: the protocol as a model: the product's own client against the product's own core, with everything going wrong."""

import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.faults.size import SOAK, size
from tests.model.machine import Model
from tests.model.mutants import MUTANTS, Mutant
from tests.model.store import Violation
from tests.model.walk import walk
from tests.model.world import World

EXAMPLES = size(300, 100_000)
STEPS = size(40, 60)
WALKS = 60
"""Random walks in which every mutant must be caught at least once."""


class TestModel:
    def test_nothing_is_lost_doubled_or_shown_twice(self) -> None:
        """Whatever order of faults, every invariant holds after each step, and in the end everything arrives."""
        Model.figures = Counter()

        run_state_machine_as_test(
            Model,
            settings=settings(
                max_examples=EXAMPLES,
                stateful_step_count=STEPS,
                deadline=None,
                derandomize=not SOAK,
                suppress_health_check=list(HealthCheck),
            ),
        )

        figures = Model.figures
        print(f"R3 {EXAMPLES} sequences of {STEPS} steps: {dict(figures)}")
        for what in ("arrived", "duplicate", "dead", "skipped", "failovers", "granted", "shown"):
            assert figures[what] > 0, f"no sequence came to anything {what}"

    def test_a_loss_the_server_has_the_beginning_of(self) -> None:
        """What a beacon brought and the page, without its answer, gave up later: the rest of the loss is stated.

        Found by ten thousand sequences; the page once waited for ever.
        """
        world = World()
        world.track(0, 1, 20)
        world.beacon(0, reply=False)
        world.flood(0)

        world.heal()


class TestMutants:
    @pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
    def test_each_is_caught_by_its_steps(self, mutant: Mutant) -> None:
        """A known fault is found by the invariant it breaks, in a few steps that are kept."""
        world = mutant.world()
        mutant.steps(world)

        with pytest.raises(Violation, match=f"^{mutant.shows}:"):
            world.check()

    @pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
    def test_the_same_steps_are_harmless_without_it(self, mutant: Mutant) -> None:
        """It is the fault that is found, not the steps."""
        world = World()

        mutant.steps(world)
        world.check()
        world.heal()

    @pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
    def test_each_is_caught_by_chance_too(self, mutant: Mutant) -> None:
        """Random walks meet every fault as well: the model is not made for the five alone."""
        caught = [seed for seed in range(WALKS) if _violates(mutant, seed)]

        print(f"R3 mutant {mutant.name!r}: caught in {len(caught)} of {WALKS} walks, first by seed {min(caught)}")
        assert caught

    def test_the_same_walks_find_nothing_in_the_product(self) -> None:
        """What the walks find in the mutants is not there without them."""
        for seed in range(WALKS):
            walk(World(), random.Random(seed), 40)


def _violates(mutant: Mutant, seed: int) -> bool:
    try:
        walk(mutant.world(), random.Random(seed), 40)
    except Violation:
        return True
    return False
