"""What a document tells about each person by titles: offices, rank, gender."""

import re
from dataclasses import dataclass, field

from kg.extract.actors.cast import Cast
from kg.extract.actors.persons import STYLED
from kg.extract.actors.reading import Name, NameKind
from kg.extract.actors.titles import Title, honorifics
from kg.extract.actors.titles.styles import is_style
from kg.lexicon import table
from kg.lexicon import words as word_list
from kg.lexicon.given_names import gender_of
from kg.lexicon.offices import british, kind_of
from kg.model import ActorKey, CountryCode, RoleStatus

_GENDERS = {"king": "m", "prince": "m", "queen": "f", "princess": "f", "spokesman": "m", "spokeswoman": "f",
            "chairman": "m", "chairwoman": "f", "congressman": "m", "congresswoman": "f"}  # fmt: skip
_SMALL = frozenset({"of", "the", "for", "and", "affairs", "to", "in"})
_HEADS = frozenset({"chief", "head", "boss", "leader"})
_HEADS_OF_STATE = frozenset({"head of state", "head of government"})
_MINISTRY = re.compile(r"\b(?P<before>[\w-]+ )?ministry(?P<behind> (?:of|for) .+)?\Z")
_ENVOYS = re.compile(r"(?:top|chief) diplomat|foreign (?:policy|affairs) chief|high representative\b")


@dataclass(frozen=True, slots=True)
class Post:
    """An office as descriptions may call it, `within` a body of a name with these words."""

    kind: str
    words: frozenset[str]
    group: str
    country: CountryCode | None
    organization: ActorKey | None
    key: ActorKey | None
    former: bool = False
    within: frozenset[str] = frozenset()


@dataclass(slots=True)
class Profile:
    """`gender` is m, f or empty; `styles` has "rank" where a military rank stands before the name, and royal styles."""

    posts: list[Post] = field(default_factory=list)
    gender: str = ""
    styles: set[str] = field(default_factory=set)


def office_group(kind: str, group: str) -> str:
    """Return the class of an office's holder, which for a prime minister is not that of the word "minister"."""
    return "leader" if kind in {"president", "prime-minister"} else group


def post_of(cast: Cast, title: Title) -> Post:
    words = frozenset(british(title.title.replace("-", " ")).split()) - _SMALL
    kind = kind_of(title.title) or title.title
    group = office_group(kind, title.group)
    key, former = cast.office_of(title), title.status is RoleStatus.FORMER
    body = title.organization
    if title.title in _HEADS_OF_STATE:
        return Post(kind, frozenset({"leader"}), "leader", title.country, cast.key_of(body), key, former)
    if body is not None and _ENVOYS.match(title.title):
        kind = "high representative"  # a body's chief diplomat has many titles
    led = _led(cast.reading.words.phrase(body.first, body.last)) if body and title.title in _HEADS else None
    if body is not None and led is not None:
        return Post(led, frozenset(), office_group(led, "minister"), body.country, None, key, former)
    phrase = cast.reading.words.phrase(body.first, body.last).lower() if body is not None else ""
    return Post(kind, words, group, title.country, cast.key_of(body), key, former, frozenset(phrase.split()) - _SMALL)


def _led(body: str) -> str | None:
    """Return the kind of office whose holder leads a state's body: of the "Pentagon chief", or a ministry's head."""
    listed = next((office for name, office in table("offices/led_bodies.tsv") if name == body), None)
    ministry = _MINISTRY.search(body.lower())
    if listed is None and ministry is not None:
        behind = ministry["behind"]
        listed = f"minister{behind}" if behind else f"{ministry['before'] or ''}minister"
    return kind_of(listed) if listed is not None else None


def profiles(cast: Cast) -> dict[ActorKey, Profile]:
    """Return the profile of every person."""
    found = {person.key: Profile() for person in cast.persons}
    for held in cast.held:
        person = cast.key_of(held.holder)
        if person in found:
            found[person].posts.append(post_of(cast, held.title))
            head = cast.reading.words[held.title.head].lower
            found[person].gender = found[person].gender or _GENDERS.get(head, "")
            found[person].styles |= STYLED & {head}
    for name in cast.reading.names(NameKind.PERSON):
        person = cast.key_of(name)
        if person in found:
            _read_styles(cast, name, found[person])
    for each in cast.persons:
        found[each.key].gender = found[each.key].gender or gender_of(each.name)
    return found


def _read_styles(cast: Cast, name: Name, profile: Profile) -> None:
    """Take rank, royal style and gender from the words just before the name."""
    words, at = cast.reading.words, name.first - 1
    while is_style(cast.reading, at):
        profile.styles |= {"rank"} if words[at].lower in word_list("persons/ranks.txt") else STYLED & {words[at].lower}
        gender = honorifics().get(words[at].lower, "-")
        profile.gender = profile.gender or gender.strip("-")
        at -= 1
