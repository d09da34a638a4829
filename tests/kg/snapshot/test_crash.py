"""Whatever happens to a build, what was in service stays in service, and the next build works."""

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.errors import SnapshotError
from kg.iris import Iris
from kg.snapshot import open_snapshot, write

Gondor = Callable[..., list[Quad]]

# A process that publishes one snapshot after another, each of another graph.
_WRITER = """
import sys
from itertools import count
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from kg.iris import Iris
from kg.snapshot import write

iris, data = Iris("http://example.org/"), Path(sys.argv[1])
quads = list(parse(path=sys.argv[2], format=RdfFormat.TRIG))
print("ready", flush=True)
for number in count(int(sys.argv[3])):
    note = Quad(iris.dataset, NamedNode("http://example.org/number"), Literal(number), iris.graph("meta"))
    write(data, [*quads, note], iris)
    print(number, flush=True)
"""
_GRAPH = Path(__file__).parents[1] / "data" / "gondor.trig"


def writer(data: Path, first: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITER, str(data), str(_GRAPH), str(first)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.slow
def test_a_build_killed_at_any_moment_loses_nothing(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    write(tmp_path, gondor(), iris)
    moments = random.Random(3019)
    for attempt in range(20):
        process = writer(tmp_path, attempt * 1000)
        time.sleep(moments.uniform(0, 0.6))
        process.kill()
        process.communicate()
        assert open_snapshot(tmp_path).load()
    after = write(tmp_path, gondor(), iris)
    assert open_snapshot(tmp_path) == after
    assert not [path for path in (tmp_path / "snapshots").iterdir() if path.name.startswith(".")]


def test_two_builds_at_once_take_turns(tmp_path: Path) -> None:
    processes = [writer(tmp_path, first) for first in (0, 1000)]
    for process in processes:
        assert process.stdout is not None
        for _ in range(2):
            assert process.stdout.readline().strip().isdecimal()
    for process in processes:
        process.kill()
        process.communicate()
    open_snapshot(tmp_path)


# The largest file that the process may write stands in for the room on the disk.
_LIMITED = """
import resource, sys
from pathlib import Path
from pyoxigraph import RdfFormat, parse
from kg.errors import SnapshotError
from kg.iris import Iris
from kg.snapshot import write

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    write(Path(sys.argv[1]), parse(path=sys.argv[2], format=RdfFormat.TRIG), Iris("http://example.org/"))
except SnapshotError as error:
    print(error)
"""


@pytest.mark.parametrize("room", [0, 1_000, 20_000, 50_000])
def test_a_full_disk_is_named_and_leaves_nothing_behind(gondor: Gondor, iris: Iris, tmp_path: Path, room: int) -> None:
    before = write(tmp_path, gondor([('"Faramir"@en', '"Captain Faramir"@en')]), iris)
    command = [sys.executable, "-c", _LIMITED, str(tmp_path), str(_GRAPH), str(room)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.startswith(f"{tmp_path}: the snapshot cannot be written (")
    assert open_snapshot(tmp_path) == before
    assert [path.name for path in (tmp_path / "snapshots").iterdir()] == [before.id]


def test_a_folder_that_cannot_be_written_is_named(gondor: Gondor, iris: Iris, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    with pytest.raises(SnapshotError, match="data: the snapshot cannot be written"):
        write(tmp_path / "data", gondor(), iris)
