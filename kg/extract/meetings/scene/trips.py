"""Where a trip goes: the countries that a list names, and whether it has a purpose."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.dates import find_dates
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.party import are_people
from kg.extract.meetings.scene import Scene
from kg.lexicon import words
from kg.model import CountryCode, MeetingStatus, Span

TRIPS = frozenset({"visit", "trip", "tour"})
_SUMMED_UP = 6  # words of "a number of Northern countries"
_PURPOSE_WORDS = 8  # "on a four-day official visit"


def visits(scene: Scene, telling: Telling, before: int) -> Iterator[Telling]:
    """Yield one visit for each country named in the list that opens after the word `before`.

    "Gondor and Rohan last year and Arnor this year" are three.
    """
    if not (are_people(telling.parties) or any(party.sent and not party.is_unnamed for party in telling.parties)):
        return
    if telling.verb is not None and scene.tree.lower(telling.verb - 1) == "before":  # ahead of what else is told
        telling = replace(telling, status=MeetingStatus.PLANNED)
    at, listed = before + 1, False
    there: set[CountryCode] = set()
    while at < scene.last:
        country = scene.country(at)
        block = scene.block(at)
        if (
            country is None
            and scene.tree.lower(at) == "country"
            and scene.tree.lower(at - 1) in {"the", "this", "that"}
        ):
            yield from _back_to(scene, telling, at)
            return
        if country is not None and block is not None and block.country == country:
            settled = _is_city(scene, block.last) if scene.is_demonym(block) else not _describes(scene, block.last)
            if settled and country not in there:  # "Bree, Arnor" is one
                there.add(country)
                yield replace(telling, host=at, end=block.last)
                listed = True
            at = block.last
        elif listed and scene.tree.lower(at) == "followed" and scene.tree.lower(at + 1) == "by":
            at += 2
        elif not listed and (below := _listed_below(scene, at)) is not None:
            at = below
        elif scene.tree.lower(at) in words("places/before_places.txt") or (listed and _is_in_date(scene, at)):
            at += 1
        else:
            return


def _listed_below(scene: Scene, at: int) -> int | None:
    """Return where the countries are named that the phrase at `at` sums up: "some Northern states, including Arnor"."""
    near = range(at, at + _SUMMED_UP)
    head = next((word for word in near if scene.lemma(word) in {"country", "nation", "state"}), None)
    if head is None or scene.tree.tag(head) != "NNS" or any(scene.is_verb(word) for word in range(at, head)):
        return None
    opens = head + 2 if scene.tree.lower(head + 1) == "," else head + 1
    named = {"including": 1, "namely": 1, "of": 1, "such": 2}.get(scene.tree.lower(opens))
    return opens + named if named is not None else None


def _is_city(scene: Scene, after: int) -> bool:
    """Whether the words after a country's adjective make a place there: "the Arnorian city of", "the Arnorian port"."""
    if scene.tree.lower(after) == "capital":  # "the Arnorian capital, Fornost" has its name
        return all(scene.country(at) is None for at in range(after + 1, after + 3))
    return scene.tree.lower(after) in {"city", "town", "port", "province", "island", "kingdom"}


def _describes(scene: Scene, after: int) -> bool:
    """Whether the word after a country shows that it only describes: "Gondor archers", but "Gondor post-war"."""
    named = scene.is_noun(after) and not scene.is_time(after)  # "to Bree today"
    return named and scene.tree.lower(after + 1) != "-"


def _back_to(scene: Scene, telling: Telling, at: int) -> Iterator[Telling]:
    """Yield the visit to "the country" that the sentence has named before."""
    named = [
        word
        for word in range(scene.first, telling.trigger)
        if (block := scene.block(word)) is not None and block.country and not scene.is_demonym(block)
    ]
    if named:
        yield replace(telling, host=named[-1], end=at + 1)


def has_purpose(scene: Scene, at: int) -> bool:
    """Whether what follows a place is a time, or what one travels for."""
    following = range(at, at + _PURPOSE_WORDS)
    if scene.tree.lower(at) in {"to", "for", "on"} and any(
        scene.lemma(w) in words("meetings/travel_purposes.txt") for w in following
    ):
        return True
    end = scene.tree[min(scene.last, at + 4) - 1].end
    return bool(find_dates(scene.tree.annotation.text, Span(scene.tree[at - 1].end, end)))


def _is_in_date(scene: Scene, at: int) -> bool:
    """Whether the word is part of a date, or leads to one: "in", "on"."""
    return scene.is_time(at) or scene.tree.lower(at) in {"last", "this", "next", "year", "in", "on", "early", "late"}
