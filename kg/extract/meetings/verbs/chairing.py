"""Those who lead a meeting together."""

from collections.abc import Iterator

from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.party import are_people
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.scene.phrases import with_parties
from kg.lexicon import words
from kg.model import MeetingKind, MeetingStatus

_ORDINAL = 4  # words of "the 5th Gondor-Rohan joint commission"


def tell_by_chairing(scene: Scene, verb: int, kind: MeetingKind, status: MeetingStatus) -> Iterator[Telling]:
    """Yield the meeting that several chair together: "chaired the council with Eomer"."""
    chaired = scene.tree.children(verb, "obj", "xcomp")
    head = scene.tree.head(verb)
    if head is not None and scene.tree.dep(verb) == "acl:relcl":  # "talks that Faramir chaired with Eomer"
        chaired.append(head)
    led = [at for at in chaired if scene.lemma(at) in words("meetings/gatherings.txt") or _is_numbered(scene, at)]
    ours = subject(scene, verb)
    if len(ours) == 1 and led:
        ours += with_parties(scene, max(verb, led[0]))[0]
    if len(ours) > 1 and are_people(ours) and led:
        yield Telling(verb, kind, status, ours, "meeting-held", verb, end=led[0] + 1)


def _is_numbered(scene: Scene, body: int) -> bool:
    """Whether the words before a body make it one of its sessions: "the 5th joint commission"."""
    return scene.lemma(body) == "commission" and any(
        scene.tree.tag(at) in {"JJ", "CD"} and scene.tree.lower(at)[-2:] in {"st", "nd", "rd", "th"}
        for at in range(body - _ORDINAL, body)
    )
