"""The command line ``arsredovisning``: thin, no decision. Findings on stdout, problems on stderr, a status."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import click

from generator import __version__
from generator.commands import ERRORS, GOOD, UNREADABLE, USAGE
from generator.commands.check import check
from generator.commands.compare import compare
from generator.commands.figures import figures
from generator.commands.forms import forms
from generator.commands.ledger import ledger
from generator.commands.new import new
from generator.commands.render import render
from generator.commands.rules import rules
from generator.commands.template import template
from generator.files.refused import sentence
from generator.ground.names import brief
from generator.opener import RefusedError
from generator.pool import LostProcessError
from generator.streams import silence, told
from generator.swedish_click import SwedishGroup, run, say

NO_MEMORY = (
    "Datorns minne räckte inte, och inget gjordes. Något i underlaget är orimligt stort: se efter i bilderna, i "
    "texterna och i mallen. Stäng annars andra program och försök igen."
)


@click.group(cls=SwedishGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, "--version", message="arsredovisning %(version)s", help="Visa programmets version.")
def program() -> None:
    """Gör årsredovisningen för ett samordningsförbund, från en Excel-arbetsbok till en färdig PDF.

    Börja med new, fyll i arbetsboken, kontrollera med check och gör rapporten med render.
    """


program.add_command(new)
program.add_command(check)
program.add_command(render)
program.add_command(compare)
program.add_command(figures)
program.add_command(forms)
program.add_command(ledger)
program.add_command(rules)
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
    except LostProcessError as error:
        _tell(str(error))
        status = ERRORS
    except RefusedError as error:  # a file of the association's
        _tell(sentence(error))
        status = UNREADABLE
    except OSError as error:  # the surroundings: a full disk, a name that is too long
        _tell(told(error))
        status = UNREADABLE
    except MemoryError:
        _tell(NO_MEMORY)
        status = ERRORS
    except Exception as error:  # our own bug: the user gets a sentence, the developer the rest on request
        if os.environ.get("ARSREDOVISNING_DEBUG"):
            raise
        _tell(f"Ett fel i programmet stoppade körningen ({type(error).__name__}: {brief(str(error))}).")
        _tell("Det är inte ditt fel. Spara arbetsboken och meddela den som sköter programmet.")
        status = ERRORS
    sys.exit(status)


def _tell(text: str) -> None:
    """Say the last that there is to say, also where nobody can hear it."""
    silence("stdout")
    try:
        say(text, err=True)
    except OSError:
        silence("stderr")
