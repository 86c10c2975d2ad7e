"""Running text in two columns: the columns are closed before each table and picture, and begin anew after it.

Nothing spans the columns, since WeasyPrint may fail on that; what is wide stands between two runs of columns.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

from markupsafe import Markup

WIDE = frozenset({"table", "figure"})
_EMPTY_ELEMENTS = frozenset({"br", "hr", "img", "col", "wbr"})
SHORTEST = 500
"""Characters of HTML in a run that is worth dividing: about six lines of a whole page's width."""


def in_columns(prose: Markup) -> Markup:
    """Divide a text's HTML into runs of two columns, with what is wide between them."""
    return Markup("").join(_drawn(part, wide=wide) for wide, part in _parts(str(prose)))


def _drawn(part: str, *, wide: bool) -> Markup:
    html = Markup(part)  # noqa: S704 - it was HTML before it was divided
    if wide or not part.strip():
        return html
    kind = "two" if len(part) >= SHORTEST else "one"
    return Markup('<div class="{}">{}</div>').format(kind, html)


def _parts(html: str) -> Iterator[tuple[bool, str]]:
    """The parts of a text, in order: whether it is wide, and its HTML."""
    finder = _WideElements(html)
    end = 0
    for start, stop in finder.found:
        yield False, html[end:start]
        yield True, html[start:stop]
        end = stop
    yield False, html[end:]


class _WideElements(HTMLParser):
    """Finds the outermost wide elements that are inside no other element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[int, int]] = []
        self._lines = [0]
        for line in html.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._html = html
        self._depth = 0
        self._start: int | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in _EMPTY_ELEMENTS:
            return
        if self._depth == 0 and tag in WIDE:
            self._start = self._position()
        self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY_ELEMENTS:
            return
        self._depth -= 1
        if self._depth == 0 and self._start is not None:
            self.found.append((self._start, self._html.index(">", self._position()) + 1))
            self._start = None

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
