"""What is headed like an organisation and is none of its own: parts and branches of one, cabinets, buildings."""

from kg.extract.actors.reading import Reading
from kg.extract.actors.titles.styles import SERVICES
from kg.lexicon import words as word_list
from kg.lexicon.leaders import countries_led

_FACILITIES = frozenset({"Center", "Centre", "College", "Complex", "Office", "School"})
_SCHOOLS = frozenset({"Academy", "Center", "Centre", "College", "Institute", "School"})
_CHAMBERS = frozenset({"upper", "lower", "full", "federal", "publishing", "clearing", "media"})


def within_organization(reading: Reading, first: int, head: int) -> bool:
    """Tell whether the name is a part of another organisation: "Rohan Cavalry's Executive Committee".

    Schools and institutes have names of their own: "Shire University's Baggins School".
    """
    if reading.words[head].text in _SCHOOLS:
        return False
    return reading.words[first - 1].text == "'s" and reading.body_at(first - 2) is not None


def is_facility(reading: Reading, i: int) -> bool:
    """Tell whether it heads the name of a place where something happens: "Medical Center"."""
    return reading.words[i].text in _FACILITIES and reading.words[i - 1].text in word_list("places/facilities.txt")


def is_residence(reading: Reading, first: int, head: int) -> bool:
    """Tell whether "Baggins House" is a building; "House of Lords" and "Gondorian House" are chambers."""
    words = reading.words
    chamber = words[head + 1].lower == "of" or words[head - 1].lower in _CHAMBERS or reading.country_at.starting(first)
    return words[head].text == "House" and not chamber


def is_cabinet_of(reading: Reading, first: int, head: int) -> bool:
    """Tell whether "Denethor Administration" is a government called by its head's name."""
    name = [reading.words[i].text for i in range(first, head)]
    return reading.words[head].text in {"Administration", "Presidency"} and bool(countries_led("president", name))


def is_service(reading: Reading, i: int) -> bool:
    """Tell whether the service of a rank ends at the word: "Marine Corps Gen. Imrahil", but "of the Army Gen. ..."."""
    words = reading.words
    first = next((at for at in (i, i - 1) if words.phrase(at, i + 1) in SERVICES), i + 1)
    country = reading.country_before(first)
    at = country[1] if country else first
    at -= words[at - 1].lower == "the"
    numbered = words[first - 1].text[:1].isdigit()  # "5th Fleet Admiral Imrahil"
    ranked = first <= i and words[i + 1].lower in word_list("persons/ranks.txt")
    return ranked and not numbered and words[at - 1].lower not in {"of", "for"}
