"""Puts the trained parts together into the pipeline that is shipped."""

import json
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.lookups import Lookups

from training.lemmas import Triple, learn

META = {
    "name": "parley",
    "description": "Tags, trees, lemmas and names of English newswire",
    "author": "Parley",
    "license": "CC BY-SA 4.0",
}


def assemble(parser: Path, names: Path, triples: Iterable[Triple], out: Path, version: str) -> Language:
    """Write the pipeline made of a trained parser, trained names and learned lemmas to `out`, and return it."""
    nlp = spacy.load(parser)
    nlp.add_pipe("ner", source=spacy.load(names), first=True)  # no name ends where the parser wrongly ends a sentence
    lookups = Lookups()
    for table, entries in learn(triples).items():
        lookups.add_table(table, entries)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=lookups)  # type: ignore[attr-defined]
    nlp.meta.update(META)
    nlp.meta["version"] = version
    nlp.meta["performance"] = {}
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # where the data lay is nobody's business
    nlp.to_disk(out)
    (out / "vocab" / "strings.json").write_text(json.dumps(strings(nlp), indent=0), encoding="utf-8")
    return spacy.load(out)


def strings(nlp: Language) -> list[str]:
    """Return the strings a pipeline needs to be loaded: its labels, no training word; spaCy adds a blank one's."""
    labels = {label for found in nlp.pipe_labels.values() for label in found}
    morphs = {part for label in nlp.pipe_labels["morphologizer"] for part in label.replace("|", "=").split("=")}
    pairs = {pair for label in nlp.pipe_labels["morphologizer"] for pair in label.split("|")}
    bundles = {str(nlp.vocab.morphology.add(label)) for label in nlp.pipe_labels["morphologizer"]}
    return sorted(labels | morphs | pairs | {nlp.vocab.strings[int(bundle)] for bundle in bundles})
