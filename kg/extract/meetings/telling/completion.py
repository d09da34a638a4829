"""Who takes part as the rest of the sentence tells it, or the sentences before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.meetings.encounter import Telling
from kg.extract.meetings.nouns.governing import prepositions
from kg.extract.meetings.nouns.sides import distinct
from kg.extract.meetings.party import Party, are_people
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.scene.clauses import subject

_PAIR = 2


def in_one_sentence(scene: Scene, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Leave out who came along where the sentence itself tells whom both met: "Faramir, with Eomer, met Elrond".

    "Faramir met Eomer in a meeting together with Elrond" is one meeting of the three.
    """
    for telling in tellings:
        others = [told for told in tellings if told is not telling and not told.refers]
        if telling.rule == "meeting-company" and any(set(telling.parties) < set(told.parties) for told in others):
            continue
        if any(_is_occasion(scene, telling, told) for told in others):
            continue
        occasions = [told.parties for told in others if _is_occasion(scene, told, telling)]
        yield replace(telling, parties=distinct(sum(occasions, telling.parties))) if occasions else telling


def _is_occasion(scene: Scene, telling: Telling, met: Telling) -> bool:
    """Whether the noun of `telling` is the meeting that the verb of `met` tells: "met Eomer in a meeting with"."""
    nominal, verbal = telling.rule == "meeting-noun", met.rule == "meeting-verb" and met.trigger == telling.verb
    return nominal and verbal and bool(prepositions(scene, telling.trigger) & {"in", "at"})


def with_authors(scene: Scene, recent: Sequence[Scene], telling: Telling) -> Telling:
    """Add whose words they were where only the other side is told: "X said ... The remarks were made in talks with".

    "The envoy made the remarks" is whoever said them. One who alone speaks in a meeting meets him with whom he has just
    done something: "Faramir and Eomer disagreed. In a meeting in Bree, Eomer said".
    """
    if telling.rule == "meeting-alone" and (pair := _pair_before(scene, recent, telling)):
        return replace(telling, parties=pair, rule="meeting-held")
    nameless = {party for party in telling.parties if _is_the_speaker(scene, telling, party)}
    if telling.rule != "meeting-remarks" and not nameless:
        return telling
    authors = (subject(before, verb) for before, verb in words_before(recent))
    author = next(filter(are_people, authors), ())
    others = tuple(party for party in telling.parties if party not in nameless)
    return replace(telling, parties=author + others)


def _pair_before(scene: Scene, recent: Sequence[Scene], telling: Telling) -> tuple[Party, ...]:
    """Return the two who do something in a sentence before, if the one who meets is one of them, or nobody."""
    if scene.tree.lower(telling.trigger + 1) == "of" or len(telling.parties) != 1:
        return ()
    verbs = ((before, at) for before in reversed(recent) for at in range(before.first, before.last))
    found = (distinct(subject(before, at)) for before, at in verbs if before.is_verb(at))
    alone = telling.parties[0].actor
    return next((two for two in found if len(two) == _PAIR and alone in {party.actor for party in two}), ())


def _is_the_speaker(scene: Scene, telling: Telling, party: Party) -> bool:
    """Whether somebody without a name is who made the remarks: "The Gondorian envoy made the remarks in a meeting"."""
    words_of = [at for at in range(scene.first, telling.trigger) if party.span.contains(scene.tree[at].span)]
    if not (telling.remarks and party.is_unnamed and words_of):
        return False
    return scene.tree.lower(words_of[0] - 1) == "the" and scene.tree.tag(words_of[-1]) == "NN"


def words_before(recent: Sequence[Scene]) -> Iterator[tuple[Scene, int]]:
    """Yield the verbs that told somebody's words in the sentences before, the latest sentence first."""
    for scene in reversed(recent):
        for verb in range(scene.first, scene.last):
            told = scene.tree.children(verb, "ccomp", "parataxis", "obj", "obl")
            named = scene.block(verb - 1)  # parsers may lose the subject of "President Faramir ordered"
            by = scene.tree.children(verb, "nsubj") or (named is not None and named.is_human)
            if scene.is_verb(verb) and told and by:
                yield scene, verb
