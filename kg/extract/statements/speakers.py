"""From the words that name a speaker to the actors they stand for."""

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import islice

from kg.extract.statements.issuers import Issuers
from kg.extract.statements.lexicon import reporting_nouns
from kg.extract.statements.recall import Recall
from kg.extract.statements.reports import Report
from kg.lexicon import words
from kg.model import ActorKey, Actors, Annotation, CountryCode, Mention, MentionForm, Span, UnnamedActor

Resolve = Callable[[Span], tuple[ActorKey, ...]]
"""Returns the actors that a noun phrase stands for, none if it is unclear or names nobody known."""

_PRONOUNS = frozenset(
    {"he", "she", "they", "him", "her", "them", "his", "their", "who", "which", "it", "this", "that", "one"}
)
_THIRD = frozenset({"he", "she"})
_SELF = frozenset({"i", "we", "you", "me", "us", "one"})
_ARTICLE = re.compile(r"(?:the|a|an|some|many|several|other)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*(?:,|\(|\b(?:who|which|that|whose|where)\b|[—–])")
_FIRST_PART = re.compile(r".*?(?=,| (?:of|at|for|in|to|from|with|who|which|that|by) |\Z)")
_AND = re.compile(r",? and ")
_DEFINITE_TEXT = re.compile(r"(?:[Tt]he|[Tt]h[ai][ts]|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){0,2}")
_FINDINGS = frozenset({"data", "figure", "statistic", "poll", "study", "survey"})  # anybody's
_BOTH = re.compile(r"both (?:the )?", re.IGNORECASE)
_GOVERNMENTS = re.compile(r"(?:^|\s)\w+ and \w+ (?:governments|regimes|administrations)\Z")
_WITHIN = re.compile(r",| (?:of|at|by|for|in|to|from|with|who) ")  # "and" may join something further down
_JOINED = re.compile(r"(?:\b(?:and|of|by|for|with|against|from|to)|,|'s) \Z")
_NEAR = 10  # characters before a name
_LONGEST = 12  # words of a description
_RECENT = 50  # unnamed speakers that a description may go back to


def _texts() -> frozenset[str]:
    return words("speaking_texts.txt")


def _can_speak(description: str) -> bool:
    """Tell whether a description is one of somebody ("two senior officials", "a source close to the talks").

    Of what is done by somebody only words speak: "an announcement by riders", no "visit by riders".
    """
    nouns = words("speaker_nouns.txt") | words("speaking_texts.txt")
    if " by " in description:
        nouns |= reporting_nouns().keys()
    head = _WITHIN.split(description.lower(), maxsplit=1)[0]
    return any(_singular(word) in nouns or word in nouns for word in re.findall(r"[^\W\d_]+", head))


def _singular(word: str) -> str:
    """Return the singular of a regular plural.

    >>> [_singular(word) for word in ("allies", "witnesses", "sources", "riders")]
    ['ally', 'witness', 'source', 'rider']
    """
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "shes", "ches")) else word.removesuffix("s")


class Speakers:
    """Names the speakers of a document's reports; `unnamed` grows with those who are described only."""

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
        self._known = len(actors.unnamed)
        self.unnamed: dict[ActorKey, UnnamedActor] = {}
        self._last: tuple[ActorKey, ...] = ()
        self._relates = False  # whether the last report told something before its speaker, in other words
        self._spoke: list[ActorKey] = []  # the last one first
        self._recall = Recall(annotation.text, actors)
        self._issuers = Issuers(annotation, actors)

    def of(self, report: Report, *, inside: bool) -> tuple[ActorKey, ...]:
        """Return who speaks, nobody if the words do not tell; `inside` somebody else's words only known actors."""
        if report.source is None:
            return ()
        printed = report.source.of(self._text).lower()
        if printed in _SELF:
            return ()
        found = self.known(report.source)
        closes = printed in _THIRD and report.rule == "before"
        if closes and not report.direct and self._relates:
            found = self._last_person(printed) or found
        if not found and not inside and report.rule != "label":
            found = self._last_person(printed) if printed in _PRONOUNS else self._described(report.source)
        if closes and not report.direct:
            found = tuple(key for key in found if not self._speaks_of(report, key))
        if found and not inside:
            self._relates = report.rule == "before" and not report.direct
            self._last = found
            self._spoke = [*found, *(key for key in self._spoke if key not in found)][:_RECENT]
            self._issuers.note(report, found)
        return found

    def _speaks_of(self, report: Report, key: ActorKey) -> bool:
        """Tell whether what was said names the actor, as nobody does himself: "Eomer will ride, he said"."""
        return any(content.contains(m.span) for m in self._named.get(key, ()) for content in report.content)

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
        owner = any(source.contains(m.span) and m.span.end < source.end and self._owns(m.span) for m in self._countries)
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
        noun = next((form for word in reversed(told) for form in (word, _singular(word)) if form in _texts()), None)
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
        """Return both actors of "A and B", if each part is somebody and the two are of one sort."""
        joint = _AND.search(self._text, source.start, source.end)
        if joint is None:
            return ()
        both = _BOTH.match(self._text, source.start, source.end)
        parts = (Span(both.end() if both else source.start, joint.start()), Span(joint.end(), source.end))
        governments = _GOVERNMENTS.search(self._text, source.start, source.end)
        if governments is not None:
            return tuple(m.actor for m in self._countries if source.contains(m.span))
        if _WITHIN.search(self._text, parts[0].start, parts[0].end):
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
        closing = [m.actor for m in names if m.span.end == comma]
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
            return self._last_issuer()
        if pronoun == "they":
            return self._last if len(self._last) > 1 or self._is_plural() else ()
        if pronoun not in {"he", "she", "who"}:
            return ()
        return tuple(key for key in self._last if key.startswith(("person:", "office:")) or self._is_somebody(key))

    def _is_somebody(self, key: ActorKey) -> bool:
        """Tell whether an unnamed speaker is one person ("spokesman")."""
        actor = self.unnamed.get(key)
        head = _WITHIN.split(actor.description.lower(), maxsplit=1)[0].split()[-1:] if actor else []
        return bool(head) and head[0] in words("speaker_nouns.txt") and head[0] not in words("organization_heads.txt")

    def _is_plural(self) -> bool:
        """Tell whether the last speaker was several who are not named ("scientists")."""
        last = self.unnamed.get(self._last[0]) if self._last else None
        nouns = (_singular(word) for word in last.description.lower().split() if word.endswith("s")) if last else ()
        return any(noun in words("speaker_nouns.txt") for noun in nouns)

    def _described(self, source: Span) -> tuple[ActorKey, ...]:
        description = self._description(source)
        if not description or not _can_speak(description):
            return ()
        telling = frozenset(description.lower().split())
        for key, actor in islice(reversed(self.unnamed.items()), _RECENT):
            other = frozenset(actor.description.lower().split())
            if telling <= other or other <= telling:
                if len(telling) > len(other):
                    self.unnamed[key] = UnnamedActor(key, description, self._country(source))
                return (key,)
        key = ActorKey(f"unnamed:{self._known + len(self.unnamed) + 1}")
        self.unnamed[key] = UnnamedActor(key, description, self._country(source))
        return (key,)

    def _description(self, source: Span) -> str:
        """Return the description without article, relative clause and appositive."""
        text = " ".join(source.of(self._text).split())
        text = _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text
        clause = _CLAUSE.search(text)
        text = text[: clause.start()] if clause and clause.start() else text
        parts = text.split()
        return " ".join(parts) if len(parts) <= _LONGEST and any(part[0].isalpha() for part in parts) else ""

    def _country(self, source: Span) -> CountryCode | None:
        inside = {m.actor for m in self._countries if source.contains(m.span)}
        return CountryCode(next(iter(inside)).partition(":")[2]) if len(inside) == 1 else None
