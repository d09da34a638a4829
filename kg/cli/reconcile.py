"""`parley reconcile`: link persons and organisations to other data, each link confirmed by a person."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from pyoxigraph import QuerySolutions, Store

from kg.cli import options
from kg.config import Config
from kg.errors import ConfigError
from kg.model.world import ActorType, EntityId, SharedActor
from kg.ns import PREFIXES
from kg.resolve.editing import confirm
from kg.resolve.folding import fold
from kg.resolve.reconcile import Proposal, Source, local_table, propose, service
from kg.snapshot import open_snapshot

_ACTORS = """SELECT ?actor ?type ?label ?alias ?same WHERE {
  VALUES ?type { par:Person par:Organization par:Outlet }
  ?actor a ?type ; rdfs:label ?label .
  OPTIONAL { ?actor skos:altLabel ?alias } OPTIONAL { ?actor owl:sameAs ?same } }"""


@click.command()
@click.argument("source")
@click.argument("names", nargs=-1)
@options.data
@options.registry
@click.option(
    "--type", "types", multiple=True, metavar="OURS=THEIRS", help="Ask for Person=Q5, Organization=Q43229 ..."
)
@click.option("--list", "list_only", is_flag=True, help="List the candidates, parted by tabs, and ask nothing.")
def reconcile(
    source: str, names: tuple[str, ...], data: Path, registry: Path | None, types: tuple[str, ...], *, list_only: bool
) -> None:
    """Find candidates for persons and organisations in SOURCE, and write those that you confirm into the registry.

    SOURCE is the address of a service of the Reconciliation API 0.2, or a table (.tsv) with the columns iri and name.
    NAMES (parts of names) restrict it to some; those that have a link already are left out. The next build publishes
    the links.

    \b
    Examples:
      parley reconcile people.tsv
      parley reconcile https://wikidata.example/en/api Camara --type Person=Q5
    """
    config = Config(data=data, registry=registry)
    actors = [actor for actor in _actors(open_snapshot(data).load()) if _is_wanted(actor, names)]
    for proposal in propose(actors, _source(source, types)):
        if list_only:
            for line in _lines(proposal):
                click.echo(line)
        else:
            _ask(proposal, config.registry_file)


def _source(source: str, types: Iterable[str]) -> Source:
    pairs = [each.partition("=") for each in types]
    if not all(theirs and ours in map(str, ActorType) for ours, _, theirs in pairs):
        raise ConfigError(f"--type {' '.join(types)}: give one of Person, Organization and Outlet, =, and their type")
    if "://" in source:
        return service(source, {ours: theirs for ours, _, theirs in pairs})
    return local_table(Path(source))


def _actors(store: Store) -> Iterator[SharedActor]:
    """Yield the persons and organisations of a snapshot, by their ids."""
    rows = store.query(_ACTORS, prefixes=PREFIXES)
    if not isinstance(rows, QuerySolutions):
        raise TypeError(rows)
    found: dict[EntityId, tuple[ActorType, str, set[str], set[str]]] = {}
    for actor, type_, label, alias, same in rows:
        entity = EntityId(actor.value.partition("/id/")[2])
        _, _, aliases, links = found.setdefault(
            entity, (ActorType(type_.value.rpartition("#")[2]), label.value, set(), set())
        )
        aliases |= {alias.value} if alias else set()
        links |= {same.value} if same else set()
    for entity, (kind, label, aliases, links) in sorted(found.items()):
        yield SharedActor(entity, kind, label, tuple(sorted(aliases)), tuple(sorted(links)))


def _is_wanted(actor: SharedActor, names: tuple[str, ...]) -> bool:
    printed = [f" {fold(name)} " for name in (actor.label, *actor.aliases)]
    return not names or any(f" {fold(wanted)} " in name for wanted in names for name in printed)


def _lines(proposal: Proposal) -> Iterator[str]:
    for each in proposal.candidates:
        columns = (proposal.actor.id, proposal.actor.label, f"{each.score:g}", each.iri, each.name, each.description)
        yield "\t".join(columns)


def _ask(proposal: Proposal, registry: Path) -> None:
    click.echo(f"\n{proposal.actor.label} ({proposal.actor.id})")
    for number, each in enumerate(proposal.candidates, start=1):
        said = f", {each.description}" if each.description else ""
        click.echo(f"  {number}  {each.name}{said}  {each.iri}  ({each.score:g}{', exact' if each.match else ''})")
    choices = click.IntRange(0, len(proposal.candidates))
    chosen = click.prompt("Which is it? 0 for none", type=choices, default=0, show_default=False)
    if chosen:
        candidate = proposal.candidates[chosen - 1]
        confirm(registry, proposal.actor.id, proposal.actor.label, candidate.iri)
        click.echo(f"  {proposal.actor.id} is {candidate.iri}, says {registry}")
