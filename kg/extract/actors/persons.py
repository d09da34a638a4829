"""Names of persons: after titles, ranks and styles, in apposition, by the language model's vote, and surnames."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.actors.countries import CountryMention
from kg.extract.actors.initialled import called_by_initials
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.things import firms, things
from kg.extract.actors.titles import Title, honorifics
from kg.extract.actors.titles.styles import APPOSING, holder_start, past_styles
from kg.extract.actors.words import ADJECTIVE, STOP
from kg.lexicon import table
from kg.lexicon import words as word_list
from kg.lexicon.countries import Wording
from kg.lexicon.offices import of_portfolios
from kg.lexicon.towns import place_names

_WHERE = frozenset({"in", "near", "outside"})  # before a place
_QUOTES = frozenset({'"', "'", "“", "”", "‘", "’"})
_LONGEST = 9  # words of a name, particles included
_EZAFE = re.compile(r"(?<!^al)-y?e$")  # in Persian, what has an attribute, a place mostly: "Takht-e Rustam"
STYLED = frozenset({"king", "queen", "prince", "princess", "emir", "sultan", "emperor", "empress", "pope"})


def claim_persons(reading: Reading, titles: tuple[Title, ...]) -> None:
    """Claim the names of persons, the surest first."""
    for step in (
        _after_titles(reading, titles),
        _before_titles(reading, titles),
        _addressed(reading),
        _voted(reading),
        _propagated(reading),
        called_by_initials(reading),
        _voted_alone(reading),
    ):
        for name in step:
            reading.claim(name)


def _portfolio(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are only what an office is for: "Minister of Supply and Internal Trade, Chairman of"."""
    return all(of_portfolios(reading.words[i].lower) for i in range(first, last))


def _after_titles(reading: Reading, titles: tuple[Title, ...]) -> Iterator[Name]:
    for title in titles:
        start = _past_portfolio(reading, holder_start(reading, title))
        end = person_end(reading, start)
        comma = start > title.last and reading.words[title.last].text in APPOSING
        named = end > start and not _portfolio(reading, start, end) and not _amid_body(reading, start, end)
        if title.plural or not named:
            continue
        if comma and (end - start < 2 or (title.bare and title.country is None and not title.article)):
            continue
        yield Name(start, end, NameKind.PERSON, "after a title")


def _past_portfolio(reading: Reading, start: int) -> int:
    """Return the first word from `start` on that is not what an office is for: "envoy for Mordor Affairs Eomer"."""
    while reading.entity(start) != "PERSON" and of_portfolios(reading.words[start].lower):
        start += 1
    return start


def _amid_body(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the language model goes on with a body's or place's name: "head of Osgiliath Stock Market".

    Behind a body whose name is known to end there, or whom an envoy is sent to, only a single word can be part of it.
    """
    token, sent = reading.token(first), reading.country_before(first)
    goes_on = token is not None and token.entity in {"ORG", "LOC"} and not token.entity_start
    ended = reading.name_at(first - 1) is not None
    ended = ended or (sent is not None and reading.words[sent[1] - 1].lower in {"for", "to"})
    return goes_on and (last - first == 1 or not ended)


def _before_titles(reading: Reading, titles: tuple[Title, ...]) -> Iterator[Name]:
    """Find "Faramir son of Denethor, steward of Gondor": a full name, a comma, a title."""
    words = reading.words
    for title in titles:
        if words[title.first - 1].text != "," or title.plural:
            continue
        end = title.first - 1
        start = _person_start(reading, end)
        if end - start >= 2 and not _portfolio(reading, start, end):
            yield Name(start, end, NameKind.PERSON, "before a title")


def _person_start(reading: Reading, end: int) -> int:
    """Return the first word of the capitalised run that ends before `end`, if that run is a name."""
    start = end
    while end - start < _LONGEST and reading.words[start - 1].is_word and reading.name_at(start - 1) is None:
        if not (reading.words[start - 1].capital or _particle(reading, start - 1)):
            break
        start -= 1
    while start < end and person_end(reading, start) != end:
        start += 1
    return start


def _addressed(reading: Reading) -> Iterator[Name]:
    """Find names after ranks and styles: "Brigadier General Imrahil of", "Sheikh Faramir", "Dr. Ioreth"."""
    words = reading.words
    for i, word in enumerate(words):
        if (
            word.capital
            and (word.lower in honorifics() or word.lower in word_list("ranks.txt"))
            and not reading.name_at(i)
        ):
            start = past_styles(reading, i)
            end = person_end(reading, start)
            told = end - start > 1 or reading.entity(start) == "PERSON" or _strong_style(reading, i, start)
            if end > start > i and told and not _portfolio(reading, start, end):
                yield Name(start, end, NameKind.PERSON, "after a style")


def _strong_style(reading: Reading, first: int, last: int) -> bool:
    """Tell whether styles before one word make it a name without a vote: "Mr Baggins", not "the General Public"."""
    styles = {reading.words[i].lower for i in range(first, last)}
    return bool(styles - word_list("weak_styles.txt")) and reading.words[first - 1].lower not in {"the", "a", "an"}


def _voted(reading: Reading) -> Iterator[Name]:
    """Find runs that the language model takes for persons' names, whole and not in conflict with the lists.

    What is called a mountain or a ship anywhere ("Kopet Dag mountains") is nobody.
    """
    elsewhere = things(reading)
    for i, word in enumerate(reading.words):
        if word is STOP or not word.capital or reading.name_at(i) or reading.entity(i) != "PERSON":
            continue
        if reading.words[i - 1].capital and reading.entity(i - 1) == "PERSON" and not reading.name_at(i - 1):
            continue  # inside the run
        end = person_end(reading, i, voted=True)
        votes = sum(reading.entity(j) == "PERSON" for j in range(i, end))
        if end > i + 1 and votes * 2 > end - i and reading.words.phrase(i, end) not in elsewhere:
            yield Name(i, end, NameKind.PERSON, "language model")


def _voted_alone(reading: Reading) -> Iterator[Name]:
    """Find single names that the language model takes for a person's wherever they stand, and that act or own.

    A family ("the Tooks") is nobody.
    """
    chances: dict[str, list[int]] = {}
    elsewhere = things(reading) | firms(reading)
    for i, word in enumerate(reading.words):
        if word is not STOP and reading.name_at(i) is None and person_end(reading, i, voted=True) == i + 1:
            chances.setdefault(word.text, []).append(i)
    for places in chances.values():
        stands_in = any(reading.words[i - 1].lower in _WHERE for i in places)
        if stands_in or reading.words[places[0]].text in elsewhere:
            continue
        if all(reading.words[i - 1].lower == "the" for i in places):
            continue
        if all(reading.entity(i) == "PERSON" for i in places) and any(_acts(reading, i) for i in places):
            yield from (Name(i, i + 1, NameKind.PERSON, "language model, one word") for i in places)


def _acts(reading: Reading, i: int) -> bool:
    token = reading.token(i)
    return reading.words[i + 1].text == "'s" or (token is not None and token.dep.startswith("nsubj"))


def person_end(reading: Reading, start: int, *, voted: bool = False) -> int:
    """Return the word after the person's name that begins at `start`; `start` itself if none does."""
    words, end = reading.words, start
    if not _name_word(reading, start, first=True, voted=voted):
        return start
    end = start + 1
    if words[start].text in place_names() and not (words[end].capital and reading.entity(end) == "PERSON"):
        return start
    while end - start < _LONGEST:
        if words[end].text == "-" and words[end - 1].lower in {"al", "el"} and words[end + 1].capital:
            end += 2
        elif _particle(reading, end) and _name_word(reading, _past_particles(reading, end), first=False, voted=False):
            end = _past_particles(reading, end) + 1
        elif _name_word(reading, end, first=False, voted=False):
            end += 1
        elif _nicknamed(reading, end):
            end += 4
        else:
            break
    return start if words.phrase(start, end) in place_names() else end


def _nicknamed(reading: Reading, i: int) -> bool:
    """Tell whether a nickname in quotation marks goes on with a name: Tuor "Elf" Baggins."""
    words = reading.words
    quoted = words[i].text in _QUOTES and words[i + 1].capital and words[i + 2].text in _QUOTES
    return quoted and _name_word(reading, i + 3, first=False, voted=False)


def _past_particles(reading: Reading, at: int) -> int:
    while _particle(reading, at):
        at += 1
    return at


def _particle(reading: Reading, i: int) -> bool:
    return reading.words[i].lower in word_list("name_particles_inside.txt") and not reading.words[i].capital


def _name_word(reading: Reading, i: int, *, first: bool, voted: bool) -> bool:
    """Tell whether the word can be part of a person's name."""
    word = reading.words[i]
    attributive = ADJECTIVE.search(word.text) or _EZAFE.search(word.lower)
    if not word.is_word or attributive or reading.name_at(i) is not None or i in reading.title_heads:
        return False
    surname = word.lower in _surnames() and not first and _closes(reading, i)
    descent = word.capital and not first and _particle(reading, i - 1)  # "bin Said"
    ranked = word.lower.removesuffix("s") in word_list("ranks.txt")
    if (ranked or word.lower in _never_in_persons()) and not (surname or descent):
        return False
    if not word.capital:
        styled = first and word.lower in honorifics()  # "Hojjat al-Islam"
        return not styled and word.proper
    shouted = len(word.text) > 3 and word.text.isupper() and not voted
    if any(map(str.isdigit, word.text)) or (shouted and (first or reading.entity(i) != "PERSON")):
        return False
    if first and word.text in word_list("sentence_openers.txt"):
        return False
    country = reading.country_at.covering(i)
    return country is None or (_given_name(reading, i, country) if first else reading.entity(i) == "PERSON")


def _given_name(reading: Reading, i: int, country: CountryMention) -> bool:
    """Tell whether a country's name is somebody's given name here ("Jordan Baggins")."""
    following = reading.words[i + 1]
    return (
        country.wording is Wording.NAME
        and country.span.end == reading.words[i].end
        and reading.entity(i) == reading.entity(i + 1) == "PERSON"
        and following.capital
        and reading.country_at.covering(i + 1) is None
    )


def _closes(reading: Reading, i: int) -> bool:
    """Tell whether "Sheikh" ends a name rather than begins one, or is read as part of it ("Faramir Sheikh Hurin")."""
    follows = reading.words[i + 1].capital and reading.words[i + 1].is_word
    return not follows or all(reading.entity(j) == "PERSON" for j in (i - 1, i, i + 1))


@cache
def _surnames() -> frozenset[str]:
    """Return styles that are surnames too, in lower case."""
    return frozenset(row[0] for row in table("honorifics.tsv") if "keeps" in row)


@cache
def _never_in_persons() -> frozenset[str]:
    """Return words, in lower case, that no name of a person holds: titles, styles, ranks, heads of other names."""
    heads = {row[0] for row in table("office_heads.tsv")}
    others = {word.lower() for word in word_list("organization_heads.txt") | word_list("other_heads.txt")}
    return frozenset(
        (heads | others | word_list("never_in_persons.txt") | set(honorifics())) - word_list("also_names.txt")
    )


def _propagated(reading: Reading) -> Iterator[Name]:
    """Find surnames, and other parts of the full names already found, wherever else they stand."""
    parts = _parts(reading)
    words = reading.words
    for i, word in enumerate(words):
        if word is STOP or reading.name_at(i) or not (word.capital or "-" in word.text):
            continue
        for form in parts.get(word.lower, ()):
            end = i + len(form)
            if all(words[i + k].lower == part for k, part in enumerate(form)) and _free(reading, i, end):
                yield Name(i, end, NameKind.PERSON, "part of a full name")
                break


def _free(reading: Reading, first: int, last: int) -> bool:
    """Tell whether nothing else claims the words and no further capitalised word makes another name of them."""
    words = reading.words
    if any(reading.name_at(i) or reading.country_at.starting(i) for i in range(first, last)):
        return False
    if words[first].text in word_list("sentence_openers.txt") or words[first - 1].lower in {"the", "a", "an"}:
        return False
    return not (words[last].capital and words[last].is_word and words[last].lower not in _never_in_persons())


def _parts(reading: Reading) -> dict[str, list[tuple[str, ...]]]:
    """Return, by their first word, the parts by which a full name may be called again, the longest first."""
    parts: dict[str, set[tuple[str, ...]]] = {}
    for name in reading.names(NameKind.PERSON):
        words = tuple(reading.words[i].lower for i in range(name.first, name.last))
        forms = [words[k:] for k in range(len(words))] + [words[:k] for k in range(1, len(words))]
        for form in forms:
            if len(form) > 1 or (len(form[0]) > 1 and form[0] not in word_list("name_particles_inside.txt")):
                parts.setdefault(form[0], set()).add(form)
    return {first: sorted(forms, key=lambda form: (-len(form), form)) for first, forms in parts.items()}
