"""Whom the words of a speaker stand for, among those whom the document knows."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice

from kg.extract.statements.cues.lexicon import singular
from kg.extract.statements.speakers.described import BEHIND_NOUN, body_nouns
from kg.extract.statements.speakers.issuers import Issuers
from kg.extract.statements.speakers.mentioned import countries_named, is_person, within
from kg.extract.statements.speakers.natives import Natives
from kg.extract.statements.speakers.recall import Recall
from kg.extract.statements.speakers.rows import Rows
from kg.extract.statements.speakers.turns import Turns
from kg.lexicon import words
from kg.model import ActorKey, Actors, Annotation, Mention, MentionForm, Span

Resolve = Callable[[Span], tuple[ActorKey, ...]]
"""Returns the actors that a noun phrase stands for, none if it is unclear or names nobody known."""

_FIRST_PART = re.compile(r".*?(?=,| (?:of|at|for|in|to|from|with|who|which|that|by) |\Z)")
_SENT = re.compile(r"[^,]*?\b(?P<noun>[a-z]+) to (?=\S)")  # "the steward's letter to Eomer"
_LETTERS = re.compile(r"(?:, (?:[KQ]C|SA?N?C?|Ph\.?D|Esq|[JS]r|[CMO]BE)\.?)+\Z")  # behind a name
_STYLE = re.compile(
    r"(?:(?:[Hh]is|[Hh]er|[Tt]heir) (?:Royal |Imperial )?(?:Highness|Majesty|Excellency)|H\.?R?\.?[HEM]\.?) (?=[Tt]he )"
)
_JOINTS = re.compile(r",? and |, ")
_AND_OTHERS = re.compile(r",? and (?:many |several |some )?(?:others|other [a-z ]+)\Z")
_DEFINITE_TEXT = re.compile(r"(?:[Tt]he|[Tt]h[ai][ts]|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){0,2}")
_OFFICES = frozenset({"bureau", "department", "office", "service", "team", "unit", "wing"})  # of the press, no texts
_PRESS = re.compile(r"(?:the )?press (?:service|office|wing)", re.IGNORECASE)
_PRESS_OF = re.compile(rf"{_PRESS.pattern} of (?:the )?", re.IGNORECASE)
_OF_STATES = frozenset({"communique", "communiqué", "readout", "statement"})  # that a government issues
_GOVERNING = frozenset({"government", "official", "side"})
_FINDINGS = frozenset({"data", "research", "figure", "statistic", "poll", "study", "survey"})  # anybody's
_COUNTED = re.compile(r", (?:the |all )?(?:two|three|four|five|six) [^,]*\Z")  # "A, B and C, *the three allies*"
_BOTH = re.compile(r"both (?:the )?", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"the (?:federal |central |national |new |current )?(?:government|administration)", re.IGNORECASE
)
_COUNTRY = re.compile(r"(?:the|that|this) (?:[a-z]+ )?(?:country|kingdom|republic)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:after|between|during|following|with)\b")  # "a statement *after* talks at the mint"
_FROM = re.compile(r" (?:from|of|with|on|in|at|via) (?:the |an? |his |her )?[^,]*\Z")  # "her rival Eomer from the Mark"
_BEFORE_NAME = re.compile(r"(?:[Tt]he |[a-z]+ ){0,2}")
_BODY_NOUN = re.compile(r" (?:[a-z]+ )?(?P<noun>[a-z]+)")
_JOINED = re.compile(r"(?:\b(?:and|of|by|for|with|against|from|to)|,|'s) \Z")
_SERVANT = re.compile(r"[Aa]n? [^,]*? (?:for|to) ")
_GOVERNMENTS = re.compile(r"(?:^|\s)\w+ and \w+ (?:governments|regimes|administrations)\Z")
_PARTING = re.compile(r",|\b(?:and|or|of|for)\b|'s\b")  # between a body and somebody who is not its officer
_POSSESSIVE = re.compile(r"'s?\Z")
_CLAUSE = re.compile(r", (?:who|whose|which) ")
_NEAR = 10  # characters before a name
_MOST = 6  # names in a row


class Identities:
    """Names the known actors that the words of a speaker stand for."""

    def __init__(
        self, annotation: Annotation, actors: Actors, resolve: Resolve, turns: Turns, issuers: Issuers
    ) -> None:
        self._text = text = annotation.text
        self._resolve = resolve
        self._turns = turns
        self._issuers = issuers
        self._recall = Recall(text, actors)
        self._names = [m for m in actors.mentions if m.form is MentionForm.NAME]
        self._countries = countries_named(actors)
        self._titles: dict[ActorKey, set[Span]] = {}
        for mention in actors.mentions:
            if mention.form is MentionForm.DESCRIPTION:
                self._titles.setdefault(mention.actor, set()).add(mention.span)
        self._rows = Rows(annotation, actors, self._titles)
        self._natives = Natives(text, actors, turns.served)

    def of(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the known actors that the words stand for; a text or medium stands for the one who issues it."""
        style = _STYLE.match(self._text, source.start, source.end)
        source = Span(style.end(), source.end) if style is not None else source
        letters = _LETTERS.search(self._text, source.start, source.end)
        if letters is not None:
            source = Span(source.start, letters.start())
        others = _AND_OTHERS.search(self._text, source.start, source.end)
        if others is not None:
            source = Span(source.start, others.start())
        sent = _SENT.match(self._text, source.start, source.end)
        if sent is not None and sent["noun"].lower() in words("statements/speaking_texts.txt"):
            source = Span(source.start, sent.end("noun"))  # whoever receives it does not speak
        return (
            self._rows.of(source)
            or self._titled_last(source)
            or self._joined(source)
            or self._holder(source)
            or self._natives.of(source, self._turns.spoke)
            or self._standing_for(source)
            or self._with_noun(source)
            or self._named_in(source)
            or self._issuer(source)
            or self._recall.body(source, self._turns.spoke)
            or self._recall.person(source, self._turns.spoke)
            or self._recall.part_of_name(source)
            or self._government(source)
        )

    def _government(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the country whose "the government" is: the one that the text names most, before it if at all."""
        if _COUNTRY.fullmatch(self._text, source.start, source.end) is not None:
            last = tuple(key for key in self._turns.last if key.startswith("country:"))
            return last or tuple(m.actor for m in self._countries if m.span.start < source.start)[-1:]
        if _GOVERNMENT.fullmatch(self._text, source.start, source.end) is None:
            return ()
        before = [m.actor for m in self._countries if m.span.start < source.start]
        named = Counter(before or [m.actor for m in self._countries])
        return tuple(country for country, count in named.items() if 2 * count > named.total())

    def _titled_last(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the person whose title and name fill the phrase from its last comma on: what stands before is another.

        "(In talks with) the captain, Eomer, Gondorian Steward Faramir said" is Faramir.
        """
        comma = self._text.rfind(", ", source.start, source.end)
        if comma < 0:
            return ()
        last = Span(comma + 2, source.end)
        if self._text.startswith((",", "."), source.end):
            return self._apposed(source, last)
        titled = next((key for key in self._resolve(last) if last in self._titles.get(key, ())), None)
        before = {m.actor for m in self._names if source.start <= m.span.start and m.span.end == comma}
        return (titled,) if titled is not None and before and titled not in before else ()

    def _apposed(self, source: Span, last: Span) -> tuple[ActorKey, ...]:
        """Return the person whose name alone ends a description, before a comma: "a steward of the mint, Imrahil,"."""
        people = {m.span: m.actor for m in self._names_in(source) if m.actor.startswith("person:")}
        owner = last in people and all(span == last or self._owns(span) for span in people)
        return (people[last],) if owner else ()

    def _names_in(self, source: Span) -> list[Mention]:
        return within(self._names, source)

    def titled(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the only person whose title, be it further on, has all words: "War is near: *mines minister*".

        Or has none but these: "the minister".
        """
        told = set(source.of(self._text).lower().split())
        titles = ((key, span) for key, spans in self._titles.items() if key.startswith("person:") for span in spans)
        called = [(key, set(span.of(self._text).lower().split()) - {"the"}) for key, span in titles]
        found = {key for key, title in called if told <= title or title <= told}
        return tuple(found) if len(found) == 1 else ()

    def _standing_for(self, source: Span) -> tuple[ActorKey, ...]:
        """Return whom the phrase stands for; no country that owns what speaks or precedes it ("Gondor's Channel 5")."""
        found = self._resolve(source)
        country = all(key.startswith("country:") for key in found)
        owner = any(m.span.end < source.end and self._owns(m.span) for m in within(self._countries, source))
        if (country and owner) or self._is_of_body(source, found):
            return ()
        return found if is_person(found) else self._titled_by(source) or self._styled(source) or found

    def _styled(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the person whose title and name end a phrase that opens like a country: "Gondor and Mark head X"."""
        if _CLAUSE.search(self._text, source.start, source.end) is not None:  # "Eomer, who came with Captain Imrahil"
            return ()
        ending = (m for m in self._names_in(source) if m.actor.startswith("person:") and m.span.end == source.end)
        titled = (m.actor for m in ending if any(t.end == source.end for t in self._titles.get(m.actor, ())))
        return tuple(islice(titled, 1))

    def _is_of_body(self, source: Span, found: tuple[ActorKey, ...]) -> bool:
        """Tell whether the phrase names a body first and ends with one of its people: "a White Council official"."""
        last = re.search(r"[a-z]+\Z", self._text[source.start : source.end])
        bodies = [m for m in self._names_in(source) if m.actor in found and m.actor.startswith("organization:")]
        person = last is not None and last[0] in words("statements/speaker_nouns.txt") - body_nouns()
        return person and bool(bodies) and bodies[-1].span.end < source.end

    def _titled_by(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the person whose name ends a phrase that a country or body opens: "White Council Chief Eomer"."""
        names = self._names_in(source)
        bodies = [m for m in names if not m.actor.startswith("person:") and m.span.start == source.start]
        ending = [m for m in names if m.actor.startswith("person:") and m.span.end == source.end]
        end = max((m.span.end for m in bodies), default=source.end)
        if not ending or end >= ending[-1].span.start:
            return ()
        parted = _PARTING.search(self._text, end, ending[-1].span.start)
        return (ending[-1].actor,) if parted is None else ()

    def _holder(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the one person explained by the noun of an office that nobody is said to hold."""
        found = self._resolve(source)
        vacant = len(found) == 1 and found[0].startswith("office:")
        return self._recall.person(source, self._turns.spoke, definite=False) if vacant else ()

    def _issuer(self, source: Span) -> tuple[ActorKey, ...]:
        """Return who issued the text that speaks: named beside it, or before ("the statement")."""
        printed = source.of(self._text)
        head = _FIRST_PART.match(printed.lower())
        told = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", head[0]) if head else []
        forms = (form for word in reversed(told) for form in (word, singular(word)))
        noun = next((form for form in forms if form in words("statements/speaking_texts.txt")), None)
        if noun is None or told[-1] in _OFFICES or told[-1] in words("statements/speaker_nouns.txt") - body_nouns():
            return self._press(source)
        owner = printed.lower().find(f" {noun}")
        issuers = [
            m.actor
            for m in self._names_in(source)
            if (m.actor.startswith("organization:") and not _ELSEWHERE.search(self._text, source.start, m.span.start))
            or (self._owns(m.span) and (m.actor.startswith("person:") or m.span.end <= source.start + owner))
        ]
        if issuers:  # a country's outlet is not the country
            outlet = noun in words("outlets/nouns.txt") and issuers[-1].startswith("country:")
            return () if outlet else tuple(issuers[-1:])
        before = Span(source.start, source.start + len(_POSSESSIVE.sub("", printed[: max(owner, 0)])))
        body = self._writer(before, noun) if owner > 0 else ()
        behind = printed[owner + 1 :].partition(" ")[2]
        another = _DEFINITE_TEXT.fullmatch(printed, 0, owner + 1) is None or " by " in printed or behind[:1].isupper()
        by = printed.find(" by ", owner + 1)
        if by > 0 and not body:
            body = self.of(Span(source.start + by + len(" by "), source.end))
        if body or another:  # "the Gondorian declaration", "the letter by riders"
            return body
        return self._issuers.of(noun, source.start) or (() if noun in _FINDINGS else self._turns.issuer(noun, source))

    def _writer(self, owner: Span, noun: str) -> tuple[ActorKey, ...]:
        """Return the body, person or country before the noun of a text: "the Gondorian (side's) readout"."""
        known = self._recall.body(owner, self._turns.spoke) or tuple(k for k in self._resolve(owner) if "person:" in k)
        inside = within(self._countries, owner) if noun in _OF_STATES and not known else []
        behind = self._text[inside[-1].span.end : owner.end].split() if inside else []
        countries = {m.actor for m in inside} if _GOVERNING.issuperset(behind) else set()
        return known or (tuple(countries) if len(countries) == 1 else ())

    def _press(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the body whose press service was told of last: "the press service of the Council", "the service"."""
        if _PRESS.fullmatch(self._text, source.start, source.end) is None:
            return ()
        before = (match.end() for match in _PRESS_OF.finditer(self._text, 0, source.start))
        owners = [m.actor for at in before for m in self._names if m.span.start == at]
        return tuple(key for key in owners[-1:] if key.startswith("organization:"))

    def _with_noun(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the body whose name a noun follows that tells what it is: "the Palantir television station"."""
        bodies = (m for m in self._names_in(source) if m.actor.startswith("organization:"))
        named = next((m for m in bodies if _BEFORE_NAME.fullmatch(self._text, source.start, m.span.start)), None)
        behind = _BODY_NOUN.fullmatch(self._text, named.span.end, source.end) if named else None
        known = behind is not None and behind["noun"] in words("outlets/nouns.txt") | body_nouns()
        return (named.actor,) if named and known else ()

    def _owns(self, name: Span) -> bool:
        """Tell whether a name is a possessor: "Eomer's letters"."""
        return self._text.startswith("'s ", name.end)

    def _joined(self, source: Span) -> tuple[ActorKey, ...]:
        """Return all actors of "A, B and C", if each part is somebody and they are of one sort."""
        if _GOVERNMENTS.search(self._text, source.start, source.end):
            return tuple(m.actor for m in within(self._countries, source))
        both = _BOTH.match(self._text, source.start, source.end)
        whole = Span(both.end() if both else source.start, source.end)
        explained = _COUNTED.search(self._text, whole.start, whole.end)
        whole = Span(whole.start, explained.start()) if explained else whole
        joints = list(_JOINTS.finditer(self._text, whole.start, whole.end))
        last = next((joint for joint in joints if "and" in joint[0]), None)
        return self._all_of(whole, joints) or (self._all_of(whole, [last]) if last else ())

    def _all_of(self, whole: Span, joints: Sequence[re.Match[str]]) -> tuple[ActorKey, ...]:
        """Return the actors of the parts of `whole` between the joints; nobody if one part is unclear."""
        starts = [whole.start, *(joint.end() for joint in joints)]
        parts = [Span(*each) for each in zip(starts, [*(joint.start() for joint in joints), whole.end], strict=True)]
        if len(parts) > _MOST or any(BEHIND_NOUN.search(self._text, part.start, part.end) for part in parts[:-1]):
            return ()
        found = [self._resolve(part) for part in parts]
        keys = tuple(dict.fromkeys(key for part in found for key in part))
        listed = any("and" in joint[0] for joint in joints)  # else a name and what explains it
        sorts = {key.partition(":")[0] for key in keys}
        alike = len(sorts) == 1 or (listed and ("country" not in sorts or sorts == {"country", "organization"}))
        return keys if all(found) and len(keys) > 1 and alike else ()

    def _named_in(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the person whose name ends the phrase, or its part before a comma ("Ayatollah X, who ...")."""
        comma = self._text.find(",", source.start, source.end)
        names = [m for m in self._names_in(source) if m.actor.startswith("person:")]
        served = {m.span for m in names if self._is_served(source, m.span.start)}
        closing = [m.actor for m in names if m.span.end == comma or _FROM.match(self._text, m.span.end, source.end)]
        closing = [] if any(span.end == comma for span in served) else closing
        ending = [
            m.actor for m in names if m.span.end == source.end and not self._belongs_further_up(source, m.span.start)
        ]
        return tuple(dict.fromkeys(closing or ending))

    def _belongs_further_up(self, source: Span, name: int) -> bool:
        """Tell whether a name is joined to what stands before it rather than explained by it ("the case against X").

        So it is behind somebody who serves its bearer: "a spokesman for Steward Imrahil".
        """
        joined = _JOINED.search(self._text, max(0, name - _NEAR), name) is not None
        return self._is_served(source, name) or joined

    def _is_served(self, source: Span, name: int) -> bool:
        """Tell whether the words before a name, up to a comma, are of somebody who serves its bearer."""
        servant = _SERVANT.match(self._text, source.start, name)
        return servant is not None and "," not in self._text[servant.end() : name]
