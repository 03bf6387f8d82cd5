"""Who says what: quotations, reported speech, cited texts, over the whole document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.datamodel import Attribution, Document, ParsedDocument, Span
from factcheck.extract.attribution_layout import Turn, heading_sayings, transcript_turns
from factcheck.extract.attribution_phrases import phrase_sayings
from factcheck.extract.attribution_verbs import verb_sayings
from factcheck.extract.cast import Cast, cast_of
from factcheck.extract.origins import is_outlet_of, is_own, named_outlets, told_origin
from factcheck.extract.quotations import find_quotations
from factcheck.extract.sayings import Marks, Range, Saying, marks_of
from factcheck.extract.speaker_names import Namer, Voice
from factcheck.extract.tree import Tree, tree_of

_LONG_ENOUGH = 3
"""Words from which on a quotation without a cue is taken for speech, and not for a name or an odd word."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A saying with its voice."""

    saying: Saying
    voice: Voice
    origin: str | None


def find_attributions(parsed: ParsedDocument) -> tuple[Attribution, ...]:
    """The attributions of a document, in the order of the text.

    Contents may nest: the innermost is nearest to the words.

    1. sayings by verbs, phrases and layout, sentence by sentence;
    2. their speakers, by the fullest name in the document;
    3. quotations that no saying has: the speaker who goes on, or the one just named;
    4. where it is from: the outlet that was told holds for all that a person says, unless another is named.
    """
    tree = tree_of(parsed)
    headings = frozenset(i for i, s in enumerate(parsed.sentences) if s.heading)
    cast = cast_of(tree, headings)
    marks = marks_of(tree, find_quotations(parsed.document.text))
    turns = transcript_turns(tree, parsed.document.text, _paragraphs(parsed))
    namer = Namer(tree, cast, named_outlets(tree, cast), [s.paragraph for s in parsed.sentences])
    heard = _name_all(tree, cast, marks, namer, _sayings(tree, cast, marks, headings, turns))
    heard = [h for h in heard if not _is_own_voice(parsed, h)]
    heard += _turns_heard(parsed.document, cast, turns)
    heard += _unclaimed(tree, cast, marks, heard)
    return _attributions(parsed, _with_origins(parsed, tree, heard))


def _paragraphs(parsed: ParsedDocument) -> list[Range]:
    found: dict[int, Range] = {}
    for s in parsed.sentences:
        found[s.paragraph] = (found.get(s.paragraph, (s.start, s.end))[0], s.end)
    return [found[k] for k in sorted(found)]


def _sayings(tree: Tree, cast: Cast, marks: Marks, headings: frozenset[int], turns: list[Turn]) -> list[Saying]:
    found: list[Saying] = []
    for number in range(len(tree.bounds)):
        here = verb_sayings(tree, marks, number) + phrase_sayings(tree, marks, number)
        if number in headings and not here and not turns:
            here = heading_sayings(tree, cast, marks, number)
        found += here
    return sorted(found, key=lambda s: s.at)


def _name_all(tree: Tree, cast: Cast, marks: Marks, namer: Namer, sayings: list[Saying]) -> list[_Heard]:
    heard = []
    for saying in sayings:
        voice = namer.name(saying)
        if voice is None or (voice.speaker is None and voice.origin is None):
            continue
        heard.append(
            _Heard(
                saying, voice, voice.origin or told_origin(tree, cast, saying, quoted=marks.at(saying.at) is not None)
            )
        )
    return heard


def _is_own_voice(parsed: ParsedDocument, heard: _Heard) -> bool:
    """Whether the speaker is the outlet or the author of the document itself."""
    name = heard.voice.speaker or heard.voice.origin
    if heard.saying.direct:
        return False
    return is_own(parsed.document, name)


def _turns_heard(document: Document, cast: Cast, turns: list[Turn]) -> list[_Heard]:
    heard = []
    for turn in turns:
        if turn.speaker is None or turn.end <= turn.start or is_outlet_of(document, turn.speaker):
            continue
        words = turn.speaker.split()
        person = next((p for p in cast.people if {w.lower() for w in words} <= {w.lower() for w in p.words}), None)
        voice = Voice(
            person.name if person else turn.speaker.title() if turn.speaker.isupper() else turn.speaker, None, person
        )
        whole = (turn.start, turn.end)
        heard.append(_Heard(Saying(turn.start, whole, None, None, (whole,), True, whole, "turn"), voice, None))
    return heard


def _unclaimed(tree: Tree, cast: Cast, marks: Marks, heard: list[_Heard]) -> list[_Heard]:
    """Quotations that stand in no content: by whom the sentence before is about, or by the voice that goes on."""
    claimed = [False] * len(tree.words)
    for h in heard:
        for start, end in h.saying.content:
            claimed[start:end] = [True] * (end - start)
    voices = sorted(
        (h.saying.content[0][0], k) for k, h in enumerate(heard) if h.voice.speaker and h.saying.kind != "noun"
    )
    found: list[_Heard] = []
    for k, quoted in enumerate(marks.all):
        if quoted.words < _LONG_ENOUGH or any(claimed[quoted.start : quoted.end]):
            continue
        running = marks.all[k - 1] if k and marks.all[k - 1].runs_on else None
        low = running.paragraph[0] if running else quoted.paragraph[0]
        whole, is_speech = (quoted.start, quoted.end), _is_utterance(tree, quoted.start, quoted.end)
        before = [heard[n].voice for place, n in voices if low <= place < quoted.start] + [
            f.voice for f in found if f.saying.at >= low
        ]
        voice = _subject_near(tree, cast, quoted.start, low) if is_speech and not running else None
        voice = voice or (before[-1] if before else None)
        if voice is None and is_speech:
            voice = _next_voice(tree, heard, quoted.end) or _just_named(tree, cast, quoted.start, low)
        if voice and is_speech:
            found.append(
                _Heard(Saying(quoted.start, whole, None, None, (whole,), True, whole, "following"), voice, None)
            )
    return found


def _is_utterance(tree: Tree, start: int, end: int) -> bool:
    """Whether the words between marks are a sentence: a verb and a stop, or a beginning in capitals after a stop."""
    return tree.has_finite(start, end) and (tree.texts[end - 1][-1] in ".!?,…" or tree.texts[start][:1].isupper())


def _subject_near(tree: Tree, cast: Cast, at: int, low: int) -> Voice | None:
    """The person that the sentence just before is about: "Dana Holt can only laugh. “…”"."""
    number = next(
        (tree.sentence[i] for i in range(at - 1, low - 1, -1) if tree.sentence[i] >= 0 and tree.texts[i][0].isalnum()),
        -1,
    )
    if number < 0 or tree.bounds[number][0] < low:
        return None
    start = tree.bounds[number][0]
    for person in cast.last_before(at, start):
        place = next(m for m in person.mentions if start <= m < at)
        if any(tree.deps[up] == "nsubj" and tree.deps[tree.heads[up]] == "ROOT" for up in (place, tree.heads[place])):
            return Voice(person.name, None, person, human=True)
    return None


def _next_voice(tree: Tree, heard: list[_Heard], at: int) -> Voice | None:
    """Who says the quotation that opens right after this one."""
    for h in heard:
        if h.saying.direct and h.voice.speaker and 0 <= h.saying.content[0][0] - at <= 3:
            return h.voice
    return None


def _just_named(tree: Tree, cast: Cast, at: int, low: int) -> Voice | None:
    people = cast.last_before(at, low)
    return Voice(people[0].name, None, people[0], human=True) if len(people) == 1 else None


def _with_origins(parsed: ParsedDocument, tree: Tree, heard: list[_Heard]) -> list[_Heard]:
    """Gives what a person says the outlet that the person told, where nothing nearer is named.

    Where that outlet is the document's own, it holds for the paragraph, or all through an interview: what else a
    document has from its own talks goes without saying.
    """
    told: dict[str, tuple[str, int | None]] = {}
    for h in sorted(heard, key=lambda h: h.saying.at):
        if h.origin is None or h.voice.person is None:
            continue
        talk = is_own(parsed.document, h.origin) and "interview" not in tree.words[slice(*_sentence(tree, h))]
        told.setdefault(h.voice.person.name, (h.origin, _paragraph(parsed, tree, h) if talk else None))
    return [_with_origin(parsed, tree, h, told) for h in heard]


def _with_origin(parsed: ParsedDocument, tree: Tree, heard: _Heard, told: dict[str, tuple[str, int | None]]) -> _Heard:
    person = heard.voice.person
    if heard.origin is not None or person is None or person.name not in told:
        return heard
    origin, paragraph = told[person.name]
    return replace(heard, origin=origin) if paragraph in (None, _paragraph(parsed, tree, heard)) else heard


def _sentence(tree: Tree, heard: _Heard) -> Range:
    return tree.bounds[tree.sentence[heard.saying.at]]


def _paragraph(parsed: ParsedDocument, tree: Tree, heard: _Heard) -> int:
    return parsed.sentences[tree.sentence[heard.saying.at]].paragraph


def _attributions(parsed: ParsedDocument, heard: list[_Heard]) -> tuple[Attribution, ...]:
    found = []
    for h in heard:
        s = h.saying
        content = tuple(parsed.span(*c) for c in s.content if c[0] < c[1])
        if not content:
            continue
        source = parsed.span(*s.source) if s.source and s.source[0] < s.source[1] else None
        cue: Span | None = parsed.span(*s.cue) if s.kind not in ("turn", "following") else None
        found.append(Attribution(source, cue, content, h.voice.speaker, h.origin, s.direct))
    return tuple(sorted(found, key=lambda a: (a.content[0].start, -a.content[-1].end, a.speaker or "", a.origin or "")))
