"""Everything that Parley raises on purpose.

    ParleyError
    ├── ConfigError            a setting that cannot be used
    ├── DocumentError          a file or record that cannot be read as a document
    │   └── NoDocuments        nothing to build from
    ├── RegistryError          the registry of identities contradicts itself (line named)
    ├── InvalidGraph           the graph breaks a shape; carries the report
    ├── SnapshotError          a snapshot that is missing, damaged or cannot be written
    └── QueryError             a query that cannot be evaluated

Raised where found, with a message that names the thing; caught only by the command line and the HTTP handlers.
"""

from typing import Any


class ParleyError(Exception):
    """Root of the tree; its message is one line fit to print."""


class ConfigError(ParleyError):
    """A setting that cannot be used."""


class DocumentError(ParleyError):
    """A file or record that cannot be read as a document; the message names file and line."""


class NoDocuments(DocumentError):
    """The given paths hold no document at all."""


class RegistryError(ParleyError):
    """The registry of identities contradicts itself; the message names file and line."""


class InvalidGraph(ParleyError):
    """The graph breaks a shape; `report` is the `kg.validate.Report` that says which and where."""

    def __init__(self, message: str, report: Any) -> None:
        super().__init__(message)
        self.report = report


class SnapshotError(ParleyError):
    """A snapshot that is missing, damaged or cannot be written."""


class QueryError(ParleyError):
    """A query that cannot be evaluated."""
