"""How derivations and origins are traced."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TraceSettings:
    """Settings of the trace stage."""

    shingle_words: int = 5
    """Words in a shingle. Turned up, light rewrites are missed; turned down, set phrases are taken for copies."""
    passage_words: int = 12
    """The shortest reused passage, in words. Turned up, short reprints are missed; turned down, set phrases count."""
    gap_words: int = 6
    """How many changed words two shared shingles of one passage may have between them, on either side."""
    copy_share: float = 0.1
    """Which share of a document's own words (quotations aside) must stand in reused passages for it to be a copy."""
    copy_words: int = 60
    """Or how many words of reused passages make it one whatever the share."""
    quote_words: int = 6
    """The shortest quotation that can show a derivation. Turned down, stock phrases do."""
    short_quote_words: int = 4
    """A quotation of so many words shows one only where it is the same to the letter."""
    quote_similarity: float = 85.0
    """rapidfuzz partial ratio, or share of the shorter one's words found in order, 0 to 100, from which two are one."""
    kin_words: int = 2
    """Rare words that a paragraph about "a statement" must share with a statement given whose issuer it does not name.
    Turned up, statements are missed; turned down, one body's statement is taken for another's."""
    crowd: int = 40
    """A shingle that more documents share is compared within its neighbourhood only, so that work stays linear."""
