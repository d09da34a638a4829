"""Reasons for and against two occurrences being one actor, kept so that every merge can be explained."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import DocId


class Relation(StrEnum):
    """How the names of two actors are alike, from the strongest to the weakest."""

    TRANSLITERATION = "transliterations of one name"
    SPELLING = "spellings close to each other"
    SHORT_FORM = "one gives a short form of the given name"
    MIDDLE_NAME = "one leaves out a middle name"
    PART = "one leaves out a part of the name"
    SURNAME = "one gives the surname alone"
    GIVEN_NAME = "one gives the given name alone"
    SINGLE = "one single name"
    ALIAS = "a document calls one by the name of the other"
    SITE = "the address of its site"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Link:
    """Two occurrences compared: their numbers, names and documents, how the names relate, and the verdict.

    `evidence` is what spoke for it; `refused` what spoke against it, None where they were joined.
    """

    first: int
    second: int
    names: tuple[str, str]
    documents: tuple[DocId, DocId]
    relation: Relation
    evidence: tuple[str, ...] = ()
    refused: str | None = None
