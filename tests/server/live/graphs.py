"""A small invented graph, put into service under a folder."""

from pathlib import Path

from pyoxigraph import RdfFormat, parse

from kg.iris import Iris
from kg.snapshot import Snapshot, write
from kg.snapshot.write import MEMORY_QUADS

BASE = "http://gondor.example/"
GRAPH = """
@prefix par: <https://w3id.org/parley/ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix id: <http://gondor.example/id/> . @prefix graph: <http://gondor.example/graph/> .
graph:actors { %(people)s }
<http://gondor.example/graph/doc/red-book> {
  <http://gondor.example/id/meeting/red-book-1> a par:Meeting ; rdfs:label "Council of Elrond"@en ;
    par:participant <http://gondor.example/id/person/elrond>, <http://gondor.example/id/person/boromir> . }
<http://gondor.example/graph/doc/annals> {
  <http://gondor.example/id/meeting/red-book-1> a par:Meeting ; rdfs:label "Council of Elrond"@en ;
    par:place <http://gondor.example/id/place/rivendell> . }
"""
_PERSON = '<http://gondor.example/id/person/%s> a par:Person ; rdfs:label "%s"@en .'


def publish(data: Path, people: int = 300, note: str = "", *, memory_quads: int = MEMORY_QUADS) -> Snapshot:
    """Put a graph with so many people into service; `note` makes it differ from others, the rest is as for `write`."""
    names = ["elrond", "boromir", *(f"rider-{number}" for number in range(people))]
    persons = " ".join(_PERSON % (name, name.title() + note) for name in names)
    text = GRAPH.replace("%(people)s", persons)
    return write(data, parse(text, RdfFormat.TRIG), Iris(BASE), memory_quads=memory_quads)
