"""Which figure a written number is: nothing in what is published, a mark in the page that one works at."""

from collections.abc import Callable

from markupsafe import Markup

from generator.figures.figure import Figure, FigureId

Mark = Callable[[str, Figure], str]
"""Gives the text of a figure as the report has it."""


def unmarked(text: str, figure: Figure) -> str:
    """The text as it is, as in all that is published."""
    del figure
    return text


class Marks:
    """Marks each number with its figure's key, and keeps the figures: texts have some that nothing else has."""

    def __init__(self) -> None:
        """Begin without any."""
        self.figures: dict[FigureId, Figure] = {}

    def __call__(self, text: str, figure: Figure) -> Markup:
        """The text in an element that tells the figure's key."""
        return Markup('<span data-figure="{}">{}</span>').format(self.key(figure), text)

    def key(self, figure: Figure) -> str:
        """A figure's key, where its number has an element of its own already."""
        self.figures[figure.key] = figure
        return str(figure.key)
