"""The TypedNumber: a number together with the form that it was typed in, or that its cell shows it in."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from generator.cell_formats.sections import Mark, section_for
from generator.cell_formats.show import shown_text
from generator.ground.formatting import KRONOR
from generator.model.shown_numbers import is_of_money, tells_its_scale
from generator.model.values import Formatted

PER_CENT = "%"
_MOST_DECIMALS = 4
"""More than these nobody types: they are a formula's."""
_OF_A_FORMULA = 2
_SIGNS = " \u00a0-\u2212()"


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How a number was typed and is shown again: its decimals (None: as others), its plus, what stands behind."""

    decimals: int | None = None
    plus: bool = False
    suffix: str = ""


class TypedNumber(Decimal):
    """A number as it was typed: ``decimals`` behind the comma, ``plus`` before it, ``suffix`` behind it.

    A per cent has the suffix ``%`` and is a share of one, the decimals those of the per cent: ``0,8 %`` is 0.008 with
    one decimal.
    """

    decimals: int
    plus: bool
    suffix: str

    def __new__(cls, value: Decimal, decimals: int = 0, *, plus: bool = False, suffix: str = "") -> Self:
        """Make a number of its value and its form."""
        made = super().__new__(cls, value)
        made.decimals, made.plus, made.suffix = decimals, plus, suffix
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the form where the number goes to another process."""
        return _made, (Decimal(self), self.decimals, self.plus, self.suffix)

    @property
    def is_per_cent(self) -> bool:
        """Whether it was typed as a per cent, or shown as one."""
        return self.suffix == PER_CENT

    @property
    def form(self) -> NumberForm:
        """The form, without the sign for per cent, which follows from the unit."""
        return NumberForm(self.decimals, self.plus, "" if self.is_per_cent else self.suffix)

    @property
    def in_words(self) -> str:
        """The number as it may be typed, with what stands behind it: ``59,5 %``."""
        number = self * 100 if self.is_per_cent else Decimal(self)
        digits = f"{number.normalize():f}".replace(".", ",")
        return f"{digits} {self.suffix}".rstrip()


def _made(value: Decimal, decimals: int, plus: bool, suffix: str) -> TypedNumber:  # noqa: FBT001 - for pickle
    return TypedNumber(value, decimals, plus=plus, suffix=suffix)


def decimals_in(value: Decimal) -> int:
    """How many decimals a number has, as typed; those that only a formula gives are two."""
    exponent = value.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    return decimals if decimals <= _MOST_DECIMALS else _OF_A_FORMULA


def with_form(value: Decimal, typed: str, suffix: str = "") -> TypedNumber:
    """Give a number the form of the text that it was typed in."""
    share = value / 100 if suffix == PER_CENT else value
    return TypedNumber(share, decimals_in(value), plus=typed.lstrip().startswith("+"), suffix=suffix)


def from_format(cell: Formatted, value: Decimal) -> TypedNumber:
    """Give the number of a cell the form that its format shows; without the unit of thousands that it leaves out."""
    section, _ = section_for(cell.code, value)
    text = shown_text(value, cell.code)
    behind = text.partition(",")[2]
    decimals = min(len(behind) - len(behind.lstrip("0123456789")), _MOST_DECIMALS)
    plus = text.startswith("+")
    if section.per_cents or PER_CENT in section.words:
        return TypedNumber(value if section.per_cents else value / 100, decimals, plus=plus, suffix=PER_CENT)
    if section.has(Mark.GENERAL):
        decimals = decimals_in(value)
    suffix = section.after.strip(_SIGNS)
    if section.thousands:
        suffix = KRONOR if is_of_money(section) else ""
    return TypedNumber(value, decimals, plus=plus, suffix=suffix)


def as_scaled(cell: Formatted, number: TypedNumber) -> TypedNumber:
    """Give the number that a cell shows where its format leaves out thousands and says so: 1200000 as *1 200 tkr*."""
    section, _ = section_for(cell.code, number)
    if not tells_its_scale(section) or number.is_per_cent:
        return number
    value = Decimal(number).scaleb(-3 * section.thousands)
    return TypedNumber(value, number.decimals, plus=number.plus, suffix=section.after.strip(_SIGNS))


def share_of(value: Decimal) -> Decimal:
    """The share that a number is where per cents are expected: ``23``, ``23 %`` and 0.23 shown as one are 0.23."""
    return Decimal(value) if isinstance(value, TypedNumber) and value.is_per_cent else value / 100


def form_of(value: Decimal) -> NumberForm | None:
    """The form of a number that was typed."""
    return value.form if isinstance(value, TypedNumber) else None
