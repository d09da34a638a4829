"""Common nouns for somebody named before: "the council" for a council, "the agency" for an outlet, "its steward"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from kg.extract.statements.speakers.described import body_nouns
from kg.extract.statements.speakers.mentioned import within
from kg.lexicon import words
from kg.lexicon.organizations import known_organizations
from kg.model import ActorKey, Actors, Mention, MentionForm, Span

_DEFINITE = re.compile(r"(?:the|this|that|its|their|said)\s+(?:same\s+)?", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:[,(—–]|\b(?:who|which|that|in|on|at|after|during|following|late|also)\b)")
_OF = re.compile(r"\s+(?:of|for|to)\s+(?:the\s+)?")
_NAMED = re.compile(r"\b[A-Z]\w*(?!\w|-based)")
_WORD = re.compile(r"[^\W_]+")
_BODIES = frozenset({"organization", "organisation", "body", "institution", "group"})
_WATCHING = frozenset({"watchdog", "regulator"})
_WIDE = frozenset({"international", "regional", "global", "world", "intergovernmental"})
_FIRMS = frozenset({"company", "firm", "airline", "carrier", "carmaker", "automaker", "corporation"})
_TELLING = frozenset({"embassy", "consulate", "ministry", "parliament", "government"})  # nouns that their names hold
_OF_OUTLETS = frozenset({"news", "state", "official", "semi-official", "press", "wire", "television", "tv", "radio"})
_KINDS = {"group": frozenset({"group", "aid"}), "movement": frozenset({"group"})}
_CAUSES = frozenset({"rights", "human", "aid", "advocacy", "militant", "rebel", "insurgent", "resistance", "armed"})
_ADJECTIVES = re.compile(r"\b(?:(?:ruling|governing|opposition|main|conservative|liberal|far-right) )+\Z")
_NEAR = 40  # characters before a name
_LATE = 3  # speakers before, among whom "the group" may be
_MOST = 5  # words of such a phrase
_PARTS = 3  # words of a name cut short
_INITIALS = 3  # letters of an abbreviated office
_AROUND = 90  # characters round a name in which it is explained
_BETWEEN = (
    r"(?: (?:of|at|for|in|with) [^,.;:]{1,60})?,? (?:[A-Z]\w*\.? ){0,2}"  # "the steward of the mint, Mr. Imrahil"
)
_ENDS = r"[^\w\s]|\s+[^\w\s]|\Z"
_GOES_ON = r"(?:of|at|for|in|with|from|to|and|on|by|who|whose)"  # no verb: "for Imrahil, a rider said" explains nobody


class Recall:
    """Knows which bodies and persons a document has named, where, and how it explained them."""

    def __init__(self, text: str, actors: Actors) -> None:
        self._text = text
        names = [m for m in actors.mentions if m.form is MentionForm.NAME]
        self._bodies = [m for m in names if m.actor.startswith("organization:")]
        self._persons = [m for m in names if m.actor.startswith("person:")]
        self._nations = [m for m in actors.mentions if m.actor.startswith("country:")]
        self._homes = {o.key: ActorKey(f"country:{o.country}") for o in actors.organizations}
        self._before_name: dict[ActorKey, set[str]] = {}  # "the *ruling* White Council party"
        for mention in self._bodies:
            before = _ADJECTIVES.search(text, max(0, mention.span.start - _NEAR), mention.span.start)
            self._before_name.setdefault(mention.actor, set()).update(_words(before[0]) if before else ())
        self._kinds = {o.key: _kind(o.names) for o in actors.organizations}
        self._words = {o.key: frozenset(_words(" ".join((o.name, *o.names)))) for o in actors.organizations}
        self._by_noun: dict[str, list[tuple[int, ActorKey, frozenset[str]]]] = {}
        self._called = {p.key: frozenset(_words(" ".join(p.names))) for p in actors.persons}
        self._outlets = frozenset(o.key for o in actors.organizations if o.outlet)

    def part_of_name(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the only person in whose name all the words stand: "bin Imrahil" for Faramir bin Imrahil of Bree."""
        printed = source.of(self._text)
        told = set(_words(printed))
        named = printed.split()[-1:] if len(told) <= _PARTS else []
        found = [key for key, name in self._called.items() if told <= name] if named and named[0].istitle() else []
        return tuple(found) if len(found) == 1 else ()

    def body(self, source: Span, spoke: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the body that a definite noun phrase stands for; of several the one who spoke last, or was last named.

        `spoke` are those who spoke before, the last one first.

        The noun must be in the body's name ("the commission"), or the body one without such a noun ("the party" for an
        acronym) that spoke last.
        """
        told = _phrase(source.of(self._text))
        if not told:
            return ()
        before = self._bodies[: bisect_left(self._bodies, source.start, key=lambda m: m.span.start)]
        nations = within(self._nations, source)
        national = frozenset(word for m in nations for word in _words(m.span.of(self._text)))
        home = nations[0].actor if len({m.actor for m in nations}) == 1 else None
        if told[-1] in words("outlets/nouns.txt"):
            heard = self._named(told, before, spoke[:1], national, home) if told[-1] in body_nouns() else ()
            return self._outlet(source, told, before, national, home) or heard
        strange = {word.lower() for word in _NAMED.findall(source.of(self._text)[1:])} - national
        kinds = _kinds(told[-1], set(told[:-1]) - national) if not strange else frozenset[str]()
        found = self._resumed(told, spoke) or self._named(told, before, spoke, national, home)
        return found or self._of_kind(kinds, before, home) or self._opaque(told, before, spoke)

    def _outlet(
        self,
        source: Span,
        told: Sequence[str],
        before: Sequence[Mention],
        national: AbstractSet[str],
        home: ActorKey | None,
    ) -> tuple[ActorKey, ...]:
        """Return the medium named last that the noun for one may mean: "the Gondor daily" is none of another name."""
        other = {word.lower() for word in _NAMED.findall(source.of(self._text)[1:])}
        if told[-1] in body_nouns() and not _OF_OUTLETS.issuperset(set(told[:-1]) - other - national):
            return ()  # "the mining agency"
        outlets = (m.actor for m in reversed(before) if m.actor in self._outlets)
        return tuple(islice((key for key in outlets if self._fits(key, other, national, home)), 1))

    def _resumed(self, told: Sequence[str], spoke: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the body that spoke shortly before, as "the organization" or "the nuclear watchdog" goes on."""
        placed = _WIDE.issuperset(told[:-1])
        if told[-1] not in _WATCHING and not (told[-1] in _BODIES and placed):
            return ()
        return tuple(key for key in spoke[:_LATE] if key in self._words and key not in self._outlets)[:1]

    def _named(
        self,
        told: Sequence[str],
        before: Sequence[Mention],
        spoke: Sequence[ActorKey],
        national: AbstractSet[str],
        home: ActorKey | None,
    ) -> tuple[ActorKey, ...]:
        """Return the body in whose name the noun is: of several who spoke last, or was last named."""
        if told[-1] not in _heads():
            return ()
        called = re.compile(rf"(?: ?\([^)]+\))? {' '.join(told)}\b", re.IGNORECASE)  # "the White Council ruling party"
        named = [
            m.actor
            for m in before
            if self._fits(m.actor, set(told), national, home) or called.match(self._text, m.span.end)
        ]
        heard = [key for key in spoke if key in named] or named[::-1]
        return tuple(heard[:1])

    def _fits(self, key: ActorKey, told: AbstractSet[str], national: AbstractSet[str], home: ActorKey | None) -> bool:
        """Tell whether the words are in a body's name, or but for the `national` ones in that of a body of `home`."""
        own = self._words.get(key, frozenset()) | self._before_name.get(key, frozenset())
        return own >= told or (home is not None and self._homes.get(key) == home and own >= told - national)

    def _of_kind(
        self, kinds: AbstractSet[str], before: Sequence[Mention], home: ActorKey | None
    ) -> tuple[ActorKey, ...]:
        """Return the body known to be of such a kind that was named last: "the resistance group"."""
        fitting = (
            m.actor
            for m in reversed(before)
            if self._kinds[m.actor] in kinds
            and home in {None, self._homes[m.actor]}
            and (self._kinds[m.actor] or self._may_be_firm(m.actor))
        )
        return tuple(islice(fitting, 1))

    def _may_be_firm(self, key: ActorKey) -> bool:
        """Tell whether no noun in a body's name tells that it is anything else but a firm."""
        return key not in self._outlets and (self._words[key] & _heads()) <= words("organizations/firm_words.txt")

    def _opaque(
        self, told: Sequence[str], before: Sequence[Mention], spoke: Sequence[ActorKey]
    ) -> tuple[ActorKey, ...]:
        """Return the body whose name has no noun that tells what it is: who spoke last, or the only one so far."""
        if len(told) > 1 or told[0] not in _heads() - _TELLING:
            return ()
        opaque = [key for key in (*spoke[:1], *dict.fromkeys(m.actor for m in before)) if self._is_opaque(key)]
        return tuple(opaque[:1]) if opaque[:1] == list(spoke[:1]) or len(opaque) == 1 else ()

    def _is_opaque(self, key: ActorKey) -> bool:
        named = self._words.get(key, frozenset())
        return len(named) == 1 and key not in self._outlets and named.isdisjoint(_heads())

    def person(self, source: Span, spoke: Sequence[ActorKey], *, definite: bool = True) -> tuple[ActorKey, ...]:
        """Return the person whom the text before `source` explains by the noun; of several the one who spoke last.

        The names in the phrase must stand in the explanation too; all its words, if it need not be `definite`.
        """
        printed = source.of(self._text)
        told = _phrase(printed, definite=definite)
        noun = told[-1] if told else ""
        initials = _is_initials(printed)
        if (
            noun not in (words("statements/speaker_nouns.txt") | words("persons/ranks.txt")) - body_nouns()
            and not initials
        ):
            return ()
        named = {word.lower() for word in _WORD.findall(printed[1:]) if word[0].isupper()}
        wanted = named.intersection(told) if definite else set(told)  # "the nuclear chief", but "the Gondorian chief"
        if initials:
            wanted = set()
        found = {
            actor
            for start, actor, explanation in self._explained(noun)
            if start < source.start and explanation.issuperset(wanted)
        }
        return tuple(found) if len(found) == 1 else tuple(key for key in spoke[:1] if key in found)

    def _explained(self, noun: str) -> list[tuple[int, ActorKey, frozenset[str]]]:
        """Return the names beside the noun with the words there: "the steward, Imrahil", "Imrahil, a rider"."""
        if noun not in self._by_noun:
            spelled = " ".join(rf"{letter}\w+" for letter in noun) if len(noun) <= _INITIALS else noun
            titled = re.compile(rf"\b(?:{noun}|{spelled})\b{_BETWEEN}\Z", re.IGNORECASE)
            article = r"(?:(?:an?|the|[\w-]+'s) )?"
            apposed = re.compile(
                rf"(?: ?\(\d+\))?, {article}(?:[\w-]+ ){{0,4}}{noun}\b(?:(?={_ENDS})| {_GOES_ON} [^,.;]*)",
                re.IGNORECASE,
            )
            found = self._by_noun.setdefault(noun, [])
            for name in self._persons:
                before = self._text[max(0, name.span.start - _AROUND) : name.span.start]
                after = apposed.match(self._text, name.span.end, name.span.end + _AROUND)
                if after or titled.search(before):
                    explanation = after[0] if after else before
                    found.append((name.span.start, name.actor, frozenset(_words(explanation))))
        return self._by_noun[noun]


def _is_initials(printed: str) -> bool:
    """Tell whether the phrase is an office's initials ("the CS" for the Chief Steward)."""
    return re.fullmatch(rf"[Tt]he [A-Z]{{2,{_INITIALS}}}", printed) is not None


def _kinds(noun: str, more: AbstractSet[str]) -> frozenset[str]:
    """Return the kinds of bodies that a noun may mean, behind `more` words; "" is a body of no known kind."""
    if noun in _FIRMS:
        return frozenset({"firm"}) if more else frozenset({"firm", ""})
    return _KINDS.get(noun, frozenset()) if more <= _CAUSES else frozenset()


def _kind(names: Sequence[str]) -> str:
    """Return the kind of a known body ("group"), "" for any other."""
    known = (known_organizations().get(name) for name in names)
    return next((body.kind for body in known if body is not None), "")


def _heads() -> frozenset[str]:
    return frozenset(word.lower() for word in words("organizations/heads.txt"))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _phrase(printed: str, *, definite: bool = True) -> list[str]:
    """Return the words of a definite phrase, its noun last ("the ministry of mines" is "mines ministry"); else none."""
    article = _DEFINITE.match(printed)
    if article is None and definite:
        return []
    start = article.end() if article else 0
    tail = _TAIL.search(printed, start)
    noun, *rest = _OF.split(printed[start : tail.start() if tail else len(printed)], maxsplit=1)
    told = [*(_words(rest[0]) if rest else []), *_words(noun)]
    return told if len(told) <= _MOST else []
