"""Read a folder of real articles and report speed, memory and what was found.

    python bench/extraction/run_over.py FOLDER --limit 1000 --jobs 2 --facts facts.tsv --data data

The report goes to standard output as Markdown; `--facts` takes a sample of facts, drawn with a fixed seed, with the
words that say them, to be read and judged; `--data` keeps what was found where a build looks for it.
"""

import random
import resource
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from kg.annotate import annotate
from kg.cache import FactsCache
from kg.errors import DocumentError
from kg.extract import extract
from kg.model import ActorKey, Annotation, Facts, Span
from kg.parallel import batches, parallel_map
from kg.read import read

_BATCH = 32  # documents that a process takes at a time
_SAMPLE = 100  # facts to judge
_SHOWN = 20  # most frequent actors and countries
_SLOW = 10  # times its share of the time, by length, that no document may take


@dataclass
class Reading:
    """What one document cost and gave."""

    document: str
    year: int | None
    characters: int
    words: int
    seconds: float  # of processor time
    counts: Counter[str] = field(default_factory=Counter)
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    error: str | None = None
    found: Facts | None = None


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--limit", type=int, help="Take so many documents, drawn with a fixed seed; all if not given.")
@click.option("--jobs", type=int, default=1, show_default=True)
@click.option("--facts", type=click.Path(path_type=Path), help="Write a sample of facts here.")
@click.option(
    "--data", type=click.Path(path_type=Path), help="Keep what was found for `parley build --data` of this folder."
)
def main(folder: Path, limit: int | None, jobs: int, facts: Path | None, data: Path | None) -> None:
    """Read FOLDER and report."""
    chance = random.Random(1)  # noqa: S311 - a sample, no secret
    paths = sorted(folder.iterdir())
    if limit is not None:
        paths = sorted(chance.sample(paths, limit))
    started = time.perf_counter()
    with FactsCache(data / "cache.sqlite", None) if data else nullcontext() as cache:
        readings = [
            _kept(reading, cache) for batch in parallel_map(_work, batches(paths, _BATCH), jobs) for reading in batch
        ]
    elapsed = time.perf_counter() - started
    print(report(readings, elapsed, jobs))
    if facts is not None:
        everything = [fact for reading in readings for fact in reading.facts]
        chosen = chance.sample(everything, min(_SAMPLE, len(everything)))
        facts.write_text("\n".join(chosen) + "\n", encoding="utf-8")


def _kept(reading: Reading, cache: FactsCache | None) -> Reading:
    if reading.found is not None and cache is not None:
        cache.add(reading.found)
    return replace(reading, found=None)


def _work(paths: list[Path]) -> list[Reading]:
    failed: list[DocumentError] = []
    documents = list(read(paths, on_error=failed.append))
    left_out = [Reading(str(error), None, 0, 0, 0.0, error=str(error)) for error in failed]
    started = time.process_time()
    annotations = list(annotate(documents))
    pace = (time.process_time() - started) / max(1, sum(len(a.tokens) for a in annotations))
    return left_out + [_one(annotation, pace * len(annotation.tokens)) for annotation in annotations]


def _one(annotation: Annotation, seconds: float) -> Reading:
    document = annotation.document
    year = document.issued.year if document.issued is not None else None
    started = time.process_time()
    try:
        found = extract(annotation)
    except Exception:  # noqa: BLE001 - the run counts what fails and goes on
        return Reading(
            document.id, year, len(document.text), len(annotation.tokens), seconds, error=traceback.format_exc()
        )
    seconds += time.process_time() - started
    names = _names(found)
    return Reading(
        document=document.id,
        year=year,
        characters=len(document.text),
        words=len(annotation.tokens),
        seconds=seconds,
        counts=_counts(found),
        actors=tuple(names[a.key] for a in (*found.actors.persons, *found.actors.organizations)),
        countries=tuple(found.actors.countries),
        facts=tuple(_lines(found, names)),
        found=found,
    )


def _counts(found: Facts) -> Counter[str]:
    actors = found.actors
    return Counter(
        persons=len(actors.persons),
        organizations=len(actors.organizations),
        countries=len(actors.countries),
        roles=len(found.roles),
        meetings=len(found.meetings),
        statements=len(found.statements),
    )


def _names(found: Facts) -> dict[ActorKey, str]:
    actors = found.actors
    names = {actor.key: actor.name for actor in (*actors.persons, *actors.organizations)}
    offices = {office.key: f"{office.title} of {office.country or office.organization}" for office in actors.offices}
    return names | offices | {unnamed.key: unnamed.description for unnamed in actors.unnamed}


def _lines(found: Facts, names: dict[ActorKey, str]) -> Iterator[str]:
    """Yield each role, meeting and statement as a line: what it is, who, the rest, the words that say it."""

    def words(spans: tuple[Span, ...]) -> str:
        text = " … ".join(span.of(found.document.text) for span in spans)
        return " ".join(text.split())[:400]

    for role in found.roles:
        said = f"{names[role.holder]}\t{names.get(role.office, role.office)} ({role.status})"
        yield f"role\t{found.document.id}\t{role.rule}\t{said}\t{words(role.evidence)}"
    for meeting in found.meetings:
        who = ", ".join(names.get(p.actor, p.actor) for p in meeting.participants)
        where = meeting.place.name if meeting.place else None
        said = f"{who}\t{meeting.kind} {meeting.status} {'+'.join(meeting.countries)} {where} {meeting.date}"
        yield f"meeting\t{found.document.id}\t{meeting.rule}\t{said}\t{words(meeting.evidence)}"
    for statement in found.statements:
        cue = statement.cue.of(found.document.text) if statement.cue else None
        said = f"{names.get(statement.speaker, statement.speaker)}\t{statement.kind} {cue!r}"
        yield f"statement\t{found.document.id}\t{statement.rule}\t{said}\t{words(statement.content)}"


def report(readings: list[Reading], elapsed: float, jobs: int) -> str:
    """Return the report as Markdown."""
    words = sum(reading.words for reading in readings)
    seconds = sum(reading.seconds for reading in readings)
    pace = seconds / max(1, words)
    slow = [r for r in readings if r.words > 50 and r.seconds > _SLOW * pace * r.words]
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    failures = [reading for reading in readings if reading.error is not None]
    lines = [
        f"{len(readings)} documents, {words} tokens, {jobs} processes: {elapsed:.0f} s.",
        f"{1 / max(pace, 1e-9):.0f} tokens a second a process (annotate and extract), peak memory {peak:.0f} MB.",
        f"{len(failures)} failures; {len(slow)} documents took more than {_SLOW} times their share of the time.",
        "",
        *(f"- {reading.document}: {(reading.error or '').strip().splitlines()[-1]}" for reading in failures[:_SHOWN]),
        *(f"- slow: {r.document}, {r.words} tokens, {r.seconds:.2f} s" for r in slow[:_SHOWN]),
        "",
        *_by_year(readings),
        "",
        _frequent("actors", Counter(name for reading in readings for name in reading.actors)),
        "",
        _frequent("countries", Counter(code for reading in readings for code in reading.countries)),
    ]
    return "\n".join(lines)


def _by_year(readings: list[Reading]) -> Iterator[str]:
    kinds = ("persons", "organizations", "countries", "roles", "meetings", "statements")
    years: dict[str, Counter[str]] = {}
    for reading in readings:
        for year in (str(reading.year) if reading.year else "undated", "all"):
            years.setdefault(year, Counter()).update({**reading.counts, "documents": 1})
    yield "| year | documents | " + " | ".join(kinds) + " |"
    yield "|---|" + "---|" * (len(kinds) + 1)
    for year, counts in sorted(years.items()):
        yield f"| {year} | {counts['documents']} | " + " | ".join(str(counts[kind]) for kind in kinds) + " |"


def _frequent(what: str, counter: Counter[str]) -> str:
    return f"Most frequent {what}, by documents: " + ", ".join(f"{n} ({c})" for n, c in counter.most_common(_SHOWN))


if __name__ == "__main__":
    main()
