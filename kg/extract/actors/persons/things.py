"""Names of places, ships, works and outlets that look like persons': the text itself tells what they name."""

from collections.abc import Iterator
from functools import cache, lru_cache

from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.words import QUOTES
from kg.lexicon import table
from kg.lexicon import words as word_list

_FIRMS = frozenset({"Airlines", "Bank", "Company", "Corporation", "Group", "Holdings", "Industries", "Limited", "Ltd"})
_LONGEST = 7  # words of a name
_APART = 2  # words between a name and the noun: "Anduin military airbase", "Numenor, a Gondorian oil tanker"
_NAMING = frozenset({"named", "called", "dubbed", "codenamed"})
_ARTICLES = frozenset({"a", "an", "the"})
_WHERE = frozenset({"in", "near", "outside", "inside"})


@lru_cache(maxsize=1)
def things(reading: Reading) -> frozenset[str]:
    """Return the names of things, as printed.

    They stand before a noun for a thing ("Kopet Dag mountains"), after it and "of" or "named", beside it in apposition
    ("Numenor, a tanker"), or alone in quotation marks, as works do.
    """
    found = set[str]()
    for i, word in enumerate(reading.words):
        named = not word.capital or word.text.isupper()
        if word.lower in _nouns() and named and not _tells_act(reading, i):
            found.update(reading.words.phrase(*run) for run in _beside(reading, i) if run[1] - run[0] > 1)
        elif word.proper:
            found.update(_quoted(reading, i))
    return frozenset(found)


def places(reading: Reading) -> frozenset[str]:
    """Return the names of several words that the language model takes for places."""
    found = set[str]()
    for i, word in enumerate(reading.words):
        if word.proper and reading.entity(i) == "LOC" and reading.entity(i - 1) != "LOC":
            end = i
            while end - i < _LONGEST and reading.entity(end) == "LOC":
                end += 1
            if end > i + 1 and not any(map(reading.name_at, range(i, end))):
                found.add(reading.words.phrase(i, end))
    return frozenset(found)


def doubtful(reading: Reading) -> frozenset[str]:
    """Return the names, taken for persons', of which something is said to be in, or which stand as bodies do.

    Those have an article or are last in a row of bodies. In one document this proves nothing: "trust in Faramir Tuor".
    """
    names = (name for name in reading.names(NameKind.PERSON) if name.last - name.first > 1)
    found = (name for name in names if _placed(reading, name) or _among_bodies(reading, name))
    return frozenset(reading.phrase(name) for name in found)


def _placed(reading: Reading, name: Name) -> bool:
    before, after = reading.words[name.first - 1].lower, reading.words[name.last]
    owns = after.text == "'s"  # "in Denethor's time"
    modifies = reading.tag(name.last) in {"NOUN", "PROPN", "ADJ"} or "-" in after.text  # "the Denethor papers"
    return not owns and (before in _WHERE or before in {"a", "an"} or (before == "the" and not modifies))


def _among_bodies(reading: Reading, name: Name) -> bool:
    """Tell whether the name is listed behind an organisation: "the Shire Bank, the White Council and Faramir Tuor"."""
    words, at = reading.words, name.first - 1
    at -= words[at].lower in {"and", "or", "&"}
    listed = at < name.first - 1 or words[at].text == ","
    return listed and reading.body_at(at - (words[at].text == ",")) is not None


def modifies_thing(reading: Reading, end: int) -> bool:
    """Tell whether the name that ends there is a thing's: "Imam Denethor airport", "Denethor and Imrahil bridges"."""
    words, at = reading.words, end
    several = words[at].lower in {"and", "or"}
    if several:
        at += 1
        while words[at].capital or _in_name(reading, at):
            at += 1
    last = at + _APART
    while at < last and words[at].lower not in _nouns() and _describes(reading, at):
        at += 1
    plural = words[at].lower.endswith("s") and words[at].lower.removesuffix("s") in _nouns()
    thing = words[at].lower in _nouns() and not words[at].capital and not _tells_act(reading, at)
    return thing and (plural or not several)


def _tells_act(reading: Reading, i: int) -> bool:
    """Tell whether the word is what somebody does: "Faramir Tuor crossing the ford"."""
    gerund = reading.words[i].text.endswith("ing") and reading.words[i + 1].lower in _ARTICLES
    return gerund or reading.tag(i) == "VERB"


def firms(reading: Reading) -> frozenset[str]:
    """Return the names of firms called elsewhere with what they are: "Palantir" of the "Palantir Group"."""
    words = reading.words
    names = (name for name in reading.names(NameKind.ORGANIZATION) if name.last - name.first > 1)
    called = (name for name in names if words[name.last - 1].text in _FIRMS)
    return frozenset(words.phrase(name.first, name.last - 1) for name in called)


@cache
def _nouns() -> dict[str, str]:
    """Return the nouns and their plurals, each with how a name may follow it: "of", "names" or not at all."""
    rows = table("persons/thing_nouns.tsv")
    return {row[0] + ending: "".join(row[1:]) for row in rows for ending in ("", "s")}


def _beside(reading: Reading, noun: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of words that the noun tells to name a thing."""
    first = noun
    while noun - first < _APART and _describes(reading, first - 1):
        first -= 1
    for end in {noun, first, _apposed(reading, noun)}:
        yield from _run_before(reading, end)
    yield from _run_after(reading, noun)


def _apposed(reading: Reading, noun: int) -> int:
    """Return where the name ends to which the noun's phrase is an apposition: "Numenor, a Gondorian oil tanker"."""
    words, first = reading.words, noun
    while noun - first < _LONGEST and reading.tag(first - 1) in {"ADJ", "NOUN", "PROPN"}:
        first -= 1
    goes_on = reading.tag(noun + 1) in {"NOUN", "PROPN"}  # "Faramir, a city official"
    apposed = words[first - 1].lower in _ARTICLES and words[first - 2].text == "," and not goes_on
    return first - 2 if apposed else noun


def _describes(reading: Reading, i: int) -> bool:
    return not reading.words[i].capital and reading.tag(i) in {"ADJ", "NOUN", "PROPN"}


def _run_before(reading: Reading, end: int) -> Iterator[tuple[int, int]]:
    """Yield every run of capitalised words that ends there: which of them is the name is not known yet."""
    start = end
    while end - start < _LONGEST and _in_name(reading, start - 1):
        start -= 1
        if reading.words[start].proper and reading.words[start].lower not in _ARTICLES:
            yield start, end


def _run_after(reading: Reading, noun: int) -> Iterator[tuple[int, int]]:
    words, start = reading.words, noun + 1
    follows = _nouns()[words[noun].lower]
    comma = words[start].text == "," and words[start + 1].lower in _NAMING
    if comma or words[start].lower in _NAMING or words[start].lower == follows:
        start += 1 + comma
    elif follows != "names":
        return
    while words[start].text in QUOTES or words[start].lower == "the":
        start += 1
    end = start
    while end - start < _LONGEST and _in_name(reading, end):
        end += 1
        if words[end - 1].proper:
            yield start, end


def _in_name(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    return word.is_word and (word.proper or word.lower in word_list("persons/name_particles_inside.txt"))


def _quoted(reading: Reading, first: int) -> Iterator[str]:
    """Yield the name that begins there if it is all that stands between quotation marks."""
    words, text = reading.words, reading.annotation.text
    if words[first].start == 0 or (mark := text[words[first].start - 1]) not in QUOTES:
        return
    end = first
    while end - first < _LONGEST and _in_name(reading, end):
        end += 1
    if end > first + 1 and text[words[end - 1].end :][:2].lstrip(",.")[:1] == mark:
        yield words.phrase(first, end)
