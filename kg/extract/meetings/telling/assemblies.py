"""Assemblies: whoever speaks to a body that sits meets it ("briefed the council", "a speech to the MPs")."""

from collections.abc import Iterator, Mapping
from functools import cache

from kg.extract.grammar import Run
from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.nouns.governing import WITHIN, governing_verb, prepositions
from kg.extract.meetings.nouns.sides import is_by_pronoun
from kg.extract.meetings.party import Party, are_people, people_of
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import subject
from kg.extract.meetings.scene.delegates import unnamed
from kg.extract.meetings.scene.modality import verb_status
from kg.extract.meetings.scene.phrases import agent, is_passive, lead, possessor
from kg.lexicon import table
from kg.model import MeetingKind

_BEFORE = frozenset({"to", "before", "at", "in"})
_GIVE = frozenset({"deliver", "make", "give", "present"})
_MEMBERS = frozenset({"member", "lawmaker", "legislator", "mp", "deputy"})
_PARTS = frozenset({"of", "for", "on"})


@cache
def _assemblies() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table("meetings/assemblies.tsv")}


@cache
def _hearing() -> Mapping[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in table("meetings/hearing.tsv")}


def tell_by_assembly(scene: Scene, word: int) -> Iterator[Telling]:
    """Yield the meeting of the assembly whose phrase ends at `word` with who speaks to it."""
    sort = _assemblies().get(scene.lemma(_head(scene, word)))
    if sort is None or not scene.is_noun(word) or scene.is_noun(word + 1) or scene.tree.tag(word + 1) == "POS":
        return
    verb, speakers, hears = _heard(scene, word)
    status = verb_status(scene, verb) if verb is not None and hears in {sort, "house"} else None
    if status is not None and are_people(speakers):
        parties = (*people_of(speakers), _party(scene, word))
        yield Telling(word, MeetingKind.MEETING, status, parties, "meeting-assembly", verb, end=word + 1)


def _head(scene: Scene, word: int) -> int:
    """Return the word that says what the body is whose name ends at `word`: "Council" of "Council of Elders"."""
    block = scene.block(word)
    if block is None or not block.is_organization or block.last != word + 1:
        return word
    return next((at - 1 for at in range(block.first + 1, block.last) if scene.tree.lower(at) in _PARTS), word)


def _party(scene: Scene, word: int) -> Party:
    """Return the body named up to `word`, or described there: "Gondorian MPs"."""
    block = scene.block(word)
    if block is not None:
        return Party(block.actors[0], scene.span(block.first, block.last))
    first = word
    while scene.is_noun(first - 1) or scene.tree.tag(first - 1) == "JJ":
        first -= 1
    return unnamed(scene, Run(first, word + 1))


def _heard(scene: Scene, word: int) -> tuple[int | None, tuple[Party, ...], str | None]:
    """Return the verb by which somebody speaks to the assembly, who, and to which sort of them that is an encounter."""
    before = lead(scene, word)
    if scene.tree.lower(before) == "of" and scene.lemma(before - 1) in _MEMBERS:
        before = lead(scene, before - 1)  # "briefed the members of the council"
    said = before - 1 if scene.tree.lower(before) in _BEFORE else before
    how = "object" if said == before else "after"
    if scene.is_verb(said) and not is_passive(scene, said):
        return said, subject(scene, said), _hearing().get((scene.lemma(said), how))
    if scene.is_noun(said) and how == "after":
        return _by_speech(scene, said)
    verb = scene.tree.head(word)
    if verb is not None and scene.tree.dep(word).startswith("nsubj") and is_passive(scene, verb):
        return verb, agent(scene, verb), _hearing().get((scene.lemma(verb), "object"))  # "MPs were briefed by Eomer"
    return None, (), None


def _by_speech(scene: Scene, speech: int) -> tuple[int | None, tuple[Party, ...], str | None]:
    """Return who gives the speech, or says something in it."""
    verb = governing_verb(scene, speech)
    if verb is None or not (scene.lemma(verb) in _GIVE or prepositions(scene, speech) & WITHIN):
        return None, (), None
    speakers = () if is_by_pronoun(scene, speech) and speech < verb else possessor(scene, speech)
    return verb, speakers or subject(scene, verb), _hearing().get((scene.lemma(speech), "speech"))
