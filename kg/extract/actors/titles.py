"""Titles: "the Gondorian deputy minister of trade and industry", with the country or organisation of the office."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.words import STOP
from kg.lexicon import table
from kg.lexicon import words as word_list
from kg.lexicon.countries import Wording
from kg.model import CountryCode, RoleStatus

_ABBREVIATED = frozenset({"PM", "VP", "FM", "FMs", "DM", "MP", "CEO"})
_DIPLOMATIC = frozenset({"ambassador", "envoy", "representative", "emissary", "consul", "attaché", "adviser", "aide"})
_SULTANATES = frozenset({"OM", "BN", "MY"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "another", "two", "both"})


@dataclass(frozen=True, slots=True)
class Head:
    """A word that heads titles; `portfolio` where words of a portfolio stand before it ("trade minister")."""

    word: str
    portfolio: bool
    group: str


@dataclass(frozen=True, slots=True)
class Title:
    """The words `[first, last)` are a title, from its article or country on; `head` is the index of its head word.

    `title` is as printed, in lower case and without country, organisation and status. `organization` is the name that
    the office is in, `owner` the word before "'s" where a person's name or title stands there ("Denethor's adviser").
    """

    first: int
    last: int
    head: int
    title: str
    group: str
    country: CountryCode | None = None
    organization: Name | None = None
    owner: int | None = None
    status: RoleStatus = RoleStatus.IN_OFFICE
    article: str = ""
    plural: bool = False
    capital: bool = False
    bare: bool = False


@cache
def heads() -> dict[str, Head]:
    return {row[0]: Head(row[1], row[2] == "portfolio", row[3]) for row in table("office_heads.tsv")}


@cache
def honorifics() -> dict[str, str]:
    """Return the styles and forms of address before names, with the gender that they tell (m, f or -)."""
    return {row[0]: row[1] for row in table("honorifics.tsv")}


@cache
def _status() -> dict[str, str]:
    return {row[0]: row[1] for row in table("title_status.tsv")}


def find_titles(reading: Reading) -> tuple[Title, ...]:
    """Return the titles outside boilerplate, in the order of the words; none overlaps another."""
    found: list[Title] = []
    end = 0
    for i, word in enumerate(reading.words):
        if i < end or word is STOP or word.lower not in heads() or not _heads_title(reading, i):
            continue
        title = _read(reading, i, end)
        if title:
            found.append(title)
            end = title.last
    return tuple(_joined(reading, found))


def _heads_title(reading: Reading, i: int) -> bool:
    """Tell whether the word is a title's head here: not part of a name, not a modifier of the next word."""
    word, following = reading.words[i], reading.words[i + 1]
    if word.lower in {"pm", "vp", "fm", "fms", "dm", "mp"} and word.text not in _ABBREVIATED:
        return False
    if reading.name_at(i) is not None or (word.lower == "sultan" and not _reigns(reading, i)):
        return False
    if following.lower in heads() and _heads_title(reading, i + 1):
        return False  # "Secretary General", "deputy chief"
    return following.lower != "general" or following.capital != word.capital or word.lower == "general"


def _reigns(reading: Reading, i: int) -> bool:
    """Tell whether "Sultan" is a title rather than a given name: the document speaks of a country that has one."""
    return bool(_SULTANATES & {mention.code for mention in reading.countries}) or reading.words[i - 1].lower == "the"


def _read(reading: Reading, head: int, floor: int) -> Title | None:
    """Read the title round its head; words before `floor` belong to another."""
    entry = heads()[reading.words[head].lower]
    core = _core(reading, head, entry, floor)
    draft = Title(core, head + 1, head, "", entry.group, bare=core == head)
    draft = replace(draft, capital=reading.words[head].capital, plural=_plural(reading, head))
    draft = _before(reading, draft, floor)
    return _after(reading, draft, entry.word)


def _plural(reading: Reading, head: int) -> bool:
    lower = reading.words[head].lower
    return lower.endswith("s") and lower.removesuffix("s") in heads()


def _core(reading: Reading, head: int, entry: Head, floor: int) -> int:
    """Return the first word of the title proper: modifiers, and the portfolio where the head takes one."""
    words, first, guessed = reading.words, head, 0
    while first - 1 >= floor:
        before = words[first - 1]
        if before.lower in word_list("title_modifiers.txt") or (
            before.text == "-" and words[first - 2].lower == "vice"
        ):
            first -= 1
        elif (
            not entry.portfolio and words[first].lower not in {"general"} and first == head and before.lower != "prime"
        ):
            return first if not _modified(reading, first) else first - 1
        elif _portfolio(reading, first - 1):
            first -= 1
        elif before.lower in {"and", ",", "&"} and first < head and _portfolio(reading, first - 2):
            first -= 2
        elif guessed < 2 and _guess(reading, first - 1, head):
            first, guessed = first - 1, guessed + 1
        else:
            return first
    return first


def _modified(reading: Reading, first: int) -> bool:
    return reading.words[first - 1].lower in word_list("title_modifiers.txt")


def _portfolio(reading: Reading, i: int) -> bool:
    return (
        reading.words[i].lower in word_list("portfolios.txt")
        and reading.name_at(i) is None
        and reading.country_at.ending(i) is None
    )


def _guess(reading: Reading, i: int, head: int) -> bool:
    """Tell whether an unlisted word is of the portfolio: as capitalised as the head, and no name or country."""
    word = reading.words[i]
    if not word.is_word or reading.name_at(i) or reading.country_at.ending(i) or word.lower in _status():
        return False
    if word.lower in _ARTICLES or word.lower in honorifics() or not word.text.isalpha():
        return False
    if reading.words[head].capital:
        opens = word.text in word_list("sentence_openers.txt") or not reading.words[i - 1].is_word
        return word.capital and not opens and reading.entity(i) not in {"PERSON", "NORP"}
    return not word.capital and reading.tag(i) == "NOUN" and word.lower not in word_list("not_portfolios.txt")


def _before(reading: Reading, title: Title, floor: int) -> Title:
    """Read what stands before: status, country, organisation or owner, article."""
    words, first = reading.words, title.first
    while first - 1 >= floor:
        word = words[first - 1]
        country = reading.country_before(first)
        name = reading.name_at(first - 1)
        if word.lower.rstrip("-") in _status() and title.article == "":
            title = _with_status(title, word.lower.rstrip("-"))
            first -= 1
        elif word.text == "-" and words[first - 2].lower in {"ex", "then"}:
            title = replace(title, status=RoleStatus.FORMER)
            first -= 2
        elif word.text in {"'s", "'"} and title.country is None and title.organization is None:
            return _possessed(reading, replace(title, first=first), floor)
        elif country and title.country is None and title.organization is None and country[1] >= floor:
            title = replace(title, country=country[0].code)
            first = country[1]
        elif name and name.kind is NameKind.ORGANIZATION and title.organization is None and title.country is None:
            title = replace(title, organization=name, country=name.country)
            first = name.first
        elif word.lower in {"top", "senior", "de-facto"} and title.article == "":
            first -= 1
        elif word.lower in _ARTICLES:
            return replace(title, first=first - 1, article=word.lower)
        else:
            break
    return replace(title, first=first)


def _with_status(title: Title, word: str) -> Title:
    status = {"acting": RoleStatus.ACTING, "former": RoleStatus.FORMER}.get(_status()[word])
    return replace(title, status=status) if status else title


def _possessed(reading: Reading, title: Title, floor: int) -> Title:
    """Read the owner before "'s": a country, an organisation, or a person by the last word of the name."""
    mark = title.first - 1
    country = reading.country_before(mark)
    name = reading.name_at(mark - 1)
    if country and country[1] >= floor:
        first = country[1] - 1 if reading.words[country[1] - 1].lower == "the" else country[1]
        return replace(title, first=first, country=country[0].code)
    if name and name.kind is NameKind.ORGANIZATION:
        return replace(title, first=name.first, organization=name, country=name.country)
    return replace(title, first=mark + 1, owner=mark - 1)


def _after(reading: Reading, title: Title, head_word: str) -> Title:
    """Read the prepositional phrases after the head, and put the title's own words together."""
    words = reading.words
    parts = [_spelled(reading, title, head_word)]
    end = title.last
    if words[end].lower in {"general", "designate", "elect"}:
        parts.append(words[end].lower)
        end += 1
    while words[end].lower in {"of", "for", "to", "in", "at", "on", "responsible"}:
        taken, title, text = _phrase(reading, end, title, head_word)
        if taken == end:
            break
        end = taken
        parts.append(text)
    return replace(title, last=end, title=" ".join(part for part in parts if part))


def _spelled(reading: Reading, title: Title, head_word: str) -> str:
    """Return the title proper in lower case, abbreviations spelled out."""
    words = reading.words
    core = title.head
    while core - 1 >= title.first and not _ends_core(reading, title, core - 1):
        core -= 1
    before = reading.words.phrase(core, title.head).lower() if core < title.head else ""
    head = head_word if words[title.head].text in _ABBREVIATED or title.plural else words[title.head].lower
    return f"{before} {head}".strip()


def _ends_core(reading: Reading, title: Title, i: int) -> bool:
    word = reading.words[i]
    return (
        word.lower in _ARTICLES
        or word.lower.rstrip("-") in _status()
        or word.text in {"'s", "'", "-"}
        or reading.name_at(i) is not None
        or reading.country_at.ending(i) is not None
    )


def _phrase(reading: Reading, end: int, title: Title, head_word: str) -> tuple[int, Title, str]:
    """Read one phrase; return the word after it, the title with what it says, and its words for the title."""
    words = reading.words
    link = words[end].lower
    at = end + 1
    if link == "responsible" and words[at].lower == "for":
        at += 1
    if words[at].lower in {"the", "his", "her", "its"} and not reading.country_at.starting(at):
        at += 1
    country, name = reading.country_at.starting(at), reading.name_at(at)
    if name and name.kind is NameKind.ORGANIZATION and name.first == at:
        return _in_organization(reading, title, name, words.phrase(end, name.last).lower(), link, head_word)
    if country and country[0].code:
        if link == "of" and title.country is None:
            if country[0].wording is Wording.DEMONYM:  # "head of Gondorian diplomacy", not "of the Gondorian team"
                last = _subject(reading, country[1], title, link)
                if last == country[1]:
                    return end, title, ""
                return last, replace(title, country=country[0].code), f"of {words.phrase(country[1], last).lower()}"
            if words[country[1]].text == "'s":
                return _of_countrys(reading, country[1], replace(title, country=country[0].code), end)
            return country[1], replace(title, country=country[0].code), ""
        if words[country[1]].text == "'s":  # "adviser to Gondor's steward"
            last = _to_head(reading, country[1] + 1)
            text = words.phrase(end, end + 1).lower() + " " + words.phrase(country[1] + 1, last).lower()
            return (last, replace(title, country=country[0].code), text) if last else (end, title, "")
        if link in {"to", "for", "in"} and head_word in _DIPLOMATIC:
            return country[1], title, words.phrase(end, country[1]).lower()
        return end, title, ""
    last = _subject(reading, at, title, link)
    return (last, title, words.phrase(end, last).lower()) if last > at else (end, title, "")


def _of_countrys(reading: Reading, mark: int, title: Title, end: int) -> tuple[int, Title, str]:
    """Read "of Gondor's Supreme Council" or "of Gondor's armed forces"; nothing where something else is Gondor's."""
    name = reading.name_at(mark + 1)
    if name is not None and name.kind is NameKind.ORGANIZATION:
        return name.last, replace(title, organization=name), ""
    last = _subject(reading, mark + 1, title, "of")
    if last == mark + 1:
        return end, replace(title, country=None), ""
    return last, title, f"of {reading.words.phrase(mark + 1, last).lower()}"


def _to_head(reading: Reading, at: int) -> int:
    """Return the word after the head of the title that begins at `at`, or 0."""
    for i in range(at, at + 4):
        if reading.words[i].lower in heads():
            return i + 1
    return 0


def _in_organization(
    reading: Reading, title: Title, name: Name, text: str, link: str, head_word: str
) -> tuple[int, Title, str]:
    if link == "to" and head_word in _DIPLOMATIC:
        return name.last, title, text
    if title.organization is not None:
        return name.last, title, text
    country = title.country or name.country
    last = name.last
    part = reading.name_at(last + 1)
    if reading.words[last].text == "'s" and part is not None and part.first == last + 1:
        of_part = f"of the {reading.words.phrase(part.first, part.last).lower()}"
        return part.last, replace(title, organization=name, country=country), of_part
    if reading.words[last].text == "(" and reading.words[last + 2].text == ")":
        last += 3
    return last, replace(title, organization=name, country=country), ""


def _subject(reading: Reading, at: int, title: Title, link: str) -> int:
    """Return the end of a portfolio after "of" or "for": listed words, else one capitalised one."""
    words, end = reading.words, at
    while True:
        if _portfolio(reading, end) or (end == at and _named_subject(reading, end, title, link)):
            end += 1
        elif words[end].lower in {"and", ",", "&"} and end > at and _goes_on(reading, end + 1, title):
            end += 1 if words[end + 1].lower not in {"the"} else 2
            end += 1
        elif link in {"of", "to"} and words[end].lower in heads() and end == at:
            return end + 1  # "adviser to the president", "office of the king"
        elif words[end].lower == "of" and end > at and _named_subject(reading, end + 1, title, link):
            end += 2
        elif (
            words[end].lower == "of" and end > at and words[end + 1].lower == "the" and words[end + 2].lower in heads()
        ):
            return end + 3
        else:
            return end


def _goes_on(reading: Reading, i: int, title: Title) -> bool:
    """Tell whether the portfolio goes on after "and" or a comma: no title follows that has a portfolio of its own."""
    words = reading.words
    if words[i].lower == "the":
        i += 1
    if any(words[j].lower in heads() for j in range(i, i + 3) if words[j].is_word):
        return False
    if _portfolio(reading, i):
        return True
    joined_by_and = words[i - 1].lower == "and"
    return joined_by_and and title.capital and _named_subject(reading, i, title, "of") and words[i + 1].capital


def _named_subject(reading: Reading, i: int, title: Title, link: str) -> bool:
    """Tell whether an unlisted capitalised word can be what the office is for."""
    word = reading.words[i]
    return (
        title.capital
        and word.lower not in _ARTICLES
        and link in {"of", "for"}
        and word.capital
        and word.is_word
        and reading.name_at(i) is None
        and reading.country_at.starting(i) is None
        and reading.entity(i) != "PERSON"
    )


def _joined(reading: Reading, titles: list[Title]) -> Iterator[Title]:
    """Give the second of two joined titles the country or organisation of the first, where it has none.

    "Rohan's deputy prime minister and foreign minister"
    """
    before: Title | None = None
    for title in titles:
        if before and _adjoins(reading, before, title) and title.country is None:
            yield (title := replace(title, country=before.country, owner=before.owner))
        else:
            yield title
        before = title


def _adjoins(reading: Reading, before: Title, title: Title) -> bool:
    gap = reading.words.phrase(before.last, title.first).lower() if before.last < title.first else ""
    return gap in {"and", "&", ", and", "/"}
