"""What a template may rely on: base's templates and their blocks, read from the templates, and the variables.

The contract's version is ``look.settings.CONTRACT``. A test holds that every block and every variable is described.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from types import MappingProxyType

from generator.document.view import parts as view
from generator.ground.places import base_folder
from generator.look.folders import base_templates, text_of_file

_BLOCK = re.compile(
    r"(?:\{#\s*(?P<told>(?:(?!#\}).)*?)\s*#\}(?:(?!\{#|\{%-?\s*block).)*?)?\{%-?\s*block\s+(?P<name>\w+)", re.DOTALL
)
_BEGINS = re.compile(r"\{#\s*(.*?)\s*#\}", re.DOTALL)
_EXTENDS = re.compile(r"\{%\s*extends\s+\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block of a template and what its comment says of it."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class TemplateContract:
    """A template of base: what it draws, which one it builds on, and its own blocks."""

    name: str
    told: str
    extends: str
    blocks: tuple[BlockText, ...]


def base_contract() -> Iterator[TemplateContract]:
    """The templates of base, in order of name."""
    for name in base_templates():
        text = text_of_file(base_folder() / name) or ""
        begins, extends = _BEGINS.match(text), _EXTENDS.search(text)
        blocks = (BlockText(match["name"], match["told"] or "") for match in _BLOCK.finditer(text))
        yield TemplateContract(name, begins[1] if begins else "", extends[1] if extends else "", tuple(blocks))


VARIABLES: MappingProxyType[tuple[str, type], MappingProxyType[str, str]] = MappingProxyType(
    {
        ("report", view.ReportView): MappingProxyType(
            {
                "name": "förbundets namn",
                "short_name": "kortnamnet, eller hela namnet om det saknas",
                "year": "räkenskapsåret, som tal",
                "title": "Årsredovisning och året",
                "state": "märket Arbetsutkast eller Utkast; tomt i den slutliga rapporten",
                "organisation_number": "organisationsnumret",
                "seat": "sätet",
                "decision_date": "beslutsdagen, som 5 mars 2021",
                "diary_number": "diarienumret",
                "website": "webbadressen",
                "logo": "logotypens adress, för src",
                "contents": "innehållsförteckningens rader, av slaget line",
                "blocks": "rapportens delar i ordning, av slaget block",
            }
        ),
        ("line", view.ContentsView): MappingProxyType(
            {
                "level": "rubrikens nivå, från 1",
                "number": "rubrikens nummer, eller tomt",
                "heading": "rubriken",
                "anchor": "ankaret som länken leder till",
            }
        ),
        ("block", view.BlockView): MappingProxyType(
            {
                "template": "namnet på delens sidmall, utan .html",
                "heading": "rubriken, eller tomt",
                "level": "rubrikens nivå, från 1; 0 utan rubrik",
                "number": "rubrikens nummer, eller tomt",
                "anchor": "ankaret, för id",
                "text": "den löpande texten, som färdig HTML",
                "table": "tabellen med belopp, av slaget table, eller inget",
                "content": "det som delens egen sidmall visar; se hur sidmallen i grundutseendet använder det",
                "new_page": "om delen börjar på en ny sida",
                "caption": "det som står över en egen tabell eller ett diagram, med nummer om det har ett",
            }
        ),
        ("table", view.TableView): MappingProxyType(
            {
                "anchor": "ankaret, för id; tomt där tabellen inte ska ha något",
                "title": "tabellens rubrik",
                "unit": "enheten, som Belopp i kr",
                "spans": "rubrikerna ovanför kolumnernas, av slaget span; inga i de flesta tabeller",
                "heads": "kolumnernas rubriker, av slaget head",
                "rows": "raderna, av slaget row",
                "notes": "förklaringarna under tabellen",
                "has_references": "om tabellen har en kolumn med nothänvisningar",
                "keep": "om tabellen ryms på en sida och inte ska delas",
            }
        ),
        ("span", view.SpanView): MappingProxyType(
            {"text": "rubriken, eller tomt", "columns": "hur många kolumner den står över"}
        ),
        ("head", view.HeadView): MappingProxyType(
            {
                "lines": "rubrikens rader",
                "kind": "klasserna: amount, eller words för en kolumn med ord, med narrow där allt är kort",
            }
        ),
        ("row", view.RowView): MappingProxyType(
            {
                "kind": "heading, row, part, rounding, subtotal eller total",
                "level": "hur långt in raden står, från 0",
                "label": "radens text",
                "references": "nothänvisningarna, av slaget reference",
                "cells": "cellernas texter, färdigskrivna",
                "marks": "klasserna för symbolen före varje cells text; tomma för de flesta",
            }
        ),
        ("reference", view.ReferenceView): MappingProxyType(
            {"number": "notens nummer", "anchor": "ankaret som länken leder till"}
        ),
    }
)
"""What every template sees, by the name that base's templates call it, and what each part of it is."""

LOOK_VARIABLES = MappingProxyType(
    {
        "variables": "alla inställningar som CSS-variabler",
        "classes": "klasserna för de val som är gjorda, för html-elementet",
        "style_sheets": "adresserna till mallens stil.css",
        "cover_picture": "omslagsbildens adress, eller tomt",
    }
)
"""What ``look`` holds besides the settings, which have the names of the tables of settings."""


def undescribed() -> Iterator[str]:
    """Blocks, templates and variables that the contract does not describe, or describes without their being there."""
    for template in base_contract():
        yield from ([] if template.told else [template.name])
        yield from (f"{template.name}: {block.name}" for block in template.blocks if not block.told)
    for (name, kind), told in VARIABLES.items():
        there = {each.name for each in fields(kind)}
        yield from (f"{name}.{each}" for each in sorted(there ^ set(told)))
