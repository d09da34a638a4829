"""Draw what people are to judge.

    python bench/resolution/sampling.py FOLDER --data DIR --list list.tsv --reading read.txt

The list has the columns of `judged.tsv`, its verdicts empty: names and ids only, fit for the repository. The reading
shows, numbered as the rows are, what the documents say; it is news text and stays outside.
"""

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from kg.config import Config
from kg.model import ActorKey, DocId, Facts, Meeting, Span, Statement
from kg.model.world import EntityId, World
from kg.pipeline import facts_of
from kg.resolve import Registry, resolve
from kg.resolve.actors import Known, Shared
from kg.resolve.nobodies import without_nobodies
from kg.resolve.persons import parse_person
from kg.resolve.world import gather

COLUMNS = ("what", "how", "first document", "first", "second document", "second", "verdict", "note")
T = TypeVar("T")
_AROUND = 160  # characters shown on both sides of a passage
_SHOWN = 3  # passages of each document


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: what it is called in which document, and where that speaks of it."""

    doc: DocId
    name: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Are the two one? `what` says what resolution thinks, `how` why."""

    what: str
    how: str
    first: Side
    second: Side


class Sampler:
    """Draws pairs from what documents say and what became of it."""

    def __init__(self, facts: Sequence[Facts], seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - a reproducible sample, no secret
        self.facts: Mapping[DocId, Facts] = {each.document.id: each for each in facts}
        self.world: World = resolve(facts)
        ordered = without_nobodies(sorted(facts, key=lambda each: each.document.id))
        self.people: Shared = gather(ordered, Known(Registry(), {})).persons

    def joined_persons(self, number: int) -> list[Question]:
        """Return merges: half of them of names that differ, the others of one spelling, each of another person."""
        linked = [link for link in self.people.links if not link.refused]
        drawn = self._draw(linked, number // 2)
        found = [self._person_question("person joined", link.relation, link.first, link.second) for link in drawn]
        by_person: dict[EntityId, list[int]] = defaultdict(list)
        for occurrence, entity in enumerate(self.people.entities):
            by_person[entity].append(occurrence)
        several = [group for _, group in sorted(by_person.items()) if len(group) > 1]
        for group in self._draw(several, number - len(found)):
            first, second = sorted(self.rng.sample(group, 2))
            found.append(self._person_question("person joined", "same person", first, second))
        return found

    def parted_persons(self, number: int) -> list[Question]:
        """Return near misses, one for each two names: pairs that were weighed and refused, and namesakes kept apart."""
        one = self.people.entities  # what is refused may be joined by another way
        refused = [link for link in self.people.links if link.refused and one[link.first] != one[link.second]]
        pairs = {(link.first, link.second): f"{link.relation}: {link.refused}" for link in refused}
        by_sound: dict[str, dict[EntityId, int]] = defaultdict(dict)
        for occurrence, entity in enumerate(self.people.entities):
            name = parse_person(self.people.occurrences[occurrence].name)
            if not name.single:
                by_sound[name.sound].setdefault(entity, occurrence)
        for _, group in sorted(by_sound.items()):
            for first, second in combinations(group.values(), 2):
                pairs.setdefault((first, second), "namesakes")
        by_names: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for pair in sorted(pairs):
            by_names[tuple(self.people.occurrences[side].name for side in pair)].append(pair)
        drawn = [self.rng.choice(found) for found in self._draw(list(by_names.values()), number)]
        return [self._person_question("person kept apart", pairs[pair], *pair) for pair in drawn]

    def joined_meetings(self, number: int) -> list[Question]:
        told: dict[EntityId, list[tuple[DocId, Meeting]]] = defaultdict(list)
        for doc, facts in sorted(self.facts.items()):
            for meeting in facts.meetings:
                told[self.world.meeting_of[doc, meeting.key]].append((doc, meeting))
        several = [group for _, group in sorted(told.items()) if len({doc for doc, _ in group}) > 1]
        pairs = [self.rng.sample(group, 2) for group in self._draw(several, number)]
        return [Question("meeting joined", "", *(self._told(*each) for each in pair)) for pair in pairs]

    def corroborations(self, number: int) -> list[Question]:
        drawn = self._draw(self.world.corroborations, number)
        return [
            Question("corroboration", f"{c.similarity:.2f} {c.method}", self._said(*c.first), self._said(*c.second))
            for c in drawn
        ]

    def _draw(self, items: Sequence[T], number: int) -> list[T]:
        return self.rng.sample(items, min(number, len(items)))

    def _person_question(self, what: str, how: str, first: int, second: int) -> Question:
        return Question(what, how, self._person(first), self._person(second))

    def _person(self, number: int) -> Side:
        occurrence = self.people.occurrences[number]
        mentions = self.facts[occurrence.doc].actors.mentions
        own = [m.span for m in mentions if m.actor == occurrence.key]
        roles = [span for r in self.facts[occurrence.doc].roles if r.holder == occurrence.key for span in r.evidence]
        return Side(occurrence.doc, occurrence.name, tuple(dict.fromkeys([*roles[:1], *own])))

    def _told(self, doc: DocId, meeting: Meeting) -> Side:
        actors = ", ".join(self._label(doc, p.actor) for p in meeting.participants)
        place = meeting.place.name if meeting.place else "-"
        return Side(doc, f"{meeting.key}: {actors}; {place}; {meeting.date or '-'}", meeting.evidence)

    def _said(self, doc: DocId, index: int) -> Side:
        statement: Statement = self.facts[doc].statements[index]
        where = f"{statement.content[0].start}-{statement.content[-1].end}"
        return Side(doc, f"{self._label(doc, statement.speaker)}, {where}", statement.content)

    def _label(self, doc: DocId, key: ActorKey) -> str:
        actors = self.facts[doc].actors
        named = {person.key: person.name for person in actors.persons}
        named |= {body.key: body.name for body in actors.organizations}
        return named.get(key, str(key))


def rows(questions: Iterable[Question]) -> Iterator[tuple[str, ...]]:
    for q in questions:
        yield (q.what, q.how, q.first.doc, q.first.name, q.second.doc, q.second.name, "", "")


def reading(questions: Iterable[Question], facts: Mapping[DocId, Facts]) -> Iterator[str]:
    """Yield for each question what its two documents say."""
    for number, q in enumerate(questions, 1):
        yield f"== {number} {q.what} ({q.how})"
        for side in (q.first, q.second):
            yield f"-- {side.name}   [{side.doc}]"
            text = facts[side.doc].document.text
            for span in side.spans[:_SHOWN]:
                before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
                yield "   " + " ".join(f"{before}>>>{text[span.start : span.end]}<<<{after}".split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, help="documents, as `parley build` takes them")
    parser.add_argument("--data", type=Path, required=True, help="data folder whose cache of facts is used")
    parser.add_argument("--joined", type=int, default=200, help="merges of persons")
    parser.add_argument("--apart", type=int, default=200, help="near misses of persons")
    parser.add_argument("--meetings", type=int, default=50, help="merged meetings")
    parser.add_argument("--corroborations", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", type=Path, required=True, help="where to write the list to judge")
    parser.add_argument("--reading", type=Path, required=True, help="where to write the passages to read")
    options = parser.parse_args()
    facts, _ = facts_of(options.paths, Config(data=options.data))
    draw(Sampler(facts, options.seed), options)


def draw(sampler: Sampler, options: argparse.Namespace) -> None:
    """Write the list and the reading."""
    questions = [
        *sampler.joined_persons(options.joined),
        *sampler.parted_persons(options.apart),
        *sampler.joined_meetings(options.meetings),
        *sampler.corroborations(options.corroborations),
    ]
    with options.list.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerows([COLUMNS, *rows(questions)])
    options.reading.write_text("\n".join(reading(questions, sampler.facts)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
