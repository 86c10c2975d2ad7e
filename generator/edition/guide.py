"""The guide to the JSON edition: the generated chapter of docs/json.md and the JSON Schema, both from the models."""

import json
from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.edition.schema import (
    AssociationPart,
    CellPart,
    ColumnPart,
    Edition,
    FigurePart,
    OperandPart,
    PeriodPart,
    RowPart,
    TableCellPart,
    TablePart,
)
from generator.ground.formatting import enumerated

_PARTS: dict[type[BaseModel], str] = {
    Edition: "Hela filen",
    AssociationPart: "Uppgifter om förbundet",
    FigurePart: "En siffra",
    OperandPart: "Det som en siffra är gjord av",
    CellPart: "En cell i arbetsboken",
    PeriodPart: "En tid",
    TablePart: "En tabell",
    ColumnPart: "En kolumn",
    RowPart: "En rad",
    TableCellPart: "En cell i en tabell",
}
"""The parts in the order in which one reads of them, and their headings."""

_KINDS = {"string": "text", "integer": "heltal", "array": "lista", "null": "null"}
_FORMATS = {"date": "datum, 2021-03-05"}


def chapters() -> dict[str, Iterator[str]]:
    """The generated chapters of docs/json.md, by their marks."""
    return {"delar": _parts()}


def json_schema() -> str:
    """The JSON Schema (draft 2020-12) of the edition."""
    return f"{json.dumps(Edition.model_json_schema(mode='serialization'), ensure_ascii=False, indent=2)}\n"


def _parts() -> Iterator[str]:
    for part, heading in _PARTS.items():
        yield from (f"### {heading}", "", "| Namn | Slag | Innehåll |", "| --- | --- | --- |")
        described = part.model_json_schema(mode="serialization")["properties"]
        for name, info in part.model_fields.items():
            yield f"| `{name}` | {_kind(info, described[name])} | {info.description} |"
        yield ""


def _kind(info: FieldInfo, described: dict[str, object]) -> str:
    """What a field holds, in words; a part of its own by its heading."""
    inside = [part for part in _PARTS if part in (info.annotation, *get_args(info.annotation))]
    options = described.get("anyOf")
    each = options if isinstance(options, list) else [described]
    words = dict.fromkeys(_word(option, inside) for option in each)
    return enumerated(list(words), "eller")


def _word(option: dict[str, object], inside: list[type[BaseModel]]) -> str:
    kind = _FORMATS.get(str(option.get("format"))) or _KINDS.get(str(option.get("type")), "text")
    if inside and (kind == "lista" or "$ref" in option or "allOf" in option):
        heading = _PARTS[inside[0]].lower()
        return f"lista: {heading}" if kind == "lista" else heading
    return kind
