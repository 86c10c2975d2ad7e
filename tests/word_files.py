"""Word files for the tests, written part by part so that each may hold what Word itself would put there."""

import base64
import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
NAMES = _NAMES
"""The namespaces that the parts use, for parts that a test writes itself."""

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
"""A whole picture of one point."""

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_OUTSIDE = ' TargetMode="External"'
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (
        ("Rubrik1", "heading 1"),
        ("Rubrik2", "heading 2"),
        ("Rubrik3", "heading 3"),
        ("Citat", "Quote"),
        ("Beskrivning", "caption"),
        ("Innehll1", "toc 1"),
    )
)
_NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/><w:lvlText w:val="%{level + 1}."/></w:lvl>'
        for level in range(3)
    )
    + f'</w:abstractNum><w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    for number, form in ((1, "bullet"), (2, "decimal"))
)


def run(text: str, *properties: str) -> str:
    """A run; ``properties`` are the names of its settings, ``b`` for bold."""
    settings = "".join(f"<w:{name}/>" for name in properties)
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", item: tuple[int, int] | None = None, right: bool = False) -> str:
    """A paragraph of runs, or of plain text; ``item`` is (numbering, level): 1 is bullets, 2 numbers."""
    settings = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item:
        settings += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
    settings += '<w:jc w:val="right"/>' if right else ""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{settings}</w:pPr>{inner}</w:p>"


def heading(text: str, level: int = 1) -> str:
    return paragraph(text, style=f"Rubrik{level}")


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of cells, each the XML of its paragraphs or plain text."""
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row) for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def picture(relationship: str, alternative: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="{escape(alternative)}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relationship}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def word_file(
    *body: str,
    footnotes: Mapping[str, str] | None = None,
    comments: str = "",
    links: Mapping[str, str] | None = None,
    pictures: Mapping[str, bytes] | None = None,
    styles: str = "",
    numbering: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    relations_to: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A whole file. ``footnotes`` and ``links`` are by number and relationship, ``pictures`` by file name.

    ``styles`` and ``numbering`` are added to those that every file has, ``parts`` are whole parts by their names, and
    ``relations_to`` are (kind, target) by relationship; a target with a colon lies outside the file.
    """
    relations = [
        f'<Relationship Id="{key}" Type="{_KIND}/hyperlink" Target="{address}" TargetMode="External"/>'
        for key, address in (links or {}).items()
    ]
    relations += [
        f'<Relationship Id="{key}" Type="{_KIND}/{kind}" Target="{target}"{_OUTSIDE if ":" in target else ""}/>'
        for key, (kind, target) in (relations_to or {}).items()
    ]
    relations += [
        f'<Relationship Id="own-{kind}" Type="{_KIND}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "numbering", "footnotes", "comments")
    ]
    relations += [
        f'<Relationship Id="{name.partition(".")[0]}" Type="{_KIND}/image" Target="media/{name}"/>'
        for name in pictures or {}
    ]
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>' for number, text in (footnotes or {}).items()
    )
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(f'<Relationship Id="r1" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations("".join(relations)),
        "word/styles.xml": f"<w:styles {_NAMES}>{_STYLES}{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_NAMES}>{_NUMBERING}{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_NAMES}>{notes}</w:footnotes>",
        "word/comments.xml": f"<w:comments {_NAMES}>{comments}</w:comments>",
        **{f"word/media/{name}": data for name, data in (pictures or {}).items()},
    }
    return zipped({**whole, **(parts or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{inner}</Relationships>'
