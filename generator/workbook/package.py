"""The parts of an Open XML file: found by relationship, never by a fixed name, and read only when asked for.

A program may call a part what it likes, write names with another case or a backslash, use any prefix, and save as
*Strict*, where only the namespaces differ.
"""

import posixpath
import zipfile
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

from generator.files.archive import forbidden
from generator.findings.limits import hold
from generator.ground.limits import PART_BYTES, Limit
from generator.ground.source import Source

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


class Relation(NamedTuple):
    """Where a relationship leads, and what kind of part stands there: the last word of its type, ``worksheet``."""

    kind: str
    target: str


class Package:
    """An opened file, by its parts."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {_alike(name): name for name in archive.namelist()}

    def __contains__(self, part: str) -> bool:
        """Whether there is such a part."""
        return _alike(part) in self._names

    def read(self, part: str, place: Source | None = None, most: Limit = PART_BYTES) -> bytes:
        """Read a part's XML, unparsed; ``place`` is what it is of the workbook.

        Raises:
            KeyError: there is no such part.
            TooMuchError: it is longer than is read.
            ValueError: it holds definitions. The file has been judged by its parts' endings; here any name may come.

        """
        name = self._names[_alike(part)]
        hold(most, self._archive.getinfo(name).file_size, *filter(None, [place]))
        content = self._archive.read(name)
        if forbidden(content):
            raise ValueError(part)
        return content

    def parse(self, part: str) -> Element:
        """Parse a part; raises what ``read`` raises, and ``ParseError`` where it is no XML."""
        return fromstring(self.read(part))  # noqa: S314 - what is read holds no definitions

    def relations(self, part: str = "") -> dict[str, Relation]:
        """Give a part's relationships by their id; without a part the whole file's."""
        folder, name = posixpath.split(part)
        root = self.parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            each.get("Id", ""): Relation(
                each.get("Type", "").rpartition("/")[2], self._target(folder, each.get("Target", ""))
            )
            for each in root
            if each.get("TargetMode") != "External"
        }

    def _target(self, folder: str, target: str) -> str:
        """The part that a relationship names, seen from a folder; a program may write a blank as ``%20``."""
        part = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
        return part if part in self else unquote(part)

    def main(self, kind: str) -> str:
        """The part that the whole file is about, ``workbook``; found by its name where no relationship tells.

        Raises:
            LookupError: there is none.

        """
        try:
            relations = self.relations()
        except KeyError:
            relations = {}
        found = [each.target for each in relations.values() if each.kind == "officeDocument"]
        found += [name for alike, name in self._names.items() if posixpath.basename(alike) == f"{kind}.xml"]
        return found[0]


def _alike(name: str) -> str:
    """Fold a part's name: two that differ in case or in kind of slash are one."""
    return name.replace("\\", "/").lstrip("/").casefold()


@lru_cache
def tags(name: str) -> frozenset[str]:
    """The tags of a spreadsheet's element, Transitional and Strict."""
    return frozenset(f"{{{namespace}}}{name}" for namespace in _NAMESPACES)
