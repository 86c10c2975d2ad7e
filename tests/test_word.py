"""Word files as people make them: what Word shows is printed, and what is not printed is told with its words."""

import io
import itertools
import time
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest
from word_files import NAMES, PNG, heading, paragraph, picture, run, table, word_file, zipped

from generator.findings.message import message
from generator.ground.source import Source
from generator.texts.items import item
from generator.texts.markdown import parse, plain, walk
from generator.texts.word import read_word
from generator.view.prose import ProseContext, prose_html

SPLIT = "\u2028"


def read(*body: str, **parts: Any) -> tuple[list[str], list[str]]:
    """The lines of a file, and what is told of it."""
    return of_file(word_file(*body, **parts))


def of_file(data: bytes) -> tuple[list[str], list[str]]:
    text, findings = read_word(data, Source(file="texter.docx"))
    assert text is not None
    return [line for line in text.lines if line], [f"{each.code}: {message(each).what}" for each in findings]


def lines(*body: str, **parts: Any) -> list[str]:
    found, told = read(*body, **parts)
    assert told == []
    return found


def field(code: str, shown: str = "", inner: str = "") -> str:
    """A field as Word writes it, with what it showed when the file was saved."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{each}">{inner * (each == "begin")}</w:fldChar></w:r>' for each in MARKS]
    return f"{marks[0]}<w:r><w:instrText> {code} </w:instrText></w:r>{marks[1]}{shown and run(shown)}{marks[2]}"


MARKS = ("begin", "separate", "end")


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(*paragraphs: str, vml: bool = False) -> str:
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    if vml:
        return f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    return (
        f"<w:drawing><wp:anchor>{graphic(f'<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>')}</wp:anchor></w:drawing>"
    )


def graphic(inner: str) -> str:
    return f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"


def level(number: int, form: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{number}">{more}<w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'


def numbered(key: int, *levels: str, override: str = "", kind: int | None = None) -> str:
    """A list of a kind of its own, or of another list's."""
    own = f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>' if kind is None else ""
    return f'{own}<w:num w:numId="{key}"><w:abstractNumId w:val="{kind or key}"/>{override}</w:num>'


def style(key: str, name: str, base: str = "", properties: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{based}{properties}</w:style>'


# Lists


def test_a_list_goes_on_after_a_paragraph_and_letters_are_letters() -> None:
    assert lines(
        paragraph("ett", item=(2, 0)),
        paragraph("Mellan."),
        paragraph("två", item=(2, 0)),
        paragraph("bok", item=(9, 0)),
        numbering=numbered(9, level(0, "lowerLetter", "%1)")),
    ) == [item("1.", "ett"), "Mellan.", item("2.", "två"), item("a)", "bok")]


@pytest.mark.parametrize(
    ("form", "pattern", "start", "label"),
    [
        ("decimal", "%1)", 3, "3)"),
        ("lowerLetter", "(%1)", 27, "(aa)"),
        ("upperLetter", "%1.", 2, "B."),
        ("lowerRoman", "%1.", 4, "iv."),
        ("upperRoman", "%1.", 19, "XIX."),
        ("ordinal", "%1", 1, "1:a"),
        ("ordinal", "%1", 13, "13:e"),
        ("decimalZero", "%1.", 7, "07."),
        ("decimal", "§ %1", 2, "§ 2"),
    ],
)
def test_labels_are_written_as_word_writes_them(form: str, pattern: str, start: int, label: str) -> None:
    own = numbered(9, level(0, form, pattern, f'<w:start w:val="{start}"/>'))
    assert lines(paragraph("x", item=(9, 0)), numbering=own) == [item(label, "x")]


def test_levels_are_counted_within_each_other_and_begin_anew() -> None:
    own = numbered(9, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)"))
    places = [0, 1, 1, 0, 1, 2, 2]
    assert [each.strip() for each in lines(*(paragraph("x", item=(9, each)) for each in places), numbering=own)] == [
        item(label, "x") for label in ("1", "1.1", "1.2", "2", "2.1", "a)", "b)")
    ]


def test_a_level_may_go_on_and_a_list_begin_where_it_says() -> None:
    goes_on = numbered(9, level(0, "decimal", "%1"), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    again = numbered(8, kind=9, override='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    other = numbered(7, kind=9, override=f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1:")}</w:lvlOverride>')
    body = (paragraph("x", item=each) for each in ((9, 0), (9, 1), (9, 0), (9, 1), (8, 0), (8, 0), (7, 0)))
    assert [each.strip() for each in lines(*body, numbering=goes_on + again + other)] == [
        item(label, "x") for label in ("1", "1)", "2", "2)", "5", "6", "G:")
    ]


def test_a_list_by_style_and_one_linked_to_a_style_have_their_numbers() -> None:
    by_style = '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    own = numbered(9, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Under"/>'))
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
    styles = (
        style("Under", "Min lista", properties=by_style)
        + style("Barn", "Barn", "Under")
        + style("Lista", "Lista", properties=by_style, kind="numbering")
    )
    body = (paragraph("x", item=(5, 0)), paragraph("y", style="Under"), paragraph("z", style="Barn"))
    assert lines(*body, styles=styles, numbering=own + linked + numbered(5, kind=5)) == [
        item("1.", "x"),
        f"   {item('a)', 'y')}",
        f"   {item('b)', 'z')}",
    ]


def test_a_part_that_is_damaged_is_told_by_what_is_lost_with_it() -> None:
    found, told = read(paragraph("x", item=(2, 0)), parts={"word/numbering.xml": "<w:numbering"})
    assert found == ["x"]
    assert [each.partition(": ")[2] for each in told] == [
        "En del av filen är skadad eller borta, så att listornas nummer inte kan läsas. Resten av texten kommer med."
    ]


def test_number_nought_takes_a_paragraph_out_of_its_styles_list() -> None:
    styles = style("Lista", "Lista", properties='<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
    assert lines(paragraph("x", style="Lista", item=(0, 0)), styles=styles) == ["x"]


def test_bullets_are_bullets_but_for_those_that_say_something() -> None:
    ticked = level(0, "bullet", "\uf0fc", "").replace(
        "</w:lvl>", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    )
    own = numbered(9, ticked) + numbered(8, level(0, "bullet", "o")) + numbered(7, ticked.replace("\uf0fc", "\uf0d8"))
    points = (paragraph("klart", item=(9, 0)), paragraph("punkt", item=(8, 0)), paragraph("pil", item=(7, 0)))
    assert lines(*points, numbering=own) == [item("✓", "klart"), "- punkt", item("►", "pil")]


def test_a_long_label_begins_its_text_and_an_unknown_form_is_told() -> None:
    own = numbered(9, level(0, "decimal", "Delmål nummer %1:")) + numbered(8, level(0, "chineseCounting", "%1"))
    found, told = read(paragraph("x", item=(9, 0)), paragraph("y", item=(8, 0)), numbering=own)
    assert found == ["Delmål nummer 1: x", item("1", "y")]
    assert told == ["word_number_form: En lista har nummer i Words form chineseCounting, som skrivs ut med siffror."]


def test_an_empty_and_a_hidden_point_are_counted_as_word_counts_them() -> None:
    hidden = paragraph(run("dold", "vanish"), item=(2, 0)).replace("</w:pPr>", "<w:rPr><w:vanish/></w:rPr></w:pPr>", 1)
    found, _ = read(paragraph("x", item=(2, 0)), paragraph(item=(2, 0)), hidden, paragraph("y", item=(2, 0)))
    assert found == [item("1.", "x"), item("3.", "y")]


def test_the_numbers_of_headings_are_told_and_not_printed() -> None:
    found, told = read(paragraph("Inledning", style="Rubrik1", item=(2, 0)), paragraph("Text."))
    assert found == ["# Inledning", "Text."]
    assert "den första ”1. Inledning”" in told[0]


def test_points_in_cells_have_their_labels() -> None:
    cell = paragraph("x", item=(2, 0)) + paragraph("y", item=(1, 0))
    assert lines(table([["A"], [cell]]))[2] == f"| 1. x{SPLIT}– y |"


# Headings


def test_a_style_of_one_s_own_is_the_heading_that_it_is_based_on() -> None:
    body = '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
    styles = (
        style("Kapitel", "SOFINT Kapitel", "Rubrik2")
        + style("Ingress", "Ingress", "Rubrik2", body)
        + style("Egen", "Egen", properties='<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("Titel", "Title")
        + style("Ring", "Ring", "Ring")
    )
    keys = ("Kapitel", "Ingress", "Egen", "Titel", "Ring", "Rubrik4", "Heading5", "okänd")
    found = lines(*(paragraph(key, style=key) for key in keys), styles=styles)
    assert found == [
        "## Kapitel", "Ingress", "### Egen", "# Titel", "Ring", "#### Rubrik4", "##### Heading5", "okänd"
    ]  # fmt: skip


def test_a_paragraph_has_its_own_place_in_the_outline() -> None:
    own = paragraph("Uppdrag").replace("<w:pPr>", '<w:pPr><w:outlineLvl w:val="1"/>')
    none = paragraph("Text", style="Rubrik1").replace("</w:pPr>", '<w:outlineLvl w:val="9"/></w:pPr>')
    assert lines(own, none) == ["## Uppdrag", "Text"]


def test_a_heading_in_a_text_box_begins_no_section() -> None:
    assert lines(paragraph("Före", f"<w:r>{box(heading('Fakta'), paragraph('I rutan.'))}</w:r>")) == [
        "Före",
        "**Fakta**",
        "I rutan.",
    ]


# The file's parts


def renamed(data: bytes, names: Mapping[str, str], words: Mapping[str, str] | None = None) -> bytes:
    """A file whose parts have other names, and whose XML other words."""
    parts = {names.get(name, name): content for name, content in unpacked(data).items()}
    for old, new in {
        **{key.rpartition("/")[2]: name.rpartition("/")[2] for key, name in names.items()},
        **(words or {}),
    }.items():
        parts = {name: content.replace(old.encode(), new.encode()) for name, content in parts.items()}
    return zipped(parts)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


WHOLE = word_file(
    heading("Insatser"),
    paragraph("Text", '<w:r><w:footnoteReference w:id="7"/></w:r>'),
    paragraph("punkt", item=(2, 0)),
    footnotes={"7": "En not."},
)
ALL = ["# Insatser", "Text[^footnote-7]", item("1.", "punkt"), "[^footnote-7]: En not."]


@pytest.mark.parametrize(
    "data",
    [
        renamed(
            WHOLE,
            {
                "word/document.xml": "word/document2.xml",
                "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
                "word/styles.xml": "word/styles3.xml",
                "word/numbering.xml": "word/numbering1.xml",
                "word/footnotes.xml": "word/footnotes9.xml",
            },
        ),
        renamed(
            WHOLE,
            {},
            {
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
                "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
            },
        ),
        renamed(WHOLE, {}, {"<w:": "<x1:", "</w:": "</x1:", " w:": " x1:", "xmlns:w=": "xmlns:x1="}),
        zipped({name.upper().replace("/", "\\"): content for name, content in unpacked(WHOLE).items()}),
    ],
    ids=["other names", "strict", "other prefix", "other slashes"],
)
def test_a_file_is_read_however_a_program_wrote_it(data: bytes) -> None:
    assert of_file(data) == (ALL, [])


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "comments", "_rels/document.xml.rels"])
@pytest.mark.parametrize("content", [None, b"", b"<w:styles", b"\xff\xfe"])
def test_a_part_that_is_missing_or_damaged_costs_only_what_stands_in_it(part: str, content: bytes | None) -> None:
    name = f"word/{part}" if part.startswith("_") else f"word/{part}.xml"
    parts = {each: data for each, data in unpacked(WHOLE).items() if each != name}
    found, told = of_file(zipped(parts if content is None else {**parts, name: content}))
    assert {"# Insatser"} <= set(found)
    assert any("punkt" in line for line in found)
    expected = ["word_part_damaged"] * (not part.startswith("_")) + ["word_note_missing"] * (part == "footnotes")
    assert [each.partition(":")[0] for each in told] == expected


def test_a_damaged_picture_in_the_archive_costs_only_itself() -> None:
    data = word_file(paragraph("Text", picture("bild", "Karta")), pictures={"bild.png": PNG})
    place = data.index(PNG[:4]) if PNG[:4] in data else data.index(b"word/media/bild.png") + 25
    found, told = of_file(data[:place] + b"\xff" * 8 + data[place + 8 :])
    assert found == ["Text"]
    assert "Karta" in told[0]


def test_a_picture_that_is_not_in_the_file_is_told_as_such() -> None:
    data = word_file(paragraph("Text", picture("bild", "Karta")), pictures={"bild.png": PNG})
    left = {name: part for name, part in unpacked(data).items() if not name.startswith("word/media/")}
    found, told = of_file(zipped(left))
    assert found == ["Text"]
    assert [each.partition(":")[0] for each in told] == ["word_picture_absent"]


def test_a_long_file_is_read_in_a_moment() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = [paragraph(f"x{number}", call.format(number), item=(2, 0)) for number in range(600)]
    begun = time.process_time()
    found, _ = read(*body, footnotes={str(number): "En not." for number in range(600)})
    assert len(found) == 1_200
    assert time.process_time() - begun < 1


def test_what_stands_in_margins_is_told_but_for_the_page_s_number() -> None:
    def margins(*texts: str) -> list[str]:
        parts = {
            f"word/header{number}.xml": f"<w:hdr {NAMES}>{paragraph(text)}</w:hdr>" for number, text in enumerate(texts)
        }
        relations = {f"h{number}": ("header", f"header{number}.xml") for number in range(len(texts))}
        return read(paragraph("Text"), parts=parts, relations_to=relations)[1]

    assert margins("Sida 1 av 12", "") == []
    assert "(”Utkast till styrelsen”)" in margins("Utkast till styrelsen", "1 (2)")[0]


def test_a_picture_that_is_cut_in_word_and_mere_figures_are_told() -> None:
    cut = picture("bild", "Karta").replace("</pic:blipFill>", '<a:srcRect l="25000"/></pic:blipFill>')
    line = f'<w:r><w:drawing><wp:anchor><wp:docPr name="Rak 2"/>{graphic("<wps:wsp/>")}</wp:anchor></w:drawing></w:r>'
    ruler = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
    found, told = read(paragraph(cut), paragraph("x", line, ruler), pictures={"bild.png": PNG})
    assert found[0].startswith("![Karta](data:image/png")
    assert [each.partition(":")[0] for each in told] == ["word_picture_cropped", "word_shapes"]
    assert "(1): Rak 2" in told[1]


# What is left out, and told


HIDING = style("Dold", "Dold", properties="<w:rPr><w:vanish/></w:rPr>", kind="character") + style(
    "DoltStycke", "Dolt stycke", properties="<w:rPr><w:vanish/></w:rPr>"
)
LEFT_OUT: Mapping[str, tuple[str, str]] = {
    "hidden": (run("ORDET", "vanish"), "word_hidden"),
    "always hidden": (run("ORDET", "specVanish"), "word_hidden"),
    "hidden by its style": (run("ORDET").replace("<w:rPr>", '<w:rPr><w:rStyle w:val="Dold"/>'), "word_hidden"),
    "struck": (run("ORDET", "strike"), "word_struck"),
    "struck twice": (run("ORDET", "dstrike"), "word_struck"),
    "placeholder": (control(run("ORDET"), "<w:showingPlcHdr/>"), "word_placeholder"),
    "deleted": ("<w:del><w:r><w:delText>ORDET</w:delText></w:r></w:del>", "word_tracked_changes"),
    "equation": ("<m:oMath><m:r><m:t>ORDET</m:t></m:r></m:oMath>", "word_equations"),
    "equation in a field": (field(r"EQ \f(ORDET;2)"), "word_equations"),
    "contents": (field("TOC", "ORDET"), "word_contents"),
    "contents in a control": (
        control(run("ORDET"), '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'),
        "word_contents",
    ),
    "WordArt": ('<w:r><w:pict><v:shape><v:textpath string="ORDET"/></v:shape></w:pict></w:r>', "word_objects"),
    "text in a figure": (
        f"<w:r><w:drawing>{graphic('<a:sp><a:p><a:r><a:t>ORDET</a:t></a:r></a:p></a:sp>')}</w:drawing></w:r>",
        "word_objects",
    ),
    "chart": (
        f'<w:r><w:drawing><wp:inline><wp:docPr descr="ORDET"/>{graphic("<c:chart/>")}</wp:inline></w:drawing></w:r>',
        "word_objects",
    ),
    "object": ('<w:r><w:object><o:OLEObject ProgID="ORDET"/></w:object></w:r>', "word_objects"),
    "inserted file": ('<w:altChunk r:id="infogad"/>', "word_inserted_file"),
    "subdocument": ('<w:subDoc r:id="infogad"/>', "word_inserted_file"),
    "symbol": ('<w:r><w:sym w:font="ORDET" w:char="F041"/></w:r>', "word_symbol"),
    "picture that is gone": (picture("", "ORDET"), "word_picture_absent"),
    "linked picture": (
        picture("", "ORDET").replace("r:embed", "r:link", 1).replace('r:link=""', 'r:link="rId99"'),
        "word_picture_linked",
    ),
    "linked by a field": (field(r'INCLUDEPICTURE "C:\\Bilder\\ORDET.png" \d'), "word_picture_linked"),
    "odd picture": (picture("udda", "ORDET"), "word_picture_format"),
    "damaged picture": (picture("skadad", "ORDET"), "picture_damaged"),
    "unknown": ("<w:okänd>ORDET</w:okänd>", "word_unread"),
    "a field not reckoned": (field("AUTONUM ORDET"), "word_field"),
}


# What is printed

PRINTED: Mapping[str, str] = {
    "text": run("ORDET"),
    "inserted": f"<w:ins>{run('ORDET')}</w:ins>",
    "moved": f"<w:moveTo>{run('ORDET')}</w:moveTo>",
    "control": control(run("ORDET")),
    "smart tag": f"<w:smartTag><w:smartTagPr/>{run('ORDET')}</w:smartTag>",
    "custom XML": f"<w:customXml>{run('ORDET')}</w:customXml>",
    "right to left": f"<w:bdo>{run('ORDET')}</w:bdo>",
    "link": f'<w:hyperlink w:anchor="x">{run("ORDET")}</w:hyperlink>',
    "ruby": f"<w:r><w:ruby><w:rt>{run('ovan')}</w:rt><w:rubyBase>{run('ORDET')}</w:rubyBase></w:ruby></w:r>",
    "field": field("DOCPROPERTY Namn", "ORDET"),
    "simple field": f'<w:fldSimple w:instr=" REF namn ">{run("ORDET")}</w:fldSimple>',
    "button": field("MACROBUTTON Inget ORDET"),
    "old list": field("FORMDROPDOWN", inner='<w:ffData><w:ddList><w:listEntry w:val="ORDET"/></w:ddList></w:ffData>'),
    "text box": f"<w:r>{box(paragraph('ORDET'))}</w:r>",
    "old text box": f"<w:r>{box(paragraph('ORDET'), vml=True)}</w:r>",
    "text box in two forms": "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
    f"{box(paragraph('ORDET'))}</mc:Choice><mc:Fallback>{box(paragraph('ORDET'), vml=True)}</mc:Fallback>"
    "</mc:AlternateContent></w:r>",
    "only the older form": "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:x/></mc:Choice>"
    f"<mc:Fallback>{box(paragraph('ORDET'), vml=True)}</mc:Fallback></mc:AlternateContent></w:r>",
    "unknown element": f"<w:ny>{run('ORDET')}</w:ny>",
    "capitals": run("ordet", "smallCaps"),
}
AROUND: Mapping[str, str] = {
    "paragraph": "<w:p>{}</w:p>",
    "control": control("<w:p>{}</w:p>"),
    "custom XML": "<w:customXml><w:p>{}</w:p></w:customXml>",
    "inserted": "<w:ins><w:p>{}</w:p></w:ins>",
    "list": '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>{}</w:p>',
    "cell": "<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
    "cell in a control": "<w:tbl>" + control("<w:tr>" + control("<w:tc><w:p>{}</w:p></w:tc>") + "</w:tr>") + "</w:tbl>",
    "table in a cell": table([[table([["<w:p>{}</w:p>"]])]]),
    "text box": f"<w:p><w:r>{box('<w:p>{}</w:p>')}</w:r></w:p>",
    "footnote": '<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
    "loose": "{}",
    "large letter": '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>{}</w:p><w:p><w:r><w:t>x</w:t></w:r></w:p>',
    "deleted end": "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "heading": '<w:p><w:pPr><w:pStyle w:val="Rubrik2"/></w:pPr>{}</w:p>',
    "page break": "<w:p><w:r><w:br w:type='page'/></w:r>{}</w:p>",
}
PARTS: Mapping[str, Any] = {
    "styles": HIDING,
    "pictures": {"udda.emf": b"x", "skadad.png": PNG[:20]},
    "relations_to": {"infogad": ("aFChunk", "ORDET.html")},
}


def within(around: str, element: str) -> tuple[list[str], list[str]]:
    """A file with an element in some surroundings."""
    if around != "footnote":
        return read(AROUND[around].replace("{}", element), **PARTS)
    notes = f'<w:footnotes {NAMES}><w:footnote w:id="1"><w:p>{element}</w:p></w:footnote></w:footnotes>'
    rels = "word/_rels/footnotes.xml.rels", "word/_rels/document.xml.rels"
    data = word_file(AROUND[around], **PARTS, parts={"word/footnotes.xml": notes})
    return of_file(_with_copy(data, *rels))


def _with_copy(data: bytes, to: str, of: str) -> bytes:
    parts = unpacked(data)
    return zipped({**parts, to: parts[of]})


def shown(found: list[str]) -> str:
    """The words that a text prints."""
    return " ".join(
        plain(token.children or []) for _, token in walk(parse("\n\n".join(found))) if token.type == "inline"
    )


@pytest.mark.parametrize(("around", "element"), [*itertools.product(AROUND, PRINTED)])
def test_what_word_shows_is_printed_once_wherever_it_stands(around: str, element: str) -> None:
    found, told = within(around, PRINTED[element])
    assert shown(found).count("ORDET") == 1, (found, told)
    assert not any("ORDET" in each for each in told if not each.startswith("word_heading"))


@pytest.mark.parametrize(("around", "element"), [*itertools.product(AROUND, LEFT_OUT)])
def test_what_is_not_printed_is_told_with_its_words_wherever_it_stands(around: str, element: str) -> None:
    content, rule = LEFT_OUT[element]
    found, told = within(around, content)
    assert "ORDET" not in shown(found)
    assert [each for each in told if each.startswith(rule) and "ORDET" in each], (found, told)


def test_a_note_that_is_typed_is_one_as_in_a_text_file_however_word_has_split_it() -> None:
    bold = "b"
    assert lines(
        paragraph(run("Bidraget [^"), run("stat", bold), run("] ökade^[Varav "), run("hälften", bold), run(" [EU].].")),
        paragraph(run("[^stat]:", bold), run(" Varav *staten* hälften.")),
        table([["Bidrag[^stat]", "x^2 [1]"]]),
    ) == [
        r"Bidraget [^stat] ökade^[Varav **hälften** \[EU\].].",
        r"[^stat]: Varav \*staten\* hälften.",
        r"| Bidrag[^stat] | x\^2 \[1\] |",
        "| --- | --- |",
    ]


def test_a_bullet_pasted_as_a_letter_is_a_bullet_and_a_strange_sign_costs_only_itself() -> None:
    found, told = read(paragraph(run("\uf0b7 Ett")), paragraph(run("\uf0a7 Två")), paragraph(run("Mitt \uf041i")))
    assert found == ["• Ett", "▪ Två", "Mitt i"]
    assert told == ["word_symbol: Ett tecken i teckensnittet okänt (F041) kan inte skrivas ut."]


@pytest.mark.parametrize(("content", "checked", "sign"), [
    (run("☒"), 1, "☒"),
    (run("☐"), 0, "☐"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', 1, "☑"),
    ('<w:r><w:sym w:font="Okänd" w:char="F0FE"/></w:r>', 0, "☐"),
])  # fmt: skip
def test_a_box_shows_the_sign_that_it_has_in_word(content: str, checked: int, sign: str) -> None:
    state = f'<w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>'
    assert read(paragraph(control(content, state), " ja")) == ([f"{sign} ja"], [])


def test_a_field_that_nothing_is_saved_of_is_told() -> None:
    _, told = read(paragraph("Sida ", field("PAGE", " ").replace("> <", "><"), "."))
    assert "”PAGE”. Filen säger inte vad, så inget skrivs ut där." in told[0]


@pytest.mark.parametrize(("picture_in_word", "size"), [
    (picture("bild", "Karta").replace("<wp:docPr", '<wp:extent cx="1818000" cy="9"/><wp:docPr'), "width=50.5mm;"),
    (
        '<w:r><w:pict><v:shape style="width:72pt" alt="Karta"><v:imagedata r:id="bild"/></v:shape></w:pict></w:r>',
        "width=25.4mm;",
    ),
    (picture("bild", "Karta"), ""),
])  # fmt: skip
def test_a_picture_is_no_wider_than_in_word(picture_in_word: str, size: str) -> None:
    (found,), _ = read(paragraph(picture_in_word), pictures={"bild.png": PNG})
    assert found.startswith(f"![Karta](data:image/png;{size}base64,")
    shown = prose_html(found, ProseContext())
    assert (f"max-width: min(100%, {size[6:-1]})" in shown) == bool(size)
    assert 'src="data:image/png;base64,' in shown


def test_a_file_that_names_a_document_that_is_not_there_is_damaged() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph(run("Ord"))))) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if name != "word/document.xml"}
    text, findings = read_word(zipped(kept), Source(file="texter.docx"))
    assert text is None
    assert [finding.code for finding in findings] == ["text_file_damaged"]
