"""A report made by hand: every verdict, an HTML page that attacks its reader, a skipped file, notices, derivations."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.datamodel import (
    Attribution,
    Claim,
    Derivation,
    Document,
    Entity,
    Feature,
    Finding,
    Frame,
    Hedge,
    Modality,
    Notice,
    Origin,
    Pair,
    Quantity,
    Report,
    Role,
    RunInfo,
    Side,
    Skipped,
    Span,
    Verdict,
    When,
)
from factcheck.text.alignment import Alignment, Edit, apply_edits

WIRE = """Ferry strikes pier at Skarvik

Twelve people were hurt when the ferry Solveig struck a pier at Skarvik on Sunday, fire chief Dana Holt told
reporters. One passenger died. The ferry was carrying 98 passengers.

Read more: Ten islands for the summer
"""

DAILY = """---
title: "Panic on the Solveig"
publisher: The Kelda Daily
---

At least 15 people were injured on the Solveig, **City Hospital** said. Around one hundred passengers
were on board, according to the Harbour Wire.

The engines were replaced inMay 2030.
"""

BLOG = (
    "<html><body><p>The Solveig <b>reportedly</b> carried no <script>alert('pier')</script>radar, "
    "a crew member wrote.</p>"
    '<p>"Nobody was at the wheel\u202e!", says `=HYPERLINK("http://evil.example","pay")` *Ole* [here](http://evil.example).</p>'
    "<p>Its engines, by the log, were replaced in 2027.</p>"
    "<p>The pier was built in 1974 &amp; never mended.</p></body></html>"
)

UPDATE = """Three people have died in the Skarvik ferry accident, the Harbour Wire has learned.

The pier stays closed until Friday.
"""


def make_report() -> Report:
    """The report. Its claims have the names used in `_claims`, hashed as real ids are."""
    documents = _documents()
    claims = _claims(documents)
    return Report(
        documents=tuple(documents[key] for key in sorted(documents)),
        claims=tuple(sorted(claims.values(), key=lambda claim: claim.span)),
        pairs=_pairs(claims),
        derivations=_derivations(documents),
        origins=_origins(),
        findings=_findings(claims),
        notices=_notices(claims),
        skipped=(Skipped("articles/scan.pdf", "no reader for .pdf"), Skipped("articles/<b>.txt", "empty")),
        run=RunInfo(
            version="0.1.0",
            encoder="all-MiniLM-L6-v2",
            parser="en_core_web_sm 3.8.0",
            models=(("model.safetensors", "53aa5117"),),
            settings=(("match.threshold", "2.0"),),
        ),
    )


def _documents() -> dict[str, Document]:
    return {
        "wire.txt": _document(
            "wire.txt",
            WIRE,
            drop=(("Read more: Ten islands for the summer", "furniture: read more"),),
            title="Ferry strikes pier at Skarvik",
            outlet="Harbour Wire",
            published="2 March 2031",
            published_on=date(2031, 3, 2),
            url="https://wire.example/ferry?a=1&b=2",
        ),
        "daily.md": _document(
            "daily.md",
            DAILY,
            drop=((DAILY[: DAILY.index("At least")], "front matter"), ("**", "markup: emphasis")),
            mend=(("inMay", "in May", "words glued by a lost line break"),),
            title="Panic on the Solveig",
            outlet="The Kelda Daily",
            byline="A. Staff",
            published="2031-03-02",
            published_on=date(2031, 3, 2),
        ),
        "blog.html": _document(
            "blog.html",
            BLOG,
            drop=tuple((tag, "markup") for tag in sorted(set(re.findall("<script>.*?</script>|<[^>]*>", BLOG)))),
            mend=(("&amp;", "&", "character reference"),),
            title="<script>alert('title')</script>",
            outlet='Pier "><img src=x onerror=alert(1)> Blog',
            url="javascript:alert(1)",
        ),
        "update.txt": _document("update.txt", UPDATE, published="3 March 2031", published_on=date(2031, 3, 3)),
    }


def _document(
    name: str,
    raw: str,
    *,
    drop: tuple[tuple[str, str], ...] = (),
    mend: tuple[tuple[str, str, str], ...] = (),
    **facts: Any,
) -> Document:
    wanted = [(words, "", reason) for words, reason in drop] + list(mend)
    edits = [
        Edit(match.start(), match.end(), replacement, reason)
        for words, replacement, reason in wanted
        for match in re.finditer(re.escape(words), raw)
    ]
    edits = [e for e in edits if not any(o != e and o.start <= e.start and e.end <= o.end for o in edits)]
    text, alignment = apply_edits(raw, Alignment.identity(len(raw)), edits)
    source = f"articles/{name}"
    return Document(name, source, raw, text, alignment, lang="en", edits=tuple(sorted(edits)), **facts)


def _claims(documents: dict[str, Document]) -> dict[str, Claim]:
    wire, daily, blog, update = (documents[k] for k in ("wire.txt", "daily.md", "blog.html", "update.txt"))
    first = "Twelve people were hurt when the ferry Solveig struck a pier at Skarvik on Sunday"
    return {
        "twelve": _claim(
            wire,
            "Twelve people were hurt",
            first + ", fire chief Dana Holt told\nreporters.",
            speaker="Dana Holt",
            cue="told",
            quantities=(("Twelve", 12, 12, "person", False),),
        ),
        "struck": _claim(
            wire,
            "the ferry Solveig struck a pier at Skarvik on Sunday",
            first + ", fire chief Dana Holt told\nreporters.",
            entities=(("Solveig", "name"), ("Skarvik", "place")),
            whens=(("Sunday", "2031-03-02", date(2031, 3, 2)),),
        ),
        "one dead": _claim(wire, "One passenger died", quantities=(("One", 1, 1, "passenger", False),)),
        "98": _claim(wire, "The ferry was carrying 98 passengers", quantities=(("98", 98, 98, "passenger", False),)),
        "fifteen": _claim(
            daily,
            "At least 15 people were injured on the Solveig",
            "At least 15 people were injured on the Solveig, City Hospital said.",
            speaker="City Hospital",
            cue="said",
            quantities=(("At least 15", 15, None, "person", False),),
            entities=(("Solveig", "name"),),
        ),
        "hundred": _claim(
            daily,
            "Around one hundred passengers\nwere on board",
            "Around one hundred passengers\nwere on board, according to the Harbour Wire.",
            origin="Harbour Wire",
            quantities=(("Around one hundred", 90, 110, "passenger", True),),
        ),
        "engines": _claim(
            daily,
            "The engines were replaced in May 2030",
            whens=(("May 2030", "2030-05", date(2030, 5, 1)),),
        ),
        "radar": _claim(
            blog,
            "The Solveig reportedly carried no radar",
            "The Solveig reportedly carried no radar, a crew member wrote.",
            speaker="a crew member",
            cue="wrote",
            hedge=("reportedly", "hearsay"),
            negated=True,
            entities=(("Solveig", "name"),),
        ),
        "wheel": _claim(
            blog,
            '"Nobody was at the wheel\u202e!", says `=HYPERLINK("http://evil.example","pay")` *Ole* [here](http://evil.example)',
            text="Nobody was at the wheel",
            speaker='=cmd|"/c calc"!A1',
            direct=True,
        ),
        "log": _claim(
            blog,
            "were replaced in 2027",
            "Its engines, by the log, were replaced in 2027.",
            text="The Solveig's engines were replaced in 2027",
            origin="the log",
            whens=(("2027", "2027", date(2027, 1, 1)),),
        ),
        "1974": _claim(
            blog,
            "The pier was built in 1974 & never mended",
            whens=(("1974", "1974", date(1974, 1, 1)),),
        ),
        "three dead": _claim(
            update,
            "Three people have died",
            "Three people have died in the Skarvik ferry accident, the Harbour Wire has learned.",
            origin="Harbour Wire",
            quantities=(("Three", 3, 3, "person", False),),
        ),
        "closed": _claim(update, "The pier stays closed until Friday", modality=Modality.PLAN, state="planned"),
    }


def _claim(
    document: Document,
    words: str,
    sentence: str | None = None,
    *,
    text: str | None = None,
    speaker: str | None = None,
    cue: str | None = None,
    direct: bool = False,
    origin: str | None = None,
    hedge: tuple[str, str] | None = None,
    negated: bool = False,
    modality: Modality = Modality.FACT,
    state: str | None = None,
    quantities: tuple[tuple[str, int, int | None, str, bool], ...] = (),
    entities: tuple[tuple[str, str], ...] = (),
    whens: tuple[tuple[str, str, date], ...] = (),
) -> Claim:
    context = sentence or words + "."
    whole, span = find(document, context), find(document, words)

    def at(part: str) -> Span:
        start = document.text.index(context) + context.index(part)
        return document.span(start, start + len(part))

    return Claim(
        id="c" + hashlib.sha256(f"{document.id}\n{words}".encode()).hexdigest()[:12],
        span=span,
        words=words,
        text=text or words,
        sentence=whole,
        context=context,
        form="clause",
        speaker=speaker,
        attribution=Attribution(None, at(cue), (span,), speaker, origin, direct) if cue else None,
        direct=direct,
        origin=origin,
        hedge=Hedge(at(hedge[0]), hedge[1], span) if hedge else None,
        negated=negated,
        modality=modality,
        state=state,
        frame=Frame("be", (Role("agent", at(words.split()[0]), words.split()[0].lower(), ()),)),
        entities=tuple(Entity(at(name), name, kind, name.lower()) for name, kind in entities),
        quantities=tuple(
            Quantity(at(w), Decimal(low), None if high is None else Decimal(high), None, of, about)
            for w, low, high, of, about in quantities
        ),
        whens=tuple(When(at(w), edtf, day, day, "published") for w, edtf, day in whens),
    )


def find(document: Document, words: str) -> Span:
    """The span of some words of a document's text."""
    start = document.text.index(words)
    return document.span(start, start + len(words))


def _findings(claims: dict[str, Claim]) -> tuple[Finding, ...]:
    def finding(
        verdict: Verdict,
        rule: str,
        about: str,
        because: str,
        *sides: tuple[str, str, tuple[str, ...]],
        sure: float = 0.9,
    ) -> Finding:
        made = tuple(Side(says, tuple(claims[c].id for c in names.split(", ")), o) for says, names, o in sides)
        origins = tuple(sorted({origin for side in made for origin in side.origins}))
        number = hashlib.sha256(about.encode()).hexdigest()[:12]
        severity = "error" if verdict is Verdict.CONFLICTING else "note"
        return Finding(f"f{number}", rule, verdict, severity, sure, about, made, origins, because)

    single = Verdict.SINGLE_SOURCED
    return (  # not in the order in which they are shown
        finding(single, "FC501", "the pier's closure", "One document says it.", ("closed", "closed", ("o-wire",))),
        finding(single, "FC501", "the pier's age", "One document says it.", ("1974", "1974", ("o-blog",))),
        finding(single, "FC501", "the collision", "One document says it.", ("struck a pier", "struck", ("o-wire",))),
        finding(
            Verdict.AGREEING,
            "FC301",
            "how many passengers were on board",
            "98 lies within “around one hundred”.",
            ("98", "98, hundred", ("o-wire",)),
        ),
        finding(
            Verdict.UNSURE,
            "FC401",
            "what the crew had at hand",
            "The claims cannot be compared: one is about radar, one about the wheel.",
            ("no radar", "radar", ("o-blog",)),
            ("nobody at the wheel", "wheel", ("o-blog",)),
            sure=0.3,
        ),
        finding(
            Verdict.SUPERSEDED,
            "FC202",
            "how many people died",
            "The later document gives the higher toll.",
            ("1", "one dead", ("o-wire",)),
            ("3", "three dead", ("o-wire",)),
            sure=0.7,
        ),
        finding(
            Verdict.CONFLICTING,
            "FC201",
            "when the engines were replaced",
            "May 2030 is not in 2027.",
            ("May 2030", "engines", ("o-hospital",)),
            ("2027", "log", ("o-blog",)),
        ),
        finding(
            Verdict.CONFLICTING,
            "FC203",
            "how many people were hurt",
            "12 is not at least 15.",
            ("12", "twelve", ("o-wire",)),
            ("at least 15", "fifteen", ("o-hospital",)),
            sure=0.95,
        ),
    )


def _pairs(claims: dict[str, Claim]) -> tuple[Pair, ...]:
    def pair(one: str, other: str, weight: float, *features: tuple[str, float | None, str, str, str]) -> Pair:
        left, right = sorted((claims[one], claims[other]), key=lambda claim: claim.id)
        swapped = left.id != claims[one].id
        made = []
        for name, value, words, others, note in features:
            if swapped:
                words, others = others, words
            made.append(Feature(name, value, _within(left, words), _within(right, others), note))
        return Pair(left.id, right.id, 0.8123456, tuple(made), weight)

    return (
        pair(
            "twelve",
            "fifteen",
            6.25,
            ("quantity", 0.0, "Twelve", "At least 15", "12 ≠ at least 15"),
            ("person_names", None, "", "", "no name in both"),
            ("inner_share", 0.62, "", "", "hurt ~ injured"),
            ("most_quantities", 1.0, "", "", ""),
        ),
        pair("98", "hundred", 7.5, ("quantity", 1.0, "98", "Around one hundred", "98 is around one hundred")),
        pair("one dead", "three dead", 3.0, ("quantity", 0.0, "One", "Three", "1 ≠ 3")),
        pair("radar", "wheel", -1.5, ("wording", 0.31, "", "", "crew | `code` <b>")),
        pair("struck", "closed", -4.0, ("polarity", 1.0, "", "", "both plain")),
    )


def _within(claim: Claim, words: str) -> Span | None:
    if not words:
        return None
    at = claim.span.start + claim.words.index(words)
    return Span(claim.doc, at, at + len(words))


def _derivations(documents: dict[str, Document]) -> tuple[Derivation, ...]:
    daily, update = documents["daily.md"], documents["update.txt"]
    return (
        Derivation("cites", "daily.md", "wire.txt", (find(daily, "according to the Harbour Wire"),), 0.9),
        Derivation("cites", "daily.md", "City Hospital", (find(daily, "City Hospital said"),), 0.8),
        Derivation("copies", "update.txt", "wire.txt", (find(update, "Skarvik ferry accident"),), 0.4),
    )


def _origins() -> tuple[Origin, ...]:
    return (
        Origin("o-blog", "blog.html (lineage unknown)", ("blog.html",), "unknown", "It names no source."),
        Origin("o-hospital", "City Hospital", ("daily.md",), "named", "daily.md cites it."),
        Origin(
            "o-wire", "Harbour Wire report of 2 March", ("daily.md", "update.txt", "wire.txt"), "copied", "One text."
        ),
    )


def _notices(claims: dict[str, Claim]) -> tuple[Notice, ...]:
    return (
        Notice("n1", "FC601", "warning", (claims["radar"].id,), "Said by someone without a name: “a crew member”."),
        Notice("n2", "FC602", "note", (), "Two documents were written on the same day."),
    )
