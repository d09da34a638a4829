"""Who issued a text that speaks: "the statement said" goes on with whoever spoke in a statement or issued one."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from functools import cache

from kg.extract.statements.reports import Report
from kg.lexicon import any_of
from kg.model import ActorKey, Actors, Annotation, Mention, MentionForm, Span

_NEAR = 25  # characters between an issuer and what is issued
_BEHIND = re.compile(r"\b(?:in|at|to|of|for|with|from|on) (?:the )?\Z")  # the body before acts: "an embassy in Gondor"
_TWO = re.compile(r"(?:two|both) (?:countries|nations|states|sides|parties|governments)\b")
_ISSUED = r"(?:issued|released|published|signed|sent|adopted|posted|written)"


class Issuers:
    """Remembers the texts of a document, in text order, with those who issued them."""

    def __init__(self, annotation: Annotation, actors: Actors) -> None:
        self._annotation = annotation
        self._text = annotation.text
        self._mentions = [m for m in actors.mentions if m.form is not MentionForm.PRONOUN]
        self._texts: dict[str, list[tuple[int, tuple[ActorKey, ...]]]] = {}
        for start, noun, issuers in sorted(self._issued()):
            self._texts.setdefault(noun, []).append((start, issuers))

    def note(self, report: Report, speakers: tuple[ActorKey, ...]) -> None:
        """Take note of the text that says a report's words, or in which they were said ("in a joint statement")."""
        source = report.source
        text = _texted().fullmatch(self._text, source.start, source.end) if source is not None else None
        if text is not None and not speakers[0].startswith("unnamed:"):
            insort(self._texts.setdefault(_noun(text), []), (text.start("noun"), speakers))
        sentence = self._annotation.sentences[report.sentence].span
        for medium in _medium().finditer(self._text, sentence.start, sentence.end):
            told = any(start == medium.start() for start, _ in self._texts.get(_noun(medium), ()))
            if not told and not any(span.contains(Span(*medium.span())) for span in report.content):
                insort(self._texts.setdefault(_noun(medium), []), (medium.start(), speakers))

    def of(self, noun: str, before: int) -> tuple[ActorKey, ...]:
        """Return who issued the text called `noun` of which is told last `before` a character, or nobody."""
        told = self._texts.get(noun, [])
        at = bisect_left(told, before, key=lambda entry: entry[0])
        return told[at - 1][1] if at else ()

    def _issued(self) -> Iterator[tuple[int, str, tuple[ActorKey, ...]]]:
        """Yield "a statement (issued) by X" and "X issued a statement"."""
        for by in _issued_by().finditer(self._text):
            after = self._at(by.end(), near=_NEAR if by["issued"] else 1)  # no "letter by riders of Gondor"
            if after:
                yield by.start(), _noun(by), after
        for act in _issues().finditer(self._text):
            last = bisect_left(self._mentions, act.start(), key=lambda m: m.span.start)
            ending = [m for m in self._mentions[max(0, last - 3) : last] if 0 <= act.start() - m.span.end <= _NEAR]
            if ending and not re.search(r"[.;:]\s", self._text[ending[-1].span.end : act.start()]):
                acting = [
                    m for m in ending if not _BEHIND.search(self._text, max(0, m.span.start - _NEAR), m.span.start)
                ]
                yield act.start(), _noun(act), _alike([m for m in acting if m.span.end == ending[-1].span.end])

    def _at(self, start: int, near: int) -> tuple[ActorKey, ...]:
        first = bisect_left(self._mentions, start, key=lambda m: m.span.start)
        following = self._mentions[first : first + 3]
        if not following or following[0].span.start >= start + near:
            return ()
        found = [m for m in following if m.span.start < start + _NEAR]
        owned = [m for m in found if found[0].span.end < m.span.start <= found[0].span.end + len("'s ")]
        if owned and self._text.startswith(("'s ", f" {self._text[owned[0].span.start]}"), found[0].span.end):
            found = owned  # "Gondor's White Council", "the Gondor White Council"
        return _alike([m for m in found if m.span == found[0].span])


def _alike(mentions: list[Mention]) -> tuple[ActorKey, ...]:
    """Return the actors of the last mention, more than one for "the two countries"."""
    return tuple(dict.fromkeys(m.actor for m in mentions if m.span == mentions[-1].span)) if mentions else ()


def _noun(match: re.Match[str]) -> str:
    return match["noun"].lower()


def _texts() -> str:
    return rf"(?P<noun>{any_of('statements/speaking_texts.txt')})"


@cache
def _texted() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!(?:by|of|in|from|to|on)\b)[\w'’.-]+ )+{_texts()}", re.IGNORECASE)


@cache
def _medium() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:in|through|via) (?:an?|his|her|its|their|the) (?:[\w-]+ ){{0,3}}?{_texts()}\b", re.IGNORECASE
    )


@cache
def _issued_by() -> re.Pattern[str]:
    return re.compile(rf"\b{_texts()} (?P<issued>(?:\w+ )?{_ISSUED} (?:\w+ )?)?by (?:the )?", re.IGNORECASE)


@cache
def _issues() -> re.Pattern[str]:
    return re.compile(rf"\b{_ISSUED} (?:an?|its|their|his|her) (?:[\w-]+ ){{0,3}}?{_texts()}\b", re.IGNORECASE)
