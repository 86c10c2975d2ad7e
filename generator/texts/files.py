"""The text files beside a workbook: which there are, and what stands in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.limits import TooMuchError, hold, too_much
from generator.findings.text_limits import hold_text
from generator.ground.formatting import enumerated
from generator.ground.limits import TEXT_FILES, TEXT_HEADINGS, TEXT_LETTERS, TEXT_LINES
from generator.ground.names import brief, normalised
from generator.ground.source import Source
from generator.opener import (
    HAND_WRITTEN,
    WORD_FILE,
    Refusal,
    RefusedError,
    is_folder,
    is_inside,
    is_there,
    listed,
    named,
    overfull,
    read,
)
from generator.texts.comments import without_comments
from generator.texts.file_messages import (
    TEXT_FILE_EMPTY,
    TEXT_FILE_ENCODING,
    TEXT_FILE_FORMAT,
    TEXT_FILE_LOCKED,
    TEXT_FILE_NO_HEADINGS,
    TEXT_FILE_OPEN,
    TEXT_TWO_FILES,
)
from generator.texts.marking import unmarked
from generator.texts.messages import TEXT_COMMENT, TEXT_LINK_UNUSED
from generator.texts.sections import TextSection, cut
from generator.texts.sizes import without_content
from generator.texts.text import SourcedText

STEM = "texter"
"""The name of the one file of texts, ``texter.docx`` or ``texter.md``, and of the folder where there are several."""

WORD, MARKDOWN = ".docx", ".md"
READ = (WORD, MARKDOWN)
_OTHER_TEXTS = (".doc", ".docm", ".dotx", ".odt", ".rtf", ".txt", ".pages", ".pdf", ".markdown")
_PLACE_OF_FILES = 1000
"""Findings in the files come after those of the workbook's tabs."""

Read = tuple[tuple[TextSection, ...], ...]
_GIVES_AN_ADDRESS = re.compile(r"\s*\[(?!\^).*\]:")
"""A line that may give a link's address; a footnote's text is none."""

_PICTURE_FILE = re.compile(r"(?P<before>!\[[^\]\n]{0,500}\]\(\s*<?)(?P<file>[^<>\"“”:\n()]{1,300}\.\w{2,5})")
"""The name of a picture's file in a line of Markdown."""


def text_files(folder: Path) -> list[Path]:
    """The files with texts beside the workbook, in the order of their names; those that cannot be read, too."""
    beside = [path for path in _listed(folder) if path.stem.casefold() == STEM]
    inside = [path for each in _folders(folder) for path in _listed(each)]
    return [path for path in (*beside, *inside) if path.suffix.lower() in (*READ, *_OTHER_TEXTS)]


def _folders(folder: Path) -> list[Path]:
    return [path for path in listed(folder) if is_folder(path, folder) and path.name.casefold() == STEM]


def _listed(folder: Path) -> list[Path]:
    """What lies in a folder beside what programs keep there; what is no file is told of when it is read."""
    return [path for path in listed(folder) if not path.name.startswith(("~$", ".")) and not is_folder(path, None)]


def read_texts(folder: Path) -> tuple[Read, list[Finding]]:
    """Read all text files and cut each at its headings. Never raises for what the user may have done."""
    paths = text_files(folder)
    if len(paths) > TEXT_FILES.most:
        return (), [too_much(TEXT_FILES, len(paths), Source(_PLACE_OF_FILES, file=STEM))]
    findings = [*_led_out(folder), *_two_of_one(folder, paths), *_open_in_word(paths)]
    read = []
    for number, path in enumerate(paths):
        place = Source(_PLACE_OF_FILES + number, file=path.relative_to(folder).as_posix())
        text, problems = read_text(path, folder, place)
        findings += problems
        if text is not None:
            text = _with_pictures_beside(text, path, folder)
            sections, problems = _sections(text, path if path.parent != folder else None, place)
            findings += problems
            read.append(sections)
    return tuple(read), findings


def _with_pictures_beside(text: SourcedText, path: Path, folder: Path) -> SourcedText:
    """Let a picture that lies beside a text in the folder of texts be found there, where none lies by the workbook."""
    if path.parent == folder or path.suffix.lower() != MARKDOWN:
        return text

    def found(match: re.Match[str]) -> str:
        name = unquote(match["file"])
        here, beside = named(folder, name), named(folder, f"{path.parent.name}/{name}")
        lies = here is not None and not is_there(here) and beside is not None and is_there(beside)
        return f"{match['before']}{path.parent.name}/{match['file']}" if lies else match[0]

    return replace(text, lines=tuple(_PICTURE_FILE.sub(found, line) for line in text.lines))


def read_text(path: Path, folder: Path, place: Source) -> tuple[SourcedText | None, list[Finding]]:
    """Read a file; one that it would take too long to read is left out, and nothing else of it is told."""
    try:
        text, findings = _read(path, folder, place)
        if text is not None:
            _hold(text, place)
    except TooMuchError as error:
        return None, [error.finding]
    return text, findings


def _hold(text: SourcedText, place: Source) -> None:
    hold(TEXT_LINES, len(text.lines), place)
    lines = [without_content(line) for line in text.lines]
    hold(TEXT_LETTERS, sum(map(len, lines)), place)
    hold(TEXT_HEADINGS, sum(line.startswith("#") for line in text.lines), place)
    start = 0
    for end, line in enumerate((*lines, "")):
        if not line.strip():
            if end > start:
                hold_text("\n".join(lines[start:end]), text.places[start])
            start = end + 1


def _led_out(folder: Path) -> Iterator[Finding]:
    """A folder of texts that is a link to somewhere else, and a folder with more than anybody can have written."""
    for path in listed(folder):
        if path.name.casefold() == STEM and is_folder(path, None) and not is_inside(path, folder):
            yield refused(RefusedError(Refusal.OUTSIDE, path), Source(_PLACE_OF_FILES, file=path.name))
    for each in (folder, *_folders(folder)):
        if error := overfull(each):
            yield refused(error, Source(_PLACE_OF_FILES, file=each.name if each != folder else ""))


def _two_of_one(folder: Path, paths: Sequence[Path]) -> Iterator[Finding]:
    """Both ``texter.docx`` and ``texter.md``: one of them is likely an older one."""
    both = [path.name for path in paths if path.parent == folder and path.suffix.lower() in READ]
    if len(both) > 1:
        yield TEXT_TWO_FILES.found(files=enumerated(both))


def _open_in_word(paths: Sequence[Path]) -> Iterator[Finding]:
    """Word's lock file has the first letters of a longer name replaced."""
    for path in paths:
        if any(is_there(path.with_name(f"~${path.name[cut_off:]}")) for cut_off in (0, 2)):
            yield TEXT_FILE_OPEN.found(Source(_PLACE_OF_FILES, file=path.name), name=path.name)


def _read(path: Path, folder: Path, place: Source) -> tuple[SourcedText | None, list[Finding]]:
    name = {"name": path.name}
    if path.suffix.lower() not in READ:
        return None, [TEXT_FILE_FORMAT.found(place, **name, format=path.suffix.lstrip("."))]
    try:
        data = read(path, folder, WORD_FILE if path.suffix.lower() == WORD else HAND_WRITTEN)
    except RefusedError as error:
        return None, [refused(error, place)]
    except OSError:
        return None, [TEXT_FILE_LOCKED.found(place, **name)]
    if path.suffix.lower() == MARKDOWN:
        return _markdown(data, place)
    from generator.texts.word import read_word  # noqa: PLC0415 - the reader is only loaded for a Word file

    return read_word(data, place)


def lines_of(data: bytes) -> tuple[str, ...]:
    """The lines of a Markdown file, in whatever encoding it is."""
    return tuple(normalised(_decoded(data)[0]).splitlines())


def _markdown(data: bytes, place: Source) -> tuple[SourcedText | None, list[Finding]]:
    _, encoding = _decoded(data)
    lines = lines_of(data)
    findings = [] if encoding == "utf-8" else [TEXT_FILE_ENCODING.found(place, encoding=encoding)]
    kept, comments = without_comments(lines)
    findings += [TEXT_COMMENT.found(replace(place, row=row), found=brief(words)) for row, words in comments]
    text = SourcedText(kept, tuple(replace(place, row=row) for row in range(1, len(lines) + 1)))
    return text, [*findings, *_unused_links(text)]


def _unused_links(text: SourcedText) -> Iterator[Finding]:
    """Lines that give a link's address, and that no link in the file is called by."""
    if any(map(_GIVES_AN_ADDRESS.match, text.lines)):
        from generator.texts.markdown import unused_links  # noqa: PLC0415 - markdown-it is only loaded for such a line

        for line in unused_links(text.markdown):
            yield TEXT_LINK_UNUSED.found(text.places[line], found=brief(text.lines[line]))


def _decoded(data: bytes) -> tuple[str, str]:
    """Read UTF-8, and what Notepad calls Unicode; anything else is taken for Windows' own and said to be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "utf-8"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows (ANSI)"


def _sections(text: SourcedText, named_by: Path | None, place: Source) -> tuple[tuple[TextSection, ...], list[Finding]]:
    """Cut a text. In the folder a file may hold a single section, and its name is the heading then."""
    sections = tuple(map(unmarked, cut(text)))
    if not sections:
        return (), [TEXT_FILE_EMPTY.found(place)]
    if named_by is not None and sections[0].level == 0:
        heading = named_by.stem.replace("_", " ")
        first = replace(sections[0], level=1, heading=heading, named_by=named_by.name)
        return (first, *map(_deeper, sections[1:])), []
    if all(section.level == 0 for section in sections):
        return (), [TEXT_FILE_NO_HEADINGS.found(place)]
    return sections, []


def _deeper(section: TextSection) -> TextSection:
    return replace(section, level=section.level + 1)
