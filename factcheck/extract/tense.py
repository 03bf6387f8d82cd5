"""Whether a word stands with a verb of the past, the present or the future."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from factcheck.datamodel import ParsedDocument
from factcheck.text.lexicon import load_lexicon

_STEPS = 12
"""No word hangs deeper below its verb than this; guards against odd parses."""


def tense_at(parsed: ParsedDocument, at: int) -> str:
    """ "past", "present", "future" or "infinitive": of the verb that governs token `at`.

    "Will", "would", "must" and "is due to" are future, "may have" is past. Headlines tell the past in the present:
    there the present is past.
    """
    verb = _verb_above(parsed.doc[at])
    if verb is None:
        return "past"
    words = load_lexicon("months")["future"]
    helpers = {t.lower_: t for t in verb.lefts if t.dep_ in ("aux", "auxpass")}
    if helpers.keys() & set(words["aux"]):
        return "past" if "have" in helpers else "future"
    if "to" in helpers and _is_planned(verb, words["plans"]):
        return "future"
    if verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and any(t.tag_ in ("VBZ", "VBP") for t in helpers.values())):
        return "past" if _in_heading(parsed, at) or verb.lemma_ in ("say", "have", "be") else "present"
    return "infinitive" if verb.tag_ == "VB" else "past"


def _verb_above(token: Any) -> Any:
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _is_planned(verb: Any, plans: list[str]) -> bool:
    """ "Is due to meet", "plans to open", "agreed to leave"."""
    above = verb.head
    return above.i != verb.i and (above.lemma_.lower() in plans or above.lower_ in plans)


def _in_heading(parsed: ParsedDocument, at: int) -> bool:
    row = bisect_right([s.start for s in parsed.sentences], at) - 1
    return row >= 0 and parsed.sentences[row].heading and at < parsed.sentences[row].end
