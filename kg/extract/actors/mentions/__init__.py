"""Every place that speaks of an actor: names, then what descriptions and pronouns mean, in the order of the text."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.actors.cast import Cast
from kg.extract.actors.mentions.descriptions import Description, find_descriptions
from kg.extract.actors.mentions.groups import Groups, two_countries
from kg.extract.actors.mentions.meanings import Meaning
from kg.extract.actors.mentions.profiles import profiles
from kg.extract.actors.pronouns import PRONOUNS, Focus, head_token, previous
from kg.extract.actors.reading import NameKind
from kg.extract.actors.titles import heads
from kg.lexicon import words as word_list
from kg.lexicon.countries import kingdoms
from kg.lexicon.leaders import country_led
from kg.model import PERSONAL, ActorKey, CountryCode, Mention, MentionForm, Token

_RECENT = 12  # actors that a description may mean
_SURE, _LIKELY = 3, 1  # votes of a pronoun for a gender
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_SUBJECT = frozenset({"nsubj"})
_MAJORITY = 2  # votes by which a gender must lead
_STYLES = frozenset({"Excellency", "Eminence", "Highness", "Holiness", "Majesty", "Royal"})  # behind "His"


@dataclass(frozen=True, slots=True)
class _Place:
    """The words `[first, last)`, where somebody may be spoken of: `actors` if known, else what describes them."""

    first: int
    last: int
    form: MentionForm
    actors: tuple[ActorKey, ...] = ()
    description: Description | None = None


def find_mentions(cast: Cast) -> tuple[Mention, ...]:
    """Return the mentions in text order; the same words may have several, and lie within others."""
    places = sorted(
        [*_names(cast), *_titled(cast), *_governments(cast), *_described(cast), *_pronouns(cast)],
        key=lambda place: (cast.reading.words[place.first].start, place.last),
    )
    found = [*_countries(cast), *_Walk(cast).mentions(places)]
    return tuple(sorted(set(found), key=lambda mention: (mention.span, mention.form, mention.actor)))


class _Walk:
    """Goes through the text and remembers who was spoken of last."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._profiles = profiles(cast)
        self._meaning = Meaning(cast, self._profiles)
        self._focus = Focus(cast.reading.annotation)
        self._groups = Groups(cast.reading, previous(cast.reading.annotation))
        self._votes: Counter[ActorKey] = Counter()  # for m; below zero for f
        self._recent: list[ActorKey] = []
        self._objects: dict[int, frozenset[ActorKey]] = {}
        self._subjects: dict[int, frozenset[ActorKey]] = {}
        self._doubles: dict[int, tuple[ActorKey, ...]] = {}

    def mentions(self, places: list[_Place]) -> Iterator[Mention]:
        self._objects = self._beside_verbs(places, _OBJECTS)
        self._subjects = self._beside_verbs(places, _SUBJECT)
        self._doubles = dict(self._joined_titles(places))
        for place in places:
            head = head_token(self._cast.reading, place.first, place.last)
            actors = place.actors or self._meant(place, head)
            if head is not None and actors:
                self._groups.add(actors, head)
            for actor in actors:
                yield Mention(actor, self._cast.reading.words.span(place.first, place.last), place.form)
                alone = head if len(actors) == 1 else None  # "he" goes back to none of "the two"
                self._remember(actor, alone, self._cast.reading.token(place.last - 1))

    def _joined_titles(self, places: list[_Place]) -> Iterator[tuple[int, tuple[ActorKey, ...]]]:
        """Yield where two titles of one stand, and who he is: "the Deputy Steward and Minister of Trade left"."""
        described = ((place, place.description) for place in places if place.description is not None)
        for (one, first), (other, second) in pairwise(described):
            joined = other.first == one.last + 1 and self._cast.reading.words[one.last].lower == "and"
            if not joined or first.plural or second.plural or first.title is None or second.title is None:
                continue
            if first.title.article and not second.title.article:
                meant = self._meaning.holding([first.title, second.title])
                yield from ((place.first, meant) for place in (one, other) if meant)

    def _beside_verbs(self, places: list[_Place], kinds: AbstractSet[str]) -> dict[int, frozenset[ActorKey]]:
        """Return, for each verb by its token, the named actors that hang on it in one of these ways."""
        found: dict[int, frozenset[ActorKey]] = {}
        for place in places:
            head = head_token(self._cast.reading, place.first, place.last) if place.actors else None
            if head is not None and head.dep.partition(":")[0] in kinds:
                found[head.head] = found.get(head.head, frozenset()).union(place.actors)
        return found

    def _meant(self, place: _Place, head: Token | None) -> tuple[ActorKey, ...]:
        if head is None:
            return ()
        if place.description is not None and place.first in self._doubles:
            return self._doubles[place.first]
        if place.description is not None:
            explained = self._explained(place, place.description)
            if explained is not None:
                return (explained,)
            plural = place.description.plural
            others = self._others(head, alone=not plural) if head.dep.startswith("nsubj") else frozenset()
            recent = self._recent if plural else self._focus.foremost_first(head, self._recent)
            return self._meaning.of(place.description, recent, others, self._groups.pairs)
        gender = PRONOUNS.get(head.text.lower())
        return self._several(head) if gender is None else self._one(head, gender)

    def _others(self, subject: Token, *, alone: bool) -> frozenset[ActorKey]:
        """Return who is not the subject: to whom the verb is done, nor `alone` who tells: "Eomer said *the king*"."""
        verb = self._cast.reading.annotation.tokens[subject.head]
        tells = self._subjects.get(verb.head, frozenset()) if verb.dep == "ccomp" and alone else frozenset()
        return tells | self._objects.get(verb.index, frozenset())

    def _explained(self, place: _Place, description: Description) -> ActorKey | None:
        """Return the person whose name an office without article explains: "Denethor, ex-member of a council, said"."""
        title, words, first = description.title, self._cast.reading.words, place.first
        if words[first - 1].text == "-":  # "ex-member"
            first -= 2
        name = self._cast.reading.person_at(first - 2)
        beside = title is not None and not title.article and words[first - 1].text == ","
        return self._cast.key_of(name) if beside else None

    def _several(self, pronoun: Token) -> tuple[ActorKey, ...]:
        return self._groups.meant(pronoun, self._focus.sentence_of(pronoun))

    def _one(self, pronoun: Token, gender: str) -> tuple[ActorKey, ...]:
        allowed = {key for key in self._recent if self._gender(key) in {"", gender}}
        women = {key for key in allowed if gender == "f" == self._gender(key)}  # rather than who might be one
        actor = (self._focus.meant(pronoun, women) if women else None) or self._focus.meant(pronoun, allowed)
        if actor is None:
            return ()
        sure = len(allowed) == 1 or self._focus.opens_clause(pronoun)
        if sure or self._focus.sentence_of(pronoun).quotation is None:
            self._votes[actor] += (_SURE if sure else _LIKELY) * (1 if gender == "m" else -1)
        return (actor,)

    def _gender(self, key: ActorKey) -> str:
        """Return the gender that a title tells, else the one that the pronouns so far vote for."""
        profile, votes = self._profiles.get(key), self._votes[key]
        if profile is None or profile.gender or abs(votes) < _MAJORITY:
            return profile.gender if profile else ""
        return "m" if votes > 0 else "f"

    def _remember(self, actor: ActorKey, head: Token | None, last: Token | None) -> None:
        if not actor.startswith(PERSONAL):
            return
        if actor in self._recent:
            self._recent.remove(actor)
        self._recent.insert(0, actor)
        if head is not None:
            self._focus.add(actor, head, last)
        del self._recent[_RECENT:]


def _names(cast: Cast) -> Iterator[_Place]:
    for kind in (NameKind.PERSON, NameKind.ORGANIZATION):
        for name in cast.reading.names(kind):
            key = cast.key_of(name)
            if key is not None:
                yield _Place(name.first, name.last, MentionForm.NAME, (key,))


def _countries(cast: Cast) -> Iterator[Mention]:
    for mention in cast.reading.countries:
        if mention.code is not None:
            yield Mention(ActorKey(f"country:{mention.code}"), mention.span, MentionForm.NAME)


def _titled(cast: Cast) -> Iterator[_Place]:
    """Yield titles with the holder's name, where they stand together."""
    words = cast.reading.words
    for held in cast.held:
        title, key = held.title, cast.key_of(held.holder)
        if key is not None and held.holder is not None and held.rule != "role-lead":
            last = max(title.last, held.holder.last) if held.holder.first > title.first else title.last
            if words[title.first].sentence == words[last - 1].sentence:
                yield _Place(title.first, last, MentionForm.DESCRIPTION, (key,))


def _governments(cast: Cast) -> Iterator[_Place]:
    """Yield "the Gondorian government", "the government of Gondor", "the Kingdom": the country acts."""
    reading, words = cast.reading, cast.reading.words
    for i, word in enumerate(words):
        if word.lower in word_list("offices/government_nouns.txt"):
            before = reading.owner_before(i)
            after = reading.country_at.starting(i + 3 if words[i + 2].lower == "the" else i + 2)
            if before and before[0].code:
                first = before[1] - 1 if words[before[1] - 1].lower == "the" else before[1]
                yield _Place(first, i + 1, MentionForm.DESCRIPTION, (ActorKey(f"country:{before[0].code}"),))
            elif words[i + 1].lower == "of" and after and after[0].code and words[after[1]].lower not in heads():
                first = i - 1 if words[i - 1].lower == "the" else i
                yield _Place(first, after[1], MentionForm.DESCRIPTION, (ActorKey(f"country:{after[0].code}"),))
            elif code := _led(cast, i - 1):
                yield _Place(i - 1, i + 1, MentionForm.DESCRIPTION, (ActorKey(f"country:{code}"),))
        elif word.lower == "kingdom" and words[i - 1].lower == "the" and words[i + 1].lower != "of":
            codes = [code for code in cast.countries if code in kingdoms()]
            if len(codes) == 1:
                yield _Place(i - 1, i + 1, MentionForm.DESCRIPTION, (ActorKey(f"country:{codes[0]}"),))


def _led(cast: Cast, last: int) -> CountryCode | None:
    """Return the country led by whoever's name ends with the word: "the Denethor administration"."""
    name = cast.reading.words[last]
    code = country_led(name.text) if name.capital else None
    return CountryCode(code) if code else None


def _described(cast: Cast) -> Iterator[_Place]:
    for first, last, pair in two_countries(cast.reading):
        yield _Place(first, last, MentionForm.DESCRIPTION, pair)
    for description in find_descriptions(cast):
        yield _Place(description.first, description.last, MentionForm.DESCRIPTION, description=description)


def _pronouns(cast: Cast) -> Iterator[_Place]:
    words = cast.reading.words
    for i, word in enumerate(words):
        styles = word.text == "HE" or (word.capital and words[i + 1].text in _STYLES)  # "HE Eomer", "His Majesty"
        token = cast.reading.token(i) if word.lower == "both" else None
        several = word.lower == "they" or (token is not None and token.dep.startswith("nsubj"))
        if (word.lower in PRONOUNS and not styles) or several:
            yield _Place(i, i + 1, MentionForm.PRONOUN)
