"""Puts an excerpt of the report on seeds/ into README.md: its head, and the findings of the numbers given.

    python -m tests.excerpt 1 3 8

The report is made without a claims.yaml and without what earlier runs kept. Lines that are left out are told by "…".
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=<!-- excerpt -->\n```text\n).*?(?=\n```\n<!-- /excerpt -->)", re.DOTALL)
HEAD = 4
"""Lines of the report's head that are shown."""
LEFT_OUT = "…"


def main() -> None:
    """Writes README.md anew."""
    from factcheck import run
    from factcheck.report import render_report

    report = render_report(run([ROOT / "seeds"]), "text")
    excerpt = "\n".join(chosen(report.splitlines(), [int(number) for number in sys.argv[1:]]))
    README.write_text(BLOCK.sub(lambda _: excerpt, README.read_text("utf-8")), encoding="utf-8")


def chosen(lines: Sequence[str], numbers: Sequence[int]) -> Iterator[str]:
    """The head, then each finding of these numbers under the heading of its section."""
    yield from lines[:HEAD]
    above = ""
    for number in numbers:
        start = next(at for at, line in enumerate(lines) if re.match(rf" *{number}\. ", line))
        end = next(at for at in range(start, len(lines)) if not lines[at])
        heading = next(at for at in range(start, 0, -1) if re.fullmatch("-{3,}", lines[at])) - 1
        yield LEFT_OUT
        if lines[heading] != above:
            above = lines[heading]
            yield from ("", *lines[heading : heading + 2], "")
        yield from lines[start:end]
    yield LEFT_OUT


if __name__ == "__main__":
    main()
