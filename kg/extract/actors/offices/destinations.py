"""Where somebody goes, so that his office is another country's: "visited Gondor", "arrived in Gondor"."""

from kg.extract.actors.reading import Name, Reading
from kg.model import CountryCode

JOURNEYS = frozenset({"arrive", "fly", "journey", "land", "tour", "travel", "trip", "visit"})
"""Lemmas of the words that tell a journey."""
_LEADS = frozenset({"to", "in"})
_HOMEWARD = frozenset({"back", "home"})
_NEAR = 12  # words between somebody and the word for a journey, or from that to the country


def destination_of(reading: Reading, name: Name) -> CountryCode | None:
    """Return the country to which whoever is named goes, or in which he is on a visit, as his sentence tells it.

    Somebody else named before the word for a journey makes it his.
    """
    words = reading.words
    goes, led = None, False
    for at in range(name.last, name.last + 2 * _NEAR):
        if words[at].sentence != words[name.first].sentence or reading.person_at(at) is not None:
            return None
        token, mention = reading.token(at), reading.country_at.covering(at)
        if goes is None and token is not None and token.lemma in JOURNEYS:
            goes, led = at, token.lemma == "visit" and token.pos == "VERB"
        elif goes is None and at >= name.last + _NEAR:
            return None
        elif goes is not None and mention is not None:
            end = reading.country_at.starting(at)
            thing = end is None or reading.tag(end[1]) in {"NOUN", "PROPN", "ADJ", "PART"}  # "visited Gondor's ports"
            return mention.code if led and not thing else None
        elif words[at].lower in _HOMEWARD:
            return None
        elif goes is not None:
            led = led or words[at].lower in _LEADS
    return None
