"""One node as a page shows it: its classes, names and links, and the same as schema.org JSON-LD."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.ns import PAR, SKOS
from server.door import Term
from server.pages.rows import ask, language_of, short, value
from server.pages.sections import SECTIONS

_SCHEMA_TYPES = {
    "Person": "Person",
    "Organization": "Organization",
    "Outlet": "NewsMediaOrganization",
    "Country": "Country",
    "Place": "Place",
    "Meeting": "Event",
    "Statement": "Quotation",
    "Document": "NewsArticle",
    "Office": "Role",
}


@dataclass(frozen=True, slots=True)
class Node:
    """What the graph says a node is. `types` are local names of our classes, the one that decides its page first."""

    iri: NamedNode
    types: Sequence[str]
    label: str
    aliases: Sequence[str] = ()
    same_as: Sequence[str] = ()
    comment: str | None = None
    replacement: str | None = None
    withdrawn: bool = False

    @property
    def type(self) -> str:
        return self.types[0] if self.types else "Node"

    @property
    def schema_org(self) -> dict[str, object]:
        """The node as schema.org JSON-LD, for search engines."""
        found = {
            "@context": "https://schema.org",
            "@id": self.iri.value,
            "@type": next((_SCHEMA_TYPES[t] for t in self.types if t in _SCHEMA_TYPES), "Thing"),
            "text" if self.type == "Statement" else "name": self.label,
            "alternateName": list(self.aliases),
            "sameAs": list(self.same_as),
        }
        return {key: content for key, content in found.items() if content}


def find(iri: NamedNode, languages: Sequence[str] = ("en",)) -> Node | None:
    """Return the node, its label in the first of `languages` that it has one in; None if the graph does not know it."""
    terms: dict[str, list[Term]] = defaultdict(list)
    for row in ask("node", iri):
        for name, term in row.items():
            terms[name].append(term)
    if not terms:
        return None
    return Node(
        iri=iri,
        types=_types(terms["type"]),
        label=_in_language(terms["label"] or terms["title"], languages) or short(iri),
        aliases=sorted({value(term) for term in terms["alias"]}),
        same_as=sorted(value(term) for term in terms["same"]),
        comment=_in_language(terms["comment"], languages),
        replacement=next((value(term) for term in terms["replacement"]), None),
        withdrawn=bool(terms["withdrawn"]),
    )


def _types(found: Sequence[Term]) -> list[str]:
    ours = {short(t) for t in found if isinstance(t, NamedNode) and t.value.startswith((PAR.base, SKOS.base))}
    return sorted(ours, key=lambda name: (name not in SECTIONS, name))


def _in_language(found: Sequence[Term], languages: Sequence[str]) -> str | None:
    """Return the text in the first language that matches, else the first text at all."""
    for wanted in languages:
        for term in found:
            if (language_of(term) or "").startswith(wanted):
                return value(term)
    return value(found[0]) if found else None
