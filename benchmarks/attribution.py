"""Attribution on PolNeAR: token F1 of sources, cues and contents, and how many contents get the right source.

People reach 75.4 % token agreement (Krippendorff's alpha) and agree on 92.3 % of attributions. PolNeAR also annotates
votes, plans and stances ("would vote for X"), which are no statements to us and cost recall. Needs ../shared; says so
and ends where it is missing.

    python -m benchmarks.attribution [train|dev] [--limit N] [--errors]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from factcheck.datamodel import Attribution, Document, ParsedDocument, Span
from factcheck.text.alignment import Alignment

_DATA = Path(__file__).resolve().parents[2] / "shared" / "datasets"
_TOKEN = re.compile(r"\w+(?:['’]\w+)?")
_ROLES = ("source", "cue", "content")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures, and with --errors what was missed and what was said wrongly."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("part", nargs="?", choices=("train", "dev"), default="dev")
    ask.add_argument("--limit", type=int, default=None)
    ask.add_argument("--errors", action="store_true")
    args = ask.parse_args(arguments)
    path = _DATA / f"polnear.{args.part}.jsonl"
    if not path.exists():
        print("attribution: skipped, there is no ../shared")
        return 0
    from factcheck.extract.speakers import find_attributions
    from factcheck.parse import parse_document

    counts: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines()[: args.limit]:
        article = json.loads(line)
        parsed = parse_document(as_document(article["doc_id"], article["text"]))
        counts.update(score_article(parsed, article["attributions"], find_attributions(parsed), errors=args.errors))
    print(summary(counts))
    return 0


def as_document(name: str, text: str) -> Document:
    """A text as a document whose positions are the text's own: single line breaks become blanks."""
    plain = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    return Document(name, name, text, plain, Alignment.identity(len(plain)))


def summary(counts: Counter[str]) -> str:
    """The figures, a line each."""
    lines = [f"{role:8} token {_prf(*(counts[f'{role}_{k}'] for k in ('hit', 'said', 'gold')))}" for role in _ROLES]
    found, right = counts["found"], counts["right"]
    lines.append(f"contents found {found / max(counts['contents'], 1):.3f}")
    lines.append(f"of these with the right source {right / max(found, 1):.3f}")
    return "\n".join(lines)


def _prf(hit: int, said: int, gold: int) -> str:
    return f"F1 {2 * hit / max(said + gold, 1):.3f}  P {hit / max(said, 1):.3f}  R {hit / max(gold, 1):.3f}"


def score_article(
    parsed: ParsedDocument, gold: Sequence[Any], said: Sequence[Attribution], *, errors: bool = False
) -> Counter[str]:
    """Counts tokens by role, and contents with their sources."""
    text = parsed.document.raw
    tokens = [m.span() for m in _TOKEN.finditer(text)]
    counts: Counter[str] = Counter()
    gold_roles = [{role: _covered(tokens, [(s, e) for s, e, _ in a[role]]) for role in _ROLES} for a in gold]
    said_roles = [_by_role(tokens, a) for a in said]
    for role in _ROLES:
        wanted = set().union(*(a[role] for a in gold_roles)) if gold_roles else set()
        found = set().union(*(a[role] for a in said_roles)) if said_roles else set()
        counts[role + "_gold"] += len(wanted)
        counts[role + "_said"] += len(found)
        counts[role + "_hit"] += len(wanted & found)
    for annotated, words in zip(gold, gold_roles, strict=True):
        if not words["content"] or not words["source"]:
            continue
        counts["contents"] += 1
        best = max(said_roles, key=lambda a: _overlap(a["content"], words["content"]), default=None)
        if best is None or _overlap(best["content"], words["content"]) < 0.5:
            if errors:
                print(
                    f"missed\t{_words(annotated['source'])}\t{_words(annotated['cue'])}\t{_words(annotated['content'])[:120]}"
                )
            continue
        counts["found"] += 1
        counts["right"] += bool(best["source"] & words["source"])
    if errors:
        everything = set().union(*(a["content"] for a in gold_roles)) if gold_roles else set()
        for a, words in zip(said, said_roles, strict=True):
            if words["content"] and len(words["content"] & everything) * 2 < len(words["content"]):
                print(
                    f"false\t{_quote(parsed, a.source)}\t{_quote(parsed, a.cue)}\t{_quote(parsed, a.content[0])[:120]}"
                )
    return counts


def _by_role(tokens: Sequence[tuple[int, int]], a: Attribution) -> dict[str, set[int]]:
    def places(spans: Iterable[Span | None]) -> list[tuple[int, int]]:
        return [(s.start, s.end) for s in spans if s is not None]

    return {
        "source": _covered(tokens, places([a.source])),
        "cue": _covered(tokens, places([a.cue])),
        "content": _covered(tokens, places(a.content)),
    }


def _covered(tokens: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> set[int]:
    from bisect import bisect_left, bisect_right

    starts, ends = [t[0] for t in tokens], [t[1] for t in tokens]
    found: set[int] = set()
    for start, end in spans:
        found.update(range(bisect_left(starts, start), bisect_right(ends, end)))
    return found


def _overlap(left: set[int], right: set[int]) -> float:
    return len(left & right) / max(len(left | right), 1)


def _words(spans: Sequence[Any]) -> str:
    return " … ".join(s[2] for s in spans).replace("\n", " ")


def _quote(parsed: ParsedDocument, span: Span | None) -> str:
    return parsed.document.quote(span).replace("\n", " ") if span else "-"


if __name__ == "__main__":
    sys.exit(main())
