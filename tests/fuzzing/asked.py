"""What is asked of every run: the faults that an examination may not have, whatever was typed."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from fuzzing.misread import misread
from fuzzing.mutate_texts import MARKER
from fuzzing.silent import unheard
from fuzzing.subject import WORKBOOK, Folder
from generator.console import as_data, as_text, data_together
from generator.findings.finding import Finding
from generator.findings.message import message
from generator.pipeline import Examination
from generator.view.report_view import report_view

WORD_ENDING = ".docx"
LONGEST = 1500
"""Signs of a text of a finding: more is nothing that anyone reads."""

_REPRS = re.compile(
    r"\bNone\b|\bnan\b|<class|\bDecimal\(|\bName\(|\bSource\(|<function|<generator|Traceback|Error\b|\[object"
)
_BRACES = re.compile(r"\{\w*\}")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_NO_PLACE = ("file_",)
"""What the codes of findings begin with that are of the workbook as a whole."""
_WORD = re.compile(rf"{MARKER}[a-z]{{8}}")
_HEADING = re.compile(r" {0,3}#{1,6} ")
"""A heading with nothing under it may stand above a file's texts, as their title: it is not printed."""
_BY_LINES = (".md", ".docx", ".toml")
"""What the names of files end with whose findings have a line."""
_OF_WHOLE_FILE = ("text_file_", "look_file_", "word_file_", "word_part_")


@dataclass(frozen=True, order=True)
class Fault:
    """Something that should not be: its kind, what tells it from others of the kind, and the rest."""

    kind: str
    key: str
    more: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.key} {self.more}".rstrip()


def faults(folder: Folder, examination: Examination, *, may_refuse: bool) -> Iterator[Fault]:
    """All that is wrong with an examination of ``folder``. ``may_refuse``: its file may have been broken."""
    for finding in examination.findings:
        yield from _of_finding(finding, folder)
    shown = as_text(examination)
    data_together([as_data(examination)])
    if found := _CONTROLS.search(shown):
        yield Fault("control sign", repr(found[0]), repr(shown[max(0, found.start() - 60) : found.end() + 20]))
    if not examination.readable:
        if not may_refuse:
            yield Fault("refused", ", ".join(sorted({each.code for each in examination.findings})))
    elif folder.file is None:
        for tab, cell in unheard(folder.book, examination):
            what = "amount" if cell.number else "text"
            yield Fault(f"silent {what}", tab, f"{cell.row}:{cell.column} {cell.text[:60]!r}")
        for field, more in misread(folder.book, examination):
            yield Fault("misread", field, more)
    if examination.report is not None and not examination.has_errors:
        yield from _lost_words(folder, examination)


def _of_finding(finding: Finding, folder: Folder) -> Iterator[Fault]:
    told, code = message(finding), finding.code
    place = finding.place
    if not (place.tab or place.file or code.startswith(_NO_PLACE)):
        yield Fault("no place", code, told.what[:80])
    if place.file.endswith(_BY_LINES) and not place.row and not code.startswith(_OF_WHOLE_FILE):
        yield Fault("no line", code, f"{place} {told.what[:80]}")
    texts = {"what": told.what, "expected": told.expected, "remedy": told.remedy, "place": str(place)}
    texts |= {f"cause {number}": text for number, text in enumerate(told.causes)}
    for name, text in texts.items():
        if not text.strip() and name in {"what", "remedy"}:
            yield Fault("empty message", code, name)
        if len(text) > LONGEST:
            yield Fault("long message", code, f"{name} {len(text)} {text[:80]!r}")
        if (found := _REPRS.search(text)) and not _is_typed(folder, found[0]):
            yield Fault("repr", code, text[max(0, found.start() - 60) : found.end() + 40])
        if (found := _BRACES.search(text)) and not _is_typed(folder, found[0]):
            yield Fault("placeholder", code, text[max(0, found.start() - 60) : found.end() + 40])
        if found := _CONTROLS.search(text):
            yield Fault("control sign", code, repr(text[max(0, found.start() - 60) : found.end() + 20]))


def _is_typed(folder: Folder, text: str) -> bool:
    """Whether it stands anywhere in what was typed: then a message may quote it."""
    return any(text.encode() in each for each in (*folder.book.parts.values(), *folder.files.values()))


def _lost_words(folder: Folder, examination: Examination) -> Iterator[Fault]:
    """The words typed to be found again that are neither on a page nor in a place that a finding names."""
    words = [word for name, data in folder.files.items() if name != WORKBOOK for word in _marked(name, data)]
    if words:
        shown = repr(report_view(examination.whole)).casefold()
        told = {each.file for finding in examination.findings for each in finding.subjects if each.file}
        for name, word in words:
            if word.casefold() not in shown and name not in told:
                yield Fault("lost word", name, word)


def _marked(name: str, data: bytes) -> list[tuple[str, str]]:
    text = _in_docx(data) if name.endswith(WORD_ENDING) else data
    lines = text.decode("utf-8", "replace").splitlines()
    return [(name, word) for line in lines if not _HEADING.match(line) for word in _WORD.findall(line)]


def _in_docx(data: bytes) -> bytes:
    """The document's own part; nothing where the file is broken: whether that is told is asked elsewhere."""
    with suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist() if name.startswith("word/document"))
    return b""
