"""SPARQL as tokens: strings, comments and IRIs are known for what they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME_START = "A-Za-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-῿‌-‍⁰-↏Ⰰ-⿯、-\ud7ff豈-﷏ﷰ-�𐀀-\U000effff"
_NAME = _NAME_START + "_0-9·̀-ͯ‿-⁀-"
_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = rf"(?:[{_NAME_START}_0-9:]|{_ESCAPE})(?:(?:[{_NAME}.:]|{_ESCAPE})*(?:[{_NAME}:]|{_ESCAPE}))?"
_PREFIX = rf"(?:[{_NAME_START}](?:[{_NAME}.]{{0,255}}[{_NAME}])?)?"  # bounded, or `a.a.a.` takes quadratic time

_PATTERN = re.compile(
    rf"""
    (?P<blank>[\x20\t\r\n]+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:\"{{0,2}}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
              |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
  | (?P<variable>[?$][{_NAME_START}_0-9][{_NAME_START}_0-9·̀-ͯ‿-⁀]*)
  | (?P<label>_:[{_NAME_START}_0-9](?:[{_NAME}.]*[{_NAME}])?)
  | (?P<name>{_PREFIX}:(?:{_LOCAL})?)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<double>(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)[eE][+-]?[0-9]+)
  | (?P<decimal>[0-9]*\.[0-9]+)
  | (?P<integer>[0-9]+)
  | (?P<word>[A-Za-z][A-Za-z0-9_]*)
  | (?P<sign>\^\^|&&|\|\||!=|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UNCLOSED = 100  # quotation marks without a partner after which no partner is looked for any more
_OPERANDS = frozenset({"iri", "string", "variable", "name", "double", "decimal", "integer", "language"})


class Token(NamedTuple):
    """A piece of a query; `kind` is the name of its pattern, `start` its offset."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of `query` without blanks and comments; what is none comes as a `sign` of one character.

    `<` begins an IRI or means less-than. Within parentheses, after an operand, what looks like an IRI with a
    parenthesis in it is read as less-than: so nothing that Oxigraph would read as code passes as an IRI.

    >>> [token.text for token in tokens("FILTER(2<3)SERVICE#x>")]
    ['FILTER', '(', '2', '<', '3', ')', 'SERVICE']
    """
    at, parentheses, operand, unclosed = 0, 0, False, 0
    while match := _PATTERN.match(query, at):
        kind, text = match.lastgroup or "", match[0]
        if kind == "iri" and operand and parentheses and ("(" in text or ")" in text):
            kind, text = "sign", query[at : at + 1 + (query[at + 1] == "=")]
        if kind not in {"blank", "comment"}:
            yield Token(kind, text, at)
            parentheses += (text == "(") - (text == ")")
            operand = kind in _OPERANDS or text == ")"
            unclosed += text in {"'", '"'}
            if unclosed > _UNCLOSED:
                return
        at += len(text)


def position(query: str, offset: int) -> tuple[int, int]:
    r"""Return line and column of `offset`, both from 1; `\r\n`, `\n` and `\r` end a line.

    >>> position("ASK\r\n{", 5)
    (2, 1)
    """
    before = query[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def line_at(query: str, line: int) -> str:
    """Return the text of a line, counted from 1; empty past the end."""
    lines = query.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[line - 1] if 0 < line <= len(lines) else ""
