"""One sample a format, made of the same article, with markup that a reader of the page does not see."""

from __future__ import annotations

TEXT = """Ferry sold twice

The council of Norhaven sold its only ferry twice on Monday, to two firms & one museum, the mayor said.

“We signed both,” she told Harbour News.

Deckhands wash the ferry before the sale"""

PLAIN = TEXT

MARKDOWN = """---
title: "Ferry sold twice"
publisher: Harbour News
author: [Ann Lee, {name: Bo Marsh}]
date: 2031-05-06
url: https://harbour.example/ferry
---

The council of **Norhaven** sold its [only ferry](https://harbour.example/a_(b)) twice
on Monday, to two firms &amp; one museum, <!-- check --> the mayor said.

> “We signed *both*,” she told Harbour News.

![Deckhands wash the ferry before the sale](ferry.jpg)
"""

HTML = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry sold twice | Harbour News</title>
<meta name="author" content="Ann Lee, Bo Marsh">
<link rel="canonical" href="https://harbour.example/ferry">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-05-06"}</script>
<style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry sold twice</h1>
<p>The council of <b>Norhaven</b> sold its <a href="/a">only
   ferry</a> twice on Monday, to two firms &amp; one museum, <!-- check -->the mayor said.
<p>&ldquo;We signed <i>both</i>,&rdquo; she told Harbour News.</p>
<figure><img src="f.jpg" alt="ferry"><figcaption>Deckhands wash the ferry before the sale</figcaption></figure>
<script>track("The council of Norhaven")</script></article>
<aside>Most read: Seal rides ferry</aside><footer>&copy; Harbour News. No cookies.</footer></body></html>
"""

SAMPLES = {"text": PLAIN, "markdown": MARKDOWN, "html": HTML}
"""By the names in the readers' table."""
