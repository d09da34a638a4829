"""Build annotated documents and score every kind of fact against what people found in them.

    python bench/extraction/measure.py --scorer score.py --set seeds GOLD TEXTS --set dev GOLD TEXTS

GOLD holds one JSON file for each document, TEXTS the documents. The table goes to `results.md` beside this file, with
the date and the language model's version; what was missed and what is wrong goes to `--misses`, one file a set.
"""

import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from kg.annotate.language import load, name_of
from kg.config import Config
from kg.pipeline import build

_HERE = Path(__file__).parent
_COLUMNS = ("persons", "organizations", "countries", "roles", "meetings", "statements", "statements+speaker")
_FIELDS = ("meeting date", "meeting place", "recall of direct", "recall of mixed", "recall of indirect")


@click.command()
@click.option("--scorer", type=click.Path(exists=True, path_type=Path), required=True, help="The script that scores.")
@click.option("--set", "sets", type=(str, Path, Path), multiple=True, required=True, help="Name, gold, texts.")
@click.option("--model", help="The language model, if not the one shipped.")
@click.option("--misses", type=click.Path(path_type=Path), help="Folder for what was missed or is wrong.")
@click.option("--out", type=click.Path(path_type=Path), default=_HERE / "results.md", show_default=True)
def main(
    scorer: Path, sets: tuple[tuple[str, Path, Path], ...], model: str | None, misses: Path | None, out: Path
) -> None:
    """Score the extraction and write the table."""
    figures = {}
    for name, gold, texts in sets:
        errors = misses / f"{name}.tsv" if misses is not None else None
        figures[name] = measure(scorer, gold, texts, model, errors)
        print(f"{name}: " + ", ".join(f"{kind} {figures[name][kind]['f1']:.3f}" for kind in _COLUMNS))
    out.write_text(_table(figures, name_of(load(model))), encoding="utf-8")


def measure(
    scorer: Path, gold: Path, texts: Path, model: str | None, errors: Path | None
) -> dict[str, dict[str, float]]:
    """Build `texts` in a folder of its own and return the scorer's figures by kind."""
    with tempfile.TemporaryDirectory() as folder:
        build([texts], Config(data=Path(folder) / "data", model=model))
        report = Path(folder) / "score.json"
        dump = Path(folder) / "data" / "current" / "dumps" / "parley.nq"
        command = [sys.executable, str(scorer), str(dump), str(gold), str(texts), "--json", str(report)]
        if errors is not None:
            errors.parent.mkdir(parents=True, exist_ok=True)
            command += ["--errors", str(errors)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        total: dict[str, dict[str, float]] = json.loads(report.read_text(encoding="utf-8"))["total"]
        return total


def _table(figures: dict[str, dict[str, dict[str, float]]], model: str) -> str:
    lines = [
        "# Extraction against annotated documents",
        "",
        f"{datetime.now(UTC).date()}, language model {model}. Precision / recall / F1, micro-averaged over documents.",
        "",
        "| | " + " | ".join(figures) + " |",
        "|---|" + "---|" * len(figures),
    ]
    for kind in _COLUMNS:
        cells = (
            f"{f[kind]['precision']:.2f} / {f[kind]['recall']:.2f} / **{f[kind]['f1']:.3f}**" for f in figures.values()
        )
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    for field in _FIELDS:
        cells = (f"{f[field]['correct']} of {f[field]['of']}" for f in figures.values() if field in f)
        lines.append(f"| {field} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
