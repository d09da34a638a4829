"""Saying what is wrong with a query that Oxigraph refuses, and where."""

import re

from server.syntax.grammar import END, misfit
from server.syntax.tokens import Token, line_at, position, tokens

_PLACE = re.compile(r"^error at \d+:\d+: (?:expected (?:one of )?)?")
_REASON = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){2,}")
_SHOWN = 100  # characters of the line that are shown
_WORDS = {
    "IRI": "an IRI", "NAME": "a prefixed name", "PREFIX": "a prefix", "VARIABLE": "a variable", "TEXT": "a string",
    "INTEGER": "an integer", "DECIMAL": "a decimal", "DOUBLE": "a double", "LABEL": "a blank node",
    "LANGUAGE": "a language tag", "FUNCTION": "a function", END: "the end of the query",
}  # fmt: skip
_ALTERNATIVES = 12
_SCOPE = "the query is well-formed, but a variable is not used as SPARQL allows: one is bound twice, or is out of scope"


def explain(query: str, message: str) -> str:
    """Return line and column of the mistake, what it is, and the line itself with a mark below it.

    `message` is Oxigraph's. Where the grammar is right and something else is wrong, it alone tells what.
    """
    wrong = misfit(query)
    if wrong is not None:
        return _at(query, wrong.token, f"{_found(wrong.token)}; expected {_expected(wrong.expected)}")
    unknown = _undeclared(query)
    if unknown is not None:
        return _at(query, unknown, f"the prefix {unknown.text.partition(':')[0] + ':'!r} is not declared")
    reason = _REASON.search(message) if _PLACE.match(message) else None
    if reason:
        return reason[0]
    if _PLACE.match(message):
        return _SCOPE
    return message


def _at(query: str, token: Token | None, said: str) -> str:
    line, column = position(query, token.start if token else len(query.rstrip()))
    text = line_at(query, line)
    begin = max(0, column - _SHOWN // 2)
    shown = text[begin : begin + _SHOWN].replace("\t", " ")
    return f"line {line}, column {column}: {said}\n{shown}\n{' ' * (column - 1 - begin)}^"


def _found(token: Token | None) -> str:
    if token is None:
        return "the query ends too soon"
    if token.text in {"'", '"'}:
        return "this quotation mark has no partner"
    text = token.text if len(token.text) <= _SHOWN else f"{token.text[:_SHOWN]}…"
    return f"{text} does not fit here"


def _expected(terminals: frozenset[str]) -> str:
    named = [_WORDS[terminal] for terminal in _WORDS if terminal in terminals]
    signs = sorted(terminal.strip("'") for terminal in terminals - _WORDS.keys())
    told = [*named, *signs]
    if len(told) > _ALTERNATIVES:
        told = [*told[:_ALTERNATIVES], "…"]
    return f"{', '.join(told[:-1])} or {told[-1]}" if len(told) > 1 else told[0]


def _undeclared(query: str) -> Token | None:
    declared, last = set(), ""
    for token in tokens(query):
        if token.kind == "name":
            prefix = token.text.partition(":")[0]
            if last == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared:
                return token
        last = token.text.upper()
    return None
