"""What a row of a tab is: the base of all row models, and the row together with where its values stood."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from generator.ground.source import Source
from generator.model.booked import Booked
from generator.model.columns import Column, ReferenceColumn
from generator.model.next_year import Ended, NextYear, Rolls, Takes
from generator.model.topics import Topic


class Row(BaseModel):
    """One row of a tab (or the one record of a form).

    A field's ``title`` is its heading in the workbook, ``description`` its help, its annotation the kind of the
    column; nothing else describes it. ``other_headings`` are earlier or usual spellings of a heading.
    """

    # Most tabs are empty in most workbooks: a model is built when its first row is read.
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)

    other_headings: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    unprinted: ClassVar[frozenset[str]] = frozenset({"remark"})
    """The text fields that never stand in the report."""
    rare: ClassVar[frozenset[str]] = frozenset()
    """The fields that few need: a workbook without their columns is not remarked on."""
    named_by: ClassVar[tuple[str, ...]] = ()
    """The fields by which other tabs may name the row, the key first; names in one cell are parted by ``;``."""

    awaited: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """What is filled in before the tab is done, each as one field, or any of several, in some row of the tab."""
    calculated: ClassVar[Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {}
    """The fields that are derived, and so grey, where another field says one of some words; with none given, any."""

    fed_by: ClassVar[Mapping[str, str]] = {}
    """The fields that need not be typed where another tab, named here, says that a ledger has their amounts."""

    repeats: ClassVar[bool] = False
    """Whether rows of one tab may well be alike, as those under two headings of a table are."""

    booked: ClassVar[tuple[Booked, ...]] = ()
    """The amounts of a row that stand in the statements: its Facts, and the control sums of *Läs mig*, follow."""

    booked_together: ClassVar[tuple[Booked, ...]] = ()
    """What several rows come to together: their subject makes the Facts, the control sums follow from here."""

    def booked_amounts(self) -> Iterator[tuple[Booked, Decimal]]:
        """Give the amounts that the row has on lines of the law, each with its declaration, in their order."""
        for each in self.booked:
            value = getattr(self, each.field)
            if value is not None and all(getattr(self, name) == wanted for name, wanted in each.only):
                yield each, value * each.sign

    per_cents: ClassVar[Mapping[str, str]] = {}
    """The fields where a number is a per cent, with the words for when it is, which the handbook tells."""

    def expects_per_cent(self, field: str) -> bool | None:
        """Whether a number in a field is a per cent; None where it may be any."""
        return True if field in self.per_cents else None

    def beside(self, field: str) -> tuple[str, ...]:
        """The other fields whose per cents are parts of one whole with that of ``field``."""
        del field
        return ()

    told_by_own_rule: ClassVar[bool] = False
    """Whether a rule of the subject's own tells of two rows that are alike."""

    @property
    def twice_is_told(self) -> bool:
        """Whether another rule tells of two rows like this: one of its own, or of a register the key's."""
        return self.told_by_own_rule or bool(self.named_by)

    @property
    def is_derived(self) -> bool:
        """Whether an amount that is left empty in the row is derived, where its field may be (see ``Takes``)."""
        return True

    def stays(self, year: int) -> bool:
        """Whether the row has anything to tell in the report of the year after ``year``."""
        del year
        return True

    @classmethod
    def added_next_year(cls, rows: "Sequence[Row]", ended: Ended) -> Iterator[Mapping[str, object]]:
        """Give rows that next year needs besides those of the year that ended, in kronor."""
        del rows, ended
        yield from ()

    @classmethod
    def derived_next_year(cls, ended: Ended) -> Iterator[Mapping[str, object]] | None:
        """Give next year's rows where all of them follow from the year that ended, in kronor; None: row by row."""
        del ended
        return None


def column_of(info: FieldInfo) -> Column:
    """Find the kind of a field's column.

    Raises:
        TypeError: the model's field has no ``Column`` in its annotation: a fault of the model.

    """
    for part in info.metadata:
        if isinstance(part, Column):
            return part
    message = f"Fältet {info.title!r} saknar Column"
    raise TypeError(message)


def rolls(info: FieldInfo) -> Rolls:
    """Find what becomes of a field in next year's workbook: as it declares, else as its kind of column does."""
    declared = [part for part in info.metadata if isinstance(part, NextYear | Takes)]
    return declared[-1] if declared else column_of(info).next_year


@dataclass(frozen=True, slots=True)
class TabColumn:
    """A column of a tab, or a line of a form: the model's field, its heading, its help and its kind of value."""

    name: str
    title: str
    help: str
    kind: Column
    required: bool


@cache
def columns(model: type[Row]) -> tuple[TabColumn, ...]:
    """Give a model's columns in order."""
    return tuple(
        TabColumn(name, info.title or name, info.description or "", column_of(info), info.is_required())
        for name, info in model.model_fields.items()
    )


@cache
def kinds_of(model: type[Row]) -> Mapping[str, Column]:
    """The kinds of a model's columns by field."""
    return {column.name: column.kind for column in columns(model)}


@cache
def references_of(model: type[Row]) -> Mapping[str, str]:
    """The fields of a model that refer to another tab, and to which register."""
    kinds = kinds_of(model)
    return {field: kind.register for field, kind in kinds.items() if isinstance(kind, ReferenceColumn)}


@cache
def heading(model: type[Row], field: str) -> str:
    """The heading of a field in the workbook."""
    return model.model_fields[field].title or field


YEARS: Mapping[str, int] = {"this_year": 0, "last_year": -1}
"""The columns of the report's year and of the year before, and what is added to the report's year in each."""

T = TypeVar("T")
R_co = TypeVar("R_co", bound=Row, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """A row that could be read, with the Source of each value that stood there.

    ``unit`` is what the tab's amounts were typed in, in kronor (1 or 1000); the row's own amounts are kronor.
    ``is_booked``: it was made of a ledger, and nobody has typed it.
    """

    row: R_co
    place: Source
    sources: Mapping[str, Source]
    unit: Decimal = Decimal(1)
    is_booked: bool = False

    def source(self, field: str) -> Source:
        """Where ``field`` stood; the row where it was left empty."""
        return self.sources.get(field, self.place)

    def typed(self, columns: Mapping[str, T]) -> Iterator[tuple[T, Decimal, Source]]:
        """Give the amounts that are typed in some columns: what the column is to the caller, the amount, its place."""
        for field, what in columns.items():
            amount = getattr(self.row, field)
            if amount is not None:
                yield what, amount, self.source(field)


@dataclass(frozen=True, slots=True)
class Section:
    """A table of rows in a tab, or a form with one field per row.

    ``title`` stands above the section where a tab has several; ``prepared`` is how many empty rows a new
    workbook gets; ``starters`` are the rows that a new workbook is filled with. ``standing``: they also hold where
    the section is empty or missing. ``yearly``: the rows are about one year alone, and next year begins without them.
    ``rare``: few need it, so that a workbook without it is not remarked on.
    """

    model: type[Row]
    title: str = ""
    help: str = ""
    form: bool = False
    prepared: int = 60
    starters: tuple[Mapping[str, object], ...] = ()
    standing: bool = False
    yearly: bool = False
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab (*flik*) of the workbook. ``in_unit``: its amounts may be typed in another unit than kronor.

    ``topic`` is what an association has that fills it in; None for a tab that all need. ``asked_by`` are the report's
    parts that cannot do without it, where it is one of those: an empty one is then told as remaining. ``pasted``:
    another program's list is laid over it, with heads of its own in any shape; the model's columns are only what a new
    workbook begins with, and nothing in it is read as rows of the model.
    """

    name: str
    help: str
    sections: tuple[Section, ...]
    required: bool = False
    in_unit: bool = False
    other_names: tuple[str, ...] = ()
    topic: Topic | None = None
    asked_by: tuple[str, ...] = ()
    pasted: bool = False
