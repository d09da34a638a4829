"""What documents share: actors, tenures' names, meetings as resolved, places, and links between statements."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import Iris
from kg.model import Facts, Place
from kg.model.world import ActorType, Corroboration, EntityId, SharedActor, SharedMeeting, World
from kg.ns import DCTERMS, OWL, PAR, RDFS, SKOS
from kg.triples.codes import MEETING_STATUS
from kg.triples.document import whole
from kg.triples.sink import Sink, day, decimal, partial_date, prose, type_


def shared_quads(world: World, facts: Sequence[Facts], iris: Iris, described: Collection[object]) -> list[Quad]:
    """Return `graph/actors` and `graph/meetings`.

    Office kinds and places are described there too, unless they are among the nodes `described` by reference data.
    """
    actors, meetings = Sink(iris.graph("actors")), Sink(iris.graph("meetings"))
    for actor in world.actors:
        _actor(actors, actor, iris)
        if actor.office_kind and iris.office_kind(actor.office_kind) not in described:
            _office_kind(actors, iris.office_kind(actor.office_kind), actor.title or actor.office_kind)
    _tenures(actors, world, iris)
    _places(actors, facts, iris, described)
    for old, new in world.replaced.items():
        actors.add(iris.entity(old), DCTERMS.isReplacedBy, iris.entity(new))
    for meeting in world.meetings:
        _meeting(meetings, meeting, iris)
    for pair in world.close_meetings:
        nodes = iris.entity(pair.first), iris.entity(pair.second)
        match = iris.pair("possible-match", *nodes)
        meetings.add(match, type_, PAR.PossibleMatch)
        meetings.add(match, PAR.between, *nodes)
        meetings.add(match, PAR.confidence, decimal(pair.confidence))
    _corroborations(meetings, world.corroborations, {f.document.id: f for f in facts}, iris)
    return actors.quads() + meetings.quads()


def withdrawn_quads(published: Iterable[EntityId], world: World, iris: Iris) -> list[Quad]:
    """Mark the ids that earlier builds published and this world knows nothing of: their documents are gone."""
    out = Sink(iris.graph("actors"))
    known = {actor.id for actor in world.actors} | world.replaced.keys()
    for entity in sorted(set(published) - known):
        out.add(iris.entity(entity), OWL.deprecated, Literal(True))  # noqa: FBT003 - a literal, not a switch
    return out.quads()


def _places(out: Sink, facts: Iterable[Facts], iris: Iris, described: Collection[object]) -> None:
    """Add the places of meetings; one that is spelled differently is labelled with the first in alphabetical order."""
    labelled = set(described)
    places = {meeting.place for each in facts for meeting in each.meetings if meeting.place}
    for place in sorted(places, key=lambda p: (p.name, p.country or "")):
        node = iris.place(place.name)
        if node not in labelled:
            labelled.add(node)
            out.add(node, type_, PAR.Place)
            out.add(node, RDFS.label, prose(place.name))
            out.add(node, PAR.country, _country(place, iris))


def _country(thing: Place | SharedActor, iris: Iris) -> NamedNode | None:
    return iris.country(thing.country) if thing.country else None


def _actor(out: Sink, actor: SharedActor, iris: Iris) -> None:
    node = iris.entity(actor.id)
    out.add(node, type_, PAR[actor.type])
    if actor.type is ActorType.OUTLET:
        out.add(node, type_, PAR.Organization)
    out.add(node, RDFS.label, prose(actor.label))
    out.add(node, SKOS.altLabel, *(prose(name) for name in actor.aliases))
    out.add(node, OWL.sameAs, *(NamedNode(iri) for iri in actor.same_as))
    out.add(node, PAR.country, _country(actor, iris))
    if actor.organization:
        out.add(node, PAR.officeIn, iris.entity(actor.organization))
    if actor.office_kind:
        out.add(node, PAR.officeKind, iris.office_kind(actor.office_kind))


def _office_kind(out: Sink, node: NamedNode, title: str) -> None:
    out.add(node, type_, PAR.OfficeKind)
    out.add(node, RDFS.label, prose(title))
    out.add(node, SKOS.prefLabel, prose(title))


def _tenures(out: Sink, world: World, iris: Iris) -> None:
    label = {actor.id: actor.label for actor in world.actors}
    for tenure in world.tenures:
        node = iris.entity(tenure.id)
        out.add(node, RDFS.label, prose(f"{label[tenure.holder]}, {label[tenure.office]}"))
        if tenure.ended_by:
            out.add(node, PAR.endedBy, day(tenure.ended_by))


def _meeting(out: Sink, meeting: SharedMeeting, iris: Iris) -> None:
    node = iris.entity(meeting.id)
    out.add(node, RDFS.label, prose(meeting.label))
    out.add(node, PAR.status, MEETING_STATUS[meeting.status])
    out.add(node, PAR.place, *map(iris.place, meeting.places))
    if meeting.date:
        out.add(node, PAR.date, partial_date(meeting.date))
        out.add(node, PAR.earliestDate, day(meeting.date.earliest))
        out.add(node, PAR.latestDate, day(meeting.date.latest))


def _corroborations(out: Sink, pairs: Iterable[Corroboration], facts: Mapping[str, Facts], iris: Iris) -> None:
    def statement(doc: str, index: int) -> NamedNode:
        each = facts[doc]
        return iris.statement(each.document.id, whole(each.statements[index].content))

    for pair in pairs:
        nodes = statement(*pair.first), statement(*pair.second)
        record = iris.pair("corroboration", *nodes)
        out.add(record, type_, PAR.Corroboration)
        out.add(record, PAR.between, *nodes)
        out.add(record, PAR.similarity, decimal(pair.similarity))
        out.add(record, PAR.method, Literal(pair.method))
        out.add(record, PAR.independent, Literal(pair.independent))
