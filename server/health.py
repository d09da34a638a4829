"""Whether the server lives (`/healthz`), whether it can answer (`/readyz`), and its counters (`/metrics`)."""

from flask import Blueprint, Response, current_app

from server.door import door
from server.headers import plain
from server.metrics import Metrics

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    """Say that this process answers; asks nothing else."""
    return plain("ok", 200)


@blueprint.get("/readyz")
def readyz() -> Response:
    """Say which snapshot is in service, after a query has been through a worker; 503 while none can be."""
    assert not door().rows("SELECT * { VALUES ?ready { UNDEF } } LIMIT 1")[0]
    return plain(f"ready: snapshot {door().snapshot}", 200)


@blueprint.get("/metrics")
def metrics() -> Response:
    """Give the counters in Prometheus's text format."""
    counters: Metrics = current_app.extensions["metrics"]
    idle, busy, waiting = door().pool.counts()
    lines = [
        *counters.lines(),
        "# HELP parley_workers Query workers of the web process that answered.",
        "# TYPE parley_workers gauge",
        f'parley_workers{{state="idle"}} {idle}',
        f'parley_workers{{state="busy"}} {busy}',
        "# HELP parley_waiting Requests that wait for a query worker there.",
        "# TYPE parley_waiting gauge",
        f"parley_waiting {waiting}",
        "# HELP parley_snapshot_info The snapshot in service, and where query workers read it.",
        "# TYPE parley_snapshot_info gauge",
        f'parley_snapshot_info{{id="{door().snapshot}",store="{door().store}"}} 1',
    ]
    response = plain("\n".join(lines), 200)
    response.content_type = "text/plain; version=0.0.4; charset=utf-8"
    return response
