"""Where the words that were said end: a parser's trees are too often wrong for this, so word order decides first."""

import re
from functools import cache

from kg.extract.grammar import CLAUSE_MARKS, DASHES, FINITE, NOUNS, QUOTATION_MARKS, RELATIVES, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.adjuncts import times
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.cues.lexicon import is_one_of, reporting_nouns, reporting_verbs, speech_events
from kg.lexicon import table, words
from kg.model import RegionKind

_TRAILING = CLAUSE_MARKS | {"-"}
_LONGEST_RELATIVE = 18  # words from "a promise that" to the verb by which somebody speaks of it
_TAKEN_UP = frozenset({"charge", "move", "point", "position", "request", "sentiment", "step", "view"})
_NAMED = frozenset({"DT", "NNP", "PRP"})  # opens who speaks of it
_ADVERBIAL = frozenset({"while", "as", "when", "after", "before", "because", "since", "although", "though", "whereas"})
_THEN = frozenset({"after", "before", "while"})
_CONTRASTS = frozenset({"though", "although", "whereas"})
_MANNERS = frozenset(
    {"elaborating", "explaining", "giving", "mentioning", "naming", "offering", "providing", "specifying", "saying"}
)  # "without elaborating"
_WITHHOLDING = re.compile(
    r"but (?:(?:he|she|it|they) )?(?:declined|refused to|stopped short|(?:gave|offered|provided) no"
    r"|(?:did not|didn't|would not|wouldn't)(?: \w+ly)?"
    r" (?:comment|confirm|elaborate|give|go into|identify|name|offer|provide|reveal|say|specify))\b"
)
_GESTURE = re.compile(
    r"before being\b"
    r"|in (?:what|an? (?:[a-z]+ ){0,2}(?:allusion|departure|end|jab|nod|rebuke|reference|sign|signal|swipe))\b"
)
_POSSIBLE = frozenset({"a", "an", "the", "his", "her", "their"})
_BEFORE_OCCASION = frozenset({"at", "in", "after", "during", "following", "through", "via"})
_SUBJECT = frozenset({*NOUNS, "DT", "JJ", "PRP", "PRP$", "IN", "CD", "POS", "HYPH", "VBN"})
_MEETING = frozenset({"meeting", "holding", "speaking", "talking", "conferring", "hosting", "receiving", "visiting"})
_TALKS = frozenset({"talks", "meeting", "meetings", "summit", "conversation", "call", "discussions", "negotiations"})
_NEAR_MEETING = 5  # words from "after" to the noun of a meeting
_SPEAKERS = "statements/speaker_nouns.txt"
_SPANS = "times/time_nouns.txt"
_LONGEST_INTERVAL = 4  # words of "just a few days"
_NEAR = 6  # words from "during" to the noun of an occasion


@cache
def _participles(role: str) -> frozenset[str]:
    return frozenset(word for word, what in table("statements/participles.tsv") if what == role)


def clause_end(tree: Tree, start: int, stop: int) -> int:
    """Return the end of a clause that was said, which begins at `start`."""
    end = next((i for i in range(start + 1, stop) if _opens_act(tree, i)), stop)
    return _without_occasion(tree, start, _without_marks(tree, start, end))


def noun_end(tree: Tree, cue: Cue, start: int, stop: int) -> int:
    """Return the end of a noun phrase with all that hangs on it."""
    clauses = _clauses_of_cue(tree, cue)
    end = next((i for i in range(start + 1, stop) if _opens_act(tree, i) or _ends_noun(tree, cue, i, clauses)), stop)
    end = _without_time(tree, cue, start, _without_occasion(tree, start, _without_marks(tree, start, end)))
    return next((i for i in range(start + 1, end) if _opens_occasion(tree, cue, i)), end)


def _without_time(tree: Tree, cue: Cue, start: int, end: int) -> int:
    """Return the end without a last word for the time of the act: "congratulated Eomer *yesterday*", "*on Monday*"."""
    if (
        end - start < 2
        or tree.lower(end - 1) not in times()
        or tree.head(end - 1) != cue.verb
        or tree.tag(end - 2) in {"DT", "CD"}
    ):
        return end
    return end - 2 if tree.lower(end - 2) in {"on", "last", "in"} and end - start > 2 else end - 1


def _opens_occasion(tree: Tree, cue: Cue, at: int) -> bool:
    """Tell whether the parse gives the cue's verb an occasion that opens here: "*at* a conference with X"."""
    if tree.lower(at) not in _BEFORE_OCCASION or tree.lower(at + 1) not in _POSSIBLE:
        return False
    noun = tree.head(at)
    event = noun is not None and tree.lower(noun) in speech_events() and tree.tag(noun) in NOUNS
    return event and noun is not None and tree.dep(noun) == "obl" and tree.head(noun) == cue.verb


def _without_marks(tree: Tree, start: int, end: int) -> int:
    while end > start and (tree.text(end - 1) in _TRAILING or _leads_on(tree, end - 1)):
        end -= 1
    return end


def _leads_on(tree: Tree, word: int) -> bool:
    """Tell whether a conjunction behind a comma opens what follows: "C, *though*"."""
    return tree.lower(word) in _CONTRASTS | {"and", "but"} and tree.text(word - 1) == ","


def _opens_act(tree: Tree, at: int) -> bool:
    """Tell whether the speaker's own doing is told from here: ", speaking in ...", "without elaborating".

    So is what others make of the words: ", a view shared by Eomer".
    """
    if tree.sentence.region is RegionKind.HEADLINE and _opens_circumstance(tree, at):
        return True
    if tree.text(at) == ",":
        following = _after_comma(tree, at)
        met = tree.lower(following) in {"after", "following"} and _is_encounter(tree, following + 1)
        met = met or _opens_interval(tree, following) or _opens_doing(tree, following)
        met = met or _GESTURE.match(_words(tree, following)) is not None
        act = tree.lower(following) in _participles("act")
        return met or act or names_words(tree, following) or is_taken_up(tree, following)
    if tree.text(at) in DASHES | {"-"} and (is_taken_up(tree, at + 1) or names_words(tree, at + 1)):
        return True
    withheld = tree.lower(at) == "but" and _WITHHOLDING.match(_words(tree, at)) is not None
    return withheld or (tree.lower(at) == "without" and tree.lower(at + 1) in _MANNERS)


def _words(tree: Tree, at: int) -> str:
    """Return the next words in lower case."""
    return " ".join(tree.lower(i) for i in range(at, min(tree.end, at + _NEAR))).replace(" n't", "n't")


def _opens_circumstance(tree: Tree, at: int) -> bool:
    """Tell whether a headline goes on to what happens besides: "as riders leave", "amid row", "in call with Eomer"."""
    lower = tree.lower(at)
    while_ = (
        lower in {"as", "while"}
        and tree.tag(at + 1) in NOUNS
        and any(tree.tag(i) in {"VBZ", "VBP", "VBN", "VBD"} for i in range(at + 2, min(tree.end, at + _NEAR)))
    )
    met = lower in {"in", "during", "after", "at"} and any(
        tree.lower(i) in _TALKS and tree.lower(i + 1) in {"with", ""} for i in range(at + 1, at + 4)
    )
    return while_ or met or lower in {"amid", "amidst"}


def _is_encounter(tree: Tree, at: int) -> bool:
    """Tell whether a meeting closes the sentence: ", after *meeting* Eomer", ", following *talks* that were long"."""
    relative = next((i for i in range(at, tree.end) if tree.tag(i) in RELATIVES), tree.end)
    if any(tree.tag(i) in FINITE for i in range(at, relative)):
        return False
    near = range(at, min(tree.end, at + _NEAR_MEETING))
    return tree.lower(at) in _MEETING or any(tree.lower(i) in _TALKS for i in near)


def _opens_doing(tree: Tree, at: int) -> bool:
    """Tell whether the sentence closes with what the speaker does besides: ", as *he met* Eomer"."""
    opens = tree.lower(at) in {"as", "while", "when"} and tree.lower(at + 1) in {"he", "she", "they"}
    verb = next((i for i in range(at + 2, tree.end) if tree.tag(i) != "RB"), tree.end)
    return opens and tree.tag(verb) == "VBD" and tree.lower(verb) in words("statements/doings_besides.txt")


def is_taken_up(tree: Tree, at: int) -> bool:
    """Tell whether others speak of what was said: ", *a promise which* Eomer called idle", "*something* he denies"."""
    something = tree.lower(at) == "something"
    noun = at if something else at + 1 + (tree.tag(at + 1) == "JJ")
    relates = tree.lower(noun + 1) in {"which", "that"} or (something and tree.tag(noun + 1) in _NAMED)
    relates = relates and (something or (tree.tag(noun) == "NN" and tree.lower(at) in {"a", "an"}))
    if not relates:
        return False
    near = range(noun + 2, min(tree.end, noun + 2 + _LONGEST_RELATIVE))
    spoken = (tree.tag(i) in {"VBD", "VBN", "VBZ"} and tree.lower(i) in reporting_verbs() for i in near)
    return any(spoken) or any(tree.lower(i) == "according" for i in near)


def _opens_interval(tree: Tree, at: int) -> bool:
    """Tell whether a clause tells what came first or next: ", *a day after* riders left"."""
    noun = next((i for i in range(at, min(tree.end, at + _LONGEST_INTERVAL)) if is_one_of(tree.lower(i), _SPANS)), None)
    clause = noun is not None and any(tree.tag(i) in FINITE for i in range(noun + 2, tree.end))
    doing = tree.tag(at) == "VBG"  # "the visit, *coming* a week after riders left, is late"
    return clause and not doing and noun is not None and tree.lower(noun + 1) in {"after", "before"}


def names_words(tree: Tree, at: int) -> bool:
    """Tell whether a noun for words with a clause of its own opens here: ", *a claim* that Gondor denies"."""
    noun = at + 1 + (tree.tag(at + 1) == "JJ")
    clause = tree.tag(noun + 1) in _NAMED | {"VBN", "VBD", "WDT"} or tree.lower(noun + 1) == "that"
    return (
        tree.lower(at) in {"a", "an"}
        and clause
        and (tree.lower(noun) in _TAKEN_UP or (tree.lower(noun) in reporting_nouns() and tree.tag(noun) == "NN"))
    )


def _after_comma(tree: Tree, comma: int) -> int:
    """Return the next word behind a comma and the mark that may close a quotation there."""
    return comma + 2 if tree.text(comma + 1) in QUOTATION_MARKS else comma + 1


def _clauses_of_cue(tree: Tree, cue: Cue) -> tuple[frozenset[int], frozenset[int]]:
    """Return where clauses open that the parse joins to the cue's verb, and all words of its adverbial clauses."""
    kept = FINITE - {"VBP"} if tree.tag(cue.verb) == "VBD" else FINITE  # "helped the king and people fight/VBP"
    kept = kept | {"VBG"} if cue.form is Form.GERUND else kept
    joined = [verb for verb in tree.children(cue.verb, "conj") if tree.tag(verb) in kept]
    adverbial = (tree.subtree(verb) for verb in tree.children(cue.verb, "advcl"))
    return frozenset(tree.subtree(verb).first for verb in joined), frozenset(word for run in adverbial for word in run)


def _ends_noun(tree: Tree, cue: Cue, at: int, clauses: tuple[frozenset[int], frozenset[int]]) -> bool:
    """Tell whether a clause of the main verb begins here: ", VERB-ing", "and VERB-ed", ", while ..."."""
    joined, adverbial = clauses
    if tree.tag(at) == "CC":
        return at in joined or _opens_new_clause(tree, cue, at) or _goes_on_above(tree, cue, at)
    if tree.text(at) != ",":
        then = tree.lower(at) in _THEN and at in adverbial and at - 1 not in adverbial  # "demanded A *after* they left"
        return then or tree.text(at) == ";" or _opens_time(tree, cue, at) or _opens_hearer(tree, cue, at)
    following = _after_comma(tree, at)
    if tree.tag(following) in FINITE:
        whom = tree.dep(cue.verb).startswith("acl") and cue.form is not Form.INFINITIVE  # "whom he called A, *came*"
        headline = tree.sentence.region is RegionKind.HEADLINE  # "Eomer thanks Gondor, *invites* its king"
        return headline or whom or _is_behind_aside(tree, cue, at, following)
    if following > at + 1 and tree.tag(following) == "VBG":  # 'called it “a lie,” *contradicting* the king'
        return True
    if tree.tag(following) == "VBG" and tree.lower(following) not in _participles("phrase"):
        return tree.head(following) == cue.verb and not _enumerates(tree, cue, at)
    continues = tree.lower(following + 1) == "well" or tree.tag(following + 1) == "VBG"  # "as well as", "while doing"
    contrasts = tree.lower(following + (tree.lower(following) == "even")) in _CONTRASTS | {"despite"}  # "even though C"
    return contrasts or (tree.lower(following) in _ADVERBIAL and following in adverbial and not continues)


def _is_behind_aside(tree: Tree, cue: Cue, comma: int, following: int) -> bool:
    """Tell whether the sentence goes on behind what a participle told: "riders, citing A, *rode* home"."""
    aside = cue.form is Form.GERUND and tree.text(cue.run.first - 1) == ","
    return aside and not any(i in Run(cue.run.last, comma) for i in tree.ancestors(following))


def _opens_time(tree: Tree, cue: Cue, at: int) -> bool:
    """Tell whether the parse gives the cue's verb a day that opens here: "condemned it *on* Monday, a year after"."""
    day = tree.lower(at) == "on" and tree.lower(at + 1) in times() and tree.text(at + 2) == ","
    return day and tree.head(at + 1) == cue.verb


def _opens_hearer(tree: Tree, cue: Cue, at: int) -> bool:
    """Tell whether it is told here with whom somebody raised a matter: "raised concern over the war *with* Eomer"."""
    near = range(at + 1, min(tree.end, at + _NEAR))
    raised = tree.lower(at) == "with" and cue.lemma.startswith("raise")
    return raised and any(tree[i].entity == "PERSON" or is_one_of(tree.lower(i), _SPEAKERS) for i in near)


def _opens_new_clause(tree: Tree, cue: Cue, joint: int) -> bool:
    """Tell whether "and" joins a subject with its verb to the cue's clause, there being no verb between them."""
    if tree.text(joint - 1) == "," and _opens_main_clause(tree, joint + 1):
        return True
    if tree.tag(joint + 1) not in {"DT", "PRP", "PRP$", "NNP"}:
        return False
    if any(tree.tag(i) in FINITE or tree.lower(i) == "that" for i in range(cue.run.last, joint)):
        return False
    at = joint + 1
    while tree.tag(at) in {*NOUNS, "DT", "JJ", "PRP", "PRP$"}:
        if tree.tag(at) == "PRP" and tree.tag(at - 1) in NOUNS:  # "and the help it gives"
            return False
        at += 1
    return tree.tag(at) in FINITE


def _opens_main_clause(tree: Tree, at: int) -> bool:
    """Tell whether a subject and its verb open here, and nothing parts them: "*the war with Rohan is* over"."""
    verb = next((i for i in range(at, tree.end) if tree.tag(i) not in _SUBJECT or tree.lower(i) == "that"), tree.end)
    return tree.tag(at) != "IN" and verb > at and tree.tag(verb) in FINITE


def _goes_on_above(tree: Tree, cue: Cue, joint: int) -> bool:
    """Tell whether "and" joins a verb to the cue's, or above a participle: "issued a letter *backing* A and left"."""
    own = any(tree.tag(i) in FINITE | RELATIVES for i in range(cue.run.last, joint))
    tag = tree.tag(joint + 1)
    return not own and tag in {"VBD", "VBZ"} and (cue.form is Form.GERUND or tag == tree.tag(cue.verb))


def _enumerates(tree: Tree, cue: Cue, comma: int) -> bool:
    """Tell whether a gerund opened what is said, so that another goes on with it ("the need of doing A, doing B")."""
    return any(tree.tag(i) == "VBG" and tree.tag(i - 1) == "IN" for i in range(cue.run.last, comma))


def _without_occasion(tree: Tree, start: int, end: int) -> int:
    """Return the end without a last phrase that says at what occasion ("during a meeting with ...")."""
    for word in range(start + 1, end):
        last = not any(tree.tag(i) in FINITE for i in range(word, end))
        possible = tree.lower(word + 1) in _POSSIBLE and tree.tag(word - 1) != "VBN"  # "progress made during the talks"
        if last and tree.lower(word) == "during" and possible:
            near = range(word + 2, min(end, word + _NEAR))
            if any(tree.tag(i) in NOUNS and tree.lower(i) in speech_events() for i in near):
                return word
    return end
