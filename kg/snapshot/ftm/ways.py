"""The ways from a value in the graph to the values that FollowTheMoney has for it, none or more."""

from collections.abc import Sequence

from kg.ns import PAR
from kg.snapshot.ftm.joined import Joined

_WIKIDATA = "http://www.wikidata.org/entity/"
_LANGUAGES = {"en": "eng"}  # FollowTheMoney has ISO 639-3


def text(joined: Joined, value: str) -> Sequence[str]:
    del joined
    return [value]


def label(joined: Joined, iri: str) -> Sequence[str]:
    return [joined.labels[iri]] if iri in joined.labels else []


def code(joined: Joined, country: str) -> Sequence[str]:
    return [joined.codes[country]] if country in joined.codes else []


def office_code(joined: Joined, office: str) -> Sequence[str]:
    return [each for country in joined.countries.get(office, ()) for each in code(joined, country)]


def entity(joined: Joined, iri: str) -> Sequence[str]:
    return [joined.id(iri)] if joined.kind(iri) != "unnamed" else []


def if_acting(joined: Joined, country: str) -> Sequence[str]:
    return [country] if country in joined.acting else []


def party(joined: Joined, actor: str) -> Sequence[str]:
    """Let an office stand for its organization or country: a position cannot be involved in an event."""
    bodies = joined.stands_for.get(actor, ()) if joined.kind(actor) == "office" else [actor]
    return [each for body in bodies for each in entity(joined, body)]


def proof(joined: Joined, fact: str) -> Sequence[str]:
    return [joined.id(document) for document in joined.documents.get(fact, ())]


def ended(joined: Joined, day: str) -> Sequence[str]:
    del joined, day
    return ["ended"]


def former(joined: Joined, status: str) -> Sequence[str]:
    """Say of nobody that he is in office now: who was shown in it once may have left it since."""
    return ended(joined, status) if status == PAR.Former.value else []


def language(joined: Joined, tag: str) -> Sequence[str]:
    del joined
    return [_LANGUAGES[tag]] if tag in _LANGUAGES else []


def wikidata(joined: Joined, iri: str) -> Sequence[str]:
    del joined
    return [iri.removeprefix(_WIKIDATA)] if iri.startswith(_WIKIDATA) else []
