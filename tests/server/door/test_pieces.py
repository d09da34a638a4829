"""Small parts of the door: the cache, the frames, the counting of rows, the seal."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, Store

from server.door import Query, wire
from server.door.cache import Cache
from server.door.rows import RowCounter, count
from server.media import CSV, RESULTS, Media


def test_the_cache_keeps_what_was_used_last() -> None:
    cache: Cache[str] = Cache(80)
    for name in "abcdefgh":
        cache.put(name, name.upper(), 10)
    assert cache.get("a") == "A"
    cache.put("i", "I", 10)
    assert (cache.get("a"), cache.get("b"), cache.get("i")) == ("A", None, "I")


def test_the_cache_does_not_give_all_its_room_to_one() -> None:
    cache: Cache[str] = Cache(80)
    cache.put("big", "x", 11)
    assert cache.get("big") is None


def test_what_is_kept_again_is_counted_once() -> None:
    cache: Cache[int] = Cache(80)
    for number in range(100):
        cache.put("same", number, 10)
    cache.put("other", -1, 10)
    assert (cache.get("same"), cache.get("other")) == (99, -1)


@given(st.lists(st.tuples(st.sampled_from([wire.BEGIN, wire.DATA]), st.binary(max_size=50))), st.integers(1, 20))
def test_frames_come_whole_whatever_the_pieces(frames: list[wire.Frame], size: int) -> None:
    sent = b"".join(wire.frame(kind, body) for kind, body in frames)
    reader, found = wire.Frames(), []
    for at in range(0, len(sent), size):
        found += reader.feed(sent[at : at + size])
    assert found == frames


def test_the_end_of_an_answer_is_read_as_it_was_written() -> None:
    [(kind, body)] = wire.Frames().feed(wire.end(1 << 40, fit=True))
    assert (kind, wire.read_end(body)) == (wire.END, wire.End(1 << 40, True))


@pytest.mark.parametrize("media", RESULTS)
@pytest.mark.parametrize(("values", "rows"), [([], 0), (["a"], 1), (["a", "b }},{ c", "<result>", "é"], 4)])
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_rows_are_counted_in_every_format(media: Media, values: list[str], rows: int, size: int) -> None:
    query = f"SELECT ?x {{ VALUES ?x {{ {' '.join(str(Literal(value)) for value in values)} }} }}"
    result = Store().query(query)
    assert isinstance(result, QuerySolutions)
    assert isinstance(media.writer, QueryResultsFormat)
    text = result.serialize(format=media.writer)
    assert text is not None
    counter = RowCounter(media)
    for at in range(0, len(text), size):
        counter.feed(text[at : at + size])
    assert counter.rows == count(media, text) == rows


def test_the_entity_tag_depends_on_all_that_the_answer_does() -> None:
    queries = [
        Query("ASK {}"),
        Query("ASK { }"),
        Query("ASK {}", results=CSV),
        Query("ASK {}", default=("a:a",)),
        Query("ASK {}", named=("a:a",)),
        Query("ASK {}", terms=(("x", NamedNode("a:a")),)),
    ]
    assert len({query.etag(snapshot) for query in queries for snapshot in ("one", "two")}) == 2 * len(queries)


_SEALED = """
import os, socket, threading
from server.door.seal import seal
assert seal()
threading.Thread(target=int).start()
open("/etc/hostname").read()
for name, forbidden in {
    "socket": lambda: socket.socket(),
    "unix socket": lambda: socket.socket(socket.AF_UNIX),
    "write": lambda: open("/tmp/parley-seal", "w"),
    "append": lambda: open(__import__("sys").executable, "ab"),
    "unlink": lambda: os.unlink("/tmp/parley-seal"),
    "rename": lambda: os.rename("/tmp/a", "/tmp/b"),
    "mkdir": lambda: os.mkdir("/tmp/parley-seal"),
    "fork": os.fork,
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "kill": lambda: os.kill(os.getppid(), 0),
}.items():
    try:
        forbidden()
    except PermissionError:
        continue
    raise SystemExit(f"{name} is possible")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
def test_a_sealed_process_makes_no_socket_writes_no_file_and_starts_no_process() -> None:
    # Since 3.12 Python warns of a fork beside threads, whether or not the kernel allows it.
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", _SEALED]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
