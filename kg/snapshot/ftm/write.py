"""Writing the entities: one JSON object a line, in the order of the graph's lines, each id once."""

import json
import re
from pathlib import Path
from typing import Any

from kg.snapshot.ftm.joined import Joined, join
from kg.snapshot.ftm.schemata import SCHEMATA
from kg.snapshot.nodes import Node, Wanted, nodes

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def write_ftm(lines: Path, target: Path, base: str) -> int:
    """Write the entities of the sorted N-Triples `lines` to the file `target`; return how many there are.

    Reads twice, and holds no more than one node and what is `Joined`.
    """
    joined, count = join(lines, base), 0
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for node in nodes(lines, _wanted(base)):
            if entity := _entity(node, joined):
                out.write(json.dumps(entity, ensure_ascii=False, separators=(",", ":")) + "\n")
                count += 1
    return count


def _wanted(base: str) -> Wanted:
    return {
        f"{base}id/{kind}/": {each.source for each in schema.properties if each.source}
        for kind, schema in SCHEMATA.items()
    }


def _entity(node: Node, joined: Joined) -> dict[str, Any] | None:
    """Return a node's entity with its properties in the order of `SCHEMATA`, if it is one."""
    schema = SCHEMATA[joined.kind(node.iri)]
    properties: dict[str, dict[str, None]] = {}
    for name, source, way in schema.properties:
        for value in node[source] if source else [node.iri]:
            there = filter(None, map(_printable, way(joined, value)))
            properties.setdefault(name, {}).update(dict.fromkeys(there))
    if not properties.get(schema.required):
        return None
    kept = {name: list(values) for name, values in properties.items() if values}
    return {"id": joined.id(node.iri), "schema": schema.name, "properties": kept}


def _printable(value: str) -> str:
    """Return `value` without control characters, which pages hold by mistake and PostgreSQL does not take."""
    return _CONTROL.sub(" ", value).strip()
