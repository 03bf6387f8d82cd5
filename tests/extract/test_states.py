"""How far a thing has come, and what kind of statement is made of it."""

from __future__ import annotations

import pytest

from factcheck.datamodel import Modality
from factcheck.extract.states import modality_of, state_of
from factcheck.extract.tree import tree_of
from tests.extract.parsed import parsed


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Russia offered four helicopters.", "offered", "offered"),
        ("The two sides signed a contract.", "signed", "agreed"),
        ("The navy ordered six frigates.", "ordered", "ordered"),
        ("The army received the tanks in May.", "received", "delivered"),
        ("The ministry cancelled the order.", "cancelled", "cancelled"),
        ("The firm plans to deliver the trains.", "plans", "planned"),
        ("The firm reached an agreement with the bank.", "reached", "agreed"),
        ("The police arrested two men.", "arrested", "charged"),
        ("The river rose by a metre.", "rose", None),
    ],
)
def test_states(text: str, word: str, state: str | None) -> None:
    tree = tree_of(parsed(text))
    assert state_of(tree, tree.words.index(word)) == state


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The mill closed in May.", "closed", Modality.FACT),
        ("The mill will close in May.", "close", Modality.PLAN),
        ("The firm plans to close the mill.", "close", Modality.PLAN),
        ("The mill may close in May.", "close", Modality.POSSIBILITY),
        ("The crew leaves if the mill closes.", "closes", Modality.POSSIBILITY),
        ("The firm must close the mill.", "close", Modality.DEMAND),
        ("The union urged the firm to close the mill.", "close", Modality.DEMAND),
    ],
)
def test_modality(text: str, word: str, kind: Modality) -> None:
    tree = tree_of(parsed(text))
    assert modality_of(tree, tree.words.index(word)) is kind
