"""What the endpoint says of itself: the service description, and the description of the dataset (VoID, DCAT)."""

from collections.abc import Iterable, Iterator

from flask import Blueprint, Response, request
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.ns import DCTERMS, PREFIXES, RDF, SCHEMA, SD, VOID, Namespace
from server import protocol
from server.access import present_settings
from server.door import door
from server.functions import functions
from server.media import GRAPHS, RESULTS, Media
from server.names import manifest

blueprint = Blueprint("description", __name__)

_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_FORMAT_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "rdfxml": "RDF_XML",
    "jsonld": "JSON-LD",
    "nquads": "N-Quads",
    "trig": "TriG",
}
_META = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <%sgraph/meta> { ?s ?p ?o } }"
_GRAPHS = "SELECT ?g { GRAPH ?g {} } ORDER BY ?g LIMIT %d"
_LISTED = 1000
"""Graphs that the service description lists; a store of more lists those that are of no single document."""

Object = NamedNode | BlankNode | Literal
Statement = tuple[NamedNode | BlankNode, NamedNode, Object]


@blueprint.get("/.well-known/void")
@blueprint.get("/dataset")
def dataset() -> Response:
    """Describe the dataset: VoID with its partitions, DCAT with its dumps, and the example queries."""
    asked = protocol.Request(protocol.parse(request.query_string), ",".join(request.headers.getlist("Accept")) or None)
    triples = door().triples(_META % manifest().base)
    return _respond(triples, protocol.choose(asked, GRAPHS))


def describe_service(media: Media) -> Response:
    """Return the service description in a format."""
    service = NamedNode(request.base_url)
    return _respond((Triple(*statement) for statement in _service(service)), media)


def _respond(triples: Iterable[Triple], media: Media) -> Response:
    assert isinstance(media.writer, RdfFormat)
    body = serialize(triples, format=media.writer, prefixes=PREFIXES | {"formats": _FORMATS.base})
    response = Response(body, content_type=media.content_type)
    response.vary.add("Accept")
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def _service(service: NamedNode) -> Iterator[Statement]:
    yield service, RDF["type"], SD.Service
    yield service, SD.endpoint, service
    yield service, DCTERMS.title, Literal("Parley", language="en")
    yield service, SD.supportedLanguage, SD.SPARQL11Query
    yield service, SD.feature, SD.UnionDefaultGraph
    for media in (*RESULTS, *GRAPHS):
        yield service, SD.resultFormat, _FORMATS[_FORMAT_NAMES[media.name]]
    for function in functions(door().folder):
        yield service, SD.extensionFunction, function
        yield function, RDF["type"], SD.Function
    yield from _limits(service)
    yield from _default_dataset(service)


def _limits(service: NamedNode) -> Iterator[Statement]:
    settings = present_settings()
    limits = {
        "time limit": (settings.query_time, "seconds"),
        "memory limit of all queries beside the store": (settings.query_memory, "megabytes"),
        "longest query": (settings.query_size, "bytes"),
        "deepest nesting": (settings.query_depth, "levels"),
        "queries at a time": (settings.query_workers * settings.web_processes, "queries"),
        "wait for a free worker": (settings.query_wait, "seconds"),
    }
    for name, (value, unit) in limits.items():
        limit = BlankNode(name.replace(" ", "-"))
        yield service, SCHEMA.additionalProperty, limit
        yield limit, RDF["type"], SCHEMA.PropertyValue
        yield limit, SCHEMA.name, Literal(name, language="en")
        yield limit, SCHEMA.value, Literal(value)
        yield limit, SCHEMA.unitText, Literal(unit, language="en")


def _default_dataset(service: NamedNode) -> Iterator[Statement]:
    content = manifest()
    here, graph = NamedNode(f"{content.base}dataset"), BlankNode("default-graph")
    yield service, SD.defaultDataset, here
    yield here, RDF["type"], SD.Dataset
    yield here, SD.defaultGraph, graph
    yield graph, RDF["type"], SD.Graph
    yield graph, VOID.triples, Literal(content.triples)
    for name in _named_graphs(content.base):
        yield here, SD.namedGraph, name
        yield name, RDF["type"], SD.NamedGraph
        yield name, SD.name, name


def _named_graphs(base: str) -> list[NamedNode]:
    names = [row["g"] for row in door().rows(_GRAPHS % (_LISTED + 1))]
    if len(names) > _LISTED:
        own = [f"{base}graph/{name}" for name in ("actors", "derived", "meetings", "meta", "ontology", "reference")]
        known = " ".join(f"<{name}>" for name in own)
        names = [row["g"] for row in door().rows(f"SELECT ?g {{ VALUES ?g {{ {known} }} GRAPH ?g {{}} }}")]
    return [name for name in names if isinstance(name, NamedNode)]
