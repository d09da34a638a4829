"""The SPARQL 1.1 Graph Store HTTP Protocol, for reading: `/graphs?graph=IRI`, `/graphs?default`, `/graph/...`."""

from flask import Blueprint, Response, request
from pyoxigraph import NamedNode

from server import protocol
from server.access import present_settings
from server.door import Query, door
from server.errors import BadRequest, Unknown
from server.media import GRAPHS
from server.names import manifest
from server.sparql import respond

blueprint = Blueprint("graphs", __name__)

_DEFAULT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_NAMED = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <%s> { ?s ?p ?o } }"


@blueprint.get("/graphs")
def store() -> Response:
    """Answer with the graph that `graph` names, or with the default graph for `default`."""
    asked = _asked()
    name, default = asked.one("graph"), asked.all("default")
    if (name is None) == (not default):
        raise BadRequest("name one graph: /graphs?graph=IRI or /graphs?default")
    return _graph(asked, name)


@blueprint.get("/graph/<path:_name>")
def direct(_name: str) -> Response:
    """Answer with the graph whose IRI, under the data's base, this is."""
    return _graph(_asked(), manifest().base + request.path.lstrip("/"))


def _asked() -> protocol.Request:
    return protocol.Request(protocol.parse(request.query_string), ",".join(request.headers.getlist("Accept")) or None)


def _graph(asked: protocol.Request, name: str | None) -> Response:
    text = _DEFAULT
    if name is not None:
        text = _NAMED % _existing(name).value
    settings = present_settings()
    return respond(Query(text, graph=protocol.choose(asked, GRAPHS), limit=settings.query_time))


def _existing(name: str) -> NamedNode:
    """Return the graph's IRI; raises BadRequest for what is none, Unknown for a graph that is not here."""
    try:
        graph = NamedNode(name)
    except ValueError:
        raise BadRequest(f"{name!r} is not an absolute IRI") from None
    if not door().rows("SELECT ?g { GRAPH ?g { ?s ?p ?o } } LIMIT 1", {"g": graph}):
        raise Unknown(f"no graph {name} here")
    return graph
