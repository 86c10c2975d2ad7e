"""The pictures that a look's own style sheet and templates name: each is there, and told to who does not see it.

They are found by their names alone, so that a check tells of them too. One that is worked out is left to the drawing.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from generator.findings.finding import Finding
from generator.ground.names import brief
from generator.ground.source import Source
from generator.look.folders import PICTURES, STYLE, LookFolder
from generator.look.messages import LOOK_IMAGE_WITHOUT_ALT, LOOK_PICTURE_MISSING
from generator.opener import is_file, listed

_SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ADDRESS = re.compile(r"""url\(\s*+(["']?)([^"'()]{1,1000}+)\1\s*+\)""", re.IGNORECASE)
_PASSED_OVER = re.compile(r"\{#.*?(?:#\}|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"""<img\b(?:"[^"]{0,400}+"|'[^']{0,400}+'|[^>"']){0,400}+>""", re.IGNORECASE)
_SOURCE = re.compile(r"""\bsrc\s*=\s*(["'])(.*?)\1""", re.DOTALL | re.IGNORECASE)
_ALT = re.compile(r"(?<![\w-])alt\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|\\|#|.*[{}]|.*\.\.", re.IGNORECASE)
"""Addresses that are no names of files in the look or the report: the drawing tells what is wrong with them."""


def named_picture_findings(folders: Sequence[LookFolder], beside: Path) -> Iterator[Finding]:
    """What is wrong with the pictures that own looks name; ``beside`` is the folder of the report."""
    for look in folders:
        if not look.is_of_package:
            yield from _of_style(look, folders, beside)
            yield from _of_templates(look, folders, beside)


def _of_style(look: LookFolder, folders: Sequence[LookFolder], beside: Path) -> Iterator[Finding]:
    css = _COMMENT.sub(_lines, look.text(STYLE) or "")
    for found in _ADDRESS.finditer(css):
        if not _is_there(found[2].strip(), look.path, folders, beside):
            yield LOOK_PICTURE_MISSING.found(_source(look, STYLE, css, found), found=brief(found[2].strip()))


def _of_templates(look: LookFolder, folders: Sequence[LookFolder], beside: Path) -> Iterator[Finding]:
    for name in (path.name for path in listed(look.path) if path.suffix == ".html"):
        html = _PASSED_OVER.sub(_lines, look.text(name) or "")
        for image in _IMAGE.finditer(html):
            address = found[2].strip() if (found := _SOURCE.search(image[0])) else ""
            place = _source(look, name, html, image)
            if not _is_there(address, beside, folders, beside):
                yield LOOK_PICTURE_MISSING.found(place, found=brief(address))
            if not _ALT.search(image[0]):
                yield LOOK_IMAGE_WITHOUT_ALT.found(place, found=brief(address))


def _is_there(address: str, base: Path, folders: Sequence[LookFolder], beside: Path) -> bool:
    name = unquote(address)
    if not name.lower().endswith(_SUFFIXES) or _ELSEWHERE.match(name):
        return True
    looked_in = ((base, None), (beside, beside), *places_of(folders))
    return any(is_file(folder / name, within) for folder, within in looked_in)


def places_of(folders: Sequence[LookFolder]) -> Iterator[tuple[Path, Path]]:
    """Where a picture of the looks may lie, each with the folder that it must not lead out of."""
    for look in folders:
        yield look.path, look.within
        yield look.path / PICTURES, look.within


def _source(look: LookFolder, name: str, text: str, found: re.Match[str]) -> Source:
    return Source(row=text.count("\n", 0, found.start()) + 1, file=look.file(name).file)


def _lines(found: re.Match[str]) -> str:
    """What is passed over, as the line ends in it."""
    return "\n" * found[0].count("\n")
