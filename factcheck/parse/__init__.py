"""Cleaned documents in, parsed documents out."""

from __future__ import annotations

from factcheck.datamodel import Document, ParsedDocument
from factcheck.parse.parser import load_pipeline
from factcheck.parse.sentences import sentences_of
from factcheck.parse.settings import ParseSettings

__all__ = ["ParseSettings", "parse_document"]


def parse_document(document: Document, *, settings: ParseSettings = ParseSettings()) -> ParsedDocument:
    """Parses a document: tokens, parts of speech, dependencies, names, sentences.

    Raises:
        ParserError: when the pipeline is not installed or lacks a parser.
    """
    doc = load_pipeline(settings.pipeline)(document.text)
    return ParsedDocument(document, doc, sentences_of(doc))
