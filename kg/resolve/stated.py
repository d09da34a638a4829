"""What documents state of offices in their own words, not by their context alone."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.iris import slug
from kg.lexicon.offices import office_kinds
from kg.model.facts import WEIGHED, ActorKey, Facts, Office, Role, RoleStatus
from kg.model.text import DocId, Span
from kg.model.world import EntityId
from kg.resolve.organizations import is_generic

Keys = Mapping[tuple[DocId, ActorKey], EntityId]
Held = tuple[ActorKey, ActorKey]
"""The keys of a holder and of the office."""

_BEFORE, _AFTER = 3, 8  # characters between a title and its country: "U.S. President", "President Faramir of the"
_APART = frozenset(".,;:?!\n")  # what stands between them means that they do not belong together
_RIVAL = 0.25  # part of the leading office's documents that makes another its rival; fewer are misreadings
_SAME_HOLDER_DAYS = 10 * 366  # longer than most stay in office


@dataclass(slots=True)
class _Office:
    """One office of one person: where it is (`country:XX` or an organisation's id), and which documents state it."""

    place: str
    documents: set[DocId] = field(default_factory=set)
    days: set[date] = field(default_factory=set)

    def near(self, day: date | None) -> bool:
        """Tell whether one who holds it on the days it is stated may well do so on `day`."""
        if day is None or not self.days:
            return True
        return max((min(self.days) - day).days, (day - max(self.days)).days) <= _SAME_HOLDER_DAYS


def stated_offices(facts: Facts) -> set[Held]:
    """Return who holds what by the document's own words.

    The country of an office is named beside its title, or beside another of the holder's: one who is weighed to be
    a country's president is, for extraction, its "President Faramir" from then on. A "Foreign Ministry" of no country
    is any country's.
    """
    offices, named = {office.key: office for office in facts.actors.offices}, _Named(facts)
    bodies = {body.key for body in facts.actors.organizations if body.country or not is_generic(body.name)}
    followed = {(who, each.office) for each in facts.successions for who in (each.later, each.earlier)}
    said = [role for role in facts.roles if role.rule != WEIGHED]
    told = {(role.holder, offices[role.office].country) for role in said if named.beside(role, offices[role.office])}
    return followed | {
        (role.holder, role.office)
        for role in said
        if offices[role.office].organization in bodies or (role.holder, offices[role.office].country) in told
    }


class _Named:
    """Where a document names which country."""

    def __init__(self, facts: Facts) -> None:
        self._text = facts.document.text
        self._spans: dict[ActorKey, list[Span]] = defaultdict(list)
        for span, actor in sorted((m.span, m.actor) for m in facts.actors.mentions if m.actor.startswith("country:")):
            self._spans[actor].append(span)

    def beside(self, role: Role, office: Office) -> bool:
        """Tell whether the country of `office` is named within or right beside the words of `role`."""
        spans = self._spans.get(ActorKey(f"country:{office.country}"), [])
        return any(self._joined(words, country) for words in role.evidence for country in _around(spans, words))

    def _joined(self, words: Span, country: Span) -> bool:
        between = self._text[country.end : words.start] or self._text[words.end : country.start]
        return _APART.isdisjoint(between)


def _around(spans: Sequence[Span], words: Span) -> Iterator[Span]:
    """Yield those of the `spans`, which are in order and apart, that lie within or beside `words`."""
    for at in range(bisect_left(spans, words.start - _BEFORE, key=lambda span: span.end), len(spans)):
        if spans[at].start > words.end + _AFTER:
            return
        yield spans[at]


class Stated:
    """What all documents state of offices, by person and kind, and who is stated to hold which on a day."""

    def __init__(self, facts: Iterable[Facts], actor_of: Keys) -> None:
        self._actor_of = actor_of
        self._offices: dict[tuple[EntityId, str], dict[EntityId, _Office]] = defaultdict(dict)
        self._holders: dict[tuple[EntityId, date], set[EntityId]] = defaultdict(set)
        self._said: dict[DocId, set[Held]] = {}
        for each in facts:
            self._said[each.document.id] = stated_offices(each)
            self._note(each)

    def says(self, doc: DocId, role: Role) -> bool:
        """Tell whether the document itself states the office."""
        return (role.holder, role.office) in self._said[doc]

    def _note(self, facts: Facts) -> None:
        doc, issued = facts.document.id, facts.document.issued
        offices = {office.key: office for office in facts.actors.offices}
        for role in facts.roles:
            if not self.says(doc, role):
                continue
            person, shared = self._actor_of[doc, role.holder], self._actor_of[doc, role.office]
            office = offices[role.office]
            place = self._actor_of.get((doc, place_of(office)), place_of(office))
            known = self._offices[person, slug(office.kind)].setdefault(shared, _Office(place))
            known.documents.add(doc)
            if issued:
                known.days.add(issued)
                if role.status is not RoleStatus.FORMER:
                    self._holders[shared, issued].add(person)

    def options(self, person: EntityId, office: Office, day: date | None) -> dict[EntityId, str]:
        """Return the offices of this kind that documents state of the person near `day`, and where they are.

        Those that few documents state, beside the one that most do, are left out.
        """
        all_of = self._offices.get((person, slug(office.kind)), {})
        near = {entity: each for entity, each in all_of.items() if each.near(day)}
        most = max((len(each.documents) for each in near.values()), default=0)
        return {entity: each.place for entity, each in near.items() if len(each.documents) >= _RIVAL * most}

    def taken(self, shared: EntityId, office: Office, day: date | None, person: EntityId) -> bool:
        """Tell whether the office, if one person holds it at a time, is stated on that day of somebody else."""
        kind = office_kinds().get(slug(office.kind))
        single = kind is not None and kind.for_country and office.country is not None
        return single and day is not None and bool(self._holders.get((shared, day), set()) - {person})


def place_of(office: Office) -> ActorKey:
    """Return the key of the country, or of the organisation, for which its holder acts."""
    key = ActorKey(f"country:{office.country}") if office.country else office.organization
    assert key is not None
    return key
