"""The graph of one document: itself, its passages, and what it says of roles, meetings and statements."""

from collections.abc import Iterable, Sequence
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import Iris
from kg.model import (
    ActorKey,
    CountryCode,
    Document,
    Facts,
    Meeting,
    MeetingStatus,
    MentionForm,
    Participant,
    Role,
    RoleStatus,
    Span,
    Statement,
    Succession,
)
from kg.model.world import EntityId, World
from kg.ns import DCTERMS, OA, PAR, PROV, SCHEMA
from kg.triples.codes import MEETING_KIND, MEETING_STATUS, STATEMENT_KIND, TENURE_STATUS
from kg.triples.meta import run_name
from kg.triples.sink import Sink, day, decimal, partial_date, prose, type_

COUNTRY = "country:"
GAP = " … "
_TITLE_LENGTH = 100


def document_quads(facts: Facts, world: World, iris: Iris) -> list[Quad]:
    """Return all that the document says, as quads of its own named graph."""
    return _DocumentGraph(world.corrected.get(facts.document.id, facts), world, iris).quads()


class _DocumentGraph:
    """Writes one document's facts; the methods follow the parts of `Facts`."""

    def __init__(self, facts: Facts, world: World, iris: Iris) -> None:
        self.facts, self.world, self.iris = facts, world, iris
        self.document = facts.document
        self.node = iris.document(self.document.id)
        self.run = iris.run(run_name(facts.model))
        self.out = Sink(iris.document_graph(self.document.id))
        self.passages: set[Span] = set()
        self.attested: set[NamedNode] = set()
        self.tenures = {(role.holder, role.office): self._tenure_id(role) for role in reversed(facts.roles)}

    def quads(self) -> list[Quad]:
        self._document()
        for role in self.facts.roles:
            self._role(role)
        for succession in self.facts.successions:
            self._succession(succession)
        for meeting in self.facts.meetings:
            self._meeting(meeting)
        for statement in self.facts.statements:
            self._statement(statement)
        self._first_mentions()
        return self.out.quads()

    # -- naming
    def _actor(self, key: ActorKey) -> NamedNode:
        if key.startswith(COUNTRY):
            return self.iris.country(CountryCode(key.removeprefix(COUNTRY)))
        return self.iris.entity(self.world.actor_of[self.document.id, key])

    def _actors(self, keys: Iterable[ActorKey | None]) -> list[NamedNode]:
        return [self._actor(key) for key in keys if key is not None]

    def _tenure_id(self, role: Role) -> EntityId:
        return self.world.tenure_of[self.document.id, role.holder, role.office, role.status]

    def _capacity(self, holder: ActorKey, office: ActorKey | None) -> NamedNode | None:
        """Return the tenure in which `holder` acts: of `office` if named, else of the first office not left."""
        if office is None:
            current = (r.office for r in self.facts.roles if r.holder == holder and r.status is not RoleStatus.FORMER)
            office = next(current, None)
        tenure = self.tenures.get((holder, office)) if office else None
        return self.iris.entity(tenure) if tenure else None

    # -- evidence
    def _passage(self, span: Span, mentions: Iterable[NamedNode] = ()) -> NamedNode:
        passage = self.iris.passage(self.document.id, span)
        self.out.add(passage, PAR.mentions, *mentions)
        if span not in self.passages:
            self.passages.add(span)
            self.out.add(passage, type_, PAR.Passage)
            self.out.add(passage, PAR.document, self.node)
            self.out.add(passage, OA.start, Literal(span.start))
            self.out.add(passage, OA.end, Literal(span.end))
            self.out.add(passage, OA.exact, prose(span.of(self.document.text), self.document.language))
        return passage

    def _attest(self, fact: NamedNode, passages: Iterable[NamedNode], confidence: float) -> NamedNode:
        attestation = self.iris.attestation(self.document.id, fact)
        if fact in self.attested:  # said twice: one record, the first confidence, all the evidence
            self.out.add(attestation, PAR.evidence, *passages)
            return attestation
        self.attested.add(fact)
        self.out.add(attestation, type_, PAR.Attestation)
        self.out.add(attestation, PAR.attests, fact)
        self.out.add(attestation, PAR.document, self.node)
        self.out.add(attestation, PAR.evidence, *passages)
        self.out.add(attestation, PAR.confidence, decimal(confidence))
        self.out.add(attestation, PROV.wasGeneratedBy, self.run)
        return attestation

    # -- facts
    def _document(self) -> None:
        document, out, node = self.document, self.out, self.node
        out.add(node, type_, PAR.Document)
        out.add(node, DCTERMS.identifier, Literal(document.id))
        out.add(node, DCTERMS.language, Literal(document.language))
        out.add(node, DCTERMS.title, prose(_title(document), document.language))
        if document.issued:
            out.add(node, DCTERMS.issued, day(document.issued))
        publisher = self.world.publisher_of.get(document.id)
        if publisher:
            out.add(node, DCTERMS.publisher, self.iris.entity(publisher))
        if document.url:
            out.add(node, SCHEMA.url, Literal(document.url, datatype=SCHEMA.URL))

    def _role(self, role: Role) -> None:
        tenure, out = self.iris.entity(self._tenure_id(role)), self.out
        holder, office = self._actor(role.holder), self._actor(role.office)
        out.add(tenure, type_, PAR.Tenure)
        out.add(tenure, PAR.holder, holder)
        out.add(tenure, PAR.office, office)
        out.add(tenure, PAR.tenureStatus, TENURE_STATUS[role.status])
        out.add(tenure, PAR.attestedOn, *map(day, self._days_in_office(role)))
        self._attest(tenure, [self._passage(span, [holder]) for span in role.evidence], role.confidence)

    def _succession(self, succession: Succession) -> None:
        tenures = {role.holder: self._tenure_id(role) for role in self.facts.roles if role.office == succession.office}
        later, earlier = tenures[succession.later], tenures[succession.earlier]
        node = self.iris.succession(later, self.world.actor_of[self.document.id, succession.earlier])
        if later == earlier:  # two names of one document that turned out to be one person's
            return
        self.out.add(node, type_, PAR.Succession)
        self.out.add(node, PAR.successor, self.iris.entity(later))
        self.out.add(node, PAR.predecessor, self.iris.entity(earlier))
        self._attest(node, map(self._passage, succession.evidence), succession.confidence)

    def _days_in_office(self, role: Role) -> list[date]:
        """Return the days on which the document shows the holder in office: its own, and those of meetings held."""
        if role.status is RoleStatus.FORMER:
            return []
        met = (
            meeting.date.earliest
            for meeting in self.facts.meetings
            if meeting.status is MeetingStatus.HELD and meeting.date and meeting.date.day
            if any((p.actor, p.capacity) == (role.holder, role.office) for p in meeting.participants)
        )
        return sorted({*met} | ({self.document.issued} if self.document.issued else set()))

    def _meeting(self, meeting: Meeting) -> None:
        entity, out = self.world.meeting_of[self.document.id, meeting.key], self.out
        node = self.iris.entity(entity)
        out.add(node, type_, PAR.Meeting)
        out.add(node, PAR.meetingKind, MEETING_KIND[meeting.kind])
        for participant in meeting.participants:
            self._participation(entity, participant)
        for code in _countries_apart(meeting):
            actor = ActorKey(COUNTRY + code)
            self._participation(entity, Participant(actor, meeting.evidence, meeting.confidence, on_behalf_of=actor))
        told = self._attest(node, map(self._passage, meeting.evidence), meeting.confidence)
        out.add(told, PAR.status, MEETING_STATUS[meeting.status])
        if meeting.place:
            out.add(told, PAR.place, self.iris.place(meeting.place.name))
        if meeting.date:
            out.add(told, PAR.date, partial_date(meeting.date))
        if meeting.outcome:
            out.add(node, PAR.outcome, prose(meeting.outcome, self.document.language))

    def _participation(self, meeting: EntityId, participant: Participant) -> None:
        actor = self._actor(participant.actor)
        node = self.iris.participation(meeting, actor.value.removeprefix(f"{self.iris.base}id/"))
        self.out.add(self.iris.entity(meeting), PAR.participation, node)
        self.out.add(node, type_, PAR.Participation)
        self.out.add(node, PAR.actor, actor)
        self.out.add(node, PAR.capacity, self._capacity(participant.actor, participant.capacity))
        self.out.add(node, PAR.onBehalfOf, *self._actors([participant.on_behalf_of]))
        self._attest(node, map(self._passage, participant.evidence), participant.confidence)

    def _statement(self, statement: Statement) -> None:
        document, out = self.document, self.out
        node = self.iris.statement(document.id, whole(statement.content))
        mentioned = self._actors(statement.mentions)
        out.add(node, PAR.speaker, self._actor(statement.speaker))
        out.add(node, PAR.capacity, self._capacity(statement.speaker, None))
        if node in self.attested:  # one stretch of words with two speakers
            return
        out.add(node, type_, PAR.Statement)
        out.add(node, PAR.document, self.node)
        out.add(node, PAR.statementKind, STATEMENT_KIND[statement.kind])
        out.add(node, PAR.text, prose(content_text(document, statement.content), document.language))
        if statement.cue:
            out.add(node, PAR.cue, prose(folded(statement.cue.of(document.text)), document.language))
        out.add(node, PAR.addressee, *self._actors([statement.addressee]))
        out.add(node, PAR.relayedBy, *self._actors([statement.relayed_by]))
        if statement.meeting:
            out.add(node, PAR.madeAt, self.iris.entity(self.world.meeting_of[document.id, statement.meeting]))
        out.add(node, PAR.mentions, *mentioned)
        out.add(node, DCTERMS.subject, *map(self.iris.topic, statement.topics))
        self._attest(node, [self._passage(span, mentioned) for span in statement.content], statement.confidence)

    def _first_mentions(self) -> None:
        """Give every actor a passage that names it, so that `par:mentions` of the document can be traced."""
        seen: set[ActorKey] = set()
        for mention in self.facts.actors.mentions:
            if mention.form is MentionForm.NAME and mention.actor not in seen:
                seen.add(mention.actor)
                self._passage(mention.span, [self._actor(mention.actor)])


def whole(content: Sequence[Span]) -> Span:
    """Return the stretch from the first to the last character of a statement's content."""
    return Span(content[0].start, content[-1].end)


def folded(text: str) -> str:
    """Return `text` with its white space as single spaces."""
    return " ".join(text.split())


def content_text(document: Document, content: Iterable[Span]) -> str:
    """Return a statement's words as printed, its parts joined by an ellipsis."""
    return GAP.join(folded(span.of(document.text)) for span in content)


def _title(document: Document) -> str:
    """Return the headline, or the first words of a page that has none."""
    if document.title:
        return document.title
    first = next((folded(r.span.of(document.text)) for r in document.regions if r.kind != "boilerplate"), "")
    shortened = first if len(first) <= _TITLE_LENGTH else first[:_TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
    return shortened or document.id


def _countries_apart(meeting: Meeting) -> list[CountryCode]:
    """Return the meeting's countries that no participant stands for: they take part as themselves."""
    present = {key for p in meeting.participants for key in (p.actor, p.on_behalf_of)}
    return [code for code in meeting.countries if COUNTRY + code not in present]
