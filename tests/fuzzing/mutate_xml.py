"""Mutations of the workbook's file: what other programs write, and what breaks on the way."""

import random
import re
import zlib
from collections.abc import Callable
from xml.etree.ElementTree import SubElement

from fuzzing.book import BOOK, BOOK_RELATIONS, MAIN, PACKAGE, RELATIONS, STRICT, Book
from fuzzing.subject import Folder, mutation

Throws = random.Random


def _part(book: Book, throws: Throws) -> str:
    """A part of the file: a tab most often."""
    book.settle()
    sheets = [name for name in book.parts if name.startswith("xl/worksheets/sheet")]
    return throws.choice((throws.choice(sheets or list(book.parts)), throws.choice(list(book.parts))))


def _changed(book: Book, part: str, change: Callable[[str], str]) -> None:
    book.settle()
    if part in book.parts:
        book.parts[part] = change(book.parts[part].decode("utf-8", "replace")).encode()


def _everywhere(book: Book, change: Callable[[str], str]) -> None:
    book.settle()
    for part in book.parts:
        if part.endswith((".xml", ".rels")):
            _changed(book, part, change)


# Harmless: the report says the same ----------------------------------------------------------------------------------


@mutation("xml.strict", harmless=True)
def strict(folder: Folder, _: Throws) -> None:
    """Strict Open XML: other namespaces."""
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    _everywhere(folder.book, lambda xml: xml.replace(MAIN, STRICT).replace(RELATIONS, office))


@mutation("xml.prefix", harmless=True)
def prefix(folder: Folder, throws: Throws) -> None:
    """A tab whose elements have a prefix."""
    book = folder.book
    book.settle()
    for part in [name for name in book.parts if name.startswith("xl/worksheets/sheet")]:
        if throws.random() < 0.5:
            _changed(book, part, _prefixed)


def _prefixed(xml: str) -> str:
    named = re.sub(r"<(/?)([a-zA-Z]+)(?=[\s/>])", r"<\1x:\2", xml)
    return re.sub(f'xmlns="({re.escape(MAIN)}|{re.escape(STRICT)})"', r'xmlns:x="\1"', named)


@mutation("xml.shared_strings", harmless=True)
def shared_strings(folder: Folder, throws: Throws) -> None:
    """Texts in a part of their own, as Excel saves them."""
    book = folder.book
    book.settle()
    if any(each.get("Type", "").endswith("/sharedStrings") for each in book.root(BOOK_RELATIONS)):
        return
    texts: list[str] = []

    def shared(match: re.Match[str]) -> str:
        texts.append(f"<si>{match[2]}</si>")
        return f'<c{match[1]}t="s"{match[3] if False else ""}><v>{len(texts) - 1}</v></c>'

    pattern = re.compile(r'<c( [^>]*?)t="inlineStr"[^>]*?><is>(.*?)</is></c>', re.DOTALL)
    for part in [name for name in book.parts if name.startswith("xl/worksheets/sheet")]:
        _changed(book, part, lambda xml: pattern.sub(shared, xml))
    name = throws.choice(("sharedStrings.xml", "texter.xml", "SharedStrings.XML"))
    book.parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{"".join(texts)}</sst>'.encode()
    if name != "sharedStrings.xml":
        book.parts[f"xl/{name}"] = book.parts.pop("xl/sharedStrings.xml")
    attributes = {"Id": "texter", "Type": f"{RELATIONS}/sharedStrings", "Target": name}
    SubElement(book.root(BOOK_RELATIONS), f"{{{PACKAGE}}}Relationship", attributes)


@mutation("xml.no_comments", harmless=True)
def no_comments(folder: Folder, _: Throws) -> None:
    """The parts of comments and drawings are not there, but still referred to."""
    folder.book.settle()
    gone = ("xl/comments", "xl/drawings", "xl/theme", "docProps")
    folder.book.parts = {name: each for name, each in folder.book.parts.items() if not name.startswith(gone)}


@mutation("xml.order", harmless=True)
def order(folder: Folder, throws: Throws) -> None:
    """The parts of the file in another order, their names with another case or slash."""
    folder.book.settle()
    parts = list(folder.book.parts.items())
    throws.shuffle(parts)
    folder.book.parts = dict(parts)


@mutation("xml.no_places", harmless=True)
def no_places(folder: Folder, _: Throws) -> None:
    """Numbers of rows are left out where each row follows the one before; nothing where one does not."""
    book = folder.book
    book.settle()
    for part in [name for name in book.parts if name.startswith("xl/worksheets/sheet")]:
        text = book.parts[part].decode("utf-8", "replace")
        numbers = [int(each) for each in re.findall(r'<row[^>]*? r="(\d+)"', text)]
        if numbers == list(range(1, len(numbers) + 1)):
            _changed(book, part, lambda xml: re.sub(r'(<row[^>]*?) r="\d+"', r"\1", xml))


@mutation("xml.lists_gone", harmless=True)
def lists_gone(folder: Folder, _: Throws) -> None:
    """Validations, formats by condition, protection, views, widths are gone, as after another program."""
    gone = (
        "dataValidations|conditionalFormatting|sheetViews|cols|sheetPr|pageSetup|headerFooter|legacyDrawing|dimension"
    )
    pattern = re.compile(rf"<({gone})\b[^>]*?(/>|>.*?</\1>)", re.DOTALL)
    _everywhere(folder.book, lambda xml: pattern.sub("", xml))


@mutation("xml.str_cells", harmless=True)
def str_cells(folder: Folder, _: Throws) -> None:
    """Texts as the results of formulas are kept, as some programs write them all."""
    book = folder.book
    book.settle()
    pattern = re.compile(r't="inlineStr"([^>]*)><is><t[^>]*>([^<]*)</t></is>')
    for part in [name for name in book.parts if name.startswith("xl/worksheets/sheet")]:
        _changed(book, part, lambda xml: pattern.sub(r't="str"\1><v>\2</v>', xml))


@mutation("xml.extensions", harmless=True)
def extensions(folder: Folder, _: Throws) -> None:
    """What newer programs add: identities of rows, extensions, a pivot table and a chart beside a tab."""
    book = folder.book
    book.settle()
    uid = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
    more = '<extLst><ext uri="{0}"><a:b xmlns:a="urn:x"><a:v>1</a:v><a:c r="A1"/></a:b></ext></extLst></worksheet>'
    for part in [name for name in book.parts if name.startswith("xl/worksheets/sheet")]:
        _changed(book, part, lambda xml: xml.replace("<row ", f'<row xmlns:xr="{uid}" xr:uid="{{1}}" ', 5))
        _changed(book, part, lambda xml: xml.replace("</worksheet>", more))
    book.parts |= {f"xl/{name}/{name}1.xml": b"<broken" for name in ("pivotTables", "charts", "pivotCache", "media")}


# What may make the file unreadable -----------------------------------------------------------------------------------

_ATTRIBUTE = re.compile(r' [\w:]+="[^"]*"')
_ELEMENT = re.compile(r"<(\w+)\b[^<>]*?(?:/>|>[^<]*</\1>)")


def _broken(name: str) -> Callable[[Callable[[str, Throws], str]], None]:
    """List a mutation of the XML of one part, which may break it."""

    def listed(change: Callable[[str, Throws], str]) -> None:
        @mutation(f"xml.{name}", breaks=True)
        def mutate(folder: Folder, throws: Throws) -> None:
            _changed(folder.book, _part(folder.book, throws), lambda xml: change(xml, throws))

    return listed


def _one_replaced(pattern: re.Pattern[str], xml: str, throws: Throws, by: Callable[[str], str]) -> str:
    found = list(pattern.finditer(xml))
    if not found:
        return xml
    match = throws.choice(found)
    return xml[: match.start()] + by(match[0]) + xml[match.end() :]


@_broken("attribute_gone")
def _attribute_gone(xml: str, throws: Throws) -> str:
    return _one_replaced(_ATTRIBUTE, xml, throws, lambda _: "")


@_broken("attribute_odd")
def _attribute_odd(xml: str, throws: Throws) -> str:
    odd = throws.choice(("", "x", "-1", "0", "999999999999", "nan", "A0", "XFE1", "1.5", "A1:", "ÅÄÖ", "1" * 400))
    return _one_replaced(_ATTRIBUTE, xml, throws, lambda found: f'{found.partition("=")[0]}="{odd}"')


@_broken("element_gone")
def _element_gone(xml: str, throws: Throws) -> str:
    return _one_replaced(_ELEMENT, xml, throws, lambda _: "")


@_broken("element_doubled")
def _element_doubled(xml: str, throws: Throws) -> str:
    return _one_replaced(_ELEMENT, xml, throws, lambda found: found * throws.choice((2, 2, 50)))


@_broken("text_odd")
def _text_odd(xml: str, throws: Throws) -> str:
    odd = throws.choice(
        ("", "&#0;", "&#27;", "&lt;", "nan", "1e999", "-", "  ", "&x;", "]]>", "\x00", "\ud7ff", "_x0000_")
    )
    return _one_replaced(re.compile(r"(?<=>)[^<]+(?=<)"), xml, throws, lambda _: odd)


@_broken("truncated")
def _truncated(xml: str, throws: Throws) -> str:
    return xml[: throws.randrange(len(xml) + 1)]


@_broken("noise")
def _noise(xml: str, throws: Throws) -> str:
    at = throws.randrange(len(xml) + 1)
    return xml[:at] + throws.choice(("<", ">", '"', "&", "x", "</c>", "<!-- -->", "<?x?>", "\ufffe")) + xml[at:]


@_broken("definitions")
def _definitions(xml: str, throws: Throws) -> str:
    kind = throws.choice(('<!DOCTYPE x [<!ENTITY a "b">]>', "<!DOCTYPE x SYSTEM 'file:///etc/hostname'>"))
    start = xml.find("?>") + 2 if xml.startswith("<?xml") else 0
    return xml[:start] + kind + xml[start:]


@mutation("xml.encoding", breaks=True)
def encoding(folder: Folder, throws: Throws) -> None:
    """A part in another encoding, declared or not."""
    part = _part(folder.book, throws)
    text = re.sub(r"^<\?xml.*?\?>", "", folder.book.parts[part].decode("utf-8", "replace"))
    name = throws.choice(("utf-16", "iso-8859-1", "utf-8-sig", "cp1252", "utf-7"))
    declared = throws.choice(("", f'<?xml version="1.0" encoding="{name}"?>'))
    folder.book.parts[part] = (declared + text).encode(name, "xmlcharrefreplace")


@mutation("xml.part_gone", breaks=True)
def part_gone(folder: Folder, throws: Throws) -> None:
    """A part is not there."""
    del folder.book.parts[_part(folder.book, throws)]


@mutation("xml.part_swapped", breaks=True)
def part_swapped(folder: Folder, throws: Throws) -> None:
    """Two parts have each other's content."""
    one, other = _part(folder.book, throws), _part(folder.book, throws)
    parts = folder.book.parts
    parts[one], parts[other] = parts[other], parts[one]


@mutation("xml.relation_odd", breaks=True)
def relation_odd(folder: Folder, throws: Throws) -> None:
    """A relationship leads somewhere else."""
    target = throws.choice(
        ("../../x.xml", "http://127.0.0.1/x", "", "worksheets/sheet2.xml", "/xl/styles.xml", "%2e%2e")
    )
    pattern = re.compile(r'Target="[^"]*"')
    part = throws.choice(("xl/_rels/workbook.xml.rels", "_rels/.rels"))
    _changed(folder.book, part, lambda xml: _one_replaced(pattern, xml, throws, lambda _: f'Target="{target}"'))


@mutation("xml.state", harmless=False)
def state(folder: Folder, throws: Throws) -> None:
    """Properties of the workbook: dates from 1904, protection, views."""
    new = throws.choice(
        (
            '<workbookPr date1904="1"/>',
            '<workbookPr date1904="x"/>',
            "<workbookPr/><workbookProtection workbookPassword='ÅÅ'/>",
        )
    )
    _changed(folder.book, BOOK, lambda xml: re.sub(r"<workbookPr[^>]*/>", new, xml, count=1))


OTHER_FILES = (
    b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"a;b;c\n1;2;3\n",
    b"<html><table><tr><td>1</td></tr></table></html>", b"%PDF-1.7\n", zlib.compress(bytes(900)),
)  # fmt: skip


def _zip_fault(name: str) -> Callable[[Callable[[bytearray, Throws], bytes | bytearray]], None]:
    """List a mutation of the file's bytes."""

    def listed(change: Callable[[bytearray, Throws], bytes | bytearray]) -> None:
        @mutation(f"zip.{name}", breaks=True)
        def mutate(folder: Folder, throws: Throws) -> None:
            folder.file = bytes(change(bytearray(folder.file or folder.book.packed()), throws))

    return listed


@_zip_fault("cut")
def _cut(data: bytearray, throws: Throws) -> bytes | bytearray:
    return data[: throws.randrange(len(data) + 1)]


@_zip_fault("bytes")
def _bytes(data: bytearray, throws: Throws) -> bytes | bytearray:
    for _ in range(throws.randint(1, 40)):
        data[throws.randrange(len(data))] = throws.randrange(256)
    return data


@_zip_fault("around")
def _around(data: bytearray, throws: Throws) -> bytes | bytearray:
    more = throws.randbytes(throws.randint(1, 90000))
    return throws.choice((more + data, data + more))


@_zip_fault("other_file")
def _other_file(_: bytearray, throws: Throws) -> bytes | bytearray:
    return throws.choice(OTHER_FILES)


@_zip_fault("directory")
def _directory(data: bytearray, throws: Throws) -> bytes | bytearray:
    """Bytes changed in what the file says of its first part."""
    at = data.find(b"PK\x01\x02")
    for _ in range(throws.randint(1, 9)):
        data[at + throws.randrange(46)] = throws.randrange(256)
    return data
