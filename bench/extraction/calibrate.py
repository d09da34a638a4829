"""Fit the confidence of each rule of extraction to annotated documents, and say how honest it is.

    python bench/extraction/calibrate.py --scorer score.py --set GOLD TEXTS --unseen GOLD TEXTS [--write]

The rules were written with the annotated documents of `--set` in view, which flatters them; so what nobody had in view
decides: facts of other articles, judged by eye (`judged.tsv`), and annotated documents that were never opened
(`--unseen`). A rule's confidence is its share of right facts, those of opened documents counting `_OPENED`, drawn
towards the share of its kind among the unseen ones by the weight of `_WEIGHT` facts, but no more than if they counted
in full: a rule that errs in view of its documents errs elsewhere. The reliability table is of the
unseen facts alone and cross-fitted: those of each document are held against confidences fitted on the others. `--write`
puts the confidences, fitted on all, into the lexicon.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import click
from judging import Judged, judge, load_scorer

from kg.annotate.language import load, name_of
from kg.lexicon.confidence import confidence_of

_HERE = Path(__file__).parent
_LEXICON = _HERE.parent.parent / "kg" / "lexicon" / "lists" / "confidence.tsv"
_JUDGED = _HERE / "judged.tsv"
_WEIGHT = 20
_OPENED = 0.05  # what a fact of a document counts that rules were written with
_SUREST = 0.99  # no rule is certain, however often it was right
_FEW = 5  # facts; a rule seen less often keeps its figure
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
_KINDS = ("person", "organization", "role", "meeting", "statement")

Confidences = Mapping[tuple[str, str], float]
_Sets = tuple[tuple[Path, Path], ...]


@click.command()
@click.option("--scorer", type=click.Path(exists=True, path_type=Path), required=True, help="The script that scores.")
@click.option("--set", "sets", type=(Path, Path), multiple=True, required=True, help="Gold, texts.")
@click.option("--unseen", type=(Path, Path), multiple=True, help="The same, of documents that nobody opened.")
@click.option("--write", is_flag=True, help="Write the fitted confidences into the lexicon.")
@click.option("--out", type=click.Path(path_type=Path), default=_HERE / "reliability.md", show_default=True)
def main(scorer: Path, sets: _Sets, unseen: _Sets, out: Path, *, write: bool) -> None:
    """Write the reliability table, and the confidences if asked."""
    loaded = load_scorer(scorer)
    judged = _judged_by_eye() + [fact for gold, texts in sets for fact in judge(loaded, gold, texts)]
    judged += [replace(fact, unseen=True) for gold, texts in unseen for fact in judge(loaded, gold, texts)]
    out.write_text(_report(judged), encoding="utf-8")
    print(out.read_text(encoding="utf-8"))
    if write:
        _rewrite(fit(judged))


def fit(judged: Iterable[Judged]) -> Confidences:
    """Return the confidence of each (kind, rule), and of each kind under the rule ``""``."""
    facts = list(judged)
    fitted: dict[tuple[str, str], float] = {}
    for kind in {fact.kind for fact in facts}:
        of_rules: dict[str, list[Judged]] = defaultdict(list)
        for fact in facts:
            if fact.kind == kind:
                of_rules[fact.rule].append(fact)
        mean = fitted[kind, ""] = _share([fact for fact in facts if fact.kind == kind and fact.unseen], 0, 0)
        for rule, each in of_rules.items():
            if len(each) >= _FEW:
                fitted[kind, rule] = min(_SUREST, *(_share(each, mean, _WEIGHT, opened) for opened in (_OPENED, 1)))
    return fitted


def _share(facts: Iterable[Judged], prior: float, weight: float, opened: float = 1) -> float:
    """Return the share of right facts, with the weight of `weight` further ones of which `prior` are right.

    A fact of a document that rules were written with counts `opened`.
    """
    counts = [(1 if fact.unseen else opened, fact.right) for fact in facts]
    right = sum(count for count, is_right in counts if is_right)
    return (right + weight * prior) / (sum(count for count, _ in counts) + weight)


def _judged_by_eye() -> list[Judged]:
    rows = [line.split("\t") for line in _JUDGED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [
        Judged(document, kind, rule, confidence_of(rule), verdict == "right", unseen=True)
        for kind, document, rule, verdict in rows
    ]


def _cross_fitted(judged: list[Judged]) -> list[tuple[Judged, float]]:
    """Return each unseen fact with the confidence that the other documents give it."""
    result: list[tuple[Judged, float]] = []
    for document in sorted({fact.document for fact in judged if fact.unseen}):
        fitted = fit(fact for fact in judged if fact.document != document)
        own = [fact for fact in judged if fact.document == document]
        result += [(fact, fitted.get((fact.kind, fact.rule), fact.confidence)) for fact in own]
    return result


def _report(judged: list[Judged]) -> str:
    crossed = _cross_fitted(judged)
    published = [(fact, fact.confidence) for fact, _ in crossed]
    seen = f"{len(crossed)} facts of {len({fact.document for fact, _ in crossed})} documents not in view"
    lines = [
        "# Reliability of confidences",
        "",
        f"{datetime.now(UTC).date()}, {name_of(load(None))}, {seen}.",
        "Cross-fitted: confidences from the other documents. A calibrated system is right as often as it says.",
        "",
        "| confidence | facts | mean confidence | right |",
        "|---|---|---|---|",
        *_bins(crossed),
        "",
        f"Expected calibration error {_error(crossed):.3f}, as published {_error(published):.3f}.",
        "",
        "| kind | facts | right | mean confidence | of documents in view | right |",
        "|---|---|---|---|---|---|",
    ]
    for kind in _KINDS:
        facts = [(fact, sure) for fact, sure in crossed if fact.kind == kind]
        opened = [(fact, 0.0) for fact in judged if fact.kind == kind and not fact.unseen]
        figures = f"{_right(facts):.3f} | {_mean(facts):.3f} | {len(opened)} | {_right(opened):.3f}"
        lines.append(f"| {kind} | {len(facts)} | {figures} |")
    lines += ["", "| kind | rule | facts | right | confidence |", "|---|---|---|---|---|"]
    fitted = fit(judged)
    for kind, rule in sorted(key for key in fitted if key[1]):
        facts = [(fact, 0.0) for fact in judged if (fact.kind, fact.rule) == (kind, rule)]
        lines.append(f"| {kind} | {rule} | {len(facts)} | {_right(facts):.2f} | {fitted[kind, rule]:.2f} |")
    return "\n".join(lines) + "\n"


def _bins(crossed: list[tuple[Judged, float]]) -> Iterable[str]:
    for low, high in pairwise(_BINS):
        facts = [(fact, sure) for fact, sure in crossed if low <= sure < high]
        if facts:
            yield f"| {low:.2f} to {min(high, 1):.2f} | {len(facts)} | {_mean(facts):.3f} | {_right(facts):.3f} |"


def _error(facts: list[tuple[Judged, float]]) -> float:
    """Return the mean distance between confidence and share of right facts, over the bins."""
    binned = [[(f, sure) for f, sure in facts if low <= sure < high] for low, high in pairwise(_BINS)]
    return sum(len(each) * abs(_mean(each) - _right(each)) for each in binned if each) / len(facts)


def _mean(facts: list[tuple[Judged, float]]) -> float:
    return sum(sure for _, sure in facts) / max(1, len(facts))


def _right(facts: list[tuple[Judged, float]]) -> float:
    return sum(fact.right for fact, _ in facts) / max(1, len(facts))


def _rewrite(fitted: Confidences) -> None:
    """Put the confidences into their rows; what was not seen keeps its figure."""
    figures = {rule: sure for (_, rule), sure in fitted.items() if rule}
    lines = []
    for line in _LEXICON.read_text(encoding="utf-8").splitlines():
        rule, tab, _ = line.partition("\t")
        known = tab and not rule.startswith("#") and rule in figures
        lines.append(f"{rule}\t{figures[rule]:.2f}" if known else line)
    _LEXICON.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
