"""Which kind of node becomes which schema of FollowTheMoney (4.x, and 3.x as Aleph has it), property by property."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.ns import DCTERMS, ORG, OWL, PAR, RDFS, SCHEMA, SKOS
from kg.snapshot.ftm.joined import Joined

Way = Callable[[Joined, str], Sequence[str]]
"""From a value in the graph to the values that FollowTheMoney has for it, none or more."""

_WIKIDATA = "http://www.wikidata.org/entity/"
_LANGUAGES = {"en": "eng"}  # FollowTheMoney has ISO 639-3


class Property(NamedTuple):
    """A property of a schema, what it is in the graph (the node's own IRI if None), and the way from there."""

    name: str
    source: NamedNode | None
    way: Way


class Schema(NamedTuple):
    """A schema; a node without any value of the property `required` is none of its entities."""

    name: str
    required: str
    properties: tuple[Property, ...]


def _text(joined: Joined, value: str) -> Sequence[str]:
    del joined
    return [value]


def _label(joined: Joined, iri: str) -> Sequence[str]:
    return [joined.labels[iri]] if iri in joined.labels else []


def _code(joined: Joined, country: str) -> Sequence[str]:
    return [joined.codes[country]] if country in joined.codes else []


def _office_code(joined: Joined, office: str) -> Sequence[str]:
    return [code for country in joined.countries.get(office, ()) for code in _code(joined, country)]


def _entity(joined: Joined, iri: str) -> Sequence[str]:
    return [joined.id(iri)] if joined.kind(iri) in SCHEMATA else []


def _if_acting(joined: Joined, country: str) -> Sequence[str]:
    return [country] if country in joined.acting else []


def _party(joined: Joined, actor: str) -> Sequence[str]:
    """Let an office stand for its organization or country: a position cannot be involved in an event."""
    bodies = joined.stands_for.get(actor, ()) if joined.kind(actor) == "office" else [actor]
    return [entity for body in bodies for entity in _entity(joined, body)]


def _proof(joined: Joined, fact: str) -> Sequence[str]:
    return [joined.id(document) for document in joined.documents.get(fact, ())]


def _ended(joined: Joined, day: str) -> Sequence[str]:
    del joined, day
    return ["ended"]


def _former(joined: Joined, status: str) -> Sequence[str]:
    """Say of nobody that he is in office now: who was shown in it once may have left it since."""
    return _ended(joined, status) if status == PAR.Former.value else []


def _language(joined: Joined, code: str) -> Sequence[str]:
    del joined
    return [_LANGUAGES[code]] if code in _LANGUAGES else []


def _wikidata(joined: Joined, iri: str) -> Sequence[str]:
    del joined
    return [iri.removeprefix(_WIKIDATA)] if iri.startswith(_WIKIDATA) else []


_NAME = Property("name", RDFS.label, _text)
_ALIAS = Property("alias", SKOS.altLabel, _text)
_WIKIDATA_ID = Property("wikidataId", OWL.sameAs, _wikidata)
_SOURCE_URL = Property("sourceUrl", None, _text)
_PROOF = Property("proof", None, _proof)

SCHEMATA = {
    "country": Schema(
        "PublicBody",  # the government that meets and speaks: a Territory does neither, and Aleph does not know it
        "sourceUrl",
        (
            _NAME,
            _ALIAS,
            Property("country", None, _code),
            _WIKIDATA_ID,
            Property("sourceUrl", None, _if_acting),
        ),
    ),
    "doc": Schema(
        "Article",
        "fileName",
        (
            Property("title", DCTERMS.title, _text),
            Property("fileName", DCTERMS.identifier, _text),
            Property("publishedAt", DCTERMS.issued, _text),
            Property("publisher", DCTERMS.publisher, _label),
            Property("language", DCTERMS.language, _language),
            Property("detectedCountry", PAR.mentions, _code),
            Property("sourceUrl", SCHEMA.url, _text),
            _SOURCE_URL,
        ),
    ),
    "meeting": Schema(
        "Event",
        "name",
        (
            _NAME,
            Property("summary", PAR.meetingKind, _label),
            Property("summary", PAR.status, _label),
            Property("description", PAR.outcome, _text),
            Property("date", PAR.date, _text),
            Property("location", PAR.place, _label),
            Property("country", PAR.involvesCountry, _code),
            Property("involved", PAR.participant, _party),
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
            Property("country", PAR.country, _code),
            Property("organization", PAR.officeIn, _entity),
            _WIKIDATA_ID,
            _SOURCE_URL,
        ),
    ),
    "org": Schema(
        "Organization",
        "name",
        (_NAME, _ALIAS, Property("country", PAR.country, _code), _WIKIDATA_ID, _SOURCE_URL),
    ),
    "person": Schema(
        "Person",
        "name",
        (
            _NAME,
            _ALIAS,
            Property("position", ORG.holds, _label),
            Property("country", ORG.holds, _office_code),
            _WIKIDATA_ID,
            _SOURCE_URL,
        ),
    ),
    "statement": Schema(
        "Note",
        "entity",
        (
            Property("description", PAR.text, _text),
            Property("entity", PAR.speaker, _entity),
            Property("summary", PAR.cue, _text),
            Property("keywords", PAR.statementKind, _label),
            Property("keywords", DCTERMS.subject, _label),
            Property("detectedCountry", PAR.mentions, _code),
            Property("proof", PAR.document, _entity),
            _SOURCE_URL,
        ),
    ),
    "tenure": Schema(
        "Occupancy",
        "holder",
        (
            Property("holder", PAR.holder, _entity),
            Property("post", PAR.office, _entity),
            Property("status", PAR.tenureStatus, _former),
            Property("status", PAR.endedBy, _ended),
            Property("summary", PAR.tenureStatus, _label),
            Property("startDate", PAR.validFrom, _text),
            Property("endDate", PAR.validUntil, _text),
            Property("date", PAR.attestedOn, _text),
            _PROOF,
            _SOURCE_URL,
        ),
    ),
}
"""By kind of node: the first step of its path below `id/`."""
