"""From the words for a speaker to a name: titles taken off, "the mayor" and "she" led back to whom they mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.extract.cast import Cast, Person, bare_name
from factcheck.extract.origins import is_outlet, is_text, origin_words, spaced
from factcheck.extract.sayings import Range, Saying
from factcheck.extract.tree import Tree
from factcheck.extract.voices import can_speak, is_human, words_for

_SINGULAR = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_NEUTRAL = frozenset(["it", "its"])
_PLURAL = frozenset("they them their both we our".split())
_GENERAL = frozenset(
    (
        "official spokesman spokeswoman spokesperson politician officer minister general leader expert author "
        "scientist "
    ).split()
)
_DEFINITE = frozenset("the this that his her its their our".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """Who or what a saying is led back to."""

    speaker: str | None
    origin: str | None
    person: Person | None = None
    plural: bool = False
    human: bool = False
    """Whether it is one human being, named or not."""


@dataclass(slots=True)
class Namer:
    """Names speakers from the first saying of a document to the last, as what "she" means hangs on who spoke before."""

    tree: Tree
    cast: Cast
    outlets: frozenset[str]
    paragraphs: list[int]
    """The paragraph of each sentence."""
    spoken: list[tuple[int, Voice]] = field(default_factory=list)
    """Where each voice was heard, in order."""
    said: tuple[Range, ...] = ()
    """What is said by the saying that is being named: nobody in it speaks it."""

    def name(self, saying: Saying) -> Voice | None:
        """The voice behind a saying; None where nobody can be made out."""
        if saying.head is None:
            return None
        self.said = saying.content
        voice = self._voice(saying.head, saying.source or (saying.head, saying.head + 1), saying.at)
        if voice is not None:
            self.spoken.append((saying.at, voice))
        return voice

    def _voice(self, head: int, source: Range, at: int) -> Voice | None:
        tree, word = self.tree, self.tree.words[head]
        if word in _SINGULAR:
            return self._pronoun(word, head)
        if word in _NEUTRAL or word in _PLURAL:
            return self._collective(word, head)
        named = self._named(head, source)
        if named is not None:
            return Voice(named.name, None, named, human=True)
        issuer = self._issuer(head) if is_text(tree, head) else None
        if issuer is not None:
            return Voice(issuer, origin_words(tree, head, source))
        if tree.lemmas[at] != "tell" and (is_text(tree, head) or is_outlet(tree, self.cast, head, self.outlets)):
            return Voice(None, origin_words(tree, head, source))
        if (
            tree.lemmas[at] == "write"
            and not is_human(tree, head)
            and (tree.tags[head][:3] == "NNP" or tree.lemmas[head] in words_for("bodies"))
        ):
            return Voice(None, self._body(head, source))
        if tree.tags[head][:3] == "NNP":
            return Voice(self._body(head, source), None)
        person = self._by_office(head)
        if person is not None:
            return Voice(person.name, None, person, human=True)
        plural = tree.tags[head] == "NNS" or tree.words[head] in ("people", "police", "many", "some", "others")
        return Voice(self._phrase(head, source), None, plural=plural, human=not plural and is_human(tree, head))

    def _named(self, head: int, source: Range) -> Person | None:
        """The person named by the word, or by an apposition to it."""
        person = self.cast.person(head)
        if person is not None:
            return person
        if (
            self.tree.tags[head][:3] == "NNP"
            and self.tree.names[head] != "PERSON"
            and self.tree.words[head] not in words_for("roles")
        ):
            return None
        for i in range(head + 1, min(source[1], head + 12)):
            if i in self.cast.person_at and self._is_apposed(i, head):
                return self.cast.person_at[i]
        return None

    def _is_apposed(self, name: int, head: int) -> bool:
        for up in (name, *self.tree.ancestors(name)):
            if up == head:
                return True
            if self.tree.deps[up] not in ("appos", "compound", "nmod", "conj", "npadvmod", "flat"):
                return False
        return False

    def _body(self, head: int, source: Range) -> str:
        """A body, place or product by the fullest name that the document has."""
        start, end = self.cast.run(head)
        words = " ".join(bare_name(self.tree, start, end))
        full = self.cast.bodies.get(words, words)
        return origin_words(self.tree, head, source) if len(full) <= len(words) else full

    def _phrase(self, head: int, source: Range) -> str:
        """A speaker without a name, in the document's words."""
        start, end = source
        for c in self.tree.children[head]:
            if c > head and self.tree.deps[c] in ("acl", "relcl", "advcl", "parataxis", "punct", "appos", "ccomp"):
                end = min(end, max(self.tree.lefts[c], head + 1))
        if self.tree.tags[end - 1] == "POS":
            end -= 1
        return spaced(self.tree, start, end)

    def _by_office(self, head: int) -> Person | None:
        """The person of this office: the one who is named with it, and nearest before."""
        tree = self.tree
        if tree.tags[head] == "NNS" or tree.words[head] not in words_for("roles"):
            return None
        kids = [c for c in tree.children[head] if c < head]
        if not any(tree.words[c] in _DEFINITE and tree.words[c] not in ("his", "her", "their") for c in kids):
            return None
        wanted = {tree.words[c] for c in kids if tree.deps[c] in ("compound", "amod") and tree.tags[c] != "JJS"} | {
            tree.words[head]
        }
        fits = [p for p in self.cast.people if wanted <= p.roles] or [
            p for p in self.cast.people if len(wanted) == 1 and tree.words[head] in p.roles
        ]
        if not fits:
            return self._only_speaker(head) if len(wanted) == 1 and tree.words[head] in _GENERAL else None
        return max(
            fits,
            key=lambda p: (max((m for m in p.mentions if m < head), default=-1), -p.mentions[0] if p.mentions else 0),
        )

    def _only_speaker(self, at: int) -> Person | None:
        """The last person heard nearby, for a word that fits anybody in office: "the official said"."""
        since = self._since(at, 6)
        return next((v.person for p, v in reversed(self.spoken) if since <= p < at and v.person is not None), None)

    def _issuer(self, head: int) -> str | None:
        """Whose statement it is: "WGT's statement says"."""
        tree = self.tree
        who = tree.child(head, "poss")
        if who is None or tree.lemmas[head] not in (
            "statement",
            "release",
            "letter",
            "post",
            "tweet",
            "message",
            "paper",
        ):
            return None
        if tree.tags[who] == "PRP$" or not can_speak(tree, who):
            return None
        voice = self._voice(who, tree.trimmed(tree.lefts[who], who + 1), who)
        return voice.speaker if voice else None

    def _pronoun(self, word: str, at: int) -> Voice | None:
        """ "he", "she": the person that fits, nearest before.

        1. who was last heard, or was since then what a sentence is about, in this paragraph;
        2. the one person named in it; 3. who was last heard before it; 4. whoever is named nearest.
        """
        gender = _SINGULAR[word]
        since, here = self._since(at, 12), self._paragraph_start(at)
        best = next(
            (
                (p, v)
                for p, v in reversed(self.spoken)
                if since <= p < at and v.speaker and v.human and _may_be(v.person, gender)
            ),
            None,
        )
        named = [p for p in self.cast.last_before(at, max(since, best[0] + 1 if best else since)) if _may_be(p, gender)]
        for person in named:
            places = [m for m in person.mentions if since <= m < at and not self._is_said(m)]
            if places and self._is_subject(places[-1]) and (not best or places[-1] > best[0]):
                return Voice(person.name, None, person, human=True)
        if best and best[0] >= here:
            return best[1]
        local = [p for p in named if any(here <= m < at and not self._is_said(m) for m in p.mentions)]
        if len(local) == 1:
            return Voice(local[0].name, None, local[0], human=True)
        if best:
            return best[1]
        found = [p for p in named if not all(self._is_said(m) for m in p.mentions)]
        return (
            Voice(found[0].name, None, found[0], human=True) if found else Voice(self.tree.texts[at], None, human=True)
        )

    def _is_said(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.said)

    def _paragraph_start(self, at: int) -> int:
        number = self.tree.sentence[at]
        while number > 0 and self.paragraphs[number - 1] == self.paragraphs[number]:
            number -= 1
        return self.tree.bounds[number][0]

    def _collective(self, word: str, at: int) -> Voice | None:
        """ "it", "they": the last body that was heard, or the text that was cited."""
        body = self._subject_body(at) if word in _NEUTRAL else None
        if body is not None:
            return body
        since = self._since(at, 4)
        for place, voice in reversed(self.spoken):
            if place < since:
                break
            if place < at and not voice.human and (word in _PLURAL) == voice.plural:
                return voice
        if word in _PLURAL:
            return Voice(self.tree.texts[at], None, plural=True)
        return self._body_before(at)

    def _body_before(self, at: int) -> Voice | None:
        """The body that the sentence before is about."""
        tree = self.tree
        number = tree.sentence[at] - 1
        if number < 0 or self.paragraphs[number] != self.paragraphs[number + 1]:
            return None
        for i in range(*tree.bounds[number]):
            is_body = tree.lemmas[i] in words_for("bodies") or (
                tree.tags[i][:3] == "NNP" and self.cast.person(i) is None
            )
            if tree.deps[i] in ("nsubj", "nsubjpass") and is_body:
                return self._voice(i, tree.trimmed(*tree.subtree(i)), i)
        return None

    def _subject_body(self, at: int) -> Voice | None:
        """The body that is the subject of the same sentence, before "it"."""
        tree = self.tree
        first = tree.bounds[tree.sentence[at]][0]
        for i in range(at - 1, first - 1, -1):
            if (
                tree.deps[i] == "nsubj"
                and tree.words[i] not in ("it", "that", "which", "who")
                and (
                    tree.lemmas[i] in words_for("bodies") or (tree.tags[i][:3] == "NNP" and self.cast.person(i) is None)
                )
            ):
                return self._voice(i, tree.subtree(i), i)
        return None

    def _since(self, at: int, sentences: int) -> int:
        number = max(0, self.tree.sentence[at] - sentences)
        return self.tree.bounds[number][0]

    def _is_subject(self, at: int) -> bool:
        """Whether a naming is what its sentence is about."""
        tree = self.tree
        if tree.words[at + 1 : at + 3] == [",", "who"]:
            return True
        for up in (at, *tree.ancestors(at)):
            if tree.deps[up] in ("nsubj", "nsubjpass"):
                return True
            if tree.deps[up] not in ("compound", "appos", "nmod", "flat"):
                return False
        return False


def _may_be(person: Person | None, gender: str) -> bool:
    return person is None or person.gender in ("", gender)
