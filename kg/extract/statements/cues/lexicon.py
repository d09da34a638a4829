"""The words that report speech, in every form, with what may follow them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kg.lexicon import table, words


class Frame(StrEnum):
    """What a reporting verb takes; `kg/lexicon/lists/statements/reporting_verbs.tsv` explains each."""

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
    for phrase, frames, *irregular in table("statements/reporting_verbs.tsv"):
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
    past = f"{verb[:-1]}ied" if _ENDS_IN_Y.search(verb) else f"{verb.removesuffix('e')}{_doubled(verb)}ed"
    return frozenset({verb, _with_s(verb), *(irregular or [past, f"{stem}{_doubled(verb)}ing"])})


def _with_s(word: str) -> str:
    """Return the third person of a verb or the plural of a noun, by the rule."""
    if _ENDS_IN_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(?:s|x|z|ch|sh|o)$", word) else f"{word}s"


_ENDS_IN_Y = re.compile(r"[^aeiou]y$")
# Verbs stressed on a last syllable of one vowel and one consonant double it.
_DOUBLES = re.compile(r"^(?:[^aeiou]*[aeiou][bdgmnpt]|admit|refer|regret|permit)$")


def _doubled(verb: str) -> str:
    return verb[-1] if _DOUBLES.match(verb) else ""


@cache
def reporting_nouns() -> dict[str, frozenset[str]]:
    """Return what opens the content of each reporting noun, by its singular and plural."""
    found: dict[str, frozenset[str]] = {}
    for noun, openers in table("statements/reporting_nouns.tsv"):
        found[noun] = found[_with_s(noun)] = frozenset(openers.split())
    return found


@cache
def speech_events() -> frozenset[str]:
    """Return the nouns of an occasion or medium of speech ("statement", "briefing"), singular and plural."""
    nouns = words("statements/speech_events.txt")
    return nouns | {f"{noun}s" for noun in nouns}  # no "rallies": they are spoken of more often than at


def singular(word: str) -> str:
    """Return the singular of a regular plural.

    >>> [singular(word) for word in ("allies", "witnesses", "sources", "riders")]
    ['ally', 'witness', 'source', 'rider']
    """
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "shes", "ches")) else word.removesuffix("s")


def is_one_of(noun: str, file: str) -> bool:
    """Tell whether a noun or its singular is in the list of that name."""
    return not words(file).isdisjoint({noun, singular(noun)})


def is_stance(verb: str, noun: str) -> bool:
    """Tell whether a noun is something put in words, behind a verb that also tells what things do."""
    return is_one_of(noun, "statements/raised.txt" if verb == "raise" else "statements/stances.txt")
