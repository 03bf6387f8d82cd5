"""The page: inert, whole in itself, its links leading somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from factcheck.report import render_report
from factcheck.report.html import web_address
from tests.report.fixture import make_report

PAGE = render_report(make_report(), "html")


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def values(self, attribute: str) -> Iterator[str]:
        """All values of an attribute."""
        return (attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs)


def test_holds_nothing_that_runs_or_loads() -> None:
    tags = Tags(PAGE)
    assert not {tag for tag, _ in tags.tags} & {
        "script",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "link",
        "svg",
    }
    names = {name for _, attrs in tags.tags for name in attrs}
    assert not {name for name in names if name.startswith("on")} | names & {"style", "src", "srcset", "action"}


def test_its_policy_allows_its_own_style_alone() -> None:
    policy = next(a["content"] for tag, a in Tags(PAGE).tags if tag == "meta" and "http-equiv" in a)
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_its_style_loads_nothing() -> None:
    style = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    assert style
    assert not re.search(r"url\(|@import|@font-face|expression", style[1])


def test_article_text_is_escaped_and_isolated() -> None:
    assert "<bdi>&lt;script&gt;alert(&#39;title&#39;)&lt;/script&gt;</bdi>" in PAGE
    assert "Pier &#34;&gt;&lt;img src=x onerror=alert(1)&gt; Blog" in PAGE
    assert "[U+202E]" in PAGE
    assert "\u202e" not in PAGE


def test_addresses_within_the_page_lead_somewhere_and_are_unique() -> None:
    tags = Tags(PAGE)
    ids = list(tags.values("id"))
    assert len(ids) == len(set(ids))
    inner = {href[1:] for href in tags.values("href") if href.startswith("#")}
    assert inner
    assert inner <= set(ids)


def test_only_web_addresses_are_links() -> None:
    outer = {href for href in Tags(PAGE).values("href") if not href.startswith("#")}
    assert outer == {"https://wire.example/ferry?a=1&b=2"}


@pytest.mark.parametrize(
    ("url", "expect"),
    [
        ("https://a.example/b?c=d", "https://a.example/b?c=d"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//a.example", ""),
        ("https:", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_web_address(url: str, expect: str) -> None:
    assert web_address(url) == expect


def test_values_that_differ_are_marked() -> None:
    assert "<mark>Twelve</mark> people were hurt" in PAGE
    assert "<mark>At least 15</mark> people" in PAGE
    assert "replaced in <mark>May 2030</mark>" in PAGE
