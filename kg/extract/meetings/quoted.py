"""Whom "I" and "we" mean in a quotation: whoever says it."""

from collections.abc import Iterable, Iterator

from kg.extract.meetings.clauses import subject
from kg.extract.meetings.party import are_people
from kg.extract.meetings.scene import Scene
from kg.model import ActorKey

_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})


def with_speakers(scenes: Iterable[Scene]) -> Iterator[Scene]:
    """Yield the scenes, those within a quotation with "I" and "we" standing for the one who says it.

    The sentence round a quotation comes before those in it. One that stands alone goes on with the last
    speaker.
    """
    said: dict[int, ActorKey] = {}
    last: ActorKey | None = None
    for scene in scenes:
        for word in range(scene.first, scene.last):
            quotation = scene.tree[word].quotation
            if quotation is not None:
                last = _speaker(scene, word) or (last if _stands_alone(scene, word) else None)
                said |= {quotation: last} if last is not None else {}
        speaker = said.get(scene.tree.sentence.quotation if scene.tree.sentence.quotation is not None else -1)
        yield scene.standing_for(_SPEAKER, speaker) if speaker is not None else scene


def _speaker(scene: Scene, quotation: int) -> ActorKey | None:
    """Return the one who says what stands at the word `quotation`, if the sentence tells."""
    above = scene.tree.head(quotation)
    verbs = [verb for verb in (above, *scene.tree.children(quotation)) if verb is not None and scene.is_verb(verb)]
    found = next((who for who in (subject(scene, verb) for verb in verbs) if who), ())
    return found[0].actor if len(found) == 1 and are_people(found) else None


def _stands_alone(scene: Scene, quotation: int) -> bool:
    return all(scene.tree.pos(at) == "PUNCT" for at in range(scene.first, scene.last) if at != quotation)
