"""Which run of a page's paragraphs is the article: the one whose prose most outweighs what interrupts it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile

from kg.lexicon import words
from kg.read.looks import Look, Paragraph

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6  # letters by which words are compared: "Gondor", "Gondorian"
_RELATED = 0.25  # share of words that the rest of the article has too
# 19 in 20 last paragraphs of articles share more than .16 of their words with the rest, 3 in 4 of other articles' less:
_NONE, _FULL = 0.1, 0.22  # shares at which a word of a paragraph weighs nothing, and all that it can
_LEAST = -0.3  # what it weighs at least
_DOUBT = 0.12  # what is taken off the share of a paragraph that looks like a teaser
_MOST = 45.0  # words' worth of all lines in a row that are no prose; of the first and of each more by what they are:
_FIRST = {Look.HEADING: 10.0, Look.FURNITURE: 6.0, Look.STAMP: 20.0}
_MORE = {Look.HEADING: 4.0, Look.FURNITURE: 4.0, Look.STAMP: 15.0}
BULLETS = ("-", "–", "—", "•", "*")
_CONTINUED = 0.5  # what a word weighs at least where the prose above goes on below a cross-head
_BOX = 2  # lines on either side of a paragraph that are looked at
_BOX_WORDS = 60
_TEASER_LINES = 8  # lines above a paragraph that may belong to it
_HEADLINE_WORDS = 5

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
    main = max(groups, key=lambda group: size[group], default=())
    teasers = {group for group in groups if group > main and _like_teaser(paragraphs, group)}
    first = frozenset(_heaviest(size, paragraphs)) - teasers
    about = Vocabulary([lines[group] for group in groups if group in first])
    weights = {group: float(size[group]) for group in groups}
    for group in groups:
        if group != main:
            share = about.shared(lines[group], own=group in first) - (_DOUBT if group in teasers else 0)
            worth = _LEAST if _under_other(text, paragraphs, group, about) else _worth(share)
            weights[group] *= max(worth, _CONTINUED) if _below_cross_head(paragraphs, group) else worth
    light = (group for group in groups if weights[group] <= 0 and size[group] < _BOX_WORDS)
    boxes = {group for group in light if _listed(text, paragraphs, group) or _boxed(paragraphs, group)}
    return [i for group in _heaviest(weights, paragraphs) if group not in boxes for i in group]


def _worth(share: float) -> float:
    """Return what a word weighs in a paragraph that has this share of its words in common with the article."""
    return max(_LEAST, min(1.0, (share - _NONE) / (_FULL - _NONE)))


def _groups(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Group]:
    """Yield the prose that follows right on one another; items of a list are groups of their own."""
    kinds = [(p.look is Look.SENTENCE, _is_item(text, p)) for p in paragraphs]
    for (is_prose, _), group in groupby(range(len(kinds)), kinds.__getitem__):
        if is_prose:
            yield tuple(group)


def _is_item(text: str, paragraph: Paragraph) -> bool:
    return text.startswith(BULLETS, paragraph.core.start)


def _listed(text: str, paragraphs: Sequence[Paragraph], group: Group) -> bool:
    """Say whether the group is a list that no prose leads up to."""
    return _is_item(text, paragraphs[group[0]]) and paragraphs[group[0] - 1].look is not Look.SENTENCE


def _like_teaser(paragraphs: Sequence[Paragraph], group: Group) -> bool:
    """Say whether the group is one paragraph below a headline or a stamp."""
    above = takewhile(
        lambda p: p.look is not Look.SENTENCE, reversed(paragraphs[max(0, group[0] - _TEASER_LINES) : group[0]])
    )
    named = any(p.look is Look.STAMP or (p.look is Look.HEADING and p.words >= _HEADLINE_WORDS) for p in above)
    return _is_short(paragraphs, group) and named


def _under_other(text: str, paragraphs: Sequence[Paragraph], group: Group, about: Vocabulary) -> bool:
    """Say whether the group is one paragraph right below a headline that speaks of other things: a teaser."""
    if group[0] == 0 or not _is_short(paragraphs, group):
        return False
    above = paragraphs[group[0] - 1]
    headline = above.look is Look.HEADING and above.words >= _HEADLINE_WORDS
    return headline and not about.speaks_of(above.core.of(text))


def _is_short(paragraphs: Sequence[Paragraph], group: Group) -> bool:
    """Say whether the group is one paragraph, no longer than those that teasers give of what they lead to."""
    return len(group) == 1 and paragraphs[group[0]].words < _BOX_WORDS


def _below_cross_head(paragraphs: Sequence[Paragraph], group: Group) -> bool:
    """Say whether the group is more than a short one, and nothing but a short heading parts it from the prose above."""
    if group[0] < 2 or _is_short(paragraphs, group):
        return False
    above, head = paragraphs[group[0] - 2 : group[0]]
    return above.look is Look.SENTENCE and head.look is Look.HEADING and head.words < _HEADLINE_WORDS


def _boxed(paragraphs: Sequence[Paragraph], group: Group) -> bool:
    """Say whether the group stands among lines that are no prose."""
    around = (*paragraphs[max(0, group[0] - _BOX) : group[0]], *paragraphs[group[-1] + 1 : group[-1] + 1 + _BOX])
    return sum(p.look is not Look.SENTENCE for p in around) > _BOX


def _heaviest(weights: Mapping[Group, float], paragraphs: Sequence[Paragraph]) -> list[Group]:
    """Return the run of groups with the greatest sum (Kadane's algorithm)."""
    best, total, end, start = 0.0, 0.0, 0, 0
    groups, run = list(weights), range(0)
    for index, group in enumerate(groups):
        total -= _cost([p.look for p in paragraphs[end : group[0]]])
        if total <= 0:
            total, start = 0.0, index
        total, end = total + weights[group], group[-1] + 1
        if total > best:
            best, run = total, range(start, index + 1)
    return groups[run.start : run.stop]


def _cost(looks: Sequence[Look]) -> float:
    """Return what lines in a row that are no prose weigh against the run they interrupt."""
    if not looks:
        return 0.0
    dearest = max(looks, key=_FIRST.__getitem__)
    return min(_MOST, _FIRST[dearest] - _MORE[dearest] + sum(_MORE[look] for look in looks))
