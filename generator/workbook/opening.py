"""Opening a workbook once, as grids of raw values: what stood in each cell, as a spreadsheet shows it.

The reader is our own, on the standard library. What a report needs of a file is little - values, formulas that were
never calculated, error values, merged areas, number formats - and no library gives it all. openpyxl, which writes our
workbooks, first builds a model of the whole file: a pivot table, a drawing or a style that it does not understand makes
the workbook unreadable, it knows neither Strict nor the escapes in texts, and it takes five times as long.
python-calamine is fast, but gives no number formats, and nothing for an error value or a formula without a value. Here
only the list of tabs, the texts, the number formats and the tabs themselves are opened.
"""

import io
import posixpath
import zipfile
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import lt
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring, iterparse

from generator.findings.limits import TooMuchError, hold
from generator.ground.limits import TABS
from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.values import CoveredByMerge, NeverCalculated, RawCell
from generator.workbook.bounds import Bounds
from generator.workbook.cells import Filled, Shared, filled_cells, row_number
from generator.workbook.grid import Grid, is_own
from generator.workbook.kept import Asked, Kept, digest, keep, kept
from generator.workbook.marks import Seen, Struck, struck_of
from generator.workbook.merged import covered_cells, is_first
from generator.workbook.moments import EPOCH, EPOCH_1904
from generator.workbook.number_formats import formats_of
from generator.workbook.package import RELATION_IDS, Package, Relation, tags
from generator.workbook.strings import decoded, text_of, unless_blank

_ROW, _COLUMN, _MERGED = tags("row"), tags("col"), tags("mergeCell")
_SHARED_PARTS = ("sharedStrings", "styles")


class UnreadableWorkbookError(Exception):
    """The file looked like a workbook, but no workbook came out of it."""


def open_lists(data: bytes, beside: Source) -> tuple[Grid, ...]:
    """Open another workbook, ``beside`` ours, whose tabs may be lists; raises as ``open_grids``."""
    return _opened(data, Bounds(None), beside)


def tabs_in(data: bytes) -> tuple[str, ...]:
    """The names of a workbook's tabs, without opening any; none where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            package = Package(archive)
            return tuple(decoded(each.get("name", "")) for each in package.parse(package.main("workbook")).iter())
    except Exception:  # noqa: BLE001 - a damaged file can raise nearly anything; who opens it is told of that
        return ()


def open_grids(data: bytes, pasted: Container[Name] = ()) -> tuple[Grid, ...]:
    """Open a workbook and give its tabs, in order. What ``container.judge`` refuses must not come here.

    ``pasted`` are the names of tabs that hold another program's list, which may be longer than what is typed.

    Raises:
        UnreadableWorkbookError: the file is damaged in a way that its outside did not show.
        TooMuchError: there is more in it than is read.

    """
    return _opened(data, Bounds(pasted))


def _opened(data: bytes, bounds: Bounds, beside: Source | None = None) -> tuple[Grid, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _grids(Package(archive), bounds, beside)
    except TooMuchError:
        raise
    except Exception as error:  # a damaged file can raise nearly anything from the layers below
        raise UnreadableWorkbookError from error


def _grids(package: Package, bounds: Bounds, beside: Source | None) -> tuple[Grid, ...]:
    main = package.main("workbook")
    book = package.parse(main)
    if book.tag not in tags("workbook"):
        raise ValueError(book.tag)
    relations = package.relations(main)
    texts_and_styles = _shared_parts(package, main, relations)
    parts = {kind: fromstring(xml) for kind, xml in texts_and_styles.items()}  # noqa: S314 - holds no definitions
    shared, struck = _shared(book, parts), _struck(parts)
    styles = digest(texts_and_styles.get("styles", b""))
    sheets = _sheets(book, relations)
    hold(TABS, len(sheets))
    grids = []
    for order, sheet in enumerate(sheets):
        place = Source(order, sheet.name) if beside is None else replace(beside, tab=sheet.name)
        if is_own(sheet.name):
            grids.append(Grid(place.order, sheet.name, {}, file=place.file))
        else:
            xml = package.read(sheet.part, place, bounds.part_bytes(place))
            asked = Asked(place, sheet.hidden, digest(xml), styles, shared.epoch, struck.texts)
            if found := kept(asked, shared.strings):
                bounds.hold_cells(found.cells, place)
                grids.append(bounds.held(found.grid))
            else:
                seen = Seen(xml, struck, hidden=sheet.hidden)
                grids.append(keep(asked, _read(place, xml, replace(shared, used={}), seen, bounds)))
    return tuple(grids)


def _struck(parts: Mapping[str, Element]) -> Struck:
    texts = (item for item in parts.get("sharedStrings", ()) if item.tag in tags("si"))
    return struck_of(parts.get("styles", ()), texts)


def _shared_parts(package: Package, main: str, relations: Mapping[str, Relation]) -> dict[str, bytes]:
    """The XML of the parts that all tabs refer to, by kind; beside the workbook's where no relationship tells.

    One that is not there is empty: a file may have no styles, and no text outside its cells.
    """
    beside = {kind: posixpath.join(posixpath.dirname(main), f"{kind}.xml") for kind in _SHARED_PARTS}
    related = {each.kind: each.target for each in relations.values() if each.kind in _SHARED_PARTS}
    return {kind: package.read(part) for kind, part in (beside | related).items() if part in package}


def _shared(book: Element, parts: Mapping[str, Element]) -> Shared:
    strings = [unless_blank(text_of(item)) for item in parts.get("sharedStrings", ()) if item.tag in tags("si")]
    formats = formats_of(parts["styles"]) if "styles" in parts else ()
    from_1904 = any(child.get("date1904") in {"1", "true"} for child in book if child.tag in tags("workbookPr"))
    return Shared(strings, formats, EPOCH_1904 if from_1904 else EPOCH)


class _Sheet(NamedTuple):
    name: str
    part: str
    hidden: bool


def _sheets(book: Element, relations: Mapping[str, Relation]) -> list[_Sheet]:
    """The tabs in order, each with its part; a tab that is nothing but a chart has no cells."""
    sheets, names = dict[str, _Sheet](), dict[str, str]()
    for each in book.iter():
        if each.tag in tags("sheet"):
            name = decoded(each.attrib["name"])
            relation = relations[next(each.attrib[key] for key in RELATION_IDS if key in each.attrib)]
            sheet = _Sheet(name, relation.target, each.get("state") in {"hidden", "veryHidden"})
            # Of two tabs with one name the other would be lost without a word; of one part none makes two tabs.
            if sheets.setdefault(name, sheet) != sheet or names.setdefault(sheet.part, name) != name:
                raise ValueError(name)
            if relation.kind == "chartsheet":
                del sheets[name]
    return list(sheets.values())


def _read(place: Source, xml: bytes, shared: Shared, seen: Seen, bounds: Bounds) -> Kept:
    rows: dict[int, dict[int, RawCell]] = {}
    areas: list[str] = []
    number = count = 0
    # Row by row, so that no more than a row is held as XML.
    for _, element in iterparse(io.BytesIO(xml)):  # noqa: S314 - what a package reads holds no definitions
        if element.tag in _ROW:
            number = row_number(element, number)
            count += _lay_out(place, filled_cells(element, number, shared), rows)
            bounds.hold_cells(count, place)
            seen.row(element, number)
            element.clear()
        elif element.tag in _COLUMN:
            seen.columns(element)
        elif element.tag in _MERGED:
            areas.append(element.get("ref", ""))
    _cover(place, covered_cells(areas), rows)
    grid = bounds.held(Grid(place.order, place.tab, _in_order(rows), seen.marks(), place.file))
    return Kept(grid, shared.used, count)


Rows = dict[int, dict[int, RawCell]]


def _lay_out(place: Source, cells: Iterable[Filled], rows: Rows) -> int:
    """Lay cells out by row and column. Returns how many were new."""
    order, name, file, count = place.order, place.tab, place.file, 0
    for row, column, value, code in cells:
        of_row = rows.get(row)
        if of_row is None:
            of_row = rows[row] = {}
        before = of_row.get(column)
        if before is None:
            of_row[column] = RawCell(value, Source(order, name, row, column, "", file), code)
            count += 1
        # Of two values in one place nobody can tell which is meant.
        elif before.value != value:
            raise ValueError(before)
    return count


def _cover(place: Source, covered: Mapping[tuple[int, int], str], rows: Rows) -> None:
    """Put in what a merged area covers, whatever stands there: it is not seen in the tab."""
    for at, area in covered.items():
        row, column = at
        before = rows.get(row, {}).get(column)
        if before is None or not (is_first(at, area) or isinstance(before.value, NeverCalculated)):
            source = Source(place.order, place.tab, row, column, "", place.file)
            rows.setdefault(row, {})[column] = RawCell(CoveredByMerge(area), source)


def _in_order(rows: Rows) -> Mapping[int, Mapping[int, RawCell]]:
    """Rows and their cells in order, which they are in nearly every file."""
    ordered = rows if _is_sorted(rows) else dict(sorted(rows.items()))
    return {row: cells if _is_sorted(cells) else dict(sorted(cells.items())) for row, cells in ordered.items()}


def _is_sorted(keys: Iterable[int]) -> bool:
    return all(map(lt, *_neighbours(keys)))


def _neighbours(keys: Iterable[int]) -> tuple[Sequence[int], Sequence[int]]:
    every = tuple(keys)
    return every, every[1:]
