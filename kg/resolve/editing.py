"""Changes to the registry's file that leave what people wrote as it stands."""

import json
import re
from pathlib import Path

from kg.model.world import EntityId
from kg.resolve.registry import ENTRY, Registry

_SAME_AS = re.compile(r"^[ \t]*sameAs[ \t]*=[ \t]*\[", re.MULTILINE)
_ID = re.compile(r"^[ \t]*id[ \t]*=.*$", re.MULTILINE)


def confirm(path: Path, entity: EntityId, label: str, iri: str) -> None:
    """Write into the registry at `path` that `entity` is what other data call `iri`.

    The file is replaced whole or not at all; raises RegistryError if it, or what would become of it, is broken.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    Registry.parse(text, str(path))
    changed = with_link(text, entity, label, iri)
    Registry.parse(changed, str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(changed, encoding="utf-8")
    fresh.replace(path)


def with_link(text: str, entity: EntityId, label: str, iri: str) -> str:
    """Return a registry's text with the link in the entry of `entity`, or in a new one at the end.

    >>> print(with_link("", EntityId("person/frodo-baggins"), "Frodo Baggins", "https://example.org/frodo"))
    [[identity]]
    id = "person/frodo-baggins"
    label = "Frodo Baggins"
    sameAs = ["https://example.org/frodo"]
    <BLANKLINE>
    """
    identity = Registry.parse(text).identities.get(entity)
    if identity is None:
        lines = ["[[identity]]", f'id = "{entity}"', f"label = {_quoted(label)}", f"sameAs = [{_quoted(iri)}]", ""]
        return "\n".join([text.rstrip(), "", *lines] if text.strip() else lines)
    if iri in identity.same_as:
        return text
    start = sum(len(line) + 1 for line in text.split("\n")[: identity.line])
    following = ENTRY.search(text, start)
    end = following.start() if following else len(text)
    return text[:start] + _linked(text[start:end], iri) + text[end:]


def _linked(entry: str, iri: str) -> str:
    """Return an entry's lines with `iri` first among its links."""
    listed = _SAME_AS.search(entry)
    if listed:
        rest = entry[listed.end() :]
        comma = "" if rest.lstrip().startswith("]") else ", "
        return entry[: listed.end()] + _quoted(iri) + comma + rest
    return _ID.sub(lambda line: f"{line[0]}\nsameAs = [{_quoted(iri)}]", entry, count=1)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
