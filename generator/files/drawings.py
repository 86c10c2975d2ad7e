"""Drawings (SVG) before they are drawn: how many shapes they mean, where shapes are made of others."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.ground.limits import SHAPES

_DEEPEST = 100
"""Levels of groups in groups; drawing goes down one by one."""
_ADDRESS = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")


def is_intricate(drawing: Element) -> bool:
    """Whether a drawing means more shapes than are drawn, also where it uses some of them again and again."""
    if _is_deep(drawing):
        return True
    named = {element.get("id", ""): element for element in drawing.iter()}
    uses = {name: list(_used(element)) for name, element in named.items()}
    sizes: dict[str, int] = {}
    left = dict(named)
    while left:  # those whose shapes are all counted first; what is left over is made of itself
        ready = [name for name in left if all(each in sizes or each not in named for each in uses[name])]
        if not ready:
            return True
        for name in ready:
            sizes[name] = _size(left.pop(name)) + sum(sizes.get(each, 0) for each in uses[name])
    return _size(drawing) + sum(sizes.get(each, 0) for each in _used(drawing)) > SHAPES.most


def _is_deep(drawing: Element) -> bool:
    level = [drawing]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
    return bool(level)


def _size(element: Element) -> int:
    return sum(1 for _ in element.iter())


def _used(element: Element) -> Iterator[str]:
    """The names that an element and all within it draw from elsewhere in the file."""
    for each in element.iter():
        for name, value in each.attrib.items():
            if name.rpartition("}")[2] == "href" and value.startswith("#"):
                yield value[1:]
            elif "url(" in value:
                yield from _ADDRESS.findall(value)
