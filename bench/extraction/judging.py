"""Which facts people found too: extraction's facts against annotated documents, one judgement for each fact.

What matches is what the scorer says; its functions are used, loaded from the path that the caller gives.
"""

import importlib.util
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.annotate import annotate
from kg.extract import extract
from kg.extract.actors.cast import cast_of
from kg.extract.actors.reading import NameKind
from kg.lexicon.confidence import confidence_of
from kg.lexicon.offices import office_kinds
from kg.model import ActorKey, Annotation, Facts, Meeting, Role, Statement
from kg.read import read

_SHARED = 0.5  # of characters, title words or participants, for a match

Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact: its document, kind, rule and confidence as published, and whether people found it too.

    `unseen` where no rule was written with the document in view.
    """

    document: str
    kind: str
    rule: str
    confidence: float
    right: bool
    unseen: bool = False


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def judge(scorer: ModuleType, gold: Path, texts: Path, model: str | None = None) -> Iterator[Judged]:
    """Yield a judgement on each fact that extraction finds in the annotated documents."""
    known = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in gold.glob("*.json")}
    for annotation in annotate(read([texts]), model):
        if annotation.document.id in known:
            yield from _Judge(scorer, annotation, known[annotation.document.id]).judge()


class _Judge:
    def __init__(self, scorer: ModuleType, annotation: Annotation, gold: Gold) -> None:
        self._scorer = scorer
        self._annotation = annotation
        self._gold = gold
        self._facts: Facts = extract(annotation)
        actors = self._facts.actors
        self._names: dict[ActorKey, set[str]] = {a.key: set(a.names) for a in (*actors.persons, *actors.organizations)}
        self._names |= {o.key: {o.title} for o in actors.offices} | {u.key: {u.description} for u in actors.unnamed}
        self._wanted = {a["id"]: {a["name"], *a["mentions"]} for a in gold["actors"]}

    def judge(self) -> Iterator[Judged]:
        yield from self._actors()
        yield from self._matched("role", self._facts.roles, self._gold["roles"], self._same_role)
        yield from self._matched("meeting", self._facts.meetings, self._gold["meetings"], self._same_meeting)
        yield from self._matched("statement", self._facts.statements, self._located(), self._same_statement)

    def _judged(self, kind: str, rule: str, confidence: float, *, right: bool) -> Judged:
        return Judged(self._annotation.document.id, kind, rule, confidence, right)

    def _actors(self) -> Iterator[Judged]:
        """Judge persons and organisations; the rule of each is the surest of those that found its names."""
        cast = cast_of(self._annotation)
        rules: dict[ActorKey | None, list[str]] = {}
        for kind in (NameKind.PERSON, NameKind.ORGANIZATION):
            for name in cast.reading.names(kind):
                rules.setdefault(cast.key_of(name), []).append(name.rule)
        actors = self._facts.actors
        for what, found in (("person", actors.persons), ("organization", actors.organizations)):
            for actor in found:
                rule = max(rules[actor.key], key=lambda rule: (confidence_of(rule), rule))
                right = any(self._is(actor.key, wanted["id"]) for wanted in self._gold["actors"])
                yield self._judged(what, rule, actor.confidence, right=right)

    def _matched(self, kind: str, found: Iterable[Any], wanted: list[Any], same: Any) -> Iterator[Judged]:
        facts = list(found)
        pairs = [
            (value, i, j) for i, fact in enumerate(facts) for j, g in enumerate(wanted) if (value := same(fact, g))
        ]
        right = {i for i, _ in self._scorer.greedy(pairs)}
        for i, fact in enumerate(facts):
            yield self._judged(kind, fact.rule, fact.confidence, right=i in right)

    def _is(self, key: ActorKey, reference: str) -> bool:
        """Whether people mean this actor: by name, by country, or an office or description in like words."""
        if reference.startswith("country:"):
            return key == reference
        if reference.startswith("unnamed:"):
            if key.startswith("person:"):
                return False
            tokens: set[str] = set().union(*(self._scorer.title_tokens(n) for n in self._names.get(key, ())))
            return bool(tokens & self._scorer.title_tokens(reference.removeprefix("unnamed:")))
        named = key.startswith(("person:", "organization:"))
        return named and bool(self._scorer.same_name(self._names[key], self._wanted.get(reference, set())))

    def _same_role(self, role: Role, wanted: Gold) -> float:
        office = next(o for o in self._facts.actors.offices if o.key == role.office)
        if not self._is(role.holder, wanted["actor"]) or (wanted["country"] and wanted["country"] != office.country):
            return 0.0
        kind = office_kinds().get(office.kind)
        ours = [self._scorer.title_tokens(t) for t in (office.title, *(kind.wordings if kind else ()))]
        theirs = self._scorer.title_tokens(wanted["title"])
        share: float = max(len(theirs & tokens) / len(theirs | tokens) for tokens in ours if tokens)
        return share if share >= _SHARED or any(theirs <= tokens for tokens in ours) else 0.0

    def _same_meeting(self, meeting: Meeting, wanted: Gold) -> float:
        ours = {p.actor for p in meeting.participants if p.actor.startswith(("person:", "organization:"))}
        hits = [g for g in wanted["participants"] if any(self._is(actor, g) for actor in ours)]
        extra = [actor for actor in ours if not any(self._is(actor, g) for g in wanted["participants"])]
        mine, theirs = set(meeting.countries), set(wanted["countries"])
        everybody = len(wanted["participants"]) + len(extra) + len(mine | theirs)
        value = (len(hits) + len(mine & theirs)) / everybody if everybody else 0.0
        return value if value >= _SHARED and (hits or not wanted["participants"]) else 0.0

    def _located(self) -> list[tuple[str, set[int]]]:
        """Return the speaker and the characters of each annotated statement."""
        taken: dict[Any, int] = {}
        text = self._annotation.document.text
        spans = [(s["speaker"], self._scorer.locate(text, s, taken)) for s in self._gold["statements"]]
        return [(speaker, self._scorer.chars([span])) for speaker, span in spans if span is not None]

    def _same_statement(self, statement: Statement, wanted: tuple[str, set[int]]) -> float:
        speaker, theirs = wanted
        ours = self._scorer.chars([(span.start, span.end) for span in statement.content])
        share: float = len(ours & theirs) / len(ours | theirs)
        return share if share >= _SHARED and self._is(statement.speaker, speaker) else 0.0
