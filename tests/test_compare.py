"""What is told of two versions of an underlag: what was typed anew, what texts say, and the figures that follow."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdfs import written
from small_underlag import Values, cost, small
from word_files import heading, paragraph, word_file

from generator import cli
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.model.rows import Row

Versions = Callable[..., str]


@pytest.fixture
def compared(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Versions:
    """What ``compare`` says of two versions, given as values and the files beside them."""

    def run(
        old: Mapping[type[Row], Sequence[Mapping[str, Any]]],
        new: Mapping[type[Row], Sequence[Mapping[str, Any]]],
        old_files: Mapping[str, str | bytes] | None = None,
        new_files: Mapping[str, str | bytes] | None = None,
    ) -> str:
        for name, values, files in (("utkast", old, old_files), ("ny", new, new_files)):
            (tmp_path / name).mkdir()
            written(values, tmp_path / name)
            for file, text in (files or {}).items():
                path = tmp_path / name / file
                path.parent.mkdir(exist_ok=True, parents=True)
                path.write_bytes(text.encode() if isinstance(text, str) else text)
        with pytest.raises(SystemExit) as stopped:
            cli.main(["compare", str(tmp_path / "utkast"), str(tmp_path / "ny")])
        out, err = capfd.readouterr()
        assert (stopped.value.code, err) == (0, "")
        return out.replace("\u00a0", " ").partition("\n")[2].strip()

    return run


def changed(values: Values, model: type[Row], at: int, **fields: Any) -> Values:
    """The same values with fields of one row changed."""
    rows = [row | fields if number == at else row for number, row in enumerate(values[model])]
    return {**values, model: rows}


def under(told: str, heading: str) -> list[str]:
    """The lines under a heading."""
    return list(_under(told, heading))


def _under(told: str, heading: str) -> Iterator[str]:
    inside = False
    for line in told.splitlines():
        if inside and not line.startswith("  "):
            return
        if inside:
            yield line.strip()
        inside = inside or line == heading


def test_two_alike_have_no_change(compared: Versions) -> None:
    assert compared(small(), small()) == "Inget har ändrats."


def test_an_amount_is_told_with_its_cell_and_with_the_figures_that_follow(compared: Versions) -> None:
    told = compared(small(), changed(small(), IncomeOrCost, 1, this_year=Decimal("950.25")))
    assert under(told, "Fliken Intäkter och kostnader") == [
        "G6: Verksamhetens kostnader, Kostnader, Löner, Kansli: Utfall i år: 900,25 kr → 950,25 kr"
    ]
    assert "Årets resultat 2020: 400 kr → 350 kr" in told
    assert told.endswith("är nya.")


def test_a_row_moved_is_no_change(compared: Versions) -> None:
    values = small()
    assert compared(values, {**values, IncomeOrCost: values[IncomeOrCost][::-1]}) == "Inget har ändrats."


def test_another_spelling_of_a_name_is_a_change_as_the_report_shows_it(compared: Versions) -> None:
    values = small()
    name = str(values[Association][0]["name"])
    told = compared(values, changed(values, Association, 0, name=name.upper()))
    assert f"”{name}” → ”{name.upper()}”" in told


def test_rows_that_came_and_went_are_told_of_as_such(compared: Versions) -> None:
    values = small()
    more = [*values[IncomeOrCost][:2], *values[IncomeOrCost][3:], cost("Resor", "55.00", "45.00")]
    told = under(compared(values, {**values, IncomeOrCost: more}), "Fliken Intäkter och kostnader")
    assert [line for line in told if "Resor" in line and "ny rad" in line]
    assert [line for line in told if "Lokaler" in line and "borttagen rad" in line]


def test_a_setting_is_told_in_its_own_words(compared: Versions) -> None:
    told = compared(small(shown_unit="kr"), changed(small(shown_unit="kr"), Association, 0, shown_unit="tkr"))
    (line,) = under(told, "Fliken Uppgifter om förbundet")
    assert line.endswith("Visad enhet: ”kr” → ”tkr”")


def test_of_a_long_text_the_changed_sentence_is_told(compared: Versions) -> None:
    one = changed(small(), OutlineBlock, 0, text="Inga. Kansliet är kvar i Örebro. Allt är lugnt.")
    two = changed(small(), OutlineBlock, 0, text="Inga. Kansliet har flyttat till Kumla. Allt är lugnt.")
    (line,) = under(compared(one, two), "Fliken Innehåll")
    assert "Örebro" in line
    assert "Kumla" in line
    assert "lugnt" not in line


def test_texts_of_files_are_compared_by_heading_whatever_their_kind(compared: Versions) -> None:
    told = compared(
        small(),
        small(),
        {"texter.md": "# Händelser av väsentlig betydelse\n\nVi är tre.\n\n# Förväntad utveckling\n\nSom förut.\n"},
        {
            "texter.docx": word_file(
                heading("Förväntad utveckling"),
                paragraph("Som förut."),
                heading("Händelser av väsentlig betydelse"),
                paragraph("Vi är fyra."),
            )
        },
    )
    (line,) = under(told, "Filen texter.docx")
    assert "Händelser av väsentlig betydelse" in line
    assert "tre" in line
    assert "fyra" in line


def test_a_look_s_files_are_told_of(compared: Versions) -> None:
    told = compared(small(), small(), {"mall/stil.css": "p { color: #000; }"}, {"mall/stil.css": "p { color: #111; }"})
    assert "stil.css" in told


def test_a_file_that_is_no_workbook_is_told_of_in_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_text("hej", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        cli.main(["compare", str(tmp_path / "a.xlsx"), str(tmp_path / "finns inte.xlsx")])
    out, err = capfd.readouterr()
    assert (stopped.value.code, out) == (3, "")
    assert len(err.splitlines()) == 2
    assert "Traceback" not in err


def in_thousands() -> Values:
    """By activity in tkr, costs with minus, each about a hundred thousand below its budget."""
    values = small(cost_sign="med minus", shown_unit="tkr", deviation_sign="plus är mer än budget")
    by_activity = {"content": "Driftredovisning", "layout": "per verksamhet"}
    values[OutlineBlock] = [{"level": 1, "heading": "Drift", **by_activity}]
    rows = values[IncomeOrCost]
    values[IncomeOrCost] = [row | {"budget": 1_500_000, "this_year": 1_400_000} for row in rows]
    return values


def test_what_follows_is_told_as_the_report_prints_it(compared: Versions) -> None:
    """With its rows and columns, its signs and its unit."""
    told = compared(in_thousands(), changed(in_thousands(), IncomeOrCost, 0, this_year=1_650_000))
    assert under(told, "Beräknat i rapporten: Driftredovisning per verksamhet") == [
        "Finansiering, Utfall 2020 Intäkt: 1 400 tkr → 1 650 tkr",
        "Finansiering, Utfall 2020 Netto: 1 400 tkr → 1 650 tkr",
        "Finansiering, Avvikelse Netto: −100 tkr → 150 tkr",
        "Summa, Utfall 2020 Intäkt: 1 400 tkr → 1 650 tkr",
        "Summa, Utfall 2020 Netto: −2 800 tkr → −2 550 tkr",
        "Summa, Avvikelse Netto: 200 tkr → 450 tkr",
    ]


def test_what_changes_in_no_printed_digit_is_not_told(compared: Versions) -> None:
    told = compared(in_thousands(), changed(in_thousands(), IncomeOrCost, 0, this_year=1_400_010))
    assert told.endswith("1 ändring i underlaget. 0 beräknade siffror är nya.")


def test_the_changes_are_told_to_other_programs_too(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name, values in (("a", small()), ("b", changed(small(), IncomeOrCost, 1, this_year=Decimal("950.25")))):
        (tmp_path / name).mkdir()
        written(values, tmp_path / name)
    with pytest.raises(SystemExit):
        cli.main(["compare", str(tmp_path / "a"), str(tmp_path / "b"), "--format", "json"])
    told = json.loads(capfd.readouterr().out)
    assert [(each["place"], each["old"], each["new"]) for each in told["typed"]] == [
        ("G6", "900,25\u00a0kr", "950,25\u00a0kr")
    ]
    assert {"what", "heading"} <= told["derived"][0].keys()


def test_a_text_file_that_cannot_be_read_is_told_and_not_compared(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("utkast", "# Förord\n\nVi tackar.\n"), ("ny", "Vi tackar.\n")):
        (tmp_path / name).mkdir()
        written(small(), tmp_path / name)
        (tmp_path / name / "texter.md").write_text(text)
    with pytest.raises(SystemExit) as stopped:
        cli.main(["compare", str(tmp_path / "utkast"), str(tmp_path / "ny")])
    out, err = capfd.readouterr()
    assert (stopped.value.code, out) == (3, "")
    assert "texter.md: Filen har inga rubriker" in err
