"""Which names of a document are one organisation's."""

from collections.abc import Sequence

from kg.extract.actors.identities import Identity, lower_words
from kg.extract.actors.organizations import SUFFIXES
from kg.extract.actors.organizations.initials import spelled_out
from kg.extract.actors.organizations.known import parent_of
from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles import body_nouns
from kg.extract.actors.words import QUOTES
from kg.lexicon import words as word_list
from kg.lexicon.offices import kind_of

Essence = tuple[str, ...]
"""What tells organisations apart; its last part is the country, or empty."""

_SMALL = frozenset({"the", "of", "for", "and", "s"})
_MINISTRY = "ministry"
_LINKS = frozenset({"of", "for", "on"})
_FORMS = frozenset(suffix.lower() for suffix in SUFFIXES)  # of firms: "Ent Co" is "Ent"
_CALLED = frozenset({"known", "called", "named", "dubbed", "aka", "formerly", "now", "previously"})
_LEAST_WORDS = 2  # of a name that may be another's cut short
_TELLING = frozenset(
    (
        "Airlines Airways Bank Company Corporation Front Group Holdings Industries Limited Ltd Motors "
        "Movement News Party TV Technologies University"
    ).split()
)  # last words of a name that is used without them, too; a board or council is a part of a body
_MOST = 200  # bodies that a name is compared with


def identify_organizations(reading: Reading, names: Sequence[Name]) -> list[Identity]:
    """Group names of organisations: one entry of the list, one ministry, an acronym and what it stands for."""
    groups: dict[Essence, Identity] = {}
    alike: dict[Essence, list[Essence]] = {}
    same: dict[Essence, Essence] = {}
    acronyms, home, short = _acronyms(reading, names), reading.home or "", _without_heads(reading, names)
    ordered = sorted(names, key=reading.span)
    for name in ordered:
        owner = _bracketed(reading, name) or _renamed(reading, name)
        if owner is not None:  # "Minas Tirith Council (MTC)", or the other way round
            same[_essence(reading, name)] = _essence(reading, owner)
    for name in ordered:
        phrase = reading.phrase(name)
        full = name if name.known is not None else short.get(phrase, name)
        key = _essence(reading, acronyms.get(phrase, full))
        plain = reading.words[name.first - 1].lower == "the"
        key = _known_key(same.get(key, key), alike, home, plain=plain)
        if key not in groups:
            groups[key] = Identity(key)
            alike.setdefault(key[:-1], []).append(key)
        groups[key].names.append(name)
    return _with_short_names(reading, list(groups.values()))


def _with_short_names(reading: Reading, bodies: Sequence[Identity]) -> list[Identity]:
    """Return the bodies, each with what its name is cut to: "Bilbo Baggins Center for Lore", "the Baggins Center"."""
    found = list(bodies)
    for short in bodies[:_MOST]:
        own = lower_words(reading, short.fullest)
        if short.fullest.known is not None or len(own) < _LEAST_WORDS:
            continue
        longer = [body for body in found[:_MOST] if _shortens(reading, short, body)]
        if len(longer) == 1:
            longer[0].names.extend(short.names)
            longer[0].names.sort(key=reading.span)
            found.remove(short)
    return sorted(found, key=lambda body: reading.span(body.names[0]))


def _shortens(reading: Reading, short: Identity, full: Identity) -> bool:
    """Tell whether the first body's name may be the other's cut short, and no country keeps them apart."""
    of_many = full.fullest.known is not None and not full.words[-1]
    apart = short.words[-1] != full.words[-1] and short.words[-1] and (full.words[-1] or of_many)
    if _MINISTRY in {short.words[0], full.words[0]}:
        both = short.words[0] == full.words[0]
        return both and not apart and _portfolio(reading, short.fullest) < _portfolio(reading, full.fullest)
    own, other = lower_words(reading, short.fullest), lower_words(reading, full.fullest)
    return not apart and len(own) < len(other) and _cut(own, other)


def _portfolio(reading: Reading, name: Name) -> set[str]:
    own = (reading.words[i].lower for i in range(name.first, name.last) if reading.country_at.covering(i) is None)
    return {word for word in own if word.isalpha()} - _SMALL - {_MINISTRY}


def _cut(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the shorter name has the head of the fuller one, and nothing that is not in that."""
    end = next((i for i, word in enumerate(full) if word in _LINKS), len(full))
    rest = iter(full[:end])
    skips = len(short) > _LEAST_WORDS and short[0] == full[0] and all(word in rest for word in short)
    return full[:end][-len(short) :] == short or (skips and short[-1] == full[end - 1])


def _without_heads(reading: Reading, names: Sequence[Name]) -> dict[str, Name]:
    """Return, for each short name, the one that alone says besides what the body is: "Ent", "Ent Party"."""
    found: dict[str, dict[str, Name]] = {}
    for name in names:
        own = lower_words(reading, name)
        generic = word_list("organizations/generic.txt").issuperset(own[:-1])
        if reading.words[name.last - 1].text in _TELLING and not generic:
            short = reading.words.phrase(name.first, name.last - 1)
            found.setdefault(short, {})[reading.phrase(name)] = name
        if own[-1].rstrip(".") in _FORMS and len(own) > _LEAST_WORDS:  # "Mithril" of "Mithril Mining Ltd"
            found.setdefault(reading.words[name.first].text, {})[reading.phrase(name)] = name
    return {short: next(iter(full.values())) for short, full in found.items() if len(full) == 1}


def _bracketed(reading: Reading, name: Name) -> Name | None:
    """Return the organisation before the brackets in which the name stands alone."""
    words = reading.words
    if words[name.first - 1].text != "(" or words[name.last].text != ")":
        return None
    return reading.body_at(name.first - (3 if words[name.first - 2].text == "'s" else 2))


def _renamed(reading: Reading, name: Name) -> Name | None:
    """Return the organisation of which this is another name: "the Mint Guild, widely known as the Ent Party"."""
    words, at = reading.words, name.first - 1
    linked = set[str]()
    while words[at].lower in word_list("organizations/aliases.txt") or words[at].text in QUOTES:
        linked.add(words[at].lower)
        at -= 1
    told = linked & _CALLED or ("or" in linked and words[name.first].text.isupper())
    if words[at].text not in {",", "("} or not told:
        return None
    at -= 1
    noun = words[at].lower in body_nouns() and reading.name_at(at) is None  # "the Ent Front party, or EF"
    return reading.body_at(at - noun)


def _acronyms(reading: Reading, names: Sequence[Name]) -> dict[str, Name]:
    """Return, for each acronym, the name before its brackets, else the one whose initials it is."""
    found = spelled_out(reading, names)
    for name in names:
        owner = _bracketed(reading, name) if name.rule == "acronym" else None
        if owner is not None:
            found[reading.phrase(name)] = owner
    return found


def _essence(reading: Reading, name: Name) -> Essence:
    """Return what tells the organisation apart: the list's entry, a ministry's portfolio, or its own words."""
    country = name.country or ""
    if name.known is not None:
        return (name.known.name, country if name.known.kind == "state" else "")
    known = parent_of(reading, name)
    parent, rest = (known[0].name.lower().split(), known[1]) if known else ([], name.first)
    own = [i for i in range(rest, name.last) if reading.country_at.covering(i) is None]
    words = parent + [w for w in (reading.words[i].lower for i in own if reading.words[i].is_word) if w not in _SMALL]
    while len(words) > 1 and words[-1].rstrip(".") in _FORMS:
        words.pop()
    if _MINISTRY in words:
        portfolio = " ".join(word for word in words if word != _MINISTRY)
        return (_MINISTRY, kind_of(f"{portfolio} minister") or portfolio, country)
    return (*sorted(words or lower_words(reading, name)), country)  # "Joint Council of Ents" is the "Ent Joint Council"


def _known_key(key: Essence, alike: dict[Essence, list[Essence]], home: str, *, plain: bool = True) -> Essence:
    """Return the key of the one body of this name that is known already, where one of the two names no country.

    What an outlet first names without a country is its own country's, and no other's that is named after it. So is a
    ministry that is not `plain`, "the Foreign Ministry": "Foreign Ministry spokesman Denethor".
    """
    if home and not plain and key[0] == _MINISTRY and not key[-1]:
        key = (*key[:-1], home)
    same = [known for known in alike.get(key[:-1], ()) if known[-1] == key[-1] or not (known[-1] and key[-1])]
    if not key[-1] and len(same) > 1:  # "the Foreign Ministry", of two that are told: the outlet's country's
        same = [known for known in same if known[-1] in {"", home}][:1]
    abroad = bool(home and key[-1]) and key[-1] != home
    return same[0] if len(same) == 1 and (same[0][-1] or not abroad) else key
