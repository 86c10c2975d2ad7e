"""The places in a report that links lead to: no two things have one, however often a thing stands in the report."""

from collections.abc import Iterable
from itertools import count


class Anchors:
    """Gives each thing an anchor of its own: the first that asks for a name has it, those after it a number too."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with what others have: none of it is given again."""
        self._taken = set(taken)

    def own(self, wanted: str) -> str:
        """Give an anchor that nothing else has; what wants none gets none."""
        if not wanted:
            return ""
        tried = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
        anchor = next(each for each in tried if each not in self._taken)
        self._taken.add(anchor)
        return anchor
