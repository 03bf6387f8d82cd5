"""Speakers, origins and hedges at the places that the labelled clusters mark.

Each labelled mention is taken as a claim, so that this measures attribution alone, apart from how claims are cut. Needs
../shared; says so and ends where it is missing.

    python -m benchmarks.speakers_gold FOLDER… [--errors] [--only NAME,…] [--without NAME,…]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from factcheck.datamodel import Attribution, Hedge, ParsedDocument, Span

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_SPACE = re.compile(r"\s+")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the three F1, and with --errors each mention that is wrong."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folders", nargs="*", type=Path, default=[_SHARED / "gold" / "train"])
    ask.add_argument("--errors", action="store_true")
    ask.add_argument("--only", default="")
    ask.add_argument("--without", default="")
    args = ask.parse_args(arguments)
    if not _SHARED.exists():
        print("speakers_gold: skipped, there is no ../shared")
        return 0
    sys.path.insert(0, str(_SHARED / "score"))
    only, without = set(filter(None, args.only.split(","))), set(filter(None, args.without.split(",")))
    counts: Counter[str] = Counter()
    for folder in args.folders:
        counts.update(_score_folder(folder, only, without, args.errors))
    print(summary(counts))
    return 0


def summary(counts: Counter[str]) -> str:
    """The figures, a line each."""
    return "\n".join(
        f"{key:8} {_prf(counts[key + '_hit'], counts[key + '_said'], counts[key + '_gold'])}"
        for key in ("speaker", "origin", "hedge")
    )


def _prf(hit: int, said: int, gold: int) -> str:
    precision, recall = hit / max(said, 1), hit / max(gold, 1)
    return f"F1 {2 * hit / max(said + gold, 1):.3f}  P {precision:.3f}  R {recall:.3f}  ({gold} labelled)"


def _score_folder(folder: Path, only: set[str], without: set[str], errors: bool) -> Counter[str]:
    from cluster import clusters_in, read_cluster  # type: ignore[import-not-found]

    from factcheck.clean import clean_document
    from factcheck.extract.hedges import find_hedges
    from factcheck.extract.speakers import find_attributions
    from factcheck.parse import parse_document
    from factcheck.read import read_documents

    counts: Counter[str] = Counter()
    for path in clusters_in(folder):
        if (only and path.name not in only) or path.name in without:
            continue
        cluster = read_cluster(path)
        documents, _ = read_documents([path / "docs"])
        by_id = {d.id: parse_document(clean_document(d)) for d in documents}
        for name, parsed in sorted(by_id.items()):
            mentions = [m for m in cluster.mentions if m.doc == name]
            counts.update(score_mentions(parsed, mentions, find_attributions(parsed), find_hedges(parsed), errors))
    return counts


def score_mentions(
    parsed: ParsedDocument,
    mentions: Iterable[Any],
    attributions: Sequence[Attribution],
    hedges: Sequence[Hedge],
    errors: bool = False,
) -> Counter[str]:
    """Counts hits, said and labelled ones of a document's mentions."""
    from score import same_name  # type: ignore[import-not-found]

    counts: Counter[str] = Counter()
    for m in mentions:
        place = Span(parsed.document.id, m.start, m.end)
        speaker, origin = voice_at(place, attributions)
        hedged = any(_covers((h.scope,), place) for h in hedges)
        for key, gold, said in (("speaker", m.speaker, speaker), ("origin", m.origin, origin)):
            right = gold is not None and same_name(gold, said)
            counts[key + "_gold"] += gold is not None
            counts[key + "_said"] += said is not None
            counts[key + "_hit"] += right
            if errors and not right and (gold or said):
                print(f"{key}\t{gold}\t{said}\t{_context(parsed, place)}")
        counts["hedge_gold"] += m.hedged
        counts["hedge_said"] += hedged
        counts["hedge_hit"] += m.hedged and hedged
        if errors and m.hedged != hedged:
            print(f"hedge\t{m.hedged}\t{hedged}\t{_context(parsed, place)}")
    return counts


def voice_at(place: Span, attributions: Sequence[Attribution]) -> tuple[str | None, str | None]:
    """Speaker and origin at a place: of the attribution with the smallest content that covers at least half of it.

    Where the place holds the cue too, as "accuses him of theft" does, cue and source help to cover.
    """
    over = [
        (sum(c.end - c.start for c in a.content), k, a)
        for k, a in enumerate(attributions)
        if _covers(_reach(a, place), place)
    ]
    if not over:
        return None, None
    inner = min(over, key=lambda x: x[:2])[2]
    origin = inner.origin or next(
        (a.origin for _, _, a in sorted(over, key=lambda x: x[:2]) if a.origin and a.speaker in (None, inner.speaker)),
        None,
    )
    return inner.speaker, origin


def _reach(a: Attribution, place: Span) -> tuple[Span, ...]:
    """The content, with cue and source where the place holds them and some of the content."""
    if a.cue is None or not place.holds(a.cue) or not any(c.meets(place) for c in a.content):
        return a.content
    return (*a.content, a.cue, *((a.source,) if a.source else ()))


def _covers(parts: Sequence[Span], place: Span) -> bool:
    shared = sum(max(0, min(p.end, place.end) - max(p.start, place.start)) for p in parts)
    return shared * 2 >= place.end - place.start


def _context(parsed: ParsedDocument, place: Span) -> str:
    raw = parsed.document.raw
    around = (
        raw[max(0, place.start - 150) : place.start]
        + "[["
        + raw[place.start : place.end]
        + "]]"
        + raw[place.end : place.end + 120]
    )
    return f"{parsed.document.id}\t{_SPACE.sub(' ', around)}"


if __name__ == "__main__":
    sys.exit(main())
