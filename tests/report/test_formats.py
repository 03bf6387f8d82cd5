"""What every format must do, drawn from the table."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from factcheck.datamodel import Verdict
from factcheck.errors import ReportError
from factcheck.report import render_report, report_from_json, to_json
from factcheck.report.formats import FORMATS
from factcheck.report.wording import CAVEAT
from tests.report.fixture import make_report

every_format = pytest.mark.parametrize("name", FORMATS)
for_readers = pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("json", "csv")])


def plain(text: str) -> str:
    """A format's text without its own marks, blanks evened."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"</?(mark|bdi|span)[^>]*>|\*\*", "", text)))


@every_format
def test_ends_with_a_line_break(name: str) -> None:
    assert render_report(make_report(), name).endswith("\n")


@every_format
def test_is_the_same_each_time_and_from_the_saved_run(name: str) -> None:
    first = render_report(make_report(), name)
    assert render_report(make_report(), name) == first
    assert render_report(report_from_json(to_json(make_report())), name) == first


@every_format
def test_order_of_findings_given_changes_nothing(name: str) -> None:
    report = make_report()
    turned = replace(report, findings=report.findings[::-1])
    assert render_report(turned, name) == render_report(report, name)


@every_format
def test_holds_each_conflicting_claim_and_its_file(name: str) -> None:
    report = make_report()
    shown = plain(render_report(report, name))
    words = {claim.id: claim for claim in report.claims}
    conflicts = [f for f in report.findings if f.verdict is Verdict.CONFLICTING]
    assert len(conflicts) == 2
    for claim in (words[name] for f in conflicts for side in f.sides for name in side.claims):
        assert claim.words in shown
        assert claim.doc in shown


@every_format
def test_conflicts_stand_before_what_one_document_says(name: str) -> None:
    shown = plain(render_report(make_report(), name))
    if name == "json":  # claims stand in their documents' order
        shown = shown[shown.index('"findings"') :]
        conflict, single = "how many people were hurt", "the pier's closure"
    else:
        conflict, single = "Twelve people were hurt", "The pier stays closed until Friday"
    assert shown.index(conflict) < shown.index(single)


@for_readers
def test_says_what_was_not_read_and_that_agreement_is_not_truth(name: str) -> None:
    shown = plain(render_report(make_report(), name))
    assert "no reader for .pdf" in shown
    assert CAVEAT in shown


@every_format
def test_survives_an_empty_report(name: str) -> None:
    empty = replace(
        make_report(),
        documents=(),
        claims=(),
        pairs=(),
        derivations=(),
        origins=(),
        findings=(),
        notices=(),
        skipped=(),
    )
    assert render_report(empty, name).endswith("\n")


def test_unknown_format_is_refused_with_the_names_of_those_known() -> None:
    with pytest.raises(ReportError, match=r"'pdf'; choose one of text, markdown, json, csv, html"):
        render_report(make_report(), "pdf")


def test_rows_are_named_by_their_keys_and_suffixes_differ() -> None:
    assert all(name == row.name for name, row in FORMATS.items())
    assert len({row.suffix for row in FORMATS.values()}) == len(FORMATS)
