"""What a statement's words tell about it: the marks round them and the actors in them."""

from collections.abc import Sequence

from kg.extract.statements.reports.quoting import is_partly_quoted, is_quoted
from kg.extract.statements.speakers.mentioned import within
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
    told = (mention for span in content for mention in within(actors.mentions, span))
    return tuple(dict.fromkeys(mention.actor for mention in told if mention.form is not MentionForm.PRONOUN))
