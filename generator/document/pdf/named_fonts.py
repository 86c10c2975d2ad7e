"""The fonts that a look's style sheet names: another one would be drawn without a word where one does not exist."""

from collections.abc import Collection, Iterator
from typing import Any

from tinycss2 import parse_blocks_contents, parse_stylesheet

from generator.document.messages import LOOK_STYLE_WRONG
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import brief, nearest
from generator.ground.source import Source

_NO_NAMES = frozenset(
    {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"}
    | {"inherit", "initial", "unset", "revert", "caption", "icon", "menu"}
)
_BEFORE_FAMILIES = frozenset({"dimension", "percentage", "number", "function"})
"""What the names of fonts stand after in the property ``font``."""


def unknown_fonts(css: str, there: Collection[str], source: Source) -> Iterator[Finding]:
    """Say which fonts a style sheet names that are neither ``there`` nor declared in it."""
    stated = list(_declarations(parse_stylesheet(css, skip_comments=True, skip_whitespace=True), in_face=False))
    own = {name for each, in_face in stated if in_face for name in _families(each)}
    known = {name.casefold() for name in (*there, *own)} | _NO_NAMES
    for each, in_face in stated:
        for name in () if in_face else _families(each):
            if name.casefold() not in known:
                exist = sorted({*there, *own})
                told = (
                    f"typsnittet {brief(name)} finns inte.{hint(nearest(name, exist))} De som finns: {', '.join(exist)}"
                )
                yield LOOK_STYLE_WRONG.found(Source(row=each.source_line, file=source.file), detail=told)


def _declarations(nodes: Any, *, in_face: bool) -> Iterator[tuple[Any, bool]]:
    for node in nodes:
        if node.type == "declaration":
            if node.lower_name in {"font", "font-family"} or node.name.endswith("-font"):
                yield node, in_face
        elif getattr(node, "content", None):
            inside = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield from _declarations(inside, in_face=getattr(node, "lower_at_keyword", "") == "font-face")


def _families(declaration: Any) -> Iterator[str]:
    """The names of fonts in a declaration; what is worked out is left out."""
    words = [each for each in declaration.value if each.type not in {"whitespace", "comment"}]
    if declaration.lower_name == "font":
        last = max((at for at, each in enumerate(words) if each.type in _BEFORE_FAMILIES), default=None)
        words = [each for each in words if each.type == "string"] if last is None else words[last + 1 :]
    name: list[str] = []
    for word in words:
        if word.type == "literal" and word.value == ",":
            yield from filter(None, [" ".join(name)])
            name = []
        elif word.type in {"string", "ident"}:
            name.append(word.value)
    yield from filter(None, [" ".join(name)])
