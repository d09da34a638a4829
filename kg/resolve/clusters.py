"""Sets that are joined step by step, except those that must stay apart."""

from collections.abc import Iterable


class Clusters:
    """Union-find over the numbers below `size`.

    >>> sets = Clusters(3)
    >>> sets.part(0, 2)
    >>> sets.join(0, 1), sets.join(1, 2)
    (True, False)
    """

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._apart: dict[int, set[int]] = {}

    def find(self, item: int) -> int:
        """Return the number that stands for the set of `item`."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def part(self, first: int, second: int) -> None:
        """Keep two items apart for good."""
        a, b = self.find(first), self.find(second)
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def may_join(self, first: int, second: int) -> bool:
        return self.find(second) not in self._apart.get(self.find(first), ())

    def join(self, first: int, second: int) -> bool:
        """Make one set of two and return True, or return False where they must stay apart."""
        a, b = sorted((self.find(first), self.find(second)))
        if b in self._apart.get(a, ()):
            return False
        if a != b:
            self._parent[b] = a
            for other in self._apart.pop(b, set()):
                self._apart[other].discard(b)
                self._apart[other].add(a)
                self._apart.setdefault(a, set()).add(other)
        return True

    def sets(self) -> Iterable[list[int]]:
        """Return the sets, each in order, ordered by their first items."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.find(item), []).append(item)
        return found.values()
