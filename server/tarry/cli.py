"""The ``tarry`` command."""

import sys
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module

import click

from tarry import __version__
from tarry.errors import TarryError

PLACES = {
    "demo": "run.demo",
    "serve": "run.serve",
    "init": "owner.init",
    "check": "owner.check",
    "tag": "tag.tag",
    "doctor": "doctor.doctor",
    "log": "log.log",
    "why": "why.why_command",
    "replay": "replay.replay_command",
    "shelf": "shelf.shelf",
    "preview": "preview.preview",
    "experiments": "experiments.experiments_command",
    "codes": "codes.codes",
    "budget": "budget.budget",
    "guard": "guard.guard",
    "refusals": "refusals.refusals",
    "pause": "pause.pause",
    "resume": "pause.resume",
    "lab": "lab.lab",
    "bench": "bench.bench",
    "conform": "conform.conform",
    "send": "send.send",
    "bad": "bad.bad",
    "backup": "backup.backup",
    "restore": "backup.restore",
    "upgrade": "upgrade.upgrade",
    "export": "subject.export_command",
    "erase": "subject.erase_command",
    "kin": "kin.kin_command",
    "part": "kin.part_command",
    "privacy": "privacy.privacy",
    "keys": "keys.keys",
}
"""Where in ``tarry.commands`` each command is to be found: module and name."""


class _Commands(UserDict[str, click.Command]):
    """The commands by name, each imported when it is first asked for: a short one spends most of its time importing."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in self.data:
            module, _, noun = PLACES[name].partition(".")
            self.data[name] = getattr(import_module(f"tarry.commands.{module}"), noun)
        return self.data[name]

    def __contains__(self, name: object) -> bool:
        return name in PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)


@click.group(commands=_Commands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", prog_name="tarry")
def cli() -> None:
    """Tarry wins back hesitating shoppers on the page, in the moment.

    Start with `tarry demo`; for your own shop: `tarry init`, `tarry check`, `tarry serve`.
    """


def main() -> None:
    """Run the command; what went wrong on purpose is told in its own words, without a traceback."""
    try:
        cli(standalone_mode=False)
    except click.exceptions.Exit as exc:
        sys.exit(exc.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as exc:
        exc.show()
        sys.exit(exc.exit_code)
    except TarryError as exc:
        click.echo(f"tarry: {exc}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stderr.close()
        sys.exit(0)
