"""Parley's own names to join other data with: a service of the Reconciliation API 0.2.

OpenRefine, and any other client of the W3C community group's protocol, matches its names against the actors, offices,
countries and places of the snapshot in service. Source: Reconciliation Service API v0.2, final report of 2023-04-10.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from flask import Blueprint, Response, abort, jsonify, request
from rapidfuzz import fuzz

from kg.iris import slug
from kg.ns import PAR
from kg.snapshot import Hit, Index
from server.door import door
from server.names import manifest
from server.search import LONGEST

blueprint = Blueprint("reconciliation", __name__, url_prefix="/reconcile")

TYPES = ("Person", "Organization", "Office", "Country", "Place")
"""The classes that are offered; their names are identifiers in the schema space."""
MOST_QUERIES = 100
"""The most queries of one request."""
MOST = 50
"""The most candidates of one query."""

_CONSIDERED = 100  # nodes that share a word with the name, before their names are compared letter by letter
_ALIKE = 50  # percent of letters in common below which a node is no candidate


@blueprint.route("", methods=["GET", "POST"])
def reconcile() -> Response:
    """Answer the batch `queries`; without one, describe the service."""
    queries = request.values.get("queries")
    if queries is None:
        return jsonify(_description())
    index = Index(door().folder)
    return jsonify({key: {"result": _candidates(index, query)} for key, query in _batch(queries).items()})


@blueprint.get("/suggest/entity")
def suggest() -> Response:
    """Answer `?prefix=` with the nodes whose names begin so."""
    prefix = request.args.get("prefix", "")
    if len(prefix) > LONGEST:
        abort(414, f"a name takes at most {LONGEST} characters")
    index = Index(door().folder)
    hits = (hit for type_ in TYPES for hit in index.search(prefix, type_))
    best = sorted(hits, key=lambda hit: (-hit.score, hit.iri))[:MOST]
    return jsonify({"result": [_described(hit) | {"notable": [hit.type]} for hit in best]})


def _description() -> dict[str, object]:
    base, here = f"{manifest().base}id/", request.url_root.rstrip("/")
    return {
        "versions": ["0.2"],
        "name": "Parley: who met whom, and who said what",
        "identifierSpace": base,
        "schemaSpace": PAR.base,
        "defaultTypes": [_type(name) for name in TYPES],
        "view": {"url": f"{here}/id/{{{{id}}}}"},
        "suggest": {"entity": {"service_url": here, "service_path": "/reconcile/suggest/entity"}},
    }


def _batch(queries: str) -> Mapping[str, Mapping[str, Any]]:
    try:
        batch = json.loads(queries)
    except (ValueError, RecursionError) as error:
        abort(400, f"queries is no JSON: {error}")
    if not isinstance(batch, dict) or not all(
        isinstance(query, dict) and isinstance(query.get("query"), str) for query in batch.values()
    ):
        abort(400, 'queries is no object of queries, each {"query": "a name"}')
    if len(batch) > MOST_QUERIES:
        abort(413, f"{len(batch)} queries: a request takes at most {MOST_QUERIES}")
    return batch


def _candidates(index: Index, query: Mapping[str, Any]) -> list[dict[str, object]]:
    """Return the nodes that may be meant, the most alike first; `match` where one alone bears that very name."""
    name, limit = query["query"][:LONGEST], query.get("limit", 5)
    scored = [
        (score, hit) for hit in _considered(index, name, query.get("type")) if (score := _alike(name, hit)) >= _ALIKE
    ]
    scored.sort(key=lambda each: (-each[0], each[1].iri))
    certain = sum(score == 100 for score, _ in scored) == 1
    most = min(limit, MOST) if isinstance(limit, int) and limit > 0 else MOST
    return [
        _described(hit) | {"type": [_type(hit.type)], "score": round(score, 1), "match": certain and score == 100}
        for score, hit in scored[:most]
    ]


def _considered(index: Index, name: str, wanted: object) -> Iterator[Hit]:
    types = wanted if isinstance(wanted, list) else [wanted] if wanted else list(TYPES)
    for type_ in TYPES:
        if type_ in types:
            yield from index.named_like(name, type_, _CONSIDERED)


def _alike(name: str, hit: Hit) -> float:
    """Return what percentage of letters `name` shares with the nearest name of the node, in any order of words."""
    plain = _plain(name)
    return max(fuzz.token_sort_ratio(plain, _plain(other)) for other in (hit.label, *hit.aliases))


def _plain(name: str) -> str:
    return slug(name).replace("-", " ")


def _described(hit: Hit) -> dict[str, object]:
    identifier = hit.iri.removeprefix(f"{manifest().base}id/")
    return {"id": identifier, "name": hit.label, "description": ", ".join(hit.aliases)}


def _type(name: str) -> dict[str, str]:
    return {"id": name, "name": name}
