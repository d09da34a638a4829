"""The vocabulary as a page: its classes, properties and code lists."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import render_template
from pyoxigraph import Literal, NamedNode, Triple

from kg.ns import OWL, PAR, RDF, RDFS, SKOS
from server.pages.rows import short

_KINDS = {
    "Classes": (OWL.Class,),
    "Properties": (OWL.ObjectProperty, OWL.DatatypeProperty),
    "Code lists": (SKOS.Concept,),
}
_RELATIONS = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, SKOS.exactMatch, SKOS.closeMatch,
              SKOS.relatedMatch, SKOS.inScheme)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its name, what it means, and the terms that it is tied to, by relation."""

    name: str
    label: str
    comment: str
    relations: Mapping[str, Sequence[NamedNode]]


def vocabulary_page(triples: Iterable[Triple]) -> str:
    """Return the page of the vocabulary that `triples` hold."""
    about: dict[NamedNode, dict[NamedNode, list[object]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(PAR.base):
            about[triple.subject][triple.predicate].append(triple.object)
    kinds = {
        heading: [_term(iri, said) for iri, said in about.items() if set(types) & set(said[RDF["type"]])]
        for heading, types in _KINDS.items()
    }
    return render_template("vocabulary.html", kinds=kinds, namespace=PAR.base)


def _term(iri: NamedNode, said: Mapping[NamedNode, list[object]]) -> Term:
    def text(*predicates: NamedNode) -> str:
        found = (o.value for p in predicates for o in said.get(p, ()) if isinstance(o, Literal))
        return next(found, "")

    relations = {short(p): [o for o in said.get(p, ()) if isinstance(o, NamedNode)] for p in _RELATIONS if said.get(p)}
    return Term(short(iri), text(RDFS.label, SKOS.prefLabel), text(RDFS.comment), relations)
