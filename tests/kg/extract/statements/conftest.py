"""Reports and statements of invented texts; reports show constructions apart from how actors are found."""

import hashlib
import re
from collections.abc import Callable

import pytest

from kg.annotate import annotate
from kg.extract.statements import Statements, find_statements
from kg.extract.statements.reports import find_reports
from kg.model import (
    ActorKey,
    Actors,
    Annotation,
    CountryCode,
    DocId,
    Document,
    Meeting,
    MeetingKey,
    MeetingKind,
    MeetingStatus,
    Mention,
    MentionForm,
    Organization,
    Participant,
    Person,
    Region,
    RegionKind,
    Span,
)

PEOPLE = ("Faramir", "Eomer", "Elrond")
BODIES = ("White Council", "Palantir News", "Amnesty International", "Ministry of Stone", "Durin Mines")
HOMES = {"Ministry of Stone": CountryCode("XR")}
OUTLETS = ("Palantir News",)
COUNTRIES = {"Gondor": "XG", "Rohan": "XR"}
DESCRIPTIONS = {"The two riders": ("Faramir", "Eomer"), "He": ("Faramir",), "he": ("Faramir",),
                "the diplomat": ("Eomer",), "Gondor's top diplomat": ("Faramir",), "the official": ("Faramir",),
                "chief of the stone council": ("Faramir",), "The stone chief": ("Elrond",)}  # fmt: skip

Said = Callable[..., list[str]]
Find = Callable[..., Statements]


def annotated(text: str, kind: RegionKind = RegionKind.BODY, headlines: int = 0) -> Annotation:
    kinds = [*[RegionKind.HEADLINE] * headlines, *[kind] * len(text)]
    lines = re.finditer(r"[^\n]+", text)
    regions = tuple(Region(Span(*line.span()), each) for line, each in zip(lines, kinds, strict=False))
    document = Document(DocId("tale"), text, hashlib.sha256(text.encode()).hexdigest(), "en", regions)
    return next(annotate([document]))


@pytest.fixture(scope="session")
def said() -> Said:
    """Return what a text reports as lines: "Faramir | said | war is near"."""

    def find(text: str, kind: RegionKind = RegionKind.BODY) -> list[str]:
        lines = []
        for report in find_reports(annotated(text, kind)):
            content = " ... ".join(span.of(text) for span in report.content)
            words = [span.of(text) if span else "-" for span in (report.source, report.cue)]
            lines.append(" | ".join([*words, content]))
        return lines

    return find


def _key(name: str) -> ActorKey:
    if name in PEOPLE:
        return ActorKey(f"person:{PEOPLE.index(name) + 1}")
    return ActorKey(f"organization:{BODIES.index(name) + 1}")


def _form(words: str) -> MentionForm:
    if words in {"He", "he"}:
        return MentionForm.PRONOUN
    return MentionForm.DESCRIPTION if words in DESCRIPTIONS else MentionForm.NAME


def _cast(text: str) -> Actors:
    names: dict[str, tuple[ActorKey, ...]] = {name: (_key(name),) for name in (*PEOPLE, *BODIES)}
    names |= {name: (ActorKey(f"country:{code}"),) for name, code in COUNTRIES.items()}
    names |= {words: tuple(map(_key, meant)) for words, meant in DESCRIPTIONS.items()}
    mentions = [
        Mention(key, Span(*match.span()), _form(words))
        for words, keys in names.items()
        for match in re.finditer(rf"\b{words}\b", text)
        for key in keys
    ]
    return Actors(
        persons=tuple(Person(_key(name), name, (name,), 0.9) for name in PEOPLE),
        organizations=tuple(Organization(_key(n), n, (n,), 0.9, HOMES.get(n), n in OUTLETS) for n in BODIES),
        offices=(),
        unnamed=(),
        countries=tuple(CountryCode(code) for code in COUNTRIES.values()),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.span, mention.actor))),
    )


@pytest.fixture(scope="session")
def meeting_of() -> Callable[..., Meeting]:
    """Return a meeting of the persons `names`, told by `words` of `text`."""

    def make(text: str, words: str, *names: str) -> Meeting:
        start = text.index(words)
        evidence = (Span(start, start + len(words)),)
        people = tuple(Participant(_key(name), evidence, 0.9) for name in names)
        key = MeetingKey("meeting:1")
        return Meeting(key, MeetingKind.MEETING, MeetingStatus.HELD, people, (), evidence, "meeting-verb", 0.9)

    return make


@pytest.fixture(scope="session")
def statements() -> Find:
    """Return the statements of a text about the cast above, at the meetings given."""

    def find(text: str, *meetings: Meeting, headline: str = "") -> Statements:
        lines = f"{headline}\n{text}" if headline else text
        return find_statements(annotated(lines, headlines=bool(headline)), _cast(lines), meetings)

    return find
