"""Pictures in a Word file: those that lie in it and can be printed, and what is wrong with the others."""

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Self
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from generator.files.pictures import content_fault, content_kind
from generator.findings.rule import Rule
from generator.texts.sizes import SIZED
from generator.texts.word_messages import WORD_PICTURE_ABSENT, WORD_PICTURE_FORMAT, WORD_PICTURE_LINKED
from generator.texts.word_package import Package, Part
from generator.texts.word_runs import escaped

_EMU = 3_600
"""English metric units, Word's own, in a tenth of a millimetre."""
_TENTHS = {
    "pt": Decimal("3.52778"),
    "in": Decimal(254),
    "cm": Decimal(100),
    "mm": Decimal(10),
    "px": Decimal("2.64583"),
}
_VML_WIDTH = re.compile(rf"(?:^|;)\s*width:\s*(\d{{1,5}}(?:\.\d{{1,6}})?)({'|'.join(_TENTHS)})")
_WIDEST = 9_999


def width_in_word(drawing: Element) -> int:
    """How wide a drawing is in Word, in tenths of a millimetre; nought where that is not said."""
    widths = [0]
    for each in drawing.iter():
        extent, older = each.get("cx", ""), _VML_WIDTH.search(each.get("style", ""))
        if each.tag == "wp:extent" and extent.isdecimal() and extent.isascii():
            widths.append(int(extent[:12]) // _EMU)
        elif older and each.tag.startswith("v:"):
            widths.append(int(Decimal(older[1]) * _TENTHS[older[2]]))
    return min(max(widths), _WIDEST)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's content with its kind, ``image/png``; both are empty where it cannot be printed.

    ``name`` is that of the file it was, ``link`` where it lies if not in the Word file.
    """

    name: str
    content: bytes = b""
    kind: str = ""
    link: str = ""
    fault: Rule | None = None

    @classmethod
    def found(cls, element: Element, part: Part, package: Package) -> Self:
        """Find the picture that an ``a:blip`` or a ``v:imagedata`` means."""
        keys = ("r:embed", "r:id", "r:pict", "o:relid", "r:link", "r:href")
        named = (each.get(name, "") for each in element.iter() for name in keys)
        relations = [part.relations[key] for key in named if key in part.relations]
        inside = next((each for each in relations if not each.external), None)
        if inside is None:
            linked = bool(relations) or any(each.get(key) for each in element.iter() for key in ("r:link", "r:href"))
            address = relations[0].target if relations else ""
            name = unquote(address).replace("\\", "/").rstrip("/").rpartition("/")[2]
            return cls(name or "okänd", link=(name or "en fil som inte är känd") if linked else "")
        content = package.content(inside.target) or b""
        kind, fault = content_kind(content), content_fault(content)
        name = PurePosixPath(inside.target).name
        return cls(name, content, "" if fault else kind, fault=fault)

    @property
    def printable(self) -> bool:
        """Whether it lies in the file and can be printed."""
        return bool(self.kind)

    def faults(self, name: str) -> Iterator[tuple[Rule, Mapping[str, object]]]:
        """Say why a picture that is called ``name`` cannot be printed."""
        suffix = PurePosixPath(self.name).suffix.lstrip(".").lower()
        if self.link:
            yield WORD_PICTURE_LINKED, {"name": self.link}
        elif not self.content:
            yield WORD_PICTURE_ABSENT, {}
        elif self.fault is not None:
            yield self.fault, {"found": f"Bilden ”{name}” i Word-filen"}
        elif not self.kind:
            yield WORD_PICTURE_FORMAT, {"format": suffix or "okänt"}

    def markdown(self, alternative: str, tenths: int = 0) -> str:
        """Write it with its content as its address, and how wide it may be, in tenths of a millimetre, where known."""
        content = base64.b64encode(self.content).decode("ascii")
        size = f"{SIZED}{tenths // 10}.{tenths % 10}mm;" if tenths else ""
        return f"![{escaped(' '.join(alternative.split()))}](data:{self.kind};{size}base64,{content})"


def with_caption(markdown: str, caption: str) -> str:
    """Give a picture that was written a caption."""
    title = escaped(caption).replace('"', r"\"")
    return f'{markdown[:-1]} "{title}")' if title else markdown
