"""How long `render` takes against bare WeasyPrint drawing the same HTML as the same kind of PDF, with the same fonts.

Both are whole processes, from Python's start to the written file, and run in turn: the ratio is taken pair by pair, so
that it stands when the machine's speed drifts. Bare WeasyPrint neither reads nor checks anything, and repairs no tags.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from generator.document.html.report import report_html
from generator.document.pdf.report import VARIANT, fonts_only
from generator.document.view.report import report_view
from generator.look.chosen import choose_look
from generator.pipeline import examine

COMMAND = Path(sys.executable).with_name("arsredovisning")
BARE = """
import sys, weasyprint
html, base, pdf, variant = sys.argv[1:]
weasyprint.HTML(filename=html, base_url=base).write_pdf(pdf, pdf_variant=variant)
"""


def drawing_ratio(folder: Path, runs: int, place: Path) -> float:
    """Draw the report of ``folder`` in both ways, into ``place``; the median of our time to WeasyPrint's."""
    html, fonts = _html_and_fonts(folder, place)
    pdf = place / "report.pdf"
    ours = [COMMAND, "render", folder, "--output", pdf]
    bare = [sys.executable, "-c", BARE, html, f"{folder.resolve().as_uri()}/", pdf, VARIANT]
    return statistics.median(_seconds(ours) / _seconds(bare, FONTCONFIG_FILE=fonts) for _ in range(runs))


def _html_and_fonts(folder: Path, place: Path) -> tuple[Path, str]:
    """Write what WeasyPrint is given: the report's HTML, and the configuration with the look's fonts alone."""
    examination = examine(folder)
    report = examination.whole
    chosen, _ = choose_look(report.derived.underlag, folder)
    html = place / f"{folder.name}.html"
    html.write_text(report_html(report_view(report), chosen), encoding="utf-8")
    return html, fonts_only(chosen.font_folders)


def _seconds(command: list[object], **environment: str) -> float:
    start = time.perf_counter()
    subprocess.run(list(map(str, command)), check=True, capture_output=True, env=os.environ | environment)  # noqa: S603
    return time.perf_counter() - start
