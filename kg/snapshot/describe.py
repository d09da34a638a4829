"""The graph's description of itself, for `graph/meta`: VoID, DCAT distributions, example queries, the service it is in.

No sums and no sizes of the dumps stand here (a file cannot hold its own); the manifest has them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import Iris
from kg.ns import DCAT, DCTERMS, FOAF, PAR, PREFIXES, RDF, RDFS, SD, SH, VOID, XSD, Namespace
from kg.resources import resource
from kg.snapshot.dumps import COMPRESSIONS
from kg.snapshot.lines import PARTS, WHOLE, merged, quad_lines
from kg.snapshot.syntaxes import MEDIA_TYPES, syntaxes_of

LICENSE = NamedNode("https://creativecommons.org/licenses/by/4.0/")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_IANA = "https://www.iana.org/assignments/media-types/"
_FORMAT_NAMES = {
    "nq": "N-Quads",
    "trig": "TriG",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF_XML",
}
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_DESCRIPTION = (
    "Who met whom and who said what, as news documents report it: every fact with the words that say it, its documents "
    "and how sure the extraction is."
)
_TYPE = f"<{RDF['type'].value}>".encode()

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


@dataclass(slots=True)
class Statistics:
    """Counts over sorted N-Triples, in their spelling (`<...>`)."""

    triples: int = 0
    properties: Counter[bytes] = field(default_factory=Counter)
    classes: Counter[bytes] = field(default_factory=Counter)
    subjects: int = 0

    def plus(self, lines: Iterable[bytes]) -> "Statistics":
        """Return the counts with those of further `lines`, whose subjects are none of those counted before."""
        counts = Statistics(self.triples, self.properties.copy(), self.classes.copy(), self.subjects)
        last = b""
        for line in lines:
            subject, predicate, rest = line.split(b" ", 2)
            counts.triples += 1
            counts.properties[predicate] += 1
            if predicate == _TYPE:
                counts.classes[rest[:-3]] += 1
            if subject != last:
                counts.subjects += 1
                last = subject
        return counts

    def instances(self, namespace: str) -> dict[str, int]:
        """Return instances by local name of the classes of `namespace`."""
        prefix = f"<{namespace}".encode()
        return {
            name[len(prefix) : -1].decode(): count
            for name, count in sorted(self.classes.items())
            if name.startswith(prefix)
        }


def described(lines: list[bytes], iris: Iris) -> tuple[list[bytes], list[bytes], Statistics]:
    """Return the sorted N-Quads `lines` with their description, the merge of both, and the counts of the whole.

    The counts that are published include those of the description itself: so it is made again until they hold, which
    they do in the third round. (void:distinctObjects is not among them: a number is an object too, and there may be
    none that tells its own count.)
    """
    triples = merged(lines)
    base = Statistics().plus(triples)
    description, statistics = list[bytes](), base
    while (made := quad_lines(describe(statistics, iris))) != description:
        description, statistics = made, base.plus(merged(made))
    return sorted(lines + description), sorted(triples + merged(description)), statistics


def describe(statistics: Statistics, iris: Iris) -> list[Quad]:
    """Return the quads of `graph/meta` that describe a graph of these counts."""
    graph = iris.graph("meta")
    return [Quad(*triple, graph) for triple in _triples(statistics, iris)]


def _triples(statistics: Statistics, iris: Iris) -> Iterator[Triple]:
    yield from _dataset(iris)
    yield from _counts(statistics, iris.dataset)
    yield from _partitions(statistics, iris.dataset)
    yield from _distributions(iris)
    yield from _queries(iris)
    yield from _service(iris)


def _text(value: str) -> Literal:
    return Literal(value, language="en")


def _part(dataset: NamedNode, name: str) -> NamedNode:
    return NamedNode(f"{dataset.value}#{name}")


def _dataset(iris: Iris) -> Iterator[Triple]:
    dataset, base = iris.dataset, iris.base
    yield dataset, RDF["type"], VOID.Dataset
    yield dataset, RDF["type"], DCAT.Dataset
    yield dataset, RDF["type"], SD.Dataset
    yield dataset, DCTERMS.title, _text("Parley")
    yield dataset, DCTERMS.description, _text(_DESCRIPTION)
    yield dataset, DCTERMS.license, LICENSE
    yield dataset, DCTERMS.language, Literal("en")
    yield dataset, FOAF.homepage, NamedNode(base)
    yield dataset, DCAT.landingPage, NamedNode(base)
    yield dataset, VOID.sparqlEndpoint, NamedNode(f"{base}sparql")
    yield dataset, VOID.uriSpace, Literal(f"{base}id/")
    for name in _FORMAT_NAMES.values():
        yield dataset, VOID.feature, _FORMATS[name]
    for keyword in ("diplomacy", "meetings", "quotations", "news", "provenance"):
        yield dataset, DCAT.keyword, _text(keyword)
    for namespace in PREFIXES.values():
        yield dataset, VOID.vocabulary, NamedNode(namespace)


def _counts(statistics: Statistics, dataset: NamedNode) -> Iterator[Triple]:
    yield dataset, VOID.triples, Literal(statistics.triples)
    yield dataset, VOID.entities, Literal(statistics.subjects)
    yield dataset, VOID.distinctSubjects, Literal(statistics.subjects)
    yield dataset, VOID.classes, Literal(len(statistics.classes))
    yield dataset, VOID.properties, Literal(len(statistics.properties))


def _partitions(statistics: Statistics, dataset: NamedNode) -> Iterator[Triple]:
    for name, count in statistics.classes.items():
        partition = _part(dataset, f"class-{_compact(name)}")
        yield dataset, VOID.classPartition, partition
        yield partition, VOID["class"], _node(name)
        yield partition, VOID.entities, Literal(count)
    for name, count in statistics.properties.items():
        partition = _part(dataset, f"property-{_compact(name)}")
        yield dataset, VOID.propertyPartition, partition
        yield partition, VOID.property, _node(name)
        yield partition, VOID.triples, Literal(count)


def _node(name: bytes) -> NamedNode:
    return NamedNode(name[1:-1].decode())


def _compact(name: bytes) -> str:
    """Return a name for a term that reads well in a fragment: `par-Meeting`."""
    iri = name[1:-1].decode()
    prefix = next((p for p, namespace in PREFIXES.items() if iri.startswith(namespace)), None)
    return f"{prefix}-{iri.removeprefix(PREFIXES[prefix])}" if prefix else iri.split("//")[-1].replace("/", "-")


def _distributions(iris: Iris) -> Iterator[Triple]:
    for part in (WHOLE, *PARTS):
        for syntax in syntaxes_of(part):
            for suffix, compression in COMPRESSIONS.items():
                name = f"{part}.{syntax}{suffix}"
                yield from _distribution(iris, name, MEDIA_TYPES[syntax], compression)
                if part == WHOLE and syntax in _FORMAT_NAMES:
                    yield iris.dataset, VOID.dataDump, _download(iris, name)


def _download(iris: Iris, name: str) -> NamedNode:
    return NamedNode(f"{iris.base}dumps/latest/{name}")


def _distribution(iris: Iris, name: str, media_type: str, compression: str) -> Iterator[Triple]:
    node, url = _part(iris.dataset, name), _download(iris, name)
    yield iris.dataset, DCAT.distribution, node
    yield node, RDF["type"], DCAT.Distribution
    yield node, DCTERMS.title, _text(name)
    yield node, DCTERMS.license, LICENSE
    yield node, DCAT.downloadURL, url
    yield node, DCAT.accessURL, url
    yield node, DCAT.mediaType, NamedNode(_IANA + media_type)
    if compression:
        yield node, DCAT.compressFormat, NamedNode(f"{_IANA}application/{compression}")


def _queries(iris: Iris) -> Iterator[Triple]:
    declarations = _part(iris.dataset, "prefixes")
    for prefix, namespace in PREFIXES.items():
        declaration = _part(iris.dataset, f"prefix-{prefix}")
        yield declarations, SH.declare, declaration
        yield declaration, RDF["type"], SH.PrefixDeclaration
        yield declaration, SH.prefix, Literal(prefix)
        yield declaration, SH.namespace, Literal(namespace, datatype=XSD.anyURI)
    for name, comment, text in _query_files():
        node = NamedNode(f"{iris.base}id/query/{name}")
        yield node, RDF["type"], SH.SPARQLExecutable
        yield node, RDF["type"], SH.SPARQLSelectExecutable
        yield node, RDFS.label, _text(comment)
        yield node, RDFS.comment, _text(comment)
        yield node, SH.prefixes, declarations
        yield node, SH.select, Literal(f"BASE <{iris.base}>\n{text}")


def _service(iris: Iris) -> Iterator[Triple]:
    """Yield what is true of the endpoint wherever it runs; a server's limits are told by itself only."""
    service = NamedNode(f"{iris.base}sparql")
    yield service, RDF["type"], SD.Service
    yield service, SD.endpoint, service
    yield service, DCTERMS.title, _text("Parley")
    yield service, SD.supportedLanguage, SD.SPARQL11Query
    yield service, SD.feature, SD.UnionDefaultGraph
    yield service, SD.defaultDataset, iris.dataset
    yield service, SD.extensionFunction, PAR.relevance
    for name in (*_RESULTS, *_FORMAT_NAMES.values()):
        yield service, SD.resultFormat, _FORMATS[name]


@cache
def _query_files() -> tuple[tuple[str, str, str], ...]:
    """Return name, question and text of each example query; its relative IRIs resolve against the base.

    A file begins with its question in a comment: `# CQ1: Whom did ...?`.
    """
    files = sorted(resource("ontology/queries").glob("*.rq"))
    texts = ((file.stem, file.read_text(encoding="utf-8")) for file in files)
    return tuple((name, text.partition("\n")[0].partition(": ")[2], text) for name, text in texts)
