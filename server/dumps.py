"""Dumps for download: listed, with range requests, checksums as entity tags, and compressed copies."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from flask import Blueprint, Response, abort, redirect, render_template, request, send_file
from werkzeug.wrappers import Response as AnyResponse

from kg.snapshot import File, Snapshot, delta, kept, open_snapshot
from server.door import door
from server.media import N_QUADS
from server.names import manifest

blueprint = Blueprint("dumps", __name__, url_prefix="/dumps")

_COMPRESSED = {"gzip": "application/gzip", "zstd": "application/zstd"}


@blueprint.get("/")
def index() -> str:
    """List the dumps of the snapshot in service, and the snapshots that are kept."""
    files = [file for file in manifest().files if file.part]
    return render_template("dumps.html", manifest=manifest(), parts=_by_part(files), kept=_kept())


@blueprint.get("/index.json")
def index_json() -> Response:
    """List the dumps with SHA-256, sizes and counts, for programs."""
    files = [asdict(file) | {"url": f"/dumps/{file.name}"} for file in manifest().files if file.part]
    shown = asdict(manifest()) | {"files": files, "snapshots": [snapshot.id for snapshot in _kept()]}
    return Response(json.dumps(shown, indent=1), content_type="application/json")


@blueprint.get("/latest/<name>")
def latest(name: str) -> AnyResponse:
    """Lead to the dump of the snapshot in service, by the snapshot's own address."""
    return redirect(f"/dumps/{manifest().id}/{name}", 302)


@blueprint.get("/<name>")
def current(name: str) -> AnyResponse:
    """Send a dump of the snapshot in service."""
    return _send(_snapshot(manifest().id), name)


@blueprint.get("/<snapshot>/<name>")
def of_snapshot(snapshot: str, name: str) -> AnyResponse:
    """Send a dump of a kept snapshot; its address never changes its content."""
    response = _send(_snapshot(snapshot), name)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@blueprint.get("/delta/<older>/<newer>/<any(added,removed):side>.nq")
def changes(older: str, newer: str, side: str) -> Response:
    """Send the quads that the newer of two kept snapshots added or removed."""
    found = delta(_snapshot(older), _snapshot(newer))
    lines = found.added() if side == "added" else found.removed()
    return Response(lines, content_type=N_QUADS.content_type)


def _kept() -> list[Snapshot]:
    return [open_snapshot(folder, verify=False) for folder in kept(door().settings.data)]


def _snapshot(name: str) -> Snapshot:
    for snapshot in _kept():
        if snapshot.id == name:
            return snapshot
    return abort(404, f"no snapshot {name!r} is kept")


def _send(snapshot: Snapshot, name: str) -> AnyResponse:
    file = next((file for file in snapshot.files if file.name == name and file.part), None)
    if file is None:
        abort(404, f"no dump {name!r}")
    sent = _copy(snapshot, file)
    response = send_file(
        snapshot.folder / sent.path,
        _COMPRESSED[file.compression] if file.compression else file.media_type,
        conditional=True,
        etag=sent.sha256,
        last_modified=snapshot.published,
        as_attachment=bool(file.compression),
        download_name=file.name,
    )
    if sent is not file:
        response.headers["Content-Encoding"] = sent.compression
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _copy(snapshot: Snapshot, file: File) -> File:
    """Return the compressed copy of `file` that the client takes, or `file` itself; a range is of the file itself."""
    if file.compression or "Range" in request.headers:
        return file
    accepted = {encoding for encoding, quality in request.accept_encodings if quality > 0}
    copies = {f.compression: f for f in snapshot.files if f.compression and f.name.rpartition(".")[0] == file.name}
    return next((copies[c] for c in ("zstd", "gzip") if c in accepted and c in copies), file)


def _by_part(files: Sequence[File]) -> dict[str, list[File]]:
    """Return the files by part, the whole graph first."""
    parts: dict[str, list[File]] = {}
    for file in sorted(files, key=lambda file: file.part):
        parts.setdefault(file.part, []).append(file)
    return parts
