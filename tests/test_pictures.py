"""Picture files that cannot be printed as they are, each told before anything is drawn."""

import importlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from pdfs import written
from PIL import Image
from small_underlag import small

from generator.document.pdf.draw import report_pdf
from generator.files.messages import PICTURE_CMYK, PICTURE_DAMAGED, PICTURE_FORMAT
from generator.files.pictures import fault
from generator.findings.rule import Rule
from generator.model.registers import OutlineBlock
from generator.pipeline import examine

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def photograph(mode: str = "RGB", form: str = "JPEG") -> bytes:
    data = io.BytesIO()
    Image.effect_noise((200, 100), 60).convert(mode).save(data, form)
    return data.getvalue()


def enormous() -> bytes:
    """A PNG of a few bytes that says it is 3 600 megapixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("hel.jpg", photograph(), None),
        ("hel.png", photograph("RGBA", "PNG"), None),
        ("halv.jpg", photograph()[:2000], PICTURE_DAMAGED),
        ("halv.png", photograph("RGB", "PNG")[:2000], PICTURE_DAMAGED),
        ("stor.png", enormous(), PICTURE_DAMAGED),
        ("tom.png", b"", PICTURE_FORMAT),
        ("annan.png", photograph(), PICTURE_FORMAT),
        ("tryck.jpg", photograph("CMYK"), PICTURE_CMYK),
        ("hel.svg", SVG.format('<rect width="4" height="4"/>').encode(), None),
        ("halv.svg", SVG[:40].encode(), PICTURE_DAMAGED),
        (
            "fil.svg",
            f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{SVG.format("&x;")}'.encode(),
            PICTURE_DAMAGED,
        ),
    ],
)
def test_a_picture_is_whole_and_of_colours_for_a_screen(
    tmp_path: Path, name: str, data: bytes, rule: Rule | None
) -> None:
    (tmp_path / name).write_bytes(data)
    assert fault(tmp_path / name, tmp_path) is rule


def test_a_picture_that_cannot_be_printed_is_told_where_it_is_placed(tmp_path: Path) -> None:
    values = small()
    values[OutlineBlock][0]["text"] = "Så gick det.\n\n![Kurvan](halv.png)\n\n![Huset](tryck.jpg)"
    path = written(values, tmp_path)
    (tmp_path / "halv.png").write_bytes(photograph("RGB", "PNG")[:2000])
    (tmp_path / "tryck.jpg").write_bytes(photograph("CMYK"))
    told = {finding.code: finding.place.cell for finding in examine(path).findings if "picture" in finding.code}
    assert told == {"picture_cmyk": "G5", "picture_damaged": "G5"}


def test_a_picture_cut_short_is_told_after_a_report_was_drawn_too(tmp_path: Path) -> None:
    importlib.import_module("weasyprint")  # which changes for the whole process what Pillow takes for whole
    (tmp_path / "halv.png").write_bytes(photograph("RGB", "PNG")[:2000])
    assert fault(tmp_path / "halv.png", tmp_path) is PICTURE_DAMAGED


@pytest.mark.parametrize(("name", "form"), [("hus.jpg", "JPEG"), ("hus.png", "PNG")])
def test_a_photograph_has_no_more_dots_in_the_pdf_than_a_printer_shows(tmp_path: Path, name: str, form: str) -> None:
    photo = io.BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(photo, form)
    (tmp_path / name).write_bytes(photo.getvalue())
    html = f'<html lang="sv"><title>Hus</title><body><p>Huset</p><img src="{name}" alt="Huset" style="width: 1in">'
    pdf = report_pdf(html, tmp_path)
    assert (b"/Width 300" in pdf, b"/Width 900" in pdf) == (True, False)
    assert pdf == report_pdf(html, tmp_path)
