"""The web edition of a report: the page that its PDF is drawn from, made for a screen and whole in one file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from generator.document.addresses import link_addresses
from generator.document.html.page import dressed, report_html
from generator.document.stand_in import NO_PICTURE
from generator.document.web.charts import unfold_charts
from generator.document.web.closed import close
from generator.document.web.contents import add_navigation
from generator.document.web.dark import dark_variables
from generator.document.web.embedded import Embedder, has_slanted, letters_of
from generator.document.web.fonts import font_faces
from generator.document.web.footnotes import list_footnotes
from generator.document.web.headings import name_cover, nest_headings, plain_sections
from generator.document.web.sheets import Divided, divide_sheets
from generator.document.web.tables import prepare_tables
from generator.document.web.tree import added, made, tree_of, written
from generator.ground.places import base_folder, templates_folder
from generator.look.chosen import ChosenLook
from generator.look.folders import text_of_file
from generator.view.parts import ReportView

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"
"""Nothing is fetched and nothing is run, whatever a text or a template says."""
_NO_LETTER = re.compile("[\ud800-\udfff]")
"""What an escape in a style sheet can name, and no text may have: browsers show another sign for it, too."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What is otherwise than in the edition itself.

    ``over`` is what a draft adds to the finished page, given its root. ``is_preview``: it is made without pictures that
    are missing, too.
    """

    over: Callable[[Element], None] | None = None
    is_preview: bool = False


def web_page(
    view: ReportView,
    chosen: ChosenLook,
    folder: Path,
    held: Mapping[str, bytes] | None = None,
    variant: "Variant | None" = None,
) -> bytes:
    """Make the web edition. Pictures come from ``folder`` and the look; ``held`` are those of our own making.

    ``variant`` is what is otherwise than in the edition itself.

    Raises:
        LookFaultError: a template that did not come with the program is wrong.
        DrawingError: a picture is missing, or something outside was asked for.

    """
    root = tree_of(report_html(view, chosen))
    close(root)
    link_addresses(root)
    head, main = root.find("head"), next(root.iter("main"))
    variant = variant or Variant()
    embedder = Embedder(folder, chosen, held or {}, NO_PICTURE if variant.is_preview else "")
    embedder.page(root)
    sheets = divide_sheets(root, embedder.style(_sheet("base.css"), ""))
    shown = dressed(view, chosen)
    unfold_charts(root, shown.blocks)
    prepare_tables(root)
    name_cover(root)
    list_footnotes(root, main)
    nest_headings(root)
    plain_sections(root)
    add_navigation(root, main, shown.contents)
    if head is not None:
        _complete(head, root, chosen, sheets)
    if variant.over:
        variant.over(root)
    return _NO_LETTER.sub("\ufffd", written(root)).encode()


def _complete(head: Element, root: Element, chosen: ChosenLook, sheets: Divided) -> None:
    """What a browser asks of a page's head: its width, what it may do, its fonts, and how it looks on a screen."""
    head.insert(1, made("meta", name="viewport", content="width=device-width, initial-scale=1"))
    policy = made("meta", content=_POLICY)
    policy.set("http-equiv", "Content-Security-Policy")
    head.insert(2, policy)
    faces = "\n".join(font_faces(chosen, letters_of(root), slanted=has_slanted(root)))
    dark = "" if sheets.fixed_colours else _dark(chosen)
    added(head, "style", "\n".join((faces, _sheet("web.css"), dark, sheets.screens, "")))


def _dark(chosen: ChosenLook) -> str:
    variables = " ".join(f"{name}: {value};" for name, value in dark_variables(chosen.look))
    return f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {variables} }} }}\n{_sheet('web-dark.css')}"


def _sheet(name: str) -> str:
    return text_of_file(base_folder() / name, templates_folder()) or ""
