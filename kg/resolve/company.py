"""Whom a document names that few others do: two documents that share somebody rare hardly do so by chance."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.model.facts import ActorKey, Facts
from kg.model.text import DocId
from kg.model.world import EntityId
from kg.resolve.persons import parse_person

_RARE = 0.01  # part of the documents
_FEW = 5  # documents, of however few


def companies(
    facts: Sequence[Facts], group_of: Mapping[tuple[DocId, ActorKey], EntityId]
) -> dict[DocId, frozenset[str]]:
    """Return the rare persons of each document, by the sound of their full names, and its rare organisations."""
    found = {each.document.id: _named(each, group_of) for each in facts}
    documents = Counter(name for names in found.values() for name in names)
    most = max(_FEW, len(facts) * _RARE)
    return {doc: frozenset(name for name in names if documents[name] <= most) for doc, names in found.items()}


def _named(facts: Facts, group_of: Mapping[tuple[DocId, ActorKey], EntityId]) -> set[str]:
    names = (parse_person(person.name) for person in facts.actors.persons)
    groups = (group_of[facts.document.id, body.key] for body in facts.actors.organizations)
    return {name.block for name in names if not name.single}.union(groups)
