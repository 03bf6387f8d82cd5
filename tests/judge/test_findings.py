"""Rulings → findings: each claim in one, sides that no ruling parts, and nothing that depends on an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.datamodel import Claim, Cluster, Document, Feature, Finding, Pair, Span, Verdict
from factcheck.judge import findings, judge_pairs
from factcheck.judge.case import Answer
from factcheck.judge.opposition import Odds
from tests.judge.builders import LIKELY, SETTINGS, SURE, claim_of, document, odds, swapped

FEATURES = {
    Answer.SAME: (Feature("polarity", 1.0),),
    Answer.OPPOSED: (Feature("polarity", 0.0, note="so / not"),),
    Answer.LATER: (Feature("quantity", 0.0, note="12 ≠ 15"), Feature("same_counted", 1.0)),
    Answer.UNSURE: (Feature("own_date", 0.0, note="2 March ≠ 3 March"),),
}
"""What makes the rules give an answer to two claims of unlike documents."""


@dataclass(frozen=True)
class Corpus:
    """Claims, what is to be ruled of each two of them, and how they were joined."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    answers: Mapping[tuple[str, str], Answer]
    """By claim ids in order."""
    clusters: tuple[Cluster, ...]
    weights: Mapping[tuple[str, str], float]
    likely: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """Probability that two claims contradict each other, where it is not what the answer says."""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs, as matching would give them."""
        return tuple(
            Pair(left, right, 0.5, FEATURES[answer], self.weights.get((left, right), LIKELY))
            for (left, right), answer in self.answers.items()
        )


def corpus(claims: str, answers: Mapping[tuple[str, str], Answer], days: Mapping[str, int] | None = None) -> Corpus:
    """One cluster of claims, "a1 b1": a name's first letter is its document, of the day that `days` says."""
    names = claims.split()
    documents = tuple(document(doc, (days or {}).get(doc)) for doc in sorted({name[0] for name in names}))
    made = tuple(claim_of(name, name[0], {}) for name in names)
    return Corpus(documents, made, answers, (Cluster("k", tuple(sorted(names))),), {})


def judged(given_: Corpus, *, origins: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """The findings of a corpus; each claim leans on an origin of its document unless `origins` says otherwise."""
    of_claim = {claim.id: claim.doc for claim in given_.claims} | dict(origins or {})
    with patch.object(findings, "odds_of", odds_as(given_)):
        found, _ = judge_pairs(given_.clusters, given_.pairs, given_.claims, given_.documents, of_claim)
    return found


def odds_as(given_: Corpus) -> object:
    """In place of fitted odds: those that make the rules answer so."""

    def odds_of(pairs: Sequence[Pair], *rest: object) -> dict[frozenset[str], Odds]:
        found = {}
        for pair in pairs:
            ids = min(pair.left, pair.right), max(pair.left, pair.right)
            answer = given_.answers[ids]
            unlike = answer in (Answer.LATER, Answer.OPPOSED)
            likely = given_.likely.get(ids, float(unlike))
            found[frozenset(ids)] = Odds(odds(unlike), odds(answer is Answer.LATER), likely)
        return found

    return odds_of


def test_nothing_to_judge() -> None:
    assert judged(Corpus((), (), {}, (), {})) == ()


def test_one_claim_stands_alone() -> None:
    (finding,) = judged(corpus("a1", {}))
    assert (finding.verdict, sides(finding)) == (Verdict.SINGLE_SOURCED, ["a1"])


def test_two_documents_agree() -> None:
    (finding,) = judged(corpus("a1 b1", {("a1", "b1"): Answer.SAME}))
    assert (finding.verdict, sides(finding)) == (Verdict.AGREEING, ["a1 b1"])


def test_one_document_that_says_it_twice_is_a_single_source() -> None:
    (finding,) = judged(corpus("a1 a2", {}))
    assert (finding.verdict, sides(finding)) == (Verdict.SINGLE_SOURCED, ["a1 a2"])


def test_two_documents_conflict() -> None:
    (finding,) = judged(corpus("a1 b1", {("a1", "b1"): Answer.OPPOSED}))
    assert (finding.verdict, sides(finding)) == (Verdict.CONFLICTING, ["a1", "b1"])


def test_a_third_document_joins_the_side_that_it_agrees_with() -> None:
    answers = {("a1", "b1"): Answer.OPPOSED, ("a1", "c1"): Answer.OPPOSED, ("b1", "c1"): Answer.SAME}
    (finding,) = judged(corpus("a1 b1 c1", answers))
    assert set(sides(finding)) == {"a1", "b1 c1"}


@pytest.mark.parametrize(("nearer", "expect"), [("a1", {"a1 b1", "c1"}), ("c1", {"a1", "b1 c1"})])
def test_a_claim_that_fits_two_sides_stands_on_the_likelier(nearer: str, expect: set[str]) -> None:
    answers = {("a1", "b1"): Answer.SAME, ("b1", "c1"): Answer.SAME, ("a1", "c1"): Answer.OPPOSED}
    weights = {pair: SURE + (0.1 if nearer in pair else 0.0) for pair in (("a1", "b1"), ("b1", "c1"))}
    (finding,) = judged(replace(corpus("a1 b1 c1", answers), weights=weights))
    assert set(sides(finding)) == expect


def test_three_answers_are_three_sides() -> None:
    answers = dict.fromkeys((("a1", "b1"), ("a1", "c1"), ("b1", "c1")), Answer.OPPOSED)
    (finding,) = judged(corpus("a1 b1 c1", answers))
    assert sorted(sides(finding)) == ["a1", "b1", "c1"]


def test_an_update_is_told_oldest_first() -> None:
    answers = dict.fromkeys((("a1", "b1"), ("a1", "c1"), ("b1", "c1")), Answer.LATER)
    (finding,) = judged(corpus("a1 b1 c1", answers, {"a": 9, "b": 2, "c": 5}))
    assert (finding.verdict, sides(finding)) == (Verdict.SUPERSEDED, ["b1", "c1", "a1"])


def test_a_conflict_outweighs_an_update() -> None:
    answers = {("a1", "b1"): Answer.LATER, ("a1", "c1"): Answer.LATER, ("b1", "c1"): Answer.OPPOSED}
    (finding,) = judged(corpus("a1 b1 c1", answers, {"a": 2, "b": 3, "c": 3}))
    assert finding.verdict is Verdict.CONFLICTING


def test_what_is_not_known_is_unsure() -> None:
    (finding,) = judged(corpus("a1 b1", {("a1", "b1"): Answer.UNSURE}))
    assert (finding.verdict, sides(finding)) == (Verdict.UNSURE, ["a1", "b1"])


CROSSED = {(a, b): Answer.OPPOSED for a in ("a1", "b1") for b in ("c1", "d1")}
LIKELY_ENOUGH = SETTINGS.least_conflict


def test_a_conflict_that_is_not_likely_is_none() -> None:
    made = corpus("a1 b1 c1", {("a1", "b1"): Answer.OPPOSED, ("a1", "c1"): Answer.SAME})
    likelihoods = {
        verdict: judged(replace(made, likely={("a1", "b1"): LIKELY_ENOUGH + shift}))[0]
        for verdict, shift in ((Verdict.CONFLICTING, 0.01), (Verdict.AGREEING, -0.01))
    }
    assert all(finding.verdict is verdict for verdict, finding in likelihoods.items())
    assert likelihoods[Verdict.CONFLICTING].confidence == pytest.approx(LIKELY_ENOUGH + 0.01)
    assert sides(likelihoods[Verdict.AGREEING]) == ["a1 b1 c1"]


def test_documents_speak_for_a_conflict_together() -> None:
    """Half as likely as it must be, from each pair of documents: three of four speak for it."""
    answers = CROSSED | {("a1", "b1"): Answer.SAME, ("c1", "d1"): Answer.SAME}
    made = corpus("a1 b1 c1 d1", answers)
    (finding,) = judged(replace(made, likely=dict.fromkeys(CROSSED, LIKELY_ENOUGH / 2)))
    assert finding.verdict is Verdict.CONFLICTING
    assert finding.confidence == pytest.approx(1 - (1 - LIKELY_ENOUGH / 2) ** 4, abs=1e-4)


def test_a_document_that_says_it_twice_speaks_once() -> None:
    answers = {("a1", "b1"): Answer.OPPOSED, ("a2", "b1"): Answer.OPPOSED}
    made = corpus("a1 a2 b1 c1", answers)
    (finding,) = judged(replace(made, likely=dict.fromkeys(answers, LIKELY_ENOUGH - 0.01)))
    assert finding.verdict is Verdict.AGREEING


def test_of_two_documents_none_other_can_speak() -> None:
    likely = (SETTINGS.least_conflict_of_two + LIKELY_ENOUGH) / 2
    made = replace(corpus("a1 b1", {("a1", "b1"): Answer.OPPOSED}), likely={("a1", "b1"): likely})
    with_a_third = replace(made, documents=(*made.documents, document("c")))
    assert [judged(c)[0].verdict for c in (made, with_a_third)] == [Verdict.CONFLICTING, Verdict.AGREEING]


def test_figures_of_what_may_be_two_things_must_be_likelier_to_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FEATURES, Answer.OPPOSED, FEATURES[Answer.LATER])
    made = corpus("a1 b1 c1", {("a1", "b1"): Answer.OPPOSED, ("a1", "c1"): Answer.SAME})
    between = (SETTINGS.least_conflict_of_far + LIKELY_ENOUGH) / 2
    made = replace(made, likely={("a1", "b1"): between})
    assert judged(made)[0].verdict is not Verdict.CONFLICTING
    assert judged(replace(made, weights={("a1", "b1"): SURE}))[0].verdict is Verdict.CONFLICTING


@pytest.mark.parametrize(("documents", "verdict"), [("a b", Verdict.CONFLICTING), ("a b c", Verdict.AGREEING)])
def test_other_words_alone_are_a_conflict_of_two_documents_only(
    documents: str, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FEATURES, Answer.OPPOSED, FEATURES[Answer.SAME])
    made = replace(
        corpus("a1 b1", {("a1", "b1"): Answer.OPPOSED}), documents=tuple(document(d) for d in documents.split())
    )
    (finding,) = judged(made)
    assert finding.verdict is verdict


@pytest.mark.parametrize(("weight", "expect"), [(SURE, ["a1 b1", "c1"]), (LIKELY, ["a1", "c1"])])
def test_a_conflict_keeps_what_is_surely_about_its_fact_alone(weight: float, expect: list[str]) -> None:
    answers = {("a1", "b1"): Answer.SAME, ("a1", "c1"): Answer.OPPOSED, ("b1", "c1"): Answer.SAME}
    found = judged(replace(corpus("a1 b1 c1", answers), weights={("a1", "b1"): weight}))
    assert (found[0].verdict, sorted(sides(found[0]))) == (Verdict.CONFLICTING, expect)
    assert sorted(claim for finding in found for side in finding.sides for claim in side.claims) == ["a1", "b1", "c1"]


@pytest.mark.parametrize(("reach", "verdict"), [(90, Verdict.SUPERSEDED), (10, Verdict.CONFLICTING)])
def test_parts_of_a_statement_that_updates_another_do_not_contradict_it(reach: int, verdict: Verdict) -> None:
    """ "a1" is the whole statement, "a2" a part of it where the whole reaches so far."""
    answers = {("a1", "b1"): Answer.LATER, ("a2", "b1"): Answer.OPPOSED}
    made = corpus("a1 a2 b1", answers, {"a": 9, "b": 2})
    ends = {"a1": (0, reach), "a2": (20, 60)}
    claims = tuple(replace(c, span=Span("a", *ends[c.id])) if c.id in ends else c for c in made.claims)
    assert judged(replace(made, claims=claims))[0].verdict is verdict


def test_a_part_of_a_statement_stands_on_its_side() -> None:
    """ "a2" is nearer to "b1", but it is a part of "a1"."""
    answers = {("a1", "b1"): Answer.OPPOSED, ("a2", "b1"): Answer.SAME}
    made = replace(corpus("a1 a2 b1", answers), weights={("a2", "b1"): SURE})
    claims = tuple(replace(c, span=Span("a", 0, 90 if c.id == "a1" else 20)) for c in made.claims if c.doc == "a")
    (finding,) = judged(replace(made, claims=(*claims, made.claims[-1])))
    assert set(sides(finding)) == {"a1 a2", "b1"}


def apart(made: Corpus, *clusters: str) -> Corpus:
    """The same claims in several clusters."""
    return replace(made, clusters=tuple(Cluster(f"k{n}", tuple(c.split())) for n, c in enumerate(clusters)))


def test_clusters_that_contradict_each_other_are_one_finding() -> None:
    answers = CROSSED | {("a1", "b1"): Answer.SAME, ("c1", "d1"): Answer.SAME}
    (finding,) = judged(apart(corpus("a1 b1 c1 d1", answers), "a1 b1", "c1 d1"))
    assert (finding.verdict, set(sides(finding))) == (Verdict.CONFLICTING, {"a1 b1", "c1 d1"})


@pytest.mark.parametrize("answer", [Answer.SAME, Answer.UNSURE])
def test_clusters_that_do_not_contradict_each_other_stay_apart(answer: Answer) -> None:
    made = apart(corpus("a1 b1", {("a1", "b1"): answer}), "a1", "b1")
    assert [f.verdict for f in judged(replace(made, likely={("a1", "b1"): 1.0}))] == [Verdict.SINGLE_SOURCED] * 2


def test_a_conflict_does_not_take_in_what_only_one_of_its_sides_is_near() -> None:
    """The claims of "d1 e1" are near one claim of the conflict only, and contradict none: they stay a finding."""
    answers = {("a1", "b1"): Answer.OPPOSED, ("b1", "d1"): Answer.SAME, ("d1", "e1"): Answer.SAME}
    made = apart(corpus("a1 b1 d1 e1", answers), "a1 b1", "d1 e1")
    found = judged(replace(made, likely={("b1", "d1"): 1.0, ("a1", "b1"): 1.0}))
    assert [f.verdict for f in found] == [Verdict.CONFLICTING, Verdict.AGREEING]


@pytest.mark.parametrize(("weight", "findings_"), [(SURE, 1), (SETTINGS.least_nearness + 0.1, 1), (-SURE, 2)])
def test_clusters_that_are_not_near_stay_apart(weight: float, findings_: int) -> None:
    made = apart(corpus("a1 b1", {("a1", "b1"): Answer.OPPOSED}), "a1", "b1")
    assert len(judged(replace(made, weights={("a1", "b1"): weight}))) == findings_


def test_findings_come_conflicts_first() -> None:
    one, two = corpus("a1 b1", {("a1", "b1"): Answer.SAME}), corpus("a2 b2", {("a2", "b2"): Answer.OPPOSED})
    both = replace(
        one,
        claims=one.claims + two.claims,
        answers={**one.answers, **two.answers},
        clusters=one.clusters + two.clusters,
    )
    assert [finding.verdict for finding in judged(both)] == [Verdict.CONFLICTING, Verdict.AGREEING]


@pytest.mark.parametrize(("speakers", "verdict"), [
    (("Holt", "Lang"), Verdict.CONFLICTING),
    (("Holt", "Holt"), Verdict.SINGLE_SOURCED),
    (("Holt", "Dana Holt"), Verdict.SINGLE_SOURCED),
    ((None, None), Verdict.SINGLE_SOURCED),
])  # fmt: skip
def test_within_a_document_only_two_speakers_conflict(speakers: tuple[str | None, ...], verdict: Verdict) -> None:
    made = corpus("a1 a2", {("a1", "a2"): Answer.OPPOSED})
    claims = tuple(replace(claim, speaker=speaker) for claim, speaker in zip(made.claims, speakers, strict=True))
    (finding,) = judged(replace(made, claims=claims))
    assert finding.verdict is verdict


def test_sides_and_findings_tell_on_which_origins_they_lean() -> None:
    made = corpus("a1 b1 c1", dict.fromkeys((("a1", "b1"), ("a1", "c1"), ("b1", "c1")), Answer.SAME))
    (finding,) = judged(made, origins={"b1": "a"})
    assert finding.origins == finding.sides[0].origins == ("a", "c")


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Up to eight claims of four documents in up to three clusters, with any answer to each two."""
    names = draw(st.lists(st.sampled_from([f"{d}{n}" for d in "abcd" for n in (1, 2)]), unique=True, max_size=8))
    days = draw(st.fixed_dictionaries(dict.fromkeys("abcd", st.sampled_from((None, 2, 2, 3, 9)))))
    answers, weights = {}, {}
    home = {name: draw(st.integers(0, 2)) for name in names}
    for left, right in combinations(sorted(names), 2):
        if left[0] != right[0] and draw(st.booleans()):
            answers[left, right] = draw(st.sampled_from(Answer))
            weights[left, right] = LIKELY + draw(st.integers(-2, 2)) / 10
    clusters = [Cluster(f"k{k}", tuple(sorted(n for n in names if home[n] == k))) for k in sorted(set(home.values()))]
    claims = tuple(claim_of(name, name[0], {}) for name in names)
    return Corpus(tuple(document(d, days[d]) for d in "abcd"), claims, answers, tuple(clusters), weights)


@given(corpora())
def test_each_claim_stands_in_exactly_one_finding_and_side(made: Corpus) -> None:
    standing = Counter(claim for finding in judged(made) for side in finding.sides for claim in side.claims)
    assert standing == {claim.id: 1 for claim in made.claims}


@given(corpora())
def test_what_a_ruling_sets_apart_never_shares_a_side(made: Corpus) -> None:
    apart = {pair for pair, answer in made.answers.items() if answer is not Answer.SAME}
    for finding in judged(made):
        for side in finding.sides:
            assert not apart & set(combinations(sorted(side.claims), 2))


@given(corpora())
def test_what_two_sides_are_apart_for_is_what_was_ruled(made: Corpus) -> None:
    """As many sides as answers: each is set apart from another by some ruling, and one side needs none."""
    for finding in judged(made):
        apart = [pair for pair in crossing(finding) if made.answers.get(pair, Answer.SAME) is not Answer.SAME]
        assert bool(apart) == (len(finding.sides) > 1)
        touched = {claim for pair in apart for claim in pair}
        assert len(finding.sides) == 1 or all(touched & set(side.claims) for side in finding.sides)


@given(corpora())
def test_verdicts_fit_the_sides(made: Corpus) -> None:
    for finding in judged(made):
        documents = {claim[0] for side in finding.sides for claim in side.claims}
        if finding.verdict is Verdict.SINGLE_SOURCED:
            assert len(finding.sides) == 1
            assert len(documents) == 1
        elif finding.verdict is Verdict.AGREEING:
            assert len(finding.sides) == 1
            assert len(documents) > 1
        else:
            assert len(finding.sides) > 1


@given(corpora())
def test_superseded_sides_stand_oldest_first(made: Corpus) -> None:
    day = {d.id: d.published_on.isoformat() if d.published_on else "9999" for d in made.documents}
    for finding in judged(made):
        if finding.verdict is Verdict.SUPERSEDED:
            ages = [min(day[claim[0]] for claim in side.claims) for side in finding.sides]
            assert ages == sorted(ages)


@given(corpora())
def test_a_conflict_needs_a_ruling_that_opposes(made: Corpus) -> None:
    """Of an update that is not dated, the rules make a conflict: there is nothing that it could come after."""
    for finding in judged(made):
        if finding.verdict is Verdict.CONFLICTING:
            assert {made.answers.get(pair) for pair in crossing(finding)} & {Answer.OPPOSED, Answer.LATER}


@given(corpora())
def test_judging_is_symmetric(made: Corpus) -> None:
    with patch.object(Corpus, "pairs", tuple(swapped(pair) for pair in made.pairs)):
        back = judged(made)
    assert back == judged(made)


@given(corpora(), st.data())
def test_no_order_changes_a_finding(made: Corpus, data: st.DataObject) -> None:
    shuffled = replace(
        made,
        documents=tuple(data.draw(st.permutations(made.documents))),
        claims=tuple(data.draw(st.permutations(made.claims))),
        clusters=tuple(data.draw(st.permutations(made.clusters))),
        answers=dict(data.draw(st.permutations(list(made.answers.items())))),
    )
    assert judged(shuffled) == judged(made)


@given(corpora())
def test_a_finding_says_why_and_how_sure_it_is(made: Corpus) -> None:
    for finding in judged(made):
        assert finding.because
        assert finding.about
        assert 0.0 <= finding.confidence <= 1.0
        assert all(side.says and side.origins for side in finding.sides)


def sides(finding: Finding) -> list[str]:
    """Each side as the names of its claims."""
    return [" ".join(side.claims) for side in finding.sides]


def crossing(finding: Finding) -> Iterator[tuple[str, str]]:
    """Each two claims of unlike sides, in order."""
    for one, other in combinations(finding.sides, 2):
        yield from ((min(a, b), max(a, b)) for a in one.claims for b in other.claims)


@pytest.mark.parametrize(("feature", "weight", "findings_"), [
    ("designator_names", LIKELY, 2),
    ("designator_names", SURE, 1),
    ("agent_country", SURE, 2),
])  # fmt: skip
def test_clusters_on_unlike_countries_or_types_stay_apart(feature: str, weight: float, findings_: int) -> None:
    made = apart(corpus("a1 b1", {("a1", "b1"): Answer.OPPOSED}), "a1", "b1")
    made = replace(made, weights={("a1", "b1"): weight})
    pairs = [replace(p, features=(*p.features, Feature(feature, 0.0))) for p in made.pairs]
    with patch.object(Corpus, "pairs", tuple(pairs)):
        assert len(judged(made)) == findings_
