"""A finished report carries no other file, does nothing by itself, and leads only where a reader expects."""

import base64
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pikepdf
import pytest
from hostile.pictures import use_bomb
from looks import own_look, put
from picture_files import PNG
from PIL import Image

from generator.document.errors import DrawingError
from generator.document.pdf.closed import assure_closed, refuse_attachments
from generator.document.pdf.draw import report_pdf
from generator.document.pdf.fetcher import closed_fetcher

PAGE = '<html lang="sv"><head><title>t</title>{head}</head><body><p>Text {body}</p></body></html>'


def drawn(folder: Path, body: str = "", head: str = "") -> bytes:
    return report_pdf(PAGE.format(body=body, head=head), folder)


def dictionaries(pdf: bytes) -> list[dict[str, str]]:
    """Every dictionary of a PDF, also those that lie in others."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [found for thing in opened.objects for found in _within(thing)]


def _within(thing: Any) -> Iterator[dict[str, str]]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield {name: str(value) for name, value in thing.items() if not isinstance(value, pikepdf.Dictionary)}
        for value in thing.values():
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _within(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _within(value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "förbund", {"underlag.xlsx": b"PK\x03\x04 hemligt", "a.png": PNG, "../utanför.png": PNG})


_VARIABLE = ":root { --a0: x } " + "".join(f":root {{ --a{n}: {f'var(--a{n - 1}) ' * 10} }} " for n in range(1, 12))


@pytest.mark.parametrize(
    "markup",
    [
        f"<style>{_VARIABLE}</style>",
        f'<p style="{_VARIABLE.replace(":root {", "").replace("}", ";")}">x</p>',
        f'<link rel="stylesheet" href="data:text/css,{quote(_VARIABLE)}">',
        '<link rel="stylesheet" href="_stil.css">',
        '<style>@import "_stil.css";</style>',
    ],
)
def test_a_style_sheet_is_bounded_however_it_comes_into_the_page(folder: Path, markup: str) -> None:
    put(folder, {"_stil.css": _VARIABLE.encode()})
    with pytest.raises(DrawingError, match=r"variabeln --a\d blir .* tecken lång"):
        drawn(folder, head=markup)


@cache
def _png(side: int) -> str:
    content = io.BytesIO()
    Image.new("1", (side, side)).save(content, "PNG")
    return base64.b64encode(content.getvalue()).decode()


@pytest.mark.parametrize(
    "address",
    [
        f"data:image/png;base64,{_png(12_000)}",
        f"data:image/svg+xml;base64,{_png(12_000)}",
        "data:image/svg+xml," + quote(use_bomb(9, 10)),
        "data:image/svg+xml,"
        + quote("<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>" * 200 + "</g>" * 200 + "</svg>"),
        "_bomb.svg",
    ],
)
def test_a_picture_of_a_template_is_bounded(folder: Path, address: str) -> None:
    put(folder, {"_bomb.svg": use_bomb(9, 10).encode()})
    with pytest.raises(DrawingError, match=r"fler former än|mycket stor"):
        drawn(folder, f'<img src="{address}" alt="x">')


def test_what_is_refused_is_told_in_its_own_words_also_where_a_look_is_drawn(folder: Path) -> None:
    html = PAGE.format(head="", body='<a rel="attachment" href="underlag.xlsx">x</a>')
    with pytest.raises(DrawingError, match="bifogar filen"):
        report_pdf(html, folder, own_look(folder))


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="attachment" href="underlag.xlsx">',
        '<link rel="stylesheet ATTACHMENT" href="underlag.xlsx">',
        '<a rel="attachment" href="underlag.xlsx">x</a>',
        '<a rel="nofollow attachment" href="a.png" download="x">x</a>',
        '<a rel="attachment" href="data:,x">x</a>',
    ],
)
def test_nothing_is_attached(folder: Path, markup: str) -> None:
    with pytest.raises(DrawingError, match=r"Sidmallen bifogar filen .*Ta bort raden\."):
        drawn(folder, markup)


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="javascript:app.alert(1)">x</a>',
        '<a href="file:///etc/passwd">x</a>',
        '<a href="underlag.xlsx">x</a>',
        '<a href="ftp://exempel.se/a">x</a>',
        '<a href="vbscript:x">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="//exempel.se/a">x</a>',
    ],
)
def test_no_link_leads_to_a_file_or_a_program(folder: Path, markup: str) -> None:
    with pytest.raises(DrawingError, match="får inte stå i rapporten") as refused:
        drawn(folder, markup)
    assert str(folder) not in str(refused.value)


def test_links_that_a_reader_expects_stay(folder: Path) -> None:
    pdf = drawn(
        folder,
        '<a href="https://exempel.se">w</a> <a href="mailto:a@exempel.se">m</a> <a href="tel:+4612">t</a>'
        ' <a href="#h">i</a> <b id="h">h</b> <form><input name="a"><button type="submit">s</button></form>',
    )
    found = dictionaries(pdf)
    assert {each["/URI"] for each in found if "/URI" in each} == {
        "https://exempel.se",
        "mailto:a@exempel.se",
        "tel:+4612",
    }
    assert {each.get("/Subtype") for each in found if each.get("/Type") == "/Annot"} == {"/Link"}
    keys = set().union(*found)
    assert keys & {"/EmbeddedFiles", "/AF", "/EF", "/OpenAction", "/AA", "/JS", "/AcroForm"} == set()


class Pdf:
    def __init__(self, *objects: Any) -> None:
        self.catalog, self.objects = {"Type": "/Catalog"}, objects


@pytest.mark.parametrize(
    "thing",
    [
        {"Type": "/Action", "S": "/Launch"},
        {"Type": "/Annot", "Subtype": "/FileAttachment"},
        {"Type": "/Annot", "Subtype": "/Link", "A": {"Type": "/Action", "S": "/JavaScript"}},
        {"Names": {"EmbeddedFiles": []}},
        {"Kids": [{"AA": {}}]},
        {"Type": "/Filespec"},
    ],
)
def test_whatever_way_something_came_into_a_pdf_it_does_not_go_out(thing: Any) -> None:
    import pydyf  # noqa: PLC0415

    def made(value: Any) -> Any:
        if isinstance(value, dict):
            return pydyf.Dictionary({name: made(inner) for name, inner in value.items()})
        return pydyf.Array(map(made, value)) if isinstance(value, list) else value

    with pytest.raises(DrawingError, match="gjordes därför inte"):
        assure_closed(Pdf(made(thing)))
    assure_closed(Pdf(made({"Type": "/Action", "S": "/URI"})))


def test_what_is_not_attached_is_let_be() -> None:
    from xml.etree.ElementTree import fromstring  # noqa: PLC0415

    refuse_attachments(fromstring('<html><a rel="nofollow" href="a"/><link rel="stylesheet"/></html>'))  # noqa: S314


# ---------------------------------------------------------------- what a page may fetch


@pytest.fixture
def fetch(folder: Path) -> Any:
    import weasyprint  # noqa: PLC0415

    return closed_fetcher(weasyprint, [(folder, folder)])


REFUSED = {
    "file:///etc/passwd": "utanför rapportens mapp",
    "file://localhost/etc/passwd": "utanför rapportens mapp",
    "file://dator/mapp/a.png": "utanför rapportens mapp",
    "file:////dator/mapp/a.png": "utanför rapportens mapp",
    "file:///%5C%5Cdator/mapp/a.png": "utanför rapportens mapp",
    "file:a.png": "utanför rapportens mapp",
    "FILE:///etc/passwd": "utanför rapportens mapp",
    "{folder}/../utanför.png": "utanför rapportens mapp",
    "{folder}/%2e%2e/utanför.png": "utanför rapportens mapp",
    "{folder}/b/..%2f..%2futanför.png": "utanför rapportens mapp",
    "{folder}/a.png%00": "utanför rapportens mapp",
    "{folder}/länk.png": "länk till något utanför mappen",
    "{folder}/underlag.xlsx": "bara bilder",
    "{folder}/underlag.xlsx?a.png": "bara bilder",
    "{folder}/texter.md": "bara bilder",
    "{folder}/saknas.png": "finns inte i rapportens mapp",
    "http://127.0.0.1:9/a.png": "utan nätet",
    "HTTPS://exempel.se/a.png": "utan nätet",
    "ftp://exempel.se/a.png": "utan nätet",
    "jar:file:///a!/b": "utan nätet",
    "data:image/x-eps,%25!PS-Adobe-3.0%0A": "bara bilder",
}


@pytest.mark.parametrize("address", REFUSED)
def test_a_page_fetches_nothing_else(folder: Path, fetch: Any, address: str) -> None:
    (folder / "länk.png").symlink_to("../utanför.png")
    with pytest.raises(ValueError, match=REFUSED[address]):
        fetch(address.format(folder=folder.as_uri()))


def test_a_page_fetches_pictures_of_the_folder_and_what_it_holds_itself(folder: Path, fetch: Any) -> None:
    assert fetch(f"{folder.as_uri()}/a.png").read() == PNG
    assert fetch(f"{folder.as_uri()}/b/../a.png?x#y").read() == PNG
    assert fetch("data:text/plain;base64,aGVq").read() == b"hej"
    assert fetch(f"{folder.as_uri()}/a.png").path is None
