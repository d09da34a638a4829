"""A query worker: evaluates queries one after another, sealed, under limits that the kernel keeps.

What ends it, whatever Oxigraph is doing: the alarm at a query's deadline, the limit of its memory, a stack run over, a
signal of the web process that it works for. It ends itself after a query that left it much bigger.
"""

import contextlib
import ctypes
import os
import resource
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
)

from server.config import MEGABYTE
from server.door import wire
from server.door.output import IN_FLIGHT, Output
from server.door.seal import seal
from server.media import GRAPHS, RESULTS

Node = NamedNode | BlankNode | Literal | Triple
Function = Callable[..., Node | None]

STACK = 512 * 1024 * 1024
"""Bytes of stack: deep queries that pass the bound on nesting kill a thread of the usual 8 MB."""
QUICK = 0.005
"""Seconds in which no query takes much memory: asking the kernel costs as much as a look-up."""
_MEDIA = {media.name: media for media in (*GRAPHS, *RESULTS)}
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = (-1, 16 * MEGABYTE), (-3, 4 * MEGABYTE), -8  # glibc's malloc.h
_ROOM = 256 * MEGABYTE
"""What a query must be allowed to take for its thread to have a heap of its own."""
_GROWTH = 32 * MEGABYTE  # what a query may leave behind in a worker that goes on
_EXPENDABLE = "500"  # of -1000 to 1000 (proc(5), oom_score_adj)


def peak() -> int:
    """Return the most memory this process ever held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take: bytes of memory beside the store it shares, bytes of one spooled result.

    `cache` is what a store on disk holds in memory once it has been read.
    """

    memory: int
    spool: int
    cache: int = 0

    def outgrown(self, start: int) -> bool:
        """Tell whether this process has held so much more than `start` bytes that it had better go."""
        return peak() - start > self.cache + _GROWTH


@dataclass(slots=True)
class Worker:
    """The process's whole state: its connection, its spool, and the store it shares."""

    connection: socket.socket
    store: Store
    functions: Mapping[NamedNode, Function]
    spool: IO[bytes]
    limits: Limits
    over: bool = False
    base: int = field(default_factory=peak)
    frames: wire.Frames = field(default_factory=wire.Frames)

    def serve(self) -> None:
        """Answer queries until all is `over`, or until this thread was made to step back: it could not be undone."""
        priority = os.getpriority(os.PRIO_PROCESS, 0)
        try:
            while not self.over and os.getpriority(os.PRIO_PROCESS, 0) == priority:
                received = wire.receive(self.connection, self.frames)
                self.over = received is None or not all(self.answer(wire.read_ask(body)) for _, body in received)
        except OSError:
            self.over = True

    def answer(self, ask: dict[str, Any]) -> bool:
        """Answer one query; return whether this worker is fit for another."""
        started = time.perf_counter()
        signal.setitimer(signal.ITIMER_REAL, ask["limit"])
        out = Output(self.connection, self.spool)
        try:
            self.evaluate(ask, out)
            signal.setitimer(signal.ITIMER_REAL, 0)
            fit = not out.spooled and not (time.perf_counter() - started > QUICK and self.limits.outgrown(self.base))
            out.finish(fit=fit)
        except (SyntaxError, ValueError, RuntimeError, OSError) as error:
            signal.setitimer(signal.ITIMER_REAL, 0)
            fit = not out.spooled and not out.begun
            out.fail(error)
        return fit

    def evaluate(self, ask: dict[str, Any], out: Output) -> None:
        result = self.run(ask)
        media = _MEDIA[ask["graph"] if isinstance(result, QueryTriples) else ask["results"]]
        out.begin(media)
        if isinstance(result, QueryTriples):
            assert isinstance(media.writer, RdfFormat)
            result.serialize(cast("IO[bytes]", out), media.writer)
        elif isinstance(result, QuerySolutions | QueryBoolean):
            assert isinstance(media.writer, QueryResultsFormat)
            result.serialize(cast("IO[bytes]", out), media.writer)

    def run(self, ask: dict[str, Any]) -> QuerySolutions | QueryBoolean | QueryTriples:
        store, dataset = self.dataset(ask.get("default"), ask.get("named"))
        terms: dict[Variable, Node] = {Variable(name): _term(*parts) for name, parts in ask.get("terms", {}).items()}
        return store.query(
            ask["query"],
            base_iri=ask.get("base"),
            substitutions=terms or None,
            custom_functions=dict(self.functions) or None,
            **dataset,
        )

    def dataset(self, default: list[str] | None, named: list[str] | None) -> tuple[Store, dict[str, Any]]:
        """Return the store to ask and its dataset; graphs that the store does not hold are empty, not fetched.

        Oxigraph counts a triple once for each default graph it stands in: several are merged into a store of their own.
        """
        if default is None and named is None:
            return self.store, {}
        graphs: list[NamedNode | DefaultGraph] = [NamedNode(iri) for iri in default or ()]
        names = [name for name in map(NamedNode, named or ()) if self.store.contains_named_graph(name)]
        if len(graphs) < 2:
            return self.store, {"default_graph": graphs, "named_graphs": names}
        merged = Store()
        for graph in graphs:
            found = self.store.quads_for_pattern(None, None, None, graph)
            merged.extend(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in found)
        for name in names:
            merged.add_graph(name)
            merged.extend(self.store.quads_for_pattern(None, None, None, name))
        return merged, {"default_graph": DefaultGraph(), "named_graphs": names}


def _set_up_heaps(room: int) -> None:
    """Have glibc give memory back in large pieces only, and all threads share one heap or have one of their own.

    The process's first heap is what loading a store left of it, full of holes: a query whose memory lies close together
    in a heap of its own is up to a fifth faster. But such a heap begins by reserving 128 MB of addresses, which the
    limit counts: where it forbids them, each allocation becomes a system call, and a look-up takes a hundred times as
    long. So it takes `room` bytes for a query.
    """
    with contextlib.suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in (_TRIM_THRESHOLD, _MMAP_THRESHOLD, (_ARENA_MAX, 2 if room >= _ROOM else 1)):
            mallopt(option, value)


def _term(kind: str, value: str, extra: str = "") -> NamedNode | BlankNode | Literal:
    if kind == "iri":
        return NamedNode(value)
    return Literal(value, language=extra) if kind == "text" else Literal(value, datatype=NamedNode(extra))


def work(connection: socket.socket, load: Callable[[], tuple[Store, Mapping[NamedNode, Function]]], limits: Limits,
         hello: dict[str, Any], fate: int) -> None:  # fmt: skip
    """Be a query worker on `connection` until it is closed; called in a fresh child process.

    The first frame tells the web process who this is, and hands it the means to end this process (a pidfd), to learn
    how it ended (`fate`, the reading end of a pipe) and to read the spool.
    """
    # Room for what may be in flight, and for the end of the answer, which must never wait for a slow reader.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * IN_FLIGHT)
    spool = tempfile.TemporaryFile(prefix="parley-", buffering=0)  # noqa: SIM115  # closed with the process
    store, functions = load()
    confine(limits, STACK)
    hello |= {"pid": os.getpid(), "sealed": seal()}
    descriptors = [os.pidfd_open(os.getpid()), fate, spool.fileno()]
    socket.send_fds(connection, [wire.message(wire.HELLO, hello)], descriptors)
    for descriptor in descriptors[:2]:
        os.close(descriptor)
    worker = Worker(connection, store, functions, spool, limits)
    threading.stack_size(STACK)
    while not worker.over:
        thread = threading.Thread(target=worker.serve)
        thread.start()
        thread.join()
        while Path(f"/proc/self/task/{thread.native_id}").exists():  # its stack is free only then
            time.sleep(0.0005)


def confine(limits: Limits, stack: int) -> None:
    """Have the kernel hold this process to `limits`, beside what it holds already and a stack of so many bytes.

    Where the machine itself runs out of memory, the kernel is to end this process before those that others rest on.
    """
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_EXPENDABLE, encoding="ascii")
    _set_up_heaps(limits.memory)
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    most = held + stack + limits.memory + limits.cache
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.spool, limits.spool))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
