"""One ledger file that is named, wherever it lies: a SIE file, or a list in CSV or Excel."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import Finding, Severity
from generator.findings.message import message
from generator.ground.source import Source
from generator.ledger.beside import ORDER
from generator.ledger.files import read_named
from generator.ledger.row import Ledger
from generator.ledger.several import together, used_of
from generator.opener import is_file, is_folder


class NoLedgerError(Exception):
    """No ledger can be read of what is named; ``str`` of it is Swedish sentences."""


@dataclass(frozen=True, slots=True)
class Given:
    """A ledger that is named, and what is wrong in it."""

    ledger: Ledger
    findings: tuple[Finding, ...] = ()


def read_given(path: Path, year: int) -> Given:
    """Read a ledger's file; ``year`` is the one that a list without years is of.

    Raises:
        NoLedgerError: it is not there, cannot be opened, or is no ledger.

    """
    if not is_file(path, None):
        kind = "är en mapp" if is_folder(path, None) else "finns inte"
        told = f"{path} {kind}. Skriv vägen till SIE-filen eller listan efter --ledger."
        raise NoLedgerError(told)
    read = read_named(path, None, Source(ORDER, file=path.name), year)
    ledgers = [each.ledger for each in read if each.ledger is not None and each.ledger.rows]
    findings = [finding for each in read for finding in each.findings]
    if not ledgers:
        raise NoLedgerError(_sentences(findings) or _no_ledger(path))
    return Given(ledgers[0] if len(ledgers) == 1 else together(used_of(ledgers)), tuple(findings))


def errors_in(findings: Sequence[Finding], most: int = 5) -> str:
    """Say what looks wrong in a ledger that could be read all the same, in Swedish lines; empty where nothing does."""
    errors = [told for told in map(message, findings) if told.severity >= Severity.WARNING]
    if not errors:
        return ""
    lines = [f"  {each.place.cell or each.place}: {each.what}" for each in errors[:most]]
    more = [f"  och {len(errors) - most} till"] if len(errors) > most else []
    return "\n".join(["Det här ser fel ut i huvudboken. Exportera den igen, eller rätta bokföringen:", *lines, *more])


def _no_ledger(path: Path) -> str:
    return (
        f"{path} är ingen huvudbok som kan läsas: varken en SIE-fil eller en lista med ett konto per rad. "
        "Exportera SIE typ 4 ur ekonomisystemet, eller en saldolista med konto, namn och belopp."
    )


def _sentences(findings: Sequence[Finding]) -> str:
    told = (message(finding) for finding in findings)
    return " ".join(f"{each.what} {each.remedy}".strip() for each in told)
