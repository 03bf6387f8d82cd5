"""New articles against a corpus, and the corpus against a watch list: what a newsroom's CI asks."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import pipeline
from factcheck.config import FAIL_ON, Config, FailOn, Settings, load_config, make_settings
from factcheck.datamodel import Document, Finding, Notice, Report, Skipped, Verdict
from factcheck.errors import NothingToRead, WatchlistError
from factcheck.report import render_report
from factcheck.report.markdown import escaped
from factcheck.report.settings import ReportSettings
from factcheck.report.visible import visible
from factcheck.watchlist import WatchEntry, WatchResult, match_watchlist

STDIN = "-"
FORMATS = ("text", "markdown", "json")


def check_articles(
    articles: Sequence[str | Path],
    *,
    against: Sequence[str | Path] = (),
    settings: Settings | None = None,
    config: str | Path | None = None,
    watch: Sequence[WatchEntry] = (),
    stdin: bytes | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    notify: Callable[[str], None] | None = None,
) -> CheckResult:
    """What in new articles conflicts with a corpus, agrees with it or stands alone; without an article, the watch list.

    Articles and corpus go through one run; of its findings those are kept that a claim of an article stands in. With
    articles, only the watched claims that an article touches are looked at, so that a draft is not blamed for others.

    Args:
        articles: files, folders, globs or "-".
        against: the corpus, likewise; else the `corpus` of `config`.
        settings: how to run; else what `config` says.
        config: a claims.yaml; without it, none is read.
        watch: the watch list; else that of `config`.
        stdin: the bytes that "-" stands for.
        progress: told the stage, the steps done and all its steps.
        notify: told what a user should know.

    Raises:
        ConfigError: when claims.yaml has faults.
        WatchlistError: when there is neither an article nor a watch list.
        NothingToRead: when there is no corpus, or none of it or no article can be read.
    """
    asked = load_config(Path(config)) if config else Config()
    against, watch = against or asked.corpus, watch or asked.watch
    _require_work(articles, against, watch)
    settings = settings or make_settings(asked)
    report = pipeline.run([*articles, *against], settings=settings, stdin=stdin, progress=progress, notify=notify)
    new = _new_documents(report.documents, articles)
    _require_documents(report, articles, new)
    found = _findings_about(report, new)
    results = match_watchlist(report, watch, settings) if watch else ()
    if articles:
        results = tuple(result for result in results if result.finding in found)
    shown = {*found, *(result.finding for result in results)}
    return CheckResult(_narrowed(report, shown), new, found, results)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found."""

    report: Report
    """The findings about the articles and the watched claims, with their claims; documents and origins whole."""
    articles: tuple[str, ...]
    """The ids of the new documents."""
    findings: tuple[str, ...]
    """The ids of the findings that a claim of a new article stands in."""
    watch: tuple[WatchResult, ...]

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What could not be read."""
        return self.report.skipped

    def of(self, kind: FailOn) -> tuple[Finding | Notice | WatchResult, ...]:
        """What was found of a kind: of the watch list, what is not as expected; else what is about the new articles."""
        if kind is FailOn.WATCHLIST:
            return tuple(result for result in self.watch if not result.holds)
        if kind is FailOn.NOTICE:
            return self.report.notices
        about = set(self.findings)
        return tuple(f for f in self.report.findings if f.id in about and f.verdict is _VERDICTS[kind])

    def fails(self, fail_on: Iterable[FailOn | str] = FAIL_ON) -> bool:
        """Whether anything of these kinds was found."""
        return any(self.of(FailOn(kind)) for kind in fail_on)


def render_check(result: CheckResult, format: str, *, settings: ReportSettings | None = None) -> str:
    """The watch list, then the report of the check, in a format of `FORMATS`.

    The JSON is that of a report with two more keys: `articles`, the ids of the new documents, and `watch`.
    """
    report = render_report(result.report, format, settings=settings)
    if format == "json":
        return json.dumps({**json.loads(report), "articles": result.articles, "watch": _rows(result)}, indent=2) + "\n"
    if not result.watch:
        return report
    heading = f"Watch list: {sum(r.holds for r in result.watch)} of {len(result.watch)} as expected"
    lines = [_line(r) for r in result.watch]
    if format == "markdown":
        return "\n".join([f"# {heading}", "", *(f"- {escaped(line)}" for line in lines), "", report])
    return "\n".join([heading, *(f"  {line}" for line in lines), "", report])


def _line(result: WatchResult) -> str:
    """One watched claim: "as expected, agreeing: four Mi-35Ms delivered (claims.yaml, line 12)"."""
    entry = result.entry
    said = f"as expected, {result.status}" if result.holds else f"EXPECTED {entry.expect}, {result.status}"
    return visible(f"{said}: {entry.claim} (line {entry.line})" + (f" - {entry.note}" if entry.note else ""))


def _rows(result: CheckResult) -> list[dict[str, object]]:
    return [
        {
            "claim": r.entry.claim,
            "expect": r.entry.expect,
            "verdict": r.verdict,
            "holds": r.holds,
            "finding": r.finding,
            "note": r.entry.note,
            "line": r.entry.line,
            "column": r.entry.column,
        }
        for r in result.watch
    ]


_VERDICTS = {
    FailOn.CONFLICT: Verdict.CONFLICTING,
    FailOn.SUPERSEDED: Verdict.SUPERSEDED,
    FailOn.UNSURE: Verdict.UNSURE,
    FailOn.SINGLE_SOURCED: Verdict.SINGLE_SOURCED,
}


def _require_work(articles: Sequence[str | Path], against: Sequence[str | Path], watch: Sequence[WatchEntry]) -> None:
    if not articles and not watch:
        raise WatchlistError("nothing to check: name an article, or state a watch list in claims.yaml")
    if not against:
        raise NothingToRead("nothing to check against: name a corpus with --against, or state one in claims.yaml")


def _require_documents(report: Report, articles: Sequence[str | Path], new: tuple[str, ...]) -> None:
    reasons = "".join(f"\n  {skipped.source}: {skipped.reason}" for skipped in report.skipped)
    if articles and not new:
        raise NothingToRead(f"none of the articles can be read{reasons}")
    if len(new) == len(report.documents):
        raise NothingToRead(f"nothing of the corpus can be read, apart from the articles themselves{reasons}")


def _new_documents(documents: Iterable[Document], articles: Sequence[str | Path]) -> tuple[str, ...]:
    """The ids of the documents that `articles` name, whether or not the corpus holds them too."""
    given = [os.fspath(article) for article in articles]
    named = {Path(path).resolve() for pattern in given for path in (pattern, *_matches(pattern))}
    return tuple(document.id for document in documents if _is_named(document.source, named, STDIN in given))


def _matches(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute pattern


def _is_named(source: str, named: Collection[Path], stdin: bool) -> bool:
    if source == STDIN:
        return stdin
    path = Path(source).resolve()
    return path in named or any(folder in named for folder in path.parents)


def _findings_about(report: Report, documents: Collection[str]) -> tuple[str, ...]:
    """The ids of the findings in which a claim of these documents stands."""
    claims = {claim.id for claim in report.claims if claim.doc in documents}
    return tuple(f.id for f in report.findings if any(claim in claims for side in f.sides for claim in side.claims))


def _narrowed(report: Report, findings: Collection[str | None]) -> Report:
    """The report with these findings alone, and what belongs to their claims."""
    kept = tuple(finding for finding in report.findings if finding.id in findings)
    claims = {claim for finding in kept for side in finding.sides for claim in side.claims}
    return replace(
        report,
        findings=kept,
        claims=tuple(claim for claim in report.claims if claim.id in claims),
        pairs=tuple(pair for pair in report.pairs if pair.left in claims and pair.right in claims),
        notices=tuple(notice for notice in report.notices if claims.issuperset(notice.claims)),
    )
