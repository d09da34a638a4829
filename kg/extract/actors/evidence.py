"""What a document tells about whose its officials are, gathered once."""

from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from kg.extract.actors.destinations import destination_of
from kg.extract.actors.holders import Held
from kg.extract.actors.posts import shortens
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.shares import dateline_of, named_beside, stood_for
from kg.extract.actors.titles import COUNTERPART, Title
from kg.extract.actors.titles.model import SIDES
from kg.extract.actors.titles.styles import is_style
from kg.lexicon.countries import Wording
from kg.lexicon.offices import kind_of
from kg.lexicon.publishers import is_official
from kg.model import ActorKey, CountryCode, RoleStatus

KeyOf = Callable[[Name | None], ActorKey | None]

_AROUND = 120  # words on each side of a title that are its sentence
_INCLUDING = frozenset({"including", "included", "namely"})
_LISTING = frozenset({",", "and", "as", "well", "along", "with", "together"})
_LISTED = frozenset({",", "and", "the", "his", "her"})
_HIS = frozenset({"him", "her", "his"})
_COMPANY = 4  # words before "including" that tell whose officials they are
_BRIEFINGS = frozenset({"briefing", "conference"})
_ON = frozenset({"on", "from"})  # before "the Gondorian side"
_WITH = frozenset({"with", "by"})
_TRAVELS = frozenset(
    "arrive arrived arriving arrives came come comes flew landed travelled traveled travelling".split()
)
_JOINED = frozenset({"accompanied", "flanked", "joined"})
_COMPANIONS = 12  # words before "with", among which stand who came and the verb
_FEW = 1  # mentions of no country that every document is taken to have, so that one mention does not decide


class Evidence:
    """Countries of persons, offices without a holder, and what each sentence says.

    `of_person` grows as offices are placed, `led` are the countries of known leaders who are called so without them;
    `shares` are the countries' shares of all mentions, `first` is the country
    named first, `dateline` that of the city in the dateline, `publisher` the one from which the outlet writes, which
    is `official` if it is part of a state.
    """

    def __init__(self, reading: Reading, held: Sequence[Held], key_of: KeyOf) -> None:
        self._reading = reading
        self._key_of = key_of
        self.of_person: dict[ActorKey | None, CountryCode] = {}
        self.led: set[CountryCode] = set()
        self._officials: set[ActorKey] = set()
        self._offices: set[tuple[str, CountryCode]] = set()
        self._taken: dict[tuple[str, CountryCode], set[int]] = {}
        self._by_sentence: dict[int, list[Held]] = {}
        self._counterparts: dict[ActorKey | None, set[CountryCode]] = {}
        self._in_titles: dict[int, int] = {}
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
        self._by_sentence.setdefault(self._reading.words[title.head].sentence, []).append(held)
        self.titles_of.setdefault(person, []).append(title)
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
        counts = self._beside.get(person, Counter())
        return {code: count / (counts.total() + _FEW) for code, count in counts.items()}

    def named_in(self, title: Title) -> set[CountryCode | None]:
        """Return the countries that the title itself names: that to which an envoy is sent."""
        mentions = (self._reading.country_at.covering(i) for i in range(title.first, title.last))
        return {mention.code for mention in mentions if mention is not None}

    def named_with(self, title: Title, served: CountryCode | None) -> CountryCode | None:
        """Return the only country besides the given one that the sentence of the title names."""
        mentions = map(self._reading.country_at.covering, self._sentence(title))
        codes = {mention.code for mention in mentions if mention is not None and mention.code} - {served}
        return next(iter(codes)) if served and len(codes) == 1 else None

    def body_of(self, title: Title) -> str:
        """Return the name of the body that the office is in, in lower case, or nothing."""
        return self._reading.phrase(title.organization).lower() if title.organization else ""

    def counterparts(self, person: ActorKey | None) -> set[CountryCode]:
        """Return the countries of those who are called the person's counterparts."""
        return self._counterparts.get(person, set())

    def sides(self, title: Title) -> set[CountryCode | None]:
        """Return the countries of leaders, ministers and envoys in the sentence of a title whose own is not told."""
        sides = self._countries_beside(title, SIDES) | self.envoys(title)
        for i in self._sentence(title):
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
        beside = (other.title for other in self._by_sentence[self._reading.words[title.head].sentence][:_AROUND])
        return {other.country for other in beside if other.group in groups and other.organization is None}

    def hosts_of(self, held: Held) -> set[CountryCode | None]:
        """Return where the holder is a guest: "visiting", where the page was written; the outlet's own come home."""
        words, hosts = self._reading.words, self._destinations.get(self._key_of(held.holder), set()) - {self.publisher}
        visiting = "visiting" in {words[held.title.first - 1].lower, words[held.title.first].lower}
        return hosts | {self.dateline or self.publisher} if visiting else hosts

    def own_side(self, title: Title) -> CountryCode | None:
        """Return the country of who is of one side: "on the Gondorian side", "Gondorian officials, including".

        So of "the country's steward", the last one named.
        """
        if title.owner is not None and self._reading.words[title.owner].lower == "country":
            return self._named_before(title)
        for i in self._sentence(title):
            found = self._reading.country_before(i) if self._reading.words[i].lower == "side" else None
            if found is None:
                continue
            on = found[1] - 1 - (self._reading.words[found[1] - 1].lower == "the")
            if self._reading.words[on].lower in _ON and (i < title.first or not self._opens_list(on, i + 1)):
                return found[0].code
        return self._of_company(title) or self._listed(title) or self._travelled(title) or self._of_setting(title)

    def _opens_list(self, first: int, end: int) -> bool:
        """Tell whether those of a side follow: "On the Gondorian side, it was", "and on the Gondorian side Steward"."""
        words = self._reading.words
        return words[first].capital or (words[first - 1].lower in {"and", "while", ";"} and words[end].lower != "and")

    def _of_setting(self, title: Title) -> CountryCode | None:
        """Return the country in whose capital the sentence is set, if the title is no guest's: "In Osgiliath, ...".

        A spokesman speaks at home: "told a briefing in Osgiliath".
        """
        sentence, words = self._sentence(title), self._reading.words
        if title.group in SIDES | {"diplomat"}:
            return None
        briefed = (i + 1 for i in sentence if words[i].lower in _BRIEFINGS and title.group == "spokesperson")
        for at in (sentence.start, *briefed):
            found = self._reading.country_at.starting(at + 1) if words[at].lower == "in" else None
            if found is not None and found[0].wording is Wording.SEAT:
                return found[0].code
        return None

    def _of_company(self, title: Title) -> CountryCode | None:
        """Return whose officials the title stands among: "Gondorian officials, including Steward Denethor".

        So of "Denethor and the delegation accompanying him, which included Captain Faramir".
        """
        words = self._reading.words
        for i in reversed(self._sentence(title)):
            if i < title.first and words[i].lower in _INCLUDING:
                at = i - 1 - (words[i - 1].text == ",")
                ending = map(self._reading.country_at.ending, range(at, at - _COMPANY, -1))
                found = next((found[0].code for found in ending if found), None)
                his = any(words[j].lower in _HIS for j in range(at - _COMPANY, at + 1))
                return found or (self._of_nearest(range(title.first - _COMPANIONS, at)) if his else None)
        return None

    def _of_nearest(self, before: range) -> CountryCode | None:
        """Return the country of the last person named among the words."""
        nearest = next(filter(None, map(self._reading.person_at, reversed(before))), None)
        return self.of_person.get(self._key_of(nearest))

    def _listed(self, title: Title) -> CountryCode | None:
        """Return whose official is listed just before: "Gondorian Captain Faramir and Treasurer Húrin".

        Two leaders side by side are as likely of two countries. An envoy may be listed just behind.
        """
        for other in self._by_sentence[self._reading.words[title.head].sentence][:_AROUND]:
            leaders = other.title.group == title.group == "leader"
            if other.holder is None or other.title.organization is not None or leaders:
                continue
            between = range(max(other.holder.last, other.title.last), title.first)
            if between and all(self._reading.words[i].lower in _LISTING for i in between):
                return self.of_person.get(self._key_of(other.holder))
        return self._listed_before(title)

    def _listed_before(self, title: Title) -> CountryCode | None:
        """Return whose envoy or minister ends the list that the title opens: "Captain X and Gondor's envoy Húrin"."""
        if title.noun.word == "minister" or title.group in {"leader", "diplomat"}:
            return None
        read, others = self._reading, self._by_sentence[self._reading.words[title.head].sentence][:_AROUND]
        ending = {"diplomat", "minister"}
        envoys = (other.title for other in others if other.title.first > title.last and other.title.group in ending)
        envoy = next(envoys, None)
        between = range(title.last, envoy.first) if envoy is not None else range(0)
        listed = all(
            read.person_at(i) or i in self._in_titles or is_style(read, i) or read.words[i].lower in _LISTED
            for i in between
        )
        return envoy.country if envoy is not None and listed else None

    def _travelled(self, title: Title) -> CountryCode | None:
        """Return whose official came with the title: "Faramir, who arrived on Monday with Treasurer Húrin"."""
        words = self._reading.words
        first = self._sentence(title).start
        at = next(
            (i for i in range(title.first - 1, first, -1) if words[i].lower in _WITH or self._reading.tag(i) == "VERB"),
            first,
        )
        came = range(max(first, at - _COMPANIONS), at)
        if words[at].lower == "by" and words[at - 1].lower in _JOINED:
            return self.of_person.get(self._accompanied(at - 1))
        if words[at].lower != "with" or not any(words[i].lower in _TRAVELS for i in came):
            return None
        return self._of_nearest(came)

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

    def _accompanied(self, word: int) -> ActorKey | None:
        """Return who is "accompanied": the subject of the word, or whom it describes, or the subject of its clause."""
        tree, token = self._reading.tree(word), self._reading.token(word)
        if token is None:
            return None
        above = tree.head(token.index)
        outer = [] if above is None else [above, *tree.children(above, "nsubj", "nsubj:pass")]
        places = (*tree.children(token.index, "nsubj", "nsubj:pass"), *outer)
        names = (self._reading.person_at(self._reading.words.at(tree[place].start)) for place in places)
        return next((self._key_of(name) for name in names if name is not None), None)

    def _person_before(self, title: Title) -> ActorKey | None:
        """Return whose counterpart it is: the owner, else the last person before in a sentence that no "he" opens."""
        first = self._sentence(title).start
        at = title.owner if title.owner is not None else title.first - 1
        his = title.owner is None and self._reading.words[first].lower in {"he", "she"}
        names = (self._reading.person_at(i) for i in range(at, first - 1, -1))
        return None if his else self._key_of(next(filter(None, names), None))
