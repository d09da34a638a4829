"""Linked data: `/id/...` leads to a page or to RDF, `/data/...` is the RDF, `/ns` the vocabulary."""

import io
import json
from collections.abc import Iterable

from flask import Blueprint, Response, abort, redirect, request
from pyoxigraph import NamedNode, RdfFormat, Triple, parse, serialize
from werkzeug.wrappers import Response as AnyResponse

from kg.ns import PAR, PREFIXES
from kg.resources import resource
from kg.snapshot import CONTEXT, write_jsonld
from server.door import door
from server.media import HTML, JSON_LD, N_TRIPLES, RDF_XML, TURTLE, Media, by_name, negotiate
from server.names import manifest, node
from server.pages.node import find
from server.pages.vocabulary import vocabulary_page

blueprint = Blueprint("linked", __name__)

SYNTAXES = (TURTLE, JSON_LD, N_TRIPLES, RDF_XML)
INVERSE = 500
"""How many triples that point at a node one description holds; `?page=2` gives the next ones."""

_OWN = "CONSTRUCT { ?s ?p ?o } WHERE { %s }"
_PARTS = """
{ BIND(<this> AS ?s) ?s ?p ?o } UNION
{ ?s <par#attests> <this> ; ?p ?o } UNION
{ <this> <par#participation> ?s . ?s ?p ?o } UNION
{ ?a <par#attests> <this> ; <par#evidence> ?s . ?s ?p ?o }"""
# In the order of the engine's index, which never changes for a snapshot: sorting what points at a country takes 20 s.
_INVERSE = "CONSTRUCT { ?s ?p <this> } WHERE { SELECT ?s ?p WHERE { ?s ?p <this> } LIMIT %d OFFSET %d }"
_LABELS = "CONSTRUCT { ?x <rdfs#label> ?l } WHERE { VALUES ?x { %s } ?x <rdfs#label> ?l }"


@blueprint.get("/id/<path:name>")
def identify(name: str) -> AnyResponse:
    """Answer 303 to what describes the node, 301 to the node that it was merged into, 410 if it was withdrawn."""
    iri = node(name)
    found = find(iri) if iri else None
    if found is None:
        abort(404)
    if found.replacement:
        return _vary(redirect(_here(found.replacement), 301))
    if found.withdrawn:
        abort(410)
    media = _wanted((*SYNTAXES, HTML))
    target = f"/page/{name}" if media is HTML else f"/data/{name}.{media.suffix}"
    return _vary(redirect(target, 303))


def _wanted(offered: tuple[Media, ...]) -> Media:
    """Return what `?format=` or the Accept header asks for; 406 for what is not offered."""
    named = request.args.get("format")
    media = by_name(named, offered) if named else negotiate(request.headers.get("Accept"), offered)
    if media is None:
        abort(406, f"offered: {', '.join(m.type for m in offered)}")
    return media


def _here(iri: str) -> str:
    """Return the address of a node's IRI on this host."""
    return "/" + iri.removeprefix(manifest().base)


def _vary(response: AnyResponse) -> AnyResponse:
    response.headers["Vary"] = "Accept"
    return response


@blueprint.get("/data/<path:name>.<any(ttl,jsonld,nt,rdf):suffix>")
def data(name: str, suffix: str) -> AnyResponse:
    """Describe the node: its triples and those of its parts, what points at it, and the labels of what they name."""
    iri = node(name)
    page = max(1, request.args.get("page", 1, type=int))
    described = describe(iri, page) if iri else []
    if not described:
        abort(404)
    media = by_name(suffix, SYNTAXES)
    assert media is not None
    response = Response(written(described, media), content_type=media.content_type)
    response.headers["Link"] = ", ".join(_links(iri, name, page, described))
    response.add_etag()
    return response.make_conditional(request)


def _links(iri: NamedNode | None, name: str, page: int, described: list[Triple]) -> list[str]:
    links = [f'</page/{name}>; rel="alternate"; type="text/html"']
    if sum(triple.object == iri for triple in described) >= INVERSE:
        links.append(f'<?page={page + 1}>; rel="next"')
    return links


def describe(iri: NamedNode, page: int) -> list[Triple]:
    """Return the description of a node; its inverse links page by page."""
    about, pointing = _spelled(_OWN % _PARTS, iri), _spelled(_INVERSE % (INVERSE, (page - 1) * INVERSE), iri)
    found = dict.fromkeys([*door().triples(about), *door().triples(pointing)])
    named = {term for t in found for term in (t.subject, t.object) if isinstance(term, NamedNode)}
    values = " ".join(sorted(f"<{term.value}>" for term in named))
    return [*found, *(t for t in door().triples(_spelled(_LABELS % values, iri)) if t not in found)]


def _spelled(query: str, iri: NamedNode) -> str:
    return (
        query.replace("<this>", f"<{iri.value}>")
        .replace("<par#", f"<{PAR.base}")
        .replace("<rdfs#", f"<{PREFIXES['rdfs']}")
    )


def written(triples: Iterable[Triple], media: Media) -> bytes:
    """Return triples in a syntax; JSON-LD is compact, its context inlined: nobody has to fetch one."""
    ordered = sorted(triples, key=str)
    if media is JSON_LD:
        out = io.BytesIO()
        write_jsonld(ordered, out)
        return out.getvalue()
    assert isinstance(media.writer, RdfFormat)
    return serialize(ordered, format=media.writer, prefixes=PREFIXES) or b""


@blueprint.get("/context.jsonld")
def context() -> Response:
    """Serve the JSON-LD context."""
    return Response(json.dumps({"@context": CONTEXT}, indent=1), content_type="application/ld+json")


@blueprint.get("/ns")
def vocabulary() -> AnyResponse:
    """Serve the ontology: as a page, or as RDF."""
    media = _wanted((*SYNTAXES, HTML))
    triples = [q.triple for q in parse(path=str(resource("ontology/parley.ttl")), format=RdfFormat.TURTLE)]
    if media is HTML:
        return _vary(Response(vocabulary_page(triples), content_type=HTML.content_type))
    return _vary(Response(written(triples, media), content_type=media.content_type))
