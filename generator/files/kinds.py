"""What a file is, by what it holds and not by its name: workbooks and texts come as many things under one name."""

import io
import re
import zipfile
from dataclasses import dataclass

from generator.ground.names import clean

_SAVE_AS_EXCEL = "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx)."
_NUMBERS = "Är det kalkylarket: öppna det i Numbers och välj Arkiv, Exportera till, Excel. Annars: ange arbetsboken."
_WEB_PAGE = (
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx). Kommer den från en webbplats kan det vara "
    "inloggningssidan: logga in och hämta filen igen."
)
_THE_WORKBOOK = "Ange arbetsboken i stället."
_THE_TARGET = "Ange filen som genvägen leder till, eller hämta den till datorn."
_UNPACK = "Packa upp filen och ange arbetsboken i den."


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what it is called in a message, ``en webbsida``, and what to do to have a workbook of it."""

    what: str
    remedy: str


EXCEL = FileKind("en Excel-arbetsbok", "")
WORD = FileKind("ett Word-dokument", _THE_WORKBOOK)
PASSWORD = FileKind("en fil med lösenord", "")
RIGHTS = FileKind("en fil med begränsade rättigheter", "")
EMPTY = FileKind("en tom fil", "")
INCOMPLETE = FileKind("en fil som inte är hel", "")
OLD_EXCEL = FileKind("en arbetsbok i Excels äldre format (xls)", _SAVE_AS_EXCEL)
BINARY_EXCEL = FileKind("en binär arbetsbok (xlsb)", _SAVE_AS_EXCEL)
XML_EXCEL = FileKind("ett XML-kalkylblad (Excel 2003)", _SAVE_AS_EXCEL)
OPEN_DOCUMENT = FileKind("ett kalkylark i formatet ods", _SAVE_AS_EXCEL)
NUMBERS = FileKind("ett dokument från Numbers, Pages eller Keynote", _NUMBERS)
WEB_PAGE = FileKind("en webbsida", _WEB_PAGE)
TEXT = FileKind("en textfil (till exempel csv)", _SAVE_AS_EXCEL)
POWERPOINT = FileKind("en presentation från PowerPoint", _THE_WORKBOOK)
MAIL = FileKind("ett e-postmeddelande från Outlook", "Spara bilagan som en egen fil och ange den.")
PDF = FileKind("en PDF", _THE_WORKBOOK)
RICH_TEXT = FileKind("ett textdokument (rtf)", _THE_WORKBOOK)
OPEN_TEXT = FileKind("ett dokument i formatet odt", _THE_WORKBOOK)
PICTURE = FileKind("en bild", _THE_WORKBOOK)
SHORTCUT = FileKind("en genväg", _THE_TARGET)
PACKED = FileKind("en packad fil (zip)", _UNPACK)

_BEGINS = (
    (b"%PDF", PDF),
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"RIFF", PICTURE),
    (b"L\x00\x00\x00\x01\x14\x02\x00", SHORTCUT),
    (b"book\x00\x00\x00\x00mark", SHORTCUT),
    (b"\x1f\x8b", PACKED),
    (b"7z\xbc\xaf", PACKED),
    (b"Rar!", PACKED),
    (b"\x09\x08", OLD_EXCEL),
    (b"\x09\x04\x06\x00", OLD_EXCEL),
    (b"\x09\x02\x06\x00", OLD_EXCEL),
    (b"\x09\x00\x04\x00", OLD_EXCEL),
)
"""How files begin that are neither archives nor compound files (``xls`` before 1997 is none)."""
_COMPOUND_FILE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_STREAMS = {
    "EncryptedPackage": PASSWORD,
    "WordDocument": WORD,
    "PowerPoint Document": POWERPOINT,
    "__properties_version1.0": MAIL,
    "Workbook": OLD_EXCEL,
    "Book": OLD_EXCEL,
}
"""The streams of a compound file that tell what it is."""
_OF_RIGHTS = ("DRMEncryptedDataSpace", "DRMContent")
_HEAD = 4096
_TEXTS = (
    (re.compile(r"<\?mso-application\s+progid=.excel|urn:schemas-microsoft-com:office:spreadsheet"), XML_EXCEL),
    (re.compile(r"<office:document\b"), OPEN_DOCUMENT),
    (re.compile(r"<plist\b|^\[internetshortcut\]|^\[desktop entry\]|^\{\s*\"(?:url|doc_id)\""), SHORTCUT),
    (re.compile(r"<(?:!doctype\s+html|html|head|table)\b|^mime-version:|^from: <saved by"), WEB_PAGE),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def kind_of(data: bytes) -> FileKind | None:
    """Tell what a file is by its content; None where nothing is known of it."""
    if not data:
        return EMPTY
    if not data.strip(b"\x00"):
        return INCOMPLETE
    if data.startswith(_COMPOUND_FILE):
        return _kind_of_compound(data)
    begun = next((kind for begins, kind in _BEGINS if data.startswith(begins)), None)
    return begun or (_kind_of_archive(data) if zipfile.is_zipfile(io.BytesIO(data)) else _kind_of_text(data))


def _kind_of_compound(data: bytes) -> FileKind | None:
    """By the first of the known streams; documents may hold others of their own kinds."""
    found = {name: data.find(name.encode("utf-16-le") + b"\x00\x00") for name in _STREAMS}
    first = min((name for name, at in found.items() if at >= 0), key=found.__getitem__, default="")
    kind = _STREAMS.get(first)
    if kind is PASSWORD and any(name.encode("utf-16-le") in data for name in _OF_RIGHTS):
        return RIGHTS
    return kind


def _kind_of_archive(data: bytes) -> FileKind | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name.replace("\\", "/").casefold() for name in archive.namelist()]
        if "mimetype" in names and "[content_types].xml" not in names:
            return OPEN_TEXT if b"opendocument.text" in archive.read("mimetype") else OPEN_DOCUMENT
    for folder, kind in (("word/", WORD), ("ppt/", POWERPOINT), ("index/", NUMBERS), ("index.zip", NUMBERS)):
        if any(name.startswith(folder) for name in names):
            return kind
    if any(name.endswith("workbook.bin") for name in names):
        return BINARY_EXCEL
    is_package = {"[content_types].xml", "_rels/.rels"} & set(names) or any(name.startswith("xl/") for name in names)
    return EXCEL if is_package else PACKED


def _kind_of_text(data: bytes) -> FileKind | None:
    if data.startswith(_ZIP):
        return INCOMPLETE  # an archive whose directory, which stands last, is not there
    head = data[:_HEAD]
    utf_16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16", "ignore") if utf_16 else head.decode("utf-8-sig", "replace")
    told = clean(text).casefold()
    return next((kind for pattern, kind in _TEXTS if pattern.search(told)), None if _CONTROL.search(text) else TEXT)
