"""From the words that name a speaker to the actors they stand for."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from kg.extract.statements.reports import Report
from kg.extract.statements.speakers.colleagues import Colleagues
from kg.extract.statements.speakers.described import Described, is_plural, is_text
from kg.extract.statements.speakers.disclosures import Disclosures
from kg.extract.statements.speakers.guests import Guests
from kg.extract.statements.speakers.identities import Identities, Resolve
from kg.extract.statements.speakers.issuers import Issuers
from kg.extract.statements.speakers.mentioned import is_person
from kg.extract.statements.speakers.turns import THIRD, Turns
from kg.lexicon import words
from kg.model import ActorKey, Actors, Annotation, Meeting, RegionKind, Role, Span, Token, UnnamedActor

_PRONOUNS = frozenset(
    {"he", "she", "they", "him", "her", "them", "his", "their", "who", "which", "it", "this", "that", "one"}
)
_DEFINITE = re.compile(
    r"(?:the|this|that|these|those|his|her|its|our|my|their|an?|another|all|both|one)\b|[\w-]+(?: [\w-]+)?'s? "
)  # somebody in whose words are told what "many" or "analysts" say tells of no party
_OWN_STATE = re.compile(
    r"(?:his|her|their|our|my) (?:country|government|nation|people)"
)  # for which who speaks says it
_ONE = re.compile(r"(?:the|an?|one|another)\b", re.IGNORECASE)  # and not every one
_SERVANT = re.compile(r"(?:his|her) (?:[a-z]+ )?(?:spokes(?:wo)?man|spokesperson|aide|lawyer|adviser)", re.IGNORECASE)
_ASIDE = frozenset({",", "(", "—", "–"})
_INSIDE_NAME = frozenset({"of", "for", "'s"})
_ONLY_SPEAKERS = frozenset(
    {"complement-that", "complement-clause", "complement-quote", "before", "according", "interrupted"}
)  # the constructions in which only somebody stands, and no thing
_SELF = frozenset({"i", "we", "you", "me", "us", "one"})


class Speakers:
    """Names the speakers of a document's reports."""

    def __init__(
        self,
        annotation: Annotation,
        actors: Actors,
        roles: Sequence[Role],
        meetings: Sequence[Meeting],
        resolve: Resolve,
    ) -> None:
        self._text = annotation.text
        self._guests = Guests(annotation.text, meetings)
        self._described = Described(annotation.text, actors)
        self._tokens = [token for token in annotation.tokens if token.quotation is None]
        self._starts = [token.start for token in self._tokens]
        self._sentences = annotation.sentences
        self._openings = {sentence.span.start for sentence in annotation.sentences}
        self._issuers = Issuers(annotation, actors)
        self._turns = Turns(annotation, actors, roles, self._described)
        self._identities = Identities(annotation, actors, resolve, self._turns, self._issuers)
        self._colleagues = Colleagues(annotation.text, actors, roles)
        self._outlets = {o.key for o in actors.organizations if o.outlet}
        self._disclosures = Disclosures(annotation, actors)
        self._interviewee: tuple[ActorKey, ...] = ()

    def of(self, report: Report, around: Report | None) -> tuple[ActorKey, ...]:
        """Return who speaks, nobody if the words do not tell; in the words of the report `around` only known actors.

        A medium's words tell of unnamed speakers too.
        """
        if report.source is None:
            return ()
        if report.rule == "answer":
            return self._answering(report, report.source)
        printed = report.source.of(self._text).lower()
        if printed in _SELF:
            return ()
        found = self._meant(report, report.source, around)
        if around is not None and (_OWN_STATE.fullmatch(printed) or self._turns.speaks_for(report, around, found)):
            return ()
        if report.rule == "continued-paragraph" and found != self._turns.last:
            return self._turns.still(report.source)  # else the sentence before was about somebody else
        closes = printed in THIRD and report.rule == "before" and not report.direct
        if closes and self._turns.relates:
            found = self._turns.person(printed) or found
        found = found or self._guests.all(report.source) or self._unknown(report, around, report.source)
        if closes:
            found = tuple(key for key in found if not self._turns.speaks_of(report, key))
        tells = around is not None and (self._is_outlet(around) or (is_person(found) and self._is_text(around)))
        told = around if tells else None
        if found and around is None and self._is_outlet(report) and self._turns.told.is_last_in(report):
            self._turns.pass_on(found)
        elif found and (around is None or told is not None):
            outlet = told is not None and self._is_outlet(told)
            self._note(report, found, told.source if told is not None and outlet else report.relay)
        return found

    def _meant(self, report: Report, source: Span, around: Report | None) -> tuple[ActorKey, ...]:
        """Return whom the words stand for among those known, who has the turn rather than who is only spoken of."""
        headline = self._sentences[report.sentence].region is RegionKind.HEADLINE
        bare = self._colleagues.in_headline(source, report.content[0]) if headline else ()
        known = bare or self._turns.of_two(source) or self.known(source)
        rather = self._turns.rather(report, known) if around is None else self._turns.own(report, around, known)
        nameless = self._nameless(report) if around is None else ()
        found = nameless or self._turns.resumed(source, known) or rather or known
        if around is None and len(found) == 1 and found[0].startswith("office:"):
            found = self._turns.going_on(source, vacant=True) or found
        return found

    def _nameless(self, report: Report) -> tuple[ActorKey, ...]:
        """Return whom the sentence before is about, if it does not name him: "*The rider* was tired. He said C"."""
        subject = report.antecedent
        printed = report.source.of(self._text).lower() if report.source is not None else ""
        if printed not in THIRD or subject is None or is_plural(subject.of(self._text)):
            return ()
        if _ONE.match(self._text, subject.start) is None or self.known(subject):
            return ()
        found = self._turns.resumed(subject, ()) or self._turns.going_on(subject) or self._described.of(subject)
        return found if is_person(found) or any(map(self._described.is_somebody, found)) else ()

    def _answering(self, report: Report, source: Span) -> tuple[ActorKey, ...]:
        """Return who gives the interview: who is named as such, spoke last before it, or is named first of all."""
        if not self._interviewee:
            spoke = (*self.known(source), *self._turns.spoke, *self._turns.named_before(source.start))
            self._interviewee = tuple(islice((key for key in spoke if key.startswith("person:")), 1))
        if self._interviewee:
            self._note(report, self._interviewee, None)
        return self._interviewee

    def _unknown(self, report: Report, around: Report | None, source: Span) -> tuple[ActorKey, ...]:
        """Return who speaks where the words stand for nobody known: who spoke before, or whom they describe."""
        printed = source.of(self._text).lower()
        if around is not None:
            if printed in THIRD and self._is_outlet(around):  # "He said C, Palantir News reported"
                return self._turns.person(printed)
            definite = _DEFINITE.match(printed) is not None or self._is_outlet(around)
            return self._described.of(source) if definite and printed not in _PRONOUNS | _SELF else ()
        if report.rule == "label":
            return self._identities.titled(source) or self._described.of(source)
        if printed in _PRONOUNS:
            relay = self._turns.passing_on() if printed == "it" and report.rule == "before" else ()
            if printed == "it":
                spoke, body = self._turns.person(printed), self._body(report.antecedent)
                spoke = spoke or (self._turns.last if self._turns.told.of_text else ())
                return relay or (spoke or body if self._is_before(report) else body or spoke)
            goes_on = self._turns.last if printed == "they" and report.rule == "before" else ()  # also a body
            both = self._guests.both(source, self._turns.spoke) if printed == "they" else ()
            return self._turns.person(printed) or self._several(report.antecedent) or goes_on or both
        speaks = report.rule in _ONLY_SPEAKERS
        named = speaks and self._is_name(source)
        return self._turns.going_on(source) or self._described.of(source, named=named, speaks=speaks)

    def _is_before(self, report: Report) -> bool:
        """Tell whether what a pronoun may go back to stands in a sentence before."""
        sentence = self._sentences[report.sentence].span
        return report.antecedent is None or not sentence.contains(report.antecedent)

    def _body(self, antecedent: Span | None) -> tuple[ActorKey, ...]:
        """Return the body that "it" goes back to, or who issued the text: "*The council* met when it said C"."""
        if antecedent is None:
            return ()
        if is_text(antecedent.of(self._text)):
            return self.known(antecedent) or self._described.of(antecedent)
        known = self.known(antecedent)
        return known if len(known) == 1 and known[0].startswith(("organization:", "country:")) else ()

    def _several(self, antecedent: Span | None) -> tuple[ActorKey, ...]:
        """Return those whom "they" goes back to, if the words describe several: "*Riders* came. They said C"."""
        if antecedent is None or not is_plural(antecedent.of(self._text)):
            return ()
        return self.known(antecedent) or self._described.of(antecedent)

    def _is_name(self, source: Span) -> bool:
        """Tell whether the words before any comma or bracket are a name, though of nobody known."""
        first = bisect_left(self._starts, source.start)
        inside = self._tokens[first : bisect_left(self._starts, source.end)]
        end = next((i for i, token in enumerate(inside) if token.text in _ASIDE), len(inside))
        name = [token for token in inside[:end] if token.pos != "DET"]
        return bool(name) and all(self._is_capital(token) or token.text in _INSIDE_NAME for token in name)

    def _is_capital(self, token: Token) -> bool:
        """Tell whether a word belongs to a name, by its class or by a capital that no sentence's start explains."""
        return token.pos == "PROPN" or (token.text[:1].isupper() and token.start not in self._openings)

    def _note(self, report: Report, found: tuple[ActorKey, ...], relay: Span | None) -> None:
        self._turns.take(report, found, self.known(relay) if relay is not None else ())
        self._issuers.note(report, found)
        self._disclosures.note(report, found, self._described.actors)

    @property
    def unnamed(self) -> Mapping[ActorKey, UnnamedActor]:
        """Those who spoke so far and are described only."""
        return self._described.actors

    def known(self, source: Span) -> tuple[ActorKey, ...]:
        """Return the known actors that the words stand for; a text or medium stands for the one who issues it."""
        if _SERVANT.fullmatch(self._text, source.start, source.end):  # nobody else's
            return ()
        guest = self._guests.of(source, self._turns.spoke)
        return guest or self._colleagues.of(source) or self._identities.of(source)

    def _is_outlet(self, report: Report) -> bool:
        """Tell whether a medium speaks, which only tells what others said."""
        if report.source is None:
            return False
        found = self.known(report.source)
        printed = report.source.of(self._text).lower().split()
        media = words("outlets/nouns.txt") | {"media", "press"}
        return self._outlets.issuperset(found) if found else not media.isdisjoint(printed)

    def _is_text(self, report: Report) -> bool:
        """Tell whether a text speaks: what "he" says next goes on with whom it told of."""
        return report.source is not None and is_text(report.source.of(self._text))

    def named(self, keys: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
        """Return the actors with the persons in place of those who were only described where they spoke first."""
        return tuple(self._disclosures.named.get(key, key) for key in keys)

    def cited(self, report: Report, around: Report | None) -> tuple[ActorKey, ...]:
        """Return whom a medium cites for what it reports, nobody if it speaks for itself."""
        if report.cited is None or not self._is_outlet(report):
            return ()
        return self.of(replace(report, source=report.cited, cited=None), around)
