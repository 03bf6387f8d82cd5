"""The nouns, frozen. Every position is a code point of `Document.raw`, half-open."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from factcheck.text.alignment import Alignment, Edit


class Verdict(StrEnum):
    """What holds among the claims of a finding."""

    CONFLICTING = "conflicting"
    SUPERSEDED = "superseded"
    UNSURE = "unsure"
    AGREEING = "agreeing"
    SINGLE_SOURCED = "single-sourced"


class Modality(StrEnum):
    """What kind of statement a claim is."""

    FACT = "fact"
    PLAN = "plan"
    POSSIBILITY = "possibility"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document."""

    doc: str
    """The document's id."""
    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article."""

    id: str
    source: str
    """The path as given, or "-"."""
    raw: str
    """The file as decoded: byte-order mark dropped, nothing else touched."""
    text: str
    """What a reader of the page sees. After cleaning: paragraphs joined by blank lines, no other line break."""
    alignment: Alignment
    """Leads from `text` to `raw`."""
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    """The date as written."""
    published_on: date | None = None
    """The day that `published` names, where it names one."""
    url: str | None = None
    lang: str | None = None
    edits: tuple[Edit, ...] = ()
    """What cleaning dropped or mended, in code points of `raw`."""

    def span(self, start: int, end: int) -> Span:
        """The raw span of text[start:end]."""
        return Span(self.id, *self.alignment.to_raw(start, end))

    def quote(self, span: Span) -> str:
        """The file's own characters."""
        return self.raw[span.start : span.end]

    def visible(self, span: Span) -> str:
        """What a reader sees there."""
        start, end = self.alignment.to_text(span.start, span.end)
        return self.text[start:end]

    def line(self, span: Span) -> int:
        """The line, counted from 1, on which the span starts."""
        return self.raw.count("\n", 0, span.start) + 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a parsed document: tokens `start:end` of its parse, half-open."""

    start: int
    end: int
    paragraph: int
    """Its paragraph's number in the document, from 0."""
    heading: bool
    """Whether it is a headline, a subheading or a caption: a paragraph without a full stop at its end."""


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A cleaned document with its parse."""

    document: Document
    doc: Any
    """The spaCy Doc over `document.text`; token.idx counts code points of that text."""
    sentences: tuple[Sentence, ...]

    def span(self, start: int, end: int) -> Span:
        """The raw span of the tokens `start:end`."""
        last = self.doc[end - 1]
        return self.document.span(self.doc[start].idx, last.idx + len(last))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what, by which word. Each part a span of its own."""

    source: Span | None
    """The words that name who says it; None where they are left out."""
    cue: Span | None
    """The word that says that it is said: "told", "according to"."""
    content: tuple[Span, ...]
    """What is said; in pieces where the cue stands amid it."""
    speaker: str | None
    """Who says it, by the fullest name that the document has; None where a text, not a person or body, is cited."""
    origin: str | None
    """The outlet, agency, report or document named as where the document has this from."""
    direct: bool
    """Whether the content stands between quotation marks."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """A mark that something is not certain."""

    cue: Span
    kind: str
    """"hearsay" (reportedly), "modal" (may have), "belief" (is believed to), "approximator" (apparently)."""
    scope: Span
    """The words that the cue makes uncertain."""


@dataclass(frozen=True, slots=True)
class Negation:
    """A "not" and what it denies."""

    cue: Span
    scope: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A name."""

    span: Span
    name: str
    """The fullest name that the document has for it, titles taken off."""
    kind: str
    """"person", "organisation", "place", "designator", "event", "work" or "name"."""
    key: str
    """Equal for names that mean the same: "Mi-35M" for "Mi 35 M" and "Mi-35Ms", "pakistan" for "Pakistani"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or a measure, as an interval."""

    span: Span
    low: Decimal | None
    """None where open below."""
    high: Decimal | None
    """None where open above; equal to `low` where exact."""
    unit: str | None
    """Canonical: "USD", "percent", "km", "second"; None for a bare count."""
    of: str
    """What is counted or measured: lemmas of the head and its modifiers, "combat helicopter"; empty where unknown."""
    approximate: bool = False
    """Whether the text says "about", "some", "nearly"."""

    @property
    def exact(self) -> bool:
        """Whether one value is meant."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class When:
    """A date or a period that the text names."""

    span: Span
    edtf: str
    """Extended Date/Time Format (ISO 8601-2), level 1."""
    earliest: date | None
    latest: date | None
    """First and last day of the interval; None where the text leaves it open."""
    anchor: str
    """What it was resolved against: "published", "text", or "" where it needed nothing."""
    time: str | None = None
    """Time of day as HH:MM, where one is given."""


@dataclass(frozen=True, slots=True)
class Role:
    """A part that somebody or something plays in a claim."""

    name: str
    """"agent", "theme", "recipient", "attribute", "place", "with", "from", "to", … a preposition where no better."""
    span: Span
    head: str
    """Lemma of the head word, lower case; a name's key where it is a name."""
    words: tuple[str, ...]
    """Lemmas of its content words, in the order of the text, names by their keys."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a claim says, by its parts."""

    predicate: str
    """Lemma of the main word, particle included; empty where there is none."""
    roles: tuple[Role, ...]

    def role(self, name: str) -> Role | None:
        """The first role of this name."""
        return next((r for r in self.roles if r.name == name), None)


VERBLESS = ("nominal", "apposition", "adjunct", "heading")
"""Forms of claims that need no verb: a phrase, a caption."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact as one document states it."""

    id: str
    span: Span
    words: str
    """What a reader sees at `span`."""
    text: str
    """What it says read alone: names in place of pronouns."""
    sentence: Span
    context: str
    """The sentence that it stands in, as a reader sees it."""
    form: str
    """"clause", "predicate", "relative", "participle", "nominal", "apposition", "adjunct" or "heading"."""
    speaker: str | None
    attribution: Attribution | None
    direct: bool
    origin: str | None
    hedge: Hedge | None
    negated: bool
    modality: Modality
    state: str | None
    """How far the thing has come: "offered", "agreed", "ordered", "delivered" …, as states.toml names the steps."""
    frame: Frame
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    whens: tuple[When, ...]
    lemmas: tuple[str, ...] = ()
    """Its content words, each once: lemmas in lower case, names by their keys."""

    @property
    def doc(self) -> str:
        """The document's id."""
        return self.span.doc

    @property
    def hedged(self) -> bool:
        """Whether the text marks it as not certain."""
        return self.hedge is not None


@dataclass(frozen=True, slots=True)
class Feature:
    """One named comparison of two claims."""

    name: str
    value: float | None
    """None when the two cannot be compared, never 0.0."""
    left: Span | None = None
    right: Span | None = None
    """The words that decided."""
    note: str = ""
    """What was found, for a reader: "4 = four"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims compared."""

    left: str
    right: str
    """Claim ids, left < right."""
    similarity: float
    """Cosine of the claim vectors, -1 to 1."""
    features: tuple[Feature, ...]
    weight: float
    """log2 odds that both state the same fact."""

    def feature(self, name: str) -> Feature | None:
        """The feature of this name."""
        return next((f for f in self.features if f.name == name), None)

    def told_apart(self, *, likely: float) -> bool:
        """Whether the two hardly answer one question, however alike they are.

        Unlike countries do what they tell; or they name unlike types and weigh less than `likely`.
        """
        country, types = self.feature("agent_country"), self.feature("designator_names")
        unlike_types = types is not None and types.value == 0.0 and self.weight < likely
        return unlike_types or (country is not None and country.value == 0.0)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that answer one question."""

    id: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """That one document has something from another, or from a named origin."""

    kind: str
    """"copies", "quotes" or "cites"."""
    derived: str
    """The document's id."""
    source: str
    """A document's id, or the name of an origin."""
    evidence: tuple[Span, ...]
    score: float
    """0 to 1: how sure it is."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One act of publication that claims lean on."""

    id: str
    name: str
    """For a reader: "Sputnik interview with Asif Ghafoor", "wire.txt (lineage unknown)"."""
    documents: tuple[str, ...]
    lineage: str
    """"named", "copied" or "unknown"."""
    reason: str


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a finding's question."""

    says: str
    """The answer in short: "4", "JF-17", or the words of its clearest claim."""
    claims: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A question with the answers that were found."""

    id: str
    rule: str
    """The code of the rule that ruled."""
    verdict: Verdict
    severity: str
    """"error", "warning" or "note"."""
    confidence: float
    """0 to 1."""
    about: str
    """What is at issue, in a few words."""
    sides: tuple[Side, ...]
    """One when agreeing or single-sourced; oldest first when superseded."""
    origins: tuple[str, ...]
    because: str
    """Why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a rule other than a verdict found."""

    id: str
    rule: str
    severity: str
    claims: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class RunInfo:
    """With what a report was made. Holds no clock and no path of a machine."""

    version: str
    encoder: str
    parser: str
    models: tuple[tuple[str, str], ...] = ()
    """Name and sha256 of each model file that was used."""
    settings: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    """Those within findings, and the nearest that stayed apart."""
    derivations: tuple[Derivation, ...]
    origins: tuple[Origin, ...]
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    skipped: tuple[Skipped, ...]
    run: RunInfo
