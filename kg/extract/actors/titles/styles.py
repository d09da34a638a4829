"""What may stand between a title and the name of its holder: a comma, an acronym, brackets, ranks and styles."""

from kg.extract.actors.reading import Reading
from kg.extract.actors.titles.model import Title, heads, honorifics
from kg.lexicon import words as word_list

APPOSING = frozenset({",", "-", "–", "—"})
"""Marks between a title and its holder in apposition."""
_PAIRS = frozenset({("tan", "sri"), ("h", "e")})
_HONOURED = frozenset({"hon", "hon.", "honourable", "rt", "rt.", "right"})
SERVICES = frozenset({"Army", "Navy", "Fleet", "Air Force", "Marine Corps", "Coast Guard", "Space Force", "Police"})
"""What ranks are in, whose names stand before them."""
_LONGEST = 7  # words of a name
_MOST_WORDS = 3  # that describe whom a name names


def holder_start(reading: Reading, title: Title) -> int:
    """Return the word at which the name of the title's holder begins, if it follows; ranks and styles are skipped."""
    words, at = reading.words, title.last
    if words[at].text == "(" and words[at + 1].text.isupper() and words[at + 2].text == ")":
        at += 3  # the acronym of the office
    if words[at].text in {")", "]"} and words[title.first - 1].text in {"(", "["}:
        at += 1  # an editor's "[Gondorian Steward]"
    dashes = 1 + (words[at].text == words[at + 1].text == "-")
    if words[at].text in APPOSING:
        described = _past_description(reading, at + dashes)
        honoured = words[described].lower == "the" and words[described + 1].lower in _HONOURED
        at = described if words[described].capital or honoured else at
    return past_styles(reading, _past_insertion(reading, _past_calling(reading, at)))


def _past_calling(reading: Reading, at: int) -> int:
    """Return where the name begins behind what else its bearer is: "former steward and lore activist Denethor"."""
    words, end = reading.words, at
    if words[at].lower != "and":
        return at
    end = at + 1
    while end - at <= _MOST_WORDS and reading.tag(end) in {"NOUN", "ADJ"} and words[end].lower not in heads():
        end += 1
    called = end > at + 1 and not words[end - 1].lower.endswith("s")
    end += words[end].text == ","
    return end if called and reading.entity(past_styles(reading, end)) == "PERSON" else at


def _past_description(reading: Reading, at: int) -> int:
    """Return where the name begins after words for its bearer: "the founder of the Mint, lore activist Denethor"."""
    words, end = reading.words, at
    while end - at < _MOST_WORDS and not words[end].capital and words[end].lower not in heads():
        if reading.tag(end) not in {"NOUN", "ADJ"}:
            return at
        end += 1
    return end if reading.entity(end) == "PERSON" or end == at else at


def _past_insertion(reading: Reading, at: int) -> int:
    """Return where the name begins that an editor put in square brackets: "[Denethor Hurin]"."""
    words = reading.words
    return at + (words[at].text == "[" and any(words[i].text == "]" for i in range(at + 2, at + _LONGEST)))


def past_styles(reading: Reading, at: int) -> int:
    """Return the first word from `at` on that is no rank and no style ("Dr.")."""
    words = reading.words
    while is_style(reading, at := _past_service(reading, at)):
        named = words[at + 1].capital and reading.entity(at + 1) == "PERSON"  # "Public Protector advocate Imrahil"
        if not (words[at].capital or named) or not (words[at + 1].is_word or words[at + 1].text == "("):
            break
        at += 1
    return at


def _past_service(reading: Reading, at: int) -> int:
    """Return the word after what a rank or style may begin with: "Air Force Gen. Imrahil", "the Hon Imrahil Húrin"."""
    words, ranks = reading.words, word_list("persons/ranks.txt")
    if words[at].lower == "the" and words[at + 1].lower in _HONOURED:
        return at + 1
    if words[at].text == "(" and words[at - 1].lower in ranks:  # "General (Retd)"
        return next((end + 1 for end in range(at + 2, at + 4) if words[end].text == ")"), at)
    if words[at].text == "Senior" and words[at + 1].lower in ranks:
        return at + 1
    if of_airman(reading, at) and words[at + 1].lower == "chief":
        return at + 2  # "Air Chief Marshal"
    if words[at - 1].lower in ranks and [words[at].lower, words[at + 1].lower] == ["of", "the"]:
        return next((end for end in (at + 3, at + 4) if _is_service(reading, at + 2, end)), at)
    ends = (end for end in (at + 1, at + 2) if _is_service(reading, at, end) and words[end].lower in ranks)
    return next(ends, at)


def _is_service(reading: Reading, first: int, last: int) -> bool:
    return last <= len(reading.words) and reading.words.phrase(first, last) in SERVICES


def is_style(reading: Reading, word: int) -> bool:
    """Tell whether the word is a rank or a form of address."""
    lower = reading.words[word].lower
    return lower in honorifics() or lower in word_list("persons/ranks.txt") or of_pair(reading, word)


def of_airman(reading: Reading, word: int) -> bool:
    """Tell whether "Air" opens a rank: "Air Marshal", "Air Chief Marshal"."""
    following = reading.words[word + 1].lower
    return reading.words[word].text == "Air" and (following == "chief" or following in word_list("persons/ranks.txt"))


def of_pair(reading: Reading, word: int) -> bool:
    """Tell whether the word is part of a form of address of two: "Tan Sri", "H E"."""
    before, own, after = (reading.words[i].lower for i in (word - 1, word, word + 1))
    return (own, after) in _PAIRS or (before, own) in _PAIRS
