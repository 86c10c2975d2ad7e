"""The web edition of a report: the page that its PDF is drawn from, made for a screen and whole in one file."""

from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from generator.document.html.page import dressed, report_html
from generator.document.web.charts import unfold_charts
from generator.document.web.contents import add_navigation
from generator.document.web.dark import dark_variables
from generator.document.web.embedded import Embedder, has_slanted, letters_of
from generator.document.web.fonts import font_faces
from generator.document.web.footnotes import list_footnotes
from generator.document.web.tables import prepare_tables
from generator.document.web.tree import added, made, tree_of, with_class, written
from generator.ground.places import base_folder, templates_folder
from generator.look.chosen import ChosenLook
from generator.look.folders import text_of_file
from generator.view.parts import ReportView

_SHEET = "web.css"
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"
"""Nothing is fetched and nothing is run, whatever a text or a template says."""


def web_page(view: ReportView, chosen: ChosenLook, folder: Path, held: Mapping[str, bytes] | None = None) -> bytes:
    """Make the web edition. Pictures come from ``folder`` and the look; ``held`` are those of our own making.

    Raises:
        LookFaultError: a template that did not come with the program is wrong.
        DrawingError: a picture is missing, or something outside was asked for.

    """
    root = tree_of(report_html(view, chosen))
    head, main = root.find("head"), next(root.iter("main"))
    Embedder(folder, chosen, held or {}).page(root)
    shown = dressed(view, chosen)
    unfold_charts(root, shown.blocks)
    prepare_tables(root)
    _name_cover(root)
    list_footnotes(root, main)
    add_navigation(root, main, shown.contents)
    if head is not None:
        _complete(head, root, chosen)
    return written(root).encode()


def _name_cover(root: Element) -> None:
    """The title on the cover is the first heading, for those who go from heading to heading."""
    for panel in with_class(root, "cover-panel"):
        panel.set("role", "heading")
        panel.set("aria-level", "1")
        for line in list(panel.iter("p")):
            line.tag = "div"  # a paragraph inside a heading looks like a heading of its own


def _complete(head: Element, root: Element, chosen: ChosenLook) -> None:
    """What a browser asks of a page's head: its width, what it may do, its fonts, and how it looks on a screen."""
    head.insert(1, made("meta", name="viewport", content="width=device-width, initial-scale=1"))
    policy = made("meta", content=_POLICY)
    policy.set("http-equiv", "Content-Security-Policy")
    head.insert(2, policy)
    dark = " ".join(f"{name}: {value};" for name, value in dark_variables(chosen.look))
    sheet = text_of_file(base_folder() / _SHEET, templates_folder()) or ""
    faces = "\n".join(font_faces(chosen, letters_of(root), slanted=has_slanted(root)))
    added(head, "style", f"{faces}\n{sheet}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n")
