"""The words that report speech, in every form, with what may follow them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.lexicon import table, words


class Frame(StrEnum):
    """What a reporting verb takes; `kg/lexicon/reporting_verbs.tsv` explains each."""

    QUOTE = "quote"
    CLAUSE = "clause"
    THAT = "that"
    NOUN = "np"
    AS = "as"
    BLAME = "blame"
    NAMING = "naming"
    TO = "to"
    HEAR = "hear"
    QUOTED = "quoted"
    TOPIC = "topic"
    ALONE = "alone"
    TEXT = "text"
    STANCE = "stance"
    DEED = "deed"
    SOURCE = "source"
    MEET = "meet"
    CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class Reporting:
    """One entry: `rest` are the words after the verb ("called *for*", "expressed *hope*")."""

    verb: str
    rest: tuple[str, ...]
    frames: frozenset[Frame]


@cache
def reporting_verbs() -> dict[str, tuple[Reporting, ...]]:
    """Return the entries by each form of their verb ("says", "said", "saying"), those of most words first."""
    found: dict[str, list[Reporting]] = {}
    for phrase, frames, *irregular in table("reporting_verbs.tsv"):
        verb, *rest = phrase.split()
        entry = Reporting(verb, tuple(rest), frozenset(map(Frame, frames.split())))
        for form in inflected(verb, irregular[0].split() if irregular else []):
            found.setdefault(form, []).append(entry)
    return {form: tuple(sorted(entries, key=lambda e: -len(e.rest))) for form, entries in found.items()}


def inflected(verb: str, irregular: list[str]) -> frozenset[str]:
    """Return the forms of `verb`; `irregular` are its past, past participle and gerund, if not by the rule.

    >>> sorted(inflected("deny", []))
    ['denied', 'denies', 'deny', 'denying']
    >>> sorted(inflected("tell", ["told", "told", "telling"]))
    ['tell', 'telling', 'tells', 'told']
    """
    stem = verb if verb.endswith("ee") else verb.removesuffix("e")
    if re.search(r"[^aeiou]y$", verb):
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    else:
        third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
        past = f"{verb}d" if verb.endswith("e") else f"{verb}{_doubled(verb)}ed"
    return frozenset({verb, third, *(irregular or [past, f"{stem}{_doubled(verb)}ing"])})


# Verbs stressed on a last syllable of one vowel and one consonant double it.
_DOUBLES = re.compile(r"^(?:[^aeiou]*[aeiou][bdgmnpt]|admit|refer|regret|permit)$")


def _doubled(verb: str) -> str:
    return verb[-1] if _DOUBLES.match(verb) else ""


@cache
def reporting_nouns() -> dict[str, frozenset[str]]:
    """Return what opens the content of each reporting noun, by its singular and plural."""
    found: dict[str, frozenset[str]] = {}
    for noun, openers in table("reporting_nouns.tsv"):
        plural = f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"
        found[noun] = found[plural] = frozenset(openers.split())
    return found


@cache
def speech_events() -> frozenset[str]:
    """Return the nouns of an occasion or medium of speech ("statement", "briefing"), singular and plural."""
    singular = words("speech_events.txt")
    return singular | {f"{noun}s" for noun in singular}


def is_one_of(noun: str, file: str) -> bool:
    """Tell whether a noun is in the list of that name, or its singular by the rule is."""
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    return not words(file).isdisjoint({noun, singular})
