"""Speakers whom the text only describes: "two senior officials", "a source close to the talks", "many"."""

import re
from functools import cache
from itertools import islice

from kg.extract.statements.cues.lexicon import reporting_nouns, singular
from kg.extract.statements.speakers.mentioned import countries_named, within
from kg.lexicon import table, words
from kg.lexicon.countries import nationals
from kg.model import ActorKey, Actors, CountryCode, Span, UnnamedActor

_ARTICLE = re.compile(
    r"(?:(?:(?:(?:more|less|fewer) than|at least|over|nearly|almost|about|around) )?"
    r"(?:some|many|several|most|one|half|[\w.-]+ per ?cent|an?\s(?:\w+\s)?(?:number|group|host|handful|majority))"
    r" of (?:the\s+)?"
    r"|(?:the|a|an|all|some|many|several|other|whose)\s+(?!(?:within|in|inside|among|at|from|on|of)\b))",
    re.IGNORECASE,
)  # what stands before those who are counted
_OWNER = re.compile(r".*(?:'s|s') ")  # "European countries' package" is a package
_SHARE = re.compile(r"\d ?(?:%|per ?cent)\Z")  # of those who were asked
_INITIALS = re.compile(r" \([A-Z]{2,8}\) (?=[a-z])")  # "the mines and forests (MF) steward"
_CLAUSE = re.compile(r"\s*(?:,|\(|\b(?:who|which|that|whose|where)\b|[—–])")
BEHIND_NOUN = re.compile(r",| (?:of|at|by|for|in|to|from|with|who) ")  # "and" may join something further down
_PEOPLE = frozenset({"many", "some", "others", "several"})  # when they stand alone
_MANY = frozenset({"media", "people", "police", "men", "women"})  # plurals without an "s"
_OF_PERSONS = ("er", "or", "ist", "ian", "ee", "man", "men")
_SHORT = 5  # letters
_LONGEST = 18  # words of a description
_RECENT = 50  # unnamed speakers that a description may go back to


class Described:
    """The unnamed speakers of a document; `actors` grows with each new one."""

    def __init__(self, text: str, cast: Actors) -> None:
        self._text = text
        self._known = len(cast.unnamed)
        self._countries = countries_named(cast)
        self.actors: dict[ActorKey, UnnamedActor] = {}

    def of(self, source: Span, *, named: bool = False, speaks: bool = False) -> tuple[ActorKey, ...]:
        """Return the one whom the words describe, or that they are a name of; nobody if they describe no speaker.

        Where somebody `speaks` for sure, the ending of a noun may show a person.
        """
        description = self._description(source)
        if not description or not (named or _can_speak(description) or (speaks and _ends_as_person(description))):
            return ()
        telling = frozenset(description.lower().split())
        for key, actor in islice(reversed(self.actors.items()), _RECENT):
            other = frozenset(actor.description.lower().split())
            alike = head(description) == head(actor.description)  # "police" are no "police official"
            if alike and (telling <= other or other <= telling):
                if len(telling) > len(other):
                    self.actors[key] = UnnamedActor(key, description, self._country(source))
                return (key,)
        key = ActorKey(f"unnamed:{self._known + len(self.actors) + 1}")
        self.actors[key] = UnnamedActor(key, description, self._country(source))
        return (key,)

    def has_spoken(self, noun: str, source: Span) -> bool:
        """Tell whether a description with this noun has spoken before, of no other country than the words `source`."""
        return any(self.is_called(key, noun, source) for key in islice(reversed(self.actors), _RECENT))

    def is_called(self, key: ActorKey, noun: str, source: Span) -> bool:
        """Tell whether the unnamed speaker's description is headed by the noun of `source`, for no other country."""
        if key not in self.actors or head(self.actors[key].description) != noun:
            return False
        countries = {self.actors[key].country, self._country(source)}
        return None in countries or len(countries) == 1

    def home(self, key: ActorKey) -> tuple[ActorKey, ...]:
        """Return the country that an unnamed speaker's description names, if any."""
        actor = self.actors.get(key)
        return (ActorKey(f"country:{actor.country}"),) if actor and actor.country else ()

    def is_somebody(self, key: ActorKey) -> bool:
        """Tell whether an unnamed speaker is one person ("spokesman")."""
        actor = self.actors.get(key)
        return actor is not None and head(actor.description) in words("statements/speaker_nouns.txt") - body_nouns()

    def acts(self, key: ActorKey) -> bool:
        """Tell whether an unnamed speaker is a body, no text ("ministry")."""
        actor = self.actors.get(key)
        return actor is not None and head(actor.description) in body_nouns() - words("statements/speaking_texts.txt")

    def is_plural(self, key: ActorKey) -> bool:
        """Tell whether an unnamed speaker is several ("scientists")."""
        return key in self.actors and is_plural(self.actors[key].description)

    def _description(self, source: Span) -> str:
        """Return the description without article, relative clause and appositive."""
        text = " ".join(_INITIALS.sub(" ", source.of(self._text)).split())
        text = _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text
        clause = _CLAUSE.search(text)
        text = text[: clause.start()] if clause and clause.start() else text
        parts = text.split()
        return " ".join(parts) if len(parts) <= _LONGEST and any(part[0].isalpha() for part in parts) else ""

    def _country(self, source: Span) -> CountryCode | None:
        inside = {mention.actor for mention in within(self._countries, source)}
        return CountryCode(next(iter(inside)).partition(":")[2]) if len(inside) == 1 else None


def is_plural(description: str) -> bool:
    """Tell whether a description is of several ("scientists")."""
    told = description.lower().split()
    nouns = (singular(word) for word in told if word.endswith("s"))
    return not _MANY.isdisjoint(told) or any(noun in words("statements/speaker_nouns.txt") for noun in nouns)


def is_text(description: str) -> bool:
    """Tell whether a description is of something written or broadcast, of which "it" speaks ("a statement by X")."""
    told = noun_phrase(description).lower().split()
    told = told[:-1] if told and told[-1].endswith("ed") else told  # "a statement issued"
    return not words("statements/speaking_texts.txt").isdisjoint(told[-1:])


def noun_phrase(description: str) -> str:
    """Return a description up to its noun, without what hangs on that."""
    return BEHIND_NOUN.split(description, maxsplit=1)[0]


def head(description: str) -> str:
    """Return the noun of a description, in lower case."""
    return next(iter(noun_phrase(description).lower().split()[-1:]), "")


@cache
def body_nouns() -> frozenset[str]:
    """Return the nouns for bodies that speak, which "he" never means."""
    named = {word.lower() for word in words("organizations/heads.txt")}
    return frozenset(
        {*named, *(row[0] for row in table("organizations/body_nouns.tsv")), "embassy", "side", "crowd", "staff"}
    )


def _can_speak(description: str) -> bool:
    """Tell whether a description is one of somebody ("two senior officials", "a source close to the talks").

    Of what is done by somebody only words speak: "an announcement by riders", no "visit by riders".
    """
    nouns = words("statements/speaker_nouns.txt") | words("statements/speaking_texts.txt")
    bodies = words("organizations/heads.txt")  # with a capital: "the Mines Ministry"
    if " by " in description:
        nouns |= reporting_nouns().keys()
    phrase = noun_phrase(description)
    printed = re.findall(r"[^\W\d_]+", _OWNER.sub("", phrase))
    told = [word.lower() for word in printed]
    if not nationals().isdisjoint(re.findall(r"[A-Z][^\W\d_]+s\b", description)):  # "many Malians"
        return True
    speaks = any(singular(word) in nouns or word in nouns for word in told) or not bodies.isdisjoint(printed[-1:])
    speaks = speaks or _SHARE.search(phrase) is not None
    return speaks or (len(told) == 1 and told[0] in _PEOPLE)


def _ends_as_person(description: str) -> bool:
    """Tell whether the noun of a description is formed as those of persons are ("paratrooper", "hydrologists")."""
    noun = singular(head(description))
    return len(noun) > _SHORT and noun.endswith(_OF_PERSONS) and noun not in words("statements/speaking_texts.txt")
