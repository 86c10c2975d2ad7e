"""Mutations of the association's own look: settings, styles, templates, pictures and fonts, sound and broken."""

import random

from picture_files import PNG

from fuzzing.subject import Folder, mutation
from generator.look.settings import Look, setting_key

Throws = random.Random
PROFILE, STYLE = "mall/profil.toml", "mall/stil.css"
KEYS = (*map(setting_key, Look.model_fields), "kontrakt", "mall", "okand", '"Huvudfärg"', "a.b")
VALUES = (
    '"#123456"', '"#fff"', '"röd"', '"#ffffff"', '""', '"10pt"', '"1e7pt"', '"-3mm"', '"200mm"', '"1.5"', "1.5", "12",
    "true", "ja", '"ja"', "[1]", "{a=1}", "nan", "inf", "1" * 5000, "2020-01-01", '"zebra"', '"band"', '"bild"',
    '"bild.png"', '"../bild.png"', '"Comic Sans"', '"Source Serif 4"', '"' + "x" * 5000 + '"', "[" * 300 + "]" * 300,
    '"\\u0000"', '"\\u001b[31m"', '"2"', "-0", '"url(http://x)"', '"red; } body { display: none"', "0x1", "1_000",
    "'''\nx'''",
)  # fmt: skip
RULES = (
    "body { color: red }", "a{" * 2000, "}", "@import 'x.css';", "@font-face { font-family: x; src: url(x.woff) }",
    "table { width: 900mm }", "td { white-space: nowrap }", "p { margin-left: -100mm }", "* { font-size: 1e7pt }",
    ":root { --a: var(--a) }",
    ":root{" + "".join(f"--a{n}:var(--a{n - 1})var(--a{n - 1});" for n in range(1, 12)) + "}",
    "p::before { content: counter(x) }", "@page { size: 1mm }", "@page { margin: 400mm }",
    "h1 { position: absolute; left: -9cm }", "p { opacity: 0.5 }", "p { display: none }", "td { display: flex }",
    "/* öppen", "p { background: url(../bild.png) }", "p { background: url(http://127.0.0.1/) }", "\x00",
    "p { color: ", "h1 { transform: rotate(45deg) }", "p { float: footnote }", "html { width: calc(1px / 0) }",
    "p { content: '\\1b' }", "@media print { p { color: blue } }", "table { page-break-inside: avoid }",
)  # fmt: skip
TEMPLATES = (
    "{{",
    "{% for %}",
    "{{ x.y.z }}",
    "",
    "{% include 'x' %}",
    "{{ 1/0 }}",
    "<p>{{ block }}</p>",
    "{{ report.name }}",
)
BROKEN = (
    b"",
    b"x",
    PNG[:30],
    PNG,
    b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    b"<svg",
    b"\x89PNG\r\n\x1a\n",
    b"GIF89a",
    b"\xff\xd8\xff",
)


def _added(folder: Folder, name: str, line: str) -> None:
    folder.files[name] = folder.files.get(name, b"") + f"{line}\n".encode("utf-8", "surrogatepass")


@mutation("looks.profile")
def profile(folder: Folder, throws: Throws) -> None:
    """A setting, sound or not."""
    _added(folder, PROFILE, f"{throws.choice(KEYS)} = {throws.choice(VALUES)}")


@mutation("looks.profile_odd")
def profile_odd(folder: Folder, throws: Throws) -> None:
    """What is no setting at all."""
    _added(
        folder,
        PROFILE,
        throws.choice(("[", "= 1", "x", "[a]\nb = 1", "\ufeff", "a = ", "\x00", "[[a]]", "#", "a = '", "ö = 1")),
    )


@mutation("looks.style")
def style(folder: Folder, throws: Throws) -> None:
    """A rule of style."""
    _added(folder, STYLE, throws.choice(RULES))


@mutation("looks.template")
def template(folder: Folder, throws: Throws) -> None:
    """A template of the association's own."""
    name = throws.choice(("block.html", "rapport.html", "report.html", "okänd.html", "cover.html"))
    folder.files[f"mall/{name}"] = throws.choice(TEMPLATES).encode()


@mutation("looks.file")
def file(folder: Folder, throws: Throws) -> None:
    """A picture or a font, broken or not, where it belongs or not."""
    name = throws.choice(
        (
            "bild.png",
            "mall/bilder/logo.png",
            "mall/bilder/x.svg",
            "mall/fonts/x.ttf",
            "mall/fonts/x.woff2",
            "mall/x.exe",
            "mall/a/b.png",
        )
    )
    folder.files[name] = throws.choice(BROKEN)


@mutation("looks.bytes")
def odd_bytes(folder: Folder, throws: Throws) -> None:
    """A file of the look that is not text."""
    folder.files[throws.choice((PROFILE, STYLE))] = throws.choice(
        (b"\xff\xfe\x00", "färg = 1".encode("cp1252"), bytes(100), "ö".encode("utf-16"))
    )
