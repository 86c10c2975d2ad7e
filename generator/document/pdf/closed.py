"""A report is closed: it carries no other file, does nothing when it is read, and leads only where a reader expects.

A look's templates are foreign, and could put the workbook itself into a PDF that is published.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pydyf

from generator.document.errors import DrawingError
from generator.ground.names import brief

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ATTACHED = (
    "Sidmallen bifogar filen {found} (rel=attachment). En rapport får inte bära med sig andra filer. Ta bort raden."
)
LED_OUT = (
    "Länken {found} får inte stå i rapporten: en länk leder till en webbsida (https), en e-postadress (mailto), ett "
    "telefonnummer (tel) eller ett ställe i rapporten. Rätta den i sidmallen."
)
OPEN = (
    "Rapporten skulle innehålla något som körs eller bifogas ({found}), och gjordes därför inte. Ta bort det ur mallen."
)

_CARRIES = frozenset({"EmbeddedFiles", "AF", "JavaScript", "OpenAction", "AA", "AcroForm", "XFA"})
_ACTIONS = frozenset({"/URI", "/GoTo"})
_ANNOTATIONS = frozenset({"/Link"})


def refuse_attachments(root: Any) -> None:
    """Refuse what an HTML document, a tree, would have attached.

    Raises:
        DrawingError: there is such a thing.

    """
    found = [element.get("href", "") for element in root.iter() if "attachment" in _relations(element)]
    if found:
        raise DrawingError([ATTACHED.format(found=brief(each)) for each in found])


def _relations(element: Any) -> list[str]:
    return str(element.get("rel", "")).lower().split()


def refuse_links(document: Any) -> None:
    """Refuse links of a document that has been laid out to files and programs.

    Raises:
        DrawingError: there is such a link.

    """
    outside = (target for page in document.pages for kind, target, *_ in page.links if kind != "internal")
    found = dict.fromkeys(target for target in outside if not _is_allowed(target))
    if found:
        raise DrawingError([LED_OUT.format(found=brief(_named(target))) for target in found])


def _is_allowed(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in SCHEMES
    except ValueError:
        return False


def _named(address: str) -> str:
    """An address as the template has it: of a file its name, not where it lies on this computer."""
    return address.rstrip("/").rpartition("/")[2] if address.startswith("file:") else address


def assure_closed(pdf: Any) -> None:
    """Look through a finished PDF: whatever way something came in, it does not go out.

    Raises:
        DrawingError: the PDF carries a file, does something, or leads elsewhere.

    """
    found = next((each for thing in (pdf.catalog, *pdf.objects) for each in _open_in(thing)), None)
    if found:
        raise DrawingError([OPEN.format(found=found)])


def _open_in(thing: Any) -> Iterator[str]:
    """What in a PDF's object, and in what lies in it, is not closed."""
    if isinstance(thing, pydyf.Stream):
        thing = thing.extra
    if isinstance(thing, pydyf.Array | list):
        for each in thing:
            yield from _open_in(each)
    if not isinstance(thing, pydyf.Dictionary | dict):
        return
    yield from _CARRIES & thing.keys()
    if thing.get("Type") == "/Action" and thing.get("S") not in _ACTIONS:
        yield str(thing.get("S"))
    if thing.get("Type") == "/Annot" and thing.get("Subtype") not in _ANNOTATIONS:
        yield str(thing.get("Subtype"))
    if thing.get("Type") in {"/EmbeddedFile", "/Filespec"}:
        yield str(thing["Type"])
    for each in thing.values():
        yield from _open_in(each)
