"""Measure what it costs to make one world of real articles: `python bench/resolution/articles.py FOLDER --data DIR`.

Takes 10,000 and then 1,000 articles of FOLDER, evenly spread over its names, each in a process of its own, and prints a
row of the table for each: processor time and memory of resolution alone, time of the whole build. DIR keeps what
documents say, as the data folder of a build does, so that reading them does not count where they were read before.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from kg.config import Config
from kg.model import Facts
from kg.pipeline import build, facts_of
from kg.resolve import Registry, resolve

_SIZES = (10_000, 1_000)  # a build forgets documents that it is not given, so the larger comes first


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--documents", type=int, help="measure so many documents only")
    options = parser.parse_args()
    if options.documents:
        measure(options.folder, options.data, options.documents)
        return
    print("| documents | resolution | memory at most | whole build | quads |\n|---|---|---|---|---|", flush=True)
    for documents in _SIZES:
        command = [sys.executable, __file__, str(options.folder), "--data", str(options.data)]
        subprocess.run([*command, "--documents", str(documents)], check=True)


def measure(folder: Path, data: Path, documents: int) -> None:
    """Read, resolve and build so many articles, and print their row."""
    every = sorted(folder.iterdir())
    step = max(1, len(every) // documents)
    with tempfile.TemporaryDirectory() as name:
        chosen = Path(name)
        for path in every[::step][:documents]:
            (chosen / path.name).symlink_to(path.resolve())
        config = Config(data=data)
        facts, _ = facts_of([chosen], config)
        seconds = resolution(facts)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        del facts
        started = time.perf_counter()
        made = build([chosen], config)
        whole = time.perf_counter() - started
    print(f"| {made.documents:,} | {seconds:.1f} s | {memory} MB | {whole:.0f} s | {made.snapshot.manifest.quads:,} |")


def resolution(facts: Sequence[Facts]) -> float:
    """Return the seconds of processor time that resolution takes."""
    started = time.process_time()
    resolve(facts, Registry())
    return time.process_time() - started


if __name__ == "__main__":
    main()
