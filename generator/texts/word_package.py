"""The parts of a Word file, found by what they are to each other as Word does, whatever names a program gave them."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from generator.files.archive import DAMAGED
from generator.files.xml import parsed
from generator.findings.limits import hold
from generator.ground.limits import WORD_BYTES
from generator.ground.source import Source

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_FAMILIES = {
    "wordprocessingml": "w",
    "officeDocument": "r",
    "markup-compatibility": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
"""What the address of a namespace holds, and the prefix that its names get here, whatever the file's own is."""
_PREFIXES = {
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
}
_DRAWINGS = {
    "wordprocessingDrawing": "wp",
    "main": "a",
    "picture": "pic",
    "chart": "c",
    "diagram": "dgm",
}
_RELATIONS = "_rels/.rels"
_MAIN = "officeDocument"
_USUAL_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another: ``kind`` is the last word of its type, ``target`` the part's name or an address."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is XML, with what it relates to by the keys that its elements use."""

    name: str
    root: Element
    relations: Mapping[str, Relation] = field(default_factory=dict)


NO_PART = Part("", Element("none"))


class Package:
    """The parts of a file that is already known to be safe to unpack; ``place`` is the file's."""

    def __init__(self, data: bytes, place: Source) -> None:
        self._place = place
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {_key(name): name for name in self._archive.namelist()}
        self.part = cache(self._part)
        self.damaged: set[str] = set()
        """What parts that were asked for are to the document, ``numbering``, where they cannot be read."""

    @property
    def main_name(self) -> str:
        """The name of the part that is the document itself; empty where there is none."""
        named = [each.target for each in self._relations(_RELATIONS, "").values() if each.kind == _MAIN]
        return next((self._names[_key(name)] for name in (*named, _USUAL_MAIN) if _key(name) in self._names), "")

    def content(self, name: str) -> bytes | None:
        """The bytes of a part; None where it is missing or damaged."""
        try:
            return self._archive.read(self._names[_key(name)])
        except (*DAMAGED, LookupError):
            return None

    def _part(self, name: str) -> Part:
        """Read a part; one without anything where it is missing or no XML.

        Raises:
            TooMuchError: it is larger than can be read in seconds.

        """
        content = self.content(name) or b""
        hold(WORD_BYTES, len(content), self._place)
        root = _parsed(content)
        if root is None:
            return NO_PART
        name = name.replace("\\", "/")
        folder, _, file = name.rpartition("/")
        return Part(name, root, self._relations(f"{folder}/_rels/{file}.rels".lstrip("/"), folder))

    def related(self, part: Part, kind: str) -> Part:
        """The part that another relates to as its ``kind``, ``styles``; one without anything where there is none.

        A file in which nobody says so, as some programs write it, has it beside under its usual name.
        """
        beside = f"{part.name.rpartition('/')[0]}/{kind}.xml"
        named = next((each.target for each in part.relations.values() if each.kind == kind), "")
        found = self.part(named or beside)
        if found is NO_PART and (named or _key(beside) in self._names):
            self.damaged.add(kind)
        return found

    def _relations(self, name: str, folder: str) -> Mapping[str, Relation]:
        root = _parsed(self.content(name))
        return {} if root is None else dict(_related(root, folder))


def _related(root: Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for each in root:
        target, external = each.get("Target", ""), each.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        yield each.get("Id", ""), Relation(each.get("Type", "").rpartition("/")[2], target, external)


def _key(name: str) -> str:
    """Part names differ by no case, and some programs write them with backslashes."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _parsed(xml: bytes | None) -> Element | None:
    """Parse XML and give its names the prefixes that the reader knows."""
    root = parsed(xml) if xml else None
    for element in () if root is None else root.iter():
        if isinstance(element.tag, str):
            element.tag = _prefixed(element.tag)
        for key in [key for key in element.attrib if "{" in key]:
            element.attrib[_prefixed(key)] = element.attrib.pop(key)
    return root


@cache
def _prefixed(name: str) -> str:
    """Name ``{http://…/wordprocessingml/2006/main}p`` ``w:p``, in the strict format too."""
    address, bracket, local = name.rpartition("}")
    return f"{_prefix(address[1:])}:{local}" if bracket else name


def _prefix(address: str) -> str:
    if address in _PREFIXES:
        return _PREFIXES[address]
    words = address.split("/")
    if "drawingml" in words:
        return _DRAWINGS.get(words[-1], "drawing")
    if "math" in words and address.startswith((_TRANSITIONAL, _STRICT)):
        return "m"
    return next((prefix for family, prefix in _FAMILIES.items() if family in words or address == family), "other")
