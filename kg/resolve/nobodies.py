"""Names that one document takes for a person's, and others for a place, a ship, a work or an organisation."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model.facts import ActorKey, Actors, Facts, Organization, Person, Statement
from kg.resolve.persons import parse_person

_MINORITY = 3  # as many times more documents may take the name for a person's: few pages call a port "the port X"


def without_nobodies(facts: Sequence[Facts]) -> list[Facts]:
    """Leave out persons who do nothing in any document, if others use their names for something else.

    To do something is to speak, to meet somebody or to hold an office. Whose name is as often
    an organisation's, and who does no more than speak, is that organisation.
    """
    named, idle, things, bodies = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    met, spoke = set[str](), set[str]()
    for each in facts:
        persons, speakers, present = each.actors.persons, _speakers(each), _present(each)
        named.update(_blocks(person.name for person in persons))
        idle.update(_blocks(person.name for person in persons if person.key not in speakers | present))
        spoke |= _blocks(person.name for person in persons if person.key in speakers)
        met |= _blocks(person.name for person in persons if person.key in present)
        things.update(_blocks(each.actors.things))
        bodies.update(_blocks(body.name for body in each.actors.organizations))
    groups = {name for name, n in named.items() if name not in met and bodies[name] >= n}
    nobodies = {name for name, n in idle.items() if name not in met | spoke and things[name] * _MINORITY >= n}
    return [_corrected(each, groups, nobodies - groups) for each in facts]


def _speakers(facts: Facts) -> set[ActorKey]:
    return {statement.speaker for statement in facts.statements}


def _present(facts: Facts) -> set[ActorKey]:
    """Return who holds an office or takes part in a meeting."""
    return {role.holder for role in facts.roles} | {p.actor for m in facts.meetings for p in m.participants}


def _blocks(names: Iterable[str]) -> set[str]:
    """Return what names of several words are compared by; a single one says too little."""
    return {name.block for name in map(parse_person, names) if not name.single}


def _corrected(facts: Facts, groups: set[str], nobodies: set[str]) -> Facts:
    """Make organisations of the persons with names of `groups`, and leave out those with names of `nobodies`."""
    wrong = [person for person in facts.actors.persons if not nobodies.isdisjoint(_blocks([person.name]))]
    right = [person for person in facts.actors.persons if not groups.isdisjoint(_blocks([person.name]))]
    if not wrong and not right:
        return facts
    free = max((int(body.key.rpartition(":")[2]) for body in facts.actors.organizations), default=0) + 1
    keys: dict[ActorKey, ActorKey | None] = {person.key: None for person in wrong}
    keys |= {person.key: ActorKey(f"organization:{n}") for n, person in enumerate(right, free)}
    return replace(
        facts,
        actors=_actors(facts.actors, right, keys),
        statements=tuple(_statement(statement, keys) for statement in facts.statements),
    )


def _actors(actors: Actors, right: Iterable[Person], keys: Mapping[ActorKey, ActorKey | None]) -> Actors:
    groups = (Organization(keys[p.key] or p.key, p.name, p.names, p.confidence) for p in right)
    mentions = ((mention, keys.get(mention.actor, mention.actor)) for mention in actors.mentions)
    return replace(
        actors,
        persons=tuple(person for person in actors.persons if person.key not in keys),
        organizations=(*actors.organizations, *groups),
        mentions=tuple(replace(mention, actor=actor) for mention, actor in mentions if actor),
    )


def _statement(statement: Statement, keys: Mapping[ActorKey, ActorKey | None]) -> Statement:
    """Let others have said, heard, passed on it or be named in it; those who are left out speak nowhere."""
    if keys.keys().isdisjoint({statement.speaker, statement.addressee, statement.relayed_by, *statement.mentions}):
        return statement
    named = (keys.get(each, each) for each in statement.mentions)
    return replace(
        statement,
        speaker=keys.get(statement.speaker, statement.speaker) or statement.speaker,
        addressee=keys.get(statement.addressee, statement.addressee) if statement.addressee else None,
        relayed_by=keys.get(statement.relayed_by, statement.relayed_by) if statement.relayed_by else None,
        mentions=tuple(each for each in named if each),
    )
