"""Annotation -> Facts: actors, roles, meetings and statements, each with the words that say it.

    actors       who is in the document, and every place that speaks of them
    roles        who holds or held which office; `successions` who came after whom
    meetings     who met whom, where and when
    statements   who said what, at which of these meetings

Each reads what those before it made. `grammar` has a sentence as a tree, `dates` its dates; `reference` knows whom a
noun phrase stands for.
"""

from dataclasses import replace

from kg.extract.actors import find_actors
from kg.extract.meetings import find_meetings
from kg.extract.roles import find_roles
from kg.extract.statements import find_statements
from kg.extract.successions import find_successions, with_successions
from kg.model import Annotation, Facts

__all__ = ["extract"]


def extract(annotation: Annotation) -> Facts:
    """Return all that one document says; nothing is looked up outside it but the reference data."""
    actors = find_actors(annotation)
    roles = find_roles(annotation, actors)
    successions = find_successions(annotation, actors, roles)
    roles = with_successions(roles, successions)
    met = find_meetings(annotation, actors, roles)
    actors = replace(actors, unnamed=(*actors.unnamed, *met.unnamed))
    said = find_statements(annotation, actors, met.meetings, roles)
    return Facts(
        document=annotation.document,
        actors=replace(actors, unnamed=(*actors.unnamed, *said.unnamed)),
        roles=roles,
        meetings=met.meetings,
        statements=said.statements,
        model=annotation.model,
        successions=successions,
    )
