"""Places as phrases name them: a town, a building, the seat of a body."""

from dataclasses import dataclass

from kg.extract.grammar import Run
from kg.extract.meetings.scene import TIME_UNITS, Scene
from kg.lexicon import words
from kg.lexicon.countries import countries
from kg.model import CountryCode, Place

# What "the town of Bree" and "the Arnorian capital Bree" are called.
SETTLED = frozenset({"capital", "city", "town", "port", "province", "region", "island", "village", "district"})
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
    end = first
    while _may_name_place(scene, end):
        end += 1
    if scene.tree.lower(end - 1) in SETTLED and scene.tree.lower(end) == "of" and scene.is_place(end + 1):
        end += 2
    while scene.is_place(end - 1) and scene.is_place(end) and scene.is_noun(end):
        end += 1
    known = end
    while scene.tree.tag(end - 1) == "HYPH" and end < scene.last and scene.tree[end].start == scene.tree[end - 1].end:
        end += 2 if scene.tree.tag(end + 1) == "HYPH" else 1  # of "Minas-in-Arnor" models know the first part only
    if end == first:
        return None
    if scene.tree.lower(end - 1) in words("meetings/facilities.txt") and scene.tree[first].text[0].isupper():
        return _facility(scene, first, end)
    named = known
    while named > first and scene.is_place(named - 1):
        named -= 1
    kind = named - 2 if scene.tree.lower(named - 1) == "of" else named - 1  # "Arnor's northern province of Bree"
    owned = scene.tree.tag(named - 1) == "POS" and scene.country(named - 2) is not None  # "Arnor's Bree"
    apart = named > first and scene.tree.lower(kind) not in SETTLED and not owned
    if named == known or apart or scene.tree.lower(end) in {"'s", "'", "-", "–"}:
        return None
    return with_country(scene, named, end)


def capital_at(scene: Scene, at: int) -> Located | None:
    """Read "Arnorian capital", which is the town that the text names elsewhere, if it does."""
    country = scene.country(at)
    if country is None or scene.tree.lower(at + 1) != "capital" or scene.is_noun(at + 2):
        return None
    run = Run(at, at + 2)
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
    """Read the organisation at whose seat it is: "at the Ministry of Trade"; not at its summit."""
    block = scene.block(at + 1 if scene.tree.lower(at) == "the" else at)
    if block is None or not block.is_organization or scene.tree.tag(block.last) == "POS":
        return None
    within = scene.tree.lower(block.last) in words("meetings/facilities.txt")  # "at the Ministry of Trade headquarters"
    if scene.is_noun(block.last) and not (scene.is_time(block.last) or within):
        return None
    return _in_town(scene, block.first, block.last + within)


def _facility(scene: Scene, first: int, end: int) -> Located:
    """Extend "the Great Hall" by "of the People" and "in Bree"."""
    if scene.tree.lower(end) == "of":
        last = end + 2 if scene.tree.lower(end + 1) == "the" else end + 1
        while scene.is_noun(last) and scene.tree[last].text[0].isupper():
            last += 1
        end = last if scene.is_noun(last - 1) and scene.tree[last - 1].text[0].isupper() else end
    return _in_town(scene, first, end)


def _in_town(scene: Scene, first: int, end: int) -> Located:
    """Extend "the Great Hall" by "in Bree" or ", Arnor"."""
    country = next((c for c in map(scene.country, range(first, end)) if c is not None), None)
    if scene.tree.lower(end) == "in" and scene.is_place(end + 1):
        last = end + 1
        while scene.is_place(last):
            last += 1
        town = with_country(scene, end + 1, last)
        return Located(
            place_of(scene, Run(first, town.run.last), town.place.country or country), Run(first, town.run.last)
        )
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
