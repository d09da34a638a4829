"""Whom a description means: "the Gondorian minister", "the top general", "the two leaders"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.actors.cast import Cast
from kg.extract.actors.profiles import Post, Profile, post_of
from kg.extract.actors.titles import Title, heads
from kg.lexicon import table
from kg.model import ActorKey, CountryCode

_PAIRS = frozenset({"two", "both", "pair", "duo"})
_BEFORE_NOUN = frozenset({"top", "senior", "high-ranking", "veteran", "said"})


@dataclass(frozen=True, slots=True)
class Description:
    """The words `[first, last)`; `title` where an office is named, else `groups` that the noun may mean."""

    first: int
    last: int
    title: Title | None = None
    groups: frozenset[str] = frozenset()
    country: CountryCode | None = None
    plural: bool = False


def find_descriptions(cast: Cast) -> list[Description]:
    """Return the descriptions of somebody not named beside them, in the order of the words."""
    titled = [
        Description(held.title.first, held.title.last, held.title, plural=held.title.plural)
        for held in cast.held
        if held.holder is None or held.rule == "role-lead"
    ]
    return sorted([*titled, *_nouns(cast), *_pairs(cast)], key=lambda description: description.first)


def _nouns(cast: Cast) -> Iterator[Description]:
    """Find "the top Gondorian diplomat": an article, at most a country, a noun for somebody."""
    words = cast.reading.words
    for i, word in enumerate(words):
        noun = _actor_nouns().get(word.lower)
        if noun is None or word.capital or cast.reading.name_at(i) or cast.reading.tag(i + 1) in {"NOUN", "PROPN"}:
            continue
        first, country = i, None
        while True:
            found = cast.reading.country_before(first)
            if found:
                first, country = found[1], found[0].code
            elif words[first - 1].lower in _BEFORE_NOUN:
                first -= 1
            else:
                break
        definite = words[first - 1].lower in {"the", "this"}
        if definite and not cast.reading.name_at(i + 1):
            yield Description(first - 1, i + 1, groups=noun, country=country)


@cache
def _actor_nouns() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in table("actor_nouns.tsv")}


def _pairs(cast: Cast) -> Iterator[Description]:
    """Find "the two" and "the pair" where they stand alone and act."""
    words = cast.reading.words
    for i, word in enumerate(words):
        if word.lower in _PAIRS - {"both"} and words[i - 1].lower == "the":
            following = words[i + 1].lower
            token = cast.reading.token(i)
            if following not in heads() and token is not None and token.dep.startswith("nsubj"):
                yield Description(i - 1, i + 1, plural=True)


class Meaning:
    """Finds out whom a description means, from whoever has been named and what offices they hold."""

    def __init__(self, cast: Cast, profiles: dict[ActorKey, Profile]) -> None:
        self._cast = cast
        self._profiles = profiles

    def of(self, description: Description, recent: list[ActorKey]) -> tuple[ActorKey, ...]:
        """Return whom it means; `recent` are the actors mentioned before, the last first. Nobody where it is unclear."""
        if description.plural:
            return self._both(description, recent)
        if description.title is not None:
            return self._titled(description.title, recent)
        fitting = [key for key in recent if self._bears(key, description)]
        return tuple(fitting[:1])

    def _titled(self, title: Title, recent: list[ActorKey]) -> tuple[ActorKey, ...]:
        post = post_of(self._cast, title)
        if title.article in {"a", "an", "another"}:
            return (post.key,) if post.key is not None and post.organization is not None else ()
        holders = [key for key, profile in self._profiles.items() if any(_same(post, other) for other in profile.posts)]
        if holders:
            return (_latest(holders, recent),)
        bare = title.bare or title.group != "minister"
        alike = [key for key in recent if bare and any(_alike(post, other) for other in self._posts(key))]
        if alike and (title.article or title.country):
            return (alike[0],)
        if post.key is not None:
            return (post.key,)
        return self._unheld(post, recent) if title.article == "the" else ()

    def _posts(self, key: ActorKey) -> list[Post]:
        profile = self._profiles.get(key)
        if profile is not None:
            return profile.posts
        office = next((office for office in self._cast.offices if office.key == key), None)
        if office is None:
            return []
        words = frozenset(office.title.split())
        group = next((heads()[word].group for word in reversed(office.title.split()) if word in heads()), "")
        return [Post(office.kind, words, group, office.country, office.organization, key)]

    def _unheld(self, post: Post, recent: list[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the office of this kind spoken of before, whose country the description leaves out."""
        kinds = [key for key in recent if key.startswith("office:") and key.rpartition("/")[2] == post.kind]
        return tuple(kinds[:1])

    def _bears(self, key: ActorKey, description: Description) -> bool:
        profile = self._profiles.get(key)
        ranked = profile is not None and profile.ranked and "rank" in description.groups
        for post in self._posts(key):
            group = "foreign" if post.kind.endswith("foreign-minister") else post.group
            if group in description.groups or ranked or (post.group, "rank") == ("minister", "rank"):
                if description.country in {None, post.country}:
                    return True
        return ranked and description.country is None

    def _both(self, description: Description, recent: list[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the two actors last spoken of whom the description fits; nobody if there are not two."""
        title = description.title
        if title is not None and (title.country or title.article not in {"the", "two", "both"}):
            return ()
        head = title.group if title is not None else ""
        people = [key for key in recent if key.startswith(("person:", "office:"))]
        fitting = [key for key in people if not head or any(post.group == head for post in self._posts(key))]
        return tuple(fitting[:2]) if len(fitting) >= 2 else ()


def _latest(holders: list[ActorKey], recent: list[ActorKey]) -> ActorKey:
    return next((key for key in recent if key in holders), holders[0])


def _same(post: Post, other: Post) -> bool:
    """Tell whether a description names the office, as far as it says."""
    if post.country is not None and other.country is not None and post.country != other.country:
        return False
    if post.organization is not None and post.organization != other.organization:
        return False
    if post.country is not None and other.country is None:
        return False
    return post.kind == other.kind or (post.words == other.words and len(post.words) > 1)


def _alike(post: Post, other: Post) -> bool:
    """Tell whether a shorter or looser wording may mean the office: "minister", "defence chief", "leader"."""
    if post.country is not None and post.country != other.country:
        return False
    if ("deputy" in post.words) > ("deputy" in other.words):
        return False
    words = post.words - {"chief", "head", "top", "senior"}
    if words <= other.words:
        return bool(words) or post.group == other.group
    loose = {"leader", "envoy", "ambassador", "adviser", "aide", "spokesman", "spokesperson", "spokeswoman", "ruler"}
    return words <= loose and post.group == other.group
