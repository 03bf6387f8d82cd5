"""The smaller steps: encoding, typography, paragraphs, bullets, duplicates."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from factcheck.clean import CleanSettings, clean_document
from factcheck.clean.encoding import find_mojibake
from factcheck.text.alignment import Alignment, apply_edits
from tests.clean.documents import ARTICLE, document

ALL = "furniture glued duplicates"
MOJIBAKE = Path(__file__).parents[3] / "shared" / "datasets" / "mojibake.dev.jsonl"


def cleaned(text: str, skip: str = ALL) -> str:
    return clean_document(document(text), settings=CleanSettings(skip=frozenset(skip.split()))).text


def mended(text: str) -> str:
    edits = find_mojibake(text, document(text), CleanSettings())
    return apply_edits(text, Alignment.identity(len(text)), edits)[0]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Itâ€™s the mayorâ€™s cafÃ©", "It’s the mayor’s café"),
        ("ZÃ¼rich and Zürich", "Zürich and Zürich"),
        ("plain text", "plain text"),
        ("Łódź – “quoted” …", "Łódź – “quoted” …"),
        ("20 Â°C", "20 °C"),
    ],
)
def test_mojibake_is_mended_where_it_stands(raw: str, text: str) -> None:
    assert mended(raw) == text


def test_an_edit_touches_the_damage_alone() -> None:
    raw = "The mayor said that itâ€™s shut"
    (edit,) = find_mojibake(raw, document(raw), CleanSettings())
    assert raw[edit.start : edit.end] == "â€™"


@pytest.mark.skipif(not MOJIBAKE.exists(), reason="the mojibake cases lie beside the checkout and are not there")
def test_published_mojibake_cases() -> None:
    """Quotation marks stay curled: making them straight is no mending of an encoding."""
    import ftfy

    cases = [json.loads(line) for line in MOJIBAKE.read_text("utf-8").rstrip("\n").split("\n")]
    plain = [(ftfy.fix_text(mended(case["original"])), ftfy.fix_text(case["fixed"])) for case in cases]
    assert sum(left == right for left, right in plain) == len(cases)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Тhe mayor", "The mayor"),
        ("Мi-35M hеlicopters", "Mi-35M helicopters"),
        ("Москва and Αθήνα", "Москва and Αθήνα"),
        ("an 8 µm film, Δt and β-carotene", "an 8 µm film, Δt and β-carotene"),
        ("re\u00adport zero\u200bwidth \ufeffmark", "report zerowidth mark"),
        ("3\u00a0million  crowns\tnow", "3 million crowns now"),
        ("the ﬁrst ﬂoor", "the first floor"),
        ("It fell.[3][citation needed] He said so.[note 2]", "It fell. He said so."),
        ("[Indian] targets [they] hit", "[Indian] targets [they] hit"),
    ],
)
def test_typography(raw: str, text: str) -> None:
    assert cleaned(raw) == text


WRAPPED = textwrap.fill(f"{' '.join(ARTICLE)} The mayor hopes that it will be a well-known sight of the bay.", 58)


def test_hard_wrapped_lines_are_joined() -> None:
    joined = " ".join([*ARTICLE, "The mayor hopes that it will be a well-known sight of the bay."])
    assert cleaned(f"{WRAPPED}\n\nWho pays\nThe town does.") == f"{joined}\n\nWho pays\n\nThe town does."


def test_a_word_broken_at_its_hyphen_is_one_word() -> None:
    assert "well-known" in cleaned(WRAPPED.replace("well-known", "well-\nknown").replace("\nsight", " sight"))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (f"{ARTICLE[0]}\n{ARTICLE[1]}", f"{ARTICLE[0]}\n\n{ARTICLE[1]}"),
        ("\r\n\r\na b\r\n \t\r\nc d\r\n\r\n\r\n", "a b\n\nc d"),
        ("One\u2028Two\u2029Three\vFour", "One\n\nTwo\n\nThree\n\nFour"),
        ("THE POST\nSaturday\nFerry sold", "THE POST\n\nSaturday\n\nFerry sold"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_a_line_is_a_paragraph(raw: str, text: str) -> None:
    assert cleaned(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  • one is here\n  • two is here", "one is here\n\ntwo is here"),
        ("- one\n– two\n* three", "one\n\ntwo\n\nthree"),
        ("1. CASUALTIES\nNobody died.\n2. DAMAGE", "CASUALTIES\n\nNobody died.\n\nDAMAGE"),
        ("1. FC Norhaven won.", "1. FC Norhaven won."),
        ("12. May was cold.\n13. May was warm.", "12. May was cold.\n\n13. May was warm."),
        ("-5 degrees at noon", "-5 degrees at noon"),
    ],
)
def test_marks_of_lists_go(raw: str, text: str) -> None:
    assert cleaned(raw) == text


LONG = f"{ARTICLE[0]} {ARTICLE[1]}"


@pytest.mark.parametrize(
    ("paragraphs", "left"),
    [
        ([ARTICLE[0], ARTICLE[1], ARTICLE[0]], [ARTICLE[0], ARTICLE[1]]),
        (["Head", LONG, f"“{ARTICLE[1]}”"], ["Head", LONG]),
        (["Head", ARTICLE[1], LONG], ["Head", LONG]),
        ([ARTICLE[0], LONG], [ARTICLE[0], LONG]),
        (["The pier", ARTICLE[2], "The pier"], ["The pier", ARTICLE[2], "The pier"]),
        ([ARTICLE[0], ARTICLE[0].replace("two", "three")], [ARTICLE[0], ARTICLE[0].replace("two", "three")]),
    ],
)
def test_what_stands_twice_stands_once(paragraphs: list[str], left: list[str]) -> None:
    assert cleaned("\n\n".join(paragraphs), "furniture glued").split("\n\n") == left
