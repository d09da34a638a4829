"""Write measured figures as `ontology/reference/quality.ttl`, so that the graph itself says how far to trust what.

    python bench/extraction/publish.py SCORE.json

SCORE.json is what the scorer writes with --json, for the set whose figures are to be published: one that the rules
were not written for, if there is one.
"""

import json
from pathlib import Path

import click

from kg.resources import resource

MEASURED = {
    "persons": "par:Person",
    "organizations": "par:Organization",
    "countries": "par:Country",
    "roles": "par:Tenure",
    "meetings": "par:Meeting",
    "statements": "par:Statement",
    "statements+speaker": "par:speaker",
}
"""Kind of fact, as the scorer calls it, to the class or property whose figures they are."""

HEAD = """\
# How good extraction was when last measured by bench/extraction; CC BY 4.0. IRIs are relative to the deployment's base.
@prefix par: <https://w3id.org/parley/ns#> .
@prefix dqv: <http://www.w3.org/ns/dqv#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@click.command()
@click.argument("score", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=resource("ontology/reference") / "quality.ttl")
def main(score: Path, out: Path) -> None:
    """Write the figures of SCORE as quality measurements."""
    content = json.loads(score.read_text(encoding="utf-8"))
    documents = len(content["documents"])
    measurements = [
        measurement(kind, metric, content["total"][kind][metric], documents)
        for kind in MEASURED
        for metric in ("precision", "recall")
    ]
    out.write_text("\n".join([HEAD, *measurements]), encoding="utf-8")


def measurement(kind: str, metric: str, value: float, documents: int) -> str:
    """Return one measurement as Turtle."""
    name = f"{kind.replace('+', '-')}-{metric}"
    figure = f"{value:.3f}".rstrip("0").rstrip(".")
    return (
        f'<id/quality/{name}> a dqv:QualityMeasurement ; rdfs:label "{metric} of {kind}"@en ;\n'
        f"  dqv:computedOn {MEASURED[kind]} ; dqv:isMeasurementOf par:{metric.capitalize()} ;\n"
        f'  dqv:value "{figure}"^^xsd:decimal ; par:documentCount {documents} .\n'
    )


if __name__ == "__main__":
    main()
