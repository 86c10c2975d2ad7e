"""The tab *Kontoplan* (chart of accounts): what the accounts of the ledger become in the report, kept year by year."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo

from generator.findings.rule import Rule
from generator.ground.names import NO_NAME
from generator.ledger.messages import ACCOUNTS_UNREADABLE, SHARE_UNREADABLE
from generator.model import topics
from generator.model.amounts import (
    CHART_OF_ACCOUNTS,
    LEVEL_HELP,
    NOTE_HELP,
    NOTE_ROW_HELP,
    OPERATING_ROW_HELP,
    PART_OF,
    REMARK_HELP,
    SHOW_NIL_HELP,
    SUB_ITEM_HELP,
    ActivityName,
    Level,
    Liquid,
    NoteName,
)
from generator.model.columns import ChoiceColumn, Column, TableName, Text, TextColumn, YesNo
from generator.model.next_year import Takes
from generator.model.refused import refuse
from generator.model.rows import Row, Section, Tab
from generator.statements.balance_sheet import EQUITY_LINE
from generator.statements.lines import BALANCE_LINES, BY_LABEL, INCOME_LINES
from generator.statements.statement import Line
from generator.subjects.ledger.rows_patterns import Accounts, Together, accounts_in, objects_in
from generator.subjects.ledger.rows_shares import REST, Share, share_in

NAME = CHART_OF_ACCOUNTS
BOOKED, COMPARED, LEFT_OUT = "bokförs", "stäms av", "räknas inte"
LINES = (*INCOME_LINES, *(line for line in BALANCE_LINES if line.sign))
"""The posts that an account may become; equity is only compared, for it is derived."""


@dataclass(frozen=True)
class _ReadColumn(TextColumn):
    """A text that something is read from; it is kept as it was typed."""

    otherwise: ClassVar[Rule]
    """What is told of a text that cannot be understood."""

    def understood(self, text: str) -> object:
        """What a text means; raises ValueError where that cannot be said."""
        return text

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read the text, and see that it can be understood."""
        text = super().read(raw, info)
        try:
            self.understood(str(text))
        except ValueError as error:
            raise refuse(self.otherwise) from error
        return text


@dataclass(frozen=True)
class AccountsColumn(_ReadColumn):
    """Accounts: one, several, a range."""

    expects: ClassVar[str] = "ett konto, ett intervall (40-45) eller början på flera (7*)"
    otherwise: ClassVar = ACCOUNTS_UNREADABLE

    def understood(self, text: str) -> object:
        """The accounts."""
        return accounts_in(text)


@dataclass(frozen=True)
class ShareColumn(_ReadColumn):
    """A share of an account's amount."""

    width: float = 12
    expects: ClassVar[str] = "60 %, ett belopp eller ordet resten"
    otherwise: ClassVar = SHARE_UNREADABLE

    def understood(self, text: str) -> object:
        """The share."""
        return share_in(text)


def _posts(lines: tuple[Line, ...], width: float) -> Column:
    aliases = tuple((other, line.label) for line in lines for other in line.other_names)
    return ChoiceColumn(width, allowed=tuple(line.label for line in lines), aliases=aliases)


_OTHER_LINES = tuple(line for line in LINES if not line.is_flow and line is not EQUITY_LINE)
"""The posts that an account of the balance sheet may have when its balance is on the other side."""


class AccountRow(Row):
    """What one account, or several together, become in the report."""

    rare: ClassVar[frozenset[str]] = frozenset(
        {"share_last", "other_line", "other_note", "level", "liquid", "show_nil", "operating_row"}
    )
    unprinted: ClassVar[frozenset[str]] = frozenset(
        {"remark", "name", "accounts", "objects", "reason", "member", "change"}
    )
    told_by_own_rule: ClassVar[bool] = True
    other_headings: ClassVar = {"accounts": ("Konton", "Kontonummer"), "name": ("Kontonamn",), "objects": ("Projekt",)}

    accounts: Annotated[str, AccountsColumn(16)] = Field(
        title="Konto",
        description=(
            "Ett konto (4010), ett intervall (40-45 är alla konton som börjar på 40 till 45) eller början på flera "
            "(7*). Flera skiljs med semikolon. Passar flera rader gäller den noggrannaste."
        ),
    )
    objects: Annotated[str, TextColumn(18)] = Field(
        "",
        title="Objekt",
        description=(
            "Bara om kontot ska delas: objektets nummer eller namn i bokföringen (P12, eller P* för alla som börjar "
            "så). Finns numret i flera dimensioner skrivs dimensionen före: 6: P12. Tomt: allt som ingen annan rad har."
        ),
    )
    name: Text = Field("", title="Benämning", description="Kontots namn, bara för ögat. Kommer inte med i rapporten.")
    use: Annotated[str, ChoiceColumn(14, allowed=(BOOKED, COMPARED, LEFT_OUT))] = Field(
        BOOKED,
        title="Användning",
        description=(
            "bokförs: beloppet hämtas hit. stäms av: beloppet skrivs i en annan flik, och jämförs bara. "
            "räknas inte: kontot kommer inte med; skriv varför i kolumnen Skäl."
        ),
    )
    line: Annotated[str, _posts(LINES, 34)] = Field(
        "", title="Post", description="Posten i resultaträkningen eller balansräkningen. Välj i listan."
    )
    sub_item: TableName = Field(NO_NAME, title="Delpost", description=SUB_ITEM_HELP)
    note: NoteName = Field(NO_NAME, title="Not", description=NOTE_HELP)
    note_row: TableName = Field(
        NO_NAME,
        title="Notrad",
        description=NOTE_ROW_HELP.replace("Flera rader", "Flera konton"),
    )
    activity: ActivityName = Field(
        NO_NAME,
        title="Verksamhet",
        description="Verksamheten som beloppet hör till: ett namn från fliken Verksamheter.",
    )
    share: Annotated[str, ShareColumn()] = Field(
        "",
        title="Andel",
        description=(
            f"Bara när ett konto delas på flera rader: 60 %, ett belopp i kronor, eller {REST}. Skriv en andel på var "
            "och en av raderna."
        ),
    )
    share_last: Annotated[str, ShareColumn(), Takes("share")] = Field(
        "", title="Andel i fjol", description="Andelen av fjolårets belopp, om den var en annan. Tomt: som i år."
    )
    member: TableName = Field(
        NO_NAME,
        title="Medlem",
        description="Bara för medlemsbidrag: medlemmen i fliken Medlemmar, som får beloppet. Posten lämnas tom.",
    )
    change: TableName = Field(
        NO_NAME,
        title="Förändring",
        description=(
            "Bara för en post i fliken Årets förändringar: radens text där, till exempel Inköp. Raden får kontots "
            "förändring under året."
        ),
    )
    other_line: Annotated[str, _posts(_OTHER_LINES, 30)] = Field(
        "",
        title="Post vid minus",
        description=(
            "Bara för ett konto som byter sida mellan åren, som ett skattekonto: posten det år saldot är en skuld i "
            "stället för en fordran, eller tvärtom."
        ),
    )
    other_note: NoteName = Field(NO_NAME, title="Not vid minus", description="Noten som Post vid minus har.")
    reason: Text = Field("", title="Skäl", description="Varför kontot inte räknas, eller bara stäms av.")
    level: Level = Field("rad", title="Nivå", description=LEVEL_HELP)
    liquid: Liquid = Field(
        "",
        title="Likvida medel",
        description="Om beloppet räknas som likvida medel. Tomt: ja för Kassa och bank.",
    )
    show_nil: YesNo = Field(default=False, title="Visa om noll", description=SHOW_NIL_HELP)
    operating_row: TableName = Field(NO_NAME, title="Rad i driftredovisningen", description=OPERATING_ROW_HELP)
    remark: Text = Field("", title="Anmärkning", description=REMARK_HELP)

    @property
    def post(self) -> Line | None:
        """The line that the accounts become, where the row says one."""
        return BY_LABEL.get(self.line)

    @property
    def other_post(self) -> Line | None:
        """The line that they become in a year when their balance is on the other side, where the row says one."""
        return BY_LABEL.get(self.other_line)

    @property
    def is_part(self) -> bool:
        """Whether the row shows a part of others (*varav*), and adds nothing."""
        return self.level == PART_OF

    @property
    def says_nothing(self) -> bool:
        """Whether it is not told yet what the accounts become."""
        return self.use != LEFT_OUT and not self.line and not self.member

    @cached_property
    def meant(self) -> tuple[Accounts, ...]:
        """The accounts that the row is about."""
        return accounts_in(self.accounts)

    @cached_property
    def told_apart_by(self) -> tuple[Together, ...]:
        """The objects that the row is about; none: those that no other row has."""
        return objects_in(self.objects)

    def share_of(self, shift: int) -> Share | None:
        """The share of an amount of the report's year (0) or of one before (-1); None for the whole."""
        text = self.told_share(shift)
        return share_in(text) if text else None

    def told_share(self, shift: int) -> str:
        """That share as it is written."""
        return (self.share_last if shift else "") or self.share


TAB = Tab(
    topic=topics.LEDGER,
    name=NAME,
    help=(
        "Bara om beloppen hämtas ur bokföringen, ur en SIE-fil eller lista bredvid arbetsboken eller ur fliken "
        "Huvudbok. En rad per konto eller kontointervall: vad det blir i rapporten. Raderna står i den ordning de ska "
        "ha i noterna, och följer med från år till år."
    ),
    sections=(Section(AccountRow, prepared=120),),
)
