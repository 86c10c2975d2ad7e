"""Pictures that no association has: vast, damaged, or drawings that mean more than anybody can draw."""

import random
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from picture_files import PNG
from workbooks import Typed

from hostile.attack import CHECK, RENDER, Attack, Content, as_bytes
from hostile.books import changed, rows

BOTH = (CHECK, RENDER)


def pictures(chance: random.Random) -> list[Attack]:
    """All attacks by picture."""
    return [*_pictures(chance), *_drawings()]


def beside(files: Mapping[str, Content]) -> Callable[[Path], None]:
    """Lay pictures beside the workbook, and show each in a text."""

    def put(folder: Path) -> None:
        text = Typed("".join(f"![Bild]({name})\n\n" for name in files))
        changed(rows("Innehåll", [{"Nivå": "1", "Rubrik": "Bilder", "Text": text}]))(folder)
        for name, content in files.items():
            (folder / name).write_bytes(as_bytes(content))

    return put


def png(width: int, height: int, rows_: int | None = None, colour: int = 0) -> bytes:
    """A picture of grey points that packs to almost nothing."""
    line = b"\0" * (1 + width * (4 if colour == 6 else 1))
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(line) for _ in range(height if rows_ is None else rows_)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)),
            (b"IDAT", data),
            (b"IEND", b""),
        )
    )


def _pictures(chance: random.Random) -> Iterator[Attack]:
    for width, height in ((30_000, 30_000), (9_000, 9_000), (12_000, 12_000), (100_000, 100), (1, 60_000), (0, 0)):
        yield Attack(f"picture of {width} × {height}", beside({"b.png": partial(png, width, height)}), BOTH, r"b\.png")
    yield Attack("picture that lies", beside({"b.png": partial(png, 30_000, 30_000, 10)}), BOTH, r"b\.png")
    yield Attack("8 000 × 8 000 in colour", beside({"b.png": partial(png, 8_000, 8_000, colour=6)}), BOTH, r"b\.png")
    yield Attack(
        "20 pictures of 5 000 × 5 000",
        beside({f"b{n}.png": partial(png, 5_000, 5_000) for n in range(20)}),
        BOTH,
        r"b\d+\.png",
    )
    yield Attack("chunks", beside({"b.png": lambda: PNG[:33] + _chunks(200_000) + PNG[33:]}), BOTH, r"b\.png")
    yield Attack("text chunk of 200 MB", beside({"b.png": _text_bomb}), BOTH, r"b\.png")
    yield Attack("noise as jpg", beside({"b.jpg": b"\xff\xd8" + chance.randbytes(10_000)}), BOTH, r"b\.jpg")
    yield Attack("animated png", beside({"b.png": _animated(5_000)}), BOTH, r"b\.png")
    yield Attack("gif as png", beside({"b.png": b"GIF89a" + b"\xff" * 100}), BOTH, r"b\.png")
    yield Attack("gif", beside({"b.gif": b"GIF89a" + b"\xff" * 100}), BOTH, r"b\.gif")
    yield Attack("200 MB picture", beside({"b.png": lambda: PNG + b"\0" * 200_000_000}), BOTH, r"b\.png")


def _text_bomb() -> bytes:
    chunk = b"a\0\0" + zlib.compress(b"a" * 200_000_000)
    bomb = struct.pack(">I", len(chunk)) + b"zTXt" + chunk + struct.pack(">I", zlib.crc32(b"zTXt" + chunk))
    return PNG[:33] + bomb + PNG[33:]


def _chunks(count: int) -> bytes:
    chunk = struct.pack(">I", 2) + b"tEXt" + b"a\0" + struct.pack(">I", zlib.crc32(b"tEXta\0"))
    return chunk * count


def _animated(frames: int) -> bytes:
    control = struct.pack(">II", frames, 0)
    chunk = struct.pack(">I", 8) + b"acTL" + control + struct.pack(">I", zlib.crc32(b"acTL" + control))
    return PNG[:33] + chunk + PNG[33:]


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" wi'
    'dth="100" height="100">{}</svg>'
)


def use_bomb(levels: int, times: int) -> str:
    """Drawings within drawings, each of ten of the one before."""
    inner = '<g id="g0"><rect width="1" height="1"/></g>'
    for level in range(1, levels + 1):
        inner += f'<g id="g{level}">{f"""<use href="#g{level - 1}"/>""" * times}</g>'
    return SVG.format(f'<defs>{inner}</defs><use href="#g{levels}"/>')


def _drawings() -> Iterator[Attack]:
    for kind, text in _svg():
        yield Attack(f"svg: {kind}", beside({"b.svg": text}), BOTH, r"b\.svg")


def _svg() -> Iterator[tuple[str, Content]]:
    yield "use bomb", use_bomb(9, 10)
    yield "use of itself", SVG.format('<g id="a"><use href="#a"/></g>')
    yield "use in a ring", SVG.format('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')
    yield "use doubled", use_bomb(30, 2)
    yield "xlink bomb", use_bomb(9, 10).replace("href", "xlink:href")
    yield (
        "marker bomb",
        SVG.format(
            '<marker id="m"><path d="M0 0 L1 1" marker-mid="url(#m)"/></marker><path d="M0 0'
            + " L1 1" * 9_999
            + '" marker-mid="url(#m)"/>'
        ),
    )
    yield (
        "pattern",
        SVG.format(
            '<pattern id="p" width="0.0001" height="0.0001" patternUnits="userSpaceOnUse">'
            '<rect width="1" height="1" fill="url(#p)"/></pattern>'
            '<rect width="100" height="100" fill="url(#p)"/>'
        ),
    )
    yield (
        "mask of itself",
        SVG.format(
            '<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask><rect width="9" height="9" mask="url(#m)"/>'
        ),
    )
    yield (
        "clip of itself",
        SVG.format(
            '<clipPath id="m" clip-path="url(#m)"><rect width="9" height="9" clip-path="url(#m)"/>'
            '</clipPath><rect width="9" height="9" clip-path="url(#m)"/>'
        ),
    )
    yield (
        "gradient in a ring",
        SVG.format(
            '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>'
            '<rect width="9" height="9" fill="url(#a)"/>'
        ),
    )
    yield (
        "gradient repeated",
        SVG.format(
            '<linearGradient id="a" spreadMethod="repeat" x2="0.0000001"><stop offset="0"/>'
            '<stop offset="1" stop-color="red"/></linearGradient>'
            '<rect width="99" height="99" fill="url(#a)"/>'
        ),
    )
    yield "nested", SVG.format("<g>" * 3_000 + "</g>" * 3_000)
    yield "nested 100 000", SVG.format("<g>" * 100_000 + "</g>" * 100_000)
    yield "300 000 shapes", lambda: SVG.format('<rect width="1" height="1"/>' * 300_000)
    yield "long path", SVG.format('<path d="M0 0' + " l1 1" * 500_000 + '"/>')
    yield "long numbers", SVG.format('<path d="M' + "9" * 100_000 + ' 0 L1 1"/>')
    yield "bad path", SVG.format('<path d="M 0 0 A nan inf 1e999 99 99"/>')
    yield "dashes", SVG.format('<path d="M0 0 L1e9 0" stroke="red" stroke-dasharray="' + "0.0001 " * 9_999 + '"/>')
    yield "huge", SVG.format("").replace('"100"', '"1e30"')
    yield "no size", SVG.format("").replace('"100"', '"0"')
    yield "per cent", SVG.format("").replace('"100"', '"-100%"')
    yield "view box", SVG.format("").replace("<svg", '<svg viewBox="0 0 0 0"')
    yield (
        "view box of nan",
        SVG.format('<rect width="9" height="9"/>').replace("<svg", '<svg viewBox="nan nan nan 1e999"'),
    )
    yield "transforms", SVG.format('<g transform="' + "rotate(1) " * 50_000 + '"><rect width="1" height="1"/></g>')
    yield "bad transform", SVG.format('<g transform="scale(0) matrix(1) skewX(90)"><rect width="1" height="1"/></g>')
    yield "style", SVG.format("<style>" + "a{" * 5_000 + "</style>")
    yield "style import", SVG.format("<style>@import url(file:///etc/passwd);</style>")
    yield (
        "style of 10 000",
        SVG.format("<style>" + "".join(f".a{n} .b{n} {{fill:red}}" for n in range(10_000)) + "</style><g/>" * 1_00),
    )
    yield "image of itself", SVG.format('<image href="b.svg" width="9" height="9"/>')
    yield "image elsewhere", SVG.format('<image href="http://example.com/b.png" width="9" height="9"/>')
    yield "text", SVG.format('<text x="1" y="1">' + "a" * 200_000 + "</text>")
    yield "text places", SVG.format('<text x="' + "1 " * 50_000 + '" y="1">' + "a" * 50_000 + "</text>")
    yield (
        "text path",
        SVG.format('<path id="p" d="M0 0"/><text><textPath href="#p">' + "a" * 999 + "</textPath></text>"),
    )
    yield "font size", SVG.format('<text font-size="1e300" x="nan">a</text>')
    yield (
        "filter",
        SVG.format(
            '<filter id="f"><feOffset dx="1e300"/><feBlend mode="x"/></filter>'
            '<rect width="9" height="9" filter="url(#f)"/>'
        ),
    )
    yield "colours", SVG.format('<rect width="9" height="9" fill="rgb(1e99,nan,calc(1/0))"/>')
    yield (
        "bad numbers",
        SVG.format(
            '<rect width="a" height="1e999" x="--1" rx="nan"/><circle r="-1"/><ellipse/>'
            '<polygon points="1,2 3"/><polyline points="a b"/>'
        ),
    )
    yield "entities", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("&a;")
    yield "attributes", SVG.format("<rect " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>")
    yield "30 MB", lambda: SVG.format("<!--" + "a" * 30_000_000 + "-->")
