"""How far the words reach that name a speaker, where the parse gives only a part of them."""

from kg.extract.grammar import CLAUSE_MARKS, NOUNS, Run, Tree
from kg.extract.statements.cues import Cue
from kg.extract.statements.cues.adjuncts import times
from kg.extract.statements.cues.forms import Form
from kg.extract.statements.sources.phrases import CLAUSAL, OPENS_NAME, before_adverbs
from kg.model import RegionKind

_OPENS_CLAUSE = frozenset(
    {"that", "as", "while", "because", "since", "although", "though", "whereas", "if", "after", "before"}
)
_BREAKS = CLAUSE_MARKS | {'"', "-"}


def widened(tree: Tree, cue: Cue, source: Run) -> Run:
    """Return the source with what the parse left out of its name, back to a comma or quotation."""
    if source.first > cue.verb:
        return source
    if tree.tag(source.last) == "WP":  # "... came to Eomer *who* said"
        return source
    at = source.first
    while at > tree.first and not _breaks(tree, at - 1) and not tree.is_quotation(at - 1):
        at -= 1
    while at < source.first and tree.tag(at) in {"CC", "RB"}:
        at += 1
    added = Run(at, source.first)
    clausal = any(tree.tag(i) in CLAUSAL and tree.dep(i) != "amod" and not _describes(tree, i, added) for i in added)
    fits = tree.tag(at) in OPENS_NAME and not clausal and not any(tree.lower(i) in times() for i in added)
    return Run(at, source.last) if added and fits else source


def _describes(tree: Tree, word: int, phrase: Run) -> bool:
    """Tell whether a verb describes a noun, for no subject stands behind a preposition: "people *told* of it say"."""
    behind = tree.tag(phrase.last - 1) == "IN" and tree.tag(word) in {"VBD", "VBN", "VBG"}
    return behind and word > phrase.first and tree.tag(word - 1) in NOUNS and tree.tag(word + 1) == "IN"


def with_aside(tree: Tree, cue: Cue, source: Run) -> Run:
    """Return the source with the explanation between two commas that parts it from its cue: "Eomer, who rode home"."""
    closing = before_adverbs(tree, cue.run.first) - 1
    parted = cue.form is Form.FINITE and tree.text(source.last) == "," == tree.text(closing) and source.last < closing
    aside = Run(source.last + 1, closing)
    explains = tree.tag(aside.first) in {"WP", "WDT", "DT", "NN"}
    return Run(source.first, closing) if parted and explains and not any(map(tree.is_quotation, aside)) else source


def with_row(tree: Tree, source: Run) -> Run:
    """Return the source with the names before it in a row: "Gondor, Rohan welcome truce", "In May, A, B and C said".

    Outside headlines the row has an "and", and follows a time or opens the sentence.
    """
    first = source.first
    while tree.text(first - 1) == "," and _is_name(tree, first - 2):
        first -= 2
        while first > tree.first and tree.tag(first - 1) == "NNP":
            first -= 1
    headline = tree.sentence.region is RegionKind.HEADLINE and first == tree.first
    joined = tree.tag(source.first) == "NNP" and any(tree.lower(i) == "and" for i in source)
    dated = tree.text(first - 1) == "," and (tree.tag(first - 2) == "CD" or tree.lower(first - 2) in times())
    return Run(first, source.last) if headline or (joined and (dated or first == tree.first)) else source


def _is_name(tree: Tree, word: int) -> bool:
    """Tell whether the word ends a name, and no time: "on *Thursday*, Gondor and Rohan"."""
    return word >= tree.first and tree.tag(word) == "NNP" and tree.lower(word) not in times()


def _breaks(tree: Tree, word: int) -> bool:
    """Tell whether no name goes on over the word; a hyphen inside one ("al-Imrahil", "sub-inspector") is no dash."""
    joins = tree.tag(word) == "HYPH" or (tree.text(word) == "-" and tree[word].end == tree[word + 1].start)
    clause = tree.tag(word) == "IN" and tree.lower(word) in _OPENS_CLAUSE
    return clause or (tree.text(word) in _BREAKS and not joins)
