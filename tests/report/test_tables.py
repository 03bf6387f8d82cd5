"""The report as pandas tables."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from factcheck.report import report_from_json, to_json
from factcheck.report.tables import FINDING_COLUMNS, claims_frame, findings_frame
from tests.report.fixture import make_report


def test_claims_have_a_row_each_with_their_finding() -> None:
    report = make_report()
    frame = claims_frame(report)
    assert sorted(frame["claim"]) == sorted(claim.id for claim in report.claims)
    row = frame.set_index("quote").loc["Twelve people were hurt"]
    assert (row["verdict"], row["speaker"], row["file"], row["line"]) == ("conflicting", "Dana Holt", "wire.txt", 3)


def test_findings_have_a_row_each_conflicts_first() -> None:
    frame = findings_frame(make_report())
    assert tuple(frame.columns) == FINDING_COLUMNS
    assert len(frame) == len(make_report().findings)
    first = frame.iloc[0]
    assert (first["verdict"], first["says"], first["documents"], first["origins"]) == (
        "conflicting",
        "12 | at least 15",
        2,
        2,
    )


def test_saved_run_gives_the_same_tables() -> None:
    saved = report_from_json(to_json(make_report()))
    assert claims_frame(saved).equals(claims_frame(make_report()))
    assert findings_frame(saved).equals(findings_frame(make_report()))


def test_empty_report_gives_empty_tables_with_columns() -> None:
    empty = replace(make_report(), claims=(), findings=(), pairs=(), notices=())
    assert len(claims_frame(empty)) == 0
    assert tuple(findings_frame(empty).columns) == FINDING_COLUMNS


def test_reports_are_made_without_pandas_and_settings_without_any_renderer() -> None:
    script = (
        "import sys; from tests.report.fixture import make_report; import factcheck.report as r;"
        "assert not {'pandas', 'pydantic', 'rich', 'jinja2'} & set(sys.modules), 'at import';"
        "[r.render_report(make_report(), f) for f in ('text', 'markdown', 'json', 'csv', 'html')];"
        "assert 'pandas' not in sys.modules, 'when rendered'"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
