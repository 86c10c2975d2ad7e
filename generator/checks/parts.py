"""The parts and notes that the law asks for: are they in the report, wherever they stand in it.

Judged by what is written, not by place: RKR R15 leaves open where a part stands, and one sentence may be all of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.blocks.case import Case
from generator.checks.messages_parts import PART_MISSING, PARTS_REMAIN
from generator.findings.finding import Finding
from generator.ground.formatting import enumerated
from generator.ground.names import folded
from generator.model.association import ReportState
from generator.model.columns import LongTextColumn
from generator.model.registers import Note, OutlineBlock
from generator.model.rows import columns
from generator.model.values import shown
from generator.statements.lines import LINES

_OWNED = tuple(
    LINES[code]
    for code in ("intangible_assets", "land_and_buildings", "machinery_and_equipment", "other_tangible_assets")
)
"""The lines whose useful life is told."""


def _always(case: Case) -> bool:
    del case
    return True


def _owns_things(case: Case) -> bool:
    return any(fact.amount for fact in case.derived.facts.on(*_OWNED)) if case.derived else False


@dataclass(frozen=True, slots=True)
class RequiredPart:
    """A part that the law asks for. Any of ``words`` in a heading, a component's name or a text shows that it is there.

    ``said`` is what to write where there is nothing to tell; ``when`` whether this report needs it.
    """

    name: str
    source: str
    words: tuple[str, ...]
    said: str
    when: Callable[[Case], bool] = _always


PARTS = (
    RequiredPart(
        "Översikt över verksamhetens utveckling",
        "11 kap. 1 § LKBR",
        ("översikt", "flerårs", "utveckling i sammandrag"),
        "Innehållet Flerårsöversikt med en kort text räcker",
    ),
    RequiredPart(
        "Händelser av väsentlig betydelse",
        "11 kap. 3 § LKBR",
        ("händelser av väsentlig", "väsentliga händelser", "händelser efter"),
        "Har inget hänt räcker en mening om det",
    ),
    RequiredPart(
        "Förväntad utveckling",
        "11 kap. 4 § LKBR",
        ("förväntad utveckling", "förväntade utveckling", "framtida utveckling", "framtiden", "framtidsutsikt"),
        "Några meningar räcker",
    ),
    RequiredPart(
        "Väsentliga personalförhållanden",
        "11 kap. 5 § LKBR",
        ("personal", "anställd"),
        "Saknar förbundet anställda räcker en mening om det",
    ),
    RequiredPart(
        "Utvärdering av god ekonomisk hushållning",
        "11 kap. 8 § LKBR",
        ("god ekonomisk hushållning", "god hushållning"),
        "Skriv styrelsens samlade bedömning av målen",
    ),
    RequiredPart(
        "Balanskravsresultat",
        "11 kap. 10 § LKBR",
        ("balanskrav",),
        "Innehållet Balanskravsutredning räcker",
    ),
    RequiredPart(
        "Driftredovisning",
        "4 kap. 1 § och 10 kap. 1 § LKBR",
        ("driftredovisning",),
        "Lägg till innehållet Driftredovisning",
    ),
    RequiredPart(
        "Investeringsredovisning",
        "4 kap. 1 § och 10 kap. 2 § LKBR",
        ("investering",),
        "Har inga investeringar gjorts räcker en mening om det",
    ),
    RequiredPart(
        "Not om redovisningsprinciper",
        "9 kap. 4 § LKBR",
        ("redovisningsprincip", "värderingsprincip", "redovisnings- och värderingsprincip"),
        "Skriv vilka principer som har följts",
    ),
    RequiredPart(
        "Not om kostnad för räkenskapsrevision",
        "9 kap. 13 § LKBR",
        ("räkenskapsrevision",),
        "Skriv i en not vad revisorernas granskning av räkenskaperna har kostat",
    ),
    RequiredPart(
        "Not om nyttjandeperioder",
        "9 kap. 9 § LKBR",
        ("nyttjandeperiod", "nyttjandetid", "avskrivningstid"),
        "Skriv den genomsnittliga nyttjandeperioden i en not",
        _owns_things,
    ),
)


def parts_are_there(case: Case) -> Iterator[Finding]:
    """Every part and note that the law asks for is in the report (4, 9, 10 and 11 kap. LKBR)."""
    if not case.underlag.raw[OutlineBlock].rows:
        return  # that nothing at all is placed is told of the statements
    written, place = folded("\n".join(_written(case))), (case.underlag.place(OutlineBlock),)
    missing = [part for part in PARTS if part.when(case) and not any(word in written for word in part.words)]
    if missing and case.state is ReportState.IN_PROGRESS:
        yield PARTS_REMAIN.found(*place, parts=enumerated([part.name for part in missing]))
        return
    for part in missing:
        yield PART_MISSING.found(*place, part=part.name, source=part.source, said=part.said)


def _written(case: Case) -> Iterator[str]:
    """All headings and texts of the report, and the names of what is placed in it."""
    for row in case.underlag.raw[OutlineBlock].rows:
        yield from (shown(row.cells[field].value) for field in ("heading", "content") if field in row.cells)
    for entry in case.underlag.of(Note):
        yield from (entry.row.key, entry.row.title)
    for model, entries in case.underlag.entries.items():
        fields = [column.name for column in columns(model) if isinstance(column.kind, LongTextColumn)]
        yield from (getattr(entry.row, field) for entry in entries for field in fields if field not in model.unprinted)
    yield from (text.markdown for text in case.texts)
