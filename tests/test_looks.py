"""The look: settings from three places, folders, fonts, pictures and contrast, and what is said of them."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from component_cases import Values
from looks import chosen, page, put, said, small_view
from markupsafe import Markup
from picture_files import PNG

from generator.cli import main
from generator.console import as_text
from generator.document.errors import DrawingError, LookFaultError
from generator.document.html.columns import in_columns
from generator.document.pdf.draw import report_pdf
from generator.document.pdf.styles import judge_styles
from generator.document.web.page import web_page
from generator.ground.names import Name
from generator.ground.places import base_folder, package_looks
from generator.look.chosen import ChosenLook, bundled_font_folders
from generator.look.colour import contrast, hex_colour, nearest_readable
from generator.look.folders import named_folder
from generator.look.fonts import families
from generator.look.profile import read_profile
from generator.look.settings import CONTRACT, Look
from generator.look.start import new_look
from generator.model.association import Association
from generator.model.columns import ChoiceColumn
from generator.model.registers import OutlineBlock
from generator.model.rows import columns
from generator.pipeline import examine


def words(folder: Path, **tab: object) -> list[str]:
    return [each.what for each in said(folder, **tab)]


def test_an_empty_tab_gives_the_base_look(tmp_path: Path) -> None:
    assert chosen(tmp_path).look == Look()


def test_the_last_layer_wins(tmp_path: Path) -> None:
    profile = '"Huvudfärg" = "#12355b"\nrubrikernas_farg = "mörkgrön"\nmall = "kontrast"\n'
    look = chosen(put(tmp_path, {"mall/profil.toml": profile}), heading_colour="vinröd").look
    assert (look.accent, look.heading_colour, look.heading_font) == ("#12355b", "#6e1423", "Barlow Condensed")


def test_the_tab_chooses_another_look_than_the_profile(tmp_path: Path) -> None:
    look = chosen(put(tmp_path, {"mall/profil.toml": 'mall = "kontrast"'}), template="Sofint").look
    assert look.page_number == "Sida 1"


def test_a_look_in_the_folder_templates_goes_before_the_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(put(tmp_path, {"templates/sofint/profil.toml": 'textstorlek = "11pt"'}))
    look = chosen(tmp_path, template="sofint").look
    assert (look.body_size, look.page_number) == ("11pt", "1")


@pytest.mark.parametrize(
    ("setting", "typed", "what"),
    [
        ("accent", "mörkblåå", "”mörkblåå” är ingen färg. Menade du ”mörkblå"),
        ("accent", "rgb(1,2,3)", "”rgb(1,2,3)” är ingen färg."),
        ("margin_side", "28", "”28” saknar enhet."),
        ("margin_side", "28 tum", "”28 tum” är ingen längd."),
        ("margin_side", "2 mm", "Sidomarginal kan inte vara 2 mm."),
        ("line_height", "tät", "”tät” är inget tal."),
        ("line_height", "9", "Radavstånd kan inte vara 9."),
        ("cover", "bandet", "”bandet” är inget av valen för Omslag. Menade du ”band”?"),
        ("hyphens", "kanske", "”kanske” är varken ja eller nej."),
        ("heading_font", "Comic Sans", "Typsnittet ”Comic Sans” finns inte."),
        ("body_font", "Source Sans", "Typsnittet ”Source Sans” finns inte. Menade du ”Source Sans 3”"),
        ("logo", "ingen.png", "Bildfilen ingen.png finns inte."),
        ("logo", "../ute.png", "Bildfilen ../ute.png finns inte."),
        ("template", "sofin", "Det finns ingen mall som heter ”sofin”. Menade du ”sofint”?"),
        ("template", "../sofint", "Det finns ingen mall som heter ”../sofint”."),
        ("cover", "bild", "Omslaget ska ha en bild, men ingen är angiven."),
    ],
)
def test_a_wrong_value_in_the_tab_is_told_with_its_cell(tmp_path: Path, setting: str, typed: str, what: str) -> None:
    (problem,) = said(put(tmp_path / "a", {"ute.txt": ""}), **{setting: typed})
    assert problem.what.startswith(what)
    assert (problem.place.tab, problem.place.text) == ("Utseende", typed)
    assert problem.place.cell.startswith("B")


def test_the_same_value_is_refused_in_a_profile_with_its_line(tmp_path: Path) -> None:
    profile = 'kontrakt = 1\n\nhuvudfarg = "blåå"\nsidomarginal = 28\ntabellstil = "rutor"\n'
    problems = said(put(tmp_path, {"mall/profil.toml": profile}))
    assert [str(each.place) for each in problems] == [f"filen mall/profil.toml, rad {line}" for line in (3, 4, 5)]
    assert problems[0].what.startswith("”blåå” är ingen färg. Menade du ”blå")
    assert problems[1].what == "”28” saknar enhet."


@pytest.mark.parametrize(
    ("profile", "line", "what"),
    [
        ('huvudferg = "blå"', 1, "Inställningen ”huvudferg” finns inte. Menade du ”huvudfarg”?"),
        ("kontrakt = 99", 1, f"Mallen är gjord för kontrakt 99. Programmet har kontrakt {CONTRACT}."),
        ('ton = "blå"\nhuvudfarg = blå', 2, "Raden kan inte läsas."),
        ("kontrakt = 1\nton = '", 2, "Raden kan inte läsas."),
        ('ton = "blå"\n[xyz]\na = 1', 2, "Inställningen ”xyz” finns inte."),
        ('mall = "nordlys"', 1, "Det finns ingen mall som heter ”nordlys”."),
    ],
)
def test_a_wrong_profile_is_told(tmp_path: Path, profile: str, line: int, what: str) -> None:
    problem = said(put(tmp_path, {"mall/profil.toml": profile}))[0]
    assert problem.what.startswith(what)
    assert (problem.place.file, problem.place.row) == ("mall/profil.toml", line)


def test_an_unknown_setting_is_answered_with_those_that_exist(tmp_path: Path) -> None:
    (problem,) = said(put(tmp_path, {"mall/profil.toml": 'xyz = "1"'}))
    assert "huvudfarg" in problem.remedy
    assert "tabellstil" in problem.remedy


@pytest.mark.parametrize(
    ("file", "content", "what"),
    [
        ("mall/profil.tml", "", "profil.tml är ingen fil som en mall kan ha. Menade du ”profil.toml”?"),
        ("mall/omslag.html", "", "Det finns ingen sidmall omslag.html att ersätta."),
        ("mall/covr.html", "", "Det finns ingen sidmall covr.html att ersätta. Menade du ”cover.html”"),
        ("mall/bild/a.png", PNG, "bild/ är ingen fil som en mall kan ha."),
        ("mall/fonts/a.ttf", "inget typsnitt", "a.ttf är inget typsnitt i formatet ttf eller otf."),
        ("mall/fonts/a.woff2", "wOF2", "a.woff2 är inget typsnitt i formatet ttf eller otf."),
        ("mall/bilder/a.gif", "GIF89a", "a.gif är ingen bild i formatet png, jpg eller svg."),
        ("mall/bilder/a.png", "GIF89a", "a.png är ingen bild i formatet png, jpg eller svg."),
        ("mall/stil.css", b"\xff\xfe\x00a", "stil.css kan inte läsas som text."),
        ("mall/stil.css", "a" * 2_000_001, "stil.css är större än 2 MB och läses inte."),
    ],
)
def test_a_file_that_does_not_belong_is_told(tmp_path: Path, file: str, content: str | bytes, what: str) -> None:
    (problem,) = said(put(tmp_path, {file: content}))
    assert problem.what.startswith(what)
    assert problem.place.file == file or problem.place.file == f"{Path(file).parent}/"


def test_a_link_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, {"hemligt.css": "", "mall/profil.toml": ""})
    (tmp_path / "mall" / "stil.css").symlink_to(tmp_path / "hemligt.css")
    assert words(tmp_path) == ["stil.css är en länk till något utanför mappen och läses inte."]


def test_names_with_an_underscore_and_what_explains_are_free(tmp_path: Path) -> None:
    files = ("_ruta.html", "_skiss/a.psd", ".DS_Store", "Thumbs.db", "LÄS MIG.txt", "fonts/OFL.txt")
    assert words(put(tmp_path, {f"mall/{name}": "" for name in files})) == []


def test_a_font_in_the_look_may_be_used_and_no_other_stays(tmp_path: Path) -> None:
    bundled = (base_folder() / "fonts" / "SourceSans3-Bold.ttf").read_bytes()
    renamed = bundled.replace("Source Sans 3".encode("utf-16-be"), "Egnas Sans 77".encode("utf-16-be"))
    put(tmp_path, {"mall/fonts/egen.ttf": renamed})
    assert chosen(tmp_path, heading_font="Egnas Sans 77").look.heading_font == "Egnas Sans 77"
    assert "Egnas Sans 77" not in families(bundled_font_folders())


def test_pictures_lie_beside_the_workbook_or_in_the_look(tmp_path: Path) -> None:
    put(tmp_path, {"logga.png": PNG, "mall/bilder/skog.png": PNG})
    look = chosen(tmp_path, logo="logga.png", cover="bild", cover_picture="skog.png", cover_picture_text="–")
    assert {name: picture.path.name for name, picture in look.pictures.items()} == {
        "logo": "logga.png",
        "cover_picture": "skog.png",
    }


def test_a_cover_picture_is_described(tmp_path: Path) -> None:
    put(tmp_path, {"skog.png": PNG})
    (problem,) = said(tmp_path, cover="bild", cover_picture="skog.png")
    assert problem.what == "Omslagsbilden skog.png saknar beskrivning för den som inte ser den."


# Contrast


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") < 4.5


@pytest.mark.parametrize("colour", ["#999999", "#f2c500", "#ff0000", "#00ff00", "#7fb3d5", "#ffffff"])
@pytest.mark.parametrize("ground", ["#ffffff", "#eef3f3", "#1d4f5c"])
def test_the_nearest_colour_passes_and_lies_near(colour: str, ground: str) -> None:
    found = nearest_readable(colour, [(ground, 4.5)])
    assert contrast(found, ground) >= 4.5
    if contrast(colour, ground) >= 4.5:
        assert found == colour
    else:
        assert contrast(found, ground) < 4.75


def test_too_little_contrast_is_told_with_the_nearest_colour_that_passes(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, ink="#888888")
    assert problem.what.startswith("Textfärg (#888888) på Papperets färg (#ffffff) har kontrasten 3,5:1.")
    suggested = problem.remedy.split()[-1].rstrip(".")
    assert contrast(suggested, "#ffffff") >= 4.5
    assert contrast(suggested, Look().tint) >= 4.5
    assert words(tmp_path, ink=suggested) == []


def test_a_changed_ground_is_the_one_to_mend(tmp_path: Path) -> None:
    problems = said(tmp_path, paper="#777777")
    assert {each.place.text for each in problems} == {"#777777"}
    assert all("Ändra Papperets färg" in each.remedy for each in problems)


def test_the_text_on_a_light_main_colour_is_told(tmp_path: Path) -> None:
    problems = said(tmp_path, accent="#e0c000")
    assert [each.place.text for each in problems] == ["#e0c000"]


def test_two_colours_that_are_mended_do_not_meet(tmp_path: Path) -> None:
    (told,) = words(tmp_path, accent="#ffffff", on_accent="#ffffff")
    assert told.startswith("Huvudfärg (#ffffff) på Papperets färg (#ffffff)")


def test_check_promises_no_more_than_it_has_tried(tmp_path: Path) -> None:
    assert run("new", str(tmp_path / "a")) == 0
    assert "prövas när rapporten görs" not in as_text(examine(tmp_path / "a"))
    put(tmp_path, {"a/mall/stil.css": "h1 { colr: red }"})
    assert "Mallens stil.css och sidmallar prövas när rapporten görs." in as_text(examine(tmp_path / "a"))


def test_decoration_needs_no_contrast(tmp_path: Path) -> None:
    assert words(tmp_path, second="#fefefe", rule="#eeeeee") == []


@pytest.mark.parametrize("name", package_looks())
def test_the_programs_looks_are_sound(tmp_path: Path, name: str) -> None:
    look = chosen(tmp_path, template=name).look
    assert contrast(look.on_accent, look.accent) >= 4.5
    folder = named_folder(Name(name))
    assert folder is not None
    assert set(read_profile(folder, own=False).settings) > {"accent", "cover"}


def test_colours_are_read_in_both_languages() -> None:
    assert [hex_colour(text) for text in ("Mörkblå", "navy", "#ABC", "1f4e5f", "blått")] == [
        "#12355b",
        "#000080",
        "#aabbcc",
        "#1f4e5f",
        None,
    ]


# What the settings do


def test_choices_show_in_the_page(tmp_path: Path) -> None:
    html = page(chosen(tmp_path, numbering="med punkt", contents_depth="1", table_style="zebra", page_number="Sida 1"))
    assert '<span class="number">1. </span>Året' in html
    assert "table-style-zebra" in html
    assert '--foot-right: "Sida " counter(page);' in html
    assert 'class="contents-1"' in html
    assert 'class="contents-2"' not in html


def test_columns_are_closed_before_a_table(tmp_path: Path) -> None:
    html = page(chosen(tmp_path, prose_columns="2"))
    prose = html.split("Året</h1>")[1].split("</section>")[0]
    assert prose.count('<div class="two">') == 2
    assert prose.index("</div>") < prose.index("<table")
    assert "column-span" not in html


def as_html(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - of the test's own making


def test_a_table_inside_a_list_stays_there() -> None:
    inside = f"<ul><li>{'a' * 600}<table><tr><td>1</td></tr></table></li></ul>\n<p>b</p>"
    assert in_columns(as_html(inside)) == f'<div class="two">{inside}</div>'


def drawn(folder: Path, **tab: object) -> bytes:
    look = chosen(folder, **tab)
    judge_styles(look, folder)
    return report_pdf(page(look), folder, look)


@pytest.mark.slow
def test_a_look_is_drawn_with_its_fonts(tmp_path: Path) -> None:
    from pdfs import fonts  # noqa: PLC0415

    assert {name.split("-")[0] for name, _ in fonts(drawn(tmp_path, template="kontrast"))} == {"Barlow"}
    assert {name.split("-")[0] for name, _ in fonts(drawn(tmp_path, template="sofint"))} == {"Source"}


@pytest.mark.slow
def test_a_style_sheet_goes_before_base(tmp_path: Path) -> None:
    from pdfs import page_count  # noqa: PLC0415

    before = page_count(drawn(tmp_path))
    put(tmp_path, {"mall/stil.css": "h2 { break-before: page }"})
    assert page_count(drawn(tmp_path)) > before


def sizes(pdf: bytes, text: str) -> set[float]:
    import pymupdf  # noqa: PLC0415

    make: Any = pymupdf.open  # published without types
    with make(stream=pdf) as document:
        blocks = [block for sheet in document for block in sheet.get_text("dict")["blocks"]]
    spans = [span for block in blocks for line in block.get("lines", ()) for span in line["spans"]]
    return {round(span["size"], 1) for span in spans if span["text"].strip() == text}


@pytest.mark.slow
@pytest.mark.parametrize("place", ["överst", "hela sidan", "till höger"])
def test_a_part_of_the_cover_is_changed_by_its_class_alone(tmp_path: Path, place: str) -> None:
    put(tmp_path, {"mall/stil.css": ".cover-year { font-size: 48pt }", "bild.svg": LANDSCAPE.format("#ffffff")})
    cover = {"cover": "bild", "cover_picture": "bild.svg", "cover_picture_text": "–", "cover_picture_place": place}
    look = chosen(tmp_path, **cover)
    assert sizes(report_pdf(page(look, COVER), tmp_path, look), "2020") == {48}


@pytest.mark.slow
@pytest.mark.parametrize("selector", ["html", ":root"])
def test_a_look_sets_the_running_heads(tmp_path: Path, selector: str) -> None:
    from pdfs import running_lines  # noqa: PLC0415

    put(tmp_path, {"mall/stil.css": selector + ' { --head-left: "Eget huvud"; --foot-left: string(association) }'})
    texts = [line.text for line in running_lines(drawn(tmp_path)) if line.page == 2]
    assert {"Eget huvud", "Provet"} <= set(texts)


@pytest.mark.slow
def test_a_gradient_stays_within_its_size(tmp_path: Path) -> None:
    import pikepdf  # noqa: PLC0415
    import pypdfium2  # noqa: PLC0415
    from pdfs import opened  # noqa: PLC0415

    put(
        tmp_path,
        {
            "mall/stil.css": (
                "@page { background: url(bilder/b.svg) 0 0 / 20mm 20mm no-repeat, "
                "linear-gradient(#cc0000, #00aa00) 30mm 0 / 20mm 20mm no-repeat }"
            ),
            "mall/bilder/b.svg": (
                '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><linearGradient id="a"><stop/>'
                '<stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#a)"/></svg>'
            ),
        },
    )
    pdf = drawn(tmp_path)
    sheet = pypdfium2.PdfDocument(pdf)[1].render().to_pil().convert("RGB")
    dots = {place: sheet.getpixel(tuple(int(each * 72 / 25.4) for each in place)) for place in ((66, 45), (66, 70))}
    assert dots[66, 45] != (255, 255, 255)
    assert dots[66, 70] == (255, 255, 255)
    with opened(pdf) as read:
        tiles = [
            each for each in read.objects if isinstance(each, pikepdf.Dictionary | pikepdf.Stream) and "/XStep" in each
        ]
        assert tiles
        assert all(float(each.XStep) > float(each.BBox[2]) - float(each.BBox[0]) for each in tiles)


@pytest.mark.parametrize(
    ("style", "line", "what"),
    [
        ("p {}\nh1 { colr: red }", 2, "colr: red (egenskapen finns inte)"),
        ("h1 { margin: blå }", 1, "margin: blå (värdet går inte att använda)"),
        ('p {}\nh1 { font-family: "Futura PT", Barlow }', 2, "typsnittet Futura PT finns inte. De som finns: Barlow,"),
        ("@page { @top-left { font: 600 9pt/1.2 Barlov } }", 1, "typsnittet Barlov finns inte. Menade du ”Barlow”?"),
        ("h1 { color: red }\nh2 color: blue }", 2, "en { eller }, ett kolon eller ett citattecken saknas"),
        ('@import "http://example.com/a.css";', 0, "får inte hämtas: rapporten görs utan nätet"),
        ('@import "../../../../../../../etc/passwd";', 0, "passwd ligger utanför rapportens mapp"),
    ],
)
def test_a_wrong_style_sheet_is_told(tmp_path: Path, style: str, line: int, what: str) -> None:
    put(tmp_path, {"mall/stil.css": style})
    with pytest.raises(LookFaultError) as raised:
        judge_styles(chosen(tmp_path), tmp_path)
    (finding,) = raised.value.findings
    assert (finding.place.file, finding.place.row) == ("mall/stil.css", line)
    assert what in str(raised.value)


def test_a_style_sheet_that_moves_text_off_the_paper_is_refused(tmp_path: Path) -> None:
    put(tmp_path, {"mall/stil.css": "p { margin-left: -100mm }"})
    with pytest.raises(DrawingError, match=r"utanför papperet på sida .*”.+”\. Se efter i mall/stil\.css"):
        drawn(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("style", "line", "what"),
    [
        ("p {}\n.prose { display: none }", 2, "Text som hör till rapporten visas inte, först ”Förbundet har"),
        (".prose p { visibility: hidden }", 1, "Text som hör till rapporten visas inte, först ”Förbundet har"),
        (".prose { height: 2mm; overflow: hidden }", 1, "Text som hör till rapporten visas inte, först ”"),
        (".block { color: #600 }\n@media print { .prose { color: white } }", 2, "Text syns inte: den täcks av"),
        ("p {}\n\n.prose { color: #999 }", 3, "Text har kontrasten 2,8:1 mot det som den står på, och 4,5:1 behövs"),
        ("main { font-size: 6pt }", 1, "Text är mindre än 7,5 punkter på"),
        ("h2 { color: transparent }", 1, "Text syns inte: den täcks av"),
    ],
)
def test_a_style_sheet_that_hides_text_is_refused(tmp_path: Path, style: str, line: int, what: str) -> None:
    put(tmp_path, {"mall/stil.css": style})
    with pytest.raises(LookFaultError) as raised:
        drawn(tmp_path)
    finding = raised.value.findings[0]
    assert what in str(raised.value)
    assert (finding.place.file, finding.place.row) == ("mall/stil.css", line)


@pytest.mark.slow
@pytest.mark.parametrize(
    "style",
    [
        ".prose p { color: white; background: #123456 }",
        """.block { color: white; position: relative }
        .block::before { content: ""; position: absolute; inset: 0; background: #123456; z-index: -1 }
        .amounts, h1, h2, h3, .prose-table { background: white; color: black }""",
        "h1 { color: #8a8a8a; font-size: 24pt }",
    ],
)
def test_colours_that_can_be_read_are_not_refused(tmp_path: Path, style: str) -> None:
    put(tmp_path, {"mall/stil.css": style})
    assert drawn(tmp_path)


MARK = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><rect width="30" height="30"/></svg>'
FRONT = '{{% extends "base/report.html" %}}\n{{% block front %}}\n{}\n{{% endblock %}}\n'


@pytest.mark.parametrize(
    ("file", "text", "line", "what"),
    [
        ("stil.css", "/* url(bilder/a.svg)\n*/ h1 { background: url(bilder/nix.svg) }", 2, "Bildfilen bilder/nix.svg"),
        ("report.html", FRONT.format('<img alt="" src="bilder/nix.png">'), 3, "Bildfilen bilder/nix.png finns inte."),
        ("report.html", FRONT.format("<img src='{{ report.logo }}'>"), 3, "har ingen beskrivning (alt)."),
        ("_ruta.html", '{# <img src="bilder/nix.png"> #}<img\nsrc="bilder/a.svg">', 1, "Bilden bilder/a.svg har ingen"),
    ],
)
def test_a_picture_that_a_look_names_is_there_and_told(
    tmp_path: Path, file: str, text: str, line: int, what: str
) -> None:
    put(tmp_path, {f"mall/{file}": text, "mall/bilder/a.svg": MARK})
    (problem,) = said(tmp_path)
    assert what in problem.what
    assert (problem.place.file, problem.place.row) == (f"mall/{file}", line)


@pytest.mark.slow
@pytest.mark.parametrize("shared", [True, False])
def test_a_picture_of_a_look_is_named_in_one_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, shared: bool
) -> None:
    import pikepdf  # noqa: PLC0415
    from pdfs import opened  # noqa: PLC0415

    look = "templates/min" if shared else "mall"
    style = ':root { --head-left: url(bilder/m.svg) } h1 { background: url("bilder/m.svg") }'
    front = FRONT.format('<p><img alt="" src="bilder/m.svg"><img alt="Märket" src="bilder/m.svg"></p>')
    put(tmp_path, {f"{look}/stil.css": style, f"{look}/report.html": front, f"{look}/bilder/m.svg": MARK})
    monkeypatch.chdir(tmp_path)
    here = chosen(tmp_path, template="min" if shared else "")
    with opened(report_pdf(page(here), tmp_path, here)) as pdf:
        told = [str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
    assert told == ["Märket"]
    assert b"image/svg+xml;base64" in web_page(small_view(), here, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("address", ["/etc/passwd", "../ute.png", "http://127.0.0.1:9/a.png", "https://example.com/"])
def test_a_style_sheet_reads_nothing_outside_its_folders(tmp_path: Path, address: str) -> None:
    inner = tmp_path / "inne"
    put(tmp_path, {"ute.png": PNG, "inne/mall/stil.css": f"body {{ background: url({address}) }}"})
    with pytest.raises(DrawingError, match=r"utanför rapportens mapp|utan nätet|finns inte i rapportens mapp"):
        drawn(inner)


# Starting a look


def test_a_new_look_changes_nothing_and_tells_all_settings(tmp_path: Path) -> None:
    put(tmp_path, {f"mall/{name}": text for name, text in new_look("prov").items()})
    look = chosen(tmp_path)
    assert look.look == Look()
    assert page(look).replace(look.style_sheets[0].as_uri(), "").split("<body")[1] == page().split("<body")[1]
    profile = (tmp_path / "mall" / "profil.toml").read_text(encoding="utf-8")
    active = "\n".join(line.removeprefix("# ") if " = " in line else line for line in profile.splitlines())
    put(tmp_path, {"mall/profil.toml": active})
    assert chosen(tmp_path).look == Look()


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


def test_the_command_starts_a_look_and_never_overwrites(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("template", "vår-mall") == 0
    assert "Skriv vår-mall i fliken Utseende, på raden Mall." in capsys.readouterr().out
    assert (tmp_path / "templates/vår-mall/profil.toml").is_file()
    assert run("template", "vår-mall") == 1
    assert "skrivs inte över" in capsys.readouterr().err
    assert run("template", "vår-mall", "--for", "Förbund") == 0
    assert (tmp_path / "Förbund/mall/_grund/base.css").is_file()


@pytest.mark.parametrize("name", ["sofint", "base", "Min mall", "../ute", "_dold"])
def test_a_name_that_cannot_be_used_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("template", name) == 2
    assert "amn" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_check_loads_neither_jinja2_nor_weasyprint(tmp_path: Path) -> None:
    put(tmp_path, {"mall/profil.toml": 'mall = "kontrast"', "mall/cover.html": "{% block", "mall/stil.css": "h1 {"})
    assert run("new", str(tmp_path / "a")) == 0
    code = (
        "import sys; from generator.pipeline import examine; from pathlib import Path; "
        f"examine(Path({str(tmp_path / 'a')!r})); print(sorted({{'jinja2', 'weasyprint'}} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


# The cover


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("mitten", "50% 50%"),
        ("uppe till höger", "100% 0%"),
        ("nere", "50% 100%"),
        ("vänster", "0% 50%"),
        ("50 % 30 %", "50% 30%"),
        ("12,5% 80%", "12.5% 80%"),
    ],
)
def test_the_point_that_a_picture_is_cropped_around(tmp_path: Path, typed: str, kept: str) -> None:
    look = chosen(tmp_path, cover_picture_centre=typed).look
    assert f"--cover-picture-centre: {kept};" in page(ChosenLook(look))


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("norrut", "”norrut” är ingen punkt i en bild."),
        ("uppe nere", "”uppe nere” är ingen punkt i en bild."),
        ("50 % 130 %", "Omslagsbildens mittpunkt kan inte vara 50 % 130 %."),
    ],
)
def test_what_is_no_point_is_told(tmp_path: Path, typed: str, what: str) -> None:
    assert words(tmp_path, cover_picture_centre=typed) == [what]


ASSOCIATION = {
    "name": "Samordningsförbundet i de västra och de östra delarna av Exempellän",
    "year": 2020,
    "organisation_number": "222000-0000",
    "seat": "Exempelstad",
    "decision_date": "2021-03-05",
    "diary_number": "2021-17",
    "website": "www.exempel.se",
}
COVER: Values = {Association: [ASSOCIATION], OutlineBlock: [{"level": 1, "heading": "Kort", "text": "Kort."}]}
LANDSCAPE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 30" width="20" height="30">'
    '<rect width="20" height="30" fill="{}"/></svg>'
)
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40" width="640" height="160">'
    '<rect width="160" height="40" fill="#cc0000"/></svg>'
)

PLACES, LOGO_PLACES = (
    [str(each) for each in column.kind.allowed]
    for name in ("cover_picture_place", "logo_place")
    for column in columns(Look)
    if column.name == name and isinstance(column.kind, ChoiceColumn)
)
COVERS = [
    *(("", place, logo_place) for place in PLACES for logo_place in LOGO_PLACES),
    *((name, place, LOGO_PLACES[at % 4]) for at, name in enumerate(package_looks()) for place in PLACES),
]


@pytest.mark.parametrize(("name", "place", "logo_place"), COVERS)
def test_a_title_can_be_read_on_any_picture(tmp_path: Path, name: str, place: str, logo_place: str) -> None:
    """The drawing refuses a cover that hides its text; the picture has the colour of the letters."""
    chosen_look = named_folder(Name(name)) if name else None
    stated = read_profile(chosen_look, own=False).settings if chosen_look else {}
    letters = stated["on_accent"].value if "on_accent" in stated else Look().on_accent
    put(tmp_path, {"bild.svg": LANDSCAPE.format(letters), "logga.png": PNG})
    settings = {"cover": "bild", "cover_picture": "bild.svg", "cover_picture_text": "–", "cover_picture_place": place}
    look = chosen(tmp_path, template=name, logo="logga.png", logo_place=logo_place, **settings)
    assert report_pdf(page(look, COVER), tmp_path, look)


@pytest.mark.parametrize(
    ("name", "cover", "logo_place"),
    [
        *(("", cover, LOGO_PLACES[at]) for at, cover in enumerate(("helfärg", "ljus", "band"))),
        *(
            (name, "", place)
            for at, name in enumerate(package_looks())
            for place in (LOGO_PLACES[0], LOGO_PLACES[2 + at % 2])
        ),
    ],
)
def test_no_cover_of_the_programs_looks_hides_its_text(tmp_path: Path, name: str, cover: str, logo_place: str) -> None:
    """Nor does a wide logo, wherever it stands, with a name of three lines and all that a cover tells."""
    put(tmp_path, {"mall/stil.css": "", "l.svg": LOGO})
    look = chosen(tmp_path, template=name, cover=cover, logo="l.svg", logo_place=logo_place)
    named = ASSOCIATION | {"name": "Samordningsförbundet Södra Roslagen och Norra Stockholms län"}
    values: Values = {**COVER, Association: [named]}
    assert report_pdf(page(look, values), tmp_path, look)


@pytest.mark.parametrize(
    ("style", "what"),
    [
        (".cover-name { color: #ffffff }", "syns inte"),
        (".cover-name { color: #888888 }", "4,5:1 behövs (textens färg är #888888, och #7"),
        (
            ".cover::after { content: ''; position: absolute; inset: 0; background: #123456; z-index: 5 }",
            "syns inte",
        ),
        (".cover-name { position: absolute; top: -76mm; left: 27mm }", "står på logotypen"),
        (".cover-name { position: absolute; top: 12mm; left: 27mm }", "står på texten"),
    ],
)
def test_a_cover_that_hides_its_own_text_is_refused(tmp_path: Path, style: str, what: str) -> None:
    logo = LANDSCAPE.format("#cc0000")
    put(tmp_path, {"mall/stil.css": style, "l.svg": logo})
    look = chosen(tmp_path, cover="ljus", logo="l.svg")
    with pytest.raises(LookFaultError) as refused:
        report_pdf(page(look, COVER), tmp_path, look)
    assert any(what in each and "på omslaget" in each for each in refused.value.details), refused.value.details
    if "cover-name { color" in style:
        assert any("stil.css, rad 1: " in each for each in refused.value.details)


@pytest.mark.parametrize("name", package_looks())
def test_the_gallery_shows_every_look(name: str) -> None:
    assert f"](bilder/utseende-{name}.png)" in Path("docs/utseenden.md").read_text(encoding="utf-8")
    assert Path(f"docs/bilder/utseende-{name}.png").is_file()
