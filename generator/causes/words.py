"""A guess in Swedish: what seems to have happened in a cell, as a question to the one who knows."""

from collections.abc import Sequence
from decimal import Decimal

from generator.causes.guess import Guess
from generator.findings.cause import Cause
from generator.ground.source import Source, places

_TIMES = {
    Decimal(10): "tio gånger",
    Decimal(100): "hundra gånger",
    Decimal(1000): "tusen gånger",
}

_AT_ONE_CELL: dict[str, str] = {
    "doubled": "samma belopp, {found}, står även i {other}: räknas det två gånger?",
    "doubled_row": "samma belopp står på rad {row}: har raden kommit med två gånger?",
    "sign": "har {found} fel tecken?",
    "side": "hör {found} till en post på andra sidan, eller ska det ha minus? Skillnaden är dubbelt så stor.",
    "moved": "hör {found} till raden {beside}, i cell {cell}?",
    "moved_year": "hör {found} till kolumnen {column}, i cell {cell}?",
    "exchanged": "har {found} bytt plats med {swap} i cell {cell}?",
    "exchanged_years": "har {found} bytt plats med {swap} i cell {cell}?",
    "change": "är {found} årets förändring? Med beloppet i {cell} blir det {wanted}, som stämmer.",
    "excess": "skillnaden är lika stor som {found} här: saknas eller dubblas beloppet?",
    "excess_row": "skillnaden är lika stor som radens belopp, år för år: saknas eller dubblas raden?",
    "elsewhere": "{found} räknas inte hit, men är lika stort som skillnaden: hör det hit?",
    "sign_row": "ska raden stå på en post på andra sidan? Skillnaden är dubbelt så stor som radens belopp, år för år.",
    "left_out": "raden räknas inte med. Skillnaden är lika stor som radens belopp, år för år.",
    "no_amount": "raden har inget belopp. Med {wanted} stämmer det.",
    "thousands": "är {found} skrivet i tusental? Med {wanted} stämmer det.",
    "swapped": "har två siffror bytt plats? Med {wanted} i stället för {found} stämmer det.",
    "forgotten": "{empty}, men i {cell} står {before}. Med {wanted} stämmer det.",
    "other_row": "samma belopp, {found}, står i cell {cell}. Med {wanted} här stämmer det.",
    "as_beside": "här står {found}, men i cell {cell} (kolumnen {column}) står {wanted}, som stämmer.",
    "other_year": "samma belopp, {found}, står i kolumnen {column}, i cell {cell}. Med {wanted} stämmer det.",
    "other_column": "samma belopp, {found}, står i kolumnen {column}, i cell {cell}. Med {wanted} stämmer det.",
    "unlike": "här står {found}, i cell {cell} {before}. Med {wanted} stämmer det.",
    "digit": "är en siffra fel? Med {wanted} i stället för {found} stämmer det.",
}


_MOST_TOLD, _MOST_CELLS = 3, 12
"""So many are told one by one, and of the rest so many cells in one sentence."""


def as_causes(guesses: Sequence[Guess]) -> tuple[Cause, ...]:
    """Say what may be the cause, in the order given: the first of them one by one, of the others the cells."""
    told = tuple(map(_cause, guesses[:_MOST_TOLD]))
    rest = tuple(dict.fromkeys(guess.cell.source for guess in guesses[_MOST_TOLD:]))
    if not rest or len(rest) > _MOST_CELLS:
        return told
    if len(guesses) == _MOST_TOLD + 1:
        return (*told, _cause(guesses[-1]))
    return (*told, Cause("several", rest, "", f"ett fel belopp i {places(rest)}"))


def _cause(guess: Guess) -> Cause:
    cell, wanted = guess.cell, guess.wanted
    where = tuple(dict.fromkeys((*(each.source for each in guess.changes), *((guess.other,) if guess.other else ()))))
    certain = guess.weight is None or guess.weight >= 1
    return Cause(guess.kind, where, cell.name, _words(guess), cell.amount, wanted, certain)


def _words(guess: Guess) -> str:
    if guess.kind == "factor":
        return _of_factor(guess)
    other = guess.other or Source()
    cell = guess.cell
    others = [each for each in guess.changes if each is not cell]
    values = {
        "found": cell.told(cell.typed),
        "empty": "cellen är tom" if cell.amount is None else "här står 0 kr",
        "wanted": cell.told(guess.wanted),
        "other": other.cell if other.tab == cell.source.tab else str(other),
        "cell": other.cell if other.tab == cell.source.tab else f"{other.cell} i fliken {other.tab}",
        "row": other.row,
        "beside": "ovanför" if other.row < cell.source.row else "nedanför",
        "column": _heading(guess, other),
        "swap": cell.told(others[0].typed) if others else "",
        "before": cell.told(cell.years.get(other, cell.budgets.get(other, Decimal(0)))),
    }
    kind = "side" if guess.kind == "sign" and cell.typed > 0 else guess.kind
    return _AT_ONE_CELL[kind].format_map(values)


def _heading(guess: Guess, other: Source) -> str:
    others = [each for each in guess.changes if each.source == other]
    return others[0].column if others else guess.cell.headings.get(other, "")


def _of_factor(guess: Guess) -> str:
    cell, wanted = guess.cell, guess.wanted
    found = cell.typed
    times = max(abs(found), abs(wanted)) / min(abs(found), abs(wanted))
    size = "stort" if abs(found) > abs(wanted) else "litet"
    return f"är {cell.told(found)} {_TIMES[times]} för {size}? Med {cell.told(wanted)} stämmer det."
