"""Makes new annotated lines from old ones: names swapped for names of the same kind, letters recased."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from training.lines import Line, Name

Words = tuple[str, ...]
SMALL_WORDS = "a an and as at by for from in of on or over the to with s t d m ll re ve 's n't"
_SWAPPED = frozenset({"PERSON", "ORG", "LOC", "NORP"})
_SMALL = frozenset(SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to draw from: by label and shape, and the parts of which new full names of persons are made."""

    names: dict[tuple[str, str], tuple[Words, ...]]
    given: tuple[str, ...]
    family: tuple[Words, ...]


def shape(words: Words) -> str:
    """Return the shape that a name and its stand-in share: "acronym", "one", "two" or "many" (words)."""
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        return "acronym"
    return {1: "one", 2: "two"}.get(len(words), "many")


def pool(lines: Iterable[Line]) -> Pool:
    """Gather every distinct name of `lines`, in order of first mention."""
    names: dict[tuple[str, str], dict[Words, None]] = defaultdict(dict)
    given: dict[str, None] = {}
    family: dict[Words, None] = {}
    for line in lines:
        for name in line.names:
            words = line.words[name.start : name.end]
            if name.label in _SWAPPED and all(word[0].isupper() or word.islower() for word in words):
                names[name.label, shape(words)][words] = None
                if name.label == "PERSON" and len(words) > 1 and "." not in words:
                    given[words[0]] = None
                    family[words[1:]] = None
    return Pool({key: tuple(found) for key, found in names.items()}, tuple(given), tuple(family))


def swap_names(line: Line, names: Pool, random: Random) -> Line:
    """Return `line` with each name replaced; one name keeps one stand-in, a surname that of the full name."""
    standins: dict[tuple[str, Words], Words] = {}
    words: list[str] = []
    spaces: list[bool] = []
    swapped: list[Name] = []
    done = 0
    for name in line.names:
        words += line.words[done : name.start]
        spaces += line.spaces[done : name.start]
        old = line.words[name.start : name.end]
        new = _standin(old, name.label, standins, names, random)
        swapped.append(Name(len(words), len(words) + len(new), name.label))
        words += new
        spaces += line.spaces[name.start : name.end] if new == old else [*_inner_spaces(new), line.spaces[name.end - 1]]
        done = name.end
    words += line.words[done:]
    spaces += line.spaces[done:]
    return Line(tuple(words), tuple(spaces), tuple(swapped))


def _standin(old: Words, label: str, standins: dict[tuple[str, Words], Words], names: Pool, random: Random) -> Words:
    if label not in _SWAPPED or not old[0][0].isupper():
        return old
    if (label, old) not in standins:
        new = _draw(old, label, names, random)
        standins[label, old] = new
        if label == "PERSON" and len(old) > 1 and len(new) > 1:
            standins.setdefault((label, old[-1:]), new[-1:])
    return standins[label, old]


def _draw(old: Words, label: str, names: Pool, random: Random) -> Words:
    if label == "PERSON" and len(old) > 1 and names.given and random.random() < 0.5:
        return (random.choice(names.given), *random.choice(names.family))
    return random.choice(names.names.get((label, shape(old)), (old,)))


def _inner_spaces(words: Words) -> list[bool]:
    """Return whether a space follows each word of a name but the last."""
    glue = {"-", "/"}
    return [
        not (left in glue or right in glue or right in {"'", "'s", ".", ","} or left == "'")
        for left, right in pairwise(words)
    ]


def recase(line: Line, style: str) -> Line:
    """Return `line` as a headline: `style` is "upper" or "title".

    >>> recase(Line(("Doe", "met", "the", "envoy"), (True,) * 4, ()), "title").words
    ('Doe', 'Met', 'the', 'Envoy')
    """
    change = str.upper if style == "upper" else title
    return Line(tuple(change(word) for word in line.words), line.spaces, line.names)


def title(word: str) -> str:
    """Return a word as a headline writes it: small words stay small."""
    return word if word in _SMALL or not word[:1].islower() else word[0].upper() + word[1:]


def augmented(lines: list[Line], copies: int, seed: int) -> list[Line]:
    """Return `lines`, then `copies` of those with names, names swapped, one in ten of the copies recased."""
    random = Random(seed)  # noqa: S311 -- nothing is kept secret here
    names = pool(lines)
    made = list(lines)
    for _ in range(copies):
        for line in lines:
            if line.names:
                copy = swap_names(line, names, random)
                chance = random.random()
                made.append(recase(copy, "upper") if chance < 0.03 else recase(copy, "title") if chance < 0.1 else copy)
    return made
