"""From the words that name a speaker to the actors they stand for."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from kg.extract.statements.described import Described, singular
from kg.extract.statements.disclosures import Disclosures
from kg.extract.statements.issuers import Issuers
from kg.extract.statements.recall import Recall
from kg.extract.statements.reports import Report
from kg.lexicon import words
from kg.model import ActorKey, Actors, Annotation, Mention, MentionForm, Span, UnnamedActor

Resolve = Callable[[Span], tuple[ActorKey, ...]]
"""Returns the actors that a noun phrase stands for, none if it is unclear or names nobody known."""

_PRONOUNS = frozenset(
    {"he", "she", "they", "him", "her", "them", "his", "their", "who", "which", "it", "this", "that", "one"}
)
_THIRD = frozenset({"he", "she"})
_SELF = frozenset({"i", "we", "you", "me", "us", "one"})
_FIRST_PART = re.compile(r".*?(?=,| (?:of|at|for|in|to|from|with|who|which|that|by) |\Z)")
_CALLING = re.compile(r"[Tt]he (?:same |senior |top |veteran |high-ranking )?(?:[\w-]+ ){0,2}(?P<noun>[A-Za-z]+)")
_JOINTS = re.compile(r",? and |, ")
_MOST = 6  # names in a row, or titles of one person
_DEFINITE_TEXT = re.compile(r"(?:[Tt]he|[Tt]h[ai][ts]|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){0,2}")
_FINDINGS = frozenset({"data", "figure", "statistic", "poll", "study", "survey"})  # anybody's
_BOTH = re.compile(r"both (?:the )?", re.IGNORECASE)
_GOVERNMENTS = re.compile(r"(?:^|\s)\w+ and \w+ (?:governments|regimes|administrations)\Z")
_WITHIN = re.compile(r",| (?:of|at|by|for|in|to|from|with|who) ")  # "and" may join something further down
_FROM = re.compile(r" (?:from|of|with) (?:the )?[A-Z][^,]*\Z")  # "her rival Eomer from the Mark"
_JOINED = re.compile(r"(?:\b(?:and|of|by|for|with|against|from|to)|,|'s) \Z")
_NEAR = 10  # characters before a name
_RECENT = 50  # speakers that are remembered


def _texts() -> frozenset[str]:
    return words("speaking_texts.txt")


class Speakers:
    """Names the speakers of a document's reports."""

    def __init__(self, annotation: Annotation, actors: Actors, resolve: Resolve) -> None:
        self._text = annotation.text
        self._resolve = resolve
        named = [m for m in actors.mentions if m.form is not MentionForm.PRONOUN]
        self._named: dict[ActorKey, list[Mention]] = {}
        for mention in named:
            self._named.setdefault(mention.actor, []).append(mention)
        self._titles = {
            key: {m.span for m in mentions if m.form is MentionForm.DESCRIPTION}
            for key, mentions in self._named.items()
        }
        self._countries = [m for m in named if m.actor.startswith("country:")]
        self._names = [m for m in actors.mentions if m.form is MentionForm.NAME]
        self._described = Described(annotation.text, actors)
        self._last: tuple[ActorKey, ...] = ()
        self._teller: tuple[ActorKey, ...] = ()  # who told last, also what somebody else had said
        self._relates = False  # whether the last report told something before its speaker, in other words
        self._spoke: list[ActorKey] = []  # the last one first
        self._recall = Recall(annotation.text, actors)
        self._outlets = {o.key for o in actors.organizations if o.outlet}
        self._issuers = Issuers(annotation, actors)
        self._disclosures = Disclosures(annotation, actors)

    def of(self, report: Report, around: Report | None) -> tuple[ActorKey, ...]:
        """Return who speaks, nobody if the words do not tell; in the words of the report `around` only known actors.

        A medium's words tell of unnamed speakers too.
        """
        if report.source is None:
            return ()
        printed = report.source.of(self._text).lower()
        if printed in _SELF:
            return ()
        known = self.known(report.source)
        found = self._resumed(report.source, known) or known
        if report.rule == "continued-paragraph" and found != self._last:
            return ()  # the sentence before was about somebody else
        closes = printed in _THIRD and report.rule == "before"
        if closes and not report.direct and self._relates:
            found = self._last_person(printed) or found
        inside = around is not None
        if not found and around is not None and printed not in _PRONOUNS and self._is_outlet(around):
            found = self._described.of(report.source)
        if not found and not inside and report.rule != "label":
            if printed in _PRONOUNS:
                found = self._last_person(printed)
            else:
                found = self._going_on(report.source) or self._described.of(report.source)
        if closes and not report.direct:
            found = tuple(key for key in found if not self._speaks_of(report, key))
        if found and not inside:
            self._relates = report.rule == "before" and not report.direct
            self._last = found
            self._teller = self._person_of(report.relay) or self._person_of(report.source)
            self._spoke = [*found, *(key for key in self._spoke if key not in found)][:_RECENT]
            self._issuers.note(report, found)
            self._disclosures.note(report, found, self._described.actors)
        return found

    @property
    def unnamed(self) -> Mapping[ActorKey, UnnamedActor]:
        """Those who spoke so far and are described only."""
        return self._described.actors

    def _is_outlet(self, report: Report) -> bool:
        """Tell whether a medium speaks, which only tells what others said."""
        found = self.known(report.source) if report.source is not None else ()
        return bool(found) and self._outlets.issuperset(found)

    def named(self, keys: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
        """Return the actors with the persons in place of those who were only described where they spoke first."""
        return tuple(self._disclosures.named.get(key, key) for key in keys)

    def _speaks_of(self, report: Report, key: ActorKey) -> bool:
        """Tell whether what was said names the actor, as nobody does himself: "Eomer will ride, he said"."""
        return any(content.contains(m.span) for m in self._named.get(key, ()) for content in report.content)

    def cited(self, report: Report, around: Report | None) -> tuple[ActorKey, ...]:
        """Return whom a medium cites for what it reports, nobody if it speaks for itself."""
        if report.cited is None or not self._is_outlet(report):
            return ()
        return self.of(replace(report, source=report.cited, cited=None), around)

    def known(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the known actors that the words stand for; a text or medium stands for the one who issues it."""
        return (
            self._titled_last(source)
            or self._joined(source)
            or self._holder(source)
            or self._standing_for(source)
            or self._named_in(source)
            or self._issuer(source)
            or self._recall.body(source, self._spoke)
            or self._recall.person(source, self._spoke)
        )

    def _titled_last(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the person whose title and name fill the phrase from its last comma on: what stands before is another.

        "(In talks with) the captain, Eomer, Gondorian Steward Faramir said" is Faramir.
        """
        comma = self._text.rfind(", ", source.start, source.end)
        if comma < 0:
            return ()
        last = Span(comma + 2, source.end)
        titled = next((key for key in self._resolve(last) if last in self._titles.get(key, ())), None)
        before = {m.actor for m in self._names if source.start <= m.span.start and m.span.end == comma}
        return (titled,) if titled is not None and before and titled not in before else ()

    def _standing_for(self, source: Span) -> tuple[ActorKey, ...]:
        """Return whom the phrase stands for; no country that only owns what speaks ("Gondor's Channel 5")."""
        found = self._resolve(source)
        owner = any(m.span.end < source.end and self._owns(m.span) for m in self._within(source))
        return () if owner and all(key.startswith("country:") for key in found) else found

    def _holder(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the one person explained by the noun of an office that nobody is said to hold."""
        found = self._resolve(source)
        vacant = len(found) == 1 and found[0].startswith("office:")
        return self._recall.person(source, self._spoke, definite=False) if vacant else ()

    def _issuer(self, source: Span) -> tuple[ActorKey, ...]:
        """Return who issued the text that speaks: named beside it, or before ("the statement")."""
        printed = source.of(self._text)
        head = _FIRST_PART.match(printed.lower())
        told = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", head[0]) if head else []
        noun = next((form for word in reversed(told) for form in (word, singular(word)) if form in _texts()), None)
        if noun is None:
            return ()
        issuers = [
            m.actor
            for m in self._names
            if source.contains(m.span) and (m.actor.startswith("organization:") or self._owns(m.span))
        ]
        if issuers:  # a country's outlet is not the country
            outlet = noun in words("outlet_nouns.txt") and issuers[-1].startswith("country:")
            return () if outlet else tuple(issuers[-1:])
        owner = printed.lower().find(f" {noun}")
        body = self._recall.body(Span(source.start, source.start + owner), self._spoke) if owner > 0 else ()
        if (
            body or _DEFINITE_TEXT.fullmatch(printed, 0, owner + 1) is None
        ):  # "the Gondorian declaration" is another one
            return body
        return self._issuers.of(noun, source.start) or (() if noun in _FINDINGS else self._last_issuer())

    def _owns(self, name: Span) -> bool:
        """Tell whether a name is a possessor: "Eomer's letters"."""
        return self._text.startswith(("'s ", "’s "), name.end)

    def _joined(self, source: Span) -> tuple[ActorKey, ...]:
        """Return all actors of "A, B and C", if each part is somebody and they are of one sort."""
        if _GOVERNMENTS.search(self._text, source.start, source.end):
            return tuple(m.actor for m in self._within(source))
        both = _BOTH.match(self._text, source.start, source.end)
        whole = Span(both.end() if both else source.start, source.end)
        joints = list(_JOINTS.finditer(self._text, whole.start, whole.end))
        last = next((joint for joint in joints if "and" in joint[0]), None)
        return self._all_of(whole, joints) or (self._all_of(whole, [last]) if last else ())

    def _all_of(self, whole: Span, joints: Sequence[re.Match[str]]) -> tuple[ActorKey, ...]:
        """Return the actors of the parts of `whole` between the joints; nobody if one part is unclear."""
        starts = [whole.start, *(joint.end() for joint in joints)]
        parts = [Span(*each) for each in zip(starts, [*(joint.start() for joint in joints), whole.end], strict=True)]
        if len(parts) > _MOST or any(_WITHIN.search(self._text, part.start, part.end) for part in parts[:-1]):
            return ()
        found = [self._resolve(part) for part in parts]
        keys = tuple(dict.fromkeys(key for part in found for key in part))
        sorts = {"country" if key.startswith("country:") else "actor" for key in keys}
        return keys if all(found) and len(keys) > 1 and len(sorts) == 1 else ()

    def _named_in(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the person whose name ends the phrase, or its part before a comma ("Ayatollah X, who ...")."""
        comma = self._text.find(",", source.start, source.end)
        first = bisect_left(self._names, source.start, key=lambda m: m.span.start)
        last = bisect_left(self._names, source.end, key=lambda m: m.span.start)
        names = [m for m in self._names[first:last] if m.actor.startswith("person:")]
        closing = [m.actor for m in names if m.span.end == comma or _FROM.match(self._text, m.span.end, source.end)]
        ending = [m.actor for m in names if m.span.end == source.end and not self._belongs_further_up(m.span.start)]
        return tuple(dict.fromkeys(closing or ending))

    def _belongs_further_up(self, name: int) -> bool:
        """Tell whether a name is joined to what stands before it rather than explained by it ("the case against X")."""
        return _JOINED.search(self._text, max(0, name - _NEAR), name) is not None

    def _last_issuer(self) -> tuple[ActorKey, ...]:
        """Return who spoke before, if that can issue a text: "the report" goes on with the report at hand."""
        return tuple(key for key in self._last if key.startswith("organization:"))

    def _last_person(self, pronoun: str) -> tuple[ActorKey, ...]:
        """Return who spoke before: "he said" where reference found nobody goes on with the last speaker."""
        if pronoun == "it":
            return tuple(key for key in self._last if key.startswith(("organization:", "country:")))
        if pronoun == "they":
            return self._last if len(self._last) > 1 or any(map(self._described.is_plural, self._last)) else ()
        if pronoun not in {"he", "she", "who"}:
            return ()
        return tuple(
            key for key in self._last if key.startswith(("person:", "office:")) or self._described.is_somebody(key)
        )

    def _resumed(self, source: Span, known: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
        """Return who spoke as "a spokesman" when "the spokesman" comes, unless one of the `known` spoke after that."""
        calling = _CALLING.fullmatch(self._text, source.start, source.end)
        noun = calling["noun"].lower() if calling else ""
        if noun not in words("callings.txt"):
            return ()
        spoke = (key for key in self._spoke if key in known or self._described.is_called(key, noun))
        return tuple(key for key in islice(spoke, 1) if key not in known)

    def _going_on(self, source: Span) -> tuple[ActorKey, ...]:
        """Return who told last, if it is a person with whom a definite noun goes on ("the top Gondorian lawmaker")."""
        calling = _CALLING.fullmatch(self._text, source.start, source.end)
        noun = calling["noun"].lower() if calling else ""
        if noun not in words("callings.txt") or self._described.has_spoken(noun):
            return ()
        told = self._countries_in(source)
        titles = islice((title for key in self._teller for title in self._titles.get(key, ())), _MOST)
        homes = {code for title in titles for code in self._countries_in(title)}
        return () if told and homes and told.isdisjoint(homes) else self._teller

    def _countries_in(self, span: Span) -> set[ActorKey]:
        return {m.actor for m in self._within(span)}

    def _within(self, span: Span) -> list[Mention]:
        """Return the mentions of countries inside `span`."""
        first = bisect_left(self._countries, span.start, key=lambda m: m.span.start)
        last = bisect_left(self._countries, span.end, key=lambda m: m.span.start)
        return [m for m in self._countries[first:last] if span.contains(m.span)]

    def _person_of(self, source: Span | None) -> tuple[ActorKey, ...]:
        found = self.known(source) if source is not None else ()
        return found if len(found) == 1 and found[0].startswith("person:") else ()
