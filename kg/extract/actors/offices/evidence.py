"""What a document tells about whose its officials are, gathered once."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.extract.actors.holders import Held
from kg.extract.actors.offices.destinations import destination_of
from kg.extract.actors.offices.own_side import OwnSide
from kg.extract.actors.offices.posts import shortens
from kg.extract.actors.offices.sentences import Sentences
from kg.extract.actors.offices.shares import dateline_of, named_beside, stood_for
from kg.extract.actors.reading import KeyOf, Name, NameKind, Reading
from kg.extract.actors.titles import COUNTERPART, Title
from kg.extract.actors.titles.model import SIDES
from kg.lexicon.offices import kind_of
from kg.lexicon.publishers import is_official
from kg.model import ActorKey, CountryCode, RoleStatus

_FEW = 1  # mentions of no country that every document is taken to have, so that one mention does not decide


class Evidence:
    """Countries of persons, offices without a holder, and what each sentence says.

    `of_person` grows as offices are placed, `led` are the countries of known leaders who are called so without them;
    `shares` are the countries' shares of all mentions, `first` is the country named first, `dateline` that of the city
    in the dateline, `publisher` the one from which the outlet writes, which is `official` if it is part of a state.
    """

    def __init__(self, reading: Reading, held: Sequence[Held], key_of: KeyOf) -> None:
        self._reading = reading
        self._key_of = key_of
        self.sentences = Sentences(reading, held)
        self._own_side = OwnSide(reading, self.sentences, self.country_of)
        self.of_person: dict[ActorKey | None, CountryCode] = {}
        self.led: set[CountryCode] = set()
        self._officials: set[ActorKey] = set()
        self._offices: set[tuple[str, CountryCode]] = set()
        self._taken: dict[tuple[str, CountryCode], set[int]] = {}
        self._counterparts: dict[ActorKey | None, set[CountryCode]] = {}
        self.titles_of: dict[ActorKey | None, list[Title]] = {}
        for each in held:
            self._take(each)
        counts = Counter(mention.code for mention in reading.countries if mention.code)
        self.first = next(iter(counts), None)
        counts.update(stood_for(reading))
        self.shares = {code: count / (counts.total() + _FEW) for code, count in counts.items()}
        self.dateline = dateline_of(reading)
        self.publisher = reading.home
        self.official = is_official(reading.annotation.document.publisher)
        self._beside = named_beside(reading, key_of)
        self._destinations: dict[ActorKey | None, set[CountryCode | None]] = {}
        for name in reading.names(NameKind.PERSON):
            self._destinations.setdefault(key_of(name), set()).add(destination_of(reading, name))

    def _take(self, held: Held) -> None:
        title, person = held.title, self._key_of(held.holder)
        self.titles_of.setdefault(person, []).append(title)
        if title.country is None:
            return
        if title.group == COUNTERPART:
            if person is not None:
                self.of_person.setdefault(person, title.country)  # "Faramir is his Gondorian counterpart"
            self._counterparts.setdefault(self._key_of(self.sentences.person_before(title)), set()).add(title.country)
        elif title.organization is None:
            self._take_office(held, person, title.country)

    def _take_office(self, held: Held, person: ActorKey | None, country: CountryCode) -> None:
        office = (kind_of(held.title.title, country) or held.title.title, country)
        self._offices.add(office)
        if person is not None:
            if held.title.status is RoleStatus.IN_OFFICE:
                self._taken.setdefault(office, set()).add(held.title.head)
            self.of_person.setdefault(person, country)
            if held.title.group in SIDES:
                self._officials.add(person)

    def unheld(self, kind: str, country: CountryCode) -> bool:
        """Tell whether the country has such an office in this document, and nobody is named to hold it."""
        alike = (each for each in self._offices if each[1] == country and shortens(each[0], kind))
        return any(office not in self._taken for office in alike)

    def taken(self, kind: str, country: CountryCode, title: Title) -> bool:
        """Tell whether somebody is named with such an office of that country, elsewhere than with this title."""
        return bool(self._taken.get((kind, country), set()) - {title.head})

    def beside(self, person: ActorKey | None) -> dict[CountryCode, float]:
        """Return the shares of the countries that are named in the same sentences as the person."""
        counts = self._beside.get(person, Counter())
        return {code: count / (counts.total() + _FEW) for code, count in counts.items()}

    def body_of(self, title: Title) -> str:
        """Return the name of the body that the office is in, in lower case, or nothing."""
        return self._reading.phrase(title.organization).lower() if title.organization else ""

    def counterparts(self, person: ActorKey | None) -> set[CountryCode]:
        """Return the countries of those who are called the person's counterparts."""
        return self._counterparts.get(person, set())

    def sides(self, title: Title) -> set[CountryCode | None]:
        """Return the countries of leaders, ministers and envoys in the sentence of a title whose own is not told."""
        sides = self._countries_beside(title, SIDES) | self.envoys(title)
        for i in self.sentences.of(title):
            name = self._reading.name_at(i)
            owns = name is not None and self._reading.words[name.last].text == "'s"  # "in Denethor's time"
            person = None if owns else self._key_of(name)
            if person in self._officials:
                sides.add(self.of_person[person])
        return sides

    def envoys(self, title: Title) -> set[CountryCode | None]:
        """Return the countries whose envoys are in the sentence of a title."""
        return self._countries_beside(title, frozenset({"diplomat"}))

    def _countries_beside(self, title: Title, groups: AbstractSet[str]) -> set[CountryCode | None]:
        beside = (other.title for other in self.sentences.titles_with(title))
        return {other.country for other in beside if other.group in groups and other.organization is None}

    def hosts_of(self, held: Held) -> set[CountryCode | None]:
        """Return where the holder is a guest: "visiting", where the page was written; the outlet's own come home."""
        words, hosts = self._reading.words, self._destinations.get(self._key_of(held.holder), set()) - {self.publisher}
        visiting = "visiting" in {words[held.title.first - 1].lower, words[held.title.first].lower}
        return hosts | {self.dateline or self.publisher} if visiting else hosts

    def own_side(self, title: Title) -> CountryCode | None:
        """Return the country of who is of one side, as the sentence of a title tells it."""
        return self._own_side.of(title)

    def country_of(self, name: Name | None) -> CountryCode | None:
        """Return the country of whoever the name names."""
        return self.of_person.get(self._key_of(name))
