"""Offices named by another's: "his Gondorian counterpart Imrahil", "his defence colleague"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors.evidence import KeyOf
from kg.extract.actors.holders import Held
from kg.extract.actors.reading import NameKind, Reading
from kg.extract.actors.titles import Title
from kg.lexicon.offices import kind_of
from kg.model import ActorKey

_PORTFOLIO_HEADS = ("minister", "secretary")


def spell_counterparts(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Return the titles with "counterpart" and "colleague" replaced by the office they mean, or left out.

    The office is of the kind that the other one holds; a colleague's is of the other's country.
    """
    titles_of: dict[ActorKey, Title] = {}
    found: list[Held] = []
    for each in held:
        if each.title.group == "counterpart":
            meant = _meant(reading, each, titles_of, key_of)
            if meant is not None:
                found.append(meant)
            continue
        person = key_of(each.holder)
        if person is not None and not each.title.plural:
            titles_of.setdefault(person, each.title)
        found.append(each)
    return found


def part_counterparts(reading: Reading, held: Sequence[Held]) -> list[Held]:
    """Return the titles, with one for each of "his Gondorian and Rohirric counterparts, Denethor and Theoden"."""
    return [one for each in held for one in _each(reading, each)]


def _each(reading: Reading, held: Held) -> list[Held]:
    title = held.title
    last = reading.country_before(title.head)
    one = reading.country_before(last[1] - 1) if last and reading.words[last[1] - 1].lower == "and" else None
    if title.group != "counterpart" or not title.plural or one is None or last is None:
        return [held]
    at = title.last + (reading.words[title.last].text in {",", ":"})
    names = [reading.name_at(at)]
    if names[0] is not None and reading.words[names[0].last].lower == "and":
        names.append(reading.name_at(names[0].last + 1))
    if len(names) < 2 or any(name is None or name.kind is not NameKind.PERSON for name in names):
        return [held]
    single = replace(title, first=one[1], plural=False)
    codes = (one[0].code, last[0].code)
    return [
        Held(replace(single, country=code), name, "role-before-name") for code, name in zip(codes, names, strict=True)
    ]


def _meant(reading: Reading, held: Held, titles_of: dict[ActorKey, Title], key_of: KeyOf) -> Held | None:
    title = held.title
    if held.rule == "role-is":
        return None  # "Imrahil is his counterpart" gives no new office
    owner = _owner(reading, title, titles_of, key_of)
    other = titles_of.get(owner) if owner else None
    if other is None:
        return None
    country = title.country or (other.country if title.title != "counterpart" else None)
    own = titles_of.get(key_of(held.holder) or ActorKey(""))
    if country is None or (own is not None and own.country == country):
        return None  # where he holds an office already, the word gives him no other
    portfolio = title.title.rpartition(" ")[0]
    head = next((head for head in _PORTFOLIO_HEADS if head in other.title), None)
    if portfolio and head is None:
        return None
    text = (
        f"{portfolio} {head}" if portfolio else _wider(other, country, titles_of) or _equivalent(other.title, country)
    )
    spelled = replace(title, title=text, group=other.group, country=country, owner=None, bare=False)
    return replace(held, title=spelled, rule="role-counterpart" if held.holder else "")


def _wider(other: Title, country: str, titles_of: dict[ActorKey, Title]) -> str:
    """Return the title of the country's one minister whose portfolio shares a word with the other's, or nothing.

    The counterpart of a transport minister is the minister of transport and roads.
    """
    own = _portfolio(other)
    same = {t.title for t in titles_of.values() if t.country == country and t.group == other.group}
    shared = [title for title in same if own & set(title.split())]
    return shared[0] if len(shared) == 1 else ""


def _portfolio(title: Title) -> set[str]:
    return set(title.title.split()) - {*_PORTFOLIO_HEADS, "of", "and", "the", "for", "affairs", "deputy", "prime"}


def _equivalent(title: str, country: str) -> str:
    """Return what the office is called in the country: the US secretary of state is a foreign minister elsewhere."""
    kind = kind_of(title)
    if kind == "secretary-of-state" and country != "US":
        return "foreign minister"
    return "secretary of state" if kind == "foreign-minister" and country == "US" else title


def _owner(reading: Reading, title: Title, known: dict[ActorKey, Title], key_of: KeyOf) -> ActorKey | None:
    """Return whose counterpart it is: the name before "'s", or for "his" the last person before who holds an office.

    Nobody is the counterpart, though he may be the colleague, of somebody of his own country.
    """
    if title.owner is not None:
        owner = key_of(reading.name_at(title.owner))
        if owner is not None:
            return owner
    abroad = title.country is not None and title.title.endswith("counterpart")
    for i in range(title.first - 1, max(title.first - 120, -1), -1):
        name = reading.name_at(i)
        person = key_of(name) if name is not None and name.kind is NameKind.PERSON else None
        if person in known and not (abroad and known[person].country == title.country):
            return person
    return None
