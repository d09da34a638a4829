"""The words by which a sentence reports speech: verbs and phrases of the lexicon."""

from dataclasses import dataclass
from itertools import islice

from kg.extract.grammar import FINITE, NOUNS, QUOTATION_MARKS, Run, Tree
from kg.extract.statements.cues.adjuncts import times
from kg.extract.statements.cues.forms import (
    Form,
    auxiliaries_of,
    form_of,
    happened,
    is_headline_verb,
    is_participle_before_that,
    is_passive,
    opens_with_participle,
)
from kg.extract.statements.cues.lexicon import Frame, Reporting, inflected, is_stance, reporting_verbs, speech_events
from kg.extract.statements.cues.prepositions import (
    is_as_reported_by,
    leads_to_quotation,
    length_in_words,
    length_of_according,
)
from kg.model import RegionKind

_BETWEEN = frozenset({"RB", "RBR", "JJ", "JJS", "DT", "PRP$"})  # "called again for", "expressed his deep regret"
_MOST_BETWEEN = 3
_MOST_CUES = 40  # in a sentence; more are rubbish, and would cost time by the square of their number
_LONGEST_OCCASION = 15  # words between "called" and "for"
_NEAR = 5  # words behind a verb that may say what kind of thing its object is
_MOST_QUOTED = 35  # words from "quoted" to "saying"
_QUOTING = frozenset(form for verb in ("quote", "cite", "report") for form in inflected(verb, []))
_SAYING = frozenset({"saying", "telling", "stating"})
_SAID = frozenset({"said", "told", "stated"})
# What a tagger makes of "rejoices" or, in a headline, "Praises".
_TAKEN_FOR = frozenset({"VBN", "VBD", "VBZ", "NNS", "NNP", "NNPS", "JJ"})
_REPORTING_PREPOSITIONS = frozenset({"by", "in", "as", "while", "after", "before", "since", "when", "than", "with"})
_SUBJECT = frozenset({*NOUNS, "PRP", "PRP$", "DT", "JJ", "CD", "POS"})
_BEHIND_HELD = frozenset({"that", "responsible", "accountable"})
_ATTRIBUTIVE = frozenset({"amod", "compound", "case", "nmod"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting expression: `run` from its verb to its last word."""

    verb: int
    run: Run
    lemma: str
    frames: frozenset[Frame]
    form: Form

    def takes(self, *frames: Frame) -> bool:
        return not self.frames.isdisjoint(frames)


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with its source; `opening` is the first word of their clause, its comma or conjunction included."""

    cue: Cue
    source: Run | None
    own: bool
    opening: int
    relay: Run | None = None


def find_cues(tree: Tree) -> list[Cue]:
    """Return the verbal cues of the sentence in text order; none if there are more than any sentence has."""
    candidates = (_cue_at(tree, word) for word in range(tree.first, tree.last))
    found = list(islice((cue for cue in candidates if cue is not None), _MOST_CUES + 1))
    cited = {c.verb + 1 for c in found if c.lemma == "as reported by"}  # no cue of its own: "as *quoted* by Eomer"
    found = [cue for cue in found if cue.verb not in cited]
    if len(found) > _MOST_CUES:
        return []
    quoted = len(found) == 1 or any(tree.opens_quotation(i) for i in range(tree.first, tree.last))
    return [cue for cue in found if (quoted or cue.frames != {Frame.QUOTE}) and not _is_silent(tree, cue)]


def _is_silent(tree: Tree, cue: Cue) -> bool:
    """Tell whether the words are missing without which the cue tells of no speech.

    "Considering the good roads" has no quotation mark behind it, "holding an election" no "that" or "responsible",
    "raising the price" no noun for something said.
    """
    after = range(cue.run.last, tree.last)
    if cue.frames == {Frame.QUOTED}:
        quoted = any(tree.is_quotation(i) or tree.text(i) in QUOTATION_MARKS for i in after)
        return not quoted and not tree.is_quotation(tree.first)
    if cue.frames == {Frame.NOUN, Frame.STANCE}:
        return not any(is_stance(cue.lemma, tree.lower(i)) for i in islice(after, _NEAR))
    return cue.frames == {Frame.THAT, Frame.BLAME} and not any(tree.lower(i) in _BEHIND_HELD for i in after)


def _cue_at(tree: Tree, word: int) -> Cue | None:
    preposition = _preposition_at(tree, word)
    if preposition is not None:
        return preposition
    entries = reporting_verbs().get(tree.lower(word))
    if not entries or _is_in_name(tree, word) or not _is_verb(tree, word):
        return None
    quoting = _quoting_verb(tree, word)
    if quoting is not None:
        return Cue(quoting, Run(word, word + 1), "say", entries[0].frames, Form.QUOTED)
    quotes_saying = tree.lower(word) in _QUOTING and _says_after(tree, word) is not None
    if not quotes_saying and tree.lower(word) == "quoted" and tree.lower(word + 1) == "by" and is_passive(tree, word):
        return Cue(word, Run(word, word + 1), "say", frozenset({Frame.QUOTE, Frame.CLAUSE}), Form.QUOTED)
    return _longest(tree, word, entries) if not quotes_saying and happened(tree, word) else None


def _preposition_at(tree: Tree, word: int) -> Cue | None:
    """Return "according to", "per", "as reported by"; opening a sentence "for him" or, with a text, "based on"."""
    following = tree.lower(word + 1)
    length = length_of_according(tree, word)
    if length:
        return Cue(word, Run(word, word + length), "according to", frozenset(), Form.PREPOSITION)
    if tree.lower(word) == "as" and is_as_reported_by(tree, word):
        return Cue(word, Run(word, word + 3), "as reported by", frozenset(), Form.PREPOSITION)
    if word != tree.first and not leads_to_quotation(tree, word):
        return None
    opens = word == tree.first
    told_by = opens and tree.lower(word) == "for" and following in {"him", "her", "them"} and tree.text(word + 2) == ","
    length = 1 if told_by else length_in_words(tree, word)
    if length:
        return Cue(word, Run(word, word + length), "for" if told_by else "in words", frozenset(), Form.PREPOSITION)
    if opens and tree.lower(word) == "based" and following == "on":
        return Cue(word, Run(word, word + 2), "based on", frozenset({Frame.TEXT}), Form.PREPOSITION)
    return None


def _longest(tree: Tree, word: int, entries: tuple[Reporting, ...]) -> Cue | None:
    """Return the cue of the first entry whose words follow; entries of more words come first."""
    for entry in entries:
        last = _matched(tree, word, entry)
        if last is None:
            continue
        first = word - 2 if _has_prefix(tree, word) else word
        lemma = " ".join((entry.verb, *entry.rest))
        if not _goes_on(tree, entry, last):
            return Cue(word, Run(first, last), lemma, entry.frames, form_of(tree, word))
        if Frame.NOUN in entry.frames:
            return Cue(word, Run(first, word + 1), lemma, frozenset({Frame.NOUN}), form_of(tree, word))
    return None


def _goes_on(tree: Tree, entry: Reporting, last: int) -> bool:
    """Tell whether the noun of "expressed concern" goes on ("about N"): then it is part of what was said."""
    noun = bool(entry.rest) and tree.tag(last - 1) in NOUNS
    joined = tree.lower(last) in {"and", ","} and tree.tag(last + 1) in {*NOUNS, "JJ"}  # "expressed concern and regret"
    at = last + (tree.text(last) in QUOTATION_MARKS)  # "“expressed concern” over"
    return noun and (joined or (tree.tag(at) == "IN" and tree.lower(at) != "that"))


def _quoting_verb(tree: Tree, word: int) -> int | None:
    """Return the verb of "was quoted *as saying*" or "quoted her *as saying*" for its "saying"."""
    verbs = [i for i in range(max(tree.first, word - _MOST_QUOTED), word) if tree.lower(i) in _QUOTING]
    return verbs[-1] if verbs and _says_after(tree, verbs[-1]) == word else None


def _says_after(tree: Tree, verb: int) -> int | None:
    for word in range(verb + 1, min(tree.last - 1, verb + _MOST_QUOTED)):
        saying = word + 1 + (tree.lower(word + 1) == "also")
        if tree.lower(word) == "as" and tree.lower(saying) in _SAYING:
            return saying
        if (tree.lower(word), tree.lower(word + 1)) == ("as", "having") and tree.lower(word + 2) in _SAID:
            return word + 2
        bare = tree.tag(word - 1) == "PRP" or word == verb + 1  # "quoted him *saying*", "was quoted *saying*"
        if bare and tree.lower(word) == "saying":
            return word
        if tree.text(word) in {";", ":"} or tree.is_quotation(word):
            return None
    return None


def _is_verb(tree: Tree, word: int) -> bool:
    """Tell whether the word is a verb here, also against a tagger that cannot see it."""
    if is_participle_before_that(tree, word) or opens_with_participle(tree, word) or is_headline_verb(tree, word):
        return True
    hyphen = tree.text(word - 1) == "-" and tree[word - 1].end == tree[word].start
    tag = tree.tag(word)
    noun = tag in {"VBZ", "NNS"} and _has_author(tree, word)
    states = tree.lower(word) == "states" and (tree.lower(word - 1) == "united" or tree.tag(word + 1) == "POS")
    if noun or states or (hyphen and not _has_prefix(tree, word)):  # "co-accused"
        return False
    attributive = tree.dep(word) in _ATTRIBUTIVE and tag != "VBD" and not tree.children(word, "nsubj")
    if tag.startswith("VB") and not attributive:
        return not (_is_object_of_preposition(tree, word) or _is_reduced_relative(tree, word))
    if tag not in _TAKEN_FOR or tree.lower(word) == reporting_verbs()[tree.lower(word)][0].verb:
        return False
    if attributive:
        described = tree.tag(word - 1) in {"DT", "PRP$", "POS", "IN"}  # "the mentioned town"
        owned = tree.tag(word - 3) in {"PRP$", "DT", "POS"}  # "his principled and declared policy"
        joined = tree.lower(word - 1) == "and" and not owned
        return joined or not (tree.finite or described)
    before = word - 2 if tree.text(word - 1) == "," else word - 1
    ends = word == tree.end - 1  # "C, the board writes/NNS."
    closes = ends and (tree.dep(word) == "parataxis" or bool(tree.children(word, "nsubj")))
    return closes or not tree.finite or tree.text(before) in QUOTATION_MARKS


def _is_in_name(tree: Tree, word: int) -> bool:
    """Tell whether a capital shows that a name goes on: "asked on Palantir *Report* if C"."""
    capitals = tree.text(word)[:1].isupper() and tree.text(word - 1)[:1].isupper()
    return capitals and tree.sentence.region is RegionKind.BODY and tree.tag(word - 1) == "NNP" and word > tree.first


def _has_author(tree: Tree, word: int) -> bool:
    """Tell whether "by" follows that is no part of a verb: "the recent *remarks* by Eomer", but "he stands by it"."""
    entries = reporting_verbs()[tree.lower(word)]
    return tree.lower(word + 1) == "by" and not any(entry.rest[:1] == ("by",) for entry in entries)


def _is_object_of_preposition(tree: Tree, word: int) -> bool:
    """Tell whether a gerund names what somebody did ("thanked him for saying"), rather than reports it."""
    before = tree.lower(word - 1)
    manner = before == "in" and tree.lower(word) == "writing"  # "agreed to it in writing"
    return tree.tag(word) == "VBG" and tree.tag(word - 1) == "IN" and (manner or before not in _REPORTING_PREPOSITIONS)


def _is_reduced_relative(tree: Tree, word: int) -> bool:
    """Tell whether the participle only describes a noun: "the plan announced in May", "the Mark, also called Rohan"."""
    phrases = (_matched(tree, word, entry) for entry in reporting_verbs()[tree.lower(word)] if entry.rest)
    last = next((last for last in phrases if last is not None), None)
    if last is not None:  # "called for" describes no noun, but ", also referred to as" does
        before = next(i for i in range(word - 1, tree.first - 2, -1) if tree.tag(i) != "RB")
        return tree.lower(last) == "as" and tree.text(before) == ","
    if tree.tag(word) != "VBN":
        return False
    apart = tree.lower(word - 1) == "also" and tree.text(word - 2) == ","
    if apart and not tree.children(word, "nsubj"):
        return True
    if tree.dep(word) != "acl" or auxiliaries_of(tree, word):
        return False
    above = [verb for verb in tree.ancestors(word) if verb != tree.head(word)]
    return any(tree.tag(i) in FINITE for verb in above for i in (verb, *tree.children(verb, "aux", "cop")))


def _has_prefix(tree: Tree, word: int) -> bool:
    return tree.lower(word - 1) == "-" and tree.lower(word - 2) == "re"


def _is_time(tree: Tree, word: int) -> bool:
    """Tell whether a time goes on here: "called *on Monday* for", "hinted last *week* at"."""
    return tree.lower(word + (tree.lower(word) == "on")) in times()


def _may_stand_between(tree: Tree, word: int) -> bool:
    """Tell whether a word may part a verb from its other words: "expressed *his deep* regret", "*Gondor's* regret"."""
    owner = tree.tag(word) == "POS" or (tree.tag(word) in {"NNP", "NNPS"} and tree.tag(word + 1) == "POS")
    return owner or tree.tag(word) in _BETWEEN or _is_time(tree, word)


def _behind_call(tree: Tree, at: int) -> int:
    """Return the "for" behind an occasion: "called *in a telephone conversation with Eomer* for peace"."""
    if tree.lower(at) not in {"in", "during", "at"}:
        return at
    near = range(at, min(tree.last, at + _LONGEST_OCCASION))
    end = next((i for i in near if tree.tag(i) in FINITE or tree.text(i) in {",", ";"} or tree.is_quotation(i)), at)
    links = [i for i in near if tree.lower(i) == "for" and (i < end or end == at)]
    return links[0] if links and any(tree.lower(i) in speech_events() for i in range(at, links[0])) else at


def _matched(tree: Tree, word: int, entry: Reporting) -> int | None:
    """Return where `entry` ends if its words stand after the verb, with few words between."""
    at = word + 1
    for part in entry.rest:
        skipped = 0
        while tree.lower(at) != part and skipped < _MOST_BETWEEN and _may_stand_between(tree, at):
            at, skipped = at + 1, skipped + 1
        if part == "for" and tree.lower(at) != part:
            at = _behind_call(tree, at)
        if tree.lower(at) != part:
            return None
        at += 1
    if entry.rest and entry.rest[-1] == "on" and tree.lower(at) in times():  # "insisted on Monday"
        return None
    return at
