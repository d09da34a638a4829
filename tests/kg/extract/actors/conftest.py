"""Texts with invented people in real countries, read as the pipeline reads them."""

import hashlib
import re
from collections.abc import Callable

import pytest

from kg.annotate import annotate
from kg.extract.actors import find_actors
from kg.extract.actors.cast import Cast
from kg.model import Actors, Annotation, DocId, Document, Region, RegionKind, Span


def annotation_of(text: str, publisher: str | None = None, model: str | None = None) -> Annotation:
    """Return the annotation of a text whose lines are paragraphs."""
    regions = tuple(Region(Span(m.start(), m.end()), RegionKind.BODY) for m in re.finditer(r"[^\n]+", text))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return next(iter(annotate([Document(DocId("d"), text, sha256, "en", regions, publisher=publisher)], model)))


@pytest.fixture
def annotated() -> Callable[..., Annotation]:
    return annotation_of


@pytest.fixture
def cast() -> Callable[..., Cast]:
    return lambda text, publisher=None: Cast(annotation_of(text, publisher))


@pytest.fixture
def actors() -> Callable[[str], Actors]:
    return lambda text: find_actors(annotation_of(text))


@pytest.fixture
def referred() -> Callable[[str], list[tuple[str, str]]]:
    """Return a function that lists descriptions and pronouns with the name or key of whom they mean."""

    def read(text: str) -> list[tuple[str, str]]:
        found = find_actors(annotation_of(text))
        names = {person.key: person.name for person in found.persons}
        names |= {body.key: body.name for body in found.organizations}
        return [
            (mention.span.of(text), names.get(mention.actor, mention.actor))
            for mention in found.mentions
            if mention.form != "name"
        ]

    return read
