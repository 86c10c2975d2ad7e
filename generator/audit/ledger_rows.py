"""*Huvudbok*: each account of the ledger with its amounts as the ledger has them, and the post that they became."""

from decimal import Decimal

from generator.audit.expressions import Expression
from generator.audit.matter import Matter, place_text
from generator.ledger.became import Became, Use
from generator.ledger.row import Measured, is_balance
from generator.statements.lines import LINES
from generator.statements.statement import Line
from generator.workbook.sheets import Cell, Column, Kind, Sheet

NAME = "Huvudbok"
ACCOUNT, YEAR, AMOUNT, LEVEL, USE, POST = 1, 3, 4, 5, 6, 7
ROW, PART = "rad", "varav"


class LedgerRows:
    """The sheet, and what of the ledger each post has in each year."""

    def __init__(self, matter: Matter) -> None:
        """Give each account a row for each year and each post that it became."""
        self.sheet = Sheet(
            NAME,
            "Huvudbok: kontona och vad de blev i rapporten",
            (
                Column("Konto", 9, Kind.CODE),
                Column("Benämning", 44),
                Column("År", 7, Kind.YEAR),
                Column("Huvudbokens belopp", 18, Kind.KRONOR),
                Column("Nivå", 8),
                Column("Används", 18),
                Column("Post", 36),
                Column("Blir i rapporten", 60),
                Column("Fil eller flik", 26),
                Column("Rad eller cell", 12),
            ),
            says=(
                (
                    "Huvudbokens egna tecken: debet plus, kredit minus. Utgående balans för balanskonton, årets "
                    "resultat för övriga. Fliken Kontoplan i arbetsboken säger vad kontona blir."
                ),
                "Stäms av: kontot jämförs med posten men ger den inget belopp.",
            ),
            if_empty="Det finns ingen huvudbok bredvid arbetsboken. Lägg SIE-filen eller saldolistan i samma mapp.",
        )
        self.amounts: list[tuple[str, int, Use, bool, Decimal]] = []
        for became in matter.examination.ledger.became:
            for year in (matter.year, matter.year - 1):
                self._add(matter, became, year)

    def _add(self, matter: Matter, became: Became, year: int) -> None:
        line = LINES.get(became.post)
        amount = _amount(became, line, year)
        if amount is None:
            return
        part = became.part
        source = part.rows[year].place(_measured(part.account)) if year in part.rows else part.place
        self.amounts.append((line.label if line else "", year, became.use, became.is_part, amount))
        self.sheet.add(
            Cell(part.account),
            Cell(part.called.removeprefix(part.account).strip()),
            Cell(Decimal(year)),
            Cell(amount),
            Cell(PART if became.is_part else ROW),
            Cell(became.use.value),
            Cell(line.label if line else ""),
            Cell(became.words or became.reason),
            Cell(place_text(source)),
            Cell(source.cell or "–", link=matter.link(source)),
        )

    def of(self, line: Line, year: int, use: Use, year_cell: str) -> Expression | None:
        """What the ledger has on a post, the natural way; None where it says nothing."""
        found = [each[-1] for each in self.amounts if each[:4] == (line.label, year, use, False)]
        if not found:
            return None
        sheet = self.sheet
        words = (
            f'SUMIFS({sheet.area(AMOUNT)},{sheet.area(POST)},"{line.label}",{sheet.area(YEAR)},{year_cell},'
            f'{sheet.area(USE)},"{use.value}",{sheet.area(LEVEL)},"{ROW}")'
        )
        sign = natural_sign(line)
        return Expression(words, sum(found, Decimal(0))).times(sign)

    def whole(self, year: int, year_cell: str) -> Expression | None:
        """All that the ledger has of a year, which is nil where nothing is missing."""
        own = [(amount, is_part) for _, of_year, _, is_part, amount in self.amounts if of_year == year]
        if not own:
            return None
        sheet = self.sheet
        words = f'SUMIFS({sheet.area(AMOUNT)},{sheet.area(YEAR)},{year_cell},{sheet.area(LEVEL)},"{ROW}")'
        return Expression(words, sum((amount for amount, is_part in own if not is_part), Decimal(0)))


def natural_sign(line: Line) -> int:
    """What turns a ledger's amount into one as the report has it: income, equity and debts are negative there."""
    return -line.effect if line.is_flow else line.sign


def _measured(account: str) -> Measured:
    return Measured.CLOSING if is_balance(account) else Measured.RESULT


def _amount(became: Became, line: Line | None, year: int) -> Decimal | None:
    """The ledger's amount, or the part of it that this post got."""
    if line is None or became.is_part:
        return became.part.amount(year, _measured(became.part.account))
    amount = became.amounts.get(year)
    return None if amount is None else amount * natural_sign(line)
