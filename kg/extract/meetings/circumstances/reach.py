"""How far the words go that tell an encounter: which of a sentence hang on them."""

from collections.abc import Iterator

from kg.extract.dates import find_dates
from kg.extract.grammar import Run
from kg.extract.meetings.circumstances.places import OCCASIONS, SETTLED
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.nouns import names_encounter
from kg.extract.meetings.nouns.governing import SIDELINES
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.modality import joined
from kg.extract.meetings.scene.phrases import lead
from kg.lexicon import words
from kg.model import MeetingKind

_CLAUSES = ("ccomp", "advcl", "acl", "csubj", "parataxis", "conj", "root")


def is_further(scene: Scene, telling: Telling) -> bool:
    """Whether it is told by a second "with": "met with Eomer in Bree and with Elrond"."""
    return scene.tree.lower(telling.trigger) == "with"


def reach(scene: Scene, telling: Telling) -> frozenset[int]:
    """Return the words of the clause: those that hang on the trigger or its verb with no other clause between."""
    top = frozenset(tops(scene, telling))
    return frozenset(at for at in range(scene.first, scene.last) if _clause_head(scene, telling, at, top) in top)


def tops(scene: Scene, telling: Telling) -> Iterator[int]:
    """Yield the trigger, its verb, and what governs that as "is due to" does, or "co" in "co-chaired"."""
    yield telling.trigger
    if is_further(scene, telling):
        held = scene.tree.children(telling.verb, "obj") if telling.verb is not None else []
        yield from (at for at in (*held, *scene.tree.ancestors(telling.trigger)) if names_encounter(scene, at))
    verb = telling.verb
    while verb is not None:
        yield verb
        governed = scene.tree.dep(verb) == "xcomp" or scene.tree.tag(verb - 1) == "HYPH"
        below = scene.tree.head(verb)
        lost = scene.tree.tag(verb) == "VB" and below is not None and scene.tree.dep(below).startswith("acl")
        verb = below if governed else joined(scene, verb) if lost else None


def _clause_head(scene: Scene, telling: Telling, at: int, top: frozenset[int]) -> int:
    """Return the word at which climbing from `at` ends: one of `top`, or the head of another clause."""
    for head in (at, *scene.tree.ancestors(at)):
        at = head
        if scene.is_verb(head) and (says_when(scene, telling, head) or _is_purpose(scene, telling, head)):
            return telling.trigger
        if head in top:
            break
        within = telling.trigger < head < telling.end  # "the visiting minister": no clause of its own
        if scene.is_verb(head) and scene.tree.dep(head).startswith(_CLAUSES) and not within:
            break
    return at


def says_when(scene: Scene, telling: Telling, verb: int) -> bool:
    """Whether the verb only says that its noun takes place: "a meeting held in", "his visit, which is expected"."""
    if scene.lemma(verb) not in words("meetings/taking_place.txt"):
        return False
    beside = (
        telling.trigger < verb <= telling.trigger + 2 and scene.tree.tag(verb) == "VBN"
    )  # parsers join it elsewhere
    relative = any(
        scene.tree.tag(c) == "WDT" and telling.end <= c <= telling.end + 1 for c in scene.tree.children(verb)
    )
    return beside or relative or scene.tree.head(verb) == telling.trigger


def _is_purpose(scene: Scene, telling: Telling, verb: int) -> bool:
    """Whether it is what one travels for, its day that of the trip: "visited Bree to attend a feast in May"."""
    travels = telling.kind is MeetingKind.VISIT and scene.tree.head(verb) == telling.verb
    return travels and scene.tree.tag(verb) == "VB" and scene.lemma(verb) in words("meetings/holders.txt")


def belongs(scene: Scene, telling: Telling, run: Run) -> bool:
    """Whether the words hang on the encounter, not on something else that the clause is about.

    "met Elrond to discuss the war in Mordor": the war is there, not the meeting.
    """
    allowed = set(_backbone(scene, telling))
    for head in scene.tree.ancestors(run.last - 1):
        if head in run:
            continue
        if head in allowed or (scene.is_verb(head) and says_when(scene, telling, head)):
            return True
        if (
            scene.is_noun(head)
            and (
                telling.rule == "meeting-with" or not telling.trigger < head < telling.end
            )  # "discussed with X the war in"
            and not _is_circumstance(scene, telling, head)
        ):
            return False
    return True


def _backbone(scene: Scene, telling: Telling) -> Iterator[int]:
    yield from tops(scene, telling)
    for head in scene.tree.ancestors(telling.trigger):
        if head == telling.verb:
            break
        yield head


def _is_circumstance(scene: Scene, telling: Telling, word: int) -> bool:
    """Whether the noun names a party, a place or a time, on which another circumstance is often hung by mistake."""
    block = scene.block(word)
    span = scene.tree[word].span
    if any(party.span.contains(span) for party in telling.parties) or scene.is_place(word):
        return True
    lower = scene.tree.lower(word)
    beside = {scene.tree.lower(at) for at in range(telling.trigger if telling.trigger < word else scene.first, word)}
    body = lower in OCCASIONS or (block is not None and block.is_organization)
    if body and beside & SIDELINES:
        return True  # "on the sidelines of the summit in Bree"
    above = scene.tree.head(word)
    before = scene.tree.lower(lead(scene, word))
    for_talks = before == "for" and names_encounter(scene, word)
    if (before == "in" or for_talks) and above is not None and above in {telling.trigger, telling.verb}:
        return True  # "was welcomed in a feast at the Great Hall", "received him for talks in Bree"
    while before == "of" and above is not None and not names_encounter(scene, above):
        before, above = scene.tree.lower(lead(scene, above)), scene.tree.head(above)
    if before == "at" or (above is not None and before == "of"):
        return True  # "met him at the gates in Bree", "chaired the meeting of heads of the council in Bree"
    return (
        (block is not None and block.is_human)
        or lower in words("meetings/facilities.txt") | words("times/parts_of_time.txt") | SETTLED
        or bool(find_dates(scene.tree.annotation.text, span))
    )
