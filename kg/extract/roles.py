"""Which offices the document gives to its named persons."""

from kg.extract.actors.cast import Cast, cast_of
from kg.extract.actors.holders import Held
from kg.lexicon.confidence import confidence_of
from kg.model import ActorKey, Actors, Annotation, Role, RoleStatus, Span

_Places = dict[tuple[ActorKey, ActorKey, RoleStatus], list[tuple[Span, str]]]
"""Where the document says that somebody holds an office, and by which rule."""


def find_roles(annotation: Annotation, actors: Actors) -> tuple[Role, ...]:
    """Return one role for each holder, office and status, with every place that says so, in text order."""
    cast = cast_of(annotation)
    known = {person.key for person in actors.persons}
    found: _Places = {}
    for held in cast.held:
        person, office = cast.key_of(held.holder), cast.office_of(held.title)
        if person in known and person is not None and office is not None:
            places = found.setdefault((person, office, held.title.status), [])
            places += [(span, held.rule) for span in _evidence(cast, held)]
    return tuple(_role(key, places) for key, places in _once(found).items())


def _once(found: _Places) -> _Places:
    """Return the roles; who is called a former steward once is called "Steward Denethor" by courtesy elsewhere."""
    kept: _Places = {}
    for (person, office, status), places in found.items():
        courtesy = status is RoleStatus.IN_OFFICE and (person, office, RoleStatus.FORMER) in found
        kept.setdefault((person, office, RoleStatus.FORMER if courtesy else status), []).extend(places)
    return kept


def _evidence(cast: Cast, held: Held) -> tuple[Span, ...]:
    """Return the stretch from title to name, or both where they stand in different sentences."""
    assert held.holder is not None
    words = cast.reading.words
    title, name = words.span(held.title.first, held.title.last), cast.reading.span(held.holder)
    if words[held.title.head].sentence != words[held.holder.first].sentence:
        return (title, name)
    return (Span(min(title.start, name.start), max(title.end, name.end)),)


def _role(key: tuple[ActorKey, ActorKey, RoleStatus], places: list[tuple[Span, str]]) -> Role:
    rule = max((rule for _, rule in places), key=lambda rule: (confidence_of(rule), rule))
    spans = tuple(sorted({span for span, _ in places}))
    return Role(key[0], key[1], key[2], spans, rule, confidence_of(rule))
