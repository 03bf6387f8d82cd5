"""Measures the routes to MiniLM's vectors: start-up, speed, memory, agreement. Its figures: docs/decisions/006.

    python benchmarks/encoder_routes.py [--texts N]

Each row is a process of its own. CPU time is the measure that a busy machine disturbs least; wall time is given
beside it. The ONNX file is made beforehand, and the time that takes is given apart.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from typing import Any

ONNX, TORCH = "all-MiniLM-L6-v2", "all-MiniLM-L6-v2-torch"
ROUTES = ((ONNX, 1), (ONNX, 2), (TORCH, 1), ("hashing", 1))
COLUMNS = ("route", "threads", "start CPU s", "start wall s", "texts/CPU s", "texts/wall s", "peak MB", "least cosine")


def main() -> None:
    """Prints a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--one", nargs=3, metavar=("ROUTE", "THREADS", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        route, threads, folder = options.one
        print(json.dumps(measure(route, int(threads), Path(folder), options.texts)))
        return
    with tempfile.TemporaryDirectory() as folder:
        made = _in_a_process(ONNX, 1, folder, texts=1)
        print(f"the ONNX file is made and used in {made['start CPU s']} CPU s, {made['start wall s']} s of wall time\n")
        rows = [_told(_in_a_process(route, threads, folder, texts=options.texts)) for route, threads in ROUTES]
        _compare(rows, Path(folder))
    _print_table(rows)


def measure(route: str, threads: int, folder: Path, count: int) -> dict[str, Any]:
    """One route's figures; its vectors are left in the folder."""
    cpu, wall = time.process_time(), time.perf_counter()
    from factcheck.embed import EmbedSettings, embed_claims, load_encoder

    encoder = load_encoder(EmbedSettings(encoder=route, folder=folder, threads=threads))
    embed_claims(["The first text."], encoder)
    started_cpu, started_wall = time.process_time(), time.perf_counter()
    vectors = embed_claims(list(islice(sentences(), count)), encoder)
    cpu_used, wall_used = time.process_time() - started_cpu, time.perf_counter() - started_wall
    vectors.tofile(_vector_file(folder, route, threads))
    return {
        "route": route,
        "threads": threads,
        "start CPU s": round(started_cpu - cpu, 1),
        "start wall s": round(started_wall - wall, 1),
        "texts/CPU s": round(count / cpu_used),
        "texts/wall s": round(count / wall_used),
        "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def sentences() -> Iterator[str]:
    """Made sentences of 6 to 30 words, no two alike."""
    who = ("The harbour board", "A spokesman for the ministry", "Two witnesses", "The operator of the northern line")
    says = ("said", "denied that", "reported that", "told the court that")
    what = ("ferries", "crates of medicine", "trams", "patrol boats", "tonnes of grain")
    done = ("were delivered", "had been lost", "would be inspected", "remained in the yard, unpaid for and unguarded,")
    when = ("on Monday", "in the spring of 2031", "after the strike had ended and the lock had been opened again")
    for number, *parts in product(range(2, 90, 4), who, says, what, done, when):
        yield f"{parts[0]} {parts[1]} {number} {parts[2]} {parts[3]} {parts[4]}."


def _in_a_process(route: str, threads: int, folder: str, *, texts: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--texts", str(texts), "--one", route, str(threads), folder]
    environment = os.environ | {"OMP_NUM_THREADS": str(threads)}
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _told(row: dict[str, Any]) -> dict[str, Any]:
    print(row, file=sys.stderr, flush=True)
    return row


def _compare(rows: list[dict[str, Any]], folder: Path) -> None:
    """Adds each MiniLM route's least cosine to the vectors of sentence-transformers with one thread."""
    import numpy as np

    reference = np.fromfile(_vector_file(folder, TORCH, 1), np.float32).reshape(-1, 384)
    for row in rows:
        if row["route"] in (ONNX, TORCH):
            vectors = np.fromfile(_vector_file(folder, row["route"], row["threads"]), np.float32).reshape(-1, 384)
            row["least cosine"] = f"{(vectors * reference).sum(axis=1).min():.6f}"


def _vector_file(folder: Path, route: str, threads: int) -> Path:
    return folder / f"{route}-{threads}.f32"


def _print_table(rows: list[dict[str, Any]]) -> None:
    print("| " + " | ".join(COLUMNS) + " |")
    print("|" + "---|" * len(COLUMNS))
    for row in rows:
        print("| " + " | ".join(str(row.get(column, "–")) for column in COLUMNS) + " |")


if __name__ == "__main__":
    main()
