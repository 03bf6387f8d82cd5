"""What the head of a text tells: case table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.read.masthead import read_masthead

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "mastheads.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_head(case: dict[str, Any]) -> None:
    head = read_masthead(case["text"])
    assert {key: getattr(head, key) for key in case["expect"]} == case["expect"]
