"""Who was there, told in a clause of its own: who "was present", whom a delegation "included", who came along."""

from collections.abc import Iterator
from itertools import chain

from kg.extract.grammar import FINITE
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.nouns import names_encounter
from kg.extract.meetings.nouns.sides import distinct, is_bare, is_definite
from kg.extract.meetings.party import are_people, are_present
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import noun_parties, subject
from kg.extract.meetings.scene.modality import verb_status
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.phrases import agent, is_passive
from kg.extract.meetings.verbs.attendance import by_whom, roll
from kg.lexicon import words
from kg.model import MeetingKind, MeetingStatus

_WERE = 15  # words of "Also present at the meeting together with the steward were"
_THEM = frozenset({"them", "him", "her"})
_MEMBERSHIP = frozenset({"include", "comprise"})


def tell_by_members(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield who "the delegation included" that met as told before."""
    if scene.lemma(word) not in _MEMBERSHIP or not scene.is_verb(word):
        return
    above = scene.tree.head(word)
    whose = [
        above if above is not None and scene.tree.lower(c) in {"which", "that"} else c
        for c in scene.tree.children(word, "nsubj")
    ]
    groups = [at for at in whose if scene.lemma(at) in words("meetings/groups.txt")]
    members = read_parties(scene, word + 1, scene.last)[0] if groups else ()
    if are_people(members):
        yield Telling(word, MeetingKind.MEETING, MeetingStatus.HELD, members, "meeting-reference", refers=True)


def tell_by_presence(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield who "was present" or "in attendance" at the meeting told before."""
    if scene.tree.lower(word) not in {"attendance", "present"}:
        return
    if scene.tree.lower(word) == "attendance" and scene.tree.lower(word - 1) != "in":
        return
    subjects = scene.tree.children(word, "nsubj")
    where = next((at for at in range(word + 1, word + 8) if names_encounter(scene, at)), None)
    elsewhere = scene.tree.lower(word) == "present" and scene.tree.lower(word + 1) in {"in", "on"}
    also = scene.tree.lower(word - 1) == "also"
    if elsewhere if where is None else not (is_definite(scene, where) and (also or is_bare(scene, where))):
        return  # "are present in Gondor"
    opens = also and word - 1 == scene.first
    were = next((at for at in range(word, word + _WERE) if scene.lemma(at) == "be"), None)
    if opens and were is not None:  # "Also present at the meeting were Eomer and Elrond"
        there = roll(scene, were + 1)
        yield Telling(word, MeetingKind.MEETING, _status(scene, word), there, "meeting-presence", refers=True)
    elif subjects and any(scene.tree.children(at, "cop") for at in (word, subjects[0])):
        listed = (scene.block(at) for at in scene.tree.children(subjects[0], "conj"))
        others = (read_parties(scene, block.first, word)[0] for block in listed if block is not None)
        there = distinct(noun_parties(scene, subjects[0], word) + tuple(chain.from_iterable(others)))
        yield Telling(word, MeetingKind.MEETING, _status(scene, word), there, "meeting-presence", refers=True)


def tell_by_coming(scene: Scene, verb: int) -> Iterator[Telling]:
    """Yield who "attended" the meeting told before, with no word of which: "they were attended by Eomer"."""
    if scene.lemma(verb) == "attend" and is_passive(scene, verb):
        its = [c for c in scene.tree.children(verb, "nsubj") if scene.tree.lower(c) in {"it", "they"}]
        by = by_whom(scene, verb)
        if its and by is not None and are_people(there := roll(scene, by)):
            of_all = scene.tree.lower(its[0]) == "they"
            status = _status(scene, verb)
            yield Telling(verb, MeetingKind.MEETING, status, there, "meeting-attended", refers=True, of_all=of_all)
        return
    closes = scene.tree.lower(verb + 1) in {".", ",", ";", "too", "along", "alongside", "as"}
    if scene.lemma(verb) not in {"attend", "participate"} or not scene.is_verb(verb) or not closes:
        return
    if scene.tree.tag(verb) in FINITE and are_people(there := subject(scene, verb)):
        yield Telling(verb, MeetingKind.MEETING, _status(scene, verb), there, "meeting-presence", refers=True)


def _status(scene: Scene, word: int) -> MeetingStatus:
    return verb_status(scene, word) or MeetingStatus.HELD


def tell_by_company(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield who came with one who met as told before: "Faramir was accompanied by Eomer", "Eomer accompanied him"."""
    if scene.lemma(word) not in {"accompany", "join"} or not scene.is_verb(word):
        return
    if is_passive(scene, word):
        led, company = subject(scene, word), agent(scene, word)
    elif scene.lemma(word) == "accompany" or scene.tree.lower(word + 1) in _THEM:
        led, company = read_parties(scene, word + 1, scene.last)[0], subject(scene, word)
    else:
        return
    if are_present(led) and are_people(company):
        yield Telling(word, MeetingKind.MEETING, _status(scene, word), led + company, "meeting-company", refers=True)


def tell_by_leaders(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield who led those that met as told before: "Eomer led the Rohirric side", "the team was led by Elrond"."""
    if scene.lemma(word) not in {"lead", "head"} or not scene.is_verb(word):
        return
    passive = is_passive(scene, word)
    led = scene.tree.children(word, "nsubj" if passive else "obj")
    sent = words("meetings/groups.txt") | {"side"}
    groups = [
        at for at in led if scene.lemma(at) in sent and is_definite(scene, at) and scene.tree.lower(at + 1) != "to"
    ]
    leaders = agent(scene, word) if passive else subject(scene, word)
    if groups and are_people(leaders):
        yield Telling(word, MeetingKind.MEETING, MeetingStatus.HELD, leaders, "meeting-reference", refers=True)


def tell_by_attendance(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield who is listed: "Leaders attending the summit include X", "Among those present at the meeting were X"."""
    if not (scene.lemma(word) in _MEMBERSHIP or scene.lemma(word) == "be"):
        return
    before = range(scene.first, word)
    occasion = next((at for at in before if names_encounter(scene, at)), None)
    there = any(scene.lemma(at) in {"attend", "participate"} or scene.tree.lower(at) == "present" for at in before)
    opens = scene.lemma(word) != "be" or scene.tree.lower(scene.first) == "among"
    if occasion is None or not (there and opens) or scene.block(scene.first) is not None:
        return
    listed = read_parties(scene, word + 1, scene.last)[0]
    if are_people(listed):
        status = MeetingStatus.HELD
        yield Telling(occasion, MeetingKind.MEETING, status, listed, "meeting-attended", refers=True)
