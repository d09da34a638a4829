"""Names of persons: after titles, ranks and styles, in apposition, by the language model's vote, and surnames."""

from collections.abc import Iterator

from kg.extract.actors.persons.initialled import called_by_initials
from kg.extract.actors.persons.person_words import KIN, LONGEST, bare, is_particle, never_in_persons, person_end
from kg.extract.actors.persons.things import firms, modifies_thing, things
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import Title
from kg.extract.actors.titles.model import SIDES
from kg.extract.actors.titles.portfolios import ends_region
from kg.extract.actors.titles.styles import APPOSING, holder_start, is_style, past_styles
from kg.extract.actors.words import STOP
from kg.lexicon import words as word_list
from kg.lexicon.offices import of_portfolios

_OWNERS = frozenset({"his", "her", "their", "my", "our", "'s"})
_MOST_ADJECTIVES = 3
_WHERE = frozenset({"in", "near", "outside"})  # before a place
STYLED = frozenset({"king", "queen", "prince", "princess", "emir", "sultan", "emperor", "empress", "pope"})


def claim_persons(reading: Reading, titles: tuple[Title, ...]) -> None:
    """Claim the names of persons, the surest first."""
    for step in (
        _after_titles(reading, titles),
        _before_titles(reading, titles),
        _addressed(reading),
        _voted(reading),
        _listed(reading, titles),
        _of_bodies(reading),
        _kin(reading),
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
        named = end > start and not _amid_body(reading, title, start)
        if not named or (title.plural and end - start < 2):
            continue
        if comma and (title.plural or end - start < 2 or (title.bare and title.country is None and not title.article)):
            continue
        yield Name(start, end, NameKind.PERSON, "after a title")


def _past_portfolio(reading: Reading, start: int) -> int:
    """Return the first word from `start` on that is not what an office is for: "envoy for Mordor Affairs Eomer"."""
    while of_portfolios(reading.words[start].lower):
        start += 1
    return start


def _amid_body(reading: Reading, title: Title, first: int) -> bool:
    """Tell whether the language model goes on with a body's or place's name: "head of Osgiliath Stock Market".

    It does not behind a body whose name is known to end there, behind a region, or a country that an envoy is sent to
    or a statesman serves.
    """
    token, sent = reading.token(first), reading.country_before(first)
    if token is None or token.entity not in {"ORG", "LOC"} or token.entity_start:
        return False
    stately = title.group in SIDES
    links = {"for", "to", "of"} if stately and title.country else {"for", "to"}
    ended = reading.name_at(first - 1) is not None or ends_region(reading, first)
    ended = ended or (sent is not None and reading.words[sent[1] - 1].lower in links)
    return not (ended or (stately and of_portfolios(reading.words[first - 1].lower)))


def _before_titles(reading: Reading, titles: tuple[Title, ...]) -> Iterator[Name]:
    """Find "Faramir son of Denethor, steward of Gondor": a full name, a comma or bracket, a title."""
    words = reading.words
    for title in titles:
        if words[title.first - 1].text not in {",", "("} or title.plural:
            continue
        end = title.first - 1
        start = _person_start(reading, end)
        if end - start >= 2 and not _portfolio(reading, start, end):
            yield Name(start, end, NameKind.PERSON, "before a title")


def _person_start(reading: Reading, end: int) -> int:
    """Return the first word of the capitalised run that ends before `end`, if that run is a name."""
    start = end
    while end - start < LONGEST and reading.words[start - 1].is_word and reading.name_at(start - 1) is None:
        if not (reading.words[start - 1].capital or is_particle(reading, start - 1)):
            break
        start -= 1
    while start < end and person_end(reading, start) != end:
        start += 1
    return start


def _addressed(reading: Reading) -> Iterator[Name]:
    """Find names after ranks and styles: "Brigadier General Imrahil of", "Sheikh Faramir", "Dr. Ioreth"."""
    words = reading.words
    for i, word in enumerate(words):
        if word.capital and is_style(reading, i) and not reading.name_at(i):
            start = past_styles(reading, i)
            end = person_end(reading, start)
            told = end - start > 1 or reading.entity(start) == "PERSON" or _strong_style(reading, i, start)
            if end > start > i and told and not _portfolio(reading, start, end) and not modifies_thing(reading, end):
                yield Name(start, end, NameKind.PERSON, "after a style")


def _strong_style(reading: Reading, first: int, last: int) -> bool:
    """Tell whether styles before one word make it a name without a vote: "Mr Baggins", not "the General Public"."""
    styles = {reading.words[i].lower for i in range(first, last)}
    return bool(styles - word_list("persons/weak_styles.txt")) and reading.words[first - 1].lower not in {
        "the",
        "a",
        "an",
    }


def _voted(reading: Reading) -> Iterator[Name]:
    """Find runs that the language model takes for persons' names, whole and not in conflict with the lists.

    What is called a mountain or a ship anywhere ("Kopet Dag mountains") is nobody.
    """
    elsewhere = things(reading) | firms(reading)
    for i, word in enumerate(reading.words):
        if not word.capital or reading.name_at(i) or reading.entity(i) != "PERSON":
            continue
        if reading.words[i - 1].capital and reading.entity(i - 1) == "PERSON" and not reading.name_at(i - 1):
            continue  # inside the run
        end = person_end(reading, i, voted=True)
        votes = sum(reading.entity(j) == "PERSON" for j in range(i, end))
        if modifies_thing(reading, end) or reading.words.phrase(i, end) in elsewhere:
            continue
        if end > i + 1 and votes * 2 > end - i:
            yield Name(i, end, NameKind.PERSON, "language model")


def _listed(reading: Reading, titles: tuple[Title, ...]) -> Iterator[Name]:
    """Find who is listed by his country with a minister: "and Imrahil Húrin of Rohan", "and Rohan's Imrahil Húrin".

    So with whom the page calls a country's: "Gondor's Denethor Húrin, Rohan's Imrahil Húrin".
    """
    stately = (reading.person_at(holder_start(reading, title)) for title in titles if title.group in SIDES)
    owned = (name for name in reading.names(NameKind.PERSON) if reading.words[name.first - 1].text == "'s")
    for first in filter(None, [*stately, *(name for name in owned if reading.owner_before(name.first))]):
        name = _next_listed(reading, first.last)
        while name is not None:
            yield name
            name = _next_listed(reading, name.last)


def _next_listed(reading: Reading, at: int) -> Name | None:
    words = reading.words
    country = reading.country_at.starting(at + 1) if words[at].lower in {"of", "("} else None
    end = start = country[1] + (words[country[1]].text == ")") if country else at
    while words[start].lower in {",", "and"}:
        start += 1
    owner = reading.country_at.starting(start) if start > end else None
    if owner is not None and words[owner[1]].text == "'s":
        start = owner[1] + 1
    elif country is None:
        return None
    last = person_end(reading, start)
    named = start > end and last - start > 1
    return reading.person_at(start) or (Name(start, last, NameKind.PERSON, "after a title") if named else None)


def _of_bodies(reading: Reading) -> Iterator[Name]:
    """Find who is of a body, as the parser sees one name: "Imrahil Húrin of the Mint said"."""
    words = reading.words
    for body in reading.names(NameKind.ORGANIZATION):
        end = body.first - 1 - (words[body.first - 1].lower == "the")
        start = _person_start(reading, end) if words[end].lower in {"of", "from"} else end
        first = reading.token(start)
        tokens = [reading.token(i) for i in range(start + 1, end)]
        flat = first is not None and all(token and (token.dep, token.head) == ("flat", first.index) for token in tokens)
        if tokens and flat:
            yield Name(start, end, NameKind.PERSON, "language model")


def _kin(reading: Reading) -> Iterator[Name]:
    """Find the single names of somebody's family: "her son Eldarion", "Denethor's wife, Finduilas"."""
    words = reading.words
    for i, word in enumerate(words):
        if word.lower not in KIN or reading.tag(i) != "NOUN":
            continue
        before = range(i - 1, i - 1 - _MOST_ADJECTIVES, -1)
        owner = next((j for j in before if reading.tag(j) not in {"ADJ", "NUM"}), i)
        start = i + 1 + (words[i + 1].text == ",")
        own = words[owner].lower in _OWNERS and reading.entity(start) == "PERSON"
        if own and person_end(reading, start) == start + 1:
            yield Name(start, start + 1, NameKind.PERSON, "language model, one word")


def _voted_alone(reading: Reading) -> Iterator[Name]:
    """Find single names that the language model takes for a person's wherever they stand, and that act, own or reign.

    A family ("the Tooks") is nobody.
    """
    chances: dict[str, list[int]] = {}
    elsewhere = things(reading) | firms(reading)
    for i, word in enumerate(reading.words):
        free = word is not STOP and reading.name_at(i) is None and i not in reading.title_words
        if free and person_end(reading, i, voted=True) == i + 1:
            chances.setdefault(word.text, []).append(i)
    for places in chances.values():
        stands_in = any(reading.words[i - 1].lower in _WHERE for i in places)
        if stands_in or reading.words[places[0]].text in elsewhere:
            continue
        if all(reading.words[i - 1].lower == "the" and not _reigns(reading, i) for i in places):
            continue
        if all(reading.entity(i) == "PERSON" for i in places) and any(_acts(reading, i) for i in places):
            yield from (Name(i, i + 1, NameKind.PERSON, "language model, one word") for i in places)


def _acts(reading: Reading, i: int) -> bool:
    token = reading.token(i)
    subject = token is not None and token.dep.startswith("nsubj")
    return subject or reading.words[i + 1].text == "'s" or _reigns(reading, i)


def _reigns(reading: Reading, i: int) -> bool:
    """Tell whether a government is called after him: "the Denethor administration"."""
    return reading.words[i + 1].lower in word_list("offices/reigns.txt")


def _propagated(reading: Reading) -> Iterator[Name]:
    """Find surnames, and other parts of the full names already found, with their Arabic article or without."""
    parts = _parts(reading)
    words = reading.words
    for i, word in enumerate(words):
        if reading.name_at(i) or not (word.capital or "-" in word.text):
            continue
        for form in parts.get(bare(word.lower), ()):
            end = i + len(form)
            if all(bare(words[i + k].lower) == part for k, part in enumerate(form)) and _free(reading, i, end):
                yield Name(i, end, NameKind.PERSON, "part of a full name")
                break


def _free(reading: Reading, first: int, last: int) -> bool:
    """Tell whether nothing else claims the words and no further capitalised word makes another name of them."""
    words = reading.words
    if any(reading.name_at(i) or reading.country_at.starting(i) for i in range(first, last)):
        return False
    if words[first].text in word_list("sentence_openers.txt") or words[first - 1].lower in {"the", "a", "an"}:
        return False
    goes_on = words[last].capital and words[last].lower not in never_in_persons()
    return not goes_on and not modifies_thing(reading, last)


def _parts(reading: Reading) -> dict[str, list[tuple[str, ...]]]:
    """Return, by their first word, the parts by which a full name may be called again, the longest first."""
    parts: dict[str, set[tuple[str, ...]]] = {}
    for name in reading.names(NameKind.PERSON):
        words = tuple(bare(reading.words[i].lower) for i in range(name.first, name.last))
        forms = [words[k:] for k in range(len(words))] + [words[:k] for k in range(1, len(words))]
        for form in forms:
            if len(form) > 1 or (len(form[0]) > 1 and form[0] not in word_list("persons/name_particles_inside.txt")):
                parts.setdefault(form[0], set()).add(form)
    return {first: sorted(forms, key=lambda form: (-len(form), form)) for first, forms in parts.items()}
