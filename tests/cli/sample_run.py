"""A run without models: two articles that disagree about a bridge, as the pipeline would report them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.config import Settings
from factcheck.datamodel import (
    Claim,
    Document,
    Feature,
    Finding,
    Frame,
    Modality,
    Origin,
    Pair,
    Report,
    RunInfo,
    Side,
    Skipped,
    Span,
    Verdict,
)
from factcheck.errors import NothingToRead
from factcheck.text.alignment import Alignment

TEXTS = {
    "daily.txt": "The new bridge has four lanes. It cost 9 million crowns.",
    "wire.txt": "The new bridge has three lanes. Café owners are glad of it.",
}
"""File names and their texts, each of two sentences, a claim each."""


def write_articles(folder: Path) -> None:
    """Writes the two articles, and a file that cannot be read, into a folder."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"")


def fake_run(paths: Sequence[str | Path], *, settings: Settings | None = None, **told: Any) -> Report:
    """Stands in for `pipeline.run`: reads the articles named, and reports the conflict if both are there."""
    names = [str(path) for path in paths]
    files = [file for name in names for file in ([name] if Path(name).suffix else _below(name))]
    found = {Path(file).name: file for file in files if Path(file).name in TEXTS}
    skipped = tuple(Skipped(file, "empty") for file in files if file not in found.values())
    if not found:
        raise NothingToRead("nothing could be read")
    documents = tuple(_document(name, source) for name, source in sorted(found.items()))
    claims = {claim.id: claim for document in documents for claim in _claims(document)}
    return Report(
        documents=documents,
        claims=tuple(claims.values()),
        pairs=_pairs(claims),
        derivations=(),
        origins=tuple(Origin(f"o{d.id}", d.id, (d.id,), "unknown", "names no source") for d in documents),
        findings=tuple(_findings(claims)),
        notices=(),
        skipped=skipped,
        run=RunInfo("0", settings.embed.encoder if settings else "none", "fake"),
    )


def waiting_run(paths: Sequence[str | Path], **told: Any) -> Report:
    """A run that says something and goes on until it is interrupted."""
    told["progress"]("read", 1, 2)
    told["notify"]("the model file is made, once on this machine")
    while True:
        time.sleep(0.01)


def _below(folder: str) -> list[str]:
    return sorted(str(path) for path in Path(folder).rglob("*.txt"))


def _document(name: str, source: str) -> Document:
    text = TEXTS[name]
    return Document(name, source, text, text, Alignment.identity(len(text)), published="2031-03-02")


def _claims(document: Document) -> list[Claim]:
    first = document.text.index(". ") + 1
    spans = [Span(document.id, 0, first), Span(document.id, first + 1, len(document.text))]
    return [_claim(f"c{document.id[0]}{i}", span, document) for i, span in enumerate(spans)]


def _claim(name: str, span: Span, document: Document) -> Claim:
    words = document.visible(span)
    return Claim(
        id=name, span=span, words=words, text=words, sentence=span, context=words, form="clause", speaker=None,
        attribution=None, direct=False, origin=None, hedge=None, negated=False, modality=Modality.FACT, state=None,
        frame=Frame("have", ()), entities=(), quantities=(), whens=(),
    )  # fmt: skip


def _pairs(claims: dict[str, Claim]) -> tuple[Pair, ...]:
    if not {"cd0", "cw0"} <= claims.keys():
        return ()
    left, right = (replace(claims[name].span, start=19, end=24) for name in ("cd0", "cw0"))
    return (Pair("cd0", "cw0", 0.9, (Feature("quantities", -1.0, left, right, "4 lanes, 3 lanes"),), 5.0),)


def _findings(claims: dict[str, Claim]) -> list[Finding]:
    conflict = {"cd0", "cw0"} <= claims.keys()
    found = [_finding(Verdict.CONFLICTING, "cd0", "cw0")] if conflict else []
    return found + [
        _finding(Verdict.SINGLE_SOURCED, name) for name in sorted(claims) if not (conflict and name.endswith("0"))
    ]


def _finding(verdict: Verdict, *claims: str) -> Finding:
    return Finding(
        id="f" + "".join(claims), rule="FC000", verdict=verdict, severity="warning", confidence=0.9, about="the bridge",
        sides=tuple(Side(claim, (claim,), ()) for claim in claims), origins=(), because="for the test",
    )  # fmt: skip
