"""Picture files that cannot be printed as they are, each told before anything is drawn."""

import importlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from generator.ground.pictures import fault

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
        ("hel.jpg", photograph(), ""),
        ("hel.png", photograph("RGBA", "PNG"), ""),
        ("halv.jpg", photograph()[:2000], "picture_damaged"),
        ("halv.png", photograph("RGB", "PNG")[:2000], "picture_damaged"),
        ("stor.png", enormous(), "picture_damaged"),
        ("tom.png", b"", "picture_format"),
        ("annan.png", photograph(), "picture_format"),
        ("tryck.jpg", photograph("CMYK"), "picture_cmyk"),
        ("hel.svg", SVG.format('<rect width="4" height="4"/>').encode(), ""),
        ("halv.svg", SVG[:40].encode(), "picture_damaged"),
        (
            "fil.svg",
            f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{SVG.format("&x;")}'.encode(),
            "picture_damaged",
        ),
    ],
)
def test_a_picture_is_whole_and_of_colours_for_a_screen(tmp_path: Path, name: str, data: bytes, rule: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert fault(tmp_path / name) == rule


def test_a_picture_cut_short_is_told_after_a_report_was_drawn_too(tmp_path: Path) -> None:
    importlib.import_module("weasyprint")  # which changes for the whole process what Pillow takes for whole
    (tmp_path / "halv.png").write_bytes(photograph("RGB", "PNG")[:2000])
    assert fault(tmp_path / "halv.png") == "picture_damaged"
