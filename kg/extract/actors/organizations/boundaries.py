"""Which words bound the names of organisations."""

from functools import cache

from kg.extract.actors.reading import Reading
from kg.extract.actors.titles.model import heads as titles_heads
from kg.extract.actors.words import ADJECTIVE
from kg.lexicon import words as word_list
from kg.lexicon.countries import Wording
from kg.lexicon.offices import of_portfolios

SUFFIXES = frozenset({"AG", "Bhd", "Co", "Corp", "GmbH", "Inc", "LLC", "Ltd", "PLC", "Plc", "Pte", "Pvt", "Sdn"})

HOLDERS = frozenset({"minister", "ministers", "secretary"})
"""Heads of titles before which a portfolio stands."""
LINKS = frozenset({"of", "for", "on", "against", "to"})
"""Prepositions with which a name goes on."""
ROYAL = frozenset({"King", "Queen", "Prince", "Princess", "Sultan"})


@cache
def heads() -> frozenset[str]:
    return word_list("organizations/heads.txt")


@cache
def other_heads() -> frozenset[str]:
    return word_list("organizations/other_heads.txt")


@cache
def never_inside() -> frozenset[str]:
    """Return capitalised words, in lower case, that a name of an organisation never takes in on its left."""
    return word_list("organizations/never_in_organizations.txt")


def bars(reading: Reading, i: int) -> bool:
    """Tell whether the capitalised word is no part of a name round it: a title, a day, another name's."""
    word, before = reading.words[i], reading.words[i - 1]
    called = reading.entity(i + 1) == "ORG" or reading.words[i + 2].text in heads()
    royal = word.text in ROYAL and called  # "King Thengel University"
    if reading.name_at(i) is not None or (word.lower in never_inside() and not royal) or ADJECTIVE.search(word.text):
        return True
    if word.lower == "general" and before.lower in word_list("persons/ranks.txt"):
        return True
    return opens(reading, i)


def opens(reading: Reading, i: int) -> bool:
    """Tell whether the word is capitalised only because it opens a sentence."""
    before = reading.words[i - 1]
    opens = not before.is_word and before.text not in {"-", "&", "/"}
    return opens and reading.words[i].text in word_list("sentence_openers.txt")


def goes_on(reading: Reading, i: int) -> bool:
    """Tell whether the language model takes the word for one that goes on with an organisation's name."""
    token = reading.token(i)
    return token is not None and token.entity == "ORG" and not token.entity_start


def runs_on(reading: Reading, i: int) -> bool:
    """Tell whether the word is of a portfolio, or of the one name that the language model sees."""
    named = reading.words[i].capital and goes_on(reading, i) and reading.country_at.covering(i) is None
    return portfolio(reading, i) or named


def is_country(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are a country's name, alone or with a joint: "Union of Mordor", "Mordor to the Ents"."""
    found = reading.country_at.starting(first)
    if found is None or found[0].code is None:
        return False
    return found[1] >= last or reading.words[found[1]].lower in {"to", "and"}


def past_suffixes(reading: Reading, last: int) -> int:
    """Return the end of a name with "Co.", "Sdn Bhd" and the like behind it, or the country of a branch."""
    while reading.words[last].text.rstrip(".") in SUFFIXES:
        last += 1
    country = reading.country_at.starting(last)
    if country is None or country[0].wording is not Wording.NAME or not goes_on(reading, last):
        return last
    modifies = reading.words[country[1]].lower in titles_heads().keys() | {"'s"}  # "United Nations Mali envoy"
    return last if modifies else country[1]


def portfolio(reading: Reading, i: int) -> bool:
    """Tell whether the word is one that portfolios are made of."""
    return of_portfolios(reading.words[i].lower)


def of_affairs(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are only what an office is for: "Commonwealth and Development Affairs of Gondor"."""
    end = next((i for i in range(first, last) if reading.words[i].lower == "of"), last)
    return reading.words[end - 1].text == "Affairs" and portfolio(reading, first)


def portfolio_joint(reading: Reading, at: int) -> int:
    """Return how many words join a portfolio to what goes before ("Agriculture, Water, and Energy"), else 0."""
    words = reading.words
    joint = 2 if (words[at].text, words[at + 1].lower) == (",", "and") else int(words[at].lower in {"and", "&", ","})
    further = at + joint
    goes_on = joint and portfolio(reading, at - 1) and words[further].capital and portfolio(reading, further)
    return joint if goes_on else 0


def of_minister(reading: Reading, first: int) -> bool:
    """Tell whether what begins at `first` is a minister's portfolio: "Minister of Mints and High Technologies"."""
    return reading.words[first - 1].lower in {"of", "for"} and reading.words[first - 2].lower in {
        "minister",
        "ministers",
    }
