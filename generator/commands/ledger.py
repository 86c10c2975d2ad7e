"""The command ``ledger``: each account of the ledger, what it became in the report, and what is left over."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.commands.inputs import JSON, format_option, named_path
from generator.console import findings_as_text
from generator.findings.finding import Severity
from generator.findings.message import message
from generator.ledger.row import Ledger
from generator.opener import is_file
from generator.pipeline import Examination, examine
from generator.starter.names import FIRST_YEAR, LAST_YEAR, likely_year
from generator.swedish_click import SwedishCommand, say

if TYPE_CHECKING:
    from generator.commands.ledger_accounts import Accounts

_WORKBOOK = ".xlsx"
_NONE = (
    "Det finns ingen huvudbok. Lägg SIE-filen eller listan i samma mapp som arbetsboken, eller klistra in saldolistan "
    "i fliken Huvudbok."
)


@click.command(cls=SwedishCommand)
@click.argument("given", metavar="MAPP-ELLER-FIL", type=named_path)
@click.option("--left", is_flag=True, help="Visa bara konton som ännu inte har någon plats, med förslag.")
@click.option(
    "--year",
    metavar="ÅR",
    type=click.IntRange(FIRST_YEAR, LAST_YEAR),
    help="Året för en ensam lista som inte själv säger vilket år den gäller.",
)
@format_option
def ledger(given: Path, year: int | None, form: str, *, left: bool) -> int:
    """Visa huvudboken: varje konto, vad det blev i rapporten, vad som är kvar och summan per post.

    MAPP är förbundets mapp. FIL är en ensam SIE-fil eller lista: då visas vad kontona troligen blir.
    """
    year = year or likely_year(date.today())  # noqa: DTZ011 - the user's own day
    if is_file(given, None) and given.suffix.lower() != _WORKBOOK:
        return _of_file(given, year, form, left=left)
    examination = examine(given)
    if is_file(given, None) and (examination.underlag is None or examination.underlag.association is None):
        return _of_file(given, year, form, left=left)
    if not examination.readable:
        say(findings_as_text([examination]), err=True)
        return UNREADABLE
    if not examination.ledger.ledgers:
        say(_NONE, err=True)
        return ERRORS
    return _of_folder(examination, form, left=left)


def _show(ledgers: Sequence[Ledger], accounts: "Accounts", form: str, *, left: bool) -> None:
    from generator.commands.ledger_shown import as_json, as_text  # noqa: PLC0415 - not needed by `check`

    say(as_json(ledgers, accounts) if form == JSON else as_text(ledgers, accounts, left=left))


def _of_folder(examination: Examination, form: str, *, left: bool) -> int:
    from generator.commands.ledger_accounts import accounts_of  # noqa: PLC0415 - not needed by `check`

    accounts = accounts_of(examination)
    _show(examination.ledger.ledgers, accounts, form, left=left)
    return ERRORS if any(each.is_left for each in accounts.each) else GOOD


def _of_file(path: Path, year: int, form: str, *, left: bool) -> int:
    from generator.commands.ledger_accounts import proposed_in  # noqa: PLC0415 - not needed by `check`
    from generator.ledger.given import NoLedgerError, read_given  # noqa: PLC0415

    try:
        found = read_given(path, year)
    except NoLedgerError as error:
        say(str(error), err=True)
        return UNREADABLE
    for finding in found.findings:
        told = message(finding)
        say(f"{told.severity.word}: {told.place.cell or told.place}: {told.what} {told.remedy}", err=True)
    _show((found.ledger,), proposed_in(found.ledger), form, left=left)
    return ERRORS if any(message(each).severity is Severity.ERROR for each in found.findings) else GOOD
