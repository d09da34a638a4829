"""Encounters told by a verb: met, received, spoke with, visited, signed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import takewhile

from kg.extract.grammar import FINITE
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.party import Party, are_all_present, are_people, are_present, is_of_bodies, is_one_body
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.scene.modality import SENDING, is_ahead, is_due, verb_status
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.phrases import agent, further_with, hung_with, is_passive, object_parties, with_parties
from kg.extract.meetings.scene.trips import visits
from kg.extract.meetings.verbs.attendance import attending, witnesses
from kg.extract.meetings.verbs.calls import (
    calls_for,
    is_in_calls,
    is_over_phone,
    tell_by_call,
    tell_by_call_on,
    tell_by_speaking,
)
from kg.extract.meetings.verbs.chairing import tell_by_chairing
from kg.extract.meetings.verbs.hosts import groups, is_object, tell_by_credentials, tell_by_receiving, tell_by_summons
from kg.extract.meetings.verbs.journeys import tell_by_journey, tell_by_stay, tell_by_tour
from kg.extract.meetings.verbs.signings import tell_by_signing
from kg.lexicon import table, words
from kg.model import MeetingKind, MeetingStatus

_VIEWS = frozenset({"view", "opinion", "idea", "viewpoint", "pleasantry", "gift"})
_TIES = frozenset(
    {"cooperation", "relation", "relationship", "tie"}
)  # of states, which people discuss with one another
_HANDS = frozenset({"hand", "hands"})
_NOTES = frozenset({"note", "notes"})
_CHAIRED = 12  # words between who leads a body and that it met
_TOLD = 20  # words of what one tells another
_TOGETHER = frozenset({"confer", "huddle", "converse", "chat", "dine", "lunch", "negotiate"})
Frame = Callable[[Scene, int, MeetingKind, MeetingStatus], Iterator[Telling]]


@cache
def _verbs() -> Mapping[str, tuple[str, MeetingKind]]:
    return {row[0]: (row[1], MeetingKind(row[2])) for row in table("meetings/verbs.tsv")}


def tell_by_verb(scene: Scene, verb: int) -> Iterator[Telling]:
    """Yield what the verb at `verb` tells; nothing where it tells no encounter, or one that is not fact."""
    together = scene.lemma(verb) == "come" and scene.tree.lower(verb + 1) == "together"
    known = _verbs().get("meet" if together else scene.lemma(verb))
    if scene.lemma(verb) == "be":
        yield from tell_by_stay(scene, verb)
    if scene.lemma(verb) in SENDING | {"take"} and scene.is_verb(verb):
        yield from tell_by_tour(scene, verb)
    if known is None or not scene.is_verb(verb) or _is_adjective(scene, verb):
        return
    status = verb_status(scene, verb)
    if status is not None:
        yield from _FRAMES[known[0]](scene, verb, known[1], status)


def _is_adjective(scene: Scene, verb: int) -> bool:
    """Whether the word only describes a noun: "the visiting minister"; parsers say so of some past tenses, too."""
    return scene.tree.dep(verb) == "amod" and scene.tree.tag(verb) not in FINITE


def tells_meeting(scene: Scene, verb: int) -> bool:
    """Whether the verb is one of encounters or trips, whether or not it tells one."""
    return scene.lemma(verb) in _verbs() or scene.lemma(verb) in words("meetings/holders.txt")


def is_travel(scene: Scene, verb: int) -> bool:
    """Whether the verb tells a trip: "visited Bree for talks with"."""
    known = _verbs().get(scene.lemma(verb))
    return scene.is_verb(verb) and known is not None and known[1] is MeetingKind.VISIT


def _meet(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    ours = subject(scene, verb)
    if is_passive(scene, verb):
        yield from tell_by_receiving(scene, verb, kind, status) if scene.lemma(verb) == "meet" else ()
        return
    theirs, end = object_parties(scene, verb)
    if not are_present(ours + theirs) and _is_contest(scene):
        return
    if theirs and is_of_bodies(ours + theirs) and scene.tree.lower(verb + 1) == "with":  # by their people; no match
        theirs = tuple(replace(party, sent=True) for party in theirs)
    if theirs and ours:
        seen = witnesses(scene, verb)  # "met him in the presence of Elrond"
        apart = len(theirs) == 1 and len(ours) > 1  # "Faramir and Denethor met him separately"
        for group in groups(scene, verb, end, ours if apart else theirs):
            both = (group + theirs) if apart else (ours + group)
            yield Telling(verb, kind, status, both + seen, "meeting-verb", verb, end=end)
        for at, others, last in further_with(scene, end):
            yield Telling(at, kind, status, ours + others, "meeting-verb", verb, end=last)
    elif is_one_body(ours) and not _has_object(scene, verb):
        led = attending(scene, verb - _CHAIRED)  # "the Guild, chaired by Eomer, met"
        yield Telling(verb, kind, status, ours + led, "meeting-own", verb, end=verb + 1)
    elif len(ours) > 1 and not _has_object(scene, verb):
        yield Telling(verb, kind, status, ours, "meeting-verb-together", verb, end=verb + 1)


def _see(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the meeting of "will call on the king and see Eomer", "came to see Eomer", "saw Eomer in Bree".

    By itself one need not meet whom one sees.
    """
    other = scene.tree.head(verb)
    met = _verbs().get(scene.lemma(other)) if other is not None and scene.tree.dep(verb) == "conj" else None
    theirs, end = object_parties(scene, verb)
    there = scene.tree.lower(end) in {"in", "at"} and scene.is_place(end + 1)
    then = scene.tree.lower(end) == "on" and scene.is_time(end + 1)
    to_come = scene.tree.tag(verb) == "VBZ" and then
    told = to_come or (scene.tree.tag(verb) == "VBD" and (there or then or scene.tree.lower(verb - 2) == "where"))
    if _is_mutual(scene, verb + 1):
        yield from _meet(scene, verb, kind, status)
    if are_people(theirs) and (told or (met is not None and met[0] != "see") or _goes_to(scene, verb)):
        seen = MeetingStatus.HELD if scene.tree.lower(verb - 2) == "been" else status  # "has been to see Eomer"
        yield from _meet(scene, verb, kind, MeetingStatus.PLANNED if to_come else seen)


def _goes_to(scene: Scene, verb: int) -> bool:
    """Whether one travels "to see" somebody, or is scheduled to."""
    above = scene.tree.ancestors(verb) if scene.tree.lower(verb - 1) == "to" else ()
    been = scene.tree.lower(verb - 2) == "been"  # "has been to see Eomer"
    return been or any(is_travel(scene, at) or is_due(scene, at) or is_ahead(scene, at) for at in above)


def _is_contest(scene: Scene) -> bool:
    """Whether the sentence is on sport: "Gondor meet Rohan in the final"."""
    return any(scene.lemma(at) in words("meetings/contests.txt") for at in range(scene.first, scene.last))


def _tell(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the meeting at which "Faramir told the visiting minister" something, or told him "by phone"."""
    for told in _brief(scene, verb, kind, status):
        if _is_told_over_phone(scene, told.end) or (
            scene.lemma(verb) == "contact" and calls_for(scene, verb) is not None
        ):
            yield replace(told, kind=MeetingKind.PHONE_CALL)
        elif any(scene.tree.lower(at) == "visiting" for at in range(verb + 1, told.end)) or _is_in_person(
            scene, told.end
        ):
            yield told


def _is_told_over_phone(scene: Scene, at: int) -> bool:
    """Whether the clause goes on to say that it was a call: "informed Eomer of this by telephone"."""
    clause = takewhile(lambda word: not scene.is_verb(word), range(at, min(at + _TOLD, scene.last)))
    return any(is_over_phone(scene, word) for word in clause)


def _is_in_person(scene: Scene, at: int) -> bool:
    """Whether the words behind whom one tells something say that they met: "thanked him in person"."""
    return (scene.tree.lower(at), scene.tree.lower(at + 1)) in {("in", "person"), ("face", "to")}


def _brief(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    ours = subject(scene, verb)
    theirs, end = read_parties(scene, verb + 1, scene.last)
    passive = is_passive(scene, verb)
    if passive:
        theirs, end = agent(scene, verb), verb + 1
    if are_people(ours) and (are_people(theirs) or (passive and are_present(theirs))):
        yield Telling(verb, kind, status, ours + theirs, "meeting-with", verb, end=end)


def _with(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    ours, (theirs, end) = subject(scene, verb), with_parties(scene, verb)
    topic = next(iter(scene.tree.children(verb, "obj")), None)
    things = {"exchange": _VIEWS, "shake": _HANDS, "compare": _NOTES}.get(scene.lemma(verb))
    if things is not None and (topic is None or scene.lemma(topic) not in things):
        return
    if not theirs and topic is not None:
        theirs, end = with_parties(scene, topic)  # "discussed the war with Y": parsers hang Y on the war
        bond = scene.lemma(topic) in words(
            "meetings/bonds.txt"
        )  # "discussed ties with Gondor", "his ties with Faramir"
        owned = scene.tree.children(topic, "nmod:poss")
        if bond and (scene.lemma(topic) not in _TIES or not are_people(theirs) or owned):
            theirs = ()
    if not theirs and topic is not None:
        theirs, end = _beyond_topic(scene, topic)
    if ours and are_present(theirs):
        told = verb + 1 if topic is not None else end  # what lies between is the topic
        kind = MeetingKind.PHONE_CALL if is_over_phone(scene, end) else kind
        for group in groups(scene, verb, end, theirs):
            yield Telling(verb, kind, status, ours + group, "meeting-with", verb, end=told)
    elif topic is not None and not theirs and _do_together(scene, verb, ours):
        kind = MeetingKind.PHONE_CALL if is_over_phone(scene, topic + 1) or is_in_calls(scene, verb) else kind
        yield Telling(verb, kind, status, ours, "meeting-discuss", verb, end=verb + 1)
    elif topic is None and not theirs and _sit_together(scene, verb, ours):
        yield Telling(verb, kind, status, ours, "meeting-verb-together", verb, end=verb + 1)


def _sit_together(scene: Scene, verb: int, ours: tuple[Party, ...]) -> bool:
    """Whether several meet by what they do, with whom need not be said: "sat down", "conferred", "dined"."""
    several = len({party.actor for party in ours}) > 1 and are_all_present(ours)
    down = scene.lemma(verb) == "sit" and scene.tree.lower(verb + 1) == "down"
    return several and (down or scene.lemma(verb) in _TOGETHER)


def _agree(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the talks at which several "agreed in Bree last year", or over the telephone."""
    ours = subject(scene, verb)
    there = scene.tree.lower(verb + 1) == "in" and scene.is_place(verb + 2)
    by_phone = is_over_phone(scene, verb + 1)
    if len({party.actor for party in ours}) > 1 and are_all_present(ours) and (there or by_phone):
        told = MeetingKind.PHONE_CALL if by_phone else kind
        yield Telling(verb, told, status, ours, "meeting-discuss", verb, end=verb + 1)


def _do_together(scene: Scene, verb: int, ours: tuple[Party, ...]) -> bool:
    """Whether several discuss it with one another; what they do "to discuss" something tells with whom."""
    purpose = scene.tree.dep(verb) == "advcl" and scene.tree.tag(verb) == "VB"
    return len({party.actor for party in ours}) > 1 and are_all_present(ours) and not purpose


def _beyond_topic(scene: Scene, topic: int) -> tuple[tuple[Party, ...], int]:
    """Return with whom one discusses the topic where "with" hangs on a word of it: "the fate of the men with Eomer".

    A counterpart is such, whatever bond that is: "ties with her counterpart".
    """
    for at in scene.tree.subtree(topic):
        if scene.tree.lower(at) == "with":
            parties, end = read_parties(scene, at + 1, scene.last)
            bond = scene.lemma(at - 1) in words("meetings/bonds.txt")
            if not are_people(parties):
                continue
            if not bond or any(scene.lemma(word) in {"counterpart", "colleague"} for word in range(at, end)):
                return parties, end
    return (), topic


def _visit(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    if is_passive(scene, verb):
        return
    ours, (theirs, end) = subject(scene, verb), read_parties(scene, verb + 1, scene.last)
    if scene.lemma(verb) == "reach":  # a place
        theirs = ()
    if are_people(ours) and are_people(theirs) and is_object(scene, verb, theirs, end):
        yield Telling(verb, MeetingKind.MEETING, status, ours + theirs, "meeting-receive", verb, end=end)
        return
    if are_people(ours) and theirs and is_of_bodies(theirs):
        yield Telling(verb, kind, status, ours + theirs, "visit-verb", verb, end=end)
        return
    told = Telling(verb, kind, status, ours, "visit-verb", verb, end=verb + 1)
    found = list(visits(scene, told, verb))
    yield from found
    things = scene.tree.children(verb, "obj")
    if found or not things or scene.lemma(verb) == "reach" or not are_people(ours):
        return
    fellows = hung_with(scene, verb, verb, *things)[0]
    both = ours + fellows if are_people(fellows) else ours
    if len({party.actor for party in both}) > 1:  # "Faramir and Eomer toured the fort", "toured it with Eomer"
        yield replace(told, parties=both, rule="visit-together")


def _has_object(scene: Scene, verb: int) -> bool:
    objects = [at for at in scene.tree.children(verb, "obj") if scene.lemma(at) != "face"]  # "met face-to-face"
    return not _is_mutual(scene, verb + 1) and (bool(objects) or scene.tree.lower(verb + 1) == "with")


def _is_mutual(scene: Scene, at: int) -> bool:
    return (scene.tree.lower(at), scene.tree.lower(at + 1)) in {("each", "other"), ("one", "another")}


_FRAMES: Mapping[str, Frame] = {
    "meet": _meet,
    "see": _see,
    "receive": tell_by_receiving,
    "accredit": tell_by_credentials,
    "brief": _brief,
    "summon": tell_by_summons,
    "tell": _tell,
    "visitor": tell_by_call_on,
    "chair": tell_by_chairing,
    "with": _with,
    "agree": _agree,
    "call": tell_by_call,
    "phone": tell_by_speaking,
    "visit": _visit,
    "go": tell_by_journey,
    "sign": tell_by_signing,
}
