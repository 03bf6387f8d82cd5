"""Rulings → findings with sides.

1. Every pair of a cluster goes through the table of rules.
2. Claims that a ruling sets apart, or orders in time, stand on different sides; the others join, most likely first.
3. The gravest ruling between two sides gives the verdict; a conflict must be likely, all its pairs taken together.
4. Claims that a difference does not need, and that are not surely about its fact, make a finding of their own.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations, product

from factcheck.datamodel import Claim, Cluster, Document, Finding, Pair, Side, Verdict
from factcheck.judge.case import Answer, Case, Ruling
from factcheck.judge.gather import Group, gathered
from factcheck.judge.moments import days_between, in_order, moments_of
from factcheck.judge.opposition import odds_of
from factcheck.judge.settings import JudgeSettings
from factcheck.judge.table import AGREEING, DENIED, RULES, SEVERITIES, SINGLE_SOURCED, UNNAMED, Rule
from factcheck.trees import probability

Rulings = dict[frozenset[str], Ruling]


def findings_of(
    clusters: Sequence[Cluster],
    pairs: Sequence[Pair],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    origin_of: Mapping[str, str],
    *,
    settings: JudgeSettings,
) -> tuple[Finding, ...]:
    """One finding a cluster, or for some that contradict each other; by verdict and then by id."""
    bench = _Bench(claims, documents, pairs, clusters, origin_of, settings)
    groups = gathered(
        [cluster.claims for cluster in clusters], bench.pairs, bench.claims, bench.odds, bench.parts, settings=settings
    )
    rank = {verdict: n for n, verdict in enumerate(Verdict)}
    found = (bench.finding(part) for group in groups for part in bench.pared(group))
    return tuple(sorted(found, key=lambda f: (rank[f.verdict], f.id)))


_CALM = tuple(rule for rule in RULES if rule.answer is not Answer.OPPOSED)
"""The rules for a group in which a conflict is not likely enough."""


@dataclass(frozen=True, slots=True)
class _Judgement:
    """What the rules make of some claims."""

    sides: list[list[str]]
    rulings: Rulings
    gravest: Ruling | None
    likely: float | None
    """Probability of a conflict, where one is found."""

    @property
    def side_of(self) -> dict[str, int]:
        """Claim id → the number of its side."""
        return {claim: n for n, side in enumerate(self.sides) for claim in side}


class _Bench:
    """What every group of claims is judged by."""

    def __init__(
        self,
        claims: Sequence[Claim],
        documents: Sequence[Document],
        pairs: Sequence[Pair],
        clusters: Sequence[Cluster],
        origin_of: Mapping[str, str],
        settings: JudgeSettings,
    ) -> None:
        home = {claim: cluster.id for cluster in clusters for claim in cluster.claims}
        self.claims = {c.id: c for c in claims}
        self.pairs = sorted(
            (p for p in pairs if home[p.left] == home[p.right] or p.weight >= settings.least_weight),
            key=lambda p: (p.left, p.right),
        )
        self._moments = moments_of(documents, claims)
        self.odds = odds_of(self.pairs, self.claims, self._moments)
        self._pair_of = {frozenset((p.left, p.right)): p for p in self.pairs}
        self._weights = {key: pair.weight for key, pair in self._pair_of.items()}
        self._origin_of = origin_of
        self._settings = settings
        self._of_two = len(documents) <= 2
        self._known: dict[Group, _Judgement] = {}

    def finding(self, group: Group) -> Finding:
        """A group as it is shown."""
        judged = self._judged(group)
        sides, gravest = judged.sides, judged.gravest
        if gravest is not None and gravest.answer is Answer.LATER:
            sides = sorted(sides, key=lambda side: _age(side, sides, judged.rulings))
        verdict = _verdict(gravest, [self.claims[c] for c in group])
        return Finding(
            id="f" + hashlib.sha256(("\x1f".join(group)).encode()).hexdigest()[:12],
            rule=gravest.code if gravest else AGREEING if verdict is Verdict.AGREEING else SINGLE_SOURCED,
            verdict=verdict,
            severity=SEVERITIES[verdict],
            confidence=judged.likely if judged.likely is not None else _confidence(verdict, group, self._weights),
            about=self.claims[_clearest(group, self._weights, self.claims)].text,
            sides=tuple(_side(side, self._weights, self.claims, self._origin_of) for side in sides),
            origins=tuple(sorted({self._origin_of[c] for c in group})),
            because=_because(verdict, gravest, group, judged.rulings),
        )

    def pared(self, group: Group) -> list[Group]:
        """The claims between which a difference stands, their parts, and those surely about its fact; and the rest."""
        judged = self._judged(group)
        if judged.gravest is None:
            return [group]
        side_of = judged.side_of
        core = {
            claim
            for key, ruling in judged.rulings.items()
            if len({side_of[c] for c in key}) == 2 and self._counts(key, ruling)
            for claim in key
        }
        kept = core | {
            claim
            for key in _within(group, self._weights)
            if self._weights[key] >= self._settings.sure_weight and len({side_of[c] for c in key}) == 1 and key & core
            for claim in key
        }
        kept |= {part for part, whole in self._parts_in(group) if whole in kept}
        rest = tuple(c for c in group if c not in kept)
        return [tuple(sorted(kept)), rest] if core and rest else [group]

    def _counts(self, key: frozenset[str], ruling: Ruling) -> bool:
        """Whether two claims that stand on unlike sides have to do with each other."""
        if ruling.answer is Answer.OPPOSED:
            return self.odds[key].contradiction >= self._settings.least_doubt
        return ruling.answer is not Answer.SAME

    def parts(self, one: Group, other: Group) -> bool:
        """Whether two groups, taken as one, stand against each other."""
        judged = self._judged(tuple(sorted((*one, *other))))
        if judged.gravest is None or judged.gravest.answer is not Answer.OPPOSED:
            return False
        side_of = judged.side_of
        return any(
            side_of[a] != side_of[b] and ruling.answer is Answer.OPPOSED
            for a, b in product(one, other)
            if (ruling := judged.rulings.get(frozenset((a, b)))) is not None
        )

    def _judged(self, group: Group) -> _Judgement:
        """What is known of a group, judged once: most are asked for when pared, and when shown."""
        if group not in self._known:
            self._known[group] = self._judge(group)
        return self._known[group]

    def _judge(self, group: Group) -> _Judgement:
        """Rules the pairs of a group, parts its claims into sides, and asks how likely a conflict between them is."""
        pairs = [self._pair_of[key] for key in _within(group, self._pair_of)]
        found = self._by(RULES, group, pairs)
        if found.gravest is None or found.gravest.answer is not Answer.OPPOSED:
            return found
        likely = self._likelihood(found.sides)
        if likely < self._least(found.gravest.code, found.rulings):
            return self._by(_CALM, group, pairs)
        return replace(found, likely=likely)

    def _least(self, code: str, rulings: Rulings) -> float:
        """How likely a conflict must be: other words alone are never enough where a third document could speak for it.

        A "not" says by itself that it answers somebody; figures, dates and names that differ may be of two things.
        """
        if self._of_two:
            return self._settings.least_conflict_of_two
        if code == UNNAMED:
            return math.inf
        near = any(r.answer is Answer.OPPOSED and self._weights[key] >= 0.0 for key, r in rulings.items())
        return self._settings.least_conflict if near or code == DENIED else self._settings.least_conflict_of_far

    def _by(self, rules: Sequence[Rule], group: Group, pairs: Sequence[Pair]) -> _Judgement:
        rulings = self._by_wholes({frozenset((p.left, p.right)): self._rule(p, rules) for p in pairs})
        sides = _sides(group, rulings, self._weights, self._parts_in(group))
        return _Judgement(sides, rulings, _gravest(sides, rulings), None)

    def _rule(self, pair: Pair, rules: Sequence[Rule]) -> Ruling:
        """The first rule that rules; two claims that none sets apart are the same answer."""
        left, right = self.claims[pair.left], self.claims[pair.right]
        older, newer = in_order(left, right, self._moments)
        odds = self.odds[frozenset((pair.left, pair.right))]
        days = days_between(left, right, self._moments)
        case = Case(older, newer, pair, days, odds.opposition, odds.succession, self._settings)
        for rule in rules:
            because = rule.rules(case)
            if because is not None:
                return Ruling(rule.code, rule.answer, because, newer.id)
        return Ruling(AGREEING, Answer.SAME, "nothing sets them apart", newer.id)

    def _by_wholes(self, rulings: Rulings) -> Rulings:
        """What holds of two statements holds of their parts.

        "Put back to 20 February" says by its verb that it is the newer answer; "to 20 February" alone does not.
        """
        later = [key for key, ruling in rulings.items() if ruling.answer is Answer.LATER]
        found = dict(rulings)
        for key, ruling in rulings.items():
            if ruling.answer is Answer.OPPOSED:
                around = (whole for whole in later if self._holds(whole, key))
                found[key] = next((rulings[whole] for whole in sorted(around, key=sorted)), ruling)
        return found

    def _parts_in(self, group: Group) -> list[tuple[str, str]]:
        """Claims of a group that stand within another, each with that one; the narrowest first."""
        spans = {claim: self.claims[claim].span for claim in group}
        found = [(part, whole) for part, whole in permutations(group, 2) if spans[whole].holds(spans[part])]
        return sorted(found, key=lambda two: (spans[two[1]].end - spans[two[1]].start, two))

    def _holds(self, whole: frozenset[str], part: frozenset[str]) -> bool:
        """Whether the claims of a pair stand within those of another."""
        one, other = (self.claims[c].span for c in sorted(whole))
        first, second = (self.claims[c].span for c in sorted(part))
        return (one.holds(first) and other.holds(second)) or (one.holds(second) and other.holds(first))

    def _likelihood(self, groups: Sequence[Sequence[str]]) -> float:
        """Probability that some two claims on different sides contradict each other.

        A noisy-or over pairs of documents, each by its likeliest pair of claims: what one document says of a thing in
        three claims is no threefold evidence.
        """
        likeliest: dict[tuple[str, str], float] = {}
        for one, other in combinations(groups, 2):
            for a, b in product(one, other):
                odds = self.odds.get(frozenset((a, b)))
                if odds is not None:
                    left, right = sorted((self.claims[a].doc, self.claims[b].doc))
                    likeliest[left, right] = max(likeliest.get((left, right), 0.0), odds.contradiction)
        return round(1.0 - math.prod(1.0 - p for _, p in sorted(likeliest.items())), 4)


_VERDICTS = {
    Answer.OPPOSED: Verdict.CONFLICTING,
    Answer.LATER: Verdict.SUPERSEDED,
    Answer.UNSURE: Verdict.UNSURE,
}
"""What a ruling makes of a finding, the gravest first."""


def _verdict(gravest: Ruling | None, members: Sequence[Claim]) -> Verdict:
    if gravest is not None:
        return _VERDICTS[gravest.answer]
    return Verdict.AGREEING if len({c.doc for c in members}) > 1 else Verdict.SINGLE_SOURCED


def _sides(
    group: Group,
    rulings: Rulings,
    weights: Mapping[frozenset[str], float],
    parts: Iterable[tuple[str, str]],
) -> list[list[str]]:
    """Parts a group's claims, never joining two that a ruling sets apart.

    Parts of a statement stand with it; then likely pairs come first.
    """
    group_of = {claim: [claim] for claim in group}
    within = [k for k in _within(group, rulings) if rulings[k].answer is Answer.SAME]
    likely = sorted(within, key=lambda k: (-weights[k], sorted(k)))
    for one, other in (*parts, *(sorted(key) for key in likely)):
        left, right = group_of[one], group_of[other]
        if left is not right and not _apart(left, right, rulings):
            left += right
            for claim in right:
                group_of[claim] = left
    groups = {id(group): sorted(group) for group in group_of.values()}
    return _gathered(sorted(groups.values()), rulings)


def _gathered(groups: list[list[str]], rulings: Rulings) -> list[list[str]]:
    """Puts groups that nothing sets apart from any other onto the largest side."""
    opposed = [g for g in groups if any(_apart(g, other, rulings) for other in groups if other is not g)]
    rest = [claim for g in groups if g not in opposed for claim in g]
    if not opposed:
        return [sorted(rest)]
    opposed.sort(key=lambda g: (-len(g), g))
    sides: list[list[str]] = []
    for group in opposed:
        home = next((side for side in sides if not _apart(group, side, rulings)), None)
        if home is None:
            sides.append(list(group))
        else:
            home += group
    sides[0] += rest
    return [sorted(side) for side in sides]


def _within(group: Group, known: Container[frozenset[str]]) -> list[frozenset[str]]:
    """The pairs of a group of which something is known."""
    return [key for pair in combinations(group, 2) if (key := frozenset(pair)) in known]


def _apart(left: Iterable[str], right: Iterable[str], rulings: Rulings) -> bool:
    found = (rulings.get(frozenset((a, b))) for a, b in product(left, right) if a != b)
    return any(r is not None and r.answer is not Answer.SAME for r in found)


def _gravest(groups: Sequence[Sequence[str]], rulings: Rulings) -> Ruling | None:
    """The ruling between two sides that decides: the gravest answer, then the order of the table."""
    order = {rule.code: n for n, rule in enumerate(RULES)}
    found = [
        ruling
        for one, other in combinations(groups, 2)
        for a, b in product(one, other)
        if (ruling := rulings.get(frozenset((a, b)))) is not None and ruling.answer is not Answer.SAME
    ]
    grave = list(_VERDICTS)
    return min(found, key=lambda r: (grave.index(r.answer), order[r.code], r.because), default=None)


def _age(group: Sequence[str], groups: Sequence[Sequence[str]], rulings: Rulings) -> tuple[int, str]:
    """Less for an older answer: how often its claims are the newer ones, less how often the older."""
    rest = [claim for other in groups if other is not group for claim in other]
    found = [(rulings.get(frozenset((a, b))), a) for a, b in product(group, rest)]
    ahead = sum(1 if r.newer == a else -1 for r, a in found if r is not None and r.answer is Answer.LATER)
    return ahead, min(group)


def _clearest(members: Sequence[str], weights: Mapping[frozenset[str], float], claims: Mapping[str, Claim]) -> str:
    """The claim nearest to all others; among equals the one with most to say in fewest words."""

    def worth(claim: str) -> tuple[float, float, str]:
        near = sum(weights.get(frozenset((claim, other)), 0.0) for other in members if other != claim)
        return (-near, abs(len(claims[claim].text) - 70), claim)

    return min(members, key=worth)


def _side(
    group: Sequence[str],
    weights: Mapping[frozenset[str], float],
    claims: Mapping[str, Claim],
    origin_of: Mapping[str, str],
) -> Side:
    ordered = sorted(group, key=lambda c: (claims[c].doc, claims[c].span.start, c))
    says = claims[_clearest(group, weights, claims)].words
    return Side(says=says, claims=tuple(ordered), origins=tuple(sorted({origin_of[c] for c in group})))


def _confidence(verdict: Verdict, group: Group, weights: Mapping[frozenset[str], float]) -> float:
    """Mean probability that two claims of the finding state one fact, over the pairs that were compared."""
    found = [weights[key] for key in _within(group, weights)]
    if not found or verdict is Verdict.SINGLE_SOURCED:
        return 1.0
    return round(sum(probability(w) for w in found) / len(found), 4)


def _because(verdict: Verdict, gravest: Ruling | None, group: Group, rulings: Rulings) -> str:
    if gravest is not None:
        return gravest.because
    if verdict is Verdict.SINGLE_SOURCED:
        return "no other document says it"
    notes = sorted({rulings[k].because for k in _within(group, rulings) if rulings[k].code == "FC304"})
    return "; ".join(notes) if notes else "they say the same in other words, and nothing sets them apart"
