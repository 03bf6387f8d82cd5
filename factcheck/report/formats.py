"""The formats, a row each. To add one: a file with `render(view, settings)`, a row here, a golden file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.report.settings import ReportSettings
from factcheck.report.view import View


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a report can be written."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[View, ReportSettings], str]


# Each format's file is loaded when it is used: a JSON report needs neither rich nor Jinja2.
def _text(view: View, settings: ReportSettings) -> str:
    from factcheck.report.text import render

    return render(view, settings)


def _markdown(view: View, settings: ReportSettings) -> str:
    from factcheck.report.markdown import render

    return render(view, settings)


def _json(view: View, settings: ReportSettings) -> str:
    from factcheck.report.json import render

    return render(view, settings)


def _csv(view: View, settings: ReportSettings) -> str:
    from factcheck.report.csv import render

    return render(view, settings)


def _html(view: View, settings: ReportSettings) -> str:
    from factcheck.report.html import render

    return render(view, settings)


FORMATS = {
    row.name: row
    for row in (
        Format("text", ".txt", "text/plain", _text),
        Format("markdown", ".md", "text/markdown", _markdown),
        Format("json", ".json", "application/json", _json),
        Format("csv", ".csv", "text/csv", _csv),
        Format("html", ".html", "text/html", _html),
    )
}
