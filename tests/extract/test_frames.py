"""Who does what to whom."""

from __future__ import annotations

import pytest

from factcheck.datamodel import Frame
from factcheck.extract.entities import find_entities
from factcheck.extract.frames import antecedent_of, content_words, frame_of, governor, phrase, subject_of
from factcheck.extract.tree import Tree, tree_of
from tests.extract.parsed import parsed


def _frame(text: str, word: str) -> Frame:
    document = parsed(text)
    tree = tree_of(document)
    keys = {
        i: entity
        for entity in find_entities(document)
        for i in range(*tree.tokens_between(entity.span.start, entity.span.end))
    }
    return frame_of(document, tree, tree.words.index(word), keys)


def _tree(text: str) -> Tree:
    return tree_of(parsed(text))


@pytest.mark.parametrize(
    ("text", "word", "predicate", "roles"),
    [
        ("The bank sold two ships to Norway.", "sold", "sell", {"agent": "bank", "theme": "ship", "to": "norway"}),
        ("Two ships were sold by the bank.", "sold", "sell", {"theme": "ship", "agent": "bank"}),
        ("A house owned by the mayor burned down.", "owned", "own", {"theme": "house", "agent": "mayor"}),
        ("The firm plans to close the plant.", "close", "close", {"agent": "firm", "theme": "plant"}),
        ("The council met and rejected the plan.", "rejected", "reject", {"agent": "council", "theme": "plan"}),
        ("The judge ordered the firm to pay a fine.", "pay", "pay", {"agent": "firm", "theme": "fine"}),
        ("The bridge, which opened in 1931, is shut.", "opened", "open", {"agent": "bridge"}),
        ("The minister gave the crew a medal.", "gave", "give", {"recipient": "crew", "theme": "medal"}),
        ("Islamabad agreed on the sale.", "agreed", "agree", {"agent": "pakistan", "on": "sale"}),
    ],
)
def test_roles(text: str, word: str, predicate: str, roles: dict[str, str]) -> None:
    frame = _frame(text, word)
    assert frame.predicate == predicate
    found = {name: role.head for name in roles if (role := frame.role(name)) is not None}
    assert found == roles


def test_an_apposition_tells_what_somebody_is() -> None:
    frame = _frame("Ann Roe, the deputy mayor, spoke.", "mayor")
    assert frame.predicate == "mayor"
    role = frame.role("agent")
    assert role is not None
    assert role.head == "ann roe"


def test_a_noun_without_a_verb_is_its_own_predicate() -> None:
    assert _frame("Three dead in Leeds", "dead").predicate in ("dead", "three")


def test_the_governor_of_an_adjunct_is_its_verb() -> None:
    tree = _tree("The ferry ran aground near Leros on Sunday.")
    assert tree.words[governor(tree, tree.words.index("near"))] == "ran"


def test_a_place_is_no_who() -> None:
    tree = _tree("The owner of the mill, who lives in Bath, paid.")
    who = tree.words.index("who")
    assert tree.words[antecedent_of(tree, who)] in ("owner", "who")


def test_the_subject_of_a_relative_clause_is_its_noun() -> None:
    tree = _tree("The bridge, which opened in 1931, is shut.")
    subject = subject_of(tree, tree.words.index("opened"))
    assert subject is not None
    assert tree.words[subject] == "bridge"


def test_a_phrase_begins_at_its_article() -> None:
    tree = _tree("NANTES A ferry with 180 people aboard ran aground on Sunday.")
    assert tree.text_of(*phrase(tree, tree.words.index("ferry"))) == "A ferry"


def test_content_words_are_lemmas_and_keys_each_once() -> None:
    document = parsed("The Indian army bought six tanks, and the army paid.")
    tree = tree_of(document)
    keys = {1: find_entities(document)[0]}
    assert content_words(tree, 0, len(tree.texts), keys) == ("india", "army", "buy", "six", "tank", "pay")
