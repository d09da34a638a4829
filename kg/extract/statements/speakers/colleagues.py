"""Persons called by the offices that they hold: "the French and Malian ministers", in a headline "Foreign Minister"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kg.extract.statements.cues.lexicon import singular
from kg.extract.statements.speakers.callings import classes
from kg.extract.statements.speakers.mentioned import countries_named, within
from kg.lexicon.offices import kind_of
from kg.model import ActorKey, Actors, Mention, MentionForm, Office, Role, Span

_NO_TITLE = frozenset("the both two of and from s countries nations neighbours neighbors".split())
_OF_TWO = re.compile(r"[Tt]he two |[Bb]oth ")
_LEADING = frozenset({"minister", "leader"})
_CHIEF = "chief"  # "defence chiefs" are its ministers or generals
_WORD = re.compile(r"[^\W_]+")


class Colleagues:
    """Knows which persons hold which offices of which countries, and where they are named."""

    def __init__(self, text: str, actors: Actors, roles: Sequence[Role]) -> None:
        self._text = text
        self._countries = countries_named(actors)
        self._names = [m for m in actors.mentions if m.form is MentionForm.NAME]
        offices = {office.key: office for office in actors.offices}
        self._held = [(role.holder, offices[role.office]) for role in roles if role.office in offices]

    def of(self, source: Span) -> tuple[ActorKey, ...]:
        """Return a holder of the office for each country named, or the only two of two countries; else nobody."""
        inside = within(self._countries, source)
        *before, noun = [word for word in self._words(source, inside) if word not in _NO_TITLE] or [""]
        head = singular(noun)
        if head == noun or not (head == _CHIEF or classes().get(head, frozenset()) & _LEADING):
            return ()
        fitting = [(key, office) for key, office in self._held if office.country and _fits(office, before, head)]
        homes = dict.fromkeys(mention.actor.removeprefix("country:") for mention in inside)
        if not homes and _OF_TWO.match(self._text, source.start, source.end):
            homes = dict.fromkeys(office.country or "" for _, office in fitting)
            if not len(homes) == len(dict(fitting)) == 2:
                return ()
        named = [list(islice(self._by_name(source, fitting, home), 1)) for home in homes]
        return tuple(key for keys in named for key in keys) if len(homes) > 1 and all(named) else ()

    def in_headline(self, source: Span, content: Span) -> tuple[ActorKey, ...]:
        """Return who is meant by an office of no country: "*Foreign Minister* says", below a line that names him.

        Or of the country by which what is said opens: "Gondor will wait: *Foreign Minister*".
        """
        if within(self._countries, source):
            return ()
        told = [word for word in self._words(source, ()) if word not in _NO_TITLE]
        held = [(key, office) for key, office in self._held if told and _fits(office, told[:-1], told[-1])]
        home = next((m.actor for m in self._countries if m.span.start == content.start), None)
        own = {key for key, office in held if f"country:{office.country}" == home}
        above = (m.actor for m in self._names if m.span.start < source.start and m.actor in dict(held))
        return tuple(own) if len(own) == 1 else tuple(islice(above, 1))

    def _words(self, source: Span, countries: Sequence[Mention]) -> list[str]:
        """Return the words round the countries: what stands behind "of" with them comes first."""
        text = self._text[source.start : source.end]
        for mention in reversed(countries):
            text = text[: mention.span.start - source.start] + text[mention.span.end - source.start :]
        return _WORD.findall(text.lower())

    def _by_name(self, source: Span, held: Sequence[tuple[ActorKey, Office]], home: str) -> Iterator[ActorKey]:
        """Yield the holders of a country's offices, who was named last before the words first."""
        keys = {key for key, office in held if office.country == home}
        named = [m for m in self._names if m.actor in keys]
        yield from (m.actor for m in reversed(named) if m.span.start < source.start)
        yield from (m.actor for m in named)


def _fits(office: Office, before: Sequence[str], head: str) -> bool:
    """Tell whether an office is one of those that the words call: "foreign minister", "defence chief"."""
    if head == _CHIEF and before:
        return any(office.kind == kind_of(" ".join([*before, noun])) for noun in ("minister", _CHIEF))
    title = " ".join([*before, head])
    if not before and head in {"minister", "leader"}:
        return head in classes().get(office.title.split()[-1], ()) or head in office.title or head in office.kind
    return office.kind == kind_of(title) or set(title.split()) <= set(office.title.split())
