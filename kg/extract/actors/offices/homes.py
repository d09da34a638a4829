"""Which country an office belongs to where its title does not say: "Foreign Minister Faramir"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extract.actors.countries import find_towns
from kg.extract.actors.holders import Held
from kg.extract.actors.holders.counterparts import listed_before
from kg.extract.actors.offices.employers import in_unnamed_body
from kg.extract.actors.offices.evidence import Evidence
from kg.extract.actors.offices.weighing import kind_told, other_than, weigh
from kg.extract.actors.organizations.initials import spelled_out
from kg.extract.actors.organizations.known import parent_of
from kg.extract.actors.reading import KeyOf, Name, NameKind, Reading
from kg.extract.actors.titles import COUNTERPART, OWNERS, Title, heads
from kg.extract.actors.titles.model import ELECTED, SIDES
from kg.extract.actors.words import QUOTES
from kg.lexicon import words as word_list
from kg.lexicon.leaders import countries_led, countries_led_once, country_led
from kg.lexicon.offices import office_limits
from kg.model import WEIGHED, ActorKey, CountryCode

_UNREAD = frozenset({"of", "at", "for", "with"})
_BELONGING = frozenset({"of", "at", "from", "with"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
_STATELY = SIDES | {"diplomat", "general"}  # groups of the titles that are a state's where "its" stands before them
_RANKING = frozenset(
    (
        "assistant associate chief deputy executive first founding general lead managing principal second "
        "senior top vice"
    ).split()
)  # modifiers that tell a rank within a body
_SERVING = re.compile(r"^.* to (?:the )?")
_US_PARTY = re.compile(r"[DR]-[A-Z]")  # "Senator Denethor (R-Maine)", "Senator Denethor, R-Maine"
_PARTS = frozenset({"Bureau", "Department", "Directorate", "Division", "Office"})  # of a ministry
_AROUND = 60  # words before "his", among which somebody is named


def place_offices(reading: Reading, held: Sequence[Held], key_of: KeyOf) -> list[Held]:
    """Return the titles with the country of each office, as said beside it, for its holder elsewhere, or by context."""
    found = [_of_town(reading, _said_after_name(reading, each)) for each in held]
    evidence = Evidence(reading, found, key_of)
    titles = {key_of(each.holder): each.title for each in reversed(found)}
    owned = [_of_owner(reading, each, evidence, titles, key_of) for each in found]
    evidence = Evidence(reading, owned, key_of)
    full = _fullest(reading, key_of)
    once = (countries_led_once(_words_of(reading, name)) for name in reading.names(NameKind.PERSON))
    evidence.led.update(CountryCode(*led) for led in once if len(led) == 1)
    for each in owned:
        led = frozenset() if each.title.country else _led(reading, each, full, key_of)
        if len(led) == 1:
            evidence.of_person.setdefault(key_of(each.holder), CountryCode(*led))
            evidence.led.update(map(CountryCode, led))
    return list(_placed(reading, owned, evidence, full, key_of))


def _fullest(reading: Reading, key_of: KeyOf) -> dict[ActorKey | None, Name]:
    """Return the longest name of each person."""
    names = reading.names(NameKind.PERSON)
    return {key_of(name): name for name in sorted(names, key=lambda name: name.last - name.first)}


def _placed(
    reading: Reading,
    held: Sequence[Held],
    evidence: Evidence,
    full: Mapping[ActorKey | None, Name],
    key_of: KeyOf,
) -> Iterator[Held]:
    """Yield the titles, each with its country; what is found for one goes for all of its holder."""
    weighed = set[ActorKey | None]()
    homes = {key_of(name): name.country for name in reading.names(NameKind.ORGANIZATION) if name.country}
    placed = {key_of(each.holder) for each in held if each.title.placed}
    for each in held:
        title, person = each.title, key_of(each.holder)
        name = None if person is None else full[person]
        served = evidence.country_of(_owner(reading, each)) or _of_leader(reading, title)
        scholar = title.group == "expert" and len(evidence.shares) > 1  # of whatever university
        if title.country is not None:
            yield each
        elif title.group == COUNTERPART:
            yield replace(each, title=replace(title, country=_opposite(reading, title, evidence, served, name)))
        elif name is None or scholar or not (served or _may_be_a_states(reading, title, lone=person not in placed)):
            yield each
        else:
            country = evidence.of_person.get(person) or served
            if country is None:
                country = _in_name(reading, title.organization) or homes.get(key_of(title.organization))
                country = country or weigh(each, evidence, key_of, _led_otherwise(reading, each, evidence, name))
                if country is not None:
                    weighed.add(person)
            if country is not None:
                evidence.of_person.setdefault(person, country)
            yield replace(each, title=replace(title, country=country), rule=WEIGHED if person in weighed else each.rule)


def _opposite(
    reading: Reading, title: Title, evidence: Evidence, served: CountryCode | None, name: Name | None
) -> CountryCode | None:
    """Return the country of the counterpart of an official of the country `served`; `name` is the counterpart's."""
    if listed_before(reading, title):
        return served
    led = countries_led_once(_words_of(reading, name)) & reading.codes - {served} if name else frozenset()
    told = CountryCode(*led) if len(led) == 1 else evidence.sentences.named_with(title, served)
    return told or other_than(served, evidence)


def _may_be_a_states(reading: Reading, title: Title, *, lone: bool) -> bool:
    """Tell whether the office can be a country's: nobody's aide, not of something that could not be read.

    A `lone` title, the only one of whoever holds it, is of some body or place in the country that is not named.
    """
    of_a_state = title.group in (_STATELY if title.article == "its" else SIDES)
    scare = reading.words[title.first - 1].text in QUOTES and reading.words[title.last].text in QUOTES
    if scare or (title.article in OWNERS and not of_a_state):
        return False
    if reading.words[title.last].lower in _UNREAD and reading.tag(title.last + 1) in _NOMINAL:
        return False
    if title.organization is None:
        elsewhere = _in_some_body(title) or in_unnamed_body(reading, title)
        return title.group != "expert" and (lone or not elsewhere)
    return _may_be_national(reading, title.organization)


def _in_some_body(title: Title) -> bool:
    """Tell whether the title is only that of an office in a body that is not named: "the managing director"."""
    *before, head = title.title.split() or [""]
    local = title.group == "lawmaker" or (title.title == "chief" and title.capital)  # of a tribe, a village, the police
    limited = bool(office_limits(title.title)[0])  # the chief executive of Hong Kong
    return not (local or limited) and head in heads() and heads()[head].body and _RANKING.issuperset(before)


def _may_be_national(reading: Reading, body: Name) -> bool:
    """Tell whether an organisation is one country's that its name does not say: "House of Representatives"."""
    if body.known is not None:
        return body.known.kind == "state"
    if body.rule == "acronym" or body.last - body.first == 1:
        body = _full_names(reading).get(reading.words[body.first].text, body)
    if reading.words[body.first].text in _PARTS:
        return True  # "Department of Far Eastern Affairs"
    parent = parent_of(reading, body)
    if parent is not None and parent[0].kind == "body":
        return False  # "UN Council of Ents"
    if any(reading.words[i].lower in word_list("offices/world_words.txt") for i in range(body.first, body.last)):
        return False
    named = (reading.country_at.covering(i) for i in range(body.first, body.last))
    return all(mention is None or mention.code is not None for mention in named)


def _in_name(reading: Reading, body: Name | None) -> CountryCode | None:
    """Return the only country that the name of a body names or has a town of: "Federation of Gondorian Mints"."""
    if body is None:
        return None
    full = _full_names(reading).get(reading.words[body.first].text, body)
    named = (reading.country_at.covering(i) for i in range(full.first, full.last))
    codes = {mention.code for mention in named if mention is not None}
    above = reading.name_at(body.first - 1)  # "the White Tower Council of Mints" is the White Tower's
    codes = codes or ({above.country} if above is not None and above.country is not None else set())
    codes = codes or {town.country for town in find_towns(reading.words, full.first, full.last)}
    return next(iter(codes)) if len(codes) == 1 else None


@lru_cache(maxsize=1)
def _full_names(reading: Reading) -> dict[str, Name]:
    """Return the organisations that acronyms stand for; those of the last document are kept."""
    return spelled_out(reading, reading.names(NameKind.ORGANIZATION))


def _said_after_name(reading: Reading, held: Held) -> Held:
    """Read the country of "Prime Minister Faramir of Gondor", the body of "Director Faramir of the Mint".

    A party and a state behind the name make it the United States'.
    """
    title, name = held.title, held.holder
    if title.country is None and name is not None and _US_PARTY.match(reading.words[name.last + 1].text):
        return replace(held, title=replace(title, country=CountryCode("US")))
    if title.country is not None or name is None or reading.words[name.last].lower not in _BELONGING:
        return held
    at = name.last + 2 if reading.words[name.last + 1].lower == "the" else name.last + 1
    body = reading.body_at(at)
    if body is not None and title.organization is None and title.noun.body:
        return replace(held, title=replace(title, organization=body, country=body.country))
    if reading.words[name.last].lower != "of":
        return held
    country = reading.country_at.starting(at)
    return replace(held, title=replace(title, country=country[0].code)) if country else held


def _of_town(reading: Reading, held: Held) -> Held:
    """Give an office in a town or province the country where that lies: "Minas Tirith Mayor", "governor of Anórien".

    "The Anórien lawmaker" without a name describes one of many, and is no office by itself.
    """
    title = held.title
    local = title.group == "minister" or title.noun.place
    local = local and (held.holder is not None or title.group != ELECTED)
    town = next(find_towns(reading.words, title.first, title.last), None)
    return (
        held if title.placed or town is None or not local else replace(held, title=replace(title, country=town.country))
    )


def _of_owner(
    reading: Reading, held: Held, evidence: Evidence, titles: Mapping[ActorKey | None, Title], key_of: KeyOf
) -> Held:
    """Give "Denethor's adviser" and, after Denethor, "his adviser" the country of Denethor, or else his body."""
    title = held.title
    if title.country is not None or title.group == COUNTERPART or (title.owner is None and title.article not in OWNERS):
        return held
    owner = key_of(_owner(reading, held))
    own = titles.get(owner)
    sent = title.article == "its" and not title.placed and not _in_some_body(title)
    sender = evidence.sentences.last_before(title) if sent else None
    if sender is not None:  # "Gondor sent its envoy"
        return replace(held, title=replace(title, country=sender))
    if owner is None or own is None:
        return held
    text = re.sub(r"^deputy(?= for |$)", f"deputy {own.title}", title.title)
    country = evidence.of_person.get(owner)
    body = title.organization or (None if country else own.organization)
    country = country or (own.country if body is own.organization else None)
    return replace(held, title=replace(title, title=text, country=country, organization=body))


def _owner(reading: Reading, held: Held) -> Name | None:
    """Return whose officer holds the title: of the name before "'s", for "his" of the person named last."""
    title = held.title
    if title.owner is not None:
        return reading.name_at(title.owner)
    return _last_person(reading, held) if title.article in OWNERS else None


def _of_leader(reading: Reading, title: Title) -> CountryCode | None:
    """Return the country led by whoever's surname stands before "'s" without a title: "Denethor's envoy"."""
    code = country_led(reading.words[title.owner].text) if title.owner is not None else None
    return CountryCode(code) if code in reading.codes else None


def _last_person(reading: Reading, held: Held) -> Name | None:
    """Return the person named last before the title, its holder aside: "appointed Denethor as his envoy"."""
    first = held.title.first
    near = map(reading.person_at, range(first - 1, max(first - _AROUND, -1), -1))
    return next((name for name in near if name not in {None, held.holder}), None)


def _led(reading: Reading, held: Held, full: Mapping[ActorKey | None, Name], key_of: KeyOf) -> frozenset[str]:
    """Return the countries that a head of state or government of the holder's full name has led."""
    kind = kind_told(re.sub(r"-(?:elect|designate)$", "", held.title.title))
    if held.holder is None or held.title.organization is not None:
        return frozenset()
    return countries_led(kind, _words_of(reading, full.get(key_of(held.holder), held.holder)))


def _led_otherwise(reading: Reading, held: Held, evidence: Evidence, name: Name) -> frozenset[str]:
    """Return the countries, of those that the text names, which the holder has led in another office than this one."""
    stately = held.title.group in _STATELY | {ELECTED} and held.title.organization is None
    return countries_led_once(_words_of(reading, name)) & evidence.shares.keys() if stately else frozenset()


def _words_of(reading: Reading, name: Name) -> list[str]:
    words = (reading.words[i] for i in range(name.first, name.last))
    return [word.text for word in words if word.is_word]


def of_only_country(held: Held) -> Held:
    """Give an office the country that alone has one of this very title, where the text does not say whose it is.

    So with that of whoever is served: "adviser to the Leader of the Islamic Revolution".
    """
    only, _ = office_limits(_SERVING.sub("", held.title.title))
    alone = len(only) == 1 and not held.title.placed
    return replace(held, title=replace(held.title, country=CountryCode(*only))) if alone else held
