"""Visits told by a noun: whose visit it is and where it goes, or whom one visits and so meets."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.nouns.governing import AT, leading_subject, prepositions
from kg.extract.meetings.nouns.sides import is_by_pronoun, is_definite
from kg.extract.meetings.party import Party, are_people, are_present, is_of_bodies
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.scene.parties import read_parties
from kg.extract.meetings.scene.phrases import is_passive, lead, paid_by, phrase_after, possessor
from kg.extract.meetings.scene.trips import visits
from kg.model import MeetingKind, MeetingStatus

POLITE = frozenset({"courtesy", "farewell", "introductory"})
"""Words before a call that is a visit."""
_OWNED = frozenset({"of", "by"})
_CHOOSE = frozenset({"choose", "pick", "select"})


def tell_by_visit(scene: Scene, noun: int, verb: int | None, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the visits that the noun tells; `verb` is the one that it hangs on."""
    yield from _received(scene, noun, verb, status) or _visit(scene, noun, verb, status)


def _received(scene: Scene, noun: int, verb: int | None, status: MeetingStatus) -> list[Telling]:
    """Return the meeting of "received a visit from Eomer"."""
    if verb is None or scene.lemma(verb) != "receive" or is_passive(scene, verb):
        return []
    ours, theirs = subject(scene, verb), phrase_after(scene, noun, frozenset({"from", "of", "by"}))
    if not (are_people(ours) and are_people(theirs)):
        return []
    return [Telling(noun, MeetingKind.MEETING, status, ours + theirs, "meeting-receive", verb, end=noun + 1)]


def _visit(scene: Scene, noun: int, verb: int | None, status: MeetingStatus) -> Iterator[Telling]:
    paid = scene.tree.lower(noun + 1) in {"paid", "made"}  # "the visit paid by Eomer"
    owners = possessor(scene, noun) or _owned_by(scene, noun + 1 if paid else noun) or paid_by(scene, noun)
    governing = leading_subject(scene, noun, verb)
    opens = lead(scene, noun) == scene.first or scene.tree.lower(lead(scene, noun) - 1) == ","
    fronted = verb is not None and noun < verb and opens
    if are_people(governing) and is_by_pronoun(scene, noun) and prepositions(scene, noun) & AT and fronted:
        owners = governing  # "In his visit to Bree, Y met": Y's
    on = "on" in prepositions(scene, noun)
    if not owners and on and scene.tree.children(noun, "cop"):  # "X is on a visit to Bree"
        owners = subject(scene, noun)
    elif not owners and verb is not None:
        owners = subject(scene, verb) if on else governing
    if not owners and is_definite(scene, noun):
        return
    rule = "visit-own" if is_by_pronoun(scene, noun) else "visit-noun"
    rule = "visit-go" if scene.lemma(noun) == "tour" else rule  # singers and tourists have tours, too
    telling = Telling(noun, MeetingKind.VISIT, status, owners, rule, verb, end=noun + 1)
    before = scene.block(noun - 1)
    if before is not None and before.country and not scene.is_demonym(before):  # "his Gondor visit"
        yield replace(telling, host=noun - 1)
        return
    for at in range(noun + 2 if paid else noun + 1, noun + 15):
        if _leads_there(scene, noun, at):
            yield from _hosted(scene, telling, at) or visits(scene, telling, at)
            return
        if scene.is_verb(at) and scene.block(at) is None:
            break
    if verb is not None and verb < noun and scene.lemma(verb) in _CHOOSE:  # "chose Bree for his first visit abroad"
        yield from visits(scene, telling, verb)


def _owned_by(scene: Scene, noun: int) -> tuple[Party, ...]:
    """Return whose visit it is behind "of" or "by"; "a tour of Gondor" is not Gondor's."""
    owners = phrase_after(scene, noun, _OWNED)
    return owners if are_present(owners) or scene.lemma(noun) != "tour" else ()


def _leads_there(scene: Scene, noun: int, at: int) -> bool:
    """Whether the word leads to where it goes: "visit to Bree", "tour of Bree", "arrival in Bree"."""
    lower = scene.tree.lower(at)
    if scene.lemma(noun) in {"arrival", "stopover"}:
        return lower == "in"
    paid_on = at == noun + 1 and lower == "on" and scene.tree.lower(noun - 1) in POLITE
    return paid_on or lower == "to" or (at == noun + 1 and lower == ("of" if scene.lemma(noun) == "tour" else "in"))


def _hosted(scene: Scene, telling: Telling, to: int) -> list[Telling]:
    """Return the visit paid to a body, or to somebody, whom one then meets."""
    place = scene.block(to + 1)
    away = place is not None and place.country is not None  # "to Bree last week Faramir ..."
    hosts = read_parties(scene, to + 1, scene.last)[0] if not away else ()
    met = are_people(hosts)
    if not hosts or not are_people(telling.parties) or not (met or is_of_bodies(hosts)):
        return []
    kind, rule = (MeetingKind.MEETING, "meeting-receive") if met else (telling.kind, telling.rule)
    return [replace(telling, kind=kind, rule=rule, parties=telling.parties + hosts)]
