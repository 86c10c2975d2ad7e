"""The tables of surveys: the answers to each question by group and sex, with response rates; few are not told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.blocks.block import TABLES, Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId
from generator.figures.table import (
    SHARES_SENTENCE,
    Cell,
    ColumnSpec,
    NilPolicy,
    RowKind,
    RowSpec,
    Table,
    TableRow,
    build_table,
    shown_number,
)
from generator.ground.formatting import COUNT, POINTS, capital_first, number, percent
from generator.ground.names import Name, slug
from generator.model.typed_number import NumberForm
from generator.model.underlag import Underlag
from generator.subjects.surveys.figures import CHANGES, COMPARED, COUNTED, HEADS, WITH_COUNTRY, WITH_LAST_YEAR, limit_of
from generator.subjects.surveys.rows import CODE, EVERYONE, ROUNDED, SURVEYS, Answers, Question, questions
from generator.subjects.surveys.show_in_row import with_rates

_ALL_ANSWERS = (".negative", ".neither", ".positive")
"""The ends of the codes of the answers that make up a question."""
_EXPLAINED = 2
"""The level of a heading that is a sentence about the rows by it."""

USUAL = Layout("alla svar", "Negativa, varken eller och positiva svar i procent, för varje grupp och kön.")
IN_ROW = Layout(
    "svarsfrekvens i raden", "Svaren, och i samma rad hur stor del av gruppen som tillfrågades och svarade."
)

TOO_FEW_OF_A_SEX = "Kvinnor och män redovisas inte var för sig: för få har svarat."
TOO_FEW = "Svaren redovisas inte: för få har svarat."
_ALONE = "alone"
"""The block of a group's only row: it stands under no other group's heading."""


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table of the question that the placement names; all of them where it names none."""
    for question in questions(placement.derived.underlag):
        if placement.name in ("", question.title):
            yield Block(
                table=_table(question, placement),
                template="free_table",
                caption=question.title,
                series=TABLES,
                called=(question.title,),
            )


def _table(question: Question, placement: Placement) -> Table:
    derived = placement.derived
    columns = (
        ColumnSpec(derived.association.year, suffix=f".{field}", head=head, optional=True)
        for field, head in _heads(placement.layout, derived.association.year)
    )
    spec = placement.style.spec(
        f"{CODE}-{slug(question.title)}", question.title, _rows(question, placement), columns, flow=True
    )
    table = _with_signs(build_table(spec, derived.figures))
    if placement.layout == IN_ROW:
        table = with_rates(table, question.groups, derived)
    notes = (*table.notes, *(() if all(_make_up_all(row, table) for row in table.rows) else (SHARES_SENTENCE,)))
    return replace(table, unit=COUNT, count_decimals=0, corner="Grupp", notes=notes)


def _heads(layout: Name, year: int) -> Iterator[tuple[str, str]]:
    """The columns of a layout, by what is added to a row's code, with their heads."""
    if layout not in COMPARED:
        yield from ((field, _divided(head)) for field, head in HEADS.items())
        return
    other, _ = CHANGES[COMPARED[layout]]
    yield COUNTED, HEADS[COUNTED]
    yield "positive", f"Positivt {year}"
    yield other, f"Positivt {year - 1}" if layout == WITH_LAST_YEAR else HEADS[other]
    yield COMPARED[layout], f"Skillnad, {POINTS}"


def _with_signs(table: Table) -> Table:
    """Show differences with their sign, and as many decimals as what they are the difference of."""
    rows = (replace(row, cells=tuple(map(_with_sign, row.cells))) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _with_sign(cell: Cell) -> Cell:
    if not isinstance(cell.of, Figure) or cell.of.unit != POINTS:
        return cell
    parts = (part.of.form for part in cell.of.operands if isinstance(part.of, Figure))
    return replace(cell, own_form=NumberForm(max((form.decimals or 0 for form in parts if form), default=0), plus=True))


def _make_up_all(row: TableRow, table: Table) -> bool:
    """Whether a row's answers add up to 100 % as they are shown, where they are all there and may be thought to."""
    cells = (cell for cell in row.cells if isinstance(cell.of, Figure) and cell.of.key.code.endswith(_ALL_ANSWERS))
    shown = [number for cell in cells if isinstance(number := shown_number(cell, table), Decimal)]
    missing = abs(sum(shown, start=Decimal(0)) - 1)
    return len(shown) < len(_ALL_ANSWERS) or not missing or missing > ROUNDED


def _rows(question: Question, placement: Placement) -> Iterator[RowSpec]:
    derived = placement.derived
    limit = limit_of(derived.underlag)
    for answers in question.groups:
        rows = [entry.row for entry in answers.entries]
        rates = "" if placement.layout == IN_ROW else _rates(answers, derived)
        if len(rows) == 1 and answers.group and not rows[0].words and not answers.is_hidden(rows[0], limit):
            # One row needs no heading above it: what is known of the group stands beneath.
            yield RowSpec(rows[0].code, answers.name, nil=NilPolicy.SHOW, block=_ALONE)
            yield from ([RowSpec(label=rates, kind=RowKind.HEADING, level=_EXPLAINED)] if rates else ())
            continue
        if answers.group:
            yield RowSpec(label=answers.name, kind=RowKind.HEADING)
            yield from ([RowSpec(label=rates, kind=RowKind.HEADING, level=_EXPLAINED)] if rates else ())
        for row in rows:
            if row.words:
                yield RowSpec(label=row.words, kind=RowKind.HEADING, level=_EXPLAINED)
            elif not answers.is_hidden(row, limit):
                yield RowSpec(row.code, capital_first(row.sex), nil=NilPolicy.SHOW)
            elif row.sex == EVERYONE:
                yield RowSpec(label=TOO_FEW, kind=RowKind.HEADING, level=_EXPLAINED)
        if answers.are_too_few(limit):
            yield RowSpec(label=TOO_FEW_OF_A_SEX, kind=RowKind.HEADING, level=_EXPLAINED)


def _rates(answers: Answers, derived: Derivation) -> str:
    """How much of the group was asked and answered; nothing where that is not known."""
    rate = answers.rate
    if rate is None:
        return ""

    told = (
        _told("undersökt population", rate.asked, f"{rate.code}.asked_share", derived),
        _told("svarande", rate.answers, f"{rate.code}.share", derived),
    )
    return capital_first(", ".join(filter(None, told)))


def _told(words: str, count: int | None, code: str, derived: Derivation) -> str:
    """How many they are, and their share; nothing where that is not known."""
    figure = derived.figures.get(FigureId(code, derived.association.year))
    if count is None or figure is None or not isinstance(figure.value, Decimal):
        return ""
    return f"{words} {percent(figure.value)} ({number(Decimal(count))} personer)"


def _divided(head: str) -> str:
    """A head that may be divided between its words."""
    return head.replace("Svarsfrekvens", "Svars\u00adfrekvens")


def names(underlag: Underlag) -> Mapping[Name, Sequence[str]]:
    """What the outline's column *Namn* may say."""
    return {question.title: (question.title,) for question in questions(underlag)}


COMPONENT = Component(
    SURVEYS,
    "Svaren på en fråga ur fliken Enkäter, grupp för grupp. Vilken skrivs i kolumnen Namn; tomt ger alla.",
    blocks,
    names=names,
    layouts=(USUAL, IN_ROW, WITH_LAST_YEAR, WITH_COUNTRY),
)
