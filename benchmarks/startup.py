"""How long `factcheck` takes to start, to run first and to run again, and how much memory that takes.

    python benchmarks/startup.py [PATH...]      # seeds/ where none is given

Each figure is of processes of their own, with a cache folder of their own: the model file that is made once per machine
is told apart. Times are wall-clock seconds, the least of several starts; memory is the largest resident set.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STARTS = 5


def main(paths: list[str]) -> None:
    """Measures and prints a table."""
    print(f"{'factcheck --help':32} {min(seconds('--help') for _ in range(STARTS)):6.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        runs = ["report", *paths, "--cache-dir", folder, "--quiet"]
        once = seconds(*runs)
        (Path(folder) / "archive.sqlite").unlink(missing_ok=True)
        print(f"{'model file made, then cold':32} {once:6.2f} s")
        print(f"{'cold':32} {seconds(*runs):6.2f} s")
        print(f"{'again':32} {min(seconds(*runs) for _ in range(STARTS)):6.2f} s")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(f"{'most memory of any':32} {most:6.0f} MB")


def seconds(*args: str) -> float:
    """Wall-clock time of one `factcheck` with these arguments."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "factcheck", *args], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:] or ["seeds/"])
