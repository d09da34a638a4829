"""Words that a messenger brings: in "conveyed the greetings of the king" the king speaks."""

import re
from bisect import bisect_left
from functools import cache
from itertools import islice

from kg.extract.statements.reports import Report
from kg.lexicon import any_of
from kg.model import ActorKey, Mention, MentionForm

_AND = re.compile(r",? and (?:(?:of|from) )?[^,.;:]{0,60}")  # between two who send greetings
_MOST = 12  # mentions among which both stand
_TIED = 4  # mentions that may begin at one place: a country, the office, its holder
_STYLE = 6  # characters between a style that stands for a country and its bearer's name
_TITLES = 60  # characters of ranks and styles that may stand before the sender's name


class Messengers:
    """Knows a document's mentions, in text order, and finds the senders of messages among them."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self._text = text
        self._mentions = [m for m in mentions if m.form is not MentionForm.PRONOUN]

    def senders(self, report: Report) -> tuple[ActorKey, ...]:
        """Return whose greetings or message the report's speaker brings."""
        if report.cue is None or not report.cue.of(self._text).lower().startswith(("convey", "extend")):
            return ()
        opening = _opening().match(self._text, report.content[0].start, report.content[0].end)
        at = opening.end() if opening is not None else report.content[0].start
        first = bisect_left(self._mentions, at, key=lambda m: m.span.start)
        near = sorted(self._mentions[first : first + _TIED], key=lambda m: (m.span.start, -m.span.end))
        if not near or near[0].span.start > min(at + _TITLES, report.content[0].end):
            return ()
        if opening is None and _owned().match(self._text, near[0].span.end) is None:
            return ()
        people = [m for m in self._mentions[first : first + _MOST] if m.actor.startswith("person:")]
        if not people or people[0].span.start > near[0].span.end + _STYLE:
            return (near[0].actor,)
        joined = (m.actor for m in people[1:] if _AND.fullmatch(self._text, people[0].span.end, m.span.start))
        return tuple(dict.fromkeys((people[0].actor, *islice(joined, 1))))


@cache
def _noun() -> str:
    return rf"(?:[\w-]+ ){{0,3}}(?:{any_of('statements/conveyed.txt')})"


@cache
def _opening() -> re.Pattern[str]:
    """Return what matches "the greetings of"."""
    return re.compile(rf"(?:the )?{_noun()}(?:,? and {_noun()})* (?:of|from) ", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    """Return what matches the end of "the king's greetings" behind the king."""
    return re.compile(rf"'s? {_noun()}\b", re.IGNORECASE)
