"""Meetings of different documents that are one: by who, when and where, sure ones first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.iris import slug
from kg.model.facts import MeetingKey
from kg.model.text import DocId
from kg.model.world import CloseMeetings, EntityId
from kg.resolve.clusters import Clusters
from kg.resolve.meetings.comparing import Verdict, company, compare, contradiction
from kg.resolve.meetings.encounters import Encounter
from kg.resolve.statements import Echo

_LOOKED_UP = 12  # participants by whom a summit is looked up
_VAGUE_DAYS = 31  # a telling that is no more precise is compared with few others
_CROWD = 100
# What may be one: tellings of which two meetings could be meant, and those that only their company and place join.
_AMBIGUOUS, _VAGUE = 0.5, 0.3

DocumentPair = tuple[DocId, DocId]


def meeting_id(name: tuple[DocId, MeetingKey]) -> EntityId:
    """Return `meeting/{docid}-{n}`."""
    return EntityId(f"meeting/{slug(name[0])}-{name[1].partition(':')[2]}")


@dataclass(frozen=True, slots=True)
class Merged:
    """The meetings, each as its tellings in the order of their documents, and those that may be one."""

    meetings: tuple[tuple[Encounter, ...], ...]
    close: tuple[CloseMeetings, ...]

    def ids(self) -> dict[tuple[DocId, MeetingKey], EntityId]:
        """Return the id of each telling's meeting: that of its first telling."""
        return {told.name: meeting_id(meeting[0].name) for meeting in self.meetings for told in meeting}

    def replaced(self) -> dict[EntityId, EntityId]:
        """Return where the ids lead that the further tellings would have given their meetings."""
        return {meeting_id(told.name): meeting_id(meeting[0].name) for meeting in self.meetings for told in meeting[1:]}


class Meetings:
    """Joins the tellings of one meeting.

    `offices_of` are the offices that documents give each person; `echoes` the pairs of documents that report the
    same words, with who said them where.
    """

    def __init__(
        self,
        told: Iterable[Encounter],
        offices_of: Mapping[EntityId, Collection[EntityId]],
        echoes: Mapping[DocumentPair, Collection[Echo]],
    ) -> None:
        self._told = sorted(told, key=lambda e: e.rank)
        self._offices_of, self._echoes = offices_of, echoes
        self._clusters = Clusters(len(self._told))
        self._members = {n: [n] for n in range(len(self._told))}

    def merge(self) -> Merged:
        """Join what is sure, then what is likely and has no rival; what remains is close at most."""
        weighed: dict[Verdict, list[tuple[int, int]]] = defaultdict(list)
        for a, b in sorted(self._candidates()):
            weighed[self._weigh(a, b)].append((a, b))
        for a, b in weighed[Verdict.SAME]:
            self._join(a, b)
        rivals = self._rivals(weighed[Verdict.LIKELY])
        for a, b in weighed[Verdict.LIKELY]:
            if a not in rivals and b not in rivals:
                self._join(a, b)
        vague, ambiguous = weighed[Verdict.POSSIBLE], weighed[Verdict.LIKELY]
        close = dict.fromkeys(vague, _VAGUE) | dict.fromkeys(ambiguous, _AMBIGUOUS)
        meetings = sorted(self._clusters.sets(), key=min)
        return Merged(tuple(tuple(self._told[n] for n in each) for each in meetings), self._close(close))

    def _weigh(self, a: int, b: int) -> Verdict:
        one, other = self._told[a], self._told[b]
        who = company(one, other, self._offices_of)
        first, second = sorted((one, other), key=lambda told: told.doc)
        said = [e for e in self._echoes.get((first.doc, second.doc), ()) if e.speaker in one.persons & other.persons]
        # Words that a document puts at another meeting speak for no more than news of one time.
        there = any(e.first in {None, first.key} and e.second in {None, second.key} for e in said)
        verdict = compare(one, other, who, corroborated=there)
        return max(verdict, min(Verdict.POSSIBLE, compare(one, other, who, corroborated=bool(said))))

    def _join(self, a: int, b: int) -> None:
        """Join two clusters, unless any two of their tellings contradict each other."""
        one, other = (self._clusters.find(n) for n in (a, b))
        if one == other:
            return
        pairs = product(self._members[one], self._members[other])
        if not any(contradiction(self._told[x], self._told[y]) for x, y in pairs):
            self._clusters.join(one, other)
            root = self._clusters.find(one)
            self._members[root] = sorted(self._members[one] + self._members[other])

    def _rivals(self, likely: Sequence[tuple[int, int]]) -> set[int]:
        """Return the tellings that two different meetings, each sure of its day, are as likely to be."""
        dated: dict[int, set[int]] = defaultdict(set)
        for pair in likely:
            for one, other in (pair, pair[::-1]):
                if self._told[other].exact and not self._told[one].exact:
                    dated[one].add(self._clusters.find(other))
        return {number for number, meetings in dated.items() if len(meetings) > 1}

    def _close(self, pairs: Mapping[tuple[int, int], float]) -> tuple[CloseMeetings, ...]:
        found: dict[tuple[EntityId, EntityId], float] = {}
        for (a, b), confidence in pairs.items():
            roots = {self._clusters.find(a), self._clusters.find(b)}
            if len(roots) > 1:
                first, second = sorted(meeting_id(self._told[root].name) for root in roots)
                found[first, second] = max(confidence, found.get((first, second), 0.0))
        return tuple(CloseMeetings(*pair, confidence) for pair, confidence in sorted(found.items()))

    # -- which tellings to compare
    def _candidates(self) -> set[tuple[int, int]]:
        blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, told in enumerate(self._told):
            for key in self._keys(told):
                blocks[key].append(number)
        found = {pair for block in blocks.values() for pair in self._near(block)}
        return found | set(self._corroborated())

    def _keys(self, told: Encounter) -> set[tuple[str, str]]:
        if told.lone and not told.offices:
            return {(min(told.persons | told.groups, default=""), "+".join(sorted(told.countries)))}
        named = sorted(told.persons | told.groups)[:_LOOKED_UP]
        offices = {office for person in told.persons for office in self._offices_of.get(person, ())} | told.offices
        of_persons = product(sorted(told.persons)[:_LOOKED_UP], sorted(offices)[:_LOOKED_UP])
        return {*combinations(named, 2), *of_persons}

    def _near(self, block: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of a block whose times overlap; vague tellings with all others, unless there are too many."""
        windows = {n: self._told[n].window for n in block}
        precise = sorted((w[0], w[1], n) for n, w in windows.items() if w and (w[1] - w[0]).days <= _VAGUE_DAYS)
        for index, (_, last, number) in enumerate(precise):
            for first, _, other in precise[index + 1 :]:
                if first > last:
                    break
                yield min(number, other), max(number, other)
        if len(block) <= _CROWD:
            vague = set(block) - {number for _, _, number in precise}
            yield from ((min(a, b), max(a, b)) for a in sorted(vague) for b in block if a != b)

    def _corroborated(self) -> Iterator[tuple[int, int]]:
        by_document: dict[DocId, list[int]] = defaultdict(list)
        for number, told in enumerate(self._told):
            by_document[told.doc].append(number)
        for first, second in self._echoes:
            for a, b in product(by_document[first], by_document[second]):
                if self._told[a].persons & self._told[b].persons:
                    yield min(a, b), max(a, b)
