"""Whose side a title is on, as its sentence tells: by "on the Gondorian side", company, lists, travel, setting."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.actors.countries import CountryMention
from kg.extract.actors.offices.destinations import JOURNEYS
from kg.extract.actors.offices.sentences import Sentences
from kg.extract.actors.reading import Name, Reading
from kg.extract.actors.titles import Title
from kg.extract.actors.titles.model import SIDES
from kg.extract.actors.titles.styles import is_style
from kg.lexicon.countries import Wording
from kg.model import CountryCode

_INCLUDING = frozenset({"including", "included", "namely"})
_JOINTS = frozenset({",", "and", "as", "well", "along", "with", "together"})  # between two that are listed
_AMID = frozenset({",", "and", "the", "his", "her"})  # in a list that an envoy or minister ends
_HIS = frozenset({"him", "her", "his"})
_EMBASSY = 40  # words before an ambassador, among which his embassy is named
_COMPANY = 4  # words before "including" that tell whose officials they are
_BRIEFINGS = frozenset({"briefing", "conference"})
_ON = frozenset({"on", "from"})  # before "the Gondorian side"
_WITH = frozenset({"with", "by"})
_JOINED = frozenset({"accompanied", "flanked", "joined"})
_COMPANIONS = 12  # words before "with", among which stand who came and the verb
_ENDING = frozenset({"diplomat", "minister"})  # groups of the titles whose country a list before them shares


@dataclass(frozen=True, slots=True)
class OwnSide:
    """Tells whose side titles are on; `country_of` is the country of whoever a name names, as far as it is known."""

    reading: Reading
    sentences: Sentences
    country_of: Callable[[Name | None], CountryCode | None]

    def of(self, title: Title) -> CountryCode | None:
        """Return the country of who is of one side: "on the Gondorian side", "Gondorian officials, including".

        So of "the country's steward", the last one named.
        """
        words = self.reading.words
        if title.owner is not None and words[title.owner].lower == "country":
            return self.sentences.last_named(title)
        told = self._told(title)
        if told is not None:
            return told.code
        signs = (self._of_embassy, self._of_company, self._listed, self._travelled, self._of_setting)
        return next(filter(None, (sign(title) for sign in signs)), None)

    def _told(self, title: Title) -> CountryMention | None:
        """Return the country whose side is told: "on the Gondorian side"."""
        words = self.reading.words
        for i in self.sentences.of(title):
            found = self.reading.country_before(i) if words[i].lower == "side" else None
            if found is None:
                continue
            on = found[1] - 1 - (words[found[1] - 1].lower == "the")
            if words[on].lower in _ON and (i < title.first or not self._opens_list(on, i + 1)):
                return found[0]
        return None

    def _opens_list(self, first: int, end: int) -> bool:
        """Tell whether those of a side follow: "On the Gondorian side, it was", "and on the Gondorian side Steward"."""
        words = self.reading.words
        return words[first].capital or (words[first - 1].lower in {"and", "while", ";"} and words[end].lower != "and")

    def _of_embassy(self, title: Title) -> CountryCode | None:
        """Return whose embassy is named before an ambassador: "the Gondorian embassy said Ambassador Imrahil"."""
        words, country_at = self.reading.words, self.reading.country_at
        before = range(title.first - 1, title.first - _EMBASSY, -1) if title.group == "diplomat" else ()
        for i in before:
            if words[i].lower == "embassy":
                of = country_at.starting(i + 2 + (words[i + 2].lower == "the")) if words[i + 1].lower == "of" else None
                found = of or self.reading.owner_before(i)
                return found[0].code if found else None
        return None

    def _of_company(self, title: Title) -> CountryCode | None:
        """Return whose officials the title stands among: "Gondorian officials, including Steward Denethor".

        So of "Denethor and the delegation accompanying him, which included Captain Faramir".
        """
        words = self.reading.words
        before = reversed(range(self.sentences.of(title).start, title.first))
        including = next((i for i in before if words[i].lower in _INCLUDING), None)
        if including is None:
            return None
        at = including - 1 - (words[including - 1].text == ",")
        near = range(at, at - _COMPANY, -1)
        found = next((found[0].code for found in map(self.reading.country_at.ending, near) if found), None)
        his = any(words[j].lower in _HIS for j in (*near, near.stop))
        return found or (self._of_nearest(range(title.first - _COMPANIONS, at)) if his else None)

    def _of_nearest(self, before: range) -> CountryCode | None:
        """Return the country of the last person named among the words."""
        return self.country_of(next(filter(None, map(self.reading.person_at, reversed(before))), None))

    def _listed(self, title: Title) -> CountryCode | None:
        """Return whose official is listed just before: "Gondorian Captain Faramir and Treasurer Húrin".

        Two leaders side by side are as likely of two countries. An envoy may be listed just behind.
        """
        for other in self.sentences.titles_with(title):
            leaders = other.title.group == title.group == "leader"
            if other.holder is None or other.title.organization is not None or leaders:
                continue
            between = range(max(other.holder.last, other.title.last), title.first)
            if between and all(self.reading.words[i].lower in _JOINTS for i in between):
                return self.country_of(other.holder)
        return self._listed_before(title)

    def _listed_before(self, title: Title) -> CountryCode | None:
        """Return whose envoy or minister ends the list that the title opens: "Captain X and Gondor's envoy Húrin"."""
        if title.noun.word == "minister" or title.group in {"leader", "diplomat"}:
            return None
        others = (other.title for other in self.sentences.titles_with(title))
        ending = next((other for other in others if other.first > title.last and other.group in _ENDING), None)
        if ending is None or not all(map(self._is_listed, range(title.last, ending.first))):
            return None
        return ending.country

    def _is_listed(self, word: int) -> bool:
        """Tell whether the word may stand in a list of officials."""
        read = self.reading
        listed = read.words[word].lower in _AMID or word in self.sentences.in_titles
        return listed or read.person_at(word) is not None or is_style(read, word)

    def _travelled(self, title: Title) -> CountryCode | None:
        """Return whose official came with the title: "Faramir, who arrived on Monday with Treasurer Húrin"."""
        words, first = self.reading.words, self.sentences.of(title).start
        before = range(title.first - 1, first, -1)
        at = next((i for i in before if words[i].lower in _WITH or self.reading.tag(i) == "VERB"), first)
        came = range(max(first, at - _COMPANIONS), at)
        if words[at].lower == "by" and words[at - 1].lower in _JOINED:
            return self.country_of(self._accompanied(at - 1))
        if words[at].lower != "with" or not any(self._travels(i) for i in came):
            return None
        return self._of_nearest(came)

    def _travels(self, word: int) -> bool:
        token = self.reading.token(word)
        return token is not None and token.lemma in JOURNEYS | {"come"}

    def _accompanied(self, word: int) -> Name | None:
        """Return who is "accompanied": the subject of the word, or whom it describes, or the subject of its clause."""
        tree, token = self.reading.tree(word), self.reading.token(word)
        if token is None:
            return None
        above = tree.head(token.index)
        outer = [] if above is None else [above, *tree.children(above, "nsubj", "nsubj:pass")]
        places = (*tree.children(token.index, "nsubj", "nsubj:pass"), *outer)
        names = (self.reading.person_at(self.reading.words.at(tree[place].start)) for place in places)
        return next(filter(None, names), None)

    def _of_setting(self, title: Title) -> CountryCode | None:
        """Return the country in whose capital the sentence is set, if the title is no guest's: "In Osgiliath, ...".

        A spokesman speaks at home: "told a briefing in Osgiliath".
        """
        sentence, words = self.sentences.of(title), self.reading.words
        if title.group in SIDES | {"diplomat"}:
            return None
        briefed = (i + 1 for i in sentence if words[i].lower in _BRIEFINGS and title.group == "spokesperson")
        for at in (sentence.start, *briefed):
            found = self.reading.country_at.starting(at + 1) if words[at].lower == "in" else None
            if found is not None and found[0].wording is Wording.SEAT:
                return found[0].code
        return None
