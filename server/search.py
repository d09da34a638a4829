"""Full text search over names, aliases and the words of statements: a page for people, JSON for programs."""

import json
from dataclasses import dataclass

from flask import Blueprint, Response, abort, render_template, request
from markupsafe import Markup, escape

from kg.snapshot import Hit, Index
from server.door import door
from server.media import HTML, Media, by_name, negotiate
from server.names import manifest, page_path

blueprint = Blueprint("search", __name__)

ANSWER = Media("json", ("application/json",), "json")
MOST = 100
"""The most hits that one answer holds."""
LONGEST = 500
"""The most characters of a search."""


@dataclass(frozen=True, slots=True)
class Search:
    """What the address asks for."""

    words: str
    type: str
    limit: int
    page: int


@blueprint.get("/search")
def search() -> Response:
    """Answer `?q=`, with `type` (a class), `limit` and `page`."""
    wanted = _wanted()
    index = Index(door().folder)
    hits = index.search(wanted.words, wanted.type, wanted.limit + 1, (wanted.page - 1) * wanted.limit)
    shown, more = hits[: wanted.limit], len(hits) > wanted.limit
    if _media() is HTML:
        page = render_template(
            "search.html", wanted=wanted, hits=[(hit, page_path(hit.iri), _marked(hit)) for hit in shown], more=more
        )
        return Response(page, content_type=HTML.content_type, headers={"Vary": "Accept"})
    answer = {
        "query": wanted.words,
        "snapshot": manifest().id,
        "page": wanted.page,
        "more": more,
        "results": [_json(h) for h in shown],
    }
    return Response(json.dumps(answer, ensure_ascii=False), content_type=ANSWER.type, headers={"Vary": "Accept"})


def _wanted() -> Search:
    words = request.args.get("q", "")
    if len(words) > LONGEST:
        abort(414, f"a search takes at most {LONGEST} characters")
    limit = request.args.get("limit", 20, type=int)
    return Search(
        words, request.args.get("type", ""), min(max(1, limit), MOST), max(1, request.args.get("page", 1, type=int))
    )


def _media() -> Media:
    named = request.args.get("format")
    offered = (ANSWER, HTML)
    return (by_name(named, offered) if named else negotiate(request.headers.get("Accept"), offered)) or abort(406)


def _json(hit: Hit) -> dict[str, object]:
    snippet = hit.snippet.replace("\x02", "").replace("\x03", "")
    return {"id": hit.iri, "type": hit.type, "label": hit.label, "snippet": snippet, "score": round(hit.score, 3)}


def _marked(hit: Hit) -> Markup:
    """Return the snippet as HTML with the words found in <mark>; everything else escaped."""
    return Markup(str(escape(hit.snippet)).replace("\x02", "<mark>").replace("\x03", "</mark>"))  # noqa: S704 - escaped
