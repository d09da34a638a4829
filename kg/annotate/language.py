"""The language model: loaded once, asked in batches. Nothing else knows spaCy."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from kg.annotate.boundaries import sentence_starts
from kg.errors import ConfigError

SHIPPED = Path(__file__).parent.parent / "models" / "en_parley"
BLANK = "blank:en"
"""Names a pipeline that only tokenises: for tests, and where grammar is not wanted."""

_BATCH = 32  # frames at a time; larger ones are no faster and take more memory


@cache
def load(model: str | None) -> Language:
    """Load the pipeline `model` (a folder, an installed package, `blank:en`; None: the one shipped with Parley)."""
    if model == BLANK:
        return spacy.blank("en")
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own matrix product is a third faster than blis
    try:
        return spacy.load(model or SHIPPED)
    except OSError as error:
        raise ConfigError(f"language model {model or str(SHIPPED)!r} cannot be loaded: {error}") from error


def name_of(language: Language) -> str:
    """Return the model's name and version, for example `en_parley 1.4.0`."""
    meta = language.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def parse(language: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Yield the parse of each text; sentences start where the rules say."""
    return language.pipe((prepared(language, text) for text in texts), batch_size=_BATCH)


def prepared(language: Language, text: str) -> Doc:
    """Return the tokens of `text`, with the starts of sentences that the rules tell."""
    doc = language.make_doc(text)
    starts = np.full(len(doc), -1, dtype=np.int64)
    words = doc.to_array("IDX")
    for offset, certain in sentence_starts(text):
        position = int(np.searchsorted(words, offset))
        if position < len(doc):
            starts[position] = 1 if certain else 0
    column: Any = starts.astype(np.uint64).reshape(-1, 1)
    doc.from_array(["SENT_START"], column)
    return doc
