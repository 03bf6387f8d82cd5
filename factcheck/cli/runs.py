"""A run for a command: articles go through the pipeline, a saved run is taken as it is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from factcheck.cli.options import RunOptions
from factcheck.cli.progress import progress_shown
from factcheck.config import Config
from factcheck.errors import ReportError
from factcheck.report.saved import SavedReport


def run_or_load(paths: Sequence[str], options: RunOptions) -> SavedReport:
    """What the pipeline finds in the articles at `paths`; what the file says where `paths` is one saved run.

    Raises:
        NothingToRead: when no article can be read.
        ReportError: when the saved run cannot be read.
    """
    if len(paths) == 1 and paths[0].lower().endswith(".json"):
        return _load(Path(paths[0]))
    from factcheck import pipeline
    from factcheck.report.save import save_report

    settings, stdin = options.settings(options.load_config()), stdin_for(paths)
    with progress_shown(quiet=options.quiet) as progress:
        report = pipeline.run(paths, settings=settings, stdin=stdin, progress=progress.step, notify=progress.note)
    return save_report(report)


def last_run(options: RunOptions) -> SavedReport:
    """The last run that was kept.

    Raises:
        ReportError: when none was.
    """
    from factcheck.archive import last_report, open_archive
    from factcheck.report import report_from_json

    with closing(open_archive(options.settings(Config()).archive)) as archive:
        kept = last_report(archive)
    if kept is None:
        raise ReportError("no run is kept; name the articles, or the JSON of a run")
    return report_from_json(kept)


def stdin_for(paths: Sequence[str]) -> bytes | None:
    """What stands on standard input, where "-" asks for it."""
    return sys.stdin.buffer.read() if "-" in paths else None


def _load(path: Path) -> SavedReport:
    from factcheck.report import report_from_json

    try:
        return report_from_json(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ReportError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReportError(f"{path} is no saved run: not UTF-8") from error
    except ReportError as error:
        raise ReportError(f"{path}: {error}") from error
