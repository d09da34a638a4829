"""Whom a description means: "the Gondorian minister", "the top general", "the two leaders"."""

from collections.abc import Iterable, Sequence
from itertools import islice

from kg.extract.actors.cast import Cast
from kg.extract.actors.mentions.descriptions import Description
from kg.extract.actors.mentions.profiles import Post, Profile, office_group, post_of
from kg.extract.actors.reading import NameKind
from kg.extract.actors.titles import Title, heads
from kg.lexicon.offices import kind_of
from kg.model import PERSONAL, ActorKey, Office

_INDEFINITE = frozenset({"a", "an", "another"})
_DEFINITE = frozenset({"the", "two", "both"})
_VAGUE = frozenset({"chief", "head", "top", "senior"})
_LOOSE = frozenset(
    {"leader", "envoy", "ambassador", "adviser", "aide", "spokesman", "spokesperson", "spokeswoman", "ruler"}
    | {"commander", "general"}
)
_ASSEMBLIES = frozenset({"parliament", "parliamentary", "parliament's", "house", "assembly", "senate"})
_ALSO = {"foreign-minister": ("foreign",), "secretary-of-state": ("foreign",), "defence-minister": ("general",),
         "chief-of-staff": ("general",)}  # fmt: skip
_HEADS_OF_BODIES = frozenset({"leader", "general", "official"})
_UNDER = frozenset({"deputy", "assistant", "vice", "under"})
_OF_ANY = frozenset({"minister", "union", "federal", "cabinet"})  # ministers of whatever portfolio
_PAIR = 2
_EARLY = 4  # persons with whom a text may begin
_LONGEST = 4  # words between an article and a title
_MOST = 20  # holders of one kind of office that are compared


class Meaning:
    """Finds out whom a description means, from whoever has been named and what offices they hold."""

    def __init__(self, cast: Cast, profiles: dict[ActorKey, Profile]) -> None:
        self._cast = cast
        self._profiles = profiles
        self._named = dict.fromkeys(map(cast.key_of, cast.reading.names(NameKind.PERSON)))
        self._last: tuple[ActorKey, ...] = ()
        self._holders: dict[str | frozenset[str], list[tuple[ActorKey, Post]]] = {}
        for key, profile in profiles.items():
            for post in profile.posts:
                self._holders.setdefault(post.kind, []).append((key, post))
                if len(post.words) > 1:
                    self._holders.setdefault(post.words, []).append((key, post))
        self._offices = {office.key: _post(office) for office in cast.offices}
        self._homes = {body.key: body.country for body in cast.organizations}

    def of(
        self,
        description: Description,
        recent: Sequence[ActorKey],
        others: frozenset[ActorKey] = frozenset(),
        pairs: Iterable[frozenset[ActorKey]] = (),
    ) -> tuple[ActorKey, ...]:
        """Return whom it means, or nobody; `recent` are the actors mentioned before, `pairs` those told together.

        The last come first. It is none of `others`, to whom it does something ("the minister thanked Denethor").
        """
        recent = [key for key in recent if key not in others]
        if description.plural:
            return self._several(description, recent, pairs)
        if description.title is not None:
            return tuple(key for key in self._titled(description.title, recent) if key not in others)
        return tuple(key for key in recent if self._bears(key, description))[:1]

    def holding(self, titles: Sequence[Title]) -> tuple[ActorKey, ...]:
        """Return who holds all of the offices, or nobody."""
        posts = [post_of(self._cast, title) for title in titles]
        held = [[key for key, other in self._holders.get(post.kind, []) if _same_place(post, other)] for post in posts]
        return tuple(key for key in dict.fromkeys(held[0]) if all(key in others for others in held))[:1]

    def _titled(self, title: Title, recent: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        post = post_of(self._cast, title)
        if title.article in _INDEFINITE or self._opens_with_article(title):
            return (post.key,) if post.key is not None and post.organization is not None else ()
        candidates = [*self._holders.get(post.kind, [])[:_MOST], *self._holders.get(post.words, [])[:_MOST]]
        fitting = [
            (key, other)
            for key, other in candidates
            if _same_place(post, other) or ([key] == recent[:1] and _placed_late(post, other))
        ]
        same = [key for key, other in fitting if other.former == post.former]
        holders = same or ([] if post.former else [key for key, _ in fitting])
        bare = title.bare or (title.group == "minister" and post.words <= _OF_ANY)
        loose = (bare or title.group != "minister") and (title.article or title.placed)
        alike = [key for key in recent if loose and any(_alike(post, other) for other in self._posts(key))]
        if bare and title.group != "leader" and not title.placed:  # other offices are called so as well
            holders = self._foremost(post, alike, capital=title.capital and title.bare) or holders
        elif alike and not post.organization:  # of some body, who is only named later on
            holders = [key for key in holders if key in recent or any(o.organization is None for o in self._posts(key))]
        if holders:
            known = next((key for key in recent if key in holders), holders[0])
            several = known not in recent and len(set(holders)) > 1 and post.group == "leader"
            return () if several else (known,)
        called = title.title == "leader" and title.capital  # "the Leader" is nobody else
        if called:
            return tuple(key for key in recent if any("leader" in other.words for other in self._posts(key)))[:1]
        if alike:
            return (alike[0],)
        if post.key is not None:
            return (post.key,)
        return self._unheld(post, recent) or self._untitled(title, recent) if title.article == "the" else ()

    def _foremost(self, called: Post, actors: list[ActorKey], *, capital: bool) -> list[ActorKey]:
        """Return those of the actors who are `called` so as nobody's deputies; of "the Secretary" the first named."""
        own = {key: [post for post in self._posts(key) if _alike(called, post)] for key in actors}
        full = [key for key in actors if any(_UNDER.isdisjoint(post.words) for post in own[key])] or actors
        first = next((key for key in islice(self._named, _EARLY) if key in full), None) if capital else None
        return [first] if first is not None else full

    def _opens_with_article(self, title: Title) -> bool:
        """Tell whether words that are no part of the title part it from "a": "a river guard chief" is nobody known."""
        at = title.first - 1
        while title.first - at <= _LONGEST and self._cast.reading.tag(at) in {"NOUN", "PROPN", "ADJ"}:
            at -= 1
        return not title.article and self._cast.reading.words[at].lower in _INDEFINITE

    def _posts(self, key: ActorKey) -> list[Post]:
        profile = self._profiles.get(key)
        if profile is not None:
            return profile.posts
        return [self._offices[key]] if key in self._offices else []

    def _unheld(self, post: Post, recent: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the office of this kind spoken of before, whose country the description leaves out."""
        return tuple(key for key in recent if key in self._offices and self._offices[key].kind == post.kind)[:1]

    def _untitled(self, title: Title, recent: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return, for "the secretary" whose name the text takes as known, the only person without any office."""
        people = [key for key in recent if key in self._profiles and not self._profiles[key].posts]
        return tuple(people) if len(people) == 1 and " " not in title.title else ()

    def _bears(self, key: ActorKey, description: Description) -> bool:
        """Tell whether the noun of the description fits the actor's office, rank or style, and the country too."""
        profile = self._profiles.get(key)
        styled = profile is not None and not profile.styles.isdisjoint(description.groups)
        if styled and description.country is None:
            return True
        posts = [post for post in self._posts(key) if self._placed_as(post, description)]
        if description.organization is not None:
            return bool(posts)
        return any(styled or not description.groups.isdisjoint(_groups(post)) for post in posts)

    def _placed_as(self, post: Post, description: Description) -> bool:
        """Tell whether an office is of the country, its body's included, or in the body that a description names."""
        if description.organization is not None:
            return post.organization == description.organization
        home = self._homes.get(post.organization) if post.organization is not None else None
        return description.country in {None, post.country, home}

    def _several(
        self, description: Description, recent: Sequence[ActorKey], pairs: Iterable[frozenset[ActorKey]]
    ) -> tuple[ActorKey, ...]:
        """Return as many actors last spoken of as the description tells, whom it fits; nobody if there are fewer.

        Without a number they are two, or all of those whom the last such description meant. "The two stewards" are
        those who hold that very office, if there are two.
        """
        title = description.title
        called = self._called_so(title, description.number) if title is not None else ()
        if called or (title is not None and (title.country or not (description.number or title.article in _DEFINITE))):
            return called
        group = title.group if title is not None else ""
        people = [key for key in recent if key.startswith(PERSONAL)]
        number = description.number or _PAIR
        if description.groups and not description.number and len(people) != number:
            return ()  # "the officials" are all that there are
        fitting = [key for key in people if not group or any(post.group == group for post in self._posts(key))]
        if description.groups and "leader" not in description.groups:  # no president is "an official"
            fitting = [key for key in fitting if not any(post.group == "leader" for post in self._posts(key))]
        kind = post_of(self._cast, title).kind if title is not None else ""
        exact = [key for key in fitting if any(post.kind == kind for post in self._posts(key))]
        fitting = exact if len(exact) >= number else fitting
        if number == _PAIR and not self._abroad(fitting[:number]):
            fitting = _told_together(fitting, pairs)
        if not description.number and set(self._last).issuperset(fitting[:number]):
            number = len(self._last)
        self._last = tuple(fitting[:number]) if len(fitting) >= number else ()
        return self._last

    def _called_so(self, title: Title, number: int) -> tuple[ActorKey, ...]:
        """Return the ministers of several countries whom the text names in one sentence first, and then "Ministers".

        Behind an article they are those only if they are more than two.
        """
        cast = self._cast
        own = title.bare and title.capital and not title.placed and title.group == "minister" and not number
        if not own:
            return ()
        together: dict[int, dict[ActorKey, None]] = {}
        for name in cast.reading.names(NameKind.PERSON):
            key = cast.key_of(name)
            if key is not None and any(post.group == "minister" for post in self._posts(key)):
                together.setdefault(cast.reading.words[name.first].sentence, {})[key] = None
        here = cast.reading.words[title.first].sentence
        several = (tuple(keys) for sentence, keys in together.items() if sentence < here and self._abroad(keys))
        found = next(several, ())
        return found if not title.article or len(found) > 2 else ()

    def _abroad(self, actors: Iterable[ActorKey]) -> bool:
        """Tell whether the actors' offices are of several countries."""
        return len({post.country for key in actors for post in self._posts(key)} - {None}) > 1


def _told_together(actors: list[ActorKey], pairs: Iterable[frozenset[ActorKey]]) -> list[ActorKey]:
    """Return the actors, first the last pair of them of whom the text tells together: "Denethor met with Imrahil"."""
    pair = next((pair for pair in pairs if pair.issubset(actors)), frozenset(actors[:_PAIR]))
    return sorted(actors, key=lambda actor: actor not in pair)


def _post(office: Office) -> Post:
    """Return an office of the cast as descriptions may call it."""
    words = office.title.split()
    group = next((heads()[word].group for word in reversed(words) if word in heads()), "")
    kind = kind_of(office.title) or office.title
    group = office_group(kind, group)
    return Post(kind, frozenset(words), group, office.country, office.organization, office.key)


def _groups(post: Post) -> frozenset[str]:
    """Return the classes of nouns that fit the office's holder."""
    return frozenset({post.group, *_ALSO.get(post.kind.removeprefix("deputy-"), ())})


def _same_place(post: Post, other: Post) -> bool:
    """Tell whether a description of an office, as far as it says, places it where the other is."""
    if post.country is not None and post.country != other.country:
        return False
    return post.organization is None or post.organization == other.organization


def _placed_late(post: Post, other: Post) -> bool:
    """Tell whether a description tells only now where the office is: "Director Imrahil ... The mint's director"."""
    return other.organization is None and post.country is None


def _alike(post: Post, other: Post) -> bool:
    """Tell whether a shorter or looser wording may mean the office: "minister", "defence chief", "leader"."""
    if not _same_place(post, other) or ("deputy" in post.words) > ("deputy" in other.words):
        return False
    if other.kind == "spokesperson" != post.kind:  # no press secretary is "the secretary"
        return False
    words = post.words - _VAGUE
    if other.words - _VAGUE <= words <= other.words | other.within and post.group == other.group:
        return True  # "the commander of the Gondorian army"
    if other.kind == "defence-minister":
        words -= {"military"}  # "the military chief"
        if not words and "military" in post.words:
            return True
    if "speaker" in words and "deputy" not in other.words - post.words:
        words -= _ASSEMBLIES  # which every speaker has
    if words <= other.words:
        heads = other.group in _HEADS_OF_BODIES or other.kind == "secretary-general"
        heads_body = post.organization is not None and heads
        return bool(words) or post.group == other.group or heads_body  # "the Mint chief"
    return words <= _LOOSE and post.group in _groups(other) and "minister" not in {other.group} - {post.group}
