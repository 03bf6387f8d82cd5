"""Rulings → findings with sides.

1. Every pair of a cluster goes through the table of rules.
2. Claims that a ruling sets apart, or orders in time, stand on different sides; the others join, most likely first.
3. The gravest ruling between two sides gives the verdict.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import combinations, product

from factcheck.datamodel import Claim, Cluster, Document, Finding, Pair, Side, Verdict
from factcheck.judge.case import Answer, Case, Ruling
from factcheck.judge.moments import Moments, days_between, in_order, moments_of
from factcheck.judge.opposition import oppositions
from factcheck.judge.settings import JudgeSettings
from factcheck.judge.table import AGREEING, RULES, SEVERITIES, SINGLE_SOURCED

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
    """One finding a cluster, by verdict and then by id; each claim stands in exactly one."""
    by_id = {c.id: c for c in claims}
    moments = moments_of(documents, claims)
    home = {claim: cluster.id for cluster in clusters for claim in cluster.claims}
    inner = [p for p in pairs if home[p.left] == home[p.right]]
    odds = oppositions(inner, by_id, moments)
    rulings: Rulings = {}
    weights: dict[frozenset[str], float] = {}
    for pair in inner:
        key = frozenset((pair.left, pair.right))
        weights[key] = pair.weight
        rulings[key] = _rule(pair, odds[pair.left, pair.right], by_id, moments, settings)
    findings = [_finding(cluster, rulings, weights, by_id, moments, origin_of) for cluster in clusters]
    rank = {verdict: n for n, verdict in enumerate(Verdict)}
    return tuple(sorted(findings, key=lambda f: (rank[f.verdict], f.id)))


def _rule(
    pair: Pair,
    odds: tuple[float, float],
    claims: Mapping[str, Claim],
    moments: Moments,
    settings: JudgeSettings,
) -> Ruling:
    """The first rule of the table that rules; two claims that none sets apart are the same answer."""
    left, right = claims[pair.left], claims[pair.right]
    older, newer = in_order(left, right, moments)
    case = Case(older, newer, pair, days_between(left, right, moments), *odds, settings)
    for rule in RULES:
        because = rule.rules(case)
        if because is not None:
            return Ruling(rule.code, rule.answer, because, newer.id)
    return Ruling(AGREEING, Answer.SAME, "nothing sets them apart", newer.id)


def _finding(
    cluster: Cluster,
    rulings: Rulings,
    weights: Mapping[frozenset[str], float],
    claims: Mapping[str, Claim],
    moments: Moments,
    origin_of: Mapping[str, str],
) -> Finding:
    groups = _sides(cluster, rulings, weights)
    gravest = _gravest(groups, rulings)
    if gravest is not None and gravest.answer is Answer.LATER:
        groups = sorted(groups, key=lambda group: _age(group, groups, rulings))
    members = [claims[c] for c in cluster.claims]
    verdict = _verdict(gravest, members)
    code = gravest.code if gravest else AGREEING if verdict is Verdict.AGREEING else SINGLE_SOURCED
    clearest = _clearest(cluster.claims, weights, claims)
    return Finding(
        id="f" + hashlib.sha256(("\x1f".join(cluster.claims)).encode()).hexdigest()[:12],
        rule=code,
        verdict=verdict,
        severity=SEVERITIES[verdict],
        confidence=_confidence(verdict, cluster, weights),
        about=claims[clearest].text,
        sides=tuple(_side(group, weights, claims, origin_of) for group in groups),
        origins=tuple(sorted({origin_of[c] for c in cluster.claims})),
        because=_because(verdict, gravest, cluster, rulings),
    )


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


def _sides(cluster: Cluster, rulings: Rulings, weights: Mapping[frozenset[str], float]) -> list[list[str]]:
    """Parts a cluster's claims: likely pairs first, but never two that a ruling sets apart."""
    group_of = {claim: [claim] for claim in cluster.claims}
    within = [k for k in _within(cluster, rulings) if rulings[k].answer is Answer.SAME]
    for key in sorted(within, key=lambda k: (-weights[k], sorted(k))):
        left, right = (group_of[c] for c in sorted(key))
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


def _within(cluster: Cluster, known: Container[frozenset[str]]) -> list[frozenset[str]]:
    """The pairs of a cluster of which something is known."""
    return [key for pair in combinations(cluster.claims, 2) if (key := frozenset(pair)) in known]


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


def _confidence(verdict: Verdict, cluster: Cluster, weights: Mapping[frozenset[str], float]) -> float:
    """Mean probability that two claims of the finding state one fact, over the pairs that were compared."""
    found = [weights[key] for key in _within(cluster, weights)]
    if not found or verdict is Verdict.SINGLE_SOURCED:
        return 1.0
    return round(sum(1 / (1 + 2**-w) for w in found) / len(found), 4)


def _because(verdict: Verdict, gravest: Ruling | None, cluster: Cluster, rulings: Rulings) -> str:
    if gravest is not None:
        return gravest.because
    if verdict is Verdict.SINGLE_SOURCED:
        return "no other document says it"
    notes = sorted({rulings[k].because for k in _within(cluster, rulings) if rulings[k].code == "FC304"})
    return "; ".join(notes) if notes else "they say the same in other words, and nothing sets them apart"
