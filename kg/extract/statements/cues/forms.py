"""How a verb of speech stands in its sentence, and whether it tells of speech that took place."""

from enum import StrEnum

from kg.extract.grammar import BE, FINITE, NOUNS, Run, Tree
from kg.extract.statements.cues.adjuncts import times
from kg.extract.statements.cues.lexicon import Frame, reporting_verbs
from kg.lexicon import words
from kg.model import RegionKind

_OPENS_OBJECT = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "``", "''"})
_MODALS = frozenset({"can", "could", "may", "might", "should", "must", "would", "will", "'ll", "'d", "shall"})
_ASKED = frozenset(
    {"to", "for", "about", "by", "if", "whether", "why", "how", "what", "which", "who", "when", "where", "on", "at"}
)
_NAMING = frozenset({"NNP", "NNPS", ",", "CC", "POS", "IN", "JJ"})
_NEGATIONS = frozenset({"not", "n't", "never", "without"})


class Form(StrEnum):
    """How the verb stands in its sentence."""

    FINITE = "finite"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    PASSIVE = "passive"
    PREPOSITION = "preposition"
    QUOTED = "quoted"  # "was quoted as saying", "quoted her as saying": `verb` is "quoted"


def is_passive(tree: Tree, word: int) -> bool:
    return form_of(tree, word) is Form.PASSIVE


def happened(tree: Tree, word: int) -> bool:
    """Tell whether the verb tells of speech that took place: not denied, not wished, not to come."""
    auxiliaries = auxiliaries_of(tree, word)
    before = range(_before_auxiliaries(tree, word), word)
    if not _MODALS.isdisjoint(auxiliaries) or any(tree.lower(i) in _NEGATIONS for i in before):
        return False
    if _is_asked(tree, word, auxiliaries):
        return False
    marks = tree.children(word, "mark")
    if any(tree.lower(i) == "unless" or (tree.lower(i) == "if" and tree.lower(i - 1) != "even") for i in marks):
        return False
    if form_of(tree, word) is not Form.INFINITIVE:
        return True
    if _was_the_purpose(tree, word) or who_is_prompted(tree, word) is not None:
        return True
    return _is_led_to(tree, word)


def _is_led_to(tree: Tree, word: int) -> bool:
    """Tell whether a verb above says that the infinitive's speech took place: "went on *to say*"."""
    head = tree.head(word)
    while head is not None and tree.dep(head) in {"xcomp", "conj", "advcl"} and tree.tag(head) == "VB":
        head = tree.head(head)
    if head is None or head > word or tree.lower(head) not in words("statements/leads_to_speech.txt"):
        return False
    return all(tree.lower(i) not in _NEGATIONS for i in range(_before_auxiliaries(tree, head), head))


def _is_asked(tree: Tree, word: int, auxiliaries: list[str]) -> bool:
    """Tell whether a participle tells what the one who speaks was asked: "(When) asked whether A, he said B"."""
    if (
        auxiliaries
        or tree.tag(word) not in {"VBN", "VBD"}
        or (tree.children(word, "nsubj") and not _is_aside(tree, word))
    ):
        return False
    if tree.tag(word) == "VBN" and tree.lower(word - 1) in {"when", "once"}:
        return True
    apart = word == tree.first or tree.text(word - 1) == ","
    at = word + 1 + (tree.lower(word + 1) in times())  # "asked *Friday* whether A"
    return tree.lower(word) == "asked" and apart and tree.lower(at) in _ASKED


def _is_aside(tree: Tree, word: int) -> bool:
    """Tell whether commas enclose what the word opens, and a verb follows: "riders, *asked* for comment, said C"."""
    return tree.text(word - 1) == "," and tree.tag(tree.comma(word, tree.end) + 1) in FINITE


def _was_the_purpose(tree: Tree, word: int) -> bool:
    """Tell whether "to" and a verb of speech say what a deed in the past was for: "held a meeting *to say* that C"."""
    head = tree.head(word)
    if head is None:
        return False
    text = tree.dep(word) == "acl" and tree.lower(head) in words("statements/speaking_texts.txt")
    if _issues_text(tree, tree.head(head) if text else head):
        return True
    opens = tree.lower(word + 1) == "that" or tree.opens_quotation(word + 1) or tree.text(word + 1) == ":"
    return opens and tree.dep(word) == "advcl" and head < word and tree.tag(head) == "VBD"


def _issues_text(tree: Tree, verb: int | None) -> bool:
    """Tell whether a verb says that a text was issued: "*sent* a letter to thank him"."""
    if verb is None or tree.lower(verb) not in words("statements/issuing.txt") or tree.tag(verb) not in {"VBD", "VBN"}:
        return False
    return any(tree.lower(thing) in words("statements/speaking_texts.txt") for thing in tree.children(verb, "obj"))


def who_is_prompted(tree: Tree, word: int) -> int | None:
    """Return whom something made speak, if an infinitive says so: "the raid prompted *riders* to warn that C"."""
    verb = tree.head(word)
    if verb is None or tree.lower(verb) not in words("statements/prompting_verbs.txt") or not happened(tree, verb):
        return None
    return next(iter(tree.children(verb, "obj", "iobj")), None)


def is_participle_before_that(tree: Tree, word: int) -> bool:
    """Tell whether a form in "-ing" opens a clause with "that" or a quotation, whatever the tagger takes it for."""
    quotes = tree.text(word - 1) == "," and tree.text(word + 1) in {",", ":"} and tree.opens_quotation(word + 2)
    ing = tree.lower(word).endswith("ing") and (quotes or tree.lower(word + 1) == "that")
    noun = tree.tag(word - 1) in {"PRP$", "DT", "POS", "JJ"} or tree.lower(word - 1) in {
        "for",
        "of",
    }  # "his warning that"
    return ing and not noun and tree.tag(word) in {"VBG", "NN", "JJ"} and tree.lower(word) in reporting_verbs()


def opens_with_participle(tree: Tree, word: int) -> bool:
    """Tell whether the sentence opens with a form in "-ing" and its object, and a comma closes the phrase."""
    opens = word == tree.first and tree.lower(word).endswith("ing") and tree.tag(word + 1) in _OPENS_OBJECT
    return opens and tree.comma(word + 2, tree.end) < tree.end


def is_headline_verb(tree: Tree, word: int) -> bool:
    """Tell whether a headline's first verb is taken for a noun: "Eomer *thanks* Gondor", "Eomer, Bard *stress* need".

    Nothing but names stands before it, and behind it, up to a comma, no other verb.
    """
    before = range(tree.first, word)
    if tree.sentence.region is not RegionKind.HEADLINE or tree.tag(word) not in NOUNS or tree[word].entity:
        return False
    several = any(tree.text(i) == "," or tree.lower(i) == "and" for i in before)
    named = all(tree.tag(i) in _NAMING for i in before) and tree.tag(word - 1) in {"NNP", "NNPS"}
    agrees = several or (tree.lower(word).endswith("s") and not tree.lower(word).endswith("ss"))
    described = tree.tag(word + 1) in _OPENS_OBJECT | {"NN", "NNS", "JJ"}
    return named and agrees and described and not tree.has_finite_verb(Run(word + 1, tree.comma(word + 1, tree.end)))


def form_of(tree: Tree, word: int) -> Form:
    auxiliaries = auxiliaries_of(tree, word)
    if tree.tag(word) in {"VBN", "VBD"} and auxiliaries and auxiliaries[0] in BE:
        return Form.PASSIVE
    if tree.tag(word) == "VBG" or is_participle_before_that(tree, word):
        return Form.FINITE if auxiliaries and auxiliaries[0] in BE else Form.GERUND
    if tree.tag(word) == "VB" and not any(a not in {"to", "be"} for a in auxiliaries):
        return Form.FINITE if _is_present(tree, word, auxiliaries) else Form.INFINITIVE
    return Form.FINITE


def _is_present(tree: Tree, word: int, auxiliaries: list[str]) -> bool:
    """Tell whether what the tagger takes for an infinitive has a subject before it: "riders, like us, say/VB"."""
    head = tree.head(word)
    joined = tree.dep(word) == "conj" and head is not None and tree.tag(head).startswith("VB")
    if auxiliaries or joined or tree.dep(word) == "xcomp":
        return False
    clausal = any(entry.frames & {Frame.CLAUSE, Frame.QUOTE} for entry in reporting_verbs()[tree.lower(word)])
    apart = tree.text(word - 1) in {",", "-", "--", "–", "—"} and tree.text(word + 1) != ","  # no "for, say, riders"
    return (apart and clausal) or (
        tree.dep(word) != "ccomp" and any(subject < word for subject in tree.children(word, "nsubj"))
    )


def auxiliaries_of(tree: Tree, word: int) -> list[str]:
    """Return the auxiliaries before the verb, nearest first ("has been", "to")."""
    group = range(word - 1, _before_auxiliaries(tree, word), -1)
    return [tree.lower(at) for at in group if tree.tag(at) not in {"RB", "RBR"}]


def _before_auxiliaries(tree: Tree, word: int) -> int:
    """Return the word before the verb's auxiliaries and adverbs."""
    at = word - 1
    while tree.tag(at) in {"RB", "RBR", "MD", "TO"} or (tree.tag(at).startswith("VB") and tree.pos(at) == "AUX"):
        at -= 1
    return at
