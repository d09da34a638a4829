"""The IRIs of everything published, under one base; the only place that knows how they are spelled."""

import hashlib
import re
import unicodedata

from pyoxigraph import NamedNode

from kg.errors import ConfigError
from kg.model import CountryCode, DocId, Span
from kg.model.world import EntityId

_UNSAFE = re.compile(r"[^a-z0-9]+")
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+/")
# Letters that NFKD leaves whole, in the Latin spelling that readers expect.
_LATIN = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae",
     "œ": "oe", "Œ": "oe", "ð": "d", "þ": "th", "Þ": "th"}
)  # fmt: skip


def slug(name: str) -> str:
    """Return `name` as a path segment: marks stripped, lower case, other runs to `-`.

    A name without Latin letters or digits gets a hash of itself.

    >>> slug("Assimi Goïta"), slug("Recep Tayyip Erdoğan"), slug("000_e23669db6ec7fb79")
    ('assimi-goita', 'recep-tayyip-erdogan', '000-e23669db6ec7fb79')
    >>> slug("外交部")
    'xe74828a7bd'
    """
    kept = name if name.isascii() else _without_marks(name)
    return _UNSAFE.sub("-", kept.casefold()).strip("-") or "x" + digest(name)


def _without_marks(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.translate(_LATIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def digest(*parts: str) -> str:
    """Return ten hexadecimal digits that stand for `parts`."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:10]


class Iris:
    """Makes IRIs under `base`, an http(s) IRI that ends with a slash; raises ConfigError for any other."""

    __slots__ = ("base",)

    def __init__(self, base: str) -> None:
        if not _BASE.fullmatch(base):
            raise ConfigError(f"base IRI {base!r} is not an http(s) IRI that ends with '/'")
        self.base = base

    def entity(self, entity: EntityId) -> NamedNode:
        return NamedNode(f"{self.base}id/{entity}")

    def country(self, code: CountryCode) -> NamedNode:
        return NamedNode(f"{self.base}id/country/{code.lower()}")

    def office_kind(self, kind: str) -> NamedNode:
        return NamedNode(f"{self.base}id/office-kind/{kind}")

    def topic(self, topic: str) -> NamedNode:
        return NamedNode(f"{self.base}id/topic/{topic}")

    def place(self, name: str) -> NamedNode:
        return NamedNode(f"{self.base}id/place/{slug(name)}")

    def document(self, doc: DocId) -> NamedNode:
        return NamedNode(f"{self.base}id/doc/{slug(doc)}")

    def passage(self, doc: DocId, span: Span) -> NamedNode:
        """Return the span's IRI, a fragment of its document's (RFC 5147)."""
        return NamedNode(f"{self.base}id/doc/{slug(doc)}#char={span.start},{span.end}")

    def statement(self, doc: DocId, span: Span) -> NamedNode:
        return NamedNode(f"{self.base}id/statement/{slug(doc)}-{span.start}-{span.end}")

    def participation(self, meeting: EntityId, actor: str) -> NamedNode:
        """Return the IRI of the part that `actor` (a path below `id/`) takes in `meeting`."""
        return NamedNode(f"{self.base}id/{meeting}#{actor.replace('/', '-')}")

    def succession(self, tenure: EntityId, predecessor: EntityId) -> NamedNode:
        """Return the IRI of the record that `tenure` followed right on that of the person `predecessor`."""
        return NamedNode(f"{self.base}id/{tenure}#after-{predecessor.partition('/')[2]}")

    def attestation(self, doc: DocId, fact: NamedNode) -> NamedNode:
        local = fact.value.removeprefix(self.base)
        return NamedNode(f"{self.base}id/attestation/{slug(doc)}/{digest(local)}")

    def pair(self, kind: str, first: NamedNode, second: NamedNode) -> NamedNode:
        """Return the IRI of a record about two nodes (`corroboration`, `possible-match`), whichever is named first."""
        names = sorted(node.value.removeprefix(self.base) for node in (first, second))
        return NamedNode(f"{self.base}id/{kind}/{digest(*names)}")

    def run(self, name: str) -> NamedNode:
        return NamedNode(f"{self.base}id/run/{slug(name)}")

    def graph(self, name: str) -> NamedNode:
        """Return a named graph: `reference`, `ontology`, `actors`, `meetings`, `derived` or `meta`."""
        return NamedNode(f"{self.base}graph/{name}")

    def document_graph(self, doc: DocId) -> NamedNode:
        return NamedNode(f"{self.base}graph/doc/{slug(doc)}")

    @property
    def dataset(self) -> NamedNode:
        return NamedNode(f"{self.base}dataset")
