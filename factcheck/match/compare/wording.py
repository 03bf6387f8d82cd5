"""How alike two claims are as words: proposes, never decides."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from factcheck.datamodel import Feature
from factcheck.match.compare.view import Both
from factcheck.text.masking import masked


def compare_wording(both: Both) -> Iterator[Feature]:
    """Cosines of vectors and of weighted words, fuzzy ratios, ranks among neighbours."""
    i, j, known = both.i, both.j, both.statistics
    left, right = both.left, both.right
    yield Feature("cosine", float(known.cosine[i, j]), left.span, right.span)
    yield Feature("context_cosine", float(known.context_cosine[i, j]), left.sentence, right.sentence)
    yield Feature("word_cosine", float(known.word_cosine[i, j]))
    yield Feature("text_cosine", float(known.text_cosine[i, j]))
    yield Feature("token_set_ratio", fuzz.token_set_ratio(left.text, right.text) / 100)
    yield Feature("partial_ratio", fuzz.partial_ratio(left.words, right.words) / 100)
    yield Feature("ratio", fuzz.ratio(left.words, right.words) / 100)
    yield Feature("masked_ratio", fuzz.ratio(masked(left.words), masked(right.words)) / 100)
    yield Feature("masked_set_ratio", fuzz.token_set_ratio(masked(left.text), masked(right.text)) / 100)
    best, worst = sorted((int(known.rank[i, j]), int(known.rank[j, i])))
    yield Feature("best_rank", float(best))
    yield Feature("worst_rank", float(worst))
    yield from _shared(both)


def _shared(both: Both) -> Iterator[Feature]:
    known = both.statistics
    for name, words in (("inner", known.inner), ("outer", known.outer)):
        left, right = words[both.i], words[both.j]
        common = sorted(left & right)
        weight = [known.rarity[word] for word in common]
        whole = sum(known.rarity[word] for word in sorted(left | right))
        yield Feature(f"{name}_share", sum(weight) / whole if whole else None, note=", ".join(common))
        yield Feature(f"{name}_rarest", max(weight, default=0.0))
        yield Feature(f"{name}_common", float(len(common)))
    # What the words of one claim share with what the other inherits: "in under five minutes" has no verb of its own.
    crossing = [known.inner[both.i] & known.outer[both.j], known.inner[both.j] & known.outer[both.i]]
    sizes = [max(1, len(known.inner[both.i])), max(1, len(known.inner[both.j]))]
    low, high = sorted(len(c) / s for c, s in zip(crossing, sizes, strict=True))
    yield Feature("least_held", low)
    yield Feature("most_held", high)
    lengths = sorted((len(both.left.words), len(both.right.words)))
    yield Feature("length_ratio", lengths[0] / max(1, lengths[1]))
    yield Feature("least_words", float(min(len(known.inner[both.i]), len(known.inner[both.j]))))
