"""Persons called by their country alone: "the Gondorian added"."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from kg.extract.statements.speakers.mentioned import countries_named, within
from kg.lexicon.countries import nationals
from kg.model import ActorKey, Actors, MentionForm, Span

_NATIVE = re.compile(r"[Tt]he (?P<native>[A-Z]\w+)(?: himself| herself)?")


class Natives:
    """Knows where persons are named; `homes` are the countries whose offices they hold."""

    def __init__(self, text: str, actors: Actors, homes: Mapping[ActorKey, AbstractSet[ActorKey]]) -> None:
        self._text = text
        self._homes = homes
        self._names = [m for m in actors.mentions if m.form is MentionForm.NAME and m.actor.startswith("person:")]
        self._countries = countries_named(actors)

    def of(self, source: Span, spoke: Sequence[ActorKey]) -> tuple[ActorKey, ...]:
        """Return the person of the country who was named last, else whoever `spoke` last of no country."""
        native = _NATIVE.fullmatch(self._text, source.start, source.end)
        if native is None or f"{native['native']}s" not in nationals():
            return ()
        home = {country.actor for country in within(self._countries, source)}
        before = (name.actor for name in reversed(self._names) if name.span.end <= source.start)
        own = (key for key in before if not home.isdisjoint(self._homes.get(key, ())))
        others = (key for key in spoke if key.startswith("person:") and not self._homes.get(key))
        return tuple(islice(own, 1)) or tuple(islice(others, 1))
