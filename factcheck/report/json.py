"""The report as JSON: contract, saved run and input of every other format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.errors import ReportError
from factcheck.report.order import claim_ids
from factcheck.report.saved import SCHEMA_VERSION, SavedReport
from factcheck.report.settings import ReportSettings
from factcheck.report.view import View
from factcheck.report.visible import encodable

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# Written as \uXXXX, though JSON would take them bare: they steer a terminal or reorder what an editor shows.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def render(view: View, settings: ReportSettings) -> str:
    """The saved form, indented, non-ASCII letters as they are."""
    return dump(view.saved)


def dump(saved: SavedReport) -> str:
    """The JSON text of a saved report. Equal reports give equal texts."""
    plain = _adapter().dump_python(saved, mode="json", by_alias=True)
    text = json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False)
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", encodable(text)) + "\n"


def load(text: str) -> SavedReport:
    """The saved report in a JSON text. Unknown keys are passed over.

    Raises:
        ReportError: when the text is no JSON, no report of this version, or refers to what it does not hold.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReportError(f"this is no saved run: not JSON ({error}); make one with --format json") from error
    version = data.get("schema_version") if isinstance(data, dict) else None
    if version != SCHEMA_VERSION:
        raise ReportError(f"this is no saved run of version {SCHEMA_VERSION}: schema_version is {version!r}")
    saved = _validate(text)
    _check_references(saved)
    return saved


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `dump` writes."""
    made = _adapter().json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made from factcheck/report/saved.py; not to be edited by hand.",
        **_without_titles(made),
    }


@cache
def _adapter() -> TypeAdapter[SavedReport]:
    from pydantic import TypeAdapter  # loaded when used: it takes a tenth of a second

    return TypeAdapter(SavedReport)


def _validate(text: str) -> SavedReport:
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        more = f" (and {len(faults) - 5} more)" if len(faults) > 5 else ""
        raise ReportError("this saved run is damaged: " + "; ".join(faults[:5]) + more) from error


def _check_references(saved: SavedReport) -> None:
    known = {claim.id for claim in saved.claims}
    missing = sorted({name for name in _named_claims(saved) if name not in known})
    if missing:
        raise ReportError(f"this saved run is damaged: it names claims that it does not hold: {', '.join(missing[:5])}")
    documents = {document.id for document in saved.documents}
    strays = sorted({claim.document for claim in saved.claims} - documents)
    if strays:
        raise ReportError(f"this saved run is damaged: claims of documents that it does not list: {strays[:5]}")
    empty = [finding.id for finding in saved.findings if not claim_ids(finding)]
    if empty:
        raise ReportError(f"this saved run is damaged: findings without claims: {', '.join(empty[:5])}")


def _named_claims(saved: SavedReport) -> Iterator[str]:
    for finding in saved.findings:
        yield from claim_ids(finding)
    for notice in saved.notices:
        yield from notice.claims
    for pair in saved.pairs:
        yield from (pair.left, pair.right)


def _without_titles(node: Any) -> Any:
    """Drops the titles that pydantic gives each property: they repeat its name."""
    if isinstance(node, list):
        return [_without_titles(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _without_titles(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))
    }
