"""`factcheck check`."""

from __future__ import annotations

import click

from factcheck.cli.options import FailOnType, RunOptions, output_options, run_options
from factcheck.cli.output import Output, print_text, write_outputs
from factcheck.cli.progress import progress_shown
from factcheck.cli.runs import stdin_for
from factcheck.config import FAIL_ON, FailOn

FOUND = 1
COULD_NOT = 2


@click.command
@click.argument("articles", metavar="[ARTICLE...]", nargs=-1)
@click.option("--against", metavar="PATH", multiple=True, help="The corpus; else the corpus: of claims.yaml.")
@click.option("--fail-on", type=FailOnType(), help=(
    f"End with 1 if any of these is found: {', '.join(FailOn)}; none for nothing."
    f"  [default: the fail_on: of claims.yaml, else {','.join(FAIL_ON)}]"
))  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever is found.")
@click.option("--skip-unreadable", is_flag=True, help="Go on without what cannot be read, which else ends with 2.")
@output_options("text", "markdown", "json")
@run_options
def check(
    articles: tuple[str, ...],
    against: tuple[str, ...],
    fail_on: tuple[FailOn, ...] | None,
    exit_zero: bool,
    skip_unreadable: bool,
    format: str,
    output: tuple[Output, ...],
    options: RunOptions,
) -> int:
    """What in each ARTICLE conflicts with a corpus, agrees with it or stands alone.

    Without ARTICLE: whether the corpus says of the claims on the watch list what claims.yaml expects.
    """
    from factcheck.check import check_articles, render_check

    config = options.load_config()
    with progress_shown(quiet=options.quiet) as progress:
        result = check_articles(
            articles,
            against=against or config.corpus,
            watch=config.watch,
            settings=options.settings(config),
            stdin=stdin_for([*articles, *against]),
            progress=progress.step,
            notify=progress.note,
        )
    write_outputs(output, lambda name: render_check(result, name))
    print_text(render_check(result, format, settings=options.look()))
    if result.skipped and not skip_unreadable:
        unread = "".join(f"\n  {skipped.source}: {skipped.reason}" for skipped in result.skipped)
        click.echo(f"factcheck: not all could be read (--skip-unreadable goes on without):{unread}", err=True)
        return COULD_NOT
    if fail_on is None:
        fail_on = FAIL_ON if config.fail_on is None else config.fail_on
    return FOUND if result.fails(fail_on) and not exit_zero else 0
