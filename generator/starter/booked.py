"""The ledger that a new workbook is begun of: read, and told how much of it has its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from generator.ground.formatting import enumerated, kronor, percent

if TYPE_CHECKING:
    from generator.ledger.row import Ledger
    from generator.ledger.suggestions.suggestion import Asked, Suggestion
    from generator.ledger.suggestions.which import Chart

_MOST_TOLD = 40
"""Accounts left over that are told one by one."""


class CannotBeginError(Exception):
    """No workbook can be begun of the ledger; ``str`` of it is Swedish sentences."""


@dataclass(frozen=True, slots=True)
class Booked:
    """A ledger that is named, with its file, and the year that the report is for; ``wrong`` tells of errors in it."""

    path: Path
    data: bytes
    ledger: "Ledger"
    year: int
    wrong: str = ""

    def name_in(self, workbook: str) -> str:
        """What its file is called beside a workbook of some name."""
        return self.path.name if self.path.name.casefold() != workbook.casefold() else f"huvudbok{self.path.suffix}"

    def lies_in(self, folder: Path) -> bool:
        """Whether it lies in a folder already, under the name that it would get."""
        return self.path.resolve().parent == folder.resolve()


def booked_in(path: Path, year: int | None, likely: int) -> Booked:
    """Read the ledger that is named; ``year`` is the one that is asked for, ``likely`` that of a list without years.

    Raises:
        CannotBeginError: it cannot be read, or is of another year than is asked for.

    """
    from generator.ledger.beside import LARGEST  # noqa: PLC0415 - only where there is a ledger
    from generator.ledger.days import first_day, other_days  # noqa: PLC0415
    from generator.ledger.given import NoLedgerError, errors_in, read_given  # noqa: PLC0415
    from generator.opener import read  # noqa: PLC0415
    from generator.starter.from_ledger import outcome_years  # noqa: PLC0415

    try:
        given = read_given(path, year or likely)
    except NoLedgerError as error:
        raise CannotBeginError(str(error)) from error
    ledger = given.ledger
    years = outcome_years(ledger)
    if not years:
        none = f"Filen {path.name} har inga utfall eller balanser för något år. Exportera huvudboken med saldon."
        raise CannotBeginError(none)
    if year is not None and year not in years:
        other = f"Filen {path.name} gäller {_listed(years)}, inte {year}. Välj en annan fil, eller ändra --year."
        raise CannotBeginError(other)
    year = year or years[0]
    wrong = (*given.findings, *other_days(ledger, year, first_day(ledger, year)))
    return Booked(path, read(path, None, LARGEST), ledger, year, errors_in(wrong))


def _listed(years: Sequence[int]) -> str:
    return enumerated([str(each) for each in sorted(years)])


def told_of(
    suggested: "Sequence[tuple[Asked, Suggestion]]", chart: "Chart", hints: Sequence[str] = (), *, wrong: bool = False
) -> str:
    """Say how many accounts have their place, by number and by amount, and what is proposed for the others.

    ``wrong``: the file has errors, so that the amounts may be too few, or false.
    """
    sure = [asked for asked, made in suggested if made.is_sure]
    left = [(asked, made) for asked, made in suggested if not made.is_sure]
    accounts, placed = {asked.account for asked, _ in suggested}, {asked.account for asked in sure}
    placed -= {asked.account for asked, _ in left}
    amounts = {each.account: each for each, _ in suggested}.values()
    whole = sum((_size(each) for each in amounts), Decimal(0))
    sized = sum((_size(each) for each in amounts if each.account in placed), Decimal(0))
    share = _share_in_words(sized, whole, is_whole=not left)
    again = "Men filen har fel, som står ovan. Exportera den igen, och gör om arbetsboken om kontona blev fler."
    lines = [
        f"{len(placed)} av {len(accounts)} konton har fått sin plats i fliken Kontoplan: {share}.",
        f"Kontoplanen: {enumerated(chart.charts, 'eller')} ({chart.why}).",
        *([again] if wrong else []),
        *hints,
    ]
    return "\n".join((*lines, *_left_over(left)))


def told_of_new(
    suggested: "Sequence[tuple[Asked, Suggestion]]", accounts: int, activities: Sequence[str] = (), hint: str = ""
) -> str:
    """Say which accounts of next year's ledger last year's chart has not, and what is proposed for them.

    ``activities`` are those that are new with them; ``hint`` is told beside.
    """
    if not suggested:
        return "\n\n".join(filter(None, (f"Alla {accounts} konton finns i fjolårets Kontoplan.", hint)))
    new = [f"  {_called(asked, made)}: {made.words}" for asked, made in suggested if made.is_sure]
    left = [(asked, made) for asked, made in suggested if not made.is_sure]
    lines = [f"Nya i Kontoplanen ({len(new)}):", *new] if new else []
    if activities:
        lines += ["", f"Nya i fliken Verksamheter: {enumerated(activities)}. Se över gruppen där."]
    lines += ["", hint] if hint else []
    return "\n".join((*lines, *_left_over(left)))


def _left_over(left: "Sequence[tuple[Asked, Suggestion]]") -> list[str]:
    if not left:
        return []
    told = [f"  {_called(asked, made)}: {made.sentence}" for asked, made in left[:_MOST_TOLD]]
    more = [f"  och {len(left) - _MOST_TOLD} till"] if len(left) > _MOST_TOLD else []
    return ["", f"Kvar att bestämma ({len(left)}). Förslagen står i kolumnen Anmärkning:", *told, *more]


def _share_in_words(sized: Decimal, whole: Decimal, *, is_whole: bool) -> str:
    """How much of the amounts has its place; never all of it while accounts are left that may have none."""
    share = _whole_percents(sized / whole) if whole else Decimal(1)
    return "nästan alla belopp" if share == 1 and not is_whole else f"{percent(share)} av beloppen"


def _whole_percents(share: Decimal) -> Decimal:
    """A share rounded down: what lacks a little is not the whole."""
    return Decimal(int(share * 100)) / 100


def _size(asked: "Asked") -> Decimal:
    return abs(asked.amounts[0]) if asked.amounts else Decimal(0)


def _called(asked: "Asked", made: "Suggestion") -> str:
    """The account with its amount, which an activity's part of it does not have by itself."""
    objects = " + ".join(each.key for each in asked.told_apart)
    name = f"{asked.account} {asked.name}".strip() + (f" ({objects})" if objects else "")
    return f"{name}, {kronor(asked.amounts[0])}" if asked.amounts and (made.member or not asked.told_apart) else name
