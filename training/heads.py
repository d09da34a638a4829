"""From scores of heads to a tree."""

import numpy as np
from numpy.typing import NDArray

from training.silver import Scores

_NEVER = -1e4


def best_heads(scores: Scores) -> list[int]:
    """Return the heads of the likeliest projective tree with one root (Eisner 1996).

    `scores[word, head]` is the logarithm of a likelihood; heads count from 1, 0 is the root.
    """
    size = len(scores) + 1
    arcs = np.full((size, size), _NEVER, dtype=np.float64)  # arcs[head, word]
    arcs[:, 1:] = scores.T
    arcs[0, 1:] += _NEVER  # each root costs so much that there is one
    chart = _Chart(size)
    for width in range(1, size):
        for left in range(size - width):
            chart.fill(left, left + width, arcs)
    return chart.heads()


class _Chart:
    """The best trees over each stretch of words, by which end heads it and whether that end is done with it.

    `open[side]` joins both ends by an arc, `closed[side]` is a whole tree below one end; side 0 is headed by the left
    end, 1 by the right one. `cut_...` is where the two parts that a stretch is made of meet.
    """

    def __init__(self, size: int) -> None:
        self.open = np.full((2, size, size), -np.inf)
        self.closed = np.zeros((2, size, size))
        self.cut_open = np.zeros((size, size), dtype=np.int64)
        self.cut_closed = np.zeros((2, size, size), dtype=np.int64)
        self.size = size

    def fill(self, left: int, right: int, arcs: NDArray[np.float64]) -> None:
        inner = self.closed[0, left, left:right] + self.closed[1, left + 1 : right + 1, right]
        cut = int(inner.argmax())
        self.cut_open[left, right] = left + cut
        self.open[0, left, right] = inner[cut] + arcs[left, right]
        self.open[1, left, right] = inner[cut] + arcs[right, left]
        ways = (
            self.open[0, left, left + 1 : right + 1] + self.closed[0, left + 1 : right + 1, right],
            self.closed[1, left, left:right] + self.open[1, left:right, right],
        )
        for side, (way, first) in enumerate(zip(ways, (left + 1, left), strict=True)):
            cut = int(way.argmax())
            self.closed[side, left, right] = way[cut]
            self.cut_closed[side, left, right] = first + cut

    def heads(self) -> list[int]:
        """Follow the cuts of the best tree below the root."""
        found = [0] * self.size
        waiting = [("closed", 0, 0, self.size - 1)]
        while waiting:
            state, side, left, right = waiting.pop()
            if left == right:
                continue
            if state == "open":
                head, word = (left, right) if side == 0 else (right, left)
                found[word] = head
                cut = int(self.cut_open[left, right])
                waiting += [("closed", 0, left, cut), ("closed", 1, cut + 1, right)]
            else:
                cut = int(self.cut_closed[side, left, right])
                halves = ("open", "closed") if side == 0 else ("closed", "open")
                waiting += [(halves[0], side, left, cut), (halves[1], side, cut, right)]
        return found[1:]
