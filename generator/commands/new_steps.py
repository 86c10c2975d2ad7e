"""What ``new`` ends with: what it has made, and what to do next, with the commands as they are typed."""

import os
import shlex
from pathlib import Path

from generator.swedish_click import PROGRAM

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZåäöÅÄÖ0123456789_-./")
"""Letters that no command line reads as anything else."""


def first_steps(workbook: Path, given: Path, year: int, *, with_texts: bool) -> str:
    """What to do with a new, empty workbook."""
    made = f"Skapade {workbook} för räkenskapsåret {year}" + (", och texter.docx bredvid." if with_texts else ".")
    write = "Skriv texterna i texter.docx. Rubrikerna finns redan där; skriv i stället för raderna inom [ ]."
    steps = [
        f"Öppna {workbook.name} i Excel. Börja med fliken Läs mig och fyll sedan i flikarna från vänster.",
        *([write] if with_texts else []),
        _command("Spara och stäng filerna. Se sedan vad som återstår:", "check", given),
        _command("Gör rapporten som PDF:", "render", given),
    ]
    return _listed(made, steps)


def begun_steps(workbook: Path, given: Path, year: int, told: str) -> str:
    """What to do with a new workbook that a ledger has begun; ``told`` says how much of the ledger has its place."""
    made = f"Skapade {workbook} för räkenskapsåret {year}. Alla belopp hämtas ur huvudboken, som ligger bredvid."
    steps = [
        f"Öppna {workbook.name} i Excel. Välj post för kontona som är kvar i fliken Kontoplan, och se över resten.",
        "Fyll i det som bokföringen inte vet: flikarna från vänster, och texterna i texter.docx.",
        _command("Spara och stäng filerna. Se vart varje konto tog vägen:", "ledger", given),
        _command("Se sedan vad som återstår:", "check", given),
        _command("Gör rapporten som PDF:", "render", given),
    ]
    return _listed(f"{made}\n\n{told}", steps)


def next_steps(folder: Path, last_year: Path, year: int, *, booked: bool = False) -> str:
    """What to do with next year's folder; ``booked``: last year's amounts came from a ledger, as this year's will."""
    typed = "Fyll i årets utfall, budget och utgående balanser. Fjolårets siffror står redan där."
    fetched = "Lägg årets huvudbok i mappen: båda årens belopp hämtas ur den, som fliken Kontoplan säger."
    steps = [
        fetched if booked else typed,
        "Skriv om texterna. De som är kvar från i fjol har märket [från i fjol]. Märket skrivs aldrig ut.",
        _command("Spara och stäng filerna. Se sedan vad som återstår:", "check", folder),
        _command("Gör rapporten som PDF:", "render", folder),
    ]
    return _listed(f"Skapade {folder} för räkenskapsåret {year}, av {last_year}.", steps)


def next_ledger_steps(folder: Path, last_year: Path, year: int, told: str) -> str:
    """What to do with next year's folder, made with its ledger; ``told`` says what is left to decide of that."""
    steps = [
        "Se över fliken Kontoplan. Alla utfall och balanser hämtas ur huvudboken, som ligger i mappen.",
        "Skriv om texterna. De som är kvar från i fjol har märket [från i fjol]. Märket skrivs aldrig ut.",
        _command("Spara och stäng filerna. Se vart varje konto tog vägen:", "ledger", folder),
        _command("Se sedan vad som återstår:", "check", folder),
        _command("Gör rapporten som PDF:", "render", folder),
    ]
    return _listed(f"Skapade {folder} för räkenskapsåret {year}, av {last_year} och huvudboken.\n\n{told}", steps)


def _listed(made: str, steps: list[str]) -> str:
    numbered = "\n".join(f"  {number}. {step}" for number, step in enumerate(steps, start=1))
    return f"{made}\n\nGör så här:\n{numbered}"


def _command(what: str, command: str, path: Path) -> str:
    return f"{what}\n       {PROGRAM} {command} {quoted(str(path))}"


def quoted(text: str, *, on_windows: bool = os.name == "nt") -> str:
    """A path as it is typed on a command line: in quotes where it needs them, of the kind that the system reads."""
    if text and set(text) <= _PLAIN | ({"\\", ":"} if on_windows else set()):
        return text
    return f'"{text}"' if on_windows or not set(text) & set('"$`\\!') else shlex.quote(text)
