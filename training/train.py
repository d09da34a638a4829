"""Trains one pipeline from a configuration file."""

import sys
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run
from spacy.util import get_sourced_components, load_config
from thinc.api import Config, NumpyOps, set_current_ops

CONFIGS = Path(__file__).parent / "configs"
_TRIALS = 6  # times a round is measured on what is kept for choosing


@dataclass(frozen=True, slots=True)
class Round:
    """One training run on the file `data`; it goes on from the round before it, the first one from nothing."""

    config: str
    data: str
    steps: int
    dropout: float
    rate: float = 0.001


def train(turn: Round, paths: dict[str, Path], out: Path) -> Path:
    """Train `configs/<config>.cfg` on the files in `paths` and return the folder of the best pipeline."""
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own matrix product is up to three times as fast as blis
    overrides = {f"paths.{key}": str(path) for key, path in paths.items()} | {
        "training.max_steps": turn.steps,
        "training.eval_frequency": turn.steps // _TRIALS,
        "training.dropout": turn.dropout,
        "training.optimizer.learn_rate.initial_rate": turn.rate,
    }
    nlp = init_nlp(fill(load_config(CONFIGS / f"{turn.config}.cfg", overrides=overrides)))
    out.mkdir(parents=True, exist_ok=True)
    run(nlp, out, stdout=sys.stdout, stderr=sys.stderr)
    return out / "model-best"


def fill(config: Config) -> Config:
    """Return `config` with every setting it leaves out at spaCy's default."""
    nlp = spacy.util.load_model_from_config(config, auto_fill=True, validate=False)
    filled = nlp.config  # made anew at each look
    filled["components"].update(get_sourced_components(config))  # these are taken as trained
    return filled
