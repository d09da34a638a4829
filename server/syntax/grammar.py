"""A recogniser for SPARQL's grammar: it tells the first token that fits no query, and what would have fitted.

Oxigraph's own messages name the place where its last attempt ended, which may be far from the mistake. The grammar is
LL(1), so one look at each token and a stack are enough: time is linear, and nesting takes no recursion.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from server.syntax.tokens import Token, tokens

_FOLDER = Path(__file__).parent
_LEXEME = re.compile(r"'[^']+'|[A-Za-z]+|[?*+()|]")
_KINDS = {
    "iri": "IRI", "string": "TEXT", "variable": "VARIABLE", "label": "LABEL", "language": "LANGUAGE",
    "integer": "INTEGER", "decimal": "DECIMAL", "double": "DOUBLE",
}  # fmt: skip
END = "END"


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a rule: `terminal` and `rule` by name, `sequence` and `choice` of parts, `?` and `*` of one part."""

    kind: str
    name: str = ""
    parts: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first token that fits no query (None: the query ends too soon), and the terminals that would."""

    token: Token | None
    expected: frozenset[str]


def misfit(query: str) -> Misfit | None:
    """Return what does not fit in `query`; None where its grammar is right."""
    stack, skipped = [Node("rule", "Query")], set[str]()
    found: Iterator[Token] = tokens(query)
    token = next(found, None)
    while stack:
        node = stack.pop()
        fits = not _terminals(token).isdisjoint(_first(node))
        if node.kind == "terminal":
            if not fits:
                return Misfit(token, frozenset(skipped | _first(node)))
            token, skipped = next(found, None), set()
        elif fits:
            stack += reversed(_expand(node, token))
        else:
            skipped |= _first(node)
            if not _nullable(node):
                return Misfit(token, frozenset(skipped))
    return None


def _expand(node: Node, token: Token | None) -> tuple[Node, ...]:
    """Return what stands for `node` before `token`, with which it can begin."""
    if node.kind == "rule":
        return (_rules()[node.name],)
    if node.kind == "choice":
        terminals = _terminals(token)
        return (next(part for part in node.parts if not terminals.isdisjoint(_first(part))),)
    return (*node.parts, node) if node.kind == "*" else node.parts


def _terminals(token: Token | None) -> frozenset[str]:
    """Return the terminals that a token can be."""
    if token is None:
        return frozenset({END})
    if token.kind == "name":
        return frozenset({"PREFIX" if token.text.endswith(":") else "NAME"})
    if token.kind == "word":
        return _word(token.text)
    return frozenset({_KINDS.get(token.kind) or f"'{token.text}'"})


@cache
def _functions() -> frozenset[str]:
    lines = (_FOLDER / "functions.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _word(text: str) -> frozenset[str]:
    if text == "a":
        return frozenset({"'a'"})
    upper = text.upper()
    return frozenset({f"'{upper}'", "FUNCTION"} if upper in _functions() else {f"'{upper}'"})


@cache
def _rules() -> dict[str, Node]:
    rules = {}
    for line in (_FOLDER / "sparql.ebnf").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, body = line.partition("=")
            lexemes = _LEXEME.findall(body)
            rules[name.strip()] = _choice(lexemes)
    return rules


def _choice(lexemes: list[str]) -> Node:
    """Read alternatives from the front of `lexemes`, up to a closing parenthesis or the end."""
    alternatives = [_sequence(lexemes)]
    while lexemes and lexemes[0] == "|":
        lexemes.pop(0)
        alternatives.append(_sequence(lexemes))
    return alternatives[0] if len(alternatives) == 1 else Node("choice", parts=tuple(alternatives))


def _sequence(lexemes: list[str]) -> Node:
    parts = []
    while lexemes and lexemes[0] not in {"|", ")"}:
        parts.append(_repeated(_part(lexemes), lexemes))
    return Node("sequence", parts=tuple(parts))


def _part(lexemes: list[str]) -> Node:
    lexeme = lexemes.pop(0)
    if lexeme == "(":
        inner = _choice(lexemes)
        lexemes.pop(0)
        return inner
    return Node("terminal" if lexeme.startswith("'") or lexeme.isupper() else "rule", lexeme)


def _repeated(part: Node, lexemes: list[str]) -> Node:
    mark = lexemes.pop(0) if lexemes and lexemes[0] in {"?", "*", "+"} else ""
    if mark == "+":
        return Node("sequence", parts=(part, Node("*", parts=(part,))))
    return Node(mark, parts=(part,)) if mark else part


@cache
def _nullable(node: Node) -> bool:
    if node.kind == "rule":
        return _nullable(_rules()[node.name])
    if node.kind == "choice":
        return any(map(_nullable, node.parts))
    return node.kind in {"?", "*"} or (node.kind == "sequence" and all(map(_nullable, node.parts)))


@cache
def _first(node: Node) -> frozenset[str]:
    """Return the terminals with which `node` can begin."""
    if node.kind == "terminal":
        return frozenset({node.name})
    if node.kind == "rule":
        return _first(_rules()[node.name])
    found: frozenset[str] = frozenset()
    for part in node.parts:
        found |= _first(part)
        if node.kind == "sequence" and not _nullable(part):
            break
    return found
