"""Which run of a page's paragraphs is the article: the one whose prose most outweighs what interrupts it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kg.lexicon import words
from kg.read.roles import Paragraph, Role

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6  # letters by which words are compared: "Gondor", "Gondorian"
_RELATED = 0.25  # share of a paragraph's words that the rest of the article has too
_FOREIGN = 0.4  # what a word of another page's prose weighs
_BREAK, _MORE, _MOST = 10.0, 4.0, 45.0  # words' worth of one line that is no prose, of each more, of all in a row
_ALIEN = 9.0  # words' worth of prose that speaks of other things, besides
_BULLETS = ("-", "–", "—", "•", "*")
_BOX = 2  # lines on either side of a paragraph that are looked at
_BOX_WORDS = 60
_HEADLINE_WORDS = 6

Group = tuple[int, ...]
"""Numbers of paragraphs that follow right on one another."""


class Vocabulary:
    """The words of an article, to tell what speaks of the same things from what stands beside it on the page."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._count = Counter(word for line in lines for word in _words(line))

    def shared(self, line: str, *, own: bool = False) -> float:
        """Return the share of the words of `line` that the article has; `own` where `line` is itself part of it."""
        found = _words(line)
        return sum(self._count[word] > own for word in found) / len(found) if found else 0.0

    def speaks_of(self, line: str, *, own: bool = False) -> bool:
        """Say whether `line` has enough words in common with the article."""
        return self.shared(line, own=own) >= _RELATED


def _words(line: str) -> frozenset[str]:
    """Return the words that say what a line is about, without their endings."""
    found = {word for word in _WORD.findall(line.lower()) if word not in words("function_words.txt")}
    return frozenset(word[:_STEM] for word in found)


def article_prose(text: str, paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return the numbers of the paragraphs that are the article's prose, in their order.

    They lie in the run whose prose weighs most: as many words as it has, less where it shares hardly any with the rest;
    lines between prose count against the run. So what stands below or above in short pieces (teasers, comments,
    boxes) stays outside. Such pieces inside the run are left out as well.
    """
    groups = list(_groups(text, paragraphs))
    lines = {group: "\n".join(paragraphs[i].core.of(text) for i in group) for group in groups}
    size = {group: sum(paragraphs[i].words for i in group) for group in groups}
    first = frozenset(_heaviest(size))
    about = Vocabulary([lines[group] for group in groups if group in first])
    related = {
        group
        for group in groups
        if about.speaks_of(lines[group], own=group in first) and not _under_other(text, paragraphs, group, about)
    }
    foreign = frozenset(groups) - related - {max(groups, key=lambda group: size[group], default=())}
    weights = {group: size[group] * _FOREIGN - _ALIEN if group in foreign else size[group] for group in groups}
    boxes = {g for g in foreign if size[g] < _BOX_WORDS and (_listed(text, paragraphs, g) or _boxed(paragraphs, g))}
    return [i for group in _heaviest(weights) if group not in boxes for i in group]


def _groups(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Group]:
    """Yield the prose that follows right on one another; items of a list are groups of their own."""
    kinds = [(p.role is Role.SENTENCE, _is_item(text, p)) for p in paragraphs]
    for (is_prose, _), group in groupby(range(len(kinds)), kinds.__getitem__):
        if is_prose:
            yield tuple(group)


def _is_item(text: str, paragraph: Paragraph) -> bool:
    return text.startswith(_BULLETS, paragraph.core.start)


def _listed(text: str, paragraphs: Sequence[Paragraph], group: Group) -> bool:
    """Say whether the group is a list that no prose leads up to."""
    return _is_item(text, paragraphs[group[0]]) and paragraphs[group[0] - 1].role is not Role.SENTENCE


def _under_other(text: str, paragraphs: Sequence[Paragraph], group: Group, about: Vocabulary) -> bool:
    """Say whether the group is one paragraph right below a headline that speaks of other things: a teaser."""
    if len(group) > 1 or group[0] == 0:
        return False
    above = paragraphs[group[0] - 1]
    headline = above.role is Role.HEADING and above.words >= _HEADLINE_WORDS
    return headline and not about.speaks_of(above.core.of(text))


def _boxed(paragraphs: Sequence[Paragraph], group: Group) -> bool:
    """Say whether the group stands among lines that are no prose."""
    around = (*paragraphs[max(0, group[0] - _BOX) : group[0]], *paragraphs[group[-1] + 1 : group[-1] + 1 + _BOX])
    return sum(p.role is not Role.SENTENCE for p in around) > _BOX


def _heaviest(weights: Mapping[Group, float]) -> list[Group]:
    """Return the run of groups with the greatest sum (Kadane's algorithm)."""
    best, total, end, start = 0.0, 0.0, 0, 0
    groups, run = list(weights), range(0)
    for index, group in enumerate(groups):
        total -= _cost(group[0] - end)
        if total <= 0:
            total, start = 0.0, index
        total, end = total + weights[group], group[-1] + 1
        if total > best:
            best, run = total, range(start, index + 1)
    return groups[run.start : run.stop]


def _cost(lines: int) -> float:
    """Return what so many lines in a row that are no prose weigh against the run they interrupt."""
    return min(_MOST, _BREAK + _MORE * (lines - 1)) if lines else 0.0
