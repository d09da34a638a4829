"""The headline of the article, its decks and its subheads, among all the short lines of a page."""

import re
from collections.abc import Iterator, Sequence

from kg.lexicon.publishers import names_outlet
from kg.read.article import BULLETS, Vocabulary
from kg.read.furniture import names_others
from kg.read.looks import Look, Paragraph
from kg.read.repetition import printed_twice

_HEADLINE_WORDS = 4
_DECK_WORDS = 8
_ENOUGH = 8  # words of a headline that count: what is longer says no more surely that it is one
_ALIKE = 0.3  # share of a headline's words that its deck has too
_SHORT = 2  # words that a heading loses which is short for a headline
_TWICE = 4.0  # words' worth of being printed twice, or named in the page's address
_LIST = 3  # so many headings in a row are a list of other pages
_RELATED = 0.5  # share of a heading's words that the prose must have
_PATH = re.compile(r"https?://[^\s/]+/(\S+)")
_SUFFIX = re.compile(r"\s+[|»–—-]\s")
_LETTERS = re.compile(r"[^\W\d_]+")


def headline_of(text: str, paragraphs: Sequence[Paragraph], first: int, about: Vocabulary) -> int | None:
    """Return the heading above the prose (which starts at `first`) that has most words in common with the page.

    Words of the prose and of the page's address count, and being printed twice. Where nothing tells, it is the first
    long one.
    """
    headings = (i for i in range(min(first, len(paragraphs))) if paragraphs[i].look is Look.HEADING)
    printed = ((i, paragraphs[i].core.of(text)) for i in headings)
    before = [i for i, line in printed if not (_PATH.fullmatch(line) or line.startswith(BULLETS) or names_outlet(line))]
    twice = printed_twice(text, [paragraphs[i].core for i in before])
    path = {word for found in _PATH.findall(text) for word in _LETTERS.findall(found.lower())}
    lines = {i: paragraphs[i].core.of(text) for i in before}
    scores = {i: _score(lines[i], about, path, twice=position in twice) for position, i in enumerate(before)}
    best = max(before, key=lambda i: scores[i], default=None)
    if best is not None and scores[best] > 1:
        decks = Vocabulary([lines[best]])
        above = (i for i in before if best - _LIST < i < best and paragraphs[i].words >= _HEADLINE_WORDS)
        title = next((i for i in above if decks.shared(lines[i]) >= _ALIKE), best)
        return next((i for i in before if _is_bare(lines[i], lines[title])), title)
    long = [i for i in before if paragraphs[i].words >= _HEADLINE_WORDS]
    return next(iter(long or (before if len(before) == 1 else [])), None)


def _is_bare(line: str, other: str) -> bool:
    """Say whether `other` is the headline `line` with the section or the outlet behind it."""
    return (
        other.startswith(line) and _SUFFIX.match(other, len(line)) is not None and len(line.split()) >= _HEADLINE_WORDS
    )


def _score(line: str, about: Vocabulary, path: set[str], *, twice: bool) -> float:
    letters = _LETTERS.findall(line.lower())
    named = sum(word in path for word in letters) >= max(_HEADLINE_WORDS, _RELATED * len(letters))
    words = min(len(letters), _ENOUGH) - (_SHORT if len(letters) < _HEADLINE_WORDS else 0)
    return about.shared(line) * words + _TWICE * (twice + named)


def headings_of(
    text: str, paragraphs: Sequence[Paragraph], title: int | None, prose: range, about: Vocabulary
) -> set[int]:
    """Return the headline, its decks, and the headings amid the prose that speak of what the prose speaks of.

    Decks may be items of a list.
    """
    found = set() if title is None else {title}
    for headings in _runs(paragraphs):
        inside = headings[0] in prose and paragraphs[headings[-1] + 1].look is Look.SENTENCE
        run = headings if inside else [i for i in headings if title is not None and title < i < prose.start]
        lines = {i: paragraphs[i].core.of(text) for i in run if paragraphs[i].words >= (2 if inside else _DECK_WORDS)}
        if inside and names_others(paragraphs[headings[0] - 1].whole.of(text)):
            continue
        if all(line.startswith(BULLETS) for line in lines.values()) and not inside:
            found |= {i for i in lines if about.speaks_of(lines[i])}
        elif len(run) < _LIST:
            found |= {i for i in lines if about.shared(lines[i]) >= _RELATED}
    return found


def _runs(paragraphs: Sequence[Paragraph]) -> Iterator[list[int]]:
    run: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.look is Look.HEADING:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run
