from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.names import (
    has_media_word,
    is_known_outlet,
    name_words,
    outlet_key,
    outlet_name,
    person_key,
    same_outlet,
    same_person,
    short_names,
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sputnik", "Sputnik News"),
        ("Sputnik International", "the Sputnik news agency"),
        ("Sputniknews.com", "Sputnik"),
        ("AP", "Associated Press"),
        ("The AP", "the Associated Press"),
        ("RFE/RL", "Radio Free Europe/Radio Liberty"),
        ("Jane's", "IHS Jane’s"),
        ("U.S. Geological Survey", "USGS"),
        ("Marrow Bay Online", "Marrow Bay"),
        ("Vocea Dunării", "VOCEA DUNARII"),
        ("The Quayside Herald", "Quayside Herald"),
    ],
)
def test_spellings_of_one_outlet_have_one_key(left: str, right: str) -> None:
    assert outlet_key(left) == outlet_key(right)
    assert same_outlet(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Valley Courier", "Valley Voice"),
        ("The Times", "The Financial Times"),
        ("Daily News", "News"),
        ("Radio Meri", "Radio Lipnica"),
        ("Reuters", "Sputnik"),
        ("", "Sputnik"),
    ],
)
def test_different_outlets_have_different_keys(left: str, right: str) -> None:
    assert not same_outlet(left, right)


def test_a_name_of_generic_words_keeps_them() -> None:
    assert outlet_key("The News Agency") == "news agency"


def test_the_name_shown_is_the_lexicons() -> None:
    assert outlet_name("Sputnik International") == "Sputnik"
    assert outlet_name("Marrow Bay Online") == "Marrow Bay Online"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Maj. Gen. Asif Ghafoor", "asif ghafoor"),
        ("Prime Minister Ana Kolar", "ana kolar"),
        ("Mrs King", "king"),
        ("Billie Jean King", "billie jean king"),
        ("the spokesman", "spokesman"),
    ],
)
def test_titles_before_a_name_are_no_part_of_its_key(name: str, key: str) -> None:
    assert person_key(name) == key


def test_a_surname_is_the_same_person_and_another_first_name_is_not() -> None:
    assert same_person("General Ghafoor", "Asif Ghafoor")
    assert same_person("Asif", "Asif Ghafoor")
    assert not same_person("Tariq Ghafoor", "Asif Ghafoor")
    assert not same_person("", "Asif Ghafoor")


def test_shorter_names_end_before_the_medias_words() -> None:
    assert short_names("The Marrow Chronicle") == ("Marrow Chronicle", "Marrow")
    assert short_names("Loft") == ()


def test_what_is_an_outlet_by_its_name() -> None:
    assert has_media_word("Tidewater Gazette")
    assert has_media_word("Factopedia")
    assert not has_media_word("Tidewater Holdings")
    assert is_known_outlet("Agence France-Presse")
    assert not is_known_outlet("Tidewater Holdings")


def test_little_words_tell_no_source_from_another() -> None:
    assert name_words("the report by the State Police") == {"report", "state", "police"}


@given(st.text())
def test_an_article_before_any_name_changes_nothing(text: str) -> None:
    assert outlet_key(f"The {text}") == outlet_key(text)
