"""The Change: what stood in one version and what stands in the other, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two versions. ``heading`` is the tab, file or table, ``place`` the cell or row in the later.

    ``old`` is empty for what has come, ``new`` for what is gone.
    """

    heading: str
    place: str
    what: str
    old: str
    new: str
