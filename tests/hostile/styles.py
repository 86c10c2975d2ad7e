"""Style sheets that no association has: lengths, counters, selectors and variables made to break or to last."""

import random
from collections.abc import Iterator

from hostile.attack import RENDER, Attack, Content
from hostile.looks import laid

DRAWN = (RENDER,)


def styles(chance: random.Random) -> list[Attack]:
    """All attacks by style sheet."""
    del chance
    return [Attack(f"style: {kind}", laid({"stil.css": text}), DRAWN, r"stil\.css") for kind, text in css_attacks()]


LENGTHS = ("1e7pt", "1e308pt", "1e309pt", "-1e9pt", "1e9mm", "0", "nan", "99999999999999999999px", "1e-300pt", "-1pt")


def css_attacks() -> Iterator[tuple[str, Content]]:
    """Every style sheet by what it is."""
    for each in (_depth, _lengths, _counters, _content, _selectors, _variables, _layout, _paint, _files):
        yield from each()


Styles = Iterator[tuple[str, Content]]


def _depth() -> Styles:
    for kind, opened in (("a{", "a{"), ("@media", "@media print{"), (":is(", ":is("), ("(", "p{width:("), ("[", "[")):
        yield f"{kind} × 5 000", opened * 5_000
    yield "calc in calc", f"p {{ width: {'calc(1px + ' * 2_000}1px{')' * 2_000} }}"
    yield "not in not", f"{':not(' * 2_000}p{')' * 2_000} {{ color: red }}"
    yield "@media in @media", "@media print {" * 500 + "p{color:red}" + "}" * 500


def _lengths() -> Styles:
    for name in ("font-size", "width", "height", "margin", "padding", "line-height", "border-width", "letter-spacing"):
        for length in LENGTHS:
            yield f"{name} {length}", f"p, h1, td {{ {name}: {length}; border-style: solid }}"
    for name in ("text-indent", "top", "column-gap", "columns", "word-spacing", "outline-width", "border-spacing"):
        for length in LENGTHS[:5]:
            yield f"{name} {length}", f"p, h1, table {{ {name}: {length}; position: relative; columns: 2 }}"
    for size in ("0", "-5mm", "1e9mm", "1e308mm", "1mm 1mm", "1pt 100000mm", "nan", "0 0", "20mm"):
        yield f"page size {size}", f"@page {{ size: {size} }}"
    for margin in ("1e9mm", "-1e9mm", "200mm", "1e308mm", "-200mm"):
        yield f"page margin {margin}", f"@page {{ margin: {margin} }}"
    yield "page footnotes", "@page { @footnote { max-height: 0; float: bottom } }"
    yield "column count", "body { column-count: 1000000 }"
    yield "column width", "body { columns: 0.001pt }"
    for transform in ("scale(1e30)", "rotate(1e300deg)", "matrix(0,0,0,0,0,0)", "scale(nan)", "translate(1e308px)"):
        yield f"transform {transform}", f"p {{ transform: {transform} }}"
    yield "transforms", f"p {{ transform: {'rotate(1deg) ' * 20_000} }}"


def _counters() -> Styles:
    for number in ("999999999", "-999999999", "9" * 400, "1e9"):
        for style in ("decimal", "upper-roman", "lower-alpha", "symbols('*')", "cjk-decimal", "lower-greek"):
            text = f"p {{ counter-increment: a {number} }} p::before {{ content: counter(a, {style}) }}"
            yield f"counter {number[:10]} {style}", text
    symbols = "@counter-style x { system: additive; additive-symbols: 1 'I'; range: 0 infinite }"
    yield "counter additive", f"{symbols} p {{ counter-reset: a 99999999 }} p::before {{ content: counter(a, x) }}"
    loop = "@counter-style x { system: extends y } @counter-style y { system: extends x }"
    yield "counter loop", f"{loop} p::before {{ content: counter(a, x) }}"
    pad = "@counter-style x { system: numeric; symbols: '0' '1'; pad: 99999999 '0' }"
    yield "counter pad", f"{pad} p::before {{ content: counter(page, x) }}"


def _content() -> Styles:
    yield "content", 'p::before { content: "' + "a" * 1_000_000 + '" }'
    yield "content in all", '*::before { content: "' + "ord " * 1_000 + '" }'
    yield "content strings", "p::before { content: " + '"a" ' * 100_000 + " }"
    yield "leader", "p::before { content: leader('.') leader('.') leader(' ') } h1 { content: leader('') }"
    yield "target counter", "p::before { content: target-counter(attr(href), page) target-text('#x') }"
    yield "running elements", "p { position: running(x) } @page { @top-left { content: element(x) } }"
    yield "string set", "p { string-set: x content(), x content() } @page { @top-left { content: string(x) } }"
    yield "import of itself", '@import "stil.css";'
    yield "import loop", '@import url("mer.css");'
    yield "imports", '@import "stil.css";' * 1_000
    yield "import elsewhere", '@import url("http://example.com/a.css");'
    yield "import of a device", '@import url("file:///dev/zero");'
    yield "import of data", '@import url("data:text/css,p{}");' * 2_000


def _selectors() -> Styles:
    yield "10 000 selectors", ", ".join(f"p.a{n} > b ~ c" for n in range(10_000)) + " { color: red }"
    yield "one selector of 10 000 parts", " ".join("p" for _ in range(10_000)) + " { color: red }"
    yield "10 000 rules", "".join(f"p.a{n} td {{ color: red }}" for n in range(10_000))
    yield "is in is", "".join([":is(p, " * 30, "b", ")" * 30, " { color: red }"])
    yield "is of many", ":is(a,b,c,d,e,f,g,h,i,j) " * 12 + "{ color: red }"
    yield "has", "*:has(*:has(*)) { color: red }"
    yield "has in has", ":has(" * 20 + "p" + ")" * 20 + " { color: red }"
    yield "nth", "p:nth-child(99999999999n+99999999999) { color: red }"


def _variables() -> Styles:
    yield "variable loop", ":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }"
    yield "variable of itself", ":root { --a: var(--a) } p { width: var(--a, var(--a)) }"
    bomb = "".join(f"--v{n}: {f'var(--v{n - 1}) ' * 10}; " for n in range(1, 12))
    yield "variable bomb", f":root {{ --v0: a; {bomb} }} p {{ font-family: var(--v11) }}"
    small = "".join(f"--v{n}: {f'var(--v{n - 1}) ' * 2}; " for n in range(1, 30))
    yield "doubled variable", f"p {{ --v0: a; {small} font-family: var(--v29) }}"
    long = "".join(f"--v{n}: var(--v{n - 1}); " for n in range(1, 3_000))
    yield "variable chain", f":root {{ --v0: 1pt; {long} }} p {{ width: var(--v2999) }}"
    yield "fallbacks", "p { width: " + "var(--x, " * 2_000 + "1pt" + ")" * 2_000 + " }"
    yield "20 000 variables", ":root {" + "".join(f"--v{n}: 1pt;" for n in range(20_000)) + "}"


def _layout() -> Styles:
    yield "grid of 10 000", "body { display: grid; grid-template-columns: repeat(10000, 1fr) }"
    yield "grid repeated", "body { display: grid; grid-template-columns: repeat(999999999, 1fr) }"
    yield "grid auto", "body { display: grid; grid-template: repeat(auto-fill, 0.01pt) / repeat(auto-fill, 0.01pt) }"
    yield "grid place", "body { display: grid } p { grid-row: 99999999; grid-column: -99999999 }"
    yield "grid span", "body { display: grid } p { grid-row: span 9999999 }"
    yield "grid all", "* { display: grid }"
    yield "flex all", "* { display: flex; flex-wrap: wrap }"
    yield "flex grow", "body { display: flex } * { flex: 1e300 1e300 1e300pt }"
    yield "table all", "* { display: table-cell }"
    yield "inline all", "* { display: inline-block; float: left }"
    yield "float all", "p, h1, h2, table, div { float: footnote }"
    yield "page each", "p, td, span { page: x; break-before: always }"
    yield "breaks", "* { break-inside: avoid; break-before: avoid; orphans: 999999; widows: 999999 }"
    yield "page names", "".join(f"p:nth-child({n}) {{ page: x{n} }} @page x{n} {{ size: A4 }}" for n in range(2_000))


def _paint() -> Styles:
    yield "gradient", f"p {{ background: linear-gradient({', '.join(['red', 'blue'] * 5_000)}) }}"
    yield "background", "body { background: url('data:image/svg+xml,<svg/>') 0 0 / 0.01pt 0.01pt repeat }"
    pixel = (
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>"
        "<rect width='1' height='1'/></svg>"
    )
    yield "tiled background", f'body {{ background: url("{pixel}") 0 0 / 0.1pt 0.1pt repeat }}'
    yield "border radius", "p { border: 1e9pt solid red; border-radius: 1e9pt }"
    yield "shadows", "p { text-shadow: 1pt 1pt red; filter: blur(1e9px); opacity: nan; z-index: 9999999999 }"
    yield "font family", "p { font-family: " + ", ".join(f"f{n}" for n in range(20_000)) + " }"
    yield "font features", "p { font-feature-settings: " + ", ".join(["'liga' 99999999"] * 5_000) + " }"
    yield "font weight", "p { font-weight: 1e9; font-stretch: 1e9%; font-variation-settings: 'wght' 1e300 }"
    yield "hyphenation", "p { hyphenate-limit-chars: 9999999999 9 9; hyphens: auto; hyphenate-character: 'abc' }"
    yield "tab size", "p { tab-size: 1e9; white-space: pre }"
    yield "lang", "p { quotes: 'a' 'b' } p::before { content: open-quote } " * 100
    yield "line clamp", "p { max-lines: 99999999; block-ellipsis: 'x'; continue: discard }"
    yield "bookmark", "p { bookmark-level: 99999999; bookmark-label: content() }"


def _files() -> Styles:
    yield "10 MB of style", lambda: "p { color: red }\n" * 700_000
    yield "1.9 MB of style", "p { color: red }\n" * 110_000
    yield "NUL in style", "p { color: r\0ed }"
    yield "UTF-16 style", "p { color: red }".encode("utf-16")
    yield "escapes", "p { content: '\\110000 \\d800 \\0' }"
    yield "charset", b'@charset "utf-7"; p { color: red }'
    yield "unclosed comment", "/*" * 100_000
    yield "unclosed text", 'p { content: "' + "a" * 100_000
    yield "image-set", "p { background: image-set(" + "'a' 1x, " * 10_000 + "'b' 2x) }"
    yield "no end of functions", "p { width: min(max(clamp(" + "1pt," * 10_000 + "1pt))) }"
    yield "attr", "p::before { content: attr(" + "a" * 100_000 + ") }"
    yield "layer and scope", "@layer a; @scope (p) { p { color: red } } @container (width) { p { color: red } }"
    yield "nesting", "p {" + "& b {" * 500 + "color: red" + "}" * 501
