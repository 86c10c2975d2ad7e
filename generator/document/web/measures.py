"""What a declaration of a style sheet measures or colours: whether a screen of any width, light or dark, can follow it.

Declarations are tinycss2's.
"""

from collections.abc import Iterator
from typing import Any

from tinycss2 import serialize
from tinycss2.color4 import parse_color

_PAGED = frozenset({"string-set", "bookmark-level", "bookmark-label", "bookmark-state", "footnote-display"})
_PAGED_FUNCTIONS = frozenset({"string", "leader", "target-counter", "target-counters", "target-text", "element"})
_ABSOLUTE = {"mm": 2.835, "cm": 28.35, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75, "q": 0.709}
"""Units of a sheet of paper, in points."""
_PLACES = frozenset(
    {"top", "right", "bottom", "left", "inset", "float", "page", "shape-outside", "columns", "column-count"}
    | {"column-width", "transform", "rotate", "scale", "translate", "zoom", "writing-mode", "white-space"}
)
"""Where on a sheet something stands, and how it is turned or kept on a line."""
_SIZES = frozenset(
    {f"{least}{side}" for least in ("", "min-") for side in ("width", "height", "inline-size", "block-size")}
    | {"max-height", "flex", "flex-basis", "grid-template-columns", "grid-template", "line-height"}
)
_EDGES = ("margin", "padding", "text-indent", "letter-spacing", "word-spacing")
_WIDEST_EDGE = 17.0
"""Points: what an edge may take of a screen that is 240 points wide."""
_LARGEST, _SMALLEST = 20.0, 9.0
"""Points of letters: what a narrow screen has room for, and what can be read on it."""
_OF_A_COVER = ("font", "text-", "letter-spacing", "border", "display")
_GROUNDS = ("color", "background", "background-color", "background-image")


def is_for_pages_only(declaration: Any) -> bool:
    """Whether no browser knows what is asked for."""
    return (
        declaration.lower_name in _PAGED
        or any(each.type == "function" and each.lower_name in _PAGED_FUNCTIONS for each in _all(declaration.value))
        or (declaration.lower_name == "float" and "footnote" in serialize(declaration.value))
    )


def for_print_only(declaration: Any, *, of_cover: bool, drawn: bool) -> bool:
    """Whether a declaration measures a sheet of paper.

    Args:
        declaration: a declaration.
        of_cover: it is about the cover: there a screen has the ground and the places that web.css gives it.
        drawn: it is about something that is drawn, before or after what is there.

    """
    name = declaration.lower_name
    if of_cover:
        shown = drawn and serialize(declaration.value).strip() != "none"
        return shown or _is_fixed(declaration.value) or not name.startswith(_OF_A_COVER)
    if name == "position":
        return serialize(declaration.value).strip() not in {"static", "relative"}
    if name in _PLACES or name.startswith("inset-"):
        return True
    points = [_points(each) for each in _all(declaration.value) if _points(each) is not None]
    if name in _SIZES:
        return bool(points)
    return name.startswith(_EDGES) and any(point < 0 or point > _WIDEST_EDGE for point in points if point is not None)


def on_any_screen(declaration: Any) -> str:
    """A declaration with letters that a narrow screen has room for, and that can be read on it."""
    if declaration.lower_name not in {"font", "font-size"}:
        return str(declaration.serialize()).strip()
    value = "".join(_letters(each) for each in declaration.value)
    return f"{declaration.name}: {value.strip()}{' !important' if declaration.important else ''}"


def has_fixed_colour(declaration: Any) -> bool:
    """Whether a declaration gives letters or their ground a colour that is the same on a light and on a dark screen."""
    named = declaration.lower_name
    return (named in _GROUNDS or named.startswith("--")) and _is_fixed(declaration.value)


def _is_fixed(tokens: Any) -> bool:
    colours = (parse_color(each) for each in _all(tokens))
    return any(each not in {None, "currentcolor"} and each.alpha > 0 for each in colours)


def _letters(token: Any) -> str:
    points = _points(token)
    if points is None or _SMALLEST <= points <= _LARGEST:
        return str(token.serialize())
    return f"min({token.serialize()}, 9vw)" if points > _LARGEST else f"max({token.serialize()}, 0.75rem)"


def _points(token: Any) -> float | None:
    if token.type != "dimension" or token.lower_unit not in _ABSOLUTE:
        return None
    return float(token.value) * _ABSOLUTE[token.lower_unit]


def _all(tokens: Any) -> Iterator[Any]:
    """All tokens, those in functions too."""
    for token in tokens:
        yield token
        yield from _all(getattr(token, "arguments", None) or getattr(token, "content", None) or ())
