"""Averages the weights of pipelines that went on from one and the same: steadier than any of them, and as fast."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import Model


def average(pipelines: Sequence[Path], out: Path) -> None:
    """Write a pipeline whose every weight is the mean of that weight in `pipelines`."""
    loaded = [spacy.load(path) for path in pipelines]
    for same in zip(*map(_weights, loaded), strict=True):
        mean = sum(node.get_param(name) for node, name in same) / len(same)
        node, name = same[0]
        node.set_param(name, mean)
    loaded[0].to_disk(out)


def _weights(nlp: Language) -> Iterator[tuple[Model[Any, Any], str]]:
    for _, pipe in nlp.pipeline:
        for node in getattr(pipe, "model", Model("none", lambda *_: None)).walk():
            yield from ((node, name) for name in node.param_names if node.has_param(name))
