"""Which words can stand for somebody who speaks."""

from __future__ import annotations

from functools import cache

from factcheck.extract.tree import Tree
from factcheck.text.lexicon import load_lexicon

_PRONOUNS = frozenset(
    "he she they it him her them who everyone everybody someone somebody others many some both".split()
)
_CALLINGS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ee", "eer")
_NOT_SPEAKING = frozenset("DATE TIME MONEY PERCENT CARDINAL QUANTITY ORDINAL".split())


@cache
def words_for(name: str) -> frozenset[str]:
    """A list of the lexicon of titles."""
    return frozenset(load_lexicon("titles")[name])


def is_human(tree: Tree, head: int) -> bool:
    """Whether a common noun stands for one human being or several."""
    lemma = tree.lemmas[head]
    if lemma in words_for("roles") or lemma in words_for("people") or tree.words[head] in words_for("people"):
        return True
    return (
        lemma.endswith(_CALLINGS)
        and lemma not in words_for("things")
        and lemma not in words_for("bodies")
        and not lemma.endswith("meter")
    )


def can_speak(tree: Tree, head: int) -> bool:
    """Whether a word stands for somebody or some body that can speak: a name, a calling, an institution, a pronoun."""
    if tree.words[head] in _PRONOUNS:
        return True
    if tree.tags[head][:3] == "NNP":
        return tree.names[head] not in _NOT_SPEAKING
    if tree.tags[head] == "JJ":
        return tree.texts[head][:1].isupper() or tree.words[head] in words_for("people")
    return is_human(tree, head) or tree.lemmas[head] in words_for("bodies") or tree.words[head] in words_for("bodies")
