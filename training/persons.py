"""Makes new sentences from those of a treebank: persons renamed, and given the titles that news puts before names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

from training.conllu import Paragraph, Sentence, Word
from training.lines import Line

# Word/part of speech/relation; the last word of each stands for the office and hangs on the name.
_OFFICES = (
    "Foreign/ADJ/amod Minister",
    "Prime/ADJ/amod Minister",
    "Deputy/ADJ/amod Foreign/ADJ/amod Minister",
    "Defense/PROPN/compound Minister",
    "Interior/PROPN/compound Minister",
    "Defense/PROPN/compound Secretary",
    "Army/PROPN/compound Chief",
    "President",
    "Vice/ADJ/amod President",
    "Ambassador",
    "King",
)
_RANKS = (
    "Brigadier/PROPN/compound General",
    "Major/PROPN/compound General",
    "Lieutenant/PROPN/compound General",
    "General",
    "Colonel",
    "Admiral",
)
_BEFORE = frozenset({"ADP", "PUNCT", "VERB", "CCONJ", "SCONJ"})  # what may stand before a title put in


@dataclass(frozen=True, slots=True)
class Stock:
    """Names of persons by their number of words, and demonyms."""

    persons: dict[int, tuple[tuple[str, ...], ...]]
    demonyms: tuple[str, ...]


def stock(lines: Iterable[Line]) -> Stock:
    """Gather the names in `lines` that are made of letters alone."""
    persons: dict[int, dict[tuple[str, ...], None]] = {}
    demonyms: dict[str, None] = {}
    for line in lines:
        for name in line.names:
            words = line.words[name.start : name.end]
            if all(word.isalpha() and word.istitle() for word in words):
                if name.label == "PERSON":
                    persons.setdefault(len(words), {})[words] = None
                elif name.label == "NORP" and len(words) == 1 and words[0].endswith(("an", "ese", "ish", "i", "ic")):
                    demonyms[words[0]] = None
    return Stock({size: tuple(found) for size, found in persons.items()}, tuple(demonyms))


def with_persons(paragraphs: Iterable[Paragraph], names: Stock, share: float, seed: int) -> Iterator[Paragraph]:
    """Yield the paragraphs, and of a `share` of those with full names a copy with other persons in it."""
    random = Random(seed)  # noqa: S311 -- nothing is kept secret here
    for paragraph in paragraphs:
        yield paragraph
        if any(full_names(sentence) for sentence in paragraph) and random.random() < share:
            yield tuple(with_other_persons(sentence, names, random) for sentence in paragraph)


def full_names(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the spans `[start, end)` of words joined as the parts of one name."""
    spans: list[tuple[int, int]] = []
    for at in range(len(sentence)):
        end = at + 1
        while end < len(sentence) and sentence[end].dep == "flat" and sentence[end].head == at:
            end += 1
        if end > at + 1 and all(part.tag == "NNP" and part.form.isalpha() for part in sentence[at:end]):
            spans.append((at, end))
    return spans


def with_other_persons(sentence: Sentence, names: Stock, random: Random) -> Sentence:
    """Return `sentence` with each full name replaced, half of those without a title given one."""
    for start, end in reversed(full_names(sentence)):
        drawn = random.choice(names.persons.get(end - start, (tuple(word.form for word in sentence[start:end]),)))
        renamed = [replace(word, form=form, lemma=form) for word, form in zip(sentence[start:end], drawn, strict=True)]
        sentence = (*sentence[:start], *renamed, *sentence[end:])
        if _bare(sentence, start) and random.random() < 0.5:
            sentence = titled(sentence, start, _title(names, random))
    return sentence


def titled(sentence: Sentence, at: int, title: list[Word]) -> Sentence:
    """Return `sentence` with `title` before its word `at`; a head of -1 in the title stands for that word."""
    size = len(title)
    put_in = [replace(word, head=at + size if word.head < 0 else at + word.head) for word in title]
    moved = [replace(word, head=word.head + size if word.head >= at else word.head) for word in sentence]
    return (*moved[:at], *put_in, *moved[at:])


def _bare(sentence: Sentence, at: int) -> bool:
    described = any(word.head == at and word.dep == "nmod:desc" for word in sentence)
    return not described and (at == 0 or sentence[at - 1].pos in _BEFORE)


def _title(names: Stock, random: Random) -> list[Word]:
    """Return an office, a rank or both, with a demonym before the office more often than not."""
    title: list[Word] = []
    kind = random.random()
    if kind < 0.8:
        title = _phrase(random.choice(_OFFICES), 0)
        if names.demonyms and random.random() < 0.7:
            demonym = random.choice(names.demonyms)
            title = [replace(word, head=word.head + (word.head >= 0)) for word in title]
            title.insert(0, Word(demonym, demonym, "ADJ", "JJ", "Degree=Pos", len(title), "amod", space=True))
    if kind > 0.6:
        title += _phrase(random.choice(_RANKS), len(title))
    return title


def _phrase(text: str, offset: int) -> list[Word]:
    parts = [part.split("/") for part in text.split()]
    last = offset + len(parts) - 1
    words = []
    for part in parts[:-1]:
        features = "Degree=Pos" if part[1] == "ADJ" else "Number=Sing"
        words.append(Word(part[0], part[0], part[1], "NNP", features, last, part[2], space=True))
    head = parts[-1][0]
    return [*words, Word(head, head, "PROPN", "NNP", "Number=Sing", -1, "nmod:desc", space=True)]
