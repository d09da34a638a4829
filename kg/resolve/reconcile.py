"""Links outwards: candidates for persons and organisations from other data, for a person to confirm.

Nothing is linked by itself: what is confirmed goes into the registry, and the next build publishes it.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from rapidfuzz import fuzz, process

from kg.errors import ConfigError
from kg.model.world import SharedActor
from kg.resolve.folding import fold

_TIMEOUT = 30  # seconds
_BATCH = 10  # queries that public services take at a time
_LIMIT = 3  # candidates for each actor
_ALIKE = 80  # percent of letters that a name of a local table must have in common


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that other data hold and that may be the actor; `score` is from 0 to 100, as the source judges."""

    iri: str
    name: str
    score: float
    match: bool
    description: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An actor without outward link and its candidates, the best first."""

    actor: SharedActor
    candidates: tuple[Candidate, ...]


Source = Callable[[Sequence[SharedActor]], list[list[Candidate]]]
"""Returns the candidates of each actor."""


def propose(actors: Iterable[SharedActor], source: Source) -> Iterator[Proposal]:
    """Yield a proposal for each person and organisation that has no link yet and for which `source` has candidates."""
    asked = [a for a in actors if a.type in {"Person", "Organization", "Outlet"} and not a.same_as]
    for start in range(0, len(asked), _BATCH):
        batch = asked[start : start + _BATCH]
        for actor, candidates in zip(batch, source(batch), strict=True):
            if candidates:
                best = sorted(candidates, key=lambda c: (not c.match, -c.score, c.iri))
                yield Proposal(actor, tuple(best[:_LIMIT]))


def service(url: str, types: Mapping[str, str] | None = None) -> Source:
    """Return a source that asks the Reconciliation API 0.2 service at `url`.

    `types` gives the service's own types for ours (`{"Person": "Q5"}`). Raises ConfigError for a URL that is not
    http(s), a service that cannot be reached and an answer that is none.
    """
    if not url.startswith(("http://", "https://")):
        raise ConfigError(f"reconciliation service {url!r} is not an http(s) address")
    space = str(_answer(url, None).get("identifierSpace", ""))

    def ask(actors: Sequence[SharedActor]) -> list[list[Candidate]]:
        queries = {f"q{number}": _query(actor, types or {}) for number, actor in enumerate(actors)}
        answer = _answer(url, urlencode({"queries": json.dumps(queries)}).encode())
        try:
            return [[_candidate(each, space) for each in answer[name]["result"]] for name in queries]
        except (KeyError, TypeError, ValueError) as error:
            raise ConfigError(f"{url}: the answer is none of the Reconciliation API: {error!r}") from error

    return ask


def _query(actor: SharedActor, types: Mapping[str, str]) -> dict[str, object]:
    query: dict[str, object] = {"query": actor.label, "limit": _LIMIT}
    if actor.type in types:
        query["type"] = types[actor.type]
    return query


def _candidate(found: Mapping[str, Any], space: str) -> Candidate:
    name = str(found["id"])
    return Candidate(
        iri=name if name.startswith(("http://", "https://")) else space + name,
        name=str(found["name"]),
        score=float(found.get("score", 0)),
        match=bool(found.get("match", False)),
        description=str(found.get("description", "")),
    )


def _answer(url: str, form: bytes | None) -> dict[str, Any]:
    request = Request(url, data=form, headers={"Accept": "application/json"})  # noqa: S310 - only http(s) comes here
    try:
        with urlopen(request, timeout=_TIMEOUT) as reply:  # noqa: S310 - only http(s) comes here
            answer = json.load(reply)
    except (URLError, OSError, ValueError) as error:
        raise ConfigError(f"reconciliation service {url}: {error}") from error
    if not isinstance(answer, dict):
        raise ConfigError(f"reconciliation service {url}: the answer is no JSON object")
    return answer


def local_table(path: Path) -> Source:
    """Return a source that looks names up in a tab-separated table with the columns `iri` and `name`.

    A column `description` may follow; several lines may name one IRI. Raises ConfigError for a table without these.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    if not rows or not {"iri", "name"} <= set(rows[0]):
        raise ConfigError(f"{path}: no table with the columns iri and name, parted by tabs")
    names = [fold(row["name"] or "") for row in rows]

    def ask(actors: Sequence[SharedActor]) -> list[list[Candidate]]:
        return [_looked_up(actor, names, rows) for actor in actors]

    return ask


def _looked_up(actor: SharedActor, names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[Candidate]:
    best: dict[str, Candidate] = {}
    for name in (actor.label, *actor.aliases):
        wanted = fold(name)
        found = process.extract(wanted, names, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=_LIMIT)
        for _, score, index in found:
            row = rows[index]
            match = names[index] == wanted
            candidate = Candidate(row["iri"], row["name"], score, match, row.get("description") or "")
            known = best.get(candidate.iri)
            if known is None or score > known.score:
                best[candidate.iri] = candidate
    return list(best.values())
