"""Figures for reading and cleaning, on labelled clusters and saved pages that lie beside the checkout.

    python benchmarks/read_clean.py [SHARED] [--words]

SHARED is the folder that holds gold/ and datasets/; by default ../shared. `--words` adds the count of words that
are split in news of other makers, which takes half a minute.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from factcheck.clean import CleanSettings, clean_document
from factcheck.clean.encoding import find_mojibake
from factcheck.clean.glued import find_glued
from factcheck.datamodel import Document
from factcheck.read import read_documents
from factcheck.read.encoding import decode
from factcheck.read.html import read_html
from factcheck.read.text import read_text
from factcheck.text.alignment import Alignment, apply_edits

HELD_OUT = frozenset("bankrupt bridge derail earnings flood hostages navy rocket summit".split())
DROPS = ("furniture", "stands twice", "pull quote")


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description="Figures for reading and cleaning.")
    parser.add_argument("shared", type=Path, nargs="?", default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--words", action="store_true", help="count torn words in other news too")
    options = parser.parse_args()
    folders = sorted(path.parent for path in (options.shared / "gold").rglob("gold.yaml"))
    for name, wanted in (
        ("train, seen", [f for f in folders if f.name not in HELD_OUT and f.name != "seeds"]),
        ("train, held out", [f for f in folders if f.name in HELD_OUT]),
        ("seeds", [f for f in folders if f.name == "seeds"]),
    ):
        print(f"{name}: {gold_figures(wanted)}")
    print(f"pages, whole articles: {article_figures(options.shared / 'datasets' / 'webpages_articles.dev.jsonl')}")
    print(f"pages, segments: {segment_figures(options.shared / 'datasets')}")
    print(f"mojibake: {mojibake_figures(options.shared / 'datasets' / 'mojibake.dev.jsonl')}")
    if options.words:
        for name, key in (("polnear.dev", "text"), ("polnear.train", "text"), ("fnc1.dev.bodies", "text")):
            print(f"glued words found in {name}: {glued_figures(options.shared / 'datasets' / f'{name}.jsonl', key)}")


def gold_figures(folders: list[Path]) -> str:
    """Furniture dropped, mentions hurt, metadata right, summed over clusters."""
    counts: Counter[str] = Counter()
    for folder in folders:
        gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
        documents, _ = read_documents([folder / "docs"])
        read = {document.id: document for document in documents}
        clean = {document.id: clean_document(document) for document in documents}
        for about in gold["documents"]:
            _count_metadata(read[about["file"]], about, counts)
        for label in gold.get("not_claims") or []:
            document = clean[label["doc"]]
            counts["furniture"] += 1
            counts["furniture gone"] += not _left(document, label["quote"].rstrip("\n"))
        for mention in (m for fact in gold["facts"] for side in fact["sides"] for m in side["mentions"]):
            counts["mentions"] += 1
            counts["mentions out of reading"] += not _left(read[mention["doc"]], mention["quote"].rstrip("\n"))
            counts["mentions hurt in cleaning"] += _hurt(clean[mention["doc"]], mention["quote"].rstrip("\n"))
    return ", ".join(f"{key} {value}" for key, value in sorted(counts.items()))


def _count_metadata(document: Document, about: dict[str, Any], counts: Counter[str]) -> None:
    counts["documents"] += 1
    counts["outlet right"] += _key(document.outlet) == _key(about.get("publisher"))
    day = str(about["published"]) if about.get("published") else "None"
    counts["day right"] += str(document.published_on) == day
    counts["day without year"] += bool(document.published) and document.published_on is None and day != "None"
    counts["day wrong"] += document.published_on is not None and str(document.published_on) != day


def _key(name: str | None) -> str:
    return "".join(re.findall(r"\w", (name or "").lower())).removeprefix("the")


def _left(document: Document, quote: str) -> bool:
    """Whether any character of a raw quote is left in the text."""
    start = document.raw.index(quote)
    first, last = document.alignment.to_text(start, start + len(quote))
    return any(document.text[at].isalnum() for at in range(first, last))


def _hurt(document: Document, quote: str) -> bool:
    start = document.raw.index(quote)
    drops = [edit for edit in document.edits if edit.reason.startswith(DROPS)]
    return any(edit.start < start + len(quote) and start < edit.end for edit in drops)


def article_figures(path: Path) -> str:
    """Overlap of four-word shingles with the article as people marked it; beside it trafilatura alone."""
    import trafilatura

    ours, theirs = [], []
    for page in _lines(path):
        wanted = _shingles(page["article"])
        ours.append(_scores(_shingles(read_html(page["html"]).text), wanted))
        theirs.append(_scores(_shingles(trafilatura.extract(page["html"], include_comments=False) or ""), wanted))
    return f"{len(ours)} pages, P R F {_means(ours)}; trafilatura alone {_means(theirs)}"


def segment_figures(folder: Path) -> str:
    """Segments that must and must not be in the text; legacy encodings among them."""
    counts: Counter[str] = Counter()
    for name in ("webpages_segments", "webpages_legacy_encoding"):
        for page in _lines(folder / f"{name}.dev.jsonl"):
            raw = page["html"] if "html" in page else decode(base64.b64decode(page["html_base64"]))
            text = " ".join(read_html(raw).text.split())
            counts["wanted"] += len(page["with"])
            counts["wanted found"] += sum(" ".join(segment.split()) in text for segment in page["with"])
            counts["unwanted"] += len(page["without"])
            counts["unwanted found"] += sum(" ".join(segment.split()) in text for segment in page["without"])
            counts["pages with replacement characters"] += "\ufffd" in text
    return ", ".join(f"{key} {value}" for key, value in sorted(counts.items()))


def mojibake_figures(path: Path) -> str:
    """Cases mended as published, quotation marks aside."""
    import ftfy

    cases = list(_lines(path))
    right = sum(ftfy.fix_text(_mended(case["original"])) == ftfy.fix_text(case["fixed"]) for case in cases)
    return f"{right} of {len(cases)}"


def glued_figures(path: Path, key: str) -> str:
    """Words split in news that was not known to be glued: true finds and false ones together."""
    words = cuts = 0
    for line in _lines(path):
        text = line[key]
        words += len(text.split())
        cuts += len(find_glued(text, read_plain(text), CleanSettings()))
    return f"{cuts} in {words:,} words"


def read_plain(text: str) -> Document:
    """A document of a plain text."""
    reading = read_text(text)
    return Document("d", "d", text, reading.text, reading.alignment)


def _mended(text: str) -> str:
    edits = find_mojibake(text, read_plain(text), CleanSettings())
    return apply_edits(text, Alignment.identity(len(text)), edits)[0]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from map(json.loads, lines)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + 4]) for at in range(len(words) - 3))


def _scores(found: Counter[tuple[str, ...]], wanted: Counter[tuple[str, ...]]) -> tuple[float, float, float]:
    common = (found & wanted).total()
    precision, recall = common / max(1, found.total()), common / max(1, wanted.total())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _means(scores: list[tuple[float, float, float]]) -> str:
    return " ".join(f"{sum(column) / len(scores):.3f}" for column in zip(*scores, strict=True))


if __name__ == "__main__":
    main()
