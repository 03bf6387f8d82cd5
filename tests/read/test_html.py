"""Pages: article and furniture told apart, and every kept character at its place."""

from __future__ import annotations

import pytest

from factcheck.read.html import read_html

SENTENCES = "".join(
    f"<p>The council of Norhaven met for the {word} time and heard how many boats the old pier can carry.</p>"
    for word in ("first", "second", "third")
)


def page(inside: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{inside}</body></html>"


@pytest.mark.parametrize(
    "kept",
    [
        "<h1>Pier shut</h1>",
        "<h2>What next</h2>",
        "<ul><li>Forty pillars</li></ul>",
        "<figure><figcaption>The pier</figcaption></figure>",
        "<table><tr><td>Boats</td><td>350</td></tr></table>",
        "<blockquote>So be it</blockquote>",
        "<p>It is shut.</p>",
    ],
)
def test_what_stands_amid_an_article_stays(kept: str) -> None:
    plain = kept.replace("</td><td>", ", ")
    words = "".join(part.split(">")[-1] for part in plain.split("<"))
    assert words in read_html(page(f"<article>{SENTENCES}{kept}{SENTENCES}</article>")).text


@pytest.mark.parametrize(
    "gone",
    [
        "<nav>Home Sport</nav>",
        "<aside>Seal rides ferry again, and again, and again.</aside>",
        "<footer>No cookies were used here.</footer>",
        "<header><a href='/'>Harbour</a></header>",
        "<script>var x = 'Seal'</script>",
        "<style>p {}</style>",
        "<noscript>Turn it on</noscript>",
        "<div class='related-links'><a href='/x'>Seal rides ferry</a></div>",
        "<div class='cookie-banner'>We use cookies</div>",
        "<div hidden>Unseen</div>",
        "<p style='display: none'>Unseen</p>",
        "<form><button>Send</button></form>",
        "<!-- a remark -->",
    ],
)
def test_furniture_goes(gone: str) -> None:
    html = page(f"{gone}<article><h1>Pier shut</h1>{SENTENCES}</article>{gone}")
    assert read_html(html).text == read_html(page(f"<article><h1>Pier shut</h1>{SENTENCES}</article>")).text


def test_a_short_page_is_kept_whole() -> None:
    assert read_html(page("<article><h1>Pier shut</h1><p>It is old.</p></article>")).text == "Pier shut\n\nIt is old."


def test_a_page_without_an_article_element_is_read() -> None:
    text = read_html(page(f"<div><h1>Pier shut</h1>{SENTENCES}</div><div class='nav'>Home</div>")).text
    assert text.startswith("Pier shut\n\nThe council")
    assert "Home" not in text


def test_unclosed_tags_end_where_a_browser_ends_them() -> None:
    assert read_html("<article><p>One two three.<p>Four five six.<ul><li>Seven<li>Eight</article>").text == (
        "One two three.\n\nFour five six.\n\nSeven\n\nEight"
    )


def test_references_of_all_kinds_keep_their_places() -> None:
    raw = page("<article><p>Caf&eacute; &#38; bar&nbsp;&#x2013; AT&T, x&y</p></article>")
    reading = read_html(raw)
    assert reading.text == "Café & bar\xa0– AT&T, x&y"
    start, end = reading.alignment.to_raw(3, 4)
    assert raw[start:end] == "&eacute;"


def test_a_title_tag_that_says_something_else_is_read_too() -> None:
    reading = read_html(
        page(
            "<article><h1>Cars roll over the bridge</h1><p>It is open.</p></article>",
            "<title>Toll climbs to 11 | Harbour TV</title>",
        )
    )
    assert reading.text.startswith("Toll climbs to 11\n\nCars roll over the bridge")
    assert (reading.title, reading.outlet) == ("Cars roll over the bridge", "Harbour TV")


@pytest.mark.parametrize(
    ("head", "body", "field", "value"),
    [
        ('<meta property="og:site_name" content="Harbour News">', "", "outlet", "Harbour News"),
        ("<title>Pier shut - Harbour News</title>", "<h1>Pier shut</h1>", "outlet", "Harbour News"),
        ("<title>Harbour &amp; Sons | News</title>", "<h1>Pier shut</h1>", "outlet", "Harbour & Sons"),
        ("<title>Pier shut</title>", "<h1>Pier shut</h1>", "outlet", None),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":["Article"],"publisher":{"name":"H"}}]}</script>',
            "",
            "outlet",
            "H",
        ),
        ('<script type="application/ld+json">{broken</script>', "", "outlet", None),
        ('<meta property="article:published_time" content="2031-05-06T10:00Z">', "", "published", "2031-05-06T10:00Z"),
        (
            '<script type="application/ld+json">{"@type":"Article","datePublished":"0001-01-01"}</script>',
            "",
            "published",
            None,
        ),
        ("", '<p class="date">Posted March 21, 2031, 5:42 PM EDT</p>', "published", "March 21, 2031"),
        ("", "<p>By Ann Lee, 17 April 2033</p>", "published", "17 April 2033"),
        (
            "",
            "<p>Porto, 26 February 2032 &ndash; After its client left, the firm cut jobs.</p>",
            "published",
            "26 February 2032",
        ),
        ("", '<p>x</p><time datetime="2031-05-06">May</time>', "published", "2031-05-06"),
        ("", "<p>On 3 May 2031 the council of Norhaven met and shut the pier for good.</p>", "published", None),
        ("", '<p class="byline">By Ann Lee, Harbour News</p>', "byline", "Ann Lee, Harbour News"),
        ('<link rel="canonical" href="https://h.example/a">', "", "url", "https://h.example/a"),
    ],
)
def test_metadata(head: str, body: str, field: str, value: str | None) -> None:
    assert getattr(read_html(page(f"<article>{body}{SENTENCES}</article>", head)), field) == value
