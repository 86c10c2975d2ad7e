"""Gradients that stay where they are drawn: two faults of WeasyPrint's (70), mended in its own functions.

A gradient that is a background without repeats goes on beyond its size, over the whole box. And one in a drawing is
laid as tiles, each as large as what it fills; some readers show such a tile a dot wide where it is one unit wide. What
it fills needs one tile alone, so that the next may lie further off.
"""

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any

FURTHER = 2
"""So many tiles off lies the next one."""


@cache
def mend_gradients() -> None:
    """Mend both, once for a process."""
    gradient = importlib.import_module("weasyprint.images").Gradient
    gradient.draw = _within(gradient.draw)
    drawings: Any = importlib.import_module("weasyprint.svg")
    drawings.draw_gradient = _in_one_tile(drawings.draw_gradient)


def _within(draw: Callable[..., None]) -> Callable[..., None]:
    def within(gradient: Any, stream: Any, width: float, height: float, style: Any) -> None:
        with stream.stacked():
            stream.rectangle(0, 0, width, height)
            stream.clip()
            stream.end()
            draw(gradient, stream, width, height, style)

    return within


def _in_one_tile(draw: Callable[..., bool]) -> Callable[..., bool]:
    def in_one_tile(svg: Any, *rest: Any, **named: Any) -> bool:
        stream = svg.stream
        add = stream.add_pattern

        def further(*asked: Any) -> Any:
            *place, across, down, matrix = asked
            return add(*place, FURTHER * across, FURTHER * down, matrix)

        stream.add_pattern = further
        try:
            return draw(svg, *rest, **named)
        finally:
            del stream.add_pattern

    return in_one_tile
