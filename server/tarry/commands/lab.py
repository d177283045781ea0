"""``tarry lab``: simulated shoppers to try rules on."""

import sys
from pathlib import Path
from typing import Any

import click
import orjson

from tarry.core.policy import Policy, Rules
from tarry.lab.town import populate, report
from tarry.settings import read_rules


@click.group()
def lab() -> None:
    """Try house rules on simulated shoppers."""


@lab.command()
@click.option("--seed", type=int, default=1, show_default=True, help="Which town; the same seed is the same town.")
@click.option(
    "--shoppers", type=click.IntRange(1, 1_000_000), default=1_000, show_default=True, help="How many live there."
)
@click.option("--rules", "rules_file", type=click.Path(path_type=Path, dir_okay=False), help="House rules to try.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def town(*, seed: int, shoppers: int, rules_file: Path | None, as_json: bool) -> None:
    """Let a town of shoppers with planted reasons go through a shop, and tell what Tarry made of them.

    Nobody is held out unless the rules given say so. The shoppers, their signs and their answers are our own invention:
    the figures tell how well belief and rules do what they are meant to do, never what a real shop would earn.
    """
    rules = read_rules(rules_file) if rules_file is not None else Rules(holdout_percent=0)
    with click.progressbar(
        length=shoppers, label="Shoppers", file=sys.stderr, hidden=as_json or not sys.stderr.isatty()
    ) as bar:
        found = report(list(populate(seed, shoppers, Policy(rules), lambda: bar.update(1))), seed)
    click.echo(orjson.dumps(found).decode() if as_json else _table(found))


def _table(found: dict[str, Any]) -> str:
    by_reason = sorted(found["by_reason"].items(), key=lambda row: -row[1])
    rows = [
        f"{found['shoppers']:,} shoppers of seed {found['seed']}: {found['events']:,} events,"
        f" {found['decisions']:,} decisions",
        f"likeliest reason is the planted one   {found['top_reason_accuracy']:.1%} of those with one"
        f" (dealt out anew {found['shuffled_accuracy']:.1%}, by chance {found['chance']:.1%})",
        f"its sign stands in the evidence       {found['evidence_has_cue']:.1%}",
        f"as sure as right, within              {found['ece']:.3f}",
        f"just looking, and left alone          {found['looking_left_alone']:.1%}",
        f"spoken to                             {found['spoken_to']:.1%},"
        f" {found['spoken_for_planted']:.1%} of the words for the planted reason, {found['waved_away']:.1%} waved away",
        f"house rules broken                    {found['gate_violations']}",
        "",
        "reason         right",
        *(f"{reason:14} {share:.1%}" for reason, share in by_reason),
    ]
    return "\n".join(rows)
