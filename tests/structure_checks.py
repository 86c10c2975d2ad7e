"""What a finished PDF must fulfil: a check is a function of its structure and the HTML that gives its faults.

Part of PDF/UA-1 and PDF/A-2a is written out here as we read it. ``test_verapdf.py`` has the reference validator judge.
"""

import re
import socket
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import tinyhtml5
from pdf_structure import Element, Mark, Structure

from generator.document.pdf.continued import going_on_as
from generator.document.pdf.running_heads import shortened

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
SVG = "{http://www.w3.org/2000/svg}svg"
BLOCK_NAMES = (
    "article blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header html li main nav ol"
    " p section table tbody td tfoot th thead tr ul"
)
BLOCKS = set(BLOCK_NAMES.split())
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
AS_MANY = {
    "Table": ("table",),
    "THead": ("thead",),
    "TBody": ("tbody",),
    "TR": ("tr",),
    "TH": ("th",),
    "TD": ("td",),
    "P": ("p",),
    "Sect": ("section",),
    "Note": ("note",),
    "Figure": ("img", SVG),
}
"""Kinds of elements, and the HTML elements that they stand for, one for one."""
LINE = 14
"""Points between two lines of text, or somewhat more."""
INLINE = {"Link", "Reference", "Span"}
"""What stands in a line of text: where it begins and ends no word does."""
CHILDREN = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
"""What may stand right below an element, where PDF says so."""


@cache
def html_root(html: str) -> Any:
    return tinyhtml5.parse(html, namespace_html_elements=False)


def _html_body(html: str) -> Any:
    return html_root(html).find("body")


def one_for_one(structure: Structure, html: str) -> Iterator[str]:
    """As many elements as in the HTML, however many pages they run over."""
    tags = Counter(element.tag for element in _html_body(html).iter())
    kinds = Counter(element.kind for element in structure.document.walk())
    wanted = {kind: sum(tags[tag] for tag in names) for kind, names in AS_MANY.items()}
    wanted |= {f"H{level}": tags[f"h{level}"] for level in range(1, 7)}
    # Each note leads back to its call, and those that no link in the HTML can hold are linked to as well.
    wanted["Link"] = tags["a"] + 2 * tags["note"] - len(list(_html_body(html).iterfind(".//a//note")))
    beside = sum(1 for _ in _captions_beside(_html_body(html)))
    titles = [each for each in _html_body(html).iter() if "cover-panel" in each.get("class", "").split()]
    wanted["P"] -= beside + sum(1 for title in titles for _ in title.iter("p"))
    wanted["H1"] += len(titles)
    wanted["TH"] -= (silent := sum(not _is_head(head) for head in _html_body(html).iter("th")))
    wanted["TD"] += silent
    wanted["P"] += sum(len(said) for said in map(_said_of_term, _html_body(html).iter()) if len(said) > 1)
    wanted["Caption"] = tags["table"] + tags["figcaption"]
    for kind, count in wanted.items():
        if kinds[kind] != count:
            yield f"{kinds[kind]} {kind}, but {count} in the HTML"
    if kinds["L"] + kinds["TOC"] != tags["ul"] + tags["ol"] + tags["dl"]:
        yield f"{kinds['L']} L and {kinds['TOC']} TOC, but other lists in the HTML"
    if kinds["TOCI"] != len(list(_html_body(html).iterfind(".//nav//li"))):
        yield "not as many TOCI as lines of contents"


def _is_head(cell: Any) -> bool:
    """Whether a cell of the HTML heads others: one that says nothing does not."""
    return cell.tag == "th" and bool(_text(cell).strip())


def _said_of_term(element: Any) -> list[Any]:
    """What is said of the one term of a group in a definition list; each is a paragraph where there are several."""
    return element.findall("dd") if element.tag == "div" else []


def _captions_beside(body: Any) -> Iterator[Any]:
    """The paragraphs that are a table's caption: right before it, or below it."""
    for parent in body.iter():
        for first, second in pairwise(parent):
            classes = [f"{each.get('class', '')} ".split() for each in (first, second)]
            if second.tag == "table" and "caption" in classes[0] and "below" not in classes[0]:
                yield first
            if first.tag == "table" and {"caption", "below"} <= set(classes[1]):
                yield second


def captions(structure: Structure, html: str) -> Iterator[str]:
    """Every table has one caption, first or last in it, and it says something; what is seen says it itself."""
    seen = [" ".join(_text(each).split()) for each in _captions_beside(_html_body(html))]
    for table in structure.all("Table"):
        own = [each for each in table.elements if each.kind == "Caption"]
        if len(own) != 1 or own[0] not in (table.elements[0], table.elements[-1]):
            yield f"{len(own)} captions of a table"
            continue
        spoken, shown = str(own[0].thing.get("/ActualText", "")), " ".join(structure.text(own[0]).split())
        if not (spoken or shown) or (spoken and shown):
            yield f"a caption says {spoken!r} and shows {shown!r}"
        if shown in seen:
            seen.remove(shown)
    if seen:
        yield f"captions outside their tables: {seen}"


def right_children(structure: Structure, _html: str) -> Iterator[str]:
    """Lists have items, items have one body, tables have rows of cells."""
    for element in structure.document.walk():
        wrong = {kid.kind for kid in element.elements} - CHILDREN.get(
            element.kind, {kid.kind for kid in element.elements}
        )
        if wrong:
            yield f"{element.kind} holds {wrong}"
        bodies = [kid.kind for kid in element.elements if kid.kind == "LBody"]
        if element.kind == "LI" and len(bodies) != 1:
            yield f"{len(bodies)} LBody in an LI"


def nothing_empty(structure: Structure, _html: str) -> Iterator[str]:
    """No heading, paragraph, section or list stands for nothing; only a cell of data may be empty."""
    for element in structure.document.walk():
        if element.kind in {"Sect", "Part", "Div", "P", "L", "LI", "TR", "TH", "Note", "H1", "H2", "H3", "H4"}:
            says = structure.text(element).strip() or any(each.kind == "Figure" for each in element.walk())
            if not says:
                yield f"an empty {element.kind}"


def marked_lists(structure: Structure, html: str) -> Iterator[str]:
    """A numbered list says so, also when it is only numbered by its marks."""
    ordered = sum(1 for _ in _html_body(html).iter("ol"))
    bulleted = len(list(_html_body(html).iter("ul"))) - len(list(_html_body(html).iterfind(".//nav//ul")))
    said = Counter(str(element.attribute("/ListNumbering")) for element in structure.all("L"))
    if sum(said[name] for name in ("/Decimal", "/LowerAlpha")) != ordered:
        yield f"{ordered} numbered lists, but {dict(said)}"
    # A list whose marks are left out by the style sheet, as that of the places to sign, says none.
    marked = sum(said[name] for name in ("/Disc", "/Circle", "/Square"))
    if not marked <= bulleted <= marked + said["None"]:
        yield f"{bulleted} bulleted lists, but {dict(said)}"


def scopes(structure: Structure, html: str) -> Iterator[str]:
    """Every head has a scope, and the one that the HTML gives it."""
    names = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column", "": "/Column"}
    wanted = [names[head.get("scope", "")] for head in _html_body(html).iter("th") if _is_head(head)]
    found = [str(head.attribute("/Scope")) for head in structure.all("TH")]
    if wanted != found:
        yield f"scopes {found} instead of {wanted}"


def headers(structure: Structure, html: str) -> Iterator[str]:
    """Every cell names exactly the heads of its row and column, as found in the HTML's grid."""
    wanted = [
        _squeezed("|".join(heads)) for table in _html_body(html).iter("table") for heads in _heads_of_cells(table)
    ]
    found = []
    for table in structure.all("Table"):
        own = {head.id: head for head in _cells(table) if head.kind == "TH"}
        for cell in _cells(table):
            if cell.kind == "TD":
                ids = [str(one) for one in cell.attribute("/Headers") or ()]
                if missing := set(ids) - set(own):
                    yield f"a cell names {missing}, which is no head of its table"
                texts = [_squeezed(structure.text(own[one])) for one in ids if one in own]
                found.append("|".join(texts))
    if sorted(wanted) != sorted(found):
        yield f"{list((Counter(wanted) - Counter(found)).items())[:3]} heads are not named so"


def _cells(table: Element) -> Iterator[Element]:
    for part in table.elements:
        for row in part.elements:
            yield from (cell for cell in row.elements if cell.kind in ("TH", "TD"))


def _heads_of_cells(table: Any) -> Iterator[list[str]]:
    """For each data cell of an HTML table the texts of its heads: those of its row, then those above it."""
    grid: dict[tuple[int, int], Any] = {}
    rows = [row for part in table if part.tag in ("thead", "tbody") for row in part]
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in grid:
                x += 1
            area = [
                (y + i, x + j) for i in range(int(cell.get("rowspan", 1))) for j in range(int(cell.get("colspan", 1)))
            ]
            grid |= dict.fromkeys(area, cell)
    groups = {row.get("data-group"): row[0] for row in rows if row.get("data-group")}
    row_of = {cell: row for row in rows for cell in row}
    width = max((x + 1 for _, x in grid), default=0)
    for cell in dict.fromkeys(cell for _, cell in sorted(grid.items(), key=lambda place: place[0])):
        if not _is_head(cell):
            places = [place for place, other in grid.items() if other is cell]
            above = [groups[number] for number in row_of[cell].get("data-under", "").split()]
            heads = () if 1 < width == len({x for _, x in places}) else _heads_at(grid, places)
            yield [_text(head) for head in dict.fromkeys((*above, *heads))]


def _heads_at(grid: dict[tuple[int, int], Any], places: list[tuple[int, int]]) -> Iterator[Any]:
    rows, columns = {y for y, _ in places}, {x for _, x in places}
    heads = [(place, cell) for place, cell in sorted(grid.items()) if _is_head(cell)]
    yield from (cell for (y, _), cell in heads if y in rows and cell.get("scope") == "row")
    top = min(rows)
    yield from (cell for (y, x), cell in heads if x in columns and y < top and cell.get("scope") != "row")


def id_tree(structure: Structure, _html: str) -> Iterator[str]:
    """The IDTree lists every ID once, in order, with its element."""
    pairs = structure.root.get("/IDTree", {}).get("/Names", ())
    listed = [(str(pairs[i]), pairs[i + 1].objgen) for i in range(0, len(pairs), 2)]
    real = [(element.id, element.thing.objgen) for element in structure.document.walk() if element.id]
    if listed != sorted(real):
        yield f"{len(real)} elements have IDs, {len(listed)} are listed, or not in order"
    if len({name for name, _ in real}) != len(real):
        yield "an ID is used twice"


def parents(structure: Structure, _html: str) -> Iterator[str]:
    """Every element's parent is the one it stands below, and no element stands outside the tree."""
    for element in structure.document.walk():
        above = element.parent.thing if element.parent else structure.root
        if element.thing.P.objgen != above.objgen:
            yield f"{element.kind} names another parent than it has"
    inside = {element.thing.objgen for element in structure.document.walk()}
    for thing in structure.pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem" and thing.objgen not in inside:
            yield f"{thing.S} outside the tree"


def marks(structure: Structure, _html: str) -> Iterator[str]:
    """Everything painted is either in the tree, once, or an artifact; and the way back to the tree is right."""
    listed = structure.parents()
    owners = {kid: element for element in structure.document.walk() for kid in element.kids if isinstance(kid, Mark)}
    if len(owners) != len(structure.marks()):
        yield "a mark belongs to two elements"
    for number, page in enumerate(structure.pages, 1):
        yield from (f"page {number}: {fault}" for fault in page.faults)
        back = listed[int(structure.pdf.pages[number - 1].StructParents)]
        for mcid in page.texts:
            owner = owners.pop(Mark(number, mcid), None)
            if owner is None:
                yield f"page {number}: mark {mcid} has no element"
            elif back[mcid].objgen != owner.thing.objgen:
                yield f"page {number}: mark {mcid} leads back to another element"
    yield from (f"page {mark.page}: mark {mark.mcid} is not on the page" for mark in owners)


def repeated_text_is_artifact(structure: Structure, html: str) -> Iterator[str]:
    """All that is not in the tree is page numbers, running heads, repeated heads of tables, and what goes on."""
    root = _html_body(html)
    known = {_squeezed(_text(head)) for tag in ("th", "h1") for head in root.iter(tag)}
    titles = (_text(head) for tag in ("h1", "h2", "h3", "h4", "p") for head in root.iter(tag))
    whole = (" ".join(text.split()) for text in titles)
    going_on = {_squeezed(going_on_as(title)) for text in whole for title in (text, shortened(text))}
    known |= {
        _squeezed(main.get(name, "")) for main in root.iter("main") for name in ("data-association", "data-report")
    }
    for number, page in enumerate(structure.pages, 1):
        for piece in map(_squeezed, page.artifacts):
            numbers = {str(number), f"Sida{number}", f"{number}({len(structure.pages)})"}
            is_right = not piece.strip(".") or piece in numbers | going_on
            if not is_right and not any(piece in text for text in known):
                yield f"page {number}: {piece!r} is not read"


def note_ids(structure: Structure, html: str) -> Iterator[str]:
    """Every note has an ID of its own and stands in the order of its call."""
    notes = structure.all("Note")
    if not all(note.id for note in notes):
        yield "a note has no ID"
    calls = [
        structure.text(element).strip()
        for element in structure.all("Reference")
        if element.parent and element.parent.kind != "TOCI"
    ]
    numbers = [str(number) for number in range(1, 1 + sum(1 for _ in _html_body(html).iter("note")))]
    labels = [structure.text(note.elements[0]).strip(". ") for note in notes if note.elements]
    if calls != numbers or labels != numbers:
        yield f"calls {calls}, notes {labels}"


def note_links(structure: Structure, _html: str) -> Iterator[str]:
    """A call leads to its note's page, the note's number back to its call's, and each to where the other stands."""
    calls = [each for each in structure.all("Reference") if each.parent and each.parent.kind != "TOCI"]
    for call, note in zip(calls, structure.all("Note"), strict=True):
        there = next(iter([*_links_in(call), *_links_around(call)]), None)
        back = next(_links_in(note.elements[0]), None)
        if there is None or back is None:
            yield f"note {structure.text(note)[:20]!r} and its call do not lead to each other"
        elif not (_lies_at(structure, there, back) and _lies_at(structure, back, there)):
            yield f"note {structure.text(note)[:20]!r} and its call lead to other places"


def _links_in(element: Element) -> Iterator[Element]:
    yield from (link for link in element.walk() if link.kind == "Link")


def _links_around(element: Element) -> Iterator[Element]:
    if element.parent and element.parent.kind == "Link":
        yield element.parent


def _lies_at(structure: Structure, link: Element, goal: Element) -> bool:
    """Tell whether ``link`` leads to the height of ``goal``, within a line, on its page."""
    goal_area = goal.annotations[0]
    place = structure.place_of(link.annotations[0].Dest)
    on_page = [area.objgen for area in place[0].get("/Annots", ())]
    return goal_area.objgen in on_page and abs(float(place[3]) - float(goal_area.Rect[3])) < LINE


def headings(structure: Structure, _html: str) -> Iterator[str]:
    """Headings begin with the first level and never skip one on the way in."""
    level = 0
    for heading in structure.all(*HEADINGS):
        if int(heading.kind[1]) > level + 1:
            yield f"{heading.kind} follows level {level}: {structure.text(heading)}"
        level = int(heading.kind[1])


def same_words(structure: Structure, html: str) -> Iterator[str]:
    """The words that are read, in order, are those of the HTML, each note after the paragraph that calls it."""
    root = _html_body(html)
    pages = {link: structure.page_of(link.get("href").removeprefix("#")) for link in root.iterfind(".//nav//a")}
    wanted = _words("".join(_read(root, pages)))
    found = _words("".join(_said(structure, structure.document)))
    if wanted != found:
        pairs = enumerate(zip_longest(wanted, found))
        at = next(i for i, (a, b) in pairs if a != b)
        near = slice(max(0, at - 5), at + 10)
        yield f"{' '.join(found[near])!r} instead of {' '.join(wanted[near])!r}"


def _words(text: str) -> list[str]:
    """The words of a text: soft hyphens divide none, all kinds of spaces part them, and a look may write them large."""
    return text.replace("\u00ad", "").casefold().split()


def _squeezed(text: str) -> str:
    """A text without spaces and soft hyphens."""
    return re.sub(r"[\s\u00a0\u00ad]", "", text)


def _text(element: Any) -> str:
    """An HTML element's text without its notes."""
    inner = (("" if child.tag in ("note", SVG) else _text(child)) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inner)


def _read(element: Any, pages: dict[Any, int]) -> Iterator[str]:
    """The text of the HTML as it should be read: notes last in the run of text that calls them."""
    waiting: list[str] = []
    yield from _run(element, pages, waiting)
    yield from waiting


def _run(element: Any, pages: dict[Any, int], waiting: list[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "note":
            waiting.extend((" ", *_read(child, pages), " "))
        elif child.tag in BLOCKS:
            yield from waiting
            waiting.clear()
            yield from (" ", *_read(child, pages), " ")
        elif child.tag == "br":
            yield " "
        elif child.tag != SVG:
            yield from _run(child, pages, waiting)
        yield f" {pages[child]} " if child in pages else ""
        yield child.tail or ""


def _said(structure: Structure, element: Element) -> Iterator[str]:
    """The text of the tree without what CSS adds: marks of lists and notes, calls, and pictures' own letters."""
    for kid in element.kids:
        if isinstance(kid, Mark):
            yield structure.text_of_mark(kid)
        elif _is_added(kid):
            yield " " if structure.text(kid).endswith(" ") else ""
        else:
            said = _said(structure, kid)
            yield from said if kid.kind in INLINE else (" ", *said, " ")


def _is_added(element: Element) -> bool:
    above = element.parent
    if element.kind == "Lbl" and above is not None:
        grandparent = above.parent
        return above.kind == "Note" or (grandparent is not None and "/ListNumbering" in grandparent.thing.get("/A", {}))
    return element.kind == "Figure" or (element.kind == "Reference" and above is not None and above.kind != "TOCI")


def links(structure: Structure, html: str) -> Iterator[str]:
    """Every link has one element, what is read for it is its text, and it is there on paper too."""
    tied = {thing.objgen: element for element in structure.document.walk() for thing in element.annotations}
    listed = structure.parents()
    for number, page in enumerate(structure.pdf.pages, 1):
        for thing in page.get("/Annots", ()):
            owner = tied.pop(thing.objgen, None)
            if owner is None or owner.kind != "Link":
                yield f"page {number}: an annotation hangs on {owner.kind if owner else 'nothing'}"
            elif listed.get(int(thing.StructParent), thing).objgen != owner.thing.objgen:
                yield f"page {number}: an annotation leads back to another element"
            left, bottom, right, top = (float(each) for each in thing.Rect)
            if min(abs(right - left), abs(top - bottom)) < 2:
                yield f"page {number}: there is nothing to click of {thing.Contents}"
            if int(thing.get("/F", 0)) != 4:
                yield f"page {number}: an annotation lacks the print flag"
    yield from (f"{element.kind} has an annotation on no page" for element in tied.values())
    yield from _said_of_links(structure, html)


def _said_of_links(structure: Structure, html: str) -> Iterator[str]:
    numbers = {note: number for number, note in enumerate(_html_body(html).iter("note"), start=1)}
    wanted: Counter[str] = Counter()
    for link in _html_body(html).iter("a"):
        alone = next((image.get("alt") for image in link.iter("img")), "")
        called = next((f"Fotnot {numbers[note]}" for note in link.iter("note")), alone)
        text = " ".join(_text(link).split())
        wanted[f"Fotnot {text}" if link.get("class") == "footnote-again" else text or called] += 1
    for note, number in numbers.items():
        wanted[f"Tillbaka till texten vid fotnot {number}"] += 1
        wanted[f"Fotnot {number}"] += note not in set(_html_body(html).iterfind(".//a//note"))
    wanted = +wanted
    found = [{str(thing.get("/Contents", "")) for thing in element.annotations} for element in structure.all("Link")]
    if any(len(texts) != 1 for texts in found) or Counter(next(iter(texts), "") for texts in found) != wanted:
        yield f"links say {sorted(map(sorted, found))[:5]}"


def figures(structure: Structure, html: str) -> Iterator[str]:
    """Every picture says what it shows, and where it is on its page."""
    root = _html_body(html)
    wanted = [
        image.get("alt") if image.tag == "img" else image.find("{http://www.w3.org/2000/svg}title").text
        for image in root.iter()
        if image.tag in ("img", SVG)
    ]
    found = [str(figure.thing.get("/Alt")) for figure in structure.all("Figure")]
    if wanted != found:
        yield f"pictures say {found} instead of {wanted}"
    for figure in structure.all("Figure"):
        left, bottom, right, top = (float(number) for number in figure.attribute("/BBox"))
        _, _, width, height = (float(number) for number in figure.thing.Pg.MediaBox)
        if not (0 <= left < right <= width and 0 <= bottom < top <= height):
            yield "a picture lies outside its page"


def language_and_title(structure: Structure, html: str) -> Iterator[str]:
    """The document says its language, and readers show its title instead of the file's name."""
    root: Any = structure.pdf.Root
    if root.get("/Lang") != "sv":
        yield "the language is not Swedish"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "the title is not shown"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "the file is not said to be tagged"
    title = html_root(html).findtext("head/title")
    told = [str(structure.pdf.docinfo.get("/Title")), _packet(structure).findtext(f".//{DC_TITLE}//{RDF}li")]
    if told != [title, title]:
        yield f"the titles are {told}"


DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
DC_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def _packet(structure: Structure) -> ET.Element:
    return ET.fromstring(structure.pdf.Root.Metadata.read_bytes())  # noqa: S314 - the file is our own


def nothing_private(structure: Structure, html: str) -> Iterator[str]:
    """The metadata name the association and the program, and no person, computer or folder."""
    info = {str(key): str(value) for key, value in structure.pdf.docinfo.items()}
    if unknown := set(info) - {"/Author", "/Title", "/Producer", "/Subject", "/Keywords"}:
        yield f"the metadata tell {unknown}"
    authors = [meta.get("content") for meta in html_root(html).iter("meta") if meta.get("name") == "author"]
    told = [item.text for item in _packet(structure).iterfind(f".//{DC_CREATOR}//{RDF}li")]
    if told != authors or ([info["/Author"]] if "/Author" in info else []) != authors:
        yield f"the author is {told}"
    if not re.fullmatch(r"WeasyPrint [\d.]+", info.get("/Producer", "")):
        yield f"the program is {info.get('/Producer')}"
    everything = " ".join([*info.values(), structure.pdf.Root.Metadata.read_bytes().decode()])
    yield from (
        f"the metadata have {word}"
        for word in ("file:", "/home", "/var", "\\Users", str(Path(__file__).parent.parent), socket.gethostname())
        if word in everything
    )


def dates(structure: Structure, _html: str) -> Iterator[str]:
    """No dates, so that the same underlag gives the same bytes; or else the same in both places."""
    packet = structure.pdf.Root.Metadata.read_bytes()
    told = {"/CreationDate", "/ModDate"} & set(structure.pdf.docinfo.keys())
    if told or b"CreateDate" in packet or b"ModifyDate" in packet or b"MetadataDate" in packet:
        yield "the file has a date"


def identified(structure: Structure, _html: str) -> Iterator[str]:
    """One RDF element says both standards, and explains the property that PDF/A does not know."""
    packet = _packet(structure)
    if len(list(packet.iter(f"{RDF}RDF"))) != 1:
        yield "not one RDF element"
        return
    told: dict[str, str] = {
        name: value for each in packet.iter(f"{RDF}Description") for name, value in each.attrib.items()
    }
    wanted = {f"{PDFA}part": "2", f"{PDFA}conformance": "A", f"{PDFUA}part": "1"}
    if {name: told.get(name) for name in wanted} != wanted:
        yield f"the file says that it is {told}"
    schema = packet.find(f".//{EXTENSION}schemas/{RDF}Bag/{RDF}li")
    if schema is None:
        yield "no extension schema"
        return
    parts = [schema.findtext(f"{SCHEMA}{name}") for name in ("namespaceURI", "prefix")]
    described = schema.find(f"{SCHEMA}property/{RDF}Seq/{RDF}li")
    names = ("name", "valueType", "category")
    parts += [described.findtext(f"{PROPERTY}{name}") for name in names] if described is not None else []
    if parts != [PDFUA.strip("{}"), "pdfuaid", "part", "Integer", "internal"]:
        yield f"the extension schema says {parts}"


def output_intent(structure: Structure, _html: str) -> Iterator[str]:
    """The colours are defined by a profile inside the file."""
    intents = structure.pdf.Root.get("/OutputIntents", ())
    if [(str(intent.S), int(intent.DestOutputProfile.N)) for intent in intents] != [("/GTS_PDFA1", 3)]:
        yield "not one output intent for PDF/A with three colours"


def fonts(structure: Structure, _html: str) -> Iterator[str]:
    """Every font lies in the file and says what its glyphs stand for."""
    found = [
        thing for thing in _dictionaries(structure) if thing.get("/Type") == "/Font" and "/DescendantFonts" in thing
    ]
    if not found:
        yield "no fonts"
    for font in found:
        described = font.DescendantFonts[0].FontDescriptor
        if "/ToUnicode" not in font or not any(key in described for key in ("/FontFile2", "/FontFile3")):
            yield f"{font.BaseFont} is not embedded or not readable"


def _dictionaries(structure: Structure) -> Iterator[Any]:
    for thing in structure.pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing


def archivable(structure: Structure, _html: str) -> Iterator[str]:
    """What PDF/A forbids or wants, of what WeasyPrint could do: the rest of the standard is not looked at."""
    if structure.pdf.is_encrypted:
        yield "the file is encrypted"
    if len(structure.pdf.trailer.get("/ID", ())) != 2:
        yield "the file has no identifier"
    if {"/OpenAction", "/AA", "/AcroForm", "/OCProperties"} & set(structure.pdf.Root.keys()):
        yield "the file acts, or has forms or layers"
    if "/EmbeddedFiles" in structure.pdf.Root.get("/Names", {}):
        yield "the file holds other files"
    for thing in _dictionaries(structure):
        if thing.get("/Interpolate"):
            yield "a picture asks to be smoothed"
        if str(thing.get("/S")) in ("/JavaScript", "/Launch", "/SubmitForm"):
            yield "the file runs something"


CHECKS: tuple[Callable[[Structure, str], Iterable[str]], ...] = (
    one_for_one,
    captions,
    right_children,
    nothing_empty,
    marked_lists,
    scopes,
    headers,
    id_tree,
    parents,
    marks,
    repeated_text_is_artifact,
    note_ids,
    note_links,
    headings,
    same_words,
    links,
    figures,
    language_and_title,
    nothing_private,
    dates,
    identified,
    output_intent,
    fonts,
    archivable,
)


def faults(structure: Structure, html: str) -> dict[str, list[str]]:
    """The faults that each check finds; a check without any is left out."""
    found = {check.__name__: list(check(structure, html)) for check in CHECKS}
    return {name: told for name, told in found.items() if told}
