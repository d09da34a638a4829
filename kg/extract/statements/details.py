"""What a statement's words tell about it: the marks round them and the actors in them."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.statements.quoting import is_partly_quoted, is_quoted
from kg.model import ActorKey, Actors, Annotation, MentionForm, Span, StatementKind


def kind_of(annotation: Annotation, content: Sequence[Span]) -> StatementKind:
    """Tell whether all of `content` stands between quotation marks, nothing of it, or some."""
    if all(is_quoted(annotation, span) for span in content):
        return StatementKind.DIRECT
    if any(is_partly_quoted(annotation, span) for span in content):
        return StatementKind.MIXED
    return StatementKind.INDIRECT


def mentions_in(actors: Actors, content: Sequence[Span]) -> tuple[ActorKey, ...]:
    """Return the actors and countries that `content` names or describes, in text order, each once."""
    found: dict[ActorKey, None] = {}
    for span in content:
        first = bisect_left(actors.mentions, span.start, key=lambda m: m.span.start)
        last = bisect_left(actors.mentions, span.end, key=lambda m: m.span.start)
        for mention in actors.mentions[first:last]:
            if span.contains(mention.span) and mention.form is not MentionForm.PRONOUN:
                found[mention.actor] = None
    return tuple(found)
