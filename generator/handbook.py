"""The handbook's reference chapters: every tab and column from the models, every message from the rule book."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError

from generator.blocks.layout import Layout
from generator.checks.guarantees import GUARANTEES, Guarantee
from generator.findings.finding import Severity
from generator.findings.message import readable
from generator.findings.rule import Rule, RuleKind
from generator.ground.formatting import capital_first, enumerated, number
from generator.ground.limits import LIMITS
from generator.model.columns import AmountNow, Column, Free, Text, Value, Whole
from generator.model.law_parts import LAW_PARTS
from generator.model.next_year import NextYear, Takes
from generator.model.registers import COMPONENT_REGISTER
from generator.model.rows import Row, Section, Tab, columns, heading, rolls
from generator.model.shown_otherwise import shown_otherwise
from generator.model.text_kinds import TEXT_KINDS, Mark, TextKind
from generator.model.typed_number import TypedNumber
from generator.model.values import Formatted, shown
from generator.rule_book import by_kind, rule_book
from generator.subjects.registry import all_components, all_tabs


def with_reference(text: str) -> str:
    """Replace the generated chapters of the handbook's text, between their marks, by current ones.

    Raises:
        ValueError: a chapter's marks are not in the text.

    """
    chapters = {
        "kapitel": list(_contents(text)),
        "tecken": _marks(),
        "flikar": _tabs(),
        "innehåll": _components(),
        "utformning": _layouts(),
        "delar": _law_parts(),
        "meddelanden": _messages(),
        "gränser": _limits(),
        "procent": _per_cents(),
        "nästa år": _next_year(),
        "format": _formats(),
    }
    return with_chapters(text, chapters)


def with_chapters(text: str, chapters: Mapping[str, Iterable[str]]) -> str:
    """Replace what stands between the marks of each of ``chapters`` by its lines.

    Raises:
        ValueError: a chapter's marks are not in the text.

    """
    for name, lines in chapters.items():
        start, end = f"<!-- {name} -->\n", f"<!-- slut {name} -->"
        before, rest = text.split(start)
        text = before + start + "\n" + "\n".join(lines).strip("\n") + "\n\n" + end + rest.split(end)[1]
    return text


def anchor(title: str) -> str:
    """Where a heading is found in the handbook, as those who show Markdown name it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def headings(text: str) -> Iterator[tuple[int, str]]:
    """The headings of a text, each with its level."""
    for marks, title in re.findall(r"^(#{2,3}) (.+)$", text, re.MULTILINE):
        yield len(marks), title


def _contents(text: str) -> Iterator[str]:
    for level, title in headings(text):
        if level == _CHAPTER and title not in _BEFORE_CHAPTERS:
            yield f"- [{title}](#{anchor(title)})"


_CHAPTER, _BEFORE_CHAPTERS = 2, ("Hur gör jag …?", "Handbokens kapitel")


def _tabs() -> Iterator[str]:
    for tab in all_tabs():
        yield from _tab(tab)


def _tab(tab: Tab) -> Iterator[str]:
    yield from (f"### {tab.name}", "", tab.help, "")
    if tab.in_unit:
        yield "Enhet: kronor. Skriv tkr i cell B3 om alla belopp i fliken är i tusental kronor."
        yield ""
    for section in tab.sections:
        if section.title:
            yield from (f"**{section.title}.** {section.help}", "")
        yield from _section(section)
        yield ""
        yield from _written_in(section)


def _written_in(section: Section) -> Iterator[str]:
    """How per cents are written in a section, and which of its cells may have footnotes."""
    told = section.model.per_cents
    for when in dict.fromkeys(told.values()):
        titles = _spanned([heading(section.model, field) for field, each in told.items() if each == when])
        yield from (f"Procent ({titles}): {when}.", "")
    noted = [
        column.title
        for column in columns(section.model)
        if column.name not in section.model.unprinted
        and Mark.NOTE in (column.kind.text_kind.marks if column.kind.text_kind else ())
    ]
    if noted:
        yield from (f"Fotnot, `^[…]`, kan stå i: {_spanned(noted)}.", "")


def _spanned(titles: Sequence[str]) -> str:
    return f"{titles[0]}–{titles[-1]}" if len(titles) > _FEW else ", ".join(titles)


def _section(section: Section) -> Iterator[str]:
    yield f"| {'Uppgift' if section.form else 'Kolumn'} | Vad du fyller i | Val |"
    yield "| --- | --- | --- |"
    for column in columns(section.model):
        name = f"**{column.title}** (krävs)" if column.required else column.title
        yield f"| {name} | {column.help} | {'; '.join(column.kind.choices)} |"


def _marks() -> Iterator[str]:
    """Which marks work where, and which columns are of which kind of text."""
    yield f"| Du vill ha | Skriv | {' | '.join(kind.name for kind in TEXT_KINDS)} |"
    yield f"| --- | --- |{' --- |' * len(TEXT_KINDS)}"
    for mark in Mark:
        works = ("ja" if mark in kind.marks else "\u2013" for kind in TEXT_KINDS)
        yield f"| {mark.gives} | {mark.written} | {' | '.join(works)} |"
    yield ""
    for kind in TEXT_KINDS:
        yield f"- **{kind.name}**: {kind.about}{_columns_of(kind)}"


def _columns_of(kind: TextKind) -> str:
    """The columns whose texts are of a kind, by tab; not for names, which are most."""
    found = {
        tab.name: dict.fromkeys(
            column.title
            for section in tab.sections
            for column in columns(section.model)
            if column.kind.text_kind is kind and column.name not in section.model.unprinted
        )
        for tab in all_tabs()
    }
    listed = "; ".join(f"*{tab}*: {', '.join(titles)}" for tab, titles in found.items() if titles)
    return f" {listed}." if listed and kind.marks else ""


def _components() -> Iterator[str]:
    yield f"| {COMPONENT_REGISTER} | Visar |"
    yield "| --- | --- |"
    for _, component in sorted(all_components().items()):
        yield f"| {component.name} | {component.help} |"


def _layouts() -> Iterator[str]:
    yield f"| {COMPONENT_REGISTER} | Utformning | Visar |"
    yield "| --- | --- | --- |"
    alike: dict[tuple[Layout, ...], list[str]] = {}
    for _, component in sorted(all_components().items()):
        if component.layouts:
            alike.setdefault(component.layouts, []).append(component.name)
    for layouts, names in alike.items():
        yield f"| {enumerated(names)} | {layouts[0]} | *(den vanliga)* {layouts[0].shows} |"
        yield from (f"| | {layout} | {layout.shows} |" for layout in layouts[1:])
        if listed := all_components()[names[0]].listed:
            yield f"| | *en egen lista* | Kolumnerna i den ordning du räknar upp dem, av {', '.join(listed)}. |"


def _per_cents() -> Iterator[str]:
    yield "| Flik | Kolumn | Ett procenttal |"
    yield "| --- | --- | --- |"
    for tab in all_tabs():
        for section in tab.sections:
            told = section.model.per_cents
            for when in dict.fromkeys(told.values()):
                titles = [heading(section.model, field) for field, each in told.items() if each == when]
                yield f"| {tab.name} | {_spanned(titles)} | {when} |"


def _next_year() -> Iterator[str]:
    """What ``new --from`` empties, tab for tab, and what it takes from other columns."""
    yield "| Flik | Töms | Hämtas från |"
    yield "| --- | --- | --- |"
    for tab in all_tabs():
        ways = [
            (section.model, info.title or "", rolls(info))
            for section in tab.sections
            if not section.yearly and not _is_derived(section.model)
            for info in section.model.model_fields.values()
        ]
        emptied = ", ".join(dict.fromkeys(title for _, title, way in ways if way is NextYear.EMPTIED))
        taken = ", ".join(
            dict.fromkeys(
                f"{title} ← {' + '.join(heading(model, field) for field in (way.field, *way.more))}"
                for model, title, way in ways
                if isinstance(way, Takes)
            )
        )
        if emptied or taken:
            yield f"| {tab.name} | {emptied} | {taken} |"


def _is_derived(model: type[Row]) -> bool:
    """Whether next year's rows all follow from the year that ended."""
    return "derived_next_year" in vars(model)


_FEW = 7
_WRITTEN: tuple[tuple[str, object], ...] = (
    ("23 %, som text", "23 %"),
    ("0,23 med procentformat: 23 %", Formatted(0.23, "0%")),
    ("1 200 med kr i formatet: 1 200 kr", Formatted(1200, '#,##0" kr"')),
    ("1 200 med tkr i formatet: 1 200 tkr", Formatted(1200, '#,##0" tkr"')),
    ("1 200 000 i tusental med tkr i formatet: 1 200 tkr", Formatted(1200000, '#,##0," tkr"')),
    ("5 med < i formatet: <5", Formatted(5, '"<"0')),
    ("45 med ord i formatet: 45 st", Formatted(45, '0" st"')),
    ("1 200 000 i tusental: 1 200", Formatted(1200000, "#,##0,")),
    ("1 234,56 utan decimaler: 1 235", Formatted(1234.56, "#,##0")),
    ("−5 i rött eller inom parentes: (5)", Formatted(-5, "0;(0)")),
    ("−5 utan minus: 5", Formatted(-5, "0;0")),
    ("5 som inte visas", Formatted(5, ";;;")),
    ("1 som visas som Ja", Formatted(1, '"Ja";;"Nej"')),
    ("7 december 2021: 7-dec", Formatted(date(2021, 12, 7), "d-mmm")),
)
"""What stands in a cell, and what it shows."""
_READ_AS = {"Text": Text, "Belopp": AmountNow, "Tal": Value, "Egen tabell": Free, "Heltal": Whole}


def _formats() -> Iterator[str]:
    """What each kind of column makes of what a cell holds and shows, by reading it."""
    yield f"| Cellen innehåller och visar | {' | '.join(_READ_AS)} |"
    yield f"| --- |{' --- |' * len(_READ_AS)}"
    for what, cell in _WRITTEN:
        yield f"| {what} | {' | '.join(_read_as(kind, cell) for kind in _READ_AS.values())} |"


def _read_as(kind: Any, cell: object) -> str:
    column = next(part for part in get_args(kind) if isinstance(part, Column))
    differs = shown_otherwise(column, cell, Decimal(1)) if isinstance(cell, Formatted) else None
    if differs:
        return {Severity.ERROR: "fel"}.get(differs.rule.severity, "frågas")
    try:
        read = TypeAdapter(kind, config=ConfigDict(strict=True)).validate_python(cell)
    except ValidationError:
        return "fel"
    return read.in_words if isinstance(read, TypedNumber) else shown(read) or "tomt"


def _law_parts() -> Iterator[str]:
    yield "| Del | Lag | Allvar | Om den saknas |"
    yield "| --- | --- | --- | --- |"
    for part in LAW_PARTS:
        yield f"| {part.name} | {part.law} | {part.severity.word} | {part.remedy}. |"


def _messages() -> Iterator[str]:
    yield from (f"### {RuleKind.CONSTRUCTION.value}", "", "| Vad som gäller | Det betyder |", "| --- | --- |")
    for guarantee in GUARANTEES:
        yield f"| **{guarantee.title}**{_source(guarantee)} | {guarantee.says} |"
    for kind, every in by_kind(rule_book()):
        yield from ("", f"### {kind.value}", "", "| Allvar | Meddelande | Vad du gör |", "| --- | --- | --- |")
        for rule in every:
            told = f"**{rule.title}.** {_in_table(rule.what)}{_source(rule)}"
            yield f"| {rule.severity.word} | {told} | {_in_table(rule.remedy)} |"


def _limits() -> Iterator[str]:
    yield "| Vad | Högst | I de rapporter som programmet är prövat med | Varför |"
    yield "| --- | ---: | ---: | --- |"
    for limit in LIMITS:
        most, largest = (number(Decimal(count)) for count in (limit.most, limit.largest))
        what = capital_first(limit.what)
        yield f"| {_in_table(what)} | {most} | {largest} | {limit.reason} |"


def _in_table(text: str) -> str:
    return readable(text).replace("|", "\\|")


def _source(rule: Rule | Guarantee) -> str:
    return f" ({rule.source})" if rule.source else ""
