"""The ``tarry`` command."""

import sys

import click

from tarry import __version__
from tarry.commands.backup import backup, restore
from tarry.commands.bad import bad
from tarry.commands.bench import bench
from tarry.commands.conform import conform
from tarry.commands.doctor import doctor
from tarry.commands.lab import lab
from tarry.commands.log import log
from tarry.commands.owner import check, init
from tarry.commands.replay import replay_command
from tarry.commands.run import demo, serve
from tarry.commands.send import send
from tarry.commands.tag import tag
from tarry.commands.upgrade import upgrade
from tarry.commands.why import why_command
from tarry.errors import TarryError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", prog_name="tarry")
def cli() -> None:
    """Tarry wins back hesitating shoppers on the page, in the moment.

    Start with `tarry demo`; for your own shop: `tarry init`, `tarry check`, `tarry serve`.
    """


for command in (
    demo,
    serve,
    init,
    check,
    tag,
    doctor,
    log,
    why_command,
    replay_command,
    lab,
    bench,
    conform,
    send,
    bad,
    backup,
    restore,
    upgrade,
):
    cli.add_command(command)


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
