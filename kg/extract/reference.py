"""Whom a noun phrase stands for."""

from bisect import bisect_left, bisect_right

from kg.lexicon.countries import nationals
from kg.model import ActorKey, Actors, Annotation, Span, Token


class Referents:
    """Looks up mentions by place; each question takes logarithmic time."""

    def __init__(self, annotation: Annotation, actors: Actors) -> None:
        self._text = annotation.text
        order = [token for token in annotation.tokens if token.quotation is None]
        self._order = sorted(order, key=lambda token: token.start)
        self._starts = [token.start for token in self._order]
        self._mentions = actors.mentions
        self._begins = [mention.span.start for mention in actors.mentions]
        self._longest = max((len(mention.span) for mention in actors.mentions), default=0)

    def at(self, span: Span) -> tuple[ActorKey, ...]:
        """Return the actors that the noun phrase `span` stands for; more than one for "the two ministers", or none.

        The phrase may be its head alone. "The president of Gondor" is the president, "Gondor's borders" is nobody.
        """
        inside = self._inside(span)
        if not inside:
            return ()
        head = self._head(inside)
        return self._covering(head.span)

    def _inside(self, span: Span) -> list[Token]:
        return self._order[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _head(self, inside: list[Token]) -> Token:
        """Return the first token that hangs on none of the others, rather a noun than "Gondorian" in what and joins."""
        own = {token.index for token in inside}
        heads = [t for t in inside if (t.head == t.index or t.head not in own) and t.pos != "PUNCT"]
        if heads and heads[0].pos == "ADJ":
            heads = [t for t in heads if t.pos in {"NOUN", "PROPN"}] or heads
        return heads[0] if heads else inside[-1]

    def _covering(self, span: Span) -> tuple[ActorKey, ...]:
        """Return the actors of the widest mention round the span; nobody for a country's people ("Malians")."""
        first = bisect_left(self._begins, span.start - self._longest)
        around = [m for m in self._mentions[first : bisect_right(self._begins, span.start)] if m.span.contains(span)]
        if not around:
            return ()
        if self._text[around[-1].span.start : around[-1].span.end] in nationals():
            return ()
        widest = max(len(mention.span) for mention in around)
        return tuple(dict.fromkeys(mention.actor for mention in around if len(mention.span) == widest))
