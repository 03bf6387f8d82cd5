"""What a number counts or measures: the head noun with its modifiers, from the parse."""

from __future__ import annotations

from typing import Any

from factcheck.text.lexicon import load_lexicon

_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
_SKIPPED = frozenset(
    "odd more other further additional extra such same own different separate straight consecutive remaining last first"
    " next".split()
)
_MEASURED_BY = frozenset("be total reach stand hit average exceed measure weigh last remain become amount come".split())
_DETERMINERS = frozenset({"DET", "PRON", "NUM", "ADV"})
_THE = frozenset("the its their his her our all those these".split())
_FARTHEST = 7
"""Tokens between a number and its noun: "12 heavily armed masked young men"."""


def stands_for_people(doc: Any, last: int) -> bool:
    """ "19 dead", "three of the injured": people who are not named as such."""
    at = last + 1
    while at < len(doc) and doc[at].lower_ in ("of", "the", "those"):
        at += 1
    return at < len(doc) and doc[at].lower_ in load_lexicon("counting")["people"]


def counted_noun(doc: Any, last: int) -> str:
    """Of a bare count whose number ends with token `last`: "combat helicopter" in "four combat helicopters"."""
    return _phrase(doc, *_chunk(doc, last))


def measured_noun(doc: Any, first: int, last: int, *, share: bool = False) -> str:
    """Of a figure with a unit, from token `first` to `last`: what it is a measure of.

    In this order: "tonnes of COAL", "a 12-km CONVOY", "a FINE of $5m", "a DEAL worth $5m", "TURNOUT was 42 percent"; of
    a share or a multiple also "half the FLEET".
    """
    after = doc[last + 1] if last + 1 < len(doc) else None
    beyond = doc[last + 2].lower_ if last + 2 < len(doc) else ""
    if after is not None and after.lower_ == "worth" and beyond == "of":
        return _phrase(doc, *_chunk(doc, last + 1))
    if after is not None and (after.lower_ == "of" or (share and after.lower_ in _THE)):
        return _phrase(doc, *_chunk(doc, last))
    attributive = _attributive(doc, first, last)
    if attributive:
        return attributive
    return _governor(doc, first, last)


def put_at(doc: Any, last: int) -> str | None:
    """ "Puts the number of OFFICERS at eleven", "the TOLL stands at 12"; None where it is not put at anything."""
    at = doc[last].head
    if doc[last].dep_ != "pobj" or at.lower_ != "at" or at.head.lemma_ not in _PUT_AT:
        return None
    noun = next((t for t in at.head.children if t.dep_ in ("dobj", "nsubjpass") and t.pos_ in _NOUNS), None)
    noun = noun or next((t for t in at.head.lefts if t.dep_ == "nsubj" and t.pos_ in _NOUNS), None)
    if noun is None:
        return None
    inner = next((p for t in noun.children if t.lower_ == "of" for p in t.children if p.dep_ == "pobj"), None)
    return _with_left(doc, inner.i if inner is not None and noun.lemma_ in _NUMBER_OF else noun.i)


_PUT_AT = frozenset("put estimate set place fix stand remain keep".split())
_NUMBER_OF = frozenset("number count total tally figure".split())


def earlier_noun(doc: Any, at: int, start: int) -> str:
    """The plural noun nearest before token `at` in a sentence that begins at `start`; "" without one."""
    for i in range(at - 1, start - 1, -1):
        if doc[i].tag_ in ("NNS", "NNPS"):
            left = i
            while left > start and doc[left - 1].pos_ in _MODIFIERS and doc[left - 1].head.i == i:
                left -= 1
            return _phrase(doc, left, i)
    return ""


def _chunk(doc: Any, last: int) -> tuple[int, int]:
    """Tokens of the noun phrase right of a number: first modifier and head, both included; (0, -1) without one."""
    at, size = last + 1, len(doc)
    if (at < size and doc[at].text in ("-", "–") and at + 1 < size and not doc[at].whitespace_) or (
        at < size and doc[at].lower_ == "of"
    ):
        at += 1
    while at < size and (doc[at].lower_ in _THE or (at > last + 1 and doc[at].pos_ in _DETERMINERS)):
        at += 1
    number = doc[last]
    head = number.head.i if number.dep_ == "nummod" and number.head.pos_ in _NOUNS else -1
    start, noun = at, -1
    while at < min(size, start + _FARTHEST):
        token = doc[at]
        if token.tag_ == "POS" and noun >= 0:  # "of the nation's bananas"
            start, noun, at = at + 1, -1, at + 1
            continue
        if (token.pos_ in _NOUNS and token.ent_type_ not in ("DATE", "TIME")) or at == head:
            noun = at
            if at == head or _ends_phrase(doc, at, head):
                break
        elif not _may_modify(doc, at, head):
            break
        at += 1
    return (start, noun) if noun >= 0 else (0, -1)


def _ends_phrase(doc: Any, at: int, head: int) -> bool:
    """A plural noun ends it, unless the parse says that the number belongs to a later word."""
    return head < at and doc[at].tag_ in ("NNS", "NNPS") and not (at + 1 < len(doc) and doc[at + 1].text in ("'", "’"))


def _may_modify(doc: Any, at: int, head: int) -> bool:
    token = doc[at]
    if token.pos_ in ("ADJ", "NUM") or (token.tag_ in ("VBN", "VBG", "JJ") and token.dep_ in ("amod", "compound")):
        return True
    if token.text in ("-", "–") and not doc[at - 1].whitespace_:
        return True
    if token.tag_ in ("VBN", "VBG") and token.dep_ != "ROOT" and at + 1 < len(doc) and doc[at + 1].tag_ == "NNS":
        return True
    between = head > at
    return between and (token.pos_ in ("ADV", "VERB", "PUNCT", "CCONJ", "PART") or token.dep_ == "amod")


def _phrase(doc: Any, start: int, noun: int) -> str:
    """Lemmas in lower case of the modifiers and the head."""
    if noun < start or doc[noun].lower_ == "others":
        return ""
    words = [
        token.lemma_.lower()
        for token in doc[start:noun]
        if token.pos_ in _MODIFIERS
        and token.lower_ not in _SKIPPED
        and token.dep_ != "poss"
        and (token.is_alpha or "-" in token.text.strip("-"))
    ]
    return " ".join([*words, _lemma(doc[noun])])


def _lemma(token: Any) -> str:
    """In lower case; names in the plural without their s, which the lemmatizer leaves: "Americans"."""
    lemma: str = token.lemma_.lower()
    return lemma.removesuffix("s") if token.tag_ == "NNPS" and not lemma.endswith("ss") else lemma


def _attributive(doc: Any, first: int, last: int) -> str:
    """The noun before which the figure stands: "a $153 million deal"."""
    at = last + 1
    if (
        at >= len(doc)
        or (doc[at].pos_ not in _MODIFIERS and doc[at].text not in ("-", "–"))
        or doc[at].ent_type_ in ("DATE", "TIME")
    ):
        return ""
    head = doc[last].head
    inside = first <= head.i <= last
    if inside:
        head = head.head
    if head.i <= last or head.pos_ not in _NOUNS or head.i - last > _FARTHEST:
        return ""
    if any(token.pos_ not in (*_MODIFIERS, "PUNCT", "VERB", "NUM", "SYM") for token in doc[at : head.i]):
        return ""
    if any(token.pos_ == "PUNCT" and token.text not in ("-", "–") for token in doc[at : head.i]):
        return ""
    start = at + 1 if doc[at].text in ("-", "–") else at
    return _phrase(doc, start, head.i)


def _governor(doc: Any, first: int, last: int) -> str:
    """The noun that the figure is said of."""
    top = doc[last]
    while first <= top.head.i <= last and top.head.i != top.i:
        top = top.head
    above = top.head
    if above.i == top.i:
        return ""
    if above.lower_ in ("of", "worth") and above.head.pos_ in _NOUNS and above.head.i < first:
        return _with_left(doc, above.head.i)
    if above.lower_ in ("at", "to", "of") and above.head.lemma_ in _MEASURED_BY:
        above = above.head
    if above.lemma_ in _MEASURED_BY and above.pos_ in ("VERB", "AUX"):
        subject = next((t for t in above.lefts if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ in _NOUNS), None)
        outside = subject is not None and not first <= subject.i <= last
        return _with_left(doc, subject.i) if outside and subject is not None else ""
    return ""


def _with_left(doc: Any, noun: int) -> str:
    left = noun
    while left > 0 and doc[left - 1].pos_ in _MODIFIERS and doc[left - 1].head.i == noun:
        left -= 1
    return _phrase(doc, left, noun)
