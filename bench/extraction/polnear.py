"""Measure who-said-what on PolNeAR: `python bench/extraction/polnear.py --help`.

The corpus holds `text/DOC.txt` and `gold/DOC.json` (and `ignore/DOC.json`), in the format that the evaluator explains.
PolNeAR marks the words that name a source, so this asks for reports, before speakers become actors; and only the
outermost attribution, so reports inside others are left out. What follows `--` goes to the evaluator.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import click

from kg.annotate import annotate
from kg.extract.statements.reports import Report, find_reports
from kg.model import Annotation, Span
from kg.read import read


@click.command()
@click.option("--corpus", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--evaluator", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--model", default=None, help="A spaCy pipeline, if not the one shipped.")
@click.option("--skip", default=0, show_default=True, help="Leave out this many documents, by name.")
@click.option("--first", default=200, show_default=True, help="Read this many documents after those, by name.")
@click.argument("options", nargs=-1)
def main(corpus: Path, evaluator: Path, model: str | None, skip: int, first: int, options: tuple[str, ...]) -> None:
    """Read the texts, write what is found in the evaluator's format, and run it."""
    paths = sorted((corpus / "text").glob("*.txt"))[skip : skip + first]
    with tempfile.TemporaryDirectory() as scratch:
        found, gold = Path(scratch) / "found", Path(scratch) / "gold"
        found.mkdir()
        gold.mkdir()
        start = time.perf_counter()
        count = 0
        for annotation in annotate(read(paths), model):
            name = f"{annotation.document.id}.json"
            (found / name).write_text(json.dumps(list(attributions(annotation))), encoding="utf-8")
            (gold / name).write_bytes((corpus / "gold" / name).read_bytes())
            count += len(annotation.tokens)
        seconds = time.perf_counter() - start
        print(f"{len(paths)} documents, {count} tokens, {seconds:.0f} s")
        command = [sys.executable, str(evaluator), "--text", str(corpus / "text"), "--gold", str(gold)]
        ignored = ["--ignore", str(corpus / "ignore")] if (corpus / "ignore").exists() else []
        scope = () if "--scope" in options else ("--scope", "speech")
        subprocess.run([*command, "--pred", str(found), *ignored, *scope, *options], check=True)


def attributions(annotation: Annotation) -> Iterator[dict[str, object]]:
    """Yield the outermost reports of a document in the evaluator's format."""
    reports = find_reports(annotation)
    for report in reports:
        if not any(_holds(other, report, annotation) for other in reports if other is not report):
            yield {
                "content": [_offsets(span) for span in report.content],
                "source": _offsets(report.source),
                "cue": _offsets(report.cue),
                "rule": report.rule,
            }


def _holds(outer: Report, inner: Report, annotation: Annotation) -> bool:
    """Tell whether `outer` says all that `inner` says; of two that say the same, the one inside marks is inner."""
    inside = all(any(span.contains(part) for span in outer.content) for part in inner.content)
    quoted = annotation.sentences[inner.sentence].quotation is not None
    return inside and (quoted or inner.content != outer.content)


def _offsets(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


if __name__ == "__main__":
    main()
