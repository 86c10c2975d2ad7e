"""What the cells of a free table claim of the report's own figures: by the name of the row, the year and the unit."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.claims.vocabulary import OWN_NAMES, Entry, Vocabulary
from generator.claims.words import stems, words_of
from generator.figures.figure import Figure, FigureId, Figures
from generator.figures.rounding import half_of_last_digit
from generator.ground.formatting import COUNT, KRONOR, SHARE, UNIT_FACTORS
from generator.ground.money_words import UNIT_OF
from generator.ground.names import folded
from generator.model.typed_number import form_of, share_of
from generator.subjects.free_tables.rows import HEADING, MONEY, PART, SHARE_ROW, SUBTOTAL, TOTAL
from generator.subjects.free_tables.rows_layout import FreeLayout, FreeLine, FreeTableColumn

_OF_THE_REPORT = ("income_statement.", "balance_sheet.", "cash_flow.", "operating_statement.", "overview.")
_OF_MEMBERS = "members.total"
_BALANCE_REQUIREMENT = "balance_requirement.result"
_NO_NAME = frozenset(("övrigt", "övriga", "summa", "totalt", "avrundning", "budget", "medel", "utfall", "bokfört"))
"""Rows of any table, and words that mean a figure only in a sentence."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b((?:19|20)\d\d)-12-31\b|\b31 dec(?:ember|\.)? ((?:19|20)\d\d)\b")
_MONEY_WORDS = "|".join(
    re.escape(word) for word in sorted(UNIT_OF, key=len, reverse=True) if word.isalpha() or " " in word
)
_UNIT = re.compile(rf"(?<![\w])(?:{_MONEY_WORDS}|%|procent)(?!\w)")
_OF_OUTCOME = frozenset(("utfall", "bokslut", "belopp", "år", "helår"))
_OF_BUDGET = frozenset(("budget", "budgeterat", "beslutad", "reviderad", "ändrad"))
_BUDGETS = ("budget", "budget_revised")
_OTHER = re.compile(
    r"\b(?:riket|rikets|rikssnitt\w*|\w*genomsnitt\w*|snitt\w*|andra|övriga|alla (?:samordnings)?förbund\w*|"
    r"samtliga|länets?|kommunens?|regionens?|prognos\w*|plan|planer\w*|\w*kvartal\w*|kv ?\d|tertial\w*|delår\w*|"
    r"halvår\w*|månad\w*|per \w+|\w*projekt\w*|exempel|kalkyl\w*|äskande\w*|ansök\w*|jan|januari|augusti|juni|"
    r"förslag\w*|preliminär\w*|tidigare|före|utan|exkl\w*|exklusive|inkl\w*|inklusive|del av|andel av|varav)\b"
)
"""What tells that a table, or some rows or columns of it, are of something else than the association's year."""


@dataclass(frozen=True, slots=True)
class CellClaim:
    """A number in a free table, what it may claim to be, and how far rounding may take it from that."""

    line: FreeLine
    column: FreeTableColumn
    value: Decimal
    bound: Decimal
    meant: tuple[Figure, ...]

    @property
    def agrees(self) -> bool:
        """Whether it is one of the figures that it may be, by its shown digits."""
        return any(_agrees(self.value, self.bound, figure) for figure in self.meant)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report: its figures, its year, the words for them, and the stems of names that are none."""

    figures: Figures
    year: int
    vocabulary: Vocabulary
    things: Collection[tuple[str, ...]]


def claims_of(layout: FreeLayout, known: Known) -> Iterator[CellClaim]:
    """Give the cells of a table that name a figure of the report; none where the table is of something else."""
    about = (_title(layout), str(layout.table.name), str(layout.table.note), str(layout.corner))
    if any(_is_foreign(text, known) for text in about):
        return
    heading = ""
    for line in layout.lines:
        if line.kind == HEADING or not _has_values(layout, line):
            heading = str(line.entry.row.label)
        elif line.kind not in {PART, SHARE_ROW} and not _is_foreign(heading, known):
            yield from _of_line(layout, line, heading, known)


def _of_line(layout: FreeLayout, line: FreeLine, heading: str, known: Known) -> Iterator[CellClaim]:
    codes = _codes(str(line.entry.row.label), known)
    for column in layout.columns if codes else ():
        found, year = _number(layout, line, column, known), _year(layout, column)
        if found and year and not column.computed:
            value, bound, unit = found
            keys = [FigureId(code, year, each) for each in _measures(layout, column, heading) for code in codes]
            figures = [known.figures[key] for key in keys if key in known.figures]
            meant = tuple(each for each in figures if each.unit == unit and isinstance(each.value, Decimal))
            if meant:
                yield CellClaim(line, column, value, bound, meant)


def _title(layout: FreeLayout) -> str:
    return str(layout.table.title or layout.table.name)


def _is_foreign(text: str, known: Known) -> bool:
    """Whether a title or heading is of something else: an insats, an activity, a member, a stranger, another time."""
    if _OTHER.search(folded(text)):
        return True
    words, phrase = words_of(text), stems(text)
    mentions = list(known.vocabulary.mentions(words))
    named = {place for each in mentions for place in range(each.first, each.last + 1)}
    starts = {place + 1 for place, word in enumerate(words) if not word.text[0].isalnum()} | {0}
    strange = any(
        word.is_capital and place not in named | starts and word.stem not in known.vocabulary.own
        for place, word in enumerate(words)
    )
    own = any(phrase[at : at + len(each)] == each for each in known.things for at in range(len(phrase)))
    return strange or own or any(_is_thing(each.entry) for each in mentions)


def _is_thing(entry: Entry) -> bool:
    own = any(each.code.startswith(OWN_NAMES) and each.code != _OF_MEMBERS for each in entry.senses)
    return own and not entry.is_term


def _has_values(layout: FreeLayout, line: FreeLine) -> bool:
    sums = line.kind in {SUBTOTAL, TOTAL}
    return sums or any(getattr(line.entry.row, column.field) is not None for column in layout.columns)


def _codes(label: str, known: Known) -> tuple[str, ...]:
    """The figures that a row's label is the name of; none where it is a name of something of the association's own."""
    name = re.sub(r"[\s,(:=]*(?:i )?$", "", _UNIT.sub("", folded(label)).replace("()", "").strip())
    name = name.removesuffix(")").strip() if name.count(")") > name.count("(") else name
    entry = known.vocabulary.whole(name)
    if name in _NO_NAME or stems(name) in known.things or (entry and _is_thing(entry)):
        return ()
    exact = dict.fromkeys(key.code for key, each in known.figures.items() if folded(each.label) == name)
    exact = {code: None for code in exact if code.startswith((*_OF_THE_REPORT, _BALANCE_REQUIREMENT))}
    term = [each.code for each in entry.senses if not each.aspects] if entry and entry.is_term else []
    usual = dict.fromkeys(code for code in term if code.startswith((*_OF_THE_REPORT, _OF_MEMBERS)))
    return tuple({**exact, **usual})


def _year(layout: FreeLayout, column: FreeTableColumn) -> int:
    """The year of a column; 0 where its head says none, several, or more than a year and that it is budget."""
    words = _words_of_head(column)
    years = {word for word in words if _YEAR.fullmatch(word)}
    if words - years - _OF_OUTCOME - _OF_BUDGET or len(years) > 1:
        return 0
    if not years and len([each for each in layout.columns if _has_numbers(layout, each)]) == 1:
        years = set(_YEAR.findall(_title(layout)))
    return int(next(iter(years))) if len(years) == 1 else 0


def _words_of_head(column: FreeTableColumn) -> set[str]:
    head = _UNIT.sub(" ", folded(f"{column.span} {column.head}"))
    return set(re.findall(r"[^\W_]+", _DAY.sub(lambda match: match[1] or match[2], head)))


def _has_numbers(layout: FreeLayout, column: FreeTableColumn) -> bool:
    return any(isinstance(getattr(line.entry.row, column.field), Decimal) for line in layout.lines)


def _measures(layout: FreeLayout, column: FreeTableColumn, heading: str) -> tuple[str, ...]:
    """The measures that a column may be of: the budgets where it says so, either where something around it does."""
    if _words_of_head(column) & _OF_BUDGET:
        return _BUDGETS
    return ("", *_BUDGETS) if "budget" in folded(f"{_title(layout)} {heading}") else ("",)


def _number(
    layout: FreeLayout, line: FreeLine, column: FreeTableColumn, known: Known
) -> tuple[Decimal, Decimal, str] | None:
    """A cell's number in kronor or as a share, what its shown digits leave open, and which of the two it is."""
    raw = getattr(line.entry.row, column.field)
    if raw is None and line.kind in {SUBTOTAL, TOTAL} and column.unit in MONEY:
        figure = known.figures.get(FigureId(layout.cell(line, column), known.year))
        if figure is None or not isinstance(figure.value, Decimal):
            return None
        return figure.value, UNIT_FACTORS[column.unit] * max(1, len(figure.leaves())) / 2, KRONOR
    if not isinstance(raw, Decimal):
        return None
    form, unit = form_of(raw), _unit_at(layout, line, column, raw)
    decimals = int(layout.table.decimals) if layout.table.decimals else form.decimals if form else None
    half = Decimal(5).scaleb(-decimals - 1) if decimals is not None else half_of_last_digit(raw)
    if unit == SHARE:
        return share_of(raw), half / 100, SHARE
    if unit not in MONEY:
        return None
    factor = UNIT_FACTORS[unit]
    return raw * factor, max(half, _round_half(raw)) * factor if factor == 1 else half * factor, KRONOR


def _unit_at(layout: FreeLayout, line: FreeLine, column: FreeTableColumn, raw: Decimal) -> str:
    """What a number is in: what stands behind it, what its row says, its column's unit, or what the heads say."""
    form, label = form_of(raw), str(line.entry.row.label)
    said = UNIT_OF.get(folded(form.suffix), "") if form else ""
    said = said or (SHARE if layout.is_share(line, column) else "") or _said_unit(label)
    if said or column.unit != COUNT:
        return said or column.unit
    return next(filter(None, map(_said_unit, (str(column.head), column.span, layout.corner, _title(layout)))), "")


def _round_half(value: Decimal) -> Decimal:
    """Half of the last digit of kronor that end in noughts, but never more than a hundredth of them."""
    digits = str(abs(int(value)))
    noughts = len(digits) - len(digits.rstrip("0"))
    return min(Decimal(10) ** noughts / 2, abs(value) / 100)


def _said_unit(text: str) -> str:
    found = _UNIT.search(folded(text))
    return UNIT_OF.get(found[0], SHARE) if found else ""


def _agrees(value: Decimal, bound: Decimal, figure: Figure) -> bool:
    """Whether a number is a figure; a cost, a debt or an income may have either sign, a result and a change not."""
    if abs(value - figure.amount) <= bound:
        return True
    is_signed = re.search(r"resultat|kassaflöde|kapital|förändring|ökning|soliditet", folded(figure.label))
    return not is_signed and abs(value + figure.amount) <= bound
