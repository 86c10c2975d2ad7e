"""Mutations of a Word file's parts: runs, lists, numbering, fields, missing parts."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress

from picture_files import PNG
from word_files import heading, paragraph, picture, run, table, word_file, zipped

from fuzzing.mutate_texts import marker
from fuzzing.subject import Folder, mutation

Throws = random.Random
WORD = "texter.docx"
BODY = "word/document.xml"
_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)
_ITEM = re.compile(r"(\s*)(?:[-*]|(\d+)\.) (.*)")


def as_word(markdown: str) -> bytes:
    """The texts of a Markdown file as a Word file, with lists, a table, a footnote and a picture."""
    body: list[str] = []
    for line in markdown.splitlines():
        level = len(line) - len(line.lstrip("#"))
        item = _ITEM.fullmatch(line)
        if level and line[level : level + 1] == " ":
            body.append(heading(line[level + 1 :], level))
        elif item:
            body.append(paragraph(item[3], item=(2 if item[2] else 1, min(2, len(item[1]) // 2))))
        elif line.strip() and not line.startswith("|"):
            body.append(paragraph(run(line.removeprefix("> ")), style="Citat" if line.startswith(">") else ""))
    if body:
        body.insert(2, paragraph("Före", '<w:r><w:footnoteReference w:id="2"/></w:r>', "efter."))
        body.insert(3, table((("Rad", "Antal"), ("Ett", "12"), ("Två", "1 234"))))
        body.insert(4, paragraph(picture("bild", "En bild")))
    return word_file(*body, footnotes={"2": "En fotnot."}, pictures={"bild.png": PNG})


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TEXT_BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p>{run}</w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
AROUND = (
    "{run}", "<w:ins w:id='1'>{run}</w:ins>", "<w:del w:id='1'>{run}</w:del>", "<w:moveTo w:id='1'>{run}</w:moveTo>",
    "<w:hyperlink r:id='nej'>{run}</w:hyperlink>", "<w:hyperlink w:anchor='x'>{run}</w:hyperlink>",
    "<w:smartTag>{run}</w:smartTag>", "<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>",
    "<w:fldSimple w:instr='PAGE'>{run}</w:fldSimple>", "<w:customXml>{run}</w:customXml>",
    "<w:dir w:val='rtl'>{run}</w:dir>", "<w:bdo w:val='rtl'>{run}</w:bdo>",
    "<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>", TEXT_BOX,
    "<w:r><w:ruby><w:rubyBase>{run}</w:rubyBase></w:ruby></w:r>",
    "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>{run}",
    "<w:commentRangeStart w:id='7'/>{run}<w:commentRangeEnd w:id='7'/>",
    "<w:r><w:endnoteReference w:id='3'/></w:r>{run}", "<w:r><w:footnoteReference w:id='99'/></w:r>{run}",
    "<w:unknown>{run}</w:unknown>",
)  # fmt: skip
SETTINGS = (
    "vanish",
    "strike",
    "dstrike",
    "caps",
    "smallCaps",
    "b",
    "i",
    "u",
    "webHidden",
    "specVanish",
    "emboss",
    "rtl",
    "x",
)
STYLES = ("Rubrik1", "Rubrik9", "Citat", "Okand", "Innehll1", "Beskrivning", "Title", "Heading1", "")


def _body(name: str) -> Callable[[Callable[[str, Throws], str]], None]:
    """List a mutation of the document's own part."""

    def listed(change: Callable[[str, Throws], str]) -> None:
        @mutation(f"word.{name}")
        def mutate(folder: Folder, throws: Throws) -> None:
            _in_part(folder, BODY, lambda xml: change(xml, throws))

    return listed


def _parts(folder: Folder) -> dict[str, bytes]:
    with suppress(Exception), zipfile.ZipFile(io.BytesIO(folder.files.get(WORD, b""))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
    return {}  # broken by a mutation before


def _in_part(folder: Folder, part: str, change: Callable[[str], str]) -> None:
    parts = _parts(folder)
    if part in parts:
        changed = change(parts[part].decode("utf-8", "replace"))
        folder.files[WORD] = zipped({**parts, part: changed.encode()})


def _at_paragraph(xml: str, throws: Throws, change: Callable[[str], str]) -> str:
    found = list(_PARAGRAPH.finditer(xml))
    if not found:
        return xml
    match = throws.choice(found)
    return xml[: match.start()] + change(match[0]) + xml[match.end() :]


@_body("run")
def _run(xml: str, throws: Throws) -> str:
    """A run with a word to be found again, within something."""
    word = marker(throws)
    around = throws.choice((*AROUND, FIELD))
    code = throws.choice(("PAGE", "REF _x", "TOC", "HYPERLINK x", "DATE", ""))
    inner = around.replace("{run}", run(word)).replace("{word}", word).replace("{code}", code)
    return _at_paragraph(xml, throws, lambda old: old.replace("</w:p>", f"{inner}</w:p>"))


@_body("settings")
def _settings(xml: str, throws: Throws) -> str:
    """A run with a word to be found again, with settings of its own."""
    inner = run(marker(throws), *throws.sample(SETTINGS, throws.randint(1, 2)))
    return _at_paragraph(xml, throws, lambda old: old.replace("</w:p>", f"{inner}</w:p>"))


@_body("list")
def _list(xml: str, throws: Throws) -> str:
    """Paragraphs of a list, of any numbering and level."""
    items = [
        paragraph(marker(throws), item=(throws.choice((0, 1, 2, 7)), throws.choice((0, 0, 1, 2, 8))))
        for _ in range(throws.randint(1, 4))
    ]
    return _at_paragraph(xml, throws, lambda old: old + "".join(items))


@_body("style")
def _style(xml: str, throws: Throws) -> str:
    """A paragraph with a word to be found again, in a style."""
    made = paragraph(marker(throws), style=throws.choice(STYLES), right=throws.random() < 0.2)
    # A heading with nothing under it may stand above a file's texts, as their title: it is not printed.
    return _at_paragraph(xml, throws, lambda old: old + made + paragraph("Något under."))


@_body("table")
def _table(xml: str, throws: Throws) -> str:
    """A table: uneven, wide, within another, or with merged cells."""
    wide = throws.choice((1, 2, 3, 14))
    made = table([[marker(throws) if not row else str(column * 1234567) for column in range(wide)] for row in range(3)])
    wider = made.replace("<w:tc>", "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>", 1)
    joined = made.replace("<w:tc>", "<w:tc><w:tcPr><w:vMerge/></w:tcPr>")
    inner = throws.choice((made, table(((made, "x"),)), wider, joined))
    return _at_paragraph(xml, throws, lambda old: old + inner)


@_body("paragraph")
def _paragraph(xml: str, throws: Throws) -> str:
    """A paragraph is gone, doubled, or without its runs."""
    kind = throws.randrange(3)
    return _at_paragraph(xml, throws, lambda old: ("", old * 2, "<w:p/>")[kind])


@_body("noise")
def _noise(xml: str, throws: Throws) -> str:
    at = throws.randrange(len(xml) + 1)
    return xml[:at] + throws.choice(("<", ">", "&", "x", "</w:p>", "<w:p>", "<!-- -->", "\x0b")) + xml[at:]


@_body("element_gone")
def _element_gone(xml: str, throws: Throws) -> str:
    found = list(re.finditer(r"<(w:\w+)\b[^<>]*?(?:/>|>[^<]*</\1>)", xml))
    match = throws.choice(found) if found else None
    return xml[: match.start()] + xml[match.end() :] if match else xml


@_body("break")
def _break(xml: str, throws: Throws) -> str:
    """A break, a tab, a soft hyphen, an object or a picture amid a paragraph."""
    kinds = (
        "<w:br/>",
        "<w:br w:type='page'/>",
        "<w:tab/>",
        "<w:softHyphen/>",
        "<w:noBreakHyphen/>",
        "<w:cr/>",
        "<w:object/>",
    )
    inner = f"<w:r>{throws.choice(kinds)}</w:r>{run(marker(throws))}"
    return _at_paragraph(xml, throws, lambda old: old.replace("</w:p>", f"{inner}{picture('nej', '')}</w:p>"))


@mutation("word.part")
def part(folder: Folder, throws: Throws) -> None:
    """A part is gone, empty, truncated, or has another's name."""
    parts = _parts(folder)
    if parts:
        name = throws.choice(list(parts))
        content = parts.pop(name)
        kind = throws.randrange(4)
        if kind == 1:
            parts[name] = b""
        elif kind == 2:
            parts[name] = content[: throws.randrange(len(content) + 1)]
        elif kind == 3 and name == BODY:
            parts["word/document2.xml"] = content
            parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
        folder.files[WORD] = zipped(parts)


@mutation("word.numbering")
def numbering(folder: Folder, throws: Throws) -> None:
    """Another numbering: letters, its own text, a start, none."""
    new = f'"{throws.choice(("upperLetter", "lowerRoman", "none", "cardinalText", "x", "decimalZero"))}"'
    _in_part(
        folder, "word/numbering.xml", lambda xml: xml.replace('"decimal"', f'"{new}"').replace('"bullet"', f'"{new}"')
    )


@mutation("word.zip")
def word_zip(folder: Folder, throws: Throws) -> None:
    """The file is cut or has bytes changed."""
    data = bytearray(folder.files.get(WORD, b""))
    if data:
        if throws.random() < 0.5:
            data = data[: throws.randrange(len(data))]
        else:
            for _ in range(throws.randint(1, 10)):
                data[throws.randrange(len(data))] = throws.randrange(256)
        folder.files[WORD] = bytes(data)
