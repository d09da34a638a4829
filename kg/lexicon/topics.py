"""Topics of the SKOS scheme, and which of them a passage is about."""

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon.turtle import read_reference


@dataclass(frozen=True, slots=True)
class Topic:
    """`stems` are beginnings of telling words; a final space asks for the whole word."""

    id: str
    label: str
    stems: tuple[str, ...]


@cache
def topics() -> dict[str, Topic]:
    """Return the topics by their ids."""
    found: dict[str, Topic] = {}
    for path, node in read_reference("topics").items():
        if "hiddenLabel" in node:
            name = path.rpartition("/")[2]
            found[name] = Topic(name, node["prefLabel"][0], node["hiddenLabel"])
    return found


def topics_of(text: str) -> tuple[str, ...]:
    """Return the ids of the topics that `text` is about, in the scheme's order.

    >>> topics_of("Gondor will send weapons to fight terrorism")
    ('counter-terrorism', 'arms')
    """
    telling = {topic for topic, pattern in _patterns().items() if pattern.search(text)}
    return tuple(topic for topic in topics() if topic in telling)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {topic.id: re.compile("|".join(map(_pattern, topic.stems))) for topic in topics().values()}


def _pattern(stem: str) -> str:
    """Return a pattern for the stem, with a capital first letter allowed."""
    word = re.escape(stem.strip())
    first = stem[0]
    head = f"[{first}{first.upper()}]{word[1:]}" if first.islower() else word
    return rf"\b{head}" + (r"\b" if stem.endswith(" ") else "")
