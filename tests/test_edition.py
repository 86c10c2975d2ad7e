"""The JSON edition: every figure and table is in it, exactly, and nothing that is protected."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from pdfs import ROOT, SOFINT

from generator.blocks.block import Block
from generator.edition import guide
from generator.edition.schema import Edition
from generator.figures.figure import Figure, FigureId, Figures, How, Masked, Missing, Operand, calendar_year
from generator.figures.table import ColumnSpec, RowSpec, TableSpec, build_table
from generator.handbook import with_chapters
from generator.json_edition.write import as_bytes, edition_of
from generator.pipeline import Examination, edition, examine
from generator.view.report_view import report_view

DOCS = ROOT / "docs"


@cache
def sofint() -> Examination:
    return examine(SOFINT)


@cache
def sofint_json() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(edition(sofint()))
    return found


def figure(key: str) -> dict[str, Any]:
    return next(each for each in sofint_json()["figures"] if each["key"] == key)


def table(key: str) -> dict[str, Any]:
    return next(each for each in sofint_json()["tables"] if each["key"] == key)


@pytest.mark.parametrize("name", ["sofint-2020", "jamtland-2021"])
def test_every_figure_is_there_with_its_exact_value(name: str) -> None:
    """The budgets, too: one association has revised its budget, the other shows the decided one."""
    examination = examine(ROOT / "inputs" / name)
    derived = examination.derived
    assert derived is not None
    assert examination.report is not None
    shown = examination.report.figures.shown
    told = {each["key"]: each for each in json.loads(edition(examination))["figures"]}
    assert list(told) == sorted(map(str, derived.figures))
    for key, known in derived.figures.items():
        if isinstance(known.value, Decimal):
            assert Decimal(told[str(key)]["value"]) == shown(known).amount, key
            assert told[str(key)]["state"] == "known"
        else:
            assert told[str(key)]["value"] is None
            assert told[str(key)]["state"] == ("nothing" if known.value is Missing.NOTHING else "unknown")


def test_a_figure_tells_unit_period_and_what_it_was_made_of() -> None:
    result = figure("income_statement.net_result@2020")
    assert (result["name"], result["value"], result["unit"]) == ("Årets resultat", "14097.00", "kr")
    assert result["period"] == {"start": "2020-01-01", "end": "2020-12-31"}
    assert result["operands"] == [
        {"sign": 1, "figure": "income_statement.result_after_financial_items@2020", "source": None},
        {"sign": 1, "figure": "income_statement.extraordinary_items@2020", "source": None},
    ]
    costs = figure("income_statement.financial_costs@2020")
    assert costs["operands"][0]["source"]["tab"] == "Intäkter och kostnader"
    assert costs["operands"][0]["source"]["cell"].startswith("G")
    assert figure("balance_sheet.equity@2020")["period"] == {"start": None, "end": "2020-12-31"}
    assert figure("appendices@2020")["unit"] == "antal"


def test_a_table_is_told_as_it_is_shown() -> None:
    shown = table("income_statement")
    assert (shown["title"], shown["unit"], shown["kind"]) == ("Resultaträkning", "kr", "figures")
    assert [column["head"] for column in shown["columns"]] == ["2020", "2019"]
    costs = next(row for row in shown["rows"] if row["label"] == "Verksamhetens kostnader")
    assert costs["notes"] == [2]
    assert costs["cells"][0] == {
        "text": "−3\u00a0970\u00a0640",
        "figure": "income_statement.operating_costs@2020",
        "beside": None,
    }
    assert next(row for row in table("cash_flow")["rows"] if row["kind"] == "total")["label"] == "Årets kassaflöde"
    assert table("operating_statement")["unit"] == "tkr"
    assert any("Avvikelsen" in note for note in table("operating_statement")["notes"])


def test_tables_of_words_and_those_inside_a_block_are_there_too() -> None:
    goals = table("goals-1")
    assert goals["kind"] == "words"
    assert goals["rows"][0]["cells"][-1] == {"text": "Uppfyllt", "figure": None, "beside": None}
    assert goals["columns"][0] == {"head": "Delmål", "span": "", "period": None}
    assert "<" not in json.dumps(goals)
    assert table("insats_coachingteam")["heading"].startswith("Coachingteam")


def test_an_amount_in_a_table_of_words_is_told_with_the_words_and_the_text_after_it() -> None:
    tables = json.loads(edition(examine(ROOT / "inputs" / "sydnarke-2021")))["tables"]
    told = {cell["text"] for each in tables if each["kind"] == "words" for row in each["rows"] for cell in row["cells"]}
    assert "11\u00a0862\u00a0kr per deltagare" in told
    assert "30\u00a0000\u00a0kr\nHela mässans budget är 120 000 kr. Länets fyra förbund delar på den." in told
    assert not any("namespace(" in each or "View(" in each for each in told)


def test_the_association_is_told() -> None:
    told = sofint_json()["association"]
    assert (told["short_name"], told["year"], told["decision_date"]) == ("SOFINT", 2020, "2021-03-05")
    assert (sofint_json()["format"], sofint_json()["version"]) == ("arsredovisning", 1)


def test_the_same_input_gives_the_same_bytes_that_read_back_alike() -> None:
    first = edition(sofint())
    assert first == edition(examine(SOFINT))
    assert as_bytes(Edition.model_validate_json(first)) == first


def test_no_text_of_the_workbook_comes_along_with_a_source() -> None:
    sources = {
        tuple(sorted(part["source"]))
        for each in sofint_json()["figures"]
        for part in each["operands"]
        if part["source"]
    }
    assert sources == {("cell", "tab")}


# ---------------------------------------------------------------- protected values


def protected(values: Mapping[str, object], parts: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """An edition of figures given by hand, shown in a table; ``parts`` says which are sums of others."""
    made: dict[FigureId, Figure] = {}
    for name, value in values.items():
        operands = tuple(Operand(1, made[FigureId(part, 2020)]) for part in parts.get(name, ()))
        key = FigureId(name, 2020)
        made[key] = Figure(key, name, value, "antal", calendar_year(2020), How.SUM, operands)  # type: ignore[arg-type]
    report = sofint().whole
    figures = Figures(made)
    spec = TableSpec("t", "T", tuple(RowSpec(name) for name in values), (ColumnSpec(2020),), flow=True, unit="antal")
    derived = replace(report.derived, figures=figures)
    report = replace(report, derived=derived, blocks=(Block(table=build_table(spec, figures)),))
    told: dict[str, Any] = json.loads(as_bytes(edition_of(report, report_view(report), "0")))
    return told


def test_a_masked_value_is_told_as_masked_and_nothing_more() -> None:
    hidden = Masked("färre än 5 personer")
    told = protected({"kvinnor": hidden, "män": Decimal(40)}, {})
    by_key = {each["key"]: each for each in told["figures"]}
    assert by_key["kvinnor@2020"] == by_key["kvinnor@2020"] | {"state": "masked", "value": None, "operands": []}
    assert by_key["män@2020"]["value"] == "40"


def test_a_sum_that_would_tell_the_one_masked_part_is_masked_too() -> None:
    told = protected({"kvinnor": Masked("få"), "män": Decimal(40), "alla": Decimal(43)}, {"alla": ("kvinnor", "män")})
    assert [each["state"] for each in told["figures"]] == ["masked", "masked", "known"]
    assert "43" not in json.dumps(told["figures"]) + json.dumps(told["tables"])


def test_a_sum_of_two_masked_parts_tells_neither_and_stands() -> None:
    told = protected(
        {"kvinnor": Masked("få"), "annat": Masked("få"), "män": Decimal(40), "alla": Decimal(46)},
        {"alla": ("kvinnor", "annat", "män")},
    )
    assert next(each for each in told["figures"] if each["key"] == "alla@2020")["value"] == "46"


# ---------------------------------------------------------------- the guide


def test_the_guide_and_the_schema_are_current() -> None:
    text = (DOCS / "json.md").read_text(encoding="utf-8")
    assert text == with_chapters(text, guide.chapters()), "run script/handbook"
    assert (DOCS / "json-schema.json").read_text(encoding="utf-8") == guide.json_schema(), "run script/handbook"


def names_in(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for each in value.values() for name in names_in(each)}
    if isinstance(value, list):
        return {name for each in value for name in names_in(each)}
    return set()


def test_the_guide_tells_every_name_in_the_file() -> None:
    text = (DOCS / "json.md").read_text(encoding="utf-8")
    assert {name for name in names_in(sofint_json()) if f"| `{name}` |" not in text} == set()
