"""The kinds of column: what a field looks like in the workbook and how what is typed there is read.

A row model's field names its kind once, in its annotation: ``Annotated[Decimal | None, AmountColumn(year=0)]``.
From that come the cells' number format, width and drop-down, the reading (pydantic calls ``read`` before its own,
strict, check) and, through the rule that ``read`` raises, the message.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from generator.findings.rule import Rule
from generator.ground.dates import PartialDate
from generator.ground.names import Name
from generator.model import reading
from generator.model.asked import Asked
from generator.model.from_last_year import without_mark
from generator.model.messages import PERSONS_BELOW_NOUGHT
from generator.model.next_year import NextYear
from generator.model.printed import Printed, printed_of
from generator.model.reading_free import free_of, value_of
from generator.model.refused import refuse
from generator.model.text_kinds import CELL, IN_TABLE, NAME, TextKind
from generator.model.typed_number import TypedNumber
from generator.model.values import Formatted

TEXT_FORMAT = "@"
AMOUNT_FORMAT = "#,##0.00;[Red]\u2212#,##0.00;0"
WHOLE_FORMAT = "0"
DATE_FORMAT = "yyyy-mm-dd"


def _named(raw: object, check: core_schema.ValidatorFunctionWrapHandler) -> Name:
    """Make a text a name; what is one already keeps its part (see ``told_apart``)."""
    return raw if isinstance(raw, Name) else Name(check(raw))


_NAME = core_schema.no_info_wrap_validator_function(_named, core_schema.str_schema(strict=True))


@dataclass(frozen=True)
class Column:
    """What all kinds have: a width in characters and, for amounts, the year counted from the report's.

    ``text_kind`` tells which marks work in what is typed. ``essential``: a workbook without the column says nothing,
    though each single cell may be empty.
    ``keeps_dash``: a lone dash means something there, instead of nothing.
    """

    width: float = 18
    year: int | None = None
    essential: bool = False
    keeps_dash: bool = False

    number_format: ClassVar[str] = TEXT_FORMAT
    expects: ClassVar[str] = "en text"
    text_kind: TextKind = NAME
    only_choices: ClassVar[bool] = True
    """Whether nothing but ``choices`` may be typed, where there are any."""
    is_number: ClassVar[bool] = False
    """Whether what counts of a cell is its number, however it is shown."""
    asked: ClassVar[Asked | None] = None
    """What is asked of the numbers in its cells; None where it reads words, or dates."""
    date_parts: ClassVar[frozenset[str]] = frozenset()
    """The parts of a date (d, m, y) that its cells must show."""
    is_private: ClassVar[bool] = False
    """Whether nothing that the program writes quotes it."""
    next_year: ClassVar[NextYear] = NextYear.KEPT
    """What becomes of what was typed in next year's workbook, where the field declares nothing else."""

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of the drop-down; empty where anything may be typed."""
        return ()

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Turn what stood in the cell into a clean value."""
        del info
        return reading.text_of(raw)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic call ``read`` before it checks the value strictly against the annotation."""
        if source is Name:
            return core_schema.with_info_before_validator_function(self._read_name, _NAME)
        return core_schema.with_info_before_validator_function(self.read, handler(source))

    def _read_name(self, raw: object, info: ValidationInfo) -> object:
        read = self.read(raw, info)
        # A row made from another's name, and not from a cell, has it with the part by which it is told apart.
        return Name(read, raw.part) if isinstance(raw, Name) and isinstance(read, str) and read == str(raw) else read


@dataclass(frozen=True)
class TextColumn(Column):
    """A text of a few words. ``offers`` is the tab whose names are suggested; any other may be typed."""

    width: float = 28
    offers: str = ""


@dataclass(frozen=True)
class PersonsOrWordsColumn(TextColumn):
    """A count of persons, or words. Few may be behind it."""

    is_private: ClassVar[bool] = True


@dataclass(frozen=True)
class LongTextColumn(Column):
    """A text of several lines."""

    width: float = 60
    text_kind: TextKind = CELL
    next_year: ClassVar[NextYear] = NextYear.MARKED

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a text, without the mark that it is last year's."""
        text = super().read(raw, info)
        return without_mark(text) if isinstance(text, str) else text


@dataclass(frozen=True)
class PictureColumn(Column):
    """The name of a picture file beside the workbook."""

    width: float = 28
    expects: ClassVar[str] = "namnet på en bildfil i samma mapp som arbetsboken"


@dataclass(frozen=True)
class AmountColumn(Column):
    """An amount; typed in the tab's unit, kept in kronor."""

    width: float = 16
    number_format: ClassVar[str] = AMOUNT_FORMAT
    is_number: ClassVar[bool] = True
    asked: ClassVar[Asked | None] = Asked()
    expects: ClassVar[str] = "ett belopp"
    next_year: ClassVar[NextYear] = NextYear.EMPTIED

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read an amount in the tab's unit, which the validation's context holds."""
        return reading.amount_of(raw, (info.context or {}).get("unit", Decimal(1)))


@dataclass(frozen=True)
class ValueColumn(Column):
    """A number of a kind that another column of the row tells: kronor, a share, a count."""

    width: float = 16
    number_format: ClassVar[str] = "General"
    asked: ClassVar[Asked | None] = Asked(per_cents=True, words=True)
    expects: ClassVar[str] = "ett tal"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a number; ``59 %`` is 0.59."""
        del info
        return self.number_in(raw)

    def number_in(self, raw: object) -> TypedNumber | str | None:
        """The number of a cell, with its form."""
        return value_of(raw)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Keep the form of the number (see ``TypedNumber``), which a strict check would take from it."""
        return core_schema.with_info_wrap_validator_function(self._checked, handler(source))

    def _checked(self, raw: object, check: core_schema.ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
        read = self.read(raw, info)
        check(read)
        return read


@dataclass(frozen=True)
class FreeColumn(ValueColumn):
    """A number, or words where there is none. A dash stays a dash."""

    width: float = 16
    keeps_dash: bool = True
    text_kind: TextKind = IN_TABLE
    number_format: ClassVar[str] = "General"
    asked: ClassVar[Asked | None] = Asked(per_cents=True, free=True)
    expects: ClassVar[str] = "ett tal eller en text"

    def number_in(self, raw: object) -> TypedNumber | str | None:
        """The number of a cell, or its words."""
        return free_of(raw)


@dataclass(frozen=True)
class WholeColumn(Column):
    """A whole number."""

    width: float = 11
    number_format: ClassVar[str] = WHOLE_FORMAT
    is_number: ClassVar[bool] = True
    asked: ClassVar[Asked | None] = Asked(words=True)
    expects: ClassVar[str] = "ett heltal"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a whole number."""
        del info
        return reading.whole_of(raw)


@dataclass(frozen=True)
class PersonsColumn(WholeColumn):
    """A count of persons, never below nought. Few may be behind it."""

    is_private: ClassVar[bool] = True
    asked: ClassVar[Asked | None] = Asked(words=True, private=True)
    expects: ClassVar[str] = "ett antal personer: ett heltal, 0 eller mer"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a count of persons."""
        value = super().read(raw, info)
        if isinstance(value, int) and value < 0:
            raise refuse(PERSONS_BELOW_NOUGHT)
        return value


@dataclass(frozen=True)
class YearColumn(Column):
    """A year."""

    width: float = 11
    number_format: ClassVar[str] = WHOLE_FORMAT
    is_number: ClassVar[bool] = True
    asked: ClassVar[Asked | None] = Asked(words=True)
    expects: ClassVar[str] = "ett årtal med fyra siffror"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a year."""
        del info
        return reading.year_of(raw)


@dataclass(frozen=True)
class DateColumn(Column):
    """A day."""

    width: float = 14
    number_format: ClassVar[str] = DATE_FORMAT
    date_parts: ClassVar[frozenset[str]] = frozenset("dmy")
    expects: ClassVar[str] = "ett datum, till exempel 2021-03-05"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a date."""
        del info
        return reading.date_of(raw)


@dataclass(frozen=True)
class PartialDateColumn(Column):
    """A day, or a month or a year alone. The cells are texts, so that Excel does not make ``2021-06`` a day."""

    width: float = 14
    date_parts: ClassVar[frozenset[str]] = frozenset("y")
    expects: ClassVar[str] = "ett datum, en månad eller ett årtal: 2021-06-30, 2021-06 eller 2021"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read a date that may be known to the month or the year only."""
        del info
        return reading.partial_date_of(raw)


@dataclass(frozen=True)
class YesNoColumn(Column):
    """Ja or nej."""

    width: float = 12
    expects: ClassVar[str] = "ja eller nej"

    @property
    def choices(self) -> tuple[str, ...]:
        """Ja and nej."""
        return ("ja", "nej")

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read ja or nej."""
        del info
        return reading.yes_no_of(raw)


@dataclass(frozen=True)
class ChoiceColumn(Column):
    """One of ``allowed``; ``aliases`` are other accepted spellings and what they mean.

    ``refused`` are likely values that deserve a rule of their own, with that rule.
    """

    allowed: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    refused: tuple[tuple[str, Rule], ...] = ()
    expects: ClassVar[str] = "ett av valen i listan"
    _spellings: dict[Name, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the accepted spellings once."""
        self._spellings.update({Name(alias): meant for alias, meant in self.aliases})
        self._spellings.update({Name(choice): choice for choice in self.allowed})

    @property
    def choices(self) -> tuple[str, ...]:
        """The allowed values."""
        return self.allowed

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read one of the allowed values."""
        del info
        for value, rule in self.refused:
            if isinstance(raw, str | Formatted) and Name(str(raw)) == value:
                raise refuse(rule)
        return reading.choice_of(raw, self._spellings, self.allowed)


@dataclass(frozen=True)
class ChoicesColumn(ChoiceColumn):
    """One or several of ``allowed``, parted by semicolons. The drop-down gives one; more may be typed after it."""

    only_choices: ClassVar[bool] = False
    expects: ClassVar[str] = "val i listan, skilda med semikolon"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read the choices, each as the list has it."""
        parts = [part.strip() for part in str(reading.text_of(raw)).split(";")]
        return "; ".join(str(super(ChoicesColumn, self).read(part, info)) for part in parts if part)


@dataclass(frozen=True)
class SuggestionColumn(TextColumn):
    """A text of which the usual ones are suggested; any other may be typed."""

    suggested: tuple[str, ...] = ()
    only_choices: ClassVar[bool] = False

    @property
    def choices(self) -> tuple[str, ...]:
        """The suggestions."""
        return self.suggested


@dataclass(frozen=True)
class PrintedColumn(Column):
    """An amount as printed, with its unit and decimals. The cells are texts, so that Excel keeps what was typed."""

    width: float = 18
    expects: ClassVar[str] = "ett belopp som det är tryckt, till exempel 2,5 mnkr eller 59 %"

    def read(self, raw: object, info: ValidationInfo) -> object:
        """Read an amount as printed."""
        del info
        return printed_of(raw)


@dataclass(frozen=True)
class ReferenceColumn(Column):
    """The name of a row in another tab (``register``), or of one of the report's components."""

    width: float = 24
    register: str = ""
    expects: ClassVar[str] = "ett namn som finns"


Text = Annotated[str, TextColumn()]
NameText = Annotated[Name, TextColumn()]
"""A name, by which other rows and texts may call the row, or by which the row calls another."""
TableText = Annotated[str, TextColumn(text_kind=IN_TABLE)]
TableName = Annotated[Name, TextColumn(text_kind=IN_TABLE)]
"""A name that is the label of a row."""
LongText = Annotated[str, LongTextColumn()]
Picture = Annotated[str, PictureColumn()]
PictureText = Annotated[str, TextColumn(keeps_dash=True)]
"""What a picture shows, for who does not see it; ``DECORATION`` where it says nothing."""
DECORATION = "–"
Year = Annotated[int, YearColumn()]
MaybeYear = Annotated[int | None, YearColumn()]
AsPrinted = Annotated[Printed | None, PrintedColumn()]
Whole = Annotated[int | None, WholeColumn()]
Persons = Annotated[int | None, PersonsColumn()]
PersonsOrWords = Annotated[str, PersonsOrWordsColumn(text_kind=IN_TABLE)]
MaybeDay = Annotated[date | None, DateColumn()]
DayMonthOrYear = Annotated[PartialDate | None, PartialDateColumn()]
YesNo = Annotated[bool, YesNoColumn()]
EssentialAmount = Annotated[Decimal | None, AmountColumn(year=0, essential=True)]
EssentialLast = Annotated[Decimal | None, AmountColumn(year=-1, essential=True)]
EssentialBefore = Annotated[Decimal | None, AmountColumn(year=-2, essential=True)]
AmountNow = Annotated[Decimal | None, AmountColumn(year=0)]
Free = Annotated[Decimal | str | None, FreeColumn()]
Value = Annotated[Decimal | None, ValueColumn()]
AmountLast = Annotated[Decimal | None, AmountColumn(year=-1)]
AmountBefore = Annotated[Decimal | None, AmountColumn(year=-2)]
