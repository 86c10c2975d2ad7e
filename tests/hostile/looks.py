"""Looks that no association has: settings, templates and fonts made to break."""

import random
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.ground.places import templates_folder
from hostile.attack import CHECK, RENDER, Attack, Content, as_bytes
from hostile.pictures import use_bomb

DRAWN = (RENDER,)
BOTH = (CHECK, RENDER)
Files = Mapping[str, Content]


def laid(files: Files) -> Callable[[Path], None]:
    """Lay files into the association's own look."""

    def put(folder: Path) -> None:
        for name, content in files.items():
            path = folder / "mall" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_bytes(content))

    return put


def looks(chance: random.Random) -> list[Attack]:
    """All attacks by settings, templates and fonts."""
    return [*_profiles(), *_templates(), *_fonts(chance)]


def _profiles() -> Iterator[Attack]:
    for kind, text in _toml():
        yield Attack(f"profile: {kind}", laid({"profil.toml": text}), BOTH, "profil.toml")


def _toml() -> Iterator[tuple[str, Content]]:
    yield "10 000 digits", f"kontrakt = {'9' * 10_000}\n"
    yield "10 000 digits in a setting", f"textstorlek = {'9' * 10_000}\n"
    yield "10 000 hex digits", f"textstorlek = 0x{'f' * 10_000}\n"
    yield "10 000 digits with point", f"radavstand = {'9' * 10_000}.5\n"
    yield "arrays in arrays", "a = " + "[" * 100_000
    yield "arrays in arrays, closed", "huvudfarg = " + "[" * 5_000 + "]" * 5_000 + "\n"
    yield "tables in tables", "a = " + "{a=" * 50_000
    yield "dotted key", ".".join("a" * 20_000) + " = 1\n"
    yield "dotted key, known", "huvudfarg" + ".a" * 20_000 + " = 1\n"
    yield "dotted tables", "".join(f"[{'.'.join('a' * n)}]\n" for n in range(1, 700))
    yield "table header", "[" + ".".join("a" * 50_000) + "]\n"
    yield "a date", "huvudfarg = 2020-01-01\n"
    yield "an impossible date", "huvudfarg = 2020-99-99\n"
    yield "a time", "huvudfarg = 25:61:61\n"
    yield "NaN and inf", "radavstand = nan\ntextstorlek = inf\nkontrakt = -inf\n"
    yield "wrong types", "huvudfarg = [1, 2]\nmall = {a = 1}\ntextstorlek = true\nkontrakt = [1]\n"
    yield "look as table", "mall = [[[[1]]]]\n"
    yield "duplicate keys", 'huvudfarg = "#111111"\nhuvudfarg = "#222222"\n'
    yield "UTF-16", 'huvudfarg = "#111111"\n'.encode("utf-16")
    yield "NUL", 'huvudfarg = "\0"\n'
    yield "only NUL", b"\0" * 10_000
    yield "10 MB", lambda: "# a\n" * 2_500_000
    yield "1.9 MB of keys", "".join(f'nyckel{n} = "a"\n' for n in range(100_000))
    yield "20 000 keys", "".join(f'nyckel{n} = "a"\n' for n in range(20_000))
    yield "1 000 near keys", "".join(f'huvudfarg{n} = "a"\n' for n in range(1_000))
    yield "key of 100 000", "a" * 100_000 + " = 1\n"
    yield "value of 1 000 000", 'huvudfarg = "' + "å" * 900_000 + '"\n'
    yield "length of 100 000 digits", 'textstorlek = "' + "9" * 100_000 + 'pt"\n'
    yield "length 1e999", 'textstorlek = "1e999pt"\n'
    yield "control characters", 'huvudfarg = "\\u001b[31m\\u009b"\n'
    yield "key with controls", '"\\u001b[31m" = 1\n'
    yield "surrogates", b'huvudfarg = "\xed\xa0\x80"\n'
    yield "escaped surrogate", 'huvudfarg = "\\ud800"\n'
    yield "look of 10 000", 'mall = "' + "a" * 10_000 + '"\n'
    yield "look with path", 'mall = "../../../etc"\n'
    yield "font of 10 000", 'typsnitt_rubriker = "' + "a" * 10_000 + '"\n'
    yield "multiline", 'huvudfarg = """' + "\n" * 10_000 + '"""\n'
    yield "unicode key", '"\u202ehuvudfarg" = 1\n'


def _templates() -> Iterator[Attack]:
    for kind, text in (
        (
            "endless loop",
            (
                '{% extends "base/cover.html" %}{% block cover_title %}{% for a in range(99999) %}{% f'
                "or b in range(99999) %}{% endfor %}{% endfor %}{% endblock %}"
            ),
        ),
        (
            "nested expression",
            '{% extends "base/cover.html" %}{% block cover_title %}{{ '
            + "(" * 5_000
            + "1"
            + ")" * 5_000
            + " }}{% endblock %}",
        ),
        ("lists", "{{ " + "[" * 5_000 + " }}"),
        (
            "10 000 digits",
            '{% extends "base/cover.html" %}{% block cover_title %}{{ ' + "9" * 10_000 + " }}{% endblock %}",
        ),
        (
            "includes itself",
            '{% extends "base/cover.html" %}{% block cover_title %}{% include "cover.html" %}{% endblock %}',
        ),
        ("extends itself", '{% extends "cover.html" %}'),
        ("nested blocks", "{% if 1 %}" * 3_000),
        (
            "much text",
            '{% extends "base/cover.html" %}{% block cover_title %}{% for a in range(9999) %}'
            + "ord " * 150
            + "{% endfor %}{% endblock %}",
        ),
        (
            "deep elements",
            '{% extends "base/cover.html" %}{% block cover_title %}' + "<div>" * 3_000 + "{% endblock %}",
        ),
        (
            "wide table",
            '{% extends "base/cover.html" %}{% block cover_title %}<table><tr>'
            + "<td>a" * 3_000
            + "</table>{% endblock %}",
        ),
        (
            "spans",
            (
                '{% extends "base/cover.html" %}{% block cover_title %}<table><tr>'
                "<td colspan=99999999 rowspan=99999999>a</table>{% endblock %}"
            ),
        ),
        (
            "svg in the page",
            '{% extends "base/cover.html" %}{% block cover_title %}' + use_bomb(9, 10) + "{% endblock %}",
        ),
        ("regex of nothing", "{#" * 50_000),
        ("tags", "{%" * 50_000),
    ):
        yield Attack(f"template: {kind}", laid({"cover.html": text}), DRAWN, r"cover\.html")


def _fonts(chance: random.Random) -> Iterator[Attack]:
    whole = next(templates_folder().rglob("*.ttf")).read_bytes()
    flipped = bytearray(whole)
    for _ in range(300):
        flipped[chance.randrange(len(flipped))] = chance.randrange(256)
    for kind, data in (
        ("truncated", whole[: len(whole) // 2]),
        ("head only", whole[:12]),
        ("empty", b""),
        ("noise", chance.randbytes(50_000)),
        ("many tables", whole[:4] + b"\xff\xff" + b"\0" * 100),
        ("bytes changed", bytes(flipped)),
        (
            "name table huge",
            whole[:4]
            + struct.pack(">HHHH", 1, 0, 0, 0)
            + b"name"
            + struct.pack(">III", 0, 28, 9)
            + struct.pack(">HHH", 0, 65535, 6),
        ),
    ):
        style = "@font-face { font-family: X; src: url(fonts/x.ttf) } p { font-family: X }"
        yield Attack(f"font: {kind}", laid({"fonts/x.ttf": data}), BOTH, r"x\.ttf")
        yield Attack(
            f"font face: {kind}",
            laid({"fonts/_x.ttf": data, "stil.css": style.replace("x.ttf", "_x.ttf")}),
            DRAWN,
            r"x\.ttf|stil\.css",
        )
    bomb = b"wOFF" + struct.pack(">IIHHIHHIIIII", 0x10000, 100, 1, 0, 2**31, 1, 0, 0, 0, 0, 0, 0)
    bomb += b"glyf" + struct.pack(">IIII", 64, 20, 2**31, 0) + zlib.compress(b"\0" * 1_000_000)
    style = "@font-face { font-family: X; src: url(fonts/_x.woff) } p { font-family: X }"
    yield Attack("font face: woff bomb", laid({"fonts/_x.woff": bomb, "stil.css": style}), DRAWN, r"x\.woff|stil\.css")
    yield Attack("font of 100 MB", laid({"fonts/x.ttf": lambda: whole + b"\0" * 100_000_000}), BOTH, r"x\.ttf")
    yield Attack("1 000 fonts", laid({f"fonts/x{n}.ttf": whole[:200_000] for n in range(1_000)}), BOTH, r"x\d+\.ttf")
