"""`factcheck report`."""

from __future__ import annotations

import click

from factcheck.cli.options import RunOptions, output_options, run_options
from factcheck.cli.output import Output, print_text, write_outputs
from factcheck.cli.runs import run_or_load
from factcheck.report.formats import FORMATS


@click.command
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@output_options(*FORMATS)
@run_options
def report(paths: tuple[str, ...], format: str, output: tuple[Output, ...], options: RunOptions) -> int:
    """What the articles at PATH say: where they conflict, agree, or stand alone.

    PATH is a file, a folder, a glob, - for standard input, or the JSON of an earlier run. What cannot be read is left
    out and named in the report.
    """
    from factcheck.report import render_report

    found = run_or_load(paths, options)
    write_outputs(output, lambda name: render_report(found, name))
    print_text(render_report(found, format, settings=options.look()))
    return 0
