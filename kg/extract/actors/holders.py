"""Who holds a title: the person named beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.actors.persons import holder_start
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import Title

_BEING = frozenset({"is", "was", "became", "becomes", "as", "remains", "serves", "served"})
_ARTICLES = frozenset({"the", "a", "an", "who", "also", ","})


@dataclass(frozen=True, slots=True)
class Held:
    """`title` with its `holder`, where a name stands beside it; `rule` is the construction."""

    title: Title
    holder: Name | None
    rule: str = ""


def find_holders(reading: Reading, titles: Sequence[Title]) -> list[Held]:
    """Return every title with the name of its holder, in the order of the titles."""
    found = [_beside(reading, title) for title in titles]
    for i in reversed(range(len(found) - 1)):  # "deputy prime minister and foreign minister X": both are X's
        if found[i].holder is None and _joined(reading, found[i].title, found[i + 1].title):
            if found[i + 1].rule == "role-before-name":
                found[i] = Held(found[i].title, found[i + 1].holder, "role-joined")
    for i in range(1, len(found)):
        if found[i].holder is None and _joined(reading, found[i - 1].title, found[i].title):
            if found[i - 1].rule in {"role-after-name", "role-joined"}:
                found[i] = Held(found[i].title, found[i - 1].holder, "role-joined")
    return found


def _beside(reading: Reading, title: Title) -> Held:
    words = reading.words
    start = holder_start(reading, title)
    name = _person(reading, start)
    if name and name.first == start and not (title.plural or _continued(reading, title, start)):
        return Held(title, name, "role-before-name")
    before = title.first - 1
    name = _person(reading, before - 1)
    if words[before].text == "," and name and name.last == before and not title.plural and _closed(reading, title):
        return Held(title, name, "role-after-name")
    at = before
    while words[at].lower in _ARTICLES:
        at -= 1
    name = _person(reading, at - 1)
    if words[at].lower in _BEING and name and name.last == at and not title.plural:
        return Held(title, name, "role-is")
    return Held(title, None)


def _person(reading: Reading, word: int) -> Name | None:
    name = reading.name_at(word)
    return name if name is not None and name.kind is NameKind.PERSON else None


def _continued(reading: Reading, title: Title, start: int) -> bool:
    """Tell whether the name after a comma is the next in a list or clause, not an apposition: it has one word only."""
    name = reading.name_at(start)
    comma = reading.words[title.last].text == ","
    return comma and name is not None and (name.last - name.first < 2 or not _ends_apposition(reading, name.last))


def _ends_apposition(reading: Reading, end: int) -> bool:
    """Tell whether what follows the name closes an apposition: a mark, the end of the sentence, or a verb."""
    return reading.words[end].text != "'s"


def _closed(reading: Reading, title: Title) -> bool:
    """Tell whether no name of its own follows the title."""
    return _person(reading, holder_start(reading, title)) is None or reading.words[title.last].text == ","


def _joined(reading: Reading, one: Title, other: Title) -> bool:
    if one.last >= other.first:
        return False
    gap = reading.words.phrase(one.last, other.first).lower()
    return gap in {"and", "&", "/", ", and", "and the"}
