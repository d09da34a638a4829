"""Whether a noun tells an encounter as held, as planned, or as none: "refused talks", "ahead of the visit"."""

from collections.abc import Iterator
from itertools import takewhile

from kg.extract.grammar import FINITE
from kg.extract.meetings.nouns.governing import AT, WITHIN
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.modality import (
    NEGATION,
    governors,
    is_due,
    is_to_come,
    modifiers,
    own_status,
    verb_status,
)
from kg.extract.meetings.scene.phrases import lead
from kg.extract.meetings.scene.trips import TRIPS
from kg.model import MeetingStatus

_ATTENDING = frozenset({"participate", "take", "attend", "sit", "engage"})  # "did not take part in the meeting"


def noun_status(scene: Scene, noun: int, verb: int | None) -> MeetingStatus | None:
    """Return the status of the encounter that the noun at `noun` names; `verb` is the one it hangs on."""
    telling = (c for c in modifiers(scene, noun) if scene.lemma(c) != "open" and not _is_said_there(scene, c))
    described = [governors().get(scene.lemma(c)) for c in telling]
    denied = any(scene.tree.lower(c) in NEGATION | {"any", "every"} for c in modifiers(scene, noun))
    if "void" in described or denied or _is_called_off(scene, noun):
        return None
    if any(_voids(scene, noun, head) for head in _heads(scene, noun, verb)):
        return None
    if "planned" in described or _is_ahead(scene, noun) or _is_planned(scene, noun, verb):
        return MeetingStatus.PLANNED
    if verb is None or (_merely_at(scene, noun) and scene.lemma(verb) not in _ATTENDING):
        return _occasion_status(scene, noun, verb)
    return verb_status(scene, verb)


def _is_called_off(scene: Scene, noun: int) -> bool:
    """Whether its verb or the clause goes on to say that it was dropped: "his planned trip to Bree was called off"."""
    clause = takewhile(lambda at: scene.tree.pos(at) != "PUNCT", range(noun + 1, scene.last))
    off = [at for at in (*clause, scene.tree.head(noun) or noun) if scene.tree.lower(at + 1) == "off"]
    return any(scene.tree.lower(at) in {"called", "put"} and scene.lemma(at - 1) == "be" for at in off)


def _is_said_there(scene: Scene, clause: int) -> bool:
    """Whether the clause tells what was said at the meeting: "a meeting during which he called for peace"."""
    return any(
        scene.tree.lower(at) == "where" or (scene.tree.lower(at) == "which" and scene.tree.lower(at - 1) in WITHIN)
        for at in scene.tree.children(clause)
    )


def _voids(scene: Scene, noun: int, head: int) -> bool:
    """Whether the word above the noun makes the encounter no fact: "refused a meeting", "without a meeting"."""
    acts = scene.tree.dep(noun) == "nsubj" and scene.tree.tag(head) in FINITE  # "his visit suggests", "the talks open"
    convenes = scene.lemma(head) == "call" and scene.tree.dep(noun) == "obj"  # "called a meeting", not "called for"
    governs = (scene.is_noun(head) and not _is_occasion(scene, noun, head)) or not _merely_at(scene, noun)
    if governors().get(scene.lemma(head)) == "void" and governs and not acts and not convenes:
        return True
    children = (scene.tree.lower(c) for c in scene.tree.children(head, "case", "det"))
    return any(child in {"without", "no"} for child in children)  # "without a meeting", "no plans for a meeting"


def _is_occasion(scene: Scene, noun: int, head: int) -> bool:
    """Whether something is said at the meeting: "voiced readiness in a meeting", not "saw importance in talks"."""
    which = scene.tree.children(noun, "det", "nmod:poss") and scene.lemma(head) != "interest"
    return scene.tree.lower(lead(scene, noun)) in (WITHIN if which else WITHIN - {"in"})


def _is_planned(scene: Scene, noun: int, verb: int | None) -> bool:
    """Whether its verb says that it is still to come: "the summit is due on Monday", "plans a meeting"."""
    if verb is None or governors().get(scene.lemma(verb)) != "planned" or own_status(scene, verb) is None:
        return False
    ready = scene.tree.tag(verb) in {"VBN", "JJ"} and scene.tree.dep(noun).startswith("nsubj")
    return (
        ready or scene.tree.dep(noun) == "obj" or (is_due(scene, verb) and scene.tree.lower(lead(scene, noun)) == "for")
    )


def _occasion_status(scene: Scene, noun: int, verb: int | None) -> MeetingStatus | None:
    """Return the status of an occasion: "will be discussed in the meeting", but "will fly there after it"."""
    if verb is not None and scene.lemma(verb) == "meet" and scene.is_verb(verb):
        return verb_status(scene, verb)  # "whether they would meet at the Bree dialogue"
    within = any(scene.tree.lower(c) in WITHIN for c in scene.tree.children(noun, "case"))
    ahead = within and verb is not None and own_status(scene, verb) is MeetingStatus.PLANNED
    return MeetingStatus.PLANNED if ahead else MeetingStatus.HELD


def _heads(scene: Scene, noun: int, verb: int | None) -> Iterator[int]:
    heads = list(scene.tree.ancestors(noun))
    for head in heads if verb is None or verb in heads else ():  # else the parse has lost what governs the noun
        yield head
        if head == verb or scene.is_verb(head):
            return


def _merely_at(scene: Scene, noun: int) -> bool:
    """Whether the noun is only the occasion of what the verb says: "asked in the meeting", "called during talks"."""
    if scene.tree.dep(noun).startswith(("obl", "nmod")) and scene.tree.head(noun) is not None:
        cases = {scene.tree.lower(c) for c in (lead(scene, noun), *scene.tree.children(noun, "case"))}
        return bool(cases & (AT | {"on", "before"}))
    return False


def _is_ahead(scene: Scene, noun: int) -> bool:
    """Whether the words round the noun put it in the future: "ahead of his visit, which is expected to"."""
    which = scene.tree.children(noun, "det", "nmod:poss")
    if scene.tree.lower(lead(scene, noun)) == "before" and scene.lemma(noun) not in TRIPS:
        return all(scene.tree.lower(at) in {"a", "an"} for at in which)
    before = range(noun - 8, noun)
    if any(scene.tree.lower(at) in {"ahead", "eve"} and scene.tree.lower(at + 1) == "of" for at in before):
        return not any(scene.is_verb(at) for at in before if scene.tree.lower(at - 1) == "of")
    if is_to_come(scene, noun):
        return True
    return any(
        own_status(scene, clause) is MeetingStatus.PLANNED
        for clause in scene.tree.children(noun, "acl")
        if all(scene.tree.tag(c).startswith("W") for c in scene.tree.children(clause, "mark", "nsubj"))
    )
