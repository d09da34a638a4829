"""The one table of media types, and content negotiation over it (RFC 9110, section 12.5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat


@dataclass(frozen=True, slots=True)
class Media:
    """One way to write an answer: its short name for `?format=`, its types (the first is sent) and its writer."""

    name: str
    types: tuple[str, ...]
    suffix: str
    writer: QueryResultsFormat | RdfFormat | None = None
    names: tuple[str, ...] = ()
    charset: bool = False

    @property
    def type(self) -> str:
        """The media type that answers in this format carry."""
        return self.types[0]

    @property
    def content_type(self) -> str:
        """The value of `Content-Type`: the media type, with `charset=utf-8` where the type has that parameter."""
        return f"{self.type}; charset=utf-8" if self.charset else self.type


JSON = Media("json", ("application/sparql-results+json", "application/json"), "srj", QueryResultsFormat.JSON)
XML = Media("xml", ("application/sparql-results+xml", "application/xml", "text/xml"), "srx", QueryResultsFormat.XML)
CSV = Media("csv", ("text/csv",), "csv", QueryResultsFormat.CSV, charset=True)
TSV = Media("tsv", ("text/tab-separated-values",), "tsv", QueryResultsFormat.TSV, charset=True)
RESULTS = (JSON, XML, CSV, TSV)
"""How SELECT and ASK are answered; the first is the default."""

TURTLE = Media(
    "turtle", ("text/turtle", "application/x-turtle", "text/rdf+n3", "text/n3"), "ttl", RdfFormat.TURTLE,
    names=("ttl",), charset=True,
)  # fmt: skip
N_TRIPLES = Media(
    "ntriples", ("application/n-triples", "text/plain"), "nt", RdfFormat.N_TRIPLES,
    names=("nt", "n-triples"), charset=True,
)  # fmt: skip
RDF_XML = Media(
    "rdfxml", ("application/rdf+xml", "application/xml", "text/xml"), "rdf", RdfFormat.RDF_XML,
    names=("rdf", "rdf+xml", "xml"),
)  # fmt: skip
JSON_LD = Media(
    "jsonld", ("application/ld+json", "application/json"), "jsonld", RdfFormat.JSON_LD, names=("json-ld", "json"),
)  # fmt: skip
N_QUADS = Media("nquads", ("application/n-quads",), "nq", RdfFormat.N_QUADS, names=("nq", "n-quads"), charset=True)
TRIG = Media("trig", ("application/trig",), "trig", RdfFormat.TRIG, charset=True)
GRAPHS = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD, N_QUADS, TRIG)
"""How CONSTRUCT, DESCRIBE and descriptions are answered; the first is the default."""

HTML = Media("html", ("text/html", "application/xhtml+xml"), "html", charset=True)
PLAIN = Media("text", ("text/plain",), "txt", charset=True)


@dataclass(frozen=True, slots=True)
class Range:
    """One member of an Accept header: `*/*`, `text/*` or `text/csv`, and its weight."""

    type: str
    quality: float

    @property
    def exactness(self) -> int:
        """How closely it names a type: 0 for `*/*`, 1 for `text/*`, 2 for `text/csv`."""
        return 2 - self.type.count("*")

    def covers(self, media_type: str) -> bool:
        """Tell whether `media_type` is within this range."""
        return self.type in {"*/*", media_type, media_type.partition("/")[0] + "/*"}


def ranges(accept: str) -> list[Range]:
    """Read an Accept header; a weight that is no number counts as 1, one out of bounds as the nearest bound.

    >>> ranges("text/csv;q=0.5, */*;q=0")
    [Range(type='text/csv', quality=0.5), Range(type='*/*', quality=0.0)]
    """
    found = []
    for member in accept.split(","):
        media_type, *parameters = (part.strip().lower() for part in member.split(";"))
        if media_type:
            found.append(Range(media_type if "/" in media_type else "*/*" if media_type == "*" else media_type,
                               _quality(parameters)))  # fmt: skip
    return found


def _quality(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(1.0, max(0.0, float(value)))
            except ValueError:
                return 1.0
    return 1.0


def negotiate(accept: str | None, offered: Sequence[Media]) -> Media | None:
    """Return what of `offered` the header prefers, the earlier on a tie; None where it accepts none of them.

    Of the ranges that cover a type the most exact one sets its weight, so `text/csv;q=0, */*` refuses CSV alone.

    >>> negotiate("text/*;q=0.3, application/sparql-results+xml;q=0.9", RESULTS).name
    'xml'
    """
    if not accept or not accept.strip():
        return offered[0]
    wanted = ranges(accept)
    best, best_weight = None, 0.0
    for media in offered:
        weight = max(_weight(media.type, wanted), *(_named(alias, wanted) for alias in media.types[1:]), 0.0)
        if weight > best_weight:
            best, best_weight = media, weight
    return best


def _weight(media_type: str, wanted: Sequence[Range]) -> float:
    covering = [range_ for range_ in wanted if range_.covers(media_type)]
    return max(covering, key=lambda range_: range_.exactness).quality if covering else 0.0


def _named(alias: str, wanted: Sequence[Range]) -> float:
    """Return the weight of another name of a type, which counts where it is written out."""
    return max((range_.quality for range_ in wanted if range_.type == alias), default=0.0)


def by_name(name: str, offered: Sequence[Media]) -> Media | None:
    """Return the format that `?format=` names: a short name, a file suffix or a media type."""
    wanted = name.strip().lower().replace(" ", "+")  # an unescaped + of a query string
    for media in offered:
        if wanted in {media.name, media.suffix, *media.names, *media.types}:
            return media
    return None
