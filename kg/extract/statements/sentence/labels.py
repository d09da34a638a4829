"""Reports without a verb: "Gandalf: Mordor stirs", "Mordor stirs: Gondor's envoy", "Mordor stirs — ambassador"."""

from kg.extract.grammar import DASHES, NOUNS, Run, Tree
from kg.extract.statements.sentence.attribution import Attribution
from kg.extract.statements.sources.subjects import subject_of
from kg.lexicon import words
from kg.model import RegionKind

_NAME_TAGS = frozenset({*NOUNS, "JJ", "POS", "DT", "IN", "-LRB-", "-RRB-", "PRP$", ".", "HYPH"})
_LONGEST = 7  # words of a label before a colon
_LONGEST_AFTER = 5  # and of one at the end
_SHORTEST = 3  # words of what is said
_LONGEST_SIGNATURE = 16  # words of a line with a name and its titles


def labelled(tree: Tree) -> Attribution | None:
    """Return what a headline gives to the name round it, or a sentence to the name before a colon and a quotation."""
    headline = tree.sentence.region is RegionKind.HEADLINE
    signed = _signature(tree, tree.first + 1) if tree.is_quotation(tree.first) else None
    if signed is not None:  # "“Q.” - Eomer, Marshal of the Mark"
        return Attribution(signed, None, (Run(tree.first, tree.first + 1),), "label", follows=True)
    return (_after(tree) if headline else None) or _before(tree, headline=headline)


def _after(tree: Tree) -> Attribution | None:
    shortest = 1 if tree.is_quotation(tree.first) else _SHORTEST
    apart = (
        i for i in range(tree.first + shortest, tree.end) if tree.text(i) != "-" or tree[i].start > tree[i - 1].end
    )
    marks = [i for i in apart if tree.text(i) in DASHES | {"-", ":"}]
    if not marks:
        return None
    first = next((i + 1 for i in range(marks[-1], tree.first, -1) if tree.text(i) == ";"), tree.first)
    source, content = _teller(tree, Run(marks[-1] + 1, tree.end)), Run(first, marks[-1])
    person = tree[tree.end - 1].entity == "PERSON" or tree.lower(tree.end - 1) in words("statements/speaker_nouns.txt")
    signed = person and tree.text(marks[-1]) != ":" and len(content) > _SHORTEST  # "No New Talks Planned - Minister"
    clause = signed or _is_clause(tree, content)
    fits = source.last - source.first <= _LONGEST_AFTER and _names(tree, source) and clause
    return Attribution(source, None, (content,), "label", follows=True) if fits else None


def introduced(tree: Tree) -> Attribution | None:
    """Return the quotation behind a colon of the person or text before it: "Eomer was blunt: “Q.”"."""
    quotation = next((i for i in range(tree.first + 2, tree.last) if tree.is_quotation(i)), tree.last)
    root = next((i for i in range(tree.first, tree.last) if tree.head(i) is None), tree.last)
    subject = next(iter(tree.children(root, "nsubj")), None) if root < quotation else None
    if subject is None or tree.text(quotation - 1) != ":" or tree.children(root, "nsubj:pass"):
        return None
    long = len(tree.text(quotation).split()) >= _SHORTEST
    tells = tree[subject].entity == "PERSON" or tree.lower(subject) in words("statements/speaking_texts.txt")
    source = subject_of(tree, root) if long and tells else None
    return Attribution(source, None, (Run(quotation, quotation + 1),), "label") if source else None


def announced(tree: Tree) -> Attribution | None:
    """Return who is quoted below the line, if it says so without a verb: "Quotes attributable to Eomer:"."""
    told = next((i for i in range(tree.first, tree.last) if tree.lower(i) in {"attributable", "attributed"}), None)
    source = Run(told + 2, tree.last - 1) if told is not None and tree.lower(told + 1) == "to" else None
    if source is None or told is None or tree.text(tree.last - 1) != ":":
        return None
    return Attribution(_from_name(tree, source), Run(told, told + 2), (), "label")


def _signature(tree: Tree, dash: int) -> Run | None:
    """Return who signs the quotation before the dash: "- Eomer, Marshal of the Mark"; nobody if that is no name."""
    source = Run(dash + 1, tree.end)
    marked = tree.text(dash) in DASHES | {"-"}
    if not marked or not 0 < len(source) <= _LONGEST_SIGNATURE or tree.has_finite_verb(source):
        return None
    parted = next((i for i in source if tree.text(i) in {",", "("}), tree.end)
    person = any(tree[i].entity == "PERSON" for i in range(source.first, parted))
    titled = parted < tree.end and all(tree.tag(i) in {"NNP", "DT"} for i in range(source.first, parted))
    plain = all(tree.text(i) not in {":", ";"} for i in source)
    return _from_name(tree, source) if plain and (person or titled) else None


def _from_name(tree: Tree, run: Run) -> Run:
    """Return the words from the first name of a person on: its title alone may be another's as well."""
    return Run(next((i for i in run if tree[i].entity == "PERSON"), run.first), run.last)


def _before(tree: Tree, *, headline: bool) -> Attribution | None:
    near = range(tree.first + 1, min(tree.end, tree.first + _LONGEST + 1))
    colon = next((i for i in near if tree.text(i) == ":"), None)
    if colon is None or colon + 1 == tree.end:
        return None
    source, content = _teller(tree, Run(tree.first, colon)), Run(colon + 1, tree.end)
    quoted = tree.is_quotation(content.first)
    where = source.last < colon and tree.tag(source.last) == "IN"
    if where and not quoted and (tree[content.first].entity == "PERSON" or not tree.has_verb(content)):
        return None  # "Eomer in Bree: Faramir calls him late", "Eomer in Bree: no word on war"
    enough = quoted or content.last - content.first >= _SHORTEST
    person = tree[colon - 1].entity == "PERSON"
    named = any(tree[i].entity in {"PERSON", "ORG"} for i in source)
    known = named and not any(tree[i].entity == "LOC" and tree.tag(i + 1) != "POS" for i in source)
    place = all(tree[i].entity == "LOC" for i in source)  # a dateline, or what the article is about
    fits = (headline and not place) or (known and (quoted or person))
    return Attribution(source, None, (content,), "label") if enough and fits and _names(tree, source) else None


def _teller(tree: Tree, run: Run) -> Run:
    """Return a label without whom, where and when it tells: "Q: *Eomer* to Faramir in Bree", "*Eomer* after talks"."""
    apart = (i for i in run if tree.tag(i) in {"TO", "IN"} and tree.lower(i) not in {"of", "for"} and i > run.first)
    return Run(run.first, next((i for i in apart if tree.tag(i - 1) in NOUNS), run.last))


def _names(tree: Tree, run: Run) -> bool:
    """Tell whether the words can name a speaker: nouns and what goes with them, no label of a kind of article."""
    return (
        bool(run)
        and all(tree.tag(i) in _NAME_TAGS for i in run)
        and any(tree.tag(i) in NOUNS for i in run)
        and tree.lower(run.last - 1) not in words("statements/article_labels.txt")
    )


def _is_clause(tree: Tree, run: Run) -> bool:
    """Tell whether there is a quotation, a verb, or an adjective with a subject: "Gondor ready for war"."""
    return (
        tree.is_quotation(run.first)
        or tree.has_verb(run)
        or any(tree.tag(i) == "JJ" and tree.children(i, "nsubj") for i in run)
    )
