"""Why a claim was matched and judged as it was."""

from __future__ import annotations

import pytest

from factcheck.errors import UnknownClaim
from factcheck.report import explain_claim, report_from_json, to_json
from factcheck.report.explain import claims_at
from factcheck.report.save import save_report
from tests.report.fixture import make_report

SAVED = save_report(make_report())


def test_tells_both_quotes_each_feature_and_why() -> None:
    claim = next(claim for claim in SAVED.claims if claim.words == "Twelve people were hurt")
    told = explain_claim(make_report(), claim.id)
    assert "Twelve people were hurt" in told
    assert "At least 15 people were injured" in told
    assert "12 is not at least 15." in told
    assert "figures: 12 ≠ at least 15 (differs)" in told
    assert "persons: no name in both (not comparable)" in told
    assert "most quantities: 1\n" in told


def test_saved_run_tells_the_same() -> None:
    saved = report_from_json(to_json(make_report()))
    assert explain_claim(saved, "wire.txt:3") == explain_claim(make_report(), "wire.txt:3")


@pytest.mark.parametrize(
    ("where", "expect"),
    [
        ("wire.txt:3", ["Twelve people were hurt", "the ferry Solveig struck a pier at Skarvik on Sunday"]),
        ("articles/update.txt:1", ["Three people have died"]),
        ("daily.md:7", ["Around one hundred passengers\nwere on board"]),  # it begins on line 6
        (SAVED.claims[0].id, [SAVED.claims[0].words]),
        (SAVED.claims[0].id[:8], [SAVED.claims[0].words]),
        ("wire.txt:1", []),
        ("nowhere.txt:3", []),
        ("c", []),
        ("", []),
        (":", []),
    ],
)
def test_claims_at(where: str, expect: list[str]) -> None:
    assert [claim.words for claim in claims_at(SAVED, where)] == expect


def test_unknown_place_is_told() -> None:
    with pytest.raises(UnknownClaim, match=r"'wire\.txt:99'"):
        explain_claim(make_report(), "wire.txt:99")
