"""Counts and measures of a document.

What the words alone say is read by `text.measures`; here the parse says what is counted, and which numbers count
nothing: part of a name ("Route 66", "Apple Watch 5"), a pronoun ("one of us said"), a label ("section 427").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from factcheck.datamodel import ParsedDocument, Quantity
from factcheck.extract.counted import counted_noun, earlier_noun, measured_noun, put_at, stands_for_people
from factcheck.text.designators import is_designator
from factcheck.text.lexicon import load_lexicon
from factcheck.text.measures import Measure, find_measures


def find_quantities(parsed: ParsedDocument) -> tuple[Quantity, ...]:
    """The quantities of a document in its order.

    An exact figure is a point. "About" and "nearly" widen it as `text.intervals.margin` says; "at least" and "up to"
    leave it open on one side. Values are in the canonical unit: "12 miles" is 19.312128 km.
    """
    measures = find_measures(parsed.document.text)
    places = _Places(parsed)
    found: list[Quantity] = []
    before: list[_Placed] = []
    label_end = -1
    for measure in measures:
        placed = places.place(measure)
        if label_end >= 0 and parsed.document.text[label_end : measure.start] in _LISTED:  # "rows 24, 25 and 26"
            label_end = measure.end
            continue
        settled = _settled(placed)
        label_end = measure.end if settled is None and _is_label(placed) else -1
        if settled is None:
            continue
        before = [earlier for earlier in before if earlier.sentence == placed.sentence >= 0]
        placed = replace(placed, measure=settled)
        placed = replace(placed, of=_of(placed, before))
        if not (_is_hour(placed) or _is_address(placed)):
            found.append(_quantity(parsed, placed))
            before.append(placed)
    return tuple(sorted([*found, *_single_types(parsed)], key=lambda q: q.span))


def _single_types(parsed: ParsedDocument) -> Iterator[Quantity]:
    """ "The loss of an Indian MiG-21": an article before a type counts one."""
    for token in parsed.doc:
        if token.dep_ == "det" and token.lower_ in ("a", "an") and is_designator(token.head.text):
            first, last = token.idx, token.head.idx + len(token.head)
            span = parsed.document.span(first, last)
            yield Quantity(span, Decimal(1), Decimal(1), None, token.head.lemma_.lower(), approximate=False)


_LISTED = (", ", " and ", " or ", " to ", "-", "–")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A measure with its tokens."""

    measure: Measure
    doc: Any
    first: int
    """Token with which the measure begins, bound words included."""
    number: int
    """Token with which the number begins."""
    last: int
    """Token with which the number ends."""
    end: int
    """Token with which the measure ends."""
    sentence: int
    """First token of its sentence, -1 between sentences."""
    heading: bool
    of: str = ""


class _Places:
    """Finds the tokens of code points."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self.doc = parsed.doc
        self.starts = [token.idx for token in parsed.doc]
        self.sentences = [(s.start, s.end, s.heading) for s in parsed.sentences]
        self.opens = [s.start for s in parsed.sentences]

    def token(self, at: int) -> int:
        return max(0, bisect_right(self.starts, at) - 1)

    def place(self, measure: Measure) -> _Placed:
        first = self.token(measure.start)
        row = bisect_right(self.opens, first) - 1
        start, end, heading = self.sentences[row] if row >= 0 else (-1, -1, False)
        return _Placed(
            measure,
            self.doc,
            first,
            self.token(measure.first),
            self.token(measure.last - 1),
            self.token(measure.end - 1),
            start if first < end else -1,
            heading,
        )


def _quantity(parsed: ParsedDocument, placed: _Placed) -> Quantity:
    measure = placed.measure
    unit = measure.unit.canonical if measure.unit else None
    if measure.per:
        unit = f"{unit or ''}/{measure.per}"
    span = parsed.document.span(measure.start, measure.end)
    return Quantity(span, measure.low, measure.high, unit, placed.of, measure.approximate)


# What counts


def _settled(placed: _Placed) -> Measure | None:
    """The measure as the parse bears it out; None where it counts nothing."""
    measure = placed.measure
    if measure.kind == "age?":
        measure = _age_or_number(placed)
    if measure.kind == "multiple":
        return measure if _is_multiple(placed) else None
    bare = measure.unit is None and measure.kind in ("number", "range")
    if bare and (_is_name(placed) or _is_label(placed) or _is_pronoun(placed) or _is_heading_number(placed)):
        return None
    return _without_false_bound(replace(placed, measure=measure))


_NO_PERSON = ("GPE", "LOC", "NORP", "DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY")


def _age_or_number(placed: _Placed) -> Measure:
    """ ", 34," is an age where it stands behind a person's name."""
    name = placed.doc[max(0, placed.number - 2)]
    listed = placed.doc[placed.last + 1].text == "," if placed.last + 1 < len(placed.doc) else False
    person = name.ent_type_ == "PERSON" or (
        name.pos_ == "PROPN"
        and name.ent_type_ not in _NO_PERSON
        and (listed or name.ent_type_ == "")
        and placed.measure.value >= 5
    )
    if person:
        return replace(placed.measure, kind="age")
    return replace(placed.measure, kind="number", unit=None)


def _is_multiple(placed: _Placed) -> bool:
    """ "Doubled", "twice", "double the rate"; not "a double room"."""
    token = placed.doc[placed.number]
    if token.pos_ == "VERB" or token.lower_ in ("twice", "thrice") or token.lower_.endswith("fold"):
        return True
    after = placed.doc[placed.number + 1].lower_ if placed.number + 1 < len(placed.doc) else ""
    return token.lower_ in ("double", "triple", "quadruple") and after in (
        "the",
        "its",
        "that",
        "their",
        "what",
        "his",
        "her",
    )


_PLACES = ("GPE", "LOC", "FAC", "NORP", "PERSON")


def _is_name(placed: _Placed) -> bool:
    """Whether the number belongs to a name: "Fortune 100", "Galaxy Note 20 Ultra", "Two Rivers"."""
    doc, at, measure = placed.doc, placed.number, placed.measure
    token = doc[at]
    if measure.form != "digits":
        if not token.text[0].isupper() or at == placed.sentence or placed.heading:
            return False
        if measure.start < measure.first or doc[at - 1].text in ".:“\"‘'—–-•*":
            return False
        after = doc[placed.last + 1] if placed.last + 1 < len(doc) else None
        return doc[at - 1].text[0].isupper() or (after is not None and after.text[0].isupper())
    if token.idx < measure.first and token.text[0].isalpha():  # within "Mi 35 M"
        return True
    if measure.start < measure.first or at == placed.sentence or not doc[placed.last].text.isdigit():
        return False
    before = doc[at - 1]
    if before.text.islower() or before.pos_ not in ("PROPN", "NOUN", "ADJ") or before.ent_type_ in ("DATE", "TIME"):
        return False
    if before.i == placed.sentence and before.pos_ != "PROPN":
        return False
    kind_before = before.ent_type_
    return not (
        _counts_plural(placed) and (kind_before in _PLACES or (placed.heading and kind_before != token.ent_type_))
    )


def _counts_plural(placed: _Placed) -> bool:
    token = placed.doc[placed.last]
    return token.dep_ == "nummod" and token.head.i > placed.last and token.head.tag_ in ("NNS", "NNPS")


def _is_hour(placed: _Placed) -> bool:
    """ "At eight", "again at seven": an hour, not a count."""
    measure, doc = placed.measure, placed.doc
    if placed.of or measure.unit or measure.bound not in ("", "about") or not placed.first:
        return False
    whole = measure.value == measure.top == int(measure.value) and 1 <= measure.value <= 24
    return whole and doc[placed.first - 1].lower_ == "at"


def _is_address(placed: _Placed) -> bool:
    """ "14 Harbour Street"."""
    after = placed.doc[placed.last + 1] if placed.last + 1 < len(placed.doc) else None
    named = after is not None and after.text[0].isupper() and placed.measure.form == "digits"
    return named and placed.of.rpartition(" ")[2] in load_lexicon("counting")["streets"]


def _is_label(placed: _Placed) -> bool:
    """ "Section 427", "page nine", "No. 5"."""
    doc, at = placed.doc, placed.number
    if at == 0 or placed.measure.start < placed.measure.first:
        return False
    before = doc[at - 1]
    if before.text == "." and at > 1:
        before = doc[at - 2]
    if before.lower_ not in _labels() or before.i < placed.sentence:
        return False
    return (before.lower_.startswith(("no", "#")) and before.text[0] != "n") or not _counts_plural(placed)


def _labels() -> frozenset[str]:
    return frozenset(load_lexicon("counting")["labels"])


_BEFORE_ONE = frozenset("no the this that every any some each which another new".split())


def _is_pronoun(placed: _Placed) -> bool:
    """ "One" that counts nothing: "one can say", "this one", "one day", "no one"."""
    doc, at, measure = placed.doc, placed.last, placed.measure
    if measure.kind != "number" or doc[at].lower_ not in ("one", "ones") or placed.number != at:
        return False
    after = doc[at + 1] if at + 1 < len(doc) else None
    if after is None or after.lower_ in load_lexicon("counting")["one_of_many"]:
        return True
    if measure.bound or (after.lower_ == "of" and doc[at - 1].lower_ not in ("the", "this", "that")):
        return at + 2 < len(doc) and doc[at + 2].lower_ in ("a", "them", "those") and not measure.bound
    if at and doc[at - 1].lower_ in _BEFORE_ONE and doc[at - 1].dep_ != "pobj":  # "in which one ship was lost"
        return True
    return not (
        doc[at].dep_ in ("nummod", "det", "compound") and doc[at].head.i > at and doc[at].head.pos_ in ("NOUN", "PROPN")
    )


def _is_heading_number(placed: _Placed) -> bool:
    """ "Two: it was …", "a three": the number of a point, a grade."""
    doc, measure = placed.doc, placed.measure
    after = doc[placed.last + 1] if placed.last + 1 < len(doc) else None
    opens = placed.number == placed.sentence or doc[max(0, placed.number - 1)].text.strip("*_") == ""
    if after is not None and after.text == ":" and opens:
        return True
    article = placed.number and doc[placed.number - 1].lower_ in ("a", "an") and measure.start == measure.first
    return bool(article) and (
        after is None or (after.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and after.text != "-")
    )


_PARTICLES = frozenset({"over", "about", "around", "under", "above", "below", "beyond"})


def _without_false_bound(placed: _Placed) -> Measure:
    """Takes back a bound that was none: "handed over 12 men", "talked about two bills"."""
    measure, word = placed.measure, placed.doc[placed.first]
    if not measure.bound or word.lower_ not in _PARTICLES or placed.first + 1 != placed.number:
        return measure
    about = (
        word.lower_ == "about" and word.dep_ == "prep" and word.head.lemma_ in load_lexicon("counting")["about_verbs"]
    )
    if word.dep_ != "prt" and not about:
        return measure
    low, high = measure.value, measure.top
    if measure.unit:
        low, high = measure.unit.convert(low), measure.unit.convert(high)
    return replace(measure, start=measure.first, low=low, high=high, bound="", approximate=measure.form == "vague")


# What is counted


def _of(placed: _Placed, before: list[_Placed]) -> str:
    measure, doc = placed.measure, placed.doc
    if measure.kind == "age":
        return "age"
    if measure.kind == "none" and doc[placed.last].lower_ in ("nobody", "one"):
        return "people"
    if measure.kind == "part":
        inside = [token for token in doc[placed.number + 1 : placed.last] if token.pos_ == "NOUN"]
        if inside:  # "one household in five"
            return str(inside[-1].lemma_).lower()
    if measure.unit is not None:
        return measured_noun(doc, placed.number, placed.end, share=measure.kind in ("part", "multiple"))
    noun = put_at(doc, placed.last) or counted_noun(doc, placed.last) or _left_out(placed, before)
    return noun or ("people" if stands_for_people(doc, placed.last) else "")


def _left_out(placed: _Placed, before: list[_Placed]) -> str:
    """What "another five" refers to: what an earlier count of the sentence counts, best one in the same role."""
    doc, at = placed.doc, placed.number
    token = doc[placed.last]
    if token.dep_ == "pobj" and not _leads_on(token.head):
        return ""
    counts = [one for one in before if one.measure.unit is None and one.measure.kind != "multiple" and one.of]
    if counts:
        alike = [one for one in counts if _role(one) == _role(placed)]
        return (alike or counts)[-1].of
    if at and doc[placed.first - 1].lower_ in ("another", "further") and placed.sentence >= 0:
        return earlier_noun(doc, at, placed.sentence)
    return ""


_LEADS_ON = frozenset("for with by than including from against".split())


def _leads_on(preposition: Any) -> bool:
    """Whether a bare number behind it may be of what was counted before: "up from 12", "took delivery of 18"."""
    if preposition.lower_ == "of":
        above = preposition.head
        return above.lemma_.lower() in load_lexicon("counting")["partitive"] or above.pos_ == "NUM"
    return preposition.lower_ in _LEADS_ON


def _role(placed: _Placed) -> str:
    """ "Subject" or "object": of the number, or of the noun that it belongs to."""
    token = placed.doc[placed.last]
    dep = token.head.dep_ if token.dep_ in ("nummod", "compound", "quantmod") else token.dep_
    return "subject" if dep in ("nsubj", "nsubjpass", "csubj") else "object"
