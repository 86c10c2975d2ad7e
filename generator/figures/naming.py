"""The one lookup of a figure by name: for texts, control amounts and the command line.

A figure may be called by its code or key (``income_statement.net_result@2020/budget``), by its label as written
(``Årets resultat``) or with underscores (``årets_resultat``), by its qualified name
(``resultaträkning.årets_resultat``), by what a part of the report calls it besides (an insats's name), and by the
table, row and column that it stands in (``driftredovisning.nettokostnad.avvikelse``). Case, kinds of space and letters'
composition do not matter.

What a name means never depends on the order of anything. Where several codes have a name it means the statements' own
figure if the others are the same figure under another name; else it is ambiguous.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from generator.figures.alias import Likeness, likeness
from generator.figures.declaration import DEVIATIONS, SUFFIXES
from generator.figures.figure import Figure, FigureId, Figures, period_year
from generator.figures.measures import is_deviation
from generator.figures.qualified import OF_ALL_REPORTS, is_keyed, qualified, spelled
from generator.figures.table import Table, TableColumn
from generator.ground.names import clean, nearest
from generator.statements.lines import STATEMENTS

BUDGET_PART, LEFT_PART = ".budget", ".surplus"
"""What follows on a code for its budget, and for what is left of it, where the budget is none of the books'."""

_MEASURES = frozenset((*SUFFIXES.values(), *DEVIATIONS.values())) - {""}
_EXACT = re.compile(r"(?P<name>.*?)(?:@(?P<year>\d{4}))?(?:/(?P<measure>[a-z_]+))?")
_FIRST = tuple(f"{statement.key}." for statement in STATEMENTS)


@dataclass(frozen=True, slots=True)
class Unknown:
    """No figure has the name. ``look`` finds what it may be a misspelling of: slow, and seldom asked."""

    look: Callable[[], tuple[str, ...]]

    @property
    def near(self) -> tuple[str, ...]:
        """Names that it may be a misspelling of."""
        return self.look()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several figures have the name; ``names`` tell them apart, in the order of the alphabet."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """The name is known, but not for the year and measure; ``years`` are those that it has the measure for."""

    name: str
    years: tuple[int, ...]


Found = Figure | Unknown | Ambiguous | Absent


class Meaning(NamedTuple):
    """What a name means: a code, years from the one asked for, and a measure (a suffix of keys) of its own."""

    code: str
    shift: int = 0
    measure: str = ""


class Names:
    """The names of a report's figures."""

    def __init__(
        self,
        figures: Figures,
        year: int,
        patterns: Mapping[str, str] | None = None,
        called: Mapping[str, Iterable[str]] | None = None,
        tables: Iterable[Table] = (),
    ) -> None:
        """Gather the names once for all questions.

        ``year`` is the report's. ``patterns`` give the qualified names of the components' codes, ``called`` what codes
        are called besides; ``tables`` are those of the report.
        """
        self._figures = figures
        self._patterns: dict[str, dict[str, str]] = {}
        for pattern, name in {**OF_ALL_REPORTS, **(patterns or {})}.items():  # a code is of one part of the report
            self._patterns.setdefault(pattern.partition(".")[0], {})[pattern] = name
        self._years: dict[str, set[tuple[str, int]]] = {}
        self._labels: dict[str, str] = {}
        for key, figure in figures.items():
            code, figure_year, measure = key
            self._years.setdefault(code, set()).add((measure, figure_year))
            if not measure:
                self._labels.setdefault(code, figure.label)
        self._own: dict[str, dict[Meaning, str]] = {}
        self._shown: dict[str, dict[Meaning, str]] = {}
        for code in self._labels:
            others = (called or {}).get(code, ())
            for name in (code, self._labels[code], self.qualified(code), *others):
                self._own.setdefault(spelled(name), {})[Meaning(code)] = name
        tables = tuple(tables)
        self._signs = dict(reversed([shown for table in tables for shown in _deviations(table)]))
        for name, meaning in (named for table in tables for named in _in_table(table, year)):
            self._shown.setdefault(spelled(name), {})[meaning] = name

    def find(self, name: str, year: int, measure: str = "") -> Found:
        """Find the figure that a name means in a year; ``measure`` is a suffix of keys, empty for the outcome.

        A year or measure within the name (``årets_resultat@2019``) stands in place of those asked for.
        """
        said = _EXACT.fullmatch(clean(name))
        if said and said["year"]:
            exact = self._figures.get(FigureId(said["name"], int(said["year"]), said["measure"] or ""))
            if exact:
                return exact
        if said and (said["year"] or said["measure"]) and (said["measure"] or "") in _MEASURES | {""}:
            return self.find(said["name"], int(said["year"] or year), said["measure"] or measure)
        meanings = self._meanings(name)
        if not meanings:
            return Unknown(partial(self.near, name))
        if not self._is_one(meanings):
            return Ambiguous(tuple(sorted({self._told(each) for each in meanings})))
        for meaning in sorted(meanings, key=_rank):
            figure = self._figure(meaning, year, measure)
            if figure is not None:
                return figure
        return Absent(name, self._years_of(meanings, measure))

    def sign_shown(self, key: FigureId) -> int | None:
        """The sign that the report's first table with a deviation shows it with; None where no table does."""
        return self._signs.get(key)

    def near(self, name: str) -> tuple[str, ...]:
        """The names that another may be a misspelling of."""
        near = nearest(spelled(name), self._known)
        return tuple(dict.fromkeys(self._known[each] for each in near))

    def name_of(self, code: str) -> str:
        """The shortest name that means a code and nothing else: ``årets_resultat``; the code where nothing does."""
        names = (self.qualified(code), spelled(self._labels[code]))
        return min((name for name in names if self._winner(name) == code), key=len, default=code)

    def qualified(self, code: str) -> str:
        """The name of a code with the place that it belongs to: ``resultaträkning.årets_resultat``."""
        return qualified(code, self._labels, self._patterns.get(code.partition(".")[0], {}))

    def is_keyed(self, code: str) -> bool:
        """Whether the shortest name that a code has is none that a reader knows."""
        name = self.name_of(code)
        patterns = self._patterns.get(code.partition(".")[0], {})
        return name == code or (name == self.qualified(code) and is_keyed(code, self._labels, patterns))

    @property
    def codes(self) -> Iterable[str]:
        """All codes that there are figures of."""
        return self._labels.keys()

    @cached_property
    def _known(self) -> dict[str, str]:
        """Every name as it was first written, by its folded form; the figures' own go before the tables'.

        A code is none that a reader knows, where there is a name for it.
        """
        known: dict[str, str] = {}
        for names in (self._own, self._shown):
            for spelling, meanings in names.items():
                told = [name for each, name in meanings.items() if name != each.code or self.qualified(name) == name]
                if told:
                    known.setdefault(spelling, min(told))
        return known

    def _meanings(self, name: str) -> frozenset[Meaning]:
        if name in self._labels and "." in name:
            return frozenset({Meaning(name)})
        return frozenset(self._own.get(spelled(name)) or self._shown.get(spelled(name)) or ())

    def _winner(self, name: str) -> str:
        meanings = self._meanings(name)
        return min(meanings, key=_rank).code if meanings and self._is_one(meanings) else ""

    def _is_one(self, meanings: Iterable[Meaning]) -> bool:
        """Whether several meanings are one figure under several names, in all years and measures that they share."""
        first, *others = sorted(meanings, key=_rank)
        return all(self._is_alias(first, other) for other in others)

    def _is_alias(self, first: Meaning, other: Meaning) -> bool:
        found = {
            likeness(one, two)
            for measure, year in self._years[first.code]
            if (one := self._figure(first, year - first.shift, measure))
            and (two := self._figure(other, year - first.shift, measure))
        }
        if Likeness.OTHER in found or not found:
            return False
        return Likeness.SAME in found or (first.code.startswith(_FIRST) and not other.code.startswith(_FIRST))

    def _figure(self, meaning: Meaning, year: int, measure: str) -> Figure | None:
        """A meaning's figure; a budget that is none of the books' is a figure of its own."""
        if measure and meaning.measure not in ("", measure):
            return None
        code, year, measure = meaning.code, year + meaning.shift, measure or meaning.measure
        part = LEFT_PART if measure in DEVIATIONS.values() else BUDGET_PART
        figure = self._figures.get(FigureId(code, year, measure))
        return figure or (self._figures.get(FigureId(code + part, year)) if measure else None)

    def _years_of(self, meanings: Iterable[Meaning], measure: str) -> tuple[int, ...]:
        years = {
            year - meaning.shift
            for meaning in meanings
            for _, year in self._years[meaning.code]
            if self._figure(meaning, year - meaning.shift, measure)
        }
        return tuple(sorted(years, reverse=True))

    def _told(self, meaning: Meaning) -> str:
        """A name that tells a meaning from others; its key where it is a place in a table."""
        if not (meaning.shift or meaning.measure):
            return self.name_of(meaning.code)
        return self._shown_names[meaning]

    @cached_property
    def _shown_names(self) -> dict[Meaning, str]:
        """The longest name of each meaning that only tables give: that with the table's title."""
        found: dict[Meaning, str] = {}
        for meanings in self._shown.values():
            for meaning, name in meanings.items():
                found[meaning] = max(found.get(meaning, ""), name, key=lambda each: (len(each), each))
        return found


def _rank(meaning: Meaning) -> tuple[int, str, int, str]:
    """The statements' own figures go first, then the order of the alphabet."""
    place = next((number for number, begins in enumerate(_FIRST) if meaning.code.startswith(begins)), len(_FIRST))
    return place, *meaning


def _deviations(table: Table) -> Iterator[tuple[FigureId, int]]:
    """The deviations that a table shows, each with its sign there."""
    cells = (cell for row in table.rows for cell in row.cells)
    yield from ((cell.of.key, cell.sign) for cell in cells if isinstance(cell.of, Figure) and is_deviation(cell.of.key))


def _in_table(table: Table, report_year: int) -> Iterator[tuple[str, Meaning]]:
    """The names that a table gives: its rows', alone and with its title, and each cell's with its column's too."""
    for row in table.rows:
        cells = [(column, cell.of) for column, cell in zip(table.columns, row.cells, strict=True)]
        figures = [(column, figure) for column, figure in cells if isinstance(figure, Figure)]
        for column, figure in figures:
            code, year, measure = figure.key
            name = f"{table.title}.{row.label}.{head_text(column)}"
            yield name, Meaning(code, year - report_year, measure)
        if figures:
            yield from _of_row(table.title, row.label, figures)


def _of_row(title: str, label: str, figures: Iterable[tuple[TableColumn, Figure]]) -> Iterator[tuple[str, Meaning]]:
    """A row is called for its outcome, which the codes of its other columns begin with."""
    parts = [(figure.key, period_year(column.period)) for column, figure in figures]
    (code, year, _), column_year = min(parts, key=lambda each: (len(each[0].code), each[0].measure, -each[0].year))
    for name in (label, f"{title}.{label}"):
        yield name, Meaning(code, year - column_year)


def head_text(column: TableColumn) -> str:
    """What a column is called: its heads, or its year."""
    return f"{column.span} {column.head.strip() or period_year(column.period)}".strip()
