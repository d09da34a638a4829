"""What shared things are called for people to read."""

from collections.abc import Iterable
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.model.facts import CountryCode, Office
from kg.ns import RDFS
from kg.resources import resource

_BASE = "x:/"  # any absolute IRI will do: only what follows it is looked at


@cache
def _reference() -> dict[str, str]:
    """Return the label of each path below `id/` that countries and office kinds have."""
    found: dict[str, str] = {}
    for name in ("countries.ttl", "office-kinds.ttl"):
        for quad in parse(path=resource(f"ontology/reference/{name}"), format=RdfFormat.TURTLE, base_iri=_BASE):
            if (
                quad.predicate == RDFS.label
                and isinstance(quad.subject, NamedNode)
                and isinstance(quad.object, Literal)
            ):
                found[quad.subject.value.removeprefix(f"{_BASE}id/")] = quad.object.value
    return found


def country_name(code: CountryCode) -> str:
    """Return the country's English name, or the code itself for one that the reference data do not hold.

    >>> country_name(CountryCode("ML"))
    'Mali'
    """
    return _reference().get(f"country/{code.lower()}", code)


def office_label(office: Office, organization: str | None) -> str:
    """Return `minister of defence of Mali`; `organization` is the label of the one that the office is in."""
    title = _reference().get(f"office-kind/{office.kind}", office.title)
    of = organization or (country_name(office.country) if office.country else "")
    return f"{title} of {of}" if of else title


def is_listed(kind: str) -> bool:
    """Return whether the reference data hold the kind of office."""
    return f"office-kind/{kind}" in _reference()


def commonest(names: Iterable[str]) -> str:
    """Return the name given most often; of equals the longest, then the first in alphabetical order."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
