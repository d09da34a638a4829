"""Which kind of node becomes which schema of FollowTheMoney (3.8 as Aleph has it, and 4), property by property."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.ns import DCTERMS, ORG, OWL, PAR, RDFS, SCHEMA, SKOS
from kg.snapshot.ftm import ways
from kg.snapshot.ftm.joined import Joined


class Property(NamedTuple):
    """A property of a schema, what it is in the graph (the node's own IRI if None), and the way from there."""

    name: str
    source: NamedNode | None
    way: Callable[[Joined, str], Sequence[str]]


class Schema(NamedTuple):
    """A schema; a node without any value of the property `required` is none of its entities."""

    name: str
    required: str
    properties: tuple[Property, ...]


_NAME = Property("name", RDFS.label, ways.text)
_ALIAS = Property("alias", SKOS.altLabel, ways.text)
_WIKIDATA_ID = Property("wikidataId", OWL.sameAs, ways.wikidata)
_SOURCE_URL = Property("sourceUrl", None, ways.text)
_PROOF = Property("proof", None, ways.proof)

SCHEMATA = {
    "country": Schema(
        "PublicBody",  # the government that meets and speaks: a Territory does neither, and Aleph does not know it
        "sourceUrl",
        (
            _NAME,
            _ALIAS,
            Property("country", None, ways.code),
            _WIKIDATA_ID,
            Property("sourceUrl", None, ways.if_acting),
        ),
    ),
    "doc": Schema(
        "Article",
        "fileName",
        (
            Property("title", DCTERMS.title, ways.text),
            Property("fileName", DCTERMS.identifier, ways.text),
            Property("publishedAt", DCTERMS.issued, ways.text),
            Property("publisher", DCTERMS.publisher, ways.label),
            Property("language", DCTERMS.language, ways.language),
            Property("detectedCountry", PAR.mentions, ways.code),
            Property("sourceUrl", SCHEMA.url, ways.text),
            _SOURCE_URL,
        ),
    ),
    "meeting": Schema(
        "Event",
        "name",
        (
            _NAME,
            Property("summary", PAR.meetingKind, ways.label),
            Property("summary", PAR.status, ways.label),
            Property("description", PAR.outcome, ways.text),
            Property("date", PAR.date, ways.text),
            Property("location", PAR.place, ways.label),
            Property("country", PAR.involvesCountry, ways.code),
            Property("involved", PAR.participant, ways.party),
            _PROOF,
            _SOURCE_URL,
        ),
    ),
    "office": Schema(
        "Position",
        "name",
        (
            _NAME,
            _ALIAS,
            Property("country", PAR.country, ways.code),
            Property("organization", PAR.officeIn, ways.entity),
            _WIKIDATA_ID,
            _SOURCE_URL,
        ),
    ),
    "org": Schema(
        "Organization",
        "name",
        (_NAME, _ALIAS, Property("country", PAR.country, ways.code), _WIKIDATA_ID, _SOURCE_URL),
    ),
    "person": Schema(
        "Person",
        "name",
        (
            _NAME,
            _ALIAS,
            Property("position", ORG.holds, ways.label),
            Property("country", ORG.holds, ways.office_code),
            _WIKIDATA_ID,
            _SOURCE_URL,
        ),
    ),
    "statement": Schema(
        "Note",
        "entity",
        (
            Property("description", PAR.text, ways.text),
            Property("entity", PAR.speaker, ways.entity),
            Property("summary", PAR.cue, ways.text),
            Property("keywords", PAR.statementKind, ways.label),
            Property("keywords", DCTERMS.subject, ways.label),
            Property("detectedCountry", PAR.mentions, ways.code),
            Property("proof", PAR.document, ways.entity),
            _SOURCE_URL,
        ),
    ),
    "tenure": Schema(
        "Occupancy",
        "holder",
        (
            Property("holder", PAR.holder, ways.entity),
            Property("post", PAR.office, ways.entity),
            Property("status", PAR.tenureStatus, ways.former),
            Property("status", PAR.endedBy, ways.ended),
            Property("summary", PAR.tenureStatus, ways.label),
            Property("startDate", PAR.validFrom, ways.text),
            Property("endDate", PAR.validUntil, ways.text),
            Property("date", PAR.attestedOn, ways.text),
            _PROOF,
            _SOURCE_URL,
        ),
    ),
}
"""By kind of node: the first step of its path below `id/`."""
