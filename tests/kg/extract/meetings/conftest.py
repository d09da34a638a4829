"""A cast of invented names, so that what a sentence tells is tested apart from how actors are found."""

import hashlib
import re
from collections.abc import Callable
from datetime import date

import pytest

from kg.annotate import annotate
from kg.extract.meetings import find_meetings
from kg.model import (
    ActorKey,
    Actors,
    CountryCode,
    DocId,
    Document,
    Meeting,
    Mention,
    MentionForm,
    Office,
    Organization,
    Person,
    Region,
    RegionKind,
    Role,
    RoleStatus,
    Span,
)

THURSDAY = date(2024, 2, 29)
# Who holds which office of which country; XG is Gondor, XR Rohan, XA Arnor, XE Eriador, XL Lorien.
PEOPLE = {
    "Faramir": "office:XG/defence-minister",
    "Denethor": "office:XG/president",
    "Eomer": "office:XR/foreign-minister",
    "Theoden": "office:XR/king",
    "Elrond": "office:XA/president",
    "Boromir": "office:XG/adviser",
    "Gandalf": "office:organization:1/envoy",
    "Barliman": None,
    "Celeborn": "office:XL/king",
}
FORMER = frozenset({"Celeborn"})
OFFICES = {
    "Arnor's trade minister": "office:XA/trade-minister",
    "the king of Lorien": "office:XL/king",
}
COUNTRIES = {
    "Gondor": "XG", "Gondorian": "XG", "Minas Tirith": "XG", "Rohan": "XR", "Edoras": "XR", "Arnor": "XA",
    "Annuminas": "XA", "Emyn-Annuminas": "XA", "Arnorian": "XA", "Eriador": "XE", "Lorien": "XL",
}  # fmt: skip
BODIES = ("White Council", "Shire Union", "Gondor-Rohan Working Group")
# Words that the text uses for somebody named before.
DESCRIPTIONS = {
    "The two ministers": ("Faramir", "Eomer"),
    "the two": ("Faramir", "Eomer"),
    "The Gondorian minister": ("Faramir",),
    "he": ("Faramir",),
    "his": ("Faramir",),
    "He": ("Faramir",),
    "the Arnorian envoy to Gondor": ("Elrond",),
    "Under Secretary Faramir": ("Faramir",),
    "His": ("Faramir",),
    "counterparts Eomer": ("Eomer",),
    "counterparts Eomer and Elrond": ("Elrond",),  # the shared title with his own name at its end
}

Tell = Callable[..., list[str]]


def _key(kind: str, names: tuple[str, ...] | dict[str, str | None], name: str) -> ActorKey:
    return ActorKey(f"{kind}:{list(names).index(name) + 1}")


def _mentions(text: str) -> tuple[Mention, ...]:
    found: list[Mention] = []

    def add(words: str, form: MentionForm, *keys: ActorKey) -> None:
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
            found.extend(Mention(key, Span(*match.span()), form) for key in keys)

    for name in PEOPLE:
        add(name, MentionForm.NAME, _key("person", PEOPLE, name))
    for name in BODIES:
        add(name, MentionForm.NAME, _key("organization", BODIES, name))
    for name, code in COUNTRIES.items():
        add(name, MentionForm.NAME, ActorKey(f"country:{code}"))
    for words, office in OFFICES.items():
        add(words, MentionForm.DESCRIPTION, ActorKey(office))
    for words, names in DESCRIPTIONS.items():
        form = MentionForm.PRONOUN if len(words) < 4 else MentionForm.DESCRIPTION
        add(words, form, *(_key("person", PEOPLE, name) for name in names))
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.actor)))


def _actors(text: str) -> Actors:
    offices = sorted({office for office in (*PEOPLE.values(), *OFFICES.values()) if office})
    return Actors(
        persons=tuple(Person(_key("person", PEOPLE, name), name, (name,), 0.9) for name in PEOPLE),
        organizations=tuple(Organization(_key("organization", BODIES, name), name, (name,), 0.9) for name in BODIES),
        offices=tuple(_office(key) for key in offices),
        unnamed=(),
        countries=tuple(CountryCode(code) for code in sorted(set(COUNTRIES.values()))),
        mentions=_mentions(text),
    )


def _office(key: str) -> Office:
    home, kind = key.removeprefix("office:").split("/")
    if home.startswith("organization:"):
        return Office(ActorKey(key), kind, kind, organization=ActorKey(home))
    return Office(ActorKey(key), kind, kind.replace("-", " "), CountryCode(home))


def _roles() -> tuple[Role, ...]:
    return tuple(
        Role(
            _key("person", PEOPLE, name),
            ActorKey(office),
            RoleStatus.FORMER if name in FORMER else RoleStatus.IN_OFFICE,
            (Span(0, 1),),
            "test",
            0.9,
        )
        for name, office in PEOPLE.items()
        if office is not None
    )


def _document(text: str, issued: date | None, kind: RegionKind) -> Document:
    regions = tuple(Region(Span(*match.span()), kind) for match in re.finditer(r"[^\n]+", text))
    return Document(DocId("tale"), text, hashlib.sha256(text.encode()).hexdigest(), "en", regions, issued=issued)


@pytest.fixture(scope="session")
def meetings() -> Callable[..., tuple[Meeting, ...]]:
    """Return the meetings that a text tells, published on Thursday 29 February 2024 if nothing else is said."""

    def find(text: str, issued: date | None = THURSDAY, kind: RegionKind = RegionKind.BODY) -> tuple[Meeting, ...]:
        annotation = next(annotate([_document(text, issued, kind)]))
        return find_meetings(annotation, _actors(text), _roles()).meetings

    return find


def _name(key: ActorKey) -> str:
    kind, _, rest = key.partition(":")
    names = {"person": list(PEOPLE), "organization": list(BODIES)}.get(kind)
    return names[int(rest) - 1] if names else key


@pytest.fixture(scope="session")
def told(meetings: Callable[..., tuple[Meeting, ...]]) -> Tell:
    """Return the meetings of a text as lines: "meeting held: Faramir, Eomer; Minas Tirith; 2024-02-27"."""

    def tell(text: str, issued: date | None = THURSDAY) -> list[str]:
        lines = []
        for meeting in meetings(text, issued):
            who = ", ".join(sorted(_name(participant.actor) for participant in meeting.participants))
            parts = [f"{meeting.kind} {meeting.status}: {who}", meeting.place and meeting.place.name, meeting.date]
            lines.append("; ".join(str(part) for part in parts if part is not None))
        return lines

    return tell
