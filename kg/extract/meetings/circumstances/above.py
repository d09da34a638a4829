"""The clause above the one that tells of an encounter, which may say where and when: that of a trip, of a speech."""

from kg.extract.grammar import DASHES
from kg.extract.meetings.circumstances.places import Located, place_at
from kg.extract.meetings.circumstances.reach import tops
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.scene import TIME_UNITS, Scene
from kg.extract.meetings.scene.modality import is_ahead, is_due
from kg.extract.meetings.verbs import is_travel, tells_meeting
from kg.model import MeetingKind, MeetingStatus

LONG = TIME_UNITS - {"hour"}
PAST = frozenset({"VBD", "VBN"})
_JOINED = frozenset({"xcomp", "conj", "advcl"})
_WAYS = frozenset({"up", "down", "over", "back", "on"})


def clause_above(scene: Scene, telling: Telling) -> int | None:
    """Return the word whose day is the clause's, too: "said on Monday after meeting", "came on Monday and met".

    Of what is to come it is where one will be: "is due in *Bree* on Monday to meet".
    """
    verb = telling.verb
    above = scene.tree.head(verb) if verb is not None else None
    if verb is None or above is None or telling.kind is MeetingKind.VISIT:
        return None
    if telling.status is MeetingStatus.PLANNED:
        there = is_due(scene, above) or scene.is_place(above) or scene.tree.lower(above) == "capital"
        return above if there and scene.tree.lower(verb - 1) == "to" else _trip_above(scene, verb)
    if (where := opening(scene, telling)) is not None:
        return next((at for at in scene.tree.ancestors(verb) if at < where and is_travel(scene, at)), None)
    marks = (c for c in scene.tree.children(verb, "mark") if scene.tree.lower(c) in {"after", "following", "by", "as"})
    mark = next(marks, None)
    if mark is not None and scene.tree.lower(mark - 1) == ",":
        while above is not None and scene.tree.dep(above) in {"ccomp", "xcomp", "acl"}:
            above = scene.tree.head(above)
    subjects = [scene.tree.tag(c) for c in scene.tree.children(verb, "nsubj", "nsubj:pass")]
    pronoun = "PRP" in subjects  # "as she met"
    timed = mark is not None and scene.lemma(mark - 1) not in LONG  # not "a day after"
    led = timed and (scene.tree.tag(verb) == "VBG" or (pronoun and scene.tree.tag(verb) == "VBD"))
    if above is None or scene.tree.tag(above) not in PAST:
        return None
    same = pronoun or not subjects  # not "X visited Bree in May, and in June Y met"
    joined_to = same and scene.tree.dep(verb) == "conj" and scene.tree.tag(verb) in PAST and tells_meeting(scene, above)
    return above if led or joined_to else None


def _trip_above(scene: Scene, verb: int) -> int | None:
    """Return the trip to come on which it will be: "arrives on Friday and is to meet", "will go to Bree to meet".

    Of a trip in the past it is the purpose alone: "flew to Bree on Friday to meet".
    """
    at = verb
    while scene.tree.dep(at) in _JOINED and {scene.tree.lower(c) for c in scene.tree.children(at, "mark")} <= {"to"}:
        purpose = at == verb and scene.tree.dep(at) != "conj" and scene.tree.tag(at) == "VB"
        above = scene.tree.head(at)
        if above is None or above > at:
            return None
        if is_travel(scene, above):
            return above if purpose or scene.tree.tag(above) not in PAST else None
        at = above
    return None


def is_to_come(scene: Scene, verb: int) -> bool:
    """Whether a trip told in the present is still to come: "arrives on Friday and will meet"."""
    joined = scene.tree.children(verb, "conj")
    ahead = (
        is_ahead(scene, at) or any(scene.tree.lower(c) == "will" for c in scene.tree.children(at, "aux"))
        for at in joined
    )
    return scene.tree.tag(verb) in {"VBZ", "VBP"} and is_travel(scene, verb) and any(ahead)


def opening(scene: Scene, telling: Telling) -> int | None:
    """Return where the clause opens that only tells what happened on a journey: "where he met"."""
    below = (at for top in tops(scene, telling) for at in scene.tree.children(top))
    return next((opens for at in below if (opens := _where(scene, at)) is not None), None)


def _where(scene: Scene, word: int) -> int | None:
    """Return where the relative clause opens that the word introduces, if that says where, or when."""
    apart = scene.tree.lower(word - 1) in {",", "-", *DASHES} or scene.tree.tag(word - 1) == "CD"
    if scene.tree.tag(word) == "WRB" and (
        scene.tree.lower(word) == "where" or (scene.tree.lower(word) == "when" and apart)
    ):
        return word
    during = scene.tree.lower(word) == "which" and scene.tree.lower(word - 1) in {"during", "in"}
    return word - 1 if during else None


def goal(scene: Scene, verb: int) -> Located | None:
    """Return where a trip goes: "visits Bree", "arrives in Bree", "went up to the Golden Hall", "left for Bree"."""
    at = verb + 2 if scene.tree.lower(verb + 1) in _WAYS else verb + 1
    lead = scene.tree.lower(at)
    if scene.lemma(verb) in {"leave", "depart"} and lead != "for":
        return None
    return place_at(scene, at + 1 if lead in {"to", "in", "at", "for"} else at)
