"""Whether a query is light: most likely answered in a moment, as look-ups and short lists are.

Nobody relies on it: a query that only looks light meets the limits of the clerk that tries it, and goes to a worker.
"""

from collections.abc import Sequence

from server.syntax.tokens import Token

_WORDS = frozenset(
    "base prefix select ask describe construct where optional filter limit offset distinct reduced order by asc desc a "
    "graph values union undef lang langmatches str bound datatype true false".split()
)
_SEARCHING = frozenset("optional filter union offset distinct reduced order".split())
"""Words that may have much read to answer little, unless a constant says where to look."""
_PATH = frozenset("/|^+*")
_CONSTANTS = frozenset({"iri", "name", "string", "integer"})
_LONGEST = 200  # tokens of a light query


def is_light(query: Sequence[Token]) -> bool:
    """Tell whether `query` matches plain patterns, with a known subject or object if it sorts or filters.

    It groups and counts nothing, follows no path, and calls no function but those that look at a term.
    """
    if len(query) > _LONGEST:
        return False
    words = {token.text.lower() for token in query if token.kind == "word"}
    if not words <= _WORDS or sum(token.text.lower() == "select" for token in query) > 1:
        return False
    if any(_follows_path(query, at) or _calls(query, at) for at in range(len(query))):
        return False
    return words.isdisjoint(_SEARCHING) or any(_anchors(query, at) for at in range(1, len(query) - 1))


def _follows_path(query: Sequence[Token], at: int) -> bool:
    return query[at].text in _PATH and not (query[at].text == "*" and query[at - 1].kind == "word")


def _calls(query: Sequence[Token], at: int) -> bool:
    """Tell whether a function is called by its IRI."""
    return query[at].text == "(" and at > 0 and query[at - 1].kind in {"iri", "name"}


def _anchors(query: Sequence[Token], at: int) -> bool:
    """Tell whether a constant is the subject of a pattern, or its object and not a class."""
    if query[at].kind not in _CONSTANTS:
        return False
    before, after = query[at - 1].text, query[at + 1].text
    return before in {"{", "."} or (after in {".", ";", "}"} and before != "a")
