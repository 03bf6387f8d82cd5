"""Scores the trace stage alone against labelled clusters: documents from their files, claims from the labels.

    python benchmarks/links_gold.py FOLDER [--without NAME,NAME] [--only NAME,NAME] [--no-origins] [--errors]

Claims carry the labelled span, speaker and origin (none with `--no-origins`), so what is measured is tracing, not
extraction: F1 of links whatever their kind, as the scorer counts them, and precision and recall of each kind.
"""

from __future__ import annotations

import argparse
import html
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from factcheck.datamodel import Claim, Document, Frame, Modality, Span
from factcheck.text.alignment import Alignment, Edit, apply_edits
from factcheck.trace import Trace, trace_origins

KINDS = ("copies", "quotes", "cites")
_BLOCK = re.compile(
    r"</?(?:p|h\d|div|li|ul|article|header|footer|aside|nav|figure|figcaption|blockquote|br|tr)\b[^>]*>"
)


def main() -> int:
    """Prints the measures of each cluster and of all."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--without", default="")
    ask.add_argument("--only", default="")
    ask.add_argument("--no-origins", action="store_true")
    ask.add_argument("--errors", action="store_true")
    args = ask.parse_args()
    total: Counter[str] = Counter()
    for gold in sorted(args.folder.rglob("gold.yaml")):
        name = gold.parent.name
        if name in args.without.split(",") or (args.only and name not in args.only.split(",")):
            continue
        counts, errors = score(gold.parent, origins=not args.no_origins)
        total += counts
        print(f"{name:14} {_line(counts)}")
        if args.errors:
            print("\n".join(errors))
    print(f"{'ALL':14} {_line(total)}")
    for kind in KINDS:
        hit, said, found, wanted = (total[f"{kind}_{part}"] for part in ("hit", "said", "found", "gold"))
        p, r = hit / max(said, 1), found / max(wanted, 1)
        print(f"{kind:14} precision {p:.2f} ({hit}/{said})  recall {r:.2f} ({found}/{wanted})")
    return 0


def score(folder: Path, *, origins: bool = True) -> tuple[Counter[str], list[str]]:
    """Counts of one cluster, and what was wrong."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    documents = read_cluster_documents(folder, gold)
    trace = trace_origins(documents, gold_claims(documents, gold, origins=origins))
    return _compare(trace, gold, {d.id for d in documents})


def read_cluster_documents(folder: Path, gold: dict[str, Any]) -> tuple[Document, ...]:
    """The articles through the project's own reader and cleaning where they are there, else read plainly."""
    try:
        from factcheck.clean import clean_document
        from factcheck.read import read_documents
    except ImportError:
        labels = {d["file"]: d for d in gold["documents"]}
        files = sorted(p for p in (folder / "docs").rglob("*") if p.is_file())
        return tuple(_plainly(p, labels[p.name]) for p in files)
    read = read_documents([folder / "docs"])
    documents = read[0] if isinstance(read[0], tuple) else read
    return tuple(clean_document(d) for d in documents)


def gold_claims(documents: tuple[Document, ...], gold: dict[str, Any], *, origins: bool) -> tuple[Claim, ...]:
    """A claim for each labelled mention."""
    raw = {d.id: d.raw for d in documents}
    found: dict[tuple[str, int, int], Claim] = {}
    for fact in gold["facts"]:
        for mention in (m for side in fact["sides"] for m in side["mentions"]):
            start = raw[mention["doc"]].find(mention["quote"].rstrip("\n"))
            if start >= 0:
                claim = _claim(mention, start, origins)
                found[claim.span.doc, claim.span.start, claim.span.end] = claim
    return tuple(found.values())


def _claim(mention: dict[str, Any], start: int, origins: bool) -> Claim:
    quote = mention["quote"].rstrip("\n")
    span = Span(mention["doc"], start, start + len(quote))
    speaker, origin = ((mention.get(k) or "").split("|")[0] or None for k in ("speaker", "origin"))
    return Claim(
        id=f"{mention['doc']}:{start}-{start + len(quote)}",
        span=span,
        words=quote,
        text=quote,
        sentence=span,
        context=quote,
        form="clause",
        speaker=speaker,
        attribution=None,
        direct=False,
        origin=origin if origins else None,
        hedge=None,
        negated=False,
        modality=Modality.FACT,
        state=None,
        frame=Frame("", ()),
        entities=(),
        quantities=(),
        whens=(),
    )


def _plainly(path: Path, label: dict[str, Any]) -> Document:
    """A document with the labelled outlet and date; tags and front matter are dropped, broken lines joined."""
    raw = path.read_bytes().decode("utf-8-sig")
    front = re.match(r"---\n(.*?)\n---\n", raw, re.S)
    start = front.end() if front else max(0, raw.find("<body"))
    edits = [Edit(0, start, "", "head")] if start else []
    if path.suffix == ".html":
        marks = (m for m in re.finditer(r"<[^>]*>|&#?\w+;", raw) if m.start() >= start)
        edits += [Edit(m.start(), m.end(), _visible(m.group()), "markup") for m in marks]
    title = re.search(r'title: "?(.*?)"?$', front[1], re.M) if front else re.search(r"<title>(.*?)</title>", raw)
    text, alignment = apply_edits(raw, Alignment.identity(len(raw)), edits)
    joins = [Edit(m.start(), m.end(), " ", "line") for m in re.finditer(r"(?<=[^\n]{50}[a-z,;])\n(?=[^\W\d_])", text)]
    text, alignment = apply_edits(text, alignment, joins)
    published, outlet = label.get("published"), label.get("publisher")
    day = date.fromisoformat(str(published)) if published else None
    return Document(
        path.name, str(path), raw, text, alignment, title=title[1] if title else None, outlet=outlet,
        published=str(published) if published else None, published_on=day,
    )  # fmt: skip


def _visible(markup: str) -> str:
    if markup.startswith("<"):
        return "\n\n" if _BLOCK.match(markup) else ""
    return html.unescape(markup)


def _compare(trace: Trace, gold: dict[str, Any], ids: set[str]) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    wanted = {(x["from"], x["to"]) for x in gold.get("links") or []}
    said = {(d.derived, d.source) for d in trace.derivations}
    left, errors = set(said), []
    matched: dict[tuple[str, str], tuple[str, str]] = {}
    for pair in sorted(wanted):
        hit = next((s for s in sorted(left) if _same(pair, s, ids)), None)
        if hit:
            left.discard(hit)
            matched[pair] = hit
    counts.update(hit=len(matched), said=len(said), gold=len(wanted))
    for link in gold.get("links") or []:
        counts[f"{link['kind']}_gold"] += 1
        counts[f"{link['kind']}_found"] += (link["from"], link["to"]) in matched
        if (link["from"], link["to"]) not in matched:
            errors.append(f"    missed {link['kind']} {link['from']} → {link['to']}")
    right = set(matched.values())
    for d in trace.derivations:
        counts[f"{d.kind}_said"] += 1
        counts[f"{d.kind}_hit"] += (d.derived, d.source) in right
        if (d.derived, d.source) not in right:
            errors.append(f"    false  {d.kind} {d.derived} → {d.source} ({d.score:.2f})")
    return counts, errors


def _same(gold: tuple[str, str], said: tuple[str, str], ids: set[str]) -> bool:
    """Whether two links are one; names are, where all words of one are in the other, articles and "of" aside."""
    if gold[0] != said[0] or gold[1] == said[1] or gold[1] in ids:
        return gold == said
    left, right = _told_apart(gold[1]), _told_apart(said[1])
    return bool(left) and (left <= right or right <= left)


def _told_apart(name: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+|\d+", name.casefold())
    return {w.removesuffix("s") if len(w) > 4 else w for w in words if w not in ("the", "a", "an", "of", "s")}


def _line(n: Counter[str]) -> str:
    p, r = n["hit"] / max(n["said"], 1), n["hit"] / max(n["gold"], 1)
    f1 = 2 * p * r / max(p + r, 1e-9)
    return f"docs P {p:.2f} R {r:.2f} F1 {f1:.3f}  ({n['hit']} of {n['said']} said, {n['gold']} labelled)"


if __name__ == "__main__":
    raise SystemExit(main())
