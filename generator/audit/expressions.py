"""Expressions: the words of a formula together with what they come to, so that neither is ever without the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.ground.formatting import rounded
from generator.workbook.sheets import Cell, Kind

NIL = Decimal(0)
_PLACES = 2


@dataclass(frozen=True, slots=True)
class Expression:
    """A part of a formula and its value; ``words`` can stand as a term of a sum."""

    words: str
    value: Decimal

    def __add__(self, other: "Expression") -> "Expression":
        """Add another."""
        return Expression(f"{self.words}+{other.words}", self.value + other.value)

    def __sub__(self, other: "Expression") -> "Expression":
        """Take another away."""
        return Expression(f"{self.words}-{_as_one(other.words)}", self.value - other.value)

    def __neg__(self) -> "Expression":
        """Turn the sign."""
        return Expression(f"-{_as_one(self.words)}", -self.value)

    def times(self, sign: int) -> "Expression":
        """The expression, turned where ``sign`` is negative."""
        return -self if sign < 0 else self

    def shown(self, factor: Decimal, decimals: int) -> "Expression":
        """Round as the report does: in its unit, half away from zero, which is what ROUND does too."""
        words = f"ROUND(({self.words})/{factor},{decimals})"
        return Expression(words, rounded(self.value / factor, decimals))

    def cell(self, kind: Kind | None = None, *, strong: bool = False) -> Cell:
        """The cell of a formula that is this."""
        return Cell(self.value, f"={self.words}", kind=kind, strong=strong)

    def difference(self) -> Cell:
        """The cell of a difference, to the öre: what binary fractions leave over is none."""
        return Cell(rounded(self.value, _PLACES), f"=ROUND({self.words},{_PLACES})", kind=Kind.DIFFERENCE)


def _as_one(words: str) -> str:
    return f"({words})" if any(sign in words for sign in "+-") else words


def nil() -> Expression:
    """Nothing."""
    return Expression("0", NIL)


def total(parts: Iterable[tuple[int, Expression]]) -> Expression:
    """A sum of signed parts; nil of none."""
    words, value = "", NIL
    for sign, part in parts:
        words += f"{'+' if sign > 0 else '-'}{_as_one(part.words) if sign < 0 else part.words}"
        value += sign * part.value
    return Expression(words.removeprefix("+"), value) if words else nil()
