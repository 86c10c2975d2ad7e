"""The list of contents (*innehållsförteckning*): headings, and if wished tables, diagrams and appendices."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.blocks.block import Block, Component, Placement
from generator.blocks.content import Content
from generator.blocks.layout import Layout
from generator.subjects.appendices.rows import NumberedAppendix, numbered, targets_of

HEADINGS = Layout("rubriker", "Rubrikerna med sidnummer.")
TABLES = Layout("med tabeller och diagram", "Efter rubrikerna de numrerade tabellerna och diagrammen, med sidnummer.")
APPENDICES = Layout("med bilagor", "Efter rubrikerna bilagorna, på samma sida.")
EVERYTHING = Layout("med tabeller, diagram och bilagor", "Efter rubrikerna tabellerna, diagrammen och bilagorna.")


@dataclass(frozen=True, slots=True)
class Contents(Content):
    """What the template shows besides the report's headings."""

    kind: ClassVar[str] = "Contents"
    template: ClassVar[str] = "contents"

    tables: Annotated[bool, "om de numrerade tabellerna och diagrammen (report.listed) är med"]
    appendices: Annotated[tuple[NumberedAppendix, ...], "bilagorna, om de är med"]


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the list of contents; the template fills it from all blocks."""
    underlag = placement.derived.underlag
    appendices = placement.layout in (APPENDICES, EVERYTHING)
    yield Block(
        content=Contents(placement.layout in (TABLES, EVERYTHING), numbered(underlag) if appendices else ()),
        template=Contents.template,
        targets=targets_of(underlag) if appendices else (),
    )


COMPONENT = Component(
    "Innehållsförteckning",
    "Rubrikerna med sidnummer, och om det önskas tabeller, diagram och bilagor.",
    blocks,
    layouts=(HEADINGS, TABLES, APPENDICES, EVERYTHING),
    content=Contents,
)
