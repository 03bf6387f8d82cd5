"""`factcheck explain`."""

from __future__ import annotations

import click

from factcheck.cli.options import RunOptions, run_options
from factcheck.cli.output import print_text
from factcheck.cli.runs import last_run, run_or_load


@click.command
@click.argument("claim", metavar="CLAIM_ID|FILE:LINE")
@click.argument("paths", metavar="[PATH...|RUN.json]", nargs=-1)
@run_options
def explain(claim: str, paths: tuple[str, ...], options: RunOptions) -> int:
    """Why a claim was matched and judged as it was: both quotes, and each comparison in words.

    Without PATH, the last run that was kept is looked at.
    """
    from factcheck.report import explain_claim

    found = run_or_load(paths, options) if paths else last_run(options)
    print_text(explain_claim(found, claim, settings=options.look()))
    return 0
