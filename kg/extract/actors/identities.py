"""Which names of a document are one person or one organisation."""

from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from kg.extract.actors.reading import Name, NameKind, Reading
from kg.lexicon import words as word_list
from kg.lexicon.offices import kind_of

_SAME_SPELLING = 85  # of 100: "Jeyhoun", "Jeyhun"
_STYLED = frozenset({"king", "queen", "prince", "princess", "emir", "sultan", "pope", "sheikh", "sheikha", "imam"})


@dataclass(slots=True)
class Identity:
    """The names of one actor, in text order; `words` are those of the fullest, in lower case."""

    words: tuple[str, ...]
    style: str = ""
    names: list[Name] = field(default_factory=list)

    @property
    def fullest(self) -> Name:
        return max(self.names, key=lambda name: name.last - name.first)


def identify_persons(reading: Reading, names: list[Name]) -> list[Identity]:
    """Group names of persons: the fullest first, then shorter forms, then single names by the nearest before them.

    "King Faramir" is nobody who is not called king elsewhere; a single name that fits two people goes to the one named
    last before it.
    """
    people: list[Identity] = []
    full = [name for name in names if len(_words(reading, name)) > 1]
    for name in sorted(full, key=lambda name: (name.first - name.last, name.first)):
        words = _words(reading, name)
        person = next((p for p in people if _part_of(words, p.words) or _respelled(words, p.words)), None)
        if person is None:
            person = Identity(words, _style(reading, name))
            people.append(person)
        person.names.append(name)
        person.style = person.style or _style(reading, name)
    for name in sorted(
        (name for name in names if len(_words(reading, name)) == 1), key=lambda name: reading.span(name)
    ):
        _add_single(reading, name, people)
    for person in people:
        person.names.sort(key=reading.span)
    return sorted(people, key=lambda person: reading.span(person.names[0]))


def _words(reading: Reading, name: Name) -> tuple[str, ...]:
    """Return the words of a name in lower case, without the initials' full stops."""
    words = (reading.words[i] for i in range(name.first, name.last))
    return tuple(word.lower.rstrip(".") for word in words if word.is_word)


def _style(reading: Reading, name: Name) -> str:
    before = reading.words[name.first - 1].lower
    return before if before in _STYLED else ""


def _part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the words of the shorter name stand in the fuller one in the same order."""
    rest = iter(full)
    return all(word in rest for word in short)


def _respelled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return (
        len(one) == len(other)
        and (one[-1] == other[-1] or one[0] == other[0])
        and all(a[0] == b[0] and ratio(a, b) >= _SAME_SPELLING for a, b in zip(one, other, strict=True))
    )


def _add_single(reading: Reading, name: Name, people: list[Identity]) -> None:
    word, style = _words(reading, name)[0], _style(reading, name)
    bare = word.removeprefix("al-")
    fitting = [p for p in people if word in p.words or bare in (w.removeprefix("al-") for w in p.words)]
    if style:
        fitting = [p for p in fitting if p.style == style]
    elif len(fitting) > 1:
        fitting = [p for p in fitting if p.words[-1].removeprefix("al-") == bare] or fitting
    if not fitting:
        people.append(Identity((word,), style, [name]))
        return
    at = reading.span(name).start
    nearest = max(
        fitting, key=lambda p: max((reading.span(n).start for n in p.names if reading.span(n).start < at), default=-1)
    )
    nearest.names.append(name)


def identify_organizations(reading: Reading, names: list[Name]) -> list[Identity]:
    """Group names of organisations: one entry of the list, one ministry, an acronym and what it stands for."""
    groups: dict[tuple[str, ...], Identity] = {}
    acronyms = _acronyms(reading, names)
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in sorted(names, key=reading.span):
        key = _essence(reading, acronyms.get(reading.words.phrase(name.first, name.last), name))
        key = same.get(key, _known_key(key, groups))
        owner = _bracketed(reading, name)
        if owner is not None:  # "Minas Tirith Council (MTC)", or the other way round
            same[key] = key = _essence(reading, owner)
        groups.setdefault(key, Identity(key)).names.append(name)
    return list(groups.values())


def _bracketed(reading: Reading, name: Name) -> Name | None:
    """Return the organisation before the brackets in which the name stands alone."""
    words = reading.words
    if words[name.first - 1].text != "(" or words[name.last].text != ")":
        return None
    owner = reading.name_at(name.first - 2)
    return owner if owner is not None and owner.kind is NameKind.ORGANIZATION else None


def _acronyms(reading: Reading, names: list[Name]) -> dict[str, Name]:
    """Return, for each acronym in brackets, the name before it."""
    found: dict[str, Name] = {}
    for name in names:
        if name.rule == "acronym" and reading.words[name.first - 1].text == "(":
            owner = reading.name_at(name.first - 2)
            if owner is not None:
                found[reading.words.phrase(name.first, name.last)] = owner
    return found


def _essence(reading: Reading, name: Name) -> tuple[str, ...]:
    """Return what tells organisations apart: the list's entry, a ministry's portfolio and country, or the words."""
    if name.known is not None and name.known.kind != "state":
        return (name.known.name,)
    words = [w.lower for w in (reading.words[i] for i in range(name.first, name.last)) if w.is_word]
    if "ministry" in words:
        title = " ".join(words[: words.index("ministry")] or words[words.index("ministry") :])
        kind = kind_of(title.replace("ministry", "minister") if "ministry" in title else f"{title} minister")
        return ("ministry", kind or title, name.country or "")
    country = name.country or ""
    if name.known is not None:
        return (name.known.name, country)
    small = word_list("name_particles_inside.txt") | {"the", "of", "for", "and", "'s"}
    kept = [w for i, w in zip(range(name.first, name.last), _all(reading, name), strict=True)
            if reading.country_at.covering(i) is None and w not in small]  # fmt: skip
    return (*(kept or words), country)


def _all(reading: Reading, name: Name) -> list[str]:
    return [reading.words[i].lower for i in range(name.first, name.last)]


def _known_key(key: tuple[str, ...], groups: dict[tuple[str, ...], Identity]) -> tuple[str, ...]:
    """Return the key of the one body of this name that is known already, where one of the two names no country."""
    same = [k for k in groups if k[:-1] == key[:-1] and len(key) > 1 and (not k[-1] or not key[-1])]
    return same[0] if len(same) == 1 else key
