"""Who met whom as a picture: nodes on a circle, a curve between any two that met, the thicker the oftener."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, degrees, pi, sin, sqrt

from server.pages.rows import Cell

MOST = 24
"""Nodes of a picture, the busiest ones: more names would not fit round the circle."""
_RADIUS = 160
_LETTER, _SPACE = 8.5, 30  # room for a letter of a name, and for its point
_LONGEST = 24  # characters of a name
_BEND = 0.35  # how near the middle a curve passes: 0 goes through it, 1 would be straight


@dataclass(frozen=True, slots=True)
class Point:
    """A node: its name, its page, and where it stands; `turn` is its name's slope in degrees, `space` its distance."""

    name: str
    link: str | None
    x: float
    y: float
    radius: float
    space: float
    turn: float
    left: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """Two nodes that met so often: the path between them (SVG's `d`) and how broad it is."""

    path: str
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Network:
    """A picture, its middle the origin."""

    points: Sequence[Point]
    curves: Sequence[Curve]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """SVG's viewBox, with room for the longest name on all sides."""
        edge = _RADIUS + _SPACE + _LETTER * max((len(point.name) for point in self.points), default=0)
        return -edge, -edge, 2 * edge, 2 * edge


def network(rows: Sequence[Mapping[str, Cell]]) -> Network:
    """Return the picture of `rows`, each of two nodes and the number of their meetings, in this order."""
    weights = Counter({(one, other): int(count.text) for one, other, count in (row.values() for row in rows)})
    order = _order(weights)
    places = {node: 2 * pi * number / len(order) for number, node in enumerate(order)}
    curves = [_curve(pair, places, count) for pair, count in weights.items() if set(pair) <= places.keys()]
    totals = _totals(weights)
    return Network([_point(node, angle, totals[node]) for node, angle in places.items()], curves)


def _totals(weights: Mapping[tuple[Cell, Cell], int]) -> Counter[Cell]:
    totals: Counter[Cell] = Counter()
    for pair, count in weights.items():
        for node in pair:
            totals[node] += count
    return totals


def _order(weights: Counter[tuple[Cell, Cell]]) -> list[Cell]:
    """Return the busiest nodes, each beside the one that it met oftenest of those not yet placed."""
    left = [node for node, _ in _totals(weights).most_common(MOST)]
    placed = left[:1]
    while len(placed) < len(left):
        last = placed[-1]
        rest = [node for node in left if node not in placed]
        placed.append(max(rest, key=lambda node: weights[last, node] + weights[node, last]))
    return placed


def _point(node: Cell, angle: float, total: int) -> Point:
    left = cos(angle) < 0
    name = node.text if len(node.text) <= _LONGEST else f"{node.text[: _LONGEST - 1].rstrip()}…"
    turn = degrees(angle) + (180 if left else 0)
    radius = round(min(4 + 1.5 * sqrt(total), 16), 1)
    return Point(name, node.link, *_at(angle), radius, radius + 6, round(turn, 1), left)


def _curve(pair: tuple[Cell, Cell], places: Mapping[Cell, float], count: int) -> Curve:
    (x1, y1), (x2, y2) = (_at(places[node]) for node in pair)
    middle = round((x1 + x2) / 2 * _BEND, 1), round((y1 + y2) / 2 * _BEND, 1)
    path = f"M{x1} {y1}Q{middle[0]} {middle[1]} {x2} {y2}"
    times = "1 meeting" if count == 1 else f"{count:,} meetings"
    return Curve(path, round(min(1 + sqrt(count), 10), 1), f"{pair[0].text} – {pair[1].text}: {times}")


def _at(angle: float) -> tuple[float, float]:
    return round(_RADIUS * cos(angle), 1), round(_RADIUS * sin(angle), 1)
