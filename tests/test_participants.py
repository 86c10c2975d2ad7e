"""Participants: sums, shares, years side by side, and small numbers that no output tells or lets a reader compute."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from component_cases import placed, read
from pdfs import written
from small_underlag import Values, examined, findings, small

from generator import cli
from generator.blocks.chart import Chart
from generator.commands.figures_shown import trace_as_text
from generator.figures.figure import FigureId, Masked
from generator.figures.masking import KnownSum, protected
from generator.figures.table import Table
from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.model.association import Association, Width
from generator.model.registers import OutlineBlock
from generator.pipeline import Examination
from generator.subjects.charts.rows import ChartRow
from generator.subjects.insatser.rows import Insats
from generator.subjects.participants import rules
from generator.subjects.participants.rows import Participants, ParticipantShare, ParticipantTable
from generator.subjects.participants.show import COMPONENT
from generator.view.cells import cell_text
from generator.view.chart import chart_view
from generator.view.table import table_view

AGES = (("16–29 år", 20, 30), ("30–49 år", 41, 22), ("50–64 år", 3, 17), ("65 år och äldre", 9, 6))


def row(category: str, year: int = 2020, table: str = "Ålder", **counts: int) -> dict[str, Any]:
    return {"table": table, "category": category, "year": year} | counts


def taking_part(*rows: dict[str, Any], **choices: Any) -> Values:
    values = small()
    values[Participants] = list(rows)
    if choices:
        values[ParticipantTable] = [{"name": rows[0]["table"]} | choices]
    values[OutlineBlock].append({"level": 1, "heading": "Deltagare", "content": "Deltagare"})
    return values


def by_age() -> list[dict[str, Any]]:
    return [row(category, women=women, men=men) for category, women, men in AGES]


def table(examination: Examination, title: str = "Ålder") -> Table:
    assert examination.derived is not None
    (found,) = (each for each in examination.whole.tables if each.title == title)
    return found


def shown(made: Table) -> dict[str, tuple[str, ...]]:
    return {line.label: tuple(cell_text(cell, made) for cell in line.cells) for line in made.rows}


def heads(made: Table) -> list[str]:
    return [column.head for column in made.columns]


def test_sums_and_shares_are_derived() -> None:
    made = table(examined(taking_part(row("Alfa", women=20, men=30), row("Beta", women=12, men=38), shares=True)))
    assert heads(made) == ["Kvinnor", "Män", "Totalt", "Andel"]
    assert shown(made) == {
        "Alfa": ("20", "30", "50", "50\u00a0%"),
        "Beta": ("12", "38", "50", "50\u00a0%"),
        "Totalt": ("32", "68", "100", "100\u00a0%"),
    }


def test_shares_are_counted_on_a_base_of_their_own() -> None:
    rows = (row("Arbete", women=20, men=30, base=200), row("Studier", women=12, men=38))
    made = shown(table(examined(taking_part(*rows, shares=True, added=False))))
    assert made == {"Arbete": ("20", "30", "50", "25\u00a0%"), "Studier": ("12", "38", "50", "25\u00a0%")}


def test_years_stand_side_by_side_the_latest_first() -> None:
    rows = [row(name, year, women=10 + year % 10, men=8) for name in ("Alfa", "Beta") for year in (2018, 2019, 2020)]
    made = table(examined(taking_part(*rows)))
    assert [(column.span, column.head) for column in made.columns] == [
        (year, head) for year in ("2020", "2019", "2018") for head in ("Kvinnor", "Män", "Totalt")
    ]
    assert shown(made)["Alfa"] == ("10", "8", "18", "19", "8", "27", "18", "8", "26")


@pytest.mark.parametrize(
    ("state", "code", "severity"),
    [
        ("arbete", "participants_year_remains", Severity.REMAINING),
        ("utkast", "participants_year_missing", Severity.WARNING),
        ("slutlig", "participants_year_missing", Severity.WARNING),
    ],
)
def test_a_table_of_an_earlier_year_alone_is_told_of_and_names_it(state: str, code: str, severity: Severity) -> None:
    values = taking_part(
        row("Alfa", 2019, women=20, men=30), row("Beta", 2019, women=12, men=38), row("", table="Ny", total=88)
    )
    values[Association][0]["state"] = state
    finding = findings(values)[code]
    assert (severity_of(finding), finding.values["tables"]) == (severity, "Ålder")
    assert {column.span for column in table(examined(values)).columns} == {"2019"}


def test_tables_of_the_year_are_not_told_of() -> None:
    values = taking_part(*by_age(), row("Alfa", 2019, women=20, men=30), row("Beta", 2020, table="Två", base=50))
    assert not {code for code in findings(values) if "participants_year" in code}


def test_a_table_without_categories_goes_by_years_the_oldest_first() -> None:
    made = table(examined(taking_part(*(row("", year, women=50, men=year - 2000) for year in (2021, 2017, 2018)))))
    assert list(shown(made)) == ["2017", "2018", "2021"]
    assert shown(made)["2017"] == ("50", "17", "67")


def test_what_a_typed_total_leaves_over_has_no_stated_sex() -> None:
    made = table(examined(taking_part(row("Alfa", women=20, men=30, total=57), row("Beta", total=40))))
    assert shown(made)["Alfa"] == ("20", "30", "7", "57")
    assert shown(made)["Totalt"] == ("–", "–", "–", "97")


FLOWS = (
    row("Nya", women=12, men=18),
    row("Avslutade", women=20, men=10),
    row("Arbete", women=8, men=5),
    row("Studier", women=7, men=5),
)
TO_WORK = {"table": "Ålder", "name": "Till arbete eller studier", "parts": "arbete; Studier", "base": "Avslutade"}


def turned(*rows: dict[str, Any], layout: str = "kategorier i kolumner", **choices: Any) -> Table:
    own = choices.pop("own", [])
    values: Values = {Participants: [*rows], ParticipantTable: [{"name": "Ålder"} | choices], ParticipantShare: own}
    case, _ = read(values)
    (block,) = placed(COMPONENT, case, layout=layout)
    assert block.table is not None
    return block.table


def lines(made: Table) -> list[tuple[str, ...]]:
    return [(line.label, *(cell_text(cell, made).replace("\u00a0", " ") for cell in line.cells)) for line in made.rows]


def test_categories_are_columns_and_sexes_rows_with_a_share_of_one_of_them() -> None:
    made = turned(*FLOWS, added=False, own=[TO_WORK])
    assert heads(made) == ["Nya", "Avslutade", "Arbete", "Studier", "Till arbete eller studier"]
    assert lines(made) == [
        ("Kvinnor", "12", "20", "8", "7", "75 %"),
        ("Män", "18", "10", "5", "5", "100 %"),
        ("Totalt", "30", "30", "13", "12", "83 %"),
    ]


def test_a_share_of_a_category_is_a_row_where_the_categories_are() -> None:
    made = turned(*FLOWS, layout="", added=False, own=[TO_WORK])
    assert lines(made)[-1] == ("Till arbete eller studier", "75 %", "100 %", "83 %")


def test_a_share_stands_after_the_category_that_is_wished() -> None:
    own = [TO_WORK, TO_WORK | {"name": "Till studier", "parts": "Studier", "after": "studier"}]
    assert heads(turned(*FLOWS[1:], added=False, own=own)) == [
        "Avslutade",
        "Arbete",
        "Studier",
        "Till studier",
        "Till arbete eller studier",
    ]
    made = turned(*FLOWS[1:], layout="", own=own)
    assert [line[0] for line in lines(made)][2:] == ["Studier", "Till studier", "Totalt", "Till arbete eller studier"]


def test_a_sex_has_its_share_in_each_category_where_that_is_asked_for() -> None:
    own = [{"table": "Ålder", "name": "Andel kvinnor", "parts": "Kvinnor", "base": "totalt"}]
    made = turned(*FLOWS[:2], layout="bara totalt", own=own)
    assert heads(made) == ["Totalt", "Andel kvinnor"]
    assert lines(made) == [("Nya", "30", "40 %"), ("Avslutade", "30", "67 %"), ("Totalt", "60", "53 %")]
    made = turned(*FLOWS[:2], own=[*own, TO_WORK | {"parts": "Nya"}])
    assert lines(made)[-1] == ("Andel kvinnor", "40 %", "67 %", "53 %", "")
    made = turned(row("", women=3, men=9), row("", 2019, women=9, men=9), layout="", own=own)
    assert lines(made) == [("2019", "9", "9", "18", "50 %"), ("2020", "..", "..", "12", "..")]


def test_a_sex_that_is_not_counted_has_no_share() -> None:
    values: Values = {
        Participants: [row("Alfa", total=30)],
        ParticipantShare: [{"table": "Ålder", "name": "Andel män", "parts": "män"}],
    }
    case, _ = read(values)
    (finding,) = rules.shares_are_of_categories(case)
    assert (finding.code, finding.values["found"]) == ("participants_share_unknown", "män")


def test_a_category_called_as_a_sex_is_a_category() -> None:
    rows = (row("Kvinnor", total=30), row("Män", total=20))
    own = [{"table": "Ålder", "name": "Andel kvinnor", "parts": "Kvinnor"}]
    assert lines(turned(*rows, layout="", own=own))[-1] == ("Andel kvinnor", "60 %")


def test_the_years_row_alone_may_be_shown() -> None:
    made = turned(*(row(name, year, women=9, men=8) for name in "AB" for year in (2019, 2020)), layout="bara i år")
    assert [(column.span, column.head) for column in made.columns] == [
        ("", head) for head in ("Kvinnor", "Män", "Totalt")
    ]
    assert lines(turned(*(row("", year, women=9) for year in (2019, 2020)), layout="bara i år")) == [("2020", "9", "9")]


def test_categories_as_columns_have_the_years_beneath_each_other_with_the_share_of_the_whole() -> None:
    rows = [row(name, year, women=year - 2009, men=9) for name in ("Alfa", "Beta") for year in (2019, 2020)]
    made = turned(*rows, shares=True)
    assert heads(made) == ["Alfa", "Beta", "Totalt"]
    assert lines(made)[:2] == [("2020", "", "", ""), ("Kvinnor", "11", "11", "22")]
    assert lines(made)[-3:] == [
        ("Män", "9", "9", "18"),
        ("Totalt", "19", "19", "38"),
        ("Andel", "50 %", "50 %", "100 %"),
    ]


def test_categories_as_columns_with_totals_alone_have_a_row_for_each_year() -> None:
    rows = [row(name, year, women=year - 2009, men=9) for name in ("Alfa", "Beta") for year in (2019, 2020)]
    made = turned(*rows, layout="kategorier i kolumner, bara totalt")
    assert lines(made) == [("2019", "19", "19", "38"), ("2020", "20", "20", "40")]


def test_a_table_of_years_has_them_as_columns() -> None:
    made = turned(*(row("", year, women=50, men=year - 2000) for year in (2020, 2018, 2019)))
    assert heads(made) == ["2020", "2019", "2018"]
    assert lines(made)[0] == ("Kvinnor", "50", "50", "50")


@pytest.mark.parametrize("layout", ["", "kategorier i kolumner"])
def test_what_is_masked_is_so_in_each_layout_with_every_share_made_of_it(layout: str) -> None:
    rows = (row("Avslutade", women=20, men=10), row("Arbete", women=3, men=8), row("Studier", women=9, men=8))
    more = TO_WORK | {"name": "Till studier", "parts": "Studier"}
    made = {line[0]: line[1:] for line in lines(turned(*rows, layout=layout, added=False, own=[TO_WORK, more]))}
    if layout:
        assert made["Kvinnor"] == ("20", "..", "9", "..", "45 %")
        assert made["Män"] == ("10", "..", "8", "..", "80 %")
        assert made["Totalt"] == ("30", "11", "17", "93 %", "57 %")
    else:
        assert (made["Arbete"], made["Till arbete eller studier"]) == (("..", "..", "11"), ("..", "..", "93 %"))


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ({"parts": "Arbete; Praktik"}, {"participants_share_unknown"}),
        ({"base": "Avslutade i fjol"}, {"participants_share_unknown"}),
        ({"base": ""}, {"participants_share_of_nothing"}),
        ({"base": "Studier"}, {"participants_share_above"}),
        ({"table": "Åldrar"}, {"participants_table_unknown"}),
        ({"after": "Avslutad"}, {"participants_share_after"}),
        ({"parts": "män", "base": ""}, set()),
        ({"parts": "män", "base": "Avslutade"}, {"participants_share_unknown"}),
        ({}, set()),
    ],
)
def test_a_share_that_cannot_be_counted_is_told_of(changed: dict[str, str], wanted: set[str]) -> None:
    values: Values = {Participants: [*FLOWS], ParticipantTable: [{"name": "Ålder", "added": False}]}
    case, _ = read(values | {ParticipantShare: [TO_WORK | changed]})
    assert {finding.code for finding in rules.shares_are_of_categories(case)} == wanted


@pytest.mark.parametrize(
    ("added", "base", "wanted"),
    [
        (True, "Avslutade", {"participants_summed_twice"}),
        (False, "Avslutade", set()),
        (True, "Arbete; Studier", set()),
        (True, "", set()),
    ],
)
def test_a_part_that_is_summed_with_its_whole_is_told_of(added: bool, base: str, wanted: set[str]) -> None:  # noqa: FBT001 - a parameter of the test
    own = [TO_WORK | {"parts": "Arbete", "base": base}]
    case, _ = read(
        {Participants: [*FLOWS], ParticipantTable: [{"name": "Ålder", "added": added}], ParticipantShare: own}
    )
    found = {finding.code for finding in rules.shares_are_of_categories(case)}
    assert found - {"participants_share_of_nothing"} == wanted


def test_small_numbers_and_what_would_tell_them_are_protected() -> None:
    made = table(examined(taking_part(*by_age(), shares=True)))
    assert shown(made) == {
        "16–29 år": ("..", "..", "50", "34\u00a0%"),
        "30–49 år": ("41", "22", "63", "43\u00a0%"),
        "50–64 år": ("..", "..", "20", "14\u00a0%"),
        "65 år och äldre": ("9", "6", "15", "10\u00a0%"),
        "Totalt": ("73", "75", "148", "100\u00a0%"),
    }
    assert "skyddas: färre än 5 personer" in " ".join(made.notes)


def test_a_small_base_is_protected_with_what_is_counted_on_it() -> None:
    made = examined(taking_part(row("Arbete", total=0, base=3), row("Studier", total=2), shares=True, added=False))
    assert shown(table(made)) == {"Arbete": ("0", ".."), "Studier": ("..", "..")}


def test_the_limit_is_the_associations_own() -> None:
    values = taking_part(*by_age())
    values[Association][0]["smallest_count"] = 0
    assert shown(table(examined(values)))["50–64 år"] == ("3", "17", "20")
    values[Association][0]["smallest_count"] = 3
    assert shown(table(examined(values)))["50–64 år"] == ("3", "17", "20"), "as many as the limit are not too few"
    values[Association][0]["smallest_count"] = 10
    assert shown(table(examined(values)))["65 år och äldre"] == ("..", "..", "15")


def test_a_table_of_the_same_persons_does_not_tell_what_another_hides() -> None:
    sexes = (row("Kvinnor", table="Kön", total=3), row("Män", table="Kön", total=40))
    other = (row("Arbete", women=2, men=20), row("Studier", women=1, men=20))
    made = examined(taking_part(*sexes, *other))
    assert shown(table(made, "Kön")) == {"Kvinnor": ("..",), "Män": ("..",), "Totalt": ("43",)}
    assert shown(table(made))["Totalt"] == ("..", "..", "43")


def test_sums_that_together_tell_each_count_are_not_all_told() -> None:
    counts = {"a": 2, "b": 3, "c": 4, "a and b": 5, "a and c": 6, "b and c": 7}
    lines = [KnownSum(tuple(whole.split(" and ")), whole) for whole in counts if " " in whole]
    hidden = protected(counts, lines, 5)
    assert {"a", "b", "c"} < hidden, "three sums of two each, and the three counts follow"


def outputs(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What each command tells of a folder."""
    told = {}
    for arguments in (
        ("check", str(folder)),
        ("check", str(folder), "--format", "json"),
        ("figures", str(folder)),
        ("figures", str(folder), "--trace", "deltagare.ålder.50_64_år.totalt"),
        ("figures", str(folder), "--trace", "deltagare.ålder.50_64_år.kvinnor"),
        ("figures", str(folder), "--trace", "deltagare.ålder.totalt"),
        ("figures", str(folder), "--trace", "deltagare.ålder.kvinnor"),
        ("render", str(folder), "--format", "json", "--output", str(tmp_path)),
    ):
        with pytest.raises(SystemExit):
            cli.main(list(arguments))
        told[" ".join(arguments[:1] + arguments[2:])] = capsys.readouterr().out
    told["edition"] = next(tmp_path.glob("*.json")).read_text(encoding="utf-8")
    return told


def test_no_output_holds_a_protected_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = (("16–29 år", 6161, 3232), ("30–49 år", 7171, 8181), ("50–64 år", 3, 1717))
    values = taking_part(*(row(name, women=women, men=men) for name, women, men in counts))
    values[ChartRow] = [{"name": "Åldrar", "table": "Deltagare", "kind": "liggande"}]
    values[OutlineBlock].append({"content": "Diagram"})
    folder = tmp_path / "provet"
    folder.mkdir()
    written(values, folder)
    told = outputs(folder, tmp_path, capsys)
    for output, text in told.items():
        digits = re.sub(r"[\s\u00a0]", "", text)
        assert not [number for number in ("1717", "6161", "3232") if number in digits], output
    figures = {each["key"]: each for each in json.loads(told["edition"])["figures"]}
    assert figures["participants.ålder.50_64_år.women@2020"]["state"] == "masked"
    assert figures["participants.ålder.50_64_år.total@2020"]["operands"] == []


def test_a_text_cannot_mention_a_protected_number() -> None:
    told = findings(taking_part(*by_age()), "# Deltagare\n\nKvinnor: {{ deltagare.ålder.50_64_år.kvinnor }}.\n")
    assert "text_figure_masked" in told


def test_a_diagram_explains_the_sign_of_a_protected_number() -> None:
    values = taking_part(*by_age())
    values[ChartRow] = [{"name": "Kön", "table": "Ålder", "columns": "Kvinnor"}, {"name": "Alla", "table": "Ålder"}]
    values[ChartRow][1]["columns"] = "Totalt"
    values[OutlineBlock].append({"content": "Diagram"})
    made = examined(values)
    assert made.derived is not None
    charts = [block.content for block in made.whole.blocks if isinstance(block.content, Chart)]
    assert [len(chart.notes) for chart in charts] == [1, 0]
    assert "skyddas" in charts[0].notes[0]


def test_a_diagram_and_its_words_tell_no_protected_number() -> None:
    made = examined(taking_part(*by_age()))
    view = table_view(table(made), "", ())
    assert all(".." in cell for line in view.rows if line.label.startswith(("16", "50")) for cell in line.cells[:2])
    assert made.derived is not None
    figure = made.derived.figures[FigureId("participants.ålder.50_64_år.women", 2020)]
    assert isinstance(figure.value, Masked)
    assert figure.operands == ()


@pytest.mark.parametrize(
    ("rows", "wanted", "cell"),
    [
        ((row("Alfa", women=20, men=30), row("Alfa", women=21, men=30)), "participants_twice", "rad 6"),
        ((row("Alfa", women=20, men=30, total=40),), "participants_total", "G5"),
        ((row("Alfa", women=20, men=30, other=5, total=60),), "participants_total", "G5"),
        ((row("Alfa", women=20, men=30, base=40),), "participants_base", "rad 5"),
        ((row("Alfa", women=20, base=40), row("Beta", women=20, base=50)), "participants_base_twice", "H6"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(rows: tuple[dict[str, Any], ...], wanted: str, cell: str) -> None:
    finding = findings(taking_part(*rows))[wanted]
    assert finding.subjects[0].cell == cell


def test_a_choice_for_no_table_and_a_count_below_nought_are_told() -> None:
    values = taking_part(row("Alfa", women=20, men=-3))
    values[ParticipantTable] = [{"name": "Åldrar"}]
    assert {"participants_table_unknown", "persons_below_nought"} <= set(findings(values))


def test_a_protected_number_in_the_text_is_told() -> None:
    values = taking_part(row("Alfa", total=3), row("Beta", total=40), row("Gamma", total=9))
    told = findings(values, "# Deltagare\n\nI Alfa deltog tre personer.\n")
    assert told["protected_in_text"].severity is Severity.WARNING
    quiet = findings(values, "# Deltagare\n\nI Alfa deltog några få, i Beta fyrtio. Tre möten hölls.\n")
    assert "protected_in_text" not in quiet
    values[Association][0]["state"] = "slutlig"
    told = findings(values, "# Deltagare\n\nI Alfa deltog tre personer.\n")
    assert told["protected_in_text"].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("rows", "choices"),
    [
        ((row("Alfa", women=20, men=30, total=57), row("Beta", women=10, men=6)), {}),
        (
            (row("Arbete", women=20, men=30, base=60), row("Studier", women=10, men=20)),
            {"added": False, "shares": True},
        ),
        ((row("Påbörjade", total=40), row("Pågående", total=70), row("Avslutade", total=35)), {"added": False}),
        (tuple(by_age()), {"shares": True}),
    ],
)
def test_what_is_ordinary_is_left_alone(rows: tuple[dict[str, Any], ...], choices: dict[str, Any]) -> None:
    """Sex not stated, several outcomes for a person, insatser carried over, protected numbers."""
    assert not [rule for rule in findings(taking_part(*rows, **choices)) if rule.startswith("participants")]


def test_two_versions_are_compared_without_telling_a_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, women in (("a", 3), ("b", 4)):
        (tmp_path / name).mkdir()
        values = taking_part(row("Alfa", women=women, men=30), row("Beta", women=20, men=30))
        values[Insats] = [{"key": "Gamma", "reached": f"{women}"}]
        written(values, tmp_path / name)
    with pytest.raises(SystemExit):
        cli.main(["compare", str(tmp_path / "a"), str(tmp_path / "b")])
    told = capsys.readouterr().out
    assert "Alfa" in told
    assert "Kvinnor: ett antal → ett antal" in told
    assert "Deltagare utfall: ett antal → ett antal" in told
    assert not re.search(r"\b3”? → ”?4\b", told)


def told_apart(*rows: dict[str, Any], insatser: tuple[dict[str, Any], ...] = (), **choices: Any) -> list[str]:
    values = taking_part(*rows, **choices)
    values[Insats] = list(insatser)
    found = [each for each in examined(values).findings if each.code == "participants_differ"]
    return [" ".join(sorted(place.cell for place in each.subjects)) for each in found]


BY_AGE = (row("Unga", table="Deltagare efter ålder", total=30), row("Äldre", table="Deltagare efter ålder", total=30))
BY_TOWN = (row("Sala", table="Deltagare per kommun", total=30), row("Köping", table="Deltagare per kommun", total=28))
BY_INSATS = (
    row("Alfa", table="Deltagare efter insats", total=43),
    row("Beta", table="Deltagare efter insats", total=17),
)
ALFA = {"key": "Alfa", "reached": "48"}


def test_a_count_beside_a_masked_one_is_traced_to_its_own_cell() -> None:
    found = examined(taking_part(row("Alfa", women=11, men=2), row("Beta", women=30, men=17), row("Gamma", total=9)))
    assert found.derived is not None
    traced = {
        str(each.key): trace_as_text(each, found.derived)
        for each in found.derived.figures.values()
        if each.key.code.startswith("participants.")
    }
    assert traced["participants.ålder.gamma.total@2020"].endswith("9 (fliken Deltagare, cell G7, där det står 9)")
    assert traced["participants.ålder.total@2020"].endswith("= celler som skyddas")
    assert traced["participants.ålder.alfa.men@2020"].endswith("(skyddat)")
    assert not any("inget inskrivet belopp" in each or "cell E5" in each for each in traced.values())


@pytest.mark.parametrize(
    ("rows", "insatser", "cells"),
    [
        ((*BY_AGE, *BY_TOWN), (), ["G5 G7"]),
        ((*BY_AGE, row("", table="Deltagare", total=58)), (), ["G5 G7"]),
        ((*BY_AGE, *BY_INSATS), (ALFA,), ["G7 M5"]),
        ((*BY_INSATS, row("Unga", table="Alfa efter ålder", women=20, men=20)), (), ["D7 G5"]),
        ((*BY_INSATS, row("Unga", table="Deltagare i Alfa, ålder", women=20, men=20)), (), ["D7 G5"]),
        ((row("Unga", table="Alfagruppen efter ålder", total=40),), (ALFA | {"name": "Alfagruppen"},), ["G5 M5"]),
    ],
)
def test_the_same_participants_are_as_many_everywhere(
    rows: tuple[dict[str, Any], ...], insatser: tuple[dict[str, Any], ...], cells: list[str]
) -> None:
    assert told_apart(*rows, insatser=insatser) == cells


@pytest.mark.parametrize(
    ("rows", "insatser", "choices"),
    [
        ((*BY_AGE, *BY_INSATS), (ALFA | {"reached": "43"},), {}),
        ((*BY_INSATS, *BY_AGE), (ALFA | {"counted": "deltaganden"},), {}),
        ((*BY_INSATS, *BY_AGE), (ALFA | {"reached": "omkring 48"},), {}),
        ((*BY_TOWN, *BY_AGE), (), {"added": False}),
        ((*BY_TOWN, *BY_AGE), (), {"counted": "deltaganden"}),
        ((*BY_AGE, *(each | {"year": 2019} for each in BY_TOWN)), (), {}),
        (
            (*BY_AGE, row("Kvinnor", table="Deltagare efter kön", total=40), row("Män", table="Deltagare efter kön")),
            (),
            {},
        ),
        ((*BY_AGE, *(each | {"table": "Avslutade deltagare per kommun"} for each in BY_TOWN)), (), {}),
        ((*BY_AGE, *(each | {"table": "Nya deltagare efter ålder"} for each in BY_TOWN)), (), {}),
        ((*BY_AGE, *(each | {"table": "Deltagare efter orsak"} for each in BY_TOWN)), (), {}),
        ((*BY_AGE, *(each | {"table": "Deltagare efter ålder i Gamma"} for each in BY_TOWN)), (), {}),
        ((*BY_AGE, BY_TOWN[0], {**BY_TOWN[1], "total": None}), (), {}),
        ((*BY_INSATS, row("Unga", table="Alfa och Beta efter ålder", total=12)), (), {}),
        ((*BY_INSATS, row("Alfa", table="Ålder", total=12), row("Unga", table="Avslutade i Alfa", total=9)), (), {}),
    ],
)
def test_other_participants_may_be_more_or_fewer(
    rows: tuple[dict[str, Any], ...], insatser: tuple[dict[str, Any], ...], choices: dict[str, Any]
) -> None:
    assert told_apart(*rows, insatser=insatser, **choices) == []


def test_the_counts_of_years_are_drawn_beside_their_table_and_small_ones_only_as_it_tells_them() -> None:
    years = [row("", year, women=women, men=30) for year, women in ((2018, 14), (2019, 2), (2020, 20))]
    values = taking_part(*years)
    values[OutlineBlock][-1] |= {"layout": "kvinnor och män, med diagram"}
    beside, drawn = examined(values).whole.blocks[-2:]
    assert beside.table is not None
    assert isinstance(drawn.content, Chart)
    assert (beside.width, drawn.width, drawn.caption) == (Width.HALF, Width.HALF, "Diagram\u00a01. Kvinnor och män")
    view = chart_view(drawn.content)
    assert view.categories == ("2018", "2019", "2020")
    cells = [[cell_text(line.cells[place], beside.table) for line in beside.table.rows] for place in (0, 1)]
    assert [[point.text for point in series.points] for series in view.series] == cells
    assert cells[0] == ["14", "..", "20"]


def test_the_categories_of_the_latest_year_are_drawn_above_their_table() -> None:
    values = taking_part(*by_age(), row("16–29 år", 2019, women=31, men=31))
    values[OutlineBlock][-1] |= {"layout": "kvinnor och män, med diagram"}
    drawn, below = examined(values).whole.blocks[-2:]
    assert isinstance(drawn.content, Chart)
    assert below.table is not None
    view = chart_view(drawn.content)
    assert view.categories == tuple(category for category, _, _ in AGES)
    assert [series.name for series in view.series] == ["Kvinnor", "Män"]
    assert view.series[0].points[1].text == "41"
