"""Trips told by verbs: of going somewhere, leading somebody there, leaving after a stay, and being there."""

from collections.abc import Iterator

from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.party import are_people
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.adverbials import skip_times
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.scene.delegates import is_delegate
from kg.extract.meetings.scene.modality import SENDING, own_status, verb_status
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.trips import TRIPS, has_purpose, visits
from kg.lexicon import words
from kg.model import MeetingKind, MeetingStatus

_NEAR = 15  # words between "a delegation" and where it goes


def tell_by_journey(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the trips of "flew to Gondor and Rohan", "led a delegation to Gondor", "left Gondor after a visit"."""
    at = skip_times(scene, verb + 1)
    led = [c for c in scene.tree.children(verb, "obj") if scene.lemma(c) in words("meetings/groups.txt")]
    if (scene.lemma(verb) == "lead" and not led) or _describes_thing(scene, verb):
        return
    at = _whereto(scene, led[0]) if led else at  # "led a delegation to"
    telling = Telling(verb, kind, status, subject(scene, verb), "visit-go", verb)
    leaves = scene.lemma(verb) in {"leave", "depart", "set"}
    if leaves and (left := scene.block(at)) is not None and left.country:
        at = skip_times(scene, left.last)  # "left Bree for Edoras"
        if _ends_trip(scene, at):
            yield from visits(scene, telling, left.first - 1)
    if scene.tree.lower(at) in ({"for"} if leaves else {"to", "in", "into", "at"}):
        yield from visits(scene, telling, at)


def _describes_thing(scene: Scene, verb: int) -> bool:
    """Whether the verb tells of the thing before it: "swords going into Gondor"."""
    thing = verb - 1
    people = scene.block(thing) is not None or is_delegate(scene, thing)
    return scene.tree.tag(verb) == "VBG" and scene.tree.head(verb) == thing and scene.is_noun(thing) and not people


def _whereto(scene: Scene, group: int) -> int:
    """Return the "to" behind the group, past of whom it consists: "a delegation of officials to Bree"."""
    ahead = range(group + 1, group + _NEAR)
    return next((at for at in ahead if scene.tree.lower(at) == "to" or scene.is_verb(at)), group + 1)


def _ends_trip(scene: Scene, at: int) -> bool:
    """Whether what follows a place says that one leaves it after a stay: "left Bree on Monday after a visit"."""
    trip = range(at + 1, at + 6)
    return scene.tree.lower(at) in {"after", "following"} and any(scene.lemma(w) in TRIPS for w in trip)


def tell_by_tour(scene: Scene, verb: int) -> Iterator[Telling]:
    """Yield the trips of "a tour that will take him later to Gondor and Rohan", "sent his envoy to Arnor"."""
    tour = any(scene.lemma(at) in TRIPS for at in range(verb - _NEAR, verb))
    tour |= scene.lemma(verb) in SENDING
    status = verb_status(scene, verb)
    travellers, end = read_parties(scene, verb + 1, scene.last)
    to = skip_times(scene, end)
    if tour and status is not None and are_people(travellers) and scene.tree.lower(to) == "to":
        yield from visits(scene, Telling(verb, MeetingKind.VISIT, status, travellers, "visit-go", verb), to)


def tell_by_expectation(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield the trip of "X is expected in Gondor next week", "X, who is due in Bree on Monday"."""
    if scene.tree.lower(word) not in {"expected", "due"} or scene.tree.lower(word + 1) != "in":
        return
    if own_status(scene, word) is not None and are_people(guests := subject(scene, word)):
        telling = Telling(word, MeetingKind.VISIT, MeetingStatus.PLANNED, guests, "visit-go", word)
        yield from visits(scene, telling, word + 1)


def tell_by_stay(scene: Scene, verb: int) -> Iterator[Telling]:
    """Yield the trip of "X was in Gondor this week for talks"; being there without a time or purpose is none."""
    place = scene.tree.head(verb)
    status = verb_status(scene, place) if place is not None else None
    if place is None or scene.tree.dep(verb) != "cop" or scene.tree.lower(verb + 1) != "in" or status is None:
        return
    telling = Telling(verb, MeetingKind.VISIT, status, subject(scene, place), "visit-be", place)
    found = list(visits(scene, telling, verb + 1))
    if len(found) == 1 and (has_purpose(scene, found[0].end) or _does_there(scene, found[0].end)):
        yield found[0]


def _does_there(scene: Scene, after: int) -> bool:
    """Whether what he did at the place is told: "was in Bree, where he met"."""
    return [scene.tree.lower(after), scene.tree.lower(after + 1)] == [",", "where"]
