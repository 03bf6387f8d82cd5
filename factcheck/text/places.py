"""Keys for countries: one for the name, its adjective, its people and the seat of its government."""

from __future__ import annotations

from functools import cache

from factcheck.text.lexicon import load_lexicon


def place_key(name: str, *, acting: bool = False) -> str:
    """The key of a place or a people: "pakistan" for "Pakistan", "Pakistani", "Pakistanis".

    With `acting`, where the name does something ("Islamabad agreed"), a seat of government stands for its country.
    Any other name is its own key.
    """
    words = name.casefold().removeprefix("the ")
    names, seats = _countries()
    for form in (words, words.removesuffix("s")):
        if form in names:
            return names[form]
        if acting and form in seats:
            return seats[form]
    return words


def is_country(name: str) -> bool:
    """Whether a name is a country's, its adjective's or its people's."""
    words = name.casefold().removeprefix("the ")
    names, _ = _countries()
    return words in names or words.removesuffix("s") in names


def is_seat(name: str) -> bool:
    """Whether a name is that of a seat of government, "Islamabad": a place even where nothing else tells."""
    return name.casefold().removeprefix("the ") in _countries()[1]


@cache
def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """Forms → key, and seats of government → key."""
    lexicon = load_lexicon("places")
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    for line in lexicon["countries"]:
        forms, _, capital = line.casefold().partition("|")
        key = forms.split()[0]
        names |= dict.fromkeys(forms.split(), key)
        seats |= {seat: key for seat in capital.split(",") if seat}
    for forms in lexicon["longer"]:
        lower = [form.casefold() for form in forms]
        cut = lower.index("|") if "|" in lower else len(lower)
        names |= dict.fromkeys(lower[:cut], lower[0])
        seats |= dict.fromkeys(lower[cut + 1 :], lower[0])
    return names, seats
