"""How a report's pages are filled, as its reader sees them: script/pages FILE.pdf … prints it for each page.

Only what is drawn is judged. So the text area is found from the page itself: it ends a little above the page number,
and begins where the first page with text does; a running head stands at one height on most pages, outside of it.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pymupdf

FULL = 0.6
"""A page that ends above this share of its text area looks unfinished."""
SMALLEST = 7.5
"""Points of the smallest type that is comfortable on paper."""
HOLE = 0.2
"""A share of the text area that is empty above notes at the foot: the text ends where it begins."""

_NUMBER = re.compile(r"(?:Sida )?\d+(?: \(\d+\))?")
_MM = 72 / 25.4
_FOOT_ROOM, _TOP_OF_PAPER, _RUNNING_SIZE, _NOTE_SIZE = 8 * _MM, 0.14, 9.2, 8.7
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with where it stands, in points from the paper's upper left."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    font: str
    text: str


@dataclass(frozen=True)
class Page:
    """A page: its number, its text area from top to bottom, and the lines and other marks in it from the top."""

    number: int
    width: float
    top: float
    bottom: float
    lines: tuple[Line, ...]
    marks: tuple[tuple[float, float], ...]
    smallest: float

    @cached_property
    def end(self) -> float:
        """How far down the page is filled, as a share of the text area; footnotes under a hole do not count."""
        height = self.bottom - self.top
        spans = sorted([(line.top, line.bottom) for line in self.lines] + list(self.marks))
        reached = self.top
        for top, bottom in spans:
            below = [line for line in self.lines if line.top >= top - 1]
            if top - reached > HOLE * height and all(line.size <= _NOTE_SIZE for line in below):
                break
            reached = max(reached, bottom)
        return min(1.0, (reached - self.top) / height)


def pages(pdf: bytes) -> list[Page]:
    """The pages of a report without its cover, and without their running heads and numbers."""
    make: Any = pymupdf.open  # published without types
    with make(stream=pdf) as document:
        read = [(page.rect, list(_lines(page)), list(_marks(page))) for page in document]
    running = _running([lines for _, lines, _ in read])
    found = []
    for number, (paper, lines, marks) in enumerate(read[1:], start=2):
        numbers = [line for line in lines if _is_number(line, paper.height)]
        foot = max(numbers, key=lambda line: line.top, default=None)
        bottom = foot.top - _FOOT_ROOM if foot else paper.height - 28 * _MM
        own = [line for line in lines if line.bottom < bottom + 2 and not _stands(line, running, paper.height)]
        found.append((number, paper.width, bottom, own, marks))
    tops = {
        width: min(line.top for _, wide, _, own, _ in found if wide == width for line in own)
        for width in {wide for _, wide, _, own, _ in found if own}
    }
    return [
        Page(
            number,
            width,
            tops.get(width, 0.0),
            bottom,
            tuple(sorted(own, key=lambda line: (line.top, line.left))),
            tuple((top, low) for top, low in marks if top >= tops.get(width, 0.0) - 2 and low <= bottom + 2),
            min((line.size for line in own if not _is_mark(line, own)), default=0.0),
        )
        for number, width, bottom, own, marks in found
    ]


def _lines(page: Any) -> Iterator[Line]:
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            spans = [span for span in line["spans"] if span["text"].strip()]
            if spans:
                largest = max(span["size"] for span in spans)
                plain = [span for span in spans if span["size"] == largest or not span["text"].strip().isdigit()]
                left, top, right, bottom = line["bbox"]
                text = "".join(span["text"] for span in line["spans"]).replace("\u00a0", " ").strip()
                yield Line(
                    left, top, right, bottom, min(round(span["size"], 2) for span in plain), spans[0]["font"], text
                )


def _is_mark(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is the mark of a footnote: raised figures right after larger letters."""
    return line.text.isdigit() and any(
        other.size > line.size and abs(other.right - line.left) < _BESIDE and other.top < line.bottom < other.bottom
        for other in lines
    )


def _marks(page: Any) -> Iterator[tuple[float, float]]:
    """From where to where pictures and drawings stand; grounds of the whole page left out."""
    boxes = [drawing["rect"] for drawing in page.get_drawings()]
    boxes += [block["bbox"] for block in page.get_text("dict")["blocks"] if block["type"] == 1]
    yield from ((top, bottom) for _, top, _, bottom in boxes if bottom - top < page.rect.height * 0.9)


def _is_number(line: Line, height: float) -> bool:
    return line.top > height * 0.85 and _NUMBER.fullmatch(line.text) is not None


def _running(read: Sequence[Sequence[Line]]) -> set[float]:
    """The heights at which a running head stands: those of small letters on most pages, near the top of the paper."""
    heights = Counter(
        top for lines in read for top in {round(line.top) for line in lines if line.size <= _RUNNING_SIZE}
    )
    highest = min((top for top, count in heights.items() if count > len(read) / 2), default=0)
    return {highest - 1, highest, highest + 1}


def _stands(line: Line, running: set[float], height: float) -> bool:
    """Whether a line is a running head or names what goes on from the page before."""
    is_high = line.top < height * _TOP_OF_PAPER and line.size <= _RUNNING_SIZE
    return is_high and (round(line.top) in running or line.text.endswith("(forts.)"))


# ---------------------------------------------------------------- what is wrong with a page


def faults(page: Page, before: Page | None = None) -> Iterator[str]:
    """What a careful typesetter would put right on a page; ``before`` is the page before it."""
    if not page.lines:
        return
    if page.smallest < SMALLEST:
        yield f"letters of {page.smallest:g} pt"
    last = page.lines[-1]
    if _leads(last, page):
        yield f"last on the page: {last.text[:40]}"
    if before and before.lines and _is_widow(page.lines, before):
        yield f"alone at the top: {page.lines[0].text[:40]}"
    off = [line for line in page.lines if line.right > page.width - 10 * _MM or line.left < 10 * _MM]
    yield from (f"outside the text: {line.text[:40].rstrip()}" for line in off)


def _is_bold(line: Line) -> bool:
    return re.search(r"bold|semi|medi", line.font, re.IGNORECASE) is not None


def _leads(line: Line, page: Page) -> bool:
    """Whether a line leads on to what follows: a heading, or words that end with a colon."""
    row = [other for other in page.lines if abs(other.top - line.top) < 2]
    return len(row) == 1 and (line.text.endswith(":") or (_is_bold(line) and not line.text.endswith(".")))


def _is_widow(lines: Sequence[Line], before: Page) -> bool:
    """Whether the first line of a page is the last of a paragraph, or of a table, that began on the page before."""
    first, last = lines[0], before.lines[-1]
    row = [line for line in lines if abs(line.top - first.top) < 2]
    rest = [line for line in lines if line.top > first.top + 2]
    ends = not rest or rest[0].top - first.bottom > 1.2 * first.size
    runs_on = len(row) == 1 and abs(first.left - last.left) < 1 and first.size == last.size and not _is_bold(first)
    return ends and runs_on and not last.text.endswith((".", ":", "?", "!"))


def main() -> None:
    """Print each page of the files that are named, and how many end too high."""
    count = short = 0
    for name in sys.argv[1:]:
        read = pages(Path(name).read_bytes())
        print(name)  # noqa: T201
        for before, page in zip([None, *read], read, strict=False):
            told = "; ".join(faults(page, before))
            print(f"  {page.number:3} {page.end:4.0%} {page.smallest:5.1f} pt  {told}".rstrip())  # noqa: T201
        count, short = count + len(read), short + sum(page.end < FULL for page in read)
    print(f"{short} of {count} pages after the cover end above {FULL:.0%} of the text area")  # noqa: T201


if __name__ == "__main__":
    main()
