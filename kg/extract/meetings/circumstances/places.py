"""Places as phrases name them: a town, a building, the seat of a body."""

from dataclasses import dataclass

from kg.extract.grammar import NOUNS, Run
from kg.extract.meetings.scene import TIME_UNITS, Scene
from kg.lexicon import words
from kg.lexicon.countries import countries
from kg.model import CountryCode, Place

# What "the town of Bree" and "the Arnorian capital Bree" are called.
SETTLED = frozenset(
    {"capital", "city", "town", "port", "province", "region", "island", "village", "district", "resort"}
)
# Occasions on which people meet, which are no places.
OCCASIONS = frozenset(
    {"summit", "conference", "forum", "assembly", "session", "meeting", "gathering", "congress", "event", "dialogue"}
)
SEATS = frozenset({"ministry", "department", "office", "parliament", "embassy", "consulate"})
_POINTS = frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"})
_NOMINAL = NOUNS | {"JJ", "VBN"}
_LONGEST_HOUSE = 3  # words: "Rashtrapati Bhavan"
_TURNS = frozenset({"last", "next", "this", "past"})


@dataclass(frozen=True, slots=True)
class Located:
    """A place and the words that name it."""

    place: Place
    run: Run


def place_of(scene: Scene, run: Run, country: CountryCode | None = None) -> Place:
    """Return the place that the words of `run` name, as printed."""
    return Place(scene.span(run.first, run.last).of(scene.tree.annotation.document.text), country)


def place_at(scene: Scene, at: int) -> Located | None:
    """Read the place that opens at `at`: "Bree", "the Royal Palace in Bree", "the Bree inn's offices"."""
    first = at
    while scene.tree.tag(first) in {"DT", "PRP$"}:
        first += 1
    return capital_at(scene, first) or _named_at(scene, first)


def _named_at(scene: Scene, first: int) -> Located | None:
    if (house := _house_end(scene, first)) is not None:
        return _in_town(scene, first, house)
    end = first
    while _may_name_place(scene, end) and not (end > first and _opens_person(scene, end)):
        end += 1
    if scene.tree.lower(end - 1) in SETTLED and scene.tree.lower(end) == "of" and scene.is_place(end + 1):
        end += 2
    while scene.is_place(end - 1) and scene.is_place(end) and _is_of_name(scene, end) and not scene.is_time(end):
        end += 1
    known = end
    while scene.tree.tag(end - 1) == "HYPH" and end < scene.last and scene.tree[end].start == scene.tree[end - 1].end:
        end += 2 if scene.tree.tag(end + 1) == "HYPH" else 1  # of "Minas-in-Arnor" models know the first part only
    if end == first:
        return None
    if (site := _facility(scene, first, end)) is not None:
        return site
    named = known
    while named > first and (scene.is_place(named - 1) or scene.tree.tag(named - 1) == "HYPH"):
        named -= 1
    kind = named - 2 if scene.tree.lower(named - 1) == "of" else named - 1  # "Arnor's northern province of Bree"
    owned = scene.tree.tag(named - 1) == "POS" and scene.country(named - 2) is not None  # "Arnor's Bree"
    part = named - first == 1 and scene.tree.lower(first) in _POINTS  # "northern Arnor"
    apart = named > first and scene.tree.lower(kind) not in SETTLED and not owned and not part
    if named == known or apart or scene.tree.lower(end) in {"'s", "'", "-", "–"}:
        return None
    return with_country(scene, first if part else named, end)


def _opens_person(scene: Scene, word: int) -> bool:
    """Whether somebody is named behind the place: "received in Bree *Mr.* Eomer"."""
    block = scene.block(word)
    titled = scene.tree.dep(word) == "nmod:desc"
    return scene.is_place(word - 1) and (titled or (block is not None and block.is_human and block.first == word))


def _is_of_name(scene: Scene, word: int) -> bool:
    """Whether the word goes on with the name of a place: "Santa *Cruz*", "Sharm *el-Sheikh*"."""
    return scene.is_noun(word) or (scene.tree.tag(word) == "HYPH" and scene.is_place(word + 1))


def _house_end(scene: Scene, first: int) -> int | None:
    """Return where the name of a house ends at which statesmen receive: "the Kremlin"."""
    ends = (first + length for length in range(_LONGEST_HOUSE, 0, -1) if first + length <= scene.last)
    text = scene.tree.annotation.document.text
    houses = words("places/houses.txt")
    return next((end for end in ends if scene.span(first, end).of(text) in houses and not scene.is_noun(end)), None)


def capital_at(scene: Scene, at: int) -> Located | None:
    """Read "Arnorian capital", "Arnor's capital", which is the town that the text names elsewhere, if it does."""
    country = scene.country(at)
    capital = at + 2 if scene.tree.tag(at + 1) == "POS" else at + 1
    if country is None or scene.tree.lower(capital) != "capital" or scene.is_noun(capital + 1):
        return None
    run = Run(at, capital + 1)
    text = scene.tree.annotation.document.text
    known = countries().get(country)
    name = next((seat for seat in (known.seats if known else ()) if seat in text), place_of(scene, run).name)
    return Located(Place(name, country), run)


def _may_name_place(scene: Scene, word: int) -> bool:
    """Whether the word may be of a place's name: not the day of "in Bree Thursday"."""
    hyphen = scene.tree.tag(word) == "HYPH" and scene.is_place(word)  # of "Emyn-Arnen"
    nominal = hyphen or scene.is_noun(word) or scene.tree.tag(word) in {"JJ", "POS", "CD"}
    counted = scene.tree.tag(word) == "CD" and scene.lemma(word + 1) in TIME_UNITS
    if scene.tree.lower(word) in _TURNS or counted:  # "in Bree last month", "in Bree two days earlier"
        return False
    return nominal and not scene.is_time(word)


def seat_at(scene: Scene, at: int) -> Located | None:
    """Read the body at whose seat it is, "at the Ministry of Trade", "at the foreign ministry"; not at its summit."""
    first = at + 1 if scene.tree.lower(at) == "the" else at
    block = scene.block(first)
    if block is None or not block.is_organization:
        return _unnamed_seat(scene, at - 1, first)
    if scene.tree.tag(block.last) == "POS" or scene.tree.lower(block.last - 1) in OCCASIONS:
        return None
    within = scene.tree.lower(block.last) in words("meetings/facilities.txt")  # "at the Ministry of Trade headquarters"
    if scene.is_noun(block.last) and not (scene.is_time(block.last) or within):
        return None
    return _in_town(scene, block.first, block.last + within)


def _unnamed_seat(scene: Scene, preposition: int, first: int) -> Located | None:
    """Read "at the foreign ministry" behind who meets or when; not "head of division at the foreign ministry"."""
    last, before = first, preposition - 1
    while _may_name_place(scene, last):
        last += 1
    led = scene.is_verb(before) or scene.is_time(before) or scene.tree.tag(before) in {"CD", ",", "RB", ""}
    named = (told := scene.block(before)) is not None and told.actors[0].startswith("person:")
    of_seat = last > first and scene.tree.lower(last - 1) in SEATS - {"office", "department"}
    return _in_town(scene, first, last) if of_seat and (led or named) else None


def _facility(scene: Scene, first: int, end: int) -> Located | None:
    """Read "the Great Hall of the People in Bree", "the presidential palace", "the state guesthouse Rivendell"."""
    while end > first and not _is_site(scene, end - 1) and scene.tree.text(end - 1)[0].isupper():
        end -= 1
    if end == first or not _is_site(scene, end - 1):
        return None
    printed = scene.tree[first].text[0].isupper()
    while scene.tree.lower(end) == "of":
        last = end + 2 if scene.tree.lower(end + 1) == "the" else end + 1
        while scene.tree.tag(last) in _NOMINAL and (scene.tree[last].text[0].isupper() or not printed):
            last += 1
        if not scene.is_noun(last - 1):
            break
        end = last
    some = scene.tree.lower(first - 1) in {"a", "an"} or scene.tree.tag(first) == "CD"
    described = end - first > 1 and not some
    if not printed and not described:
        return None
    while scene.tree.tag(end).startswith("NNP") and not scene.is_time(end):
        end += 1
    return _in_town(scene, first, end)


def _is_site(scene: Scene, word: int) -> bool:
    """Whether the word is of buildings: "palace", "center" of "Conference Center"."""
    center = scene.tree.lower(word) in {"center", "centre"} and scene.tree.text(word - 1) in words(
        "places/facilities.txt"
    )
    return center or scene.tree.lower(word) in words("meetings/facilities.txt")


def is_building(place: Place) -> bool:
    """Whether it is a building, from which one goes to the next: "the Golden Hall in Bree"."""
    return not words("meetings/facilities.txt").union(SEATS).isdisjoint(place.name.lower().split())


def town_of(place: Place) -> Place | None:
    """Return where the place is, if that is told: of "the Golden Hall in Bree" it is "Bree"."""
    if not is_building(place):
        return place
    _, within, town = place.name.rpartition(" in ")
    return Place(town, place.country) if within and town[0].isupper() else None


def _in_town(scene: Scene, first: int, end: int) -> Located:
    """Extend "the Great Hall" by "in Bree", "in the Arnorian capital" or ", Arnor"."""
    country = next((c for c in map(scene.country, range(first, end)) if c is not None), None)
    if scene.tree.lower(end) == "in" and (town := place_at(scene, end + 1)) is not None:
        run = Run(first, town.run.last)
        return Located(place_of(scene, run, town.place.country or country), run)
    land = with_country(scene, first, end)
    return Located(Place(land.place.name, land.place.country or country), land.run)


def with_country(scene: Scene, first: int, last: int) -> Located:
    """Extend "Bree" by ", Arnor", or by the part of the country where it is: ", Eastfarthing"."""
    country = scene.country(first)
    if scene.tree.lower(last) == "," and scene.tree.tag(last + 1).startswith("NNP"):
        following = scene.country(last + 1)
        end = last + 1
        while scene.country(end) == following and scene.is_place(end):
            end += 1
        listed = scene.is_noun(end) or scene.tree.lower(end) in {"'s", "and", "or"}
        if following is None:
            listed |= scene.tree.lower(end) == "," and scene.is_noun(end + 1)
        if end > last + 1 and country in {None, following or country} and not listed:
            return Located(place_of(scene, Run(first, end), following or country), Run(first, end))
    return Located(place_of(scene, Run(first, last), country), Run(first, last))
