"""Organisations that the language model votes for."""

from kg.extract.actors.organizations.boundaries import bars, heads, of_affairs, other_heads, past_suffixes, portfolio
from kg.extract.actors.organizations.brackets import ACRONYM
from kg.extract.actors.organizations.initials import initialed, letters_of
from kg.extract.actors.organizations.shouted import is_thing
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import body_nouns
from kg.extract.actors.titles import heads as title_nouns
from kg.extract.actors.titles.model import SIDES
from kg.extract.actors.words import STOP
from kg.lexicon import words as word_list
from kg.lexicon.countries import Wording
from kg.lexicon.towns import place_names

VOTED = "language model, organization"
"""The rule for names that the language model alone takes for an organisation's."""

_DOCTRINES = ("ism", "ismo", "isme")
_MOST = 100  # places at which the first word of a name is looked up
_LONGEST = 10  # words that an acronym stands for
_INSIDE = frozenset({"of", "for", "de", "del", "do", "da", "du", "des", "la"})
_SMALL = frozenset({"against", "and", "for", "in", "of", "on", "the", "to"})
_AFTER_DATELINE = frozenset({"(", ",", "–", "—", "-", ":", "/"})


def claim_voted_organizations(reading: Reading) -> None:
    """Claim runs of capitalised words that the language model takes for organisations wherever they stand.

    With them come the acronyms of all organisations known by now.
    """
    others = letters_of(reading, reading.names(NameKind.OTHER))
    for phrase, names in _runs(reading).items():
        if (
            phrase in others
            or _of_office(reading, names[0])
            or any(_stands_for_other(reading, name) or is_thing(reading, name) for name in names)
        ):
            continue
        if _of_portfolio(reading, names[0]):
            continue
        if names[0].last - names[0].first == 1 and reading.words[names[0].first].text in heads() | other_heads():
            continue
        votes = sum(reading.entity(name.first) == "ORG" for name in names)
        if _carried(reading, names, votes) and (votes > 1 or _telling(reading, names[0])):
            for name in names:
                reading.claim(name)
    for name in list(initialed(reading)):
        reading.claim(name)


def _of_office(reading: Reading, name: Name) -> bool:
    """Tell whether the run goes on with what an office is for: "adviser on archives and National Memory"."""
    words, before = reading.words, name.first - 2
    joined = words[name.first - 1].lower in {"and", "&"} and words[before].capital
    return joined and before in reading.title_words


def _of_portfolio(reading: Reading, name: Name) -> bool:
    """Tell whether the run is only what an office is for: "Candle Affairs", "Political and Media" before "Adviser"."""
    field = all(portfolio(reading, i) for i in range(name.first, name.last))
    return of_affairs(reading, name.first, name.last) or (field and name.last in reading.title_heads)


def _runs(reading: Reading) -> dict[str, list[Name]]:
    """Return the runs of capitalised words that no name has yet, by their words."""
    runs: dict[str, list[Name]] = {}
    for i in range(len(reading.words)):
        if _may_begin(reading, i) and not (_may_begin(reading, i - 1) and reading.entity(i - 1) == "ORG"):
            last = _end(reading, i)
            first = _with_place(reading, i)
            alone = reading.words[i - 1] is reading.words[last] is STOP  # initials of who wrote it, a heading
            shouted = alone and reading.words.phrase(i, last).isupper()
            if shouted or _owned_body(reading, last) or _is_holder(reading, i):
                continue
            name = Name(first, last, NameKind.ORGANIZATION, VOTED)
            runs.setdefault(reading.words.phrase(i, last), []).append(name)
    return runs


def _is_holder(reading: Reading, first: int) -> bool:
    """Tell whether the run stands behind a statesman's title and country: "President of Gondor Denethor Hurin"."""
    country = reading.country_before(first)
    if country is None or country[0].wording is not Wording.NAME or reading.words[country[1] - 1].lower != "of":
        return False
    at = country[1] - 2
    while at in reading.title_words and at not in reading.title_heads:
        at -= 1
    return at in reading.title_heads and title_nouns()[reading.words[at].lower].group in SIDES


def _end(reading: Reading, first: int) -> int:
    """Return the end of the run, with the places and small words that the model takes for parts of the one name."""
    last = end = first + 1
    while _goes_on(reading, end):
        end += 1
        last = end if reading.words[end - 1].capital else last
    return past_suffixes(reading, last)


def _goes_on(reading: Reading, i: int) -> bool:
    if reading.words[i].text == "&":
        return reading.entity(i - 1) == reading.entity(i + 1) == "ORG" and reading.words[i + 1].capital
    if reading.entity(i) != "ORG":
        return False
    if _may_begin(reading, i):
        return True
    word, token = reading.words[i], reading.token(i)
    free = reading.name_at(i) is None and i not in reading.title_words
    inside = free and token is not None and not token.entity_start
    return inside and (word.lower in _INSIDE or (word.capital and len(word.text) > 1 and not bars(reading, i)))


def _with_place(reading: Reading, first: int) -> int:
    """Return where the run begins with the country or town before it, if the model takes that for its first word."""
    country = reading.country_before(first)
    at = country[1] if country else first - (reading.words[first - 1].text in place_names())
    return at if reading.entity(at) == "ORG" and reading.name_at(at) is None else first


def _carried(reading: Reading, names: list[Name], votes: int) -> bool:
    """Tell whether two thirds of the votes are for an organisation.

    Acronyms that the model takes for nothing at all abstain; the same words taken for a place or person elsewhere vote.
    """
    words, first = reading.words, names[0]
    length = first.last - first.first
    own = {name.first for name in names}
    phrase = words.phrase(first.first, first.last)
    elsewhere = words.starting(words[first.first].text)[:_MOST] if length > 1 else ()
    whole = (i for i in elsewhere if i not in own and i + length <= len(words))
    others = [i for i in whole if words.phrase(i, i + length) == phrase]
    voices = [reading.entity(i) for i in (*own, *others)]
    abstaining = min(voices.count(""), votes) if ACRONYM.fullmatch(phrase) else 0
    return votes * 3 >= (len(voices) - abstaining) * 2


def _owned_body(reading: Reading, end: int) -> bool:
    """Tell whether "'s" and another organisation follow: "Gondor's Grand Council" is one."""
    return reading.words[end].text == "'s" and reading.body_at(end + 1) is not None


def _stands_for_other(reading: Reading, name: Name) -> bool:
    """Tell whether an acronym in brackets follows the name of something that is no organisation."""
    words, before = reading.words, name.first - 2
    if words[name.first - 1].text != "(" or words[name.last].text != ")" or not words[before].capital:
        return False
    owner = reading.name_at(before)
    if owner is not None:
        return owner.kind is NameKind.OTHER
    letters = words[name.first].text  # of a system or a bill, if the model takes the words before for nothing
    run = [words[i] for i in _run_before(reading, before)]
    own = [word.text[0] for word in run]
    thing = any(word.text in other_heads() for word in run)  # "Convention against Mints (CM)"
    nothing = reading.entity(before) == "" and own[-len(letters) :] == list(letters)
    return reading.entity(before) == "LOC" or nothing or thing


def _run_before(reading: Reading, last: int) -> list[int]:
    """Return the capitalised words of the run that ends with `last`, small words inside it aside."""
    words, first = reading.words, last
    while last - first < _LONGEST and (words[first - 1].capital or words[first - 1].lower in _SMALL):
        first -= 1
    return [i for i in range(first, last + 1) if words[i].capital]


def _may_begin(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    dateline = word.text.isupper() and reading.words[i - 1] is STOP and reading.words[i + 1].text in _AFTER_DATELINE
    return (
        word.capital
        and not dateline
        and reading.country_at.covering(i) is None
        and not bars(reading, i)
        and word.text not in word_list("sentence_openers.txt")
        and i not in reading.title_words
        and len(word.text) > 1
        and place_names().isdisjoint({word.text, word.text.capitalize()})
        and not word.lower.endswith(_DOCTRINES)
    )


def _telling(reading: Reading, name: Name) -> bool:
    """Tell whether a run that the model votes for only once looks like an organisation's name."""
    word, following = reading.words[name.first].text, reading.words[name.last].lower
    told = reading.words[name.first - 1].lower == "told"
    if name.last - name.first > 1 or ACRONYM.fullmatch(word) or told:
        return True
    bodily = following in word_list("outlets/nouns.txt") or "state" not in body_nouns().get(following, {"state"})
    return bodily and "-" not in word  # "the Palantir company", but not "a Palantir-led company"
