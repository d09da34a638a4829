"""Statements of one speaker in different documents that report the same words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from kg.model.facts import ActorKey, Facts, MeetingKey
from kg.model.text import DocId
from kg.model.world import Corroboration, EntityId
from kg.resolve.statements.utterances import Likeness, Utterance, Weights

METHOD = "rarity-weighted overlap of word stems"
SAME_MEETING = f"{METHOD}, both said at one meeting"

_RARE, _RARE_UNDATED = 8, 5  # words of a statement by which others are looked up; of old news most words must recur
_CROWD = 60  # undated statements of one speaker with one rare word: what he always says tells nothing
_READ = 0.75  # confidence: a text printed twice is misread twice, and two wrong speakers do not support each other
_GROUP = 200  # statements of one speaker at one meeting
_DAYS = 7  # between two documents that report one utterance
# Alike on the face of it, in news of one week.
_SHARED, _PLAIN, _OVERALL, _COVERED = 5, 3, 0.5, 0.6
# Whenever it was, people repeat what they mean: then nearly the same words, or nearly all those of the shorter
# statement, count where they tell more than a formula does ("ready to reach a good and lasting agreement" weighs 1.7).
_VERBATIM, _TELLING_VERBATIM = 0.96, 1.0
_OVERALL_UNDATED, _COVERED_UNDATED, _TELLING = 0.62, 0.9, 2.5
_SETTLED = 0.9  # a statement so well matched has found its counterpart, and seeks no other
# Said at one meeting, a looser rewording counts, if it is the best match of the shorter statement.
_SHARED_THERE, _OVERALL_THERE, _COVERED_THERE = 3, 0.25, 0.35

Pair = tuple[Utterance, Utterance]


class Wordings:
    """Compares the statements of a world; `publishers` are those of its documents."""

    def __init__(self, statements: Iterable[Utterance], publishers: Mapping[DocId, EntityId]) -> None:
        self._statements = list(statements)
        self._publishers = publishers
        self._weights = Weights(self._statements)

    def same_words(self) -> list[Corroboration]:
        """Return the pairs whose wording alone shows that they report one utterance."""
        found = ((a, b, self._weights.likeness(a, b)) for a, b in self._candidates())
        return [
            self._pair(a, b, like, METHOD)
            for a, b, like in found
            if _is_rewording(like, dated=bool(a.issued and b.issued))
        ]

    def same_occasion(self, meeting_of: Mapping[tuple[DocId, MeetingKey], EntityId]) -> list[Corroboration]:
        """Return the pairs said at one meeting that are looser rewordings of each other."""
        said: dict[tuple[EntityId, str], list[Utterance]] = defaultdict(list)
        for each in self._statements:
            if each.meeting:
                said[meeting_of[each.doc, each.meeting], each.speaker].append(each)
        return [pair for group in said.values() if len(group) <= _GROUP for pair in self._best(group)]

    def _best(self, group: Sequence[Utterance]) -> Iterator[Corroboration]:
        likeness = {(a, b): self._weights.likeness(a, b) for a, b in combinations(group, 2) if a.doc != b.doc}
        best: dict[tuple[Utterance, DocId], float] = defaultdict(float)
        for (a, b), like in likeness.items():
            best[a, b.doc] = max(best[a, b.doc], like.overall)
            best[b, a.doc] = max(best[b, a.doc], like.overall)
        for (a, b), like in likeness.items():
            shorter, longer = sorted((a, b), key=lambda u: (len(u.words), u.doc))
            free = best[longer, shorter.doc] < _SETTLED or like.overall == best[longer, shorter.doc]
            if free and _is_loose_rewording(like) and like.overall == best[shorter, longer.doc]:
                yield self._pair(a, b, like, SAME_MEETING)

    def _candidates(self) -> Iterator[Pair]:
        """Yield statements of one speaker, surely read, that share two rare words or more; dated ones of one week."""
        posted: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, each in enumerate(self._statements):
            if len(each.words) >= _SHARED and each.confidence >= _READ:
                for word in self._weights.rarest(each.words, _RARE if each.issued else _RARE_UNDATED):
                    posted[each.speaker, word].append(number)
        shared: Counter[tuple[int, int]] = Counter()
        for numbers in posted.values():
            if len(numbers) > 1:
                shared.update(self._near(numbers))
        for (first, second), count in sorted(shared.items()):
            if count > 1:
                yield self._statements[first], self._statements[second]

    def _near(self, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield pairs in order of their days, so that a long-lived phrase is not compared with all its repetitions."""
        undated = [n for n in numbers if self._statements[n].issued is None]
        dated = sorted((day, n) for n in numbers if (day := self._statements[n].issued))
        crowded = len(undated) > _CROWD
        for index, (day, number) in enumerate(dated):
            for later, other in dated[index + 1 :]:
                if (later - day).days > _DAYS:
                    break
                yield from self._apart(number, other)
            if not crowded:
                for other in undated:
                    yield from self._apart(number, other)
        if not crowded:
            for number, other in combinations(undated, 2):
                yield from self._apart(number, other)

    def _apart(self, a: int, b: int) -> Iterator[tuple[int, int]]:
        if self._statements[a].doc != self._statements[b].doc:
            yield min(a, b), max(a, b)

    def _pair(self, a: Utterance, b: Utterance, like: Likeness, method: str) -> Corroboration:
        first, second = sorted((a, b), key=lambda u: (u.doc, u.index))
        similarity = min(1.0, round((like.overall + like.covered) / 2, 3))
        independent = self._independent(first, second)
        return Corroboration(
            (first.doc, first.index), (second.doc, second.index), similarity, method, independent=independent
        )

    def _independent(self, a: Utterance, b: Utterance) -> bool:
        """Return whether the documents have different publishers and no relay stands behind both."""
        publishers = self._publishers.get(a.doc), self._publishers.get(b.doc)
        behind = {publishers[0], a.relay} - {None}, {publishers[1], b.relay} - {None}
        return None not in publishers and behind[0].isdisjoint(behind[1])


def _is_rewording(like: Likeness, *, dated: bool) -> bool:
    says_something = like.shared >= _SHARED and like.plain >= _PLAIN
    alike = like.overall >= _OVERALL and like.covered >= _COVERED if dated else _is_repetition(like)
    return says_something and alike and _of_one_matter(like)


def _is_repetition(like: Likeness) -> bool:
    """Tell whether the wording shows without any date that two documents report one utterance."""
    if like.overall >= _VERBATIM:
        return like.telling >= _TELLING_VERBATIM
    alike = like.overall >= _OVERALL_UNDATED and like.covered >= _COVERED_UNDATED
    return alike and like.telling >= _TELLING


def _is_loose_rewording(like: Likeness) -> bool:
    alike = like.overall >= _OVERALL_THERE and like.covered >= _COVERED_THERE
    return _of_one_matter(like) and like.shared >= _SHARED_THERE and alike


def _of_one_matter(like: Likeness) -> bool:
    """Tell whether no other figure and no other country shows that one wording serves two events.

    "The chamber will receive traders from Rohan", "... from Harad". Of the very same words the countries are the same.
    """
    return like.figures and (like.countries or like.overall >= _SETTLED)


def together(*found: Iterable[Corroboration]) -> tuple[Corroboration, ...]:
    """Return all pairs in order, each as it was found first."""
    pairs: dict[tuple[object, object], Corroboration] = {}
    for pair in chain(*found):
        pairs.setdefault((pair.first, pair.second), pair)
    return tuple(sorted(pairs.values(), key=lambda pair: (pair.first, pair.second)))


@dataclass(frozen=True, slots=True)
class Echo:
    """Two documents report the same words of `speaker`, each at one of its meetings or at none."""

    speaker: EntityId
    first: MeetingKey | None
    second: MeetingKey | None


def echoes(
    pairs: Iterable[Corroboration], facts: Iterable[Facts], actor_of: Mapping[tuple[DocId, ActorKey], EntityId]
) -> dict[tuple[DocId, DocId], set[Echo]]:
    """Return the pairs of documents that report the same words, with who said them where."""
    statements = {each.document.id: each.statements for each in facts}
    found: dict[tuple[DocId, DocId], set[Echo]] = defaultdict(set)
    for pair in pairs:
        (first, index), (second, other) = pair.first, pair.second
        one, another = statements[first][index], statements[second][other]
        speaker = actor_of.get((first, one.speaker))
        if speaker:
            found[first, second].add(Echo(speaker, one.meeting, another.meeting))
    return found
