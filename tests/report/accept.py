"""Writes what the formats make of the fixture as the golden files, and the JSON Schema of the saved form.

After a change that is meant, from the repository's root:

    python -m tests.report.accept

then read the diff before committing it. `test_golden.py` compares byte by byte.
"""

from __future__ import annotations

import json
from pathlib import Path

import factcheck.report
from factcheck.report import ReportSettings, explain_claim, render_report
from factcheck.report.formats import FORMATS
from factcheck.report.json import schema
from tests.report.fixture import make_report

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = Path(factcheck.report.__file__).parent / "assets" / "report.schema.json"


def golden_files() -> dict[Path, str]:
    """Each golden file with the text that it should hold."""
    report = make_report()
    files = {GOLDEN / f"report{row.suffix}": render_report(report, row.name) for row in FORMATS.values()}
    files[GOLDEN / "narrow.txt"] = render_report(report, "text", settings=ReportSettings(width=60, quote_length=40))
    files[GOLDEN / "colour.txt"] = render_report(report, "text", settings=ReportSettings(colour=True))
    files[GOLDEN / "explain.txt"] = explain_claim(report, "wire.txt:3")
    files[SCHEMA] = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    return files


def main() -> None:
    """Writes them all."""
    for path, text in golden_files().items():
        path.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
