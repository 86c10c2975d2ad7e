"""The tables of goals, an area in each: what is typed of them, and last how far they were reached."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.blocks.named_tables import named_table, wished_table
from generator.blocks.text_table import (
    Above,
    Lines,
    Marked,
    Prose,
    TextCell,
    TextTable,
    template_of,
    text_columns,
    text_table,
)
from generator.blocks.text_widths import fitted
from generator.figures.table import Table
from generator.ground.formatting import capital_first
from generator.ground.names import Name, folded
from generator.model.columns import LongTextColumn
from generator.model.rows import column_of
from generator.model.underlag import Underlag
from generator.subjects.goals.rows import COLUMNS, NAME, Goal
from generator.subjects.goals.rows_areas import Area, areas, has_own_verdicts, heads_of, parts_of, scale, verdict_on
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

USUAL = Layout("en kolumn för varje uppgift", "Det som är ifyllt i var sin kolumn, bedömningen sist.")
TWO = Layout("två kolumner", "Målet med allt som hör till det i en kolumn, bedömningen i den andra.")
BESIDE = Layout("mål, målvärde, utfall, bedömning", "Dessa kolumner; annat om målet står under det.")
COMMENTED = Layout("mål, målvärde, utfall, bedömning, kommentar", "Dessutom kommentaren i en egen kolumn.")
"""Lists of columns that are offered; any other may be typed."""
ASSESSMENT, COMMENT = "Måluppfyllelse", "Kommentar"

ASSESSMENT_WEIGHT, ALONE, COMMENT_WEIGHT = 6, 12, 7
"""The weight of the assessment's column; wider where it stands alone beside the goal and tells everything."""

VERDICT = "Samlad bedömning"

OF_ONE_ROW = ("target", "outcome", "last_year")
"""What belongs to one row alone, also where the row continues a goal: left empty it is empty."""


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
            heading = _heading(area, every, placement)
            yield Block(
                heading=heading,
                level=min(placement.level + 1, DEEPEST) if heading else 0,
                content=tables[area.number],
                template=template_of(tables[area.number]),
            )


def _heading(area: Area, every: Sequence[Area], placement: Placement) -> str:
    """An area's heading with its number; none where the block above says it, or heads the only area there is."""
    above = folded(placement.heading)
    if not area.name or folded(area.name) in above or (above and len(every) == 1):
        return ""
    return f"Mål {area.number} – {area.name}" if len(every) > 1 else str(area.name)


def _tables(every: Sequence[Area], marks: Mapping[Name, tuple[str, str]], placement: Placement) -> dict[int, TextTable]:
    """Make a table of each area, by its number. Those that have the same columns have them of the same widths."""
    alike: dict[tuple[str, ...], list[Area]] = {}
    for area in every:
        alike.setdefault(_shown(area, every, placement.layout), []).append(area)
    tables = {}
    for shown, group in alike.items():
        rows = {area.number: tuple(_rows(area, shown, marks, placement)) for area in group}
        heads = {area.number: _heads(area, every, shown, placement) for area in group}
        for own in dict.fromkeys(heads.values()):
            of = [area for area in group if heads[area.number] == own]
            columns = fitted(text_columns(own, _weights(shown)), [row for area in of for row in rows[area.number]])
            for area in of:
                tables[area.number] = text_table(f"goals-{area.number}", columns, rows[area.number])
    return tables


def _shown(area: Area, every: Sequence[Area], layout: Name) -> tuple[str, ...]:
    """The columns of an area's table, in order: those of the layout that something is typed in, and the assessment."""
    if layout == TWO:
        return ("goal", "assessment")
    typed = _typed([area])
    if layout in ("", USUAL):
        return (*(field for field in PARTS if field == "goal" or field in typed), "assessment")
    fields = {Name(name): field for field, name in COLUMNS.items()}
    listed = [fields[word] for word in (Name(word.strip()) for word in layout.split(",")) if word in fields]
    typed = _typed(every)
    kept = [field for field in listed if field in {"goal", "assessment"} or field in typed]
    last = () if "assessment" in kept or not {"assessment", "shown_table", "comment"} & typed else ("assessment",)
    return (*(() if "goal" in kept else ("goal",)), *kept, *last)


def _typed(of: Iterable[Area]) -> frozenset[str]:
    """The fields that something is typed in."""
    goals = [entry.row for area in of for entry in area.entries]
    return frozenset(field for field in Goal.model_fields if any(getattr(goal, field) for goal in goals))


def _heads(area: Area, every: Sequence[Area], shown: Sequence[str], placement: Placement) -> tuple[str, ...]:
    """The columns' heads: the association's own, or the usual ones. A table of all goals has no sub-goals."""
    usual = {field: head for field, (head, _) in PARTS.items()} | {"assessment": ASSESSMENT, "comment": COMMENT}
    if not area.name:
        usual["goal"] = "Mål"
    elif (
        len(every) == 1 and not _heading(area, every, placement) and folded(area.name) not in folded(placement.heading)
    ):
        usual["goal"] = str(area.name)  # the only area's name stands here, where it heads nothing
    own = heads_of(area.name, placement.derived.underlag)
    return tuple(own.get(field, usual[field]) for field in shown)


def _weights(shown: Sequence[str]) -> tuple[int, ...]:
    weights = {field: weight for field, (_, weight) in PARTS.items()} | {"comment": COMMENT_WEIGHT}
    weights["assessment"] = ASSESSMENT_WEIGHT if len(shown) > 2 else ALONE  # noqa: PLR2004 - beside the goal alone
    return tuple(weights[field] for field in shown)


def _rows(
    area: Area, shown: Sequence[str], marks: Mapping[Name, tuple[str, str]], placement: Placement
) -> Iterator[tuple[TextCell, ...]]:
    """The area's goals, each with the rows that continue it, and last the verdict on all of them."""
    beneath = tuple(field for field in PARTS if field not in shown)
    for entries in parts_of(area.entries):
        own = (*OF_ONE_ROW, *(("assessment",) if has_own_verdicts(entries) else ()))
        for number, entry in enumerate(entries):
            goal = _in_one(_in_markdown(entry.row), beneath)
            cells = _cells(goal, shown, marks, tuple(_shown_tables(goal, placement)))
            yield tuple(
                Above() if number and field not in own and _is_empty(cell) else cell
                for cell, field in zip(cells, shown, strict=True)
            )
    verdict = verdict_on(area.name, placement.derived.underlag)
    if verdict:
        judged = Goal(goal=f"**{VERDICT}**", assessment=verdict.assessment, comment=markdown_of(verdict.comment))
        yield tuple(_cells(judged, shown, marks, ()))


def _is_empty(cell: TextCell) -> bool:
    match cell:
        case Prose(text):
            return not text
        case Marked():
            return not (cell.word or cell.remark.text or cell.tables)
        case Lines(lines):
            return not any(lines)
    return False


def _shown_tables(goal: Goal, placement: Placement) -> Iterator[Table]:
    for typed in goal.table_names:
        name, layout = wished_table(typed, placement.derived.underlag, placement.components)
        table = named_table(name, placement, but=NAME, layout=layout)
        yield from (table,) if table else ()


def _in_one(goal: Goal, beneath: Sequence[str]) -> Goal:
    """The goal with what has no column of its own beneath."""
    told = (
        f"{PARTS[field][0]}: {text if field in LONG else words_of(text)}" if field in SHORT else text
        for field in beneath
        if (text := getattr(goal, field))
    )
    return goal.model_copy(update={"goal": "\n\n".join(filter(None, (goal.goal, *told)))})


def _in_markdown(goal: Goal) -> Goal:
    """The goal with what its cells show as Markdown, but for what stands alone as it was typed."""
    return goal.model_copy(update={field: markdown_of(getattr(goal, field)) for field in LONG if getattr(goal, field)})


def _cells(
    goal: Goal, shown: Sequence[str], marks: Mapping[Name, tuple[str, str]], tables: tuple[Table, ...]
) -> Iterator[TextCell]:
    """Long texts are Markdown, values of a few words stand as they were typed; tables stand where the comment does."""
    word = capital_first(goal.assessment)
    mark, tone = marks.get(goal.assessment, ("", ""))
    apart = "comment" in shown
    for field in shown:
        text = getattr(goal, field)
        if field == "assessment":
            yield Marked(mark, word, Prose("" if apart else goal.comment), tone, () if apart else tables)
        elif field == "comment":
            yield Marked("", "", Prose(text), "", tables)
        else:
            yield Prose(text) if field in LONG else Lines((text,))


COMPONENT = Component(
    NAME,
    "Målen område för område: mål, aktivitet och måluppfyllelse. Namn: ett område; tomt visar alla.",
    blocks,
    names=area_names,
    layouts=(USUAL, TWO, BESIDE, COMMENTED),
    listed=tuple(COLUMNS.values()),
)
