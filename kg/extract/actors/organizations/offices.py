"""Organisations that only an office in them tells: "the chief executive of Palantir", "Palantir CEO Denethor"."""

from collections.abc import Iterator, Sequence

from kg.extract.actors.organizations.boundaries import bars, heads, other_heads, past_suffixes, portfolio
from kg.extract.actors.organizations.votes import VOTED
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import Title
from kg.lexicon import words as word_list
from kg.lexicon.towns import place_names

_LINKS = {
    "official": frozenset({"of", "at", "with"}),
    "spokesperson": frozenset({"of", "for"}),
    "expert": frozenset({"at", "with"}),  # "of" tells their field
}
OFFICED = "office in it"
"""The rule for names of firms, schools and the like, which are no state's."""
_PRESIDING = frozenset({"president", "vice president"})  # of a country or of any body
_LONGEST = 8  # words of a name


def claim_officed_organizations(reading: Reading, titles: Sequence[Title]) -> bool:
    """Claim what a director, founder or spokesman is of, and what stands before "CEO"; tell whether there was any.

    Where the office may be of a field or a place ("head of Research"), the language model must vote for the name.
    """
    beside = (name for title in titles for name in _beside(reading, title))
    claimed = [name for name in beside if reading.claim(name)]
    for name in list(_again(reading, claimed)):
        reading.claim(name)
    return bool(claimed)


def _beside(reading: Reading, title: Title) -> Iterator[Name]:
    if title.organization is None and (title.noun.body or title.noun.word in _PRESIDING):
        for first, last in (_after(reading, title), _before(reading, title)):
            if last > first and _is_name(reading, title, first, last):
                yield Name(first, last, NameKind.ORGANIZATION, OFFICED if title.of_firms else VOTED)


def _again(reading: Reading, claimed: Sequence[Name]) -> Iterator[Name]:
    """Find the names wherever else they stand."""
    words = reading.words
    lengths: dict[str, set[int]] = {}
    for name in claimed:
        lengths.setdefault(words[name.first].text, set()).add(name.last - name.first)
    phrases = {reading.phrase(name): name.rule for name in claimed}
    for i, word in enumerate(words):
        for length in sorted(lengths.get(word.text, ()), reverse=True):
            whole = all(_inside(reading, j) for j in range(i, i + length))
            if whole and words.phrase(i, i + length) in phrases:
                yield Name(i, i + length, NameKind.ORGANIZATION, phrases[words.phrase(i, i + length)])


def _after(reading: Reading, title: Title) -> tuple[int, int]:
    words, at = reading.words, title.head + 1
    at += words[at].lower == "general"
    if words[at].lower not in _LINKS.get(title.group, _LINKS["official"]):
        return at, at
    at += 2 if words[at + 1].lower == "the" else 1
    last, firm = at, title.of_firms and title.group != "spokesperson"  # who may speak for a person
    while last - at < _LONGEST and (_inside(reading, last, anything=firm) or words[last].text == "&"):
        last += 1
    return at, past_suffixes(reading, last - (words[last - 1].text == "&")) if last > at else last


def _before(reading: Reading, title: Title) -> tuple[int, int]:
    """Return the capitalised words before a title that is only of a body: "Palantir CEO", "Palantir's founder"."""
    end = title.first - (reading.words[title.first - 1].text == "'s")
    first = end
    while end - first < _LONGEST and _inside(reading, first - 1):
        first -= 1
    return first, end


def _inside(reading: Reading, i: int, *, anything: bool = False) -> bool:
    """Tell whether the word may be of the name; `anything` where that may look like a person's."""
    word = reading.words[i]
    person = reading.entity(i) == "PERSON" and not anything
    return word.capital and not (person or reading.country_at.covering(i) or bars(reading, i))


def _is_name(reading: Reading, title: Title, first: int, last: int) -> bool:
    words = reading.words
    if (
        words.phrase(first, last) in place_names() | word_list("places/world_regions.txt")
        or words[last - 1].text in other_heads()
    ):
        return False
    region = reading.country_at.starting(last)
    if region is not None and words[region[1]].text in other_heads():
        return False  # "spokesman for the West Gondor Sea"
    alone = last - first == 1 and words[first].text in heads()  # "director of the Office"
    if alone or words[last - 1].text == "Staff":  # "chief of Army Staff"
        return False
    if all(portfolio(reading, i) for i in range(first, last)) or words[last].text == "'s":
        return False
    votes = {reading.entity(i) for i in range(first, last)}
    return "ORG" in votes or title.of_firms or _named_in_full(reading, first, last)


def _named_in_full(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are the name of a party without its last word: "the Ent leader", "Ent Party"."""
    own = reading.words.phrase(first, last)
    return any(
        reading.words[name.last - 1].text == "Party" and reading.words.phrase(name.first, name.last - 1) == own
        for name in reading.names(NameKind.ORGANIZATION)
    )
