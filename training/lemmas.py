"""Learns the tables of spaCy's rule lemmatizer from (form, part of speech, lemma) triples."""

from collections import Counter, defaultdict
from collections.abc import Iterable

Triple = tuple[str, str, str]
Tables = dict[str, dict[str, object]]

_DOUBLED = "bdgmnprt"
_SILENT_E = ("at", "iz", "is", "v", "c", "g", "ur", "u", "dl", "bl", "tl", "gl")

# For a form none of whose outcomes is a known lemma the first rule that fits holds; else the last known one does.
RULES: dict[str, list[list[str]]] = {
    "noun": [["ies", "y"], ["sses", "ss"], ["xes", "x"], ["ches", "ch"], ["shes", "sh"], ["men", "man"], ["s", ""]],
    "verb": [
        *([2 * letter + ending, letter] for letter in _DOUBLED for ending in ("ed", "ing")),
        *([stem + ending, stem + "e"] for stem in _SILENT_E for ending in ("ed", "ing")),
        ["ies", "y"],
        ["ied", "y"],
        ["sses", "ss"],
        ["shes", "sh"],
        ["ches", "ch"],
        ["s", ""],
        ["ed", ""],
        ["ed", "e"],
        ["ing", ""],
        ["ing", "e"],
    ],
    "adj": [["ier", "y"], ["iest", "y"], ["er", ""], ["er", "e"], ["est", ""], ["est", "e"]],
}
RULES["aux"] = RULES["verb"]
RULES |= {pos: [] for pos in ("pron", "det", "adp", "part", "cconj", "sconj", "adv", "intj")}
RULES = {pos: [*rules, ["", ""]] for pos, rules in RULES.items()}  # last: the form itself, in small letters


def learn(triples: Iterable[Triple]) -> Tables:
    """Return the tables `lemma_rules`, `lemma_index` and `lemma_exc`.

    An exception is kept where the rules give another lemma than the one seen most often with a form.
    """
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, pos, lemma in triples:
        if form.isalpha() or "'" in form:
            seen[pos.lower(), form.lower()][lemma if pos == "PRON" else lemma.lower()] += 1
    best = {key: max(sorted(found), key=lambda lemma: found[lemma]) for key, found in seen.items()}
    index: dict[str, set[str]] = defaultdict(set)
    for (pos, _), lemma in best.items():
        if pos in RULES:
            index[pos].add(lemma)
    exceptions: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for (pos, form), lemma in sorted(best.items()):
        if pos in RULES and apply(form, RULES[pos], index[pos]) != lemma:
            exceptions[pos][form] = [lemma]
    return {
        "lemma_rules": dict(RULES),
        "lemma_index": {pos: sorted(lemmas) for pos, lemmas in index.items()},
        "lemma_exc": dict(exceptions),
    }


def apply(form: str, rules: list[list[str]], index: set[str]) -> str:
    """Return the lemma the rule lemmatizer makes of `form` where no exception holds.

    >>> apply("tried", RULES["verb"], {"try"})
    'try'
    """
    made = [form[: len(form) - len(old)] + new for old, new in rules if form.endswith(old) and len(form) > len(old)]
    known = [lemma for lemma in made if lemma in index]
    return known[-1] if known else (made or [form])[0]
