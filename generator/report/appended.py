"""Appendices that are put in last in the report: their files read, and the blocks that they become."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.blocks.appended_pages import AppendedPage, AppendedPages
from generator.blocks.block import Block
from generator.files.pdf_pages import (
    LOCKED,
    MOST_PAGES,
    NO_PDF,
    TOO_HEAVY,
    TOO_MANY,
    UnreadablePdfError,
    texts_of_pages,
)
from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.opener import APPENDIX, MEGABYTE, Refusal, RefusedError, is_file, named, read
from generator.subjects.appendices.rows import Appendix
from generator.subjects.appendices.rules import not_inserted
from generator.texts.files import READ, read_text
from generator.texts.text import SourcedText

PDF = ".pdf"
_PLACE_OF_FILES = 1900
"""Findings in the files come after those in the report's own texts."""

_WHY = {
    NO_PDF: "filen {file} är ingen hel PDF",
    LOCKED: "filen {file} öppnas bara med lösenord",
    TOO_MANY: f"filen {{file}} har fler än {MOST_PAGES} sidor",
    TOO_HEAVY: "filen {file} tar för lång tid eller för mycket minne att läsa",
    Refusal.TOO_LARGE: f"filen {{file}} är större än {APPENDIX // MEGABYTE} MB",
    Refusal.OUTSIDE: "filen {file} ligger utanför mappen",
}
_MISSING = "filen {file} finns inte i mappen, eller går inte att öppna"
_OTHER_KIND = "filen {file} är varken PDF, docx eller md"
_NO_FILE = "kolumnen Fil / på begäran säger inte vilken fil det är"


@dataclass(frozen=True, slots=True)
class Appended:
    """The chapters last in the report, in order; the texts in them; and what was wrong with the files."""

    blocks: tuple[Block, ...] = ()
    texts: tuple[SourcedText, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def appended(underlag: Underlag, folder: Path) -> Appended:
    """Read the appendices that are to be put in. Never raises for what the user may have done."""
    blocks, texts, findings = [], [], []
    for number, entry in enumerate(underlag.of(Appendix), start=1):
        if not entry.row.inserted:
            continue
        head = Block(heading := f"Bilaga {number}. {entry.row.name}", 1, contents=heading, new_page=True)
        content, problems = _content(entry, folder, Source(_PLACE_OF_FILES + number, file=str(entry.row.file)))
        findings += problems
        match content:
            case SourcedText():
                texts.append(content)
                blocks.append(replace(head, text=content.markdown))
            case AppendedPages():
                blocks.append(replace(head, content=content, template=AppendedPages.template))
    return Appended(tuple(blocks), tuple(texts), findings)


class _NoFileError(Exception):
    """There is nothing to read; the message says why."""


def _content(
    entry: Entry[Appendix], folder: Path, place: Source
) -> tuple[SourcedText | AppendedPages | None, list[Finding]]:
    """What a file holds; None with the reason where it cannot be put in."""
    try:
        content, problems = _read(entry.row, folder, place)
    except RefusedError as error:
        why = _WHY.get(error.reason, _MISSING)
    except OSError:
        why = _MISSING
    except UnreadablePdfError as error:
        why = _WHY[str(error)]
    except _NoFileError as error:
        why = str(error)
    else:
        return content, problems
    return None, [not_inserted(entry, why)]


def _read(row: Appendix, folder: Path, place: Source) -> tuple[SourcedText | AppendedPages | None, list[Finding]]:
    """Read a text or a PDF; raises what opening, reading or the lack of a file does."""
    if not row.file or row.on_request:
        raise _NoFileError(_NO_FILE)
    path = named(folder, row.file)
    if path is None or not is_file(path, None):
        raise _NoFileError(_MISSING)
    if path.suffix.lower() in READ:
        return read_text(path, folder, place)
    if path.suffix.lower() != PDF:
        raise _NoFileError(_OTHER_KIND)
    return _pages(str(row.file), read(path, folder, APPENDIX)), []


def _pages(file: str, data: bytes) -> AppendedPages:
    texts = texts_of_pages(data)
    told = (text or "En bild utan text." for text in texts)
    pages = (
        AppendedPage(str(number), f"Sida {number} av {len(texts)} i {file}. {text}")
        for number, text in enumerate(told, start=1)
    )
    return AppendedPages(file, tuple(pages))
