"""The servers that are compared: each loads a snapshot's dumps and answers SPARQL over HTTP."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions

from kg.snapshot import Snapshot
from server.config import Settings
from server.door.room import has_room

Environ = dict[str, str]


@dataclass
class Peer:
    """A server under way: where it answers, and its process."""

    name: str
    url: str
    process: subprocess.Popen[bytes]
    after: list[Callable[[], Any]] = field(default_factory=list)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
        for clean in self.after:
            clean()


class Skipped(Exception):
    """Why a peer is not measured."""


Start = Callable[[Snapshot, Path], Peer]
"""Starts a server over a snapshot, with its files in a folder; raises Skipped where that makes no sense here."""


def parley(snapshot: Snapshot, work: Path) -> Peer:
    """Serve as it does unless it is told otherwise: a large graph from memory too where there is room for it."""
    peer = _parley("parley", snapshot, work, {})
    store = "memory" if not snapshot.manifest.store or has_room(snapshot.manifest.quads, Settings()) else "disk"
    while f'store="{store}"' not in urlopen(peer.url.replace("/sparql", "/metrics")).read().decode():  # noqa: S310
        time.sleep(0.2)
    return peer


def parley_from_disk(snapshot: Snapshot, work: Path) -> Peer:
    """Serve from disk alone what would be read from memory, too."""
    if not snapshot.manifest.store:
        raise Skipped("the graph is small, and has no store on disk")
    return _parley("parley from disk", snapshot, work, {"PARLEY_IN_MEMORY": "0"})


def _parley(name: str, snapshot: Snapshot, work: Path, environ: Environ) -> Peer:
    port = _free_port()
    environ |= {"PARLEY_DATA": str(snapshot.folder.parent.parent), "PARLEY_PORT": str(port)}
    environ |= {"PARLEY_ACCESS_LOG": str(work / "access.log")}
    return _started(name, [sys.executable, "-m", "server"], f"http://127.0.0.1:{port}/sparql", environ)


def oxigraph(snapshot: Snapshot, work: Path) -> Peer:
    command, port, store = _found("oxigraph"), _free_port(), str(work / "oxigraph")
    files = [str(snapshot.file("parley.nq")), str(snapshot.file("parley.nt"))]
    _run([command, "load", "--location", store, "--file", *files])
    _run([command, "optimize", "--location", store])
    serve = [command, "serve-read-only", "--location", store, "--bind", f"127.0.0.1:{port}"]
    return _started("oxigraph", serve, f"http://127.0.0.1:{port}/query")


def rdflib_endpoint(snapshot: Snapshot, work: Path) -> Peer:
    """Serve the default graph from rdflib's memory, as `rdflib-endpoint serve` does."""
    command, port = _found("rdflib-endpoint"), _free_port()
    serve = [command, "serve", "--host", "127.0.0.1", "--port", str(port), str(snapshot.file("parley.nt"))]
    return _started("rdflib-endpoint", serve, f"http://127.0.0.1:{port}/", cwd=work)


def virtuoso(snapshot: Snapshot, work: Path) -> Peer:
    """Serve the default graph: Virtuoso's own is the union of all, in which it counts a triple once for each."""
    command, isql = _found("virtuoso-t"), _found("isql-vt")
    port, http = _free_port(), _free_port()
    folder = work / "virtuoso"
    folder.mkdir()
    data = folder / "parley.nt"
    shutil.copy(snapshot.file("parley.nt"), data)
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(folder=folder, port=port, http=http), encoding="utf-8")
    peer = _started("virtuoso", [command, "-f", "-c", str(folder / "virtuoso.ini")], f"http://127.0.0.1:{http}/sparql")
    load = f"ld_dir('{folder}', 'parley.nt', 'http://localhost:8000/merge'); rdf_loader_run(); checkpoint;"
    _run([isql, f"127.0.0.1:{port}", "dba", "dba", f"exec={load}"])
    return peer


def in_process(snapshot: Snapshot) -> Callable[[str], int]:
    """Return pyoxigraph without a server: a function that asks and serialises."""
    store = snapshot.load()

    def ask(query: str) -> int:
        result = store.query(query)
        assert isinstance(result, QuerySolutions | QueryBoolean)
        return len(result.serialize(format=QueryResultsFormat.JSON) or b"")

    return ask


PEERS: dict[str, Start] = {
    "oxigraph": oxigraph,
    "rdflib-endpoint": rdflib_endpoint,
    "virtuoso": virtuoso,
    "parley": parley,
    "parley from disk": parley_from_disk,
}

_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
TransactionFile = {folder}/virtuoso.trx
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {folder}
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
ServerThreads = 20
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 20
[SPARQL]
ResultSetMaxRows = 1000000
"""


def _found(name: str) -> str:
    command = shutil.which(name)
    if command is None:
        raise Skipped(f"{name} is not installed")
    return command


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _started(name: str, command: list[str], url: str, environ: Environ | None = None, cwd: Path | None = None) -> Peer:
    process = subprocess.Popen(
        command, env=os.environ | (environ or {}), cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    asked, deadline = f"{url}?{urlencode({'query': 'ASK {}'})}", time.monotonic() + 900
    while True:
        try:
            urlopen(asked, timeout=60).close()  # noqa: S310  # our own process
            return Peer(name, url, process)
        except (URLError, OSError):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{name} did not start") from None
            time.sleep(0.2)
