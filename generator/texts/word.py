"""From a Word file to a SourcedText: headings, paragraphs, lists, tables, pictures and footnotes, written as Markdown.

Everything in the file's body is either printed as Word shows it or told in a finding, with its words.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from generator.files.archive import DAMAGED, LARGEST, unsafe
from generator.files.kinds import EMPTY, EXCEL, INCOMPLETE, PACKED, PASSWORD, RIGHTS, WORD, kind_of
from generator.findings.finding import Finding
from generator.ground.formatting import enumerated
from generator.ground.source import Source
from generator.opener import MEGABYTE
from generator.texts.file_messages import TEXT_FILE_DAMAGED, TEXT_FILE_KIND, TEXT_FILE_PASSWORD, TEXT_FILE_TOO_LARGE
from generator.texts.text import SourcedText
from generator.texts.word_messages import WORD_COMMENTS, WORD_MARGINS, WORD_PART_DAMAGED, WORD_TRACKED_CHANGES
from generator.texts.word_package import Package, Part
from generator.texts.word_settling import CHANGES
from generator.texts.word_styles import child
from generator.texts.word_told import Told, quoted

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_OLD_WORD = "ett dokument i Words äldre format (doc)"
_PAGE = re.compile(r"(?:sida|sidan|sidor|sid|s|av|of|page|[\W\d])*", re.IGNORECASE)
"""What a page's number has beside it in a margin, which the report writes too."""

_PARTS = {
    "styles": "rubrikerna och de andra formatmallarna",
    "numbering": "listornas nummer",
    "footnotes": "fotnoterna",
    "endnotes": "slutnoterna",
    "comments": "kommentarerna",
}
"""What is lost with a part of the file."""


def read_word(data: bytes, place: Source) -> tuple[SourcedText | None, list[Finding]]:
    """Read a Word file; ``place`` is the file's. The text is None where the file cannot be read."""
    wrong = _judge(data, place)
    if wrong:
        return None, [wrong]
    from generator.texts.word_blocks import WordText  # noqa: PLC0415 - only where there is a Word file

    told = Told()
    try:
        package = Package(data, place)
        main = package.part(package.main_name)
        if main.root.find("w:body") is None:
            return None, [_no_document(data, package, place)]
        writer = WordText(package, main, place, told)
        text = writer.text()
        whole = list(_told(package, main, place, writer.changed))
    except RecursionError:  # elements within each other, hundreds deep: no program writes such a file
        return None, [TEXT_FILE_DAMAGED.found(place, name=place.file)]
    return text, [*whole, *told.findings()]


def _judge(data: bytes, place: Source) -> Finding | None:
    """Say what is wrong with the file as a whole, before it is opened."""
    name: dict[str, object] = {"name": place.file}
    try:
        kind = kind_of(data)
        if kind in (PASSWORD, RIGHTS):
            return TEXT_FILE_PASSWORD.found(place, **name)
        if kind is WORD and data.startswith(_COMPOUND_FILE):
            return TEXT_FILE_KIND.found(place, **name, what=_OLD_WORD)
        if kind and kind not in (INCOMPLETE, EMPTY, WORD, PACKED, EXCEL):
            return TEXT_FILE_KIND.found(place, **name, what=kind.what)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            reason = unsafe(archive, partly=True)
    except (*DAMAGED, LookupError):
        return TEXT_FILE_DAMAGED.found(place, **name)
    rules = {"too_large": TEXT_FILE_TOO_LARGE, "forbidden_xml": TEXT_FILE_DAMAGED}
    return rules[reason].found(place, **name, limit=LARGEST // MEGABYTE) if reason else None


def _no_document(data: bytes, package: Package, place: Source) -> Finding:
    """Say what a file is that has no document in it."""
    kind = kind_of(data)
    if kind in (EXCEL, PACKED) and not package.main_name.startswith("word/"):
        return TEXT_FILE_KIND.found(place, name=place.file, what=kind.what)
    return TEXT_FILE_DAMAGED.found(place, name=place.file)


def _told(package: Package, main: Part, place: Source, changed: Source) -> Iterator[Finding]:
    """Tell of the file as a whole: what was changed and commented in it, and what stands in its margins.

    ``changed`` is the first paragraph with a change.
    """
    whole = replace(place, row=0)
    roots = (main.root, *(package.related(main, kind).root for kind in ("footnotes", "endnotes")))
    elements = [element for root in roots for element in root.iter()]
    changes = [each for each in elements if each.tag in CHANGES]
    if changes:
        deleted = quoted(" … ".join(filter(None, map(_deleted_words, elements))))
        values: dict[str, object] = {"count": len(changes), "found": f": ”{deleted}”" if deleted else ""}
        yield WORD_TRACKED_CHANGES.found(changed, **values)
    comments = package.related(main, "comments").root.findall("w:comment")
    if comments:
        yield WORD_COMMENTS.found(whole, count=len(comments))
    damaged = [words for kind, words in _PARTS.items() if kind in package.damaged]
    if damaged:
        yield WORD_PART_DAMAGED.found(whole, found=enumerated(damaged))
    margins = " … ".join(dict.fromkeys(_margins(package, main)))
    if margins:
        yield WORD_MARGINS.found(whole, found=quoted(margins))


def _deleted_words(element: Element) -> str:
    """The words of a deletion, or of a row that was deleted."""
    if element.tag == "w:tr" and child(element, "w:trPr", "w:del") is not None:
        return "".join(each.text or "" for each in element.iter("w:t"))
    if element.tag not in ("w:del", "w:moveFrom"):
        return ""
    return "".join(each.text or "" for each in element.iter() if each.tag in ("w:t", "w:delText"))


def _margins(package: Package, main: Part) -> Iterator[str]:
    from generator.texts.word_drawings import plain_words  # noqa: PLC0415
    from generator.texts.word_settling import settle  # noqa: PLC0415

    for relation in main.relations.values():
        if relation.kind in ("header", "footer"):
            root = package.part(relation.target).root
            settle(root)
            words = plain_words(root)
            if not _PAGE.fullmatch(words):
                yield words
