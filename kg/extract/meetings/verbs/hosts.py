"""Encounters told of a host and a guest: received, welcomed, summoned, handed over his credentials."""

from collections.abc import Iterator

from kg.extract.grammar import Run
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.party import Party, are_people, are_present
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.adverbials import skip_adverbials
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.scene.delegates import is_company
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.phrases import agent, is_each, is_passive, phrase_after, relative_object
from kg.extract.meetings.verbs.attendance import witnesses
from kg.lexicon import words
from kg.model import MeetingKind, MeetingStatus

_SHELTERED = frozenset({"refugee", "migrant", "immigrant", "seeker", "pilgrim", "tourist"})  # whom a country houses
_BROUGHT = 20  # words of "brought the stewards of Gondor and Arnor together"
_TELEPHONING = frozenset({"phone", "telephone", "ring", "call"})
_WELCOMES = frozenset({"welcome", "greet"})  # may be no more than kind words
_ENVOYS = frozenset({"ambassador", "envoy", "chargé", "charge", "diplomat", "consul"})


def tell_by_receiving(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    if is_passive(scene, verb):
        ours, theirs, end = subject(scene, verb), agent(scene, verb), verb + 1
        welcome = scene.lemma(verb) in _WELCOMES and all(party.is_unnamed for party in ours)
        if welcome or not _is_guest(scene, verb, ours) or _is_of_occasion(scene, verb):
            return  # "a commission, which was welcomed by Eomer"
    else:
        ours = subject(scene, verb)
        plays = [scene.tree.lower(verb + 1), scene.tree.lower(verb + 2)] == ["host", "to"]
        if scene.lemma(verb) == "play" and not plays:
            return
        if scene.lemma(verb) == "bring" and not _brings_together(scene, verb):
            return
        audience = plays or scene.tree.lower(verb + 2) == "audience"  # "received in audience", "played host to"
        theirs, end = read_parties(scene, verb + 3 if audience else skip_adverbials(scene, verb + 1), scene.last)
        theirs = relative_object(scene, verb) or (theirs if audience or is_object(scene, verb, theirs, end) else ())
        if scene.lemma(verb) in _WELCOMES and not _is_set(scene):
            return
        if scene.lemma(end - 1) in _SHELTERED or (scene.lemma(verb) == "greet" and not are_people(theirs)):
            return
        papers = _credentials(scene, verb)
        if papers is not None and scene.tree.lower(papers + 1) in {"of", "from"}:
            theirs, end = read_parties(scene, papers + 2, scene.last)
            theirs = tuple(party for party in theirs if not party.is_unnamed)
    if ours and are_present(theirs):
        for group in groups(scene, verb, end, theirs):
            there = ours + group + witnesses(scene, verb)
            yield Telling(verb, kind, status, there, "meeting-receive", verb, end=end)


def _brings_together(scene: Scene, verb: int) -> bool:
    """Whether people are brought to meet one another: "brought together Eomer and Elrond for talks"."""
    near = range(verb + 1, verb + _BROUGHT)
    return any(scene.tree.lower(at) == "together" for at in near)


def _is_guest(scene: Scene, verb: int, parties: tuple[Party, ...]) -> bool:
    """Whether people are received, not what is theirs: "Eomer was welcomed by", not "the plan of Eomer was"."""
    subjects = (c for c in scene.tree.children(verb, "nsubj") if scene.is_noun(c))
    titles = words("meetings/titles.txt")
    nouns = [c for c in subjects if scene.lemma(c) not in titles]  # "The minister of trade, Eomer, was received"
    return not nouns or any(party.span.contains(scene.tree[c].span) for party in parties for c in nouns)


def _is_of_occasion(scene: Scene, verb: int) -> bool:
    """Whether it is an occasion that is hosted: "a meeting of northern leaders, hosted by Eomer"."""
    head = scene.tree.head(verb)
    occasions = (head, *scene.tree.ancestors(head)) if head is not None else ()
    hosted = scene.lemma(verb) == "host" and scene.tree.dep(verb).startswith("acl")
    return hosted and any(scene.lemma(at) in words("meetings/gatherings.txt") for at in occasions if at < verb)


def _is_set(scene: Scene) -> bool:
    """Whether the sentence says where or when: a welcome may be no more than kind words."""
    return any(scene.is_place(at) or scene.is_time(at) for at in range(scene.first, scene.last))


def tell_by_summons(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the meeting for which an envoy is summoned: "Gondor summoned the envoy", "was summoned to the ministry"."""
    if is_passive(scene, verb):
        theirs, end, called = subject(scene, verb), verb + 1, Run(scene.first, verb)
        ours = agent(scene, verb) or phrase_after(scene, verb, frozenset({"to"}))
    else:
        ours, (theirs, end) = subject(scene, verb), read_parties(scene, verb + 1, scene.last)
        called = Run(verb + 1, end)
    host = any(not party.is_country for party in ours)
    if host and are_people(theirs) and any(scene.lemma(at) in _ENVOYS for at in called):
        yield Telling(verb, kind, status, ours + theirs, "meeting-receive", verb, end=end)


def tell_by_credentials(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the meeting at which an envoy "presented his credentials to" his host."""
    papers = _credentials(scene, verb)
    if papers is None or scene.tree.lower(papers + 1) != "to":
        return
    ours, (theirs, end) = subject(scene, verb), read_parties(scene, papers + 2, scene.last)
    if are_people(ours) and are_people(theirs):
        yield Telling(verb, kind, status, ours + theirs, "meeting-receive", verb, end=end)


def _credentials(scene: Scene, verb: int) -> int | None:
    near = range(verb + 1, verb + 8)
    return next((at for at in near if scene.tree.lower(at) in {"credentials", "credence"}), None)


def groups(scene: Scene, verb: int, end: int, theirs: tuple[Party, ...]) -> list[tuple[Party, ...]]:
    """Return those on the other side, one by one where they were met "separately", or "in separate calls".

    Nor does one telephone "both" at once.
    """
    behind = (at for at in range(end, scene.last) if scene.tree[at].start >= theirs[-1].span.end)
    last = max(end, next(behind, end))  # of a passive, those behind "by"
    each = any(is_each(scene, at) for at in range(verb, end))
    fronted = scene.tree.lower(scene.first) == "in" and scene.tree.lower(scene.first + 1) == "separate"
    both = scene.tree.lower(verb + 1) == "both" and scene.lemma(verb) in _TELEPHONING
    separate = (
        each
        or fronted
        or both
        or bool({"separate", "separately"} & {scene.tree.lower(at) for at in range(verb - 1, last + 3)})
    )
    return [(party,) for party in theirs] if separate else [theirs]


def is_object(scene: Scene, verb: int, parties: tuple[Party, ...], end: int) -> bool:
    """Whether people are received, not something of theirs: "received Eomer", not "the letter of Eomer"."""
    objects = scene.tree.children(verb, "obj", "xcomp", "ccomp")
    first = skip_adverbials(scene, verb + 1)
    late = not objects and first > verb + 1  # "received on Monday Eomer"
    if not parties or not (late or any(verb < at < end for at in objects)):
        return False
    before = [at for at in range(first, scene.last) if scene.tree[at].end <= parties[0].span.start]
    return all(
        scene.tree.lower(at - 1) in words("offices/envoy_titles.txt") | words("meetings/titles.txt")
        or is_company(scene, at - 1)
        for at in before
        if scene.tree.lower(at) in {"of", "from", "("}
    )
