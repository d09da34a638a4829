"""The registry of identities: a TOML file in which people name, join and part the actors of documents."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import RegistryError
from kg.iris import slug
from kg.model.text import DocId
from kg.model.world import EntityId

ENTRY = re.compile(r"^[ \t]*\[\[\s*identity\s*\]\]", re.MULTILINE)
_ID = re.compile(r"(person|org|office|meeting|tenure|unnamed)/[a-z0-9]+(?:[-/][a-z0-9]+)*")
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_FIELDS = {
    "id": str, "label": str, "aliases": list, "sameAs": list, "documents": list,
    "not_same_as": list, "merged_into": str,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """One entry: what the project's keepers hold of one actor.

    `label` and `aliases` are the names under which documents speak of it (an entry without them goes by its id's
    letters); with `documents` it claims those names in these documents only. `merged_into` redirects to another
    entry; `not_same_as` are ids that it must never be joined with. `line` is where the entry begins.
    """

    id: EntityId
    line: int
    label: str | None = None
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    documents: tuple[DocId, ...] = ()
    not_same_as: tuple[EntityId, ...] = ()
    merged_into: EntityId | None = None

    @property
    def slugs(self) -> frozenset[str]:
        """The forms that the entry claims: its id, its aliases, and its label.

        The label of an id that was lengthened to tell namesakes apart (`frodo-baggins-no`) is theirs as well: it claims
        nothing, unless documents are named.
        """
        own = self.id.partition("/")[2]
        label = [self.label] if self.label and (self.documents or not own.startswith(f"{slug(self.label)}-")) else []
        return frozenset(slug(name) for name in (*label, *self.aliases)) | {own}

    @property
    def _names(self) -> tuple[str, ...]:
        return (self.label, *self.aliases) if self.label else self.aliases

    def printed(self, form: str) -> str:
        """Return the name of which `form` is the slug."""
        return next((name for name in self._names if slug(name) == form), form)


@dataclass(frozen=True, slots=True)
class Registry:
    """Identities by id; `Registry()` knows nobody."""

    identities: Mapping[EntityId, Identity] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> "Registry":
        """Read `path`; a file that does not exist is an empty registry.

        Raises RegistryError, with file and line, for broken syntax, an unknown field, an id that is malformed, given
        twice or unknown, a cycle of merges, and actors both joined and parted.
        """
        if not path.exists():
            return cls()
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise RegistryError(f"{path}: not UTF-8 ({error})") from error
        return cls.parse(text, str(path))

    @classmethod
    def parse(cls, text: str, source: str = "registry") -> "Registry":
        """Read a registry from its text; `source` names it in errors."""
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise RegistryError(f"{source}:{_error_line(str(error), text)}: {error}") from error
        identities: dict[EntityId, Identity] = {}
        for identity in _entries(data, text, source):
            if identity.id in identities:
                first = identities[identity.id].line
                raise RegistryError(f"{source}:{identity.line}: {identity.id!r} is already given in line {first}")
            identities[identity.id] = identity
        registry = cls(identities)
        registry._check(source)
        return registry

    def final(self, entity: EntityId) -> EntityId:
        """Return where the merges lead from `entity`."""
        identity = self.identities.get(entity)
        while identity and identity.merged_into:
            entity = identity.merged_into
            identity = self.identities.get(entity)
        return entity

    def _check(self, source: str) -> None:
        for identity in self.identities.values():
            _check_merges(identity, self.identities, source)
        self._check_claims(source)
        for identity in self.identities.values():
            for other in identity.not_same_as:
                if other not in self.identities:
                    raise RegistryError(f"{source}:{identity.line}: not_same_as names {other!r}, which has no entry")
                if self.final(other) == self.final(identity.id):
                    raise RegistryError(
                        f"{source}:{identity.line}: {identity.id!r} and {other!r} are joined and parted"
                    )

    def _check_claims(self, source: str) -> None:
        claimed: dict[tuple[str, str], Identity] = {}
        for identity in self.identities.values():
            for name in () if identity.documents else sorted(identity.slugs):
                other = claimed.setdefault((identity.id.partition("/")[0], name), identity)
                if self.final(other.id) != self.final(identity.id):
                    raise RegistryError(
                        f"{source}:{identity.line}: {identity.id!r} and {other.id!r} (line {other.line}) both claim "
                        f"{identity.printed(name)!r}; join them, or name the documents that one is in"
                    )


def _check_merges(identity: Identity, identities: Mapping[EntityId, Identity], source: str) -> None:
    seen, step = {identity.id}, identity
    while step.merged_into:
        if step.merged_into not in identities:
            raise RegistryError(f"{source}:{step.line}: merged_into names {step.merged_into!r}, which has no entry")
        step = identities[step.merged_into]
        if step.id in seen:
            raise RegistryError(f"{source}:{identity.line}: the merges of {identity.id!r} go round in a circle")
        seen.add(step.id)


def _error_line(message: str, text: str) -> int:
    found = re.search(r"line (\d+)", message)
    return int(found[1]) if found else text.count("\n") + 1


def _entries(data: Mapping[str, Any], text: str, source: str) -> Iterator[Identity]:
    unknown = sorted(set(data) - {"identity"})
    if unknown:
        line = next((n for n, s in enumerate(text.splitlines(), 1) if unknown[0] in s), 1)
        raise RegistryError(
            f"{source}:{line}: {unknown[0]!r} is no part of a registry; entries begin with [[identity]]"
        )
    entries = data.get("identity", [])
    if not isinstance(entries, list):
        raise RegistryError(f"{source}:1: entries begin with [[identity]], in double brackets")
    lines = [text.count("\n", 0, m.start()) + 1 for m in ENTRY.finditer(text)]
    for number, entry in enumerate(entries):
        yield _identity(entry, lines[number] if number < len(lines) else 1, source)


def _identity(entry: Mapping[str, Any], line: int, source: str) -> Identity:
    for name, value in entry.items():
        if name not in _FIELDS:
            raise RegistryError(f"{source}:{line}: unknown field {name!r}; there are {', '.join(_FIELDS)}")
        strings = value if isinstance(value, list) else [value]
        if not isinstance(value, _FIELDS[name]) or not all(isinstance(s, str) for s in strings):
            raise RegistryError(
                f"{source}:{line}: {name!r} is not a {'list of strings' if _FIELDS[name] is list else 'string'}"
            )
    ids = [
        entry.get("id", ""),
        *entry.get("not_same_as", ()),
        *([entry["merged_into"]] if "merged_into" in entry else ()),
    ]
    for each in ids:
        if not _ID.fullmatch(each):
            raise RegistryError(f"{source}:{line}: {each!r} is no id; an id is like 'person/sadio-camara'")
    for iri in entry.get("sameAs", ()):
        if not _IRI.fullmatch(iri):
            raise RegistryError(f"{source}:{line}: sameAs {iri!r} is not an http(s) IRI")
    return Identity(
        id=EntityId(entry["id"]),
        line=line,
        label=entry.get("label"),
        aliases=tuple(entry.get("aliases", ())),
        same_as=tuple(entry.get("sameAs", ())),
        documents=tuple(DocId(d) for d in entry.get("documents", ())),
        not_same_as=tuple(EntityId(e) for e in entry.get("not_same_as", ())),
        merged_into=EntityId(entry["merged_into"]) if "merged_into" in entry else None,
    )
