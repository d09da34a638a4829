"""Sets that are joined step by step, except those that have different owners or were parted."""

from collections.abc import Collection


class Clusters:
    """Union-find over the numbers below `size`.

    >>> sets = Clusters(3)
    >>> sets.give(0, "person/frodo"), sets.give(2, "person/sam")
    (True, True)
    >>> sets.join(0, 1), sets.join(1, 2)
    (True, False)
    """

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._owner: dict[int, str] = {}
        self._apart: dict[int, set[int]] = {}

    def find(self, item: int) -> int:
        """Return the number that stands for the set of `item`."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def give(self, item: int, owner: str) -> bool:
        """Give the set of `item` to `owner`; return False where another has it."""
        return self._owner.setdefault(self.find(item), owner) == owner

    def part(self, first: int, second: int) -> None:
        """Keep two items apart for good."""
        for one, other in ((first, second), (second, first)):
            self._apart.setdefault(self.find(one), set()).add(self.find(other))

    def join(self, first: int, second: int) -> bool:
        """Make one set of two and return True, or return False where they must stay apart."""
        a, b = sorted((self.find(first), self.find(second)))
        if a == b:
            return True
        owner = self._owner.get(b)
        if b in self._apart.get(a, ()) or (owner and self._owner.setdefault(a, owner) != owner):
            return False
        self._parent[b] = a
        for other in self._apart.pop(b, set()):
            self._apart[other].remove(b)
            self.part(a, other)
        return True

    def sets(self) -> Collection[list[int]]:
        """Return the sets, each in order, ordered by their first items."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.find(item), []).append(item)
        return found.values()
