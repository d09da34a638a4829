"""Speakers whom the text describes first and names right after: "a steward said C. Imrahil, of the mint, added D"."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.statements.reports import Report
from kg.extract.statements.reports.remarks import tells_of_remarks
from kg.extract.statements.speakers.callings import are_of_other_portfolios, classes
from kg.extract.statements.speakers.described import noun_phrase
from kg.extract.statements.speakers.mentioned import countries_named, within
from kg.model import ActorKey, Actors, Annotation, CountryCode, MentionForm, Span, UnnamedActor

_LEAD = 3  # reports of a document among which somebody may speak before he is named
_SOON = 6  # sentences within which the name follows
_NEXT = 2  # the same later on in the document
_NAMED = 4  # newcomers among whom the speaker may be
_AROUND = 90  # characters round a name in which it is explained
_NEVER_NAMELESS = frozenset({"leader", "minister"})  # nobody calls them "an official" first
_OF_BODIES = frozenset({"secretary"})  # heads of councils have the title of ministers
_LAWMAKERS = frozenset({"rep", "sen", "senator", "mp", "congressman", "congresswoman", "lawmaker"})
_SERVED = re.compile(r"\bfor (?:the )?(?P<name>[A-Z][^,]*)")  # "a spokesman for Captain Eomer"
_KEPT_NAMELESS = frozenset({"one", "another", "second", "third"})  # "one Gondorian diplomat" stays so
_KEPT = re.compile(
    r"\banonym|\bon (?:deep )?background\b|\bto be (?:named|identified|quoted)\b|\bnot (?:named|authori[sz]ed)\b"
)  # who speaks so is not named in the next sentence
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLOSES = re.compile(r"[.;:!?\"]|\b(?:said|says|told|has|was|is)\b")


@dataclass(frozen=True, slots=True)
class _Described:
    """Somebody who speaks without a name until the character `end`; `noun` describes him, behind the words `told`.

    `served` are the names of whom he speaks for.
    """

    actor: ActorKey
    noun: str
    told: frozenset[str]
    country: CountryCode | None
    served: frozenset[str]
    sentence: int
    end: int


class Disclosures:
    """Follows the speakers of a document; `named` tells which described ones were somebody named later."""

    def __init__(self, annotation: Annotation, actors: Actors) -> None:
        self._annotation = annotation
        self._text = annotation.text
        people = [m for m in actors.mentions if m.actor.startswith("person:") and m.form is not MentionForm.PRONOUN]
        self._begins = sorted({(m.span.start, m.actor) for m in people})
        first: dict[ActorKey, int] = {}
        for mention in people:
            if mention.form is MentionForm.NAME:
                first.setdefault(mention.actor, mention.span.start)
        self._called = {person.key: set(_WORD.findall(person.name.lower())) for person in actors.persons}
        self._newcomers = sorted((start, key) for key, start in first.items())
        self._countries = countries_named(actors)
        self._outlets = {o.key for o in actors.organizations if o.outlet}
        self._offices = {office.key: office for office in actors.offices}
        self._waiting: _Described | None = None
        self._noted = 0
        self._soon = _SOON
        self.named: dict[ActorKey, ActorKey] = {}

    def note(self, report: Report, speakers: tuple[ActorKey, ...], unnamed: Mapping[ActorKey, UnnamedActor]) -> None:
        """Take note of who speaks in the next report of the text; `unnamed` are those described so far."""
        if self._outlets.issuperset(speakers):
            return
        self._noted += 1
        if not speakers[0].startswith(("person:", "unnamed:", "office:")):
            return
        waiting, self._waiting = self._waiting, None
        if len(speakers) != 1 or speakers[0] in self.named:
            return
        if waiting is not None and self._is_meant(waiting, report, speakers[0]):
            self.named[waiting.actor] = speakers[0]
        described = self._described(report, speakers[0], unnamed.get(speakers[0]))
        person = self._who_made_remarks(described) if described is not None else None
        if described is not None and person is not None:
            self.named[described.actor] = person
        else:
            self._waiting = described
            self._soon = _SOON if self._noted <= _LEAD else _NEXT

    def _described(self, report: Report, speaker: ActorKey, unnamed: UnnamedActor | None) -> _Described | None:
        """Return the speaker if he is one person without a name, described by the noun of an office."""
        told = unnamed.description if unnamed else self._offices[speaker].title if speaker in self._offices else ""
        *rest, noun = _WORD.findall(noun_phrase(told).lower()) or [""]
        sentence = self._annotation.sentences[report.sentence].span.of(self._text)
        if noun not in classes() or not _KEPT_NAMELESS.isdisjoint(rest[:1]) or _KEPT.search(sentence) is not None:
            return None
        country = unnamed.country if unnamed else self._offices[speaker].country
        spans = (*report.content, *([report.source] if report.source else []))
        serves = _SERVED.search(told)
        served = frozenset(_WORD.findall(serves["name"].lower()) if serves else ())
        end = max(span.end for span in spans)
        return _Described(speaker, noun, frozenset(rest), country, served, report.sentence, end)

    def _who_made_remarks(self, described: _Described) -> ActorKey | None:
        """Return whom the next sentence begins with, if it is "Eomer made the remarks ..."."""
        following = (
            s.span
            for s in self._annotation.sentences[described.sentence : described.sentence + _SOON]
            if s.span.start >= described.end
        )
        sentence = next(following, None)
        if sentence is None or not tells_of_remarks(self._text, sentence):
            return None
        at = bisect_left(self._begins, (sentence.start, ActorKey("")))
        first, person = next(iter(self._begins[at : at + 1]), (sentence.end, None))
        title = self._text[sentence.start : first]  # "Lord Eomer made the remarks"
        return person if not title or title.istitle() else None

    def _is_meant(self, waiting: _Described, report: Report, speaker: ActorKey) -> bool:
        """Tell whether the speaker is the next person named, new to the text, and explained by no other office."""
        at = bisect_left(self._newcomers, (waiting.end, ActorKey("")))
        told_of = (each for each in self._newcomers[at : at + _NAMED] if not _is_in_words(report, each[0]))
        newcomer = next(told_of, None)
        if newcomer is None or newcomer[1] != speaker or report.sentence - waiting.sentence > self._soon:
            return False
        around = self._explanation(newcomer[0])
        countries = {m.actor.partition(":")[2] for m in within(self._countries, around)}
        elsewhere = countries and waiting.country is not None and waiting.country not in countries
        if elsewhere or self._text.endswith("'s ", 0, newcomer[0]):  # "the White Council's Imrahil"
            return False
        told = {word.lower() for word in _WORD.findall(around.of(self._text))} - self._called.get(speaker, set())
        told |= {part for word in told for part in word.split("-")}  # "officer-in-charge"
        of_another = bool(waiting.served) and waiting.served.isdisjoint(told)
        if of_another or (waiting.noun not in _LAWMAKERS and not _LAWMAKERS.isdisjoint(told)):
            return False
        groups = {group for word in told - _OF_BODIES for group in classes().get(word, ())}
        if classes()[waiting.noun] == {"minister"} and are_of_other_portfolios(waiting.told, told):
            return False
        fits = not groups.isdisjoint(classes()[waiting.noun]) and groups.isdisjoint(_NEVER_NAMELESS)
        return waiting.noun in told or not groups or fits

    def _explanation(self, name: int) -> Span:
        """Return the words round a name that may tell who he is, up to a verb or the end of the sentence."""
        before = _CLOSES.split(self._text[max(0, name - _AROUND) : name])[-1]
        apart = before.rpartition(",")[2]
        before = (
            apart if apart.strip() else before
        )  # "After talks with Gondor, *Lord* Eomer", but "*the captain,* Eomer"
        after = _CLOSES.split(self._text[name : name + _AROUND], maxsplit=1)[0]
        return Span(name - len(before), name + len(after))


def _is_in_words(report: Report, position: int) -> bool:
    """Tell whether what is said names somebody there: '"The king spoke to Denethor," Eomer said'."""
    return any(content.start <= position < content.end for content in report.content)
