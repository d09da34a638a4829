"""Who has the turn: how "he", "the diplomat" and "the spokesman" go on with those who spoke before."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kg.extract.statements.reports import Report
from kg.extract.statements.speakers.callings import are_of_other_portfolios, leads
from kg.extract.statements.speakers.described import Described, head
from kg.extract.statements.speakers.mentioned import countries_named, genders_of, is_person, persons_named, within
from kg.extract.statements.speakers.told import Told
from kg.lexicon import table, words
from kg.model import PERSONAL, ActorKey, Actors, Annotation, Mention, MentionForm, Role, Span

_GENDERS = {"he": "m", "she": "f"}
THIRD = frozenset(_GENDERS)
_CALLING = re.compile(
    r"(?:[Tt]he|(?:[A-Z][\w-]* ){0,2}[A-Z][\w.-]*'s) (?:[\w.-]+(?:'s)? ){0,4}?(?P<noun>[A-Za-z]+(?:-[a-z]+)*)"
    r"(?= (?:of|at|for|in|to|from|on|who) |,|\Z)"
)
_OF_ONE = frozenset({"minister", "spokesman", "spokeswoman", "spokesperson", "ambassador", "governor", "mayor"})
_GREAT = re.compile(r"[Tt]he (?:Supreme |Great )?Leader\b")  # by whom a text means nobody else
_OF_MEDIA = frozenset({"report", "article", "story", "dispatch", "piece"})
_STANCES = tuple("appreciat back hope look stand support value want welcome".split())  # told, no acts of speech
_STATE = re.compile(r"[A-Z]\w* member\Z")  # "the EU member"
_OF_TWO = {"the former": 0, "the latter": -1}
_MOST = 6  # titles of one person
_RECENT = 50  # speakers that are remembered


class Turns:
    """The speakers of a document so far, `last` those of the last report and `spoke` all, the last one first.

    What they said is `told`.
    """

    def __init__(self, annotation: Annotation, actors: Actors, roles: Sequence[Role], described: Described) -> None:
        self._text = annotation.text
        self._described = described
        self._named: dict[ActorKey, list[Mention]] = {}
        self._pronouns: dict[ActorKey, list[str]] = {}
        for mention in actors.mentions:
            if mention.form is not MentionForm.PRONOUN:
                self._named.setdefault(mention.actor, []).append(mention)
            elif (printed := mention.span.of(annotation.text).lower()) in THIRD:
                self._pronouns.setdefault(mention.actor, []).append(printed)
        self._person_words = {word for p in actors.persons for name in p.names for word in name.split()}
        self._genders = genders_of(self._text, actors, self._named)
        self._countries = countries_named(actors)
        self._posts = {office.key: (office.title, office.country) for office in actors.offices}
        served = {office.key: ActorKey(f"country:{office.country}") for office in actors.offices if office.country}
        self.served: dict[ActorKey, set[ActorKey]] = {}  # the countries whose offices the persons hold
        for role in roles:
            if role.office in served:
                self.served.setdefault(role.holder, set()).add(served[role.office])
        self._outlets = {o.key for o in actors.organizations if o.outlet}
        self.last: tuple[ActorKey, ...] = ()
        self.spoke: list[ActorKey] = []
        self.told = Told(annotation)
        self._teller: tuple[ActorKey, ...] = ()  # who told last, also what somebody else had said
        self._relay: tuple[ActorKey, ...] = ()  # the body that passed the last report on, or one before
        self._passed: Report | None = None  # which report it was
        self.relates = False  # whether the last report told something before its speaker, in other words

    def take(self, report: Report, speakers: tuple[ActorKey, ...], relay: tuple[ActorKey, ...]) -> None:
        """Take note of who speaks in the next report of the text, and of who passes it on."""
        self.relates = report.rule == "before" and not report.direct
        one = relay if self._is_one(relay) else speakers if self._is_one(speakers) else ()
        if one or self.told.last is None or self.told.last.sentence != report.sentence:  # no "polls" told of by the way
            self._teller = one
        self.last = speakers
        self.spoke = [*speakers, *(key for key in self.spoke if key not in speakers)][:_RECENT]
        self.told.add(report)
        if report.relay is not None or relay:
            self.pass_on(relay)

    def pass_on(self, relay: tuple[ActorKey, ...]) -> None:
        """Take note of a medium that only passes the last report on."""
        self._relay = tuple(key for key in relay if key.startswith("organization:"))
        self._passed = self.told.last if self._relay else None

    def speaks_of(self, report: Report, key: ActorKey) -> bool:
        """Tell whether what was said names the actor, as nobody does himself: "Eomer will ride, he said"."""
        return any(content.contains(m.span) for m in self._named.get(key, ()) for content in report.content)

    def still(self, source: Span) -> tuple[ActorKey, ...]:
        """Return who spoke in the last report, if these were the words for him there."""
        return self.last if self.told.last is not None and self.told.last.source == source else ()

    def issuer(self, noun: str, source: Span) -> tuple[ActorKey, ...]:
        """Return who spoke before, if that can issue a text: "the report" goes on with the report at hand.

        That is a body, named or described ("an embassy"), or a text that the `noun` of the words `source` calls. What
        a medium passed on from a body without a name is its own report, but no statement of it.
        """
        named = tuple(key for key in self.last if key.startswith("organization:"))
        texts = (key for key in self.last if self._described.is_called(key, noun, source) or self._described.acts(key))
        described = tuple(texts)
        return named or (self._relay or described if noun in _OF_MEDIA else described or self._relay)

    def passing_on(self) -> tuple[ActorKey, ...]:
        """Return the body that passed the last report on, which goes on as "C, it said"."""
        return self._relay if self._passed is not None and self._passed is self.told.last else ()

    def person(self, pronoun: str) -> tuple[ActorKey, ...]:
        """Return who spoke before: "he said" where reference found nobody goes on with the last speaker."""
        spoke = self.last
        if spoke and self._outlets.issuperset(spoke):  # what a report adds is no new speaker
            spoke = tuple(key for key in self.spoke if key not in self._outlets)[:1]
        if pronoun == "it":
            return tuple(key for key in self.last if self._is_body(key))
        if pronoun == "they":  # also of one whose sex the text keeps back
            nameless = any(not (is_person((key,)) or self._is_body(key)) for key in spoke)
            return spoke if len(spoke) > 1 or nameless else ()
        if pronoun not in THIRD | {"who"}:
            return ()
        return tuple(k for k in spoke if k.startswith(PERSONAL) or self._described.is_somebody(k))

    def of_two(self, source: Span) -> tuple[ActorKey, ...]:
        """Return whom "the former" or "the latter" means, of two persons named since the sentence before began."""
        printed = source.of(self._text).lower()
        if printed not in _OF_TWO:
            return ()
        keys = persons_named(self._named, self.told.sentence_before(source.start), source.start)
        return (keys[_OF_TWO[printed]],) if len(keys) == 2 else ()

    def resumed(self, source: Span, known: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
        """Return who spoke as "a spokesman" when "the spokesman" comes, unless one of the `known` spoke after that."""
        calling = _CALLING.fullmatch(self._text, source.start, source.end)
        noun = calling["noun"].lower() if calling else ""
        if noun not in words("statements/callings.txt"):
            return ()
        of_others = bool(known) and bool(self._countries_in(source))  # no "European diplomat" is "Gondor's diplomat"
        spoke = (key for key in self.spoke if key in known or self._spoke_as(key, noun, source, sure=of_others))
        return tuple(key for key in islice(spoke, 1) if key not in known)

    def _spoke_as(self, key: ActorKey, noun: str, source: Span, *, sure: bool) -> bool:
        """Tell whether somebody without a name spoke who is called by the noun, to be `sure` for the same country."""
        if key not in self._posts:
            return self._described.is_called(key, noun, source) and not (sure and not self._described.home(key))
        title, country = self._posts[key]
        told = self._countries_in(source)
        return head(title) == noun and (country is None or not told or f"country:{country}" in told)

    def rather(self, report: Report, known: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
        """Return who spoke just before, if somebody whom "he" or "the diplomat" seems to mean was only spoken of."""
        assert report.source is not None
        if len(known) != 1 or known == self.last or not self._is_one(self.last):
            return ()
        printed = report.source.of(self._text).lower()
        told = self.told.follows(report) and self.told.holds_all(self._named.get(known[0], []), report)
        if printed in THIRD:
            told = told or (self.told.goes_on(report) and not self.speaks_of(report, known[0]))
            return self.last if told and self._fits(self.last[0], printed) else ()
        article, *rest, noun = printed.split() if " " in printed else ("", printed)
        called = article == "the" and rest and noun in words("statements/callings.txt")
        if called and self._has_title_of(self.last[0], {*rest, noun}):
            return self.last
        vague = noun in {row[0] for row in table("offices/actor_nouns.tsv")}
        other = self._countries_in(report.source) or self._is_called(known[0], noun)  # "the Gondorian official"
        return self.going_on(report.source) if vague and told and not other else ()

    def _has_title_of(self, key: ActorKey, told: set[str]) -> bool:
        """Tell whether a title of his has all the words: "the rider chief" for "the chief of the council of riders"."""
        return any(told.issubset(title.of(self._text).lower().split()) for title in self._titles(key))

    def own(self, report: Report, around: Report, known: tuple[ActorKey, ...]) -> tuple[ActorKey, ...]:
        """Return who speaks in the report `around`, if "he" in his own words means nobody whom they name."""
        assert report.source is not None
        printed = report.source.of(self._text).lower()
        mine = self.told.last is around and not around.direct and is_person(self.last)
        if not mine or printed not in THIRD or not self._fits(self.last[0], printed):
            return ()
        named = (m.span for key in known for m in self._named.get(key, ()))
        return () if any(content.contains(span) for span in named for content in around.content) else self.last

    def speaks_for(self, report: Report, around: Report, known: tuple[ActorKey, ...]) -> bool:
        """Tell whether somebody says what his own country thinks: "Eomer said *the Mark welcomes* the truce"."""
        stance = report.cue is not None and report.cue.of(self._text).lower().startswith(_STANCES)
        mine = self.told.last is around and is_person(self.last)
        return mine and stance and bool(known) and self.served.get(self.last[0], set()).issuperset(known)

    def _is_one(self, found: tuple[ActorKey, ...]) -> bool:
        """Tell whether the actors are one person, be he only described."""
        return is_person(found) or (len(found) == 1 and self._described.is_somebody(found[0]))

    def _is_body(self, key: ActorKey) -> bool:
        """Tell whether the actor is one body, named or described."""
        if key.startswith("unnamed:"):
            return not (self._described.is_somebody(key) or self._described.is_plural(key))
        return key.startswith(("organization:", "country:"))

    def _fits(self, key: ActorKey, pronoun: str) -> bool:
        """Tell whether the text calls the person by this pronoun as often as by the other, and the name fits it."""
        called = self._pronouns.get(key, [])
        return 2 * called.count(pronoun) >= len(called) and self._genders[key] in {"", _GENDERS[pronoun]}

    def going_on(self, source: Span, *, vacant: bool = False) -> tuple[ActorKey, ...]:
        """Return who told last, if it is a person with whom a definite noun goes on ("the top Gondorian lawmaker").

        Of an office that nobody is said to hold, `vacant`, the noun must be vague and the country or body be his.
        """
        calling = (
            None if _GREAT.match(self._text, source.start) else _CALLING.match(self._text, source.start, source.end)
        )
        noun = calling["noun"].lower() if calling else ""
        state = calling is not None and _STATE.search(calling[0]) is not None
        if noun not in words("statements/callings.txt") or state or self._described.has_spoken(noun, source):
            return ()
        told = self._countries_in(source)
        teller = self._teller if self.spoke or not leads(noun) else self._only_person_before(source.start)
        titles = list(islice((title for key in teller for title in self._titles(key)), _MOST))
        held = frozenset(word for title in titles for word in title.of(self._text).lower().split())
        others = noun in held and are_of_other_portfolios(frozenset(source.of(self._text).lower().split()), held)
        served = calling is not None and self._is_of_person(calling)
        if others or served or (held and noun.startswith("spokes") and noun not in held):
            return ()
        homes = {code for key in teller for code in (*self.served.get(key, ()), *self._described.home(key))}
        homes |= {code for title in titles for code in self._countries_in(self._before_host(title))}
        unplaced = bool(told) and not homes  # of a country, as whose the teller is not known
        if vacant and (noun in _OF_ONE or unplaced or noun in held):
            return ()
        return () if told and homes and told.isdisjoint(homes) else teller

    def _is_of_person(self, calling: re.Match[str]) -> bool:
        """Tell whether a noun is of somebody whom its words name: "*Eomer's* press secretary" is not he."""
        owner = calling[0].partition("'s ")[0]
        return owner != calling[0] and owner.split()[-1] in self._person_words

    def _only_person_before(self, position: int) -> tuple[ActorKey, ...]:
        """Return the person whom a text is about that has named nobody else before the character."""
        before = self.named_before(position)
        return before if len(before) == 1 else ()

    def named_before(self, position: int) -> tuple[ActorKey, ...]:
        """Return the persons named before the character, in the order in which they come into the text."""
        return persons_named(self._named, 0, position)

    def _is_called(self, key: ActorKey, noun: str) -> bool:
        """Tell whether the text explains a person by the noun, rather than going back to him by it."""
        titles = (title.of(self._text).lower() for title in islice(self._titles(key), _MOST))
        return any(noun in title.split() and not title.startswith("the ") for title in titles)

    def _titles(self, key: ActorKey) -> Iterator[Span]:
        return (m.span for m in self._named.get(key, ()) if m.form is MentionForm.DESCRIPTION)

    def _before_host(self, title: Span) -> Span:
        """Return a title without the country to which its holder is sent: "*ambassador* to Gondor"."""
        to = self._text.find(" to ", title.start, title.end)
        return Span(title.start, to) if to >= 0 else title

    def _countries_in(self, span: Span) -> set[ActorKey]:
        return {m.actor for m in within(self._countries, span)}
