"""``tarry experiments``: how many visitors met which arm, and how many met two."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click

from tarry.commands.data import data_option
from tarry.console.escape import json_line
from tarry.core.met import Met
from tarry.live.clock import SystemClock
from tarry.stores.reader import LogFile

CROSSED_MOST = 0.01
"""With a larger share of visitors who met two arms, something is wrong with how visitors are recognised."""


@dataclass(slots=True)
class Phase:
    """One phase of an experiment: visitors by the arm they met, and those who met more than one."""

    arms: Counter[str] = field(default_factory=Counter)
    crossed: int = 0

    def add(self, met: Met) -> None:
        """Count one visitor; who met two arms is in neither."""
        if met.others:
            self.crossed += 1
        else:
            self.arms[met.arm] += 1

    @property
    def doubtful(self) -> bool:
        """Tell whether too many met two arms."""
        return self.crossed > CROSSED_MOST * (self.arms.total() + self.crossed)


def count(all_met: Iterable[tuple[str, Met]]) -> dict[tuple[str, str, int], Phase]:
    """Count arms met, each with its site, by site, experiment and phase."""
    found: dict[tuple[str, str, int], Phase] = {}
    for site, met in all_met:
        found.setdefault((site, met.experiment, met.phase), Phase()).add(met)
    return dict(sorted(found.items()))


@click.command(name="experiments")
@data_option
@click.option("--json", "as_json", is_flag=True, help="Newline-delimited JSON, one line a phase.")
def experiments_command(*, data: Path, as_json: bool) -> None:
    """List every experiment, phase and arm with the visitors who were exposed to it."""
    found = count(LogFile(data, now_ms=SystemClock().now_ms).met())
    if not found and not as_json:
        click.echo("nobody has met an experiment yet; docs/experiments.md tells how to begin one")
    for (site, name, phase), one in found.items():
        if as_json:
            told = {"site": site, "experiment": name, "phase": phase, "arms": dict(sorted(one.arms.items()))}
            click.echo(json_line({**told, "two_arms": one.crossed, "doubtful": one.doubtful}))
            continue
        click.echo(f"{name}, phase {phase} ({site})")
        for arm, visitors in sorted(one.arms.items()):
            click.echo(f"  {arm}: {visitors}")
        if one.crossed:
            warning = ", more than one in a hundred: do not trust this phase" if one.doubtful else ""
            click.echo(f"  met two arms, counted in neither: {one.crossed}{warning}")
