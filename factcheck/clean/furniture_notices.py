"""Furniture below and amid an article: buttons, leads to other pieces, notices, what follows after the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.clean.blocks import Paragraph, sentences_of
from factcheck.clean.bullets import BULLET
from factcheck.clean.furniture_credits import LABELLED
from factcheck.clean.surroundings import Surroundings, ends_as_sentence, is_person, is_prose, pattern
from factcheck.text.calendar import days_named
from factcheck.text.lexicon import load_lexicon

_SYMBOLS = re.compile(r"[\W_]+")
_ARROW = re.compile(r"^\W{0,3}[^\W\d_][\w ’']{0,30}\s*[>»→›]+$|.*[→»›]$")
_PAGE = re.compile(r"\b(?:turn to |see |on )?(?:pages?|pp?\.)\s*\d+(?:[–-]\d+)?\b", re.IGNORECASE)
_BRACKETED = re.compile(
    r"^\[(?:video|audio|photos?|watch|listen|gallery|live|podcast|map|graphic)\b[^\]]{0,20}\]", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w.,])\+?\(?\d{2,4}\)?(?:[ -]\d{2,4}){1,4}(?![\w%]|[.,]\d)|(?<!\w)1-?8\d\d-\w{4,}|\+\d{2,3}[ -]\d"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w{3,}")
_CALL = re.compile(
    r"\b(?:call|ring|dial|follow|phone|text|sms|tel(?:ephone)?|contact|e-?mail|write to|reach|hotline|helpline|message"
    r"|whatsapp|extension|ext)\b",
    re.IGNORECASE,
)
_TEXT_TO = re.compile(r"\b(?:text|sms)\s+(?:[A-Z]{3,}|your \w+)\s+to\s+\d{3,}", re.IGNORECASE)
_PROMISE = re.compile(r"^\W*(?:\+\+\+|[A-Z][A-Z’' -]{2,30}[:!])")
_EMPHASISED = re.compile(r"\n\s*(?P<mark>\*{1,2}|_{1,2})(?P<words>[^*_\n][^*_]*)(?P=mark)\.?\s*\Z")
"""Markdown's marks round the last paragraph of a file."""
_NOTICE_WORDS = 40
_LEAD_WORDS = 30
_BAIT_WORDS = 25
_STUMP_WORDS = 16
_FEWEST_PROSE = 3


def drop_symbols(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """ "###", "* * *", "---"."""
    return _whole(paragraph) if _SYMBOLS.fullmatch(paragraph.text) else ()


def drop_button(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """ "Share", "Advertisement", "Comments (12)", "-ENDS-", "More >"."""
    if paragraph.words > 6 or around.is_title(paragraph.text):
        return ()
    text = paragraph.text.strip("*_ ")
    pressed = pattern("buttons").fullmatch(text) or (_ARROW.match(text) and paragraph.words <= 6)
    return _whole(paragraph) if pressed else ()


def drop_lead(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """ "Read more: …", "ALSO IN SPORT: … | …", "WATCH: …"; not a sentence that happens to begin so."""
    text = paragraph.text.lstrip("»>→•*_([{ ")
    if _BRACKETED.match(paragraph.text) and not ends_as_sentence(paragraph.text):
        return _whole(paragraph)
    lead = pattern("leads", after=r"(?:\s+[\d:]+\])?\s*(?:[:|»>→]|[–—-]\s)").match(text)
    if paragraph.words > _LEAD_WORDS or around.is_title(paragraph.text) or lead is None:
        return ()
    head = lead.group().split()[0].strip(":").lower()
    mild = head in load_lexicon("furniture")["mild_leads"]
    if mild and is_prose(text[lead.end() :]) and not around.near_tail(paragraph):
        return ()
    return _whole(paragraph)


def drop_list(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """A heading such as "Related stories" with nothing but short lines below it, and these lines."""
    if _opens_list(paragraph, around):
        return _whole(paragraph)
    opened = any(
        _opens_list(other, around) for other in around.paragraphs[max(0, paragraph.number - 12) : paragraph.number]
    )
    return _whole(paragraph) if opened else ()


def cut_notices(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """Sentences that address the reader as a customer, give an address, or disclaim; the whole if little is left."""
    text = paragraph.text
    if around.is_title(text) or not (
        around.near_tail(paragraph) or around.near_head(paragraph) or paragraph.words <= _NOTICE_WORDS
    ):
        return ()
    sentences = sentences_of(text)
    noted = [place for place in sentences if _is_notice(text[slice(*place)].strip(), paragraph, around)]
    if not noted:
        return ()
    left = [text[slice(*place)].strip() for place in sentences if place not in noted]
    bait = (
        paragraph.words <= _BAIT_WORDS and all(_is_bait(sentence) for sentence in left) and around.near_tail(paragraph)
    )
    return _whole(paragraph) if bait or sum(len(sentence.split()) for sentence in left) < 4 else _joined(noted)


def drop_closing_note(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """A last paragraph that is set in italics or bold from end to end: a note by the house, below its article."""
    if paragraph.from_end or paragraph.number < _FEWEST_PROSE or paragraph.words > _NOTICE_WORDS:
        return ()
    emphasised = _EMPHASISED.search(around.document.raw)
    same = emphasised is not None and _letters(emphasised.group("words")) == _letters(paragraph.text)
    return _whole(paragraph) if same else ()


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def drop_stump(paragraph: Paragraph, around: Surroundings) -> Sequence[tuple[int, int]]:
    """A last line that is no sentence, below an article of sentences: a teaser, an advert, a slogan."""
    article = [other for other in around.paragraphs[: paragraph.number] if is_prose(other.text)]
    if paragraph.from_end or len(article) < _FEWEST_PROSE or paragraph.words > _STUMP_WORDS:
        return ()
    above = around.before(paragraph)
    listed = BULLET.match(paragraph.text) and above is not None and BULLET.match(above.text)
    headed = above is not None and not ends_as_sentence(above.text)
    promises = paragraph.text.endswith("!") and _PROMISE.match(paragraph.text)
    signed = is_person(paragraph.text.split(",")[0].strip()) and "," in paragraph.text  # whoever signs a statement
    if (
        listed
        or signed
        or LABELLED.match(paragraph.text)
        or (ends_as_sentence(paragraph.text) and not promises)
        or paragraph.text[-1] in '"”’'
        or (headed and not promises)
    ):
        return ()
    return _whole(paragraph)


def _is_notice(sentence: str, paragraph: Paragraph, around: Surroundings) -> bool:
    """Whether one sentence is a notice. Words that news may have too count only at the ends of the text."""
    words = len(sentence.split())
    edge = around.near_tail(paragraph) or (around.near_head(paragraph) and not is_prose(sentence))
    if words > _NOTICE_WORDS or re.match(r"[\"“‘]", sentence):
        return False
    if _PHONE.search(sentence) and _CALL.search(sentence) and not days_named(sentence):
        return True
    addressed = _ADDRESS.search(sentence) and (_CALL.search(sentence) or not is_prose(sentence))
    if _TEXT_TO.search(sentence) or (edge and addressed):
        return True
    if edge and words <= 25 and _PAGE.search(sentence) and not is_prose(sentence):
        return True
    if edge and sentence.startswith("+++"):
        return True
    said = pattern("phrases", before=r"(?<!\w)", after=r"(?!\w)").search(sentence)
    return bool(edge and said) or bool(said and words <= 12 and not ends_as_sentence(sentence))


def _is_bait(sentence: str) -> bool:
    """Whether a sentence beside a notice only calls: "Is your doctor safe?"."""
    return sentence.endswith(("?", "!")) or _PROMISE.match(sentence) is not None or sentence.startswith("+++")


def _opens_list(paragraph: Paragraph, around: Surroundings) -> bool:
    below = around.after(paragraph)
    if (
        not below
        or len(below) > 12
        or any(is_prose(other.text) and not re.match(r"\W{0,3}\d+[.)]\s", other.text) for other in below)
    ):
        return False
    return pattern("leads").fullmatch(paragraph.text.strip(" :*_#")) is not None and paragraph.number > 2


def _joined(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring ranges as one."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _whole(paragraph: Paragraph) -> Sequence[tuple[int, int]]:
    return [(0, len(paragraph.text))]
