"""Calls: one calls somebody by telephone, speaks with him, or calls on him."""

from collections.abc import Iterator

from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.party import Party, are_people, are_present
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.adverbials import skip_adverbials
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.scene.modality import verb_status
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.phrases import further_with, read_with, relative_object
from kg.extract.meetings.verbs.hosts import groups
from kg.lexicon import words
from kg.model import MeetingKind, MeetingStatus

_PHONE = frozenset({"phone", "telephone", "telephonically"})
_AFAR = _PHONE | {"video", "videoconference", "virtually", "online"}
_OVER = frozenset({"over", "by", "on", "via", "through", "in", "during"})
_PHONES = frozenset({"phone", "telephone", "video"})
_WITHIN_REACH = 15  # words between "called" and what for
_NEAR = 6  # words of "In a series of separate telephone calls"
_MEETING_UP = frozenset({"again", "time", "sidelines", "margins", "hour", "hours", "minutes"})
_PEOPLE_AFTER = frozenset({"with", "to"})


def tell_by_call_on(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the call that one pays on another: not "called on him to resign", "called on him for help"."""
    if scene.tree.lower(verb + 1) != "on":
        yield from _ring(scene, verb, status)
        return
    ours, (theirs, end) = subject(scene, verb), read_parties(scene, verb + 2, scene.last)
    clauses = any(scene.tree.tag(at) in {"VB", "JJ"} for at in scene.tree.children(verb, "xcomp", "advcl"))
    if are_present(ours) and are_people(theirs) and not (clauses or scene.tree.lower(end) in {"to", "for", "not"}):
        yield Telling(verb, kind, status, ours + theirs, "meeting-receive", verb, end=end)
        for at, others, last in further_with(scene, end):
            yield Telling(at, kind, status, ours + others, "meeting-receive", verb, end=last)


def _ring(scene: Scene, verb: int, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the telephone call of "called him to congratulate him"; "called him a friend" is none."""
    purpose = calls_for(scene, verb)
    before = scene.tree.lower(verb + 1) == "to"  # "called to congratulate him"
    if purpose is None and before:
        return
    first = purpose + 1 if before and purpose is not None else verb + 1
    ours, (theirs, end) = subject(scene, verb), read_parties(scene, first, scene.last)
    if are_people(ours) and are_people(theirs) and (purpose is not None or _is_said(scene, end, theirs)):
        yield Telling(verb, MeetingKind.PHONE_CALL, status, ours + theirs, "meeting-call", verb, end=end)


def _is_said(scene: Scene, end: int, called: tuple[Party, ...]) -> bool:
    """Whether nothing but a time follows whom one called: not "called Eomer a friend"."""
    after = next((at for at in range(scene.first, scene.last) if scene.tree[at].start >= called[-1].span.end), end)
    return scene.tree.pos(after) == "PUNCT" or scene.is_time(after) or scene.is_time(after + 1)


def is_over_phone(scene: Scene, after: int) -> bool:
    """Whether the words that open at `after` say that it was a call: "held talks with Eomer over the phone"."""
    after = after + 1 if scene.tree.lower(after) == "," else after
    near = range(after, after + 3)
    return scene.tree.lower(after) in _OVER and any(scene.tree.lower(at) in _PHONES for at in near)


def calls_for(scene: Scene, verb: int) -> int | None:
    """Return the word that tells what somebody calls or contacts another for: "to thank him"."""
    near = range(verb + 1, verb + _WITHIN_REACH)
    purposes = (at for at in near if scene.lemma(at) in words("meetings/call_purposes.txt"))
    return next((at for at in purposes if scene.tree.lower(at - 1) == "to"), None)


def tell_by_call(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    ours, (theirs, end) = subject(scene, verb), read_parties(scene, verb + 1, scene.last)
    theirs = relative_object(scene, verb) or theirs
    if are_people(ours) and are_people(theirs):
        for group in groups(scene, verb, end, theirs):
            yield Telling(verb, kind, status, ours + group, "meeting-call", verb, end=end)


def tell_by_speaking(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    ours = subject(scene, verb)
    at = skip_adverbials(scene, verb + 1)
    theirs, end = read_with(scene, at) if scene.tree.lower(at) in _PEOPLE_AFTER else ((), at)
    near = {scene.tree.lower(at) for at in range(verb + 1, end + 5)}
    by_phone = bool(near & _PHONE)
    again = scene.tree.lower(verb - 1) in {"last", "previously"} or bool(near & _MEETING_UP)
    titled = by_phone and any(party.is_unnamed for party in ours)  # "The Prime Minister spoke by telephone to"
    if not (are_people(ours) or titled) or (not theirs and (len(ours) < 2 or not (near & _AFAR or again))):
        return
    to = scene.tree.lower(at) == "to" and not by_phone
    if theirs and (not are_present(theirs) or (to and not are_people(theirs))):
        return
    told = MeetingKind.PHONE_CALL if by_phone or is_in_calls(scene, verb) else kind
    peers = any(scene.lemma(at) == "counterpart" for at in range(verb + 1, end))
    rule = "meeting-speak-to" if to and not peers else "meeting-speak"
    for group in groups(scene, verb, end, theirs) if theirs else [()]:
        yield Telling(verb, told, status, ours + group, rule, verb, end=end)
    for _, others, last in further_with(scene, end) if theirs else ():
        yield Telling(verb, told, status, ours + others, rule, verb, end=last)


def tell_by_front(scene: Scene, first: int) -> Iterator[Telling]:
    """Yield the talks of "With Eomer, Faramir discussed trade", which a readout of several meetings so opens.

    He may do something else first: "With Eomer, he marked a jubilee and discussed trade".
    """
    if first != scene.first or scene.tree.lower(first) != "with":
        return
    theirs, end = read_parties(scene, first + 1, scene.last)
    verb = next((at for at in range(end, scene.last) if scene.tree.head(at) is None), None)
    if (
        verb is None
        or not any(
            scene.lemma(at) in words("meetings/raising.txt") for at in (verb, *scene.tree.children(verb, "conj"))
        )
        or scene.tree.lower(end) != ","
        or not are_people(theirs)
    ):
        return
    ours, status = subject(scene, verb), verb_status(scene, verb)
    if are_people(ours) and status is not None:
        yield Telling(first, MeetingKind.TALKS, status, ours + theirs, "meeting-speak", verb, end=end)


def is_in_calls(scene: Scene, verb: int) -> bool:
    """Whether the clause opens with saying that it was by telephone: "In separate calls, Faramir spoke with"."""
    before = range(scene.first + 1, min(verb, scene.first + _NEAR))
    return scene.tree.lower(scene.first) in {"in", "during"} and any(scene.lemma(at) == "call" for at in before)
