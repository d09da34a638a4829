"""Score one annotator of documents against another, as if what the other found had been found by software.

    python bench/extraction/agreement.py --scorer score.py GOLD OTHER TEXTS [--errors FILE]

GOLD and OTHER hold annotations by two people, one JSON file a document, TEXTS the documents; documents that only one of
them annotated are left out. No software can be asked for much more than what the figures say.
"""

import json
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from kg.lexicon.countries import countries
from kg.ns import PREFIXES

Annotation = dict[str, Any]
"""An actor, role, meeting or statement, or all of a document, as it stands in the annotators' JSON."""
Locate = Callable[[str, Annotation, dict[Any, int]], tuple[int, int] | None]
"""The scorer's own search for a statement: text, statement, what was found before; offsets in characters."""


@click.command()
@click.option("--scorer", type=click.Path(exists=True, path_type=Path), required=True, help="The script that scores.")
@click.option("--errors", type=click.Path(path_type=Path), help="Where to list what the two differ on.")
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument("other", type=click.Path(exists=True, path_type=Path))
@click.argument("texts", type=click.Path(exists=True, path_type=Path))
def main(scorer: Path, errors: Path | None, gold: Path, other: Path, texts: Path) -> None:
    """Print precision, recall and F1 of OTHER against GOLD."""
    locate: Locate = runpy.run_path(str(scorer))["locate"]
    with tempfile.TemporaryDirectory() as folder:
        both, graph = Path(folder) / "gold", Path(folder) / "other.ttl"
        both.mkdir()
        with graph.open("w", encoding="utf-8") as out:
            out.writelines(_head())
            for file in sorted(other.glob("*.json")):
                if (gold / file.name).exists():
                    shutil.copy(gold / file.name, both)
                    text = (texts / file.with_suffix(".txt").name).read_text(encoding="utf-8")
                    out.writelines(as_turtle(json.loads(file.read_text(encoding="utf-8")), text, locate))
        command = [sys.executable, str(scorer), str(graph), str(both), str(texts)]
        subprocess.run([*command, "--errors", str(errors)] if errors is not None else command, check=True)


def _head() -> Iterator[str]:
    yield from (f"PREFIX {prefix}: <{base}>\n" for prefix, base in PREFIXES.items())
    for country in countries().values():
        yield f'{_country(country.code)} a par:Country ; skos:notation "{country.code}"^^par:iso3166-1-alpha2 .\n'


def as_turtle(annotated: Annotation, text: str, locate: Locate) -> Iterator[str]:
    """Yield the annotations of a document in the graph's vocabulary, as far as the scorer reads them."""
    doc = annotated["doc"]
    yield f"{_iri(doc)} a par:Document ; dcterms:identifier {json.dumps(doc)} .\n"
    for actor in annotated["actors"]:
        kind = "Person" if actor["type"] == "person" else "Organization"
        labels = ", ".join(map(json.dumps, (actor["name"], *actor["mentions"])))
        yield f"{_iri(doc)} par:mentions {_node(doc, actor['id'])} .\n"
        yield f"{_node(doc, actor['id'])} a par:{kind} ; rdfs:label {labels} .\n"
    for code in annotated["countries"]:
        yield f"{_iri(doc)} par:mentions {_country(code)} .\n"
    taken: dict[Any, int] = {}
    told = (
        *((_tenure(doc, role), None) for role in annotated["roles"]),
        *((_meeting(doc, meeting), None) for meeting in annotated["meetings"]),
        *((_statement(doc, each), locate(text, each, taken)) for each in annotated["statements"]),
    )
    for number, (fact, span) in enumerate(told):
        evidence = f" ; par:evidence [ oa:start {span[0]} ; oa:end {span[1]} ]" if span is not None else ""
        yield f"{_iri(doc, number)} {fact} .\n"
        yield f"[] par:document {_iri(doc)} ; par:attests {_iri(doc, number)}{evidence} .\n"


def _tenure(doc: str, role: Annotation) -> str:
    country = f" ; par:country {_country(role['country'])}" if role["country"] else ""
    return f"par:holder {_node(doc, role['actor'])} ; par:office [ rdfs:label {json.dumps(role['title'])}{country} ]"


def _meeting(doc: str, meeting: Annotation) -> str:
    participants = "".join(f" ; par:participant {_node(doc, each)}" for each in meeting["participants"])
    countries = "".join(f" ; par:involvesCountry {_country(code)}" for code in meeting["countries"])
    place = f" ; par:place [ rdfs:label {json.dumps(meeting['place'])} ]" if meeting["place"] else ""
    date = f" ; par:date {json.dumps(meeting['date'])}" if meeting["date"] else ""
    return f"a par:Meeting{participants}{countries}{place}{date}"


def _statement(doc: str, statement: Annotation) -> str:
    return f"a par:Statement ; par:document {_iri(doc)} ; par:speaker {_node(doc, statement['speaker'])}"


def _node(doc: str, reference: str) -> str:
    """Write an actor of a document (`p1`), a country (`country:IR`) or somebody unnamed (`unnamed:the minister`)."""
    kind, _, name = reference.partition(":")
    if kind == "country":
        return _country(name)
    return f"[ rdfs:label {json.dumps(name)} ]" if kind == "unnamed" else _iri(doc, reference)


def _country(code: str) -> str:
    return _iri("country", code)


def _iri(*parts: object) -> str:
    return f"<urn:annotated:{quote('/'.join(map(str, parts)))}>"


if __name__ == "__main__":
    main()
