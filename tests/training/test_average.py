from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

from training.average import average


def tagger(scale: float) -> Language:
    nlp = spacy.blank("en")
    pipe = nlp.add_pipe("tagger")
    for tag in ("NNP", "VBD"):
        pipe.add_label(tag)  # type: ignore[attr-defined]
    nlp.initialize()
    output = pipe.model.get_ref("output_layer")  # type: ignore[attr-defined]
    output.set_param("W", np.full_like(output.get_param("W"), scale))
    return nlp


def test_every_weight_is_the_mean_of_that_weight(tmp_path: Path) -> None:
    for name, scale in (("first", 1.0), ("second", 3.0)):
        tagger(scale).to_disk(tmp_path / name)
    average([tmp_path / "first", tmp_path / "second"], tmp_path / "out")
    output = spacy.load(tmp_path / "out").get_pipe("tagger").model.get_ref("output_layer")  # type: ignore[attr-defined]
    assert np.unique(output.get_param("W")).tolist() == [2.0]
