"""Free tables and diagrams: what is left empty is derived, what is typed beside it must agree, and nothing is drawn
of numbers of its own."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import structure_checks as checks
from component_cases import Values, placed, read, told
from pdf_structure import Structure
from pdfs import html_of, page_text, written

from generator.blocks.case import Case
from generator.blocks.chart import Chart
from generator.document.charts.ink import Ink
from generator.document.charts.svg import chart_svg
from generator.figures.table import Table
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.model.rows import Row
from generator.pipeline import examine
from generator.subjects.charts.rows import ChartRow
from generator.subjects.charts.rules import sources_are_there
from generator.subjects.charts.show import COMPONENT as DIAGRAM
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.free_tables.rules import (
    columns_are_known,
    columns_are_told,
    shares_are_of_what_is_there,
    sums_agree,
    values_have_heads,
)
from generator.subjects.free_tables.show import COMPONENT as FREE
from generator.view.chart import chart_view
from generator.view.table import table_view

INK = Ink("#1d4f5c", "#1b2225", "#566166", "#c3ccd0", "#ffffff", "Source Sans 3")


def rows(table: str, *lines: Sequence[Any]) -> list[dict[str, Any]]:
    """Rows of a free table: kind, label and values."""
    return [
        {"table": table, "kind": kind, "label": label, **{f"value_{n}": each for n, each in enumerate(values, start=1)}}
        for kind, label, *values in lines
    ]


PARTICIPANTS = rows(
    "Deltagare",
    ("rubrik över", "", "Antal", None, None, "\u2013"),
    ("kolumner", "Insats", "Kvinnor", "Män", "Totalt", "Andel"),
    ("beräknas", "", None, None, "summa", "andel"),
    ("rubrik", "Pågående"),
    ("", "Ett", 34, 28),
    ("", "Två", 12, 9),
    ("delsumma", "Summa pågående"),
    ("rubrik", "Avslutade"),
    ("", "Tre", 7, 10),
    ("summa", "Samtliga"),
)
COSTS = rows(
    "Kostnad",
    ("kolumner", "Kostnad", 2019, 2020, "Kommentar"),
    ("", "Löner", 1300.2, "1 410,9", "Fler tjänster"),
    ("", "Lokaler", 215.4, 190.2, "\u2013"),
    ("summa", "Summa"),
)
TABLES = [
    {"name": "Deltagare", "title": "Deltagare efter insats", "source": "SUS"},
    {"name": "Kostnad", "unit": "tkr", "decimals": "1"},
]


def made(free_rows: Sequence[dict[str, Any]] = (*PARTICIPANTS, *COSTS), values: Values | None = None) -> Case:
    case, problems = read({FreeTable: TABLES, FreeRow: list(free_rows), **(values or {})})
    assert problems == []
    return case


def shown(case: Case, name: str) -> dict[str, tuple[str, ...]]:
    (block,) = placed(FREE, case, name)
    assert isinstance(block.table, Table)
    view = table_view(block.table, "", ())
    plain = {row.label: tuple(cell.replace("\u00a0", " ") for cell in row.cells) for row in view.rows}
    return plain | {"": tuple(head.lines[0] for head in view.heads), "corner": (view.unit,)}


OUTCOMES = (
    ("kolumner", "Resultat", "Kvinnor", "Män", "Totalt"),
    ("beräknas", "", None, None, "summa"),
    ("", "Arbete", 6, 4),
    ("", "Studier", 3, 7),
    ("", "Avslutade", 12, 20),
)


def of_rows(label: str, base: str) -> dict[str, Any]:
    return {"table": "Kostnad", "kind": "andel av", "label": label, "base": base}


def outcomes(*more: dict[str, Any], lines: Sequence[Sequence[Any]] = OUTCOMES) -> Case:
    return made([*PARTICIPANTS, *rows("Kostnad", *lines), *more], {FreeTable: [{"name": "Kostnad"}, TABLES[0]]})


@pytest.mark.parametrize(
    ("base", "wanted"),
    [
        ("Arbete / Avslutade", ("50 %", "20 %", "31 %")),
        ("arbete; Studier / Avslutade", ("75 %", "55 %", "63 %")),
        ("Studier", ("400 %", "286 %", "320 %")),
    ],
)
def test_a_row_is_a_share_of_one_that_it_names_in_each_column(base: str, wanted: tuple[str, ...]) -> None:
    case = outcomes(of_rows("Andel till arbete", base))
    assert shown(case, "Kostnad")["Andel till arbete"] == wanted
    assert told(shares_are_of_what_is_there, case) == []


def test_a_row_of_shares_is_no_part_of_a_sum_and_is_of_sums_too() -> None:
    lines = (*OUTCOMES[:4], ("summa", "Samtliga"))
    case = outcomes(of_rows("Andel", "Arbete / Samtliga"), lines=lines)
    assert shown(case, "Kostnad")["Andel"] == ("67 %", "36 %", "50 %")


def test_a_name_with_a_slash_is_a_row_where_there_is_one() -> None:
    lines = (*OUTCOMES[:2], ("", "Arbete", 6, 4), ("", "Arbete/studier", 12, 8))
    assert shown(outcomes(of_rows("Andel", "Arbete / Arbete/studier"), lines=lines), "Kostnad")["Arbete"]
    alone = outcomes(of_rows("Andel", "Arbete/studier"), lines=(*lines, ("", "Annat", 3, 4)))
    assert shown(alone, "Kostnad")["Andel"] == ("25 %", "50 %", "35 %")


def test_a_column_is_a_share_of_one_that_it_names() -> None:
    lines = (
        ("kolumner", "Insats", "Alla", "Kvinnor", "Andel kvinnor", "Män", "Andel män"),
        ("beräknas", "", None, None, "andel av Alla", None, "andel av alla"),
        ("", "Ett", 50, 20, None, 30),
        ("summa", "Summa"),
    )
    case = outcomes(lines=lines)
    assert shown(case, "Kostnad")["Summa"] == ("50", "20", "40 %", "30", "60 %")
    assert told(shares_are_of_what_is_there, case) == []


@pytest.mark.parametrize(
    ("head", "said", "wanted"),
    [
        ("Andel kvinnor", "andel av Totalt", "40 %"),
        ("Andel", "andel av Totalt", "60 %"),
        ("Andel kvinnorna", "andel av Totalt", "60 %"),
        ("Andel", "andel av Kvinnor / Totalt", "40 %"),
        ("Andel", "andel av kvinnor; Män / Totalt", "100 %"),
    ],
)
def test_the_part_of_a_column_is_named_or_said_by_its_head_or_the_nearest_before(
    head: str, said: str, wanted: str
) -> None:
    lines = (
        ("kolumner", "Insats", "Kvinnor", "Män", "Totalt", head),
        ("beräknas", "", None, None, "summa", said),
        ("", "Ett", 20, 30),
    )
    case = outcomes(lines=lines)
    assert shown(case, "Kostnad")["Ett"] == ("20", "30", "50", wanted)
    assert told(shares_are_of_what_is_there, case) == []


def test_a_number_typed_where_none_can_be_computed_stands_as_it_is_typed() -> None:
    lines = (*OUTCOMES, ("", "Väntetid", "12 (15)", "14 (12)", "+20 %"))
    assert shown(outcomes(lines=lines), "Kostnad")["Väntetid"] == ("12 (15)", "14 (12)", "+20 %")


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (of_rows("Andel", "Avslutad"), ["free_share_row_unknown"]),
        (of_rows("Andel", "Jobb / Avslutade"), ["free_share_row_unknown"]),
        (of_rows("Andel", ""), ["free_share_row_of_nothing"]),
        (of_rows("Andel", "Avslutade"), ["free_share_row_of_nothing"]),
        (of_rows("Andel", "Avslutade") | {"kind": ""}, ["free_of_row_unused"]),
        ({"table": "Kostnad", "kind": "beräknas", "value_3": "andel av Alla"}, ["free_share_column_unknown"]),
        ({"table": "Kostnad", "kind": "beräknas", "value_3": "andel av Unga / Män"}, ["free_share_column_unknown"]),
    ],
)
def test_a_share_of_what_is_not_there_is_told(row: dict[str, Any], wanted: list[str]) -> None:
    case = outcomes(row)
    assert [finding.code for finding in shares_are_of_what_is_there(case)] == wanted
    assert told(columns_are_known, case) == []


def test_a_typed_share_is_held_against_the_rows() -> None:
    right, wrong = (of_rows("Andel", "Arbete / Avslutade") | {"value_1": "50 %", "value_2": each} for each in (20, 21))
    assert told(sums_agree, outcomes(right)) == []
    assert len(told(sums_agree, outcomes(wrong))) == 1


def test_signs_and_two_numbers_in_a_cell_stand_as_they_are_typed() -> None:
    lines = (
        ("kolumner", "", "2020", "2019", "Skillnad", "Typat", "Två tal"),
        ("beräknas", "", None, None, "skillnad med tecken"),
        ("", "Ett", 50, 30, None, "+20", "12 (15)"),
        ("", "Två", 3, 5, None, "+20 %", "12 / 15"),
        ("", "Tre", 5, 5, None, "− 3", "12 (+3)"),
    )
    table = shown(outcomes(lines=lines), "Kostnad")
    assert table["Ett"][2:] == ("+20", "+20", "12 (15)")
    assert table["Två"][2:] == ("−2", "+20 %", "12 / 15")
    assert table["Tre"][2:] == ("0", "−3", "12 (+3)")


def test_sums_and_shares_are_derived() -> None:
    table = shown(made(), "Deltagare")
    assert table["Ett"] == ("34", "28", "62", "62 %")
    assert table["Summa pågående"] == ("46", "37", "83", "83 %")
    assert table["Samtliga"] == ("53", "47", "100", "100 %")
    assert table["Pågående"] == ("", "", "", "")


def test_money_is_shown_in_the_unit_that_it_is_typed_in() -> None:
    table = shown(made(), "Kostnad")
    assert table["Löner"] == ("1 300,2", "1 410,9", "Fler tjänster")
    assert table["Summa"] == ("1 515,6", "1 601,1", "")
    assert table["Lokaler"][2] == "\u2013"
    assert table[""] == ("2019", "2020", "Kommentar")
    assert table["corner"] == ("Kostnad, tkr",)


def test_a_cell_is_a_figure_with_a_name() -> None:
    case = made()
    assert case.names is not None
    assert case.derived is not None
    found = case.names.find("tabell.deltagare.samtliga.antal_totalt", 2020)
    assert getattr(found, "value", None) == 100
    money = case.names.find("tabell.kostnad.löner.2020", 2020)
    assert getattr(money, "value", None) == Decimal("1410900.00")


def test_a_head_over_several_columns_ends_at_a_dash() -> None:
    (block,) = placed(FREE, made(), "Deltagare")
    assert block.table is not None
    assert [(span.text, span.columns) for span in table_view(block.table, "", ()).spans] == [("Antal", 3), ("", 1)]


@pytest.mark.parametrize(
    ("rule", "changed", "wanted"),
    [
        (
            sums_agree,
            ("summa", "Samtliga", 54),
            "Deltagare efter insats, Samtliga, Kvinnor: det står 54, men raderna ger 53.",
        ),
        (columns_are_told, ("kolumner", "Igen", "A"), "Tabellen ”Deltagare” har flera rader med kolumnrubriker."),
        (
            values_have_heads,
            ("", "Extra", 1, 2, None, None, 9),
            "”9” står i en kolumn som saknar rubrik i tabellen ”Deltagare”.",
        ),
        (
            columns_are_known,
            ("beräknas", "", "medel"),
            (
                "”medel” kan inte stå i en rad med radslaget beräknas. Det som kan stå är summa, andel, "
                "skillnad, skillnad med tecken, andel av första, upprepas, den senare jämförd, den tidigare jämförd, "
                "andel av och en kolumns rubrik."
            ),
        ),
        (
            columns_are_known,
            ("enhet", "", "dollar"),
            (
                "”dollar” kan inte stå i en rad med radslaget enhet. Det som kan stå är antal, kr, tkr, mnkr, %, "
                "procentenheter."
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(rule: Any, changed: Sequence[Any], wanted: str) -> None:
    kept = [row for row in PARTICIPANTS if row["label"] != "Samtliga" or changed[1] != "Samtliga"]
    case = made([*kept, *rows("Deltagare", changed), *COSTS])
    (message,) = told(rule, case)
    assert message.what == wanted
    assert message.place.tab == "Tabellrader"


def test_a_typed_sum_within_rounding_and_one_that_is_right_are_left_alone() -> None:
    free = [*PARTICIPANTS[:-1], *rows("Deltagare", ("summa", "Samtliga", 53, 47)), *COSTS[:-1]]
    case = made([*free, *rows("Kostnad", ("summa", "Summa", 1515.6, 1601.2))])
    assert told(sums_agree, case) == []


def test_a_wrong_sum_is_told_in_the_unit_that_it_is_typed_in() -> None:
    case = made([*PARTICIPANTS, *COSTS[:-1], *rows("Kostnad", ("summa", "Summa", 1500, 1601.1))])
    assert [message.what for message in told(sums_agree, case)] == [
        "Kostnad, Summa, 2019: det står 1500, men raderna ger 1515,6."
    ]


def test_a_table_without_heads_or_rows_is_told() -> None:
    case = made(rows("Deltagare", ("", "Ett", 1)))
    assert [message.what for message in told(columns_are_told, case)] == [
        "Tabellen ”Deltagare” har ingen rad som säger vad kolumnerna heter.",
        "Tabellen ”Kostnad” har inga rader.",
    ]


CHARTS: list[dict[str, Any]] = [
    {"name": "Ett", "title": "Deltagare per insats", "table": "Deltagare", "columns": "Antal Kvinnor; Antal Män"},
    {"name": "Två", "table": "Kostnad", "kind": "linjer", "series": "rader", "lead": "Lönerna stiger."},
    {"name": "Tre", "table": "Kostnad", "kind": "staplade", "series": "rader", "reversed": True},
    {"name": "Fyra", "table": "Deltagare", "columns": "Andel", "kind": "liggande"},
    {"name": "Fem", "table": "Kostnad", "columns": "2020", "kind": "ring", "source": "Bokföringen"},
]


def charts(case: Case) -> list[Chart]:
    found = [block.content for block in placed(DIAGRAM, case)]
    return [each for each in found if isinstance(each, Chart)]


def test_the_alternative_tells_the_data() -> None:
    one, two, three, four, five = (
        chart_view(chart).alternative.replace("\u00a0", " ") for chart in charts(made(values={ChartRow: CHARTS}))
    )
    assert one == (
        "Stapeldiagram, antal. Antal Kvinnor – Ett: 34; Två: 12; Tre: 7. Antal Män – Ett: 28; Två: 9; Tre: 10."
    )
    assert two == (
        "Lönerna stiger. Linjediagram, tkr. Löner – 2019: 1 300,2; 2020: 1 410,9. Lokaler – 2019: 215,4; 2020: 190,2."
    )
    assert three.endswith("Löner – 2019: 1 300,2; 2020: 1 410,9. Lokaler – 2019: 215,4; 2020: 190,2.")
    assert four.endswith("Andel – Ett: 62 %; Två: 21 %; Tre: 17 %.")
    assert five.endswith("2020 – Löner: 1 410,9; Lokaler: 190,2.")


def test_every_kind_is_drawn_with_its_values_and_the_same_each_time() -> None:
    for chart in charts(made(values={ChartRow: CHARTS})):
        view = chart_view(chart)
        svg = chart_svg(view, INK)
        assert svg == chart_svg(view, INK)
        texts = " ".join(each.text or "" for each in ET.fromstring(svg).iter() if each.tag.endswith("text"))  # noqa: S314 - our own
        for series in view.series:
            for point in series.points:
                assert point.text in texts, (chart.kind, point.text)


def test_a_diagram_shows_the_numbers_of_its_table_with_their_sign_and_decimals() -> None:
    amounts = [
        {"line": "Verksamhetens intäkter", "this_year": 1_234_000},
        {"line": "Verksamhetens kostnader", "this_year": 1_230_000, "last_year": 456_000},
    ]
    drawn = {"name": "D", "table": "Resultaträkning", "series": "rader", "rows": "Verksamhetens kostnader"}
    case, problems = read(
        {IncomeOrCost: amounts, ChartRow: [drawn]}, shown_unit="mnkr", decimals=2, cost_sign="med minus"
    )
    assert problems == []
    (chart,) = charts(case)
    assert [point.text for point in chart_view(chart).series[0].points] == ["\u22120,46", "\u22121,23"]


def scale(chart: Chart) -> list[str]:
    """The texts of a drawing that are not values beside bars, series or categories."""
    view = chart_view(chart)
    known = {*view.categories, *(each.name for each in view.series), *(p.text for s in view.series for p in s.points)}
    texts = [each.text or "" for each in ET.fromstring(chart_svg(view, INK)).iter() if each.tag.endswith("text")]  # noqa: S314 - our own
    return [text for text in texts if text not in known]


def test_the_scale_tells_its_steps_exactly() -> None:
    few = rows("Kostnad", ("kolumner", "Kostnad", 2019), ("", "Löner", "0,9"), ("", "Lokaler", "1,1"))
    drawn = {"name": "D", "table": "Kostnad"}
    (chart,) = charts(made(few, {ChartRow: [drawn]}))
    assert scale(chart) == ["0,00", "0,25", "0,50", "0,75", "1,00"]


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({"table": "Deltagre"}, "Det finns ingen tabell som heter ”Deltagre”. Menade du ”Deltagare”?"),
        ({"columns": "Flickor"}, "Tabellen Deltagare har ingen kolumn som heter ”Flickor”."),
        ({"columns": "Antal Totalt; Andel"}, "Diagrammet ”Ett” blandar belopp, andelar och antal"),
        ({"kind": "ring", "columns": "Antal Kvinnor; Antal Män"}, "Diagrammet ”Ett” är en ring."),
        ({"kind": "ring", "columns": "Antal Totalt", "rows": "Ett; Två"}, None),
        ({"rows": "Samtliga"}, None),
    ],
)
def test_a_wrong_diagram_is_told(changed: dict[str, Any], wanted: str | None) -> None:
    case = made(values={ChartRow: [CHARTS[0] | changed]})
    messages = [message.what for message in told(sources_are_there, case)]
    assert len(messages) >= (1 if wanted else 0)
    assert not messages if wanted is None else messages[0].startswith(wanted)


def report(folder: Path) -> Path:
    outline: list[dict[str, Any]] = [
        {"level": 1, "heading": "Deltagare", "text": "Se {{ tabell('Kostnad') }} och {{ diagram('Två') }}."},
        {"content": "Diagram", "name": "Två"},
        {"content": "Egen tabell", "name": "Deltagare"},
        {"content": "Egen tabell", "name": "Kostnad"},
        {"content": "Diagram", "name": "Ett"},
    ]
    values: dict[type[Row], list[dict[str, Any]]] = {
        Association: [{"name": "Provet", "year": 2020}],
        OutlineBlock: outline,
        FreeTable: TABLES,
        FreeRow: [*PARTICIPANTS, *COSTS],
        ChartRow: CHARTS[:2],
    }
    return written(values, folder)


def test_tables_and_diagrams_are_numbered_where_they_stand_and_texts_refer_to_them(tmp_path: Path) -> None:
    examination = examine(report(tmp_path))
    assert examination.derived is not None
    html = html_of(examination)
    captions = [each.split("<")[0].replace("\u00a0", " ") for each in html.split('<p class="caption">')[1:]]
    assert captions == [
        "Diagram 1. Två, tkr",
        "Tabell 1. Deltagare efter insats",
        "Tabell 2. Kostnad",
        "Diagram 2. Deltagare per insats",
    ]
    text = html.split("Se ")[1].split("</p>")[0].replace("\u00a0", " ")
    assert ">tabell 2</a>" in text
    assert ">diagram 1</a>" in text


def test_headings_in_the_text_before_a_table_leave_the_table_its_number(tmp_path: Path) -> None:
    outline: list[dict[str, Any]] = [
        {"level": 1, "heading": "Kostnader", "text": "Se {{ tabell('Kostnad') }}.\n\n## Löner\n\nDe stiger."},
        {"content": "Egen tabell", "name": "Kostnad"},
    ]
    values: Values = {
        Association: [{"name": "Provet", "year": 2020}],
        OutlineBlock: outline,
        FreeTable: TABLES,
        FreeRow: COSTS,
    }
    examination = examine(written(values, tmp_path))
    assert examination.derived is not None
    html = html_of(examination).replace("\u00a0", " ")
    assert ">tabell 1</a>" in html
    assert "Tabell 1. Kostnad" in html


def test_the_finished_report_is_accessible(tmp_path: Path) -> None:
    from generator.pipeline import draw  # noqa: PLC0415 - WeasyPrint

    examination = examine(report(tmp_path))
    assert examination.derived is not None
    pdf = draw(examination)
    html = html_of(examination)
    assert checks.faults(Structure(pdf), html) == {}
    assert "Diagram 1. Två, tkr" in page_text(pdf, 2)
    assert pdf == draw(examination)


def shown_words(table: Table) -> dict[str, list[str]]:
    return {row.label: list(row.cells) for row in table_view(table, "", ()).rows}


def test_a_share_of_the_first_number_is_of_the_row_also_in_the_sum() -> None:
    answers = rows(
        "Svar",
        ("kolumner", "Grupp", "Tillfrågade", "Bortfall", "Svar", "Svarsandel"),
        ("beräknas", "", None, None, "skillnad", "andel av första"),
        ("", "Deltagare", 33, 9),
        ("", "Personal", 6, 0),
        ("summa", "Totalt"),
    )
    case, findings = read({FreeTable: [{"name": "Svar"}], FreeRow: answers})
    assert findings == []
    (block,) = placed(FREE, case)
    assert block.table is not None
    told = {label: [cell.replace("\u00a0", " ") for cell in cells] for label, cells in shown_words(block.table).items()}
    assert told == {
        "Deltagare": ["33", "9", "24", "73 %"],
        "Personal": ["6", "0", "6", "100 %"],
        "Totalt": ["39", "9", "30", "77 %"],
    }


def test_a_column_is_repeated_and_two_are_compared_in_words() -> None:
    results = rows(
        "Resultat",
        ("rubrik över", "", "Mot riket", None, None, "Mot eget"),
        ("kolumner", "Fråga", "Riket", "I år", "Jämfört", "I år", "I fjol", "Jämfört"),
        ("beräknas", "", None, None, "den senare jämförd", "upprepas", None, "den tidigare jämförd"),
        ("", "Bättre", 76, 86, None, None, 90),
        ("", "Lika", 50, 50, None, None, 40),
        ("", "Okänt", 10),
    )
    case, findings = read({FreeTable: [{"name": "Resultat", "unit": "%"}], FreeRow: results})
    assert findings == []
    assert told(columns_are_known, case) == []
    (block,) = placed(FREE, case)
    assert block.table is not None
    told_of = {
        label: [cell.replace("\u00a0", " ") for cell in each] for label, each in shown_words(block.table).items()
    }
    assert told_of["Bättre"] == ["76 %", "86 %", "högre", "86 %", "90 %", "lägre"]
    assert told_of["Lika"] == ["50 %", "50 %", "lika", "50 %", "40 %", "högre"]
    assert told_of["Okänt"] == ["10 %", "", "", "", "", ""]


def test_a_difference_is_of_the_two_columns_just_before() -> None:
    lines = rows(
        "Svar",
        ("kolumner", "Grupp", "Alla", "Tillfrågade", "Bortfall", "Svar"),
        ("beräknas", "", None, None, None, "skillnad"),
        ("", "Deltagare", 50, 33, 9),
    )
    case, findings = read({FreeTable: [{"name": "Svar"}], FreeRow: lines})
    assert findings == []
    assert shown(case, "Svar")["Deltagare"] == ("50", "33", "9", "24")


def test_a_difference_needs_two_columns_before_it() -> None:
    lines = rows(
        "Svar", ("kolumner", "Grupp", "Svar", "Bortfall"), ("beräknas", "", None, "skillnad"), ("", "Alla", 50)
    )
    case, _ = read({FreeTable: [{"name": "Svar"}], FreeRow: lines})
    assert shown(case, "Svar")["Alla"] == ("50", "")


def test_a_column_is_repeated_from_the_nearest_with_its_head() -> None:
    lines = rows(
        "Svar",
        ("rubrik över", "", "Kvinnor", "Män", "Alla"),
        ("kolumner", "Grupp", "Antal", "Antal", "Antal"),
        ("beräknas", "", None, None, "upprepas"),
        ("", "Deltagare", 5, 6),
    )
    case, _ = read({FreeTable: [{"name": "Svar"}], FreeRow: lines})
    assert shown(case, "Svar")["Deltagare"] == ("5", "6", "6")


def test_a_head_that_two_columns_have_names_neither_of_them() -> None:
    lines = rows(
        "Svar", ("rubrik över", "", "I år", "I fjol"), ("kolumner", "Grupp", "Antal", "Antal"), ("", "Alla", 5, 6)
    )
    drawn = {"name": "D", "table": "Svar"}
    case, _ = read({FreeTable: [{"name": "Svar"}], FreeRow: lines, ChartRow: [drawn | {"columns": "Antal"}]})
    assert "Tabellen Svar har ingen kolumn som heter ”Antal”." in told(sources_are_there, case)[0].what
    case, _ = read({FreeTable: [{"name": "Svar"}], FreeRow: lines, ChartRow: [drawn | {"columns": "I fjol Antal"}]})
    assert told(sources_are_there, case) == []


def test_a_table_of_a_name_goes_before_a_part_of_that_name() -> None:
    tables = [{"name": "Bilagor"}]
    rows_of = rows("Bilagor", ("kolumner", "Slag", "Antal"), ("", "Rapporter", 3))
    case, problems = read({FreeTable: tables, FreeRow: rows_of, ChartRow: [{"name": "Bild", "table": "Bilagor"}]})
    assert problems == []
    (drawn,) = charts(case)
    assert drawn.categories == ("Rapporter",)


@pytest.mark.parametrize(("unit", "head"), [("%", "Skillnad"), ("procentenheter", "Ändring i procentenheter")])
def test_the_difference_of_two_shares_is_in_percentage_points(unit: str, head: str) -> None:
    lines = rows(
        "Svar",
        ("kolumner", "Grupp", 2019, 2020, head),
        ("enhet", "", "%", "%", unit),
        ("beräknas", "", None, None, "skillnad"),
        ("", "Kvinnor", 76, 71),
        ("", "Män", 50, 62),
    )
    case, findings = read({FreeTable: [{"name": "Svar"}], FreeRow: lines})
    assert findings == []
    assert told(columns_are_known, case) == []
    told_of = shown(case, "Svar")
    assert told_of["Kvinnor"] == ("76 %", "71 %", "5")
    assert told_of["Män"] == ("50 %", "62 %", "−12")
    assert told_of[""][2] in ("Skillnad, procentenheter", "Ändring i procentenheter")


def test_typed_percentage_points_are_shown_as_such_and_drawn_as_such() -> None:
    lines = rows("Svar", ("kolumner", "Grupp", "Ändring"), ("", "Kvinnor", "1,5"), ("", "Män", -12))
    table = {"name": "Svar", "unit": "procentenheter", "decimals": "1"}
    case, findings = read({FreeTable: [table], FreeRow: lines, ChartRow: [{"name": "D", "table": "Svar"}]})
    assert findings == []
    assert shown(case, "Svar")["Kvinnor"] == ("1,5",)
    assert shown(case, "Svar")[""] == ("Ändring, procentenheter",)
    (chart,) = charts(case)
    view = chart_view(chart)
    assert view.alternative.startswith("Stapeldiagram, procentenheter.")
    assert [point.value for point in view.series[0].points] == [Decimal("1.5"), Decimal("-12.0")]


def test_a_diagram_of_shares_that_miss_the_whole_says_so() -> None:
    lines = rows(
        "Svar",
        ("kolumner", "Grupp", "Antal", "Andel"),
        ("beräknas", "", None, "andel"),
        *(("", name, 1) for name in ("Ett", "Två", "Tre")),
        ("summa", "Alla"),
    )
    drawn = {"name": "D", "table": "Svar", "columns": "Andel", "kind": "ring"}
    case, _ = read({FreeTable: [{"name": "Svar"}], FreeRow: lines, ChartRow: [drawn]})
    (chart,) = charts(case)
    assert [point.text for point in chart_view(chart).series[0].points] == ["33\u00a0%"] * 3
    assert chart.notes == ("Andelarna är avrundade var för sig. Därför kan en summa skilja sig från sina delar.",)


def _lines_of(columns: int, lines: int, **chart: Any) -> tuple[Chart, list[str]]:
    """A diagram of lines of a table of so many columns and rows, and what is told of it."""
    years = ("kolumner", "", *map(str, range(2018, 2018 + columns)))
    cells = [("", f"Rad {n}", *range(1, columns + 1)) for n in range(lines)]
    free: Values = {FreeTable: [{"name": "År"}], FreeRow: rows("År", years, *cells)}
    case, _ = read({**free, ChartRow: [{"name": "D", "table": "År", "kind": "linjer", **chart}]})
    (block,) = placed(DIAGRAM, case)
    assert isinstance(block.content, Chart)
    return block.content, [each.what for each in told(sources_are_there, case)]


@pytest.mark.parametrize("series", ["", "kolumner", "rader"])
@pytest.mark.parametrize(("columns", "lines"), [(3, 1), (1, 3)])
def test_a_line_goes_along_what_there_are_several_of(columns: int, lines: int, series: str) -> None:
    chart, what = _lines_of(columns, lines, series=series, reversed=True)
    assert (len(chart.series), len(chart.categories), what) == (1, 3, [])
    assert chart.categories[0] == ("2018" if columns > 1 else "Rad 2"), "years are drawn as time goes"


@pytest.mark.parametrize("turned", [False, True])
def test_time_goes_to_the_right_however_the_table_has_it(*, turned: bool) -> None:
    lines = rows("År", ("kolumner", "", "2021", "2020", "2019"), ("", "Deltagare", 30, 20, 10))
    drawn = {"name": "D", "table": "År", "series": "rader", "reversed": turned}
    case, _ = read({FreeTable: [{"name": "År"}], FreeRow: lines, ChartRow: [drawn]})
    (chart,) = charts(case)
    assert chart.categories == ("2019", "2020", "2021")
    assert [point.text for point in chart_view(chart).series[0].points] == ["10", "20", "30"]


def test_a_line_of_one_point_is_told() -> None:
    _, what = _lines_of(1, 1)
    assert what == ["Diagrammet ”D” har slaget linjer, men bara en punkt i varje serie: Rad 0."]
