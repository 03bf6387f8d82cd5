"""The Markdown report: what it is when it is read as Markdown."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from factcheck.report import render_report
from factcheck.report.markdown import code, escaped
from tests.report.fixture import make_report

HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- comment",
    "[text](http://evil.example)",
    "![picture](http://evil.example/x.png)",
    "[ref]: http://evil.example",
    "<http://evil.example>",
    "**bold** _slanted_ ~~struck~~ `code` ``two``",
    "a | b | c",
    "\\[x](y)",
    "trailing \\",
    "&lt;b&gt; &copy; &#60;",
    "# heading #",
    "$x$ and $$y$$",
    "[^1] footnote",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_reads_as_itself(text: str) -> None:
    (_, inline, _) = MarkdownIt("gfm-like", {"linkify": False}).parse("x " + escaped(text))
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or ()).replace("\u2060", "") == "x " + text


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("see http://a.example", "see http:\u2060//a.example"),
        ("see www.a.example", "see www\u2060.a.example"),
        ("write to me@a.example", "write to me@\u2060a.example"),
        ("mailto:me", "mailto\u2060:me"),
        ("@someone", "@\u2060someone"),
        ("fixes #12", "fixes \\#\u206012"),
        ("at 10:30, 5 % (net)", "at 10:30, 5 % (net)"),
    ],
)
def test_nothing_is_left_for_a_renderer_to_link(text: str, expect: str) -> None:
    assert escaped(text) == expect


@pytest.mark.parametrize("text", ["wire.txt:3", "a`b", "``", " x ", "`"])
def test_code_reads_as_itself(text: str) -> None:
    (_, inline, _) = MarkdownIt().parse(code(text))
    assert [(child.type, child.content) for child in inline.children or ()] == [("code_inline", text)]


def test_headings_are_ours_alone() -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(render_report(make_report(), "markdown"))
    headings = [
        tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open" and token.tag < "h3"
    ]
    assert headings == [
        "factcheck report",
        "Read",
        "Not read",
        "Conflicting (2)",
        "Superseded (1)",
        "Unsure (1)",
        "Agreeing (1)",
        "Single-sourced (3)",
        "Who leans on whom",
        "Notices (2)",
        "Cleaned",
    ]
    assert not [token for token in tokens if token.type == "html_block"]


def test_table_rows_have_as_many_cells_as_their_heads() -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(render_report(make_report(), "markdown"))
    tables = re.findall(r"<table>.*?</table>", shown, re.DOTALL)
    widths = [{row.count("<th>") + row.count("<td>") for row in table.split("</tr>")[:-1]} for table in tables]
    assert [len(width) for width in widths] == [1, 1, 1, 1]
