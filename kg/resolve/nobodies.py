"""Names that one document takes for a person's, and others for a place, a ship, a work or an organisation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model.facts import ActorKey, Facts, Statement
from kg.resolve.persons import parse_person

_MINORITY = 3  # as many times more documents may take the name for a person's: few pages call a port "the port X"


def without_nobodies(facts: Sequence[Facts]) -> list[Facts]:
    """Leave out persons who do nothing in any document, if others use their names for something else.

    To do something is to speak, to meet somebody or to hold an office.
    """
    idle, acting, elsewhere = Counter[str](), set[str](), Counter[str]()
    for each in facts:
        active = _active(each)
        acting.update(parse_person(person.name).block for person in each.actors.persons if person.key in active)
        idle.update(_blocks(person.name for person in each.actors.persons if person.key not in active))
        elsewhere.update(_blocks([*each.actors.things, *(body.name for body in each.actors.organizations)]))
    nobodies = {name for name, n in idle.items() if name not in acting and elsewhere[name] * _MINORITY >= n}
    return [_without(each, nobodies) for each in facts]


def _active(facts: Facts) -> set[ActorKey]:
    speakers = {statement.speaker for statement in facts.statements}
    return speakers | {r.holder for r in facts.roles} | {p.actor for m in facts.meetings for p in m.participants}


def _blocks(names: Iterable[str]) -> set[str]:
    """Return what names of several words are compared by; a single one says too little."""
    return {name.block for name in map(parse_person, names) if not name.single}


def _without(facts: Facts, nobodies: set[str]) -> Facts:
    actors = facts.actors
    gone = {person.key for person in actors.persons if not nobodies.isdisjoint(_blocks([person.name]))}
    if not gone:
        return facts
    return replace(
        facts,
        actors=replace(
            actors,
            persons=tuple(person for person in actors.persons if person.key not in gone),
            mentions=tuple(mention for mention in actors.mentions if mention.actor not in gone),
        ),
        statements=tuple(_statement(statement, gone) for statement in facts.statements),
    )


def _statement(statement: Statement, gone: set[ActorKey]) -> Statement:
    """Leave out those who are gone: they neither heard nor passed on what was said, nor is it about them."""
    if gone.isdisjoint({statement.addressee, statement.relayed_by, *statement.mentions}):
        return statement
    return replace(
        statement,
        addressee=None if statement.addressee in gone else statement.addressee,
        relayed_by=None if statement.relayed_by in gone else statement.relayed_by,
        mentions=tuple(each for each in statement.mentions if each not in gone),
    )
