"""What a statement's words tell about it: marks round them, actors in them, how sure the rule is."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import ActorKey, Actors, Annotation, MentionForm, Span, StatementKind


def kind_of(annotation: Annotation, content: Sequence[Span]) -> StatementKind:
    """Tell whether all of `content` stands between quotation marks, nothing of it, or some."""
    inside = [_inside(annotation, span) for span in content]
    if all(inside):
        return StatementKind.DIRECT
    if any(inside) or any(span.overlaps(q.span) for span in content for q in annotation.quotations):
        return StatementKind.MIXED
    return StatementKind.INDIRECT


def _inside(annotation: Annotation, span: Span) -> bool:
    return any(quotation.content.contains(span) for quotation in annotation.quotations)


def mentions_in(actors: Actors, content: Sequence[Span]) -> tuple[ActorKey, ...]:
    """Return the actors and countries that `content` names or describes, in text order, each once."""
    found: dict[ActorKey, None] = {}
    for span in content:
        first = bisect_left(actors.mentions, span.start, key=lambda m: m.span.start)
        for mention in actors.mentions[first:]:
            if mention.span.start >= span.end:
                break
            if span.contains(mention.span) and mention.form is not MentionForm.PRONOUN:
                found[mention.actor] = None
    return tuple(found)
