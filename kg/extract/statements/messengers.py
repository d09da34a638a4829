"""Words that a messenger brings: in "conveyed the greetings of the king" the king speaks."""

import re
from bisect import bisect_left
from functools import cache

from kg.extract.statements.reports import Report
from kg.lexicon import any_of
from kg.model import ActorKey, Mention, MentionForm

_TIED = 4  # mentions that may begin at one place: a country, the office, its holder
_TITLES = 60  # characters of ranks and styles that may stand before the sender's name


class Messengers:
    """Knows a document's mentions, in text order, and finds the senders of messages among them."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self._text = text
        self._mentions = [m for m in mentions if m.form is not MentionForm.PRONOUN]

    def sender(self, report: Report) -> ActorKey | None:
        """Return whose greetings or message the report's speaker brings."""
        if report.cue is None or not report.cue.of(self._text).lower().startswith("convey"):
            return None
        opening = _opening().match(self._text, report.content[0].start, report.content[0].end)
        at = opening.end() if opening is not None else report.content[0].start
        first = bisect_left(self._mentions, at, key=lambda m: m.span.start)
        near = sorted(self._mentions[first : first + _TIED], key=lambda m: (m.span.start, -m.span.end))
        if not near or near[0].span.start > at + _TITLES:
            return None
        owns = opening is not None or _owned().match(self._text, near[0].span.end) is not None
        return near[0].actor if owns else None


@cache
def _noun() -> str:
    return rf"(?:[\w-]+ ){{0,3}}(?:{any_of('conveyed.txt')})"


@cache
def _opening() -> re.Pattern[str]:
    """Return what matches "the greetings of"."""
    return re.compile(rf"(?:the )?{_noun()}(?:,? and {_noun()})* (?:of|from) ", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    """Return what matches the end of "the king's greetings" behind the king."""
    return re.compile(rf"'s? {_noun()}\b", re.IGNORECASE)
