"""Any text at all is survived in each format, and none of it becomes structure."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.report import SavedReport, explain_claim, render_report, report_from_json, to_json
from factcheck.report.formats import FORMATS
from factcheck.report.save import save_report
from factcheck.report.saved import SavedClaim, SavedDocument, SavedFinding
from tests.report.fixture import make_report
from tests.report.test_html import Tags

SAVED = save_report(make_report())

FRAGMENTS = st.sampled_from(
    ["</script>", "<b onclick='x'>", '" onload="x', "--", "**", "`", "```", "|", "\n\n# ", "\n- ", "\n> ", "](x)", "![",
     "<!--", "&amp;", "&#x202e;", "{{ 7 * 7 }}", "{% raw %}", "=1+1", "\x1b[2J", "\u202e", "\x00", "\r\n", ";", '"', "http://a.example",
     "[red]", "~~", "$", "\\", "@me", "W" * 3000]
)  # fmt: skip
any_text = st.lists(st.text(st.characters(), max_size=20) | FRAGMENTS, max_size=6).map("".join)


def saying(text: str) -> SavedReport:
    """The report with a text in place of everything that an article or a rule may say."""
    return replace(
        SAVED,
        documents=tuple(_document(document, text) for document in SAVED.documents),
        claims=tuple(_claim(claim, text) for claim in SAVED.claims),
        findings=tuple(_finding(finding, text) for finding in SAVED.findings),
        notices=tuple(replace(notice, message=text) for notice in SAVED.notices),
        links=tuple(
            replace(k, to=text, evidence=tuple(replace(e, quote=text) for e in k.evidence)) for k in SAVED.links
        ),
        skipped=tuple(replace(skipped, path=text, reason=text) for skipped in SAVED.skipped),
        origins=tuple(replace(origin, name=text, reason=text) for origin in SAVED.origins),
        pairs=tuple(
            replace(p, features=tuple(replace(f, note=text, left=None, right=None) for f in p.features))
            for p in SAVED.pairs
        ),
    )


def _document(document: SavedDocument, text: str) -> SavedDocument:
    edits = tuple(replace(edit, quote=text, replacement=edit.replacement and text) for edit in document.edits)
    return replace(document, path=text, title=text, publisher=text, author=text, published=text, edits=edits)


def _claim(claim: SavedClaim, text: str) -> SavedClaim:
    sentence = replace(claim.sentence, text=text, at=None)
    return replace(claim, quote=text, words=text, text=text, speaker=text, origin=text, sentence=sentence)


def _finding(finding: SavedFinding, text: str) -> SavedFinding:
    return replace(finding, about=text, because=text, sides=tuple(replace(side, says=text) for side in finding.sides))


def structure(name: str, shown: str) -> list[tuple[str, ...]]:
    """The parts of a text as its format has them, without their words."""
    if name == "html":
        return [(tag, *sorted(attrs)) for tag, attrs in Tags(shown).tags]
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(shown)
    return [(token.type, *(c.type for c in token.children or () if not c.type.startswith("text"))) for token in tokens]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=20, deadline=None)
@given(text=any_text)
def test_any_text_is_survived(name: str, text: str) -> None:
    shown = render_report(saying(text), name)
    assert shown.endswith("\n")
    assert shown.encode()
    allowed = "\r\n\t\v\f\x1c\x1d\x1e\x1f\x85" if name == "csv" else "\n"
    assert not [c for c in re.findall("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown) if c not in allowed]


@pytest.mark.parametrize("name", ["html", "markdown"])
@settings(max_examples=20, deadline=None)
@given(text=any_text)
def test_no_text_becomes_structure(name: str, text: str) -> None:
    hostile, plain = render_report(saying("x" + text), name), render_report(saying("x"), name)
    assert structure(name, hostile) == structure(name, plain)


@settings(max_examples=20, deadline=None)
@given(text=any_text)
def test_saved_run_comes_back_whatever_it_says(text: str) -> None:
    written = to_json(saying(text))
    assert to_json(report_from_json(written)) == written


@settings(max_examples=20, deadline=None)
@given(text=any_text)
def test_explanation_survives_any_text(text: str) -> None:
    assert explain_claim(saying(text), SAVED.claims[0].id).endswith("\n")
