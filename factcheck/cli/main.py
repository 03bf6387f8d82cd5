"""The command `factcheck`: its sub-commands, and how whatever happens becomes an exit status."""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from factcheck.cli.output import discard_output
from factcheck.errors import ConfigError, FactcheckError

COMMANDS = {
    "report": "Where articles conflict, agree or stand alone.",
    "check": "New articles against a corpus, or the corpus against a watch list.",
    "extract": "The claims in articles, one a line.",
    "explain": "Why a claim was matched and judged as it was.",
    "version": "The version, and those of the packages that decide what is found.",
}
"""Each sub-command and what the help says of it, so that the help need not load them: factcheck/cli/NAME.py."""

COULD_NOT = 2
INTERRUPTED = 130

EPILOG = """Exit status: 0 done; 1 (check alone) found what --fail-on names; 2 the job could not be done;
130 interrupted. Every option can be given as a variable: --format of report is FACTCHECK_REPORT_FORMAT."""


def main() -> NoReturn:
    """Runs the command line of this process and ends it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # UTF-8 whatever the locale; a file name that is no UTF-8 is shown with its bytes as escapes.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        cli.main(prog_name="factcheck")
    except OSError:
        # Neither standard output nor standard error can be written: nothing can be told but the status.
        discard_output()
        sys.exit(COULD_NOT)


class CommandLine(click.Group):
    """A group that loads a command when it is asked for, and ends with the promised statuses alone."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"factcheck.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the table of commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(
        self, args: Sequence[str] | None = None, prog_name: str | None = None, *rest: Any, **extra: Any
    ) -> NoReturn:
        """Runs the command line `args` and ends with its status: 0, 1, 2 or 130.

        A command returns its status; click's own errors, which would end with 1 or 2, all end with 2.
        """
        extra["standalone_mode"] = False
        try:
            status = super().main(args, prog_name, *rest, **extra)
        except click.Abort:
            status = INTERRUPTED
        except click.ClickException as error:
            error.show()
            status = COULD_NOT
        except SystemExit as ended:
            # click ends with 1 when a reader of the help has had enough, as in `factcheck --help | head -1`.
            status = 0 if ended.code == 1 else ended.code
        sys.exit(status)

    def invoke(self, ctx: click.Context) -> int:
        """Runs the sub-command; an error becomes a line on standard error and a status."""
        try:
            return int(super().invoke(ctx) or 0)
        except FactcheckError as error:
            _tell(error, with_trace=ctx.params["traceback"])
            return error.exit_code
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as bug:  # noqa: BLE001  # the last resort: a bug must not end with 1, which says "found some"
            _tell_bug(bug, with_trace=ctx.params["traceback"])
            return COULD_NOT


@click.group(
    cls=CommandLine,
    epilog=EPILOG,
    context_settings={"auto_envvar_prefix": "FACTCHECK", "help_option_names": ["-h", "--help"]},
)
@click.option("--traceback", is_flag=True, help="Show where in the program an error arose.")
def cli(traceback: bool) -> None:
    """Finds the claims in news articles, and says which agree, which conflict and where each comes from."""


def _tell(error: FactcheckError, *, with_trace: bool) -> None:
    if with_trace:
        traceback.print_exception(error)
    # Faults of claims.yaml begin with their place, as editors and CI read it.
    click.echo(str(error) if type(error) is ConfigError else f"factcheck: {error}", err=True)


def _tell_bug(bug: Exception, *, with_trace: bool) -> None:
    if with_trace:
        traceback.print_exception(bug)
    what = " ".join(str(bug).split()) or "no message"
    hint = "" if with_trace else "; factcheck --traceback … shows where"
    click.echo(f"factcheck: this is a bug: {type(bug).__name__}: {what}{hint}", err=True)
