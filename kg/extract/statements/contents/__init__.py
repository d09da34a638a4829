"""What a cue says was said, in the words after it: by the frames that it takes."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.grammar import BE, CLAUSE_MARKS, FINITE, Run, Tree
from kg.extract.statements.contents.announced import announced_quotation, end_of_quotations
from kg.extract.statements.contents.endings import clause_end, noun_end
from kg.extract.statements.contents.matters import is_matter
from kg.extract.statements.contents.naming import NOUN_OPENERS, acts_on_relative, end_of_name, names, what_is_called
from kg.extract.statements.contents.openings import closes_marks, opens_clause, opens_no_clause, tells_of_thing
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.adjuncts import skip_adjuncts, times
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.cues.lexicon import Frame, is_one_of, reporting_verbs
from kg.extract.statements.sources.hearers import QUESTIONS, behind_place, hearer_of
from kg.model import RegionKind

_PRONOUNS = frozenset({"PRP", "DT", "WP", "WDT", "EX"})
_CONDITIONS = frozenset({"when", "where", "if"})  # questions after "asked" and "explained", adjuncts after "said"
_OPENS_ANY = frozenset({"that", "how", "whether", "why"})  # a clause after any verb: "accused that C", "spoke of how C"
_LINKS = {Frame.AS: {"as", "to", "with"}, Frame.BLAME: {"responsible", "accountable"}}
_CLAUSE_LENGTH = 6  # words; behind "said" so many are a clause, whatever their tags
_TELLS_OF = frozenset({"warn", "assure", "remind"})
_OF_WHAT = frozenset({"of", "about", "against"})
_LONGEST_HEARER = 12  # words
_BEFORE_THAT = 25  # words between a cue and its "that"


@dataclass(frozen=True, slots=True)
class Complement:
    """The `content` that follows a cue, to whom it was said, and the frame that it fills."""

    content: Run
    frame: Frame
    addressee: Run | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words may stand: `[at, stop)` behind `cue`, after `hearer` and adjuncts; `start` is before those."""

    tree: Tree
    cue: Cue
    start: int
    at: int
    stop: int
    hearer: Run | None

    def clause(self, frame: Frame, start: int) -> Complement:
        return Complement(Run(start, clause_end(self.tree, start, self.stop)), frame, self.hearer)


def complement(tree: Tree, cue: Cue, start: int, stop: int) -> Complement | None:
    """Return what the cue's verb says between `start`, behind the cue (and a source that follows it), and `stop`."""
    start += closes_marks(tree, start)
    hearer = hearer_of(tree, cue, start, stop)
    at = skip_adjuncts(tree, behind_place(tree, hearer.last, stop) if hearer else start, stop)
    at = announced_quotation(tree, cue, at, stop) or at
    at += (
        tree.lower(at) in BE and tree.lower(at + 1) == "that" and what_is_called(tree, cue)
    )  # "what he said was that C"
    at = _behind_aside(tree, at, stop) or at
    if at < stop and tree.text(at) in CLAUSE_MARKS:
        at += 1
        goes_on = cue.form is Form.GERUND and cue.takes(Frame.CLAUSE)  # "adding, the river is dry"
        if at < stop and not tree.opens_quotation(at) and tree.text(at - 1) != ":" and not goes_on:
            return None
    if at >= stop:
        return None
    place = _Place(tree, cue, start, at, stop, hearer)
    return next((found for found in (fill(place) for fill in _FRAMES) if found is not None), None)


def _behind_aside(tree: Tree, at: int, stop: int) -> int | None:
    """Return the "that" behind an aside between commas: "said on Friday, *following the talks in Bree*, that C"."""
    closing = tree.comma(at + 1, stop)
    aside = tree.text(at) == "," and closing + 1 < stop and tree.lower(closing + 1) == "that"
    return closing + 1 if aside and not tree.has_finite_verb(Run(at, closing)) else None


def _quoted_clause(place: _Place) -> Complement | None:
    tree, at, stop = place.tree, place.at, place.stop
    if not tree.opens_quotation(at) or not place.cue.takes(Frame.QUOTE, Frame.CLAUSE, Frame.HEAR, Frame.QUOTED):
        return None
    if not tree.is_quotation(at):
        return place.clause(Frame.QUOTE, at)
    return Complement(Run(at, end_of_quotations(tree, at, stop)), Frame.QUOTE, place.hearer)


def _that_clause(place: _Place) -> Complement | None:
    """Find "said on Monday that C", "asked whether C", "explained how C"."""
    clausal = place.cue.takes(Frame.CLAUSE, Frame.THAT, Frame.HEAR)
    opens = clausal or (place.tree.lower(place.at) in _OPENS_ANY and not place.cue.takes(Frame.QUOTED))
    opener = _opener(place) if opens else None
    if opener is None and clausal:
        opener = _parsed_that(place) if place.cue.takes(Frame.NOUN) else _distant_that(place)
    if opener is None or opener + 1 >= place.stop:
        return None
    return place.clause(Frame.THAT, opener + (place.tree.lower(opener) == "that"))


def _opener(place: _Place) -> int | None:
    """Return the word here if it is a "that" or question word that opens the cue's clause."""
    tree, at = place.tree, place.at
    if at > place.start and tree.tag(at - 1) == "IN" and tree.lower(at) in QUESTIONS:  # "to a question on whether"
        return None
    phrase = len(place.cue.run) > 1  # no noun that "that" could relate to is left behind "expressed hope"
    if tree.lower(at) == "that" and (phrase or tree.tag(at) == "IN" or tree.dep(at) == "mark"):
        return at if tree.dep(at) != "det" or tree.has_finite_verb(Run(at, tree.comma(at, place.stop))) else None
    asks = tree.lower(at) in QUESTIONS or (tree.lower(at) in _CONDITIONS and place.cue.takes(Frame.NOUN))
    manner = tree.lower(at) in {"how", "why", "whether"} and tree.tag(at + 1) != "TO"  # they open nothing else
    manner = manner or (place.cue.lemma == "ask" and tree.lower(at) == "if")
    return at if asks and (manner or tree.has_finite_verb(Run(at, place.stop))) else None


def _distant_that(place: _Place) -> int | None:
    """Return a "that" further on, if no verb stands before it: the place, the day and the hearers stand between."""
    tree = place.tree
    only_that = place.cue.takes(Frame.THAT)
    for word in range(place.at, min(place.stop, place.at + _BEFORE_THAT)):
        spoken = tree.tag(word - 1) == "VBG" and tree.lower(word - 1) in reporting_verbs()
        if tree.lower(word) == "that" and (
            spoken or (tree.tag(word - 1) == "CC" and not place.hearer)
        ):  # "said A is late and *that* B"
            return None
        told = place.hearer is not None and tree.tag(word + 1) not in FINITE  # "told riders in Bree that/WDT they had"
        if tree.lower(word) == "that" and (
            told or tree.tag(word) == "IN" or tree.dep(word) == "mark" or (word == place.at and not only_that)
        ):
            related = only_that and tree.dep(tree[word].head).startswith("acl")  # "held talks on a plan that they made"
            return None if related else word
        verb = tree.tag(word) in FINITE or (tree.tag(word) == "VBN" and tree.children(word, "nsubj"))
        verb = verb or (tree.tag(word) == "VB" and tree.lower(word) in reporting_verbs())  # "met to say that C"
        if verb or tree.is_quotation(word) or tree.text(word) in {":", ";"}:
            return None
    return None


def _parsed_that(place: _Place) -> int | None:
    """Return the "that" of the clause which the parse gives a verb that takes nouns as well."""
    tree, cue = place.tree, place.cue
    if cue.takes(Frame.HEAR):
        return _distant_that(place)
    marks = [mark for clause in tree.children(cue.verb, "ccomp") for mark in tree.children(clause, "mark")]
    parsed = next((m for m in marks if cue.run.last <= m < place.stop and tree.lower(m) == "that"), None)
    return _that_after_time(place) if parsed is None else parsed


def _that_after_time(place: _Place) -> int | None:
    """Return a "that" which the parse relates to a time: "stated at the beginning of the year *that* C"."""
    tree, at = place.tree, place.at
    if tree.tag(at) != "IN" or not place.cue.takes(Frame.CLAUSE):
        return None
    that = next((i for i in range(at, min(place.stop, at + _BEFORE_THAT)) if tree.lower(i) == "that"), None)
    return that if that is not None and tree.lower(that - 1) in times() else None


def _heard(place: _Place) -> Complement | None:
    """Find "told X to do": what is asked of X opens with X."""
    if place.hearer is None or place.tree.lower(place.at) not in {"to", "not"}:
        return None
    content = Run(place.hearer.first, clause_end(place.tree, place.at, place.stop))
    return Complement(content, Frame.NOUN, place.hearer)


def _heard_of(place: _Place) -> Complement | None:
    """Find "warned X of Y", "warned riders of X against Y": what is told of is Y."""
    tree = place.tree
    if place.cue.lemma not in _TELLS_OF:
        return None
    near = range(place.start, min(place.stop, place.start + _LONGEST_HEARER))
    end = next(
        (i for i in near if tree.tag(i) in {*FINITE, "TO"} or tree.lower(i) == "that" or tree.is_quotation(i)),
        near.stop,
    )
    links = [i for i in near if i < end and tree.lower(i) in _OF_WHAT and _is_hearer(tree, i - 1)]
    link = next((i for i in links if tree.lower(i) != "of"), next(iter(links), None))
    if link is None:
        return None
    return Complement(Run(link + 1, noun_end(tree, place.cue, link + 1, place.stop)), Frame.NOUN, place.hearer)


def _is_hearer(tree: Tree, noun: int) -> bool:
    """Tell whether a noun can end the words for whom somebody warns: no "assured the *safety* of riders"."""
    return tree.tag(noun) in {"PRP", "NNP", "NNPS"} or is_one_of(tree.lower(noun), "statements/speaker_nouns.txt")


def _bare_clause(place: _Place) -> Complement | None:
    """Find "said C", "told X C"; a verb that takes nouns as well needs a parse that sees the clause."""
    tree, cue, at = place.tree, place.cue, place.at
    thing = cue.takes(Frame.NAMING) or tree.tag(at) not in FINITE  # no "what he said was the first war"
    if (thing and what_is_called(tree, cue)) or (not cue.takes(Frame.CLAUSE) and place.hearer is None):
        return None
    parsed = any(at <= clause < place.stop for clause in tree.children(cue.verb, "ccomp"))
    parsed = parsed or opens_clause(tree, at, place.stop)
    if (cue.takes(Frame.NOUN) and not parsed) or (place.hearer is not None and _leads_on(tree, at)):
        return None
    if tree.lower(at) == "that" and tree.tag(at + 1) not in FINITE:
        at += 1
    if opens_no_clause(tree, at, place.start, place.stop) or (tree.lower(at) == "about" and tree.dep(at) != "advmod"):
        return None  # but "said about half of them left"
    found = place.clause(Frame.CLAUSE, at)
    if tells_of_thing(tree, cue, found.content):
        return None
    headline = tree.sentence.region is RegionKind.HEADLINE
    long = len(found.content) >= _CLAUSE_LENGTH  # "said the plan entails/NNS peace and trade"
    loose = headline or (
        not cue.takes(Frame.HEAR) and (long or tree.has_verb(found.content))
    )  # whatever the parse makes of it
    quotes = any(tree.is_quotation(i) for i in found.content)  # a clause may go on in it: 'said the riders “have come”'
    whole = quotes or tree.has_finite_verb(found.content) or (loose and tree.tag(at) not in {"IN", "TO"})
    return found if whole else None


def _leads_on(tree: Tree, word: int) -> bool:
    """Tell whether a preposition stands behind a hearer, but for "at least three"."""
    return tree.tag(word) == "IN" and not (tree.lower(word) == "at" and tree.lower(word + 1) in {"least", "most"})


def _infinitive(place: _Place) -> Complement | None:
    takes = place.cue.lemma != "wish" and place.cue.takes(Frame.TO, Frame.CLAUSE, Frame.NOUN)  # "stressed to wait" too
    tree, at = place.tree, place.at
    nothing = tree.lower(at) in {"not", "never"} and not place.cue.takes(Frame.HEAR)  # no "asked not to be named"
    opens = tree.lower(at + nothing) == "to"
    return place.clause(Frame.TO, at) if takes and opens else None


def _called(place: _Place) -> Complement | None:
    """Find "rejected as “idle” the claims", in "what he described as a lie" the lie, in "whom he accuses of N" N."""
    tree, cue, at = place.tree, place.cue, place.at
    fits = cue.takes(Frame.NOUN, Frame.AS) and tree.lower(at) == "as" and tree.tag(at + 1) in NOUN_OPENERS
    whom = cue.takes(Frame.NOUN) and tree.lower(at) in {"as", "for", "of", "over"} and acts_on_relative(tree, cue)
    if not fits and not whom:
        return None
    end = noun_end(tree, cue, at, place.stop)
    return Complement(Run(at + (whom or what_is_called(tree, cue)), end), Frame.NOUN)


def _noun(place: _Place) -> Complement | None:
    tree, cue = place.tree, place.cue
    at = place.start if place.hearer else _behind_adjunct(place)
    if not cue.takes(Frame.NOUN, Frame.NAMING, Frame.AS, Frame.BLAME):
        return None
    if tree.tag(at) not in NOUN_OPENERS and not tree.opens_quotation(at):
        return None
    if _is_pronoun_only(tree, at) or tree.lower(at) in {"not", "quoting", "citing"}:
        return None
    end = noun_end(tree, cue, at, place.stop)
    run = Run(at, end_of_name(tree, at, end) if what_is_called(tree, cue) else end)
    if (len(run) == 1 and tree.tag(at) in _PRONOUNS) or not _links(tree, cue, run):
        return None
    said = is_matter(tree, cue, run) and (not cue.takes(Frame.NAMING) or names(tree, cue, run))
    return Complement(run, Frame.NOUN) if said else None


def _behind_adjunct(place: _Place) -> int:
    """Return where the verb's object begins that the parse finds behind a preposition: "urged *from the outset* N"."""
    tree = place.tree
    things = (thing for thing in tree.children(place.cue.verb, "obj") if tree.tag(place.at) == "IN")
    first = next((tree.subtree(thing).first for thing in things if place.at < thing < place.stop), place.at)
    return max(place.at, first)


def _is_pronoun_only(tree: Tree, at: int) -> bool:
    """Tell whether nothing but a pronoun is the object: "denied it, ...", "disputed it at court"."""
    elsewhere = tree.lower(at) == "it" and tree.lower(at + 1) in {"at", "in", "before"}
    points = tree.lower(at) in {"this", "that"} and tree.tag(at + 1) in {"IN", "TO", "WRB"}
    elsewhere = elsewhere or (points and tree.lower(at + 1) not in {"as", "of"})  # "announced *this* on Monday"
    return tree.tag(at) in {"PRP", "DT"} and (elsewhere or tree.text(at + 1) == ",")


def _links(tree: Tree, cue: Cue, run: Run) -> bool:
    """Tell whether the words hold what the verb needs: "listed A *as* B", "held A *responsible*"."""
    needed = [links for frame, links in _LINKS.items() if cue.takes(frame)]
    return all(any(tree.lower(i) in links for i in run) for links in needed)


def _thought(place: _Place) -> Complement | None:
    """Return a thought ("hopes C") if quotation marks show that it was put in words."""
    if not place.cue.takes(Frame.QUOTED):
        return None
    found = place.clause(Frame.QUOTED, place.at + (place.tree.lower(place.at) == "that"))
    return found if any(place.tree.opens_quotation(i) for i in found.content) else None


_FRAMES: tuple[Callable[[_Place], Complement | None], ...] = (
    _quoted_clause,
    _heard,
    _heard_of,
    _that_clause,
    _bare_clause,
    _infinitive,
    _called,
    _noun,
    _thought,
)
