"""Whom "the trio" and "the three ministers" mean: as many as were the subject before."""

from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.grammar import FINITE
from kg.extract.meetings.clauses import subject
from kg.extract.meetings.scene import Scene
from kg.lexicon import table
from kg.model import ActorKey

_GROUPS = {"duo": 2, "pair": 2, "trio": 3, "quartet": 4}
_BACK = 2  # sentences


def with_groups(scenes: Iterable[Scene]) -> Iterator[Scene]:
    """Yield the scenes, with those in place of a number that are nobody yet: "the trio met"."""
    recent: list[Scene] = []
    for scene in scenes:
        meant = scene
        for word in range(scene.first + 1, scene.last):
            number = _numbers().get(scene.tree.lower(word))
            opens = scene.tree.lower(word - 1) == "the" and scene.block(word) is None and _is_subject(scene, word)
            if number is not None and opens and (actors := _last(recent, number)):
                meant = meant.naming(word, actors)
        yield meant
        recent = [*recent[1 - _BACK :], scene]


@cache
def _numbers() -> dict[str, int]:
    return _GROUPS | {word: int(number) for word, number in table("numbers.tsv") if int(number) > 1}


def _is_subject(scene: Scene, word: int) -> bool:
    """Whether the number, or the noun that it counts, is a subject; parsers hang "after the trio met" elsewhere.

    "The meeting between the two officials" is theirs, too.
    """
    head = scene.tree.head(word)
    counts = head is not None and scene.tree[word].dep == "nummod"
    counted = head if head is not None and counts else word
    between = scene.tree.lower(word - 2) == "between"
    return between or scene.tree[counted].dep.startswith("nsubj") or scene.tree.tag(counted + 1) in FINITE


def _last(scenes: list[Scene], number: int) -> tuple[ActorKey, ...]:
    """Return the actors of the latest subject that is so many, or nobody."""
    for scene in reversed(scenes):
        verbs = (at for at in range(scene.last - 1, scene.first - 1, -1) if scene.is_verb(at))
        for verb in verbs:
            actors = tuple(dict.fromkeys(party.actor for party in subject(scene, verb)))
            if len(actors) == number:
                return actors
    return ()
