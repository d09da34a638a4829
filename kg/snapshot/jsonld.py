"""Compact JSON-LD, written as a stream, in the terms of `ontology/context.jsonld`; the context is inlined.

pyoxigraph writes expanded JSON-LD only, and rdflib takes minutes for a graph of a million triples.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import IO, Any, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.ns import RDF, XSD
from kg.resources import resource

CONTEXT: dict[str, Any] = json.loads(resource("ontology/context.jsonld").read_text(encoding="utf-8"))["@context"]
"""The context: the value of `@context`."""

Value = str | int | dict[str, str]


class _Term(NamedTuple):
    """How the context spells a property: its key, and what a bare string stands for (a type, or a language)."""

    key: str
    type: str = ""
    language: str = ""


def _expand(compact: str) -> str:
    prefix, colon, local = compact.partition(":")
    namespace = CONTEXT.get(prefix)
    return namespace + local if colon and isinstance(namespace, str) else compact


_PREFIXES = {iri: prefix for prefix, iri in CONTEXT.items() if isinstance(iri, str) and iri.endswith(("#", "/"))}
_TERMS = {
    _expand(spec["@id"]): _Term(key, _expand(spec.get("@type", "")), spec.get("@language", ""))
    for key, spec in CONTEXT.items()
    if isinstance(spec, dict)
}
_TYPE, _STRING, _INTEGER = RDF["type"].value, XSD.string.value, XSD.integer.value
_BOOLEANS = {(XSD.boolean.value, "true"): True, (XSD.boolean.value, "false"): False}
_PLAIN = re.compile(r"0|-?[1-9]\d{0,14}")  # integers that every JSON reader keeps exact and writes the same way


@cache
def _compact(iri: str) -> str:
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _PREFIXES.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and iri[cut:] else iri


@cache
def _term(predicate: str) -> _Term:
    return _TERMS.get(predicate) or _Term(_compact(predicate))


def _literal(literal: Literal, term: _Term) -> Value:
    value, language, datatype = literal.value, literal.language, literal.datatype.value
    if language:
        return value if language == term.language else {"@value": value, "@language": language}
    if datatype == term.type or (datatype == _STRING and not term.type and not term.language):
        return value
    if (datatype, value) in _BOOLEANS:
        return _BOOLEANS[datatype, value]
    if datatype == _INTEGER and _PLAIN.fullmatch(value):
        return int(value)
    return {"@value": value} if datatype == _STRING else {"@value": value, "@type": _compact(datatype)}


def _value(node: object, term: _Term) -> Value:
    if isinstance(node, Literal):
        return _literal(node, term)
    iri = _compact(node.value) if isinstance(node, NamedNode) else str(node)
    return iri if term.type == "@id" else {"@id": iri}


def node(subject: NamedNode | BlankNode, triples: Iterable[Triple | Quad]) -> dict[str, Any]:
    """Return the triples of one subject as a JSON object; a key with one value has no list."""
    values: dict[str, list[Value]] = {}
    for each in triples:
        predicate = each.predicate.value
        if predicate == _TYPE and isinstance(each.object, NamedNode):
            values.setdefault("type", []).append(_compact(each.object.value))
        else:
            term = _term(predicate)
            values.setdefault(term.key, []).append(_value(each.object, term))
    identity = subject.value if isinstance(subject, NamedNode) else str(subject)
    types = {"type": values.pop("type")} if "type" in values else {}
    return {"id": identity} | {key: v[0] if len(v) == 1 else v for key, v in (types | values).items()}


def write_jsonld(triples: Iterable[Triple | Quad], out: IO[bytes], context: str | None = None) -> None:
    """Write triples, those of a subject in one run, as one document: a line for each subject.

    `context` is an IRI to name instead of inlining the context. Streams: only one subject is held in memory.
    """
    out.write(b'{"@context": ' + json.dumps(context or CONTEXT, ensure_ascii=False).encode() + b',\n"@graph": [')
    separator = "\n"
    for subject, group in groupby(triples, key=lambda t: t.subject):
        assert isinstance(subject, NamedNode | BlankNode)
        out.write((separator + json.dumps(node(subject, group), ensure_ascii=False)).encode())
        separator = ",\n"
    out.write(b"\n]}\n")
