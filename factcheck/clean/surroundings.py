"""What furniture rules know of a paragraph's surroundings: its neighbours, and what the document says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factcheck.clean.blocks import Paragraph
from factcheck.clean.settings import CleanSettings
from factcheck.datamodel import Document
from factcheck.text.lexicon import load_lexicon

_ENDED = re.compile(r"[.!?…:;][\"'”’)\]»*_]*$")
_SMALL_WORD = re.compile(r"(?<!\w)[a-z]{2,}(?!\w)")
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Rev|Gen|Col)\.?\s+)?[^\W\d_a-z][\w'’.-]*(?:\s+(?:(?:de|da|di|do|dos|du|del|van|von|der|den|al|el|bin|la|le)\s+)*[^\W\d_a-z][\w'’.-]*){1,3}"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A document's paragraphs and its metadata."""

    paragraphs: Sequence[Paragraph]
    document: Document
    settings: CleanSettings

    def near_head(self, paragraph: Paragraph) -> bool:
        """Whether it stands before the article may have begun: no running text above it."""
        above = self.paragraphs[: paragraph.number]
        return paragraph.number < self.settings.head and sum(is_prose(other.text) for other in above) < 2

    def near_tail(self, paragraph: Paragraph) -> bool:
        """Whether it is among the last, with enough of an article above it."""
        least = min(self.settings.tail, (paragraph.count - 1) // 2)
        return paragraph.from_end < least or (paragraph.from_end == 0 and paragraph.count > 1)

    def after(self, paragraph: Paragraph) -> Sequence[Paragraph]:
        """The paragraphs below it."""
        return self.paragraphs[paragraph.number + 1 :]

    def before(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph above it."""
        return self.paragraphs[paragraph.number - 1] if paragraph.number else None

    def is_title(self, text: str) -> bool:
        """Whether it is the document's headline."""
        return bool(self.document.title) and key(text) == key(self.document.title or "")


@lru_cache(maxsize=4096)
def is_prose(text: str) -> bool:
    """Whether it is running text: a sentence that ends as one and has small words."""
    return len(text.split()) >= 8 and ends_as_sentence(text) and len(_SMALL_WORD.findall(text)) >= 4


def ends_as_sentence(text: str) -> bool:
    """Whether it ends with a stop, quotation marks and brackets aside."""
    return _ENDED.search(text) is not None


def is_person(text: str) -> bool:
    """Whether it is two to four capitalised words and nothing else, as a person's name is."""
    return _NAME.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Its words alone."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@cache
def pattern(name: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    """One pattern of all expressions in a list of the furniture lexicon."""
    return re.compile(f"{before}(?:{'|'.join(load_lexicon('furniture')[name])}){after}", re.IGNORECASE)
