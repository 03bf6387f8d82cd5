"""report: a run as text, Markdown, JSON, CSV and HTML; as pandas tables in tables.py. No format computes a verdict."""

from __future__ import annotations

from factcheck.datamodel import Report
from factcheck.errors import ReportError
from factcheck.report.saved import SavedReport
from factcheck.report.settings import ReportSettings

__all__ = ["ReportSettings", "SavedReport", "explain_claim", "render_report", "report_from_json", "to_json"]

# What makes a report is loaded when one is made: settings are read long before, and for every command.


def render_report(
    report: Report | SavedReport,
    format: str,
    *,
    settings: ReportSettings | None = None,
) -> str:
    """The report in a format of `formats.FORMATS`, ending with a line break. Write it as UTF-8, line ends as they are.

    Raises:
        ReportError: when no format has this name.
    """
    from factcheck.report.formats import FORMATS
    from factcheck.report.save import save_report
    from factcheck.report.view import build_view
    from factcheck.report.visible import encodable

    if format not in FORMATS:
        raise ReportError(f"no format is called {format!r}; choose one of {', '.join(FORMATS)}")
    view = build_view(save_report(report))
    return encodable(FORMATS[format].render(view, settings or ReportSettings()))


def to_json(report: Report | SavedReport) -> str:
    """The report as JSON, with all that any format needs; docs/report.schema.json tells its shape."""
    from factcheck.report.json import dump
    from factcheck.report.save import save_report

    return dump(save_report(report))


def report_from_json(text: str) -> SavedReport:
    """The report that `to_json` wrote. Each function of this stage takes it in place of a Report, with the same result.

    Raises:
        ReportError: when the text is not one, is of another version, or is damaged.
    """
    from factcheck.report.json import load

    return load(text)


def explain_claim(report: Report | SavedReport, where: str, *, settings: ReportSettings | None = None) -> str:
    """Why claims were matched and judged as they were: `where` is a claim's id or FILE:LINE.

    Raises:
        UnknownClaim: when no claim has this id or stands on this line.
    """
    from factcheck.report.explain import explain
    from factcheck.report.save import save_report

    return explain(save_report(report), where, settings or ReportSettings())
