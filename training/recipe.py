"""Trains, assembles and measures the language model: `python -m training.recipe --corpora DIR --out DIR`."""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from spacy.language import Language

from training import teaching, vectors
from training.assemble import assemble
from training.average import average
from training.documents import (
    PIECE,
    annotated_articles,
    articles_to_name,
    frames_to_parse,
    join,
    raw_texts,
    training_data,
    tree_docs,
    triples,
    write_docs,
)
from training.evaluate import evaluate
from training.train import Round, train

VERSION = "1.4.0"


PARSER_ROUNDS = (
    Round("parser", "trees", 3600, 0.1),
    Round("parser-more", "trees", 1400, 0.15, rate=0.0006),
    Round("parser-more", "trees-and-silver", 4500, 0.1),
    Round("parser-more", "trees-and-silver", 4500, 0.15),
)
NAMES_ROUNDS = (
    Round("names", "names", 6000, 0.2),
    Round("names-more", "names-and-silver", 5000, 0.15),
    Round("names-more", "names-and-silver", 5000, 0.2),
)


@dataclass(frozen=True, slots=True)
class Work:
    """Where the corpora are read from, where what is made on the way lies, and where the pipeline goes."""

    corpora: Path
    made: Path
    out: Path


def main() -> None:
    """Run the steps in order; a step whose outcome lies in `--work` already is not done again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora, archives or unpacked")
    parser.add_argument("--out", type=Path, required=True, help="folder the pipeline is written to")
    parser.add_argument("--work", type=Path, default=Path("build/model"), help="folder for what is made on the way")
    parser.add_argument("--figures", type=Path, help="file the figures are written to as JSON")
    options = parser.parse_args()
    nlp = make(Work(options.corpora, options.work, options.out))
    figures = json.dumps(evaluate(nlp, options.corpora), indent=1)
    print(figures)
    if options.figures:
        options.figures.write_text(figures + "\n", encoding="utf-8")


def make(work: Work) -> Language:
    """Convert, train vectors, teacher, parser and names, and assemble the pipeline."""
    work.made.mkdir(parents=True, exist_ok=True)
    for name, docs in training_data(work.corpora).items():
        once(work.made / f"{name}.spacy", partial(write_docs, docs))
    once(work.made / "tokens.txt", lambda path: vectors.write_tokens(raw_texts(work.corpora), path))
    once(work.made / "floret", lambda path: vectors.train(work.made / "tokens.txt", path))
    once(work.made / "vectors", lambda path: vectors.pack(work.made / "floret", path))
    mark_names(work)
    mark_trees(work)
    parser = in_rounds(work, "trees", PARSER_ROUNDS)
    names = in_rounds(work, "names", NAMES_ROUNDS)
    return assemble(parser, names, triples(work.corpora), work.out, VERSION)


def mark_names(work: Work) -> None:
    """Teach a teacher names, let it mark them in raw text, and put that beside what people have marked."""
    teacher, silver = work.made / "teacher-names.pt", work.made / "silver-names.spacy"
    once(teacher, lambda path: teaching.teach_names(annotated_articles(work.corpora), path))
    marked = partial(teaching.silver_names, teacher, articles_to_name(work.corpora))
    once(silver, partial(write_docs, marked))
    once(work.made / "names-and-silver.spacy", partial(join, [work.made / "names.spacy", silver]))


def mark_trees(work: Work) -> None:
    """Do the same for trees."""
    teacher, silver = work.made / "teacher-trees.pt", work.made / "silver-trees.spacy"
    once(teacher, lambda path: teaching.teach_trees(tree_docs(work.corpora, "train"), path))
    marked = partial(teaching.silver_trees, teacher, frames_to_parse(work.corpora), PIECE)
    once(silver, partial(write_docs, marked))
    once(work.made / "trees-and-silver.spacy", partial(join, [work.made / "trees.spacy", silver]))


def in_rounds(work: Work, task: str, rounds: Sequence[Round]) -> Path:
    """Train round after round and return the mean of the best pipelines of the last two."""
    best: list[Path] = []
    for number, turn in enumerate(rounds, start=1):
        out = work.made / f"{task}-round-{number}"
        once(out, partial(run, work, task, turn, best[-1] if best else None))
        best.append(out / "model-best")
    once(work.made / f"{task}-mean", partial(average, best[-2:]))
    return work.made / f"{task}-mean"


def run(work: Work, task: str, turn: Round, start: Path | None, out: Path) -> None:
    """Train one round."""
    paths = {name: work.made / file for name, file in (("dev", f"{task}-dev.spacy"), ("vectors", "vectors"))}
    paths["train"] = work.made / f"{turn.data}.spacy"
    if start:
        paths["start"] = start
    train(turn, paths, out)


def once(path: Path, step: Callable[[Path], object]) -> None:
    """Do `step`, which writes to the path it is given, unless `path` is there; an unfinished step leaves no `path`."""
    if not path.exists():
        unfinished = path.with_name(f"{path.name}.unfinished")
        print(f"{path.name} ...", flush=True)
        step(unfinished)
        unfinished.rename(path)


if __name__ == "__main__":
    main()
