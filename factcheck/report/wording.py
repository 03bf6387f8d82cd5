"""Every word that a report says of its own, in all formats: verdicts, labels, phrases. Mend wording here."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.report.visible import visible

CAVEAT = "Agreement between documents is not truth: they can lean on one origin, or be wrong together."

# A confidence from each bound upwards has this name.
CONFIDENCE_BANDS = ((0.8, "high"), (0.5, "medium"), (0.0, "low"))


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """How a verdict is shown."""

    verdict: str
    heading: str
    sign: str
    """A mark beside the word, so that neither stands alone."""
    meaning: str


VERDICTS = (
    VerdictWords("conflicting", "Conflicting", "≠", "Answers that cannot both be true."),
    VerdictWords("superseded", "Superseded", "→", "Answers that changed as time went on, oldest first."),
    VerdictWords("unsure", "Unsure", "?", "Whether these answers fit together could not be decided."),
    VerdictWords("agreeing", "Agreeing", "=", "Two or more documents give answers that fit together."),
    VerdictWords("single-sourced", "Single-sourced", "·", "Said by one document alone, the most checkable first."),
)

_LINK_WORDS = {"copies": "copies", "quotes": "quotes", "cites": "cites"}
_LINEAGE_WORDS = {"named": "named in the text", "copied": "copied text", "unknown": "lineage unknown"}
_SEVERITY_WORDS = {"error": "grave", "warning": "notable", "note": "minor"}


def confidence_band(confidence: float) -> str:
    """Its name: "high", "medium" or "low"."""
    return next(name for bound, name in CONFIDENCE_BANDS if confidence >= bound or bound == 0.0)


def confidence_phrase(confidence: float) -> str:
    """As in "high confidence"."""
    return f"{confidence_band(confidence)} confidence"


def severity_word(severity: str) -> str:
    """How grave a finding or notice is, as a reader would say it."""
    return _SEVERITY_WORDS.get(severity, visible(severity))


def count(number: int, one: str, many: str = "") -> str:
    """As in "1 document", "3 documents"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def sources_phrase(documents: int, origins: tuple[str, ...]) -> str:
    """How many say it and how few stand behind it: "3 documents, one origin (Sputnik interview)"."""
    said = count(documents, "document")
    if not origins:
        return said
    if documents > 1 and len(origins) == 1:
        return f"{said}, one origin ({origins[0]})"
    return f"{said}, {count(len(origins), 'origin')}"


def read_phrase(documents: int, skipped: int, claims: int, findings: int) -> str:
    """What was read and what came of it."""
    unread = f", {skipped} not read" if skipped else ""
    return f"{count(documents, 'document')} read{unread}; {count(claims, 'claim')} in {count(findings, 'finding')}."


def speaker_phrase(speaker: str | None, cue: str | None, direct: bool) -> str:
    """Who says it: "Dana Holt, in quotation marks"; empty for the document's own voice."""
    if speaker is None:
        return f"said by someone unnamed ({visible(cue)})" if cue else ""
    return f"{visible(speaker)}{' (direct quote)' if direct else ''}"


def hedge_phrase(cue: str | None, hedged: bool) -> str:
    """The word that makes it uncertain; empty where nothing does."""
    if not hedged:
        return ""
    return f"hedged: “{visible(cue)}”" if cue else "hedged"


def origin_phrase(origin: str | None) -> str:
    """As in "citing Sputnik"; empty where no origin is named."""
    return f"citing {visible(origin)}" if origin else ""


def published_phrase(published: str | None) -> str:
    """The date as written; says so where there is none."""
    return visible(published) if published else "undated"


FEATURES = {
    "quantity": "figures",
    "own_date": "dates",
    "time": "times of day",
    "polarity": "said to be so or not",
    "designator_names": "types",
    "person_names": "persons",
    "place_names": "places",
    "organisation_names": "bodies",
    "predicate": "verbs",
    "agent": "who",
    "theme": "what",
    "recipient": "to whom",
    "state": "steps",
    "inner_share": "words in common",
}
"""The comparisons that a card tells of, the most telling first, in a reader's words; `explain` tells of all."""


def feature_name(name: str) -> str:
    """A feature's name in words."""
    return FEATURES.get(name, visible(name).replace("_", " "))


def feature_word(value: float | None) -> str:
    """What a comparison came to: "same", "differs", "not comparable", else its figure."""
    if value is None:
        return "not comparable"
    if value <= 0:
        return "differs"
    return "same" if value == 1 else f"{value:.2f}"


def link_phrase(kind: str) -> str:
    """The verb between a document and what it leans on."""
    return _LINK_WORDS[kind]


def lineage_phrase(lineage: str) -> str:
    """How an origin is known."""
    return _LINEAGE_WORDS.get(lineage, visible(lineage))


def edit_kind(replacement: str) -> str:
    """Whether cleaning dropped something or mended it."""
    return "mended" if replacement else "dropped"


def run_phrase(version: str, encoder: str, parser: str) -> str:
    """With what the report was made."""
    return f"factcheck {visible(version)}; encoder {visible(encoder)}; parser {visible(parser)}"
