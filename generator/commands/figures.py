"""The command ``figures``: all figures by name, and the trace of one of them down to the cells."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.commands.inputs import JSON, format_option, named_path
from generator.console import findings_as_text
from generator.findings.message import message
from generator.pipeline import examine
from generator.report.report import Report
from generator.swedish_click import SwedishCommand, say

_OTHER_NAME = "Skriv ett annat namn efter --trace. Alla namn visas av kommandot arsredovisning figures."
"""What helps on the command line, where no text has to be mended."""


@click.command(cls=SwedishCommand)
@click.argument("folder", metavar="MAPP-ELLER-FIL", type=named_path)
@click.argument("words", metavar="[ORD…]", nargs=-1)
@click.option("--trace", "traced", metavar="NAMN", help="Visa vad en siffra är gjord av, ned till cellerna.")
@click.option("--all", "everything", is_flag=True, help="Ta med siffror utan belopp.")
@format_option
def figures(folder: Path, words: Sequence[str], traced: str | None, form: str, *, everything: bool) -> int:
    """Visa alla siffror i rapporten: namn, värde, period och hur de är gjorda.

    Namnet är det som skrivs i en text: {{ årets_resultat : tkr }}. Med ORD visas bara siffror som har alla orden.
    """
    examination = examine(folder)
    if examination.report is None:
        say(findings_as_text([examination]), err=True)
        return ERRORS if examination.readable else UNREADABLE
    if examination.has_errors:
        say("Underlaget har fel, så siffrorna kan ändras. Felen visas av arsredovisning check.\n", err=True)
    if traced:
        return _trace(traced, examination.report, form)
    _list(words, examination.report, form, everything=everything)
    return GOOD


def _list(words: Sequence[str], report: Report, form: str, *, everything: bool) -> None:
    from generator.commands import figures_shown as shown  # noqa: PLC0415 - not needed by `check`

    chosen = shown.chosen(report, words, everything=everything)
    say((shown.as_json if form == JSON else shown.as_text)(chosen, report.derived))
    say(f"\n{len(chosen)} av {len(report.derived.figures)} siffror. Med --all visas även de utan belopp.", err=True)


def _trace(name: str, report: Report, form: str) -> int:
    from generator.commands import figures_shown as shown  # noqa: PLC0415 - not needed by `check`
    from generator.texts.figures import Problem  # noqa: PLC0415

    figure = shown.found(name, report)
    if isinstance(figure, Problem):
        told = message(figure.rule.found(found=name, **figure.values))
        say(f"{told.what} {_OTHER_NAME}", err=True)
        return ERRORS
    say((shown.trace_as_json if form == JSON else shown.trace_as_text)(figure, report.derived))
    return GOOD
