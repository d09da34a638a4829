"""From what a clause tells to encounters: the place, and one encounter for each date."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kg.extract.dates import DateExpression, anchor, find_dates
from kg.extract.grammar import Run
from kg.extract.meetings.circumstances import LATER, find_place, find_when, is_beside, is_later
from kg.extract.meetings.circumstances.above import is_to_come
from kg.extract.meetings.circumstances.places import capital_at, place_of
from kg.extract.meetings.encounter import Encounter, Telling
from kg.extract.meetings.nouns import tell_by_noun
from kg.extract.meetings.nouns.sides import is_definite
from kg.extract.meetings.scene import Scene
from kg.extract.meetings.telling.assemblies import tell_by_assembly
from kg.extract.meetings.telling.completion import in_one_sentence, with_authors, words_before
from kg.extract.meetings.telling.presence import (
    tell_by_attendance,
    tell_by_coming,
    tell_by_company,
    tell_by_leaders,
    tell_by_members,
    tell_by_presence,
)
from kg.extract.meetings.verbs import tell_by_verb
from kg.extract.meetings.verbs.calls import tell_by_front
from kg.extract.meetings.verbs.journeys import tell_by_expectation
from kg.lexicon.countries import countries
from kg.model import CountryCode, MeetingKind, MeetingStatus, MentionForm, PartialDate, Place, RegionKind, Span

_APART = frozenset({"separate", "separately"}) | (LATER - {"later"})
_NEWS = 62  # days
_OPENING = 2  # sentences, of which one may say of which day the news is
_REACH_BACK = 3  # sentences before "made the remarks" that may say on which day


def encounters(scenes: Iterable[Scene]) -> Iterator[Encounter]:
    """Yield the encounters that the sentences of a document tell, in text order."""
    recent: list[Scene] = []
    for scene in scenes:
        tellings = [telling for at in range(scene.first, scene.last) for telling in _tell(scene, at)]
        for telling in (with_authors(scene, recent, telling) for telling in in_one_sentence(scene, tellings)):
            yield from _encounters(scene, telling, recent)
        recent = [*recent[1 - _REACH_BACK :], scene]


def _tell(scene: Scene, at: int) -> Iterator[Telling]:
    yield from tell_by_verb(scene, at)
    yield from tell_by_expectation(scene, at)
    yield from tell_by_front(scene, at)
    yield from tell_by_noun(scene, at)
    yield from tell_by_presence(scene, at)
    yield from tell_by_coming(scene, at)
    yield from tell_by_company(scene, at)
    yield from tell_by_members(scene, at)
    yield from tell_by_leaders(scene, at)
    yield from tell_by_attendance(scene, at)
    yield from tell_by_assembly(scene, at)


def _encounters(scene: Scene, telling: Telling, recent: Sequence[Scene]) -> Iterator[Encounter]:
    if _is_of_one(telling):
        return
    if telling.verb is not None and is_to_come(scene, telling.verb):
        telling = replace(telling, status=MeetingStatus.PLANNED)
    expressions = _of_host(scene, telling, find_when(scene, telling))
    dates = _resolved(scene, expressions, telling, recent)
    if not dates and telling.remarks:
        dates = _day_of_remarks(recent, telling)
    place, run = _place(scene, telling)
    spans = [expression.span for expression in expressions] + ([scene.span(run.first, run.last)] if run else [])
    for date in dates or (None,):
        yield Encounter(
            kind=telling.kind,
            status=telling.status,
            parties=telling.parties,
            rule=telling.rule,
            evidence=_evidence(scene, telling, spans),
            place=place,
            date=date,
            host=scene.country(telling.host) if telling.host is not None else None,
            refers=telling.refers,
            of_all=telling.of_all,
            outcome=telling.outcome,
            attended=telling.attended,
            is_apart=_is_apart(scene, telling),
            is_beside=is_beside(scene, telling),
            is_later=is_later(scene, telling),
            is_headline=scene.tree.sentence.region is RegionKind.HEADLINE,
            is_dated=bool(expressions),
            is_past=telling.status is MeetingStatus.HELD
            and (_is_past(scene, date) or (bool(expressions) and not dates and _is_earlier(scene, telling.verb))),
        )


def _is_of_one(telling: Telling) -> bool:
    """Whether both sides are one by mistake: of "Faramir met Eomer, briefing him" the pronoun may be misread."""
    two = len(telling.parties) > 1 and telling.host is None and not telling.refers
    return two and len({party.actor for party in telling.parties}) == 1


def _is_apart(scene: Scene, telling: Telling) -> bool:
    told = {telling.trigger, telling.trigger if telling.verb is None else telling.verb}
    beside = {scene.tree.lower(at) for word in told for at in range(word - 2, word + 2)}
    if scene.lemma(telling.trigger) in {"bilateral", "trilateral"} and not is_definite(scene, telling.trigger):
        return True
    return telling.kind is MeetingKind.PHONE_CALL or bool(beside & _APART)


def _of_host(scene: Scene, telling: Telling, found: tuple[DateExpression, ...]) -> tuple[DateExpression, ...]:
    """Return the expression that goes with the telling, with those listed after it ("2006 and 2009").

    In "visited Gondor last year and Rohan this year" each country has its own.
    """
    if not found:
        return ()
    if telling.host is not None:
        start = scene.tree[telling.host].start
        found = tuple(sorted(found, key=lambda e: (e.span.start < start, e.span.start)))
    chosen = [found[0]]
    for expression in found[1:]:
        between = scene.tree.annotation.text[chosen[-1].span.end : expression.span.start]
        if expression.span.start < chosen[-1].span.end or between.strip() not in {",", "and", ", and"}:
            break
        chosen.append(expression)
    return tuple(chosen)


def _resolved(
    scene: Scene, expressions: Iterable[DateExpression], telling: Telling, recent: Sequence[Scene] = ()
) -> list[PartialDate]:
    origin = anchor(scene.tree.annotation, scene.tree.sentence)
    ahead = telling.status is MeetingStatus.PLANNED
    dates = (
        expression.resolve(
            _day_told(scene, recent, expression) if expression.base != "writing" else origin, ahead=ahead
        )
        for expression in expressions
    )
    return [date for date in dates if date is not None]


def _day_told(scene: Scene, recent: Sequence[Scene], expression: DateExpression) -> PartialDate | None:
    """Return the day from which the expression counts: the one told last before it, or that of the news.

    Where none is told, it is that of writing; what comes later than that is told of another day. Months and years count
    from what is told right before, be it no more than a month.
    """
    annotation = scene.tree.annotation
    origin = anchor(annotation, scene.tree.sentence)
    before = Span(scene.span(scene.first, scene.last).start, expression.span.start)
    told = (before, *(other.span(other.first, other.last) for other in reversed(recent)))
    body = (sentence.span for sentence in annotation.sentences if sentence.region is RegionKind.BODY)
    by_day = expression.unit in {"day", "week"}
    for within in (*(told if expression.base == "told" else ()), *islice(body, _OPENING if by_day else 0)):
        dates = [d.resolve(origin) for d in find_dates(annotation.text, within) if d.base == "writing"]
        days = [day for day in dates if day is not None and (day.day or not by_day)]
        if days:
            return days[-1]
    return origin if expression.shift <= 0 else None


def _is_past(scene: Scene, date: PartialDate | None) -> bool:
    """Whether the date is so long before the day of writing that it is that of no news.

    Of a page without a day of writing, what is told with no more than a year is.
    """
    origin = anchor(scene.tree.annotation, scene.tree.sentence)
    if date is None or origin is None:
        return date is not None and date.month is None
    return (origin.earliest - date.latest).days > _NEWS


def _is_earlier(scene: Scene, verb: int | None) -> bool:
    """Whether the verb puts it before the news: "in a meeting in May, Faramir had said"; which May nobody tells.

    So of "last met in May".
    """
    helpers = scene.tree.children(verb, "aux", "advmod") if verb is not None else []
    return any(scene.tree.lower(at) in {"had", "last"} for at in helpers)


def _day_of_remarks(recent: Sequence[Scene], telling: Telling) -> list[PartialDate]:
    """Return the day of the words that "the remarks" point back to: "X said Monday that ... X made the remarks in"."""
    for scene, verb in words_before(recent):
        said = Telling(verb, telling.kind, telling.status, (), telling.rule, verb)
        dates = _resolved(scene, find_when(scene, said)[:1], said)
        if dates:
            return dates
    return []


def _place(scene: Scene, telling: Telling) -> tuple[Place | None, Run | None]:
    if telling.kind is MeetingKind.PHONE_CALL or telling.rule == "meeting-presence":  # "was present at the Council"
        return None, None
    if telling.host is None:
        located = find_place(scene, telling)
        return (located.place, located.run) if located is not None else (None, None)
    block = scene.block(telling.host)
    country = scene.country(telling.host)
    if block is None or country is None:
        return None, None
    if scene.is_demonym(block):
        return _city(scene, block.last, country)
    run = Run(block.first, block.last)
    if block.form is MentionForm.NAME and not _is_formal(scene, run):
        return place_of(scene, run, country), run
    return Place(countries()[country].label, country), run  # "the country", "the Kingdom of Gondor"


def _is_formal(scene: Scene, run: Run) -> bool:
    """Whether a country is named in full: "the Kingdom of Gondor"."""
    return any(scene.tree.lower(at) == "of" for at in run) and not scene.is_city(run.first)


def _city(scene: Scene, at: int, country: CountryCode) -> tuple[Place, Run | None]:
    """Return the place of which "city of" at `at` tells the name, else the capital or the country."""
    if (seat := capital_at(scene, at - 1)) is not None:
        return seat.place, seat.run
    last = first = at + 2
    while scene.tree.lower(at + 1) == "of" and scene.is_noun(last) and scene.tree[last].text[0].isupper():
        last += 1
    run = Run(first, last)
    return (place_of(scene, run, country), run) if run else (Place(countries()[country].label, country), None)


def _evidence(scene: Scene, telling: Telling, spans: Sequence[Span]) -> Span:
    """Return the words from the first to the last that tell the encounter, its place and its date."""
    trigger = scene.tree[telling.trigger].span
    parts = [trigger, *spans, *(party.span for party in telling.parties)]
    if telling.host is not None:
        parts.append(scene.tree[telling.host].span)
    return Span(min(part.start for part in parts), max(part.end for part in parts))
