"""Who holds a title: the person named beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.actors.persons import holder_start
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import Title, joins

_BEING = frozenset({"is", "was", "became", "becomes", "as", "remains", "serves", "served"})
_AFTER_APPOSITION = frozenset({"and", "who", "in", "at", "on", "during", "as", "with"})
_ARTICLES = frozenset({"the", "a", "an", "who", "also", ","})


@dataclass(frozen=True, slots=True)
class Held:
    """`title` with its `holder`, where a name stands beside it; `rule` is the construction."""

    title: Title
    holder: Name | None
    rule: str = ""


def find_holders(reading: Reading, titles: Sequence[Title]) -> list[Held]:
    """Return every title with the name of its holder, in the order of the titles."""
    found = [Held(title, name, "role-before-name") for title in titles for name in [_after(reading, title)]]
    for i in reversed(range(len(found) - 1)):  # "deputy prime minister and foreign minister X": both are X's
        one, other = found[i], found[i + 1]
        if one.holder is None and other.holder and joins(reading, one.title, other.title):
            if not _held_by_another(reading, one.title, other.holder, found):
                found[i] = Held(one.title, other.holder, "role-joined")
    found = [each if each.holder else _before(reading, each.title) for each in found]
    for i in range(1, len(found)):
        before, each = found[i - 1], found[i]
        if each.holder is None and before.rule in {"role-after-name", "role-joined"}:
            if joins(reading, before.title, each.title):
                found[i] = Held(each.title, before.holder, "role-joined")
    return found


def _after(reading: Reading, title: Title) -> Name | None:
    """Return the name after the title, styles between them aside."""
    start = holder_start(reading, title)
    name = _person(reading, start)
    if name is None or name.first != start or title.plural or _continued(reading, title, start):
        return None
    return name


def _before(reading: Reading, title: Title) -> Held:
    """Find the holder before the title: in apposition, or as what somebody is."""
    words, before = reading.words, title.first - 1
    name = _person(reading, before - 1)
    if words[before].text == "," and name and name.last == before and not title.plural:
        if _closed(reading, title) or _opens_sentence(reading, name, title):
            return Held(title, name, "role-after-name")
    owner = reading.name_at(title.owner) if title.owner is not None else None
    at = owner.first - 1 if owner is not None else before
    while words[at].lower in _ARTICLES:
        at -= 1
    if words[at].lower in _BEING and words[at - 1].lower == "who":
        at -= 1 if words[at - 2].text != "," else 2
        name = _person(reading, at - 1)
        return Held(title, name, "role-is") if name and name.last == at and not title.plural else Held(title, None)
    name = _person(reading, at - 1)
    if words[at].lower in _BEING and name and name.last == at and not title.plural:
        return Held(title, name, "role-is")
    return Held(title, None)


def _held_by_another(reading: Reading, title: Title, holder: Name, found: Sequence[Held]) -> bool:
    """Tell whether the document gives the title to somebody else: "the president and Prime Minister Imrahil"."""
    own = reading.words[holder.last - 1].lower
    return any(
        each.holder is not None
        and each.title.title == title.title
        and (each.title.country == title.country or None in {each.title.country, title.country})
        and reading.words[each.holder.last - 1].lower != own
        for each in found
    )


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
    """Tell whether the apposition ends after the title: no verb follows, and no name of its own."""
    following = reading.words[title.last]
    return not following.is_word or following.lower in _AFTER_APPOSITION


def _opens_sentence(reading: Reading, name: Name, title: Title) -> bool:
    """Tell whether "Denethor, the steward of Gondor meets ..." lacks its second comma: the name opens the sentence."""
    told = title.country is not None or title.organization is not None
    return told and name.last - name.first > 1 and not reading.words[name.first - 1].is_word
