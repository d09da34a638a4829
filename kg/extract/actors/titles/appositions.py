"""Titles in apposition to a name, and what such an office is of in words that no list has.

"Imrahil, assistant chief of the lower beacons, said", "the national director of river life, Imrahil, said"
"""

from dataclasses import replace

from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles.model import ARTICLES, Title, days, heads
from kg.extract.actors.titles.styles import APPOSING, holder_start, is_style

_DESCRIBING = frozenset({"veteran", "respected", "outspoken", "seasoned", "once", "now"})
_MOST_ADJECTIVES = 3
_LINKS = frozenset({"of", "for", "at", "in", "to", "with", "on", "under"})
_WHERE = frozenset({"at", "in", "with"})  # after a body they tell where
_WHEN = frozenset({"on", "under"})
_LETTERS = frozenset({"CBE", "KC", "MBE", "MEP", "MLA", "MP", "OBE", "PhD", "QC", "TD"})
_LONGEST_BRACKET = 5  # words back from its end
_INSIDE = _LINKS | ARTICLES | {"and", "&", "-", "'s", "'"}
_OPENING = frozenset({",", "(", "[", "–", "—"})  # of an apposition
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", ""})
_LONGEST = 14  # words after the head
_LONGEST_NAME = 4  # words


def apposition_start(reading: Reading, title: Title) -> int:
    """Return the first word of the title with its owner, what describes its holder, and his age."""
    return _past_age(reading, _past_joined(reading, _with_adjectives(reading, owner_start(reading, title))))


def name_before(reading: Reading, title: Title) -> Name | None:
    """Return the person to whose name the title stands in apposition, after a comma or dash or in brackets."""
    at = apposition_start(reading, title) - 1
    name = reading.person_at(_past_letters(reading, at) - 1)
    return name if reading.words[at].text in _OPENING else None


def _past_letters(reading: Reading, at: int) -> int:
    """Return where the name ends before letters of honour or brackets: "Denethor Hurin MP", "Imrahil Hurin (retd)"."""
    words = reading.words
    if words[at - 1].text == ")":
        return next((i for i in range(at - 2, at - _LONGEST_BRACKET, -1) if words[i].text == "("), at)
    while words[at - 1].text in _LETTERS:
        at -= 1
    return at


def read_apposed(reading: Reading, title: Title) -> Title:
    """Return the title with all that its phrase says the office is of, where a name beside it tells the end."""
    end = _rest_end(reading, title)
    if end == title.last or title.plural:
        return title
    whole, named = replace(title, last=end), reading.person_at(end) is not None
    run_on = named and title.group == "minister" and all(reading.words[i].capital for i in range(title.last + 1, end))
    after = _named_after(reading, whole)
    behind = title.organization is not None and title.organization.first > title.head
    if title.placed and reading.words[title.last].lower in (_WHERE | _WHEN if behind else _WHERE):
        return whole if after else title
    if not run_on and (named or not (after or name_before(reading, title))):
        return title
    return _placed(reading, whole, title.last)


def _named_after(reading: Reading, title: Title) -> bool:
    """Tell whether a full name, or one with a style, follows after a comma."""
    at = holder_start(reading, title)
    name = reading.person_at(at)
    marked = reading.words[title.last].text in APPOSING and bool(title.article or title.capital or title.owner)
    styled = at - title.last > 1
    return marked and (_called(reading, at) if name is None else name.first == at and (styled or name.last - at > 1))


def _called(reading: Reading, at: int) -> bool:
    """Tell whether two to four capitalised words between commas may be a name that nothing has told yet."""
    end = at
    while end - at < _LONGEST_NAME and _unread(reading, end):
        end += 1
    return end - at > 1 and reading.words[end].text == ","


def _unread(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    free = reading.name_at(i) is None and reading.country_at.covering(i) is None and reading.entity(i) in {"", "PERSON"}
    return word.capital and free and word.lower not in heads()


def _rest_end(reading: Reading, title: Title) -> int:
    """Return where the phrase ends that goes on from the title with a preposition."""
    words, end = reading.words, title.last
    owned = words[end].text == "'s" and end > title.head + 1  # "chief of staff of the steward's riders"
    broken = end > title.head + 1 and reading.tag(end) in {"NOUN", "PROPN"} and not is_style(reading, end)
    further = words[end + 1].capital or (words[end + 1].lower == "the" and not title.placed)
    joined = words[end].lower == "and" and further and (title.group == "minister" or not title.placed)
    if not (words[end].lower in _LINKS or owned or broken or joined):
        return end
    while end < title.head + _LONGEST and _inside(reading, end) and not _joins_title(reading, end):
        end += 1
    while end > title.last and words[end - 1].lower in _INSIDE:
        end -= 1
    return end


def _joins_title(reading: Reading, i: int) -> bool:
    """Tell whether another title or somebody of his follows "and": "of the Mint and acting head of the Guard"."""
    words = reading.words
    following = (j for j in range(i + 1, i + 4) if words[j].is_word and reading.name_at(j) is None)
    another = any(words[j].lower in heads() for j in following)
    return words[i].lower == "and" and (another or words[i + 1].lower in {"his", "her", "their"})


def _inside(reading: Reading, i: int) -> bool:
    word = reading.words[i]
    participle = reading.words[i - 1].lower in ARTICLES | {"'s"} and word.lower.endswith(("ed", "ing"))
    if word.lower in _INSIDE or participle:
        return True
    return (
        word.is_word
        and word.lower not in days()
        and reading.person_at(i) is None
        and (word.capital or reading.tag(i) in _NOMINAL)
    )


def _placed(reading: Reading, title: Title, rest: int) -> Title:
    """Return the title with the words from `rest` on, and with the body or country that they name first."""
    words = reading.words
    broken = words[rest].lower not in _LINKS | {"'s"}  # within a phrase: "head of Gondorian", "diplomacy for the East"
    body = next(filter(None, map(reading.body_at, range(rest, title.last))), None)
    country = reading.country_at.starting(rest + (not broken))
    if title.placed and country is not None and country[1] == title.last:
        return replace(title, country=title.country or country[0].code)  # "secretary of the Council of Gondor"
    if body is not None and (title.organization is None or words[rest].text == "'s"):
        return _in_body(reading, title, rest, body)
    if title.organization is not None:
        part = f"{title.title} of the {words.phrase(rest + 1, title.last).lower()}"
        return (
            replace(title, title=part)
            if words[rest].text == "'s"
            else title
            if broken
            else _whole(reading, title, rest)
        )
    mentions = (reading.country_at.covering(i) for i in range(rest, title.last))
    code = next((mention.code for mention in mentions if mention is not None and mention.code), None)
    scholar = title.group == "expert" or title.noun.group == "diplomat"
    return replace(_whole(reading, title, rest), country=title.country or (None if scholar else code))


def _whole(reading: Reading, title: Title, rest: int) -> Title:
    """Return the title with all of its words, joined by "of" where what stood there told its country."""
    words = reading.words
    link = " of" if reading.country_at.covering(rest - 1) is not None else ""
    more = words.text[words[rest - 1].end : words[title.last - 1].end].lower()
    return replace(title, title=f"{title.title}{link}{more}")


def _in_body(reading: Reading, title: Title, rest: int, body: Name) -> Title:
    """Return the title as one in the body; what leads to its name is of the title if it says more than "of"."""
    words = reading.words
    link = next((i for i in range(body.first, rest, -1) if words[i].lower in _LINKS), rest)
    text = title.title + words.text[words[rest - 1].end : words[link - 1].end].lower() if link > rest else title.title
    whole = body.last < title.last
    placed = replace(title, organization=body, country=title.country or body.country)
    return replace(placed, title=_whole(reading, title, rest).title if whole else text)


def owner_start(reading: Reading, title: Title) -> int:
    """Return the first word of the title or of its owner, whose own title counts: "Steward Denethor's adviser"."""
    if title.owner is None:
        return title.first
    owner = reading.name_at(title.owner)
    at = _noun_start(reading, title.owner) if owner is None else owner.first
    while at - 1 in reading.title_words:
        at -= 1
    return at


def _noun_start(reading: Reading, noun: int) -> int:
    """Return the first word of "the Shire newspaper" in "the Shire newspaper's director"."""
    at = noun
    while noun - at < _MOST_ADJECTIVES and reading.tag(at - 1) in {"ADJ", "NOUN", "PROPN"} and _nobody(reading, at - 1):
        at -= 1
    return at - (reading.words[at - 1].lower in ARTICLES)


def _nobody(reading: Reading, i: int) -> bool:
    return reading.words[i].is_word and reading.person_at(i) is None


def _with_adjectives(reading: Reading, first: int) -> int:
    """Return the first word of the apposition with what describes the holder: "a highly respected steward"."""
    words, at = reading.words, first
    while first - at < _MOST_ADJECTIVES and (
        reading.tag(at - 1) in {"ADJ", "ADV"} or words[at - 1].lower in _DESCRIBING
    ):
        at -= 1
    at -= at < first and words[at - 1].lower in ARTICLES
    return at if words[at - 1].text == "," else first


def _past_joined(reading: Reading, first: int) -> int:
    """Return the first word of what else somebody is, before "and": "an expert on horses and former steward"."""
    words, at = reading.words, first - 1
    if words[at].lower != "and":
        return first
    while first - at < _LONGEST and _inside(reading, at):
        at -= 1
    joined = words[at].text == "," and words[at + 1].lower in {"a", "an", "the"}
    return at + 1 if joined else first


def _past_age(reading: Reading, first: int) -> int:
    """Return the first word of the apposition with the age before it: "Denethor, 88, steward of Gondor"."""
    words = reading.words
    aged = words[first - 1].text == words[first - 3].text == "," and words[first - 2].text.isdigit()
    return first - 2 if aged else first
