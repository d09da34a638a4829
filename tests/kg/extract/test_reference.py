import hashlib

import pytest

from kg.annotate import annotate
from kg.extract.actors import find_actors
from kg.extract.reference import Referents
from kg.model import DocId, Document, Region, RegionKind, Span


def referents(text: str) -> tuple[Referents, dict[str, str]]:
    regions = (Region(Span(0, len(text)), RegionKind.BODY),)
    document = Document(DocId("d"), text, hashlib.sha256(text.encode()).hexdigest(), "en", regions)
    annotation = next(iter(annotate([document])))
    actors = find_actors(annotation)
    return Referents(annotation, actors), {str(person.key): person.name for person in actors.persons}


@pytest.mark.parametrize(
    ("text", "phrase", "actors"),
    [
        ("Malian President Faramir Tuor left.", "Malian President Faramir Tuor", ("Faramir Tuor",)),
        ("Malian President Faramir Tuor left.", "President", ("Faramir Tuor",)),
        ("Malian soldiers left.", "Malian soldiers", ()),
        ("Mali's borders are long.", "Mali's borders", ()),
        ("Mali denied it.", "Mali", ("country:ML",)),
        ("The Malians denied it.", "The Malians", ()),
        ("The United States denied it.", "The United States", ("country:US",)),
        ("The government of Mali denied it.", "The government of Mali", ("country:ML",)),
        (
            "Iraq's communications minister came.",
            "Iraq's communications minister",
            ("office:IQ/communications-minister",),
        ),
        ("Some travellers left.", "Some travellers", ()),
    ],
)
def test_a_noun_phrase_stands_for_what_its_head_means(text: str, phrase: str, actors: tuple[str, ...]) -> None:
    known, names = referents(text)
    start = text.index(phrase)
    found = known.at(Span(start, start + len(phrase)))
    assert tuple(names.get(actor, actor) for actor in found) == actors


def test_two_ministers_are_two() -> None:
    text = "Malian Foreign Minister Faramir Tuor met Chadian Foreign Minister Hurin Hador. The two ministers smiled."
    known, _ = referents(text)
    start = text.index("The two")
    assert len(known.at(Span(start, start + len("The two ministers")))) == 2


def test_words_outside_every_sentence_stand_for_nobody() -> None:
    known, _ = referents("Mali denied it.")
    assert known.at(Span(500, 510)) == ()
