"""The saved run: its contract, its schema, and that it comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.errors import ReportError
from factcheck.report import report_from_json, to_json
from factcheck.report.save import save_report
from tests.report.accept import SCHEMA
from tests.report.fixture import make_report

DOCS_SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"

CONTRACT = {  # the keys that may not be renamed, in their order
    "": ["schema_version", "documents", "claims", "findings", "notices", "links", "skipped"],
    "documents": ["id", "path", "title", "publisher", "author", "published", "url"],
    "claims": ["id", "document", "start", "end", "quote", "text", "speaker", "hedged", "negated", "origin"],
    "findings": ["id", "verdict", "sides", "origins"],
    "notices": ["id", "rule", "claims", "message"],
    "links": ["from", "to", "kind"],
    "skipped": ["path", "reason"],
}


def saved() -> Any:
    return json.loads(to_json(make_report()))


@pytest.mark.parametrize("part", CONTRACT)
def test_keys_of_the_contract_are_there_in_order(part: str) -> None:
    rows = [saved()] if not part else saved()[part]
    assert rows
    for row in rows:
        assert [key for key in row if key in CONTRACT[part]] == CONTRACT[part]


def test_quotes_are_the_files_own_letters() -> None:
    raw = {document.id: document.raw for document in make_report().documents}
    for claim in saved()["claims"]:
        assert raw[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]


def test_lines_lead_to_the_quotes() -> None:
    raw = {document.id: document.raw for document in make_report().documents}
    for claim in saved()["claims"]:
        line = raw[claim["document"]].splitlines()[claim["line"] - 1]
        assert claim["quote"].splitlines()[0] in line


def test_words_stand_in_their_sentences() -> None:
    for claim in saved()["claims"]:
        at = claim["sentence"]["at"]
        assert claim["sentence"]["text"][at : at + len(claim["words"])] == claim["words"]


def test_places_of_what_was_compared_lie_in_the_words() -> None:
    report = saved()
    words = {claim["id"]: claim["words"] for claim in report["claims"]}
    sides = [
        (p[side], f[side]) for p in report["pairs"] for f in p["features"] for side in ("left", "right") if f[side]
    ]
    assert len(sides) == 6
    for claim, part in sides:
        assert words[claim][part["at"] : part["at"] + len(part["quote"])] == part["quote"]


def test_every_claim_stands_in_exactly_one_finding() -> None:
    report = saved()
    in_findings = [claim for f in report["findings"] for side in f["sides"] for claim in side["claims"]]
    assert sorted(in_findings) == sorted(claim["id"] for claim in report["claims"])


def test_comes_back_as_it_was() -> None:
    text = to_json(make_report())
    assert report_from_json(text) == save_report(make_report())
    assert to_json(report_from_json(text)) == text


def test_unknown_keys_are_passed_over() -> None:
    report = saved()
    report["watch"] = [{"claim": "x"}]
    report["claims"][0]["embedding"] = [0.5]
    assert to_json(report_from_json(json.dumps(report))) == to_json(make_report())


def test_nothing_that_steers_a_terminal_is_bare() -> None:
    text = to_json(make_report())
    assert "\\u202e" in text
    assert "\u202e" not in text


def test_satisfies_the_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(saved())


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("claims", "start", "12"),
        ("findings", "verdict", "true"),
        ("links", "kind", "steals"),
        ("skipped", "path", None),
    ],
)
def test_schema_refuses_what_does_not_fit(part: str, key: str, value: object) -> None:
    report = saved()
    report[part][0][key] = value
    assert not Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).is_valid(report)


def test_the_documentation_refers_to_the_schema() -> None:
    reference = json.loads(DOCS_SCHEMA.read_text(encoding="utf-8"))["$ref"]
    assert (DOCS_SCHEMA.parent / reference).resolve() == SCHEMA.resolve()


def _without(report: Any, *path: str | int) -> str:
    place = report
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return json.dumps(report)


def _with(report: Any, value: object, *path: str | int) -> str:
    place = report
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(report)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no JSON", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "schema_version is None"),
        (_with(saved(), "2", "schema_version"), "schema_version is '2'"),
        (_without(saved(), "claims", 3, "start"), r"claims\.3\.start: Field required"),
        (_with(saved(), "much", "findings", 0, "confidence"), r"findings\.0\.confidence"),
        (_without(saved(), "claims", 0), "names claims that it does not hold"),
        (_without(saved(), "documents", 0), "claims of documents that it does not list"),
        (_with(saved(), [], "findings", 0, "sides"), "findings without claims"),
    ],
    ids=lambda value: value if len(value) < 50 else "damaged",
)
def test_what_is_no_saved_run_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        report_from_json(text)
