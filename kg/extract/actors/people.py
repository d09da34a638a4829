"""Which names of a document are one person's."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from kg.extract.actors.identities import Identity, initials, lower_words
from kg.extract.actors.persons import STYLED
from kg.extract.actors.persons.person_words import bare
from kg.extract.actors.reading import Name, Reading
from kg.lexicon.leaders import countries_led
from kg.lexicon.spelling import sound

_SAME_SPELLING = 85  # of 100: "Faramir", "Farramir"
_LONG = 7  # letters of a surname that is known again with a misprint
_TELLING = 5  # letters of a surname that is known again in another spelling
_MOST = 50  # people of one name that are compared
_SON = frozenset({"bin", "ibn", "bint"})
_STYLED = STYLED | {"sheikh", "sheikha", "imam"}


def identify_persons(reading: Reading, names: Sequence[Name], offices: Mapping[int, str]) -> list[Identity]:
    """Group names of persons: the fullest first, then shorter forms, then single names by the nearest before them.

    "King Faramir" is nobody who is not called king elsewhere; a single name that fits two people goes to the one who
    has the office told with it, or else to the one named last before it. `offices` tells them by a name's first word.
    """
    people = _People(reading, offices)
    ordered = sorted(names, key=reading.span)
    for name in sorted(ordered, key=lambda name: name.first - name.last):
        if len(lower_words(reading, name)) > 1:
            people.add_full(name)
    for name in ordered:
        if len(lower_words(reading, name)) == 1:
            people.add_single(name)
    for person in people.all:
        person.names.sort(key=reading.span)
    return sorted(people.all, key=lambda person: reading.span(person.names[0]))


class _People:
    """The people found so far, by the words of their names."""

    def __init__(self, reading: Reading, offices: Mapping[int, str]) -> None:
        self.all: list[Identity] = []
        self._reading = reading
        self._offices = offices
        self._by_word: dict[str, list[Identity]] = {}
        self._by_sound: dict[str, list[Identity]] = {}
        self._by_initials: dict[str, list[Identity]] = {}
        self._last: dict[int, int] = {}  # where each was named last, by identity

    def add_full(self, name: Name) -> None:
        words = lower_words(self._reading, name)
        near = [*self._by_word.get(bare(words[-1]), [])[-_MOST:], *self._by_word.get(bare(words[0]), [])[-_MOST:]]
        near = [p for p in near if not _of_father(words, p.words)]
        person = next((p for p in near if _part_of(words, p.words) or _respelled(words, p.words)), None)
        person = person or next((p for p in near if _part_of(_sounds(words), _sounds(p.words))), None)
        person = person or next((p for p in near if _initialled(words, p.words)), None)
        if person is None:
            person = self._new(words)
        for word in set(map(bare, words)).difference(map(bare, person.words)):
            self._by_word.setdefault(word, []).append(person)  # another spelling
        person.names.append(name)
        person.style = person.style or self._style(name)

    def add_single(self, name: Name) -> None:
        word, style = bare(lower_words(self._reading, name)[0]), self._style(name)
        fitting = self._fitting(name, word)
        if style and not self._reading.words[name.first].text.isupper():
            styled = [person for person in fitting if person.style == style]
            fitting = styled or [person for person in fitting if not person.style and len(person.words) == 1]
        elif fitting:
            fitting = [person for person in fitting if bare(person.words[-1]) == word] or fitting
            office = self._offices.get(name.first)
            leads = office is not None and bool(countries_led(office, (word,)))  # "President Macron" is no first lady
            others = [p for p in fitting if not (leads and any(name.first in self._offices for name in p.names))]
            fitting = self._in_office(fitting, office) or others
        person = self._nearest(fitting, self._reading.span(name).start)
        if person is None:
            person = self._new(lower_words(self._reading, name))
            person.style = style
        person.names.append(name)
        self._last[id(person)] = self._reading.span(name).start

    def _in_office(self, people: Sequence[Identity], office: str | None) -> list[Identity]:
        """Return those of the people who are told to hold the office by their full names, or are known to have."""
        told = [p for p in people if office and any(self._offices.get(name.first) == office for name in p.names)]
        return told or [p for p in people if office and countries_led(office, p.words)]

    def _fitting(self, name: Name, word: str) -> list[Identity]:
        """Return the people who have the word in their names, have it otherwise spelled, or are called by initials."""
        printed = self._reading.words[name.first].text
        found = self._by_word.get(word) or self._by_sound.get(sound(word))
        found = found or (self._by_initials.get(word) if printed.isupper() else self._misprinted(word))
        return (found or [])[-_MOST:]

    def _misprinted(self, word: str) -> list[Identity]:
        """Return the people whose surname is the word but for one letter, or for two letters in the wrong order."""
        surnames = ((person, bare(person.words[-1])) for person in self.all[-_MOST:] if len(person.words) > 1)
        alike = ((person, surname) for person, surname in surnames if surname[:1] == word[:1] and len(word) >= _LONG)
        return [person for person, surname in alike if OSA.distance(word, surname) == 1]

    def _new(self, words: tuple[str, ...]) -> Identity:
        person = Identity(words)
        self.all.append(person)
        for word in dict.fromkeys(map(bare, words)):
            self._by_word.setdefault(word, []).append(person)
        if len(words) > 1 and len(words[-1]) >= _TELLING:
            self._by_sound.setdefault(sound(bare(words[-1])), []).append(person)
        if len(words) > 1:
            self._by_initials.setdefault(initials(words), []).append(person)
        return person

    def _nearest(self, people: Iterable[Identity], at: int) -> Identity | None:
        """Return the one named last before `at`, else the one named first after it."""
        return max(people, key=lambda person: self._named_before(person, at), default=None)

    def _named_before(self, person: Identity, at: int) -> int:
        full = (self._reading.span(name).start for name in person.names[:_MOST])
        return max((start for start in (*full, self._last.get(id(person), -1)) if start < at), default=-1)

    def _style(self, name: Name) -> str:
        before = self._reading.words[name.first - 1].lower
        return before if before in _STYLED else ""


def _part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the words of the shorter name stand in the fuller one in the same order."""
    rest = iter(full)
    return all(word in rest for word in short)


def _of_father(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the words begin with the father in a fuller name: "Ecthelion bin Turgon" of "Denethor bin ..."."""
    return any(before in _SON and name == words[0] for before, name in pairwise(full))


def _initialled(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the words are initials and the surname of a fuller name: "D. Hurin" of "Denethor Hurin"."""
    *given, surname = words
    short = surname == full[-1] and len(given) < len(full) and all(len(word) == 1 for word in given)
    return short and all(word == name[0] for word, name in zip(given, full, strict=False))


def _sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(sound, words))


def _respelled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and all(
        a[0] == b[0] and ratio(a, b) >= _SAME_SPELLING for a, b in zip(one, other, strict=True)
    )
