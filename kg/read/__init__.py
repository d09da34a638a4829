"""File -> Document: text, title, day, publisher, and which lines are the article.

In this order:

    readers                  a file, by its suffix, as records
    paragraphs, looks        the lines of a page, and what each looks like (`bylines`, `datelines`, `furniture`,
                             `one_line`)
    article, headings        which run of them is the article, and which line its headline
    regions                  headline, body and boilerplate (`repetition`); text is never cut
    masthead                 what the page says about itself: day (`dates`), publisher, address
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import DocumentError, NoDocuments
from kg.iris import slug
from kg.model import Document
from kg.read.document import as_document
from kg.read.readers import READERS, Result, suffix_of

__all__ = ["read"]


def read(paths: Iterable[Path], on_error: Callable[[DocumentError], None] | None = None) -> Iterator[Document]:
    """Yield the documents in `paths`: files in the order given, folders with all below them, sorted.

    Without `on_error` the first file or record that cannot be read raises its DocumentError; with it, each is handed
    over and the others are read. Two documents whose ids give one IRI are such an error. Raises NoDocuments if there is
    nothing to read at all. Files in folders that no reader knows are passed over; named ones are errors.
    """
    named = list(paths)
    seen: dict[str, str] = {}
    failed = False
    for result in _unique(_results(named), seen):
        if isinstance(result, Document):
            yield result
        elif on_error is None:
            raise result
        else:
            failed = True
            on_error(result)
    if not seen and not failed:
        raise NoDocuments(f"no documents in {', '.join(map(str, named)) or 'no path at all'}")


def _results(paths: Iterable[Path]) -> Iterator[Result]:
    for path in paths:
        if path.is_dir():
            for file in _below(path):
                yield from _from_file(file)
        else:
            yield from _from_file(path)


def _below(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if suffix_of(p) in READERS and p.is_file())


def _from_file(path: Path) -> Iterator[Result]:
    reader = READERS.get(suffix_of(path))
    if reader is None:
        known = ", ".join(READERS)
        yield DocumentError(f"{path}: no reader for {path.suffix!r} (there are {known})")
        return
    try:
        yield from reader(path)
    except DocumentError as error:
        yield error


def _unique(results: Iterable[Result], seen: dict[str, str]) -> Iterator[Document | DocumentError]:
    for result in results:
        if isinstance(result, DocumentError):
            yield result
            continue
        key = slug(result.id)
        if key in seen:
            yield DocumentError(f"{result.source}: the id {result.id!r} is taken by {seen[key]}")
            continue
        try:
            document = as_document(result)
        except DocumentError as error:
            yield error
        else:
            seen[key] = result.source
            yield document
