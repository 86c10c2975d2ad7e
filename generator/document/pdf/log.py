"""What WeasyPrint logs, that nobody can overlook: collected, and said in Swedish."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from generator.ground.names import brief

_TOLD = {
    '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)': (
        "Tecknet ”%s” (U+%04X) finns inte i rapportens typsnitt. Byt ut det i texten."
    ),
    "Failed to load image at %r: %s": "Bilden %s kan inte läsas. Spara om den som png eller jpg.%.0s",
    "Failed to render SVG image %s": "Bilden %s kan inte ritas. Spara om den som png.",
    "Font-face %r cannot be loaded": (
        "Typsnittet %s i mallens stil.css kan inte läsas. Lägg en hel fil, ttf eller otf, i mallens mapp fonts."
    ),
    'Image "%s" has no required alt description': (
        'Bilden %s har ingen beskrivning (alt). Skriv vad den visar, eller alt="" om den bara är utsmyckning.'
    ),
    "No anchor #%s for internal URI reference": "Länken #%s leder ingenstans i rapporten. Rätta den i texten.",
}
"""WeasyPrint's own words for what a user can put right, and ours; the rest is for who shapes the templates."""


@contextmanager
def collected_log() -> Iterator[list[logging.LogRecord]]:
    """Collect what WeasyPrint logs: a missing letter or picture is only logged, never raised."""
    records: list[logging.LogRecord] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    handler = Collector(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


def told(record: logging.LogRecord) -> str:
    """Say in Swedish what WeasyPrint logged, with pictures by their names instead of their addresses."""
    if record.msg not in _TOLD or not isinstance(record.args, tuple):
        return f"Rapporten kan inte ritas som den ska: {brief(record.getMessage())}"
    return (_TOLD[record.msg] % tuple(map(_named, record.args))).strip()


def _named(part: object) -> object:
    """A file by its name; a picture that is written into its address would fill the screen."""
    if not isinstance(part, str):
        return part
    return brief(unquote(part.rsplit("/", 1)[-1]) if "://" in part else part)
