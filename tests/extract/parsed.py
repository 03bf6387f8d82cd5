"""Texts parsed for tests of extraction."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.datamodel import Document, ParsedDocument
from factcheck.extract.clauses import Clause
from factcheck.extract.tree import Tree
from factcheck.parse import parse_document
from factcheck.text.alignment import Alignment

_CASES = Path(__file__).parent / "cases"


def parsed(text: str) -> ParsedDocument:
    """The parse of a text that is its own raw file."""
    return parse_document(Document("d", "d", text, text, Alignment.identity(len(text))))


def cases(name: str) -> list[Any]:
    """The lines of a case table, by label."""
    lines = (_CASES / name).read_text("utf-8").splitlines()
    return [pytest.param(case, id=case["label"]) for case in map(json.loads, lines)]


def stretch(tree: Tree, text: str, words: str) -> Clause:
    """The tokens of `words` in a text, headed by the one that hangs on none of the others."""
    at = text.rindex(words)
    start, end = tree.tokens_between(at, at + len(words))
    head = next(i for i in range(start, end) if tree.heads[i] == i or not start <= tree.heads[i] < end)
    return Clause(start, end, head)
