"""Labelled clusters, read for training: articles with the quotes that people marked as claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from factcheck.clean import clean_document
from factcheck.datamodel import Document, ParsedDocument, Span
from factcheck.parse import parse_document
from factcheck.read import read_documents

HELD_OUT = frozenset("bankrupt bridge derail earnings flood hostages navy rocket summit".split())
"""Clusters that nothing is fitted on, so that every figure can be given on them too: each fourth by name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A marked quote: which fact, and which of its answers, it states."""

    fact: str
    side: int
    verdict: str
    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True)
class LabelledCluster:
    """Articles about one event, with their marked quotes."""

    name: str
    documents: tuple[Document, ...]
    """Read and cleaned."""
    mentions: tuple[Mention, ...]

    def parsed(self) -> Iterator[ParsedDocument]:
        """The documents, parsed one by one."""
        for document in self.documents:
            yield parse_document(document)

    def mentions_in(self, doc: str) -> list[Mention]:
        """Those of one document."""
        return [m for m in self.mentions if m.span.doc == doc]


def labelled_clusters(root: Path) -> Iterator[LabelledCluster]:
    """The clusters below a folder, by name: each a folder with `docs/` and `gold.yaml`."""
    for gold in sorted(root.glob("*/gold.yaml")):
        documents, _ = read_documents([gold.parent / "docs"])
        cleaned = tuple(clean_document(d) for d in documents)
        labels = yaml.safe_load(gold.read_text(encoding="utf-8"))
        raw = {d.id: d.raw for d in cleaned}
        yield LabelledCluster(gold.parent.name, cleaned, tuple(_mentions(labels, raw)))


def _mentions(labels: dict[str, Any], raw: dict[str, str]) -> Iterator[Mention]:
    for fact in labels["facts"]:
        for number, side in enumerate(fact["sides"]):
            for mention in side["mentions"]:
                doc, quote = mention["doc"], mention["quote"].rstrip("\n")
                start = raw[doc].index(quote)
                span = Span(doc, start, start + len(quote))
                yield Mention(fact["id"], number, fact["verdict"], span, mention.get("speaker"))
