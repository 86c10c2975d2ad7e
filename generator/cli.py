"""The command line ``arsredovisning``: thin, no decision. Findings on stdout, problems on stderr, a status."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import click

from generator import __version__
from generator.commands import ERRORS, GOOD, USAGE
from generator.commands.check import check
from generator.commands.compare import compare
from generator.commands.figures import figures
from generator.commands.new import new
from generator.commands.render import render
from generator.commands.rules import rules
from generator.commands.template import template
from generator.pool import LostProcessError
from generator.swedish_click import SwedishGroup, run


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
    except LostProcessError as error:
        click.echo(str(error), err=True)
        status = ERRORS
    except Exception as error:  # our own bug: the user gets a sentence, the developer the rest on request
        if os.environ.get("ARSREDOVISNING_DEBUG"):
            raise
        click.echo(f"Ett fel i programmet stoppade körningen ({type(error).__name__}: {error}).", err=True)
        click.echo("Det är inte ditt fel. Spara arbetsboken och meddela den som sköter programmet.", err=True)
        status = ERRORS
    sys.exit(status)
