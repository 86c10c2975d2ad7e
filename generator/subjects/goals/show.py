"""The tables of goals, an area in each: what is typed of them, and last how far they were reached."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.blocks.named_tables import named_table
from generator.blocks.text_table import (
    TEMPLATE,
    Lines,
    Marked,
    Prose,
    TextCell,
    TextTable,
    WordColumn,
    text_columns,
    text_table,
)
from generator.blocks.text_widths import fitted
from generator.figures.table import Table
from generator.ground.names import Name
from generator.model.columns import LongTextColumn
from generator.model.rows import column_of
from generator.model.underlag import Underlag
from generator.subjects.goals.rows import NAME, Area, Goal, areas, scale, verdict_on
from generator.texts.cells import markdown_of, words_of

DEEPEST = 4
"""The deepest level of an area's heading."""

PARTS = {
    "goal": ("Delmål", 6),
    "indicator": ("Indikator", 5),
    "activity": ("Aktivitet", 7),
    "target": ("Målvärde", 3),
    "outcome": ("Utfall", 3),
    "last_year": ("Fg år", 3),
}
"""The columns that a table of goals may have beside the assessment: head and weight."""

SHORT = ("indicator", "target", "outcome", "last_year")
"""What is led in by its name where it stands beneath the goal."""

LONG = tuple(field for field, info in Goal.model_fields.items() if isinstance(column_of(info), LongTextColumn))
"""What may be of several lines."""

USUAL = Layout("en kolumn för varje uppgift", "Mål, indikator, aktivitet, målvärde och utfall i var sin kolumn.")
TWO = Layout("två kolumner", "Målet med allt som hör till det i en kolumn, bedömningen i den andra.")
ASSESSMENT = "Måluppfyllelse"

ASSESSMENT_WEIGHT, ALONE = 6, 12
"""The weight of the assessment's column; wider where it stands alone beside the goal and tells everything."""

VERDICT = "Samlad bedömning"


def area_names(underlag: Underlag) -> dict[Name, tuple[Name, ...]]:
    """The areas that a block of the outline may show alone."""
    return {area.name: (area.name,) for area in areas(underlag) if area.name}


def blocks(placement: Placement) -> Iterator[Block]:
    """Place each area's goals under the area's heading, or those of one area alone."""
    underlag = placement.derived.underlag
    every = areas(underlag)
    tables = _tables(every, scale(underlag), placement)
    for area in every:
        if placement.name in ("", area.name):
            heading = f"Mål {area.number} – {area.name}" if area.name and len(every) > 1 else str(area.name)
            yield Block(
                heading=heading,
                level=min(placement.level + 1, DEEPEST) if heading else 0,
                content=tables[area.number],
                template=TEMPLATE,
            )


def _tables(every: Iterable[Area], marks: Mapping[Name, tuple[str, str]], placement: Placement) -> dict[int, TextTable]:
    """Make a table of each area, by its number. Those that have the same columns have them of the same widths."""
    alike: dict[tuple[str, ...], list[Area]] = {}
    two = placement.layout == TWO
    for area in every:
        alike.setdefault(("goal",) if two else _shown(area), []).append(area)
    tables = {}
    for shown, group in alike.items():
        rows = {area.number: tuple(_rows(area, shown, marks, placement)) for area in group}
        columns = fitted(_columns(shown), [row for area in group for row in rows[area.number]])
        for area in group:
            heads = columns if area.name else (replace(columns[0], head="Mål"), *columns[1:])
            tables[area.number] = text_table(f"goals-{area.number}", heads, rows[area.number])
    return tables


def _rows(
    area: Area, shown: Sequence[str], marks: Mapping[Name, tuple[str, str]], placement: Placement
) -> Iterator[tuple[TextCell, ...]]:
    """The area's goals, and last the verdict on all of them."""
    for entry in area.entries:
        written = _in_markdown(entry.row)
        goal = _in_one(written) if placement.layout == TWO else written
        tables = filter(None, (named_table(name, placement, but=NAME) for name in goal.table_names))
        yield (*_texts(goal, shown), _assessment(goal, marks, tuple(tables)))
    verdict = verdict_on(area.name, placement.derived.underlag)
    if verdict:
        judged = Goal(goal=VERDICT, assessment=verdict.assessment, comment=markdown_of(verdict.comment))
        yield (Prose(f"**{VERDICT}**"), *(Lines(("",)) for _ in shown[1:]), _assessment(judged, marks))


def _in_one(goal: Goal) -> Goal:
    """The goal with what else is told of it beneath, for a table of two columns."""
    told = (
        f"{PARTS[field][0]}: {text if field in LONG else words_of(text)}" if field in SHORT else text
        for field in PARTS
        if field != "goal" and (text := getattr(goal, field))
    )
    return goal.model_copy(update={"goal": "\n\n".join((goal.goal, *told))})


def _in_markdown(goal: Goal) -> Goal:
    """The goal with what its cells show as Markdown, but for what stands alone as it was typed."""
    return goal.model_copy(update={field: markdown_of(getattr(goal, field)) for field in LONG if getattr(goal, field)})


def _shown(area: Area) -> tuple[str, ...]:
    """The columns that something is typed in."""
    goals = [entry.row for entry in area.entries]
    return tuple(field for field in PARTS if field == "goal" or any(getattr(goal, field) for goal in goals))


def _columns(shown: Sequence[str]) -> tuple[WordColumn, ...]:
    weights = (*(PARTS[field][1] for field in shown), ASSESSMENT_WEIGHT if len(shown) > 1 else ALONE)
    return text_columns((*(PARTS[field][0] for field in shown), ASSESSMENT), weights)


def _texts(goal: Goal, fields: Sequence[str]) -> Iterator[TextCell]:
    """Long texts are Markdown, values of a few words stand as they were typed."""
    for field in fields:
        text = getattr(goal, field)
        yield Prose(text) if field in LONG else Lines((text,))


def _assessment(goal: Goal, marks: Mapping[Name, tuple[str, str]], tables: tuple[Table, ...] = ()) -> Marked:
    word = goal.assessment[:1].upper() + goal.assessment[1:]
    mark, tone = marks.get(goal.assessment, ("", ""))
    return Marked(mark, word, Prose(goal.comment), tone, tables)


COMPONENT = Component(
    NAME,
    "Målen område för område: mål, aktivitet och måluppfyllelse. Namn: ett område; tomt visar alla.",
    blocks,
    names=area_names,
    layouts=(USUAL, TWO),
)
