"""The command line ``arsredovisning``: thin, no decision. Findings on stdout, problems on stderr, a status."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import click

from generator import __version__
from generator.commands import ERRORS, GOOD, UNREADABLE, USAGE
from generator.commands.audit import audit
from generator.commands.check import check
from generator.commands.compare import compare
from generator.commands.figures import figures
from generator.commands.forms import forms
from generator.commands.ledger import ledger
from generator.commands.new import new
from generator.commands.open import open_page
from generator.commands.render import render
from generator.commands.rules import rules
from generator.commands.serve import serve
from generator.commands.template import template
from generator.failures import is_ours, sentence_of
from generator.streams import silence
from generator.swedish_click import SwedishGroup, run, say


@click.group(cls=SwedishGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, "--version", message="arsredovisning %(version)s", help="Visa programmets version.")
def program() -> None:
    """Gör årsredovisningen för ett samordningsförbund, från en Excel-arbetsbok till en färdig PDF.

    Börja med new, fyll i arbetsboken, kontrollera med check och gör rapporten med render.
    """


program.add_command(new)
program.add_command(open_page)
program.add_command(check)
program.add_command(render)
program.add_command(audit)
program.add_command(compare)
program.add_command(figures)
program.add_command(forms)
program.add_command(ledger)
program.add_command(rules)
program.add_command(serve)
program.add_command(template)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status; no traceback reaches a user."""
    # Last of all Python looks for garbage in everything it still holds, half a second after a report, and then ends.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        # Consoles of older Windows cannot print every sign, such as the minus U+2212.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = run(program, arguments, usage_status=USAGE) or GOOD
        sys.stdout.flush()
    except Exception as error:  # what went wrong is told in a sentence; a fault of our own in full on request
        if os.environ.get("ARSREDOVISNING_DEBUG") and is_ours(error):
            raise
        _tell(sentence_of(error))
        status = UNREADABLE if isinstance(error, OSError) else ERRORS
    sys.exit(status)


def _tell(text: str) -> None:
    """Say the last that there is to say, also where nobody can hear it."""
    silence("stdout")
    try:
        say(text, err=True)
    except OSError:
        silence("stderr")
