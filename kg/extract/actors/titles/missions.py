"""What an envoy is sent to behind the name of a country: "Gondor Reconciliation", "the Osgiliath talks"."""

from kg.extract.actors.reading import Reading
from kg.extract.actors.titles.model import heads
from kg.extract.actors.titles.styles import is_style
from kg.lexicon import words as word_list


def mission_end(reading: Reading, end: int) -> int:
    """Return the end of the mission whose country ends before `end`; a second country may follow."""
    words, at = reading.words, end
    while reading.tag(at) in {"NOUN", "PROPN"} and _is_plain(reading, at):
        at += 1
    also = reading.country_at.starting(at + 1) if words[at].lower == "and" else None  # "for Gondor and Rohan"
    return also[1] if also is not None else at


def _is_plain(reading: Reading, i: int) -> bool:
    """Tell whether the word is no part of a name, no style before one, and heads no title."""
    heading = reading.words[i].lower in heads() or is_style(reading, i)
    token = reading.token(i)
    heading = heading or (token is not None and token.dep == "flat")  # of a name: "for Gondor Denethor Hurin"
    heading = heading or reading.words[i + 1].lower in word_list(
        "persons/name_particles_inside.txt"
    )  # "Denethor de Hurin"
    return not heading and reading.name_at(i) is None and reading.entity(i) != "PERSON"
