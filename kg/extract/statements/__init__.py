"""Who said what: every attribution of words to a speaker that a document makes.

From words to statements:

    cues/                    the verbs and phrases that report speech, by `lexicon`; `prepositions` those without,
                             `forms` how a verb stands, `adjuncts` where and when
    sources/                 the words that name who speaks (`subjects`, `agents`, `inversions`, `widening`, `phrases`),
                             and to whom (`hearers`)
    contents/                the words said behind a cue (`openings`, `announced`, `endings`, `matters`, `naming`)
    sentence/                puts these together clause by clause (`clauses`, `subordinates`, `tenses`), with what was
                             said before its cue (`preceding`) and what `labels` and `nouns` report without a verb: one
                             `Attribution` for each act of speech
    reports/                 goes on with quotations that run over sentences (`remarks`); `interviews` with answers, and
                             `transcripts` with the turns of those who talk
    speakers/                from words to actors: who is meant by name (`identities`, `rows`, `natives`,
                             `colleagues`, `guests`), by noun (`recall`, `issuers`), as "he" (`turns`, `told`), or only
                             described (`described`, named later: `disclosures`)
    relays, messengers       who speaks and who passes it on; `occasions` at which meeting
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.reference import Referents
from kg.extract.statements.details import kind_of, mentions_in
from kg.extract.statements.messengers import Messengers
from kg.extract.statements.occasions import Occasions
from kg.extract.statements.relays import Voice, parents, relayed
from kg.extract.statements.reports import Report, find_reports
from kg.extract.statements.reports.interviews import with_answers
from kg.extract.statements.reports.transcripts import with_turns
from kg.extract.statements.speakers import Speakers
from kg.extract.statements.speakers.identities import Resolve
from kg.lexicon.confidence import confidence_of
from kg.lexicon.topics import topics_of
from kg.model import ActorKey, Actors, Annotation, Meeting, Role, Statement, UnnamedActor

__all__ = ["Statements", "find_statements"]


@dataclass(frozen=True, slots=True)
class Statements:
    """What was said, in text order, and the `unnamed` speakers that come to the document's actors with it."""

    statements: tuple[Statement, ...]
    unnamed: tuple[UnnamedActor, ...]


def find_statements(
    annotation: Annotation, actors: Actors, meetings: tuple[Meeting, ...], roles: tuple[Role, ...] = ()
) -> Statements:
    """Return the document's statements; none without a speaker, none from boilerplate."""
    resolve = Referents(annotation, actors).at
    speakers = Speakers(annotation, actors, roles, meetings, resolve)
    messengers = Messengers(annotation.text, actors.mentions)
    reports = with_turns(annotation, actors, with_answers(annotation, find_reports(annotation)))
    above = parents(reports)
    voices = [
        _voice(report, speakers, messengers, reports[parent] if parent is not None else None)
        for report, parent in zip(reports, above, strict=True)
    ]
    voices = [replace(voice, speakers=speakers.named(voice.speakers)) for voice in voices]
    maker = _Maker(annotation, actors, meetings, resolve)
    found = [
        s
        for voice in relayed(annotation.text, voices, above, maker.outlets | _spokesmen(actors, roles))
        for s in maker.statements(voice)
    ]
    found.sort(key=lambda s: (s.content[0], s.speaker))
    used = {statement.speaker for statement in found} | {s.relayed_by for s in found}
    return Statements(tuple(found), tuple(u for u in speakers.unnamed.values() if u.key in used))


def _spokesmen(actors: Actors, roles: tuple[Role, ...]) -> frozenset[ActorKey]:
    """Return those whose office is to speak for others."""
    offices = {office.key for office in actors.offices if "spokes" in office.title}
    return frozenset(role.holder for role in roles if role.office in offices)


def _voice(report: Report, speakers: Speakers, messengers: Messengers, around: Report | None) -> Voice:
    source = speakers.cited(report, around)
    if source:
        return Voice(report, source, next(iter(speakers.known(report.source)), None) if report.source else None)
    found = speakers.of(report, around)
    senders = messengers.senders(report) if found else ()
    if senders and set(senders).isdisjoint(found):
        return Voice(report, senders, found[0])
    relays = speakers.known(report.relay) if report.relay else ()
    return Voice(report, found, relays[0] if relays else None)


class _Maker:
    """Makes statements of voices."""

    def __init__(self, annotation: Annotation, actors: Actors, meetings: tuple[Meeting, ...], resolve: Resolve) -> None:
        self._annotation = annotation
        self._actors = actors
        self._occasions = Occasions(annotation, meetings)
        self._resolve = resolve
        self.outlets = {o.key for o in actors.organizations if o.outlet}

    def statements(self, voice: Voice) -> Iterator[Statement]:
        """Yield a statement for each speaker."""
        report = voice.report
        addressees = self._resolve(report.addressee) if report.addressee else ()
        relay = voice.relay or next((a for a in addressees if a in self.outlets), None)
        addressee = next((a for a in addressees if a not in self.outlets), None)
        for speaker in voice.speakers:
            yield Statement(
                speaker=speaker,
                kind=kind_of(self._annotation, report.content),
                content=report.content,
                rule=report.rule,
                confidence=confidence_of(report.rule),
                cue=report.cue,
                addressee=addressee if addressee != speaker else None,
                relayed_by=relay if relay != speaker else None,
                meeting=self._occasions.of(voice, speaker),
                mentions=mentions_in(self._actors, report.content),
                topics=topics_of(" ".join(span.of(self._annotation.text) for span in report.content)),
            )
