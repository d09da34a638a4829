"""How two names of persons relate, where they do not sound the same."""

from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from kg.lexicon import table
from kg.resolve.links import Relation
from kg.resolve.persons.names import PersonName, is_known, skeleton

_GENERATION = frozenset({"jr", "junior", "sr", "senior", "fils"})  # father and son, whatever they hold
_WHOLE = 85  # percent of letters in common, of the names' sounds
_WORD = 72  # of each word, as it sounds or as it is written: "rasit" and "rashid" pass
_SURNAME = 75  # of a surname that alone differs


def leaves_out(short: PersonName, full: PersonName) -> Relation | None:
    """Return how `short` leaves out words of `full`: a middle name, or another part of it; None if it does not.

    What begins with a forebear's name is the forebear's: Drogo Baggins is not Frodo bin Drogo Baggins.

    >>> from kg.resolve.persons.names import parse_person
    >>> leaves_out(parse_person("Samwise Gamgee"), parse_person("Samwise Hamfast Gamgee")).value
    'one leaves out a middle name'
    """
    some, more = short.sounds, full.sounds
    if some[0] != more[0] and some[0] in full.forebears:
        return None
    if not 2 <= len(some) < len(more) or _GENERATION & {*short.words, *full.words}:
        return None
    rest = iter(more)
    if not all(sound in rest for sound in some):
        return None
    return Relation.MIDDLE_NAME if some[0] == more[0] and some[-1] == more[-1] else Relation.PART


def alike(a: PersonName, b: PersonName) -> Relation | None:
    """Return how two full names may be one: spelled alike word by word, or with a short form of the given name.

    >>> from kg.resolve.persons.names import parse_person
    >>> alike(parse_person("Tom Cotton"), parse_person("Thomas Cotton")).value
    'one gives a short form of the given name'
    """
    if len(a.words) != len(b.words):
        return None
    different = [(x, y) for x, y in zip(a.words, b.words, strict=True) if skeleton(x) != skeleton(y)]
    if different == [(a.words[0], b.words[0])] and different[0] in _short_forms():
        return Relation.SHORT_FORM
    return Relation.SPELLING if _nearly_spelled(a, b, different) else None


@cache
def _short_forms() -> frozenset[tuple[str, str]]:
    """Return a given name and a short form of it, either of them first."""
    rows = table("persons/given_name_short_forms.txt")
    return frozenset(pair for name, *forms in rows for short in forms for pair in ((name, short), (short, name)))


def _nearly_spelled(a: PersonName, b: PersonName, different: Sequence[tuple[str, str]]) -> bool:
    """Return whether the words that sound `different` begin with the same letters and have most in common."""
    if len(different) == 1:
        least = _SURNAME if different[0] == (a.words[-1], b.words[-1]) else _WORD
        return _slip(*different[0]) or _alike(*different[0], least)
    return all(_alike(x, y) for x, y in different) and fuzz.ratio(a.sound, b.sound) >= _WHOLE


def _slip(a: str, b: str) -> bool:
    """Return whether two words are one letter apart, not the first."""
    first, second = skeleton(a), skeleton(b)
    both_names = is_known(a) and is_known(b)
    return not both_names and first[0] == second[0] and Levenshtein.distance(first, second, score_cutoff=1) == 1


def _alike(a: str, b: str, least: int = _WORD) -> bool:
    first, second = skeleton(a), skeleton(b)
    # Two given names that the list of variants knows are two names, however close: Hasan and Husein.
    if is_known(a) and is_known(b):
        return False
    return first[0] == second[0] and max(fuzz.ratio(first, second), fuzz.ratio(a, b)) >= least
