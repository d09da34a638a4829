"""Fit the confidence of each extraction rule to annotated documents, and say how honest it is.

    python bench/extraction/calibrate.py --scorer score.py --set GOLD TEXTS --set GOLD TEXTS [--write]

Each fact is judged right or wrong as the scorer matches it. A rule's confidence is its share of right facts, drawn
towards the share of its kind by `_WEIGHT` facts' worth, so that a rule seen twice is not called certain. The
reliability table is cross-fitted: each document is judged with confidences fitted on the others.
"""

import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from kg.annotate import annotate
from kg.annotate.language import load, name_of
from kg.extract import extract
from kg.lexicon.offices import office_kinds
from kg.model import ActorKey, Facts, Meeting, Role, Statement
from kg.read import read

_HERE = Path(__file__).parent
_TABLE = _HERE.parent.parent / "kg" / "lexicon" / "confidence.tsv"
_WEIGHT = 8
_FOLDS = 5
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact: its document, kind, rule and confidence as published, and whether people found it too."""

    document: str
    kind: str
    rule: str
    confidence: float
    right: bool
