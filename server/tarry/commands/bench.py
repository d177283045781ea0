"""``tarry bench``: how much processor time Tarry takes, beside a server that only parses and acknowledges."""

import statistics
import sys

import click
import orjson

from tarry.errors import TarryError
from tarry.lab.bench import Result, Round
from tarry.lab.bench import bench as run_bench
from tarry.lab.pace_of_copy import measure as measure_copy
from tarry.lab.pace_of_decisions import measure
from tarry.lab.shopper import BATCH_EVENTS


@click.group(invoke_without_command=True)
@click.option("--rounds", type=click.IntRange(1, 1000), default=9, show_default=True, help="Rounds for each server.")
@click.option(
    "--visitors", type=click.IntRange(10, 500), default=100, show_default=True, help="Sittings told in each round."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@click.pass_context
def bench(ctx: click.Context, *, rounds: int, visitors: int, as_json: bool) -> None:
    """Measure Tarry against a bare server, or what the command after it names.

    Both run on this machine and are told the same sittings in turn. What counts is the ratio of batches acknowledged
    per second of each server's own processor time; other work on the machine hardly disturbs it.
    """
    if ctx.invoked_subcommand is not None:
        return
    if not sys.platform.startswith("linux"):
        raise TarryError("tarry bench reads another process's clock and waits with epoll: it needs Linux")
    result = run_bench(rounds, visitors)
    click.echo(orjson.dumps(_figures(result)).decode() if as_json else table(result))


@bench.command()
@click.option("--shoppers", type=click.IntRange(1, 100_000), default=300, show_default=True, help="Shoppers to tell.")
@click.option("--seed", type=int, default=1, show_default=True, help="Whose town they come from.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def decide(*, shoppers: int, seed: int, as_json: bool) -> None:
    """Measure how long an event takes to be folded and noticed, and a moment to be decided, in microseconds."""
    figures = measure(seed, shoppers)
    if as_json:
        click.echo(orjson.dumps(figures).decode())
        return
    click.echo(f"{figures['events']:,} events, {figures['moments']:,} moments of {shoppers:,} shoppers")
    click.echo("fold and signals: {fold_mean_us:.1f} us an event, p99 {fold_p99_us:.1f} us".format(**figures))
    click.echo("decide: p50 {decide_p50_us:.1f} us, p99 {decide_p99_us:.1f} us a moment".format(**figures))


@bench.command()
@click.option(
    "--visitors", type=click.IntRange(10, 5_000), default=200, show_default=True, help="Moments of each kind."
)
@click.option("--calls", type=click.IntRange(10, 100_000), default=10_000, show_default=True, help="Faulted calls.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def copy(*, visitors: int, calls: int, as_json: bool) -> None:
    """Measure how long words take: written ahead for a slow model, by the house writer, and with a model that fails.

    The clock runs from the last event's leaving a scripted page to the prompt's frame; drawing it is the browser's.
    """
    figures = measure_copy(visitors, calls)
    if as_json:
        click.echo(orjson.dumps(figures).decode())
        return
    for name, told in (("written ahead", "bank"), ("house writer", "house"), ("model at fault", "faulted")):
        row = figures[told]
        click.echo(
            f"{name:15}"
            + "p50 {p50_ms:7.1f} ms  p95 {p95_ms:7.1f}  p99 {p99_ms:7.1f}  worst {worst_ms:7.1f}".format(**row)
        )
    click.echo("a flood of {moments} moments: {made} calls of {allowed} allowed".format(**figures["flood"]))


def _figures(result: Result) -> dict[str, object]:
    return {
        "ratio": round(result.ratio(), 3),
        "ratios": [round(ratio, 3) for ratio in result.ratios()],
        "bare_us": [round(_cost_us(r), 1) for r in result.bare],
        "tarry_us": [round(_cost_us(r), 1) for r in result.tarry],
        "batches": result.tarry[0].batches,
        "frame_bytes": round(result.frame_bytes),
        "told": result.told,
        "logged": result.logged,
        "spoke": result.spoke,
    }


def table(result: Result) -> str:
    """Return a run's figures for people: one line a round, then the ratio."""
    lines = [
        f"{result.tarry[0].batches:,} batches a round of {BATCH_EVENTS} events, {result.frame_bytes:,.0f} bytes each"
    ]
    rows = zip(result.bare, result.tarry, result.ratios(), strict=True)
    lines += [f"  bare {_cost_us(b):6.1f} us   Tarry {_cost_us(t):6.1f} us   ratio {ratio:.3f}" for b, t, ratio in rows]
    lines.append(
        f"Tarry's log holds {result.logged:,} of {result.told:,} events; it decided {result.spoke:,} times to speak"
    )
    bare, tarry = (statistics.median(map(_cost_us, side)) for side in (result.bare, result.tarry))
    lines.append(
        f"Tarry / bare = {result.ratio():.3f} ({tarry:.0f} us against {bare:.0f} us of processor time a batch)"
    )
    return "\n".join(lines)


def _cost_us(measured: Round) -> float:
    return 1_000_000 / measured.rate()
