"""What the server must know of a query before it lets a worker parse it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from server.errors import BadQuery
from server.syntax.light import is_light
from server.syntax.tokens import Token, position, tokens

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
_CONSTANT = re.compile(r"""<[^<>"{}|^`\\()\x00-\x20]*>|"[^"\r\n]*"|'[^'\r\n]*'|\#[^\r\n]*""")
# Escapes, long strings and what may be an IRI or less-than: where these are, a constant may not be what it seems.
_AMBIGUOUS = re.compile(r"""\\|\"{3}|'{3}|<[^<>\x00-\x20]*[()]""")
_SHAPED = 2000  # characters of the longest query of which a shape is made
_OPENING, _CLOSING = frozenset("{[("), frozenset("}])")


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a query's tokens tell.

    `form` is one of `FORMS`, empty where none is found; `update` the first word of an update; `volatile` whether the
    answer may differ from one time to the next; `services` the tokens after each SERVICE (and SILENT); `default` and
    `named` the graphs of its dataset clauses, as IRIs; `light` whether it is most likely answered in a moment.
    """

    form: str = ""
    update: str = ""
    volatile: bool = False
    services: tuple[Token, ...] = ()
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    light: bool = False


def inspect(query: str, depth: int, base: str) -> Inspection:
    """Inspect `query`; raises BadQuery where it nests deeper than `depth`. Relative IRIs resolve against `base`.

    >>> inspect("BASE <http://a/> SELECT * FROM <g> { ?s ?p 'SERVICE' }", 100, "http://b/").default
    ('http://a/g',)
    """
    if len(query) > _SHAPED or _AMBIGUOUS.search(query):
        return _read(query, depth, base)
    return _of_shape(_CONSTANT.sub("<>", query), depth) or _read(query, depth, base)


@lru_cache(maxsize=1024)
def _of_shape(shape: str, depth: int) -> Inspection | None:
    """Return what is true of every query of a shape; None where its constants matter, or to say where it is wrong.

    Clients send a few shapes with ever other constants, so this saves reading nearly all queries.
    """
    try:
        found = _read(shape, depth, "")
    except BadQuery:
        return None
    return None if found.update or found.services or found.default or found.named else found


def _read(query: str, depth: int, base: str) -> Inspection:
    found = list(_bounded(query, depth))
    words = [(at, token.text.upper()) for at, token in enumerate(found) if token.kind == "word"]
    form = next((word for _, word in words if word in FORMS or word in _UPDATES), "")
    default, named = _dataset(found, base)
    return Inspection(
        form=form if form in FORMS else "",
        update=form if form in _UPDATES else "",
        volatile=any(word in _VOLATILE and _text(found, at + 1) == "(" for at, word in words),
        services=tuple(_target(found, at) for at, word in words if word == "SERVICE"),
        default=default,
        named=named,
        light=is_light(found),
    )


def _bounded(query: str, depth: int) -> Iterator[Token]:
    level = 0
    for token in tokens(query):
        if token.text in _OPENING:
            level += 1
            if level > depth:
                line, column = position(query, token.start)
                raise BadQuery(f"line {line}, column {column}: the query nests deeper than {depth} levels")
        elif token.text in _CLOSING:
            level -= 1
        yield token


def _text(found: Sequence[Token], at: int) -> str:
    return found[at].text if at < len(found) else ""


def _target(found: Sequence[Token], at: int) -> Token:
    silent = _text(found, at + 1).upper() == "SILENT"
    following = at + 1 + silent
    return found[following] if following < len(found) else found[at]


def _dataset(found: Sequence[Token], base: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the graphs of FROM and of FROM NAMED; the prologue's BASE and PREFIX apply."""
    prefixes: dict[str, str] = {}
    default, named = [], []
    for at, token in enumerate(found):
        word = token.text.upper() if token.kind == "word" else token.text
        if word == "BASE":
            base = urljoin(base, _text(found, at + 1)[1:-1])
        elif word == "PREFIX":
            prefixes[_text(found, at + 1)] = urljoin(base, _text(found, at + 2)[1:-1])
        elif word == "FROM" and _text(found, at + 1).upper() == "NAMED":
            named.append(_resolve(_text(found, at + 2), base, prefixes))
        elif word == "FROM":
            default.append(_resolve(_text(found, at + 1), base, prefixes))
        elif word in {"WHERE", "{"}:
            break
    return tuple(default), tuple(named)


def _resolve(name: str, base: str, prefixes: dict[str, str]) -> str:
    if name.startswith("<"):
        return urljoin(base, name[1:-1])
    prefix, _, local = name.partition(":")
    return prefixes.get(f"{prefix}:", "") + local.replace("\\", "")
