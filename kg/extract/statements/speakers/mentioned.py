"""Whom a document mentions, and where."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.lexicon import table
from kg.lexicon.given_names import gender_of
from kg.model import ActorKey, Actors, Mention, MentionForm, Span

_LONGEST = 12  # letters of a style


def is_person(found: tuple[ActorKey, ...]) -> bool:
    """Tell whether the actors are one person."""
    return len(found) == 1 and found[0].startswith("person:")


def countries_named(actors: Actors) -> list[Mention]:
    """Return the mentions of countries by name or description, in text order."""
    return [m for m in actors.mentions if m.form is not MentionForm.PRONOUN and m.actor.startswith("country:")]


def within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Return those of the `mentions`, which are in text order, that lie inside `span`."""
    first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
    return [m for m in mentions[first:last] if span.contains(m.span)]


def persons_named(mentions: Mapping[ActorKey, Sequence[Mention]], first: int, last: int) -> tuple[ActorKey, ...]:
    """Return the persons with a name that begins in `[first, last)`, in the order of their first one there."""
    people = ((key, m) for key, own in mentions.items() if key.startswith("person:") for m in own)
    named = sorted((m.span.start, key) for key, m in people if m.form is MentionForm.NAME)
    return tuple(dict.fromkeys(key for start, key in named if first <= start < last))


def genders_of(text: str, actors: Actors, named: Mapping[ActorKey, Sequence[Mention]]) -> defaultdict[ActorKey, str]:
    """Return the genders, m, f or nothing, that styles before the names ("Mrs. Eowyn") or given names tell."""
    told = {row[0]: row[1] for row in table("persons/honorifics.tsv") if row[1] in {"m", "f"}}
    found = defaultdict[ActorKey, str](str)
    for person in actors.persons:
        names = (m.span.start for m in named.get(person.key, ()) if m.form is MentionForm.NAME)
        before = (word.lower() for start in names for word in text[max(0, start - _LONGEST) : start].split()[-1:])
        found[person.key] = next((told[word] for word in before if word in told), gender_of(person.name))
    return found
