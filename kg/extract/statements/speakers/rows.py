"""Persons named in a row who speak together: "Foreign Ministers Eomer of Rohan and Imrahil of Gondor"."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from kg.extract.actors.titles import heads, honorifics
from kg.extract.statements.speakers.mentioned import countries_named, within
from kg.lexicon import words
from kg.model import ActorKey, Actors, Annotation, Mention, MentionForm, Span

_PLACE = r"(?: (?:of|from) (?:the )?@+)?(?: \([^()]{1,40}\))?"  # countries are masked
_GAP = re.compile(rf"{_PLACE}(?P<aside>, [^,]{{3,60}}(?=,? and |, and ))?(?P<joint>,? and |, )(?P<title>.*)")
_TAIL = re.compile(rf"{_PLACE}(?! and\b|, and\b)(?:,.*)?")
_PLURAL = re.compile(
    r"(?:[\w@'’-]+ ){0,5}(?P<head>[a-z]+s)(?: (?:of|from) (?:the )?@+(?:, @+)*,? and (?:the )?@+)?,? ", re.IGNORECASE
)  # "the foreign ministers of Gondor and Rohan, "
_RELATES = re.compile(r"\b(?:who|whose|which|that|with|by|said)\b")
_FREE = frozenset({"the", "both", "and"})
_LONGEST = 150  # characters between two names
_MOST = 8  # names


class Rows:
    """Knows where persons are named, under which titles."""

    def __init__(self, annotation: Annotation, actors: Actors, titles: Mapping[ActorKey, AbstractSet[Span]]) -> None:
        self._text = annotation.text
        self._names = [m for m in actors.mentions if m.form is MentionForm.NAME and m.actor.startswith("person:")]
        self._begins = [name.span.start for name in self._names]
        self._countries = countries_named(actors)
        self._titles = {actor: sorted(spans) for actor, spans in titles.items()}
        self._starts = [sentence.span.start for sentence in annotation.sentences]

    def of(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the persons of a row that ends in the words, be its beginning before them; nobody if there is none."""
        inside = within(self._names, source)
        if not inside or _TAIL.fullmatch(self._masked(inside[-1].span.end, source.end)) is None:
            return ()
        at = bisect_left(self._begins, inside[-1].span.start)
        row = [self._names[at]]
        joints: list[str] = []
        while at and len(row) < _MOST:
            joint = self._joint(self._names[at - 1], row[0])
            if not joint or (joints and "and" in joint):
                break
            at, row, joints = at - 1, [self._names[at - 1], *row], [joint, *joints]
        if not joints or "and" not in joints[-1] or not self._opens(row[0], source):
            return ()
        return tuple(dict.fromkeys(name.actor for name in row))

    def _joint(self, name: Mention, following: Mention) -> str:
        """Return the comma or "and" by which the second name follows the first in a row; nothing if it does not."""
        if following.span.start - name.span.end > _LONGEST:
            return ""
        gap = _GAP.fullmatch(self._masked(name.span.end, following.span.start))
        if gap is None or _RELATES.search(gap["aside"] or "") is not None:
            return ""
        return gap["joint"] if self._is_title(name.span.end + gap.start("title"), following) else ""

    def _opens(self, first: Mention, source: Span) -> bool:
        """Tell whether only titles stand before the row in its part of the sentence."""
        start = source.start
        if start > first.span.start:
            sentence = self._starts[max(0, bisect_left(self._starts, first.span.start + 1) - 1)]
            comma = self._text.rfind(", ", sentence, first.span.start)
            start = comma + 2 if comma >= 0 else sentence
        plural = _PLURAL.fullmatch(self._masked(start, first.span.start))
        return (plural is not None and plural["head"].lower() in heads()) or self._is_title(start, first)

    def _is_title(self, start: int, name: Mention) -> bool:
        """Tell whether all between the character and a name is a title, a rank or an address of its bearer."""
        before = name.span.start
        spans = self._titles.get(name.actor, [])
        first, last = (bisect_left(spans, at, key=lambda span: span.start) for at in (start, before))
        title = next((span.start for span in spans[first:last] if before <= span.end + 1), before)
        told = {word.strip(".,").lower() for word in self._text[start:title].split()}
        return told <= words("persons/ranks.txt") | honorifics().keys() | _FREE

    def _masked(self, start: int, end: int) -> str:
        """Return the text with a sign in place of each letter of countries' names."""
        text = self._text[start:end].replace("\n", " ")
        for country in within(self._countries, Span(start, max(start, end))):
            first, last = country.span.start - start, country.span.end - start
            text = f"{text[:first]}{'@' * (last - first)}{text[last:]}"
        return text
