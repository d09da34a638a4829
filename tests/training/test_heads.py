import numpy as np
import pytest

from training.heads import best_heads
from training.silver import Scores


def likely(*heads: int, **others: float) -> Scores:
    """Return log likelihoods that favour `heads`; `w2h1=0.9` gives word 2 the head 1 with that likelihood instead."""
    scores = np.full((len(heads), len(heads) + 1), 0.01)
    scores[np.arange(len(heads)), list(heads)] = 0.8
    for place, likelihood in others.items():
        word, head = place.removeprefix("w").split("h")
        scores[int(word) - 1, int(head)] = likelihood
    logs: Scores = np.log(scores).astype(np.float32)
    return logs


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param(likely(0), [0], id="one word"),
        pytest.param(likely(2, 0, 2), [2, 0, 2], id="a tree stays as it is"),
        pytest.param(likely(2, 0, 0, w3h2=0.1), [2, 0, 2], id="one root alone"),
        pytest.param(likely(2, 1, w1h0=0.3), [0, 1], id="no word above itself"),
        pytest.param(likely(3, 4, 4, 0, w1h2=0.5), [2, 4, 4, 0], id="arcs do not cross"),
    ],
)
def test_the_likeliest_tree_is_found(scores: Scores, expected: list[int]) -> None:
    assert best_heads(scores) == expected
