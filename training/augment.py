"""Makes new annotated lines from old ones: names swapped for names of the same kind, letters recased."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from random import Random

from training.lines import Line, Name

Words = tuple[str, ...]
SMALL_WORDS = "a an and as at by for from in of on or over the to with s t d m ll re ve 's n't"
_SWAPPED = frozenset({"PERSON", "ORG", "LOC", "NORP"})
_SMALL = frozenset(SMALL_WORDS.split())
_COMMON = 4  # a word of that many names ("River", "Ministry", "Ali") is not blended


@dataclass(frozen=True, slots=True)
class Pool:
    """What stand-ins are made of.

    `names` by label and shape; `words` are, by label, the rarer words of names.
    """

    names: dict[tuple[str, str], tuple[Words, ...]]
    words: dict[str, tuple[str, ...]]


def shape(words: Words) -> str:
    """Return the shape that a name and its stand-in share: "acronym", "one", "two" or "many" (words)."""
    if len(words) == 1 and len(words[0]) > 1 and words[0].isupper():
        return "acronym"
    return {1: "one", 2: "two"}.get(len(words), "many")


def pool(lines: Iterable[Line]) -> Pool:
    """Gather every distinct name of `lines`, in order of first mention."""
    names: dict[tuple[str, str], dict[Words, None]] = defaultdict(dict)
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for label, words in _distinct(lines):
        names[label, shape(words)][words] = None
        uses[label].update(word for word in words if _may_blend(word))
    rare = {label: tuple(word for word, count in found.items() if count < _COMMON) for label, found in uses.items()}
    return Pool({key: tuple(found) for key, found in names.items()}, rare)


def _distinct(lines: Iterable[Line]) -> list[tuple[str, Words]]:
    found = dict.fromkeys((name.label, line.words[name.start : name.end]) for line in lines for name in line.names)
    return [(label, words) for label, words in found if label in _SWAPPED and words[0][0].isupper()]


def blend(left: str, right: str) -> str:
    """Return a word that begins like `left` and ends like `right`.

    >>> blend("Boromir", "Galadriel")
    'Boradriel'
    """
    return left[: (len(left) + 1) // 2 - 1] + right[len(right) // 2 - 1 :]


def _may_blend(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and word.istitle()


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
        new = made_up(old, label, names, random)
        standins[label, old] = new
        if label == "PERSON" and len(old) > 1 and len(new) > 1:
            standins.setdefault((label, old[-1:]), new[-1:])
    return standins[label, old]


def made_up(old: Words, label: str, names: Pool, random: Random) -> Words:
    """Return a name whose rarer words are made up, so that it cannot be learned by heart."""
    if label == "NORP":
        return old
    drawn = random.choice(names.names.get((label, shape(old)), (old,)))
    if shape(old) == "acronym":
        return ("".join(random.sample(drawn[0], len(drawn[0]))),)
    rare = names.words.get(label, ())
    return tuple(blend(word, random.choice(rare)) if word in rare and _may_blend(word) else word for word in drawn)


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


def augmented(lines: list[Line], copies: float, names: Pool, seed: int) -> list[Line]:
    """Return `lines`, then copies of those with names, names swapped, one in ten of the copies recased.

    `copies` is how many copies a line gets; 0.6 gives six lines in ten one copy.
    """
    random = Random(seed)  # noqa: S311 -- nothing is kept secret here
    made = list(lines)
    for turn in range(ceil(copies)):
        for line in lines:
            if line.names and (copies - turn >= 1 or random.random() < copies - turn):
                copy = swap_names(line, names, random)
                chance = random.random()
                made.append(recase(copy, "upper") if chance < 0.03 else recase(copy, "title") if chance < 0.1 else copy)
    return made
