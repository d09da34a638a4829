"""The routes of the pages."""

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.wrappers import Response

from server.names import manifest, node, page_path
from server.pages.filters import prefixed, spaced
from server.pages.network import network
from server.pages.node import find
from server.pages.rows import fill
from server.pages.sections import SECTIONS, Section

blueprint = Blueprint("pages", __name__)
blueprint.add_app_template_filter(prefixed)
blueprint.add_app_template_filter(spaced)
blueprint.add_app_template_filter(network)

LISTS = {
    "people": Section("People", "people"),
    "organizations": Section("Organizations", "organizations"),
    "countries": Section("Countries", "countries"),
    "meetings": Section("Meetings", "latest-meetings", "meetings"),
    "statements": Section("Statements", "all-statements", "statements"),
    "documents": Section("Documents", "all-documents", "documents"),
    "topics": Section("Topics", "topics"),
}
"""By the last part of `/browse/...`."""

FACTS = Section("", "facts", "facts")
"""What every page says first of its node: its own values, of whatever class it is."""

COUNTED = {"Meeting": "meetings", "Statement": "statements", "Person": "people", "Organization": "organizations",
           "Country": "countries", "Document": "documents"}  # fmt: skip
"""Classes that the start page counts, and the lists that show them."""


@dataclass(frozen=True, slots=True)
class Count:
    number: int
    list: str


@blueprint.app_context_processor
def _navigation() -> dict[str, object]:
    return {"lists": LISTS}


@blueprint.get("/")
def home() -> str:
    """Show what this is, how much there is of it, and ways in."""
    counts = [Count(manifest().counts.get(name, 0), list_) for name, list_ in COUNTED.items()]
    meetings = fill(LISTS["meetings"])
    pairs = fill(Section("Who meets whom", "country-pairs", "network"))
    return render_template("home.html", manifest=manifest(), counts=counts, meetings=meetings, pairs=pairs)


@blueprint.get("/browse/<name>")
def browse(name: str) -> str:
    """Show one of the lists."""
    if name not in LISTS:
        abort(404)
    return render_template("browse.html", filled=fill(LISTS[name], page=_page(LISTS[name])), name=name)


@blueprint.get("/page/<path:name>")
def page(name: str) -> str | Response:
    """Show a node: what it is and what the documents say of it."""
    iri = node(name)
    found = find(iri, _languages()) if iri else None
    if found is None:
        abort(404)
    if found.withdrawn:
        abort(410)
    if found.replacement:
        return redirect(page_path(found.replacement) or found.replacement, 301)
    sections = SECTIONS.get(found.type, ())
    filled = [fill(section, found.iri, _page(section)) for section in sections]
    return render_template(
        "node.html",
        node=found,
        facts=fill(FACTS, found.iri),
        sections=[f for f in filled if len(f.rows) >= f.section.least],
        data=f"/data/{name}",
    )


def _page(section: Section) -> int:
    """Return which page of a section the address asks for: `?people=2`."""
    return max(1, request.args.get(section.query, 1, type=int))


def _languages() -> list[str]:
    return [tag.partition("-")[0] for tag in request.accept_languages.values()] + ["en"]
