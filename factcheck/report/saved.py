"""The saved form of a run, version 1: what a report file holds and what every format is made from.

It is a shape of its own, no dump of the data model: documents are not stored whole, but each claim keeps its quote,
line, words and sentence, so that every format can be made again from the file alone. Keys are the field names below,
in their order, a trailing underscore dropped. Keys may be added; none is renamed or given another meaning without
a new `schema_version`. Positions are code points of the file's text, half-open, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar, dataclass_transform

SCHEMA_VERSION = "1"

_T = TypeVar("_T")

# Read by pydantic, which makes JSON of these types, reads it back and writes their JSON Schema: report/json.py.
_PYDANTIC = {
    "use_attribute_docstrings": True,
    "alias_generator": lambda name: name.rstrip("_"),
}


@dataclass_transform(frozen_default=True)
def _saved(cls: type[_T]) -> type[_T]:
    setattr(cls, "__pydantic_config__", _PYDANTIC)  # noqa: B010
    return dataclass(frozen=True, slots=True)(cls)


@_saved
class SavedModel:
    """A model file that was used."""

    name: str
    sha256: str


@_saved
class SavedSetting:
    """A setting of the run."""

    name: str
    value: str


@_saved
class SavedRun:
    """With what the report was made."""

    version: str
    """factcheck's version."""
    encoder: str
    parser: str
    models: tuple[SavedModel, ...]
    settings: tuple[SavedSetting, ...]


@_saved
class SavedEdit:
    """Something that cleaning dropped or mended."""

    start: int
    end: int
    line: int
    """Counted from 1."""
    quote: str
    """What stands in the file."""
    replacement: str
    """What it was read as; empty where it was dropped."""
    reason: str


@_saved
class SavedDocument:
    """One article that was read."""

    id: str
    """Its path relative to the folder that was given."""
    path: str
    """The path as given."""
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    """The date as written."""
    url: str | None
    published_on: str | None
    """The day that `published` names (ISO 8601), where it names one."""
    lang: str | None
    edits: tuple[SavedEdit, ...]


@_saved
class SavedWords:
    """Some words of a claim or near it."""

    start: int
    end: int
    quote: str
    """The words as a reader sees them."""
    at: int | None
    """Where they begin in the claim's `words`, in code points; null where they stand outside of it."""


@_saved
class SavedSentence:
    """The sentence that a claim stands in."""

    start: int
    end: int
    text: str
    """As a reader sees it."""
    at: int | None
    """Where the claim's `words` begin in `text`, in code points; null where they are not part of it."""


@_saved
class SavedHedge:
    """The mark that a claim is not certain."""

    cue: str
    kind: str


@_saved
class SavedQuantity:
    """A count or a measure, as an interval with decimal bounds."""

    words: SavedWords
    low: str | None
    """Null where open below."""
    high: str | None
    """Null where open above; equal to `low` where exact."""
    unit: str | None
    of: str
    """What is counted or measured."""
    approximate: bool


@_saved
class SavedWhen:
    """A date or a period that the claim names."""

    words: SavedWords
    edtf: str
    earliest: str | None
    latest: str | None
    anchor: str
    time: str | None


@_saved
class SavedEntity:
    """A name in the claim."""

    words: SavedWords
    name: str
    kind: str
    key: str


@_saved
class SavedRole:
    """A part that somebody or something plays in the claim."""

    name: str
    quote: str
    head: str


@_saved
class SavedClaim:
    """One fact as one document states it."""

    id: str
    document: str
    """A document's id."""
    start: int
    end: int
    quote: str
    """The file's own characters from `start` to `end`."""
    text: str
    """What it says read alone: names in place of pronouns."""
    speaker: str | None
    """Who is said to say it; null: the document's own voice."""
    hedged: bool
    negated: bool
    origin: str | None
    """The outlet, agency, report or document that it is said to be from."""
    line: int
    """The line on which it starts, counted from 1."""
    words: str
    """The quote as a reader sees it."""
    sentence: SavedSentence
    form: str
    direct: bool
    """Whether it stands between quotation marks."""
    cue: str | None
    """The word that says that it is said: "told", "according to"."""
    hedge: SavedHedge | None
    modality: str
    state: str | None
    predicate: str
    roles: tuple[SavedRole, ...]
    quantities: tuple[SavedQuantity, ...]
    dates: tuple[SavedWhen, ...]
    entities: tuple[SavedEntity, ...]


@_saved
class SavedSide:
    """One answer to a finding's question."""

    claims: tuple[str, ...]
    """Claim ids."""
    says: str
    """The answer in short."""
    origin_ids: tuple[str, ...]


@_saved
class SavedFinding:
    """A question with the answers that were found."""

    id: str
    verdict: Literal["conflicting", "superseded", "agreeing", "unsure", "single-sourced"]
    sides: tuple[SavedSide, ...]
    """One when agreeing or single-sourced; oldest first when superseded."""
    origins: int
    """How many independent origins stand behind it."""
    about: str
    """What is at issue."""
    rule: str
    """The code of the rule that ruled."""
    severity: str
    confidence: float
    """0 to 1."""
    because: str
    """Why, in a sentence."""
    origin_ids: tuple[str, ...]


@_saved
class SavedNotice:
    """What a rule other than a verdict found."""

    id: str
    rule: str
    claims: tuple[str, ...]
    message: str
    severity: str


@_saved
class SavedEvidence:
    """Words that show where a document has something from."""

    document: str
    start: int
    end: int
    line: int
    quote: str
    """As a reader sees them."""


@_saved
class SavedLink:
    """That one document has something from another, or from a named origin."""

    from_: str
    """A document's id."""
    to: str
    """A document's id, or the name of an origin."""
    kind: Literal["copies", "quotes", "cites"]
    score: float
    """0 to 1: how sure it is."""
    evidence: tuple[SavedEvidence, ...]


@_saved
class SavedSkipped:
    """An input that was not read."""

    path: str
    reason: str


@_saved
class SavedOrigin:
    """One act of publication that claims lean on."""

    id: str
    name: str
    documents: tuple[str, ...]
    lineage: str
    """"named", "copied" or "unknown"."""
    reason: str


@_saved
class SavedFeature:
    """One named comparison of two claims."""

    name: str
    value: float | None
    """Null when the two cannot be compared."""
    left: SavedWords | None
    right: SavedWords | None
    """The words that decided."""
    note: str
    """What was found, for a reader."""


@_saved
class SavedPair:
    """Two claims compared."""

    left: str
    right: str
    """Claim ids, left < right."""
    similarity: float
    """Cosine of the claim vectors, -1 to 1."""
    weight: float
    """log2 odds that both state the same fact."""
    features: tuple[SavedFeature, ...]


@_saved
class SavedReport:
    """What a factcheck run found."""

    schema_version: Literal["1"]
    run: SavedRun
    documents: tuple[SavedDocument, ...]
    claims: tuple[SavedClaim, ...]
    findings: tuple[SavedFinding, ...]
    """Conflicts first; every claim stands in exactly one."""
    notices: tuple[SavedNotice, ...]
    links: tuple[SavedLink, ...]
    skipped: tuple[SavedSkipped, ...]
    origins: tuple[SavedOrigin, ...]
    pairs: tuple[SavedPair, ...]
    """Those within findings, and the nearest that stayed apart."""
