"""What a document tells about whose its officials are, gathered once."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kg.extract.actors.countries import CountryMention, find_towns
from kg.extract.actors.holders import Held
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import COUNTERPART, Title
from kg.extract.actors.titles.model import SIDES
from kg.lexicon.countries import Wording, country_words
from kg.lexicon.offices import kind_of
from kg.model import ActorKey, CountryCode, RoleStatus

KeyOf = Callable[[Name | None], ActorKey | None]

_AROUND = 120  # words on each side of a title that are its sentence
_INCLUDING = frozenset({"including", "included", "namely"})
_LISTING = frozenset({",", "and", "as", "well", "along", "with", "together"})
_COMPANY = 4  # words before "including" that tell whose officials they are
_ON = frozenset({"on", "from"})  # before "the Gondorian side"
_WITH = frozenset({"with", "by"})
_TRAVELS = frozenset(
    "arrive arrived arriving arrives came come comes flew landed travelled traveled travelling".split()
)
_JOINED = frozenset({"accompanied", "flanked", "joined"})
_COMPANIONS = 12  # words before "with", among which stand who came and the verb
_DOMESTIC = frozenset({"state", "group"})  # kinds of known bodies that are spoken of where their country is
_FEW = 1  # mentions of no country that every document is taken to have, so that one mention does not decide
_WORDS = re.compile(r"\w+")
_DATELINE = re.compile(r"^\W{0,3}([A-Z]{2}[A-Z' ]{2,24}?)(?:,| \(| ?[—–:-])", re.MULTILINE)


class Evidence:
    """Countries of persons, offices without a holder, and what each sentence says.

    `of_person` grows as offices are placed, `led` are the countries of known leaders who are called so without them;
    `shares` are the countries' shares of all mentions, `first` is the country
    named first, `dateline` that of the city in the dateline, `publisher` the one from which the outlet writes.
    """

    def __init__(self, reading: Reading, held: Sequence[Held], key_of: KeyOf) -> None:
        self._reading = reading
        self._key_of = key_of
        self.of_person: dict[ActorKey, CountryCode] = {}
        self.led: set[CountryCode] = set()
        self._officials: set[ActorKey] = set()
        self._offices: set[tuple[str, CountryCode]] = set()
        self._taken: dict[tuple[str, CountryCode], set[int]] = {}
        self._by_sentence: dict[int, list[Held]] = {}
        self._counterparts: dict[ActorKey | None, set[CountryCode]] = {}
        self._in_titles: dict[int, int] = {}
        for each in held:
            self._take(each)
        counts = Counter(mention.code for mention in reading.countries if mention.code)
        self.first = next(iter(counts), None)
        counts.update(_stood_for(reading))
        self.shares = {code: count / (counts.total() + _FEW) for code, count in counts.items() if code}
        self.dateline = _dateline(reading)
        self.publisher = reading.home
        self._beside = _beside(reading, key_of)

    def _take(self, held: Held) -> None:
        title, person = held.title, self._key_of(held.holder)
        self._by_sentence.setdefault(self._reading.words[title.head].sentence, []).append(held)
        self._in_titles |= dict.fromkeys(range(title.first, title.last), title.head)
        if title.country is None:
            return
        if title.group == COUNTERPART:
            if person is not None:
                self.of_person.setdefault(person, title.country)  # "Faramir is his Gondorian counterpart"
            self._counterparts.setdefault(self._person_before(title), set()).add(title.country)
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
        counts = self._beside.get(person, Counter()) if person else Counter[CountryCode]()
        return {code: count / (counts.total() + _FEW) for code, count in counts.items()}

    def named_in(self, title: Title) -> set[CountryCode]:
        """Return the countries that the title itself names: that to which an envoy is sent."""
        mentions = (self._reading.country_at.covering(i) for i in range(title.first, title.last))
        return {mention.code for mention in mentions if mention is not None and mention.code}

    def counterparts(self, person: ActorKey | None) -> set[CountryCode]:
        """Return the countries of those who are called the person's counterparts."""
        return self._counterparts.get(person, set()) if person else set()

    def other_sides(self, held: Held) -> set[CountryCode]:
        """Return the countries of the other leaders and ministers in the sentence."""
        sentence, person = self._reading.words[held.title.head].sentence, self._key_of(held.holder)
        sides: set[CountryCode] = set()
        for other in self._by_sentence[sentence][:_AROUND]:
            same = other.title is held.title or self._key_of(other.holder) == person
            stately = other.title.group in SIDES and other.title.organization is None  # a party's leader is no side
            if other.title.country and stately and not same:
                sides.add(other.title.country)
        for i in self._sentence(held.title):
            name = self._reading.name_at(i)
            owns = name is not None and self._reading.words[name.last].text == "'s"  # "in Denethor's time"
            other_person = None if owns else self._key_of(name)
            if other_person is not None and other_person in self._officials and other_person != person:
                sides.add(self.of_person[other_person])
        return sides

    def own_side(self, title: Title) -> CountryCode | None:
        """Return the country of who is of one side: "on the Gondorian side", "Gondorian officials, including".

        So of "the country's steward", the last one named.
        """
        if title.owner is not None and self._reading.words[title.owner].lower == "country":
            return self._named_before(title)
        for i in self._sentence(title):
            found = self._reading.country_before(i) if self._reading.words[i].lower == "side" else None
            at = found[1] - (self._reading.words[found[1] - 1].lower == "the") if found else i
            if found is not None and found[0].code and self._reading.words[at - 1].lower in _ON:
                return found[0].code
        return self._of_company(title) or self._listed(title) or self._travelled(title)

    def _of_company(self, title: Title) -> CountryCode | None:
        """Return whose officials the title stands among: "Gondorian officials, including Steward Denethor"."""
        words = self._reading.words
        for i in reversed(self._sentence(title)):
            if i < title.first and words[i].lower in _INCLUDING:
                at = i - 1 - (words[i - 1].text == ",")
                return next((found[0].code for j in range(at, at - _COMPANY, -1) if (found := self._country(j))), None)
        return None

    def _listed(self, title: Title) -> CountryCode | None:
        """Return whose official is listed just before: "Gondorian Captain Faramir and Treasurer Húrin".

        Two leaders side by side are as likely of two countries.
        """
        for other in self._by_sentence[self._reading.words[title.head].sentence][:_AROUND]:
            leaders = other.title.group == title.group == "leader"
            if other.holder is None or other.title.organization is not None or leaders:
                continue
            between = range(max(other.holder.last, other.title.last), title.first)
            if between and all(self._reading.words[i].lower in _LISTING for i in between):
                return other.title.country or self.of_person.get(self._key_of(other.holder) or ActorKey(""))
        return None

    def _travelled(self, title: Title) -> CountryCode | None:
        """Return whose official came with the title: "Faramir, who arrived on Monday with Treasurer Húrin"."""
        words = self._reading.words
        first = self._sentence(title).start
        at = next(
            (i for i in range(title.first - 1, first, -1) if words[i].lower in _WITH or self._reading.tag(i) == "VERB"),
            first,
        )
        came = range(max(first, at - _COMPANIONS), at)
        travels = words[at].lower == "with" and any(words[i].lower in _TRAVELS for i in came)
        if not travels and not (words[at].lower == "by" and words[at - 1].lower in _JOINED):
            return None
        others = (self._key_of(name) for i in reversed(came) if (name := self._reading.person_at(i)) is not None)
        return next((self.of_person.get(other) for other in others if other is not None), None)

    def _country(self, word: int) -> tuple[CountryMention, int] | None:
        return self._reading.country_at.ending(word)

    def _named_before(self, title: Title) -> CountryCode | None:
        """Return the last country that is named before the title, no further than a sentence away."""
        sentence, countries = self._reading.words[title.head].sentence, self._reading.country_at
        for i in range(title.first - 1, max(title.first - _AROUND, 0), -1):
            mention = countries.covering(i)
            if mention is not None and mention.code and sentence - self._reading.words[i].sentence <= 1:
                return mention.code
        return None

    def last_before(self, title: Title) -> CountryCode | None:
        """Return the last country that the sentence names before the title, other titles' countries aside."""
        for i in reversed(self._sentence(title)):
            if i < title.first and self._in_titles.get(i, title.head) == title.head:
                mention = self._reading.country_at.covering(i)
                if mention is not None and mention.code:
                    return mention.code
        return None

    def _sentence(self, title: Title) -> range:
        words = self._reading.words
        first = last = title.head
        while title.head - first < _AROUND and words[first - 1].sentence == words[title.head].sentence:
            first -= 1
        while last - title.head < _AROUND and words[last + 1].sentence == words[title.head].sentence:
            last += 1
        return range(first, last + 1)

    def _person_before(self, title: Title) -> ActorKey | None:
        """Return whose counterpart it is: the owner, else the last person before in the sentence."""
        at = title.owner if title.owner is not None else title.first - 1
        for i in range(at, self._sentence(title).start - 1, -1):
            name = self._reading.person_at(i)
            if name is not None:
                return self._key_of(name)
        return None


def shortens(short: str, kind: str) -> bool:
    """Tell whether a kind of office is the other, or that cut short: "trade minister", "trade and mints minister"."""
    own, other = _WORDS.findall(short), _WORDS.findall(kind)
    return set(own) <= set(other) and own[-1:] == other[-1:] and (own == other or len(own) > 1)


def _beside(reading: Reading, key_of: KeyOf) -> dict[ActorKey, Counter[CountryCode]]:
    """Count the countries that are named in the sentences of each person."""
    named: dict[int, list[CountryCode]] = {}
    last = None
    for i, word in enumerate(reading.words):
        mention = reading.country_at.covering(i)
        if mention is not None and mention is not last and mention.code:
            named.setdefault(word.sentence, []).append(mention.code)
        last = mention
    found: dict[ActorKey, Counter[CountryCode]] = {}
    for name in reading.names(NameKind.PERSON):
        person = key_of(name)
        if person is not None:
            found.setdefault(person, Counter()).update(named.get(reading.words[name.first].sentence, ()))
    return found


def _dateline(reading: Reading) -> CountryCode | None:
    """Return the country of the capital in the document's dateline."""
    for match in _DATELINE.finditer(reading.annotation.text):
        city = match.group(1).strip().title()
        for wording in country_words().get(city.split()[0].lower(), ()):
            if wording.text == city and wording.wording is Wording.SEAT:
                return CountryCode(wording.code) if wording.code else None
    return None


def _stood_for(reading: Reading) -> Iterator[CountryCode]:
    """Yield the countries of states' bodies, parties and towns whose names do not say them: "Kremlin", "Lagos"."""
    for name in reading.names(NameKind.ORGANIZATION):
        domestic = name.known is not None and name.known.kind in _DOMESTIC
        if domestic and name.country is not None and reading.country_at.covering(name.first) is None:
            yield name.country
    yield from _of_towns(reading)


def _of_towns(reading: Reading) -> Iterator[CountryCode]:
    """Yield the country of every town, province and region that the text names."""
    for town in find_towns(reading.words):
        if reading.person_at(town.first) is None and reading.country_at.covering(town.first) is None:
            yield town.country
