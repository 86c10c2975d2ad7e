"""The year in brief (*året i korthet*): a few large figures, how many goals were reached, and charts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.blocks.block import Block, Component, Placement
from generator.blocks.chart import TEMPLATE as CHART
from generator.blocks.content import Content
from generator.blocks.layout import Layout
from generator.blocks.sentence import Quantity, Sentence, quantity
from generator.figures.figure import Figure, FigureId, Masked
from generator.figures.table import meaning_of, short_years
from generator.ground.formatting import NO_BREAK_SPACE, capital_first
from generator.ground.names import Name
from generator.model.association import Width
from generator.subjects.goals.figures import TOTAL, code_of_step, steps
from generator.subjects.goals.rows_areas import scale
from generator.subjects.year_in_brief.figures import NAMES, Compared, compared, usual
from generator.subjects.year_in_brief.figures_charts import MOST as MOST_CHARTS
from generator.subjects.year_in_brief.figures_charts import charts

NAME = "Året i korthet"
GOALS, CHARTS = "Mål", "Diagram"
MOST, FOUR = 6, 4

WHOLE = Layout("sex tal, mål och diagram", "Upp till sex tal, målen i korthet och högst två diagram.")
WITH_GOALS = Layout("sex tal och mål", "Upp till sex tal och målen i korthet.")
WITH_CHARTS = Layout("sex tal och diagram", "Upp till sex tal och högst två diagram.")
SIX = Layout("sex tal", "Bara talen, upp till sex.")
ONLY_FOUR = Layout("fyra tal", "Bara talen, upp till fyra.")

LONGEST_LABEL = {2: 40, 3: 24}
"""Letters of a label that fits on a line above its number, by how many stand side by side."""

ROUNDED = "Talen är avrundade var för sig. Därför kan en förändring skilja sig från skillnaden mellan talen."


@dataclass(frozen=True, slots=True)
class KeyNumber(Content):
    """A large figure with last year's."""

    kind: ClassVar[str] = "KeyNumber"

    label: Annotated[str, "vad talet är"]
    number: Annotated[Quantity, "talet, som text"]
    unit: Annotated[str, "enheten efter talet, eller tomt"]
    direction: Annotated[str, "up, down eller level, för klassen mark-…; tomt utan fjolår"]
    change: Annotated[Sentence | None, "förändringen i ord, som 27 000 kr mer än 2019, eller inget"]
    before: Annotated[Sentence | None, "fjolårets tal med sitt år, eller inget"]
    is_tall: Annotated[bool, "om något tal i samma rad heter så mycket att det kan behöva två rader"]


@dataclass(frozen=True, slots=True)
class GoalStep(Content):
    """A step of the scale with the number of goals on it."""

    kind: ClassVar[str] = "GoalStep"

    mark: Annotated[str, "märkets namn, för klassen mark-…; tomt utan märke"]
    tone: Annotated[str, "märkets ton, för klassen tone-…; oftast tom"]
    word: Annotated[str, "bedömningen"]
    number: Annotated[Quantity, "antalet mål, som text"]


@dataclass(frozen=True, slots=True)
class YearInBrief(Content):
    """What the template shows: the figures, then the goals."""

    kind: ClassVar[str] = "YearInBrief"
    template: ClassVar[str] = "year_in_brief"

    numbers: Annotated[tuple[KeyNumber, ...], "de stora talen"]
    columns: Annotated[int, "hur många tal som står i bredd"]
    notes: Annotated[tuple[str, ...], "förklaringarna till talen"]
    goals: Annotated[Sentence | None, "en mening om målen, eller inget"]
    steps: Annotated[tuple[GoalStep, ...], "bedömningarna med antalet mål, eller inga"]


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the figures with the goals, and the charts side by side below."""
    shown, has_goals, has_charts = _wanted(placement)
    goals, told = _goals(placement) if has_goals else ((), None)
    if shown or goals:
        columns = 2 if len(shown) in (2, 4) else 3
        content = YearInBrief(tuple(_numbers(shown, columns)), columns, tuple(_notes(shown)), told, goals)
        yield Block(content=content, template=YearInBrief.template)
    drawn = charts(placement) if has_charts else []
    width = Width.HALF if len(drawn) == MOST_CHARTS else Width.WHOLE
    for each in drawn:
        yield Block(content=each.chart, template=CHART, caption=each.title, width=width)


def _wanted(placement: Placement) -> tuple[list[Compared], bool, bool]:
    """The figures that are wanted; whether the goals are, and charts."""
    layout, derived, style = placement.layout, placement.derived, placement.style
    if layout in ("", *LAYOUTS):
        shown = usual(FOUR if layout == ONLY_FOUR else MOST, derived, style)
        return shown, layout in ("", WHOLE, WITH_GOALS), layout in ("", WHOLE, WITH_CHARTS)
    words = [Name(word.strip()) for word in layout.split(",")]
    known = {Name(name): name for name in NAMES}
    found = (compared(known[word], derived, style) for word in words if word in known)
    return [each for each in found if each], Name(GOALS) in words, Name(CHARTS) in words


def _numbers(shown: Sequence[Compared], columns: int) -> Iterator[KeyNumber]:
    """The numbers; where one of a row is called much, all of the row have room for it."""
    for place, each in enumerate(shown):
        first = place - place % columns
        is_tall = any(len(other.label) > LONGEST_LABEL[columns] for other in shown[first : first + columns])
        unit = each.now.unit_word
        yield KeyNumber(each.label, each.now, unit, each.direction, each.change, _before(each), is_tall)


def _before(shown: Compared) -> Sentence | None:
    """Last year's number with its year; in words where nobody has stated it."""
    if shown.before is None:
        return None
    year = shown.before.of.key.year
    if shown.before.number is None and not isinstance(shown.before.of.value, Masked):
        return Sentence((f"Uppgift saknas för{NO_BREAK_SPACE}{year}",))
    return Sentence((f"{year}: ", *shown.before.with_unit))


def _goals(placement: Placement) -> tuple[tuple[GoalStep, ...], Sentence | None]:
    """The steps that any goal is on, and a sentence of how many reached the best; nothing without goals."""
    derived = placement.derived
    marks = scale(derived.underlag)
    counts = [(word, _count(code_of_step(word), placement)) for word in steps(derived.underlag)]
    total = _count(TOTAL, placement)
    if total is None:
        return (), None
    found = tuple(
        GoalStep(*marks.get(Name(word), ("", "")), capital_first(word), count)
        for word, count in counts
        if count is not None
    )
    best, reached = counts[0]
    start: tuple[str | Quantity, ...] = ("Av ", total, " mål fick ")
    end: tuple[str | Quantity, ...] = (reached,) if reached else ("inget",)
    return found, Sentence((*start, *end, f" bedömningen {best}."))


def _count(code: str, placement: Placement) -> Quantity | None:
    figure = placement.derived.figures.get(FigureId(code, placement.derived.association.year))
    return quantity(figure, placement.style) if figure is not None and figure.amount else None


def _notes(shown: Sequence[Compared]) -> Iterator[str]:
    """What a protected number means, that a year was short, and that the numbers are rounded, each said once."""
    figures: list[Figure] = [each.of for pair in shown for each in (pair.now, pair.before) if each]
    yield from dict.fromkeys(meaning_of(each.value) for each in figures if isinstance(each.value, Masked))
    yield from short_years(figure.period for figure in figures)
    if any(each.is_rounded for each in shown):
        yield ROUNDED


LAYOUTS = (WHOLE, WITH_GOALS, WITH_CHARTS, SIX, ONLY_FOUR)
COMPONENT = Component(
    NAME,
    "Årets viktigaste tal mot fjolåret, målen i korthet och diagram, att ha först i rapporten. Utformning: hur mycket "
    "som visas, eller de tal ni vill ha.",
    blocks,
    layouts=LAYOUTS,
    listed=(*NAMES, GOALS, CHARTS),
    content=YearInBrief,
    in_series=False,
)
