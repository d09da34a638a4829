"""What an office is for: "trade and industry", "Foreign Affairs and International Cooperation"."""

from itertools import takewhile

from kg.extract.actors.reading import Reading
from kg.extract.actors.titles.model import ARTICLES, JOINTS, POSSESSIVE, UNDER, Title, body_nouns, heads, neighbours
from kg.extract.actors.titles.styles import is_style, of_airman, past_styles
from kg.lexicon import words as word_list
from kg.lexicon.offices import of_portfolios

_RAISED = frozenset({"special", "high", "general", "national"})  # before a portfolio
_MOST_MODIFIERS = 2  # words before the head of a title within another
_MOST_OWNED = 2  # words after "'s"
_LONGEST_FIELD = 9  # words in small letters
_LONGEST_REGION = 3  # words
_LONGEST = 14  # words of a portfolio


def is_portfolio(reading: Reading, i: int) -> bool:
    """Tell whether the word is one of those that portfolios are made of, and part of no name."""
    rank, _, rest = reading.words[i].lower.partition("-")
    modified = rank in UNDER or rank in word_list(
        "offices/title_modifiers.txt"
    )  # "vice-foreign minister", "national-security"
    plain = rest if modified and rest else reading.words[i].lower
    free = reading.name_at(i) is None and reading.country_at.ending(i) is None
    return of_portfolios(plain) and free and not of_airman(reading, i)


def portfolio_end(reading: Reading, at: int, title: Title, link: str) -> int:
    """Return the end of the portfolio that begins at `at`, after `link`; `at` itself if there is none.

    Unlisted words count one at a time, and only with a capital after "of" and "for".
    """
    end = at
    served = _served_end(reading, at) if link in {"of", "to"} else at
    if served > at:  # "adviser to foreign minister Denethor", but not "to the minister Denethor", is two titles
        named = reading.person_at(past_styles(reading, _past_served(reading, served)))
        apart = named is not None and reading.words[at - 1].lower != "the"
        return at if apart else served
    field = _field_end(reading, at)
    if field > at and link in {"of", "for"}:
        return field
    special = reading.words[at].lower in _RAISED and is_portfolio(reading, at + 1)  # "special political affairs"
    special = special or (reading.words[at].capital and link == "for" and is_portfolio(reading, at + 1))
    if special or is_portfolio(reading, at) or _unlisted(reading, at, title, link) or _subject(reading, at, title):
        end = at + 1
    end = max(end, _affairs_end(reading, at) if link in {"of", "for"} else at)
    while at < end < at + _LONGEST:
        step = _step(reading, end, title, link)
        if step == 0:
            break
        end += step
    noun = reading.words[end].lower
    bodily = noun.removesuffix("s") in body_nouns()
    alone = reading.words[at - 1].lower in {"the", "'s"} and (
        is_style(reading, end + 1) or reading.tag(end + 1) not in {"NOUN", "PROPN"}
    )
    return end + ((at < end or alone) and bodily)


def _served_end(reading: Reading, at: int) -> int:
    """Return the end of the title of whoever is served, "adviser to the president", "aide to foreign minister"."""
    words, end = reading.words, at
    modifiers = word_list("offices/title_modifiers.txt")
    while end < at + _MOST_MODIFIERS and (is_portfolio(reading, end) or words[end].lower in modifiers - heads().keys()):
        end += 1
    return end + 1 if words[end].lower in heads().keys() - neighbours().keys() else at


def _past_served(reading: Reading, end: int) -> int:
    """Return the word after what the office of whoever is served is of: "president of the Far Republic Denethor"."""
    words, at = reading.words, end
    if words[at].lower != "of":
        return at
    at += 1 + (words[at + 1].lower == "the")
    while words[at].capital and reading.entity(at) != "PERSON":
        at += 1
    return at


def _step(reading: Reading, end: int, title: Title, link: str) -> int:
    """Return how many words the portfolio goes on for."""
    words = reading.words
    if is_portfolio(reading, end) or words[end].text in POSSESSIVE:
        return _owned(reading, end)
    if words[end].lower in JOINTS:
        article = words[end + 1].lower == "the" or (words[end].text, words[end + 1].lower) == (",", "and")
        return 2 + article if _goes_on(reading, end + 1 + article, title) else 0
    far = (title.group in {"diplomat", "general"} or title.noun.place) and not ends_region(reading, end)
    if far and _unlisted(reading, end, title, link):
        return 1  # "envoy for the Far North"
    office = words[end].lower == "of" and words[end + 1].lower == "the" and words[end + 2].lower in heads()
    return 3 if office else 0  # "director of the office of the king"


def ends_region(reading: Reading, end: int) -> bool:
    """Tell whether a region ends before the word, and goes no further: "envoy to the Middle East Denethor"."""
    names = (reading.words.phrase(first, end) for first in range(end - _LONGEST_REGION, end))
    voted = reading.entity(end - 1) == "LOC" != reading.entity(end)
    return voted or any(name in word_list("places/world_regions.txt") for name in names)


def _owned(reading: Reading, mark: int) -> int:
    """Return 1, or how many words tell what is somebody's, with the mark: "parliament's upper house"."""
    if reading.words[mark].text not in POSSESSIVE or reading.words[mark + 1].lower in JOINTS:
        return 1  # "women's and family affairs"
    end = mark + 1
    while end - mark <= _MOST_OWNED and _in_field(reading, end) and reading.entity(end) != "PERSON":
        end += 1
    return end - mark if end > mark + 1 else 0


def _field_end(reading: Reading, at: int) -> int:
    """Return the end of words in small letters, of no list, that a body's name follows.

    "of river life at the Mint", "of public affairs and lore for the Gondorian Mint"
    """
    words, end = reading.words, at
    while end < at + _LONGEST_FIELD and (_in_field(reading, end) or _inside_field(reading, end)):
        if words[end].lower in heads():
            return at
        end += 1
    body = reading.body_at(end + 1 + (words[end + 1].lower == "the"))
    return end if body is not None and words[end].lower in {"at", "of", "in", "for"} else at


def _affairs_end(reading: Reading, at: int) -> int:
    """Return the end of affairs of any kind: "for Far Northern and Eastern Affairs", "for multilateral affairs"."""
    words, end = reading.words, at
    while words[end].lower != "affairs" and (
        words[end].lower in {"and", "&"} or (words[end].capital if words[at].capital else _in_field(reading, end))
    ):
        if words[end].lower in heads() or reading.name_at(end) is not None or end - at > _LONGEST_FIELD:
            return at
        end += 1
    return end + 1 if words[end].lower == "affairs" else at


def _in_field(reading: Reading, i: int) -> bool:
    named = reading.words[i].capital and (reading.name_at(i) or reading.country_at.covering(i))
    return not named and reading.tag(i) in {"NOUN", "ADJ", "PROPN"}


def _inside_field(reading: Reading, i: int) -> bool:
    """Tell whether the word joins two of a field: "affairs and lore", "department of lore"."""
    word = reading.words[i].lower
    return word in {"and", "of", "for", "'s"} and _in_field(reading, i + 1)


def _subject(reading: Reading, i: int, title: Title) -> bool:
    """Tell whether the word, in small letters, is of the subject of a scholar: "professor of ancient history"."""
    word = reading.words[i]
    plain = word.is_word and not word.capital and word.lower not in heads()
    return title.group == "expert" and plain and reading.tag(i) in {"NOUN", "ADJ"}


def _goes_on(reading: Reading, i: int, title: Title) -> bool:
    """Tell whether the portfolio goes on after a joint: no title with a portfolio of its own follows."""
    words = reading.words
    following = takewhile(lambda j: words[j].is_word and words[j].lower not in JOINTS, range(i, i + 3))
    if any(words[j].lower in heads() for j in following):
        return False
    if is_portfolio(reading, i) or (words[i].lower in _RAISED and is_portfolio(reading, i + 1)):
        return True
    if not _unlisted(reading, i, title, "of"):
        return False
    listed = words[i + 1].text == "," and is_portfolio(reading, i + 2)  # "on Trade, Candles, Mines"
    joined = words[i - 1].lower in {"and", "&"} or is_portfolio(reading, i + 1)
    return listed or (joined and words[i + 1].capital)


def _unlisted(reading: Reading, i: int, title: Title, link: str) -> bool:
    """Tell whether an unlisted capitalised word can be what the office is for."""
    word = reading.words[i]
    return (
        (title.capital or title.group == "diplomat" or title.noun.place)
        and link in {"of", "for"}
        and word.capital
        and word.lower not in ARTICLES
        and word.lower not in heads()
        and not is_style(reading, i)
        and reading.name_at(i) is None
        and reading.country_at.starting(i) is None
        and reading.entity(i) != "PERSON"
    )
