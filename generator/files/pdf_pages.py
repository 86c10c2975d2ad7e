"""The pages of somebody's PDF: what stands on them, and how they look.

A PDF is a program of a kind, so it is read in a process of its own, which gets the file through its standard input, has
no file to open and nothing to write to, and is stopped when it takes too much time or memory (memory not on Windows).
"""

import base64
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from generator.isolated import command_of
from generator.memory import bound_child

MOST_PAGES = 100
MOST_LETTERS = 6000
"""Letters of a page that its description has; more than a full page in small print."""
SECONDS = 60.0
MEMORY = 2 << 30
DOTS = (1240, 1754)
"""Dots of a page's picture, wide and high, at most: a whole A4 at 150 to the inch."""
QUALITY = 85

NO_PDF, LOCKED, TOO_MANY, TOO_HEAVY = "no_pdf", "locked", "too_many", "too_heavy"
_PASSWORD = 4
"""PDFium's number for a file that asks for a password."""


class UnreadablePdfError(Exception):
    """The file cannot be read; the message is one of the words above."""


def texts_of_pages(data: bytes) -> tuple[str, ...]:
    """What stands on each page, its words in one row.

    Raises:
        UnreadablePdfError: it is no PDF, is locked, or has too many pages or too much on them.

    """
    return tuple(map(str, _asked(data, "texts")))


def pictures_of_pages(data: bytes) -> tuple[bytes, ...]:
    """Each page as a JPEG; raises as ``texts_of_pages``."""
    return tuple(base64.b64decode(each) for each in _asked(data, "pictures"))


def _asked(data: bytes, what: str) -> Sequence[str]:
    command = command_of(__name__, answer.__name__)
    task = what.encode() + b"\n" + data
    try:
        done = subprocess.run(command, input=task, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - ours
    except subprocess.TimeoutExpired as error:
        raise UnreadablePdfError(TOO_HEAVY) from error
    if done.returncode != 0:
        raise UnreadablePdfError(TOO_HEAVY)
    told = json.loads(done.stdout)
    if "fault" in told:
        raise UnreadablePdfError(told["fault"])
    return list(told["pages"])


def answer() -> None:
    """What the process of its own does: read the task, answer with JSON."""
    what, _, data = sys.stdin.buffer.read().partition(b"\n")
    import pypdfium2  # noqa: PLC0415 - before the memory is bounded, and only for a report with such a file

    bound_child(SECONDS, MEMORY)
    sys.stdout.buffer.write(json.dumps(_answered(pypdfium2, what.decode(), data)).encode())


def _answered(pdfium: Any, what: str, data: bytes) -> dict[str, Any]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return {"fault": LOCKED if getattr(error, "err_code", None) == _PASSWORD else NO_PDF}
    if len(document) > MOST_PAGES:
        return {"fault": TOO_MANY}
    make = _texts if what == "texts" else _pictures
    try:
        return {"pages": list(make(document))}
    except pdfium.PdfiumError:
        return {"fault": NO_PDF}


def _texts(document: Any) -> Iterator[str]:
    for page in document:
        words = " ".join(page.get_textpage().get_text_range().split())
        yield "".join(letter for letter in words if letter.isprintable())[:MOST_LETTERS]


def _pictures(document: Any) -> Iterator[str]:
    document.init_forms()
    for page in document:
        width, height = page.get_size()
        scale = min(DOTS[0] / max(width, 1), DOTS[1] / max(height, 1))
        picture = page.render(scale=scale).to_pil().convert("RGB")
        saved = io.BytesIO()
        picture.save(saved, "JPEG", quality=QUALITY)
        yield base64.b64encode(saved.getvalue()).decode()
