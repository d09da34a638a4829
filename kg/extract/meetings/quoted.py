"""Whom "I" and "we" mean in a quotation or a turn of a transcript: whoever says it."""

from collections.abc import Iterable, Iterator

from kg.extract.meetings.party import are_people
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import subject
from kg.model import ActorKey, RegionKind

_NAME = 6  # words of "Foreign Minister Faramir:"
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})


def with_speakers(scenes: Iterable[Scene]) -> Iterator[Scene]:
    """Yield the scenes, those within a quotation or a turn with "I" and "we" standing for the one who says it.

    The sentence round a quotation comes before those in it. One that stands alone goes on with the last
    speaker.
    """
    said: dict[int, ActorKey] = {}
    last: ActorKey | None = None
    turn: ActorKey | None = None
    for scene in scenes:
        turn = _turn(scene, turn)
        for word in range(scene.first, scene.last):
            quotation = scene.tree[word].quotation
            if quotation is not None:
                last = _speaker(scene, word) or (last if _stands_alone(scene, word) else None)
                said |= {quotation: last} if last is not None else {}
        within = scene.tree.sentence.quotation
        speaker = said.get(within) if within is not None else turn
        yield scene.standing_for(_SPEAKER, speaker) if speaker is not None else scene


def _turn(scene: Scene, before: ActorKey | None) -> ActorKey | None:
    """Return whose turn of a transcript the sentence belongs to: "Faramir: We met" opens one, "Question:" ends it."""
    if scene.tree.sentence.region is not RegionKind.BODY:
        return None
    colon = next((at for at in range(scene.first, scene.first + _NAME) if scene.tree.lower(at) == ":"), None)
    if colon is None:
        return before
    named = scene.block(colon - 1)
    return named.actors[0] if named is not None and named.is_human and named.first == scene.first else None


def _speaker(scene: Scene, quotation: int) -> ActorKey | None:
    """Return the one who says what stands at the word `quotation`, if the sentence tells."""
    above = scene.tree.head(quotation)
    verbs = [verb for verb in (above, *scene.tree.children(quotation)) if verb is not None and scene.is_verb(verb)]
    found = next((who for who in (subject(scene, verb) for verb in verbs) if who), ())
    return found[0].actor if len(found) == 1 and are_people(found) else None


def _stands_alone(scene: Scene, quotation: int) -> bool:
    return all(scene.tree.pos(at) == "PUNCT" for at in range(scene.first, scene.last) if at != quotation)
