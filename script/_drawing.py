"""How long `render` takes against bare WeasyPrint drawing the same HTML as the same kind of PDF, with the same fonts.

Both are whole processes, from Python's start to the written file. Bare WeasyPrint neither reads nor checks anything,
and repairs no tags.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from _measure import COMMAND, html_of, seconds

from generator.document.pdf.draw import VARIANT
from generator.document.pdf.fonts import fonts_only
from generator.look.chosen import choose_look
from generator.pipeline import examine

BARE = """
import sys, weasyprint
html, base, pdf, variant = sys.argv[1:]
weasyprint.HTML(filename=html, base_url=base).write_pdf(pdf, pdf_variant=variant)
"""


def drawing(folder: Path, place: Path) -> tuple[Callable[[], float], Callable[[], float]]:
    """What draws the report of ``folder`` into ``place``: we, and bare WeasyPrint. Each gives its seconds."""
    html, fonts = _html_and_fonts(folder, place)
    pdf = place / "report.pdf"
    ours = [COMMAND, "render", folder, "--output", pdf]
    bare = [sys.executable, "-c", BARE, html, f"{folder.resolve().as_uri()}/", pdf, VARIANT]
    return lambda: seconds(ours), lambda: seconds(bare, FONTCONFIG_FILE=fonts)


def _html_and_fonts(folder: Path, place: Path) -> tuple[Path, str]:
    """Write what WeasyPrint is given: the report's HTML, and the configuration with the look's fonts alone."""
    report = examine(folder).whole
    chosen, _ = choose_look(report.derived.underlag, folder)
    html = place / f"{folder.name}.html"
    html.write_text(html_of(report, chosen), encoding="utf-8")
    return html, fonts_only(chosen.font_folders)
