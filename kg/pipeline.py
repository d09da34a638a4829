"""The stages in order: documents in, a checked snapshot in service out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from pyoxigraph import NamedNode, Quad, Store

from kg.annotate import annotate
from kg.cache import FactsCache
from kg.config import Config
from kg.derive import derive
from kg.errors import DocumentError, InvalidGraph, NoDocuments
from kg.extract import extract
from kg.iris import Iris
from kg.model import DocId, Document, Facts
from kg.model.world import World
from kg.parallel import batches, parallel_map
from kg.read import read
from kg.resolve import load_registry, read_published, resolve, write_published
from kg.snapshot import Snapshot, write
from kg.triples import Context, document_quads, provenance_quads, reference_quads, shared_quads, withdrawn_quads
from kg.validate import Report, validate_document, validate_graph

_BATCH = 16  # documents that a process takes at a time: enough for the language model to work in batches

Item = TypeVar("Item")
Checked = tuple[Sequence[Quad], Sequence[Quad], str]


class Progress(Protocol):
    """Shows how far a stage is: yields `items` unchanged; `length` is how many there will be."""

    def __call__(self, label: str, items: Iterable[Item], length: int) -> Iterator[Item]: ...


def silent(label: str, items: Iterable[Item], length: int) -> Iterator[Item]:
    """Show nothing."""
    del label, length
    yield from items


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made: the snapshot now in service, warnings of the shapes, and the documents left out."""

    snapshot: Snapshot
    report: Report
    documents: int
    left_out: tuple[DocumentError, ...]


def build(paths: Sequence[Path], config: Config, progress: Progress = silent) -> Build:
    """Build the graph of the documents at `paths`, check it, and put it into service.

    Documents that cannot be read, or about which a shape is broken, are left out and named in the result. Raises
    NoDocuments if none is left, and InvalidGraph if the graph breaks a shape otherwise: the previous snapshot then
    stays in service.
    """
    iris = Iris(config.base)
    facts, unreadable = facts_of(paths, config, progress)
    draft = sound_draft(facts, iris, config, progress)
    snapshot = write(config.data, draft.store, iris)
    write_published(config.published_file, {**read_published(config.published_file), **draft.world.named_by})
    return Build(snapshot, draft.report, len(draft.facts), (*unreadable, *draft.left_out))


def _must_conform(report: Report) -> None:
    if report.violations:
        raise InvalidGraph(f"{len(report.violations)} violations of the shapes; nothing was published", report)


def facts_of(
    paths: Sequence[Path], config: Config, progress: Progress = silent
) -> tuple[list[Facts], tuple[DocumentError, ...]]:
    """Return what each document at `paths` says, and why others were left out; raises NoDocuments if none is left."""
    left_out = list[DocumentError]()
    documents = list(read(paths, on_error=left_out.append))
    if not documents:
        raise NoDocuments("\n".join(map(str, left_out)) or f"no documents in {', '.join(map(str, paths))}")
    with FactsCache(config.data / "cache.sqlite", config.model) as cache:
        known = cache.find(documents)
        fresh = [document for document in documents if document not in known]
        for facts in progress("Reading", extract_all(fresh, config), len(fresh)):
            cache.add(facts)
            known[facts.document] = facts
    return [known[document] for document in documents], tuple(left_out)


def extract_all(documents: Sequence[Document], config: Config) -> Iterator[Facts]:
    """Yield what each document says, in order, on all cores."""
    jobs = 1 if len(documents) <= _BATCH else config.jobs
    work = partial(_extract_batch, model=config.model)
    for facts in parallel_map(work, batches(documents, _BATCH), jobs):
        yield from facts


def _extract_batch(documents: list[Document], model: str | None) -> list[Facts]:
    return [extract(annotation) for annotation in annotate(documents, model)]


@dataclass(frozen=True, slots=True)
class Draft:
    """The graph of `facts` in a store, and the `report` on it."""

    facts: Sequence[Facts]
    world: World
    store: Store
    report: Report
    left_out: tuple[DocumentError, ...] = ()


def sound_draft(facts: Sequence[Facts], iris: Iris, config: Config, progress: Progress = silent) -> Draft:
    """Return the graph without the documents about which a shape is broken.

    Those are documents whose own graph breaks it, and the first that attests a shared node which does. Others are
    resolved without them, so that nothing rests on what they say. Raises InvalidGraph if none is left, or if a shape
    is broken about something that no document attests.
    """
    draft = _draft(facts, iris, config, progress)
    broken = {result.document: result for result in reversed(draft.report.violations)}
    if not broken:
        return draft
    kept = [each for each in facts if iris.document(each.document.id).value not in broken]
    if "" in broken or not kept:
        _must_conform(draft.report)
    rest = sound_draft(kept, iris, config, progress)
    named = (f"{first.document}: {first.message} ({first.node}: {first.value!r})" for first in broken.values())
    return replace(rest, left_out=(*map(DocumentError, named), *rest.left_out))


def _draft(facts: Sequence[Facts], iris: Iris, config: Config, progress: Progress) -> Draft:
    published = read_published(config.published_file)
    world = resolve(facts, load_registry(config.registry_file), published)
    store, report = assemble(facts, world, iris, config, progress)
    if not report.violations:
        store.extend(withdrawn_quads(published, world, iris))
        store.extend(list(derive(store, iris)))
        report = Report.of([report, validate_graph(store)])
    return Draft(facts, world, store, report)


def assemble(
    facts: Sequence[Facts], world: World, iris: Iris, config: Config, progress: Progress = silent
) -> tuple[Store, Report]:
    """Return the base graph in a store, and the report on each document's own graph."""
    reference = list(reference_quads(iris))
    described = {quad.subject for quad in reference}
    store = Store()
    common = reference + shared_quads(world, facts, iris, described) + provenance_quads(facts, iris)
    store.extend(common)
    context = Context(common)

    def checked() -> Iterator[Checked]:
        for each in facts:
            quads = document_quads(each, world, iris)
            store.extend(quads)
            yield quads, context.of(quads), each.document.text

    jobs = 1 if len(facts) <= _BATCH else config.jobs
    reports = parallel_map(_check_batch, batches(checked(), _BATCH), jobs)
    return store, Report.of(progress("Checking", (report for batch in reports for report in batch), len(facts)))


def _check_batch(batch: list[Checked]) -> list[Report]:
    return [validate_document(quads, context, text) for quads, context, text in batch]


def check(snapshot: Snapshot) -> Report:
    """Check a snapshot against every shape that needs no document's text (texts are not published)."""
    store = Store()
    store.extend(quad for quad in snapshot.load() if isinstance(quad.graph_name, NamedNode))
    iris = Iris(snapshot.manifest.base)
    derived, documents = iris.graph("derived"), iris.document_graph(DocId("x")).value.removesuffix("x")
    said = {
        graph for graph in store.named_graphs() if isinstance(graph, NamedNode) and graph.value.startswith(documents)
    }
    context = Context(quad for quad in store if quad.graph_name not in said and quad.graph_name != derived)
    own = (list(store.quads_for_pattern(None, None, None, graph)) for graph in sorted(said, key=str))
    return Report.of([*(validate_document(quads, context.of(quads), None) for quads in own), validate_graph(store)])
