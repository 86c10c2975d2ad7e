"""A document made to be hard to tag: everything that WeasyPrint cuts, repeats or scatters, on many small pages."""

import base64
import io

from PIL import Image

SENTENCE = "Förbundet samordnar insatser för människor som behöver stöd från flera håll och följer upp varje år"
WORDS = SENTENCE.split()
STYLE = """
@page { size: A5; margin: 20mm; @top-left { content: string(chapter) } @bottom-right { content: counter(page) } }
@page { @footnote { border-top: 1pt solid #000 } }
html { font: 9pt/1.4 "Source Sans 3" }
h1 { string-set: chapter content(text) }
note { float: footnote }
.two { columns: 2; column-gap: 5mm; hyphens: auto; text-align: justify }
nav ul { list-style: none; padding: 0 }
nav a { display: block }
nav a::after { content: leader('.') target-counter(attr(href), page) }
table { border-collapse: collapse; width: 100% }
td, th { border-bottom: 1pt solid #999; vertical-align: top; text-align: left }
.beside { display: table; table-layout: fixed; width: 100% }
.column { display: table-cell; vertical-align: top; padding-right: 5mm }
dt { display: inline-block; width: 30mm }
dd { display: inline; margin: 0 }
.several dd { display: block }
.row li { display: inline-block }
"""
SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='40'><title>{}</title>"
    "<rect width='30' height='30' fill='#336'/><text x='40' y='20' font-size='9'>12</text></svg>"
)
_PART = {3: " data-group='1'", 4: " data-under='1'", 5: " data-under='1'"}
"""What the rows of the long table have that are one with amounts and its parts."""
LINK = 'en <b>fet</b> länk <a href="https://example.org/{0}">till <b>sidan</b> <i>med</i> nummer {0}, {1}</a> slut.'


def hard_html() -> str:
    """The whole document; every reference leads somewhere and every picture lies in the document itself."""
    parts = (_cover(), _contents(), _long_section(), _tables(), _columns(), _beside(), _spans(), _pictures())
    head = f'<head><meta charset="utf-8"><title>Ett svårt dokument</title><style>{STYLE}</style></head>'
    return f'<!doctype html><html lang="sv">{head}<body>{"".join(parts)}</main></body></html>'


def _words(start: int, count: int) -> str:
    """Words in an order of their own for each ``start``, with numbers among them so that no two texts are equal."""
    words = (
        WORDS[(start + 7 * i + i // 5) % len(WORDS)] + (f"{start}-{i}" if i % 9 == 0 else "") for i in range(count)
    )
    return " ".join(words)


def _note(number: int) -> str:
    return f'<a href="#n{number}"><note id="n{number}">Not med <em>kursiv</em> {_words(number, 9)}.</note></a>'


def _cover() -> str:
    pairs = "<div><dt>Säte</dt><dd>Orten</dd></div><div><dt>Nummer</dt><dd>222000-1234</dd></div>"
    loose = "<dt>Ett</dt><dd>Två</dd><dt>Tre</dt><dd>Fyra</dd>"
    several = "<div><dt>Resultat</dt> <dd>14 kr</dd> <dd>9 kr bättre</dd></div>\n<div><dt>Mål</dt> <dd>Tre</dd></div>"
    row = "<li><b>13</b> goda</li>\n<li><b>1</b> svagt</li>\n"
    return (
        f"<header><p>Omslag</p><dl>{pairs}</dl><dl>{loose}</dl><dl class='several'>{several}</dl>"
        f"<ul class='row'>{row}</ul></header><main>"
    )


def _contents() -> str:
    lines = (f'<li><a href="#r{i}"><span>{i}</span> <b>Rubrik</b> nummer {i}</a></li>' for i in range(1, 7))
    return f"<section><h1>Innehåll</h1><nav><ul>{''.join(lines)}</ul></nav></section>"


def _long_section() -> str:
    """A section over many pages, whose paragraphs, links and lists are cut."""
    texts = (
        f"<p>{_words(i, 110)} {_note(i) if i % 5 == 1 else ''} {_words(i + 50, 25)} {LINK.format(i, _words(i, 16))}</p>"
        for i in range(1, 17)
    )
    inner = "<ul><li>inre ett</li><li>inre två<ol type='a'><li>djup</li></ol></li></ul>"
    tight = f"<ul><li>tät {_words(60, 8)}</li><li>tät {_note(60)} efter{inner}svans</li></ul>"
    loose = "".join(f"<li><p>lös {_words(i, 40)}</p><p>mer {_words(i + 1, 40)}</p>{inner}</li>" for i in range(61, 69))
    return f'<section><h1 id="r1">Rubrik nummer 1</h1>{"".join(texts)}{tight}<ol>{loose}</ol></section>'


def _tables() -> str:
    """A table over four pages, and one whose row holds prose, lists and a table of its own over several pages."""
    rows = (
        f"<tr{_PART.get(i, '')}>"
        f'<th scope="row">Rad {i} {_words(i, 3)}</th><td>{i * 37}</td><td><a href="#r1">{i}</a> '
        f"{_note(100 + i) if i % 40 == 5 else ''}</td></tr>"
        for i in range(1, 121)
    )
    head = '<thead><tr><th scope="col">Benämning</th><th scope="col">Belopp</th><th>Not</th></tr></thead>'
    inner_rows = (f'<tr><th scope="row">Inre {i}</th><td>{i}</td></tr>' for i in range(60))
    inner_head = '<thead><tr><th scope="col">Inre</th><th scope="col">Värde</th></tr></thead>'
    inner = f"<table>{inner_head}<tbody>{''.join(inner_rows)}</tbody></table>"
    again = '<a class="footnote-again" href="#n300">300</a>'
    prose = (
        f"<p>{_words(4, 150)} {_note(300)} mer {again}</p>{inner}<ul><li>ett {_note(301)} i cell</li><li>två</li></ul>"
    )
    second = (
        '<table><thead><tr><th scope="col">Mål</th><th scope="col">Text</th></tr></thead><tbody>'
        '<tr><th scope="row">Första</th><td>kort</td></tr>'
        f'<tr><th scope="row">Andra {_words(9, 60)}</th><td>{prose}<p>efter tabellen</p></td></tr>'
        f'<tr><th scope="row">Tredje</th><td>kort {_note(302)} och mer</td></tr></tbody></table>'
    )
    return (
        '<section><h1 id="r2">Rubrik nummer 2</h1><h2 id="r3">Rubrik nummer 3</h2>'
        f"<table><caption>Tabell över sidor</caption>{head}<tbody>{''.join(rows)}</tbody></table>"
        f'<h2 id="r4">Rubrik nummer 4</h2>{second}</section>'
    )


def _columns() -> str:
    hyphens = "skydds\u00adombudens e-postlistor 2019–2020 i SOFINT-projektet, <b>rehabiliterings</b>samordningen"
    texts = (
        f"<p>{_words(i, 80)} {_note(400 + i) if i % 6 == 1 else ''} {_words(i, i)} {hyphens} {_words(i, 30)}</p>"
        for i in range(1, 14)
    )
    points = (f"<li>punkt {i} {_words(i, 14)}</li>" for i in range(24))
    return f'<section><h1 id="r5">Rubrik nummer 5</h1><div class="two">{"".join(texts)}<ul>{"".join(points)}</ul></div>'


def _beside() -> str:
    """Columns beside each other, one of them so long that the row is cut."""
    columns = (
        f'<div class="column"><section><h2>Spalt {i}</h2><p>{_words(60 + i, 60 if i % 2 else 330)}{_note(60 + i)}</p>'
        f"</section></div>"
        for i in range(1, 5)
    )
    return "".join(f'<div class="beside">{one}{two}</div>' for one, two in zip(columns, columns, strict=True))


def _spans() -> str:
    head = '<thead><tr><th scope="col"></th><th scope="colgroup" colspan="2">B</th></tr></thead>'
    rows = (
        f"<tr>{f'<th scope=row rowspan=3>Grupp {i}</th>' if i % 3 == 0 else ''}<td>b{i}</td><td>c{i}</td></tr>"
        for i in range(60)
    )
    return f"<table>{head}<tbody>{''.join(rows)}</tbody></table></section>"


def _pictures() -> str:
    """A photo, a chart in the text and a chart as a picture; a link that is a picture."""
    file = io.BytesIO()
    Image.new("RGB", (40, 20), (200, 30, 30)).save(file, "PNG")
    photo = f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"
    chart = f"data:image/svg+xml;base64,{base64.b64encode(SVG.format('Staplar').encode()).decode()}"
    return (
        f'<section><h1 id="r6">Rubrik nummer 6</h1><figure><img alt="En bild" src="{photo}">'
        f"<figcaption>Bildtext</figcaption></figure><p>före {SVG.format('Ett diagram')} efter</p>"
        f'<p><a href="#r1"><img alt="Till början" src="{photo}"></a></p>'
        f'<img alt="Stapeldiagram" src="{chart}"></section>'
    )
