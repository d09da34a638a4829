"""Whom "the trio", "the three ministers" and "the two countries" mean: as many as were told before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from kg.extract.grammar import FINITE, Run
from kg.extract.meetings.merging.capacities import Capacities
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.verbs import tell_by_verb
from kg.lexicon import table
from kg.model import ActorKey

_GROUPS = {"duo": 2, "pair": 2, "trio": 3, "quartet": 4}
_LANDS = frozenset({"country", "nation", "state", "government", "neighbour", "neighbor"})
_BACK = 2  # sentences


def with_groups(scenes: Iterable[Scene], capacities: Capacities) -> Iterator[Scene]:
    """Yield the scenes, with those in place of a number that are nobody yet: "the trio met"."""
    recent: list[Scene] = []
    named: Counter[ActorKey] = Counter()
    for scene in scenes:
        meant = scene
        named.update(_countries(scene, capacities))
        for word in range(scene.first, scene.last):
            number = _number(scene, word)
            counts = number and scene.block(word) is None and _is_subject(scene, word)
            if counts and number is not None and (actors := _last(recent, number)):
                meant = meant.naming(Run(word, word + 1), actors)
            if scene.lemma(word) in _LANDS and scene.block(word) is None and _are_two(scene, word):
                told = (dict.fromkeys(_countries(each, capacities)) for each in (scene, *reversed(recent)))
                lands = _pair(told, named)
                meant = meant.naming(Run(word - 1, word + 1), lands) if lands else meant
        yield meant
        recent = [*recent[1 - _BACK :], scene]


def _number(scene: Scene, word: int) -> int | None:
    """Return how many the word says that they are: "the trio", "the three ministers", "both ministers"."""
    if scene.tree.lower(word) == "both":
        return 2 if scene.tree.tag(word + 1) in {"NNS", "NNPS"} and scene.lemma(word + 1) not in _LANDS else None
    return _numbers().get(scene.tree.lower(word)) if scene.tree.lower(word - 1) == "the" else None


@cache
def _numbers() -> dict[str, int]:
    return _GROUPS | {word: int(number) for word, number in table("numbers.tsv") if int(number) > 1}


def _countries(scene: Scene, capacities: Capacities) -> Iterator[ActorKey]:
    """Yield the countries that the sentence names, or whose people it does, as often as it does."""
    for block in scene.blocks(Run(scene.first, scene.last)):
        for actor in block.actors:
            if (land := capacities.country(actor)) is not None:
                yield ActorKey(f"country:{land}")


def _are_two(scene: Scene, word: int) -> bool:
    """Whether the noun is of two that are known: "the two countries", "both governments"."""
    return scene.tree.lower(word - 1) == "both" or (
        scene.tree.lower(word - 1) == "two" and scene.tree.lower(word - 2) in {"the", "these", "our"}
    )


def _pair(told: Iterable[Mapping[ActorKey, None]], named: Counter[ActorKey]) -> tuple[ActorKey, ...]:
    """Return the two countries of the latest sentence that names more than one, else the two named most often."""
    latest = next((lands for lands in told if len(lands) > 1), {})
    often = [land for land, _ in named.most_common(2)]
    return tuple(latest) if len(latest) == 2 else tuple(often) if len(often) == 2 else ()


def _is_subject(scene: Scene, word: int) -> bool:
    """Whether the number, or the noun that it counts, is a subject; parsers hang "after the trio met" elsewhere.

    "The meeting between the two officials" is theirs, too.
    """
    head = scene.tree.head(word)
    counts = head is not None and scene.tree.dep(word) in {"nummod", "det"}
    counted = head if head is not None and counts else word
    between = scene.tree.lower(word - 2) == "between"
    return between or scene.tree.dep(counted).startswith("nsubj") or scene.tree.tag(counted + 1) in FINITE


def _last(scenes: list[Scene], number: int) -> tuple[ActorKey, ...]:
    """Return the actors of the latest subject that is so many, or of those who met there, or nobody."""
    for scene in reversed(scenes):
        verbs = [at for at in range(scene.last - 1, scene.first - 1, -1) if scene.is_verb(at)]
        met = (telling.parties for verb in verbs for telling in tell_by_verb(scene, verb))
        for parties in chain((subject(scene, verb) for verb in verbs), met):
            actors = tuple(dict.fromkeys(party.actor for party in parties))
            if len(actors) == number:
                return actors
    return ()
