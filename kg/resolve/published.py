"""The ids that builds have published, kept so that none is ever given to anybody else."""

from pathlib import Path

from kg.errors import RegistryError
from kg.model.text import DocId
from kg.model.world import EntityId
from kg.resolve.naming import Published

_HEAD = "# Ids that were published, the document that named each, and its name there. Written by parley build.\n"


def read_published(path: Path) -> Published:
    """Read the ids that earlier builds wrote to `path`; a file that does not exist holds none.

    Raises RegistryError, with file and line, for a line that is not an id, a document and a name parted by tabs.
    """
    if not path.exists():
        return {}
    found: dict[EntityId, tuple[DocId, str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != len(("id", "document", "name")):
                raise RegistryError(f"{path}:{number}: not an id, a document and a name parted by tabs: {line!r}")
            found[EntityId(columns[0])] = DocId(columns[1]), columns[2]
    return found


def write_published(path: Path, published: Published) -> None:
    """Write the ids to `path`, whole or not at all."""
    lines = (f"{entity}\t{doc}\t{name}\n" for entity, (doc, name) in sorted(published.items()))
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(_HEAD + "".join(lines), encoding="utf-8")
    fresh.replace(path)
