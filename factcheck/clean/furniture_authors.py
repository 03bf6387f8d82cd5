"""Furniture about those who sign: names alone, roles, and the note at the end on who they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.clean.blocks import Paragraph
from factcheck.clean.bullets import BULLET
from factcheck.clean.surroundings import Surroundings, is_person, key, pattern
from factcheck.text.bylines import byline

_ABOUT = re.compile(r"^about (?:the (?:author|writer|reporter)s?|[^\W\d_]\S*(?:\s+\S+){0,4})$", re.IGNORECASE)
_THE_AUTHOR = re.compile(
    r"^(?:the (?:author|writer|columnist|reporter)s?|our (?:reporter|correspondent|columnist|critic|reviewer)s?"
    r"|this (?:column|author|writer|reporter)"
    r"|(?:his|her|their) (?:\w+ )?(?:book|novel|memoir|podcast|newsletter|column))\b",
    re.IGNORECASE,
)
_NOTE_WORDS = 60
_LONGEST_NOTE = 150
_ABOUT_NOTE_WORDS = 45
_TEACHING = re.compile(
    r"\b(?:covers?|has covered|writes?|reports?|has (?:written|reported)|taught|teaches|is based in|podcast|latest book"
    r"|(?:his|her) book|is the author|is a|is an|was a|was an|contributed)\b"
)


def drop_name(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """A bullet or a last line that holds a person's name and nothing else, and a name above a note on its bearer."""
    bullet = BULLET.match(paragraph.text)
    words = paragraph.text[bullet.end() :] if bullet else paragraph.text
    if not is_person(words) or around.is_title(words):
        return ()
    below = next(iter(around.after(paragraph)), None)
    noted = below is not None and _is_note(below, _surname(words), around)
    bulleted = bullet is not None and not any(BULLET.match(other.text) for other in _beside(paragraph, around))
    return [(0, len(paragraph.text))] if noted or (bulleted and paragraph.number) or paragraph.from_end == 0 else ()


def drop_roles(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """ "Ann Lee, Reporter"; a line of trades alone: "Markets analyst, covering Asia." below a note's heading."""
    text = paragraph.text.strip("*_ ")
    trade = pattern("trades", before=r"\b", after=r"s?\b")
    name, _, role = text.partition(",")
    if (
        is_person(name.strip())
        and role
        and len(role.split()) <= 5
        and trade.search(role)
        and around.near_head(paragraph)
    ):
        return [(0, len(paragraph.text))]
    told = (
        re.search(trade.pattern + r"\.?$", " ".join(name.split()[:4]), re.IGNORECASE) is not None
        and not is_person(name)
        and not re.match(r"(?:The|A|An)\b", name)
    )
    noun_phrase = told and paragraph.words <= 16 and not re.search(r"\d|[:;]", text) and not _has_verb(text)
    return [(0, len(paragraph.text))] if noun_phrase and around.near_tail(paragraph) and text.endswith(".") else ()


def drop_author_note(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """ "About Ann Lee" and what follows; "Ann Lee covers courts."; "The author grew up in Dover."."""
    text = paragraph.text.strip("*_ ")
    if _ABOUT.match(text) and around.near_tail(paragraph) and _is_title_case(text):
        return [(0, len(paragraph.text))]
    above = around.before(paragraph)
    if (
        above
        and _ABOUT.match(above.text)
        and _is_title_case(above.text)
        and around.near_tail(above)
        and paragraph.words <= _ABOUT_NOTE_WORDS
    ):
        return [(0, len(paragraph.text))]
    if above and is_person(above.text) and _is_note(paragraph, _surname(above.text), around):
        return [(0, len(paragraph.text))]
    if paragraph.from_end > 2 or paragraph.words > _LONGEST_NOTE or paragraph.count < 3:
        return ()
    if _THE_AUTHOR.match(text) and paragraph.words <= _NOTE_WORDS and paragraph.from_end < 2:
        return [(0, len(paragraph.text))]
    return [(0, len(paragraph.text))] if _names_author(text, around) else ()


def _names_author(text: str, around: Surroundings) -> bool:
    """Whether it opens with the name of who signs the article, in full."""
    signed = around.document.byline or next(
        (found.name for p in around.paragraphs[:9] if (found := byline(p.text))), ""
    )
    opening = key(text)
    names = [
        key(name).removeprefix("dr ").removeprefix("prof ")
        for name in re.split(r",\s*|\s+and\s+", signed)
        if len(name.split()) > 1
    ]
    opens = any(re.match(rf"(?:dr |prof )?{re.escape(name)}\b", opening) for name in names)
    return opens and (_TEACHING.search(text) is not None or _trade_told(text))


def _is_note(paragraph: Paragraph, surname: str, around: Surroundings) -> bool:
    """Whether a short paragraph opens with a surname and tells its bearer's trade."""
    opens = paragraph.text.split(" ")[:4]
    return (
        any(word.strip("’'s,") == surname for word in opens)
        and _trade_told(paragraph.text)
        and paragraph.words <= _ABOUT_NOTE_WORDS
    )


def _trade_told(text: str) -> bool:
    """ "is Associate Professor", "was a fellow"."""
    return pattern("trades", before=r"\b(?:is|was|has been|served as)\b.{0,40}\b", after=r"\b").search(text) is not None


def _surname(name: str) -> str:
    return name.split()[-1]


def _beside(paragraph: Paragraph, around: Surroundings) -> list[Paragraph]:
    """Bulleted neighbours that are no names: a list of things, not of authors."""
    near = [around.before(paragraph), next(iter(around.after(paragraph)), None)]
    return [other for other in near if other is not None and not is_person(BULLET.sub("", other.text, count=1))]


def _has_verb(text: str) -> bool:
    return re.search(r"\b(?:is|are|was|were|has|had|have|said|says|will|would|did|does)\b", text) is not None


def _is_title_case(text: str) -> bool:
    return all(word[:1].isupper() or len(word) < 4 or word in ("author", "writer", "reporter") for word in text.split())
