"""`factcheck extract`."""

from __future__ import annotations

import click

from factcheck.cli.options import RunOptions, output_options, run_options
from factcheck.cli.output import Output, print_text, write_outputs
from factcheck.cli.runs import run_or_load


@click.command
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@output_options("jsonl", "csv")
@run_options
def extract(paths: tuple[str, ...], format: str, output: tuple[Output, ...], options: RunOptions) -> int:
    """The claims in the articles at PATH, one a line."""
    from factcheck.report.listing import LISTINGS

    claims = run_or_load(paths, options)
    write_outputs(output, lambda name: LISTINGS[name](claims))
    print_text(LISTINGS[format](claims))
    return 0
