"""Where a text speaks of days, months, years and hours: the words alone, not yet the days that they mean.

One pass with one pattern; what a match means is read from its parts by whoever knows the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.text.lexicon import load_lexicon
from factcheck.text.numerals import PATTERN as _NUMBER

_WORDS = load_lexicon("months")
_BARE_NUMBER = "(?i:" + re.sub(r"\?P<\w+>", "?:", re.sub(r"\s+(?![^\[]*\])", "", _NUMBER)) + ")"


def _names(table: str, least: int = 0) -> str:
    words = sorted((w for w in _WORDS[table] if len(w) >= least), key=lambda w: (-len(w), w))
    return "|".join(f"{w.capitalize()}|{w.upper()}" for w in words)


_MONTH = rf"(?:(?:{_names('months')})\b(?:(?<=\b\w\w\w)(?<!May)\.|(?<=Sept)\.)?)"
_LONG_DAY = rf"(?:(?:{_names('weekdays', 6)})\b)"
_WEEKDAY = rf"(?:(?:{_names('weekdays')})\b(?:(?<!day)\.)?)"
_SEASON = "(?:" + "|".join(f"[{s[0]}{s[0].upper()}]{s[1:]}" for s in _WORDS["seasons"]) + r")\b"
_YEAR = r"(?:1\d|20|21)\d\d(?![\d,.]\d|\d|:)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|[.,:]\d|\w)"
_UNITS = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?"
    r"|months?|quarters?|years?|decades?|centur(?:y|ies))"
)
_DAYPART = r"(?:morning|afternoon|evening|night|lunchtime|noon)"
_EDGE = (
    r"(?P<edge>(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater|(?:[Tt]he[ ])?"
    r"(?:very[ ])?(?:beginning|start|end|middle|turn|close)[ ]of)(?:[ -]"
    r"(?:in[ ])?))"
)
_REL = (
    r"(?P<rel>(?:[Tt]he[ ])?(?:following|previous|same|preceding|current"
    r"|next|last|past|coming)|[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Tt]hose)"
)
_OF_YEAR = r"(?:[ ](?:of[ ])?(?P<ofyear>(?:last|this|next|that|the[ ](?:same|following|previous))[ ]year|the[ ]year))"
_HOUR = r"(?:1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9])"
_AMPM = r"(?P<half>[ap]\.m\.|[ap]\.?m\b|[AP]\.M\.|[AP]\.?M\b)"
_ZONE = r"(?:[ ]?\(?(?:UTC|GMT|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|IST|PKT|local[ ]time)\b(?:[ ]?[+-][ ]?\d{1,2})?\)?)"

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "iso",
        rf"(?<![\d-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?:T"
        rf"(?P<time>\d\d:\d\d)[\d:.]*Z?)?(?![\d-])",
    ),
    (
        "slash",
        r"(?<![\d/.$€£])(?P<a>\d{1,2})(?P<sign>[/.])(?P<b>\d{1,2})(?P=sign)"
        r"(?P<y>(?:19|20|21)\d\d|\d\d)(?![\d/.]\d|\d)",
    ),
    (
        "clock",
        rf"\b(?P<h>[01]?\d|2[0-4])(?P<colon>[:.])(?P<min>[0-5]\d)(?!\d)(?::[0-5]\d)?"
        rf"(?:[ ]?{_AMPM})?(?![:.]?\d){_ZONE}?",
    ),
    (
        "hour",
        rf"\b(?P<h>1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight"
        rf"|nine|ten|eleven|twelve)[ ]?{_AMPM}{_ZONE}?",
    ),
    ("military", r"\b(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d)[ ]?(?:UTC|GMT|hours|hrs|local[ ]time)\b"),
    (
        "spoken",
        rf"\b(?P<min>[Hh]alf|(?:[Aa][ ])?[Qq]uarter|(?:{_BARE_NUMBER})(?:[ ]minutes)?)[ ]"
        rf"(?P<side>past|to|after)[ ](?P<h>{_HOUR}|noon|midnight)\b(?![ ]"
        rf"(?:people|percent|per[ ]cent|million|thousand|hundred|of)|[-,.]?\d"
        rf"|[ ][a-z]+s\b)",
    ),
    ("oclock", rf"\b(?P<h>{_HOUR}|[A-Z][a-z]+)[ ]o['’]clock\b"),
    ("noon", r"\b(?P<word>noon|midday|midnight)\b"),
    (
        "dmyrange",
        rf"\b(?P<d1>{_DAY})[ ]?(?:[-–—]|to|and|or|until|through)[ ]?(?P<d2>{_DAY})"
        rf"(?:[ ]of)?[ ](?P<m>{_MONTH})(?:,?[ ](?P<y>{_YEAR}))?",
    ),
    (
        "dmy",
        rf"(?:\b(?P<w>{_WEEKDAY}),?[ ](?:the[ ])?)?\b(?:the[ ])?(?P<d>{_DAY})"
        rf"(?:[ ]of)?[ ](?P<m>{_MONTH})(?:,?[ ](?P<y>{_YEAR}))?(?:{_OF_YEAR})?",
    ),
    (
        "mdyrange",
        rf"\b(?P<m>{_MONTH})[ ](?P<d1>{_DAY})(?:[ ]?[-–—][ ]?|[ ]to[ ]|[ ]"
        rf"(?:and|or)[ ](?=\d+(?:[.,;:)]|$|[ ](?:in|at|on|with|during)\b)))"
        rf"(?P<d2>{_DAY})(?:,?[ ](?P<y>{_YEAR}))?",
    ),
    (
        "mdy",
        rf"(?:\b(?P<w>{_WEEKDAY}),?[ ])?\b(?P<m>{_MONTH})[ ](?:the[ ])?(?P<d>{_DAY})"
        rf"(?:,?[ ](?P<y>{_YEAR}))?(?:{_OF_YEAR})?",
    ),
    ("my", rf"(?:{_EDGE})?\b(?P<m>{_MONTH}),?(?:[ ](?:of[ ])?(?P<y>{_YEAR})|{_OF_YEAR})"),
    ("month", rf"(?:{_EDGE})?(?:\b{_REL}[ ])?\b(?P<m>{_MONTH})(?!-\w)"),
    (
        "weekday",
        rf"(?:{_EDGE})?(?:\b{_REL}[ ])?\b(?P<w>{_LONG_DAY})(?!s\b)(?:[ ]"
        rf"(?P<part>{_DAYPART}))?(?:[ ](?P<week>(?:last|next|this)[ ]week"
        rf"|week|last))?",
    ),
    (
        "season",
        rf"(?:{_EDGE})?(?:\b{_REL}[ ]|\b(?:the[ ]))?\b(?P<s>{_SEASON})(?:[ ]"
        rf"(?:of[ ])?(?P<y>{_YEAR})|{_OF_YEAR})?",
    ),
    (
        "quarter",
        rf"\b(?:[Tt]he[ ])?(?:(?P<q>first|second|third|fourth|last|[1-4]"
        rf"(?:st|nd|rd|th))(?:[- ]fiscal)?[- ]quarter|Q(?P<qn>[1-4]))\b(?:,?[ ]"
        rf"(?:of[ ])?(?:the[ ])?(?P<fiscal>(?:fiscal|financial)[ ](?:year[ ])?"
        rf"|FY[ ]?)?(?P<y>{_YEAR})|{_OF_YEAR})?",
    ),
    (
        "halfyear",
        rf"\b(?:[Tt]he[ ])?(?:(?P<n>first|second)[ ]half(?:[ ]of)?(?:[ ]"
        rf"(?:of[ ])?(?P<y>{_YEAR})|{_OF_YEAR})|H(?P<hn>[12])[ ](?P<hy>{_YEAR}))",
    ),
    (
        "fiscal",
        rf"\b(?:[Tt]he[ ])?(?:[Ff]iscal|[Ff]inancial)[ ](?:year[ ])?(?P<y>{_YEAR})"
        rf"(?:[-–/](?P<y2>(?:20)?\d\d)\b)?|\bFY[ ]?(?P<fy>20\d\d|['’]?\d\d)"
        rf"(?:[-–/](?P<fy2>(?:20)?\d\d))?\b",
    ),
    ("century", r"(?:[Tt]he[ ])?(?:(?P<edge>early|mid|late)[ -])?\b(?P<n>1\d|20|21)(?:st|th)[ -][Cc]entury\b"),
    (
        "decade",
        rf"(?:[Tt]he[ ])?(?:{_EDGE})?(?:\b(?P<y>(?:1\d|20)\d0)|['’](?P<yy>\d0))['’]?s\b"
        rf"|[Tt]he[ ](?:{_EDGE.replace('edge', 'edge2')})?(?P<name>{'|'.join(_WORDS['decades'])})\b",
    ),
    (
        "yearrange",
        rf"(?<![\d.,-])(?P<y1>{_YEAR})(?:[-–—/]|(?:(?<=[Bb]etween[ ]\d\d\d\d)[ ]and"
        rf"|(?<=[Ff]rom[ ]\d\d\d\d)[ ]to)[ ](?=\d\d\d\d))(?P<y2>(?:20|1\d)\d\d"
        rf"|\d\d)(?![\d-])\b",
    ),
    (
        "span",
        rf"(?:\b[Tt]he[ ])?\b(?P<rel>past|last|next|coming|previous|following"
        rf"|recent)[ ](?P<n>few|couple[ ]of|several|{_BARE_NUMBER})?[ ]?"
        rf"(?P<more>(?:consecutive|trading|straight|calendar|working)[ ])?"
        rf"(?P<unit>(?:days|weeks|months|years|decades|hours|minutes|nights"
        rf"|weekends|quarters|centuries)|(?<=[ ]one[ ])(?:day|week|month"
        rf"|year))\b",
    ),
    (
        "ago",
        rf"(?:\b(?P<more>[Mm]ore[ ]than|[Ll]ess[ ]than|[Aa]bout|[Aa]round"
        rf"|[Nn]early|[Aa]lmost|[Oo]ver|[Ss]ome|[Rr]oughly)[ ])?\b"
        rf"(?:(?P<n>{_BARE_NUMBER}|[Aa]n?|[Aa][ ]few|[Aa][ ]couple(?:[ ]of)?"
        rf"|many|[Tt]he)[ ](?:(?:full|whole|entire)[ ])?)?(?P<unit>{_UNITS})"
        rf"(?:[ ]and[ ]a[ ]half)?[ ](?P<way>ago|(?:earlier|later)(?![ ]than)"
        rf"|from[ ]now|hence|before[ ]last|after[ ]next|(?:before|after|afterwards"
        rf"|previously)(?=[.,;:)]|$|[ ]that\b|\n))",
    ),
    (
        "relative",
        rf"(?:{_EDGE})?\b{_REL}[ ](?:very[ ])?(?P<unit>day|night|morning"
        rf"|afternoon|evening|week|weekend|fortnight|month|quarter|year|decade"
        rf"|century)\b(?!-)",
    ),
    ("bounded", rf"{_EDGE}the[ ](?P<unit>day|week|month|year|decade|century|quarter|financial[ ]year|fiscal[ ]year)\b"),
    (
        "deictic",
        rf"(?:\b(?P<edge>[Ee]arly|[Ee]arlier|[Ll]ate|[Ll]ater)[ ])?\b(?P<day>[Tt]oday"
        rf"|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b(?:[ ](?P<part>{_DAYPART}))?",
    ),
    (
        "year",
        rf"(?:{_EDGE})?(?<![\w.,/#$€£:–-])(?P<y>{_YEAR})(?![\w%°/]|-\d)|"
        rf"(?<![\w])['’](?P<yy>[3-9]\d)\b(?!s)|(?<=mid-)(?P<yb>{_YEAR})\b",
    ),
)
_ALL = re.compile(
    "|".join(f"(?P<{kind}>" + re.sub(r"\(\?P(<|=)(\w+)", rf"(?P\1{kind}_\2", form) + ")" for kind, form in _KINDS),
    re.VERBOSE,
)
_NAMES = [kind for kind, _ in _KINDS]
_TRIGGER = re.compile(
    rf"\b(?:{_MONTH}|{_LONG_DAY}|{_SEASON}|{'|'.join(_WORDS['decades'])}"
    rf"|\d{{1,2}}(?::\d\d|[ ]?[ap]\.?m\b|[ ]?[AP]\.?M\b|[/.]\d)"
    r"|\d\.\d\d[ ]?[ap]\.?m|(?:1\d|20|21)\d\d(?!\d|,\d)|\d{4}[ ]?(?:UTC"
    r"|GMT|h)|noon|midday|midnight|o['’]clock|half past|quarter"
    r"|(?:past|to|after) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)"
    r"|(?:to|ye|mor)(?:day|night|sterday|row)|[Tt]omorrow|[Tt]oday|[Tt]onight"
    r"|[Yy]esterday|[Cc]entury|FY|[Ff]iscal|[Ff]inancial|Q[1-4]|H[12]"
    r"|(?:day|night|morning|afternoon|evening|week|weekend|fortnight"
    r"|month|year|decade|hour|minute|second)s?\b|centuries)|['’]\d\d"
)
_PARTS = {
    kind: [(group, group[len(kind) + 1 :]) for group in _ALL.groupindex if group.startswith(f"{kind}_")]
    for kind in _NAMES
}
_NUMBERS = load_lexicon("numerals")
_LEADING = frozenset(
    [
        *_WORDS["leading"],
        *_WORDS["months"],
        *_WORDS["weekdays"],
        *_NUMBERS["ones"],
        *_NUMBERS["teens"],
        *_NUMBERS["tens"],
    ]
)
"""Words that an expression can begin with, left of its tell-tale word."""

_SURELY_YEAR = frozenset(_WORDS["before_year"])
_NO_YEAR_AFTER = re.compile(
    r"[ -]?(?:percent|per cent|%|million|billion|thousand|km|kg|m|miles?"
    r"|metres?|meters?|feet|people|dollars?|euros?|rpm|hp|tonnes?|"
    r"barrels?|acres|hectares|points?|votes|degrees|hours|days|litres?|units|pounds|megawatts?|MW|GMT|UTC)\b"
)
_PLURAL_AFTER = re.compile(r" (?:[a-z]+ )?[a-z]{2,}(?<!s)s\b(?!')| people\b")
_FIGURES_AROUND = re.compile(r"\d[ ]\d{4}[ ]\d")
_AFTER_DATE = re.compile(rf"(?:{_MONTH}|\b{_MONTH}[ ]\d{{1,2}}|\b(?:19|20)\d\d|{_LONG_DAY}),?[ ]\Z")
_LAST_WORD = re.compile(r"([A-Za-z'’]+)[ (-]*\Z")


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """An expression at `start:end` of a text."""

    start: int
    end: int
    kind: str
    parts: dict[str, str]
    """What was written in each part of the expression; parts that were left out are missing."""


@lru_cache(maxsize=8)
def find_calendar_words(text: str) -> tuple[CalendarWords, ...]:
    """The expressions of a text in its order; none overlaps another."""
    return tuple(words for match in _matches(text) if _means_a_date(text, words := _words(match)))


def month_number(name: str) -> int:
    """1 to 12 for "October", "Oct." or "OCT"."""
    return int(_WORDS["months"][name.lower().rstrip(".")])


def weekday_number(name: str) -> int:
    """0 to 6, from Monday."""
    return int(_WORDS["weekdays"][name.lower().rstrip(".")])


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Matches near tell-tale words only: the whole pattern at every place of a text takes twenty times as long."""
    at = 0
    for trigger in _TRIGGER.finditer(text):
        for start in _starts(text, at, trigger.start()):
            match = _ALL.match(text, start)
            if match and match.end() > trigger.start():
                yield match
                at = match.end()
                break


def _starts(text: str, floor: int, at: int) -> list[int]:
    """Where an expression with its tell-tale word at `at` may begin, leftmost first; none before `floor`."""
    if at < floor:
        return []
    starts = [at]
    while at > floor and text[at - 1] in " -–/":
        before = max(*(text.rfind(mark, floor, at - 1) for mark in " -\n"), floor - 1) + 1
        word = text[before : at - 1].lstrip('(“"‘').rstrip(",.").lower()
        if not word or not (word in _LEADING or word[0].isdigit()):
            break
        at = at - 1 - len(text[before : at - 1].lstrip('(“"‘'))
        starts.append(at)
    return starts[::-1]


def _words(match: re.Match[str]) -> CalendarWords:
    kind = next(kind for kind in _NAMES if match[kind] is not None)
    parts = {name: value for group, name in _PARTS[kind] if (value := match[group]) is not None}
    return CalendarWords(match.start(), match.end(), kind, parts)


def _means_a_date(text: str, words: CalendarWords) -> bool:
    check = _CHECKS.get(words.kind)
    return check is None or check(text, words)


def _is_year(text: str, words: CalendarWords) -> bool:
    """Whether four figures are a year and not a count or a number of something."""
    if "edge" in words.parts or "yy" in words.parts:
        return True
    number = int(words.parts.get("y") or words.parts.get("yb") or 0)
    found = _LAST_WORD.search(text, max(0, words.start - 24), words.start)
    before = found[1].lower() if found else ""
    if _NO_YEAR_AFTER.match(text, words.end) or _FIGURES_AROUND.search(text, max(0, words.start - 2), words.end + 2):
        return False
    if 1900 <= number <= 2099:
        counts = number % 50 == 0 and _PLURAL_AFTER.match(text, words.end) is not None
        return before in _SURELY_YEAR or not counts
    return before in ("in", "since", "until", "by", "circa", "year", "between") and not (
        _PLURAL_AFTER.match(text, words.end)
    )


def _is_clock(text: str, words: CalendarWords) -> bool:
    """ "9.14" is a number unless "p.m." follows or a date goes before: "6 November, 9.14"."""
    if (
        words.parts["colon"] == "."
        and "half" not in words.parts
        and not _AFTER_DATE.search(text, max(0, words.start - 16), words.start)
    ):
        return False
    return int(words.parts["h"]) <= (12 if "half" in words.parts else 24)


def _is_season(text: str, words: CalendarWords) -> bool:
    """ "Fall" and "spring" are verbs and springs as well: they need a word beside them that says when."""
    if {"y", "ofyear", "rel", "edge"} & words.parts.keys():
        return True
    found = _LAST_WORD.search(text, max(0, words.start - 12), words.start)
    lead = text[words.start : words.end].lower()
    before = found[1].lower() if found else ""
    if words.parts["s"].lower() in ("fall", "spring") and not lead.startswith("the "):
        return before in ("in", "since", "until", "by")
    return before in ("in", "since", "until", "by", "during", "over", "through", "of", "for", "to")


def _is_month(text: str, words: CalendarWords) -> bool:
    """ "May" and "March" begin sentences and names as well."""
    name = words.parts["m"]
    if name.rstrip(".").lower() not in ("may", "march", "mar", "dec", "jan", "jun", "sep", "august"):
        return True
    if {"edge", "rel"} & words.parts.keys():
        return True
    found = _LAST_WORD.search(text, max(0, words.start - 24), words.start)
    before = found[1].lower() if found else ""
    return before in _WORDS["before_month"]


def _is_slash(text: str, words: CalendarWords) -> bool:
    low, high = sorted((int(words.parts["a"]), int(words.parts["b"])))
    return 1 <= low <= 12 and 1 <= high <= 31


def _is_year_range(text: str, words: CalendarWords) -> bool:
    first, second = words.parts["y1"], words.parts["y2"]
    return int(second) > int(first if len(second) == 4 else first[2:]) and int(first) >= 1400


def _is_weekday(text: str, words: CalendarWords) -> bool:
    """Not "every Sunday", "Black Monday", "the Sunday Times"."""
    before = text[max(0, words.start - 8) : words.start].split()
    last = before[-1].lower() if before and text[words.start - 1] == " " else ""
    if last == "the" and text[words.end : words.end + 1] == " " and text[words.end + 1 : words.end + 2].isupper():
        return False
    if last == "a":  # "a Wednesday meeting" is one, "a Monday" any
        return text[words.end : words.end + 1] == " " and text[words.end + 1 : words.end + 2].islower()
    return last not in ("every", "second", "black", "each", "good", "bloody", "ash", "shrove", "cyber", "super")


def _is_oclock(text: str, words: CalendarWords) -> bool:
    return words.parts["h"].lower() in _HOURS or words.parts["h"].isdigit()


_AT = re.compile(
    r"\b(?:at|by|until|till|about|around|before|after|since|just|nearly|shortly|from|was|it's)[ ]\Z", re.IGNORECASE
)
_IN_THE = re.compile(r"[ ](?:in the (?:morning|afternoon|evening)|this|at night|yesterday|on )")


def _is_spoken(text: str, words: CalendarWords) -> bool:
    """ "Ten to seven" is a time after "at" or before "in the morning", else a vote or a score."""
    if words.parts["min"].lower().endswith(("half", "quarter", "minutes")):
        return True
    if words.parts["min"].isdigit():
        return False
    return bool(_AT.search(text, max(0, words.start - 8), words.start) or _IN_THE.match(text, words.end))


_HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_CHECKS = {
    "year": _is_year,
    "clock": _is_clock,
    "spoken": _is_spoken,
    "season": _is_season,
    "month": _is_month,
    "slash": _is_slash,
    "yearrange": _is_year_range,
    "weekday": _is_weekday,
    "oclock": _is_oclock,
}
