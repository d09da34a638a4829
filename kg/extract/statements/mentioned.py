"""Whom a document mentions, and where."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kg.model import ActorKey, Actors, Mention, MentionForm, Span


def is_person(found: tuple[ActorKey, ...]) -> bool:
    """Tell whether the actors are one person."""
    return len(found) == 1 and found[0].startswith("person:")


def countries_named(actors: Actors) -> list[Mention]:
    """Return the mentions of countries by name or description, in text order."""
    return [m for m in actors.mentions if m.form is not MentionForm.PRONOUN and m.actor.startswith("country:")]


def within(mentions: list[Mention], span: Span) -> list[Mention]:
    """Return those of the `mentions`, which are in text order, that lie inside `span`."""
    first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
    return [m for m in mentions[first:last] if span.contains(m.span)]


def persons_named(mentions: Mapping[ActorKey, Sequence[Mention]], first: int, last: int) -> tuple[ActorKey, ...]:
    """Return the persons with a name that begins in `[first, last)`, in the order of their first one there."""
    people = ((key, m) for key, own in mentions.items() if key.startswith("person:") for m in own)
    named = sorted((m.span.start, key) for key, m in people if m.form is MentionForm.NAME)
    return tuple(dict.fromkeys(key for start, key in named if first <= start < last))
