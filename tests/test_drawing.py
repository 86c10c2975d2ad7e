"""A report is drawn without work that nobody sees: the bytes are the same as with it."""

import ctypes.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from looks import chosen, page, put

from generator.document.pdf.draw import report_pdf
from generator.document.pdf.libraries import with_libraries
from generator.document.pdf.variables import settle_variables
from generator.look.chosen import ChosenLook

DRAWN = """
import sys
started = []
sys.addaudithook(lambda event, arguments: started.append(event) if event == "subprocess.Popen" else None)
from pathlib import Path
from generator.document.pdf.draw import report_pdf
from generator.document.pdf.variables import settle_variables
from generator.look.chosen import ChosenLook
report_pdf("<html lang=sv><title>t</title><body><p>Text</p></body></html>", Path())
print(len(started))
"""
ENDED = """
import atexit, gc
atexit.register(lambda: print(gc.get_freeze_count() > 0))
from generator.cli import main
main(["--version"])
"""


def answer(code: str, folder: Path) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.split()[-1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are searched for")
def test_no_program_is_started_to_find_the_libraries(tmp_path: Path) -> None:
    assert answer(DRAWN, tmp_path) == "0"


def test_a_library_that_the_loader_does_not_find_is_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> str:
        found = ctypes.util.find_library("pango")
        if found is None:
            message = "cannot load pango"
            raise OSError(message)
        return found

    monkeypatch.setattr(ctypes.util, "find_library", lambda _: "pango.so")
    assert with_libraries(load) == "pango.so"
    assert ctypes.util.find_library("pango") == "pango.so"
    monkeypatch.setattr(ctypes.util, "find_library", lambda _: None)
    with pytest.raises(OSError, match="cannot load"):
        with_libraries(load)


def test_no_garbage_is_looked_for_when_all_is_done(tmp_path: Path) -> None:
    assert answer(ENDED, tmp_path) == "True"


# ---------------------------------------------------------------- variables put in place


def asked_for(look: ChosenLook, html: str | None = None) -> set[str]:
    """The look's variables that the style sheets in the drawn document still ask for."""
    from weasyprint import HTML  # noqa: PLC0415

    root = HTML(string=html or page(look)).etree_element
    settle_variables(root, look)
    css = "".join(style.text or "" for style in root.iter("style"))
    return set(re.findall(r"var\((--[\w-]+)\)", css)) & {name for name, _ in look.look.css_variables()}


def test_variables_are_put_in_place(tmp_path: Path) -> None:
    assert asked_for(chosen(tmp_path)) == set()
    assert asked_for(chosen(tmp_path, template="kontrast")) == set()


def test_a_variable_that_the_looks_own_style_sheet_changes_stays_one(tmp_path: Path) -> None:
    put(tmp_path, {"mall/stil.css": ".note { --ink: #400000; color: var(--accent) }\n"})
    assert asked_for(chosen(tmp_path)) == {"--ink"}


@pytest.mark.parametrize(
    "style",
    ['@import "mera.css";', ".note { --in\\6b: #400000 }", ".note { \\2d-ink: #400000 }", ".note { \\--ink: #400000 }"],
)
def test_a_style_sheet_that_may_change_any_variable_keeps_them_all(style: str, tmp_path: Path) -> None:
    look = chosen(put(tmp_path, {"mall/stil.css": style}))
    assert {"--ink", "--accent", "--body-font"} <= asked_for(look)


@pytest.mark.parametrize(
    "written",
    [
        '<p style="--ink: #400000">a</p>',
        "<style>p { --ink: #400000 }</style>",
        "<svg><style>p { --ink: #400000 }</style></svg>",
    ],
)
def test_a_variable_changed_in_the_document_stays_one(written: str, tmp_path: Path) -> None:
    look = chosen(tmp_path)
    assert asked_for(look, page(look).replace("<main", f"{written}<main")) == {"--ink"}


def test_a_document_with_a_style_sheet_of_somebody_elses_keeps_all(tmp_path: Path) -> None:
    look = chosen(tmp_path)
    assert "--ink" in asked_for(look, page(look).replace("</head>", '<link rel="stylesheet" href="a.css"></head>'))


@pytest.mark.parametrize("template", ["kontrast", ""])
def test_the_report_is_the_same_with_variables_put_in_place(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = ".prose { --accent: #400000; color: var(--heading-colour) } h1 { color: var(--accent) }"
    look = chosen(put(tmp_path, {"mall/stil.css": style}), template=template)
    html = page(look)
    settled = report_pdf(html, tmp_path, look)
    monkeypatch.setattr("generator.document.pdf.draw.settle_variables", lambda *_: None)
    assert report_pdf(html, tmp_path, look) == settled
