"""Assemblies: whoever speaks to a body that sits takes part in its meeting ("told the council", "a speech to MPs")."""

from collections.abc import Iterator
from functools import cache

from kg.extract.grammar import Run
from kg.extract.meetings.clauses import subject
from kg.extract.meetings.delegates import unnamed
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.governing import governing_verb, is_passive, lead, prepositions
from kg.extract.meetings.modality import verb_status
from kg.extract.meetings.party import Party, are_people
from kg.extract.meetings.phrases import agent, possessor
from kg.extract.meetings.scene import Scene
from kg.lexicon import table, words
from kg.model import MeetingKind

_BEFORE = frozenset({"to", "before", "at", "in"})
_GIVE = frozenset({"deliver", "make", "give", "present"})
_PARTS = frozenset({"of", "for", "on"})


@cache
def _hearing() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in table("meeting_hearing.tsv"))


def tell_by_assembly(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield the meeting of the assembly whose phrase ends at `word` with who speaks to it."""
    body = _assembly(scene, word)
    if body is None:
        return
    before = lead(scene, word)
    verb, speakers = _spoken_by(scene, before) or _briefed(scene, word) or (None, ())
    status = verb_status(scene, verb) if verb is not None else None
    if verb is not None and status is not None and are_people(speakers):
        parties = (*(party for party in speakers if are_people((party,))), body)
        yield Telling(word, MeetingKind.MEETING, status, parties, "meeting-assembly", verb, end=word + 1)


def _assembly(scene: Scene, word: int) -> Party | None:
    """Return the body whose name ends at `word`, or that the noun there describes: "the council", "Gondorian MPs"."""
    block = scene.block(word)
    if scene.is_noun(word + 1) or scene.tree.tag(word + 1) == "POS":
        return None
    if block is not None and block.is_organization and block.last == word + 1:
        head = next((at - 1 for at in range(block.first + 1, block.last) if scene.tree.lower(at) in _PARTS), word)
        chamber = scene.tree.lower(head) == "house" and head < word  # "House of Commons", not "White House"
        named = chamber or scene.lemma(head) in words("meeting_assemblies.txt")
        return Party(block.actors[0], scene.span(block.first, block.last)) if named else None
    if block is not None or scene.lemma(word) not in words("meeting_assemblies.txt") or not scene.is_noun(word):
        return None
    first = word
    while scene.is_noun(first - 1) or scene.tree.tag(first - 1) == "JJ":
        first -= 1
    return unnamed(scene, Run(first, word + 1))


def _spoken_by(scene: Scene, before: int) -> tuple[int, tuple[Party, ...]] | None:
    """Return the verb by which somebody speaks, and who; `before` is the word that leads to the assembly."""
    if (scene.lemma(before), "object") in _hearing() and scene.is_verb(before):
        return (before, subject(scene, before)) if not is_passive(scene, before) else None
    if scene.tree.lower(before) not in _BEFORE:
        return None
    said = before - 1
    if scene.is_verb(said) and (scene.lemma(said), "after") in _hearing():
        return said, subject(scene, said)
    if not scene.is_noun(said) or not {(scene.lemma(said), "speech"), (scene.tree.lower(said), "speech")} & _hearing():
        return None
    verb = governing_verb(scene, said)
    given = verb is not None and (scene.lemma(verb) in _GIVE or prepositions(scene, said) & {"in", "during", "at"})
    return (verb, possessor(scene, said) or subject(scene, verb)) if verb is not None and given else None


def _briefed(scene: Scene, word: int) -> tuple[int, tuple[Party, ...]] | None:
    """Return who speaks to it in "the council was briefed by Eomer"."""
    verb = scene.tree.head(word)
    if verb is None or not scene.tree[word].dep.startswith("nsubj") or not is_passive(scene, verb):
        return None
    return (verb, agent(scene, verb)) if (scene.lemma(verb), "object") in _hearing() else None
