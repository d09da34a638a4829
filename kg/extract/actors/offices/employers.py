"""Which body an office is in where a common noun stands for it: "the bank's governor", "party chairman Denethor"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.actors.holders import Held
from kg.extract.actors.reading import Name, NameKind, Reading
from kg.extract.actors.titles import Title, body_nouns
from kg.extract.actors.titles.model import statuses
from kg.lexicon import words as word_list

_QUALIFYING = frozenset({"the", "his", "her", "its", "their", "parliamentary"})
_NAMELESS = frozenset({"group", "firm", "aid", "body"})  # kinds of known organisations that a noun without a name means
_OF_UNION = "european "
_ANY = "any"
"""The key of all bodies that a noun may mean which is in no name."""


def name_employers(reading: Reading, held: Sequence[Held]) -> list[Held]:
    """Return the titles, those in a body that is named before with its name: the last of that noun or kind.

    Where there is none, and for "its chairman", it is the last that may be called so.
    """
    bodies: dict[str, list[Name]] = {}
    for name in reading.names(NameKind.ORGANIZATION):
        for noun in _nouns_of(reading, name):
            bodies.setdefault(noun, []).append(name)
        if name.known is None or name.known.kind in _NAMELESS:
            bodies.setdefault(_ANY, []).append(name)
    found: list[Held] = []
    for each in held:
        found.append(_sharing(reading, _placed(reading, each, bodies), found[-1:]))
    return found


def _sharing(reading: Reading, held: Held, last: Sequence[Held]) -> Held:
    """Return the title in the body of the one listed before it: "the Mint's head Denethor and treasurer Imrahil"."""
    title, named = held.title, held.rule == "role-before-name"
    bodily = title.noun.body or title.of_firms
    for one in last:
        if one.holder is None or one.title.organization is None or title.placed or not (named and bodily):
            continue
        between = range(one.holder.last, title.first)
        listed = between and all(reading.words[i].lower in {",", "and"} for i in between)
        beside = one.holder == held.holder and one.title.last == title.first  # "Mint spokesman Assistant Secretary X"
        if listed or beside or one.title.head == title.head:
            body = one.title.organization
            return replace(held, title=replace(title, organization=body, country=one.title.country))
    return held


def in_unnamed_body(reading: Reading, title: Title) -> bool:
    """Tell whether the title names its body by a noun alone, and not one of the state's, whose are all ministers."""
    noun = _noun(reading, title) or _served(reading, title)
    return title.group != "minister" and bool(noun) and "state" not in body_nouns()[noun]


def _nouns_of(reading: Reading, name: Name) -> set[str]:
    """Return the nouns that may stand for the organisation: of its own words, or of its kind.

    A committee of the parliament is no parliament.
    """
    kind = name.known.kind if name.known is not None else ""
    nouns = [word for word in (reading.words[i].lower for i in range(name.first, name.last)) if word in body_nouns()]
    own = {noun for noun in nouns if "state" not in body_nouns()[noun] or set(nouns) == {noun}}
    return own or {noun for noun, kinds in body_nouns().items() if kind in kinds - {"state"}}


def _placed(reading: Reading, held: Held, bodies: dict[str, list[Name]]) -> Held:
    title = held.title
    if title.title.startswith(_OF_UNION) and not title.placed and (union := _union(reading)) is not None:
        text = title.title.removeprefix(_OF_UNION)
        return replace(held, title=replace(title, title=text, organization=union))
    noun = "" if title.placed else _noun(reading, title) or _served(reading, title)
    body = _last(bodies.get(noun, []), title) or (_union(reading) if noun == "bloc" else None)
    if body is None and _anaphoric(reading, title, noun):
        body = _near(reading, _last(bodies.get(_ANY, []), title), title)
    if body is None:
        return held
    plain = re.sub(rf" (?:of|for|at|in) (?:the )?{noun}$", "", title.title)
    text = " ".join(word for word in plain.split() if word not in _QUALIFYING | {noun})
    return replace(held, title=replace(title, title=text, owner=None, organization=body, country=body.country))


def _union(reading: Reading) -> Name | None:
    """Return the first mention of the body whose officers are called European."""
    bodies = reading.names(NameKind.ORGANIZATION)
    return next((name for name in bodies if name.known is not None and name.known.name == "European Union"), None)


def _last(bodies: Sequence[Name], title: Title) -> Name | None:
    before = bisect_left([name.first for name in bodies], title.first)
    return bodies[before - 1] if before else None


def _near(reading: Reading, body: Name | None, title: Title) -> Name | None:
    """Return the body if it is named in the sentence of the title, or in the one before and no country after it."""
    if body is None:
        return None
    apart = reading.words[title.head].sentence - reading.words[body.first].sentence
    abroad = any(reading.country_at.covering(i) for i in range(body.last, title.first))
    return body if apart == 0 or (apart == 1 and not abroad) else None


def _anaphoric(reading: Reading, title: Title, noun: str) -> bool:
    """Tell whether the title means the office of a body spoken of: "its chairman", "the union's president"."""
    owned = title.owner is not None and reading.words[title.owner].lower == noun and "state" not in body_nouns()[noun]
    return owned or (title.article == "its" and not title.placed and title.noun.body)


def _served(reading: Reading, title: Title) -> str:
    """Return the noun alone that the office is of or for: "spokesman for the ministry", "head of the party"."""
    words, noun = reading.words, title.last - 1
    alone = words[noun - 1].lower == "the" and noun == title.head + 3 and words[noun].lower in body_nouns()
    return words[noun].lower if alone and title.noun.body else ""


def _noun(reading: Reading, title: Title) -> str:
    """Return the noun that owns the title, opens it or stands before it, if only an article is before it."""
    words, opening = reading.words, title.first
    while words[opening].lower in _QUALIFYING | statuses().keys():
        opening += 1
    for at in (title.owner, opening, title.first - 1):
        if at is None or words[at].lower not in body_nouns() or reading.name_at(at):
            continue
        before = words[at - 1]
        if not before.is_word or before.lower in _QUALIFYING | statuses().keys() | word_list("function_words.txt"):
            return words[at].lower
    return ""
