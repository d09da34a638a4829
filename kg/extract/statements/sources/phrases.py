"""Noun phrases that may name a speaker, by word order: what belongs to one and what does not."""

from collections.abc import Set as AbstractSet

from kg.extract.grammar import FINITE, NOUNS, WH_WORDS, Run, Tree
from kg.extract.statements.cues.adjuncts import is_year, skip_adjuncts, times
from kg.lexicon import words

OPENS_NAME = frozenset({*NOUNS, "DT", "PRP", "PRP$", "JJ", "CD"})
NOUN_PHRASE = frozenset(
    {*NOUNS, "FW", "PRP", "PRP$", "DT", "JJ", "JJR", "JJS", "CD", "POS", "VBN", "VBG", "HYPH", "-LRB-", "-RRB-"}
)
CLAUSAL = FINITE | WH_WORDS | {"VB", "VBG"}
_NO_SPEAKER = frozenset({"there", "what", "this", "that", "which", "these", "those"})
_TAKEN_FOR_NAME = frozenset({"RB", "IN", "FW", "UH", "VBN", "VB", "JJ", "LS", "SYM", "CD"})
_SUBORDINATING = frozenset({"that", "as", "while", "because", "since", "although", "though"})
_BEFORE_TIME = frozenset({"on", "in", "late", "last", "this", "earlier"})


def seems_name(tree: Tree, word: int) -> bool:
    """Tell whether a capital inside the sentence shows a name the tagger misses ("said Imrahil/RB, who")."""
    return tree.tag(word) in _TAKEN_FOR_NAME and tree.text(word)[:1].isupper() and word > tree.first


def trimmed(tree: Tree, run: Run) -> Run:
    """Return `run` without commas, conjunctions and adverbs at its ends."""
    first, last = run.first, run.last
    while first < last and (
        tree.pos(first) == "PUNCT"
        or (tree.tag(first) in {"CC", "RB", "IN", "WDT"} and not _opens_title(tree, first))
        or (tree.tag(first) == "VBG" and tree.dep(first) == "case")  # "*following* reports"
    ):
        first += 1
    while first < last and (
        (tree.pos(last - 1) == "PUNCT" and tree.text(last - 1) != ")") or tree.tag(last - 1) in {"RB", "CC"}
    ):
        last -= 1
    return _without_times(tree, Run(first, last))


def _opens_title(tree: Tree, word: int) -> bool:
    """Tell whether a capital inside the sentence shows a title's first word: "said *Under* Secretary Eomer"."""
    return tree.lower(word) == "under" and seems_name(tree, word) and tree.tag(word + 1) == "NNP"


def _without_times(tree: Tree, run: Run) -> Run:
    """Return `run` without a time at its start or end ("2020 the envoy", "the envoy on Tuesday")."""
    first, last = run.first, run.last
    while first < last and (_is_time(tree, first) or _is_date(tree, first)):
        first += 1
    if last - first > 1 and _is_time(tree, last - 1):
        at = last - 1
        while at > first and (tree.lower(at) in times() or tree.lower(at) in _BEFORE_TIME):
            at -= 1
        last = at + 1
        while last > first and tree.text(last - 1) == ",":
            last -= 1
    return Run(first, last)


def _is_time(tree: Tree, word: int) -> bool:
    """Tell whether the word names a time, and no person ("Zhang Jun")."""
    return tree.lower(word) in times() and tree[word].entity != "PERSON"


def _is_date(tree: Tree, word: int) -> bool:
    return tree.tag(word) == "CD" and (is_year(tree, word) or tree.lower(word - 1).rstrip(".") in times())


def noun_phrase(tree: Tree, noun: int) -> Run:
    """Return all that hangs on a noun."""
    return trimmed(tree, tree.subtree(noun))


def is_deed(tree: Tree, word: int) -> bool:
    """Tell whether a participle opens here; taggers take the "Acting" of a title for one."""
    return tree.tag(word) == "VBG" and tree.lower(word) != "acting"


def phrase_of(tree: Tree, noun: int) -> Run:
    """Return all that hangs on `noun`, but not an adjunct that opens the sentence ("In another report, the envoy")."""
    run = tree.subtree(noun)
    commas = [i for i in range(run.first, noun) if tree.text(i) == ","]
    opens = tree.tag(run.first) in {"IN", "RB", "WRB", "VBG"} or tree.lower(run.first) == "such"  # "such as B, Eomer"
    if not commas and is_deed(tree, run.first) and tree.tag(noun) == "NNP":
        return phrase_ending(tree, noun + 1, {"NNP", "NNPS"})
    return Run(commas[-1] + 1, run.last) if commas and opens else run


def without_quotations(tree: Tree, run: Run, cue: Run) -> Run:
    """Return the end of `run` that is next to the cue, up to a quotation."""
    first, last = run.first, run.last
    for word in run:
        if tree.is_quotation(word):
            first, last = (word + 1, last) if word < cue.first else (first, min(last, word))
    return trimmed(tree, Run(first, last))


def explained_name(tree: Tree, comma: int) -> Run | None:
    """Return a name with its explanation between commas, the last of which is `comma`: "Eomer, a rider of Rohan,"."""
    explanation = between_commas(tree, comma)
    if explanation is None or tree.tag(explanation.first) in {"NNP", "NNPS", "PRP"}:
        return None
    name = phrase_ending(tree, explanation.first - 1, {"NNP", "NNPS"})
    inside = (
        tree.tag(name.first - 1) == "IN" or tree.tag(name.first - 2) == "IN"
    )  # "before the White Council, the rider,"
    return Run(name.first, explanation.last) if name and not inside else None


def titled_name(tree: Tree, comma: int) -> Run | None:
    """Return a title with its name between commas, the last of which is `comma`: "the minister of war, Eomer,"."""
    name = between_commas(tree, comma)
    if name is None or not all(tree.tag(i) in {"NNP", "NNPS", "HYPH"} for i in name):
        return None
    title = phrase_ending(tree, name.first - 1)
    opener = tree.lower(title.first)
    owned = any(tree.tag(i) == "POS" for i in title)  # "Gondor's minister of war, Eomer,"
    described = owned or opener == "the"
    return Run(title.first, name.last) if title and described else None


def _is_apart(tree: Tree, phrase: Run) -> bool:
    """Tell whether a comma stands before the phrase: "C, a rider, Eomer, said"."""
    return tree.text(phrase.first - 1) == ","


def is_dash(tree: Tree, word: int) -> bool:
    """Tell whether the word is a dash between words, and no hyphen inside one."""
    apart = tree.first < word < tree.end and tree[word - 1].end < tree[word].start
    return tree.text(word) in {"–", "—"} or (apart and tree.text(word) in {"-", "--"})


def interrupted_name(tree: Tree, closing: int) -> Run | None:
    """Return the name before an aside that a comma or dash closes: "Eomer, who rode home,", "riders - Eomer too -"."""
    for before in range(closing - 2, tree.first, -1):
        comma = tree.text(before) == tree.text(closing) == "," and _opens_aside(tree, before, closing)
        if comma or (is_dash(tree, before) and is_dash(tree, closing)):
            name = explained_name(tree, before) or _phrase_between(tree, before)
            if name is not None:
                return name
        if tree.text(before) in {";", ":"} or tree.is_quotation(before):
            return None
    return None


def _phrase_between(tree: Tree, end: int) -> Run | None:
    """Return all from a comma, a quotation or the start of the sentence to `end`, if it can name somebody."""
    first = end
    while first > tree.first and not (_is_mark(tree, first - 1) or tree.is_quotation(first - 1)):
        if tree.tag(first - 1) == "IN" and tree.lower(first - 1) in _SUBORDINATING:
            break
        first -= 1
    first = skip_adjuncts(tree, first + (tree.tag(first) == "CC"), end)  # "On Tuesday"
    run = trimmed(tree, Run(first, end))
    opens = bool(run) and run.first == first and tree.tag(first) in OPENS_NAME | {"VBG"} and not is_deed(tree, first)
    clausal = any(tree.tag(i) in CLAUSAL and tree.lower(i) != "acting" for i in run)
    return run if opens and not clausal else None


def _is_mark(tree: Tree, word: int) -> bool:
    """Tell whether the word is punctuation, but no hyphen inside a word."""
    return tree.pos(word) == "PUNCT" and tree.tag(word) != "HYPH"


def _opens_aside(tree: Tree, comma: int, end: int) -> bool:
    """Tell whether a relative clause, an adverb or an explanation with a clause in it fills the place up to `end`."""
    opener = tree.tag(comma + 1)
    explains = opener in {*NOUNS, "DT", "JJ"} and opener != "NNS"
    clause = explains and any(tree.tag(i) in WH_WORDS | {"VBG"} for i in range(comma + 2, end))
    reached = opener == "VBD" and tree.tag(comma + 2) in {"IN", "RB", "TO"}  # taggers take "reached on Monday" for past
    told = explains and tree.tag(end - 1) in FINITE  # "the council, a handout said, rejects C"
    return clause or reached or told or opener in WH_WORDS | {"RB", "VBG", "VBN", "IN"}


def before_adverbs(tree: Tree, verb: int) -> int:
    """Return the first of the auxiliaries, adverbs and times before a verb ("*also on Monday has* said")."""
    at = verb
    while at > tree.first:
        if tree.lower(at - 1) in times():
            at -= 1 + (tree.lower(at - 2) in _BEFORE_TIME)
        elif tree.pos(at - 1) == "AUX" or tree.tag(at - 1) in {"RB", "MD", "TO"}:
            at -= 1
        else:
            break
    return at


def noun_phrase_before(tree: Tree, end: int) -> Run | None:
    """Return the noun phrase that ends before the word `end`, with the name that it explains ("Eomer, a rider,")."""
    closed = end > tree.first and tree.text(end - 1) == ","
    run = (between_commas(tree, end - 1) if closed else None) or phrase_ending(tree, end - closed)
    if closed and run and run.first - 1 > tree.first and tree.text(run.first - 1) == ",":
        name = phrase_ending(tree, run.first - 1)
        if name and tree.tag(name.last - 1) in {"NNP", "NNPS"}:
            run = Run(name.first, run.last)
    somebody = run and any(
        tree.tag(i) in NOUNS or tree.tag(i) == "PRP" or tree.lower(i) in words("statements/speaker_nouns.txt")
        for i in run
    )  # taggers take "an official" for an adjective
    return run if somebody else None


def between_commas(tree: Tree, comma: int) -> Run | None:
    """Return what stands between the comma and the one before it, if it is no clause."""
    before = next((i for i in range(comma - 1, tree.first - 1, -1) if tree.text(i) == ","), None)
    run = Run(before + 1, comma) if before is not None else None
    if run is None or tree.tag(run.first) not in OPENS_NAME or any(tree.tag(i) in CLAUSAL for i in run):
        return None
    return run


def phrase_ending(tree: Tree, end: int, tags: AbstractSet[str] = NOUN_PHRASE) -> Run:
    at = end
    while at > tree.first and (tree.tag(at - 1) in tags or tree.lower(at - 1) in {"of", "'"}):
        at -= 1
    while at < end and tree.tag(at) == "VBN" and tree.pos(at - 1) == "AUX":  # "have drafted a motion calling for"
        at += 1
    return trimmed(tree, Run(at, end))


def last_name(tree: Tree, run: Run | None) -> Run | None:
    """Return what stands after the last "of", unless that belongs to a name ("in the midst of Gondor asking")."""
    joints = [i for i in run or () if tree.lower(i) == "of" and not tree[i - 1].entity]
    return Run(joints[-1] + 1, run.last) if run and joints else run


def is_nobody(tree: Tree, source: Run) -> bool:
    """Tell whether the words cannot name a speaker ("it", "which")."""
    return source.last - source.first == 1 and tree.lower(source.first) in _NO_SPEAKER


def are_several(tree: Tree, source: Run) -> bool:
    """Tell whether the words name more than one who speaks ("the two captains", "Eomer and Imrahil", "they")."""
    head = next((i for i in source if tree.tag(i) in NOUNS and tree.tag(i + 1) not in NOUNS), source.first)
    joined = any(tree.lower(i) == "and" for i in source)
    number = tree.tag(source.last - 1) == "CD"  # "the two"
    return joined or number or tree.tag(head) in {"NNS", "NNPS"} or tree.lower(head) in {"they", "we", "both"}


def names_text(tree: Tree, source: Run) -> bool:
    """Tell whether the words name a text or medium ("court documents")."""
    return any(tree.lower(i).removesuffix("s") in words("statements/speaking_texts.txt") for i in source)
