"""What shared things are called for people to read."""

from collections.abc import Iterable, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.iris import slug
from kg.model.facts import CountryCode, Office
from kg.ns import RDFS, SKOS
from kg.resources import resource

_COUNTRY_NAMES = (RDFS.label, SKOS.altLabel, NamedNode("http://www.wikidata.org/prop/direct/P1549"))  # P1549: demonym
_LONGEST = 6  # words of a country's name
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


@cache
def _country_forms() -> dict[tuple[str, ...], CountryCode]:
    """Return names, aliases and demonyms of countries, folded, and whose they are; shared ones are left out."""
    found: dict[tuple[str, ...], set[CountryCode]] = {}
    for quad in parse(path=resource("ontology/reference/countries.ttl"), format=RdfFormat.TURTLE, base_iri=_BASE):
        if (
            quad.predicate in _COUNTRY_NAMES
            and isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, Literal)
        ):
            code = quad.subject.value.rpartition("/")[2].upper()
            form = tuple(slug(quad.object.value.replace(".", "")).split("-"))
            found.setdefault(form, set()).add(CountryCode(code))
    return {form: min(codes) for form, codes in found.items() if len(codes) == 1}


def country_words(tokens: Sequence[str]) -> tuple[list[str], list[CountryCode]]:
    """Part folded words into those that name no country and the countries that the others name.

    >>> country_words("ministry of defence of the republic of mali".split())
    (['ministry', 'of', 'defence', 'of', 'the'], ['ML'])
    """
    rest, codes, at = list[str](), list[CountryCode](), 0
    while at < len(tokens):
        for length in range(_LONGEST, 0, -1):
            code = _country_forms().get(tuple(tokens[at : at + length]))
            if code:
                codes.append(code)
                at += length
                break
        else:
            rest.append(tokens[at])
            at += 1
    return rest, codes


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
