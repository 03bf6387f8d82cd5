"""Furniture and what only looks like it: a case table, each case set into an article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.clean import clean_document
from factcheck.datamodel import Document
from factcheck.read import read_documents
from tests.clean.documents import ARTICLE, document, with_article

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "cases" / "furniture.jsonl").read_text("utf-8").splitlines()
]


def furniture(before: Document) -> list[str]:
    """What was dropped as furniture, paragraph by paragraph."""
    edits = clean_document(before).edits
    return [before.raw[edit.start : edit.end] for edit in edits if edit.reason.startswith("furniture")]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text = with_article(case["text"]["place"], case["text"]["paragraphs"])
    found = furniture(document(text, title="Pier shut for two years", outlet="Harbour News"))
    assert " ".join(found).split() == " ".join(case["expect"]).split()


def test_half_of_the_cases_must_find_nothing() -> None:
    assert len(CASES) >= 80
    assert 0.4 <= sum(not case["expect"] for case in CASES) / len(CASES) <= 0.6


@pytest.mark.parametrize(
    ("caption", "left"),
    [
        ("Divers at the pier on Monday. Photo: A. Lee/Harbour News", "Divers at the pier on Monday."),
        ("Divers at the pier. Source: Ann Lee/ Wikimedia Commons", "Divers at the pier."),
        ("Divers at the pier (Harbour TV/A. Lee)", "Divers at the pier"),
        (
            "Caption: Divers at the pier saw that three pillars were hollow.",
            "Divers at the pier saw that three pillars were hollow.",
        ),
        ("The cost is 3 million crowns (source: the council’s own report of May).", None),
    ],
)
def test_a_caption_loses_its_credit_and_stays(caption: str, left: str | None) -> None:
    text = clean_document(document(with_article("middle", [caption]))).text
    assert (left or caption) in text.split("\n\n")


def test_a_dateline_goes_and_its_sentence_stays() -> None:
    raw = f"NORHAVEN, 6 May 2031 (Harbour Press) – {ARTICLE[0]}\n\n{ARTICLE[1]}"
    assert clean_document(document(raw)).text == f"{ARTICLE[0]}\n\n{ARTICLE[1]}"


def test_a_notice_goes_and_its_neighbours_stay() -> None:
    notice = "Statements about the future in this release are subject to risks."
    last = f"The firm employs 400 people. {notice} It was founded in 1911."
    text = clean_document(document("\n\n".join([*ARTICLE, last]))).text
    assert text.endswith("The firm employs 400 people. It was founded in 1911.")


def test_the_note_on_who_signs_goes() -> None:
    note = "Ann Lee has covered the harbours of the west coast since 2019."
    signed = clean_document(document("\n\n".join([*ARTICLE, note]), byline="Ann Lee"))
    other = clean_document(document("\n\n".join([*ARTICLE, note]), byline="Bo Marsh"))
    assert (note in signed.text, note in other.text) == (False, True)


def test_a_name_and_the_note_below_it_go_together() -> None:
    text = with_article(
        "middle", ["Petra Holm", "Holm was a fellow in the coast programme of the Norhaven Institute.", "More >"]
    )
    assert clean_document(document(text)).text == with_article("middle", [])


@pytest.mark.parametrize(
    ("last", "stays"),
    [
        ("*The reading room is open on Sundays.*", False),
        ("**Winter tyres now at half the price.**", False),
        ("_The views are hers._", False),
        ("The *Aurora* sails on Sunday.", True),
        ("*Aurora* and *Solveig* sail on Sunday.", True),
        ("The reading room is open on Sundays.", True),
    ],
)
def test_a_last_paragraph_in_italics_is_a_note_by_the_house(last: str, stays: bool, tmp_path: Path) -> None:
    (tmp_path / "ferries.md").write_text("\n\n".join(["# Ferries", *ARTICLE, last]), encoding="utf-8")
    (read,), _ = read_documents([tmp_path / "ferries.md"])
    words = last.replace("*", "").replace("_", "")
    assert (words in clean_document(read).text) is stays
