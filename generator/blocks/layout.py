"""A layout of a component (*utformning*): its name and what it shows, for workbook, handbook and messages alike."""

from typing import Self

from generator.ground.names import Name


class Layout(Name):
    """One of the ways in which a component may be placed, as it is called in the column *Utformning*.

    ``shows`` is a Swedish sentence on what the reader gets.
    """

    __slots__ = ("shows",)

    shows: str

    def __new__(cls, text: str, shows: str) -> Self:
        """Name a layout, and tell what it shows."""
        layout = super().__new__(cls, text)
        layout.shows = shows
        return layout
